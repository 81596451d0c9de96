//! Weights of the slot randomness pallet.
//!
//! Estimates from above, until the benchmarks of the runtime replace them.

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// Weights of the slot randomness pallet.
pub trait WeightInfo {
	/// `on_initialize` and `on_finalize` together.
	fn on_initialize() -> Weight;
	/// One output; `d` draws decided.
	fn note(d: u32) -> Weight;
	/// A draw among `c` candidates.
	fn request(c: u32) -> Weight;
}

/// Weights with the database of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn on_initialize() -> Weight {
		Weight::from_parts(12_000_000, 6_000)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}
	fn note(d: u32) -> Weight {
		Weight::from_parts(1_500_000_000, 8_000)
			.saturating_add(Weight::from_parts(30_000_000, 2_600).saturating_mul(d.into()))
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().reads(d.into()))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(T::DbWeight::get().writes(d.into()))
	}
	fn request(c: u32) -> Weight {
		Weight::from_parts(40_000_000, 2_000)
			.saturating_add(Weight::from_parts(150_000, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(3))
	}
}

impl WeightInfo for () {
	fn on_initialize() -> Weight {
		Weight::from_parts(12_000_000, 6_000)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
	fn note(d: u32) -> Weight {
		Weight::from_parts(1_500_000_000, 8_000)
			.saturating_add(Weight::from_parts(30_000_000, 2_600).saturating_mul(d.into()))
			.saturating_add(ParityDbWeight::get().reads(8))
			.saturating_add(ParityDbWeight::get().reads(d.into()))
			.saturating_add(ParityDbWeight::get().writes(4))
			.saturating_add(ParityDbWeight::get().writes(d.into()))
	}
	fn request(c: u32) -> Weight {
		Weight::from_parts(40_000_000, 2_000)
			.saturating_add(Weight::from_parts(150_000, 0).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
}
