//! Validators, the set planned last, and what clients are told of them.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	pallet_prelude::{BoundedVec, Get},
	CloneNoBound, DebugNoBound, EqNoBound, PartialEqNoBound,
};
use scale_info::TypeInfo;
use shejiao_primitives::{coded, ids::MemberId};
use sp_core::H256;
use sp_staking::SessionIndex;

coded! {
	/// Why a validator leaves. The order is that of precedence: of several, the later one counts.
	pub enum Cause {
		/// Its member's wish.
		#[codec(index = 0)]
		OwnWish,
		/// Its member is not in active standing. Undone if the member is again before the validator
		/// is out.
		#[codec(index = 1)]
		MemberNotActive,
		/// A decision of governance, or a forced set without it.
		#[codec(index = 2)]
		Removed,
	}
}

/// A registered validator.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Validator<AccountId> {
	/// The account that sets its session keys.
	pub account: AccountId,
	/// The member that runs it.
	pub member: MemberId,
	/// Why it leaves, if it does.
	pub leaving: Option<Cause>,
	/// Whether an equivocation was proven, and not yet forgiven.
	pub equivocated: bool,
}

impl<AccountId> Validator<AccountId> {
	/// A validator that is to serve.
	pub fn new(account: AccountId, member: MemberId) -> Self {
		Self { account, member, leaving: None, equivocated: false }
	}

	/// Whether it shall be in the set: neither leaving nor equivocated.
	pub fn is_wanted(&self) -> bool {
		self.leaving.is_none() && !self.equivocated
	}

	/// Place in the queue of those that leave: equivocators first, own wishes last.
	pub fn urgency(&self) -> u8 {
		match (self.equivocated, self.leaving) {
			(true, _) => 0,
			(false, Some(Cause::Removed)) => 1,
			(false, Some(Cause::MemberNotActive)) => 2,
			(false, Some(Cause::OwnWish) | None) => 3,
		}
	}
}

/// The set planned last, which is the queued one of the session pallet.
#[derive(
	CloneNoBound, DebugNoBound, PartialEqNoBound, EqNoBound, Encode, Decode, MaxEncodedLen, TypeInfo,
)]
#[scale_info(skip_type_params(Max))]
pub struct Plan<AccountId: Clone + core::fmt::Debug + PartialEq + Eq, Max: Get<u32>> {
	/// Validators in the order of their indices, with the hash of their session keys.
	pub set: BoundedVec<(AccountId, H256), Max>,
	/// The session in which it came to differ in its validators from the one before.
	pub changed_at: SessionIndex,
	/// Whether Root forced it, and it has not grown to the minimum since.
	pub forced: bool,
}

impl<AccountId: Clone + core::fmt::Debug + PartialEq + Eq, Max: Get<u32>> Default
	for Plan<AccountId, Max>
{
	fn default() -> Self {
		Self { set: BoundedVec::new(), changed_at: 0, forced: false }
	}
}

impl<AccountId: Clone + core::fmt::Debug + PartialEq + Eq, Max: Get<u32>> Plan<AccountId, Max> {
	/// Whether `validator` is in the set.
	pub fn contains(&self, validator: &AccountId) -> bool {
		self.set.iter().any(|(account, _)| account == validator)
	}

	/// The validators without their keys.
	pub fn accounts(&self) -> alloc::vec::Vec<AccountId> {
		self.set.iter().map(|(account, _)| account.clone()).collect()
	}
}

coded! {
	/// Where a validator stands.
	#[serde(rename_all = "kebab-case")]
	pub enum State {
		/// Not in the set planned last: enters it once its keys are set and a change has room.
		#[codec(index = 0)]
		Waiting,
		/// In the set planned last.
		#[codec(index = 1)]
		Active,
		/// In the set planned last, until the rules allow that it goes.
		#[codec(index = 2)]
		Leaving,
		/// Out of the set planned last; keys and peer are kept until that change must be final.
		#[codec(index = 3)]
		Left,
		/// Equivocated: disabled, and in or out of the set as `queued` says.
		#[codec(index = 4)]
		Equivocated,
	}
}

/// What clients are told of a validator.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ValidatorInfo<AccountId> {
	/// The member that runs it.
	pub member: MemberId,
	/// The account that sets its session keys.
	pub account: AccountId,
	/// Where it stands.
	pub state: State,
	/// Whether it has session keys.
	pub keyed: bool,
	/// Whether it is in the set of the current session.
	pub current: bool,
	/// Whether it is in the set of the next session.
	pub queued: bool,
}
