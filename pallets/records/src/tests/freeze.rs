//! `freeze`.

use super::*;
use frame_support::assert_noop;

fn set_working(class: ClassId, days: u32) {
	let mut rule = Records::class(class).expect("founding; qed");
	rule.retention = crate::Retention::Working { days };
	assert_ok!(Records::set_class(signed(COUNCIL), class, Box::new(rule)));
}

#[test]
fn a_statutory_file_freezes_by_the_clock_that_runs_from_archiving() {
	chain(|| {
		let id = visit();
		let freeze = || Records::freeze(signed(CLERK), id);
		assert_noop!(freeze(), Error::<Test>::RetentionRunning);
		MockLegalTime::advance_days(2_000);
		assert_noop!(freeze(), Error::<Test>::RetentionRunning);
		archive();
		MockLegalTime::advance_days(364);
		assert_noop!(freeze(), Error::<Test>::RetentionRunning);
		MockLegalTime::advance_days(1);
		assert_ok!(freeze());
		assert_eq!(status(id), RecordStatus::Frozen);
		assert!(happened(Event::RecordFrozen { record: id, by: Some(CLERK) }));
		assert_noop!(freeze(), Error::<Test>::WrongStatus);
	});
}

#[test]
fn a_case_that_is_taken_up_again_is_kept() {
	use shejiao_primitives::case::OnCase;
	chain(|| {
		let id = visit();
		archive();
		MockLegalTime::advance_days(365);
		assert_ok!(Records::stage_changed(CASE, Stage::Archived, Stage::AfterCare));
		let frozen = Records::freeze(signed(CLERK), id);
		assert_noop!(frozen, Error::<Test>::RetentionRunning);
	});
}

#[test]
fn working_data_freezes_by_the_day_of_its_entry() {
	chain(|| {
		set_working(classes::SUPERVISION, 30);
		let long_ago = LegalDate(today().0 - 100);
		let id = put(CLERK, Anchor { act_date: long_ago, ..entry(classes::SUPERVISION) });
		MockLegalTime::advance_days(29);
		let frozen = Records::freeze(signed(CLERK), id);
		assert_noop!(frozen, Error::<Test>::RetentionRunning);
		MockLegalTime::advance_days(1);
		assert_ok!(Records::freeze(signed(CLERK), id));
	});
}

#[test]
fn it_takes_a_keeper_of_records_and_no_dispute() {
	chain(|| {
		set_working(classes::SUPERVISION, 1);
		let id = visit();
		let refuted = visit();
		disputed(refuted);
		MockLegalTime::advance_days(1);
		for who in [STRANGER, PROCURATOR, DEPUTY, GUARDIAN] {
			assert_noop!(Records::freeze(signed(who), id), Error::<Test>::NotAuthorized);
		}
		assert_noop!(Records::freeze(signed(CLERK), refuted), Error::<Test>::WrongStatus);
		assert_noop!(Records::freeze(signed(CLERK), RecordId(99)), Error::<Test>::NotFound);
	});
}

#[test]
fn a_frozen_record_that_is_disputed_in_vain_is_frozen_again() {
	chain(|| {
		set_working(classes::SUPERVISION, 1);
		let id = visit();
		MockLegalTime::advance_days(1);
		assert_ok!(Records::freeze(signed(CLERK), id));
		disputed(id);
		let withdrawn = crate::Settlement::Withdrawn;
		assert_ok!(Records::settle(signed(PROCURATOR), id, withdrawn, None));
		assert_eq!(status(id), RecordStatus::Frozen);
	});
}
