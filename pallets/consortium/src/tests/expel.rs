use super::*;

#[test]
fn an_expelled_member_loses_seat_vote_and_nodes() {
	test(|| {
		assert_ok!(expel(COURT));
		assert_eq!(standing(COURT), Standing::Expelled);
		assert_eq!(Consortium::seats(Body::Council), 6);
		assert!(!Consortium::has_seat(Body::Council, COURT));
		assert!(!Consortium::may_vote(Body::Council, &account(COURT)));
		assert!(!Consortium::peers().contains(&peer(1).id.into_inner()));
		assert_eq!(PeerOwners::<Test>::get(peer(1).id), None);
		// It still signs what the law orders it to do.
		assert_eq!(Consortium::member(&account(COURT)), Some(COURT));
		assert_eq!(System::providers(&account(COURT)), 1);
		assert_noop!(expel(COURT), E::NotMember);
	});
}

#[test]
fn nodes_stay_until_the_validator_is_out() {
	test(|| {
		Kept::set(vec![COURT]);
		assert_ok!(expel(COURT));
		let id = peer(1).id.into_inner();
		assert!(Consortium::peers().contains(&id));
		pass_days(1);
		assert!(Consortium::peers().contains(&id));
		Kept::set(vec![]);
		// Out at once for the nodes, cleaned up after the day.
		assert!(!Consortium::peers().contains(&id));
		assert_eq!(PeerOwners::<Test>::get(peer(1).id), Some(COURT));
		pass_days(1);
		assert_eq!(PeerOwners::<Test>::get(peer(1).id), None);
		assert!(record(COURT).peers.is_empty());
	});
}

#[test]
fn a_suspended_or_withdrawing_member_can_be_expelled() {
	test(|| {
		assert_ok!(suspend(COURT));
		assert_ok!(act(by(COURT), Call::withdraw { reason: Reason::OwnWish }));
		assert_ok!(expel(COURT));
		pass_days(200);
		assert_eq!(standing(COURT), Standing::Expelled);
	});
}

#[test]
fn the_committee_keeps_two_seats_unless_root_says_otherwise() {
	test(|| {
		assert_ok!(expel(INSPECTION));
		assert_noop!(expel(PROCURATORATE), E::CommitteeTooSmall);
		let reason = Reason::LawBroken;
		assert_ok!(act(root(), Call::expel { member: PROCURATORATE, reason }));
	});
}

#[test]
fn only_three_quarters_expel_and_never_a_stranger() {
	test(|| {
		let call = Call::expel { member: COURT, reason: Reason::OwnWish };
		assert_noop!(act(by(JUSTICE), call), BadOrigin);
		Accused::set(Some(COURT));
		assert_noop!(expel(COURT), BadOrigin);
		Accused::set(None);
		assert_noop!(expel(MemberId(99)), E::NotFound);
	});
}
