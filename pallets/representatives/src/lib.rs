#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

mod acknowledgements;
mod appointments;
mod authority;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod endings;
mod errors;
mod events;
#[cfg(test)]
mod mock;
mod reads;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

use frame_support::{pallet_macros::import_section, pallet_prelude::*};
use shejiao_primitives::{
	case::CaseId,
	history::{Entry, History},
	ids::MemberId,
	reason::Reason,
	record::{RecordId, RecordStatus},
	time::LegalDate,
};
use sp_core::H256;

pub(crate) const LOG_TARGET: &str = "runtime::representatives";

type AccountIdOf<T> = <T as frame_system::Config>::AccountId;

/// History of what a representative was given; `None` since it ended otherwise than by its last day.
pub type GrantHistory<T> = History<AccountIdOf<T>, Option<Grant>, GrantCount<T>, Grants<T>>;

#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use frame_system::pallet_prelude::*;
	use shejiao_primitives::{
		account::AccountRegistry,
		case::CaseView,
		directory::{Directory, Members},
		oversight::Alerting,
		record::RecordIndex,
		regime::Regime,
		time::{LegalTime, Moment},
	};

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// The pallet.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// Configuration.
	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// The clock.
		type Time: LegalTime;

		/// The members of the consortium.
		type Members: Members<Self::AccountId>;

		/// Accounts ever admitted.
		type Accounts: AccountRegistry<Self::AccountId>;

		/// The members' officers.
		type Directory: Directory<Self::AccountId>;

		/// The cases.
		type Cases: CaseView<Self::AccountId>;

		/// The records.
		type Records: RecordIndex<Self::AccountId>;

		/// Raises alerts.
		type Alerts: Alerting;

		/// Modes and pauses.
		type Regime: Regime;

		/// Most representatives of one case at a time.
		#[pallet::constant]
		type MaxPerCase: Get<u32>;

		/// Most legal days from today to the last day of a representation, the same for every kind, so
		/// that a last day tells little. It is renewed as long as it is right.
		#[pallet::constant]
		type MaxDays: Get<u32>;

		/// Weights.
		type WeightInfo: WeightInfo;

		/// Sets the stage for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// Every account that represents the person of a case, or did: one case for ever.
	#[pallet::storage]
	pub type Mandates<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, Mandate, OptionQuery>;

	/// The representatives of a case, those included whose last day is over until the next one comes.
	#[pallet::storage]
	pub type OfCase<T: Config> = StorageMap<
		_,
		Blake2_128Concat,
		CaseId,
		BoundedVec<T::AccountId, T::MaxPerCase>,
		ValueQuery,
	>;

	/// Number of entries in the history of a representative.
	#[pallet::storage]
	pub type GrantCount<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, u32, ValueQuery>;

	/// History of what a representative was given.
	#[pallet::storage]
	pub type Grants<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		Twox64Concat,
		u32,
		Entry<Option<Grant>>,
		OptionQuery,
	>;

	/// When a representative acknowledged that it has been told of a record.
	#[pallet::storage]
	pub type Acknowledged<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		RecordId,
		Blake2_128Concat,
		T::AccountId,
		Moment,
		OptionQuery,
	>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn integrity_test() {
			assert!(T::MaxPerCase::get() > 0, "nobody could be represented");
			assert!(T::MaxDays::get() > 0, "no representation would last");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Let `account`, a key that was never admitted before, represent the person of `case` to the
		/// end (24:00) of `last_day`, by the right that the record `evidence` of the case shows.
		/// Representatives of the case whose last day is over make room.
		///
		/// `sealed` commits to who exactly it is. The last day of a guardian of a minor is the last on
		/// which the person is one.
		///
		/// Discretionary. By an officer with the duty of casework or enforcement of the agency that
		/// executes the case, of its unit that does the daily work by delegation, or of an agency that
		/// acts for it by a recorded order.
		///
		/// Events: [`Event::RepresentativeAppointed`], [`Event::RepresentationEnded`] for each whose
		/// last day is over.
		///
		/// Errors: [`Error::NotAuthorized`], [`Error::ModulePaused`], [`Error::ModuleOff`],
		/// [`Error::CaseNotLive`], [`Error::CaseMerged`], [`Error::FileClosed`] (a lawyer),
		/// [`Error::InvalidSeal`], [`Error::InvalidEnd`], [`Error::InvalidEvidence`], [`Error::AlreadyExists`],
		/// [`Error::MaxRepresentativesExceeded`]; those of the records.
		#[pallet::call_index(0)]
		pub fn appoint(
			origin: OriginFor<T>,
			case: CaseId,
			account: T::AccountId,
			kind: Kind,
			sealed: H256,
			last_day: LegalDate,
			evidence: RecordId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_appoint(who, case, account, kind, sealed, last_day, evidence)
		}

		/// Give a representation another last day, later or earlier, by the right that the record
		/// `evidence` of the case shows. What has ended does not come back: that takes a fresh key.
		///
		/// Discretionary. By the same officers as [`Self::appoint`].
		///
		/// Event: [`Event::RepresentativeRenewed`].
		///
		/// Errors: [`Error::NotAuthorized`], [`Error::ModulePaused`], [`Error::ModuleOff`],
		/// [`Error::CaseNotLive`], [`Error::CaseMerged`], [`Error::NotFound`], [`Error::InvalidEnd`],
		/// [`Error::InvalidEvidence`]; those of the records.
		#[pallet::call_index(1)]
		pub fn renew(
			origin: OriginFor<T>,
			case: CaseId,
			account: T::AccountId,
			last_day: LegalDate,
			evidence: RecordId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_renew(who, case, account, last_day, evidence)
		}

		/// End a representation at once: the right is gone, or the key is lost.
		///
		/// Statutory: it is never stopped by a pause. By the same officers as [`Self::appoint`].
		///
		/// Event: [`Event::RepresentationEnded`].
		///
		/// Errors: [`Error::NotAuthorized`], [`Error::NotFound`].
		#[pallet::call_index(2)]
		pub fn revoke(
			origin: OriginFor<T>,
			case: CaseId,
			account: T::AccountId,
			reason: Reason,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_revoke(who, case, account, reason)
		}

		/// Give one's representation up at once.
		///
		/// Statutory: it is never stopped by a pause. By a representative.
		///
		/// Event: [`Event::RepresentationEnded`].
		///
		/// Errors: [`Error::NotAuthorized`].
		#[pallet::call_index(3)]
		pub fn resign(origin: OriginFor<T>, reason: Reason) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_resign(who, reason)
		}

		/// Acknowledge that one has been told of `record` of `case`: its receipt, once, and no consent.
		/// Records of protected third parties are never acknowledged.
		///
		/// Statutory: it is never stopped by a pause. By a representative of the case.
		///
		/// Event: [`Event::RecordAcknowledged`].
		///
		/// Errors: [`Error::NotAuthorized`], [`Error::NotFound`], [`Error::AlreadyExists`].
		#[pallet::call_index(4)]
		pub fn acknowledge(origin: OriginFor<T>, case: CaseId, record: RecordId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_acknowledge(who, case, record)
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The case for which `account` could act at a moment.
		pub fn represented_at(account: T::AccountId, at: Moment) -> Option<CaseId> {
			Self::case_at(&account, at)
		}

		/// Those who represent the person of `case_id` now.
		pub fn representatives_of(case_id: CaseId) -> Vec<Listed<T::AccountId>> {
			Self::listed(case_id)
		}

		/// Who acknowledged a record, and when.
		pub fn acknowledgements_of(record: RecordId) -> Vec<(T::AccountId, Moment)> {
			Acknowledged::<T>::iter_prefix(record).collect()
		}
	}
}
