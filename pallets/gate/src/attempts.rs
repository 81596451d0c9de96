//! Attempts at what is not the signer's to do, which failed at dispatch.

use crate::{
	types::{Attempts as Count, CallIndex},
	Attempts, Config, Event, Pallet,
};
use shejiao_primitives::{attempt::OnRefusal, ids::MemberId, time::LegalTime};
use sp_runtime::{traits::Convert, DispatchError};

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

	/// Record that a call for `member` failed with `error`, if that means that it was not the
	/// signer's to make. Gives whether it does.
	pub(crate) fn record(member: MemberId, call: CallIndex, error: DispatchError) -> bool {
		let Some(kind) = T::RefusalOf::convert(error) else { return false };
		let before = Self::attempts(member);
		let count = Count {
			on_date: before.on_date.saturating_add(1),
			total: before.total.saturating_add(1),
			..before
		};
		Attempts::<T>::insert(member, count);
		let CallIndex { pallet, call } = call;
		Self::deposit_event(Event::AttemptRefused { member, pallet, call, error });
		T::OnRefusal::refused(member, kind);
		true
	}
}
