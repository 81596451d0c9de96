//! Who may act: members, and the officers that act for them.

use crate::{
	duty::{Acts, Category, Duties},
	ids::{MemberId, UnitId},
	member::{Profile, Standing},
	time::Moment,
};
use codec::{Decode, Encode};
use scale_info::TypeInfo;
use sp_runtime::DispatchResult;

/// The members of the consortium.
pub trait Members<AccountId> {
	/// The member for which `account` signs now.
	fn member(account: &AccountId) -> Option<MemberId>;

	/// The account that signs for a member now.
	fn institution(member: MemberId) -> Option<AccountId>;

	/// What a member is now.
	fn profile(member: MemberId) -> Option<Profile>;

	/// The standing of a member at a past moment; `None` before its admission.
	fn standing_at(member: MemberId, at: Moment) -> Option<Standing>;

	/// The member that a unit belongs to, while the unit exists.
	fn unit_owner(unit: UnitId) -> Option<MemberId>;

	/// The member that a unit belonged to at a moment: `None` before it was opened and from its
	/// closure on.
	fn unit_owner_at(unit: UnitId, at: Moment) -> Option<MemberId>;

	/// The member that `superior` acts for when it acts as `member` by a recorded order.
	fn acts_for(superior: MemberId, member: MemberId) -> bool;

	/// Whether what `actor` does counts for `member`: it is that member, or acts for it by a recorded
	/// order.
	fn stands_for(actor: MemberId, member: MemberId) -> bool {
		actor == member || Self::acts_for(actor, member)
	}

	/// Register a member with an account that signs for it, for benchmarks of other pallets.
	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_member(account: &AccountId, kind: crate::member::MemberKind) -> MemberId;
}

/// An account that may act, for whom, and with what power.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Actor {
	/// The member it acts for.
	pub member: MemberId,
	/// The unit it belongs to, if not to the agency itself.
	pub unit: Option<UnitId>,
	/// Its duties, a deputy's included.
	pub duties: Duties,
	/// Its category.
	pub category: Category,
}

/// Accounts as officers: who could do what, when.
pub trait Directory<AccountId> {
	/// What `account` is as an officer at a moment, past or present: `None` when it was none, its
	/// validity was over, or its member's standing left it nothing.
	fn officer_at(account: &AccountId, at: Moment) -> Option<Actor>;

	/// What `account` is as an officer now.
	fn officer(account: &AccountId) -> Option<Actor>;

	/// Whether `account` was an officer of `member` with all of `duties` at a moment.
	fn had_duty(account: &AccountId, member: MemberId, duties: Duties, at: Moment) -> bool {
		Self::officer_at(account, at)
			.is_some_and(|actor| actor.member == member && actor.duties.contains(duties))
	}

	/// Whether `member` had delegated all of `acts` to `unit` at a moment.
	fn delegated(member: MemberId, unit: UnitId, acts: Acts, at: Moment) -> bool;
}

/// Told when a member comes, and when its standing changes, inside the call that does it.
pub trait OnMembership<AccountId> {
	/// `member` has been admitted with a quota of block reference time per hour (picoseconds).
	fn admitted(member: MemberId, institution: &AccountId, quota: u64) -> DispatchResult;

	/// The standing of `member` has changed from `from` to `to`.
	fn standing_changed(member: MemberId, from: Standing, to: Standing) -> DispatchResult;
}

#[impl_trait_for_tuples::impl_for_tuples(4)]
impl<AccountId> OnMembership<AccountId> for Tuple {
	fn admitted(member: MemberId, institution: &AccountId, quota: u64) -> DispatchResult {
		for_tuples!( #( Tuple::admitted(member, institution, quota)?; )* );
		Ok(())
	}

	fn standing_changed(member: MemberId, from: Standing, to: Standing) -> DispatchResult {
		for_tuples!( #( Tuple::standing_changed(member, from, to)?; )* );
		Ok(())
	}
}
