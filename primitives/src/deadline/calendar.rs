//! Working days.

use super::civil::Civil;
use crate::time::LegalDate;
use alloc::{collections::BTreeMap, vec::Vec};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;

/// Most days off that a year's calendar names: fewer than a quarter of its weekdays, so that every
/// count of working days ends.
pub const MAX_DAYS_OFF: u32 = 64;

/// Most make-up working days of a year.
pub const MAX_MAKE_UP_DAYS: u32 = 32;

/// Days off and make-up working days of 2026, as (month, day), by the notice of the State Council of
/// November 2025.
pub const YEAR_2026: (&[(u8, u8)], &[(u8, u8)]) = (
	&[
		(1, 1),
		(1, 2),
		(1, 3),
		(2, 15),
		(2, 16),
		(2, 17),
		(2, 18),
		(2, 19),
		(2, 20),
		(2, 21),
		(2, 22),
		(2, 23),
		(4, 4),
		(4, 5),
		(4, 6),
		(5, 1),
		(5, 2),
		(5, 3),
		(5, 4),
		(5, 5),
		(6, 19),
		(6, 20),
		(6, 21),
		(9, 25),
		(9, 26),
		(9, 27),
		(10, 1),
		(10, 2),
		(10, 3),
		(10, 4),
		(10, 5),
		(10, 6),
		(10, 7),
	],
	&[(1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10)],
);

/// Days off and make-up working days of a year; its other weekends are off, its other days are not.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct YearCalendar {
	/// Days off, rising. Weekend days may be among them.
	pub days_off: BoundedVec<LegalDate, ConstU32<MAX_DAYS_OFF>>,
	/// Saturdays and Sundays that are worked, rising.
	pub make_up: BoundedVec<LegalDate, ConstU32<MAX_MAKE_UP_DAYS>>,
}

/// Why a calendar is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalendarFault {
	/// More days than a calendar holds.
	TooMany,
	/// A day of another year.
	OtherYear,
	/// A day named twice.
	Twice,
	/// A make-up day that is worked anyway.
	NoWeekend,
}

impl YearCalendar {
	/// The calendar of `year`, from lists in any order.
	pub fn new(
		year: u16,
		days_off: Vec<LegalDate>,
		make_up: Vec<LegalDate>,
	) -> Result<Self, CalendarFault> {
		let (mut days_off, mut make_up) = (days_off, make_up);
		days_off.sort();
		make_up.sort();
		let calendar = Self {
			days_off: days_off.try_into().map_err(|_| CalendarFault::TooMany)?,
			make_up: make_up.try_into().map_err(|_| CalendarFault::TooMany)?,
		};
		calendar.check(year).map(|()| calendar)
	}

	/// The calendar of 2026.
	pub fn of_2026() -> Self {
		let dates = |days: &[(u8, u8)]| -> Vec<LegalDate> {
			days.iter()
				.filter_map(|(month, day)| Civil::new(2026, *month, *day))
				.map(Civil::date)
				.collect()
		};
		Self {
			days_off: BoundedVec::truncate_from(dates(YEAR_2026.0)),
			make_up: BoundedVec::truncate_from(dates(YEAR_2026.1)),
		}
	}

	/// Whether it is a calendar of `year`.
	pub fn check(&self, year: u16) -> Result<(), CalendarFault> {
		let all = || self.days_off.iter().chain(self.make_up.iter());
		if all().any(|day| day.year() != year) {
			return Err(CalendarFault::OtherYear);
		}
		let rises = |days: &[LegalDate]| days.windows(2).all(|pair| pair.first() < pair.last());
		if !rises(&self.days_off)
			|| !rises(&self.make_up)
			|| self.make_up.iter().any(|day| self.days_off.binary_search(day).is_ok())
		{
			return Err(CalendarFault::Twice);
		}
		if self.make_up.iter().any(|day| !day.weekday().is_weekend()) {
			return Err(CalendarFault::NoWeekend);
		}
		Ok(())
	}

	/// Whether `day`, of its year, is worked.
	pub fn is_working(&self, day: LegalDate) -> bool {
		if day.weekday().is_weekend() {
			self.make_up.binary_search(&day).is_ok()
		} else {
			self.days_off.binary_search(&day).is_err()
		}
	}
}

/// The calendars that are known.
pub trait Calendars {
	/// The calendar of a year, once it is known.
	fn calendar(&self, year: u16) -> Option<YearCalendar>;
}

impl Calendars for () {
	fn calendar(&self, _: u16) -> Option<YearCalendar> {
		None
	}
}

impl Calendars for BTreeMap<u16, YearCalendar> {
	fn calendar(&self, year: u16) -> Option<YearCalendar> {
		self.get(&year).cloned()
	}
}

/// Looks days up, keeps the calendar of the last year, and remembers which years it asked for.
pub(super) struct Lookup<'a, C> {
	calendars: &'a C,
	at: Option<(u16, Option<YearCalendar>)>,
	/// First and last year that were asked for.
	pub(super) years: Option<(u16, u16)>,
	/// The first of them without a calendar.
	pub(super) missing: Option<u16>,
}

impl<'a, C: Calendars> Lookup<'a, C> {
	pub(super) fn new(calendars: &'a C) -> Self {
		Self { calendars, at: None, years: None, missing: None }
	}

	/// Whether a day is worked, by weekends alone where its year has no calendar.
	pub(super) fn is_working(&mut self, day: LegalDate) -> bool {
		let year = day.year();
		if self.at.as_ref().is_none_or(|(at, _)| *at != year) {
			let calendar = self.calendars.calendar(year);
			if calendar.is_none() {
				self.missing = Some(self.missing.map_or(year, |first| first.min(year)));
			}
			self.years = Some(
				self.years.map_or((year, year), |(low, high)| (low.min(year), high.max(year))),
			);
			self.at = Some((year, calendar));
		}
		match &self.at {
			Some((_, Some(calendar))) => calendar.is_working(day),
			_ => !day.weekday().is_weekend(),
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::vec;

	fn day(month: u8, day: u8) -> LegalDate {
		Civil::new(2026, month, day).expect("a date; qed").date()
	}

	#[test]
	fn the_calendar_of_2026_has_33_days_off_and_6_make_up_days() {
		let calendar = YearCalendar::of_2026();
		assert_eq!(calendar.check(2026), Ok(()));
		assert_eq!((calendar.days_off.len(), calendar.make_up.len()), (33, 6));
		let working = (0..365).filter(|n| calendar.is_working(day(1, 1).plus(*n))).count();
		// 261 weekdays, 19 of them off, and 6 weekend days worked.
		assert_eq!(working, 261 - 19 + 6);
		assert!(!calendar.is_working(day(1, 1)));
		assert!(calendar.is_working(day(1, 4)));
		assert!(calendar.is_working(day(2, 14)));
		assert!(!calendar.is_working(day(2, 23)));
		assert!(calendar.is_working(day(2, 24)));
		assert!(!calendar.is_working(day(9, 19)));
		assert!(calendar.is_working(day(9, 20)));
		assert!(!calendar.is_working(day(10, 7)));
		assert!(calendar.is_working(day(10, 8)));
	}

	#[test]
	fn what_is_no_calendar_is_refused() {
		let new = |off, up| YearCalendar::new(2026, off, up).map(|_| ());
		assert_eq!(new(vec![day(5, 2), day(5, 1)], vec![]), Ok(()));
		assert_eq!(new(vec![day(5, 1), day(5, 1)], vec![]), Err(CalendarFault::Twice));
		assert_eq!(new(vec![day(5, 9)], vec![day(5, 9)]), Err(CalendarFault::Twice));
		assert_eq!(new(vec![], vec![day(5, 8)]), Err(CalendarFault::NoWeekend));
		assert_eq!(new(vec![day(12, 31).plus(1)], vec![]), Err(CalendarFault::OtherYear));
		let many = (0..65).map(|n| day(1, 1).plus(n)).collect();
		assert_eq!(new(many, vec![]), Err(CalendarFault::TooMany));
	}
}
