//! What clients ask.

use crate::{kinds::CalendarHistory, *};
use alloc::vec::Vec;
use shejiao_primitives::{
	clock::{ClockId, KindId},
	deadline::{compute, Computed, Due, YearCalendar},
	ids::MemberId,
	subject::Subject,
	time::{LegalDate, LegalTime, Moment},
};
use sp_core::H256;

/// Most entries of a page.
const MAX_PAGE: u32 = 500;

/// A clock, as clients are told of it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ClockInfo<AccountId> {
	/// Its number.
	pub id: ClockId,
	/// Its kind and version; `None` when sealed.
	pub kind: Option<KindVersion>,
	/// Commitment to a sealed kind.
	pub commitment: Option<H256>,
	/// Its group.
	pub group: Group,
	/// What it is for.
	pub subject: Subject,
	/// Who must act.
	pub owner: MemberId,
	/// When it was entered.
	pub started: Moment,
	/// What its last day follows from.
	pub basis: Basis,
	/// Until when it is due; while it is paused, until when it was.
	pub due: Due,
	/// The first moment that is too late.
	pub over: Moment,
	/// When it warned.
	pub warned: Option<Moment>,
	/// When it was found to have run out.
	pub expired: Option<Moment>,
	/// Why it does not run now.
	pub paused: Option<PauseCause>,
	/// The year whose missing calendar makes the last day provisional.
	pub provisional: Option<u16>,
	/// Whether a record that it rests on is no evidence any more.
	pub corrected: bool,
	/// How it ended.
	pub closed: Option<Closing<AccountId>>,
	/// Whether its completion was entered after its end.
	pub late_entry: bool,
}

/// A clock with everything that happened to it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ClockHistory<AccountId> {
	/// The clock.
	pub info: ClockInfo<AccountId>,
	/// Its changes between start and end, in order.
	pub steps: Vec<Step<AccountId>>,
	/// What is proposed of it.
	pub proposal: Option<Proposal<AccountId>>,
}

/// A page of what is due.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct DuePage<AccountId> {
	/// Open clocks, in the order of their last days.
	pub clocks: Vec<ClockInfo<AccountId>>,
	/// From where the next page goes on, if there is one.
	pub next: Option<(LegalDate, ClockId)>,
}

/// A kind as it holds.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct KindInfo {
	/// The kind.
	pub id: KindId,
	/// The version.
	pub version: u32,
	/// From when.
	pub since: Moment,
	/// The rule.
	pub rule: Kind,
}

impl<T: Config> Pallet<T> {
	fn info(id: ClockId, clock: ClockOf<T>) -> ClockInfo<T::AccountId> {
		let time = T::Time::clock();
		ClockInfo {
			id,
			kind: clock.kind,
			commitment: clock.commitment,
			group: clock.group,
			subject: clock.subject,
			owner: clock.owner,
			started: clock.started,
			basis: clock.basis,
			due: clock.due,
			over: clock.due.over(&time),
			warned: clock.warned,
			expired: clock.expired,
			paused: clock.paused().filter(|_| clock.is_open()),
			provisional: clock.provisional,
			corrected: clock.corrected,
			late_entry: clock.is_late_entry(&time),
			closed: clock.closed,
		}
	}

	/// The open clocks of an object, in the order of starting.
	pub fn open_clocks(subject: Subject) -> Vec<ClockInfo<T::AccountId>> {
		OpenClocks::<T>::get(subject)
			.into_iter()
			.filter_map(|(id, _)| Clocks::<T>::get(id).map(|clock| Self::info(id, clock)))
			.collect()
	}

	/// At most `limit` open clocks of `owner` whose last day is not after `until`, in the order of
	/// their last days, from `from` on, inclusive.
	pub fn due(
		owner: MemberId,
		until: LegalDate,
		from: Option<(LegalDate, ClockId)>,
		limit: u32,
	) -> DuePage<T::AccountId> {
		let first =
			from.map_or(DueKey::new(LegalDate(0), ClockId(0)), |(day, id)| DueKey::new(day, id));
		let mut clocks = Vec::new();
		// The iterator goes on after the key it is given.
		let exact = DueOf::<T>::contains_key(owner, first).then_some(first);
		let later =
			DueOf::<T>::iter_key_prefix_from(owner, DueOf::<T>::hashed_key_for(owner, first));
		let mut keys = exact.into_iter().chain(later).take_while(|key| key.day() <= until);
		let limit = limit.min(MAX_PAGE) as usize;
		for key in keys.by_ref().take(limit) {
			if let Some(clock) = Clocks::<T>::get(key.clock()) {
				clocks.push(Self::info(key.clock(), clock));
			}
		}
		DuePage { clocks, next: keys.next().map(|key| (key.day(), key.clock())) }
	}

	/// A clock with its history.
	pub fn clock(id: ClockId) -> Option<ClockHistory<T::AccountId>> {
		let clock = Clocks::<T>::get(id)?;
		let steps = (0..clock.steps).filter_map(|step| Steps::<T>::get(id, step)).collect();
		let proposal = Proposals::<T>::get(id);
		Some(ClockHistory { info: Self::info(id, clock), steps, proposal })
	}

	fn kind_info(version: KindVersion) -> Option<KindInfo> {
		let KindVersion { id, version } = version;
		Kinds::<T>::get(id, version).map(|entry| KindInfo {
			id,
			version,
			since: entry.since,
			rule: entry.value,
		})
	}

	/// Every kind as it holds at `at`, by default now, in the order of numbers.
	pub fn kinds(at: Option<Moment>) -> Vec<KindInfo> {
		let at = at.unwrap_or_else(T::Time::now);
		let mut all: Vec<_> = KindCount::<T>::iter_keys()
			.filter_map(|id| Self::kind_at(id, at))
			.filter_map(|(version, _)| Self::kind_info(version))
			.collect();
		all.sort_by_key(|info| info.id);
		all
	}

	/// Every version of a kind, those that will hold later included.
	pub fn kind_versions(id: KindId) -> Vec<KindInfo> {
		(0..KindCount::<T>::get(id))
			.filter_map(|version| Self::kind_info(KindVersion { id, version }))
			.collect()
	}

	/// The calendar of a year.
	pub fn calendar_of(year: u16) -> Option<YearCalendar> {
		CalendarHistory::<T>::current(&year)
	}

	/// Until when a clock of `kind` would be due that is counted from `from`, by the rule that held
	/// then, or holds now where the kind counts back; and the year whose missing calendar makes this
	/// provisional. `None` where no clock runs or no period is named.
	pub fn compute_due(kind: KindId, from: Moment) -> Option<(Due, Option<u16>)> {
		let (_, rule) = Self::kind_at(kind, from.min(T::Time::now()))?;
		let period = rule.period.filter(|_| rule.nature == Nature::Deadline)?;
		let Computed { due, missing, .. } =
			compute(&period, from, &[], &T::Time::clock(), &Known::<T>::new());
		Some((due, missing))
	}

	/// Years whose clocks are being computed again.
	pub fn recomputing() -> Vec<u16> {
		Recomputing::<T>::get().into_iter().map(|(year, _)| year).collect()
	}
}
