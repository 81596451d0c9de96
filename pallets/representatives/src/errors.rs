//! Errors: numbers are never used again.

use frame_support::pallet_macros::pallet_section;

/// The errors of the pallet.
#[pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// The account does not represent the person of this case now, or the case has no such record
		/// for it.
		#[codec(index = 0)]
		NotFound,
		/// The caller is no officer of the agency that executes the case with the duty, its unit has
		/// not the act by delegation, or it represents nobody. The case may not exist.
		#[codec(index = 1)]
		NotAuthorized,
		/// The account has been admitted before: every case takes a fresh key. Or the record has been
		/// acknowledged.
		#[codec(index = 2)]
		AlreadyExists,
		/// The case has too many representatives.
		#[codec(index = 3)]
		MaxRepresentativesExceeded,
		/// The case is archived.
		#[codec(index = 4)]
		CaseNotLive,
		/// The case goes on in another, which takes its acts.
		#[codec(index = 5)]
		CaseMerged,
		/// The record is no evidence of this case now.
		#[codec(index = 6)]
		InvalidEvidence,
		/// The last day is over, or too far off.
		#[codec(index = 7)]
		InvalidEnd,
		/// The commitment is empty.
		#[codec(index = 8)]
		InvalidSeal,
		/// An incident pauses the module.
		#[codec(index = 9)]
		ModulePaused,
		/// The module is not in use where the case is executed.
		#[codec(index = 10)]
		ModuleOff,
		/// The file of the case is closed: nobody but the person and its guardian is let in any more.
		#[codec(index = 11)]
		FileClosed,
	}
}
