use super::*;
use crate::views::ProposalView;

#[test]
fn members_are_read_by_page_by_number_and_by_account() {
	test(|| {
		let ids = |from, limit| -> Vec<u32> {
			Consortium::view_members(MemberId(from), limit).iter().map(|m| m.id.0).collect()
		};
		assert_eq!(ids(0, 3), [0, 1, 2]);
		assert_eq!(ids(6, 100), [6, 7]);
		assert_eq!(ids(8, 100), [0u32; 0]);
		assert_eq!(ids(u32::MAX, u32::MAX), [0u32; 0]);
		let court = Consortium::view_member(COURT).expect("a founder; qed");
		assert_eq!(court.kind, MemberKind::Court);
		assert_eq!((court.since, court.reason), (START, None));
		assert_eq!(Consortium::view_member_of(&account(COURT)), Some(court));
		assert_eq!(Consortium::view_member_of(&1), None);
		assert_ok!(suspend(JUSTICE));
		assert_ok!(super::order_superior::order(by(CITY_JUSTICE), None));
		let justice = Consortium::view_member(JUSTICE).expect("a founder; qed");
		assert_eq!(justice.represented_by, Some(CITY_JUSTICE));
		assert_eq!(justice.reason, Some(Reason::DutyNeglected));
	});
}

#[test]
fn proposals_are_read_open_and_closed() {
	test(|| {
		assert_ok!(propose(candidate(FRESH)));
		assert_ok!(propose(candidate(FRESH + 1)));
		let ids: Vec<_> = Consortium::view_proposals().iter().map(|(id, _)| id.0).collect();
		assert_eq!(ids, [0, 1]);
		assert!(matches!(
			Consortium::view_proposal(ProposalId(0)),
			Some(ProposalView::Open(open)) if open.candidate == candidate(FRESH)
		));
		let call = Call::withdraw_proposal { proposal: ProposalId(0) };
		assert_ok!(act(by(JUSTICE), call));
		assert_eq!(
			Consortium::view_proposal(ProposalId(0)),
			Some(ProposalView::Closed(Outcome::Withdrawn))
		);
		assert_eq!(Consortium::view_proposal(ProposalId(9)), None);
	});
}

#[test]
fn bodies_tell_how_many_votes_a_decision_takes() {
	test(|| {
		assert_ok!(suspend(COURT));
		let council = Consortium::view_body(Body::Council);
		assert_eq!((council.seats, council.voters.len()), (7, 6));
		assert_eq!((council.simple, council.two_thirds, council.three_quarters), (4, 5, 6));
	});
}

#[test]
fn units_are_read_with_those_closed() {
	test(|| {
		let call = Call::close_unit { unit: UnitId(0), reason: Reason::Reorganisation };
		assert_ok!(act(by(JUSTICE), call));
		let call = Call::open_unit { kind: UnitKind::JusticeOffice, area: AreaCode(440_604) };
		assert_ok!(act(by(JUSTICE), call));
		let units = Consortium::view_units(JUSTICE);
		let states: Vec<_> = units.iter().map(|v| (v.id.0, v.unit.closed.is_some())).collect();
		assert_eq!(states, [(0, true), (1, false)]);
		assert_eq!(Consortium::view_units(COURT), []);
	});
}
