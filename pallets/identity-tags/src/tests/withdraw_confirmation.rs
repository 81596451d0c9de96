use super::*;
use frame_support::assert_noop;

fn withdraw(who: u64, pending: Pending) -> DispatchResult {
	IdentityTags::withdraw_confirmation(signed(who), pending)
}

#[test]
fn the_first_officer_takes_its_word_back_and_another_is_given() {
	run(|ours, theirs| {
		let proposal = propose(ours, theirs);
		let pending = Pending::Proposal(proposal);
		assert_ok!(confirm(CHECKER, proposal, ours));
		events();
		assert_ok!(withdraw(CHECKER, pending));
		assert_eq!(
			events(),
			[Event::ConfirmationWithdrawn { pending, officer: CHECKER, by: CHECKER }]
		);
		assert_noop!(withdraw(CHECKER, pending), Error::<Test>::NotFound);
		assert_ok!(confirm(CHECKER, proposal, theirs));
		assert_ok!(confirm(NANHAI_APPROVER, proposal, theirs));
		assert_noop!(withdraw(CHECKER, pending), Error::<Test>::NotFound);
	});
}

#[test]
fn one_that_approves_takes_the_word_of_a_colleague_back() {
	run(|ours, theirs| {
		let merged = merge(ours, theirs);
		let pending = Pending::Split(merged);
		assert_noop!(withdraw(APPROVER, pending), Error::<Test>::NotFound);
		assert_ok!(split(CHECKER, merged));
		assert_ok!(withdraw(NANHAI_APPROVER, pending));
		let basis = Reason::Judgment;
		assert_ok!(IdentityTags::split(signed(CHECKER), merged, check_of(ours), basis));
		assert_ok!(IdentityTags::split(signed(APPROVER), merged, check_of(ours), basis));
		assert_noop!(withdraw(APPROVER, pending), Error::<Test>::NotFound);
	});
}

#[test]
fn others_take_nothing_back() {
	run(|ours, theirs| {
		let proposal = propose(ours, theirs);
		assert_ok!(confirm(CHECKER, proposal, ours));
		for id in [proposal, ProposalId(77)] {
			let pending = Pending::Proposal(id);
			for who in [NOBODY, 1, UNIT_CHECKER] {
				assert_noop!(withdraw(who, pending), Error::<Test>::NotAuthorized);
			}
			for who in [STRANGE_OFFICER, COURT_OFFICER] {
				assert_noop!(withdraw(who, pending), Error::<Test>::NotFound);
			}
		}
		let pending = Pending::Proposal(proposal);
		for who in [NANHAI_CHECKER, SOCIAL_WORKER] {
			assert_noop!(withdraw(who, pending), Error::<Test>::NotAuthorized);
		}
		// A dismissed officer takes nothing back, nor one that has another duty now.
		MockDirectory::dismiss(&CHECKER);
		assert_noop!(withdraw(CHECKER, pending), Error::<Test>::NotAuthorized);
		employ(CHECKER, CHANCHENG, None, Duties::CASEWORK);
		assert_noop!(withdraw(CHECKER, pending), Error::<Test>::NotAuthorized);
	});
}

#[test]
fn a_pause_does_not_stand_in_the_way() {
	run(|ours, theirs| {
		let proposal = propose(ours, theirs);
		assert_ok!(confirm(CHECKER, proposal, ours));
		MockRegime::pause(ModuleId::SubjectIdentity, true);
		assert_ok!(withdraw(CHECKER, Pending::Proposal(proposal)));
	});
}
