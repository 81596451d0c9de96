//! What must hold between blocks.

use crate::{
	histories::{CarrierHistory, DelegationHistory, DeputationHistory, PostHistory},
	types::Post,
	Carried, CarrierCount, Config, DelegationCount, DeputationCount, Deputies, NextDelegation,
	OfficerCount, Officers, Pallet, PostCount,
};
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::ensure;
use shejiao_primitives::{
	account::{AccountRegistry, AccountRole},
	duty::Acts,
	time::Moment,
};
use sp_core::Get;
use sp_runtime::TryRuntimeError;

type Checked = Result<(), TryRuntimeError>;

impl<T: Config> Pallet<T> {
	/// Check every invariant of the pallet.
	pub fn do_try_state() -> Checked {
		Self::check_posts()?;
		Self::check_lists()?;
		Self::check_deputations()?;
		Self::check_caseloads()?;
		Self::check_delegations()
	}

	/// Every post obeys the rules of appointment, and every open one is listed.
	fn check_posts() -> Checked {
		let now = Self::now();
		for account in PostCount::<T>::iter_keys() {
			PostHistory::<T>::check(&account).map_err(TryRuntimeError::Other)?;
			ensure!(
				T::Accounts::role(&account) == Some(AccountRole::Officer),
				"officers: the account has not the role of an officer"
			);
			let Some(post) = PostHistory::<T>::current(&account) else {
				return Err("officers: an account is counted without a post".into());
			};
			ensure!(
				post.appointment < PostHistory::<T>::len(&account),
				"officers: a post is of an appointment that is not in the history"
			);
			check_power(&post)?;
			ensure!(
				!post.is_open(now) || Officers::<T>::contains_key(post.member, &account),
				"officers: an officer is missing in the list of its member"
			);
			ensure!(
				CarrierCount::<T>::get((post.member, &account)) > 0,
				"officers: an officer has no caseload of its own"
			);
		}
		Ok(())
	}

	/// The lists hold officers of their member alone, as many as counted, within the bound.
	fn check_lists() -> Checked {
		let mut counted = BTreeMap::new();
		for (member, account) in Officers::<T>::iter_keys() {
			ensure!(
				PostHistory::<T>::current(&account).is_some_and(|post| post.member == member),
				"officers: an account is listed by a member that it is no officer of"
			);
			let count = counted.entry(member).or_insert(0u32);
			*count = count.saturating_add(1);
		}
		ensure!(
			counted.values().all(|count| *count <= T::MaxOfficersPerMember::get()),
			"officers: a member has more officers than it may"
		);
		ensure!(
			counted == OfficerCount::<T>::iter().collect(),
			"officers: the count of a member's officers is wrong"
		);
		Ok(())
	}

	/// Nobody is deputy of itself, and every open deputation is known to its principal.
	fn check_deputations() -> Checked {
		let now: Moment = Self::now();
		for deputy in DeputationCount::<T>::iter_keys() {
			DeputationHistory::<T>::check(&deputy).map_err(TryRuntimeError::Other)?;
			for deputation in Self::open_deputations(&deputy, now) {
				ensure!(deputation.principal != deputy, "deputies: an officer is deputy of itself");
				ensure!(
					deputation.from < deputation.until && deputation.duties.is_valid(),
					"deputies: a deputation is empty"
				);
				ensure!(
					Deputies::<T>::get(&deputation.principal).contains(&deputy),
					"deputies: a deputy is missing in the list of its principal"
				);
			}
		}
		Ok(())
	}

	/// Every caseload is carried by exactly the one that its history names.
	fn check_caseloads() -> Checked {
		let mut carried = BTreeSet::new();
		for ((member, carrier), caseloads) in Carried::<T>::iter() {
			for first in caseloads {
				ensure!(
					CarrierHistory::<T>::current(&(member, first.clone())) == Some(carrier.clone()),
					"caseloads: a caseload is carried by another than its history says"
				);
				ensure!(carried.insert((member, first)), "caseloads: a caseload is carried twice");
			}
		}
		for desk in CarrierCount::<T>::iter_keys() {
			CarrierHistory::<T>::check(&desk).map_err(TryRuntimeError::Other)?;
			ensure!(carried.contains(&desk), "caseloads: a caseload is carried by nobody");
		}
		Ok(())
	}

	/// What is delegated may be, and numbers are given once.
	fn check_delegations() -> Checked {
		let mut seen = BTreeSet::new();
		for unit in DelegationCount::<T>::iter_keys() {
			DelegationHistory::<T>::check(&unit).map_err(TryRuntimeError::Other)?;
			for delegation in DelegationHistory::<T>::current(&unit).unwrap_or_default() {
				ensure!(
					delegation.acts != Acts::default() && Acts::DELEGABLE.contains(delegation.acts),
					"delegations: an act is delegated that must not be"
				);
				ensure!(delegation.from < delegation.until, "delegations: a delegation is empty");
				ensure!(
					delegation.id < NextDelegation::<T>::get() && seen.insert(delegation.id),
					"delegations: a number is given twice or too early"
				);
			}
		}
		Ok(())
	}
}

fn check_power(post: &Post) -> Checked {
	ensure!(post.duties.is_valid(), "officers: a post has no duty, or one that does not exist");
	ensure!(
		post.category.may_hold(post.duties),
		"officers: a post has duties that its category forbids"
	);
	Ok(())
}
