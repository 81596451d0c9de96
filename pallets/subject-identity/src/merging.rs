//! Two registrations of one case put together, and taken apart again.

use crate::{types::IntervalKind, Cases, Config, Error, Event, Pallet, RecordOf};
use frame_support::ensure;
use shejiao_primitives::{
	case::{CaseId, CaseMerging},
	clock::{kinds, Deadlines},
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
		Self::ensure_goes_on(&record, &target)?;
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
		// A hold that was lifted meanwhile has left no clock that could be resumed.
		let certificate = T::Deadlines::open(kinds::CERTIFICATE, Subject::Case(duplicate));
		if record.certificate.is_none() && certificate.is_none() {
			Self::restart_end_clocks(duplicate, &record)?;
		}
		Self::reschedule(duplicate, &mut record);
		Cases::<T>::insert(duplicate, record);
		Self::deposit_event(Event::CaseSplit { case: duplicate, from: kept });
		Ok(())
	}
}

impl<T: Config> Pallet<T> {
	/// Refuse a merger by which something of `record` would go on nowhere.
	///
	/// The case that goes on is at least as far, and both are in execution or after it: else nobody would
	/// be supervised, or nobody released. A term, a measure, a held end, an exit ban and strict defaults
	/// hold there too. At earlier stages the two may differ: an assessment and the decision after it are
	/// often registered by two bodies.
	fn ensure_goes_on(record: &RecordOf<T>, target: &RecordOf<T>) -> Result<(), Error<T>> {
		let as_far = record.stage <= target.stage;
		ensure!(as_far && record.stage.is_over() == target.stage.is_over(), Error::WrongStage);
		ensure!(record.term.is_none() || target.term.is_some(), Error::TermMissing);
		let lost = |kind| record.has(kind) && !target.has(kind);
		ensure!(!IntervalKind::LASTING.into_iter().any(lost), Error::IntervalOpen);
		ensure!(!lost(IntervalKind::Restriction), Error::CaseRestricted);
		Ok(())
	}

	fn mergeable(case: CaseId) -> Result<RecordOf<T>, Error<T>> {
		let record = Cases::<T>::get(case).ok_or(Error::NotFound)?;
		Self::ensure_not_merged(&record)?;
		ensure!(record.stage.is_live(), Error::WrongStage);
		Self::ensure_not_closed(&record)?;
		Ok(record)
	}
}
