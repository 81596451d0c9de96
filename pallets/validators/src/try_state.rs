//! What always holds.

use crate::{
	pallet::{Config, Forced, Minimum, Owners, Pallet, Planned, Registered},
	session::Sessions,
};
use alloc::collections::BTreeSet;
use frame_support::{ensure, traits::Get};
use shejiao_primitives::account::{AccountRegistry, AccountRole};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Check the invariants.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let registered = Registered::<T>::get();
		let plan = Planned::<T>::get();
		let planned = plan.accounts();

		let accounts: BTreeSet<_> = registered.iter().map(|v| &v.account).collect();
		ensure!(accounts.len() == registered.len(), "validators: an account is registered twice");
		let staying = || registered.iter().filter(|v| v.leaving.is_none()).map(|v| v.member);
		ensure!(
			staying().collect::<BTreeSet<_>>().len() == staying().count(),
			"validators: a member has two validators that stay"
		);
		for v in &registered {
			ensure!(
				Owners::<T>::get(&v.account) == Some(v.member),
				"validators: a registered account does not belong to its member"
			);
		}
		for owned in Owners::<T>::iter_keys() {
			ensure!(
				T::Accounts::role(&owned) == Some(AccountRole::Validator),
				"validators: an account has not the role of a validator"
			);
		}

		let distinct: BTreeSet<_> = planned.iter().collect();
		ensure!(distinct.len() == planned.len(), "validators: somebody is planned twice");
		let members: BTreeSet<_> =
			registered.iter().filter(|v| planned.contains(&v.account)).map(|v| v.member).collect();
		ensure!(
			members.len() == planned.len(),
			"validators: the planned set is not one registered validator per member"
		);
		for account in &planned {
			ensure!(
				T::Sessions::keys_hash(account).is_some(),
				"validators: a planned validator has no keys"
			);
		}
		ensure!(
			planned == T::Sessions::queued(),
			"validators: the planned set is not the queued one"
		);
		ensure!(
			plan.changed_at <= T::Sessions::index().saturating_add(1),
			"validators: the last change lies in the future"
		);

		let minimum = Minimum::<T>::get();
		ensure!(
			(1..=T::MaxValidators::get()).contains(&minimum),
			"validators: the minimum is out of bounds"
		);
		let short = (planned.len() as u32) < minimum;
		ensure!(
			short == plan.forced || planned.is_empty(),
			"validators: the planned set is under the minimum and was not forced"
		);
		ensure!(!Forced::<T>::exists(), "validators: a forced set was not planned");
		Ok(())
	}
}
