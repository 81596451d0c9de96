//! Events: the whole history of every clock can be rebuilt from them.

use frame_support::pallet_macros::pallet_section;

/// The events of the pallet.
#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A kind has another version.
		#[codec(index = 0)]
		KindSet {
			/// The kind.
			kind: KindId,
			/// The version.
			version: u32,
			/// From when.
			since: Moment,
			/// The rule.
			rule: Kind,
		},
		/// The calendar of a year has come, or changed.
		#[codec(index = 1)]
		CalendarSet {
			/// The year.
			year: u16,
			/// Its calendar.
			calendar: YearCalendar,
		},
		/// A clock has started.
		#[codec(index = 2)]
		ClockStarted {
			/// The clock.
			clock: ClockId,
			/// Its kind and version; `None` when sealed.
			kind: Option<KindVersion>,
			/// Commitment to a sealed kind.
			commitment: Option<H256>,
			/// Its group.
			group: Group,
			/// What it is for.
			subject: Subject,
			/// Who must act.
			owner: MemberId,
			/// What its last day follows from.
			basis: Basis,
			/// Until when it is due.
			due: Due,
			/// The year whose missing calendar makes this provisional.
			provisional: Option<u16>,
			/// Who started it; `None` where a rule did.
			by: Option<T::AccountId>,
		},
		/// A clock ends soon.
		#[codec(index = 3)]
		ClockWarned {
			/// The clock.
			clock: ClockId,
			/// Its kind; `None` when sealed.
			kind: Option<KindId>,
			/// What it is for.
			subject: Subject,
			/// Who must act.
			owner: MemberId,
			/// Until when it is due.
			due: Due,
			/// Whom to tell.
			told: Audience,
		},
		/// A clock has run out without the act. It stays open until that is done.
		#[codec(index = 4)]
		ClockExpired {
			/// The clock.
			clock: ClockId,
			/// Its kind; `None` when sealed.
			kind: Option<KindId>,
			/// What it is for.
			subject: Subject,
			/// Who must act.
			owner: MemberId,
			/// Until when it was due.
			due: Due,
			/// Whom to tell.
			told: Audience,
		},
		/// A clock has been completed by the act that it waited for.
		#[codec(index = 5)]
		ClockCompleted {
			/// The clock.
			clock: ClockId,
			/// Its kind; `None` when sealed.
			kind: Option<KindId>,
			/// What it is for.
			subject: Subject,
			/// Who had to act.
			owner: MemberId,
			/// When the act was done.
			done: ActTime,
			/// The record that shows it; `None` where the chain itself saw the act.
			evidence: Option<RecordId>,
			/// Whether the act was in time.
			in_time: bool,
			/// Whether it was entered after the clock had run out.
			late_entry: bool,
			/// Who entered it.
			by: Option<T::AccountId>,
		},
		/// A clock has ended without an act.
		#[codec(index = 6)]
		ClockCancelled {
			/// The clock.
			clock: ClockId,
			/// Its kind; `None` when sealed.
			kind: Option<KindId>,
			/// What it is for.
			subject: Subject,
			/// Who had to act.
			owner: MemberId,
			/// Why.
			reason: Reason,
			/// The record that shows it; `None` where a rule ended it.
			evidence: Option<RecordId>,
			/// Who confirmed it.
			by: Option<T::AccountId>,
		},
		/// A clock has stopped running.
		#[codec(index = 7)]
		ClockPaused {
			/// The clock.
			clock: ClockId,
			/// Why.
			cause: PauseCause,
			/// The record that shows it.
			evidence: RecordId,
			/// Who paused it.
			by: T::AccountId,
		},
		/// A clock ends at another time.
		#[codec(index = 8)]
		ClockMoved {
			/// The clock.
			clock: ClockId,
			/// Why.
			why: Move,
			/// Until when it was due.
			from: Due,
			/// Until when it is due.
			to: Due,
			/// The year whose missing calendar makes this provisional.
			provisional: Option<u16>,
			/// Who moved it; `None` where a rule did.
			by: Option<T::AccountId>,
		},
		/// An extension or a cancellation has been proposed.
		#[codec(index = 9)]
		ChangeProposed {
			/// The clock.
			clock: ClockId,
			/// What.
			what: Proposed,
			/// The record that shows it.
			evidence: RecordId,
			/// For which member.
			member: MemberId,
			/// Who proposed it.
			by: T::AccountId,
		},
		/// A record that a clock rests on has another status.
		#[codec(index = 10)]
		SourceChanged {
			/// The clock.
			clock: ClockId,
			/// The record.
			source: RecordId,
			/// Its status.
			status: RecordStatus,
		},
		/// A clock runs again that was stopped while its case went on elsewhere: with its beginning,
		/// its pauses and all that it rests on.
		#[codec(index = 12)]
		ClockResumed {
			/// The clock.
			clock: ClockId,
			/// Until when it is due.
			due: Due,
			/// The year whose missing calendar makes this provisional.
			provisional: Option<u16>,
		},
		/// A clock seals another trigger or period.
		#[codec(index = 13)]
		ClockResealed {
			/// The clock.
			clock: ClockId,
			/// The commitment until then.
			was: H256,
			/// The commitment.
			commitment: H256,
			/// The record that shows it.
			evidence: RecordId,
			/// Who sealed it anew.
			by: T::AccountId,
		},
		/// A calendar that was missing shows that an act was in time after all, or was not.
		#[codec(index = 14)]
		ClockJudgedAnew {
			/// The clock, which had been completed.
			clock: ClockId,
			/// Whether the act was in time.
			in_time: bool,
		},
		/// Every open clock that depends on the calendar of a year has been computed again.
		#[codec(index = 11)]
		YearRecomputed {
			/// The year.
			year: u16,
		},
	}
}
