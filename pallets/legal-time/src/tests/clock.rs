use crate::mock::*;
use shejiao_primitives::time::{LegalDate, LegalTime as _, DAY};
use shejiao_testing::START;

#[test]
fn now_is_the_timestamp() {
	chain(None, 0).execute_with(|| {
		Now::set(START + 3);
		assert_eq!(LegalTime::now(), START + 3);
	});
}

#[test]
fn the_real_date_changes_at_midnight_in_utc_plus_8() {
	chain(None, 0).execute_with(|| {
		Now::set(START + DAY - 1);
		assert_eq!(LegalTime::today(), LegalDate(20_778));
		Now::set(START + DAY);
		assert_eq!(LegalTime::today(), LegalDate(20_779));
	});
}

#[test]
fn shortened_days_run_from_the_start() {
	chain(Some(2_000), START + 7).execute_with(|| {
		Now::set(START + 7);
		assert_eq!(LegalTime::today(), LegalDate(20_778));
		Now::set(START + 7 + 10 * 2_000);
		assert_eq!(LegalTime::today(), LegalDate(20_788));
	});
}

#[test]
fn before_the_first_timestamp_there_is_a_date_all_the_same() {
	chain(Some(2_000), START).execute_with(|| {
		Now::set(0);
		assert_eq!(LegalTime::today(), LegalDate(0));
	});
}

#[cfg(feature = "runtime-benchmarks")]
#[test]
fn benchmarks_of_other_pallets_set_the_moment() {
	chain(None, 0).execute_with(|| {
		LegalTime::benchmark_set_now(START + 9);
		assert_eq!(LegalTime::now(), START + 9);
	});
}
