//! What always holds.

use crate::{
	types::{hour_of, Load},
	Attempts, Config, DefaultQuota, Drawn, Pallet, Quotas, Reserve,
};
use frame_support::{ensure, traits::Get};
use shejiao_primitives::{account::AccountRegistry, directory::Members, time::LegalTime};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Check the invariants.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let most = T::MaxQuota::get();
		let sound = |load: Load| -> Result<(), TryRuntimeError> {
			ensure!(load.hour <= hour_of(T::LegalTime::now()), "gate: an hour lies in the future");
			ensure!(load.used <= most, "gate: more was drawn than any quota allows");
			Ok(())
		};

		ensure!(
			(1..=most).contains(&DefaultQuota::<T>::get()),
			"gate: default quota out of bounds"
		);
		ensure!(
			(T::MinReserve::get()..=most).contains(&Reserve::<T>::get()),
			"gate: reserve out of bounds"
		);
		for (member, quota) in Quotas::<T>::iter() {
			ensure!(T::Members::profile(member).is_some(), "gate: a quota of no member");
			ensure!((1..=most).contains(&quota.limit), "gate: quota out of bounds");
			sound(quota.load)?;
		}
		for (account, load) in Drawn::<T>::iter() {
			ensure!(
				T::Accounts::role(&account).is_some(),
				"gate: an account never admitted has drawn on the reserve"
			);
			sound(load)?;
		}
		for (member, attempts) in Attempts::<T>::iter() {
			ensure!(T::Members::profile(member).is_some(), "gate: attempts of no member");
			ensure!(
				attempts.date <= T::LegalTime::today(),
				"gate: the date of an attempt lies in the future"
			);
			ensure!(
				0 < attempts.on_date && attempts.on_date <= attempts.total,
				"gate: attempts do not add up"
			);
		}
		Ok(())
	}
}
