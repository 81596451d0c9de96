//! What a clock, an alert, a notice or a lineage link is about: the same ids for all of them.

use crate::{
	case::CaseId, clock::ClockId, coded, document::DocumentId, ids::MemberId, oversight::AlertId,
	oversight::NoticeId, record::RecordId,
};

coded! {
	/// An object of the domain. The order is the encoding: append only.
	#[derive(Hash)]
	pub enum Subject {
		/// A case.
		#[codec(index = 0)]
		Case(CaseId),
		/// A record.
		#[codec(index = 1)]
		Record(RecordId),
		/// A document served from one agency to another.
		#[codec(index = 2)]
		Document(DocumentId),
		/// A clock.
		#[codec(index = 3)]
		Clock(ClockId),
		/// An alert.
		#[codec(index = 4)]
		Alert(AlertId),
		/// A notice of supervision.
		#[codec(index = 5)]
		Notice(NoticeId),
		/// A member.
		#[codec(index = 6)]
		Member(MemberId),
		/// A stage transition of a case, by its number in the case.
		#[codec(index = 7)]
		Transition(CaseId, u32),
		/// A term of a case, by its version.
		#[codec(index = 8)]
		Term(CaseId, u32),
	}
}

/// Whether objects are there, and something may still be due for them.
pub trait Subjects {
	/// Whether `subject` exists and is not closed.
	fn is_live(subject: Subject) -> bool;

	/// The case that `subject` belongs to, if any.
	fn case(subject: Subject) -> Option<CaseId>;
}
