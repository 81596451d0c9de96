//! What must hold between blocks.

use crate::{Acknowledged, Config, GrantCount, GrantHistory, Grants, Mandates, OfCase, Pallet};
use alloc::collections::BTreeMap;
use frame_support::ensure;
use shejiao_primitives::{
	account::{AccountRegistry, AccountRole},
	case::CaseView,
	record::RecordIndex,
};
use sp_runtime::TryRuntimeError;

type Checked = Result<(), TryRuntimeError>;

impl<T: Config> Pallet<T> {
	/// Check every invariant of the pallet.
	pub fn do_try_state() -> Checked {
		Self::check_mandates()?;
		Self::check_lists()?;
		Self::check_grants()?;
		Self::check_acknowledgements()
	}

	/// Every account with a mandate has a history and the role, and the other way round.
	fn check_mandates() -> Checked {
		for (account, mandate) in Mandates::<T>::iter() {
			ensure!(
				T::Accounts::role(&account) == Some(AccountRole::Representative),
				"mandates: the account has not the role of a representative"
			);
			ensure!(T::Cases::facts(mandate.case).is_some(), "mandates: the case does not exist");
			ensure!(
				GrantCount::<T>::get(&account) > 0,
				"mandates: a representative was given nothing"
			);
		}
		for account in GrantCount::<T>::iter_keys() {
			ensure!(
				Mandates::<T>::contains_key(&account),
				"mandates: an account without a mandate was given something"
			);
		}
		Ok(())
	}

	/// The lists hold those whose representation has not been ended, each once, of live cases.
	fn check_lists() -> Checked {
		let mut listed = BTreeMap::new();
		for (case, accounts) in OfCase::<T>::iter() {
			ensure!(!accounts.is_empty(), "lists: an empty list is kept");
			ensure!(T::Cases::is_live(case), "lists: a case that is not live is represented");
			for account in accounts {
				ensure!(
					Mandates::<T>::get(&account).is_some_and(|mandate| mandate.case == case),
					"lists: an account is listed at another case than its own"
				);
				ensure!(
					listed.insert(account, case).is_none(),
					"lists: an account is listed twice"
				);
			}
		}
		for account in Mandates::<T>::iter_keys() {
			let open = GrantHistory::<T>::current(&account).flatten().is_some();
			ensure!(
				open == listed.contains_key(&account),
				"lists: a list and the histories differ on who has ended"
			);
		}
		Ok(())
	}

	/// Histories are whole and not of the future; every grant was for some time, and has a seal; what
	/// has ended has not come back.
	fn check_grants() -> Checked {
		for account in GrantCount::<T>::iter_keys() {
			GrantHistory::<T>::check(&account).map_err(TryRuntimeError::Other)?;
			let mut open = None;
			for place in 0..GrantCount::<T>::get(&account) {
				let Some(entry) = Grants::<T>::get(&account, place) else { continue };
				ensure!(entry.since <= Self::now(), "grants: an entry is of the future");
				ensure!(
					entry.value.is_none_or(|grant| {
						entry.since < grant.until && !grant.sealed.is_zero()
					}),
					"grants: a grant lasted no time, or has no seal"
				);
				let continues = match open {
					None => place == 0 && entry.value.is_some(),
					Some(until) => entry.value.is_none() || entry.since < until,
				};
				ensure!(continues, "grants: a representation came back after its end");
				open = entry.value.map(|grant| grant.until);
			}
		}
		Ok(())
	}

	/// Who acknowledged a record represented the person of its case at that moment.
	fn check_acknowledgements() -> Checked {
		for (record, account, at) in Acknowledged::<T>::iter() {
			let case = T::Records::facts(record).map(|facts| facts.case);
			ensure!(at <= Self::now(), "acknowledgements: one is of the future");
			ensure!(
				case.is_some_and(|case| Self::could_act(&account, case, at)),
				"acknowledgements: one is not by a representative of the case"
			);
		}
		Ok(())
	}

	/// Whether `account` represented the person of `case` at some time in that moment: in one moment
	/// it may acknowledge and resign.
	fn could_act(
		account: &T::AccountId,
		case: shejiao_primitives::case::CaseId,
		at: shejiao_primitives::time::Moment,
	) -> bool {
		let before = Self::grant_at(account, at).is_some();
		let in_it = (0..GrantCount::<T>::get(account)).any(|place| {
			Grants::<T>::get(account, place)
				.is_some_and(|entry| entry.since == at && entry.value.is_none())
		});
		(before || in_it) && Mandates::<T>::get(account).is_some_and(|mandate| mandate.case == case)
	}
}
