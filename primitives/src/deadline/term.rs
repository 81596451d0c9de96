//! The term of community corrections (L39).

use super::civil::Civil;
use crate::{case::CaseCategory, coded, time::LegalDate};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

coded! {
	/// A length of time as a judgment states it.
	#[derive(Default, Hash)]
	#[serde(default)]
	pub struct Length {
		/// Years.
		pub years: u8,
		/// Months.
		pub months: u16,
		/// Days.
		pub days: u16,
	}
}

impl Length {
	/// So many years, months and days.
	pub const fn new(years: u8, months: u16, days: u16) -> Self {
		Self { years, months, days }
	}

	/// The day that lies this long after `start`: first the years, then the months, then the days.
	///
	/// A year runs to the same day of the next one, or to the last of that month where it has no such
	/// day; a month from the last day of a month to the last of the next (刑诉法解释 202).
	fn after(self, start: LegalDate) -> LegalDate {
		let years = Civil::from(start).plus_months(u32::from(self.years).saturating_mul(12));
		let months = match self.months {
			0 => years,
			months => years.plus_months_of_law(months.into()),
		};
		months.date().plus(self.days.into())
	}

	/// The day that lies this long before `end`: first the days, then months and years.
	fn before(self, end: LegalDate) -> LegalDate {
		let months = u32::from(self.years).saturating_mul(12).saturating_add(self.months.into());
		Civil::from(end.minus(self.days.into())).minus_months(months).date()
	}

	/// Whether it is no time at all.
	pub const fn is_zero(self) -> bool {
		self.years == 0 && self.months == 0 && self.days == 0
	}
}

coded! {
	/// How long the decision lets a term last.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Span {
		/// So long from its start.
		#[codec(index = 0)]
		Length(Length),
		/// Until 24:00 of a day that the decision names, custody deducted already.
		#[codec(index = 1)]
		Until(LegalDate),
	}
}

coded! {
	/// Days of a term that do not count, both included (刑诉法 268(3)).
	#[derive(Hash)]
	pub struct Excluded {
		/// The first.
		pub from: LegalDate,
		/// The last.
		pub until: LegalDate,
	}
}

/// What a term is computed from.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo, Serialize, Deserialize)]
pub struct TermFacts {
	/// The category of corrections.
	pub category: CaseCategory,
	/// The first day: of execution (管制), the one on which the judgment became final (缓刑), of parole
	/// (假释), or from which the sentence is counted (暂予监外执行).
	pub start: LegalDate,
	/// How long: the sentence, the probation, or what is left of the sentence.
	pub span: Span,
	/// Days of custody before the judgment. One counts two days of 管制 (刑法 41) and one day of a
	/// sentence that is served outside prison (刑法 44, 47); of 缓刑 and 假释 they are not deducted.
	#[serde(default)]
	pub custody_days: u16,
	/// 减刑, in the order in which it was granted.
	#[serde(default)]
	pub reductions: Vec<Length>,
	/// Periods of 暂予监外执行 that do not count: escape, or release obtained by bribery or other
	/// unlawful means. Rising, not overlapping.
	#[serde(default)]
	pub excluded: Vec<Excluded>,
}

coded! {
	/// A computed term. It ends at 24:00 of its last day, whether that is worked or not.
	#[derive(Hash)]
	pub struct Term {
		/// The first day.
		pub first_day: LegalDate,
		/// The last day.
		pub last_day: LegalDate,
	}
}

impl Term {
	/// Its days, the first and the last included.
	pub const fn days(&self) -> u32 {
		self.last_day.0.saturating_sub(self.first_day.0).saturating_add(1)
	}
}

/// Why there is no term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermFault {
	/// The span is no time, or ends before it starts.
	Empty,
	/// Custody and reductions leave nothing of it.
	Consumed,
	/// Periods are excluded only of 暂予监外执行.
	NothingExcludable,
	/// An excluded period ends before it begins, begins before the term or before another has ended.
	Disordered,
}

impl TermFacts {
	/// The term, by the law as it stands.
	pub fn term(&self) -> Result<Term, TermFault> {
		// `end` is the day after the last one throughout.
		let (end, deduction) = match self.span {
			Span::Length(length) if !length.is_zero() => {
				(length.after(self.start), self.custody_deduction())
			},
			Span::Until(last) if last >= self.start => (last.plus(1), 0),
			_ => return Err(TermFault::Empty),
		};
		let end = end.minus(deduction);
		let end = self.reductions.iter().fold(end, |end, length| length.before(end));
		if end <= self.start {
			return Err(TermFault::Consumed);
		}
		if !self.excluded.is_empty() && self.category != CaseCategory::TemporaryRelease {
			return Err(TermFault::NothingExcludable);
		}
		let mut end = end;
		let mut free_from = self.start;
		for Excluded { from, until } in &self.excluded {
			if from > until || *from < free_from {
				return Err(TermFault::Disordered);
			}
			free_from = until.plus(1);
			if *from < end {
				end = end.plus(until.0.saturating_sub(from.0).saturating_add(1));
			}
		}
		Ok(Term { first_day: self.start, last_day: end.minus(1) })
	}

	/// Days by which earlier custody shortens the term.
	fn custody_deduction(&self) -> u32 {
		let days = u32::from(self.custody_days);
		match self.category {
			CaseCategory::PublicSurveillance => days.saturating_mul(2),
			CaseCategory::TemporaryRelease => days,
			CaseCategory::SuspendedSentence | CaseCategory::Parole => 0,
		}
	}
}
