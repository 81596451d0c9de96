//! What is forgotten of a case with its archiving, so that nothing links it to a later one.

use crate::{types::PairState, Config, Event, Others, Pallet, Tags};
use shejiao_primitives::{
	case::{CaseId, OnCase, Stage},
	time::LegalDate,
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// Forget the tags of a case, and every pair but those in which a merge holds: who was one with
	/// whom, and when, stays history.
	pub(crate) fn forget(case: CaseId) {
		let tags = Tags::<T>::take(case);
		for tag in &tags {
			Self::let_go(case, *tag);
		}
		for other in Others::<T>::get(case) {
			match Self::state(case, other) {
				Some(PairState::Proposed(id)) => Self::lapse(id),
				Some(PairState::Merged(_)) => (),
				Some(PairState::Rejected(_) | PairState::Split(_)) | None => {
					Self::clear_state(case, other);
				},
			}
		}
		if !tags.is_empty() {
			Self::deposit_event(Event::TagsForgotten { case, count: tags.len() as u32 });
		}
	}
}

impl<T: Config> OnCase for Pallet<T> {
	fn stage_changed(case: CaseId, _: Stage, to: Stage) -> Result<(), DispatchError> {
		if to == Stage::Archived {
			for other in Others::<T>::get(case) {
				// It has no stages of its own any more.
				if Self::goes_on_in(other, case) {
					Self::forget(other);
				}
			}
			Self::forget(case);
		}
		Ok(())
	}

	fn term_ended(_: CaseId, _: LegalDate) {}
}
