#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

mod agenda;
pub mod answers;
mod authority;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod case_view;
mod corrections;
mod errors;
mod events;
mod intervals;
mod merging;
#[cfg(test)]
mod mock;
mod parties;
pub mod permissions;
mod registration;
mod stages;
mod terms;
#[cfg(test)]
mod tests;
pub mod transitions;
#[cfg(any(feature = "std", feature = "try-runtime"))]
mod try_state;
pub mod types;
pub mod views;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use pallet::*;
pub use parties::{party_tag, plain_roles, PARTY_TAG_DOMAIN};
pub use registration::CASE_DOMAIN;
pub use types::*;
pub use weights::WeightInfo;

use frame_support::{pallet_macros::import_section, pallet_prelude::*};
use shejiao_primitives::{
	case::{CaseId, PartyRoles},
	history::{Entry, History},
	ids::MemberId,
};

pub(crate) const LOG_TARGET: &str = "runtime::subject-identity";

type AccountIdOf<T> = <T as frame_system::Config>::AccountId;
type RecordOf<T> = CaseRecord<AccountIdOf<T>>;

/// History of the stages of cases, with the acts that changed them.
pub type StageHistory<T> =
	History<CaseId, Transition<AccountIdOf<T>>, TransitionCount<T>, TransitionEntries<T>>;
/// History of the plain roles of a member on a case.
pub type RoleHistory<T> = History<(CaseId, MemberId), PartyRoles, RoleCount<T>, RoleEntries<T>>;
/// History of who worked on a case.
pub type AssignmentHistory<T> =
	History<CaseId, Assignment<AccountIdOf<T>>, AssignmentCount<T>, AssignmentEntries<T>>;

#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use frame_support::weights::WeightMeter;
	use frame_system::pallet_prelude::*;
	use shejiao_primitives::{
		case::{CaseCategory, CaseView, OnCase, Representatives, Stage},
		clock::Deadlines,
		directory::{Directory, Members},
		ids::UnitId,
		oversight::Alerting,
		randomness::CurrentMix,
		record::{RecordId, RecordIndex, RecordStatus},
		regime::Regime,
		subject::Subject,
		time::{LegalDate, LegalTime},
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
		/// Weights of the calls.
		type WeightInfo: WeightInfo;

		/// Time as the law counts it.
		type Time: LegalTime;

		/// The members.
		type Members: Members<Self::AccountId>;

		/// Their officers.
		type Directory: Directory<Self::AccountId>;

		/// Anchored records.
		type Records: RecordIndex<Self::AccountId>;

		/// Statutory clocks.
		type Deadlines: Deadlines;

		/// Alerts.
		type Alerts: Alerting;

		/// Which modules work where.
		type Regime: Regime;

		/// Who represents the person of a case.
		type Representatives: Representatives<Self::AccountId>;

		/// The chain's randomness.
		type Mix: CurrentMix;

		/// Told when a stage changes and when a term ends.
		type OnCase: OnCase;

		/// What the listeners to a change of stage cost at most when a case is archived, beyond the
		/// case of the benchmarks, for which they hold nothing.
		type ArchivingWeight: Get<Weight>;

		/// Most cases of one import. At least 1.
		#[pallet::constant]
		type MaxImportRows: Get<u32>;

		/// Most days between today and the last day of a term.
		#[pallet::constant]
		type MaxTermDays: Get<u32>;

		/// Sets up what benchmarks need of other pallets.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// Number of the next case.
	#[pallet::storage]
	pub type NextCase<T> = StorageValue<_, u64, ValueQuery>;

	/// Cases as they are now.
	#[pallet::storage]
	pub type Cases<T: Config> = StorageMap<_, Blake2_128Concat, CaseId, RecordOf<T>>;

	/// Cases by the commitment to the person's identity: a salt is never used twice.
	#[pallet::storage]
	pub type Identities<T> = StorageMap<_, Blake2_128Concat, H256, CaseId>;

	/// Number of transitions of a case.
	#[pallet::storage]
	pub type TransitionCount<T> = StorageMap<_, Blake2_128Concat, CaseId, u32, ValueQuery>;

	/// Transitions of a case, number 0 being its registration.
	#[pallet::storage]
	pub type TransitionEntries<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		CaseId,
		Twox64Concat,
		u32,
		Entry<Transition<AccountIdOf<T>>>,
	>;

	/// Number of entries in the history of a member's plain roles on a case.
	#[pallet::storage]
	pub type RoleCount<T> = StorageMap<_, Blake2_128Concat, (CaseId, MemberId), u32, ValueQuery>;

	/// History of a member's plain roles on a case.
	#[pallet::storage]
	pub type RoleEntries<T> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		(CaseId, MemberId),
		Twox64Concat,
		u32,
		Entry<PartyRoles>,
	>;

	/// Number of entries in the history of who works on a case.
	#[pallet::storage]
	pub type AssignmentCount<T> = StorageMap<_, Blake2_128Concat, CaseId, u32, ValueQuery>;

	/// History of who works on a case.
	#[pallet::storage]
	pub type AssignmentEntries<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		CaseId,
		Twox64Concat,
		u32,
		Entry<Assignment<AccountIdOf<T>>>,
	>;

	/// Cases on which a member has a plain role now.
	#[pallet::storage]
	pub type CasesOf<T> = StorageDoubleMap<_, Twox64Concat, MemberId, Blake2_128Concat, CaseId, ()>;

	/// Cases assigned to an officer that are not archived.
	#[pallet::storage]
	pub type Caseloads<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, AccountIdOf<T>, Blake2_128Concat, CaseId, ()>;

	/// Parties whose place in a case is or was sealed, by tag.
	#[pallet::storage]
	pub type SealedParties<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		CaseId,
		Blake2_128Concat,
		H256,
		SealedParty<AccountIdOf<T>>,
	>;

	/// Intervals of a case by number.
	#[pallet::storage]
	pub type Intervals<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, CaseId, Twox64Concat, u32, Interval<AccountIdOf<T>>>;

	/// Versions of the term of a case.
	#[pallet::storage]
	pub type Terms<T: Config> =
		StorageDoubleMap<_, Blake2_128Concat, CaseId, Twox64Concat, u32, Term<AccountIdOf<T>>>;

	/// Terms that end by rule: cases by the day after which they are to be found.
	#[pallet::storage]
	pub type Agenda<T> = StorageDoubleMap<_, Twox64Concat, LegalDate, Blake2_128Concat, CaseId, ()>;

	/// The first day of the agenda that may not be done.
	#[pallet::storage]
	pub type AgendaDay<T> = StorageValue<_, LegalDate>;

	/// Records that have changed, by case and what rests on them.
	#[pallet::storage]
	pub type CorrectedSources<T> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		CaseId,
		Blake2_128Concat,
		(Subject, RecordId),
		SourceChange,
	>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		/// Ends the terms whose last day is over, in at most a quarter of a block; the rest follows in
		/// the next blocks.
		fn on_poll(_: BlockNumberFor<T>, meter: &mut WeightMeter) {
			Self::settle(meter);
		}

		fn integrity_test() {
			assert!(T::MaxImportRows::get() > 0, "an import has rows");
			assert!(T::MaxTermDays::get() > 0, "a term has days");
			let quarter = T::BlockWeights::get().max_block / 4;
			let least = T::WeightInfo::on_poll().saturating_add(Self::settle_weight());
			assert!(quarter.all_gte(least), "no term would ever end");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	/// The calls.
	///
	/// The caller is an officer of a party; the tables say of which, with what duties, and what must be
	/// delegated to its unit. Everybody else gets `NotAuthorized`, whether or not there is such a case.
	/// A merged case takes no acts (`CaseMerged`) but the end of an interval, a closed one nothing that
	/// would show somebody more than before (`FileClosed`). An act has its own date, never in the future
	/// (`ActInFuture`), and is never refused for being entered late. Evidence is a record of the same case
	/// on which a decision may rest (`NotEvidence`), of a class that proves it (`WrongClass`) and of no
	/// later day than the act (`EvidenceLater`).
	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Register a case under a random handle, which the event tells.
		///
		/// *Caller*: the commissioning body with an assessment; the deciding body; or the executing
		/// agency when documents are missing (L7). *Event*: `CaseRegistered`, then `RolesChanged` per
		/// member and `IntervalOpened` if restricted.
		///
		/// `identity` commits to the person with a fresh salt, `basis` to the document; `restriction`
		/// to the cause of strict defaults. `act_date`: receipt of commission and materials, effect of
		/// the decision, or the person's report.
		///
		/// *Errors*: `NotAuthorized`, `SecrecyReviewMissing`, `Classified`, `InvalidParty`,
		/// `ActInFuture`, `AlreadyExists`.
		#[pallet::call_index(0)]
		pub fn register(
			origin: OriginFor<T>,
			opening: Opening,
			founders: Founders,
			identity: Commitment,
			basis: H256,
			secrecy: Option<Secrecy>,
			act_date: LegalDate,
			restriction: Option<H256>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_register(
				who,
				opening,
				founders,
				identity,
				basis,
				secrecy,
				act_date,
				restriction,
			)
		}

		/// Move a case to its next stage.
		///
		/// A decision that ended the case before the rule did is entered afterwards, wherever the case has
		/// got to: it takes the place of that end, whose certificate becomes void, and the stage stays.
		///
		/// *Caller*: by the table of transitions. *Event*: `StageChanged`, and `CertificateVoid`.
		///
		/// *Errors*: `NotAuthorized`, `CaseMerged`, `WrongStage`, `IntervalOpen` (archiving while a
		/// measure, a held end or an exit ban is open), `CertificateMissing` (archiving what ended by rule),
		/// `ActInFuture`, `ActTooEarly`, `TermOver` (a decision of a later day than the end by rule),
		/// `NotEvidence`, `WrongClass`, `EvidenceLater`, `GroupNotConfirmed`.
		#[pallet::call_index(1)]
		#[pallet::weight(Pallet::<T>::step_weight().saturating_add(T::ArchivingWeight::get()))]
		pub fn advance(
			origin: OriginFor<T>,
			case: CaseId,
			step: Step,
			act_date: LegalDate,
			evidence: RecordId,
		) -> DispatchResultWithPostInfo {
			let who = ensure_signed(origin)?;
			Self::do_advance(who, case, step, act_date, evidence)?;
			let archived = !<Self as CaseView<T::AccountId>>::is_live(case);
			Ok((!archived).then(Self::step_weight).into())
		}

		/// Assign a unit and an officer of the executing agency.
		///
		/// *Caller*: APPROVAL or HEAD of the executing agency. *Event*: `CaseAssigned`.
		///
		/// *Errors*: `NotAuthorized`, `CaseMerged`, `WrongStage`, `NotOfAgency`,
		/// `AlreadyExists`.
		#[pallet::call_index(2)]
		pub fn assign(
			origin: OriginFor<T>,
			case: CaseId,
			unit: Option<UnitId>,
			officer: Option<T::AccountId>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_assign(who, case, Assignment { unit, officer })
		}

		/// Compute the term (L39) or, when a decision changes it, compute it again: a new version,
		/// which holds once confirmed.
		///
		/// *Caller*: CASEWORK or ENFORCEMENT of the executing agency, or of a unit with daily
		/// supervision. *Event*: `TermComputed`.
		///
		/// `calculation` commits to what begins, counts and does not count. Evidence: DECISIONS.
		///
		/// *Errors*: `NotAuthorized`, `CaseMerged`, `WrongStage`, `ActInFuture`,
		/// `TermOutOfRange`, `NotEvidence`, `WrongClass`, `EvidenceLater`.
		#[pallet::call_index(3)]
		pub fn compute_term(
			origin: OriginFor<T>,
			case: CaseId,
			last_day: LegalDate,
			calculation: H256,
			act_date: LegalDate,
			evidence: RecordId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_compute_term(who, case, last_day, calculation, act_date, evidence)
		}

		/// Confirm the last version of the term. It holds at once: L30 and both parts of L31 run for it,
		/// and it ends by rule at 24:00 of its last day, whether the person has been received or not.
		///
		/// *Caller*: another officer, APPROVAL of the executing agency. *Event*: `TermConfirmed`.
		///
		/// *Errors*: `NotAuthorized`, `CaseMerged`, `WrongStage`, `NothingToConfirm`,
		/// `SameOfficer`, `NotEvidence`, `WrongClass`.
		#[pallet::call_index(4)]
		pub fn confirm_term(origin: OriginFor<T>, case: CaseId, version: u32) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_confirm_term(who, case, version)
		}

		/// Enter the certificate of an end by rule (法 44), on the last day or later. It completes L31; the
		/// notices have a clock of their own. What proves a pardon is a record of the class of every end by
		/// decision, and no certificate here.
		///
		/// *Caller*: ENFORCEMENT or APPROVAL of the executing agency. *Event*: `CertificateEntered`.
		///
		/// *Errors*: `NotAuthorized`, `CaseMerged`, `WrongStage`, `AlreadyExists`,
		/// `TermMissing`, `EndHeld`, `ActInFuture`, `ActTooEarly`, `NotEvidence`, `WrongClass`,
		/// `EvidenceLater`.
		#[pallet::call_index(5)]
		pub fn certify(
			origin: OriginFor<T>,
			case: CaseId,
			act_date: LegalDate,
			evidence: RecordId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_certify(who, case, act_date, evidence)
		}

		/// Open an interval: a measure on the running term, the held end, an exit ban, or a restriction.
		///
		/// *Caller*: by the table of intervals. *Event*: `IntervalOpened`.
		///
		/// `cause` is a commitment. A restriction that is open when execution ends, or is entered
		/// after it, closes the file. An end that was held in time and is entered as held after the end by
		/// rule changes no stage.
		///
		/// *Errors*: `NotAuthorized`, `CaseMerged`, `WrongStage`, `AlreadyExists`, `TermMissing`,
		/// `TermOver` (an end held after the last day), `ActInFuture`, `NotEvidence`, `WrongClass`,
		/// `EvidenceLater`, `MaxIntervalsExceeded`.
		#[pallet::call_index(6)]
		pub fn open_interval(
			origin: OriginFor<T>,
			case: CaseId,
			kind: IntervalKind,
			cause: H256,
			act_date: LegalDate,
			evidence: RecordId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_open_interval(who, case, kind, cause, act_date, evidence)
		}

		/// Close an interval. A term whose end was held, and whose last day is over, ends at once.
		///
		/// *Caller*: by the table of intervals. *Event*: `IntervalClosed`.
		///
		/// *Errors*: `NotAuthorized`, `NotFound`, `ActInFuture`, `ActTooEarly`, `SameEvidence`,
		/// `NotEvidence`, `WrongClass`, `EvidenceLater`.
		#[pallet::call_index(7)]
		pub fn close_interval(
			origin: OriginFor<T>,
			case: CaseId,
			number: u32,
			act_date: LegalDate,
			evidence: RecordId,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_close_interval(who, case, number, act_date, evidence)
		}

		/// Give a court, procuratorate, justice bureau, prison or police plain roles by decision.
		///
		/// *Caller*: APPROVAL of the executing agency. *Event*: `RolesChanged`. `basis` is a commitment
		/// to the decision.
		///
		/// *Errors*: `NotAuthorized`, `CaseMerged`, `FileClosed`, `WrongStage`, `ModulePaused`,
		/// `ModuleOff`, `InvalidParty`, `SealedPartyRequired`, `InvalidRoles`, `AlreadyExists`,
		/// `MaxPartiesExceeded`.
		#[pallet::call_index(8)]
		pub fn add_party(
			origin: OriginFor<T>,
			case: CaseId,
			member: MemberId,
			roles: PartyRoles,
			basis: H256,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_add_party(who, case, member, roles, basis)
		}

		/// Take plain roles from a member by decision. What it had stays in its history.
		///
		/// *Caller*: APPROVAL of the executing agency. *Event*: `RolesChanged`.
		///
		/// *Errors*: `NotAuthorized`, `CaseMerged`, `WrongStage`, `ModulePaused`,
		/// `ModuleOff`, `InvalidRoles`, `NotFound`, `RoleRequired`.
		#[pallet::call_index(9)]
		pub fn remove_party(
			origin: OriginFor<T>,
			case: CaseId,
			member: MemberId,
			roles: PartyRoles,
			basis: H256,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_remove_party(who, case, member, roles, basis)
		}

		/// Add a party whose place in the case stays sealed until it is used ([`party_tag`]).
		///
		/// *Caller*: APPROVAL of the executing agency by decision; a state functionary with CASEWORK or
		/// ENFORCEMENT, also of a unit with daily supervision, by policy, never in a restricted case. The
		/// policy is not on chain: `commitment` binds the officer to the document.
		/// *Event*: `SealedPartyAdded`.
		///
		/// *Errors*: `NotAuthorized`, `CaseMerged`, `FileClosed`, `CaseRestricted`, `WrongStage`,
		/// `ModulePaused`, `ModuleOff`, `AlreadyExists`, `MaxPartiesExceeded`.
		#[pallet::call_index(10)]
		pub fn add_sealed_party(
			origin: OriginFor<T>,
			case: CaseId,
			tag: H256,
			basis: PartyBasis,
			commitment: H256,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_add_sealed_party(who, case, tag, basis, commitment)
		}

		/// Remove a sealed party before it is used.
		///
		/// *Caller*: APPROVAL of the executing agency. *Event*: `SealedPartyRemoved`.
		///
		/// *Errors*: `NotAuthorized`, `CaseMerged`, `WrongStage`, `ModulePaused`,
		/// `ModuleOff`, `NotFound`.
		#[pallet::call_index(11)]
		pub fn remove_sealed_party(
			origin: OriginFor<T>,
			case: CaseId,
			tag: H256,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_remove_sealed_party(who, case, tag)
		}

		/// Reveal that the caller's member is a sealed party: from now on it is ASSISTING.
		///
		/// *Caller*: any officer of that member who knows the salt. *Event*: `PartyRevealed`,
		/// `RolesChanged`.
		///
		/// *Errors*: `NotAuthorized` (also for a salt or case that is not), `CaseMerged`, `FileClosed`,
		/// `WrongStage`, `ModulePaused`, `ModuleOff`, `MaxPartiesExceeded`.
		#[pallet::call_index(12)]
		pub fn reveal_party(origin: OriginFor<T>, case: CaseId, salt: [u8; 32]) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_reveal_party(who, case, salt)
		}

		/// Take over running cases as recorded on paper: all rows or none. The runtime API
		/// `check_import` names the rows that would be refused.
		///
		/// *Caller*: APPROVAL of the agency that executes them. *Event*: per row `CaseRegistered` and
		/// what follows it, `TermComputed`, `TermConfirmed`.
		///
		/// *Errors*: `NotAuthorized`, `ModulePaused`, `ModuleOff`, `NothingToImport`,
		/// `SecrecyReviewMissing`, `Classified`, `InvalidParty`, `ActInFuture`, `TermOutOfRange`,
		/// `TermOver`, `AlreadyExists`, `NotOfAgency`.
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::import(rows.len() as u32))]
		pub fn import(
			origin: OriginFor<T>,
			rows: BoundedVec<ImportRow<T::AccountId>, T::MaxImportRows>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_import(who, rows.into_inner())
		}
	}
}
