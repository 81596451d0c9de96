//! Orders by which a superior acts for a statutory agency that may not act itself.

use crate::*;
use frame_support::ensure;
use frame_system::ensure_signed;
use shejiao_primitives::{
	member::Standing,
	time::{LegalDate, LegalTime},
};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	/// The superior that acts for `member` now: by an order that has not ended, while it is still
	/// the superior and active, and the member is not.
	pub(crate) fn superior_of(member: MemberId) -> Option<MemberId> {
		let order = OrderHistory::<T>::current(&member).flatten()?;
		let record = MemberRecords::<T>::get(member)?;
		let superior = MemberRecords::<T>::get(order.superior)?;
		(order.until.is_none_or(|until| T::LegalTime::today() <= until)
			&& record.placement.parent == Some(order.superior)
			&& record.standing != Standing::Active
			&& superior.standing == Standing::Active)
			.then_some(order.superior)
	}

	/// Check that `origin` may give orders about `member`: its active superior, or governance.
	pub(crate) fn ensure_orders(origin: T::RuntimeOrigin, member: MemberId) -> DispatchResult {
		let Ok(who) = ensure_signed(origin.clone()) else {
			Self::governed::<T::ReorganiseOrigin>(origin, member)?;
			return Ok(());
		};
		let (superior, _) = Self::active(&who)?;
		ensure!(
			Self::record(member)?.placement.parent == Some(superior),
			Error::<T>::NotAuthorized
		);
		Ok(())
	}

	pub(crate) fn do_order_superior(
		member: MemberId,
		until: Option<LegalDate>,
		document: H256,
	) -> DispatchResult {
		let record = Self::record(member)?;
		ensure!(
			record.kind.is_statutory() && record.standing != Standing::Active,
			Error::<T>::OrderNotAllowed
		);
		let superior = record.placement.parent.ok_or(Error::<T>::OrderNotAllowed)?;
		ensure!(Self::record(superior)?.standing == Standing::Active, Error::<T>::OrderNotAllowed);
		ensure!(until.is_none_or(|until| T::LegalTime::today() <= until), Error::<T>::InvalidDate);
		Self::set_order(member, Some(Order { superior, until, document }))
	}

	pub(crate) fn do_revoke_order(member: MemberId) -> DispatchResult {
		ensure!(OrderHistory::<T>::current(&member).flatten().is_some(), Error::<T>::NotFound);
		Self::set_order(member, None)
	}

	/// End the order about `member`, if there is one.
	pub(crate) fn end_order(member: MemberId) -> DispatchResult {
		match OrderHistory::<T>::current(&member).flatten() {
			Some(_) => Self::set_order(member, None),
			None => Ok(()),
		}
	}

	fn set_order(member: MemberId, new: Option<Order>) -> DispatchResult {
		let old = OrderHistory::<T>::current(&member).flatten();
		OrderHistory::<T>::push(&member, Self::now(), new).map_err(|_| Error::<T>::Exhausted)?;
		Self::deposit_event(Event::OrderChanged { member, old, new });
		Ok(())
	}
}
