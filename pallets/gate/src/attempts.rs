//! Attempts outside duty, which failed at dispatch.

use crate::{
	types::{Attempts as Count, CallIndex},
	Attempts, Config, Event, Pallet,
};
use frame_support::traits::Contains;
use shejiao_primitives::{ids::MemberId, time::LegalTime};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// Attempts of `member`: those of this legal date, and all.
	pub fn attempts(member: MemberId) -> Count {
		let today = T::LegalTime::today();
		let count = Attempts::<T>::get(member);
		if count.date == today {
			count
		} else {
			Count { date: today, on_date: 0, ..count }
		}
	}

	/// Record that a call of `who` failed with `error`, if that means that it was not its to make.
	pub(crate) fn record(
		who: &T::AccountId,
		member: MemberId,
		call: CallIndex,
		error: DispatchError,
	) {
		if !T::IsRefusal::contains(&error) {
			return;
		}
		let before = Self::attempts(member);
		let count = Count {
			on_date: before.on_date.saturating_add(1),
			total: before.total.saturating_add(1),
			..before
		};
		Attempts::<T>::insert(member, count);
		let CallIndex { pallet, call } = call;
		Self::deposit_event(Event::AttemptRefused {
			who: who.clone(),
			member,
			pallet,
			call,
			error,
		});
	}
}
