//! Representatives go.

use crate::{types::Ending, AccountIdOf, Config, Error, Event, Mandates, OfCase, Pallet};
use shejiao_primitives::{
	case::{CaseId, OnCase, Stage},
	reason::Reason,
	time::LegalDate,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_revoke(
		who: AccountIdOf<T>,
		case: CaseId,
		account: AccountIdOf<T>,
		reason: Reason,
	) -> DispatchResult {
		Self::caseworker(&who, case)?;
		Self::grant_in(case, &account)?;
		Self::end(case, account, Ending::Revoked, Some((who, reason)))
	}

	pub(crate) fn do_resign(who: AccountIdOf<T>, reason: Reason) -> DispatchResult {
		let mandate = Mandates::<T>::get(&who).ok_or(Error::<T>::NotAuthorized)?;
		Self::grant(&who).ok_or(Error::<T>::NotAuthorized)?;
		Self::end(mandate.case, who.clone(), Ending::Resigned, Some((who, reason)))
	}

	/// `account` represents the person of `case` no more.
	pub(crate) fn end(
		case: CaseId,
		account: AccountIdOf<T>,
		ending: Ending,
		by: Option<(AccountIdOf<T>, Reason)>,
	) -> DispatchResult {
		Self::note(&account, None)?;
		OfCase::<T>::mutate_exists(case, |place| {
			if let Some(accounts) = place {
				accounts.retain(|other| *other != account);
				if accounts.is_empty() {
					*place = None;
				}
			}
		});
		Self::deposit_event(Event::RepresentationEnded { case, account, ending, by });
		Ok(())
	}
}

impl<T: Config> OnCase for Pallet<T> {
	fn stage_changed(case: CaseId, _: Stage, to: Stage) -> Result<(), DispatchError> {
		if to == Stage::Archived {
			for account in OfCase::<T>::get(case) {
				let ending = match Self::grant(&account) {
					Some(_) => Ending::CaseArchived,
					None => Ending::Expired,
				};
				Self::end(case, account, ending, None)?;
			}
		}
		Ok(())
	}

	// Representation outlasts the term: its end, too, is told and may be objected to.
	fn term_ended(_: CaseId, _: LegalDate) {}
}
