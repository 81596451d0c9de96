//! What a county agency lets its units do.

use crate::{
	appointments::corrupt, histories::DelegationHistory, Config, Delegation, DelegationsOf, Error,
	Event, NextDelegation, Pallet,
};
use frame_support::ensure;
use shejiao_primitives::{
	directory::Members,
	duty::Acts,
	ids::{DelegationId, MemberId, UnitId},
	member::{Level, MemberKind},
	reason::Reason,
	time::Moment,
};
use sp_core::H256;
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_delegate(
		who: T::AccountId,
		unit: UnitId,
		acts: Acts,
		from: Option<Moment>,
		until: Moment,
		document: H256,
	) -> DispatchResult {
		let member = T::Members::unit_owner(unit).ok_or(Error::<T>::NotFound)?;
		Self::ensure_institution(&who, member)?;
		let now = Self::now();
		let from = Self::interval(now, from, until)?;
		let delegation = Self::add_delegation(member, unit, acts, from, until, document, now)?;
		Self::deposit_event(Event::ActsDelegated {
			delegation,
			member,
			unit,
			acts,
			from,
			until,
			document,
			by: who,
		});
		Ok(())
	}

	pub(crate) fn add_delegation(
		member: MemberId,
		unit: UnitId,
		acts: Acts,
		from: Moment,
		until: Moment,
		document: H256,
		now: Moment,
	) -> Result<DelegationId, DispatchError> {
		let delegator = T::Members::profile(member)
			.is_some_and(|p| p.kind == MemberKind::JusticeBureau && p.level == Level::County);
		ensure!(delegator, Error::<T>::NotDelegator);
		ensure!(
			acts != Acts::default() && Acts::DELEGABLE.contains(acts),
			Error::<T>::NotDelegable
		);
		let id = NextDelegation::<T>::get();
		let next = id.0.checked_add(1).ok_or(Error::<T>::MaxDelegationsExceeded)?;
		let mut delegations = Self::open_delegations(unit, now);
		delegations
			.try_push(Delegation { id, member, acts, from, until, document })
			.map_err(|_| Error::<T>::MaxDelegationsExceeded)?;
		DelegationHistory::<T>::push(&unit, now, delegations).map_err(corrupt)?;
		NextDelegation::<T>::put(DelegationId(next));
		Ok(id)
	}

	pub(crate) fn do_revoke_delegation(
		who: T::AccountId,
		unit: UnitId,
		delegation: DelegationId,
		reason: Reason,
	) -> DispatchResult {
		let now = Self::now();
		let mut delegations = Self::open_delegations(unit, now);
		let place =
			delegations.iter().position(|d| d.id == delegation).ok_or(Error::<T>::NotFound)?;
		let member = delegations.remove(place).member;
		Self::ensure_institution(&who, member)?;
		DelegationHistory::<T>::push(&unit, now, delegations).map_err(corrupt)?;
		Self::deposit_event(Event::DelegationRevoked { delegation, member, unit, reason, by: who });
		Ok(())
	}

	/// The delegations of a unit that hold at `now` or may later. A closed unit has none.
	pub fn open_delegations(unit: UnitId, now: Moment) -> DelegationsOf<T> {
		let mut open = DelegationHistory::<T>::current(&unit).unwrap_or_default();
		let owner = T::Members::unit_owner_at(unit, now);
		open.retain(|d| now < d.until && owner == Some(d.member));
		open
	}

	/// The delegations of a unit that held at a moment.
	pub fn delegations_at(unit: UnitId, at: Moment) -> DelegationsOf<T> {
		let mut held = DelegationHistory::<T>::at(&unit, at).unwrap_or_default();
		let owner = T::Members::unit_owner_at(unit, at);
		held.retain(|d| d.covers(at) && owner == Some(d.member));
		held
	}
}
