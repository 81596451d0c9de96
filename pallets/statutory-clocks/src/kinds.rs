//! Kinds and calendars: governed, kept as versions.

use crate::*;
use alloc::vec::Vec;
use core::marker::PhantomData;
use frame_support::ensure;
use serde::{Deserialize, Serialize};
use shejiao_primitives::{
	clock::KindId,
	deadline::{CalendarFault, Calendars as CalendarsOf, Limits, Period, YearCalendar},
	history::History,
	time::{LegalDate, LegalTime, Moment},
};

/// Versions of the kinds.
pub(crate) type KindHistory<T> = History<KindId, Kind, KindCount<T>, Kinds<T>>;

/// Versions of the calendars.
pub(crate) type CalendarHistory<T> = History<u16, YearCalendar, CalendarCount<T>, Calendars<T>>;

/// A year's calendar as a chain specification states it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CalendarData {
	/// The year.
	pub year: u16,
	/// Days off, as days since 1970-01-01.
	pub days_off: Vec<LegalDate>,
	/// Saturdays and Sundays that are worked.
	pub make_up: Vec<LegalDate>,
}

impl From<(u16, YearCalendar)> for CalendarData {
	fn from((year, calendar): (u16, YearCalendar)) -> Self {
		Self {
			year,
			days_off: calendar.days_off.into_inner(),
			make_up: calendar.make_up.into_inner(),
		}
	}
}

impl CalendarData {
	fn calendar(&self) -> Result<YearCalendar, CalendarFault> {
		YearCalendar::new(self.year, self.days_off.clone(), self.make_up.clone())
	}
}

/// The calendars on chain.
pub struct Known<T>(PhantomData<T>);

impl<T> Known<T> {
	/// All of them.
	pub const fn new() -> Self {
		Self(PhantomData)
	}
}

impl<T> Default for Known<T> {
	fn default() -> Self {
		Self::new()
	}
}

impl<T: Config> CalendarsOf for Known<T> {
	fn calendar(&self, year: u16) -> Option<YearCalendar> {
		CalendarHistory::<T>::current(&year)
	}
}

/// Build the law of the first block.
pub(crate) fn build<T: Config>(genesis: &GenesisConfig<T>) {
	for (id, kind) in &genesis.kinds {
		assert!(
			kind.check().is_ok() && KindCount::<T>::get(id) == 0,
			"statutoryClocks.kinds: {id:?} contradicts itself or is named twice"
		);
		KindHistory::<T>::push(id, 0, *kind).expect("the first version; qed");
	}
	for data in &genesis.calendars {
		let calendar = data.calendar().unwrap_or_else(|fault| {
			panic!("statutoryClocks.calendars: {} is no calendar: {fault:?}", data.year)
		});
		assert!(
			CalendarCount::<T>::get(data.year) == 0,
			"statutoryClocks.calendars: {} is named twice",
			data.year
		);
		CalendarHistory::<T>::push(&data.year, 0, calendar).expect("the first version; qed");
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn govern_kind(id: KindId, kind: Kind, effective: LegalDate) -> DispatchResult {
		kind.check().map_err(|fault| match fault {
			KindFault::Zero => Error::<T>::ZeroLength,
			KindFault::Period => Error::<T>::InvalidPeriod,
			KindFault::Contradiction => Error::<T>::InvalidKind,
		})?;
		let holds = KindHistory::<T>::current(&id);
		ensure!(holds.is_none_or(|other| kind.is_version_of(&other)), Error::<T>::InvalidKind);
		let now = T::Time::now();
		ensure!(effective >= T::Time::today(), Error::<T>::OutOfOrder);
		// What held this morning still held then.
		let since = T::Time::clock().start_of(effective).max(now);
		let version = KindCount::<T>::get(id);
		KindHistory::<T>::push(&id, since, kind).map_err(|_| Error::<T>::OutOfOrder)?;
		Self::deposit_event(Event::KindSet { kind: id, version, since, rule: kind });
		Ok(())
	}

	pub(crate) fn govern_calendar(year: u16, calendar: YearCalendar) -> DispatchResult {
		calendar.check(year).map_err(|_| Error::<T>::InvalidCalendar)?;
		CalendarHistory::<T>::push(&year, T::Time::now(), calendar.clone())
			.map_err(|_| Error::<T>::OutOfOrder)?;
		Self::schedule_year(year)?;
		Self::deposit_event(Event::CalendarSet { year, calendar });
		Ok(())
	}

	/// The version of a kind that held at a moment.
	pub fn kind_at(id: KindId, at: Moment) -> Option<(KindVersion, Kind)> {
		// Invariant: versions below `low` are not later than `at`, those from `high` on are.
		let (mut low, mut high) = (0u32, KindCount::<T>::get(id));
		let mut found = None;
		while low < high {
			let middle = low.saturating_add(high.saturating_sub(low) / 2);
			let entry = Kinds::<T>::get(id, middle)?;
			if entry.since <= at {
				found = Some((KindVersion { id, version: middle }, entry.value));
				low = middle.saturating_add(1);
			} else {
				high = middle;
			}
		}
		found
	}

	/// A version of a kind.
	pub fn kind_version(version: KindVersion) -> Option<Kind> {
		Kinds::<T>::get(version.id, version.version).map(|entry| entry.value)
	}
}

impl<T: Config> Limits for Pallet<T> {
	fn limit(kind: KindId, at: Moment) -> Option<Period> {
		Self::kind_at(kind, at).and_then(|(_, kind)| kind.period)
	}
}
