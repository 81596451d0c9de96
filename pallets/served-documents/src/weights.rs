//! Weights of `pallet_served_documents`, measured by `scripts/weights` (50 steps, 20 repeats): do not
//! edit. Proof sizes are 0, since blocks have no bound on them.

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// What the calls and hooks of the pallet weigh.
pub trait WeightInfo {
	/// Weight of `deliver`.
	fn deliver() -> Weight;
	/// Weight of `receipt`.
	fn receipt() -> Weight;
	/// Weight of `send`.
	fn send(r: u32) -> Weight;
	/// Weight of `withdraw`.
	fn withdraw() -> Weight;
}

/// Weights on the database that the runtime names.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn deliver() -> Weight {
		// At least 288_681_000 picoseconds.
		Weight::from_parts(345_989_000, 0)
			.saturating_add(T::DbWeight::get().reads(19))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn receipt() -> Weight {
		// At least 591_668_000 picoseconds.
		Weight::from_parts(653_084_000, 0)
			.saturating_add(T::DbWeight::get().reads(30))
			.saturating_add(T::DbWeight::get().writes(20))
	}

	/// `r`: 3 to 15.
	fn send(r: u32) -> Weight {
		// At least 589_143_000 picoseconds.
		Weight::from_parts(594_238_385, 0)
			.saturating_add(Weight::from_parts(122_895_095, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(42))
			.saturating_add(T::DbWeight::get().reads(2_u64.saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(31))
			.saturating_add(T::DbWeight::get().writes(8_u64.saturating_mul(r.into())))
	}

	fn withdraw() -> Weight {
		// At least 325_710_000 picoseconds.
		Weight::from_parts(388_638_000, 0)
			.saturating_add(T::DbWeight::get().reads(17))
			.saturating_add(T::DbWeight::get().writes(11))
	}
}

// For tests.
impl WeightInfo for () {
	fn deliver() -> Weight {
		Weight::from_parts(345_989_000, 0)
			.saturating_add(ParityDbWeight::get().reads(19))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn receipt() -> Weight {
		Weight::from_parts(653_084_000, 0)
			.saturating_add(ParityDbWeight::get().reads(30))
			.saturating_add(ParityDbWeight::get().writes(20))
	}

	fn send(r: u32) -> Weight {
		Weight::from_parts(594_238_385, 0)
			.saturating_add(Weight::from_parts(122_895_095, 0).saturating_mul(r.into()))
			.saturating_add(ParityDbWeight::get().reads(42))
			.saturating_add(ParityDbWeight::get().reads(2_u64.saturating_mul(r.into())))
			.saturating_add(ParityDbWeight::get().writes(31))
			.saturating_add(ParityDbWeight::get().writes(8_u64.saturating_mul(r.into())))
	}

	fn withdraw() -> Weight {
		Weight::from_parts(388_638_000, 0)
			.saturating_add(ParityDbWeight::get().reads(17))
			.saturating_add(ParityDbWeight::get().writes(11))
	}
}
