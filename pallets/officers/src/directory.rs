//! Who could do what, when: what other pallets and clients ask.

use crate::{histories::PostHistory, Config, ListedOfficer, Officers, Pallet, Post};
use alloc::vec::Vec;
use shejiao_primitives::{
	directory::{Actor, Directory},
	duty::Acts,
	ids::{MemberId, UnitId},
	time::Moment,
};

/// Most officers of one page of [`Pallet::officers_of`].
pub const MAX_PAGE: u32 = 256;

impl<T: Config> Directory<T::AccountId> for Pallet<T> {
	fn officer_at(account: &T::AccountId, at: Moment) -> Option<Actor> {
		let post = Self::post_at(account, at)?;
		Self::serves(post.member, at).then(|| post.actor(Self::duties_at(account, &post, at)))
	}

	fn officer(account: &T::AccountId) -> Option<Actor> {
		Self::officer_at(account, Self::now())
	}

	fn delegated(member: MemberId, unit: UnitId, acts: Acts, at: Moment) -> bool {
		let delegated = Self::delegations_at(unit, at)
			.iter()
			.filter(|d| d.member == member)
			.fold(0, |delegated, d| delegated | d.acts.0);
		Acts(delegated).contains(acts)
	}
}

impl<T: Config> Pallet<T> {
	/// The post that `account` held at a moment, whatever the standing of its member.
	pub fn post_at(account: &T::AccountId, at: Moment) -> Option<Post> {
		PostHistory::<T>::at(account, at).filter(|post| post.covers(at))
	}

	/// The last post of `account`, which may be over or not have begun.
	pub fn last_post(account: &T::AccountId) -> Option<Post> {
		PostHistory::<T>::current(account)
	}

	/// A page of the officers of `member` that have not been dismissed: those after `from` in the
	/// order of storage, at most `limit` and [`MAX_PAGE`].
	pub fn officers_of(
		member: MemberId,
		from: Option<T::AccountId>,
		limit: u32,
	) -> Vec<ListedOfficer<T::AccountId>> {
		let keys = match from {
			Some(last) => Officers::<T>::iter_key_prefix_from(
				member,
				Officers::<T>::hashed_key_for(member, last),
			),
			None => Officers::<T>::iter_key_prefix(member),
		};
		keys.take(limit.min(MAX_PAGE) as usize)
			.filter_map(|account| {
				let post = PostHistory::<T>::current(&account)?;
				Some(ListedOfficer { account, post })
			})
			.collect()
	}
}
