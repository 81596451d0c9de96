//! How much of the blocks a member may use.

use crate::{
	types::{end_of, hour_of, Allowance, Load, Quota, Signer},
	Config, DefaultQuota, Drawn, Error, Event, Pallet, Quotas, Reserve,
};
use frame_support::{
	dispatch::{DispatchInfo, PostDispatchInfo},
	ensure,
	traits::Get,
};
use shejiao_primitives::{
	account::AccountRole,
	directory::{Members, OnMembership},
	ids::MemberId,
	member::{CallClass, Standing},
	refusal::Refusal,
	time::LegalTime,
};
use sp_runtime::DispatchResult;

/// What a call draws on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purse<AccountId> {
	/// The hour of the member, which all its accounts share.
	Member(MemberId),
	/// The reserve of the account alone: nobody else can use it up.
	Account(AccountId),
}

impl<T: Config> Pallet<T> {
	/// The quota of `member` as it stands now.
	pub fn quota(member: MemberId) -> Allowance {
		let quota = Self::current_quota(member);
		Self::allowance(quota.limit, quota.load)
	}

	/// The reserve of `account` for calls that the law orders, as it stands now.
	pub fn reserve(account: &T::AccountId) -> Allowance {
		let (limit, load) = Self::balance(&Purse::Account(account.clone()));
		Self::allowance(limit, load)
	}

	fn allowance(limit: u64, load: Load) -> Allowance {
		Allowance { limit, used: load.used, window_end: end_of(load.hour) }
	}

	fn current_quota(member: MemberId) -> Quota {
		let hour = hour_of(T::LegalTime::now());
		let quota = Quotas::<T>::get(member)
			.unwrap_or_else(|| Quota { limit: DefaultQuota::<T>::get(), load: Load::default() });
		Quota { load: quota.load.in_hour(hour), ..quota }
	}

	/// What a call of `class` draws on.
	///
	/// What the law orders, and a validator's keys, draw on a reserve of each account: no colleague,
	/// and no spam of discretionary calls, can keep an officer from an act that it must do by law. A
	/// representative has no reserve: whoever is given a key must not take more of the blocks.
	pub(crate) fn purse(signer: &Signer<T::AccountId>, class: CallClass) -> Purse<T::AccountId> {
		match (signer.role, class) {
			(AccountRole::Representative, _) | (_, CallClass::Discretionary) => {
				Purse::Member(signer.member)
			},
			(_, CallClass::Statutory | CallClass::Consensus) => {
				Purse::Account(signer.account.clone())
			},
		}
	}

	/// The block reference time that a transaction takes at most, its overhead included.
	pub(crate) fn cost(info: &DispatchInfo) -> u64 {
		let weights = <T as frame_system::Config>::BlockWeights::get();
		let base = weights.get(info.class).base_extrinsic;
		base.saturating_add(info.total_weight()).ref_time()
	}

	/// The block reference time of the weight that a transaction was given and did not use.
	pub(crate) fn unused(info: &DispatchInfo, post_info: &PostDispatchInfo) -> u64 {
		post_info.calc_unspent(info).ref_time()
	}

	/// Limit and load of a purse in this hour.
	fn balance(purse: &Purse<T::AccountId>) -> (u64, Load) {
		match purse {
			Purse::Member(member) => {
				let quota = Self::current_quota(*member);
				(quota.limit, quota.load)
			},
			Purse::Account(account) => {
				let hour = hour_of(T::LegalTime::now());
				(Reserve::<T>::get(), Drawn::<T>::get(account).in_hour(hour))
			},
		}
	}

	fn put_load(purse: &Purse<T::AccountId>, load: Load) {
		match purse {
			Purse::Member(member) => {
				let quota = Quota { load, ..Self::current_quota(*member) };
				Quotas::<T>::insert(member, quota);
			},
			Purse::Account(account) => Drawn::<T>::insert(account, load),
		}
	}

	/// Whether `pending` transactions of `cost` each fit into what is left of the hour.
	///
	/// The pool checks every transaction against the same state: those that wait before this one
	/// are taken to cost as much.
	pub(crate) fn check_load(
		purse: &Purse<T::AccountId>,
		cost: u64,
		pending: u32,
	) -> Result<(), Refusal> {
		let (limit, load) = Self::balance(purse);
		let demand = cost.saturating_mul(u64::from(pending));
		ensure!(demand <= limit.saturating_sub(load.used), Refusal::QuotaExceeded);
		Ok(())
	}

	/// Draw `cost`.
	pub(crate) fn charge(purse: &Purse<T::AccountId>, cost: u64) -> Result<(), Refusal> {
		Self::check_load(purse, cost, 1)?;
		let (_, load) = Self::balance(purse);
		Self::put_load(purse, Load { used: load.used.saturating_add(cost), ..load });
		Ok(())
	}

	/// Give back `unused` of what was drawn in this block.
	pub(crate) fn refund(purse: &Purse<T::AccountId>, unused: u64) {
		if unused > 0 {
			let (_, load) = Self::balance(purse);
			Self::put_load(purse, Load { used: load.used.saturating_sub(unused), ..load });
		}
	}

	/// Let `member` draw `quota` per hour. What it has drawn in this hour still counts.
	pub(crate) fn limit(member: MemberId, quota: u64) -> DispatchResult {
		ensure!(quota > 0 && quota <= T::MaxQuota::get(), Error::<T>::QuotaOutOfBounds);
		Quotas::<T>::insert(member, Quota { limit: quota, ..Self::current_quota(member) });
		Self::deposit_event(Event::QuotaSet { member, quota });
		Ok(())
	}

	/// Like [`Self::limit`], of a member that exists.
	pub(crate) fn limit_member(member: MemberId, quota: u64) -> DispatchResult {
		ensure!(T::Members::profile(member).is_some(), Error::<T>::NotFound);
		Self::limit(member, quota)
	}

	/// Let every account draw `reserve` per hour for what the law orders.
	pub(crate) fn limit_reserve(reserve: u64) -> DispatchResult {
		let bounds = T::MinReserve::get()..=T::MaxQuota::get();
		ensure!(bounds.contains(&reserve), Error::<T>::ReserveOutOfBounds);
		Reserve::<T>::put(reserve);
		Self::deposit_event(Event::ReserveSet { reserve });
		Ok(())
	}
}

impl<T: Config> OnMembership<T::AccountId> for Pallet<T> {
	fn admitted(member: MemberId, _: &T::AccountId, quota: u64) -> DispatchResult {
		Self::limit(member, quota)
	}

	/// Nothing: a statutory agency still makes the calls that it must, and its quota with them.
	fn standing_changed(_: MemberId, _: Standing, _: Standing) -> DispatchResult {
		Ok(())
	}
}
