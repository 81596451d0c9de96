//! Weights of `pallet_endorsement`, measured by `scripts/weights` (50 steps, 20 repeats): do not
//! edit. Proof sizes are 0, since blocks have no bound on them.

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// What the calls and hooks of the pallet weigh.
pub trait WeightInfo {
	/// Weight of `enact`.
	fn enact(l: u32) -> Weight;
	/// Weight of `endorse`.
	fn endorse() -> Weight;
	/// Weight of `set_validity`.
	fn set_validity() -> Weight;
	/// Weight of `withdraw_endorsement`.
	fn withdraw_endorsement() -> Weight;
}

/// Weights on the database that the runtime names.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// `l`: 0 to 1000000.
	fn enact(l: u32) -> Weight {
		// At least 226_057_000 picoseconds.
		Weight::from_parts(221_588_637, 0)
			.saturating_add(Weight::from_parts(1_591, 0).saturating_mul(l.into()))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn endorse() -> Weight {
		// At least 225_495_000 picoseconds.
		Weight::from_parts(229_722_000, 0)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn set_validity() -> Weight {
		// At least 4_857_000 picoseconds.
		Weight::from_parts(5_248_000, 0).saturating_add(T::DbWeight::get().writes(1))
	}

	fn withdraw_endorsement() -> Weight {
		// At least 215_461_000 picoseconds.
		Weight::from_parts(219_777_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}

// For tests.
impl WeightInfo for () {
	fn enact(l: u32) -> Weight {
		Weight::from_parts(221_588_637, 0)
			.saturating_add(Weight::from_parts(1_591, 0).saturating_mul(l.into()))
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn endorse() -> Weight {
		Weight::from_parts(229_722_000, 0)
			.saturating_add(ParityDbWeight::get().reads(6))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn set_validity() -> Weight {
		Weight::from_parts(5_248_000, 0).saturating_add(ParityDbWeight::get().writes(1))
	}

	fn withdraw_endorsement() -> Weight {
		Weight::from_parts(219_777_000, 0)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
}
