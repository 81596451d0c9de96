//! What a block does before its transactions.

use crate::{
	pallet::{Config, Pallet},
	weights::WeightInfo,
};
use frame_support::{pallet_macros::pallet_section, traits::Get, weights::Weight};

/// The hooks of the pallet.
#[pallet_section]
mod hooks {
	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		/// Tells dependants of what has changed, draws checks and closes those without an answer, and
		/// freezes what is due.
		fn on_initialize(_: BlockNumberFor<T>) -> Weight {
			Self::follow_up()
		}

		fn integrity_test() {
			Self::check_bounds();
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Tell dependants, follow checks and freeze what is due, each within its bound. A block in which
	/// nothing is due pays for finding that out alone.
	pub(crate) fn follow_up() -> Weight {
		let told = Self::tell_some(T::MaxToldPerBlock::get());
		let checks = Self::follow_rechecks(T::MaxRechecksPerBlock::get());
		let looked = Self::freeze_due(T::MaxLookedPerBlock::get());
		let mut weight = T::WeightInfo::idle();
		if told > 0 {
			// Measured with records; what is told of elsewhere costs what that costs.
			let elsewhere = T::TellWeight::get().saturating_mul(told.into());
			weight = weight.saturating_add(T::WeightInfo::tell(told)).saturating_add(elsewhere);
		}
		if checks > 0 {
			weight = weight.saturating_add(T::WeightInfo::follow_rechecks(checks));
		}
		if looked > 0 {
			weight = weight.saturating_add(T::WeightInfo::freeze_due(looked));
		}
		weight
	}

	/// Panics when the bounds of the configuration contradict each other.
	pub(crate) fn check_bounds() {
		assert!(T::MaxToldPerBlock::get() > 0, "somebody is told");
		assert!(T::MaxRechecksPerBlock::get() > 0, "checks go on");
		assert!(T::MaxLookedPerBlock::get() > 0, "files freeze");
		assert!(
			T::MaxDependants::get().div_ceil(T::MaxToldPerBlock::get()) <= 10,
			"every dependant of a record is told within ten blocks"
		);
	}
}
