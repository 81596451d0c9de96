//! Periods, and the last day or moment that they give.

use super::{
	calendar::{Calendars, Lookup},
	civil::Civil,
};
use crate::{
	coded,
	time::{LegalClock, LegalDate, Moment},
};

/// Longest period in working days.
pub const MAX_WORKING_DAYS: u16 = 366;
/// Longest period in calendar days.
pub const MAX_CALENDAR_DAYS: u16 = 3_660;
/// Longest period in months.
pub const MAX_MONTHS: u16 = 600;
/// Longest period in hours.
pub const MAX_HOURS: u16 = 8_784;

/// Most days that a search looks at. The longest period of working days takes about 700: of every
/// year 197 days at least are worked.
const MAX_LOOK: u32 = 2_000;

coded! {
	/// What a period is counted in.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Unit {
		/// 日: every day.
		#[codec(index = 0)]
		CalendarDay,
		/// 工作日: days that are worked by the calendar of their year.
		#[codec(index = 1)]
		WorkingDay,
		/// 月: to the same day of a later month.
		#[codec(index = 2)]
		Month,
		/// 小时: from the moment itself, day and night.
		#[codec(index = 3)]
		Hour,
	}
}

coded! {
	/// From where a period is counted, and in which direction.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Counting {
		/// From the day after the trigger; the last day is counted (刑诉法 105).
		#[codec(index = 0)]
		After,
		/// Back from a date, which is not counted: the last day is the one that lies the period before
		/// it (L30: 30 days before the end).
		#[codec(index = 1)]
		Before,
	}
}

coded! {
	/// A period of the law.
	#[derive(Hash)]
	pub struct Period {
		/// How many units; not 0.
		pub length: u16,
		/// Of what.
		pub unit: Unit,
		/// From where.
		pub counting: Counting,
		/// Whether a last day that is not worked gives way to the next one that is. Never for custody,
		/// the end of a term, positioning or hours.
		pub rolls: bool,
	}
}

/// Why a period is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeriodFault {
	/// Its length is 0.
	Zero,
	/// It is longer than may be counted.
	TooLong,
	/// Hours neither roll nor count back, and what counts back does not roll.
	Contradiction,
}

impl Period {
	/// A period from the day after the trigger, which does not roll.
	pub const fn new(length: u16, unit: Unit) -> Self {
		Self { length, unit, counting: Counting::After, rolls: false }
	}

	/// The same, but a last day that is not worked gives way to the next.
	pub const fn rolling(self) -> Self {
		Self { rolls: true, ..self }
	}

	/// The same, counted back from a date.
	pub const fn before(self) -> Self {
		Self { counting: Counting::Before, ..self }
	}

	/// Whether it can be counted.
	pub const fn check(&self) -> Result<(), PeriodFault> {
		let most = match self.unit {
			Unit::CalendarDay => MAX_CALENDAR_DAYS,
			Unit::WorkingDay => MAX_WORKING_DAYS,
			Unit::Month => MAX_MONTHS,
			Unit::Hour => MAX_HOURS,
		};
		let before = matches!(self.counting, Counting::Before);
		let hours = matches!(self.unit, Unit::Hour);
		if self.length == 0 {
			Err(PeriodFault::Zero)
		} else if self.length > most {
			Err(PeriodFault::TooLong)
		} else if (hours && (before || self.rolls)) || (before && self.rolls) {
			Err(PeriodFault::Contradiction)
		} else {
			Ok(())
		}
	}

	/// Whether its last day depends on which days are worked.
	pub const fn needs_calendar(&self) -> bool {
		self.rolls || matches!(self.unit, Unit::WorkingDay)
	}
}

coded! {
	/// Until when something is due.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Due {
		/// Until 24:00 of the day.
		#[codec(index = 0)]
		Day(LegalDate),
		/// Until the moment, which is still in time.
		#[codec(index = 1)]
		Moment(Moment),
	}
}

coded! {
	/// When an act was done, as far as it matters.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum ActTime {
		/// On a day.
		#[codec(index = 0)]
		Day(LegalDate),
		/// At a moment.
		#[codec(index = 1)]
		Moment(Moment),
	}
}

impl ActTime {
	/// The day of the act.
	pub const fn day(self, clock: &LegalClock) -> LegalDate {
		match self {
			Self::Day(day) => day,
			Self::Moment(moment) => clock.date(moment),
		}
	}
}

impl Due {
	/// The last day.
	pub const fn day(self, clock: &LegalClock) -> LegalDate {
		match self {
			Self::Day(day) => day,
			Self::Moment(moment) => clock.date(moment),
		}
	}

	/// The first moment that is too late.
	pub const fn over(self, clock: &LegalClock) -> Moment {
		match self {
			Self::Day(day) => clock.end_of(day),
			Self::Moment(moment) => moment.saturating_add(1),
		}
	}

	/// Whether an act was in time. `None` where hours are counted and the act has only a day.
	pub fn is_met(self, act: ActTime, clock: &LegalClock) -> Option<bool> {
		match (self, act) {
			(Self::Day(day), act) => Some(act.day(clock) <= day),
			(Self::Moment(last), ActTime::Moment(moment)) => Some(moment <= last),
			(Self::Moment(_), ActTime::Day(_)) => None,
		}
	}
}

coded! {
	/// An interval in which a period did not run. Of days, the one on which it began is not counted
	/// and the one on which it ended is.
	#[derive(Hash)]
	pub struct Pause {
		/// From when.
		pub from: Moment,
		/// Until when, exclusive.
		pub until: Moment,
	}
}

/// What a computation gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Computed {
	/// Until when it is due.
	pub due: Due,
	/// First and last year whose calendar it depends on.
	pub years: Option<(u16, u16)>,
	/// The first year without a calendar that it depends on: until that comes it is provisional,
	/// counted on weekends alone.
	pub missing: Option<u16>,
}

impl Computed {
	/// What depends on no calendar.
	pub const fn fixed(due: Due) -> Self {
		Self { due, years: None, missing: None }
	}

	/// Whether it may change when a calendar comes.
	pub const fn is_provisional(&self) -> bool {
		self.missing.is_some()
	}
}

/// 以上, 以内: whether `count` is within a limit that includes its number (办法 58).
pub const fn is_within(count: u32, limit: u32) -> bool {
	count <= limit
}

/// 超过: whether `count` exceeds a limit, which its number itself does not (办法 58).
pub const fn is_exceeded(count: u32, limit: u32) -> bool {
	count > limit
}

/// Until when `period` lasts that is counted from `from`: the trigger, or for [`Counting::Before`] a
/// moment of the date that it counts back from.
///
/// `pauses` are in the order of time and do not overlap; what counts back has none.
pub fn compute<C: Calendars>(
	period: &Period,
	from: Moment,
	pauses: &[Pause],
	clock: &LegalClock,
	calendars: &C,
) -> Computed {
	if matches!(period.unit, Unit::Hour) {
		let due = from.saturating_add(clock.hours(period.length.into()));
		let due = pauses.iter().filter(|pause| pause.until > pause.from).fold(due, |due, pause| {
			if pause.from <= due {
				due.saturating_add(pause.until.saturating_sub(pause.from.max(from)))
			} else {
				due
			}
		});
		return Computed::fixed(Due::Moment(due));
	}
	let days: alloc::vec::Vec<_> = pauses
		.iter()
		.map(|pause| (clock.date(pause.from), clock.date(pause.until)))
		.filter(|(from, until)| from < until)
		.collect();
	let mut walk = Walk { lookup: Lookup::new(calendars), pauses: &days };
	let from = clock.date(from);
	let day = match period.counting {
		Counting::After => walk.after(period, from),
		Counting::Before => walk.before(period, from),
	};
	let day = if period.rolls { walk.roll(day) } else { day };
	Computed { due: Due::Day(day), years: walk.lookup.years, missing: walk.lookup.missing }
}

/// A given last day, moved by the pauses that began after it was given.
pub fn moved(last_day: LegalDate, pauses: &[Pause], clock: &LegalClock) -> LegalDate {
	pauses.iter().fold(last_day, |day, pause| {
		let (from, until) = (clock.date(pause.from), clock.date(pause.until));
		if from <= day {
			day.plus(until.0.saturating_sub(from.0))
		} else {
			day
		}
	})
}

/// Goes from day to day.
struct Walk<'a, C> {
	lookup: Lookup<'a, C>,
	/// First day that does not count, and first that does again.
	pauses: &'a [(LegalDate, LegalDate)],
}

impl<C: Calendars> Walk<'_, C> {
	fn after(&mut self, period: &Period, from: LegalDate) -> LegalDate {
		match period.unit {
			Unit::WorkingDay => {
				let (mut day, mut left) = (from, period.length);
				for _ in 0..MAX_LOOK {
					day = self.running(day.plus(1));
					if self.lookup.is_working(day) {
						left = left.saturating_sub(1);
					}
					if left == 0 {
						break;
					}
				}
				day
			},
			Unit::Month => {
				let last = Civil::from(from).plus_months_of_law(period.length.into()).date();
				self.shifted(from, last)
			},
			Unit::CalendarDay | Unit::Hour => self.shifted(from, from.plus(period.length.into())),
		}
	}

	fn before(&mut self, period: &Period, from: LegalDate) -> LegalDate {
		match period.unit {
			Unit::WorkingDay => {
				let (mut day, mut left) = (from, period.length);
				for _ in 0..MAX_LOOK {
					day = day.minus(1);
					if self.lookup.is_working(day) {
						left = left.saturating_sub(1);
					}
					if left == 0 {
						break;
					}
				}
				day
			},
			Unit::Month => Civil::from(from).minus_months_of_law(period.length.into()).date(),
			Unit::CalendarDay | Unit::Hour => from.minus(period.length.into()),
		}
	}

	/// The first day from `day` on that counts.
	fn running(&self, day: LegalDate) -> LegalDate {
		self.pauses.iter().fold(
			day,
			|day, (from, until)| {
				if *from <= day && day < *until {
					*until
				} else {
					day
				}
			},
		)
	}

	/// `last`, moved by the days after `from` that do not count.
	fn shifted(&self, from: LegalDate, last: LegalDate) -> LegalDate {
		self.pauses.iter().fold(last, |last, (pause, until)| {
			let first = (*pause).max(from.plus(1));
			if first <= last {
				last.plus(until.0.saturating_sub(first.0))
			} else {
				last
			}
		})
	}

	/// The first day from `day` on that counts and is worked.
	fn roll(&mut self, day: LegalDate) -> LegalDate {
		let mut day = self.running(day);
		for _ in 0..MAX_LOOK {
			if self.lookup.is_working(day) {
				break;
			}
			day = self.running(day.plus(1));
		}
		day
	}
}
