use super::*;

/// L6: the agency returns the receipt; its day counts, not that of the entry.
#[test]
fn it_completes_its_clock_by_its_day() {
	chain(|| {
		let case = case_at(Stage::AwaitingReception);
		let id = execution_documents(case);
		assert_ok!(ServedDocuments::deliver(signed(CLERK), id, today()));
		MockLegalTime::advance_days(9);
		let paper = fitting(case, DocumentKind::Receipt, ago(5));
		assert_ok!(ServedDocuments::receipt(signed(CLERK), id, ago(5), Some(paper), None));
		let clock = clocks(Subject::Document(id)).pop().expect("it was started; qed");
		assert_eq!(clock.kind, kinds::RETURN_RECEIPT);
		let done = clock.done.map(|done| MockLegalTime::clock().date(done));
		assert_eq!((clock.open, done), (false, Some(ago(5))));
		assert_eq!(
			last_event(),
			Event::DocumentReceipted {
				document: id,
				by: CLERK,
				receipted: ago(5),
				record: Some(paper),
				missing: None,
			}
		);
		let info = ServedDocuments::view_document(id).expect("it was sent; qed");
		assert!(info.receipt_entered_late && !info.delivery_entered_late);
		assert!(!ServedDocuments::is_live(id));
		// The copies are still to be acknowledged.
		assert!(ServedDocuments::is_live(DocumentId(id.0 + 1)));
		assert!(MockRecords::links().contains(&(paper, Subject::Document(id))));
	});
}

#[test]
fn what_was_not_opened_is_delivered_by_it() {
	chain(|| {
		let id = letter(case_at(Stage::Open));
		MockLegalTime::advance_days(1);
		assert_ok!(receipt(CLERK, id));
		assert_eq!(get(id).delivered.map(|act| act.on), Some(today()));
		let delivered = Event::DocumentDelivered { document: id, by: CLERK, delivered: today() };
		assert!(events().contains(&delivered));
		assert_noop!(receipt(CLERK, id), Error::<Test>::WrongStatus);
	});
}

#[test]
fn only_the_executing_agency_finds_gaps_in_execution_documents() {
	chain(|| {
		let case = case_at(Stage::AwaitingReception);
		let missing = Some(record(case, AGENCY));
		let with_gaps = |who, id| ServedDocuments::receipt(signed(who), id, today(), None, missing);
		let id = execution_documents(case);
		let copy = DocumentId(id.0 + 1);
		assert_noop!(with_gaps(PROSECUTOR, copy), Error::<Test>::WrongKind);
		let other = letter(case);
		assert_noop!(with_gaps(CLERK, other), Error::<Test>::WrongKind);
		assert_ok!(with_gaps(CLERK, id));
		assert_eq!(get(id).receipt.and_then(|receipt| receipt.missing), missing);
	});
}

#[test]
fn papers_of_other_cases_are_refused() {
	chain(|| {
		let case = case_at(Stage::AwaitingReception);
		let id = execution_documents(case);
		let give =
			|record, missing| ServedDocuments::receipt(signed(CLERK), id, today(), record, missing);
		let foreign = Some(record(case_at(Stage::Open), AGENCY));
		assert_noop!(give(foreign, None), Error::<Test>::NotEvidence);
		assert_noop!(give(None, foreign), Error::<Test>::NotEvidence);
		assert_noop!(give(Some(RecordId(99)), None), Error::<Test>::NotFound);
		let class = classes::PROTECTED_PARTY;
		let protected = Some(MockRecords::add_of_class(case, AGENCY, &CLERK, class));
		assert_noop!(give(protected, None), Error::<Test>::WrongClass);
		let decision = Some(fitting(case, DocumentKind::ExecutionDocuments, today()));
		assert_noop!(give(decision, None), Error::<Test>::WrongClass);
		assert_noop!(give(None, decision), Error::<Test>::WrongClass);
	});
}

#[test]
fn others_and_days_that_cannot_be_are_refused() {
	chain(|| {
		let id = letter(case_at(Stage::Open));
		for who in [OFFICER, REGISTRAR, OUTSIDER, TOWN, STRANGER] {
			assert_noop!(receipt(who, id), Error::<Test>::NotAuthorized);
		}
		assert_noop!(receipt(CLERK, DocumentId(9)), Error::<Test>::NotFound);
		let on = |day| ServedDocuments::receipt(signed(CLERK), id, day, None, None);
		assert_noop!(on(today().plus(1)), Error::<Test>::InTheFuture);
		assert_noop!(on(ago(1)), Error::<Test>::OutOfOrder);
		MockLegalTime::advance_days(2);
		assert_ok!(ServedDocuments::deliver(signed(CLERK), id, today()));
		assert_noop!(on(ago(1)), Error::<Test>::OutOfOrder);
		assert_ok!(on(today()));
	});
}

#[test]
fn papers_of_a_later_day_prove_nothing() {
	chain(|| {
		let case = case_at(Stage::AwaitingReception);
		let id = next();
		let kind = DocumentKind::ExecutionDocuments;
		assert_ok!(send_on(REGISTRAR, case, kind, &REACHED, ago(2)));
		let give =
			|record, missing| ServedDocuments::receipt(signed(CLERK), id, ago(1), record, missing);
		let later = Some(record(case, AGENCY));
		assert_noop!(give(later, None), Error::<Test>::EvidenceLater);
		assert_noop!(give(None, later), Error::<Test>::EvidenceLater);
		let of_the_day = |kind| Some(fitting(case, kind, ago(1)));
		let (record, missing) =
			(of_the_day(DocumentKind::Receipt), of_the_day(DocumentKind::MissingDocuments));
		assert_ok!(give(record, missing));
	});
}

/// A case that goes on in another one: what was sent before is still answered, and what is missing is
/// completed there.
#[test]
fn a_merger_leaves_what_is_to_be_answered() {
	chain(|| {
		let (case, kept) = (case_at(Stage::AwaitingReception), case_at(Stage::Open));
		let id = execution_documents(case);
		MockCases::update(case, |facts| facts.merged_into = Some(kept));
		let missing = Some(record(kept, AGENCY));
		assert_ok!(ServedDocuments::receipt(signed(CLERK), id, today(), None, missing));
		assert_eq!(last_event(), Event::CompletionDue { case: kept, owner: COURT, from: today() });
		assert_eq!(clocks(Subject::Case(kept)).len(), 1);
		assert_eq!(clocks(Subject::Case(case)), []);
	});
}

/// The duplicate's letters wait on when the case that goes on is archived; nothing is due there.
#[test]
fn gaps_in_a_duplicate_of_an_archived_case_start_no_clock() {
	chain(|| {
		let (case, kept) = (case_at(Stage::AwaitingReception), case_at(Stage::Ended));
		let id = execution_documents(case);
		let missing = Some(record(case, AGENCY));
		MockCases::update(case, |facts| facts.merged_into = Some(kept));
		MockCases::update(kept, |facts| facts.stage = Stage::Archived);
		assert_ok!(ServedDocuments::receipt(signed(CLERK), id, today(), None, missing));
		assert_eq!(get(id).status, Status::Receipted);
		for case in [case, kept] {
			assert_eq!(clocks(Subject::Case(case)), []);
		}
	});
}
