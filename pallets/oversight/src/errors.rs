//! Errors: numbers are never used again.

use frame_support::pallet_macros::pallet_section;

/// The errors of the pallet.
#[pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// No such alert, notice, lead, member or record.
		#[codec(index = 0)]
		NotFound,
		/// The signer is no officer of a member that may do this, or has not the duty.
		#[codec(index = 1)]
		NotAuthorized,
		/// The officer that found, or issued, cannot also close, or review.
		#[codec(index = 2)]
		SameOfficer,
		/// It is closed, or not so far yet.
		#[codec(index = 3)]
		WrongStatus,
		/// The module is paused by an incident.
		#[codec(index = 4)]
		ModulePaused,
		/// The module is not in use in the member's area.
		#[codec(index = 5)]
		ModuleOff,
		/// There is nobody above the owner or issuer to turn to.
		#[codec(index = 6)]
		NoSuperior,
		/// The record is no evidence any more.
		#[codec(index = 7)]
		NotEvidence,
		/// The record was anchored by somebody else.
		#[codec(index = 8)]
		WrongAuthor,
		/// The record does not belong to the case that the alert or notice is about; what is about
		/// somebody sealed takes a sealed paper.
		#[codec(index = 9)]
		WrongCase,
		/// Records about protected third parties stay out of notices and findings.
		#[codec(index = 10)]
		WrongClass,
		/// Issuer or addressee has no part in the case, or not the one that is needed.
		#[codec(index = 11)]
		NotParty,
		/// Nobody sends a notice or a lead to itself.
		#[codec(index = 12)]
		ToItself,
		/// The addressee of a lead supervises nobody.
		#[codec(index = 13)]
		NotCompetent,
		/// This kind of notice is not for this kind of member.
		#[codec(index = 14)]
		WrongKind,
		/// The notice, or the review that upholds it, must say until when to reply.
		#[codec(index = 15)]
		ReplyDateMissing,
		/// The period ends before it begins, or is longer than the law gives (L36).
		#[codec(index = 16)]
		PeriodOutOfBounds,
		/// This kind of notice is not reviewed, or has been.
		#[codec(index = 18)]
		NotReviewable,
		/// The notice was answered, or the time for it is not over.
		#[codec(index = 19)]
		NothingToReport,
		/// The act was done on a day that has not come.
		#[codec(index = 20)]
		InTheFuture,
		/// The act was done before the one that it answers.
		#[codec(index = 21)]
		OutOfOrder,
		/// The notice has as many replies as it may have.
		#[codec(index = 22)]
		MaxRepliesExceeded,
		/// It is there already.
		#[codec(index = 23)]
		AlreadyExists,
		/// It is so already.
		#[codec(index = 24)]
		NothingToChange,
		/// A threshold is not 0.
		#[codec(index = 25)]
		ThresholdOutOfBounds,
		/// No number is left.
		#[codec(index = 26)]
		MaxCountExceeded,
		/// The record is of an act later than the one that rests on it.
		#[codec(index = 27)]
		EvidenceLater,
	}
}
