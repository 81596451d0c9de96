//! Two registrations of one case put together, and taken apart again.

use crate::{types::IntervalKind, Cases, Config, Error, Event, Pallet, RecordOf};
use frame_support::ensure;
use shejiao_primitives::{
	case::{CaseId, CaseMerging},
	clock::Deadlines,
	reason::Reason,
	subject::Subject,
};
use sp_runtime::DispatchError;

impl<T: Config> CaseMerging for Pallet<T> {
	fn merge(duplicate: CaseId, kept: CaseId) -> Result<(), DispatchError> {
		ensure!(duplicate != kept, Error::<T>::CaseMerged);
		let mut record = Self::mergeable(duplicate)?;
		let mut target = Self::mergeable(kept)?;
		ensure!(record.merged == 0, Error::<T>::CaseMerged);
		// Strict defaults are not lost because the person was registered twice.
		let restricted = |record: &RecordOf<T>| record.has(IntervalKind::Restriction);
		ensure!(!restricted(&record) || restricted(&target), Error::<T>::CaseRestricted);
		T::Deadlines::suspend_all(Subject::Case(duplicate), Reason::Mistake)?;
		record.merged_into = Some(kept);
		Self::reschedule(duplicate, &mut record);
		Cases::<T>::insert(duplicate, record);
		target.merged = target.merged.saturating_add(1);
		Cases::<T>::insert(kept, target);
		Self::deposit_event(Event::CaseMerged { case: duplicate, into: kept });
		Ok(())
	}

	fn split(duplicate: CaseId) -> Result<(), DispatchError> {
		let mut record = Cases::<T>::get(duplicate).ok_or(Error::<T>::NotFound)?;
		let kept = record.merged_into.take().ok_or(Error::<T>::NotMerged)?;
		Cases::<T>::mutate(kept, |target| {
			if let Some(target) = target {
				target.merged = target.merged.saturating_sub(1);
			}
		});
		T::Deadlines::resume_all(Subject::Case(duplicate))?;
		Self::reschedule(duplicate, &mut record);
		Cases::<T>::insert(duplicate, record);
		Self::deposit_event(Event::CaseSplit { case: duplicate, from: kept });
		Ok(())
	}
}

impl<T: Config> Pallet<T> {
	fn mergeable(case: CaseId) -> Result<RecordOf<T>, Error<T>> {
		let record = Cases::<T>::get(case).ok_or(Error::NotFound)?;
		Self::ensure_not_merged(&record)?;
		ensure!(record.stage.is_live(), Error::WrongStage);
		Self::ensure_not_closed(&record)?;
		Ok(record)
	}
}
