//! What follows from a proven equivocation.

use crate::{
	pallet::{Config, Event, Pallet, Registered},
	session::Sessions,
	WeightInfo,
};
use alloc::vec::Vec;
use frame_support::weights::Weight;
use sp_runtime::Perbill;
use sp_staking::{
	offence::{OffenceDetails, OnOffenceHandler},
	SessionIndex,
};

/// Disables the offender's authoring and marks it, so that the next set is planned without it. The
/// rest is decided by people.
impl<T: Config, Identification>
	OnOffenceHandler<T::AccountId, (T::AccountId, Identification), Weight> for Pallet<T>
{
	fn on_offence(
		offenders: &[OffenceDetails<T::AccountId, (T::AccountId, Identification)>],
		_: &[Perbill],
		session: SessionIndex,
	) -> Weight {
		let marked: Vec<_> = Registered::<T>::mutate(|all| {
			all.iter_mut()
				.filter(|v| offenders.iter().any(|o| o.offender.0 == v.account))
				.map(|v| {
					(core::mem::replace(&mut v.equivocated, true), v.member, v.account.clone())
				})
				.collect()
		});
		for (before, member, validator) in marked {
			T::Sessions::disable(validator.clone());
			if !before {
				Self::deposit_event(Event::Equivocated { member, validator, session });
			}
		}
		T::WeightInfo::on_offence(offenders.len() as u32)
	}
}
