//! Clocks whose calendar has come or changed, in bounded steps.

use crate::*;
use frame_support::weights::WeightMeter;
use shejiao_primitives::clock::ClockId;

impl<T: Config> Pallet<T> {
	/// Let every clock that depends on `year` be computed again.
	pub(crate) fn schedule_year(year: u16) -> DispatchResult {
		if Dependent::<T>::iter_key_prefix(year).next().is_none() {
			return Ok(());
		}
		Recomputing::<T>::try_mutate(|years| {
			if let Some(entry) = years.iter_mut().find(|(other, _)| *other == year) {
				// From the beginning: the first half saw the calendar that has changed again.
				entry.1 = None;
				return Ok(());
			}
			years.try_push((year, None)).map_err(|_| Error::<T>::MaxYearsExceeded.into())
		})
	}

	/// The first year that a clock depends on whose clocks are being computed again.
	pub(crate) fn awaited_year(clock: &ClockOf<T>) -> Option<u16> {
		let (first, last) = clock.years?;
		Recomputing::<T>::get()
			.iter()
			.map(|(year, _)| *year)
			.find(|year| (first..=last).contains(year))
	}

	/// Compute clocks again until the meter is used up.
	pub(crate) fn recompute(meter: &mut WeightMeter) {
		let mut years = Recomputing::<T>::get();
		while let Some((year, cursor)) = years.iter_mut().next() {
			let year = *year;
			let mut clocks = match cursor {
				Some(id) => Dependent::<T>::iter_key_prefix_from(
					year,
					Dependent::<T>::hashed_key_for(year, *id),
				),
				None => Dependent::<T>::iter_key_prefix(year),
			};
			let mut ended = false;
			while meter.try_consume(T::WeightInfo::recompute()).is_ok() {
				let Some(id) = clocks.next() else {
					ended = true;
					break;
				};
				Self::recompute_clock(id, year);
				*cursor = Some(id);
			}
			if !ended {
				break;
			}
			years.remove(0);
			Self::deposit_event(Event::YearRecomputed { year });
		}
		Recomputing::<T>::put(years);
	}

	/// Compute one clock again.
	pub(crate) fn recompute_clock(id: ClockId, year: u16) {
		let Some(clock) = Clocks::<T>::get(id) else { return };
		if clock.is_open() {
			let was = Self::places(id, &clock);
			Self::shift(id, clock, was, Move::Calendar(year), None);
		} else {
			Self::judge_anew(id, clock, year);
		}
	}
}
