#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

mod acts;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
mod types;
pub mod weights;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

/// Sets the stage for the benchmark of `enact`.
#[cfg(feature = "runtime-benchmarks")]
pub trait BenchmarkHelper<AccountId> {
	/// Give an account a vote in the council.
	fn voter() -> AccountId;
}

#[frame_support::pallet]
pub mod pallet {
	use super::{types::*, weights::WeightInfo};
	use alloc::{boxed::Box, vec::Vec};
	use frame_support::{
		dispatch::{GetDispatchInfo, PostDispatchInfo},
		pallet_prelude::*,
	};
	use frame_system::pallet_prelude::*;
	use shejiao_primitives::{
		governance::{Body, Seats},
		time::{LegalTime, Moment},
	};
	use sp_runtime::traits::Dispatchable;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// Acts that bodies endorse, by the hash of the call.
	pub type ActsOf<T> = BoundedBTreeMap<
		<T as frame_system::Config>::Hash,
		Act<<T as frame_system::Config>::Hash>,
		<T as Config>::MaxActs,
	>;

	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// What is enacted.
		type RuntimeCall: Parameter
			+ Dispatchable<RuntimeOrigin = Self::RuntimeOrigin, PostInfo = PostDispatchInfo>
			+ GetDispatchInfo
			+ From<frame_system::Call<Self>>;

		/// Two thirds of a body: gives the body.
		type EndorseOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Body>;

		/// Those of a body who may take its endorsement back: gives the body.
		type WithdrawOrigin: EnsureOrigin<Self::RuntimeOrigin, Success = Body>;

		/// The seats of the bodies.
		type Seats: Seats<Self::AccountId>;

		/// The clock.
		type Time: LegalTime;

		/// Most acts that are endorsed at a time.
		#[pallet::constant]
		type MaxActs: Get<u32>;

		/// Most legal days that an endorsement may last.
		#[pallet::constant]
		type MaxValidity: Get<u32>;

		/// Weights.
		type WeightInfo: WeightInfo;

		/// Sets the stage for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: super::BenchmarkHelper<Self::AccountId>;
	}

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// Acts that a body endorses. Endorsements that no longer count are cleared, with an event each, by
	/// the next call that succeeds.
	#[pallet::storage]
	pub type Acts<T: Config> = StorageValue<_, ActsOf<T>, ValueQuery>;

	/// Legal days that an endorsement lasts beyond the day on which it is given.
	#[pallet::storage]
	pub type Validity<T: Config> = StorageValue<_, u32, ValueQuery, DefaultValidity>;

	/// Validity of a chain whose genesis names none: 30 legal days.
	#[pallet::type_value]
	pub fn DefaultValidity() -> u32 {
		30
	}

	#[pallet::genesis_config]
	pub struct GenesisConfig<T: Config> {
		/// Legal days that an endorsement lasts beyond the day on which it is given.
		pub validity: u32,
		#[serde(skip)]
		#[doc(hidden)]
		pub _config: core::marker::PhantomData<T>,
	}

	impl<T: Config> Default for GenesisConfig<T> {
		fn default() -> Self {
			Self { validity: DefaultValidity::get(), _config: Default::default() }
		}
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			assert!(
				Pallet::<T>::is_validity(self.validity),
				"the validity of endorsements is 0 or above its limit"
			);
			Validity::<T>::put(self.validity);
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A body endorsed a call.
		#[codec(index = 0)]
		Endorsed {
			/// The body.
			body: Body,
			/// Hash of the call.
			call_hash: T::Hash,
			/// Hash of the recorded review of its legality.
			review_hash: T::Hash,
			/// The first moment at which the endorsement no longer counts.
			expires: Moment,
		},
		/// A body took its endorsement back.
		#[codec(index = 1)]
		EndorsementWithdrawn {
			/// The body.
			body: Body,
			/// Hash of the call.
			call_hash: T::Hash,
		},
		/// An endorsement that no longer counted was cleared.
		#[codec(index = 2)]
		EndorsementLapsed {
			/// The body.
			body: Body,
			/// Hash of the call.
			call_hash: T::Hash,
			/// Why it no longer counted.
			lapse: Lapse,
		},
		/// A call ran as Root.
		#[codec(index = 3)]
		Enacted {
			/// Hash of the call.
			call_hash: T::Hash,
			/// Hash of the recorded review of its legality.
			review_hash: T::Hash,
			/// The seat that enacted it.
			by: T::AccountId,
		},
		/// Endorsements last for another time from now on.
		#[codec(index = 4)]
		ValiditySet {
			/// Legal days beyond the day on which an endorsement is given.
			days: u32,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The body does not endorse this call, or nobody does.
		#[codec(index = 0)]
		NotFound,
		/// The caller has no voting seat in the council.
		#[codec(index = 1)]
		NotAuthorized,
		/// The body endorses this call already.
		#[codec(index = 2)]
		AlreadyExists,
		/// Too many acts are endorsed.
		#[codec(index = 3)]
		MaxActsExceeded,
		/// The other body endorsed the call on another review of its legality.
		#[codec(index = 4)]
		ReviewMismatch,
		/// An endorsement needs a review of legality.
		#[codec(index = 5)]
		NoReview,
		/// The committee alone endorses this call.
		#[codec(index = 6)]
		NoCouncilEndorsement,
		/// The council alone endorses this call.
		#[codec(index = 7)]
		NoCommitteeEndorsement,
		/// A validity of no day, or above its limit.
		#[codec(index = 8)]
		InvalidValidity,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxActs::get() > 0, "nothing could be endorsed");
			assert!(
				Self::is_validity(DefaultValidity::get()),
				"the default validity is above its limit"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Endorse the call with `call_hash`, whose legality the review with `review_hash` affirms.
		///
		/// By [`Config::EndorseOrigin`]: two thirds of the council or of the supervisory committee.
		///
		/// Events: [`Event::Endorsed`], [`Event::EndorsementLapsed`] for each cleared.
		///
		/// Errors: [`Error::NoReview`], [`Error::AlreadyExists`], [`Error::ReviewMismatch`],
		/// [`Error::MaxActsExceeded`]; a bad origin for another body.
		#[pallet::call_index(0)]
		pub fn endorse(
			origin: OriginFor<T>,
			call_hash: T::Hash,
			review_hash: T::Hash,
		) -> DispatchResult {
			let body = T::EndorseOrigin::ensure_origin(origin)?;
			Self::do_endorse(body, call_hash, review_hash)
		}

		/// Take back the body's endorsement of the call with `call_hash`.
		///
		/// By [`Config::WithdrawOrigin`].
		///
		/// Event: [`Event::EndorsementWithdrawn`].
		///
		/// Errors: [`Error::NotFound`]; a bad origin for another body.
		#[pallet::call_index(1)]
		pub fn withdraw_endorsement(origin: OriginFor<T>, call_hash: T::Hash) -> DispatchResult {
			let body = T::WithdrawOrigin::ensure_origin(origin)?;
			Self::do_withdraw(body, call_hash)
		}

		/// Run `call` as Root.
		///
		/// By an account that may vote in the council, when the council and the supervisory committee
		/// both endorse exactly this call, and neither endorsement has expired or lost its seats. The
		/// endorsements are consumed. If the call fails, this fails with its error and changes
		/// nothing: the endorsements stay.
		///
		/// Event: [`Event::Enacted`], after those of the call.
		///
		/// Errors: [`Error::NotAuthorized`], [`Error::NotFound`], [`Error::NoCouncilEndorsement`],
		/// [`Error::NoCommitteeEndorsement`], those of the call.
		#[pallet::call_index(2)]
		#[pallet::weight({
			let info = call.get_dispatch_info();
			(
				T::WeightInfo::enact(call.encoded_size() as u32).saturating_add(info.call_weight),
				match info.class {
					// No transaction is mandatory, whatever it carries.
					DispatchClass::Mandatory => DispatchClass::Normal,
					class => class,
				},
			)
		})]
		pub fn enact(
			origin: OriginFor<T>,
			call: Box<<T as Config>::RuntimeCall>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_enact(who, *call)
		}

		/// Let endorsements given from now on last `days` legal days beyond the day of giving.
		///
		/// By Root, that is by an enacted call.
		///
		/// Event: [`Event::ValiditySet`].
		///
		/// Errors: [`Error::InvalidValidity`].
		#[pallet::call_index(3)]
		pub fn set_validity(origin: OriginFor<T>, days: u32) -> DispatchResult {
			ensure_root(origin)?;
			ensure!(Self::is_validity(days), Error::<T>::InvalidValidity);
			Validity::<T>::put(days);
			Self::deposit_event(Event::ValiditySet { days });
			Ok(())
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The bodies whose endorsement of the call with `call_hash` counts now.
		pub fn live_endorsements(call_hash: T::Hash) -> Vec<Body> {
			Self::live(call_hash)
		}
	}
}
