//! What is stored of tags, proposals and merges.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use shejiao_primitives::{
	case::CaseId, coded, ids::MemberId, reason::Reason, record::RecordId, time::Moment,
};

coded! {
	/// Keyed tag of one document of a person: HMAC of its kind and number under the key of an epoch,
	/// computed off chain. Looks like chance to whoever has not the key.
	#[derive(Default, Hash)]
	#[serde(transparent)]
	pub struct Tag(pub [u8; 32]);
}

coded! {
	/// A tag, with the generation of the key under which it was computed. Tags of different
	/// generations say nothing about each other.
	#[derive(Default, Hash)]
	pub struct KeyedTag {
		/// Generation of the key.
		pub epoch: u16,
		/// The tag.
		pub tag: Tag,
	}
}

coded! {
	/// A proposal that two registrations are one person's case, from 0.
	#[derive(Default, Hash)]
	#[serde(transparent)]
	pub struct ProposalId(pub u32);
}

coded! {
	/// A merge of two registrations, from 0.
	#[derive(Default, Hash)]
	#[serde(transparent)]
	pub struct MergeId(pub u32);
}

coded! {
	/// How two registrations stand to each other. Pairs that nobody ever proposed stand nowhere.
	#[derive(Hash)]
	pub enum PairState {
		/// Proposed as one, and not decided.
		#[codec(index = 0)]
		Proposed(ProposalId),
		/// Found not to be one: tags alone propose them no more.
		#[codec(index = 1)]
		Rejected(ProposalId),
		/// One goes on in the other.
		#[codec(index = 2)]
		Merged(MergeId),
		/// Merged once, and taken apart again: tags alone propose them no more.
		#[codec(index = 3)]
		Split(MergeId),
	}
}

coded! {
	/// What waits for a second officer.
	#[derive(Hash)]
	pub enum Pending {
		/// The confirmation of a proposal.
		#[codec(index = 0)]
		Proposal(ProposalId),
		/// The split of a merge.
		#[codec(index = 1)]
		Split(MergeId),
	}
}

/// An officer's word, and the record that it rests on.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Confirmation<AccountId> {
	/// The officer.
	pub officer: AccountId,
	/// The agency it acted for.
	pub member: MemberId,
	/// The record of the documents that it checked.
	pub evidence: RecordId,
	/// When.
	pub at: Moment,
	/// Whether a decision may rest on that record, as last told.
	pub stands: bool,
}

/// A proposal that is not decided.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Proposal<AccountId> {
	/// The two registrations, the lower handle first.
	pub pair: (CaseId, CaseId),
	/// Since when.
	pub proposed: Moment,
	/// The first officer's confirmation, with the case that it would keep.
	pub confirmation: Option<(CaseId, Confirmation<AccountId>)>,
}

/// The taking apart of a merge.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Split<AccountId> {
	/// Why.
	pub basis: Reason,
	/// The first officer's word.
	pub first: Confirmation<AccountId>,
	/// The second's, with which it takes effect.
	pub second: Option<Confirmation<AccountId>>,
}

/// A merge, current or past.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Merge<AccountId> {
	/// The registration that goes on in the other.
	pub duplicate: CaseId,
	/// The one that it goes on in.
	pub kept: CaseId,
	/// The officer that checked first.
	pub first: Confirmation<AccountId>,
	/// The officer that approved: the merge holds from this moment.
	pub second: Confirmation<AccountId>,
	/// How it was taken apart, or is about to be.
	pub split: Option<Split<AccountId>>,
}

impl<AccountId> Merge<AccountId> {
	/// When it was taken apart.
	pub fn split_at(&self) -> Option<Moment> {
		self.split.as_ref()?.second.as_ref().map(|second| second.at)
	}

	/// Whether it holds.
	pub fn holds(&self) -> bool {
		self.split_at().is_none()
	}

	/// Every word that it, or its end, rests on.
	pub(crate) fn confirmations(&mut self) -> impl Iterator<Item = &mut Confirmation<AccountId>> {
		let split = self.split.iter_mut();
		let split = split.flat_map(|split| [Some(&mut split.first), split.second.as_mut()]);
		[&mut self.first, &mut self.second].into_iter().chain(split.flatten())
	}
}

coded! {
	/// Where the telling of readers of a merge's evidence has got to.
	#[derive(Default)]
	pub struct Telling {
		/// Which of the two records: 0 or 1.
		pub place: u8,
		/// Readers of it that have been told.
		pub told: u32,
	}
}

/// Two handles in their order, as pairs are stored.
pub(crate) fn ordered(a: CaseId, b: CaseId) -> (CaseId, CaseId) {
	(a.min(b), a.max(b))
}
