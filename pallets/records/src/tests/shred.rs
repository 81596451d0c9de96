//! `propose_shred`, `confirm_shred` and `withdraw_shred`.

use super::*;
use crate::ShredProposals;
use frame_support::assert_noop;
use shejiao_primitives::regime::ModuleId;
use shejiao_testing::MockRegime;

/// Days for which the founding table keeps daily supervision.
const KEPT: u32 = 10_950;

/// A record whose retention has run out, and the approved list.
fn ripe() -> (RecordId, RecordId) {
	let seal = vec![7; 64].try_into().ok();
	let id = put(CLERK, Anchor { seal, ..entry(classes::SUPERVISION) });
	let list = review(CHIEF);
	archive();
	MockLegalTime::advance_days(KEPT);
	assert_ok!(Records::freeze(signed(CLERK), id));
	(id, list)
}

#[test]
fn two_officers_make_a_tombstone_of_a_file_upon_an_approved_list() {
	chain(|| {
		let (id, list) = ripe();
		assert_ok!(Records::propose_shred(signed(CLERK), id, list));
		assert!(happened(Event::ShredProposed { record: id, by: CLERK, basis: list }));
		assert_ok!(Records::confirm_shred(signed(CHIEF), id));
		let tombstone = header(id);
		assert_eq!(tombstone.status, RecordStatus::Shredded);
		assert_eq!((tombstone.locator, tombstone.seal), (H256::zero(), None));
		assert_eq!(tombstone.commitment, H256::repeat_byte(1));
		assert!(happened(Event::RecordShredded {
			record: id,
			proposed_by: CLERK,
			confirmed_by: CHIEF,
			basis: list,
		}));
		let again = Records::propose_shred(signed(CLERK), id, list);
		assert_noop!(again, Error::<Test>::WrongStatus);
	});
}

#[test]
fn one_officer_does_not_do_both() {
	chain(|| {
		let (id, list) = ripe();
		assert_ok!(Records::propose_shred(signed(CHIEF), id, list));
		let confirmed = Records::confirm_shred(signed(CHIEF), id);
		assert_noop!(confirmed, Error::<Test>::SameOfficer);
		// Keeping records is not approval.
		let confirmed = Records::confirm_shred(signed(CLERK), id);
		assert_noop!(confirmed, Error::<Test>::NotAuthorized);
		assert_ok!(Records::confirm_shred(signed(DEPUTY), id));
	});
}

#[test]
fn retention_is_waited_for() {
	chain(|| {
		let id = visit();
		let list = review(CHIEF);
		let propose = || Records::propose_shred(signed(CLERK), id, list);
		assert_noop!(propose(), Error::<Test>::WrongStatus);
		archive();
		MockLegalTime::advance_days(365);
		assert_ok!(Records::freeze(signed(CLERK), id));
		assert_noop!(propose(), Error::<Test>::RetentionRunning);
		MockLegalTime::advance_days(KEPT - 366);
		assert_noop!(propose(), Error::<Test>::RetentionRunning);
		MockLegalTime::advance_days(1);
		assert_ok!(propose());
		assert_noop!(propose(), Error::<Test>::AlreadyExists);
	});
}

#[test]
fn working_data_needs_no_freezing_before() {
	chain(|| {
		let mut rule = Records::class(classes::SUPERVISION).expect("founding; qed");
		rule.retention = crate::Retention::Working { days: 10 };
		assert_ok!(Records::set_class(signed(COUNCIL), classes::SUPERVISION, Box::new(rule)));
		let (id, list) = (visit(), review(CHIEF));
		let propose = || Records::propose_shred(signed(CLERK), id, list);
		assert_noop!(propose(), Error::<Test>::RetentionRunning);
		MockLegalTime::advance_days(10);
		assert_ok!(propose());
		assert_ok!(Records::confirm_shred(signed(CHIEF), id));
	});
}

#[test]
fn a_dispute_stops_it() {
	chain(|| {
		let (id, list) = ripe();
		assert_ok!(Records::propose_shred(signed(CLERK), id, list));
		MockCases::update(CASE, |facts| facts.stage = Stage::AfterCare);
		disputed(id);
		assert!(happened(Event::ShredDropped { record: id }));
		let confirmed = Records::confirm_shred(signed(CHIEF), id);
		assert_noop!(confirmed, Error::<Test>::NotFound);
		let proposed = Records::propose_shred(signed(CLERK), id, list);
		assert_noop!(proposed, Error::<Test>::WrongStatus);
	});
}

#[test]
fn the_list_must_still_stand_when_it_is_confirmed() {
	chain(|| {
		let (id, list) = ripe();
		assert_ok!(Records::propose_shred(signed(CLERK), id, list));
		put(CHIEF, Anchor { supersedes: Some(list), ..entry(classes::REVIEW) });
		let confirmed = Records::confirm_shred(signed(DEPUTY), id);
		assert_noop!(confirmed, Error::<Test>::EvidenceMissing);
		assert_ok!(Records::withdraw_shred(signed(CLERK), id));
	});
}

#[test]
fn only_the_agency_that_keeps_the_record_destroys_it() {
	chain(|| {
		let (id, list) = ripe();
		for who in [STRANGER, PROCURATOR, GUARDIAN] {
			let proposed = Records::propose_shred(signed(who), id, list);
			assert_noop!(proposed, Error::<Test>::NotAuthorized);
		}
		let without = Records::propose_shred(signed(CLERK), id, RecordId(99));
		assert_noop!(without, Error::<Test>::EvidenceMissing);
		let nothing = Records::propose_shred(signed(CLERK), RecordId(99), list);
		assert_noop!(nothing, Error::<Test>::NotFound);
		assert_ok!(Records::propose_shred(signed(CLERK), id, list));
		let confirmed = Records::confirm_shred(signed(PROCURATOR), id);
		assert_noop!(confirmed, Error::<Test>::NotAuthorized);
	});
}

#[test]
fn a_proposal_is_withdrawn() {
	chain(|| {
		let (id, list) = ripe();
		let withdrawn = Records::withdraw_shred(signed(CLERK), id);
		assert_noop!(withdrawn, Error::<Test>::NotFound);
		assert_ok!(Records::propose_shred(signed(CLERK), id, list));
		let withdrawn = Records::withdraw_shred(signed(PROCURATOR), id);
		assert_noop!(withdrawn, Error::<Test>::NotAuthorized);
		assert_ok!(Records::withdraw_shred(signed(CHIEF), id));
		assert!(!ShredProposals::<Test>::contains_key(id));
	});
}

#[test]
fn a_pause_stops_destruction() {
	chain(|| {
		let (id, list) = ripe();
		MockRegime::pause(ModuleId::Records, true);
		let proposed = Records::propose_shred(signed(CLERK), id, list);
		assert_noop!(proposed, Error::<Test>::ModulePaused);
		MockRegime::pause(ModuleId::Records, false);
		assert_ok!(Records::propose_shred(signed(CLERK), id, list));
		MockRegime::pause(ModuleId::Records, true);
		let confirmed = Records::confirm_shred(signed(CHIEF), id);
		assert_noop!(confirmed, Error::<Test>::ModulePaused);
	});
}
