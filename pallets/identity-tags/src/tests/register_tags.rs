use super::*;
use frame_support::{assert_noop, dispatch::GetDispatchInfo};
use sp_runtime::traits::Dispatchable;

#[test]
fn tags_are_held_under_their_key() {
	run(|ours, _| {
		assert_ok!(register(CHECKER, ours, &[1, 2]));
		assert_eq!(
			events(),
			[Event::TagsRegistered {
				case: ours,
				epoch: EPOCH,
				count: 2,
				member: CHANCHENG,
				officer: CHECKER
			}]
		);
		let first = KeyedTag { epoch: EPOCH, tag: tag(1) };
		assert_eq!(Holders::<Test>::get(first).into_inner(), [ours]);
		assert_eq!(Tags::<Test>::get(ours).len(), 2);
	});
}

/// S79: one person, registered under an identity card by one agency and under a passport by another.
#[test]
fn a_tag_that_another_case_holds_proposes_the_two_as_one() {
	run(|ours, theirs| {
		assert_ok!(register(CHECKER, ours, &[1, 2]));
		events();
		assert_ok!(register(NANHAI_CHECKER, theirs, &[3, 2, 1]));
		let proposed = Event::DuplicateProposed {
			proposal: ProposalId(0),
			first: ours,
			second: theirs,
			by: None,
		};
		assert_eq!(events()[1..], [proposed]);
		assert_eq!(state(theirs, ours), Some(PairState::Proposed(ProposalId(0))));
		assert_eq!(IdentityTags::proposals_of(ours), IdentityTags::proposals_of(theirs));
		assert_eq!(IdentityTags::proposals_of(ours).len(), 1);
	});
}

#[test]
fn the_same_tag_under_another_key_says_nothing() {
	run(|ours, theirs| {
		assert_ok!(register(CHECKER, ours, &[1]));
		assert_ok!(register_under(NANHAI_CHECKER, theirs, 2, &[1]));
		assert_eq!(state(ours, theirs), None);
		// While a key is replaced, a case holds tags under both.
		assert_ok!(register_under(CHECKER, ours, 2, &[1]));
		assert_eq!(state(ours, theirs), Some(PairState::Proposed(ProposalId(0))));
	});
}

#[test]
fn a_pair_is_proposed_once_and_not_again_when_it_was_decided() {
	run(|ours, theirs| {
		assert_ok!(register(CHECKER, ours, &[1, 2]));
		assert_ok!(register(NANHAI_CHECKER, theirs, &[1]));
		assert_ok!(register(NANHAI_CHECKER, theirs, &[2]));
		assert_eq!(NextProposal::<Test>::get(), ProposalId(1));
		let evidence = check_of(ours);
		assert_ok!(IdentityTags::reject_duplicate(signed(APPROVER), ProposalId(0), evidence));
		assert_ok!(register_under(CHECKER, ours, 2, &[1]));
		assert_ok!(register_under(NANHAI_CHECKER, theirs, 2, &[1]));
		assert_eq!(state(ours, theirs), Some(PairState::Rejected(ProposalId(0))));
	});
}

#[test]
fn a_tag_of_a_merged_case_proposes_the_one_that_it_goes_on_in() {
	run(|ours, theirs| {
		assert_ok!(register(CHECKER, ours, &[1]));
		merge(ours, theirs);
		let third = MockCases::add(NANHAI, &NANHAI_CHECKER, Stage::Open);
		assert_ok!(register(NANHAI_CHECKER, third, &[1]));
		assert_eq!(state(third, ours), None);
		assert!(matches!(state(third, theirs), Some(PairState::Proposed(_))));
		// Nor is a case proposed with what goes on in it.
		assert_ok!(register(NANHAI_CHECKER, theirs, &[1]));
		assert!(matches!(state(ours, theirs), Some(PairState::Merged(_))));
	});
}

#[test]
fn the_executing_agency_the_one_above_and_the_one_that_decided_register() {
	run(|ours, theirs| {
		for (number, who) in [(1, CHECKER), (2, CITY_CHECKER), (3, COURT_OFFICER), (4, BOTH)] {
			assert_ok!(register(who, ours, &[number]));
		}
		assert_ok!(register(CITY_CHECKER, theirs, &[9]));
	});
}

#[test]
fn everybody_else_gets_one_answer_whether_there_is_a_case_or_a_tag() {
	run(|ours, theirs| {
		assert_ok!(register(CHECKER, ours, &[1]));
		let missing = CaseId([9; 16]);
		for who in [NOBODY, 1, APPROVER, SOCIAL_WORKER, UNIT_CHECKER, STRANGE_OFFICER] {
			for (case, number) in [(ours, 1), (ours, 2), (theirs, 1), (missing, 1), (missing, 2)] {
				assert_noop!(register(who, case, &[number]), Error::<Test>::NotAuthorized);
			}
		}
		// Nor do those of the other case learn anything.
		assert_noop!(register(NANHAI_CHECKER, ours, &[1]), Error::<Test>::NotAuthorized);
		assert_noop!(register(COURT_OFFICER, theirs, &[1]), Error::<Test>::NotAuthorized);
		assert_noop!(
			IdentityTags::register_tags(RuntimeOrigin::root(), ours, EPOCH, Default::default()),
			sp_runtime::DispatchError::BadOrigin
		);
	});
}

#[test]
fn the_weight_is_the_same_whatever_is_found() {
	run(|ours, theirs| {
		assert_ok!(register(CHECKER, ours, &[1]));
		let missing = CaseId([9; 16]);
		let outcomes = [
			(NANHAI_CHECKER, theirs, 1),
			(NANHAI_CHECKER, theirs, 2),
			(STRANGE_OFFICER, theirs, 1),
			(STRANGE_OFFICER, missing, 2),
		]
		.map(|(who, case, number)| {
			let tags = vec![tag(number)].try_into().expect("one; qed");
			let call = RuntimeCall::from(Call::<Test>::register_tags { case, epoch: EPOCH, tags });
			let declared = call.get_dispatch_info().call_weight;
			let used = match call.dispatch(signed(who)) {
				Ok(info) => info.actual_weight,
				Err(error) => error.post_info.actual_weight,
			};
			(declared, used)
		});
		assert!(outcomes.iter().all(|outcome| *outcome == (outcomes[0].0, None)));
		assert!(matches!(state(ours, theirs), Some(PairState::Proposed(_))));
	});
}

#[test]
fn what_is_empty_twice_or_too_much_is_refused() {
	run(|ours, theirs| {
		assert_noop!(register(CHECKER, ours, &[]), Error::<Test>::NoTags);
		assert_noop!(register(CHECKER, ours, &[1, 1]), Error::<Test>::AlreadyExists);
		assert_ok!(register(CHECKER, ours, &[1, 2, 3]));
		assert_noop!(register(CHECKER, ours, &[3]), Error::<Test>::AlreadyExists);
		assert_noop!(register(CHECKER, ours, &[4, 5, 6]), Error::<Test>::MaxTagsExceeded);
		assert_ok!(register(NANHAI_CHECKER, theirs, &[1]));
	});
}

/// Whether many hold a tag is not to be found out by registering it.
#[test]
fn a_tag_that_many_hold_is_registered_like_any_other() {
	run(|ours, theirs| {
		assert_ok!(register(CHECKER, ours, &[1]));
		assert_ok!(register(NANHAI_CHECKER, theirs, &[1]));
		let [third, fourth] = [(); 2].map(|()| MockCases::add(CHANCHENG, &CHECKER, Stage::Open));
		assert_ok!(register(CHECKER, third, &[1]));
		events();
		assert_ok!(register(CHECKER, fourth, &[1, 2]));
		let told = events();
		assert!(matches!(told[0], Event::TagsRegistered { count: 2, .. }));
		assert_eq!(told[1], Event::TagCrowded { case: fourth, epoch: EPOCH });
		assert_noop!(register(CHECKER, fourth, &[1]), Error::<Test>::AlreadyExists);
		// It is put beside those that are found, though it is not found itself.
		assert!(matches!(state(fourth, theirs), Some(PairState::Proposed(_))));
		let one = KeyedTag { epoch: EPOCH, tag: tag(1) };
		assert_eq!(Holders::<Test>::get(one).into_inner(), [ours, theirs, third]);
		assert!(Waiting::<Test>::contains_key(one, fourth));
		// Before one of them lets go.
		let reason = Reason::Mistake;
		assert_ok!(IdentityTags::withdraw_tags(signed(NANHAI_CHECKER), theirs, EPOCH, reason));
		assert_eq!(Holders::<Test>::get(one).into_inner(), [ours, third, fourth]);
		assert!(Waiting::<Test>::iter().next().is_none());
	});
}

#[test]
fn a_tag_that_waits_is_withdrawn_like_any_other() {
	run(|ours, theirs| {
		let [third, fourth] = [(); 2].map(|()| MockCases::add(CHANCHENG, &CHECKER, Stage::Open));
		for case in [ours, third, fourth] {
			assert_ok!(register(CHECKER, case, &[1]));
		}
		assert_ok!(register(NANHAI_CHECKER, theirs, &[1]));
		let reason = Reason::Mistake;
		assert_ok!(IdentityTags::withdraw_tags(signed(NANHAI_CHECKER), theirs, EPOCH, reason));
		assert!(Waiting::<Test>::iter().next().is_none());
		let one = KeyedTag { epoch: EPOCH, tag: tag(1) };
		assert_eq!(Holders::<Test>::get(one).into_inner(), [ours, third, fourth]);
	});
}

#[test]
fn without_room_for_a_pair_it_is_registered_all_the_same() {
	run(|ours, _| {
		for number in 1..=4 {
			let other = MockCases::add(CHANCHENG, &CHECKER, Stage::Open);
			assert_ok!(register(CHECKER, other, &[number]));
		}
		assert_ok!(register(CHECKER, ours, &[1, 2, 3, 4]));
		let fifth = MockCases::add(CHANCHENG, &CHECKER, Stage::Open);
		assert_ok!(register(CHECKER, fifth, &[5]));
		events();
		assert_ok!(register(CHECKER, ours, &[5]));
		let skipped = Event::ProposalSkipped { first: ours, second: fifth };
		assert_eq!(events()[1..], [skipped]);
		assert_eq!(state(ours, fifth), None);
		// What was decided makes room.
		let evidence = check_of(ours);
		assert_ok!(IdentityTags::reject_duplicate(signed(APPROVER), ProposalId(0), evidence));
		let sixth = MockCases::add(CHANCHENG, &CHECKER, Stage::Open);
		assert_ok!(register(CHECKER, sixth, &[5]));
		assert!(matches!(state(ours, sixth), Some(PairState::Proposed(_))));
	});
}

#[test]
fn archived_and_merged_cases_take_none() {
	run(|ours, theirs| {
		merge(ours, theirs);
		assert_noop!(register(CHECKER, ours, &[1]), Error::<Test>::CaseMerged);
		archive(theirs);
		assert_noop!(register(NANHAI_CHECKER, theirs, &[1]), Error::<Test>::CaseNotLive);
	});
}

#[test]
fn it_waits_for_a_pause_to_end() {
	run(|ours, _| {
		assert_eq!(while_paused(|| register(CHECKER, ours, &[1])), refused_while_paused());
		assert_ok!(register(CHECKER, ours, &[1]));
	});
}

/// What the law has closed is not found again by a later case of the person.
#[test]
fn a_closed_file_is_not_found_by_its_tags_and_takes_none() {
	run(|ours, theirs| {
		assert_ok!(register(CHECKER, ours, &[1]));
		close_file(ours);
		assert_ok!(register(NANHAI_CHECKER, theirs, &[1]));
		assert_eq!(state(ours, theirs), None);
		assert_eq!(NextProposal::<Test>::get(), ProposalId(0));
		assert_noop!(register(CHECKER, ours, &[2]), Error::<Test>::FileClosed);
		// An end alone closes nothing.
		MockCases::update(ours, |facts| facts.restricted = false);
		assert_ok!(register(CHECKER, ours, &[2]));
		assert_ok!(register(NANHAI_CHECKER, theirs, &[2]));
		assert!(matches!(state(ours, theirs), Some(PairState::Proposed(_))));
	});
}
