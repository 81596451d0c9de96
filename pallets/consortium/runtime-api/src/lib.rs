//! Runtime API of the consortium pallet: what clients and nodes ask about the members.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

use alloc::vec::Vec;
use codec::Codec;
use pallet_consortium::{
	views::{BodyView, MemberView, ProposalView, UnitView},
	Parameters, Proposal, ProposalId, Stood,
};
use shejiao_primitives::{
	governance::Body, history::Entry, ids::MemberId, member::Standing, time::Moment,
};

sp_api::decl_runtime_apis! {
	/// What clients and nodes ask about the members.
	#[api_version(1)]
	pub trait ConsortiumApi<AccountId>
	where
		AccountId: Codec,
	{
		/// Peer ids of the nodes that may connect: multihash bytes, as libp2p encodes a peer id.
		fn peers() -> Vec<Vec<u8>>;

		/// Members, past and present, with an id of at least `from`: at most `limit` and 128.
		fn members(from: MemberId, limit: u32) -> Vec<MemberView<AccountId>>;

		/// A member.
		fn member(id: MemberId) -> Option<MemberView<AccountId>>;

		/// The member for which `account` signs now.
		fn member_of(account: AccountId) -> Option<MemberView<AccountId>>;

		/// Units of a member, open and closed.
		fn units(member: MemberId) -> Vec<UnitView>;

		/// A proposal of admission, open or closed.
		fn proposal(id: ProposalId) -> Option<ProposalView<AccountId>>;

		/// Open proposals of admission.
		fn proposals() -> Vec<(ProposalId, Proposal<AccountId>)>;

		/// The standing of a member at a moment; nothing before its admission.
		fn standing_at(member: MemberId, at: Moment) -> Option<Standing>;

		/// History of the standing of a member, oldest first.
		fn standings(member: MemberId) -> Vec<Entry<Stood>>;

		/// History of the accounts that have signed for a member, oldest first.
		fn institutions(member: MemberId) -> Vec<Entry<AccountId>>;

		/// Seats, voters and thresholds of a body.
		fn body(body: Body) -> BodyView<AccountId>;

		/// Governed numbers.
		fn parameters() -> Parameters;

		/// What `account` signs to take over `member`: see the call `change_key`.
		fn key_payload(member: MemberId, account: AccountId) -> Option<Vec<u8>>;
	}
}
