//! Boundary cases of the law, and random ones against counting day by day.

mod periods;
mod terms;

use super::*;
use crate::time::{LegalClock, LegalDate, Moment, DAY};
use std::{collections::BTreeMap, vec::Vec};

const CLOCK: LegalClock = LegalClock::REAL;
const HOUR: Moment = 3_600_000;

fn date(text: &str) -> LegalDate {
	text.parse::<Civil>().expect("a date; qed").date()
}

fn text(date: LegalDate) -> std::string::String {
	std::format!("{}", Civil::from(date))
}

/// Noon of a day.
fn noon(day: LegalDate) -> Moment {
	CLOCK.start_of(day) + DAY / 2
}

/// Only 2026 is known.
fn known() -> BTreeMap<u16, YearCalendar> {
	BTreeMap::from([(2026, YearCalendar::of_2026())])
}

/// Every day from 2020 on with year, month and day, found by counting.
struct Table(Vec<(u32, u8, u8)>);

impl Table {
	const FIRST: u32 = 18_262;

	fn new() -> Self {
		let (mut year, mut month, mut day) = (2020u32, 1u8, 1u8);
		let mut days = Vec::new();
		while year < 2140 {
			days.push((year, month, day));
			let february = if matches!(year % 4, 0) && year != 2100 { 29 } else { 28 };
			let lengths = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
			day += 1;
			if day > lengths[month as usize - 1] {
				(month, day) = (month + 1, 1);
			}
			if month == 13 {
				(year, month) = (year + 1, 1);
			}
		}
		Self(days)
	}

	fn of(&self, day: LegalDate) -> (u32, u8, u8) {
		self.0[(day.0 - Self::FIRST) as usize]
	}

	fn is_last(&self, day: LegalDate) -> bool {
		self.of(day).1 != self.of(LegalDate(day.0 + 1)).1
	}

	/// The day in the month `months` away: the same, or the last where there is none, or where
	/// `keep_last` says so and the first was a last one.
	fn months(&self, day: LegalDate, months: i32, keep_last: bool) -> LegalDate {
		let (year, month, of_month) = self.of(day);
		let place = year as i32 * 12 + i32::from(month) - 1 + months;
		let wanted = ((place / 12) as u32, (place % 12) as u8 + 1);
		let of_wanted: Vec<u32> = (0..self.0.len() as u32)
			.filter(|n| {
				let (y, m, _) = self.0[*n as usize];
				(y, m) == wanted
			})
			.collect();
		let last = of_wanted.len() as u8;
		let found =
			if (keep_last && self.is_last(day)) || of_month > last { last } else { of_month };
		LegalDate(Self::FIRST + of_wanted[found as usize - 1])
	}
}
