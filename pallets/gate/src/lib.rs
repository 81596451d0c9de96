#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

mod admission;
mod attempts;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod calls;
mod extension;
#[cfg(test)]
mod mock;
mod quota;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
pub mod types;
pub mod weights;

pub use calls::{CallTable, ExtraCheck, NonceAfter, NonceOf, ValidatorOwner, MAX_DEPTH};
pub use extension::{Admitted, CheckMembership, STATUTORY_PRIORITY};
pub use pallet::*;
pub use quota::Purse;
pub use types::{Allowance, Load, Quota, Roles, Row, Signer};
pub use weights::WeightInfo;

const LOG_TARGET: &str = "runtime::gate";

/// Sets the stage for the benchmark of the extension.
#[cfg(feature = "runtime-benchmarks")]
pub trait BenchmarkHelper<AccountId, Call> {
	/// An account whose admission takes longest to find out (an officer with a history), and a call
	/// that wraps none and is open to it.
	fn longest() -> (AccountId, Call);
}

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use frame_support::{pallet_prelude::*, traits::Contains};
	use frame_system::pallet_prelude::*;
	use shejiao_primitives::{
		account::AccountRegistry,
		attempt::{OnRefusal, RefusalKind},
		case::{CaseView, Representatives},
		directory::{Directory, Members},
		ids::MemberId,
		time::LegalTime,
	};
	use sp_runtime::traits::Convert;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// Configuration.
	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// May change quotas.
		type GovernanceOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Accounts ever admitted.
		type Accounts: AccountRegistry<Self::AccountId>;

		/// Members.
		type Members: Members<Self::AccountId>;

		/// Officers.
		type Directory: Directory<Self::AccountId>;

		/// Whose validator an account is.
		type ValidatorOwner: ValidatorOwner<Self::AccountId>;

		/// Whose case a representative acts in.
		type Representatives: Representatives<Self::AccountId>;

		/// Who executes that case, at whose expense its representatives act.
		type Cases: CaseView<Self::AccountId>;

		/// The clock.
		type LegalTime: LegalTime;

		/// What each call is to the law, and whom it is open to.
		type CallTable: CallTable<Self::AccountId, Self::RuntimeCall>;

		/// Further checks of single calls.
		type ExtraCheck: ExtraCheck<Self::AccountId, Self::RuntimeCall>;

		/// Calls that need no signature, inherents apart.
		type BareCalls: Contains<Self::RuntimeCall>;

		/// What the error of a dispatch says that the signer tried and may not do, if anything.
		type RefusalOf: Convert<DispatchError, Option<RefusalKind>>;

		/// Told of such attempts.
		type OnRefusal: OnRefusal;

		/// Where the nonce of a transaction is.
		type NonceOf: NonceOf<Self::Nonce>;

		/// Most transactions of an account that may wait, this one included.
		#[pallet::constant]
		type MaxPending: Get<u32>;

		/// Most block reference time per hour that a quota or the reserve may be, in picoseconds.
		#[pallet::constant]
		type MaxQuota: Get<u64>;

		/// Least block reference time per hour that the reserve may be, in picoseconds: no vote
		/// stops an account from what the law orders.
		#[pallet::constant]
		type MinReserve: Get<u64>;

		/// Weights of the calls and of the extension.
		type WeightInfo: WeightInfo;

		/// Sets the stage for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId, Self::RuntimeCall>;
	}

	/// What each member may draw in an hour for discretionary calls, and has drawn.
	#[pallet::storage]
	pub type Quotas<T> = StorageMap<_, Twox64Concat, MemberId, Quota>;

	/// Quota of a member that was given none, in picoseconds of block reference time per hour.
	#[pallet::storage]
	pub type DefaultQuota<T: Config> = StorageValue<_, u64, ValueQuery, <T as Config>::MaxQuota>;

	/// What each account may draw in an hour for calls that the law orders, in picoseconds of block
	/// reference time.
	#[pallet::storage]
	pub type Reserve<T: Config> = StorageValue<_, u64, ValueQuery, <T as Config>::MinReserve>;

	/// What each account has drawn on its reserve.
	#[pallet::storage]
	pub type Drawn<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Load, ValueQuery>;

	/// Attempts of each member that were refused at dispatch.
	#[pallet::storage]
	pub type Attempts<T> = StorageMap<_, Twox64Concat, MemberId, types::Attempts, ValueQuery>;

	/// Quotas of a new chain.
	#[pallet::genesis_config]
	pub struct GenesisConfig<T: Config> {
		/// Quota of a member that is given none, in picoseconds of block reference time per hour.
		pub default_quota: u64,
		/// What each account may draw in an hour for what the law orders, in picoseconds.
		pub reserve: u64,
		#[allow(missing_docs)]
		#[serde(skip)]
		pub _config: core::marker::PhantomData<T>,
	}

	impl<T: Config> Default for GenesisConfig<T> {
		fn default() -> Self {
			Self {
				default_quota: T::MaxQuota::get(),
				reserve: T::MinReserve::get(),
				_config: Default::default(),
			}
		}
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		/// Panics, and so refuses the specification, when a value is out of bounds.
		fn build(&self) {
			assert!(
				(1..=T::MaxQuota::get()).contains(&self.default_quota),
				"gate.defaultQuota is out of bounds"
			);
			assert!(
				(T::MinReserve::get()..=T::MaxQuota::get()).contains(&self.reserve),
				"gate.reserve is out of bounds"
			);
			DefaultQuota::<T>::put(self.default_quota);
			Reserve::<T>::put(self.reserve);
		}
	}

	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A member may draw so much per hour.
		#[codec(index = 0)]
		QuotaSet {
			/// The member.
			member: MemberId,
			/// Picoseconds of block reference time per hour.
			quota: u64,
		},
		/// Every account may draw so much per hour for what the law orders.
		#[codec(index = 1)]
		ReserveSet {
			/// Picoseconds of block reference time per hour.
			reserve: u64,
		},
		/// Somebody tried what is not its to do, and was refused. Who it was stands in the signed
		/// transaction alone, where bodies are kept: an alert that rests on it names nobody.
		#[codec(index = 2)]
		AttemptRefused {
			/// For which member.
			member: MemberId,
			/// Index of the pallet of the outermost call.
			pallet: u8,
			/// Index of that call in the pallet.
			call: u8,
			/// Why it was refused.
			error: DispatchError,
		},
	}

	/// Why a call failed.
	#[pallet::error]
	pub enum Error<T> {
		/// There is no such member.
		#[codec(index = 0)]
		NotFound,
		/// A quota is at least 1 and at most `MaxQuota`.
		#[codec(index = 1)]
		QuotaOutOfBounds,
		/// The reserve is at least `MinReserve` and at most `MaxQuota`.
		#[codec(index = 2)]
		ReserveOutOfBounds,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxPending::get() > 0, "nobody could send anything");
			assert!(T::MinReserve::get() > 0, "the law would have no reserve");
			assert!(T::MinReserve::get() <= T::MaxQuota::get(), "no reserve would be allowed");
			assert_eq!(
				core::mem::size_of::<CheckMembership<T>>(),
				0,
				"clients cannot sign an extension that has a value"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Let `member` draw `quota` picoseconds of block reference time per hour for discretionary
		/// calls. What it has drawn in this hour still counts.
		///
		/// Caller: `GovernanceOrigin`. Event: [`Event::QuotaSet`]. Errors: [`Error::NotFound`],
		/// [`Error::QuotaOutOfBounds`].
		#[pallet::call_index(0)]
		pub fn set_quota(origin: OriginFor<T>, member: MemberId, quota: u64) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			Self::limit_member(member, quota)
		}

		/// Let every account draw `reserve` picoseconds of block reference time per hour for calls
		/// that the law orders.
		///
		/// Caller: `GovernanceOrigin`. Event: [`Event::ReserveSet`]. Errors:
		/// [`Error::ReserveOutOfBounds`].
		#[pallet::call_index(1)]
		pub fn set_reserve(origin: OriginFor<T>, reserve: u64) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			Self::limit_reserve(reserve)
		}
	}
}
