use super::*;
use frame_support::{assert_noop, dispatch::GetDispatchInfo, weights::Weight};
use shejiao_primitives::{oversight::Severity, record::RecordStatus};
use shejiao_testing::{MockLegalTime, START};
use sp_runtime::traits::Dispatchable;

fn call(who: u64, merge: MergeId, evidence: RecordId, basis: Reason) -> DispatchResult {
	plain(IdentityTags::split(signed(who), merge, evidence, basis))
}

/// Scenario `parole-duplicate`: a later split lets both cases stand for themselves, and tells.
#[test]
fn two_officers_take_a_merge_apart_and_every_party_is_told() {
	run(|ours, theirs| {
		MockCases::set_roles(theirs, COURT, PartyRoles::COPIED.union(PartyRoles::DECIDING));
		let merged = merge(ours, theirs);
		MockLegalTime::advance(7);
		let (first, second) = (check_of(ours), check_of(theirs));
		events();
		assert_ok!(call(NANHAI_CHECKER, merged, first, Reason::Judgment));
		assert_eq!(
			events(),
			[Event::SplitProposed {
				merge: merged,
				basis: Reason::Judgment,
				member: NANHAI,
				officer: NANHAI_CHECKER,
				evidence: first
			}]
		);
		assert_eq!(facts(ours).merged_into, Some(theirs));

		MockLegalTime::advance(7);
		assert_ok!(call(APPROVER, merged, second, Reason::Judgment));
		let told = |member, case| Event::MemberTold {
			merge: merged,
			member,
			through: Subject::Case(case),
		};
		assert_eq!(
			events(),
			[
				Event::CasesSplit {
					merge: merged,
					duplicate: ours,
					kept: theirs,
					basis: Reason::Judgment,
					member: CHANCHENG,
					officer: APPROVER,
					evidence: second
				},
				told(CHANCHENG, ours),
				told(COURT, ours),
				told(NANHAI, theirs),
			]
		);
		assert_eq!(facts(ours).merged_into, None);
		assert_eq!(state(ours, theirs), Some(PairState::Split(merged)));
		assert_eq!(IdentityTags::merges_of(ours), []);
		assert!(IdentityTags::same_at(ours, theirs, START + 13));
		assert!(!IdentityTags::same_at(ours, theirs, START + 14));
		let (ours_changed, theirs_changed) = (Subject::Case(ours), Subject::Case(theirs));
		assert_eq!(
			alerts(),
			[(CHANCHENG, ours_changed), (COURT, ours_changed), (NANHAI, theirs_changed)]
		);
		assert!(MockAlerting::all().iter().all(|alert| alert.1 == Severity::Information));
		assert_eq!(
			MockRecords::links()[2..],
			[(first, Subject::Case(ours)), (second, Subject::Case(ours))]
		);
		assert_noop!(split(CHECKER, merged), Error::<Test>::NotFound);
	});
}

#[test]
fn the_second_is_another_one_that_approves_for_the_same_basis() {
	run(|ours, theirs| {
		let merged = merge(ours, theirs);
		let evidence = check_of(ours);
		assert_noop!(split(APPROVER, merged), Error::<Test>::NotAuthorized);
		assert_ok!(call(BOTH, merged, evidence, Reason::Mistake));
		assert_noop!(split(BOTH, merged), Error::<Test>::SameOfficer);
		assert_noop!(split(NANHAI_CHECKER, merged), Error::<Test>::NotAuthorized);
		assert_noop!(
			call(APPROVER, merged, evidence, Reason::Judgment),
			Error::<Test>::BasisMismatch
		);
		MockRecords::set_status(evidence, RecordStatus::Disputed);
		assert_noop!(split(APPROVER, merged), Error::<Test>::InvalidEvidence);
		MockRecords::set_status(evidence, RecordStatus::Trusted);
		assert_noop!(
			call(APPROVER, merged, RecordId(99), Reason::Mistake),
			Error::<Test>::InvalidEvidence
		);
		assert_ok!(split(APPROVER, merged));
	});
}

#[test]
fn those_of_neither_case_split_nothing() {
	run(|ours, theirs| {
		let merged = merge(ours, theirs);
		let evidence = check_of(ours);
		for id in [merged, MergeId(77)] {
			for who in [COURT_OFFICER, CITY_CHECKER, STRANGE_OFFICER] {
				assert_noop!(call(who, id, evidence, Reason::Mistake), Error::<Test>::NotFound);
			}
			for who in [NOBODY, 1, UNIT_CHECKER] {
				assert_noop!(
					call(who, id, evidence, Reason::Mistake),
					Error::<Test>::NotAuthorized
				);
			}
		}
	});
}

/// What is wrong is put right whatever is paused (PIPL 46).
#[test]
fn a_pause_does_not_stand_in_the_way() {
	run(|ours, theirs| {
		let merged = merge(ours, theirs);
		MockRegime::pause(ModuleId::SubjectIdentity, true);
		take_apart(merged);
	});
}

#[test]
fn it_is_possible_when_a_case_has_been_archived_and_leaves_no_pair() {
	run(|ours, theirs| {
		let merged = merge(ours, theirs);
		archive(theirs);
		assert_eq!(state(ours, theirs), Some(PairState::Merged(merged)));
		take_apart(merged);
		assert_eq!(state(ours, theirs), None);
		assert!(!Others::<Test>::contains_key(ours));
	});
}

#[test]
fn the_tags_of_a_case_that_stands_for_itself_again_are_looked_through_again() {
	run(|ours, theirs| {
		assert_ok!(register(CHECKER, ours, &[1]));
		let merged = merge(ours, theirs);
		let third = MockCases::add(CHANCHENG, &CHECKER, Stage::Open);
		assert_ok!(register(CHECKER, third, &[1]));
		assert_eq!(state(ours, third), None);
		assert_ok!(split(CHECKER, merged));
		events();
		assert_ok!(split(APPROVER, merged));
		let proposed = events().into_iter().any(|event| {
			matches!(event, Event::DuplicateProposed { first, second, by: None, .. }
				if (first, second) == (ours, third))
		});
		assert!(proposed);
		assert!(matches!(state(theirs, third), Some(PairState::Proposed(_))));
	});
}

#[test]
fn without_room_for_a_pair_it_is_split_all_the_same() {
	run(|ours, theirs| {
		assert_ok!(register(CHECKER, ours, &[1]));
		let merged = merge(ours, theirs);
		let third = MockCases::add(CHANCHENG, &CHECKER, Stage::Open);
		assert_ok!(register(CHECKER, third, &[1]));
		for _ in 0..3 {
			propose(third, MockCases::add(CHANCHENG, &CHECKER, Stage::Open));
		}
		events();
		take_apart(merged);
		assert_eq!(state(ours, third), None);
		let skipped = Event::ProposalSkipped { first: ours, second: third };
		assert!(events().contains(&skipped));
	});
}

/// Clocks and parties are paid for by whoever stops or tells them, and by nobody else.
#[test]
fn the_second_word_alone_weighs_what_the_cases_may_cost() {
	run(|ours, theirs| {
		let proposal = propose(ours, theirs);
		let of_call = |call: RuntimeCall| call.get_dispatch_info().call_weight;
		let whole = |least: Weight| least.saturating_add(MergingWeight::get());
		for (who, second) in [(CHECKER, false), (NANHAI_APPROVER, true)] {
			let (kept, evidence) = (theirs, check_of(theirs));
			let least = <() as WeightInfo>::confirm_duplicate();
			let call = Call::<Test>::confirm_duplicate { proposal, kept, evidence };
			assert_eq!(of_call(call.clone().into()), whole(least));
			let done = RuntimeCall::from(call).dispatch(signed(who)).expect("it is confirmed; qed");
			assert_eq!(done.actual_weight, (!second).then_some(least));
		}
		for (who, second) in [(CHECKER, false), (APPROVER, true)] {
			let (merge, evidence, basis) = (MergeId(0), check_of(ours), Reason::Mistake);
			let least = <() as WeightInfo>::split();
			let call = Call::<Test>::split { merge, evidence, basis };
			assert_eq!(of_call(call.clone().into()), whole(least));
			let done = RuntimeCall::from(call).dispatch(signed(who)).expect("it is split; qed");
			assert_eq!(done.actual_weight, (!second).then_some(least));
		}
	});
}
