//! What always holds.

use crate::{Clock, Config, Pallet};
use frame_support::ensure;
use shejiao_primitives::time::{LegalClock, DAY};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Check the invariants.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let clock = Clock::<T>::get();
		ensure!((1..=DAY).contains(&clock.day), "legal-time: the day length is out of bounds");
		ensure!(
			LegalClock::starting(clock.day, clock.anchor) == Some(clock),
			"legal-time: the anchor is not in step with the real calendar"
		);
		Ok(())
	}
}
