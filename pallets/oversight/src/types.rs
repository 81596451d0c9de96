//! Alerts, notices, leads.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{pallet_prelude::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use shejiao_primitives::{
	clock::{kinds, ClockId, KindId},
	coded,
	history::Entry,
	ids::MemberId,
	oversight::{AlertId, NoticeId, Rule, Severity},
	record::RecordId,
	subject::Subject,
	time::{LegalDate, Moment},
};
use sp_core::H256;

/// Supervisors that are told of one alert.
pub const MAX_TOLD: u32 = 4;

/// Replies to one notice: the last may adopt what earlier ones did not.
pub const MAX_REPLIES: u32 = 4;

/// Papers that a notice rests on: its text, the replies, and both sides of a review.
pub const MAX_PAPERS: u32 = MAX_REPLIES + 3;

/// Most rows of a page of the runtime API.
pub const MAX_PAGE: u32 = 256;

coded! {
	/// What is written: a record of a case, or sealed.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Paper {
		/// A record that the acting member has anchored.
		#[codec(index = 0)]
		Record(RecordId),
		/// A salted commitment to a paper that is kept off chain.
		#[codec(index = 1)]
		Sealed(H256),
	}
}

coded! {
	/// What an alert was found to be.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Outcome {
		/// 属实: there is something in it.
		#[codec(index = 0)]
		Substantiated,
		/// 不属实.
		#[codec(index = 1)]
		Unsubstantiated,
	}
}

coded! {
	/// How far an alert is.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum AlertStatus {
		/// Nobody of its owner has taken it up.
		#[codec(index = 0)]
		Open,
		/// An officer of its owner has.
		#[codec(index = 1)]
		Acknowledged,
		/// There is a finding, to be closed by another officer.
		#[codec(index = 2)]
		Found,
		/// Closed.
		#[codec(index = 3)]
		Closed,
	}
}

/// What was found in an alert.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Finding<AccountId> {
	/// Who found it.
	pub by: AccountId,
	/// What.
	pub outcome: Outcome,
	/// What it rests on.
	pub paper: Paper,
}

/// An alert. Who did what with it, and when, is its history.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Alert<AccountId> {
	/// Group of rules by which it was raised.
	pub rule: Rule,
	/// Its severity.
	pub severity: Severity,
	/// Who must respond now.
	pub owner: MemberId,
	/// What gave rise to it; of one that an officer raised, the alert itself.
	pub source: Subject,
	/// Whom it is about, sealed to owner and supervisor.
	pub about: Option<H256>,
	/// Whose officer raised it; `None` when the runtime did.
	pub reporter: Option<MemberId>,
	/// How often it has been raised: once, and as often again while it was open.
	pub times: u32,
	/// How far it is.
	pub status: AlertStatus,
	/// The last clock of its present owner, if the severity has one: until it is taken up that of the
	/// response, then that of the finding.
	pub clock: Option<ClockId>,
	/// The finding.
	pub finding: Option<Finding<AccountId>>,
	/// Supervisors that have been told.
	pub told: BoundedVec<MemberId, ConstU32<MAX_TOLD>>,
	/// Whether the record that its finding rests on is no evidence any more.
	pub corrected: bool,
}

/// What happened to an alert.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Step<AccountId> {
	/// It was raised for this owner.
	#[codec(index = 0)]
	Raised(MemberId),
	/// An officer of the owner took it up.
	#[codec(index = 1)]
	Acknowledged(AccountId),
	/// An officer of the owner found what it is.
	#[codec(index = 2)]
	Found(AccountId, Outcome, Paper),
	/// It went to a superior.
	#[codec(index = 3)]
	Escalated(AccountId, MemberId),
	/// A supervisor was told.
	#[codec(index = 4)]
	Told(MemberId),
	/// What it is about has been settled since.
	#[codec(index = 5)]
	Settled,
	/// A record on which the finding rests has been corrected.
	#[codec(index = 6)]
	SourceCorrected(RecordId),
	/// An officer closed it; `None` when it closed because it was settled.
	#[codec(index = 7)]
	Closed(Option<AccountId>),
}

coded! {
	/// Alerts of one rule that a member has had, by what became of them.
	#[derive(Default, Hash)]
	pub struct Tally {
		/// Ever raised for it or escalated to it.
		pub received: u32,
		/// Not closed.
		pub open: u32,
		/// Escalated to a superior.
		pub escalated: u32,
		/// Closed as substantiated.
		pub substantiated: u32,
		/// Closed as unsubstantiated.
		pub unsubstantiated: u32,
		/// Closed because they were settled.
		pub settled: u32,
	}
}

coded! {
	/// Kind of a notice that must be answered.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum NoticeKind {
		/// 纠正违法通知书: reply in the period that it sets (L35).
		#[codec(index = 0)]
		Violation,
		/// 检察建议: reply in 2 months (L36), or sooner where it says so.
		#[codec(index = 1)]
		Suggestion,
		/// 纠正意见: reply in the period that it sets.
		#[codec(index = 2)]
		Opinion,
		/// 监察建议, 审计整改: of discipline inspection and audit.
		#[codec(index = 3)]
		Own,
	}
}

impl NoticeKind {
	/// The clock of the reply.
	pub const fn reply_clock(self) -> KindId {
		match self {
			Self::Suggestion => kinds::SUGGESTION_REPLY,
			Self::Violation | Self::Opinion | Self::Own => kinds::VIOLATION_REPLY,
		}
	}

	/// Whether the addressee may ask for a review (L34).
	pub const fn is_reviewable(self) -> bool {
		matches!(self, Self::Violation | Self::Opinion)
	}
}

coded! {
	/// How far a notice is.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum NoticeStatus {
		/// To be answered.
		#[codec(index = 0)]
		Issued,
		/// The issuer reviews it.
		#[codec(index = 1)]
		UnderReview,
		/// Answered.
		#[codec(index = 2)]
		Answered,
		/// Answered, and the issuer or its superior is content.
		#[codec(index = 3)]
		Closed,
		/// Taken back.
		#[codec(index = 4)]
		Withdrawn,
	}
}

impl NoticeStatus {
	/// Whether something may still be due.
	pub const fn is_live(self) -> bool {
		!matches!(self, Self::Closed | Self::Withdrawn)
	}
}

coded! {
	/// What the addressee of a notice replies.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Answer {
		/// 采纳: it corrects, or does as suggested.
		#[codec(index = 0)]
		Adopted,
		/// 不采纳, with reasons (法 62).
		#[codec(index = 1)]
		NotAdopted,
	}
}

/// A reply to a notice.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Reply<AccountId> {
	/// What.
	pub answer: Answer,
	/// Its text: what is not adopted has its reasons there (法 62).
	pub paper: Paper,
	/// Who signed it.
	pub by: AccountId,
	/// The day of the reply, by which timeliness is judged.
	pub replied: LegalDate,
	/// When it was entered.
	pub entered: Moment,
}

/// A review of a notice (L34).
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Review {
	/// Why the addressee asks for it.
	pub paper: Paper,
	/// The day on which it asked.
	pub asked: LegalDate,
	/// The day of the decision, and whether the notice stands.
	pub decided: Option<(LegalDate, bool)>,
}

/// A notice that must be answered (S68, 法 62).
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Notice<AccountId> {
	/// Its kind.
	pub kind: NoticeKind,
	/// Who supervises.
	pub issuer: MemberId,
	/// Who must answer.
	pub addressee: MemberId,
	/// The officer that issued it.
	pub by: AccountId,
	/// Its text.
	pub paper: Paper,
	/// The day on which it was issued.
	pub issued: LegalDate,
	/// When it was entered.
	pub entered: Moment,
	/// The last day for the reply, where the notice or the review set one.
	pub reply_by: Option<LegalDate>,
	/// How far it is.
	pub status: NoticeStatus,
	/// The replies, in order.
	pub replies: BoundedVec<Reply<AccountId>, ConstU32<MAX_REPLIES>>,
	/// The review, if one was asked for.
	pub review: Option<Review>,
	/// Since when the reply is overdue.
	pub urged: Option<Moment>,
	/// The superior of the issuer to which it was reported.
	pub reported_to: Option<MemberId>,
	/// Records that it, a reply or its review rests on and that are no evidence any more.
	pub corrected: BoundedVec<RecordId, ConstU32<MAX_PAPERS>>,
}

impl<AccountId> Notice<AccountId> {
	/// The last reply.
	pub fn answer(&self) -> Option<Answer> {
		self.replies.last().map(|reply| reply.answer)
	}

	/// The first day on which a reply may be given: what it answers was there by then.
	pub fn earliest_reply(&self) -> LegalDate {
		let decided = self.review.as_ref().and_then(|review| review.decided);
		let replied = self.replies.last().map(|reply| reply.replied);
		let later = [decided.map(|(on, _)| on), replied];
		later.into_iter().flatten().fold(self.issued, LegalDate::max)
	}

	/// Whether the addressee asked for a review when the reply was overdue.
	pub fn was_overdue(&self) -> bool {
		let asked = self.review.as_ref().map(|review| review.asked);
		asked.zip(self.reply_by).is_some_and(|(asked, last)| asked > last)
	}

	/// Whether the issuer may turn to its superior: unanswered, not adopted, or upheld in a review.
	pub fn may_be_reported(&self) -> bool {
		match self.status {
			NoticeStatus::Issued => {
				let upheld = |review: &Review| matches!(review.decided, Some((_, true)));
				self.urged.is_some() || self.review.as_ref().is_some_and(upheld)
			},
			NoticeStatus::Answered => self.answer() == Some(Answer::NotAdopted),
			_ => false,
		}
	}
}

/// Leads are numbered together with notices, since a clock knows them by the same subject.
pub type LeadId = NoticeId;

coded! {
	/// What became of a lead.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum LeadOutcome {
		/// 立案: a case was opened.
		#[codec(index = 0)]
		CaseOpened,
		/// Dealt with without one.
		#[codec(index = 1)]
		Handled,
		/// Nothing in it.
		#[codec(index = 2)]
		NothingFound,
		/// Outside the receiver's competence: handed on.
		#[codec(index = 3)]
		HandedOn,
	}
}

/// A lead that one supervising agency gives another (S138).
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Lead<AccountId> {
	/// Who gives it.
	pub from: MemberId,
	/// Who receives it.
	pub to: MemberId,
	/// The officer that gave it.
	pub by: AccountId,
	/// Its content, sealed to the two of them.
	pub content: H256,
	/// Its severity.
	pub severity: Severity,
	/// When it was given.
	pub given: Moment,
	/// Who acknowledged it, and when.
	pub acknowledged: Option<(AccountId, Moment)>,
	/// What became of it, the sealed report, who told it, and when.
	pub result: Option<(LeadOutcome, H256, AccountId, Moment)>,
}

coded! {
	/// Part of a member in a notice or a lead.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Part {
		/// Issued the notice, gave the lead.
		#[codec(index = 0)]
		Sender,
		/// Must answer.
		#[codec(index = 1)]
		Addressee,
		/// The notice was reported to it.
		#[codec(index = 2)]
		Superior,
	}
}

coded! {
	/// How many refusals of one legal day raise an alert.
	#[derive(Hash)]
	pub struct Thresholds {
		/// Attempts outside duty by officers of one member; not 0.
		pub outside_duty: u32,
		/// Attempts of officers of one member to act on themselves; not 0.
		pub self_dealing: u32,
	}
}

impl Thresholds {
	/// Whether neither is 0.
	pub const fn are_valid(self) -> bool {
		self.outside_duty > 0 && self.self_dealing > 0
	}
}

impl Default for Thresholds {
	fn default() -> Self {
		Self { outside_duty: 5, self_dealing: 1 }
	}
}

coded! {
	/// Refusals of one member's officers on one legal day.
	#[derive(Default, Hash)]
	pub struct Refusals {
		/// The day.
		pub date: LegalDate,
		/// Attempts outside duty.
		pub outside_duty: u32,
		/// Attempts to act on themselves.
		pub self_dealing: u32,
	}
}

coded! {
	/// The daily look at all members.
	#[derive(Default, Hash)]
	pub struct Sweep {
		/// The day on which it began.
		pub date: LegalDate,
		/// Where it goes on; `None` when it has been through.
		pub next: Option<MemberId>,
		/// The day of the last block.
		pub seen: LegalDate,
		/// Since when no whole day has been without a block: nobody could anchor anything then.
		pub resumed: LegalDate,
	}
}

/// An alert with its history.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct AlertInfo<AccountId> {
	/// Its number.
	pub id: AlertId,
	/// What it is now.
	pub alert: Alert<AccountId>,
	/// What happened to it, in order: at most [`MAX_PAGE`] steps.
	pub steps: Vec<Entry<Step<AccountId>>>,
}
