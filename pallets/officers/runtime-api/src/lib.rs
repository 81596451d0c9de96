//! What clients ask about officers, deputies, caseloads and delegations.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

use alloc::vec::Vec;
use codec::Codec;
use pallet_officers::{Delegation, Deputation, ListedOfficer, Post};
use shejiao_primitives::{
	directory::Actor,
	duty::{Acts, Duties},
	ids::{MemberId, UnitId},
	time::Moment,
};

sp_api::decl_runtime_apis! {
	/// Who may act for a member, and who could at a past moment.
	pub trait OfficersApi<AccountId> where AccountId: Codec {
		/// What an account may do as an officer now, a deputy's duties included. `None` when its
		/// validity or its member's standing leaves it nothing.
		fn officer(account: AccountId) -> Option<Actor>;

		/// What an account could do as an officer at a moment (milliseconds UTC).
		fn officer_at(account: AccountId, moment: Moment) -> Option<Actor>;

		/// Whether an account was an officer of a member with all of these duties at a moment.
		fn had_duty(account: AccountId, member: MemberId, duties: Duties, moment: Moment) -> bool;

		/// The last post of an account, which may be over or not have begun.
		fn post(account: AccountId) -> Option<Post>;

		/// Officers of a member that have not been dismissed: a page of at most `limit` and 256 after
		/// `from`, which is the last account of the page before.
		fn officers_of(
			member: MemberId,
			from: Option<AccountId>,
			limit: u32,
		) -> Vec<ListedOfficer<AccountId>>;

		/// The deputations that an account holds now or will hold.
		fn deputations(account: AccountId) -> Vec<Deputation<AccountId>>;

		/// Who carried an officer's caseload at a member at a moment. `None` when it had none.
		fn responsible(
			member: MemberId,
			account: AccountId,
			moment: Moment,
		) -> Option<AccountId>;

		/// What is delegated to a unit now or will be.
		fn delegations(unit: UnitId) -> Vec<Delegation>;

		/// What was delegated to a unit at a moment.
		fn delegations_at(unit: UnitId, moment: Moment) -> Vec<Delegation>;

		/// Whether a member had delegated all of these acts to a unit at a moment.
		fn delegated(member: MemberId, unit: UnitId, acts: Acts, moment: Moment) -> bool;
	}
}
