//! Weights of the calls: provisional bounds by count of reads and writes, until they are measured.

#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// Weights of the calls.
pub trait WeightInfo {
	fn appoint() -> Weight;
	fn change() -> Weight;
	fn dismiss() -> Weight;
	fn set_deputy() -> Weight;
	fn revoke_deputy() -> Weight;
	fn hand_over(c: u32) -> Weight;
	fn take_back() -> Weight;
	fn delegate() -> Weight;
	fn revoke_delegation() -> Weight;
}

/// For a runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn appoint() -> Weight {
		Weight::from_parts(80_000_000, 30_000)
			.saturating_add(T::DbWeight::get().reads_writes(30, 10))
	}
	fn change() -> Weight {
		Weight::from_parts(60_000_000, 25_000)
			.saturating_add(T::DbWeight::get().reads_writes(24, 3))
	}
	fn dismiss() -> Weight {
		Weight::from_parts(60_000_000, 25_000)
			.saturating_add(T::DbWeight::get().reads_writes(24, 5))
	}
	fn set_deputy() -> Weight {
		Weight::from_parts(150_000_000, 200_000)
			.saturating_add(T::DbWeight::get().reads_writes(190, 4))
	}
	fn revoke_deputy() -> Weight {
		Weight::from_parts(80_000_000, 60_000)
			.saturating_add(T::DbWeight::get().reads_writes(48, 4))
	}
	fn hand_over(c: u32) -> Weight {
		Weight::from_parts(80_000_000, 30_000)
			.saturating_add(Weight::from_parts(12_000_000, 3_000).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads_writes(26, 3))
			.saturating_add(T::DbWeight::get().reads_writes(3, 2).saturating_mul(c.into()))
	}
	fn take_back() -> Weight {
		Weight::from_parts(80_000_000, 30_000)
			.saturating_add(T::DbWeight::get().reads_writes(28, 5))
	}
	fn delegate() -> Weight {
		Weight::from_parts(60_000_000, 20_000)
			.saturating_add(T::DbWeight::get().reads_writes(10, 4))
	}
	fn revoke_delegation() -> Weight {
		Weight::from_parts(60_000_000, 20_000)
			.saturating_add(T::DbWeight::get().reads_writes(10, 3))
	}
}

/// For tests.
impl WeightInfo for () {
	fn appoint() -> Weight {
		ParityDbWeight::get().reads_writes(30, 10)
	}
	fn change() -> Weight {
		ParityDbWeight::get().reads_writes(24, 3)
	}
	fn dismiss() -> Weight {
		ParityDbWeight::get().reads_writes(24, 5)
	}
	fn set_deputy() -> Weight {
		ParityDbWeight::get().reads_writes(190, 4)
	}
	fn revoke_deputy() -> Weight {
		ParityDbWeight::get().reads_writes(48, 4)
	}
	fn hand_over(c: u32) -> Weight {
		ParityDbWeight::get().reads_writes(3, 2).saturating_mul(c.into())
	}
	fn take_back() -> Weight {
		ParityDbWeight::get().reads_writes(28, 5)
	}
	fn delegate() -> Weight {
		ParityDbWeight::get().reads_writes(10, 4)
	}
	fn revoke_delegation() -> Weight {
		ParityDbWeight::get().reads_writes(10, 3)
	}
}
