use super::*;
use frame_support::assert_noop;

fn reject(who: u64, proposal: ProposalId, evidence: RecordId) -> DispatchResult {
	IdentityTags::reject_duplicate(signed(who), proposal, evidence)
}

#[test]
fn one_officer_that_approves_rejects() {
	run(|ours, theirs| {
		let proposal = propose(ours, theirs);
		assert_ok!(confirm(CHECKER, proposal, ours));
		let evidence = check_of(theirs);
		events();
		assert_ok!(reject(NANHAI_APPROVER, proposal, evidence));
		assert_eq!(
			events(),
			[Event::DuplicateRejected {
				proposal,
				member: NANHAI,
				officer: NANHAI_APPROVER,
				evidence
			}]
		);
		assert_eq!(state(ours, theirs), Some(PairState::Rejected(proposal)));
		assert_noop!(confirm(CHECKER, proposal, ours), Error::<Test>::NotFound);
		assert_noop!(reject(APPROVER, proposal, evidence), Error::<Test>::NotFound);
	});
}

#[test]
fn nobody_rejects_what_it_has_confirmed_itself() {
	run(|ours, theirs| {
		let proposal = propose(ours, theirs);
		assert_ok!(confirm(BOTH, proposal, ours));
		let evidence = check_of(ours);
		assert_noop!(reject(BOTH, proposal, evidence), Error::<Test>::SameOfficer);
		assert_ok!(IdentityTags::withdraw_confirmation(signed(BOTH), Pending::Proposal(proposal)));
		assert_ok!(reject(BOTH, proposal, evidence));
	});
}

#[test]
fn it_takes_a_record_of_a_check() {
	run(|ours, theirs| {
		let proposal = propose(ours, theirs);
		let other_class = MockRecords::add(ours, CHANCHENG, &CHECKER);
		for record in [other_class, RecordId(99)] {
			assert_noop!(reject(APPROVER, proposal, record), Error::<Test>::InvalidEvidence);
		}
	});
}

#[test]
fn others_reject_nothing() {
	run(|ours, theirs| {
		let proposal = propose(ours, theirs);
		let evidence = check_of(ours);
		for who in [NOBODY, CHECKER, NANHAI_CHECKER, UNIT_CHECKER, SOCIAL_WORKER] {
			assert_noop!(reject(who, proposal, evidence), Error::<Test>::NotAuthorized);
		}
		for who in [COURT_OFFICER, CITY_CHECKER, STRANGE_OFFICER] {
			for id in [proposal, ProposalId(77)] {
				assert_noop!(reject(who, id, evidence), Error::<Test>::NotFound);
			}
		}
	});
}

#[test]
fn it_waits_for_a_pause_to_end() {
	run(|ours, theirs| {
		let proposal = propose(ours, theirs);
		let evidence = check_of(ours);
		assert_eq!(while_paused(|| reject(APPROVER, proposal, evidence)), refused_while_paused());
	});
}
