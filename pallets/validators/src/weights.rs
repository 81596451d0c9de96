//! Weights, provisional until `scripts/weights` has run.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights of the pallet.
pub trait WeightInfo {
	/// `register`.
	fn register() -> Weight;
	/// `leave`.
	fn leave() -> Weight;
	/// `remove`.
	fn remove() -> Weight;
	/// `reinstate`.
	fn reinstate() -> Weight;
	/// `set_minimum`.
	fn set_minimum() -> Weight;
	/// `force_validators` with `n` validators.
	fn force_validators(n: u32) -> Weight;
	/// Planning a session with `n` registered validators.
	fn new_session(n: u32) -> Weight;
	/// Handling `n` offenders.
	fn on_offence(n: u32) -> Weight;
}

/// Weights of the pallet, for any runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn register() -> Weight {
		Weight::from_parts(40_000_000, 20_000).saturating_add(T::DbWeight::get().reads_writes(6, 3))
	}

	fn leave() -> Weight {
		Weight::from_parts(60_000_000, 20_000)
			.saturating_add(T::DbWeight::get().reads_writes(105, 6))
	}

	fn remove() -> Weight {
		Weight::from_parts(60_000_000, 20_000)
			.saturating_add(T::DbWeight::get().reads_writes(105, 6))
	}

	fn reinstate() -> Weight {
		Weight::from_parts(25_000_000, 20_000).saturating_add(T::DbWeight::get().reads_writes(2, 1))
	}

	fn set_minimum() -> Weight {
		Weight::from_parts(15_000_000, 20_000).saturating_add(T::DbWeight::get().reads_writes(2, 2))
	}

	fn force_validators(n: u32) -> Weight {
		Weight::from_parts(100_000_000, 20_000)
			.saturating_add(Weight::from_parts(30_000_000, 2_600).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(12, 10))
			.saturating_add(T::DbWeight::get().reads_writes(5, 2).saturating_mul(n.into()))
	}

	fn new_session(n: u32) -> Weight {
		Weight::from_parts(60_000_000, 20_000)
			.saturating_add(Weight::from_parts(10_000_000, 2_600).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(6, 4))
			.saturating_add(T::DbWeight::get().reads_writes(2, 1).saturating_mul(n.into()))
	}

	fn on_offence(n: u32) -> Weight {
		Weight::from_parts(30_000_000, 20_000)
			.saturating_add(Weight::from_parts(10_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(3, 2))
	}
}

impl WeightInfo for () {
	fn register() -> Weight {
		Weight::from_parts(40_000_000, 0)
	}

	fn leave() -> Weight {
		Weight::from_parts(60_000_000, 0)
	}

	fn remove() -> Weight {
		Weight::from_parts(60_000_000, 0)
	}

	fn reinstate() -> Weight {
		Weight::from_parts(25_000_000, 0)
	}

	fn set_minimum() -> Weight {
		Weight::from_parts(15_000_000, 0)
	}

	fn force_validators(n: u32) -> Weight {
		Weight::from_parts(30_000_000, 0).saturating_mul(n.into())
	}

	fn new_session(n: u32) -> Weight {
		Weight::from_parts(10_000_000, 0).saturating_mul(n.into())
	}

	fn on_offence(n: u32) -> Weight {
		Weight::from_parts(10_000_000, 0).saturating_mul(n.into())
	}
}
