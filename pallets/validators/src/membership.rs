//! Which validators the members have, and how they come to leave.

use crate::{
	pallet::{Config, Error, Event, Forced, Minimum, Pallet, Planned, Registered},
	session::Sessions,
	types::{Cause, State, Validator, ValidatorInfo},
};
use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::{ensure, pallet_prelude::BoundedVec};
use shejiao_primitives::{
	directory::{Members, OnMembership},
	ids::MemberId,
	member::{Access, Standing},
	reason::Reason,
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Whether `member` may run a validator.
	pub(crate) fn is_eligible(member: MemberId) -> bool {
		T::Members::profile(member).is_some_and(|profile| {
			profile.standing == Standing::Active
				&& profile.access == Access::FullNode
				&& profile.kind.may_run_full_node()
		})
	}

	/// Let the validator of `member` leave for `cause`, unless too few would be left.
	pub(crate) fn dismiss(
		member: MemberId,
		cause: Cause,
		reason: Option<Reason>,
	) -> DispatchResult {
		let validator = Self::entry_of(member).ok_or(Error::<T>::NotFound)?;
		ensure!(validator.leaving.is_none_or(|before| before < cause), Error::<T>::AlreadyLeaving);
		let counts = validator.is_wanted() && Planned::<T>::get().contains(&validator.account);
		let others = Registered::<T>::get()
			.iter()
			.filter(|v| v.is_wanted() && v.account != validator.account)
			.filter(|v| T::Sessions::keys_hash(&v.account).is_some())
			.count() as u32;
		ensure!(!counts || others >= Minimum::<T>::get(), Error::<T>::BelowMinimum);
		Self::start_leaving(validator, cause, reason);
		Ok(())
	}

	/// Mark `validator` as leaving; forget it at once if it is in no set.
	fn start_leaving(validator: Validator<T::AccountId>, cause: Cause, reason: Option<Reason>) {
		Self::deposit_event(Event::LeavingStarted {
			member: validator.member,
			validator: validator.account.clone(),
			cause,
			reason,
		});
		if Planned::<T>::get().contains(&validator.account)
			|| T::Sessions::current().contains(&validator.account)
		{
			Registered::<T>::mutate(|all| {
				for v in all.iter_mut().filter(|v| v.account == validator.account) {
					v.leaving = Some(cause);
				}
			});
		} else {
			Self::forget(validator);
		}
	}

	/// Let a validator serve again.
	pub(crate) fn forgive(account: T::AccountId) -> DispatchResult {
		Registered::<T>::try_mutate(|all| {
			let found = all.iter().find(|v| v.account == account).ok_or(Error::<T>::NotFound)?;
			let member = found.member;
			ensure!(!found.is_wanted(), Error::<T>::NothingToReinstate);
			ensure!(Self::is_eligible(member), Error::<T>::NotEligible);
			// A forced set may have given the member another validator.
			let other = all.iter().any(|v| v.member == member && v.account != account);
			ensure!(!other, Error::<T>::AlreadyExists);
			for v in all.iter_mut().filter(|v| v.account == account) {
				v.leaving = None;
				v.equivocated = false;
			}
			Self::deposit_event(Event::Reinstated { member, validator: account });
			Ok(())
		})
	}

	/// Force the set of the next session.
	pub(crate) fn force(
		set: BoundedVec<(MemberId, T::AccountId), T::MaxValidators>,
	) -> DispatchResult {
		let members: BTreeSet<_> = set.iter().map(|(member, _)| *member).collect();
		let accounts: BTreeSet<_> = set.iter().map(|(_, account)| account).collect();
		ensure!(members.len() == set.len() && accounts.len() == set.len(), Error::<T>::Repeated);
		let mut all = Registered::<T>::get();
		for v in all.iter_mut().filter(|v| !accounts.contains(&v.account)) {
			if v.leaving != Some(Cause::Removed) {
				v.leaving = Some(Cause::Removed);
				Self::deposit_event(Event::LeavingStarted {
					member: v.member,
					validator: v.account.clone(),
					cause: Cause::Removed,
					reason: None,
				});
			}
		}
		for (member, account) in &set {
			ensure!(T::Members::profile(*member).is_some(), Error::<T>::NotFound);
			match all.iter_mut().find(|v| v.account == *account) {
				Some(v) => {
					ensure!(v.member == *member, Error::<T>::AccountTaken);
					*v = Validator::new(account.clone(), *member);
				},
				None => Self::push(&mut all, *member, account)?,
			}
		}
		Registered::<T>::put(all);
		let keyed: Vec<_> = set
			.iter()
			.map(|(_, account)| account.clone())
			.filter(|account| T::Sessions::keys_hash(account).is_some())
			.collect();
		ensure!(!keyed.is_empty(), Error::<T>::NoKeys);
		Self::deposit_event(Event::SetForced { validators: set.into_inner() });
		Forced::<T>::put(BoundedVec::truncate_from(keyed));
		T::Sessions::plan_again();
		Ok(())
	}

	/// The validator of `member`; of two, the one that does not leave.
	fn entry_of(member: MemberId) -> Option<Validator<T::AccountId>> {
		let all = Registered::<T>::get();
		let mut own = all.iter().filter(|v| v.member == member);
		own.clone().find(|v| v.leaving.is_none()).or_else(|| own.next()).cloned()
	}

	/// The account of the validator of `member`.
	pub fn validator_of(member: MemberId) -> Option<T::AccountId> {
		Self::entry_of(member).map(|v| v.account)
	}

	/// Whether the peer of `member` is needed whatever its standing: its validator is in the set, or
	/// was until a change that may not be final yet.
	pub fn keeps_peer(member: MemberId) -> bool {
		Registered::<T>::get().iter().any(|v| v.member == member)
	}

	/// Every registered validator.
	pub fn infos() -> Vec<ValidatorInfo<T::AccountId>> {
		let planned = Planned::<T>::get();
		let current = T::Sessions::current();
		Registered::<T>::get()
			.into_iter()
			.map(|v| {
				let queued = planned.contains(&v.account);
				let state = match (v.equivocated, v.leaving, queued) {
					(_, Some(_), true) => State::Leaving,
					(_, Some(_), false) => State::Left,
					(true, None, _) => State::Equivocated,
					(false, None, true) => State::Active,
					(false, None, false) => State::Waiting,
				};
				ValidatorInfo {
					member: v.member,
					state,
					keyed: T::Sessions::keys_hash(&v.account).is_some(),
					current: current.contains(&v.account),
					queued,
					account: v.account,
				}
			})
			.collect()
	}
}

impl<T: Config> OnMembership<T::AccountId> for Pallet<T> {
	fn admitted(_: MemberId, _: &T::AccountId, _: u64) -> DispatchResult {
		Ok(())
	}

	/// Never fails: a vote does not depend on whether there is a replacement.
	fn standing_changed(member: MemberId, _: Standing, to: Standing) -> DispatchResult {
		let own = Registered::<T>::get().into_iter().filter(|v| v.member == member);
		for validator in own {
			match (to, validator.leaving) {
				(Standing::Active, Some(Cause::MemberNotActive)) => {
					Registered::<T>::mutate(|all| {
						for v in all.iter_mut().filter(|v| v.account == validator.account) {
							v.leaving = None;
						}
					});
					Self::deposit_event(Event::LeavingStopped {
						member,
						validator: validator.account,
					});
				},
				(Standing::Active, _) | (_, Some(_)) => {},
				(_, None) => Self::start_leaving(validator, Cause::MemberNotActive, None),
			}
		}
		Ok(())
	}
}
