//! Meeting the session pallet: what is asked of it, and the sets that it is given.

use crate::{
	pallet::{Config, Event, Forced, Minimum, Pallet, Planned, Registered},
	plan,
	types::Validator,
	CHANGE_GAP, LOG_TARGET,
};
use alloc::vec::Vec;
use codec::Encode;
use core::marker::PhantomData;
use frame_support::{defensive, pallet_prelude::BoundedVec, traits::Get};
use sp_core::H256;
use sp_io::hashing::blake2_256;
use sp_runtime::{traits::Convert, DispatchResult};
use sp_staking::{offence::OffenceSeverity, SessionIndex};

/// What the pallet needs of sessions. [`SessionPallet`] answers from pallet-session.
pub trait Sessions<AccountId> {
	/// Number of the current session.
	fn index() -> SessionIndex;

	/// Validators of the current session.
	fn current() -> Vec<AccountId>;

	/// Validators of the next session.
	fn queued() -> Vec<AccountId>;

	/// Hash of the session keys that `validator` registered last.
	fn keys_hash(validator: &AccountId) -> Option<H256>;

	/// Forget the session keys of `validator`.
	fn purge_keys(validator: &AccountId) -> DispatchResult;

	/// Let `validator` author no more in the current session, unless a third are disabled already.
	fn disable(validator: AccountId);

	/// Forget what proves validators of sessions before `index`.
	fn prune_up_to(index: SessionIndex);

	/// Ask for the set of the next session again, and replace the queued one.
	fn plan_again();

	/// Give `validator` session keys, for benchmarks.
	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_set_keys(validator: &AccountId) -> DispatchResult;
}

/// [`Sessions`] by pallet-session with its historical part, where a validator's id is its account.
pub struct SessionPallet<T>(PhantomData<T>);

impl<T> Sessions<T::AccountId> for SessionPallet<T>
where
	T: pallet_session::Config<ValidatorId = <T as frame_system::Config>::AccountId>
		+ pallet_session::historical::Config,
{
	fn index() -> SessionIndex {
		pallet_session::CurrentIndex::<T>::get()
	}

	fn current() -> Vec<T::AccountId> {
		pallet_session::Validators::<T>::get()
	}

	fn queued() -> Vec<T::AccountId> {
		pallet_session::QueuedKeys::<T>::get().into_iter().map(|(account, _)| account).collect()
	}

	fn keys_hash(validator: &T::AccountId) -> Option<H256> {
		let keys = pallet_session::Pallet::<T>::load_keys(validator)?;
		Some(H256(keys.using_encoded(blake2_256)))
	}

	fn purge_keys(validator: &T::AccountId) -> DispatchResult {
		<pallet_session::Pallet<T> as pallet_session::SessionInterface>::purge_keys(validator)
	}

	fn disable(validator: T::AccountId) {
		pallet_session::Pallet::<T>::report_offence(validator, OffenceSeverity::max_severity());
	}

	fn prune_up_to(index: SessionIndex) {
		pallet_session::historical::Pallet::<T>::prune_up_to(index);
	}

	fn plan_again() {
		// The manager also replaces the historical root of the session, so that proofs hold.
		let next = Self::index().saturating_add(1);
		let set =
			<T::SessionManager as pallet_session::SessionManager<T::AccountId>>::new_session(next);
		if let Some(set) = set {
			let queued: Vec<_> = set
				.into_iter()
				.filter_map(|v| pallet_session::Pallet::<T>::load_keys(&v).map(|keys| (v, keys)))
				.collect();
			pallet_session::QueuedKeys::<T>::put(queued);
			pallet_session::QueuedChanged::<T>::put(true);
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_set_keys(validator: &T::AccountId) -> DispatchResult {
		use codec::Decode;
		let seed = validator.using_encoded(blake2_256);
		let bytes: Vec<u8> = (0u8..8).flat_map(|i| (seed, i).using_encoded(blake2_256)).collect();
		let keys = T::Keys::decode(&mut sp_runtime::traits::TrailingZeroInput::new(&bytes))
			.map_err(|_| sp_runtime::DispatchError::Corruption)?;
		<pallet_session::Pallet<T> as pallet_session::SessionInterface>::set_keys(validator, keys)
	}
}

/// `ValidatorIdOf` of pallet-session: registered validators alone may set session keys.
pub struct ValidatorIdOf<T>(PhantomData<T>);

impl<T: Config> Convert<T::AccountId, Option<T::AccountId>> for ValidatorIdOf<T> {
	fn convert(account: T::AccountId) -> Option<T::AccountId> {
		Registered::<T>::get().iter().any(|v| v.account == account).then_some(account)
	}
}

/// `FullIdentificationOf` of the historical part: a validator is fully known by its account.
pub struct NoIdentification;

impl<AccountId> Convert<AccountId, Option<()>> for NoIdentification {
	fn convert(_: AccountId) -> Option<()> {
		Some(())
	}
}

impl<T: Config> Pallet<T> {
	/// The set for session `index`: `None` if neither a validator nor the keys of one changed since
	/// the last `Some`.
	///
	/// A needless `Some` lengthens every later proof of finality; a `None` after a key rotation would
	/// make the proofs of past sessions' equivocations fail.
	fn plan(index: SessionIndex) -> Option<Vec<T::AccountId>> {
		let planned = Planned::<T>::get();
		let before = planned.accounts();
		// A change of keys alone does not restart the gap: who shall leave could stay for ever by
		// rotating its keys in every session.
		let settled = before.is_empty() || index >= planned.changed_at.saturating_add(CHANGE_GAP);
		let forced = Forced::<T>::take();
		let is_forced = forced.is_some();
		let accounts = match forced {
			Some(set) => set.into_inner(),
			None if settled => {
				Self::forget_departed();
				plan::next_set(
					&before,
					&Registered::<T>::get(),
					|account| T::Sessions::keys_hash(account).is_some(),
					Minimum::<T>::get(),
					T::MaxValidators::get(),
				)
			},
			None => before.clone(),
		};
		let set: Vec<_> = accounts
			.into_iter()
			.filter_map(|account| T::Sessions::keys_hash(&account).map(|hash| (account, hash)))
			.collect();
		if set.is_empty() {
			log::error!(target: LOG_TARGET, "session {index}: no validator has keys, nothing planned");
			return None;
		}
		if set == planned.set.as_slice() {
			return None;
		}
		let Ok(set) = BoundedVec::try_from(set) else {
			defensive!("a set is never larger than its bound");
			return None;
		};
		let after: Vec<T::AccountId> = set.iter().map(|(account, _)| account.clone()).collect();
		let enough = set.len() as u32 >= Minimum::<T>::get();
		let entered: Vec<_> = after.iter().filter(|a| !before.contains(a)).cloned().collect();
		let left: Vec<_> = before.iter().filter(|a| !after.contains(a)).cloned().collect();
		Planned::<T>::put(crate::Plan {
			set,
			changed_at: if before == after { planned.changed_at } else { index },
			forced: (planned.forced || is_forced) && !enough,
		});
		Self::deposit_event(Event::SetPlanned {
			session: index,
			validators: after.len() as u32,
			entered,
			left,
			forced: is_forced,
		});
		Some(after)
	}

	/// Forget validators that have left: out of the current set and of the one planned last, for so
	/// long that the change which took them out must be final.
	fn forget_departed() {
		let planned = Planned::<T>::get();
		let current = T::Sessions::current();
		let departed: Vec<_> = Registered::<T>::get()
			.into_iter()
			.filter(|v| {
				v.leaving.is_some()
					&& !planned.contains(&v.account)
					&& !current.contains(&v.account)
			})
			.collect();
		for validator in departed {
			Self::forget(validator);
		}
	}

	/// Purge the keys of a validator that is in no set, and forget it.
	pub(crate) fn forget(validator: Validator<T::AccountId>) {
		let Validator { account, member, .. } = validator;
		// Before it is forgotten: the session pallet knows registered validators alone.
		if T::Sessions::keys_hash(&account).is_some() {
			if let Err(error) = T::Sessions::purge_keys(&account) {
				log::error!(target: LOG_TARGET, "keys of {account:?} not purged: {error:?}");
			}
		}
		Registered::<T>::mutate(|all| all.retain(|v| v.account != account));
		Self::deposit_event(Event::Forgotten { member, validator: account });
	}

	/// What a session begins with: equivocators disabled again, because a change of the set forgets
	/// who was; old roots forgotten.
	fn begin(index: SessionIndex) {
		let current = T::Sessions::current();
		for validator in Registered::<T>::get() {
			if validator.equivocated && current.contains(&validator.account) {
				T::Sessions::disable(validator.account);
			}
		}
		if let Some(oldest) = index.checked_sub(T::HistoryDepth::get()) {
			if oldest > 0 {
				T::Sessions::prune_up_to(oldest);
			}
		}
	}
}

impl<T: Config> pallet_session::SessionManager<T::AccountId> for Pallet<T> {
	fn new_session(index: SessionIndex) -> Option<Vec<T::AccountId>> {
		Self::plan(index)
	}

	fn start_session(index: SessionIndex) {
		Self::begin(index);
	}

	fn end_session(_: SessionIndex) {}
}

impl<T: Config> pallet_session::historical::SessionManager<T::AccountId, ()> for Pallet<T> {
	fn new_session(index: SessionIndex) -> Option<Vec<(T::AccountId, ())>> {
		Some(Self::plan(index)?.into_iter().map(|account| (account, ())).collect())
	}

	fn start_session(index: SessionIndex) {
		Self::begin(index);
	}

	fn end_session(_: SessionIndex) {}
}
