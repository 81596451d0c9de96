//! The clocks of the case that a document completes or starts.

use super::*;

/// Whether the clock of `kind` for the case is open, and by an act of which day it was completed.
fn clock(case: CaseId, kind: KindId) -> (bool, Option<LegalDate>) {
	let all = clocks(Subject::Case(case));
	let last = all.into_iter().rfind(|clock| clock.kind == kind).expect("it was started; qed");
	(last.open, last.done.map(|done| MockLegalTime::clock().date(done)))
}

#[test]
fn the_day_of_sending_completes_what_the_kind_completes() {
	use DocumentKind as K;
	chain(|| {
		let end = [COURT, PROCURATORATE, POLICE];
		MockLegalTime::advance_days(30);
		for (who, document, to, kind) in [
			(CLERK, K::Opinion, &end[..], kinds::ASSESSMENT),
			(CLERK, K::Opinion, &end, kinds::ASSESSMENT_FAST),
			(REGISTRAR, K::EffectNotice, &REACHED, kinds::EFFECT_NOTICE),
			(REGISTRAR, K::ExecutionDocuments, &REACHED, kinds::DELIVER_DOCUMENTS),
			(REGISTRAR, K::ExecutionDocuments, &REACHED, kinds::COMPLETE_DOCUMENTS),
			(CLERK, K::AfterCareHandOver, &end, kinds::APPRAISAL),
			(CLERK, K::EndNotice, &end, kinds::END_NOTICES),
		] {
			let case = case_at(Stage::Open);
			start(kind, case, AGENCY);
			let id = next();
			assert_ok!(send_on(who, case, document, to, ago(2)));
			assert_eq!(clock(case, kind), (false, Some(ago(2))), "{document:?}");
			assert!(get(id).completed);
		}
	});
}

/// 法 20: who decided owes the documents; what a detention house sends of its own is no part of it.
#[test]
fn what_the_custody_sends_does_not_hide_that_the_court_is_late() {
	chain(|| {
		let case = case_at(Stage::AwaitingReception);
		MockCases::set_roles(case, OTHER, PartyRoles::CUSTODY);
		start(kinds::DELIVER_DOCUMENTS, case, COURT);
		let id = next();
		assert_ok!(send(OUTSIDER, case, DocumentKind::ExecutionDocuments, &REACHED));
		assert_eq!(clock(case, kinds::DELIVER_DOCUMENTS), (true, None));
		assert!(!get(id).completed);
		assert!(get(execution_documents(case)).completed);
		assert_eq!(clock(case, kinds::DELIVER_DOCUMENTS), (false, Some(today())));
	});
}

#[test]
fn what_is_not_due_is_not_completed() {
	chain(|| {
		let case = case_at(Stage::Open);
		start(kinds::APPRAISAL, case, AGENCY);
		let id = execution_documents(case);
		assert!(!get(id).completed);
		assert_eq!(clock(case, kinds::APPRAISAL), (true, None));
	});
}

/// L7, 办法 16: documents are missing; the body completes them within 5 days, by a second letter.
#[test]
fn missing_documents_are_completed_by_who_sent_them() {
	chain(|| {
		let case = case_at(Stage::AwaitingReception);
		start(kinds::DELIVER_DOCUMENTS, case, COURT);
		let id = execution_documents(case);
		MockLegalTime::advance_days(2);
		let missing = fitting(case, DocumentKind::MissingDocuments, ago(1));
		assert_ok!(ServedDocuments::receipt(signed(CLERK), id, ago(1), None, Some(missing)));
		let started = clocks(Subject::Case(case)).pop().expect("it was started; qed");
		assert_eq!((started.kind, started.owner), (kinds::COMPLETE_DOCUMENTS, COURT));
		assert_eq!(MockLegalTime::clock().date(started.from), ago(1));
		assert_eq!(last_event(), Event::CompletionDue { case, owner: COURT, from: ago(1) });
		// A notice besides starts nothing anew.
		assert_ok!(send(CLERK, case, DocumentKind::MissingDocuments, &[COURT]));
		assert_eq!(clocks(Subject::Case(case)).len(), 2);
		let second = execution_documents(case);
		assert_eq!(clock(case, kinds::COMPLETE_DOCUMENTS), (false, Some(today())));
		assert!(get(second).completed);
		assert_ok!(receipt(CLERK, second));
	});
}

/// What the agency has already is not what was missing.
#[test]
fn what_was_served_before_completes_no_gap() {
	chain(|| {
		let case = case_at(Stage::AwaitingReception);
		let kind = DocumentKind::ExecutionDocuments;
		let id = execution_documents(case);
		let missing = Some(record(case, AGENCY));
		assert_ok!(ServedDocuments::receipt(signed(CLERK), id, today(), None, missing));
		let again = next();
		let before = get(id).record;
		assert_ok!(serve(REGISTRAR, case, kind, before, &REACHED, today()));
		assert!(!get(again).completed);
		assert_eq!(clock(case, kinds::COMPLETE_DOCUMENTS), (true, None));
		// Served by mistake and taken back, it was not served.
		let wrong = case_at(Stage::AwaitingReception);
		let (id, served) = (next(), fitting(wrong, kind, today()));
		assert_ok!(serve(REGISTRAR, wrong, kind, served, &REACHED, today()));
		for copy in 0..4 {
			let copy = DocumentId(id.0 + copy);
			assert_ok!(ServedDocuments::withdraw(signed(REGISTRAR), copy, Reason::Mistake));
		}
		start(kinds::COMPLETE_DOCUMENTS, wrong, COURT);
		assert_ok!(serve(REGISTRAR, wrong, kind, served, &REACHED, today()));
		assert_eq!(clock(wrong, kinds::COMPLETE_DOCUMENTS), (false, Some(today())));
	});
}

/// L31: who is told before the end is told something else.
#[test]
fn the_end_is_told_when_it_has_come() {
	chain(|| {
		let case = case_at(Stage::Open);
		let to = [COURT, PROCURATORATE, POLICE];
		let on = |day| send_on(CLERK, case, DocumentKind::EndNotice, &to, day);
		MockCases::update(case, |facts| facts.last_day = None);
		assert_noop!(on(today()), Error::<Test>::ActTooEarly);
		MockCases::update(case, |facts| facts.last_day = Some(ago(1)));
		start(kinds::END_NOTICES, case, AGENCY);
		start(kinds::CERTIFICATE, case, AGENCY);
		assert_noop!(on(ago(2)), Error::<Test>::ActTooEarly);
		assert_ok!(on(ago(1)));
		assert_eq!(clock(case, kinds::END_NOTICES), (false, Some(ago(1))));
		assert_eq!(clock(case, kinds::CERTIFICATE), (true, None), "another act");
	});
}

/// L7: the person reports and documents are missing: registered anyway, and notified.
#[test]
fn a_notice_of_missing_documents_starts_the_clock_of_who_decides() {
	chain(|| {
		let case = case_at(Stage::AwaitingReception);
		let to = [POLICE, COURT];
		assert_ok!(send_on(CLERK, case, DocumentKind::MissingDocuments, &to, ago(1)));
		let started = clocks(Subject::Case(case)).pop().expect("it was started; qed");
		assert_eq!((started.kind, started.owner), (kinds::COMPLETE_DOCUMENTS, COURT));
		assert_eq!(MockLegalTime::clock().date(started.from), ago(1));
	});
}

/// L1, L2, 办法 14: not from the court's act, but from the day on which commission and materials came.
#[test]
fn the_assessment_counts_from_the_receipt_of_the_commission() {
	chain(|| {
		for kind in [kinds::ASSESSMENT, kinds::ASSESSMENT_FAST] {
			let case = case_at(Stage::PreDecision);
			start(kind, case, AGENCY);
			let from = || MockLegalTime::clock().date(clocks(Subject::Case(case))[0].from);
			let act = today();
			MockLegalTime::advance_days(4);
			// A copy to somebody else is no receipt, and another letter none of the commission.
			letter(case);
			assert_eq!(from(), act);
			let id = next();
			let to = [AGENCY, PROCURATORATE];
			assert_ok!(send_on(REGISTRAR, case, DocumentKind::Commission, &to, act));
			assert_eq!(from(), today(), "it came today");
			let entered = today();
			// Whoever opens it late gains no day by that.
			MockLegalTime::advance_days(2);
			assert_ok!(ServedDocuments::deliver(signed(PROSECUTOR), DocumentId(id.0 + 1), act));
			assert_eq!(from(), entered, "the day of another recipient");
			assert_ok!(receipt(CLERK, id));
			assert_eq!(from(), entered);
		}
	});
}

#[test]
fn where_paper_came_first_the_assessment_counts_from_that_day() {
	chain(|| {
		for by_receipt in [false, true] {
			let case = case_at(Stage::PreDecision);
			start(kinds::ASSESSMENT, case, AGENCY);
			let from = || MockLegalTime::clock().date(clocks(Subject::Case(case))[0].from);
			MockLegalTime::advance_days(6);
			let id = next();
			assert_ok!(send_on(REGISTRAR, case, DocumentKind::Commission, &[AGENCY], ago(5)));
			let done = match by_receipt {
				false => ServedDocuments::deliver(signed(CLERK), id, ago(3)),
				true => ServedDocuments::receipt(signed(CLERK), id, ago(3), None, None),
			};
			assert_ok!(done);
			assert_eq!(from(), ago(3));
		}
	});
}

/// L9, 法 21: the custody hands the person over from the day on which it received the decision; what
/// completes the documents is no decision.
#[test]
fn the_hand_over_counts_from_the_receipt_of_the_custody() {
	chain(|| {
		let case = case_at(Stage::AwaitingReception);
		MockCases::set_roles(case, OTHER, PartyRoles::CUSTODY);
		start(kinds::DELIVER_DOCUMENTS, case, COURT);
		start(kinds::HAND_OVER, case, OTHER);
		let from = || MockLegalTime::clock().date(clocks(Subject::Case(case))[1].from);
		let act = today();
		let to = [AGENCY, PROCURATORATE, POLICE, ELSEWHERE, OTHER];
		let documents = || send(REGISTRAR, case, DocumentKind::ExecutionDocuments, &to);
		MockLegalTime::advance_days(3);
		assert_ok!(send(REGISTRAR, case, DocumentKind::Other, &[OTHER]));
		assert_eq!(from(), act);
		assert_ok!(documents());
		let received = today();
		assert_eq!(from(), received);
		MockLegalTime::advance_days(3);
		assert_ok!(documents());
		assert_eq!(from(), received, "a second letter");
	});
}
