//! Errors: numbers are never used again.

use frame_support::pallet_macros::pallet_section;

/// The errors of the pallet.
#[pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// The caller is no officer with the duty, its member has not the role on the case or there is no
		/// such case, or its unit has not been delegated the act.
		#[codec(index = 0)]
		NotAuthorized,
		/// There is no such record, class, check or proposal.
		#[codec(index = 1)]
		NotFound,
		/// It is there already: the root of that day, the attestation, the link, the proposal.
		#[codec(index = 2)]
		AlreadyExists,
		// 3 was `UnknownCase`.
		/// There is no such class, or it takes no more records.
		#[codec(index = 4)]
		UnknownClass,
		/// The class does not take this schema and version, or must be told one.
		#[codec(index = 5)]
		UnknownSchema,
		/// The schema of this class belongs into the commitment, not into the open.
		#[codec(index = 6)]
		SchemaExposed,
		/// The class does not take this suite, or no longer.
		#[codec(index = 7)]
		SuiteNotAllowed,
		/// The act is of a day that has not come.
		#[codec(index = 8)]
		InTheFuture,
		/// The padded size is over the bound, or there is nothing to anchor.
		#[codec(index = 9)]
		SizeOutOfBounds,
		/// The seal has not the length of its suite.
		#[codec(index = 10)]
		SealOutOfBounds,
		/// The liable officer was no officer of the author on the day of the act.
		#[codec(index = 11)]
		NotOfficerThen,
		/// The case is archived or goes on in another: it takes corrections alone; an archived one also
		/// what was done before, and records of the review and correspondence classes.
		#[codec(index = 12)]
		CaseClosed,
		/// The class takes readings of devices and no documents, or the reverse.
		#[codec(index = 13)]
		WrongClass,
		/// The other record is of another case, class or author.
		#[codec(index = 14)]
		OtherRecord,
		/// The record has been replaced already.
		#[codec(index = 15)]
		AlreadySuperseded,
		/// A record can only rest on earlier ones: else lineage would run forward or in a circle.
		#[codec(index = 16)]
		LineageCycle,
		/// A source is named twice.
		#[codec(index = 17)]
		SourceRepeated,
		/// The record rests on as many others as it may.
		#[codec(index = 18)]
		MaxSourcesExceeded,
		/// As much rests on the record as may.
		#[codec(index = 19)]
		MaxDependantsExceeded,
		/// It is a record of the caller's own agency.
		#[codec(index = 20)]
		OwnRecord,
		/// The same officer did the first step, or answers for the record or the decision about it.
		#[codec(index = 21)]
		SameOfficer,
		/// The record does not stand so that this can be done.
		#[codec(index = 22)]
		WrongStatus,
		/// The reasons or the basis are no standing record of this case and the needed class, or not of
		/// the agency or the time that it takes.
		#[codec(index = 23)]
		EvidenceMissing,
		/// The retention of the class has not run out.
		#[codec(index = 24)]
		RetentionRunning,
		/// No positioning order was live in the office on that day (法 29).
		#[codec(index = 25)]
		NoLiveOrder,
		/// The rule of the class contradicts itself or is out of bounds.
		#[codec(index = 26)]
		InvalidRule,
		/// The class was retired: its number is never used again.
		#[codec(index = 27)]
		Retired,
		/// It is so already.
		#[codec(index = 28)]
		NothingToChange,
		/// The day is not over: more may come.
		#[codec(index = 29)]
		DayNotOver,
		/// The draw is not decided yet.
		#[codec(index = 30)]
		DrawPending,
		/// The check has its outcome.
		#[codec(index = 31)]
		AlreadyAnswered,
		/// As many have vouched for the record as may.
		#[codec(index = 32)]
		MaxAttestationsExceeded,
		/// An incident pauses the module.
		#[codec(index = 33)]
		ModulePaused,
		/// The module is not in use where the caller is competent.
		#[codec(index = 34)]
		ModuleOff,
		/// Time ran backwards.
		#[codec(index = 35)]
		OutOfOrder,
	}
}
