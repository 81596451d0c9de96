//! When something is due: the computation that the chain, its clients and every reader share.
//!
//! Nothing here reads storage or a clock. What is due in a year whose calendar is not known yet is
//! computed on weekends alone and marked provisional.
//!
//! The rules: the day of receipt or of the trigger is not counted and the last day is (刑诉法 105);
//! 以上 and 以内 include their number, 超过 and 以下 exclude it (办法 58), so that exactly 7, 10 or
//! 30 days are within 7, 10 or 30 days; a month runs to the same day of the next one, to its last day
//! when there is no such day or when the first was a last one (刑诉法解释 202); the last day rolls to
//! the next working day only where the rule says so.

mod calendar;
mod civil;
mod period;
mod term;
#[cfg(test)]
mod tests;

pub use calendar::{
	CalendarFault, Calendars, YearCalendar, MAX_DAYS_OFF, MAX_MAKE_UP_DAYS, YEAR_2026,
};
pub use civil::{Civil, Weekday};
pub use period::{
	compute, is_exceeded, is_within, moved, ActTime, Computed, Counting, Due, Pause, Period,
	PeriodFault, Unit, MAX_CALENDAR_DAYS, MAX_HOURS, MAX_MONTHS, MAX_WORKING_DAYS,
};
pub use term::{Excluded, Length, Span, Term, TermFacts, TermFault};

use crate::{clock::KindId, time::Moment};

/// The numbers of the law, for pallets that check a limit instead of running a clock.
pub trait Limits {
	/// The period that the rule `kind` named at `at`; `None` where there was no such rule, or it
	/// names no number.
	fn limit(kind: KindId, at: Moment) -> Option<Period>;
}
