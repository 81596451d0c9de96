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
		Weight::from_parts(230_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(24))
			.saturating_add(T::DbWeight::get().writes(12))
	}

	fn receipt() -> Weight {
		Weight::from_parts(340_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(36))
			.saturating_add(T::DbWeight::get().writes(26))
	}

	/// `r`: 3 to 15.
	fn send(r: u32) -> Weight {
		Weight::from_parts(420_000_000, 0)
			.saturating_add(Weight::from_parts(47_559_531, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(46))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(36))
			.saturating_add(T::DbWeight::get().writes(7_u64.saturating_mul(r.into())))
	}

	fn withdraw() -> Weight {
		// At least 97_525_000 picoseconds.
		Weight::from_parts(101_792_000, 0)
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(8))
	}
}

// For tests.
impl WeightInfo for () {
	fn deliver() -> Weight {
		Weight::from_parts(230_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(24))
			.saturating_add(ParityDbWeight::get().writes(12))
	}

	fn receipt() -> Weight {
		Weight::from_parts(340_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(36))
			.saturating_add(ParityDbWeight::get().writes(26))
	}

	fn send(r: u32) -> Weight {
		Weight::from_parts(420_000_000, 0)
			.saturating_add(Weight::from_parts(47_559_531, 0).saturating_mul(r.into()))
			.saturating_add(ParityDbWeight::get().reads(46))
			.saturating_add(ParityDbWeight::get().reads(1_u64.saturating_mul(r.into())))
			.saturating_add(ParityDbWeight::get().writes(36))
			.saturating_add(ParityDbWeight::get().writes(7_u64.saturating_mul(r.into())))
	}

	fn withdraw() -> Weight {
		Weight::from_parts(101_792_000, 0)
			.saturating_add(ParityDbWeight::get().reads(13))
			.saturating_add(ParityDbWeight::get().writes(8))
	}
}
