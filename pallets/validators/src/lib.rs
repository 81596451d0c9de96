#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod membership;
#[cfg(test)]
mod mock;
mod offences;
pub mod plan;
mod session;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
mod types;
pub mod weights;

pub use pallet::*;
pub use session::{NoIdentification, SessionPallet, Sessions, ValidatorIdOf};
pub use types::{Cause, Plan, State, Validator, ValidatorInfo};
pub use weights::WeightInfo;

use sp_staking::SessionIndex;

const LOG_TARGET: &str = "runtime::validators";

/// Sessions from one change of the set to the next: the set before must have finalised it by then.
/// The runtime cannot see finality.
pub const CHANGE_GAP: SessionIndex = 2;

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use frame_support::pallet_prelude::*;
	use frame_system::pallet_prelude::*;
	use shejiao_primitives::{
		account::{AccountRegistry, AccountRole},
		directory::Members,
		ids::MemberId,
		reason::Reason,
	};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// Configuration.
	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// The members of the consortium.
		type Members: Members<Self::AccountId>;

		/// Accounts and their roles.
		type Accounts: AccountRegistry<Self::AccountId>;

		/// Sessions and session keys: [`SessionPallet`] of the runtime.
		type Sessions: Sessions<Self::AccountId>;

		/// Who may remove a validator, and forgive an equivocation.
		type GovernanceOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Most validators, leaving ones included: the limit of every authority-related pallet.
		#[pallet::constant]
		type MaxValidators: Get<u32>;

		/// Sessions for which an equivocation can be proven afterwards. GRANDPA's
		/// `MaxSetIdSessionEntries` is not smaller.
		#[pallet::constant]
		type HistoryDepth: Get<SessionIndex>;

		/// Weights.
		type WeightInfo: WeightInfo;
	}

	/// Validators of which the chain knows, in the order of registration.
	///
	/// One value: every session reads all of them.
	#[pallet::storage]
	pub type Registered<T: Config> =
		StorageValue<_, BoundedVec<Validator<T::AccountId>, T::MaxValidators>, ValueQuery>;

	/// The member that first registered an account: nobody else ever may.
	#[pallet::storage]
	pub type Owners<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, MemberId, OptionQuery>;

	/// The set planned last.
	#[pallet::storage]
	pub type Planned<T: Config> = StorageValue<_, Plan<T::AccountId, T::MaxValidators>, ValueQuery>;

	/// A set that Root forced, between the call and the planning inside it.
	#[pallet::storage]
	pub type Forced<T: Config> =
		StorageValue<_, BoundedVec<T::AccountId, T::MaxValidators>, OptionQuery>;

	/// Fewest validators that stay when some leave.
	#[pallet::storage]
	pub type Minimum<T: Config> = StorageValue<_, u32, ValueQuery, ConstU32<1>>;

	/// The founding validators.
	#[pallet::genesis_config]
	pub struct GenesisConfig<T: Config> {
		/// Member and validator account. Their session keys stand in the genesis of pallet-session.
		pub validators: Vec<(MemberId, T::AccountId)>,
		/// Fewest validators that stay when some leave.
		pub minimum: u32,
	}

	impl<T: Config> Default for GenesisConfig<T> {
		fn default() -> Self {
			Self { validators: Vec::new(), minimum: 1 }
		}
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		/// Panics, and so refuses the specification, when it contradicts itself.
		fn build(&self) {
			assert!(
				T::Sessions::current().is_empty(),
				"the genesis of the validators is built before that of the session pallet",
			);
			assert!(
				self.minimum >= 1
					&& (self.validators.is_empty()
						|| self.minimum as usize <= self.validators.len()),
				"validators.minimum lies between 1 and the number of founding validators",
			);
			Minimum::<T>::put(self.minimum);
			for (member, account) in &self.validators {
				Pallet::<T>::add(*member, account).expect(
					"validators.validators names each member and account once, within the limit",
				);
			}
		}
	}

	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A member has a validator now.
		#[codec(index = 0)]
		Registered {
			/// The member.
			member: MemberId,
			/// The account that sets its session keys.
			validator: T::AccountId,
		},
		/// A validator leaves as soon as the rules allow.
		#[codec(index = 1)]
		LeavingStarted {
			/// The member.
			member: MemberId,
			/// The validator.
			validator: T::AccountId,
			/// Why.
			cause: Cause,
			/// The reason of governance.
			reason: Option<Reason>,
		},
		/// A validator stays, because its member is in active standing again.
		#[codec(index = 2)]
		LeavingStopped {
			/// The member.
			member: MemberId,
			/// The validator.
			validator: T::AccountId,
		},
		/// A validator is out, its keys are purged, its peer is not kept any more.
		#[codec(index = 3)]
		Forgotten {
			/// The member.
			member: MemberId,
			/// The validator.
			validator: T::AccountId,
		},
		/// A set was planned that differs from the last one, in its validators or their keys.
		#[codec(index = 4)]
		SetPlanned {
			/// The session in which it acts.
			session: SessionIndex,
			/// How many validators it has.
			validators: u32,
			/// Who entered.
			entered: Vec<T::AccountId>,
			/// Who left.
			left: Vec<T::AccountId>,
			/// Whether Root forced it.
			forced: bool,
		},
		/// An equivocation was proven. The validator is disabled, and left out as soon as the rules
		/// allow.
		#[codec(index = 5)]
		Equivocated {
			/// The member.
			member: MemberId,
			/// The validator.
			validator: T::AccountId,
			/// The session of the equivocation.
			session: SessionIndex,
		},
		/// Governance decided that a validator may serve again.
		#[codec(index = 6)]
		Reinstated {
			/// The member.
			member: MemberId,
			/// The validator.
			validator: T::AccountId,
		},
		/// The minimum was changed.
		#[codec(index = 7)]
		MinimumSet {
			/// Before.
			from: u32,
			/// Now.
			to: u32,
		},
		/// Root forced a set.
		#[codec(index = 8)]
		SetForced {
			/// Its members and validators as named; those without keys wait for them.
			validators: Vec<(MemberId, T::AccountId)>,
		},
	}

	/// Why a call fails.
	#[pallet::error]
	pub enum Error<T> {
		/// The caller signs for no member.
		#[codec(index = 0)]
		NotAuthorized,
		/// The member is not in active standing with a full node of its own.
		#[codec(index = 1)]
		NotEligible,
		/// The member has a validator already.
		#[codec(index = 2)]
		AlreadyExists,
		/// Another member registered that account.
		#[codec(index = 3)]
		AccountTaken,
		/// There is no such validator.
		#[codec(index = 4)]
		NotFound,
		/// No more validators can be registered.
		#[codec(index = 5)]
		MaxValidatorsExceeded,
		/// Fewer validators than the minimum would be left, with those that wait and have keys.
		#[codec(index = 6)]
		BelowMinimum,
		/// The validator leaves already.
		#[codec(index = 7)]
		AlreadyLeaving,
		/// The minimum is 0, or more than the validators there are.
		#[codec(index = 8)]
		MinimumOutOfBounds,
		/// None of the validators has session keys.
		#[codec(index = 9)]
		NoKeys,
		/// A member or an account is named twice.
		#[codec(index = 10)]
		Repeated,
		/// The validator neither equivocated nor leaves.
		#[codec(index = 11)]
		NothingToReinstate,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxValidators::get() > 0, "there must be room for a validator");
			assert!(T::HistoryDepth::get() > CHANGE_GAP, "a set is proven until the next change");
			let planning = T::WeightInfo::new_session(T::MaxValidators::get());
			assert!(
				planning.all_lte(T::BlockWeights::get().max_block),
				"planning the largest set fits a block",
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Register `validator` as the account of the caller's validator.
		///
		/// By the institution account of a member in active standing with a full node of its own. The
		/// account then sets its session keys by `session.set_keys`, and enters the set at the next
		/// change that has room.
		///
		/// Event: `Registered`. Errors: `NotAuthorized`, `NotEligible`, `AlreadyExists`,
		/// `AccountTaken`, `MaxValidatorsExceeded`, and the registry's for an account with another
		/// role.
		#[pallet::call_index(0)]
		pub fn register(origin: OriginFor<T>, validator: T::AccountId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let member = T::Members::member(&who).ok_or(Error::<T>::NotAuthorized)?;
			ensure!(Self::is_eligible(member), Error::<T>::NotEligible);
			Self::add(member, &validator)
		}

		/// Let the caller's validator leave.
		///
		/// By the institution account of its member. It stays in the set until the rules let it go.
		///
		/// Event: `LeavingStarted`, and `Forgotten` at once if it is in no set. Errors:
		/// `NotAuthorized`, `NotFound`, `AlreadyLeaving`, `BelowMinimum`.
		#[pallet::call_index(1)]
		pub fn leave(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			let member = T::Members::member(&who).ok_or(Error::<T>::NotAuthorized)?;
			Self::dismiss(member, Cause::OwnWish, None)
		}

		/// Remove the validator of `member`.
		///
		/// By governance. It stays in the set until the rules let it go.
		///
		/// Event: `LeavingStarted`, and `Forgotten` at once if it is in no set. Errors: `BadOrigin`,
		/// `NotFound`, `AlreadyLeaving`, `BelowMinimum`.
		#[pallet::call_index(2)]
		pub fn remove(origin: OriginFor<T>, member: MemberId, reason: Reason) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			Self::dismiss(member, Cause::Removed, Some(reason))
		}

		/// Let a validator serve again that equivocated or leaves.
		///
		/// By governance; its member must be in active standing with a full node of its own.
		///
		/// Event: `Reinstated`. Errors: `BadOrigin`, `NotFound`, `NotEligible`, `AlreadyExists`,
		/// `NothingToReinstate`.
		#[pallet::call_index(3)]
		pub fn reinstate(origin: OriginFor<T>, validator: T::AccountId) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			Self::forgive(validator)
		}

		/// Set the fewest validators that stay when some leave.
		///
		/// By Root. Between 1 and the number of validators that are.
		///
		/// Event: `MinimumSet`. Errors: `BadOrigin`, `MinimumOutOfBounds`.
		#[pallet::call_index(4)]
		pub fn set_minimum(origin: OriginFor<T>, minimum: u32) -> DispatchResult {
			ensure_root(origin)?;
			ensure!(
				(1..=Planned::<T>::get().set.len() as u32).contains(&minimum),
				Error::<T>::MinimumOutOfBounds
			);
			let from = Minimum::<T>::get();
			Minimum::<T>::put(minimum);
			Planned::<T>::mutate(|plan| plan.forced &= (plan.set.len() as u32) < minimum);
			Self::deposit_event(Event::MinimumSet { from, to: minimum });
			Ok(())
		}

		/// Force the set of the next session, when too many validators are gone for ever.
		///
		/// By Root, together with `grandpa.note_stalled`. Neither the minimum nor the bound on removals
		/// holds. Those named are registered if they are not, whatever their member's standing; those
		/// with session keys form the set, at least one. Everybody else leaves, and must register anew
		/// to come back: a node that is gone must not return into the set by itself.
		///
		/// Events: `SetForced`, `SetPlanned`, and `Registered`, `LeavingStarted` for each it concerns.
		/// Errors: `BadOrigin`, `Repeated`, `NotFound` for an unknown member, `AccountTaken`, `NoKeys`,
		/// `MaxValidatorsExceeded`.
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::force_validators(set.len() as u32))]
		pub fn force_validators(
			origin: OriginFor<T>,
			set: BoundedVec<(MemberId, T::AccountId), T::MaxValidators>,
		) -> DispatchResult {
			ensure_root(origin)?;
			Self::force(set)
		}
	}

	impl<T: Config> Pallet<T> {
		/// Register `account` for `member`.
		pub(crate) fn add(member: MemberId, account: &T::AccountId) -> DispatchResult {
			let mut all = Registered::<T>::get();
			ensure!(!all.iter().any(|v| v.member == member), Error::<T>::AlreadyExists);
			Self::push(&mut all, member, account)?;
			Registered::<T>::put(all);
			Ok(())
		}

		/// Append a validator, bound to its member for ever.
		pub(crate) fn push(
			all: &mut BoundedVec<Validator<T::AccountId>, T::MaxValidators>,
			member: MemberId,
			account: &T::AccountId,
		) -> DispatchResult {
			ensure!(
				Owners::<T>::get(account).is_none_or(|owner| owner == member)
					&& !all.iter().any(|v| v.account == *account),
				Error::<T>::AccountTaken
			);
			all.try_push(Validator::new(account.clone(), member))
				.map_err(|_| Error::<T>::MaxValidatorsExceeded)?;
			T::Accounts::admit(account, AccountRole::Validator)?;
			Owners::<T>::insert(account, member);
			Self::deposit_event(Event::Registered { member, validator: account.clone() });
			Ok(())
		}
	}
}
