use super::*;

fn change(member: MemberId, change: impl FnOnce(&mut Placement)) -> DispatchResult {
	let mut placement = record(member).placement;
	change(&mut placement);
	act(council(), Call::reorganise { member, placement })
}

#[test]
fn governance_gives_a_member_another_superior() {
	test(|| {
		let old = record(COURT).placement;
		assert_ok!(change(COURT, |p| p.parent = Some(CITY_JUSTICE)));
		let new = Placement { parent: Some(CITY_JUSTICE), ..old };
		assert_eq!(events(), [Event::MemberReorganised { member: COURT, old, new }]);
		assert_noop!(change(COURT, |_| ()), E::NothingChanged);
		let call = Call::reorganise { member: COURT, placement: old };
		assert_noop!(act(by(COURT), call), BadOrigin);
	});
}

#[test]
fn the_tree_has_no_loop_and_no_level_above_its_superior() {
	test(|| {
		assert_noop!(change(COURT, |p| p.parent = Some(COURT)), E::InvalidParent);
		assert_ok!(change(POLICE, |p| p.parent = Some(COURT)));
		assert_noop!(change(COURT, |p| p.parent = Some(POLICE)), E::InvalidParent);
		assert_noop!(change(CITY_JUSTICE, |p| p.parent = Some(COURT)), E::InvalidParent);
		assert_noop!(change(CITY_JUSTICE, |p| p.level = Level::Township), E::InvalidParent);
		assert_noop!(change(COURT, |p| p.level = Level::Township), E::InvalidParent);
		assert_ok!(change(POLICE, |p| p.level = Level::Township));
		assert_ok!(change(COURT, |p| p.level = Level::Township));
	});
}

#[test]
fn a_seat_is_given_and_taken() {
	test(|| {
		assert_ok!(change(CHARITY, |p| {
			p.provider = false;
			p.seat = Seat::Voting;
		}));
		assert!(Consortium::may_vote(Body::Council, &account(CHARITY)));
		assert!(!Consortium::may_vote(Body::FundingCouncil, &account(CHARITY)));
		assert_noop!(change(CHARITY, |p| p.provider = true), E::SeatNotAllowed);
		assert_ok!(change(CHARITY, |p| p.seat = Seat::NonVoting));
		assert_eq!(Consortium::seats(Body::Council), 7);
		assert_ok!(change(INSPECTION, |p| p.seat = Seat::NonVoting));
		assert_noop!(change(PROCURATORATE, |p| p.seat = Seat::NonVoting), E::CommitteeTooSmall);
	});
}

#[test]
fn a_full_node_is_given_up_only_without_nodes_and_validator() {
	test(|| {
		assert_noop!(change(COURT, |p| p.access = Access::Gateway), E::AccessNotAllowed);
		assert_ok!(act(by(COURT), Call::remove_peer { id: peer(1).id }));
		Kept::set(vec![COURT]);
		assert_noop!(change(COURT, |p| p.access = Access::Gateway), E::AccessNotAllowed);
		Kept::set(vec![]);
		assert_ok!(change(COURT, |p| p.access = Access::Gateway));
		assert_noop!(change(CHARITY, |p| p.access = Access::FullNode), E::AccessNotAllowed);
	});
}

#[test]
fn a_former_member_has_no_place() {
	test(|| {
		assert_ok!(expel(COURT));
		assert_noop!(change(COURT, |p| p.parent = Some(JUSTICE)), E::NotMember);
	});
}
