#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

mod acts;
mod agenda;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod changes;
mod clocks;
mod deadlines;
mod errors;
mod events;
mod kind;
mod kinds;
pub mod law;
#[cfg(test)]
mod mock;
mod recompute;
#[cfg(test)]
mod tests;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
mod types;
mod views;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use kind::*;
pub use kinds::{CalendarData, Known};
pub use pallet::*;
pub use types::*;
pub use views::{ClockHistory, ClockInfo, DuePage, KindInfo};
pub use weights::WeightInfo;

use frame_support::{pallet_macros::import_section, pallet_prelude::*};

pub(crate) const LOG_TARGET: &str = "runtime::statutory-clocks";

type AccountIdOf<T> = <T as frame_system::Config>::AccountId;
type ClockOf<T> = Clock<AccountIdOf<T>>;

/// Open clocks of an object, with their kinds where those are plain.
pub type OpenOf<T> = BoundedVec<
	(shejiao_primitives::clock::ClockId, Option<shejiao_primitives::clock::KindId>),
	<T as Config>::MaxClocksPerSubject,
>;

#[import_section(events::events)]
#[import_section(errors::errors)]
/// Everything that the pallet declares.
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use frame_system::pallet_prelude::*;
	use shejiao_primitives::{
		case::{CaseId, CaseView},
		clock::{ClockId, KindId},
		deadline::{ActTime, Due, YearCalendar},
		directory::{Directory, Members},
		history::Entry,
		ids::MemberId,
		oversight::{Alerting, OnClock},
		reason::Reason,
		record::{RecordId, RecordIndex, RecordStatus},
		regime::Regime,
		subject::{Subject, Subjects},
		time::{LegalDate, LegalTime, Moment},
	};
	use sp_core::H256;

	const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// The pallet.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the runtime says.
	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// Weights of calls and hooks.
		type WeightInfo: WeightInfo;

		/// Time as the law counts it.
		type Time: LegalTime;

		/// The members, their kind and area.
		type Members: Members<Self::AccountId>;

		/// The officers.
		type Directory: Directory<Self::AccountId>;

		/// The cases, and who has a role in them.
		type Cases: CaseView<Self::AccountId>;

		/// The objects that clocks are for.
		type Subjects: Subjects;

		/// The records that show acts.
		type Records: RecordIndex<Self::AccountId>;

		/// Which modules work where.
		type Regime: Regime;

		/// Raises alerts.
		type Alerts: Alerting;

		/// Told when a clock warns, runs out or ends.
		type OnClock: OnClock;

		/// Who governs kinds and calendars.
		type GovernanceOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Most open clocks of one object; at most half of them are sealed. At least 1.
		#[pallet::constant]
		type MaxClocksPerSubject: Get<u32>;

		/// Legal hours before its end at which a sealed clock warns: the same for all, since its kind
		/// is not known.
		#[pallet::constant]
		type SealedLead: Get<u16>;

		/// Sets up what benchmarks need of other pallets.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// Number of versions of a kind.
	#[pallet::storage]
	pub type KindCount<T: Config> = StorageMap<_, Twox64Concat, KindId, u32, ValueQuery>;

	/// Versions of a kind, each from its moment on.
	#[pallet::storage]
	pub type Kinds<T: Config> =
		StorageDoubleMap<_, Twox64Concat, KindId, Twox64Concat, u32, Entry<Kind>>;

	/// Number of versions of a year's calendar.
	#[pallet::storage]
	pub type CalendarCount<T: Config> = StorageMap<_, Twox64Concat, u16, u32, ValueQuery>;

	/// Versions of a year's calendar. The last one counts for every day of the year.
	#[pallet::storage]
	pub type Calendars<T: Config> =
		StorageDoubleMap<_, Twox64Concat, u16, Twox64Concat, u32, Entry<YearCalendar>>;

	/// Number of the next clock.
	#[pallet::storage]
	pub type NextClock<T: Config> = StorageValue<_, ClockId, ValueQuery>;

	/// Every clock, open or not.
	#[pallet::storage]
	pub type Clocks<T: Config> = StorageMap<_, Twox64Concat, ClockId, ClockOf<T>>;

	/// Changes of a clock between its start and its end, in order.
	#[pallet::storage]
	pub type Steps<T: Config> =
		StorageDoubleMap<_, Twox64Concat, ClockId, Twox64Concat, u32, Step<T::AccountId>>;

	/// The open clocks of an object.
	#[pallet::storage]
	pub type OpenClocks<T: Config> =
		StorageMap<_, Blake2_128Concat, Subject, OpenOf<T>, ValueQuery>;

	/// Clocks of an object that were stopped because it goes on elsewhere for a while.
	#[pallet::storage]
	pub type Suspended<T: Config> = StorageMap<
		_,
		Blake2_128Concat,
		Subject,
		BoundedVec<ClockId, T::MaxClocksPerSubject>,
		ValueQuery,
	>;

	/// The open clocks of an owner, in the order of their last days.
	#[pallet::storage]
	pub type DueOf<T: Config> = StorageDoubleMap<_, Twox64Concat, MemberId, Identity, DueKey, ()>;

	/// The open clocks that have yet to warn or to run out, in the order of those moments: the first
	/// key is always the next thing to do, however many there are.
	#[pallet::storage]
	pub type Agenda<T: Config> = StorageMap<_, Identity, AgendaKey, ()>;

	/// The clocks whose last day depends on the calendar of a year: open ones, and those that were
	/// completed while it was missing.
	#[pallet::storage]
	pub type Dependent<T: Config> =
		StorageDoubleMap<_, Twox64Concat, u16, Twox64Concat, ClockId, ()>;

	/// Years whose clocks are being computed again, and the last one that has been.
	#[pallet::storage]
	pub type Recomputing<T: Config> = StorageValue<
		_,
		BoundedVec<(u16, Option<ClockId>), ConstU32<MAX_RECOMPUTED_YEARS>>,
		ValueQuery,
	>;

	/// What is proposed of an open clock.
	#[pallet::storage]
	pub type Proposals<T: Config> = StorageMap<_, Twox64Concat, ClockId, Proposal<T::AccountId>>;

	/// The law from the first block on. By default that of [`law`].
	#[pallet::genesis_config]
	pub struct GenesisConfig<T: Config> {
		/// The kinds.
		pub kinds: Vec<(KindId, Kind)>,
		/// The calendars.
		pub calendars: Vec<CalendarData>,
		#[allow(missing_docs)]
		#[serde(skip)]
		pub _config: core::marker::PhantomData<T>,
	}

	impl<T: Config> Default for GenesisConfig<T> {
		fn default() -> Self {
			Self {
				kinds: law::kinds(),
				calendars: law::calendars().into_iter().map(Into::into).collect(),
				_config: Default::default(),
			}
		}
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		/// Panics, and so refuses the specification, when it contradicts itself.
		fn build(&self) {
			kinds::build(self)
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_poll(_: BlockNumberFor<T>, meter: &mut frame_support::weights::WeightMeter) {
			Self::work(meter)
		}

		fn integrity_test() {
			assert!(T::MaxClocksPerSubject::get() > 0, "an object can have a clock");
			let quarter = T::BlockWeights::get().max_block / 4;
			let least = T::WeightInfo::on_poll(0)
				.saturating_add(Self::fire_weight())
				.saturating_add(T::WeightInfo::recompute());
			assert!(least.all_lte(quarter), "a block has room for a clock");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	/// The calls.
	///
	/// *An officer of a member* is one with a duty in cases; of a justice bureau's unit, one to which
	/// the bureau has delegated what the kind names. A record is *evidence* when it belongs to the case
	/// that the clock is for and stands; the clock is told when that changes. Clocks for a document, an
	/// alert or a notice are ended by what keeps it, when the act is done there: here they are refused
	/// with `NoCase`.
	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Set a kind from a day on. Clocks that run keep the version under which they started.
		///
		/// *Caller*: governance. *Event*: `KindSet`.
		///
		/// The versions of a kind are of one nature and group, all sealed or none, and counted in one
		/// direction: what the law starts by it must go on.
		///
		/// *Errors*: `BadOrigin`, `ZeroLength`, `InvalidPeriod`, `InvalidKind`, `OutOfOrder` when the
		/// day is over or before one for which a version is set already.
		#[pallet::call_index(0)]
		pub fn set_kind(
			origin: OriginFor<T>,
			kind: KindId,
			rule: Kind,
			effective: LegalDate,
		) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			Self::govern_kind(kind, rule, effective)
		}

		/// Set the calendar of a year, or change it. Every open clock that depends on it is computed
		/// again, over as many blocks as that takes; so is the judgment of acts that completed a clock
		/// while the calendar was missing.
		///
		/// *Caller*: governance. *Event*: `CalendarSet`, then `ClockMoved` for each clock that moves,
		/// `ClockJudgedAnew` where that changes a judgment, and `YearRecomputed`.
		///
		/// *Errors*: `BadOrigin`, `InvalidCalendar`, `OutOfOrder` when a version is set for a later
		/// moment, `MaxYearsExceeded`.
		#[pallet::call_index(1)]
		pub fn set_calendar(
			origin: OriginFor<T>,
			year: u16,
			calendar: YearCalendar,
		) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			Self::govern_calendar(year, calendar)
		}

		/// Start a clock whose kind is sealed: only its last day, owner and group are plain.
		///
		/// *Caller*: an officer of a party of the case. *Event*: `ClockStarted`.
		///
		/// `due` is computed off chain from the kind, by the same code, and checked by every reader;
		/// of a period in hours it is the day of the last hour. `commitment` is the salted commitment
		/// to kind, trigger, period and the year whose missing calendar makes it provisional. It never
		/// rolls, pauses or depends on a calendar here: `reseal` puts it right.
		///
		/// *Errors*: `NotAuthorized`, `NotFound` when the case is not live or the owner no party of
		/// it, `WrongGroup`, `MaxClocksExceeded`, also when the member would leave the others fewer
		/// places than it has.
		#[pallet::call_index(2)]
		pub fn start_sealed(
			origin: OriginFor<T>,
			case: CaseId,
			group: Group,
			due: LegalDate,
			commitment: H256,
			owner: MemberId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_start_sealed(who, case, group, due, commitment, owner)
		}

		/// Complete a clock by the act that it waited for. Never refused for being late: what counts is
		/// when the act was done; when it was entered is shown apart.
		///
		/// *Caller*: an officer of the owner. *Event*: `ClockCompleted`.
		///
		/// `done` is a day, or where hours are counted a moment. `evidence` records an act not later
		/// than that.
		///
		/// *Errors*: `NotFound`, `NotAuthorized`, `AlreadyClosed`, `InTheFuture`, `MomentNeeded`,
		/// `DayNeeded`, `NoCase`, `NoEvidence`, `EvidenceLater`, or the index's when the record has
		/// too many dependants.
		#[pallet::call_index(3)]
		pub fn complete(
			origin: OriginFor<T>,
			clock: ClockId,
			done: ActTime,
			evidence: RecordId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_complete(who, clock, done, evidence)
		}

		/// Stop a clock for a cause that its kind allows.
		///
		/// *Caller*: an officer of the owner. *Event*: `ClockPaused`.
		///
		/// *Errors*: `NotFound`, `NotAuthorized`, `ModulePaused`, `ModuleOff`, `AlreadyClosed`,
		/// `NotAllowed`, `AlreadyPaused`, `AlreadyExpired`, `MaxPausesExceeded`, `NoCase`,
		/// `NoEvidence`, or the index's.
		#[pallet::call_index(4)]
		pub fn pause(
			origin: OriginFor<T>,
			clock: ClockId,
			cause: PauseCause,
			evidence: RecordId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_pause(who, clock, cause, evidence)
		}

		/// Let a clock run again: the days or hours of the pause are not counted.
		///
		/// *Caller*: an officer of the owner. *Event*: `ClockMoved`.
		///
		/// *Errors*: `NotFound`, `NotAuthorized`, `AlreadyClosed`, `NotPaused`, `NoCase`,
		/// `NoEvidence`, or the index's.
		#[pallet::call_index(5)]
		pub fn resume(origin: OriginFor<T>, clock: ClockId, evidence: RecordId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_resume(who, clock, evidence)
		}

		/// Propose that a clock ends later, at 24:00 of `last_day` (L3). Replaces what was proposed
		/// before.
		///
		/// *Caller*: an officer of the owner, or of the counterpart that its kind names.
		/// *Event*: `ChangeProposed`.
		///
		/// *Errors*: `NotFound`, `NotAuthorized`, `ModulePaused`, `ModuleOff`, `AlreadyClosed`,
		/// `NotAllowed`, `AlreadyPaused`, `AlreadyExpired` unless the evidence is of an act before the
		/// end, `NotLater`, `NoCase`, `NoEvidence`, or the index's.
		#[pallet::call_index(6)]
		pub fn propose_extension(
			origin: OriginFor<T>,
			clock: ClockId,
			last_day: LegalDate,
			evidence: RecordId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_propose_extension(who, clock, last_day, evidence)
		}

		/// Accept a proposed extension, before the clock has run out, or later where the record of the
		/// agreement is of an act before that.
		///
		/// *Caller*: an officer of the counterpart, or of the owner where the counterpart proposed.
		/// *Event*: `ClockMoved`.
		///
		/// *Errors*: `NotFound`, `NotProposed`, `NotCounterpart`, and those of `propose_extension`;
		/// `NoEvidence` when the record of the agreement does not stand any more.
		#[pallet::call_index(7)]
		pub fn accept_extension(
			origin: OriginFor<T>,
			clock: ClockId,
			last_day: LegalDate,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_accept_extension(who, clock, last_day)
		}

		/// Propose that a clock ends without an act. Replaces what was proposed before.
		///
		/// *Caller*: an officer of the owner. *Event*: `ChangeProposed`.
		///
		/// *Errors*: `NotFound`, `NotAuthorized`, `ModulePaused`, `ModuleOff`, `AlreadyClosed`,
		/// `NoCase`, `NoEvidence`, or the index's.
		#[pallet::call_index(8)]
		pub fn propose_cancellation(
			origin: OriginFor<T>,
			clock: ClockId,
			reason: Reason,
			evidence: RecordId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_propose_cancellation(who, clock, reason, evidence)
		}

		/// Confirm a proposed cancellation.
		///
		/// *Caller*: another officer of the owner, with the duty of approval. *Event*:
		/// `ClockCancelled`.
		///
		/// *Errors*: `NotFound`, `NotProposed`, `NotAuthorized`, `SameOfficer`, `ModulePaused`,
		/// `ModuleOff`, `AlreadyClosed`, `NoCase`, `NoEvidence` when the record does not stand any more.
		#[pallet::call_index(9)]
		pub fn confirm_cancellation(
			origin: OriginFor<T>,
			clock: ClockId,
			reason: Reason,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_confirm_cancellation(who, clock, reason)
		}

		/// Seal a clock anew, when the calendar has come that its last day was computed without, or its
		/// trigger has changed. It warns and runs out anew where its new end lies ahead.
		///
		/// *Caller*: an officer of the owner. *Event*: `ClockResealed`, `ClockMoved`.
		///
		/// `due` and `commitment` are as in `start_sealed`; the commitment until then stays in the
		/// history.
		///
		/// *Errors*: `NotFound`, `NotAuthorized`, `AlreadyClosed`, `NotSealed`, `NoCase`, `NoEvidence`,
		/// or the index's.
		#[pallet::call_index(10)]
		pub fn reseal(
			origin: OriginFor<T>,
			clock: ClockId,
			due: LegalDate,
			commitment: H256,
			evidence: RecordId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_reseal(who, clock, due, commitment, evidence)
		}
	}
}
