//! A superior acts for the agency below it by a recorded order.

use super::*;
use frame_support::assert_noop;

/// The one of the city that approves.
const CITY_APPROVER: u64 = 31;

#[test]
fn a_superior_works_on_duplicates_for_the_agency() {
	run(|ours, theirs| {
		employ(CITY_APPROVER, CITY, None, Duties::APPROVAL);
		let propose = || {
			let evidence = check_of(ours);
			IdentityTags::propose_duplicate(signed(CITY_CHECKER), ours, theirs, evidence)
		};
		assert_noop!(propose(), Error::<Test>::NotAuthorized);
		MockMembers::add_order(CITY, CHANCHENG);
		assert_ok!(propose());
		let proposal = ProposalId(0);
		// It has the word of one of the two.
		assert_ok!(confirm(CITY_CHECKER, proposal, theirs));
		assert_noop!(confirm(CITY_APPROVER, proposal, theirs), Error::<Test>::AgencyMissing);
		assert_ok!(confirm(NANHAI_APPROVER, proposal, theirs));
		let merge = Merges::<Test>::get(MergeId(0)).expect("was merged; qed");
		assert_eq!(merge.first.member, CITY);
		assert_ok!(split(CITY_CHECKER, MergeId(0)));
		assert_ok!(split(CITY_APPROVER, MergeId(0)));
	});
}

#[test]
fn a_superior_rejects_and_takes_back_for_the_agency() {
	run(|ours, theirs| {
		let proposal = propose(ours, theirs);
		assert_ok!(confirm(CHECKER, proposal, ours));
		let pending = Pending::Proposal(proposal);
		let take_back = || IdentityTags::withdraw_confirmation(signed(CITY_CHECKER), pending);
		assert_noop!(take_back(), Error::<Test>::NotFound);
		MockMembers::add_order(CITY, NANHAI);
		assert_ok!(take_back());
		let evidence = check_of(theirs);
		assert_ok!(IdentityTags::reject_duplicate(signed(CITY_CHECKER), proposal, evidence));
	});
}

#[test]
fn a_superior_registers_tags_for_the_body_that_decided() {
	run(|ours, _| {
		MockMembers::add_order(STRANGER, COURT);
		assert_ok!(register(STRANGE_OFFICER, ours, &[1]));
		assert_noop!(register(NANHAI_CHECKER, ours, &[2]), Error::<Test>::NotAuthorized);
	});
}
