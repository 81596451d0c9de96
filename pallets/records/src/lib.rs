#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

mod anchoring;
mod authority;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
pub mod class;
pub mod classes;
mod constants;
mod devices;
mod errors;
mod events;
mod follow_up;
mod freezing;
mod freshness;
mod genesis;
mod index;
mod lineage;
#[cfg(test)]
mod mock;
mod rechecks;
mod retention;
#[cfg(feature = "runtime-benchmarks")]
mod scene;
mod status;
#[cfg(test)]
mod tests;
mod trust;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
pub mod types;
mod views;
pub mod weights;

pub use class::*;
pub use pallet::*;
#[cfg(feature = "runtime-benchmarks")]
pub use scene::BenchmarkHelper;
pub use status::may_become;
pub use types::*;
pub use weights::WeightInfo;

use frame_support::{pallet_macros::import_section, pallet_prelude::*};

pub(crate) const LOG_TARGET: &str = "runtime::records";

#[import_section(events::events)]
#[import_section(errors::errors)]
#[import_section(constants::constants)]
#[import_section(follow_up::hooks)]
#[import_section(genesis::genesis)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::{boxed::Box, vec::Vec};
	use frame_system::pallet_prelude::*;
	use shejiao_primitives::{
		case::{CaseId, CaseView, Representatives},
		directory::{Directory, Members},
		draw::Draw,
		history::Entry,
		ids::{DrawId, MemberId, UnitId},
		oversight::Alerting,
		record::{ClassId, Correctable, RecordId, RecordStatus},
		regime::Regime,
		subject::Subject,
		time::{LegalDate, LegalTime},
	};
	use sp_core::H256;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

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

		/// Cases.
		type Cases: CaseView<Self::AccountId>;

		/// Persons' representatives.
		type Representatives: Representatives<Self::AccountId>;

		/// Modes and pauses.
		type Regime: Regime;

		/// Where failed checks and doubted sources are told.
		type Alerts: Alerting;

		/// Draws of what is checked.
		type Draws: Draw;

		/// Live positioning orders.
		type Orders: PositioningOrders;

		/// Those in other pallets that rest on records.
		type Dependants: Correctable;

		/// Who governs the classes.
		type GovernanceOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// How much may rest on one record.
		#[pallet::constant]
		type MaxDependants: Get<u32>;

		/// How many dependants are told in a block at most; the others in the next.
		#[pallet::constant]
		type MaxToldPerBlock: Get<u32>;

		/// How many checks are drawn, and how many closed, in a block at most.
		#[pallet::constant]
		type MaxRechecksPerBlock: Get<u32>;

		/// How many records of archived cases are looked through for freezing in a block at most.
		#[pallet::constant]
		type MaxLookedPerBlock: Get<u32>;

		/// Legal days in which an author answers a check.
		#[pallet::constant]
		type RecheckDays: Get<u32>;

		/// What the dearest of those in other pallets that rest on a record does when it is told.
		type TellWeight: Get<Weight>;

		/// Weights.
		type WeightInfo: WeightInfo;

		/// What the benchmarks need of other pallets.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// Number of entries in the history of a class.
	#[pallet::storage]
	pub type ClassesCount<T: Config> = StorageMap<_, Twox64Concat, ClassId, u32, ValueQuery>;

	/// History of the rule of a class; `None` since it is retired.
	#[pallet::storage]
	pub type Classes<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		ClassId,
		Twox64Concat,
		u32,
		Entry<Option<Class>>,
		OptionQuery,
	>;

	/// The number that the next record gets.
	#[pallet::storage]
	pub type NextRecord<T: Config> = StorageValue<_, RecordId, ValueQuery>;

	/// Every record ever anchored, as it stands.
	#[pallet::storage]
	pub type Headers<T: Config> =
		StorageMap<_, Twox64Concat, RecordId, Header<T::AccountId>, OptionQuery>;

	/// How often the status of a record has changed.
	#[pallet::storage]
	pub type StatusCount<T: Config> = StorageMap<_, Twox64Concat, RecordId, u32, ValueQuery>;

	/// Changes of a record's status. The status before the first is in its header.
	#[pallet::storage]
	pub type Statuses<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		RecordId,
		Twox64Concat,
		u32,
		Entry<RecordStatus>,
		OptionQuery,
	>;

	/// Number of the records of a case.
	#[pallet::storage]
	pub type CaseCount<T: Config> = StorageMap<_, Blake2_128Concat, CaseId, u32, ValueQuery>;

	/// The records of a case by page, in the order of anchoring.
	#[pallet::storage]
	pub type CasePages<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, CaseId, Twox64Concat, u32, types::Page, ValueQuery>;

	/// Since when a case is archived, and when its records are looked through.
	#[pallet::storage]
	pub type Archives<T: Config> =
		StorageMap<_, Blake2_128Concat, CaseId, types::Archive, OptionQuery>;

	/// Archived cases in which something may freeze, by the day on which they are looked through.
	#[pallet::storage]
	pub type Looks<T: Config> =
		StorageDoubleMap<_, Identity, types::DayKey, Identity, CaseId, types::Look, OptionQuery>;

	/// Number of records that an office anchored on a day.
	#[pallet::storage]
	pub type Uploads<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Office, Twox64Concat, LegalDate, u32, ValueQuery>;

	/// What an office anchored on a day, by page.
	#[pallet::storage]
	pub type UploadPages<T: Config> =
		StorageDoubleMap<_, Twox64Concat, (Office, LegalDate), Twox64Concat, u32, Page, ValueQuery>;

	/// The last day on which a member anchored something.
	#[pallet::storage]
	pub type LastUpload<T: Config> = StorageMap<_, Twox64Concat, MemberId, LegalDate, OptionQuery>;

	/// Roots over readings, by office and day, and class.
	#[pallet::storage]
	pub type DeviceRoots<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		(Office, LegalDate),
		Twox64Concat,
		ClassId,
		DeviceRoot,
		OptionQuery,
	>;

	/// Who has vouched for a record.
	#[pallet::storage]
	pub type Attestations<T: Config> = StorageMap<
		_,
		Twox64Concat,
		RecordId,
		BoundedVec<Attestation<T::AccountId>, ConstU32<MAX_ATTESTATIONS>>,
		ValueQuery,
	>;

	/// The open dispute of a record.
	#[pallet::storage]
	pub type Disputes<T: Config> =
		StorageMap<_, Twox64Concat, RecordId, Dispute<T::AccountId>, OptionQuery>;

	/// The destruction of a record that waits for the second officer.
	#[pallet::storage]
	pub type ShredProposals<T: Config> =
		StorageMap<_, Twox64Concat, RecordId, ShredProposal<T::AccountId>, OptionQuery>;

	/// How much rests on a record.
	#[pallet::storage]
	pub type DependantsCount<T: Config> = StorageMap<_, Twox64Concat, RecordId, u32, ValueQuery>;

	/// What rests on a record.
	#[pallet::storage]
	pub type Links<T: Config> =
		StorageDoubleMap<_, Twox64Concat, RecordId, Blake2_128Concat, Subject, (), OptionQuery>;

	/// First and next place of the queue of those to be told.
	#[pallet::storage]
	pub type QueueBounds<T: Config> = StorageValue<_, (u64, u64), ValueQuery>;

	/// Whose dependants are to be told, in the order of the changes.
	#[pallet::storage]
	pub type Queue<T: Config> = StorageMap<_, Twox64Concat, u64, Job, OptionQuery>;

	/// The number that the next check gets.
	#[pallet::storage]
	pub type NextRecheck<T: Config> = StorageValue<_, RecheckId, ValueQuery>;

	/// Every check ever asked for.
	#[pallet::storage]
	pub type Rechecks<T: Config> = StorageMap<_, Twox64Concat, RecheckId, Recheck, OptionQuery>;

	/// The first check that is not drawn yet: draws are decided in order.
	#[pallet::storage]
	pub type FirstUndrawn<T: Config> = StorageValue<_, RecheckId, ValueQuery>;

	/// The first check that may still be open.
	#[pallet::storage]
	pub type FirstOpen<T: Config> = StorageValue<_, RecheckId, ValueQuery>;

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Set the rule by which records of `class` are anchored, trusted and kept from now on.
		///
		/// By governance. A retired class never comes back, and a class keeps its source.
		///
		/// Event: `ClassSet`. Errors: `BadOrigin`, `InvalidRule`, `Retired`, `NothingToChange`,
		/// `OutOfOrder`.
		#[pallet::call_index(0)]
		pub fn set_class(origin: OriginFor<T>, class: ClassId, rule: Box<Class>) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			Self::change_class(class, *rule)
		}

		/// Take no more records of `class`. Those that exist are treated by its last rule.
		///
		/// By governance. Event: `ClassRetired`. Errors: `BadOrigin`, `NotFound`, `Retired`,
		/// `OutOfOrder`.
		#[pallet::call_index(1)]
		pub fn retire_class(origin: OriginFor<T>, class: ClassId) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			Self::end_class(class)
		}

		/// Anchor a document of a case.
		///
		/// By an officer with a duty of the class, of a member with a role of the class on the case
		/// now or on the day of the act; of a justice bureau's unit within what is delegated to it.
		/// Late entry is never refused. An archived case takes what was done before, corrections, and
		/// records of the review and correspondence classes; a merged one corrections alone. With
		/// `supersedes` the record replaces an earlier one of the same case, class and author; in place
		/// of one that is not trusted it must be vouched for, and whoever disputes that one is alerted.
		///
		/// Event: `Anchored`, and for what it replaces `RecordSuperseded`. Errors: `UnknownClass`,
		/// `WrongClass`, `NotAuthorized` (for no such case too), `UnknownSchema`, `SchemaExposed`,
		/// `SuiteNotAllowed`, `InTheFuture`, `SizeOutOfBounds`, `SealOutOfBounds`, `NotOfficerThen`,
		/// `CaseClosed`, `NotFound`, `OtherRecord`, `AlreadySuperseded`, `WrongStatus`,
		/// `SourceRepeated`, `MaxDependantsExceeded`.
		#[pallet::call_index(2)]
		#[pallet::weight(Pallet::<T>::entry_weight(entry, true))]
		pub fn anchor(
			origin: OriginFor<T>,
			entry: Box<Anchor<T::AccountId>>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let elsewhere = Self::entry_weight(&entry, false);
			let archived = Self::do_anchor(&who, *entry)?;
			Ok((!archived).then_some(elsewhere).into())
		}

		/// Anchor many documents by one signature: all of them, or none.
		///
		/// By an officer as of `anchor`; each entry may name its own liable officer, so that an
		/// office's routine leaves it in one batch a day. Which entry is refused, and why, the runtime
		/// API `check_batch` tells before.
		///
		/// Events and errors: those of `anchor` for each entry, and `SizeOutOfBounds` for no entry.
		#[pallet::call_index(3)]
		#[pallet::weight(Pallet::<T>::batch_weight(entries, true))]
		pub fn anchor_batch(
			origin: OriginFor<T>,
			entries: BoundedVec<Anchor<T::AccountId>, ConstU32<MAX_BATCH>>,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			let elsewhere = Self::batch_weight(&entries, false);
			let archived =
				Self::do_anchor_batch(&who, entries.into_inner()).map_err(|fault| fault.error)?;
			Ok((!archived).then_some(elsewhere).into())
		}

		/// Anchor all readings of an office's devices of one day that is over under one Merkle root.
		///
		/// By an officer with a duty of the class, of the office or of its member. `root` and `count`
		/// are those of a binary Merkle tree (BLAKE2b-256) over the readings' salted commitments. One
		/// root for all devices, so that it tells nothing of a person. Positions need a positioning
		/// order that was live in the office on that day (法 29).
		///
		/// Event: `DeviceRootAnchored`. Errors: `UnknownClass`, `WrongClass`, `NotAuthorized`,
		/// `UnknownSchema`, `SchemaExposed`, `InTheFuture`, `SizeOutOfBounds`, `NoLiveOrder`,
		/// `AlreadyExists`, `DayNotOver`.
		#[pallet::call_index(4)]
		pub fn anchor_device_root(
			origin: OriginFor<T>,
			class: ClassId,
			unit: Option<UnitId>,
			day: LegalDate,
			schema: Option<SchemaRef>,
			root: H256,
			count: u32,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_anchor_root(who, class, unit, day, schema, root, count)
		}

		/// Vouch for a record of another member.
		///
		/// By an officer with the duty of records, approval, review or supervision, of a member that
		/// the trust rule of the class names; for an authoritative author that has been doubted, also of
		/// the one above it or that decides or supervises the case. When the rule is met the record is
		/// trusted.
		///
		/// Event: `Attested`, and `StatusChanged` when it becomes trusted. Errors: `NotFound`,
		/// `NotAuthorized`, `OwnRecord`, `AlreadyExists`, `WrongStatus`,
		/// `MaxAttestationsExceeded`, `ModulePaused`, `ModuleOff`.
		#[pallet::call_index(5)]
		pub fn attest(origin: OriginFor<T>, record: RecordId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_attest(who, record)
		}

		/// Dispute a record, for reasons given in a record of the review class.
		///
		/// By an officer with the duty of records, review or supervision, of another member with a
		/// role on the case that has anchored the reasons itself; or by the person's representative,
		/// upon reasons that some agency has anchored. To a representative a record that is hidden
		/// from the person does not exist.
		///
		/// Events: `RecordDisputed`, `StatusChanged`. Errors: `NotFound`, `NotAuthorized`,
		/// `OwnRecord`, `EvidenceMissing`, `WrongStatus`.
		#[pallet::call_index(6)]
		pub fn dispute(
			origin: OriginFor<T>,
			record: RecordId,
			reasons: RecordId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_dispute(who, record, reasons)
		}

		/// End a dispute.
		///
		/// That the record stands, or is refuted, is said by an officer with the duty of review or
		/// supervision, of a member with a role on the case or above the author, that is neither
		/// author nor disputant, with a record of the review class of its own. Whoever disputed takes
		/// it back without one. A refuted record is sealed: it stays evidence.
		///
		/// Events: `DisputeSettled`, `StatusChanged`. Errors: `NotFound`, `NotAuthorized`,
		/// `OwnRecord`, `EvidenceMissing`, `WrongStatus`.
		#[pallet::call_index(7)]
		pub fn settle(
			origin: OriginFor<T>,
			record: RecordId,
			settlement: Settlement,
			evidence: Option<RecordId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_settle(who, record, settlement, evidence)
		}

		/// Seal a record: it is kept as evidence, out of every default view.
		///
		/// By an officer with the duty of approval, of the author or the executing agency, who answers
		/// neither for the record nor for the decision upon which it is sealed: a record of the review or
		/// decisions class. Another agency's record is sealed upon a decision of that agency, of the one
		/// above it or of the one that decides the case; that of one that supervises, upon its own alone.
		///
		/// Events: `RecordSealed`, `StatusChanged`. Errors: `NotFound`, `NotAuthorized`,
		/// `SameOfficer`, `EvidenceMissing`, `WrongStatus`.
		#[pallet::call_index(8)]
		pub fn seal_record(
			origin: OriginFor<T>,
			record: RecordId,
			basis: RecordId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_seal(who, record, basis)
		}

		/// Unseal a record: it stands as before, or as replaced if it has been. One that was refuted
		/// must be vouched for again.
		///
		/// By an officer and upon a decision as of `seal_record`. One that was refuted is unsealed upon a
		/// later decision alone, of neither author nor caller's agency: of the one above the author, or
		/// one that decides or supervises the case.
		///
		/// Events: `RecordUnsealed`, `StatusChanged`. Errors: as of `seal_record`, and `ModulePaused`,
		/// `ModuleOff`.
		#[pallet::call_index(9)]
		pub fn unseal_record(
			origin: OriginFor<T>,
			record: RecordId,
			basis: RecordId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_unseal(who, record, basis)
		}

		/// Freeze a record whose retention has run out: no processing but keeping safe (PIPL 47). The
		/// records of an archived case freeze by themselves on their day; this is for those of a live
		/// case, and for one whose class has been given a shorter time since.
		///
		/// By an officer with the duty of records, of the author or the executing agency.
		///
		/// Events: `RecordFrozen`, `StatusChanged`. Errors: `NotFound`, `NotAuthorized`,
		/// `RetentionRunning`, `WrongStatus`.
		#[pallet::call_index(10)]
		pub fn freeze(origin: OriginFor<T>, record: RecordId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_freeze(who, record)
		}

		/// Propose to destroy a record whose retention allows it, upon appraisal and approved list: a
		/// record of the review class.
		///
		/// By an officer with the duty of records or approval, of the author or the executing agency.
		/// A statutory file must have been frozen, sealed or replaced before.
		///
		/// Event: `ShredProposed`. Errors: `NotFound`, `NotAuthorized`, `AlreadyExists`,
		/// `EvidenceMissing`, `WrongStatus`, `RetentionRunning`, `ModulePaused`, `ModuleOff`.
		#[pallet::call_index(11)]
		pub fn propose_shred(
			origin: OriginFor<T>,
			record: RecordId,
			basis: RecordId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_propose_shred(who, record, basis)
		}

		/// Confirm the destruction that another officer proposed: the record becomes a tombstone.
		///
		/// By a second officer with the duty of approval, of the author or the executing agency.
		///
		/// Events: `RecordShredded`, `StatusChanged`. Errors: `NotFound`, `NotAuthorized`,
		/// `SameOfficer`, `EvidenceMissing`, `WrongStatus`, `RetentionRunning`, `ModulePaused`,
		/// `ModuleOff`.
		#[pallet::call_index(12)]
		pub fn confirm_shred(origin: OriginFor<T>, record: RecordId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_confirm_shred(who, record)
		}

		/// Drop a proposal of destruction.
		///
		/// By an officer with the duty of records or approval, of the author or the executing agency.
		///
		/// Event: `ShredDropped`. Errors: `NotFound`, `NotAuthorized`.
		#[pallet::call_index(13)]
		pub fn withdraw_shred(origin: OriginFor<T>, record: RecordId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_shred(who, record)
		}

		/// Record that `record` rests on `source`, found out after its anchoring.
		///
		/// By an officer who may anchor records of its class on the case. `source` must be an earlier
		/// record of the same case.
		///
		/// Event: `DependantLinked`. Errors: `NotFound`, `NotAuthorized`, `LineageCycle`,
		/// `OtherRecord`, `AlreadyExists`, `WrongStatus`, `MaxSourcesExceeded`,
		/// `MaxDependantsExceeded`, `ModulePaused`, `ModuleOff`.
		#[pallet::call_index(14)]
		pub fn add_lineage(
			origin: OriginFor<T>,
			record: RecordId,
			source: RecordId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_add_lineage(who, record, source)
		}

		/// Ask for a random check among what an office anchored on a day that is over (S72).
		///
		/// By an officer with the duty of supervision, of a supervising member or the one above the
		/// office's. `part` counts the day's anchors by 1,024, as many as a draw takes.
		///
		/// Event: `RecheckRequested`, later `RecheckDrawn`. Errors: `NotAuthorized`, `OwnRecord`,
		/// `DayNotOver`, `NotFound`, `ModulePaused`, `ModuleOff`, those of the draw.
		#[pallet::call_index(15)]
		pub fn request_recheck(
			origin: OriginFor<T>,
			office: Office,
			day: LegalDate,
			part: u32,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_request_recheck(who, office, day, part)
		}

		/// Say whether the original of the record that was drawn is what was anchored.
		///
		/// By an officer of the author with the duty of approval or review who does not answer for
		/// the record, or one of the supervising procuratorate with the duty of supervision. When it
		/// differs, an alert goes to whoever asked.
		///
		/// Event: `RecheckClosed`. Errors: `NotFound`, `DrawPending`, `AlreadyAnswered`,
		/// `NotAuthorized`, `SameOfficer`, `WrongStatus` for a record that has been destroyed.
		#[pallet::call_index(16)]
		pub fn answer_recheck(
			origin: OriginFor<T>,
			recheck: RecheckId,
			matches: bool,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_answer_recheck(who, recheck, matches)
		}
	}
}
