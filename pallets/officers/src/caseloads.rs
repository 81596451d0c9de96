//! Handover of whole caseloads.
//!
//! A caseload is known by the officer that it was first of. Who carries it is written down for each
//! caseload, so that to read it takes one look whatever chain of handovers led there, and no circle
//! can arise. A case belongs to an officer for ever; who answers for it is asked here.

use crate::{
	appointments::corrupt, histories::CarrierHistory, Carried, Config, Error, Event, Pallet,
};
use frame_support::ensure;
use shejiao_primitives::{duty::Duties, ids::MemberId, reason::Reason, time::Moment};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// Gives how many caseloads were handed over.
	pub(crate) fn do_hand_over(
		who: T::AccountId,
		from: T::AccountId,
		to: T::AccountId,
		reason: Reason,
	) -> Result<u32, DispatchError> {
		ensure!(from != to, Error::<T>::ToItself);
		let now = Self::now();
		let member = Self::open_post(&to, now)?.member;
		Self::authority(&who, member)?.ensure_may::<T>(&who, &[&from, &to], Duties::NONE)?;
		let handed = Carried::<T>::get((member, &from));
		ensure!(!handed.is_empty(), Error::<T>::NothingCarried);
		let caseloads = handed.len() as u32;
		Carried::<T>::try_mutate((member, &to), |carried| {
			carried.try_extend(handed.iter().cloned())
		})
		.map_err(|()| Error::<T>::MaxCaseloadsExceeded)?;
		Carried::<T>::remove((member, &from));
		for first in handed {
			CarrierHistory::<T>::push(&(member, first), now, to.clone()).map_err(corrupt)?;
		}
		Self::deposit_event(Event::CaseloadHandedOver {
			member,
			from,
			to,
			caseloads,
			reason,
			by: who,
		});
		Ok(caseloads)
	}

	pub(crate) fn do_take_back(who: T::AccountId, officer: T::AccountId) -> DispatchResult {
		let now = Self::now();
		let member = Self::open_post(&officer, now)?.member;
		Self::authority(&who, member)?.ensure_may::<T>(&who, &[&officer], Duties::NONE)?;
		let desk = (member, officer.clone());
		let carrier = CarrierHistory::<T>::current(&desk).ok_or(Error::<T>::NotFound)?;
		ensure!(carrier != officer, Error::<T>::AlreadyCarried);
		Carried::<T>::try_mutate(&desk, |carried| carried.try_push(officer.clone()))
			.map_err(|_| Error::<T>::MaxCaseloadsExceeded)?;
		Carried::<T>::mutate_exists((member, &carrier), |carried| {
			if let Some(list) = carried {
				list.retain(|first| *first != officer);
			}
			*carried = carried.take().filter(|list| !list.is_empty());
		});
		CarrierHistory::<T>::push(&desk, now, officer.clone()).map_err(corrupt)?;
		Self::deposit_event(Event::CaseloadTakenBack { member, officer, from: carrier, by: who });
		Ok(())
	}

	/// Who carried the caseload that is `account`'s at `member`, at a moment. `None` when `account`
	/// had not been an officer of `member` by then.
	///
	/// Whether that one is still in office is another question, for the directory.
	pub fn responsible(
		member: MemberId,
		account: &T::AccountId,
		at: Moment,
	) -> Option<T::AccountId> {
		CarrierHistory::<T>::at(&(member, account.clone()), at)
	}
}
