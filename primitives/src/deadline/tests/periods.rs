use super::*;
use proptest::prelude::*;
use std::{string::String, vec, vec::Vec};

/// The last day of a period that begins at noon of `from`.
fn due(period: Period, from: &str) -> String {
	let computed = compute(&period, noon(date(from)), &[], &CLOCK, &known());
	text(computed.due.day(&CLOCK))
}

const fn days(n: u16) -> Period {
	Period::new(n, Unit::CalendarDay)
}

const fn working(n: u16) -> Period {
	Period::new(n, Unit::WorkingDay)
}

const fn months(n: u16) -> Period {
	Period::new(n, Unit::Month)
}

#[test]
fn the_day_of_receipt_is_not_counted_and_the_last_day_is() {
	assert_eq!(due(days(1), "2026-03-02"), "2026-03-03");
	// Exactly 7, 10 and 30 days.
	assert_eq!(due(days(7), "2026-03-02"), "2026-03-09");
	assert_eq!(due(days(10), "2026-03-02"), "2026-03-12");
	assert_eq!(due(days(30), "2026-03-02"), "2026-04-01");
	// Whenever on the day it began.
	for hour in [0, 1, 12, 23] {
		let from = CLOCK.start_of(date("2026-03-02")) + hour * HOUR;
		let computed = compute(&days(7), from, &[], &CLOCK, &());
		assert_eq!(computed, Computed::fixed(Due::Day(date("2026-03-09"))));
	}
}

#[test]
fn exactly_the_number_is_within_and_does_not_exceed() {
	for limit in [7, 10, 30] {
		assert!(is_within(limit, limit) && !is_exceeded(limit, limit));
		assert!(!is_within(limit + 1, limit) && is_exceeded(limit + 1, limit));
	}
}

#[test]
fn ten_working_days_pass_over_weekends_and_holidays() {
	// L1: ordinary weeks.
	assert_eq!(due(working(10), "2026-03-02"), "2026-03-16");
	// Spring Festival, with 14 and 28 February worked.
	assert_eq!(due(working(10), "2026-02-09"), "2026-02-28");
	// National Day, with 10 October worked: 30 September, 8 to 10 and 12 to 17 October.
	assert_eq!(due(working(5), "2026-09-29"), "2026-10-12");
	// Received on a Saturday.
	assert_eq!(due(working(5), "2026-03-07"), "2026-03-13");
}

#[test]
fn the_last_day_gives_way_to_a_working_day_only_where_the_rule_says_so() {
	// 10 days from 21 September end on 1 October.
	assert_eq!(due(days(10), "2026-09-21"), "2026-10-01");
	assert_eq!(due(days(10).rolling(), "2026-09-21"), "2026-10-08");
	assert_eq!(due(days(5).rolling(), "2026-03-02"), "2026-03-09");
	assert_eq!(due(days(7).rolling(), "2026-03-02"), "2026-03-09");
	// A Saturday that is worked.
	assert_eq!(due(days(3).rolling(), "2026-10-07"), "2026-10-10");
	assert_eq!(due(months(1).rolling(), "2026-01-15"), "2026-02-24");
}

#[test]
fn a_month_from_the_31st_of_january_ends_with_february() {
	assert_eq!(due(months(1), "2026-01-31"), "2026-02-28");
	assert_eq!(due(months(1), "2028-01-31"), "2028-02-29");
	assert_eq!(due(months(1), "2028-02-29"), "2028-03-31");
	assert_eq!(due(months(2), "2026-12-31"), "2027-02-28");
	assert_eq!(due(months(36), "2026-06-15"), "2029-06-15");
	assert_eq!(due(months(12), "2028-02-29"), "2029-02-28");
}

#[test]
fn thirty_days_before_the_end_lie_before_it() {
	// L30.
	assert_eq!(due(days(30).before(), "2026-12-31"), "2026-12-01");
	assert_eq!(due(days(30).before(), "2028-03-01"), "2028-01-31");
	// L15, L20.
	assert_eq!(due(days(3).before(), "2026-03-03"), "2026-02-28");
	assert_eq!(due(months(1).before(), "2026-03-31"), "2026-02-28");
	assert_eq!(due(working(3).before(), "2026-10-09"), "2026-09-29");
}

#[test]
fn forty_eight_hours_end_at_the_moment_holiday_or_not() {
	// L27: asked for on Friday before a holiday at 15:30.
	let from = CLOCK.start_of(date("2026-09-30")) + 15 * HOUR + HOUR / 2;
	let computed = compute(&Period::new(48, Unit::Hour), from, &[], &CLOCK, &());
	assert_eq!(computed, Computed::fixed(Due::Moment(from + 48 * HOUR)));
	let due = computed.due;
	assert_eq!(due.is_met(ActTime::Moment(from + 48 * HOUR), &CLOCK), Some(true));
	assert_eq!(due.is_met(ActTime::Moment(from + 48 * HOUR + 1), &CLOCK), Some(false));
	assert_eq!(due.is_met(ActTime::Day(date("2026-10-02")), &CLOCK), None);
	assert_eq!(due.over(&CLOCK), from + 48 * HOUR + 1);
	assert_eq!(due.day(&CLOCK), date("2026-10-02"));
}

#[test]
fn a_day_lasts_until_midnight() {
	let due = Due::Day(date("2026-03-09"));
	let midnight = CLOCK.start_of(date("2026-03-10"));
	assert_eq!(due.over(&CLOCK), midnight);
	assert_eq!(due.is_met(ActTime::Moment(midnight - 1), &CLOCK), Some(true));
	assert_eq!(due.is_met(ActTime::Moment(midnight), &CLOCK), Some(false));
	assert_eq!(due.is_met(ActTime::Day(date("2026-03-09")), &CLOCK), Some(true));
	assert_eq!(due.is_met(ActTime::Day(date("2026-03-10")), &CLOCK), Some(false));
}

#[test]
fn a_year_without_calendar_is_counted_on_weekends_and_marked() {
	let at = |period, from: &str| compute(&period, noon(date(from)), &[], &CLOCK, &known());
	let over = at(working(10), "2026-12-28");
	assert_eq!(text(over.due.day(&CLOCK)), "2027-01-11");
	assert_eq!((over.years, over.missing), (Some((2026, 2027)), Some(2027)));
	assert!(over.is_provisional());
	let calendar = YearCalendar::new(2027, vec![date("2027-01-01")], vec![]).expect("one; qed");
	let later = BTreeMap::from([(2026, YearCalendar::of_2026()), (2027, calendar)]);
	let computed = compute(&working(10), noon(date("2026-12-28")), &[], &CLOCK, &later);
	assert_eq!(text(computed.due.day(&CLOCK)), "2027-01-12");
	assert!(!computed.is_provisional());
	// Nothing of the new year is asked for by what ends before it, or needs no calendar.
	assert!(!at(working(3), "2026-12-28").is_provisional());
	assert!(!at(days(30), "2026-12-28").is_provisional());
	assert!(at(days(30).rolling(), "2026-12-28").is_provisional());
	// A weekend is one whatever the calendar will say of it, but may be worked.
	assert!(at(days(5).rolling(), "2026-12-28").is_provisional());
}

#[test]
fn a_pause_is_not_counted() {
	let pause =
		|from: &str, until: &str| Pause { from: noon(date(from)), until: noon(date(until)) };
	let at = |period: Period, pauses: &[Pause]| {
		text(compute(&period, noon(date("2026-03-02")), pauses, &CLOCK, &known()).due.day(&CLOCK))
	};
	assert_eq!(at(days(10), &[pause("2026-03-05", "2026-03-08")]), "2026-03-15");
	// Within one day it costs nothing; on the last day it moves it to where it ended.
	assert_eq!(at(days(10), &[pause("2026-03-05", "2026-03-05")]), "2026-03-12");
	assert_eq!(at(days(10), &[pause("2026-03-12", "2026-03-20")]), "2026-03-20");
	assert_eq!(at(days(10), &[pause("2026-03-13", "2026-03-20")]), "2026-03-12");
	// On the first day, which is not counted anyway.
	assert_eq!(at(days(10), &[pause("2026-03-02", "2026-03-03")]), "2026-03-12");
	// Thursday to Tuesday: Thursday, Friday and Monday.
	assert_eq!(at(working(10), &[pause("2026-03-05", "2026-03-10")]), "2026-03-19");
	assert_eq!(
		at(days(10), &[pause("2026-03-05", "2026-03-08"), pause("2026-03-14", "2026-03-16")]),
		"2026-03-17"
	);
	let hours = Period::new(48, Unit::Hour);
	let from = noon(date("2026-03-02"));
	let pauses = [Pause { from: from + HOUR, until: from + 4 * HOUR }];
	let computed = compute(&hours, from, &pauses, &CLOCK, &());
	assert_eq!(computed.due, Due::Moment(from + 51 * HOUR));
	assert_eq!(moved(date("2026-03-12"), &[pause("2026-03-05", "2026-03-08")], &CLOCK).0, 20_527);
	assert_eq!(text(LegalDate(20_527)), "2026-03-15");
}

#[test]
fn what_cannot_be_counted_is_refused() {
	assert_eq!(days(0).check(), Err(PeriodFault::Zero));
	assert_eq!(days(3_660).check(), Ok(()));
	assert_eq!(days(3_661).check(), Err(PeriodFault::TooLong));
	assert_eq!(working(367).check(), Err(PeriodFault::TooLong));
	assert_eq!(months(601).check(), Err(PeriodFault::TooLong));
	let hours = Period::new(48, Unit::Hour);
	assert_eq!(hours.check(), Ok(()));
	assert_eq!(hours.rolling().check(), Err(PeriodFault::Contradiction));
	assert_eq!(hours.before().check(), Err(PeriodFault::Contradiction));
	assert_eq!(days(3).before().rolling().check(), Err(PeriodFault::Contradiction));
}

#[test]
fn a_shortened_day_counts_the_same_dates() {
	let start = noon(date("2026-03-02"));
	let clock = LegalClock::starting(60_000, start).expect("a minute; qed");
	let computed = compute(&working(10), start + 30_000, &[], &clock, &known());
	assert_eq!(text(computed.due.day(&clock)), "2026-03-16");
	assert_eq!(computed.due.over(&clock), start + 15 * 60_000);
	let hours = compute(&Period::new(48, Unit::Hour), start, &[], &clock, &());
	assert_eq!(hours.due, Due::Moment(start + 120_000));
}

#[test]
fn every_computation_ends() {
	let far = Moment::MAX;
	for period in [working(366), days(3_660).rolling(), months(600).rolling()] {
		let computed = compute(&period, far, &[], &CLOCK, &known());
		assert!(computed.due.over(&CLOCK) > noon(date("2026-01-01")));
	}
	compute(&working(366).before(), 0, &[], &CLOCK, &());
}

fn period() -> impl Strategy<Value = Period> {
	let unit = prop_oneof![
		(1..120u16).prop_map(days),
		(1..60u16).prop_map(working),
		(1..40u16).prop_map(months)
	];
	(unit, 0..3u8).prop_map(|(period, shape)| match shape {
		0 => period,
		1 => period.rolling(),
		_ => period.before(),
	})
}

/// Pauses as gaps and lengths, in days after the start.
fn pauses() -> impl Strategy<Value = Vec<(u32, u32)>> {
	proptest::collection::vec((0..20u32, 0..15u32), 0..4)
}

fn calendar() -> impl Strategy<Value = (Vec<u32>, Vec<u32>)> {
	(proptest::collection::vec(0..730u32, 0..60), proptest::collection::vec(0..730u32, 0..30))
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(512))]

	#[test]
	fn every_period_ends_where_counting_ends(
		period in period(), start in 0..500u32, gaps in pauses(), (off, up) in calendar(),
	) {
		let table = Table::new();
		let from = LegalDate(date("2026-01-01").0 + start);
		// Calendars of two years; the others have none.
		let mut calendars = BTreeMap::new();
		let first = date("2026-01-01").0;
		let off: Vec<LegalDate> = off.into_iter().map(|n| LegalDate(first + n)).collect();
		let up: Vec<LegalDate> =
			up.into_iter().map(|n| LegalDate(first + n)).filter(|d| !off.contains(d)).collect();
		for year in [2026u16, 2027] {
			let own = |days: &[LegalDate]| {
				let mut own: Vec<_> =
					days.iter().copied().filter(|d| table.of(*d).0 == u32::from(year)).collect();
				own.sort();
				own.dedup();
				own
			};
			let weekend = own(&up).into_iter().filter(|d| d.0 % 7 == 2 || d.0 % 7 == 3).collect();
			calendars.insert(year, YearCalendar::new(year, own(&off), weekend).expect("one; qed"));
		}
		let is_working = |day: LegalDate| {
			let weekend = day.0 % 7 == 2 || day.0 % 7 == 3;
			if weekend { up.contains(&day) } else { !off.contains(&day) }
		};
		let mut intervals = Vec::new();
		let mut at = from.0;
		for (gap, length) in gaps {
			if matches!(period.counting, Counting::Before) {
				break;
			}
			let until = at + gap + length;
			intervals.push((at + gap, until));
			at = until;
		}
		let pauses: Vec<_> = intervals
			.iter()
			.map(|(a, b)| Pause { from: noon(LegalDate(*a)), until: noon(LegalDate(*b)) })
			.collect();
		let runs = |day: LegalDate| !intervals.iter().any(|(a, b)| *a <= day.0 && day.0 < *b);

		let last = match (period.counting, period.unit) {
			(Counting::Before, Unit::Month) => table.months(from, -i32::from(period.length), true),
			(Counting::Before, unit) => {
				let (mut day, mut counted) = (from, 0);
				while counted < period.length {
					day = LegalDate(day.0 - 1);
					if unit == Unit::CalendarDay || is_working(day) {
						counted += 1;
					}
				}
				day
			},
			(Counting::After, unit) => {
				let wanted = match unit {
					Unit::Month => table.months(from, period.length.into(), true).0 - from.0,
					_ => period.length.into(),
				};
				let (mut day, mut counted) = (from, 0);
				while counted < wanted {
					day = LegalDate(day.0 + 1);
					if runs(day) && (unit != Unit::WorkingDay || is_working(day)) {
						counted += 1;
					}
				}
				while period.rolls && !(runs(day) && is_working(day)) {
					day = LegalDate(day.0 + 1);
				}
				day
			},
		};
		let computed = compute(&period, noon(from), &pauses, &CLOCK, &calendars);
		prop_assert_eq!(computed.due, Due::Day(last));
		prop_assert_eq!(computed.years.is_some(), period.needs_calendar());
		if let Some((low, high)) = computed.years {
			prop_assert!(low <= high);
			let of_last = table.of(last).0 as u16;
			prop_assert!(low <= of_last && of_last <= high);
			let missing = (low..=high).find(|year| !calendars.contains_key(year));
			prop_assert_eq!(computed.missing, missing);
		}
	}

	#[test]
	fn every_hour_counts_but_those_of_a_pause(
		length in 1..200u16, gaps in proptest::collection::vec((0..50u64, 0..50u64), 0..4),
	) {
		let from = noon(date("2026-05-01"));
		let mut pauses = Vec::new();
		let mut at = from;
		for (gap, hours) in gaps {
			let begun = at + gap * HOUR;
			at = begun + hours * HOUR;
			pauses.push(Pause { from: begun, until: at });
		}
		// Hour by hour; the one that begins with a pause does not run.
		let runs = |moment| !pauses.iter().any(|p| p.from <= moment && moment < p.until);
		let (mut moment, mut left) = (from, length);
		while left > 0 || !runs(moment) {
			if runs(moment) {
				left -= 1;
			}
			moment += HOUR;
		}
		let computed = compute(&Period::new(length, Unit::Hour), from, &pauses, &CLOCK, &());
		prop_assert_eq!(computed.due, Due::Moment(moment));
	}
}
