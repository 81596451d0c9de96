//! Errors: numbers are never used again.

use frame_support::pallet_macros::pallet_section;

/// The errors of the pallet.
#[pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// No such proposal or merge, none that waits for anything, or none of a case of the caller's
		/// agency; no tags of that key.
		#[codec(index = 0)]
		NotFound,
		/// The caller is no officer with the duty, acts for a unit, or its agency has no such role on
		/// the case, which may not exist.
		#[codec(index = 1)]
		NotAuthorized,
		/// A tag is in the list twice or held by the case already, or the pair is proposed or merged
		/// already.
		#[codec(index = 2)]
		AlreadyExists,
		/// The officer has confirmed this already: the second is another one.
		#[codec(index = 3)]
		SameOfficer,
		/// The case would hold too many tags.
		#[codec(index = 4)]
		MaxTagsExceeded,
		// 5 was `MaxHoldersExceeded`.
		/// A case would stand in too many pairs that are open or merged.
		#[codec(index = 6)]
		MaxPairsExceeded,
		/// A registration without a tag.
		#[codec(index = 7)]
		NoTags,
		/// The case is archived.
		#[codec(index = 8)]
		CaseNotLive,
		/// The case goes on in another, which takes its acts.
		#[codec(index = 9)]
		CaseMerged,
		/// A case and itself.
		#[codec(index = 10)]
		SameCase,
		/// The record is no evidence now, is not of the class of identity checks, or belongs to neither
		/// case.
		#[codec(index = 11)]
		InvalidEvidence,
		/// The case to keep is none of the two, or not the one that the first officer named.
		#[codec(index = 12)]
		KeptMismatch,
		/// The first officer named another basis.
		#[codec(index = 13)]
		BasisMismatch,
		/// Others go on in the duplicate: keep it, or split them first.
		#[codec(index = 14)]
		HasDuplicates,
		/// There are no numbers left.
		#[codec(index = 15)]
		NumbersExhausted,
		/// An incident pauses the module.
		#[codec(index = 16)]
		ModulePaused,
		/// The module is not in use where the case is executed.
		#[codec(index = 17)]
		ModuleOff,
		/// The file of a case is closed: nothing is put beside it any more.
		#[codec(index = 18)]
		FileClosed,
		/// Both officers are of one agency, and another one executes one of the two cases.
		#[codec(index = 19)]
		AgencyMissing,
	}
}
