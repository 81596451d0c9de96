//! Weights of the calls: provisional bounds by count of reads and writes, until they are measured.

#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// Weights of the calls and of what is done when a case changes.
pub trait WeightInfo {
	fn appoint() -> Weight;
	fn renew() -> Weight;
	fn revoke() -> Weight;
	fn resign() -> Weight;
	fn acknowledge() -> Weight;
	/// What the archiving of a case costs here.
	fn case_archived() -> Weight;
}

/// For a runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn appoint() -> Weight {
		Weight::from_parts(150_000_000, 40_000)
			.saturating_add(T::DbWeight::get().reads_writes(40, 24))
	}
	fn renew() -> Weight {
		Weight::from_parts(70_000_000, 20_000)
			.saturating_add(T::DbWeight::get().reads_writes(18, 5))
	}
	fn revoke() -> Weight {
		Weight::from_parts(60_000_000, 15_000)
			.saturating_add(T::DbWeight::get().reads_writes(14, 4))
	}
	fn resign() -> Weight {
		Weight::from_parts(50_000_000, 15_000).saturating_add(T::DbWeight::get().reads_writes(6, 4))
	}
	fn acknowledge() -> Weight {
		Weight::from_parts(50_000_000, 15_000).saturating_add(T::DbWeight::get().reads_writes(8, 1))
	}
	fn case_archived() -> Weight {
		Weight::from_parts(100_000_000, 30_000)
			.saturating_add(T::DbWeight::get().reads_writes(26, 20))
	}
}

/// For tests.
impl WeightInfo for () {
	fn appoint() -> Weight {
		ParityDbWeight::get().reads_writes(40, 24)
	}
	fn renew() -> Weight {
		ParityDbWeight::get().reads_writes(18, 5)
	}
	fn revoke() -> Weight {
		ParityDbWeight::get().reads_writes(14, 4)
	}
	fn resign() -> Weight {
		ParityDbWeight::get().reads_writes(6, 4)
	}
	fn acknowledge() -> Weight {
		ParityDbWeight::get().reads_writes(8, 1)
	}
	fn case_archived() -> Weight {
		ParityDbWeight::get().reads_writes(26, 20)
	}
}
