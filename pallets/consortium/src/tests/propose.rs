use super::*;

#[test]
fn a_voting_member_proposes_and_the_candidate_becomes_public() {
	test(|| {
		assert_ok!(propose(candidate(FRESH)));
		let open = Proposals::<Test>::get(ProposalId(0)).expect("it is open; qed");
		assert_eq!(open.sponsor, JUSTICE);
		assert_eq!(open.candidate, candidate(FRESH));
		assert_eq!(open.opened, START);
		assert_eq!(open.public_until, today().plus(7));
		assert_eq!(open.until, today().plus(37));
		assert_eq!(
			events(),
			[Event::MemberProposed {
				proposal: ProposalId(0),
				sponsor: JUSTICE,
				candidate: Box::new(candidate(FRESH)),
				public_until: today().plus(7),
				until: today().plus(37),
			}]
		);
		// The account is nobody's before it is admitted.
		assert_eq!(Consortium::role(&FRESH), None);
	});
}

#[test]
fn who_does_not_vote_does_not_propose() {
	test(|| {
		let candidate = Box::new(candidate(FRESH));
		let call = || Call::propose { candidate: candidate.clone() };
		assert_noop!(act(by(CHARITY), call()), E::NotAuthorized);
		assert_noop!(act(RuntimeOrigin::signed(1), call()), E::NotAuthorized);
		assert_noop!(act(root(), call()), BadOrigin);
		assert_ok!(suspend(COURT));
		assert_noop!(act(by(COURT), call()), E::NotAuthorized);
	});
}

#[test]
fn a_member_or_a_known_account_is_no_candidate() {
	test(|| {
		assert_noop!(propose(candidate(account(COURT))), E::AlreadyMember);
		assert_ok!(<Consortium as AccountRegistry<_>>::admit(&FRESH, AccountRole::Officer));
		assert_noop!(propose(candidate(FRESH)), E::AccountTaken);
		assert_ok!(expel(COURT));
		assert_noop!(propose(candidate(account(COURT))), E::AccountTaken);
	});
}

#[test]
fn a_re_admission_names_a_former_member_of_that_kind() {
	test(|| {
		let court = |readmit| Candidate {
			kind: MemberKind::Court,
			readmit: Some(readmit),
			peers: Default::default(),
			..candidate(account(COURT))
		};
		assert_noop!(propose(court(COURT)), E::AlreadyMember);
		assert_noop!(propose(court(MemberId(99))), E::NotFormerMember);
		assert_ok!(expel(COURT));
		let other = Candidate { kind: MemberKind::Prison, ..court(COURT) };
		assert_noop!(propose(other), E::NotFormerMember);
		// The account of somebody else.
		let foreign = Candidate { account: account(POLICE), ..court(COURT) };
		assert_noop!(propose(foreign), E::AccountTaken);
		assert_ok!(propose(court(COURT)));
		let twice = Candidate { account: FRESH, ..court(COURT) };
		assert_noop!(propose(twice), E::AlreadyExists);
	});
}

#[test]
fn a_retired_account_never_comes_back() {
	test(|| {
		let call = Call::change_key { new: FRESH, proof: proof(COURT, FRESH) };
		assert_ok!(act(by(COURT), call));
		assert_ok!(expel(COURT));
		let back = Candidate {
			kind: MemberKind::Court,
			readmit: Some(COURT),
			peers: Default::default(),
			..candidate(account(COURT))
		};
		assert_noop!(propose(back.clone()), E::AccountTaken);
		assert_ok!(propose(Candidate { account: FRESH, ..back }));
	});
}

#[test]
fn what_is_wrong_with_a_candidate_is_named() {
	test(|| {
		let good = candidate(FRESH);
		let placed = |change: fn(&mut Placement)| {
			let mut placement = good.placement;
			change(&mut placement);
			Candidate { placement, ..good.clone() }
		};
		assert_noop!(propose(placed(|p| p.area = AreaCode(99))), E::InvalidArea);
		assert_noop!(propose(placed(|p| p.parent = Some(NEXT))), E::InvalidParent);
		assert_noop!(propose(placed(|p| p.level = Level::Province)), E::InvalidParent);
		assert_noop!(propose(placed(|p| p.provider = true)), E::SeatNotAllowed);
		assert_noop!(propose(placed(|p| p.access = Access::Gateway)), E::AccessNotAllowed);
		let bank = |seat, access| {
			let mut bank = Candidate { kind: MemberKind::RelyingParty, ..good.clone() };
			bank.peers = Default::default();
			bank.placement.seat = seat;
			bank.placement.access = access;
			bank
		};
		assert_noop!(propose(bank(Seat::Voting, Access::Gateway)), E::SeatNotAllowed);
		assert_noop!(propose(bank(Seat::NonVoting, Access::FullNode)), E::AccessNotAllowed);
		let mut faulty = good.clone();
		faulty.encryption.key = Default::default();
		assert_noop!(propose(faulty), E::InvalidKey);
		assert_noop!(propose(Candidate { quota: 0, ..good.clone() }), E::InvalidQuota);
		let nodes = |peers: Vec<Peer>| Candidate {
			peers: peers.try_into().expect("few nodes; qed"),
			..good.clone()
		};
		let no_id = Peer { id: vec![1, 2, 3].try_into().expect("short; qed"), archive: true };
		assert_noop!(propose(nodes(vec![no_id])), E::InvalidPeer);
		assert_noop!(propose(nodes(vec![peer(50), peer(50)])), E::AlreadyExists);
		// The node of the court.
		assert_noop!(propose(nodes(vec![peer(1)])), E::AlreadyExists);
		assert_ok!(propose(bank(Seat::NonVoting, Access::Gateway)));
	});
}

#[test]
fn proposals_are_bounded_and_an_account_is_proposed_once() {
	test(|| {
		assert_ok!(propose(candidate(FRESH)));
		assert_noop!(propose(candidate(FRESH)), E::AlreadyExists);
		for i in 1..4 {
			assert_ok!(propose(candidate(FRESH + i)));
		}
		assert_noop!(propose(candidate(FRESH + 4)), E::MaxProposalsExceeded);
		let call = Call::withdraw_proposal { proposal: ProposalId(0) };
		assert_ok!(act(by(JUSTICE), call));
		assert_ok!(propose(candidate(FRESH)));
		assert_eq!(NextProposal::<Test>::get(), ProposalId(5));
	});
}

#[test]
fn both_forms_of_a_peer_id_are_known() {
	let ed25519 = [&[0x00, 0x24, 0x08, 0x01, 0x12, 0x20][..], &[5; 32]].concat();
	assert!(is_peer_id(&ed25519));
	assert!(is_peer_id(&peer(1).id));
	assert!(!is_peer_id(&ed25519[..37]));
	assert!(!is_peer_id(&[0x00, 0x00]));
	assert!(!is_peer_id(&[0x12, 0x20, 1]));
	assert!(!is_peer_id(&[]));
}
