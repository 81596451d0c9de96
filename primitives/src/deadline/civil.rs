//! Dates of the civil (Gregorian) calendar.
//!
//! Source of the two conversions: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms",
//! `days_from_civil` and `civil_from_days`, here for days from 1970-01-01 on.

use crate::{coded, time::LegalDate};

/// Days from 0000-03-01 to 1970-01-01.
const EPOCH: u64 = 719_468;
/// Days of 400 years.
const ERA: u64 = 146_097;

coded! {
	/// A date of the civil calendar. What [`Civil::new`] and [`LegalDate`] give always exists.
	#[derive(Hash)]
	pub struct Civil {
		/// The year, 1970 or later.
		pub year: u32,
		/// The month, 1 to 12.
		pub month: u8,
		/// The day of the month, from 1.
		pub day: u8,
	}
}

coded! {
	/// A day of the week.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Weekday {
		/// 星期一.
		#[codec(index = 0)]
		Monday,
		/// 星期二.
		#[codec(index = 1)]
		Tuesday,
		/// 星期三.
		#[codec(index = 2)]
		Wednesday,
		/// 星期四.
		#[codec(index = 3)]
		Thursday,
		/// 星期五.
		#[codec(index = 4)]
		Friday,
		/// 星期六.
		#[codec(index = 5)]
		Saturday,
		/// 星期日.
		#[codec(index = 6)]
		Sunday,
	}
}

impl Weekday {
	/// Whether it is Saturday or Sunday.
	pub const fn is_weekend(self) -> bool {
		matches!(self, Self::Saturday | Self::Sunday)
	}
}

/// Whether a year has 366 days.
pub const fn is_leap(year: u32) -> bool {
	(year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400)
}

/// Days of a month of a year; 0 where there is no such month.
pub const fn days_in_month(year: u32, month: u8) -> u8 {
	match month {
		1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
		4 | 6 | 9 | 11 => 30,
		2 if is_leap(year) => 29,
		2 => 28,
		_ => 0,
	}
}

impl Civil {
	/// The date; `None` where there is no such day, or before 1970.
	pub const fn new(year: u32, month: u8, day: u8) -> Option<Self> {
		if year < 1970 || day == 0 || day > days_in_month(year, month) {
			None
		} else {
			Some(Self { year, month, day })
		}
	}

	/// The day as the chain counts it; saturates at both ends of what it can count.
	pub const fn date(self) -> LegalDate {
		let (year, month) = (self.year as u64, self.month as u64);
		// Years begin in March, so that the day that some lack is the last.
		let (year, month) =
			if month > 2 { (year, month - 3) } else { (year.saturating_sub(1), month + 9) };
		let of_year = (153 * month + 2) / 5 + (self.day as u64).saturating_sub(1);
		let era = year / 400;
		let year = year % 400;
		let days = era * ERA + year * 365 + year / 4 - year / 100 + of_year;
		let days = days.saturating_sub(EPOCH);
		LegalDate(if days > u32::MAX as u64 { u32::MAX } else { days as u32 })
	}

	/// Whether it is the last day of its month.
	pub const fn is_last_of_month(self) -> bool {
		self.day == days_in_month(self.year, self.month)
	}

	/// The same day of another month, or its last day where that month is shorter.
	const fn in_month(self, months: u64) -> Self {
		let (year, month) = ((months / 12) as u32, (months % 12) as u8 + 1);
		let last = days_in_month(year, month);
		Self { year, month, day: if self.day > last { last } else { self.day } }
	}

	/// Months since the year 0.
	const fn months(self) -> u64 {
		self.year as u64 * 12 + (self.month as u64).saturating_sub(1)
	}

	/// The same day `months` months later, or the last of that month where it has no such day.
	pub const fn plus_months(self, months: u32) -> Self {
		self.in_month(self.months() + months as u64)
	}

	/// The same day `months` months earlier, or the last of that month where it has no such day;
	/// January 1970 at the earliest.
	pub const fn minus_months(self, months: u32) -> Self {
		let earliest = 1970 * 12;
		let months = self.months().saturating_sub(months as u64);
		self.in_month(if months < earliest { earliest } else { months })
	}

	/// Like [`Self::plus_months`], but from the last day of a month to the last day of the other
	/// (刑诉法解释 202).
	pub const fn plus_months_of_law(self, months: u32) -> Self {
		self.keep_last(self.plus_months(months))
	}

	/// Like [`Self::minus_months`], but from the last day of a month to the last day of the other.
	pub const fn minus_months_of_law(self, months: u32) -> Self {
		self.keep_last(self.minus_months(months))
	}

	const fn keep_last(self, mut other: Self) -> Self {
		if self.is_last_of_month() {
			other.day = days_in_month(other.year, other.month);
		}
		other
	}
}

impl From<LegalDate> for Civil {
	fn from(date: LegalDate) -> Self {
		let days = u64::from(date.0).saturating_add(EPOCH);
		let era = days / ERA;
		let of_era = days % ERA;
		let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
		let of_year = of_era - (365 * year + year / 4 - year / 100);
		let month = (5 * of_year + 2) / 153;
		let day = (of_year - (153 * month + 2) / 5 + 1) as u8;
		let month = (if month < 10 { month + 3 } else { month - 9 }) as u8;
		let year = year + era * 400 + u64::from(month <= 2);
		Self { year: year as u32, month, day }
	}
}

impl LegalDate {
	/// The day of the week: 1970-01-01 was a Thursday.
	pub const fn weekday(self) -> Weekday {
		match self.0 % 7 {
			0 => Weekday::Thursday,
			1 => Weekday::Friday,
			2 => Weekday::Saturday,
			3 => Weekday::Sunday,
			4 => Weekday::Monday,
			5 => Weekday::Tuesday,
			_ => Weekday::Wednesday,
		}
	}

	/// The date `days` earlier; saturates.
	pub const fn minus(self, days: u32) -> Self {
		Self(self.0.saturating_sub(days))
	}

	/// Its year, as calendars are numbered; saturates.
	pub fn year(self) -> u16 {
		u16::try_from(Civil::from(self).year).unwrap_or(u16::MAX)
	}
}

impl core::fmt::Display for Civil {
	fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
		write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
	}
}

impl core::str::FromStr for Civil {
	type Err = ();

	/// A date like `2026-11-21`.
	fn from_str(text: &str) -> Result<Self, ()> {
		let mut parts = text.splitn(3, '-');
		let mut part = |digits: usize| {
			parts
				.next()
				.filter(|p| p.len() == digits && p.bytes().all(|b| b.is_ascii_digit()))
				.and_then(|p| p.parse::<u32>().ok())
				.ok_or(())
		};
		let (year, month, day) = (part(4)?, part(2)?, part(2)?);
		Self::new(year, month as u8, day as u8).ok_or(())
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;
	use std::string::ToString;

	fn date(text: &str) -> LegalDate {
		text.parse::<Civil>().expect("a date; qed").date()
	}

	/// Counts day after day from the epoch, as one would by hand.
	#[test]
	fn every_day_of_two_centuries_is_what_counting_gives() {
		let (mut year, mut month, mut day) = (1970, 1, 1);
		for number in 0..80_000u32 {
			let civil = Civil { year, month, day };
			assert_eq!(Civil::from(LegalDate(number)), civil);
			assert_eq!(civil.date(), LegalDate(number));
			assert_eq!(civil.to_string().parse(), Ok(civil));
			let leap = u8::from(matches!(year % 4, 0) && year != 2100);
			let lengths = [31, 28 + leap, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
			day += 1;
			if day > lengths[usize::from(month) - 1] {
				(month, day) = (month + 1, 1);
			}
			if month > 12 {
				(year, month) = (year + 1, 1);
			}
		}
	}

	#[test]
	fn weekdays_are_those_of_a_printed_calendar() {
		assert_eq!(LegalDate(0).weekday(), Weekday::Thursday);
		assert_eq!(date("2026-01-01").weekday(), Weekday::Thursday);
		assert_eq!(date("2026-01-04").weekday(), Weekday::Sunday);
		assert_eq!(date("2026-02-28").weekday(), Weekday::Saturday);
		assert_eq!(date("2026-11-21").weekday(), Weekday::Saturday);
		assert_eq!(date("2028-02-29").weekday(), Weekday::Tuesday);
		assert_eq!(date("2026-11-21"), LegalDate(20_778));
	}

	#[test]
	fn a_month_after_the_last_day_is_the_last_day() {
		let plus =
			|text: &str, n| text.parse::<Civil>().expect("a date; qed").plus_months_of_law(n);
		assert_eq!(plus("2026-01-31", 1).to_string(), "2026-02-28");
		assert_eq!(plus("2028-01-31", 1).to_string(), "2028-02-29");
		assert_eq!(plus("2028-01-30", 1).to_string(), "2028-02-29");
		assert_eq!(plus("2026-02-28", 1).to_string(), "2026-03-31");
		assert_eq!(plus("2028-02-28", 1).to_string(), "2028-03-28");
		assert_eq!(plus("2026-12-15", 1).to_string(), "2027-01-15");
		assert_eq!(plus("2024-02-29", 12).to_string(), "2025-02-28");
		let minus =
			|text: &str, n| text.parse::<Civil>().expect("a date; qed").minus_months_of_law(n);
		assert_eq!(minus("2026-03-31", 1).to_string(), "2026-02-28");
		assert_eq!(minus("2026-01-15", 1).to_string(), "2025-12-15");
		assert_eq!(minus("1970-02-10", 9).to_string(), "1970-01-10");
	}

	#[test]
	fn what_is_no_date_is_refused() {
		for text in
			["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "26-01-01", "1969-12-31"]
		{
			assert_eq!(text.parse::<Civil>(), Err(()), "{text}");
		}
		assert_eq!("2026-01-01-".parse::<Civil>(), Err(()));
	}

	proptest! {
		#[test]
		fn far_dates_come_back(number in 0..=u32::MAX) {
			let civil = Civil::from(LegalDate(number));
			prop_assert_eq!(civil.date(), LegalDate(number));
			prop_assert!(Civil::new(civil.year, civil.month, civil.day).is_some());
		}

		#[test]
		fn months_come_back_but_for_the_end(number in 0..100_000u32, months in 0..600u32) {
			let civil = Civil::from(LegalDate(number));
			let later = civil.plus_months(months);
			prop_assert!(later.day <= civil.day);
			prop_assert_eq!(later.minus_months(months).month, civil.month);
			if civil.day <= 28 {
				prop_assert_eq!(later.minus_months(months), civil);
			}
		}
	}
}
