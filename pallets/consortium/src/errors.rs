//! Errors: numbers are never used again.

use frame_support::pallet_macros::pallet_section;

/// The errors of the pallet.
#[pallet_section]
mod errors {
	#[pallet::error]
	pub enum Error<T> {
		/// No such member, proposal, unit, node, notice or order.
		#[codec(index = 0)]
		NotFound,
		/// The signer is not the account of a member that may do this.
		#[codec(index = 1)]
		NotAuthorized,
		/// It is there already: the objection, the proposal of this account, the node, the notice.
		#[codec(index = 2)]
		AlreadyExists,
		/// The candidate is a member already.
		#[codec(index = 3)]
		AlreadyMember,
		/// The proposal ended without an admission.
		#[codec(index = 4)]
		ProposalEnded,
		/// The account has a role already.
		#[codec(index = 5)]
		AccountTaken,
		/// A re-admission names a former member and its kind.
		#[codec(index = 6)]
		NotFormerMember,
		/// The area is no code of an administrative division.
		#[codec(index = 7)]
		InvalidArea,
		/// The superior is unknown, of a lower level, below the member itself, or the member stands
		/// below one of those that it is above.
		#[codec(index = 8)]
		InvalidParent,
		/// The kind never votes, or a provider would.
		#[codec(index = 9)]
		SeatNotAllowed,
		/// The kind runs no full node, or the member has nodes and would not be allowed to.
		#[codec(index = 10)]
		AccessNotAllowed,
		/// The encryption key does not have the form of its suite.
		#[codec(index = 11)]
		InvalidKey,
		/// The peer id is no multihash.
		#[codec(index = 12)]
		InvalidPeer,
		/// A quota of nothing.
		#[codec(index = 13)]
		InvalidQuota,
		/// Members may still object.
		#[codec(index = 14)]
		PublicityRunning,
		/// Members may object no more.
		#[codec(index = 15)]
		PublicityOver,
		/// The consortium is full.
		#[codec(index = 16)]
		MaxMembersExceeded,
		/// The council is full.
		#[codec(index = 17)]
		MaxSeatsExceeded,
		/// The member has all nodes that it may have.
		#[codec(index = 18)]
		MaxPeersExceeded,
		/// Too many proposals are open.
		#[codec(index = 19)]
		MaxProposalsExceeded,
		/// The proposal has all objections that it may have.
		#[codec(index = 20)]
		MaxObjectionsExceeded,
		/// The member has all units that it may have.
		#[codec(index = 21)]
		MaxUnitsExceeded,
		/// Too much is due.
		#[codec(index = 22)]
		MaxAgendaExceeded,
		/// The council has so few seats that the sponsor could admit alone.
		#[codec(index = 23)]
		SoleVoter,
		/// The supervisory committee could not decide any more, or would have less than two seats.
		#[codec(index = 24)]
		CommitteeTooSmall,
		/// The member is not active.
		#[codec(index = 25)]
		NotActive,
		/// The member is not suspended.
		#[codec(index = 26)]
		NotSuspended,
		/// The member belongs to the consortium no more.
		#[codec(index = 27)]
		NotMember,
		/// Its last suspension lapsed too short a time ago without being confirmed.
		#[codec(index = 28)]
		SuspendedTooRecently,
		/// The suspension has been confirmed.
		#[codec(index = 29)]
		AlreadyConfirmed,
		/// The date is past, or later than the parameters allow.
		#[codec(index = 30)]
		InvalidDate,
		/// The signature is not that of the new account over the change of key.
		#[codec(index = 31)]
		InvalidProof,
		/// The unit is closed.
		#[codec(index = 32)]
		UnitIsClosed,
		/// Members of this kind have no such units.
		#[codec(index = 33)]
		UnitNotAllowed,
		/// A superior acts for a statutory agency alone, and only while it may not act itself.
		#[codec(index = 34)]
		OrderNotAllowed,
		/// A number is out of bounds, or a withdrawal would be shorter than an expulsion.
		#[codec(index = 35)]
		InvalidParameters,
		/// An id or a history is at its end.
		#[codec(index = 36)]
		Exhausted,
		/// Nothing would change.
		#[codec(index = 37)]
		NothingChanged,
	}
}
