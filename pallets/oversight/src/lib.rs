#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

mod alerts;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
mod detectors;
mod errors;
mod events;
mod leads;
#[cfg(test)]
mod mock;
mod notices;
mod papers;
mod responses;
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
	history::History,
	ids::MemberId,
	oversight::{AlertId, Rule, Severity},
	time::LegalDate,
};

pub(crate) const LOG_TARGET: &str = "runtime::oversight";

/// What happened to alerts.
pub type StepHistory<T> =
	History<AlertId, Step<<T as frame_system::Config>::AccountId>, StepsCount<T>, Steps<T>>;

/// When a member has last anchored something.
pub trait Uploads {
	/// The day on which `member` last anchored a record; `None` when it never did.
	fn last_upload(member: MemberId) -> Option<LegalDate>;
}

/// Severity that this pallet gives to what it finds, where governance has set no other. What another
/// pallet raises has the severity that it says.
pub(crate) const fn default_severity(rule: Rule) -> Severity {
	match rule {
		Rule::ClockWarning => Severity::Information,
		Rule::ClockExpired
		| Rule::UploadGap
		| Rule::AttemptOutsideDuty
		| Rule::Reported
		| Rule::SourceCorrected => Severity::Ordinary,
		Rule::SelfDealing
		| Rule::CertificateMissing
		| Rule::RecheckFailed
		| Rule::Equivocation
		| Rule::NoticeUnanswered => Severity::Serious,
	}
}

#[import_section(events::events)]
#[import_section(errors::errors)]
#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use frame_system::pallet_prelude::*;
	use shejiao_primitives::{
		case::CaseView,
		clock::{ClockId, Deadlines},
		directory::{Directory, Members},
		history::Entry,
		ids::AreaCode,
		member::{Level, MemberKind},
		oversight::NoticeId,
		reason::Reason,
		record::{RecordId, RecordIndex, RecordStatus},
		regime::Regime,
		subject::{Subject, Subjects},
		time::LegalTime,
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
		/// The clock.
		type Time: LegalTime;

		/// The members of the consortium.
		type Members: Members<Self::AccountId>;

		/// Their officers.
		type Directory: Directory<Self::AccountId>;

		/// Cases: who supervises them.
		type Cases: CaseView<Self::AccountId>;

		/// Records: what findings and notices rest on.
		type Records: RecordIndex<Self::AccountId>;

		/// Statutory clocks: for responses and replies.
		type Deadlines: Deadlines;

		/// The cases that objects belong to.
		type Subjects: Subjects;

		/// Modes and pauses.
		type Regime: Regime;

		/// When members have last anchored something.
		type Uploads: Uploads;

		/// Sets severities, thresholds and limits.
		type GovernanceOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Members that one block looks at in the daily look at all of them.
		#[pallet::constant]
		type MaxSweep: Get<u32>;

		/// Weights.
		type WeightInfo: WeightInfo;

		/// Sets up what benchmarks need of other pallets.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// The number that the next alert gets.
	#[pallet::storage]
	pub type NextAlert<T: Config> = StorageValue<_, AlertId, ValueQuery>;

	/// Every alert ever raised.
	#[pallet::storage]
	pub type Alerts<T: Config> = StorageMap<_, Twox64Concat, AlertId, Alert<T::AccountId>>;

	/// Number of steps of an alert.
	#[pallet::storage]
	pub type StepsCount<T: Config> = StorageMap<_, Twox64Concat, AlertId, u32, ValueQuery>;

	/// What happened to an alert.
	#[pallet::storage]
	pub type Steps<T: Config> = StorageDoubleMap<
		_,
		Twox64Concat,
		AlertId,
		Twox64Concat,
		u32,
		Entry<Step<T::AccountId>>,
		OptionQuery,
	>;

	/// The open alert of a rule about a source that was raised for a member, wherever it has been
	/// escalated to since.
	#[pallet::storage]
	pub type OpenBySource<T: Config> =
		StorageMap<_, Blake2_128Concat, (Rule, Subject, MemberId), AlertId, OptionQuery>;

	/// Alerts that a member must respond to and that are not closed.
	#[pallet::storage]
	pub type OpenOf<T: Config> =
		StorageDoubleMap<_, Twox64Concat, MemberId, Twox64Concat, AlertId, Severity, OptionQuery>;

	/// Alerts that a member was told of as supervisor and that are not closed.
	#[pallet::storage]
	pub type ToldOf<T: Config> =
		StorageDoubleMap<_, Twox64Concat, MemberId, Twox64Concat, AlertId, Severity, OptionQuery>;

	/// How many alerts of a member have been closed.
	#[pallet::storage]
	pub type ClosedCount<T: Config> = StorageMap<_, Twox64Concat, MemberId, u32, ValueQuery>;

	/// Closed alerts of a member, in the order of closing.
	#[pallet::storage]
	pub type ClosedOf<T: Config> =
		StorageDoubleMap<_, Twox64Concat, MemberId, Twox64Concat, u32, AlertId, OptionQuery>;

	/// Alerts that a member has had, by rule and by what became of them.
	#[pallet::storage]
	pub type Tallies<T: Config> =
		StorageDoubleMap<_, Twox64Concat, MemberId, Twox64Concat, Rule, Tally, ValueQuery>;

	/// The number that the next notice or lead gets.
	#[pallet::storage]
	pub type NextNotice<T: Config> = StorageValue<_, NoticeId, ValueQuery>;

	/// Every notice ever issued.
	#[pallet::storage]
	pub type Notices<T: Config> = StorageMap<_, Twox64Concat, NoticeId, Notice<T::AccountId>>;

	/// Notices in which a member has a part and for which something may still be due.
	#[pallet::storage]
	pub type NoticesOf<T: Config> =
		StorageDoubleMap<_, Twox64Concat, MemberId, Twox64Concat, NoticeId, Part, OptionQuery>;

	/// Every lead ever given.
	#[pallet::storage]
	pub type Leads<T: Config> = StorageMap<_, Twox64Concat, LeadId, Lead<T::AccountId>>;

	/// Leads in which a member has a part and whose result is not known.
	#[pallet::storage]
	pub type LeadsOf<T: Config> =
		StorageDoubleMap<_, Twox64Concat, MemberId, Twox64Concat, LeadId, Part, OptionQuery>;

	/// Severity of what is found by a rule, where governance has set one.
	#[pallet::storage]
	pub type Severities<T: Config> = StorageMap<_, Twox64Concat, Rule, Severity, OptionQuery>;

	/// How many refusals of a day raise an alert.
	#[pallet::storage]
	pub type RefusalThresholds<T: Config> = StorageValue<_, Thresholds, ValueQuery>;

	/// Refusals of the officers of a member on the last day that had some.
	#[pallet::storage]
	pub type RefusalsOf<T: Config> = StorageMap<_, Twox64Concat, MemberId, Refusals, ValueQuery>;

	/// Legal days within which a member of a kind and level anchors something; others need not.
	#[pallet::storage]
	pub type UploadLimits<T: Config> =
		StorageMap<_, Twox64Concat, (MemberKind, Level), u32, OptionQuery>;

	/// Since when the uploads of a member are looked at.
	#[pallet::storage]
	pub type WatchedSince<T: Config> =
		StorageMap<_, Twox64Concat, MemberId, LegalDate, OptionQuery>;

	/// The procuratorate of a level and place, which supervises a member where no case says who does
	/// (法 62). Kept by the daily look; whether it still is one is asked when it is used.
	#[pallet::storage]
	pub type Overseers<T: Config> =
		StorageMap<_, Twox64Concat, (Level, AreaCode), MemberId, OptionQuery>;

	/// How far the daily look at uploads is.
	#[pallet::storage]
	pub type UploadSweep<T: Config> = StorageValue<_, Sweep, ValueQuery>;

	/// Parameters at the start.
	#[pallet::genesis_config]
	pub struct GenesisConfig<T: Config> {
		/// How many refusals of a day raise an alert.
		pub thresholds: Thresholds,
		/// Within how many legal days members of a kind and level anchor something.
		pub upload_limits: Vec<(MemberKind, Level, u32)>,
		#[allow(missing_docs)]
		#[serde(skip)]
		pub _config: core::marker::PhantomData<T>,
	}

	impl<T: Config> Default for GenesisConfig<T> {
		/// A county's justice bureau anchors every 10 legal days: the longest holiday of a year has 9.
		fn default() -> Self {
			Self {
				thresholds: Thresholds::default(),
				upload_limits: [(MemberKind::JusticeBureau, Level::County, 10)].into(),
				_config: Default::default(),
			}
		}
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		/// Panics, and so refuses the specification, when a threshold or limit is 0.
		fn build(&self) {
			assert!(self.thresholds.are_valid(), "oversight.thresholds has a 0");
			RefusalThresholds::<T>::put(self.thresholds);
			for (kind, level, days) in &self.upload_limits {
				assert!(*days > 0, "oversight.uploadLimits has a 0");
				UploadLimits::<T>::insert((*kind, *level), *days);
			}
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_initialize(_: BlockNumberFor<T>) -> Weight {
			Self::sweep()
		}

		fn integrity_test() {
			assert!(T::MaxSweep::get() > 0, "uploads would never be looked at");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call(weight = <T as Config>::WeightInfo)]
	impl<T: Config> Pallet<T> {
		/// Raise an alert for `owner` about whom or what `about` seals to owner and supervisor.
		///
		/// By any officer of a member. Discretionary. The response clock of the severity starts.
		///
		/// Event: `AlertRaised`. Errors: `NotAuthorized`, `ModulePaused`, `ModuleOff`, `NotFound`.
		#[pallet::call_index(0)]
		pub fn report(
			origin: OriginFor<T>,
			owner: MemberId,
			severity: Severity,
			about: H256,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_report(who, owner, severity, about)
		}

		/// Take an alert up, which completes the response clock and starts that of the finding.
		///
		/// By an officer of its owner; of one about attempts, of the agency itself. Event:
		/// `AlertAcknowledged`. Errors: `NotFound`, `NotAuthorized`, `WrongStatus`.
		#[pallet::call_index(1)]
		pub fn acknowledge(origin: OriginFor<T>, alert: AlertId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_acknowledge(who, alert)
		}

		/// State what is in an alert; a later finding replaces an earlier one until it is closed.
		///
		/// By an officer of the owning agency itself with APPROVAL, HEAD, REVIEW or COMPLIANCE. A
		/// record serves where the alert's source belongs to the record's case; everything else takes
		/// a sealed paper. An open alert is acknowledged by it; the clock of the finding is complete.
		///
		/// Event: `AlertFound`. Errors: `NotFound`, `NotAuthorized`, `WrongStatus`, `NotEvidence`,
		/// `EvidenceLater`, `WrongAuthor`, `WrongCase`, `WrongClass`.
		#[pallet::call_index(2)]
		pub fn find(
			origin: OriginFor<T>,
			alert: AlertId,
			outcome: Outcome,
			paper: Paper,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_find(who, alert, outcome, paper)
		}

		/// Close an alert on its finding.
		///
		/// By another officer of the owning agency with APPROVAL; of a member that the law does not
		/// make act, COMPLIANCE serves too.
		///
		/// Event: `AlertClosed`. Errors: `NotFound`, `NotAuthorized`, `WrongStatus`, `SameOfficer`.
		#[pallet::call_index(3)]
		pub fn close(origin: OriginFor<T>, alert: AlertId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_close(who, alert)
		}

		/// Give an alert to the owner's superior, or else to the supervising procuratorate. Its
		/// response clock starts anew for the new owner.
		///
		/// By an officer of the owning agency itself, or of that superior, which so takes it.
		///
		/// Event: `AlertEscalated`. Errors: `NotFound`, `NotAuthorized`, `WrongStatus`,
		/// `NoSuperior`.
		#[pallet::call_index(4)]
		pub fn escalate(origin: OriginFor<T>, alert: AlertId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_escalate(who, alert)
		}

		/// Issue a notice that `addressee` must answer (S68, 法 62): the clock of the reply runs from
		/// the day `issued` (L36), or to the end of `reply_by` (L35).
		///
		/// By an officer with SUPERVISION of a procuratorate, or, of kind `Own`, of discipline
		/// inspection or audit. With a record, issuer and addressee must have a part in its case,
		/// the issuer as its supervisor.
		///
		/// Event: `NoticeIssued`. Errors: `NotAuthorized`, `WrongKind`, `NotFound`, `ToItself`,
		/// `InTheFuture`, `ReplyDateMissing`, `PeriodOutOfBounds`, `NotEvidence`, `EvidenceLater`,
		/// `WrongAuthor`, `WrongClass`, `NotParty`, and those of the clocks.
		#[pallet::call_index(5)]
		pub fn issue_notice(
			origin: OriginFor<T>,
			kind: NoticeKind,
			addressee: MemberId,
			paper: Paper,
			issued: LegalDate,
			reply_by: Option<LegalDate>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_issue(who, kind, addressee, paper, issued, reply_by)
		}

		/// Answer a notice in writing (L36), which completes its clock by the day `replied`. What was
		/// not adopted may be adopted by a later reply. Never refused for being late.
		///
		/// By an officer with APPROVAL or HEAD of the addressee itself.
		///
		/// Event: `NoticeAnswered`. Errors: `NotFound`, `NotAuthorized`, `WrongStatus`,
		/// `InTheFuture`, `OutOfOrder`, `MaxRepliesExceeded`, and those of `find` for the paper.
		#[pallet::call_index(6)]
		pub fn reply(
			origin: OriginFor<T>,
			notice: NoticeId,
			answer: Answer,
			paper: Paper,
			replied: LegalDate,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_reply(who, notice, answer, paper, replied)
		}

		/// Ask the issuer to review its notice: it has 7 days from `asked` (L34).
		///
		/// By an officer with APPROVAL or HEAD of the addressee itself, once, before it answers.
		///
		/// Event: `ReviewAsked`. Errors: `NotFound`, `NotAuthorized`, `WrongStatus`,
		/// `NotReviewable`, `InTheFuture`, `OutOfOrder`, those of the paper and of the clocks.
		#[pallet::call_index(7)]
		pub fn ask_review(
			origin: OriginFor<T>,
			notice: NoticeId,
			paper: Paper,
			asked: LegalDate,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_ask_review(who, notice, paper, asked)
		}

		/// Uphold a notice, with a new last day for the reply, or take it back (L34).
		///
		/// By an officer with SUPERVISION of the issuer, other than the one that issued it.
		///
		/// Event: `ReviewDecided`. Errors: `NotFound`, `NotAuthorized`, `SameOfficer`,
		/// `WrongStatus`, `ReplyDateMissing`, `PeriodOutOfBounds`, `InTheFuture`, `OutOfOrder`,
		/// those of the paper and of the clocks.
		#[pallet::call_index(8)]
		pub fn decide_review(
			origin: OriginFor<T>,
			notice: NoticeId,
			upheld: bool,
			paper: Paper,
			decided: LegalDate,
			reply_by: Option<LegalDate>,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_decide_review(who, notice, upheld, paper, decided, reply_by)
		}

		/// Tell the superior of the issuer of a notice that was not answered in time, not adopted, or
		/// upheld in a review (L35, 刑诉规则 554).
		///
		/// By an officer with SUPERVISION of the issuer.
		///
		/// Event: `NoticeReportedUp`. Errors: `NotFound`, `NotAuthorized`, `NothingToReport`,
		/// `AlreadyExists`, `NoSuperior`.
		#[pallet::call_index(9)]
		pub fn report_up(origin: OriginFor<T>, notice: NoticeId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_report_up(who, notice)
		}

		/// Accept the answer to a notice.
		///
		/// By an officer with SUPERVISION of the issuer, or of the superior that it was reported to.
		///
		/// Event: `NoticeClosed`. Errors: `NotFound`, `NotAuthorized`, `WrongStatus`.
		#[pallet::call_index(10)]
		pub fn close_notice(origin: OriginFor<T>, notice: NoticeId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_close_notice(who, notice)
		}

		/// Take a notice back; its clocks end.
		///
		/// By an officer with SUPERVISION of the issuer, or of the superior that it was reported to.
		///
		/// Event: `NoticeWithdrawn`. Errors: `NotFound`, `NotAuthorized`, `WrongStatus`.
		#[pallet::call_index(11)]
		pub fn withdraw_notice(
			origin: OriginFor<T>,
			notice: NoticeId,
			reason: Reason,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_notice(who, notice, reason)
		}

		/// Give a lead to another agency, its content sealed (S138). It has to acknowledge it in the
		/// time of the local rule for its severity.
		///
		/// By an officer with SUPERVISION or HEAD of an agency, to one that supervises or
		/// investigates.
		///
		/// Event: `LeadTransferred`. Errors: `NotAuthorized`, `NotFound`, `ToItself`,
		/// `NotCompetent`, and those of the clocks.
		#[pallet::call_index(12)]
		pub fn transfer_lead(
			origin: OriginFor<T>,
			to: MemberId,
			content: H256,
			severity: Severity,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_transfer(who, to, content, severity)
		}

		/// Acknowledge a lead, which completes its clock.
		///
		/// By an officer with SUPERVISION, APPROVAL or HEAD of the receiver.
		///
		/// Event: `LeadAcknowledged`. Errors: `NotFound`, `NotAuthorized`, `WrongStatus`.
		#[pallet::call_index(13)]
		pub fn acknowledge_lead(origin: OriginFor<T>, lead: LeadId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_acknowledge_lead(who, lead)
		}

		/// Tell what became of a lead, by a report that is sealed to the giver.
		///
		/// By an officer with SUPERVISION, APPROVAL or HEAD of the receiver, once it is acknowledged.
		///
		/// Event: `LeadConcluded`. Errors: `NotFound`, `NotAuthorized`, `WrongStatus`.
		#[pallet::call_index(14)]
		pub fn report_result(
			origin: OriginFor<T>,
			lead: LeadId,
			outcome: LeadOutcome,
			report: H256,
		) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_report_result(who, lead, outcome, report)
		}

		/// Set the severity of what is found by `rule` from now on, or leave it to the rule again.
		///
		/// By governance. Event: `SeveritySet`. Errors: `BadOrigin`, `NothingToChange`.
		#[pallet::call_index(15)]
		pub fn set_severity(
			origin: OriginFor<T>,
			rule: Rule,
			severity: Option<Severity>,
		) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			Self::do_set_severity(rule, severity)
		}

		/// Set how many refusals of a day raise an alert.
		///
		/// By governance. Event: `ThresholdsSet`. Errors: `BadOrigin`, `ThresholdOutOfBounds`,
		/// `NothingToChange`.
		#[pallet::call_index(16)]
		pub fn set_thresholds(origin: OriginFor<T>, thresholds: Thresholds) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			Self::do_set_thresholds(thresholds)
		}

		/// Set within how many legal days members of a kind and level anchor something, or that they
		/// need not (S23, S130).
		///
		/// By governance. Event: `UploadLimitSet`. Errors: `BadOrigin`, `ThresholdOutOfBounds`,
		/// `NothingToChange`.
		#[pallet::call_index(17)]
		pub fn set_upload_limit(
			origin: OriginFor<T>,
			kind: MemberKind,
			level: Level,
			days: Option<u32>,
		) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			Self::do_set_upload_limit(kind, level, days)
		}
	}
}
