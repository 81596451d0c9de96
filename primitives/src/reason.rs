//! Reason codes: there is no free text on chain.

use crate::coded;

coded! {
	/// Why something was done to a member, unit, officer, validator or delegation.
	/// The number is the encoding: append only. The wording in both languages is the client's.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Reason {
		/// At the wish of the one concerned.
		#[codec(index = 0)]
		OwnWish,
		/// Duties not done in time.
		#[codec(index = 1)]
		DutyNeglected,
		/// Rules of the consortium broken.
		#[codec(index = 2)]
		RulesBroken,
		/// Law broken, established by the competent organ.
		#[codec(index = 3)]
		LawBroken,
		/// Personal data leaked or misused.
		#[codec(index = 4)]
		DataBreach,
		/// A key is lost or known to somebody else.
		#[codec(index = 5)]
		KeyCompromised,
		/// Two blocks or votes for one place.
		#[codec(index = 6)]
		Equivocation,
		/// Node out of work for too long.
		#[codec(index = 7)]
		NodeUnavailable,
		/// The agency or unit was merged, split or abolished.
		#[codec(index = 8)]
		Reorganisation,
		/// Transfer, retirement or end of employment.
		#[codec(index = 9)]
		Transfer,
		/// Absence of the one concerned.
		#[codec(index = 10)]
		Absence,
		/// The term ran out.
		#[codec(index = 11)]
		TermEnded,
		/// A conflict of interests.
		#[codec(index = 12)]
		ConflictOfInterest,
		/// Qualification missing or lost.
		#[codec(index = 13)]
		Unqualified,
		/// The candidate's charter or evidence is incomplete or wrong.
		#[codec(index = 14)]
		EvidenceInsufficient,
		/// An order of the superior agency.
		#[codec(index = 15)]
		SuperiorOrder,
		/// An effective judgment or decision orders it.
		#[codec(index = 16)]
		Judgment,
		/// An earlier act was mistaken.
		#[codec(index = 17)]
		Mistake,
		/// Planned maintenance.
		#[codec(index = 18)]
		Maintenance,
	}
}
