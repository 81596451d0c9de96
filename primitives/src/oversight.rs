//! Alerts and notices, as the other pallets raise them.

use crate::{
	clock::{Audience, ClockId, ClockState, KindId},
	coded,
	ids::MemberId,
	subject::Subject,
};
use sp_core::H256;
use sp_runtime::DispatchError;

coded! {
	/// An alert, from 0.
	#[derive(Default, Hash)]
	#[serde(transparent)]
	pub struct AlertId(pub u64);
}

coded! {
	/// A notice that must be answered, from 0.
	#[derive(Default, Hash)]
	#[serde(transparent)]
	pub struct NoticeId(pub u64);
}

coded! {
	/// Group of rules by which an alert is raised: what stands in the open. Append only.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Rule {
		/// A clock is about to run out.
		#[codec(index = 0)]
		ClockWarning,
		/// A clock has run out without the act.
		#[codec(index = 1)]
		ClockExpired,
		/// An office has anchored nothing for too long (S23, S130).
		#[codec(index = 2)]
		UploadGap,
		/// Somebody tried what is not their duty.
		#[codec(index = 3)]
		AttemptOutsideDuty,
		/// Somebody tried to act on themselves.
		#[codec(index = 4)]
		SelfDealing,
		/// A term has ended by rule, and the certificate is missing (法 44).
		#[codec(index = 5)]
		CertificateMissing,
		/// An anchored document did not match when it was drawn for a check (S72).
		#[codec(index = 6)]
		RecheckFailed,
		/// A validator signed two blocks or votes for one place.
		#[codec(index = 7)]
		Equivocation,
		/// A notice was not answered in time.
		#[codec(index = 8)]
		NoticeUnanswered,
		/// Raised by an officer.
		#[codec(index = 9)]
		Reported,
		/// A record on which something rests has been corrected.
		#[codec(index = 10)]
		SourceCorrected,
	}
}

coded! {
	/// Severity of an alert, from the least.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Severity {
		/// To be known.
		#[codec(index = 0)]
		Information,
		/// To be looked at.
		#[codec(index = 1)]
		Ordinary,
		/// To be looked at within a working day.
		#[codec(index = 2)]
		Serious,
		/// To be looked at within two hours, day or night.
		#[codec(index = 3)]
		Gravest,
	}
}

/// Raises alerts.
pub trait Alerting {
	/// Raise an alert of `rule` for `owner`, which must respond. `source` is the object that gave
	/// rise to it; `about` seals whom it is about, where somebody could seal it: a commitment that
	/// owner and supervisor can open. Where governance has set a severity for the rule, that counts.
	///
	/// At most one alert of a rule is open per source and owner: raising it again gives the open one,
	/// even when it has been escalated since.
	fn raise(
		rule: Rule,
		severity: Severity,
		owner: MemberId,
		source: Subject,
		about: Option<H256>,
	) -> Result<AlertId, DispatchError>;

	/// Close the open alert of `rule` about `source` that was raised for `owner`, because what it was
	/// about is gone and nothing is left to respond to. No effect when none is open; cannot fail.
	///
	/// Not for what was done late: that wants a finding by a person.
	fn settle(rule: Rule, source: Subject, owner: MemberId);

	/// Whether an alert of `rule` about `source` that was raised for `owner` is open.
	fn is_open(rule: Rule, source: Subject, owner: MemberId) -> bool;
}

/// Told when a clock warns, runs out, moves or ends. Must not fail: clocks inform, they never stand in
/// the way.
pub trait OnClock {
	/// The clock of `kind` for `subject`, which `owner` must act on, ends soon; its rule says that
	/// `told` are told.
	fn warned(
		clock: ClockId,
		kind: Option<KindId>,
		subject: Subject,
		owner: MemberId,
		told: Audience,
	);

	/// It has run out without the act.
	fn expired(
		clock: ClockId,
		kind: Option<KindId>,
		subject: Subject,
		owner: MemberId,
		told: Audience,
	);

	/// It ends at another moment, and is so far again: one that had run out may run again, and will
	/// warn and run out anew.
	fn moved(
		clock: ClockId,
		kind: Option<KindId>,
		subject: Subject,
		owner: MemberId,
		was: ClockState,
		is: ClockState,
	);

	/// It has been completed or cancelled.
	fn closed(clock: ClockId, kind: Option<KindId>, subject: Subject, owner: MemberId);
}

#[impl_trait_for_tuples::impl_for_tuples(4)]
impl OnClock for Tuple {
	fn warned(
		clock: ClockId,
		kind: Option<KindId>,
		subject: Subject,
		owner: MemberId,
		told: Audience,
	) {
		for_tuples!( #( Tuple::warned(clock, kind, subject, owner, told); )* );
	}

	fn expired(
		clock: ClockId,
		kind: Option<KindId>,
		subject: Subject,
		owner: MemberId,
		told: Audience,
	) {
		for_tuples!( #( Tuple::expired(clock, kind, subject, owner, told); )* );
	}

	fn moved(
		clock: ClockId,
		kind: Option<KindId>,
		subject: Subject,
		owner: MemberId,
		was: ClockState,
		is: ClockState,
	) {
		for_tuples!( #( Tuple::moved(clock, kind, subject, owner, was, is); )* );
	}

	fn closed(clock: ClockId, kind: Option<KindId>, subject: Subject, owner: MemberId) {
		for_tuples!( #( Tuple::closed(clock, kind, subject, owner); )* );
	}
}
