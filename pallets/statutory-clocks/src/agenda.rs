//! The agenda: clocks warn and run out in the order of time.
//!
//! The agenda's keys are big endian moments under the identity hasher, so that the first key of the
//! map is always the next thing to do. Nothing is scanned: an idle block looks at one key, however
//! many clocks are open and however long nothing is due; a busy one goes from key to key. What a block
//! has no room for stays first, and a clock leaves its place in the same write that notes that it
//! fired, so that after any standstill each fires once.

use crate::*;
use frame_support::weights::{Weight, WeightMeter};
use shejiao_primitives::{
	clock::ClockId,
	oversight::OnClock,
	time::{LegalTime, Moment},
};

/// Who is told of a sealed clock that warns.
pub(crate) const SEALED_WARNS: Audience = Audience::HEAD;
/// Who is told of a sealed clock that has run out.
pub(crate) const SEALED_EXPIRES: Audience = Audience::HEAD.union(Audience::SUPERVISOR);

impl<T: Config> Pallet<T> {
	/// The most that one entry of the agenda weighs.
	pub(crate) fn fire_weight() -> Weight {
		T::WeightInfo::warn().max(T::WeightInfo::expire())
	}

	/// Do what is due, at most a quarter of a block.
	pub(crate) fn work(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::on_poll(0)).is_err() {
			return;
		}
		let quarter = T::BlockWeights::get().max_block / 4;
		let share = quarter.min(meter.remaining());
		let mut rest = WeightMeter::with_limit(share);
		let recomputing = !Recomputing::<T>::get().is_empty();
		if recomputing {
			// Half, so that neither keeps the other waiting.
			let mut half = WeightMeter::with_limit(share / 2);
			Self::recompute(&mut half);
			rest.consume(half.consumed());
		}
		let now = T::Time::now();
		// One pass: from the first key again, every entry done in this block would be passed over.
		for key in Agenda::<T>::iter_keys() {
			if key.at() > now || rest.try_consume(Self::fire_weight()).is_err() {
				break;
			}
			Self::fire(key, now);
		}
		meter.consume(rest.consumed());
	}

	/// Let the clock at the first place of the agenda warn or run out.
	pub(crate) fn fire(key: AgendaKey, now: Moment) {
		let id: ClockId = key.clock();
		let Some(clock) = Clocks::<T>::get(id) else {
			log::error!(target: LOG_TARGET, "{id:?} is due and does not exist");
			Agenda::<T>::remove(key);
			return;
		};
		// The calendar may have moved a clock whose turn to be computed again has not come yet.
		if let Some(year) = Self::awaited_year(&clock) {
			let was = Self::places(id, &clock);
			Self::shift(id, clock, was, Move::Calendar(year), None);
			match Clocks::<T>::get(id) {
				Some(clock) if Self::places(id, &clock).agenda == Some(key) => {
					Self::fire_now(id, clock, key, now)
				},
				_ => {},
			}
		} else {
			Self::fire_now(id, clock, key, now);
		}
	}

	fn fire_now(id: ClockId, mut clock: ClockOf<T>, key: AgendaKey, now: Moment) {
		let was = Self::places(id, &clock);
		if was.agenda != Some(key) {
			log::error!(target: LOG_TARGET, "{id:?} stands in a place that is not its own");
			Agenda::<T>::remove(key);
			return;
		}
		let rule = clock.kind.and_then(Self::kind_version);
		let kind = clock.kind.map(|version| version.id);
		let (subject, owner, due) = (clock.subject, clock.owner, clock.due);
		if clock.warned.is_none() {
			clock.warned = Some(now);
			Self::put(id, was, &clock);
			let told = rule.map_or(SEALED_WARNS, |rule| rule.warns);
			Self::deposit_event(Event::ClockWarned { clock: id, kind, subject, owner, due, told });
			T::OnClock::warned(id, kind, subject, owner, told);
		} else {
			clock.expired = Some(now);
			Self::put(id, was, &clock);
			let told = rule.map_or(SEALED_EXPIRES, |rule| rule.expires);
			Self::deposit_event(Event::ClockExpired { clock: id, kind, subject, owner, due, told });
			T::OnClock::expired(id, kind, subject, owner, told);
		}
	}
}
