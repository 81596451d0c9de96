//! Who represents whom, now and in the past.

use crate::{
	types::{Grant, Listed},
	AccountIdOf, Config, GrantHistory, Mandates, OfCase, Pallet,
};
use alloc::vec::Vec;
use shejiao_primitives::{
	case::{CaseId, CaseView, Representatives},
	ids::MemberId,
	time::{LegalTime, Moment},
};

impl<T: Config> Pallet<T> {
	/// What `account` had been given and could use at a moment.
	pub(crate) fn grant_at(account: &AccountIdOf<T>, at: Moment) -> Option<Grant> {
		GrantHistory::<T>::at(account, at).flatten().filter(|grant| at < grant.until)
	}

	/// What `account` has been given and can use now.
	pub(crate) fn grant(account: &AccountIdOf<T>) -> Option<Grant> {
		GrantHistory::<T>::current(account).flatten().filter(|grant| Self::now() < grant.until)
	}

	/// The case for which `account` could act at a moment, past or present.
	pub fn case_at(account: &AccountIdOf<T>, at: Moment) -> Option<CaseId> {
		Self::grant_at(account, at).and_then(|_| Mandates::<T>::get(account)).map(|m| m.case)
	}

	/// The agency that executes a case.
	pub(crate) fn executing(case: CaseId) -> Option<MemberId> {
		T::Cases::facts(case).map(|facts| facts.executing)
	}

	pub(crate) fn listed(case: CaseId) -> Vec<Listed<AccountIdOf<T>>> {
		let clock = T::Time::clock();
		OfCase::<T>::get(case)
			.into_iter()
			.filter_map(|account| {
				let grant = Self::grant(&account)?;
				let mandate = Mandates::<T>::get(&account)?;
				let last_day = clock.date(grant.until.saturating_sub(1));
				Some(Listed { account, grant, last_day, stands: mandate.stands })
			})
			.collect()
	}
}

impl<T: Config> Representatives<AccountIdOf<T>> for Pallet<T> {
	fn case_of(account: &AccountIdOf<T>) -> Option<CaseId> {
		Self::grant(account).and_then(|_| Mandates::<T>::get(account)).map(|mandate| mandate.case)
	}
}
