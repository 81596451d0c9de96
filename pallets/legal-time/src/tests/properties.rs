//! The clock of a chain against days that are counted one by one.

use crate::mock::*;
use proptest::prelude::*;
use shejiao_primitives::time::{LegalDate, LegalTime as _, Moment, DAY};
use shejiao_testing::{property::Tally, START};
use std::{cell::RefCell, panic::catch_unwind};

const REAL_HOUR: Moment = 3_600_000;

/// The date of `now`, by walking from midnight of 2026-11-21 in UTC+8 (real days), or from the
/// moment `start` on that day (shortened days), one day at a time.
fn walked(day: Moment, start: Moment, now: Moment) -> LegalDate {
	let mut midnight = if day == DAY { START } else { start };
	let mut date = 20_778;
	while midnight + day <= now {
		midnight += day;
		date += 1;
	}
	LegalDate(date)
}

#[test]
fn dates_are_those_of_a_calendar_that_is_walked_day_by_day() {
	let tally = RefCell::new(Tally::default());
	let mut runner = proptest::test_runner::TestRunner::deterministic();
	let length = prop_oneof![
		1 => Just(DAY),
		4 => REAL_HOUR..DAY,
		4 => 1_000..REAL_HOUR,
		1 => Just(0),
		1 => DAY + 1..=Moment::MAX,
	];
	let steps = proptest::collection::vec(0..2 * REAL_HOUR, 64);
	runner
		.run(&(length, 0..23 * REAL_HOUR, steps), |(day, offset, steps)| {
			let start = START + offset;
			let lawful = day > 0 && day <= DAY;
			let built = catch_unwind(|| {
				chain(Some(day), start).execute_with(|| {
					Now::set(start);
					for wait in steps {
						Now::set(Now::get() + wait);
						assert_eq!(LegalTime::today(), walked(day, start, Now::get()));
					}
				})
			});
			tally.borrow_mut().note("genesis", built.is_ok());
			prop_assert_eq!(built.is_ok(), lawful);
			Ok(())
		})
		.expect("the dates are those that are walked");
	tally.into_inner().check(&["genesis"]);
}
