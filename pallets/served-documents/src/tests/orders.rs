//! A superior acts for the agency below it by a recorded order.

use super::*;

#[test]
fn a_superior_serves_for_the_agency() {
	chain(|| {
		let case = case_at(Stage::Open);
		let kind = DocumentKind::Opinion;
		let to = [COURT, PROCURATORATE];
		assert_noop!(send(SUPERIOR, case, kind, &to), Error::<Test>::NotAuthorized);
		MockMembers::add_order(CITY, AGENCY);
		start(kinds::ASSESSMENT, case, AGENCY);
		let id = next();
		assert_ok!(send(SUPERIOR, case, kind, &to));
		let sent = get(id);
		assert_eq!((sent.sender, sent.sent.by), (AGENCY, SUPERIOR));
		assert!(sent.completed);
		// As the agency, and as nobody else.
		let kind = DocumentKind::EffectNotice;
		assert_noop!(send(SUPERIOR, case, kind, &[POLICE]), Error::<Test>::WrongSender);
		let own = next();
		assert_ok!(send(CLERK, case, DocumentKind::Other, &[COURT]));
		assert_ok!(ServedDocuments::withdraw(signed(SUPERIOR), own, Reason::Mistake));
	});
}

/// What is its own to send, it sends in its own name.
#[test]
fn a_superior_with_a_part_of_its_own_keeps_it() {
	chain(|| {
		let case = case_at(Stage::Open);
		MockMembers::add_order(CITY, AGENCY);
		MockCases::set_roles(case, CITY, PartyRoles::ASSISTING);
		for (kind, sender) in [(DocumentKind::Other, CITY), (DocumentKind::ExitBan, AGENCY)] {
			let id = next();
			assert_ok!(send(SUPERIOR, case, kind, &[POLICE]));
			assert_eq!(get(id).sender, sender, "{kind:?}");
		}
	});
}

#[test]
fn a_superior_answers_for_the_agency() {
	chain(|| {
		let case = case_at(Stage::AwaitingReception);
		let id = execution_documents(case);
		let deliver = |id| ServedDocuments::deliver(signed(SUPERIOR), id, today());
		assert_noop!(deliver(id), Error::<Test>::NotAuthorized);
		MockMembers::add_order(CITY, AGENCY);
		assert_ok!(deliver(id));
		assert_ok!(receipt(SUPERIOR, id));
		let of_others = DocumentId(id.0 + 1);
		assert_noop!(receipt(SUPERIOR, of_others), Error::<Test>::NotAuthorized);
	});
}
