//! Weights of `pallet_slot_randomness`, measured by `scripts/weights` (50 steps, 20 repeats): do not
//! edit. Proof sizes are 0, since blocks have no bound on them.

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// What the calls and hooks of the pallet weigh.
pub trait WeightInfo {
	/// Weight of `note`.
	fn note(d: u32) -> Weight;
	/// Weight of `on_initialize`.
	fn on_initialize() -> Weight;
	/// Weight of `request`.
	fn request(c: u32) -> Weight;
}

/// Weights on the database that the runtime names.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// `d`: 0 to 16.
	fn note(d: u32) -> Weight {
		// At least 491_311_000 picoseconds.
		Weight::from_parts(524_561_821, 0)
			.saturating_add(Weight::from_parts(20_306_925, 0).saturating_mul(d.into()))
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(d.into())))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(d.into())))
	}

	fn on_initialize() -> Weight {
		// At least 5_067_000 picoseconds.
		Weight::from_parts(5_498_000, 0)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	/// `c`: 1 to 1024.
	fn request(c: u32) -> Weight {
		// At least 29_865_000 picoseconds.
		Weight::from_parts(30_435_000, 0)
			.saturating_add(Weight::from_parts(541_018, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(3))
	}
}

// For tests.
impl WeightInfo for () {
	fn note(d: u32) -> Weight {
		Weight::from_parts(524_561_821, 0)
			.saturating_add(Weight::from_parts(20_306_925, 0).saturating_mul(d.into()))
			.saturating_add(ParityDbWeight::get().reads(8))
			.saturating_add(ParityDbWeight::get().reads(1_u64.saturating_mul(d.into())))
			.saturating_add(ParityDbWeight::get().writes(4))
			.saturating_add(ParityDbWeight::get().writes(1_u64.saturating_mul(d.into())))
	}

	fn on_initialize() -> Weight {
		Weight::from_parts(5_498_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn request(c: u32) -> Weight {
		Weight::from_parts(30_435_000, 0)
			.saturating_add(Weight::from_parts(541_018, 0).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(6))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
}
