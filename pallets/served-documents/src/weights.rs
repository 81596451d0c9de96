//! Weights, provisional until `scripts/weights` has run.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights of the pallet.
pub trait WeightInfo {
	/// `send` to `r` recipients.
	fn send(r: u32) -> Weight;
	/// `deliver`.
	fn deliver() -> Weight;
	/// `receipt`.
	fn receipt() -> Weight;
	/// `withdraw`.
	fn withdraw() -> Weight;
}

/// Weights of the pallet, for any runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn send(r: u32) -> Weight {
		Weight::from_parts(80_000_000, 20_000)
			.saturating_add(Weight::from_parts(40_000_000, 6_000).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads_writes(22, 12))
			.saturating_add(T::DbWeight::get().reads_writes(6, 8).saturating_mul(r.into()))
	}

	fn deliver() -> Weight {
		Weight::from_parts(60_000_000, 12_000)
			.saturating_add(T::DbWeight::get().reads_writes(12, 6))
	}

	fn receipt() -> Weight {
		Weight::from_parts(110_000_000, 30_000)
			.saturating_add(T::DbWeight::get().reads_writes(26, 18))
	}

	fn withdraw() -> Weight {
		Weight::from_parts(60_000_000, 12_000)
			.saturating_add(T::DbWeight::get().reads_writes(12, 8))
	}
}

impl WeightInfo for () {
	fn send(r: u32) -> Weight {
		Weight::from_parts(80_000_000, 0)
			.saturating_add(Weight::from_parts(40_000_000, 0).saturating_mul(r.into()))
	}

	fn deliver() -> Weight {
		Weight::from_parts(60_000_000, 0)
	}

	fn receipt() -> Weight {
		Weight::from_parts(110_000_000, 0)
	}

	fn withdraw() -> Weight {
		Weight::from_parts(60_000_000, 0)
	}
}
