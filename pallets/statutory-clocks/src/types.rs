//! Clocks, and what they are kept in.

use crate::kind::{Group, KindVersion, PauseCause};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;
use shejiao_primitives::{
	clock::{ClockId, ClockState},
	coded,
	deadline::{ActTime, Due, Pause},
	ids::MemberId,
	reason::Reason,
	record::{RecordId, RecordStatus},
	subject::Subject,
	time::{LegalClock, LegalDate, Moment},
};
use sp_core::H256;

/// Most pauses of a clock, those before its last extension left out.
pub const MAX_PAUSES: u32 = 8;

/// Most years whose clocks wait to be computed again.
pub const MAX_RECOMPUTED_YEARS: u32 = 8;

coded! {
	/// What the last day of a clock follows from.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Basis {
		/// The period of its kind, counted from a moment (or back from the date of one).
		#[codec(index = 0)]
		From(Moment),
		/// A day that a notice, agreement, decision or term sets.
		#[codec(index = 1)]
		Until(LegalDate),
	}
}

coded! {
	/// An interval in which a clock does not run.
	pub struct Paused {
		/// Why.
		pub cause: PauseCause,
		/// From when.
		pub from: Moment,
		/// Until when, exclusive; `None` while it lasts.
		pub until: Option<Moment>,
	}
}

/// Pauses of a clock.
pub type Pauses = BoundedVec<Paused, ConstU32<MAX_PAUSES>>;

/// Those pauses that are over.
pub(crate) fn past(pauses: &[Paused]) -> Vec<Pause> {
	let over = |pause: &Paused| Some(Pause { from: pause.from, until: pause.until? });
	pauses.iter().filter_map(over).collect()
}

coded! {
	/// How a clock ended.
	#[derive(Hash)]
	pub enum Outcome {
		/// By the act that it waited for.
		#[codec(index = 0)]
		Completed {
			/// When the act was done.
			done: ActTime,
			/// The record that shows it; `None` where the chain itself saw the act.
			evidence: Option<RecordId>,
			/// Whether the act was in time.
			in_time: bool,
		},
		/// Without an act, because it is not due any more.
		#[codec(index = 1)]
		Cancelled {
			/// Why.
			reason: Reason,
			/// The record that shows it; `None` where a rule ended it.
			evidence: Option<RecordId>,
		},
	}
}

/// The end of a clock.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Closing<AccountId> {
	/// When it was entered.
	pub entered: Moment,
	/// By whom; `None` where the chain itself saw it.
	pub by: Option<AccountId>,
	/// How.
	pub outcome: Outcome,
}

/// A clock.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Clock<AccountId> {
	/// Its kind and the version under which it started; `None` when the kind is sealed.
	pub kind: Option<KindVersion>,
	/// Commitment to the kind, when that is sealed.
	pub commitment: Option<H256>,
	/// Its coarse group.
	pub group: Group,
	/// What it is for.
	pub subject: Subject,
	/// Who must act.
	pub owner: MemberId,
	/// Whose officer started it, when its kind is sealed; `None` where a rule did.
	pub starter: Option<MemberId>,
	/// When it was entered.
	pub started: Moment,
	/// What its last day follows from.
	pub basis: Basis,
	/// Until when it is due. While it is paused: until when it was.
	pub due: Due,
	/// Legal hours before its end at which it warns.
	pub lead: u16,
	/// When it warned.
	pub warned: Option<Moment>,
	/// When it was found to have run out.
	pub expired: Option<Moment>,
	/// First and last year whose calendar its last day depends on.
	pub years: Option<(u16, u16)>,
	/// The first of them that has no calendar: until that comes, weekends alone are counted.
	pub provisional: Option<u16>,
	/// Its pauses since it started or was last extended.
	pub pauses: Pauses,
	/// Whether a record that it rests on is no evidence any more.
	pub corrected: bool,
	/// Number of changes that are kept of it.
	pub steps: u32,
	/// How it ended.
	pub closed: Option<Closing<AccountId>>,
}

impl<AccountId> Clock<AccountId> {
	/// Whether nothing has ended it.
	pub const fn is_open(&self) -> bool {
		self.closed.is_none()
	}

	/// Why it does not run, or did not when it ended.
	pub fn paused(&self) -> Option<PauseCause> {
		self.pauses.last().filter(|pause| pause.until.is_none()).map(|pause| pause.cause)
	}

	/// Its pauses that are over.
	pub fn past_pauses(&self) -> Vec<Pause> {
		past(&self.pauses)
	}

	/// When it warns.
	pub fn warns(&self, clock: &LegalClock) -> Moment {
		self.due.over(clock).saturating_sub(clock.hours(self.lead.into())).max(self.started)
	}

	/// When it is looked at next: to warn, then to run out. `None` when both are done, while it is
	/// paused, and once it has ended.
	pub fn fires(&self, clock: &LegalClock) -> Option<Moment> {
		if !self.is_open() || self.paused().is_some() {
			None
		} else if self.warned.is_none() {
			Some(self.warns(clock))
		} else if self.expired.is_none() {
			Some(self.due.over(clock))
		} else {
			None
		}
	}

	/// Whether it was completed, and a calendar that is missing may still change how late that was.
	pub fn is_judged_anew(&self) -> bool {
		let outcome = self.closed.as_ref().map(|closing| closing.outcome);
		self.provisional.is_some() && matches!(outcome, Some(Outcome::Completed { .. }))
	}

	/// How far it is.
	pub const fn state(&self) -> ClockState {
		match (self.warned, self.expired) {
			(_, Some(_)) => ClockState::Expired,
			(Some(_), None) => ClockState::Warned,
			(None, None) => ClockState::Running,
		}
	}

	/// Let it warn and run out again where its new end lies ahead. One that had run out warns anew
	/// even where the time for that is past: whoever was told that it is over is told that it is not.
	pub fn rearm(&mut self, now: Moment, clock: &LegalClock) {
		let runs_again = self.expired.is_some() && self.due.over(clock) > now;
		if runs_again {
			self.expired = None;
		}
		if runs_again || self.warns(clock) > now {
			self.warned = None;
		}
	}

	/// Whether its completion was entered after its end, though the act may have been in time.
	pub fn is_late_entry(&self, clock: &LegalClock) -> bool {
		self.closed.as_ref().is_some_and(|closing| {
			// While it does not run nothing is late.
			matches!(closing.outcome, Outcome::Completed { .. })
				&& closing.entered >= self.due.over(clock)
				&& self.paused().is_none()
		})
	}
}

coded! {
	/// Why a clock ends at another time.
	#[derive(Hash)]
	pub enum Move {
		/// A pause ended; the record shows why.
		#[codec(index = 0)]
		Resumed(RecordId),
		/// Owner and counterpart agreed; the record is their agreement.
		#[codec(index = 1)]
		Extended(RecordId),
		/// It is counted from another moment.
		#[codec(index = 2)]
		Restarted(Moment),
		/// The calendar of a year has come or changed.
		#[codec(index = 3)]
		Calendar(u16),
		/// The owner sealed it anew; the record shows why.
		#[codec(index = 4)]
		Resealed(RecordId),
	}
}

coded! {
	/// A change of an open clock.
	pub enum Change {
		/// It stopped running.
		#[codec(index = 0)]
		Paused {
			/// Why.
			cause: PauseCause,
			/// The record that shows it.
			evidence: RecordId,
		},
		/// It ends at another time.
		#[codec(index = 1)]
		Moved {
			/// Why.
			why: Move,
			/// Until when it was due.
			from: Due,
			/// Until when it is due.
			to: Due,
			/// When it had warned.
			warned: Option<Moment>,
			/// When it had run out.
			expired: Option<Moment>,
		},
		/// A record that it rests on has another status.
		#[codec(index = 2)]
		SourceChanged {
			/// The record.
			source: RecordId,
			/// Its status.
			status: RecordStatus,
		},
		/// What it seals is another trigger or period.
		#[codec(index = 3)]
		Resealed {
			/// The commitment until then.
			was: H256,
			/// The record that shows it.
			evidence: RecordId,
		},
		/// It runs again, after it was stopped because its object went on elsewhere.
		#[codec(index = 4)]
		RanAgain {
			/// When it was stopped.
			stopped: Moment,
			/// Why.
			reason: Reason,
			/// When it had warned.
			warned: Option<Moment>,
			/// When it had run out.
			expired: Option<Moment>,
		},
	}
}

/// A change, with its moment and author.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Step<AccountId> {
	/// When it was entered.
	pub at: Moment,
	/// By whom; `None` where a rule did it.
	pub by: Option<AccountId>,
	/// What.
	pub change: Change,
}

coded! {
	/// What is proposed of a clock.
	#[derive(Hash)]
	pub enum Proposed {
		/// That it ends later, at 24:00 of this day.
		#[codec(index = 0)]
		Extension(LegalDate),
		/// That it ends without an act.
		#[codec(index = 1)]
		Cancellation(Reason),
	}
}

/// A proposal that another officer must accept.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Proposal<AccountId> {
	/// What.
	pub what: Proposed,
	/// The record that shows it.
	pub evidence: RecordId,
	/// For which member.
	pub member: MemberId,
	/// By whom.
	pub by: AccountId,
	/// When.
	pub at: Moment,
}

/// Place of an open clock among those of its owner: by the last day, then by number. Numbers are big
/// endian, so that keys are in the order of time.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct DueKey {
	day: [u8; 4],
	clock: [u8; 8],
}

impl DueKey {
	/// The place of a clock.
	pub const fn new(day: LegalDate, clock: ClockId) -> Self {
		Self { day: day.0.to_be_bytes(), clock: clock.0.to_be_bytes() }
	}

	/// The last day.
	pub const fn day(&self) -> LegalDate {
		LegalDate(u32::from_be_bytes(self.day))
	}

	/// The clock.
	pub const fn clock(&self) -> ClockId {
		ClockId(u64::from_be_bytes(self.clock))
	}
}

/// Place of a clock in the agenda: by the moment at which it warns or runs out, then by number, both
/// big endian.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct AgendaKey {
	at: [u8; 8],
	clock: [u8; 8],
}

impl AgendaKey {
	/// The place of a clock.
	pub const fn new(at: Moment, clock: ClockId) -> Self {
		Self { at: at.to_be_bytes(), clock: clock.0.to_be_bytes() }
	}

	/// When.
	pub const fn at(&self) -> Moment {
		u64::from_be_bytes(self.at)
	}

	/// The clock.
	pub const fn clock(&self) -> ClockId {
		ClockId(u64::from_be_bytes(self.clock))
	}
}
