//! Documents and what becomes of them.

use codec::{Decode, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use shejiao_primitives::{
	case::CaseId,
	clock::KindId,
	coded,
	document::{DocumentId, DocumentKind},
	ids::MemberId,
	reason::Reason,
	record::RecordId,
	time::{LegalClock, LegalDate, Moment},
};

/// Most rows of a page of the runtime API.
pub const MAX_PAGE: u32 = 256;

coded! {
	/// How far a document is.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Status {
		/// It has reached the recipient's system.
		#[codec(index = 0)]
		Sent,
		/// An officer of the recipient has opened it.
		#[codec(index = 1)]
		Delivered,
		/// The recipient has given a receipt.
		#[codec(index = 2)]
		Receipted,
		/// The sender took it back before anybody had opened it.
		#[codec(index = 3)]
		Withdrawn,
		/// The case was archived.
		#[codec(index = 4)]
		Lapsed,
	}
}

impl Status {
	/// Whether something may still be due.
	pub const fn is_live(self) -> bool {
		matches!(self, Self::Sent | Self::Delivered)
	}
}

/// An act: on which day, entered when, by whom.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Act<AccountId> {
	/// The day of the act, by which timeliness is judged.
	pub on: LegalDate,
	/// When it was entered.
	pub entered: Moment,
	/// The officer.
	pub by: AccountId,
}

impl<AccountId> Act<AccountId> {
	/// Whether it was entered on a later day than that of the act.
	pub fn is_late_entry(&self, clock: &LegalClock) -> bool {
		clock.date(self.entered) > self.on
	}
}

/// A receipt.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Receipt<AccountId> {
	/// When, and by whom.
	pub act: Act<AccountId>,
	/// The receipt itself (送达回执), if it is a record of its own.
	pub record: Option<RecordId>,
	/// The list of what was missing; `None` when nothing was.
	pub missing: Option<RecordId>,
}

/// A document on its way to one recipient. What is sent to several is one letter: a document for
/// each, numbered one after the other.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Document<AccountId> {
	/// The case.
	pub case: CaseId,
	/// Its kind.
	pub kind: DocumentKind,
	/// What is served.
	pub record: RecordId,
	/// Who serves it.
	pub sender: MemberId,
	/// Who receives it.
	pub recipient: MemberId,
	/// The first document of the letter.
	pub letter: DocumentId,
	/// How many documents the letter has.
	pub copies: u32,
	/// Its sending.
	pub sent: Act<AccountId>,
	/// The clock of its receipt.
	pub clock: KindId,
	/// Whether sending it completed a clock of the case.
	pub completed: bool,
	/// How far it is.
	pub status: Status,
	/// Its delivery.
	pub delivered: Option<Act<AccountId>>,
	/// Its receipt.
	pub receipt: Option<Receipt<AccountId>>,
	/// When, by whom and why it was taken back.
	pub withdrawn: Option<(Act<AccountId>, Reason)>,
	/// Whether a record that it or its receipt rests on has been corrected, and does not stand.
	pub corrected: bool,
}

/// What clients are told of a document.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct DocumentInfo<AccountId> {
	/// Its number.
	pub id: DocumentId,
	/// What is known of it.
	pub document: Document<AccountId>,
	/// Whether the sending was entered late.
	pub sent_entered_late: bool,
	/// Whether the delivery was.
	pub delivery_entered_late: bool,
	/// Whether the receipt was.
	pub receipt_entered_late: bool,
}
