use super::*;

fn withdraw(who: u64, id: DocumentId) -> DispatchResult {
	ServedDocuments::withdraw(signed(who), id, Reason::Mistake)
}

#[test]
fn what_was_sent_by_mistake_is_taken_back() {
	chain(|| {
		let id = letter(case_at(Stage::Open));
		assert_ok!(withdraw(REGISTRAR, id));
		assert_eq!(
			last_event(),
			Event::DocumentWithdrawn { document: id, by: REGISTRAR, reason: Reason::Mistake }
		);
		assert!(!ServedDocuments::is_live(id));
		assert!(clocks(Subject::Document(id)).iter().all(|clock| !clock.open));
		assert_eq!(get(id).withdrawn.map(|(act, _)| act.by), Some(REGISTRAR));
		assert_noop!(receipt(CLERK, id), Error::<Test>::WrongStatus);
		assert_noop!(withdraw(REGISTRAR, id), Error::<Test>::WrongStatus);
	});
}

#[test]
fn one_recipient_of_a_letter_may_be_left_out() {
	chain(|| {
		let case = case_at(Stage::Open);
		let id = next();
		assert_ok!(send(REGISTRAR, case, DocumentKind::Other, &[AGENCY, ELSEWHERE]));
		assert_ok!(withdraw(REGISTRAR, DocumentId(id.0 + 1)));
		assert_noop!(receipt(FAR, DocumentId(id.0 + 1)), Error::<Test>::WrongStatus);
		assert_ok!(receipt(CLERK, id));
	});
}

#[test]
fn what_was_opened_stays() {
	chain(|| {
		let id = letter(case_at(Stage::Open));
		assert_ok!(ServedDocuments::deliver(signed(CLERK), id, today()));
		assert_noop!(withdraw(REGISTRAR, id), Error::<Test>::WrongStatus);
	});
}

/// Nobody undoes what the law counts.
#[test]
fn what_completed_a_clock_stays() {
	chain(|| {
		let case = case_at(Stage::AwaitingReception);
		start(kinds::DELIVER_DOCUMENTS, case, COURT);
		let id = execution_documents(case);
		assert_noop!(withdraw(REGISTRAR, id), Error::<Test>::ClockCompleted);
		let second = execution_documents(case);
		assert_ok!(withdraw(REGISTRAR, second));
	});
}

#[test]
fn others_do_not_take_it_back() {
	chain(|| {
		let case = case_at(Stage::Open);
		let id = letter(case);
		for who in [CLERK, OFFICER, PROSECUTOR, OUTSIDER, STRANGER] {
			assert_noop!(withdraw(who, id), Error::<Test>::NotAuthorized);
		}
		assert_noop!(withdraw(REGISTRAR, DocumentId(9)), Error::<Test>::NotFound);
		// A unit sends within its delegation, and takes nothing back.
		MockDirectory::delegate(AGENCY, UNIT, Acts::ALL, now(), now() + 1);
		let own = next();
		assert_ok!(send(TOWN, case, DocumentKind::Other, &[COURT]));
		assert_noop!(withdraw(TOWN, own), Error::<Test>::NotAuthorized);
		assert_ok!(withdraw(CLERK, own));
	});
}
