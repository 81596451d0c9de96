#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

mod authority;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod duplicates;
mod errors;
mod events;
mod forgetting;
mod merges;
#[cfg(test)]
mod mock;
mod pairs;
mod tags;
mod telling;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
mod types;
mod views;
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
	subject::Subject,
};

pub(crate) const LOG_TARGET: &str = "runtime::identity-tags";

type AccountIdOf<T> = <T as frame_system::Config>::AccountId;
type ProposalOf<T> = Proposal<AccountIdOf<T>>;
type MergeOf<T> = Merge<AccountIdOf<T>>;
type ConfirmationOf<T> = Confirmation<AccountIdOf<T>>;

/// History of the case in which a case goes on; `None` while it stands for itself.
pub type KeptHistory<T> = History<CaseId, Option<CaseId>, KeptCount<T>, KeptEntries<T>>;

#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use frame_system::pallet_prelude::*;
	use shejiao_primitives::{
		case::{CaseMerging, CaseView},
		directory::{Directory, Members},
		oversight::Alerting,
		record::{ReadLog, RecordIndex},
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

		/// Their officers.
		type Directory: Directory<Self::AccountId>;

		/// The cases.
		type Cases: CaseView<Self::AccountId>;

		/// Puts cases together and takes them apart.
		type Merging: CaseMerging;

		/// The records.
		type Records: RecordIndex<Self::AccountId>;

		/// Who has opened a record.
		type Readers: ReadLog;

		/// Raises alerts.
		type Alerts: Alerting;

		/// Modes and pauses.
		type Regime: Regime;

		/// Most tags that a case holds, over all generations of the key.
		#[pallet::constant]
		type MaxTagsPerCase: Get<u32>;

		/// Most cases that one tag finds.
		#[pallet::constant]
		type MaxHoldersPerTag: Get<u32>;

		/// Most pairs that a case stands in, whether proposed, rejected, merged or split. What was
		/// rejected or split makes room for others.
		#[pallet::constant]
		type MaxPairsPerCase: Get<u32>;

		/// Readers of a split merge's evidence that a block tells at most.
		#[pallet::constant]
		type MaxReadersPerBlock: Get<u32>;

		/// What a merger or a split costs at most beyond the cases of the benchmarks: clocks that stop
		/// or run again, parties that are told.
		type MergingWeight: Get<Weight>;

		/// Weights.
		type WeightInfo: WeightInfo;

		/// Sets the stage for benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// Tags of a case that is not archived.
	#[pallet::storage]
	pub type Tags<T: Config> = StorageMap<
		_,
		Blake2_128Concat,
		CaseId,
		BoundedVec<KeyedTag, T::MaxTagsPerCase>,
		ValueQuery,
	>;

	/// The cases that hold a tag.
	#[pallet::storage]
	pub type Holders<T: Config> = StorageMap<
		_,
		Blake2_128Concat,
		KeyedTag,
		BoundedVec<CaseId, T::MaxHoldersPerTag>,
		ValueQuery,
	>;

	/// Cases with a tag that as many as may be hold already. One takes the place of a holder that lets
	/// go.
	#[pallet::storage]
	pub type Waiting<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, KeyedTag, Blake2_128Concat, CaseId, (), OptionQuery>;

	/// How two cases stand to each other, the lower handle first.
	#[pallet::storage]
	pub type Pairs<T: Config> =
		StorageMap<_, Blake2_128Concat, (CaseId, CaseId), PairState, OptionQuery>;

	/// The cases with which a case stands in a pair.
	#[pallet::storage]
	pub type Others<T: Config> =
		StorageMap<_, Blake2_128Concat, CaseId, BoundedVec<CaseId, T::MaxPairsPerCase>, ValueQuery>;

	/// The number that the next proposal gets.
	#[pallet::storage]
	pub type NextProposal<T: Config> = StorageValue<_, ProposalId, ValueQuery>;

	/// Proposals that are not decided.
	#[pallet::storage]
	pub type Proposals<T: Config> =
		StorageMap<_, Twox64Concat, ProposalId, ProposalOf<T>, OptionQuery>;

	/// The number that the next merge gets.
	#[pallet::storage]
	pub type NextMerge<T: Config> = StorageValue<_, MergeId, ValueQuery>;

	/// Every merge ever, current or past.
	#[pallet::storage]
	pub type Merges<T: Config> = StorageMap<_, Twox64Concat, MergeId, MergeOf<T>, OptionQuery>;

	/// The last merge in which a case was the duplicate.
	#[pallet::storage]
	pub type LastMerge<T: Config> = StorageMap<_, Blake2_128Concat, CaseId, MergeId, OptionQuery>;

	/// Number of entries in the history of where a case goes on.
	#[pallet::storage]
	pub type KeptCount<T: Config> = StorageMap<_, Blake2_128Concat, CaseId, u32, ValueQuery>;

	/// History of where a case goes on.
	#[pallet::storage]
	pub type KeptEntries<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		CaseId,
		Twox64Concat,
		u32,
		Entry<Option<CaseId>>,
		OptionQuery,
	>;

	/// Split merges, the readers of whose evidence have not all been told.
	#[pallet::storage]
	pub type Untold<T: Config> = StorageMap<_, Twox64Concat, MergeId, Telling, OptionQuery>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_initialize(_: BlockNumberFor<T>) -> Weight {
			Self::tell_some()
		}

		fn integrity_test() {
			assert!(T::MaxTagsPerCase::get() > 0, "no case could have a tag");
			assert!(T::MaxHoldersPerTag::get() > 1, "no tag could be held twice");
			assert!(T::MaxPairsPerCase::get() > 0, "no pair could be proposed");
			assert!(T::MaxReadersPerBlock::get() > 0, "no reader would be told");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Register keyed tags of documents of the person of `case`. Where another live case holds one
		/// of them, the two are proposed as one, unless that has been decided before.
		///
		/// Discretionary. By an officer with the duty of identity, of the agency that executes the
		/// case, of the agency above it, of the one that decided, or of one that acts for that by a
		/// recorded order. Everybody else gets [`Error::NotAuthorized`], whether there is such a case
		/// or not. Success and weight are the same whatever is found, and however little room there is.
		///
		/// Events: [`Event::TagsRegistered`], [`Event::TagCrowded`], [`Event::DuplicateProposed`] for
		/// each proposal, with [`Event::PairForgotten`], or [`Event::ProposalSkipped`].
		///
		/// Errors: [`Error::NotAuthorized`], [`Error::ModulePaused`], [`Error::ModuleOff`],
		/// [`Error::CaseNotLive`], [`Error::CaseMerged`], [`Error::FileClosed`], [`Error::NoTags`],
		/// [`Error::AlreadyExists`], [`Error::MaxTagsExceeded`], [`Error::NumbersExhausted`].
		#[pallet::call_index(0)]
		pub fn register_tags(
			origin: OriginFor<T>,
			case: CaseId,
			epoch: u16,
			tags: BoundedVec<Tag, T::MaxTagsPerCase>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_register_tags(who, case, epoch, tags)
		}

		/// Withdraw every tag of `case` under the key of `epoch`: registered by mistake, or computed
		/// under a key that has been replaced. Proposals stay.
		///
		/// Statutory (PIPL 46, 47). By the same officers as [`Self::register_tags`].
		///
		/// Event: [`Event::TagsWithdrawn`].
		///
		/// Errors: [`Error::NotAuthorized`], [`Error::NotFound`].
		#[pallet::call_index(1)]
		pub fn withdraw_tags(
			origin: OriginFor<T>,
			case: CaseId,
			epoch: u16,
			reason: Reason,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_tags(who, case, epoch, reason)
		}

		/// Propose that `first` and `second` are one person's case, for a record of the class of
		/// identity checks: where no tag says so, or after a rejection or a split.
		///
		/// Discretionary. By an officer with the duty of identity of an agency that executes one of
		/// them, or acts for one that does by a recorded order. It may give the first confirmation, too.
		///
		/// Events: [`Event::DuplicateProposed`], [`Event::PairForgotten`].
		///
		/// Errors: [`Error::NotAuthorized`], [`Error::ModulePaused`], [`Error::ModuleOff`],
		/// [`Error::SameCase`], [`Error::CaseNotLive`], [`Error::CaseMerged`], [`Error::FileClosed`],
		/// [`Error::InvalidEvidence`], [`Error::AlreadyExists`], [`Error::MaxPairsExceeded`],
		/// [`Error::NumbersExhausted`].
		#[pallet::call_index(2)]
		pub fn propose_duplicate(
			origin: OriginFor<T>,
			first: CaseId,
			second: CaseId,
			evidence: RecordId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_propose(who, first, second, evidence)
		}

		/// Confirm from documents that `proposal` is right, and that the case goes on as `kept`. The
		/// first confirmation is noted; the second merges.
		///
		/// Discretionary. By officers of the agencies that execute the two cases, or of ones that act
		/// for these by a recorded order: the first with the duty of identity, the second another one,
		/// with that of approval. Where two agencies execute them, one officer is of each. Either
		/// brings a record of the class of identity checks, of either case.
		///
		/// Events: [`Event::DuplicateConfirmed`]; then [`Event::CasesMerged`], with
		/// [`Event::ProposalLapsed`] and [`Event::DuplicateProposed`] or [`Event::ProposalSkipped`] for
		/// the duplicate's other proposals, which are the kept case's from now on.
		///
		/// Errors: [`Error::NotAuthorized`], [`Error::NotFound`], [`Error::ModulePaused`],
		/// [`Error::ModuleOff`], [`Error::SameOfficer`], [`Error::KeptMismatch`],
		/// [`Error::AgencyMissing`], [`Error::FileClosed`], [`Error::InvalidEvidence`], [`Error::HasDuplicates`],
		/// [`Error::NumbersExhausted`]; those of the cases (`CaseRestricted`) and records.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::confirm_duplicate().saturating_add(T::MergingWeight::get()))]
		pub fn confirm_duplicate(
			origin: OriginFor<T>,
			proposal: ProposalId,
			kept: CaseId,
			evidence: RecordId,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let merged = Self::do_confirm(who, proposal, kept, evidence)?;
			Ok((!merged).then(T::WeightInfo::confirm_duplicate).into())
		}

		/// Withdraw the word of the first officer, so that another can be given.
		///
		/// Statutory. By that officer while it has its duty, or an officer with the duty of approval,
		/// of an agency that executes one of the two cases, or acts for one that does by a recorded
		/// order.
		///
		/// Event: [`Event::ConfirmationWithdrawn`].
		///
		/// Errors: [`Error::NotAuthorized`], [`Error::NotFound`].
		#[pallet::call_index(4)]
		pub fn withdraw_confirmation(origin: OriginFor<T>, pending: Pending) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_confirmation(who, pending)
		}

		/// Reject `proposal`: the two are not one. It changes nothing in either case and can be
		/// proposed again, so one officer is enough, but not the one that has confirmed it.
		///
		/// Discretionary. By an officer with the duty of approval of an agency that executes one of the
		/// two cases, or acts for one that does by a recorded order.
		///
		/// Event: [`Event::DuplicateRejected`].
		///
		/// Errors: [`Error::NotAuthorized`], [`Error::NotFound`], [`Error::ModulePaused`],
		/// [`Error::ModuleOff`], [`Error::SameOfficer`], [`Error::InvalidEvidence`].
		#[pallet::call_index(5)]
		pub fn reject_duplicate(
			origin: OriginFor<T>,
			proposal: ProposalId,
			evidence: RecordId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_reject(who, proposal, evidence)
		}

		/// Take `merge` apart: they are two after all. The first officer's word is noted; with the
		/// second's the duplicate stands for itself again, and every member with a role on either case
		/// is told, as is, over the next blocks, every reader of the merge's evidence.
		///
		/// Statutory (PIPL 8, 46). By officers of agencies that execute one of the two cases, or act for
		/// one that does by a recorded order: the first with the duty of identity, the second another
		/// one, with that of approval. Either brings a record of the class of identity checks, of either
		/// case; both name the same basis.
		///
		/// Events: [`Event::SplitProposed`]; then [`Event::CasesSplit`], [`Event::DuplicateProposed`]
		/// or [`Event::ProposalSkipped`] for each other case that shares a tag with the duplicate, and [`Event::MemberTold`] for each
		/// member.
		///
		/// Errors: [`Error::NotAuthorized`], [`Error::NotFound`], [`Error::SameOfficer`],
		/// [`Error::BasisMismatch`], [`Error::InvalidEvidence`], [`Error::NumbersExhausted`]; those of
		/// the cases and records.
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::split().saturating_add(T::MergingWeight::get()))]
		pub fn split(
			origin: OriginFor<T>,
			merge: MergeId,
			evidence: RecordId,
			basis: Reason,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let apart = Self::do_split(who, merge, evidence, basis)?;
			Ok((!apart).then(T::WeightInfo::split).into())
		}
	}

	#[pallet::view_functions]
	impl<T: Config> Pallet<T> {
		/// The case that `case_id` went on in at a moment: itself while it stood for itself.
		pub fn kept_at(case_id: CaseId, at: Moment) -> CaseId {
			Self::root_at(case_id, at)
		}

		/// Whether two registrations were one person's case at a moment.
		pub fn same_at(first: CaseId, second: CaseId, at: Moment) -> bool {
			Self::root_at(first, at) == Self::root_at(second, at)
		}

		/// The proposals of a case that are not decided.
		pub fn proposals_of(case_id: CaseId) -> Vec<(ProposalId, Proposal<T::AccountId>)> {
			Self::open_proposals(case_id)
		}

		/// The merges that hold of a case, whichever part it has in them.
		pub fn merges_of(case_id: CaseId) -> Vec<(MergeId, Merge<T::AccountId>)> {
			Self::holding_merges(case_id)
		}
	}
}
