//! Deputies for the time that an officer is absent.

use crate::{
	appointments::corrupt,
	histories::{DeputationHistory, PostHistory},
	Config, Deputation, DeputationsOf, Deputies, Error, Event, Pallet, Post,
};
use frame_support::ensure;
use shejiao_primitives::{
	duty::{Category, Duties},
	reason::Reason,
	time::Moment,
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_deputy(
		who: T::AccountId,
		officer: T::AccountId,
		deputy: T::AccountId,
		duties: Duties,
		from: Option<Moment>,
		until: Moment,
	) -> DispatchResult {
		ensure!(officer != deputy, Error::<T>::ToItself);
		let now = Self::now();
		let principal = Self::open_post(&officer, now)?;
		let own = Self::open_post(&deputy, now)?;
		ensure!(principal.member == own.member, Error::<T>::NotSameMember);
		Self::authority(&who, own.member)?.ensure_may::<T>(&who, &[&officer, &deputy], duties)?;
		ensure!(duties.is_valid(), Error::<T>::InvalidDuties);
		ensure!(principal.duties.contains(duties), Error::<T>::DutiesNotHeld);
		ensure!(own.category.may_hold(duties), Error::<T>::StateFunctionaryRequired);
		let from = Self::interval(now, from, until)?;

		let mut deputations = Self::open_deputations(&deputy, now);
		ensure!(deputations.iter().all(|d| d.principal != officer), Error::<T>::AlreadyExists);
		deputations
			.try_push(Deputation {
				principal: officer.clone(),
				principal_appointment: principal.appointment,
				deputy_appointment: own.appointment,
				duties,
				from,
				until,
			})
			.map_err(|_| Error::<T>::MaxDeputiesExceeded)?;
		Deputies::<T>::try_mutate(&officer, |deputies| {
			deputies.retain(|d| Self::is_deputy(&officer, d, now));
			deputies.try_push(deputy.clone()).map_err(|_| Error::<T>::MaxDeputiesExceeded)
		})?;
		DeputationHistory::<T>::push(&deputy, now, deputations).map_err(corrupt)?;
		Self::deposit_event(Event::DeputySet { officer, deputy, duties, from, until, by: who });
		Ok(())
	}

	pub(crate) fn do_revoke_deputy(
		who: T::AccountId,
		officer: T::AccountId,
		deputy: T::AccountId,
		reason: Reason,
	) -> DispatchResult {
		let now = Self::now();
		let own = Self::open_post(&deputy, now)?;
		let mut deputations = Self::open_deputations(&deputy, now);
		let place =
			deputations.iter().position(|d| d.principal == officer).ok_or(Error::<T>::NotFound)?;
		let revoked = deputations.remove(place);
		Self::authority(&who, own.member)?.ensure_may::<T>(
			&who,
			&[&officer, &deputy],
			revoked.duties,
		)?;
		DeputationHistory::<T>::push(&deputy, now, deputations).map_err(corrupt)?;
		Deputies::<T>::mutate_exists(&officer, |deputies| {
			if let Some(list) = deputies {
				list.retain(|d| *d != deputy);
			}
			*deputies = deputies.take().filter(|list| !list.is_empty());
		});
		Self::deposit_event(Event::DeputyRevoked { officer, deputy, reason, by: who });
		Ok(())
	}

	/// The deputations of `deputy` that hold at `now` or may later.
	pub fn open_deputations(deputy: &T::AccountId, now: Moment) -> DeputationsOf<T> {
		let mut open = DeputationHistory::<T>::current(deputy).unwrap_or_default();
		let own = PostHistory::<T>::current(deputy).filter(|post| post.is_open(now));
		open.retain(|d| {
			let principal = PostHistory::<T>::current(&d.principal).filter(|p| p.is_open(now));
			now < d.until
				&& own.is_some_and(|post| post.appointment == d.deputy_appointment)
				&& principal.is_some_and(|post| post.appointment == d.principal_appointment)
		});
		open
	}

	/// The duties of an officer with `post` at `at`: its own, and what it has as a deputy.
	pub(crate) fn duties_at(account: &T::AccountId, post: &Post, at: Moment) -> Duties {
		let deputations = DeputationHistory::<T>::at(account, at).unwrap_or_default();
		deputations
			.iter()
			.filter(|d| d.from <= at && at < d.until && d.deputy_appointment == post.appointment)
			.filter_map(|d| {
				let principal = Self::post_at(&d.principal, at)
					.filter(|p| p.appointment == d.principal_appointment)?;
				Some(Duties(principal.duties.0 & d.duties.0))
			})
			.map(|duties| permitted(post.category, duties))
			.fold(post.duties, Duties::union)
	}

	fn is_deputy(officer: &T::AccountId, deputy: &T::AccountId, now: Moment) -> bool {
		Self::open_deputations(deputy, now).iter().any(|d| d.principal == *officer)
	}
}

/// Those of `duties` that an officer of `category` may hold (S29): the category of a deputy may have
/// changed since.
fn permitted(category: Category, duties: Duties) -> Duties {
	if category.may_hold(duties) {
		duties
	} else {
		Duties(duties.0 & !Duties::STATE_FUNCTIONARY_ONLY.0)
	}
}
