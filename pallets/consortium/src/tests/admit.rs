use super::*;

#[test]
fn one_call_admits_everything_together() {
	test(|| {
		assert_ok!(propose(candidate(FRESH)));
		let call = Call::object {
			proposal: ProposalId(0),
			reason: Reason::ConflictOfInterest,
			document: DOCUMENT,
		};
		assert_ok!(act(by(COURT), call));
		pass_days(8);
		let (seats, epoch) = (Consortium::seats(Body::Council), Consortium::epoch(Body::Council));
		events();
		assert_ok!(admit(0));

		let admitted = record(NEXT);
		assert_eq!(admitted.standing, Standing::Active);
		assert_eq!(admitted.renewal, Some(today().plus(1_095)));
		assert_eq!(Consortium::member(&FRESH), Some(NEXT));
		assert_eq!(Consortium::role(&FRESH), Some(AccountRole::Institution));
		assert_eq!(System::providers(&FRESH), 1);
		assert_eq!(Consortium::seats(Body::Council), seats + 1);
		assert_eq!(Consortium::epoch(Body::Council), epoch + 1);
		assert!(Consortium::may_vote(Body::Council, &FRESH));
		assert!(Consortium::may_vote(Body::FundingCouncil, &FRESH));
		assert!(!Consortium::may_vote(Body::SupervisoryCommittee, &FRESH));
		assert!(Consortium::peers().contains(&peer(99).id.into_inner()));
		assert_eq!(MockOnMembership::take(), [Told::Admitted(NEXT, 5_000)]);
		let profile = Consortium::profile(NEXT).expect("it is a member; qed");
		assert_eq!(profile.access, Access::FullNode);
		let events = events();
		assert!(events.contains(&Event::MemberAdmitted {
			member: NEXT,
			proposal: Some(ProposalId(0)),
			candidate: Box::new(candidate(FRESH)),
			renewal: Some(today().plus(1_095)),
			objections: 1,
		}));
		assert!(events.contains(&Event::ProposalClosed {
			proposal: ProposalId(0),
			outcome: Outcome::Admitted(NEXT),
		}));
	});
}

#[test]
fn nobody_is_admitted_before_publicity_is_over_or_after_the_time_for_it() {
	test(|| {
		assert_noop!(admit(0), E::NotFound);
		assert_ok!(propose(candidate(FRESH)));
		let (public, until) = (today().plus(7), today().plus(37));
		let clock = MockLegalTime::clock();
		MockLegalTime::set(clock.end_of(public) - 1);
		assert_noop!(admit(0), E::PublicityRunning);
		MockLegalTime::set(clock.end_of(until));
		// Not swept yet.
		assert_noop!(admit(0), E::ProposalEnded);
		poll();
		assert_eq!(Outcomes::<Test>::get(ProposalId(0)), Some(Outcome::Lapsed));
		assert_noop!(admit(0), E::ProposalEnded);
	});
}

#[test]
fn a_motion_for_a_member_already_admitted_says_so() {
	test(|| {
		welcome(candidate(FRESH));
		assert_noop!(admit(0), E::AlreadyMember);
	});
}

#[test]
fn only_the_council_admits() {
	test(|| {
		assert_ok!(propose(candidate(FRESH)));
		pass_days(8);
		let call = || Call::admit { proposal: ProposalId(0) };
		assert_noop!(act(by(JUSTICE), call()), BadOrigin);
		assert_ok!(act(root(), call()));
	});
}

#[test]
fn what_has_become_wrong_since_the_proposal_stops_it() {
	test(|| {
		assert_ok!(propose(candidate(FRESH)));
		let second = Candidate { peers: Default::default(), ..candidate(FRESH + 1) };
		assert_ok!(propose(second));
		pass_days(8);
		assert_ok!(<Consortium as AccountRegistry<_>>::admit(&FRESH, AccountRole::Officer));
		assert_noop!(admit(0), E::AccountTaken);
		let call = Call::add_peer { peer: peer(99) };
		assert_ok!(act(by(COURT), call));
		assert_ok!(admit(1));
		assert_eq!(record(NEXT).institution, FRESH + 1);
	});
}

#[test]
fn the_council_and_the_consortium_have_room_for_so_many() {
	test(|| {
		let plain = |account| Candidate { peers: Default::default(), ..candidate(account) };
		// The eighth and last seat.
		welcome(plain(FRESH));
		let late = plain(FRESH + 1);
		assert_ok!(propose(late.clone()));
		pass_days(8);
		assert_noop!(admit(1), E::MaxSeatsExceeded);
		let call = Call::withdraw_proposal { proposal: ProposalId(1) };
		assert_ok!(act(by(JUSTICE), call));
		for account in 1..4 {
			let mut silent = plain(FRESH + account);
			silent.placement.seat = Seat::NonVoting;
			welcome(silent);
		}
		let mut thirteenth = plain(FRESH + 9);
		thirteenth.placement.seat = Seat::NonVoting;
		assert_ok!(propose(thirteenth));
		pass_days(8);
		assert_noop!(admit(5), E::MaxMembersExceeded);
	});
}

#[test]
fn a_former_member_comes_back_with_its_number_and_account() {
	test(|| {
		assert_ok!(expel(COURT));
		assert_eq!(Consortium::peers().len(), 3);
		pass_days(1);
		let gone = MockLegalTime::now();
		MockOnMembership::take();
		let back = Candidate {
			kind: MemberKind::Court,
			readmit: Some(COURT),
			encryption: key(77),
			..candidate(account(COURT))
		};
		assert_eq!(welcome(back), COURT);
		assert_eq!(standing(COURT), Standing::Active);
		assert_eq!(record(COURT).admitted, START);
		assert_eq!(System::providers(&account(COURT)), 1);
		assert_eq!(InstitutionCount::<Test>::get(COURT), 1);
		assert_eq!(EncryptionCount::<Test>::get(COURT), 2);
		assert_eq!(NextMember::<Test>::get(), NEXT);
		assert_eq!(Consortium::standing_at(COURT, gone), Some(Standing::Expelled));
		assert!(Consortium::may_vote(Body::Council, &account(COURT)));
		assert_eq!(
			MockOnMembership::take(),
			[
				Told::Admitted(COURT, 5_000),
				Told::StandingChanged(COURT, Standing::Expelled, Standing::Active)
			]
		);
	});
}

#[test]
fn a_former_member_comes_back_with_a_fresh_account() {
	test(|| {
		assert_ok!(expel(COURT));
		let back = Candidate { kind: MemberKind::Court, readmit: Some(COURT), ..candidate(FRESH) };
		assert_eq!(welcome(back), COURT);
		assert_eq!(Consortium::member(&FRESH), Some(COURT));
		assert_eq!(Consortium::member(&account(COURT)), None);
		assert_eq!(Consortium::role(&account(COURT)), Some(AccountRole::Institution));
	});
}

#[test]
fn a_sponsor_never_admits_alone() {
	let mut few = founders();
	for founder in few.iter_mut() {
		founder.placement.seat = Seat::NonVoting;
	}
	few[2].placement.seat = Seat::Voting;
	few[5].placement.seat = Seat::Voting;
	with_founders(few).execute_with(|| {
		begin();
		let candidate = Box::new(candidate(FRESH));
		assert_ok!(act(by(PROCURATORATE), Call::propose { candidate }));
		pass_days(8);
		// Root alone may leave one seat.
		let call = Call::expel { member: CITY_PROCURATORATE, reason: Reason::RulesBroken };
		assert_ok!(act(root(), call));
		assert_noop!(admit(0), E::SoleVoter);
	});
}
