//! Events: everything that happens, so that the history can be rebuilt from them. The tags themselves
//! are in none: they leave the state with the case.

use frame_support::pallet_macros::pallet_section;

/// The events of the pallet.
#[pallet_section]
mod events {
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// Tags of a case were registered.
		#[codec(index = 0)]
		TagsRegistered {
			/// The case.
			case: CaseId,
			/// Generation of the key.
			epoch: u16,
			/// How many.
			count: u32,
			/// The agency.
			member: MemberId,
			/// Its officer.
			officer: T::AccountId,
		},
		/// Tags of a case were withdrawn.
		#[codec(index = 1)]
		TagsWithdrawn {
			/// The case.
			case: CaseId,
			/// Generation of the key.
			epoch: u16,
			/// How many.
			count: u32,
			/// The agency.
			member: MemberId,
			/// Its officer.
			officer: T::AccountId,
			/// Why.
			reason: Reason,
		},
		/// The tags of a case left the state, since it, or the case that it goes on in, was archived.
		#[codec(index = 2)]
		TagsForgotten {
			/// The case.
			case: CaseId,
			/// How many.
			count: u32,
		},
		/// Two registrations may be one person's case.
		#[codec(index = 3)]
		DuplicateProposed {
			/// The proposal.
			proposal: ProposalId,
			/// One, with the lower handle.
			first: CaseId,
			/// The other.
			second: CaseId,
			/// The officer that proposed it and the record it has for that; `None` when a tag did.
			by: Option<(T::AccountId, RecordId)>,
		},
		/// A first officer confirmed a proposal.
		#[codec(index = 4)]
		DuplicateConfirmed {
			/// The proposal.
			proposal: ProposalId,
			/// The case that it would keep.
			kept: CaseId,
			/// Its agency.
			member: MemberId,
			/// The officer.
			officer: T::AccountId,
			/// The record of what it checked.
			evidence: RecordId,
		},
		/// An officer's confirmation was withdrawn.
		#[codec(index = 5)]
		ConfirmationWithdrawn {
			/// Of what.
			pending: Pending,
			/// Whose it was.
			officer: T::AccountId,
			/// Who withdrew it.
			by: T::AccountId,
		},
		/// A proposal was rejected.
		#[codec(index = 6)]
		DuplicateRejected {
			/// The proposal.
			proposal: ProposalId,
			/// The agency.
			member: MemberId,
			/// Its officer.
			officer: T::AccountId,
			/// The record of what it checked.
			evidence: RecordId,
		},
		/// A proposal ended undecided: one of its cases was archived, or goes on in another.
		#[codec(index = 7)]
		ProposalLapsed {
			/// The proposal.
			proposal: ProposalId,
		},
		/// A second officer confirmed a proposal: one registration goes on in the other.
		#[codec(index = 8)]
		CasesMerged {
			/// The merge.
			merge: MergeId,
			/// The proposal.
			proposal: ProposalId,
			/// The registration that goes on in the other.
			duplicate: CaseId,
			/// The one that it goes on in.
			kept: CaseId,
			/// The agency of the second officer.
			member: MemberId,
			/// The second officer.
			officer: T::AccountId,
			/// The record of what it checked.
			evidence: RecordId,
		},
		/// A first officer wants a merge taken apart.
		#[codec(index = 9)]
		SplitProposed {
			/// The merge.
			merge: MergeId,
			/// Why.
			basis: Reason,
			/// Its agency.
			member: MemberId,
			/// The officer.
			officer: T::AccountId,
			/// The record of what it checked.
			evidence: RecordId,
		},
		/// A second officer agreed: the registrations stand for themselves again.
		#[codec(index = 10)]
		CasesSplit {
			/// The merge.
			merge: MergeId,
			/// The registration that stands for itself again.
			duplicate: CaseId,
			/// The one that it went on in.
			kept: CaseId,
			/// Why.
			basis: Reason,
			/// The agency of the second officer.
			member: MemberId,
			/// The second officer.
			officer: T::AccountId,
			/// The record of what it checked.
			evidence: RecordId,
		},
		/// A member that may have relied on a merge was told that it was taken apart.
		#[codec(index = 11)]
		MemberTold {
			/// The merge.
			merge: MergeId,
			/// The member.
			member: MemberId,
			/// The case it has a role on, or the record of the merge's evidence that it has opened.
			through: Subject,
		},
		/// A record on which a merge or its end rests has changed.
		#[codec(index = 12)]
		SourceCorrected {
			/// The merge.
			merge: MergeId,
			/// The record.
			source: RecordId,
			/// What it is now.
			to: RecordStatus,
		},
		/// Two cases share a tag and were not proposed as one: one of them stands in as many pairs as
		/// may be.
		#[codec(index = 13)]
		ProposalSkipped {
			/// One, with the lower handle.
			first: CaseId,
			/// The other.
			second: CaseId,
		},
		/// A pair that had been decided made room for another: tags propose it again.
		#[codec(index = 14)]
		PairForgotten {
			/// One, with the lower handle.
			first: CaseId,
			/// The other.
			second: CaseId,
		},
		/// As many cases as may be hold a tag of a case already: it is not found by it before one of
		/// them lets go.
		#[codec(index = 15)]
		TagCrowded {
			/// The case.
			case: CaseId,
			/// Generation of the key.
			epoch: u16,
		},
	}
}
