//! Invariants.

use crate::*;
use frame_support::ensure;
use shejiao_primitives::{governance::Seats, time::LegalTime};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Check every invariant of the pallet.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		ensure!(Self::is_validity(Validity::<T>::get()), "the validity is 0 or above its limit");
		for act in Acts::<T>::get().values() {
			ensure!(act.review != T::Hash::default(), "an act has no review of its legality");
			ensure!(act.endorsements().next().is_some(), "nobody endorses an act");
			for (body, endorsement) in act.endorsements() {
				ensure!(endorsement.given < endorsement.expires, "an endorsement never counted");
				ensure!(
					endorsement.given <= T::Time::now(),
					"an endorsement was given in the future"
				);
				ensure!(
					endorsement.epoch <= T::Seats::epoch(body),
					"an endorsement is of seats to come"
				);
			}
		}
		Ok(())
	}
}
