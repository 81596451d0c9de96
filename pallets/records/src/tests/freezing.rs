//! The freezing of archived files by the clock.

use super::*;
use crate::{Archives, Class, Retention, Settlement};
use shejiao_primitives::case::OnCase;

fn keep(class: ClassId, retention: Retention) {
	let rule = Records::class(class).expect("founding; qed");
	let rule = Class { retention, ..rule };
	assert_ok!(Records::set_class(signed(COUNCIL), class, Box::new(rule)));
}

fn freeze_after(class: ClassId, freeze: u32) {
	keep(class, Retention::Statutory { freeze, keep: 1_000 });
}

fn look_day() -> Option<LegalDate> {
	Archives::<Test>::get(CASE).expect("it is archived; qed").look
}

#[test]
fn an_archived_file_freezes_on_its_day_without_anybody() {
	chain(|| {
		let (one, other) = (visit(), visit());
		archive();
		settle_looks();
		assert_eq!(look_day(), Some(today().plus(365)));
		MockLegalTime::advance_days(364);
		block();
		assert_eq!(status(one), RecordStatus::Trusted);
		MockLegalTime::advance_days(1);
		block();
		for id in [one, other] {
			assert_eq!(status(id), RecordStatus::Frozen);
			assert!(happened(Event::RecordFrozen { record: id, by: None }));
		}
		assert_eq!(look_day(), None);
	});
}

#[test]
fn every_class_has_its_own_day() {
	chain(|| {
		freeze_after(classes::SUPERVISION, 10);
		freeze_after(classes::REVIEW, 20);
		keep(classes::CIRCUMSTANCES, Retention::Working { days: 30 });
		let (early, late, working) =
			(visit(), review(CHIEF), record(CLERK, classes::CIRCUMSTANCES));
		archive();
		let archived = today();
		settle_looks();
		for (days, id) in [(10, early), (20, late), (30, working)] {
			assert_eq!(look_day(), Some(archived.plus(days)));
			assert_ne!(status(id), RecordStatus::Frozen);
			MockLegalTime::advance_days(10);
			settle_looks();
			assert_eq!(status(id), RecordStatus::Frozen);
		}
		assert_eq!(look_day(), None);
	});
}

#[test]
fn a_long_file_is_looked_through_over_blocks_and_nothing_is_passed_over() {
	chain(|| {
		let all: Vec<_> = (0..150).map(|_| visit()).collect();
		archive();
		// Eight steps a block, and one for the case in each.
		assert_eq!(settle_looks(), 150_u32.div_ceil(7));
		MockLegalTime::advance_days(365);
		block();
		let frozen =
			|ids: &[RecordId]| ids.iter().filter(|id| status(**id) == RecordStatus::Frozen).count();
		assert_eq!(frozen(&all), 7);
		settle_looks();
		assert_eq!(frozen(&all), 150);
	});
}

#[test]
fn cases_are_looked_through_in_the_order_of_their_days() {
	chain(|| {
		let late = visit();
		let early = put(CLERK, Anchor { case: OTHER_CASE, ..entry(classes::SUPERVISION) });
		assert_ok!(Records::stage_changed(OTHER_CASE, Stage::Ended, Stage::Archived));
		MockLegalTime::advance_days(1);
		archive();
		settle_looks();
		// The chain stands still past both days.
		MockLegalTime::advance_days(400);
		assert_eq!(Records::freeze_due(2), 2);
		assert_eq!((status(early), status(late)), (RecordStatus::Frozen, RecordStatus::Trusted));
		settle_looks();
		assert_eq!(status(late), RecordStatus::Frozen);
	});
}

#[test]
fn what_is_disputed_or_sealed_on_the_day_freezes_when_it_stands_again() {
	chain(|| {
		let (doubted, sealed) = (visit(), visit());
		let basis = review(CLERK);
		disputed(doubted);
		assert_ok!(Records::seal_record(signed(CHIEF), sealed, basis));
		archive();
		MockLegalTime::advance_days(365);
		settle_looks();
		assert_eq!(status(basis), RecordStatus::Frozen);
		assert_eq!(status(doubted), RecordStatus::Disputed);
		assert_eq!(status(sealed), RecordStatus::Sealed);
		assert_ok!(Records::settle(signed(PROCURATOR), doubted, Settlement::Withdrawn, None));
		// What is decided now is filed now, and freezes in its turn.
		let now = review(CLERK);
		assert_ok!(Records::unseal_record(signed(CHIEF), sealed, now));
		assert_eq!(look_day(), Some(today()));
		settle_looks();
		assert_eq!((status(doubted), status(sealed)), (RecordStatus::Frozen, RecordStatus::Frozen));
		assert_eq!(status(now), RecordStatus::Trusted);
		assert_eq!(look_day(), Some(today().plus(365)));
	});
}

#[test]
fn a_correction_is_looked_for_from_the_start() {
	chain(|| {
		let others: Vec<_> = (0..20).map(|_| visit()).collect();
		let wrong = others[0];
		archive();
		settle_looks();
		MockLegalTime::advance_days(364);
		let later = today().plus(1);
		let correction = Anchor { supersedes: Some(wrong), ..entry(classes::SUPERVISION) };
		let right = put(CLERK, correction);
		assert_eq!(look_day(), Some(today()));
		settle_looks();
		assert_eq!(look_day(), Some(later));
		MockLegalTime::advance_days(1);
		block();
		assert_eq!(status(wrong), RecordStatus::Frozen);
		settle_looks();
		// It came a year late but a day.
		assert_eq!((status(right), look_day()), (RecordStatus::Trusted, Some(today().plus(364))));
		assert!(others.iter().all(|id| status(*id) == RecordStatus::Frozen));
	});
}

#[test]
fn a_case_that_is_taken_up_again_freezes_no_more() {
	chain(|| {
		let id = visit();
		archive();
		settle_looks();
		assert_ok!(Records::stage_changed(CASE, Stage::Archived, Stage::AfterCare));
		assert_eq!(Archives::<Test>::get(CASE), None);
		assert_eq!(crate::Looks::<Test>::iter().count(), 0);
		MockLegalTime::advance_days(400);
		block();
		assert_eq!(status(id), RecordStatus::Trusted);
	});
}

#[test]
fn a_rule_that_keeps_longer_is_followed() {
	chain(|| {
		let id = visit();
		archive();
		settle_looks();
		let archived = Archives::<Test>::get(CASE).expect("it is archived; qed").on;
		freeze_after(classes::SUPERVISION, 500);
		MockLegalTime::advance_days(365);
		settle_looks();
		assert_eq!(status(id), RecordStatus::Trusted);
		assert_eq!(look_day(), Some(archived.plus(500)));
	});
}

#[test]
fn the_retention_of_a_merged_case_counts_from_the_archiving_of_the_one_that_goes_on() {
	chain(|| {
		let id = put(CLERK, Anchor { case: OTHER_CASE, ..entry(classes::SUPERVISION) });
		MockCases::update(OTHER_CASE, |facts| facts.merged_into = Some(CASE));
		archive();
		MockLegalTime::advance_days(364);
		let freeze = || Records::freeze(signed(CLERK), id);
		frame_support::assert_noop!(freeze(), Error::<Test>::RetentionRunning);
		MockLegalTime::advance_days(1);
		assert_ok!(freeze());
	});
}

#[test]
fn what_waits_to_be_destroyed_still_does_when_it_freezes() {
	chain(|| {
		keep(classes::SUPERVISION, Retention::Working { days: 1 });
		let (id, basis) = (visit(), review(CHIEF));
		MockLegalTime::advance_days(1);
		assert_ok!(Records::propose_shred(signed(CLERK), id, basis));
		archive();
		settle_looks();
		assert_eq!(status(id), RecordStatus::Frozen);
		assert_ok!(Records::confirm_shred(signed(CHIEF), id));
	});
}
