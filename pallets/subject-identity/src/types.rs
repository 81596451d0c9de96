//! What is stored, called and answered.

pub use crate::answers::*;

use crate::transitions::RUNNING;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use shejiao_primitives::{
	case::{CaseCategory, CaseId, PartyRoles, Stage},
	coded,
	ids::{MemberId, UnitId},
	record::{RecordId, RecordStatus},
	suite::SuiteId,
	time::{LegalDate, Moment},
};
use sp_core::{ConstU32, H256};
use sp_runtime::BoundedVec;

/// Most members with a plain role on a case at a time.
pub const MAX_PARTIES: u32 = 16;

/// Most parties of a case that are still sealed at a time.
pub const MAX_SEALED_PARTIES: u32 = 16;

/// Most intervals of a case that are open at a time.
pub const MAX_OPEN_INTERVALS: u32 = 12;

/// Most restrictions among them: one of every other kind finds room, whatever has been restricted.
pub const MAX_RESTRICTIONS: u32 = MAX_OPEN_INTERVALS - 3;

/// Derives of a stored value that is also an argument.
macro_rules! value {
	($(#[$meta:meta])* pub struct $($rest:tt)*) => {
		#[derive(
			Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen,
			TypeInfo,
		)]
		$(#[$meta])*
		pub struct $($rest)*
	};
	($(#[$meta:meta])* pub enum $($rest:tt)*) => {
		#[derive(
			Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen,
			TypeInfo,
		)]
		$(#[$meta])*
		pub enum $($rest)*
	};
}

value! {
	/// Salted commitment to the person's identity. The salt stays in the case sheet, and is never used
	/// twice: two cases of a person cannot be told to be one person's.
	#[derive(Copy)]
	pub struct Commitment {
		/// Suite that fixes its hash.
		pub suite: SuiteId,
		/// Its value.
		pub hash: H256,
	}
}

coded! {
	/// Outcome of the secrecy review that precedes every registration.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Secrecy {
		/// No state secret is in the case.
		#[codec(index = 0)]
		Unclassified,
		/// The case is classified, and has no place here.
		#[codec(index = 1)]
		Classified,
	}
}

coded! {
	/// How a case begins.
	#[derive(Hash)]
	pub enum Opening {
		/// An assessment is commissioned before the decision (L1, in a fast-track case L2).
		#[codec(index = 0)]
		Commissioned {
			/// 速裁程序.
			fast_track: bool,
		},
		/// The deciding body registers what it has decided.
		#[codec(index = 1)]
		Decided {
			/// The category.
			category: CaseCategory,
		},
		/// The person has reported, and documents are missing: registered anyway (L7).
		#[codec(index = 2)]
		Incomplete {
			/// The category.
			category: CaseCategory,
		},
	}
}

value! {
	/// The members with which a case begins.
	#[derive(Copy)]
	pub struct Founders {
		/// The county's justice bureau that executes, or investigates before the decision.
		pub executing: MemberId,
		/// Court, prison or police that decides.
		pub deciding: MemberId,
		/// Procuratorate of the place of execution.
		pub supervising: MemberId,
		/// Police of the place of execution.
		pub police: Option<MemberId>,
		/// Prison or police that hands the person over (法 21).
		pub custody: Option<MemberId>,
	}
}

coded! {
	/// A row of the table of transitions. The order is the encoding: append only.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum StepKind {
		/// Registered with an assessment.
		#[codec(index = 0)]
		Commission,
		/// Registered with an assessment in a fast-track case.
		#[codec(index = 1)]
		CommissionFast,
		/// Registered by the deciding body.
		#[codec(index = 2)]
		RegisterDecided,
		/// Registered by the executing agency, with documents missing.
		#[codec(index = 3)]
		RegisterIncomplete,
		/// Taken over from paper as a running case.
		#[codec(index = 4)]
		Import,
		/// 决定: decided, and effective.
		#[codec(index = 5)]
		Decide,
		/// Decided otherwise, or the commission taken back.
		#[codec(index = 6)]
		Drop,
		/// 接收.
		#[codec(index = 7)]
		Receive,
		/// Never received: the decision is revoked.
		#[codec(index = 8)]
		Return,
		/// 解除 or 终止 by decision or death; which of them is sealed.
		#[codec(index = 9)]
		End,
		/// The term ended at 24:00 of its last day.
		#[codec(index = 10)]
		EndByRule,
		/// 安置帮教 by consent.
		#[codec(index = 11)]
		BeginAfterCare,
		/// 归档.
		#[codec(index = 12)]
		Archive,
	}
}

impl StepKind {
	/// Whether it ends a case, by decision or by rule.
	pub const fn ends(self) -> bool {
		matches!(self, Self::Return | Self::End | Self::EndByRule)
	}
}

value! {
	/// What moves a case from one stage to the next.
	#[derive(Copy)]
	pub enum Step {
		/// Decided for community corrections; the act date is the day of effect.
		#[codec(index = 0)]
		Decide {
			/// The category.
			category: CaseCategory,
		},
		/// Not decided for community corrections.
		#[codec(index = 1)]
		Drop,
		/// Received: the person has reported or been handed over.
		#[codec(index = 2)]
		Receive {
			/// Record of the correction group.
			group: RecordId,
			/// That the group is lawful: a woman for a woman (法 25), somebody who knows minors for a
			/// minor (法 52).
			group_lawful: bool,
		},
		/// Never received, and the decision revoked.
		#[codec(index = 3)]
		Return {
			/// Commitment to the reason.
			reason: H256,
		},
		/// 解除 or 终止 by decision or death.
		#[codec(index = 4)]
		End {
			/// Commitment to the reason.
			reason: H256,
		},
		/// After-care begins with the person's consent.
		#[codec(index = 5)]
		BeginAfterCare,
		/// Archived.
		#[codec(index = 6)]
		Archive,
	}
}

impl Step {
	/// Its row in the table.
	pub const fn kind(&self) -> StepKind {
		match self {
			Self::Decide { .. } => StepKind::Decide,
			Self::Drop => StepKind::Drop,
			Self::Receive { .. } => StepKind::Receive,
			Self::Return { .. } => StepKind::Return,
			Self::End { .. } => StepKind::End,
			Self::BeginAfterCare => StepKind::BeginAfterCare,
			Self::Archive => StepKind::Archive,
		}
	}

	/// The sealed reason, if it has one.
	pub const fn reason(&self) -> Option<H256> {
		match self {
			Self::Return { reason } | Self::End { reason } => Some(*reason),
			_ => None,
		}
	}
}

value! {
	/// An act with its date, its entry, and what proves it.
	pub struct Act<AccountId> {
		/// The day of the act: by it timeliness is judged.
		pub date: LegalDate,
		/// When it was entered.
		pub entered: Moment,
		/// The record that proves it.
		pub evidence: Option<RecordId>,
		/// Who entered it; nobody where a rule acted.
		pub by: Option<AccountId>,
	}
}

value! {
	/// A change of stage, number 0 being the registration.
	pub struct Transition<AccountId> {
		/// The row of the table.
		pub step: StepKind,
		/// The stage from then on.
		pub to: Stage,
		/// The act.
		pub act: Act<AccountId>,
		/// Commitment to the reason, where there is one.
		pub reason: Option<H256>,
		/// Record of the correction group that was confirmed to be lawful, at a reception.
		pub group: Option<RecordId>,
	}
}

value! {
	/// A version of a term (L39).
	pub struct Term<AccountId> {
		/// Its last day: it ends at 24:00.
		pub last_day: LegalDate,
		/// Commitment to the calculation, with what begins, counts and does not count.
		pub calculation: H256,
		/// The computation: its evidence is the decision.
		pub computed: Act<AccountId>,
		/// The confirmation by a second officer.
		pub confirmed: Option<Act<AccountId>>,
	}
}

value! {
	/// The term that holds.
	#[derive(Copy)]
	pub struct ConfirmedTerm {
		/// Its version.
		pub version: u32,
		/// Its last day.
		pub last_day: LegalDate,
	}
}

coded! {
	/// Kind of an interval. The order is the encoding: append only.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum IntervalKind {
		/// Detention, compulsory treatment, escape or another measure on a running term; which of them
		/// is sealed (办法 41).
		#[codec(index = 0)]
		Measure,
		/// The end by rule is held: detained or revocation pending (司办通〔2021〕94号).
		#[codec(index = 1)]
		EndHeld,
		/// 法定不准出境 reported.
		#[codec(index = 2)]
		ExitBan,
		/// Strict defaults hold: minor, illness, pregnancy, protected address or another cause, sealed.
		#[codec(index = 3)]
		Restriction,
		// 4 was a sealing of the file, which told a minor: a file is closed by rule.
	}
}

impl IntervalKind {
	/// What lasts until somebody ends it, and must not be lost in an archive or by a merger.
	pub const LASTING: [Self; 3] = [Self::Measure, Self::EndHeld, Self::ExitBan];
}

value! {
	/// Something that held for a while.
	pub struct Interval<AccountId> {
		/// What.
		pub kind: IntervalKind,
		/// Commitment to the cause.
		pub cause: H256,
		/// The act that began it.
		pub begun: Act<AccountId>,
		/// The act that ended it.
		pub ended: Option<Act<AccountId>>,
	}
}

value! {
	/// An open interval of a case.
	#[derive(Copy)]
	pub struct OpenInterval {
		/// What.
		pub kind: IntervalKind,
		/// Its number in the case.
		pub number: u32,
	}
}

value! {
	/// A member and its plain roles.
	#[derive(Copy)]
	pub struct Party {
		/// The member.
		pub member: MemberId,
		/// Its roles; at least one.
		pub roles: PartyRoles,
	}
}

coded! {
	/// On what a sealed party rests; the document is in the commitment.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum PartyBasis {
		/// A decision of the agency.
		#[codec(index = 0)]
		Decision,
		/// A policy, applied by an officer. Never in a restricted case.
		#[codec(index = 1)]
		Policy,
	}
}

value! {
	/// A party whose place in the case is sealed until it is used.
	pub struct SealedParty<AccountId> {
		/// On what it rests.
		pub basis: PartyBasis,
		/// Commitment to the document.
		pub commitment: H256,
		/// Since when.
		pub added: Moment,
		/// Who added it.
		pub by: AccountId,
		/// How it ended to be sealed, if it did.
		pub outcome: Option<SealedOutcome>,
	}
}

value! {
	/// How a sealed party ended to be one.
	#[derive(Copy)]
	pub enum SealedOutcome {
		/// It was removed before it was used.
		#[codec(index = 0)]
		Removed {
			/// When.
			at: Moment,
		},
		/// It was revealed, and takes part since.
		#[codec(index = 1)]
		Revealed {
			/// The member.
			member: MemberId,
			/// When.
			at: Moment,
		},
	}
}

value! {
	/// Who works on a case for its executing agency.
	pub struct Assignment<AccountId> {
		/// The unit with the daily work.
		pub unit: Option<UnitId>,
		/// The officer whose caseload it is in.
		pub officer: Option<AccountId>,
	}
}

value! {
	/// A record on which something rests has changed.
	#[derive(Copy)]
	pub struct SourceChange {
		/// Its status.
		pub status: RecordStatus,
		/// Since when.
		pub since: Moment,
	}
}

value! {
	/// A case as it is now.
	pub struct CaseRecord<AccountId> {
		/// Its number in the order of registration.
		pub number: u64,
		/// Commitment to the person's identity.
		pub identity: Commitment,
		/// Commitment to the document of the registration.
		pub basis: H256,
		/// Its category, from the decision on.
		pub category: Option<CaseCategory>,
		/// Its stage.
		pub stage: Stage,
		/// The agency that executes.
		pub executing: MemberId,
		/// Members with plain roles, sorted.
		pub parties: BoundedVec<Party, ConstU32<MAX_PARTIES>>,
		/// Number of parties that are still sealed.
		pub sealed_parties: u32,
		/// Who works on it.
		pub assignment: Assignment<AccountId>,
		/// Number of its intervals.
		pub intervals: u32,
		/// Those that are open, in the order of opening.
		pub open: BoundedVec<OpenInterval, ConstU32<MAX_OPEN_INTERVALS>>,
		/// Number of versions of its term.
		pub terms: u32,
		/// The term that holds.
		pub term: Option<ConfirmedTerm>,
		/// The day in the agenda under which its end is to be found.
		pub scheduled: Option<LegalDate>,
		/// The certificate of the end (法 44).
		pub certificate: Option<Act<AccountId>>,
		/// The case that goes on in its place.
		pub merged_into: Option<CaseId>,
		/// Number of cases that it goes on for.
		pub merged: u32,
	}
}

impl<AccountId> CaseRecord<AccountId> {
	/// The number of the first open interval of `kind`.
	pub fn open_interval(&self, kind: IntervalKind) -> Option<u32> {
		self.open.iter().find(|open| open.kind == kind).map(|open| open.number)
	}

	/// Whether an interval of `kind` is open.
	pub fn has(&self, kind: IntervalKind) -> bool {
		self.open_interval(kind).is_some()
	}

	/// The roles of a member now.
	pub fn roles(&self, member: MemberId) -> PartyRoles {
		let party = self.parties.iter().find(|party| party.member == member);
		party.map_or(PartyRoles::NONE, |party| party.roles)
	}

	/// Every member that has `role`, in the order of admission.
	pub fn holders(&self, role: PartyRoles) -> impl Iterator<Item = MemberId> + '_ {
		let holders = self.parties.iter().filter(move |party| party.roles.contains(role));
		holders.map(|party| party.member)
	}

	/// Number of restrictions that are open.
	pub fn restrictions(&self) -> usize {
		self.open.iter().filter(|open| open.kind == IntervalKind::Restriction).count()
	}

	/// Whether a term may run in it.
	pub fn is_running(&self) -> bool {
		RUNNING.contains(&self.stage)
	}

	/// Whether the file is closed: strict defaults hold, and execution is over.
	pub fn is_closed(&self) -> bool {
		self.stage.is_over() && self.has(IntervalKind::Restriction)
	}

	/// Whether something may still be due in it.
	pub fn is_live(&self) -> bool {
		self.stage.is_live() && self.merged_into.is_none()
	}

	/// Whether the agenda is to end it by rule.
	pub fn ends_by_rule(&self) -> bool {
		self.is_running()
			&& self.term.is_some()
			&& self.merged_into.is_none()
			&& !self.has(IntervalKind::EndHeld)
	}
}

value! {
	/// A running case to be taken over from paper.
	pub struct ImportRow<AccountId> {
		/// Its category.
		pub category: CaseCategory,
		/// Last day of its term, as computed and confirmed on paper.
		pub last_day: LegalDate,
		/// Commitment to the person's identity.
		pub identity: Commitment,
		/// Commitment to the paper file.
		pub evidence: H256,
		/// The day on which the paper says so.
		pub on_paper: LegalDate,
		/// Court, prison or police that decided.
		pub deciding: MemberId,
		/// Procuratorate of the place of execution.
		pub supervising: MemberId,
		/// Police of the place of execution.
		pub police: Option<MemberId>,
		/// Commitment to the cause for which the case is restricted, if it is.
		pub restriction: Option<H256>,
		/// Outcome of the secrecy review.
		pub secrecy: Option<Secrecy>,
		/// Who works on it.
		pub assignment: Assignment<AccountId>,
	}
}
