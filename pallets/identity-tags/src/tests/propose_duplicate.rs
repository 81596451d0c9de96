use super::*;
use frame_support::assert_noop;
use shejiao_primitives::record::RecordStatus;

fn call(who: u64, first: CaseId, second: CaseId, evidence: RecordId) -> DispatchResult {
	IdentityTags::propose_duplicate(signed(who), first, second, evidence)
}

#[test]
fn an_officer_proposes_for_a_record_of_a_check() {
	run(|ours, theirs| {
		let evidence = check_of(theirs);
		assert_ok!(call(NANHAI_CHECKER, theirs, ours, evidence));
		assert_eq!(
			events(),
			[Event::DuplicateProposed {
				proposal: ProposalId(0),
				first: ours,
				second: theirs,
				by: Some((NANHAI_CHECKER, evidence))
			}]
		);
		assert_noop!(call(CHECKER, ours, theirs, check_of(ours)), Error::<Test>::AlreadyExists);
	});
}

#[test]
fn what_was_rejected_or_split_can_be_proposed_again() {
	run(|ours, theirs| {
		let first = propose(ours, theirs);
		assert_ok!(IdentityTags::reject_duplicate(signed(APPROVER), first, check_of(ours)));
		assert_eq!(propose(theirs, ours), ProposalId(1));
		assert_ok!(IdentityTags::reject_duplicate(signed(APPROVER), ProposalId(1), check_of(ours)));
		let merged = merge(ours, theirs);
		assert_noop!(call(NANHAI_CHECKER, ours, theirs, check_of(ours)), Error::<Test>::CaseMerged);
		take_apart(merged);
		assert_eq!(state(ours, theirs), Some(PairState::Split(merged)));
		merge(theirs, ours);
	});
}

#[test]
fn it_takes_evidence_of_the_right_class_and_case() {
	run(|ours, theirs| {
		let third = MockCases::add(CHANCHENG, &CHECKER, Stage::Open);
		let other_class = MockRecords::add_of_class(ours, CHANCHENG, &CHECKER, classes::CONDUCT);
		let refuted = check_of(ours);
		MockRecords::set_status(refuted, RecordStatus::Disputed);
		for record in [other_class, refuted, check_of(third), RecordId(99)] {
			assert_noop!(call(CHECKER, ours, theirs, record), Error::<Test>::InvalidEvidence);
		}
	});
}

#[test]
fn a_case_and_itself_archived_and_missing_ones_are_refused() {
	run(|ours, theirs| {
		let evidence = check_of(ours);
		assert_noop!(call(CHECKER, ours, ours, evidence), Error::<Test>::SameCase);
		let missing = CaseId([9; 16]);
		assert_noop!(call(CHECKER, ours, missing, evidence), Error::<Test>::CaseNotLive);
		archive(theirs);
		assert_noop!(call(CHECKER, ours, theirs, evidence), Error::<Test>::CaseNotLive);
		// Without a record of a check the answer does not tell which.
		for other in [missing, theirs, CaseId([8; 16])] {
			assert_noop!(call(CHECKER, ours, other, RecordId(99)), Error::<Test>::InvalidEvidence);
		}
	});
}

#[test]
fn those_of_neither_case_propose_nothing() {
	run(|ours, theirs| {
		let evidence = check_of(ours);
		for who in [NOBODY, APPROVER, UNIT_CHECKER, COURT_OFFICER, CITY_CHECKER, STRANGE_OFFICER] {
			for second in [theirs, CaseId([9; 16])] {
				assert_noop!(call(who, ours, second, evidence), Error::<Test>::NotAuthorized);
			}
		}
	});
}

#[test]
fn a_case_stands_in_so_many_pairs_and_no_more() {
	run(|ours, theirs| {
		for _ in 0..4 {
			propose(ours, MockCases::add(CHANCHENG, &CHECKER, Stage::Open));
		}
		assert_noop!(call(CHECKER, ours, theirs, check_of(ours)), Error::<Test>::MaxPairsExceeded);
		NextProposal::<Test>::put(ProposalId(u32::MAX));
		let third = MockCases::add(CHANCHENG, &CHECKER, Stage::Open);
		assert_noop!(
			call(CHECKER, third, theirs, check_of(third)),
			Error::<Test>::NumbersExhausted
		);
	});
}

/// What is over locks nobody: the events tell of it.
#[test]
fn what_was_rejected_or_split_makes_room() {
	run(|ours, theirs| {
		let [first, second, third] =
			[(); 3].map(|()| MockCases::add(CHANCHENG, &CHECKER, Stage::Open));
		take_apart(merge(ours, first));
		for other in [second, third] {
			let rejected = propose(ours, other);
			assert_ok!(IdentityTags::reject_duplicate(signed(APPROVER), rejected, check_of(ours)));
		}
		propose(ours, MockCases::add(CHANCHENG, &CHECKER, Stage::Open));
		events();
		for (gone, other) in
			[(second, theirs), (third, MockCases::add(NANHAI, &NANHAI_CHECKER, Stage::Open))]
		{
			propose(ours, other);
			assert_eq!(events()[0], Event::PairForgotten { first: ours, second: gone });
			assert_eq!(state(ours, gone), None);
			assert!(!Others::<Test>::contains_key(gone));
		}
		// What was split makes room last: its merge is remembered.
		assert!(matches!(state(ours, first), Some(PairState::Split(_))));
		propose(ours, MockCases::add(CHANCHENG, &CHECKER, Stage::Open));
		assert_eq!(state(ours, first), None);
		assert_eq!(Others::<Test>::get(ours).len(), 4);
	});
}

#[test]
fn it_waits_for_a_pause_to_end() {
	run(|ours, theirs| {
		let evidence = check_of(ours);
		assert_eq!(while_paused(|| call(CHECKER, ours, theirs, evidence)), refused_while_paused());
	});
}

#[test]
fn a_closed_file_is_proposed_and_confirmed_with_nothing() {
	run(|ours, theirs| {
		let proposed = MockCases::add(NANHAI, &NANHAI_CHECKER, Stage::Open);
		let proposal = propose(ours, proposed);
		close_file(ours);
		let evidence = check_of(ours);
		assert_noop!(call(CHECKER, ours, theirs, evidence), Error::<Test>::FileClosed);
		assert_noop!(
			call(NANHAI_CHECKER, theirs, ours, check_of(theirs)),
			Error::<Test>::FileClosed
		);
		assert_noop!(confirm(CHECKER, proposal, ours), Error::<Test>::FileClosed);
		assert_ok!(IdentityTags::reject_duplicate(signed(APPROVER), proposal, evidence));
	});
}
