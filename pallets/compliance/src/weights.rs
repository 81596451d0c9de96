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
		// At least 50_815_000 picoseconds.
		Weight::from_parts(52_348_000, 0)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn close_incident() -> Weight {
		// At least 70_805_000 picoseconds.
		Weight::from_parts(71_977_000, 0)
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(12))
	}

	fn confirm_pause() -> Weight {
		// At least 67_851_000 picoseconds.
		Weight::from_parts(69_454_000, 0)
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(9))
	}

	fn report_incident() -> Weight {
		// At least 84_686_000 picoseconds.
		Weight::from_parts(87_600_000, 0)
			.saturating_add(T::DbWeight::get().reads(16))
			.saturating_add(T::DbWeight::get().writes(13))
	}

	fn set_mode() -> Weight {
		// At least 30_065_000 picoseconds.
		Weight::from_parts(31_207_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn set_obligation() -> Weight {
		// At least 27_992_000 picoseconds.
		Weight::from_parts(29_104_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn set_pause_hours() -> Weight {
		// At least 12_789_000 picoseconds.
		Weight::from_parts(13_390_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}

// For tests.
impl WeightInfo for () {
	fn attest() -> Weight {
		Weight::from_parts(52_348_000, 0)
			.saturating_add(ParityDbWeight::get().reads(8))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn close_incident() -> Weight {
		Weight::from_parts(71_977_000, 0)
			.saturating_add(ParityDbWeight::get().reads(13))
			.saturating_add(ParityDbWeight::get().writes(12))
	}

	fn confirm_pause() -> Weight {
		Weight::from_parts(69_454_000, 0)
			.saturating_add(ParityDbWeight::get().reads(13))
			.saturating_add(ParityDbWeight::get().writes(9))
	}

	fn report_incident() -> Weight {
		Weight::from_parts(87_600_000, 0)
			.saturating_add(ParityDbWeight::get().reads(16))
			.saturating_add(ParityDbWeight::get().writes(13))
	}

	fn set_mode() -> Weight {
		Weight::from_parts(31_207_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn set_obligation() -> Weight {
		Weight::from_parts(29_104_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn set_pause_hours() -> Weight {
		Weight::from_parts(13_390_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
}
