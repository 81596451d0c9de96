//! Appointment, change and dismissal of officers.

use crate::{
	histories::{CarrierHistory, PostHistory},
	Carried, Config, Error, Event, OfficerCount, Officers, Pallet, Post,
};
use frame_support::{ensure, BoundedVec};
use shejiao_primitives::{
	account::{AccountRegistry, AccountRole},
	directory::Members,
	duty::{Category, Duties},
	history::OutOfOrder,
	ids::{MemberId, UnitId},
	reason::Reason,
	time::Moment,
};
use sp_core::Get;
use sp_runtime::{DispatchError, DispatchResult};

/// Block time never runs backwards, so a history that seems to do so is broken.
pub(crate) fn corrupt(_: OutOfOrder) -> DispatchError {
	frame_support::defensive!("a history was written backwards in time");
	DispatchError::Corruption
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_appoint(
		who: T::AccountId,
		member: Option<MemberId>,
		account: T::AccountId,
		unit: Option<UnitId>,
		duties: Duties,
		category: Category,
		valid_from: Option<Moment>,
		valid_until: Moment,
	) -> DispatchResult {
		let member = member.or_else(|| Self::own_member(&who)).ok_or(Error::<T>::NotAuthorized)?;
		Self::authority(&who, member)?.ensure_may::<T>(&who, &[&account], duties)?;
		let now = Self::now();
		let valid_from = Self::interval(now, valid_from, valid_until)?;
		let post = Post { member, unit, duties, category, appointment: 0, valid_from, valid_until };
		Self::enter(&account, post, now)?;
		Self::deposit_event(Event::OfficerAppointed {
			account,
			member,
			unit,
			duties,
			category,
			valid_from,
			valid_until,
			by: who,
		});
		Ok(())
	}

	/// Enter an appointment from `now` on; its number is set here.
	pub(crate) fn enter(account: &T::AccountId, post: Post, now: Moment) -> DispatchResult {
		let member = post.member;
		Self::check_post(&post)?;
		let before = PostHistory::<T>::current(account);
		if let Some(before) = before {
			let in_office = before.is_open(now) && Self::serves(before.member, now);
			ensure!(!in_office, Error::<T>::AlreadyExists);
		}
		let others = OfficerCount::<T>::get(member)
			.saturating_sub(Officers::<T>::contains_key(member, account).into());
		ensure!(others < T::MaxOfficersPerMember::get(), Error::<T>::MaxOfficersExceeded);
		T::Accounts::admit(account, AccountRole::Officer)?;
		if let Some(before) = before {
			Self::unlist(before.member, account);
		}
		Officers::<T>::insert(member, account, ());
		OfficerCount::<T>::mutate(member, |count| *count = count.saturating_add(1));
		let post = Post { appointment: PostHistory::<T>::len(account), ..post };
		PostHistory::<T>::push(account, now, post).map_err(corrupt)?;
		Self::open_desk(member, account, now)
	}

	pub(crate) fn do_change(
		who: T::AccountId,
		account: T::AccountId,
		unit: Option<UnitId>,
		duties: Duties,
		category: Category,
		valid_until: Moment,
	) -> DispatchResult {
		let now = Self::now();
		let before = Self::open_post(&account, now)?;
		let member = before.member;
		Self::authority(&who, member)?.ensure_may::<T>(
			&who,
			&[&account],
			before.duties.union(duties),
		)?;
		ensure!(now.max(before.valid_from) < valid_until, Error::<T>::InvalidInterval);
		let post = Post { unit, duties, category, valid_until, ..before };
		Self::check_post(&post)?;
		PostHistory::<T>::push(&account, now, post).map_err(corrupt)?;
		Self::deposit_event(Event::OfficerChanged {
			account,
			member,
			unit,
			duties,
			category,
			valid_until,
			by: who,
		});
		Ok(())
	}

	pub(crate) fn do_dismiss(
		who: T::AccountId,
		account: T::AccountId,
		reason: Reason,
	) -> DispatchResult {
		let now = Self::now();
		let post = PostHistory::<T>::current(&account).ok_or(Error::<T>::NotFound)?;
		let member = post.member;
		ensure!(Officers::<T>::contains_key(member, &account), Error::<T>::NotFound);
		Self::authority(&who, member)?.ensure_may::<T>(&who, &[&account], post.duties)?;
		Self::unlist(member, &account);
		let ended = Post { valid_until: post.valid_until.min(now), ..post };
		PostHistory::<T>::push(&account, now, ended).map_err(corrupt)?;
		Self::deposit_event(Event::OfficerDismissed { account, member, reason, by: who });
		Ok(())
	}

	/// The post of an officer that is valid or will be.
	pub(crate) fn open_post(account: &T::AccountId, now: Moment) -> Result<Post, DispatchError> {
		let post = PostHistory::<T>::current(account).filter(|post| post.is_open(now));
		Ok(post.ok_or(Error::<T>::NotFound)?)
	}

	/// The beginning of an interval that starts now or later and is not empty.
	pub(crate) fn interval(
		now: Moment,
		from: Option<Moment>,
		until: Moment,
	) -> Result<Moment, DispatchError> {
		let from = from.unwrap_or(now);
		ensure!(now <= from && from < until, Error::<T>::InvalidInterval);
		Ok(from)
	}

	fn check_post(post: &Post) -> DispatchResult {
		ensure!(post.duties.is_valid(), Error::<T>::InvalidDuties);
		ensure!(post.category.may_hold(post.duties), Error::<T>::StateFunctionaryRequired);
		if let Some(unit) = post.unit {
			ensure!(T::Members::unit_owner(unit) == Some(post.member), Error::<T>::UnitNotOfMember);
		}
		Ok(())
	}

	/// The member that `who` signs for or is an officer of.
	fn own_member(who: &T::AccountId) -> Option<MemberId> {
		T::Members::member(who).or_else(|| PostHistory::<T>::current(who).map(|post| post.member))
	}

	/// Take `account` from the list of a member, if it is there.
	fn unlist(member: MemberId, account: &T::AccountId) {
		if Officers::<T>::take(member, account).is_some() {
			OfficerCount::<T>::mutate_exists(member, |count| {
				*count = count.and_then(|n| n.checked_sub(1)).filter(|n| *n > 0);
			});
		}
	}

	/// Let `account` carry its own caseload at `member`, if it never had one there.
	fn open_desk(member: MemberId, account: &T::AccountId, now: Moment) -> DispatchResult {
		let desk = (member, account.clone());
		if CarrierHistory::<T>::len(&desk) > 0 {
			return Ok(());
		}
		CarrierHistory::<T>::push(&desk, now, account.clone()).map_err(corrupt)?;
		let own = BoundedVec::try_from(alloc::vec![account.clone()])
			.map_err(|_| Error::<T>::MaxCaseloadsExceeded)?;
		Carried::<T>::insert(desk, own);
		Ok(())
	}
}
