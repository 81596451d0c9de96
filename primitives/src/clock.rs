//! Statutory clocks, as the other pallets start and complete them.

use crate::{coded, ids::MemberId, reason::Reason, subject::Subject, time::Moment};
use sp_runtime::{DispatchError, DispatchResult};

coded! {
	/// A clock, in the order of starting from 0.
	#[derive(Default, Hash)]
	#[serde(transparent)]
	pub struct ClockId(pub u64);
}

coded! {
	/// A governed kind of clock. A statutory rule `Ln` has the number n, its variants n + 100
	/// (`L3a`, `L38a`); local rules start at 1000.
	#[derive(Default, Hash)]
	#[serde(transparent)]
	pub struct KindId(pub u16);
}

/// The statutory kinds that pallets themselves start or complete. The rules are governed data; the
/// numbers are those of the project's list of law.
pub mod kinds {
	use super::KindId;

	/// 调查评估: 10 working days (办法 14).
	pub const ASSESSMENT: KindId = KindId(1);
	/// 调查评估 in a fast-track case: 5 working days (办法 14).
	pub const ASSESSMENT_FAST: KindId = KindId(2);
	/// The decision body notifies the agency: 5 days after effect (法 20).
	pub const EFFECT_NOTICE: KindId = KindId(4);
	/// The decision body delivers the documents: 10 days (法 20).
	pub const DELIVER_DOCUMENTS: KindId = KindId(5);
	/// The agency returns the receipt: 5 days (办法 16).
	pub const RETURN_RECEIPT: KindId = KindId(6);
	/// The decision body completes missing documents: 5 days (办法 16).
	pub const COMPLETE_DOCUMENTS: KindId = KindId(7);
	/// The person reports: 10 days from effect (法 21).
	pub const REPORT: KindId = KindId(8);
	/// Hand-over of a person released temporarily: 10 days (法 21).
	pub const HAND_OVER: KindId = KindId(9);
	/// Appraisal and hand-over to after-care: 30 days before the end (办法 53).
	pub const APPRAISAL: KindId = KindId(30);
	/// Certificate on the last day (法 44).
	pub const CERTIFICATE: KindId = KindId(31);
	/// Notices of the end to decision body, procuratorate and police on the last day (法 44).
	pub const END_NOTICES: KindId = KindId(131);
	/// Written opinion on an improper temporary release: 1 month (刑诉法 267).
	pub const RELEASE_OPINION: KindId = KindId(32);
	/// Opinion on a ruling of commutation or parole: 20 days (刑诉法 274).
	pub const RULING_OPINION: KindId = KindId(33);
	/// Review of a correction opinion: 7 days (刑诉规则 554).
	pub const OPINION_REVIEW: KindId = KindId(34);
	/// Reply to a notice of violation, in the period that it sets (刑诉规则 553).
	pub const VIOLATION_REPLY: KindId = KindId(35);
	/// Reply to a procuratorial suggestion: 2 months.
	pub const SUGGESTION_REPLY: KindId = KindId(36);
	/// After-care (sealed).
	pub const AFTER_CARE: KindId = KindId(37);
	/// The court sends the sealing notice: 3 days (sealed).
	pub const SEALING_NOTICE: KindId = KindId(38);
	/// The agency seals: 3 days after execution ends (sealed).
	pub const SEALING: KindId = KindId(138);
	/// Response to an alert of the gravest severity: 2 hours (local rule, S147).
	pub const ALERT_GRAVEST: KindId = KindId(1_000);
	/// Response to a serious alert: 1 working day (local rule).
	pub const ALERT_SERIOUS: KindId = KindId(1_001);
	/// Response to an ordinary alert: 3 working days (local rule).
	pub const ALERT_ORDINARY: KindId = KindId(1_002);
	/// Acknowledgement of a transferred lead: 5 working days (local rule).
	pub const LEAD_ACKNOWLEDGEMENT: KindId = KindId(1_003);
	/// Acknowledgement of a served document: 5 days (local rule).
	pub const DOCUMENT_RECEIPT: KindId = KindId(1_004);
	/// Finding what is in an alert that was taken up: 15 working days (local rule).
	pub const ALERT_FINDING: KindId = KindId(1_008);
}

coded! {
	/// Whom to tell, one bit each. The bits are the encoding: append only.
	#[derive(Default, Hash)]
	#[serde(transparent)]
	pub struct Audience(pub u16);
}

impl Audience {
	/// Nobody in particular.
	pub const NONE: Self = Self(0);
	/// The officer in whose caseload it is.
	pub const OFFICER: Self = Self(1);
	/// The responsible head of the owner (负责人).
	pub const HEAD: Self = Self(1 << 1);
	/// The supervising procuratorate.
	pub const SUPERVISOR: Self = Self(1 << 2);
	/// The agency above the owner.
	pub const SUPERIOR: Self = Self(1 << 3);
	/// The body that commissioned the assessment.
	pub const COMMISSIONING: Self = Self(1 << 4);
	/// The body that decides.
	pub const DECIDING: Self = Self(1 << 5);

	/// Every bit that names somebody.
	pub const ALL: Self = Self((1 << 6) - 1);

	/// Both sets.
	pub const fn union(self, other: Self) -> Self {
		Self(self.0 | other.0)
	}

	/// This set without `other`.
	pub const fn without(self, other: Self) -> Self {
		Self(self.0 & !other.0)
	}

	/// Whether everybody of `other` is in this set.
	pub const fn contains(self, other: Self) -> bool {
		self.0 & other.0 == other.0
	}

	/// Whether every bit names somebody.
	pub const fn is_valid(self) -> bool {
		Self::ALL.contains(self)
	}
}

/// How far an open clock is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockState {
	/// It runs, and has not warned.
	Running,
	/// It has warned.
	Warned,
	/// It has run out.
	Expired,
}

/// Clocks, as the other pallets use them.
///
/// A completing act is never refused for being late: its date says whether it was in time.
pub trait Deadlines {
	/// Start a clock of a plain kind for `owner`, which must act, counted from the act at `from`
	/// (past or present). Where the rule is a period that a notice or an agreement sets, or counts
	/// back from a date, `Deadlines::start_until` starts it.
	fn start(
		kind: KindId,
		subject: Subject,
		owner: MemberId,
		from: Moment,
	) -> Result<ClockId, DispatchError>;

	/// Start a clock of `kind` that ends at 24:00 of a given last day, as a notice, agreement or
	/// term sets it.
	fn start_until(
		kind: KindId,
		subject: Subject,
		owner: MemberId,
		last_day: crate::time::LegalDate,
	) -> Result<ClockId, DispatchError>;

	/// The open clock of `kind` for `subject`, if there is one: at most one is open at a time.
	fn open(kind: KindId, subject: Subject) -> Option<ClockId>;

	/// Complete the open clock of `kind` for `subject` by an act at `done`, past or present. No
	/// effect when none is open. Whether it was in time follows from `done`, not from the entry.
	fn complete(kind: KindId, subject: Subject, done: Moment) -> DispatchResult;

	/// End the open clock of `kind` for `subject` without an act, because what it waited for is not
	/// due any more. No effect when none is open.
	fn cancel(kind: KindId, subject: Subject, reason: Reason) -> DispatchResult;

	/// End every open clock of `subject` without an act. Bounded by how many a subject may have.
	fn cancel_all(subject: Subject, reason: Reason) -> DispatchResult;

	/// Stop every open clock of `subject`, because it goes on elsewhere for a while. Each is over, and
	/// remembered for [`Self::resume_all`]. Bounded by how many a subject may have.
	fn suspend_all(subject: Subject, reason: Reason) -> DispatchResult;

	/// Let run again what [`Self::suspend_all`] stopped of `subject`, whoever had started it, for the
	/// same owners, counted from the same days by the same rules.
	fn resume_all(subject: Subject) -> DispatchResult;

	/// Count the open clock of `kind` for `subject` from another moment, past or present, by the rule
	/// that held then. No effect when none is open, or an agreement has set its last day.
	fn restart(kind: KindId, subject: Subject, from: Moment) -> DispatchResult;

	/// Open clocks of `subject`.
	fn count(subject: Subject) -> u32;

	/// The last day of a clock of `kind` that an act at `from` would start, as far as the calendars
	/// are known; `None` where the kind has no period of its own.
	fn last_day(kind: KindId, from: Moment) -> Option<crate::time::LegalDate>;
}
