//! Weights of `pallet_compliance`, measured by `scripts/weights` (50 steps, 20 repeats): do not
//! edit. Proof sizes are 0, since blocks have no bound on them.

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// What the calls and hooks of the pallet weigh.
pub trait WeightInfo {
	/// Weight of `attest`.
	fn attest() -> Weight;
	/// Weight of `close_incident`.
	fn close_incident() -> Weight;
	/// Weight of `confirm_pause`.
	fn confirm_pause() -> Weight;
	/// Weight of `report_incident`.
	fn report_incident() -> Weight;
	/// Weight of `set_mode`.
	fn set_mode() -> Weight;
	/// Weight of `set_obligation`.
	fn set_obligation() -> Weight;
	/// Weight of `set_pause_hours`.
	fn set_pause_hours() -> Weight;
}

/// Weights on the database that the runtime names.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn attest() -> Weight {
		// At least 50_746_000 picoseconds.
		Weight::from_parts(56_865_000, 0)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn close_incident() -> Weight {
		// At least 70_906_000 picoseconds.
		Weight::from_parts(74_912_000, 0)
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(12))
	}

	fn confirm_pause() -> Weight {
		// At least 68_973_000 picoseconds.
		Weight::from_parts(71_957_000, 0)
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(9))
	}

	fn report_incident() -> Weight {
		// At least 84_455_000 picoseconds.
		Weight::from_parts(91_136_000, 0)
			.saturating_add(T::DbWeight::get().reads(16))
			.saturating_add(T::DbWeight::get().writes(13))
	}

	fn set_mode() -> Weight {
		// At least 31_667_000 picoseconds.
		Weight::from_parts(35_513_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn set_obligation() -> Weight {
		// At least 27_991_000 picoseconds.
		Weight::from_parts(28_843_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn set_pause_hours() -> Weight {
		// At least 12_709_000 picoseconds.
		Weight::from_parts(13_299_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}

// For tests.
impl WeightInfo for () {
	fn attest() -> Weight {
		Weight::from_parts(56_865_000, 0)
			.saturating_add(ParityDbWeight::get().reads(8))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn close_incident() -> Weight {
		Weight::from_parts(74_912_000, 0)
			.saturating_add(ParityDbWeight::get().reads(13))
			.saturating_add(ParityDbWeight::get().writes(12))
	}

	fn confirm_pause() -> Weight {
		Weight::from_parts(71_957_000, 0)
			.saturating_add(ParityDbWeight::get().reads(13))
			.saturating_add(ParityDbWeight::get().writes(9))
	}

	fn report_incident() -> Weight {
		Weight::from_parts(91_136_000, 0)
			.saturating_add(ParityDbWeight::get().reads(16))
			.saturating_add(ParityDbWeight::get().writes(13))
	}

	fn set_mode() -> Weight {
		Weight::from_parts(35_513_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn set_obligation() -> Weight {
		Weight::from_parts(28_843_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn set_pause_hours() -> Weight {
		Weight::from_parts(13_299_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
}
