use crate::{mock::*, Clock, Pallet};
use shejiao_primitives::time::{LegalClock, LegalDate, LegalTime as _, DAY};
use shejiao_testing::START;

#[test]
fn without_a_day_length_days_are_real() {
	chain(None, 0).execute_with(|| {
		assert_eq!(Clock::<Test>::get(), LegalClock::REAL);
		assert!(!Pallet::<Test>::is_shortened());
	});
}

#[test]
fn a_day_of_real_length_is_the_real_day_whatever_the_start() {
	chain(Some(DAY), START + 5).execute_with(|| {
		assert_eq!(LegalTime::clock(), LegalClock::REAL);
		assert!(!Pallet::<Test>::is_shortened());
	});
}

#[test]
fn a_shortened_day_starts_at_the_real_date_and_shows() {
	chain(Some(2_000), START + 7).execute_with(|| {
		assert_eq!(
			LegalTime::clock(),
			LegalClock { day: 2_000, anchor: START + 7, anchor_date: LegalDate(20_778) }
		);
		assert!(Pallet::<Test>::is_shortened());
	});
}

#[test]
#[should_panic(expected = "legalTime.dayLength")]
fn a_day_without_length_is_refused() {
	chain(Some(0), START).execute_with(|| ());
}

#[test]
#[should_panic(expected = "legalTime.dayLength")]
fn a_day_longer_than_a_day_is_refused() {
	chain(Some(DAY + 1), START).execute_with(|| ());
}

#[test]
#[should_panic(expected = "legalTime.start")]
fn a_start_in_seconds_is_refused() {
	chain(Some(2_000), START / 1_000).execute_with(|| ());
}
