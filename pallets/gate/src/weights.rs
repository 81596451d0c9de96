//! Weights of `pallet_gate`, measured by `scripts/weights` (50 steps, 20 repeats): do not
//! edit. Proof sizes are 0, since blocks have no bound on them.

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// What the calls and hooks of the pallet weigh.
pub trait WeightInfo {
	/// Weight of `check_institution`.
	fn check_institution() -> Weight;
	/// Weight of `check_membership`.
	fn check_membership() -> Weight;
	/// Weight of `set_quota`.
	fn set_quota() -> Weight;
	/// Weight of `set_reserve`.
	fn set_reserve() -> Weight;
}

/// Weights on the database that the runtime names.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn check_institution() -> Weight {
		// At least 91_516_000 picoseconds.
		Weight::from_parts(99_368_000, 0)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn check_membership() -> Weight {
		// At least 269_732_000 picoseconds.
		Weight::from_parts(294_779_000, 0)
			.saturating_add(T::DbWeight::get().reads(41))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn set_quota() -> Weight {
		// At least 26_901_000 picoseconds.
		Weight::from_parts(28_102_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn set_reserve() -> Weight {
		// At least 10_585_000 picoseconds.
		Weight::from_parts(10_846_000, 0)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}

// For tests.
impl WeightInfo for () {
	fn check_institution() -> Weight {
		Weight::from_parts(99_368_000, 0)
			.saturating_add(ParityDbWeight::get().reads(11))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn check_membership() -> Weight {
		Weight::from_parts(294_779_000, 0)
			.saturating_add(ParityDbWeight::get().reads(41))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn set_quota() -> Weight {
		Weight::from_parts(28_102_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn set_reserve() -> Weight {
		Weight::from_parts(10_846_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
}
