//! Receipts for what a representative has been told.

use crate::{AccountIdOf, Acknowledged, Config, Error, Event, Pallet};
use frame_support::ensure;
use shejiao_primitives::{
	case::{CaseId, Representatives},
	record::{RecordId, RecordIndex},
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_acknowledge(
		who: AccountIdOf<T>,
		case: CaseId,
		record: RecordId,
	) -> DispatchResult {
		ensure!(Self::case_of(&who) == Some(case), Error::<T>::NotAuthorized);
		let grant = Self::grant_in(case, &who)?;
		// One answer for what is not there and for what is not to be known.
		let known = T::Records::facts(record).is_some_and(|facts| facts.case == case)
			&& !T::Records::is_hidden(record);
		ensure!(known, Error::<T>::NotFound);
		ensure!(!Acknowledged::<T>::contains_key(record, &who), Error::<T>::AlreadyExists);
		Acknowledged::<T>::insert(record, &who, Self::now());
		Self::deposit_event(Event::RecordAcknowledged {
			case,
			record,
			account: who,
			kind: grant.kind,
		});
		Ok(())
	}
}
