//! Time as law and governance count it: never in blocks.

use crate::coded;

/// Milliseconds since the Unix epoch, UTC, from the timestamp that Aura binds to the slot.
pub type Moment = u64;

/// Milliseconds of a real day.
pub const DAY: Moment = 86_400_000;

/// Milliseconds by which legal time is ahead of UTC: UTC+8, all over the country, the whole year.
pub const UTC_OFFSET: Moment = 8 * 3_600_000;

coded! {
	/// A day of the legal calendar: days since 1970-01-01 in UTC+8.
	#[derive(Default, Hash)]
	#[serde(transparent)]
	pub struct LegalDate(pub u32);
}

impl LegalDate {
	/// The date `days` later; saturates.
	pub const fn plus(self, days: u32) -> Self {
		Self(self.0.saturating_add(days))
	}
}

coded! {
	/// How moments map to legal days.
	///
	/// With the real day length this is plain UTC+8. A demonstration shortens the day: the chain then
	/// starts at the real date of its `anchor`, and dates run faster from there.
	pub struct LegalClock {
		/// Length of a legal day in milliseconds; never 0.
		pub day: Moment,
		/// A moment at which a legal day begins.
		pub anchor: Moment,
		/// The date of the day that begins at `anchor`.
		pub anchor_date: LegalDate,
	}
}

impl Default for LegalClock {
	fn default() -> Self {
		Self::REAL
	}
}

impl LegalClock {
	/// Real days in UTC+8. The first day of the epoch that begins inside `Moment` is 1970-01-02.
	pub const REAL: Self = Self { day: DAY, anchor: DAY - UTC_OFFSET, anchor_date: LegalDate(1) };

	/// A clock whose day lasts `day` milliseconds, in step with the real calendar at `start`.
	///
	/// `None` for a day length of 0 or longer than a real day.
	pub fn starting(day: Moment, start: Moment) -> Option<Self> {
		match day {
			DAY => Some(Self::REAL),
			0 => None,
			d if d > DAY => None,
			_ => Some(Self { day, anchor: start, anchor_date: Self::REAL.date(start) }),
		}
	}

	/// The legal date at `moment`. Moments before the anchor belong to the days before it, and
	/// saturate at day 0.
	pub const fn date(&self, moment: Moment) -> LegalDate {
		let day = if self.day == 0 { 1 } else { self.day };
		if moment >= self.anchor {
			let days = (moment - self.anchor) / day;
			let days = if days > u32::MAX as u64 { u32::MAX } else { days as u32 };
			self.anchor_date.plus(days)
		} else {
			let days = (self.anchor - moment).div_ceil(day);
			let days = if days > u32::MAX as u64 { u32::MAX } else { days as u32 };
			LegalDate(self.anchor_date.0.saturating_sub(days))
		}
	}

	/// The moment at which `date` begins (0:00).
	pub const fn start_of(&self, date: LegalDate) -> Moment {
		if date.0 >= self.anchor_date.0 {
			let days = (date.0 - self.anchor_date.0) as u64;
			self.anchor.saturating_add(self.day.saturating_mul(days))
		} else {
			let days = (self.anchor_date.0 - date.0) as u64;
			self.anchor.saturating_sub(self.day.saturating_mul(days))
		}
	}

	/// The moment at which `date` ends (24:00): the first that is not in it.
	pub const fn end_of(&self, date: LegalDate) -> Moment {
		self.start_of(date.plus(1))
	}

	/// Milliseconds that `days` legal days last.
	pub const fn days(&self, days: u32) -> Moment {
		self.day.saturating_mul(days as u64)
	}

	/// Milliseconds that `hours` legal hours last.
	pub const fn hours(&self, hours: u32) -> Moment {
		self.day.saturating_mul(hours as u64) / 24
	}
}

/// The clock of the chain.
pub trait LegalTime {
	/// The moment of the current block; before its timestamp is set, that of the block before.
	fn now() -> Moment;

	/// How moments map to legal days.
	fn clock() -> LegalClock;

	/// The legal date of the current block.
	fn today() -> LegalDate {
		Self::clock().date(Self::now())
	}

	/// Set the moment, for benchmarks of other pallets.
	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_set_now(now: Moment);
}

#[cfg(test)]
mod tests {
	use super::*;
	use proptest::prelude::*;

	/// 2026-11-21T00:00:00+08:00.
	const MIDNIGHT: Moment = 1_795_190_400_000;

	#[test]
	fn a_day_begins_at_midnight_in_utc_plus_8() {
		let clock = LegalClock::REAL;
		let date = clock.date(MIDNIGHT);
		assert_eq!(date, LegalDate(20_778));
		assert_eq!(clock.date(MIDNIGHT - 1), LegalDate(20_777));
		assert_eq!(clock.start_of(date), MIDNIGHT);
		assert_eq!(clock.end_of(date), MIDNIGHT + DAY);
		assert_eq!(clock.date(0), LegalDate(0));
	}

	#[test]
	fn a_shortened_day_starts_at_the_real_date() {
		let clock = LegalClock::starting(2_000, MIDNIGHT + 5).expect("two seconds; qed");
		assert_eq!(clock.date(MIDNIGHT + 5), LegalDate(20_778));
		assert_eq!(clock.date(MIDNIGHT + 2_004), LegalDate(20_778));
		assert_eq!(clock.date(MIDNIGHT + 2_005), LegalDate(20_779));
		assert_eq!(clock.date(MIDNIGHT + 4), LegalDate(20_777));
		assert_eq!(clock.days(7), 14_000);
	}

	#[test]
	fn a_day_of_no_length_or_more_than_a_day_is_refused() {
		assert_eq!(LegalClock::starting(0, MIDNIGHT), None);
		assert_eq!(LegalClock::starting(DAY + 1, MIDNIGHT), None);
		assert_eq!(LegalClock::starting(DAY, MIDNIGHT), Some(LegalClock::REAL));
	}

	proptest! {
		#[test]
		fn every_moment_lies_in_its_day(
			day in 1..=DAY, start in DAY..4_000_000_000_000u64, ahead in 0..400_000_000_000u64,
		) {
			let clock = LegalClock::starting(day, start).expect("in bounds; qed");
			let moment = start + ahead % day.saturating_mul(100_000);
			let date = clock.date(moment);
			prop_assert!(clock.start_of(date) <= moment);
			prop_assert!(moment < clock.end_of(date));
		}
	}
}
