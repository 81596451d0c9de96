//! Errors: numbers are never used again.

use frame_support::pallet_macros::pallet_section;

/// The errors of the pallet.
#[pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// The caller is no officer who may handle this clock.
		#[codec(index = 0)]
		NotAuthorized,
		/// There is no such kind, clock, proposal, member or live case.
		#[codec(index = 1)]
		NotFound,
		/// A clock of this kind is open for the object already.
		#[codec(index = 2)]
		AlreadyExists,
		/// The object has as many open clocks as it may.
		#[codec(index = 3)]
		MaxClocksExceeded,
		/// The clock has been paused as often as it may.
		#[codec(index = 4)]
		MaxPausesExceeded,
		/// Too many years wait to be computed again.
		#[codec(index = 5)]
		MaxYearsExceeded,
		/// A deadline or limit of no length.
		#[codec(index = 6)]
		ZeroLength,
		/// The period is longer than may be counted, or its parts contradict each other.
		#[codec(index = 7)]
		InvalidPeriod,
		/// The parts of the kind contradict each other, or a bit names nothing.
		#[codec(index = 8)]
		InvalidKind,
		/// The days are not rising days of the year, name a day twice, or a make-up day is no weekend.
		#[codec(index = 9)]
		InvalidCalendar,
		/// The rule would hold from a day that is over, or before one that is set already.
		#[codec(index = 10)]
		OutOfOrder,
		/// The act, or its trigger, lies in the future.
		#[codec(index = 11)]
		InTheFuture,
		/// The kind is sealed: an officer starts its clocks with a commitment.
		#[codec(index = 12)]
		KindSealed,
		/// No clock runs for this rule: it is a limit or a permission.
		#[codec(index = 13)]
		NoClock,
		/// The rule names no period that could be counted from a trigger: the last day must be given.
		#[codec(index = 14)]
		LastDayNeeded,
		/// Clocks of this group are never sealed.
		#[codec(index = 15)]
		WrongGroup,
		/// The clock has ended.
		#[codec(index = 16)]
		AlreadyClosed,
		/// Hours are counted: the act needs its moment.
		#[codec(index = 17)]
		MomentNeeded,
		/// The clock is sealed: a moment would tell more than the day.
		#[codec(index = 18)]
		DayNeeded,
		/// The record is no evidence of this case.
		#[codec(index = 19)]
		NoEvidence,
		/// The record is of an act later than the one it shall show.
		#[codec(index = 20)]
		EvidenceLater,
		/// The object is no case and no part of one: what keeps it ends its clocks, by the act that
		/// they wait for.
		#[codec(index = 21)]
		NoCase,
		/// The rule does not allow this pause or extension.
		#[codec(index = 22)]
		NotAllowed,
		/// The clock has run out.
		#[codec(index = 23)]
		AlreadyExpired,
		/// The clock is paused.
		#[codec(index = 24)]
		AlreadyPaused,
		/// The clock is not paused.
		#[codec(index = 25)]
		NotPaused,
		/// The new last day is not later than the one that holds.
		#[codec(index = 26)]
		NotLater,
		/// Another officer must accept.
		#[codec(index = 27)]
		SameOfficer,
		/// The other party must accept.
		#[codec(index = 28)]
		NotCounterpart,
		/// What is accepted is not what was proposed.
		#[codec(index = 29)]
		NotProposed,
		/// An incident pauses the module.
		#[codec(index = 30)]
		ModulePaused,
		/// The module is not in use there.
		#[codec(index = 31)]
		ModuleOff,
		/// The clock is not sealed.
		#[codec(index = 32)]
		NotSealed,
	}
}
