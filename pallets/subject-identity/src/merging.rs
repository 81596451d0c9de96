//! Two registrations of one case put together, and taken apart again.

use crate::{
	transitions::row, Cases, Config, Error, Event, Pallet, RecordOf, StageHistory, StoppedClocks,
	TransitionEntries,
};
use frame_support::{ensure, pallet_prelude::BoundedVec};
use shejiao_primitives::{
	case::{CaseId, CaseMerging},
	clock::{kinds, Deadlines, KindId},
	reason::Reason,
	subject::Subject,
};
use sp_core::ConstU32;
use sp_runtime::{DispatchError, DispatchResult};

/// The clocks of a case that this pallet starts.
pub const CLOCKS: [KindId; 9] = [
	kinds::ASSESSMENT,
	kinds::ASSESSMENT_FAST,
	kinds::EFFECT_NOTICE,
	kinds::DELIVER_DOCUMENTS,
	kinds::COMPLETE_DOCUMENTS,
	kinds::REPORT,
	kinds::HAND_OVER,
	kinds::APPRAISAL,
	kinds::CERTIFICATE,
];

/// Clocks that a merger stopped.
pub type Stopped = BoundedVec<KindId, ConstU32<{ CLOCKS.len() as u32 }>>;

impl<T: Config> CaseMerging for Pallet<T> {
	fn merge(duplicate: CaseId, kept: CaseId) -> Result<(), DispatchError> {
		ensure!(duplicate != kept, Error::<T>::CaseMerged);
		let mut record = Self::mergeable(duplicate)?;
		let mut target = Self::mergeable(kept)?;
		ensure!(record.merged == 0, Error::<T>::CaseMerged);
		let subject = Subject::Case(duplicate);
		let running =
			CLOCKS.into_iter().filter(|kind| T::Deadlines::open(*kind, subject).is_some());
		StoppedClocks::<T>::insert(duplicate, Stopped::truncate_from(running.collect()));
		T::Deadlines::cancel_all(subject, Reason::Mistake)?;
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
		let stopped = StoppedClocks::<T>::take(duplicate);
		Self::restart_clocks(duplicate, &record, &stopped)?;
		Self::reschedule(duplicate, &mut record);
		Cases::<T>::insert(duplicate, record);
		Self::deposit_event(Event::CaseSplit { case: duplicate, from: kept });
		Ok(())
	}
}

impl<T: Config> Pallet<T> {
	fn mergeable(case: CaseId) -> Result<RecordOf<T>, Error<T>> {
		let record = Cases::<T>::get(case).ok_or(Error::NotFound)?;
		ensure!(record.merged_into.is_none(), Error::CaseMerged);
		ensure!(record.stage.is_live(), Error::WrongStage);
		Ok(record)
	}

	/// Compute the clocks that a merger stopped again, from the days of the acts that started them.
	fn restart_clocks(case: CaseId, record: &RecordOf<T>, stopped: &Stopped) -> DispatchResult {
		// The stage machine has no way back, so that this is a handful.
		for number in 0..StageHistory::<T>::len(&case) {
			let Some(entry) = TransitionEntries::<T>::get(case, number) else { continue };
			let transition = entry.value;
			let wanted = |kind| stopped.contains(&kind);
			Self::start_clocks(case, record, row(transition.step), transition.act.date, wanted)?;
		}
		let Some(term) = record.term else { return Ok(()) };
		if stopped.contains(&kinds::APPRAISAL) {
			Self::start_appraisal_clock(case, record, term.last_day)?;
		}
		if stopped.contains(&kinds::CERTIFICATE) {
			Self::start_certificate_clock(case, record, term.last_day)?;
		}
		Ok(())
	}
}
