//! Errors: numbers are never used again.

use frame_support::pallet_macros::pallet_section;

/// The errors of the pallet.
#[pallet_section]
mod errors {
	#[pallet::error]
	#[derive(PartialEq)]
	pub enum Error<T> {
		/// The caller may not do this on this case, or there is no such case for it.
		#[codec(index = 0)]
		NotAuthorized,
		/// There is no such term, interval, party or unit.
		#[codec(index = 1)]
		NotFound,
		/// It is there already: the identity commitment, the open interval, the cause, the sealed
		/// party, the certificate, the roles.
		#[codec(index = 2)]
		AlreadyExists,
		/// An incident pauses the module.
		#[codec(index = 3)]
		ModulePaused,
		/// The module is off in the area of the agency.
		#[codec(index = 4)]
		ModuleOff,
		/// The secrecy review has not been made.
		#[codec(index = 5)]
		SecrecyReviewMissing,
		/// The case is classified.
		#[codec(index = 6)]
		Classified,
		/// A member is unknown, has left, or is of a kind that does not have this role.
		#[codec(index = 7)]
		InvalidParty,
		/// The case is not at a stage at which this is done.
		#[codec(index = 8)]
		WrongStage,
		/// The record is unknown, of another case, superseded, disputed or destroyed.
		#[codec(index = 9)]
		NotEvidence,
		/// The record is of a class that does not prove this.
		#[codec(index = 10)]
		WrongClass,
		/// The date of the act lies in the future.
		#[codec(index = 11)]
		ActInFuture,
		/// The act would precede the one that it follows.
		#[codec(index = 12)]
		ActTooEarly,
		/// It is not confirmed that the correction group is lawful (法 25, 52).
		#[codec(index = 13)]
		GroupNotConfirmed,
		/// The officer that computed the term does not confirm it.
		#[codec(index = 14)]
		SameOfficer,
		/// The registration goes on in another case, or another goes on in it.
		#[codec(index = 15)]
		CaseMerged,
		/// The case is not merged.
		#[codec(index = 16)]
		NotMerged,
		// 17 was `FileSealed`.
		/// In a restricted case nobody becomes a party by policy; and it goes on only in one that is
		/// restricted too.
		#[codec(index = 18)]
		CaseRestricted,
		/// The last day is further from today than a term may be.
		#[codec(index = 19)]
		TermOutOfRange,
		/// No term has been computed, the version is not the last, or it is confirmed already.
		#[codec(index = 20)]
		NothingToConfirm,
		/// No term is confirmed.
		#[codec(index = 21)]
		TermMissing,
		/// The end by rule is held.
		#[codec(index = 22)]
		EndHeld,
		/// The certificate of a term that ended by rule has not been entered.
		#[codec(index = 23)]
		CertificateMissing,
		// 24 was `SealingNoticeMissing`.
		/// The case cannot be without a member in this role.
		#[codec(index = 25)]
		RoleRequired,
		/// The kind of member is not named in the open: it becomes a sealed party.
		#[codec(index = 26)]
		SealedPartyRequired,
		/// No role, or one that this kind of member does not get in this way.
		#[codec(index = 27)]
		InvalidRoles,
		/// The unit or the officer is not one of the executing agency.
		#[codec(index = 28)]
		NotOfAgency,
		/// The case has as many parties as it may.
		#[codec(index = 29)]
		MaxPartiesExceeded,
		/// As many intervals are open as may be.
		#[codec(index = 30)]
		MaxIntervalsExceeded,
		/// The term was over already: that of a case to be imported, or on the day of the act.
		#[codec(index = 31)]
		TermOver,
		/// No rows.
		#[codec(index = 32)]
		NothingToImport,
		// 33 was `InvalidParameter`.
		/// The file is closed: the case is restricted and its execution over. It shows nobody more than
		/// before.
		#[codec(index = 34)]
		FileClosed,
		/// The record is of a later day than the act that it is to prove.
		#[codec(index = 35)]
		EvidenceLater,
		/// A measure, a held end or an exit ban is open: it would be lost in the archive, or in a case
		/// that goes on without one.
		#[codec(index = 36)]
		IntervalOpen,
		/// The record proves the beginning of the interval, and so not its end.
		#[codec(index = 37)]
		SameEvidence,
	}
}
