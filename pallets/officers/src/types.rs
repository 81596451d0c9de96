//! What is stored, and what genesis says.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};
use shejiao_primitives::{
	directory::Actor,
	duty::{Acts, Category, Duties},
	ids::{DelegationId, MemberId, UnitId},
	time::Moment,
};
use sp_core::H256;

/// What an account is as an officer, from an entry of its history on.
///
/// A dismissal is an entry too: the same post, valid until the moment of the dismissal.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Post {
	/// The member it acts for.
	pub member: MemberId,
	/// The unit it belongs to, if not to the agency itself.
	pub unit: Option<UnitId>,
	/// Its own duties, without those of a deputy.
	pub duties: Duties,
	/// Its category.
	pub category: Category,
	/// Which appointment of the account this is: the number of the history entry that made it.
	/// Deputies are tied to it, so that none comes back with a later appointment.
	pub appointment: u32,
	/// From when it is valid, inclusive.
	pub valid_from: Moment,
	/// Until when it is valid, exclusive.
	pub valid_until: Moment,
}

impl Post {
	/// Whether the post is valid at `at`.
	pub const fn covers(&self, at: Moment) -> bool {
		self.valid_from <= at && at < self.valid_until
	}

	/// Whether the post is valid at `now` or will be: it is neither over nor ended by dismissal.
	pub const fn is_open(&self, now: Moment) -> bool {
		now < self.valid_until
	}

	/// The post as others see it, with `duties` in place of its own.
	pub(crate) const fn actor(&self, duties: Duties) -> Actor {
		Actor { member: self.member, unit: self.unit, duties, category: self.category }
	}
}

/// A deputy's share in the duties of a principal.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Deputation<AccountId> {
	/// Whose duties.
	pub principal: AccountId,
	/// The appointment of the principal: the deputation ends with it.
	pub principal_appointment: u32,
	/// The appointment of the deputy: the deputation ends with it.
	pub deputy_appointment: u32,
	/// At most these duties; of them, those that the principal has at the moment in question.
	pub duties: Duties,
	/// From when, inclusive.
	pub from: Moment,
	/// Until when, exclusive.
	pub until: Moment,
}

/// Acts that a county agency has delegated to one of its units.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Delegation {
	/// Its number.
	pub id: DelegationId,
	/// The agency that delegates.
	pub member: MemberId,
	/// What it delegates.
	pub acts: Acts,
	/// From when, inclusive.
	pub from: Moment,
	/// Until when, exclusive.
	pub until: Moment,
	/// Hash of the document that delegates.
	pub document: H256,
}

impl Delegation {
	/// Whether the delegation holds at `at`.
	pub const fn covers(&self, at: Moment) -> bool {
		self.from <= at && at < self.until
	}
}

/// An officer in a list of those of a member.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ListedOfficer<AccountId> {
	/// Its account.
	pub account: AccountId,
	/// Its last post, which may be over or not have begun.
	pub post: Post,
}

/// An officer from genesis on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FoundingOfficer<AccountId> {
	/// Its account.
	pub account: AccountId,
	/// The member it acts for.
	pub member: MemberId,
	/// The unit it belongs to, if not to the agency itself.
	#[serde(default)]
	pub unit: Option<UnitId>,
	/// Its duties.
	pub duties: Duties,
	/// Its category.
	pub category: Category,
	/// Until when it is valid, exclusive.
	pub valid_until: Moment,
}

/// A delegation from genesis on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FoundingDelegation {
	/// The unit, which belongs to the agency that delegates.
	pub unit: UnitId,
	/// What is delegated.
	pub acts: Acts,
	/// Until when, exclusive.
	pub until: Moment,
	/// Hash of the document that delegates.
	pub document: H256,
}
