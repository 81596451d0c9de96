//! What always holds.

use crate::{
	clocks::Places,
	kinds::{CalendarHistory, KindHistory},
	*,
};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use frame_support::ensure;
use shejiao_primitives::{
	clock::ClockId,
	ids::MemberId,
	subject::{Subject, Subjects},
	time::LegalTime,
};
use sp_runtime::TryRuntimeError;

/// What the indexes must hold, as the clocks say.
#[derive(Default)]
struct Expected {
	open: BTreeMap<Vec<u8>, Vec<(ClockId, Option<shejiao_primitives::clock::KindId>)>>,
	due: BTreeSet<(MemberId, DueKey)>,
	agenda: BTreeSet<AgendaKey>,
	dependent: BTreeSet<(u16, ClockId)>,
}

fn key(subject: &Subject) -> Vec<u8> {
	subject.encode()
}

impl<T: Config> Pallet<T> {
	/// Check the invariants.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_law()?;
		let expected = Self::check_clocks()?;
		Self::check_indexes(expected)?;
		Self::check_rest()
	}

	fn check_law() -> Result<(), TryRuntimeError> {
		for id in KindCount::<T>::iter_keys() {
			KindHistory::<T>::check(&id)?;
		}
		for (id, _, entry) in Kinds::<T>::iter() {
			ensure!(KindCount::<T>::contains_key(id), "clocks: a kind without a counter");
			ensure!(entry.value.check().is_ok(), "clocks: a kind contradicts itself");
			let first =
				Kinds::<T>::get(id, 0).is_none_or(|first| entry.value.is_version_of(&first.value));
			ensure!(first, "clocks: a version of a kind is another thing");
		}
		for year in CalendarCount::<T>::iter_keys() {
			CalendarHistory::<T>::check(&year)?;
		}
		for (year, _, entry) in Calendars::<T>::iter() {
			ensure!(CalendarCount::<T>::contains_key(year), "clocks: a calendar without a counter");
			ensure!(entry.value.check(year).is_ok(), "clocks: a calendar is none of its year");
		}
		Ok(())
	}

	fn check_clocks() -> Result<Expected, TryRuntimeError> {
		let mut expected = Expected::default();
		let mut count = 0u64;
		for (id, clock) in Clocks::<T>::iter() {
			count = count.saturating_add(1);
			ensure!(id < NextClock::<T>::get(), "clocks: a clock from the future");
			ensure!(
				clock.kind.is_some() != clock.commitment.is_some(),
				"clocks: a clock has either a kind or a commitment"
			);
			ensure!(
				clock.starter.is_some() == clock.commitment.is_some(),
				"clocks: a member starts what is sealed, and a rule the rest"
			);
			if let Some(version) = clock.kind {
				let kind = Self::kind_version(version).ok_or("clocks: a clock of no kind")?;
				ensure!(
					kind.is_clock() && !kind.sealed && kind.group == clock.group,
					"clocks: a clock of a kind that has none in the open"
				);
			} else {
				ensure!(clock.group.holds_sealed(), "clocks: a sealed clock in a plain group");
			}
			ensure!(
				clock.expired.is_none() || clock.warned.is_some(),
				"clocks: a clock ran out without a warning"
			);
			let last = clock.pauses.len().saturating_sub(1);
			ensure!(
				clock.pauses.iter().enumerate().all(|(place, pause)| match pause.until {
					Some(until) => pause.from <= until,
					None => place == last,
				}),
				"clocks: a pause ends before it begins, or never"
			);
			ensure!(
				(0..clock.steps).all(|step| Steps::<T>::contains_key(id, step))
					&& !Steps::<T>::contains_key(id, clock.steps),
				"clocks: the changes of a clock are not those that are counted"
			);
			if clock.is_open() {
				Self::check_open(id, &clock)?;
				let kind = clock.kind.map(|version| version.id);
				expected.open.entry(key(&clock.subject)).or_default().push((id, kind));
			}
			let Places { due, agenda, years } = Self::places(id, &clock);
			expected.due.extend(due);
			expected.agenda.extend(agenda);
			if let Some((first, last)) = years {
				expected.dependent.extend((first..=last).map(|year| (year, id)));
			}
		}
		ensure!(count == NextClock::<T>::get().0, "clocks: a clock is missing");
		Ok(expected)
	}

	fn check_open(id: ClockId, clock: &ClockOf<T>) -> Result<(), TryRuntimeError> {
		ensure!(T::Subjects::is_live(clock.subject), "clocks: a clock is open for a dead object");
		if Self::awaited_year(clock).is_some() {
			return Ok(());
		}
		let computed = Self::compute_again(clock);
		ensure!(
			(computed.due, computed.years, computed.missing)
				== (clock.due, clock.years, clock.provisional),
			"clocks: a clock ends when its rule does not say"
		);
		ensure!(
			Proposals::<T>::get(id).is_none_or(|proposal| proposal.at <= T::Time::now()),
			"clocks: a proposal from the future"
		);
		Ok(())
	}

	fn check_indexes(expected: Expected) -> Result<(), TryRuntimeError> {
		let mut open: BTreeMap<Vec<u8>, Vec<_>> = BTreeMap::new();
		for (subject, clocks) in OpenClocks::<T>::iter() {
			ensure!(!clocks.is_empty(), "clocks: an object with no open clock is kept");
			let mut kinds = BTreeSet::new();
			for (_, kind) in clocks.iter().filter(|(_, kind)| kind.is_some()) {
				ensure!(kinds.insert(*kind), "clocks: two clocks of a kind are open for an object");
			}
			let mut clocks = clocks.into_inner();
			clocks.sort();
			open.insert(key(&subject), clocks);
		}
		let mut wanted = expected.open;
		wanted.values_mut().for_each(|clocks| clocks.sort());
		ensure!(open == wanted, "clocks: the open clocks of objects are not those that are open");
		let due: BTreeSet<_> = DueOf::<T>::iter_keys().collect();
		ensure!(due == expected.due, "clocks: what is due of owners is not what is open");
		let agenda: BTreeSet<_> = Agenda::<T>::iter_keys().collect();
		ensure!(agenda == expected.agenda, "clocks: the agenda is not what is to come");
		let dependent: BTreeSet<_> = Dependent::<T>::iter_keys().collect();
		ensure!(
			dependent == expected.dependent,
			"clocks: those that depend on a calendar are not those that say so"
		);
		Ok(())
	}

	fn check_rest() -> Result<(), TryRuntimeError> {
		for id in Proposals::<T>::iter_keys() {
			ensure!(
				Clocks::<T>::get(id).is_some_and(|clock| clock.is_open()),
				"clocks: something is proposed of a clock that is not open"
			);
		}
		for (subject, clocks) in Suspended::<T>::iter() {
			let stopped = |id: &ClockId| {
				Clocks::<T>::get(id).is_some_and(|clock| {
					let outcome = clock.closed.map(|closing| closing.outcome);
					clock.subject == subject && matches!(outcome, Some(Outcome::Cancelled { .. }))
				})
			};
			ensure!(
				!clocks.is_empty() && clocks.iter().all(stopped),
				"clocks: one is kept to run again that was not stopped"
			);
		}
		for (id, _) in Steps::<T>::iter_keys() {
			ensure!(Clocks::<T>::contains_key(id), "clocks: a change of no clock");
		}
		let years: BTreeSet<_> =
			Recomputing::<T>::get().into_iter().map(|(year, _)| year).collect();
		ensure!(
			years.len() == Recomputing::<T>::get().len()
				&& years.iter().all(CalendarCount::<T>::contains_key),
			"clocks: a year is computed again twice, or without a calendar"
		);
		Ok(())
	}
}
