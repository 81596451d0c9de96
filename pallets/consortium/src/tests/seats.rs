use super::*;

#[test]
fn every_body_has_its_own_members() {
	test(|| {
		let members = |body| Consortium::view_body(body).members;
		assert_eq!(members(Body::Council), (0..7).map(MemberId).collect::<Vec<_>>());
		assert_eq!(
			members(Body::SupervisoryCommittee),
			[PROCURATORATE, CITY_PROCURATORATE, INSPECTION]
		);
		let mut charity = candidate(FRESH);
		charity.kind = MemberKind::SocialOrganisation;
		charity.placement.access = Access::Gateway;
		charity.peers = Default::default();
		let id = welcome(charity);
		assert!(Consortium::has_seat(Body::Council, id));
		assert!(!Consortium::has_seat(Body::FundingCouncil, id));
		assert!(!Consortium::may_vote(Body::FundingCouncil, &FRESH));
		assert_eq!(Consortium::seats(Body::FundingCouncil), 7);
	});
}

#[test]
fn an_epoch_grows_with_every_change_of_its_body_alone() {
	test(|| {
		let epochs = || BODIES.map(<Consortium as Seats<u64>>::epoch);
		let [council, committee, funding] = epochs();
		assert_ok!(suspend(INSPECTION));
		assert_eq!(epochs(), [council + 1, committee + 1, funding + 1]);
		assert_ok!(expel(COURT));
		assert_eq!(epochs(), [council + 2, committee + 1, funding + 2]);
		// An expelled member that was suspended had no vote, but its seat counted.
		assert_ok!(suspend(POLICE));
		assert_ok!(expel(POLICE));
		assert_eq!(epochs(), [council + 4, committee + 1, funding + 4]);
		assert_ok!(expel(CHARITY));
		assert_eq!(epochs(), [council + 4, committee + 1, funding + 4]);
	});
}

#[test]
fn the_committee_decides_with_two_thirds_of_at_least_two_seats() {
	for (seats, voters, able) in
		[(0, 0, false), (1, 1, false), (2, 1, false), (2, 2, true), (3, 2, true), (4, 2, false)]
	{
		assert_eq!(crate::seats::can_decide(seats, voters), able, "{voters} of {seats}");
	}
}
