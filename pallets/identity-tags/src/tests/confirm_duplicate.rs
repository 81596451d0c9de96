use super::*;
use frame_support::assert_noop;
use shejiao_primitives::record::RecordStatus;
use shejiao_testing::{MockLegalTime, START};
use sp_runtime::DispatchError;

fn call(who: u64, proposal: ProposalId, kept: CaseId, evidence: RecordId) -> DispatchResult {
	plain(IdentityTags::confirm_duplicate(signed(who), proposal, kept, evidence))
}

#[test]
fn two_officers_merge_from_documents() {
	run(|ours, theirs| {
		let proposal = propose(ours, theirs);
		events();
		let (first, second) = (check_of(ours), check_of(theirs));
		assert_ok!(call(CHECKER, proposal, ours, first));
		assert_eq!(
			events(),
			[Event::DuplicateConfirmed {
				proposal,
				kept: ours,
				member: CHANCHENG,
				officer: CHECKER,
				evidence: first
			}]
		);
		assert_eq!(facts(theirs).merged_into, None);

		MockLegalTime::advance(5);
		assert_ok!(call(NANHAI_APPROVER, proposal, ours, second));
		assert_eq!(
			events(),
			[Event::CasesMerged {
				merge: MergeId(0),
				proposal,
				duplicate: theirs,
				kept: ours,
				member: NANHAI,
				officer: NANHAI_APPROVER,
				evidence: second
			}]
		);
		assert_eq!(facts(theirs).merged_into, Some(ours));
		assert_eq!(IdentityTags::proposals_of(ours), []);
		assert_eq!(IdentityTags::merges_of(ours), IdentityTags::merges_of(theirs));
		assert_eq!(IdentityTags::merges_of(ours).len(), 1);
		let dependant = Subject::Case(theirs);
		assert_eq!(MockRecords::links(), [(first, dependant), (second, dependant)]);
	});
}

/// What could be told about a past moment then is told the same later.
#[test]
fn who_was_one_with_whom_is_told_for_every_moment() {
	run(|ours, theirs| {
		MockLegalTime::advance(10);
		let first = merge(theirs, ours);
		MockLegalTime::advance(10);
		take_apart(first);
		MockLegalTime::advance(10);
		merge(ours, theirs);
		let same = |after| IdentityTags::same_at(ours, theirs, START + after);
		let expected = [(9, false), (10, true), (19, true), (20, false), (29, false), (30, true)];
		for (after, one) in expected {
			assert_eq!(same(after), one, "{after} milliseconds after the start");
		}
		assert_eq!(IdentityTags::kept_at(theirs, START + 15), ours);
		assert_eq!(IdentityTags::kept_at(ours, START + 15), ours);
		assert_eq!(IdentityTags::kept_at(ours, START + 35), theirs);
	});
}

#[test]
fn the_second_is_another_one_with_the_duty_to_approve() {
	run(|ours, theirs| {
		let proposal = propose(ours, theirs);
		assert_noop!(confirm(APPROVER, proposal, ours), Error::<Test>::NotAuthorized);
		assert_ok!(confirm(BOTH, proposal, ours));
		assert_noop!(confirm(BOTH, proposal, ours), Error::<Test>::SameOfficer);
		assert_noop!(confirm(CHECKER, proposal, ours), Error::<Test>::NotAuthorized);
		assert_noop!(confirm(NANHAI_CHECKER, proposal, ours), Error::<Test>::NotAuthorized);
		assert_ok!(confirm(NANHAI_APPROVER, proposal, ours));
	});
}

/// Nobody merges another agency's case away: one of the two officers is of each.
#[test]
fn both_agencies_have_their_word() {
	run(|ours, theirs| {
		let proposal = propose(ours, theirs);
		for kept in [ours, theirs] {
			assert_ok!(confirm(CHECKER, proposal, kept));
			assert_noop!(confirm(APPROVER, proposal, kept), Error::<Test>::AgencyMissing);
			let pending = Pending::Proposal(proposal);
			assert_ok!(IdentityTags::withdraw_confirmation(signed(CHECKER), pending));
		}
		assert_ok!(confirm(NANHAI_CHECKER, proposal, ours));
		assert_noop!(confirm(NANHAI_APPROVER, proposal, ours), Error::<Test>::AgencyMissing);
		assert_ok!(confirm(APPROVER, proposal, ours));
		// Of two of its own it says so alone.
		let other = MockCases::add(CHANCHENG, &CHECKER, Stage::Open);
		let proposal = propose(ours, other);
		assert_ok!(confirm(CHECKER, proposal, ours));
		assert_ok!(confirm(APPROVER, proposal, ours));
	});
}

#[test]
fn the_one_that_registered_the_tag_may_be_the_first() {
	run(|ours, theirs| {
		assert_ok!(register(CHECKER, ours, &[1]));
		assert_ok!(register(NANHAI_CHECKER, theirs, &[1]));
		assert_ok!(confirm(NANHAI_CHECKER, ProposalId(0), theirs));
		assert_ok!(confirm(APPROVER, ProposalId(0), theirs));
	});
}

#[test]
fn both_keep_the_same_case_of_the_two() {
	run(|ours, theirs| {
		let proposal = propose(ours, theirs);
		let third = MockCases::add(CHANCHENG, &CHECKER, Stage::Open);
		assert_noop!(call(CHECKER, proposal, third, check_of(ours)), Error::<Test>::KeptMismatch);
		assert_ok!(confirm(CHECKER, proposal, ours));
		assert_noop!(confirm(APPROVER, proposal, theirs), Error::<Test>::KeptMismatch);
	});
}

#[test]
fn the_evidence_of_both_must_stand() {
	run(|ours, theirs| {
		let proposal = propose(ours, theirs);
		let first = check_of(ours);
		let other_class = MockRecords::add(ours, CHANCHENG, &CHECKER);
		assert_noop!(call(CHECKER, proposal, ours, other_class), Error::<Test>::InvalidEvidence);
		assert_ok!(call(CHECKER, proposal, ours, first));
		MockRecords::set_status(first, RecordStatus::Superseded);
		assert_noop!(confirm(NANHAI_APPROVER, proposal, ours), Error::<Test>::InvalidEvidence);
		MockRecords::set_status(first, RecordStatus::Trusted);
		assert_noop!(call(APPROVER, proposal, ours, RecordId(99)), Error::<Test>::InvalidEvidence);
		assert_ok!(confirm(NANHAI_APPROVER, proposal, ours));
	});
}

/// One look tells where a case goes on.
#[test]
fn a_case_that_others_go_on_in_is_no_duplicate() {
	run(|ours, theirs| {
		let first = merge(ours, theirs);
		let third = MockCases::add(CHANCHENG, &CHECKER, Stage::Open);
		let proposal = propose(third, theirs);
		assert_noop!(confirm(CHECKER, proposal, third), Error::<Test>::HasDuplicates);
		assert_ok!(confirm(CHECKER, proposal, theirs));
		assert_ok!(confirm(NANHAI_APPROVER, proposal, theirs));
		take_apart(first);
		assert_eq!(facts(third).merged_into, Some(theirs));
		assert_eq!(IdentityTags::root(ours), ours);
	});
}

#[test]
fn what_was_proposed_of_the_duplicate_is_proposed_of_the_kept_case() {
	run(|ours, theirs| {
		let third = MockCases::add(CHANCHENG, &CHECKER, Stage::Open);
		let fourth = MockCases::add(CHANCHENG, &CHECKER, Stage::Open);
		let moved = propose(ours, third);
		let known = propose(ours, fourth);
		let rejected = propose(theirs, fourth);
		assert_ok!(IdentityTags::reject_duplicate(
			signed(NANHAI_APPROVER),
			rejected,
			check_of(theirs)
		));
		let proposal = propose(ours, theirs);
		assert_ok!(confirm(CHECKER, proposal, theirs));
		events();
		assert_ok!(confirm(NANHAI_APPROVER, proposal, theirs));
		let next = ProposalId(proposal.0 + 1);
		assert_eq!(
			events()[1..],
			[
				Event::ProposalLapsed { proposal: moved },
				Event::DuplicateProposed { proposal: next, first: theirs, second: third, by: None },
				Event::ProposalLapsed { proposal: known },
			]
		);
		assert_eq!(state(theirs, third), Some(PairState::Proposed(next)));
		assert_eq!(state(theirs, fourth), Some(PairState::Rejected(rejected)));
		assert_eq!((state(ours, third), state(ours, fourth)), (None, None));
	});
}

#[test]
fn where_the_kept_case_has_no_room_the_proposal_lapses() {
	run(|ours, theirs| {
		let third = MockCases::add(CHANCHENG, &CHECKER, Stage::Open);
		let lapsing = propose(ours, third);
		let proposal = propose(ours, theirs);
		for _ in 0..3 {
			propose(theirs, MockCases::add(CHANCHENG, &CHECKER, Stage::Open));
		}
		assert_ok!(confirm(CHECKER, proposal, theirs));
		events();
		assert_ok!(confirm(NANHAI_APPROVER, proposal, theirs));
		assert_eq!(
			events()[1..],
			[
				Event::ProposalLapsed { proposal: lapsing },
				Event::ProposalSkipped { first: theirs, second: third },
			]
		);
		assert_eq!(state(theirs, third), None);
	});
}

#[test]
fn those_of_neither_case_learn_nothing_of_a_proposal() {
	run(|ours, theirs| {
		let proposal = propose(ours, theirs);
		for who in [COURT_OFFICER, CITY_CHECKER, STRANGE_OFFICER] {
			for id in [proposal, ProposalId(77)] {
				assert_noop!(confirm(who, id, ours), Error::<Test>::NotFound);
			}
		}
		for who in [NOBODY, 1, UNIT_CHECKER] {
			for id in [proposal, ProposalId(77)] {
				assert_noop!(confirm(who, id, ours), Error::<Test>::NotAuthorized);
			}
		}
		assert_noop!(confirm(SOCIAL_WORKER, proposal, ours), Error::<Test>::NotAuthorized);
	});
}

#[test]
fn what_the_cases_or_records_refuse_leaves_nothing_half_done() {
	run(|ours, theirs| {
		let proposal = propose(ours, theirs);
		assert_ok!(confirm(CHECKER, proposal, ours));
		MockRecords::limit_links(1);
		let evidence = check_of(ours);
		// The mocks are no storage: what they were told is taken back by hand.
		let full = DispatchError::Other("too many dependants");
		assert_noop!(call(NANHAI_APPROVER, proposal, ours, evidence), full);
		MockCases::update(theirs, |facts| facts.merged_into = None);
		MockRecords::limit_links(9);
		MockCases::update(theirs, |facts| facts.merged_into = Some(ours));
		let refused = DispatchError::Other("not mergeable");
		assert_noop!(call(NANHAI_APPROVER, proposal, ours, evidence), refused);
		MockCases::update(theirs, |facts| facts.merged_into = None);
		NextMerge::<Test>::put(MergeId(u32::MAX));
		assert_noop!(confirm(NANHAI_APPROVER, proposal, ours), Error::<Test>::NumbersExhausted);
	});
}

#[test]
fn it_waits_for_a_pause_to_end() {
	run(|ours, theirs| {
		let proposal = propose(ours, theirs);
		assert_eq!(while_paused(|| confirm(CHECKER, proposal, ours)), refused_while_paused());
	});
}
