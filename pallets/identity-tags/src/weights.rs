//! Weights of the calls and hooks: provisional bounds by count of reads and writes, until they are
//! measured.

#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// Weights of the calls and hooks.
pub trait WeightInfo {
	fn register_tags() -> Weight;
	fn withdraw_tags() -> Weight;
	fn propose_duplicate() -> Weight;
	fn confirm_duplicate() -> Weight;
	fn withdraw_confirmation() -> Weight;
	fn reject_duplicate() -> Weight;
	fn split() -> Weight;
	/// Telling `r` readers.
	fn tell_some(r: u32) -> Weight;
	/// What the archiving of a case costs here.
	fn case_archived() -> Weight;
}

/// For a runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn register_tags() -> Weight {
		Weight::from_parts(250_000_000, 60_000)
			.saturating_add(T::DbWeight::get().reads_writes(190, 45))
	}
	fn withdraw_tags() -> Weight {
		Weight::from_parts(80_000_000, 20_000)
			.saturating_add(T::DbWeight::get().reads_writes(16, 9))
	}
	fn propose_duplicate() -> Weight {
		Weight::from_parts(90_000_000, 20_000)
			.saturating_add(T::DbWeight::get().reads_writes(18, 5))
	}
	fn confirm_duplicate() -> Weight {
		Weight::from_parts(250_000_000, 60_000)
			.saturating_add(T::DbWeight::get().reads_writes(90, 60))
	}
	fn withdraw_confirmation() -> Weight {
		Weight::from_parts(50_000_000, 15_000).saturating_add(T::DbWeight::get().reads_writes(8, 1))
	}
	fn reject_duplicate() -> Weight {
		Weight::from_parts(70_000_000, 15_000)
			.saturating_add(T::DbWeight::get().reads_writes(14, 4))
	}
	fn split() -> Weight {
		Weight::from_parts(250_000_000, 60_000)
			.saturating_add(T::DbWeight::get().reads_writes(90, 50))
	}
	fn tell_some(r: u32) -> Weight {
		Weight::from_parts(15_000_000, 5_000)
			.saturating_add(Weight::from_parts(25_000_000, 5_000).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads_writes(3, 1))
			.saturating_add(T::DbWeight::get().reads_writes(6, 5).saturating_mul(r.into()))
	}
	fn case_archived() -> Weight {
		Weight::from_parts(600_000_000, 200_000)
			.saturating_add(T::DbWeight::get().reads_writes(300, 300))
	}
}

/// For tests.
impl WeightInfo for () {
	fn register_tags() -> Weight {
		ParityDbWeight::get().reads_writes(190, 45)
	}
	fn withdraw_tags() -> Weight {
		ParityDbWeight::get().reads_writes(16, 9)
	}
	fn propose_duplicate() -> Weight {
		ParityDbWeight::get().reads_writes(18, 5)
	}
	fn confirm_duplicate() -> Weight {
		ParityDbWeight::get().reads_writes(90, 60)
	}
	fn withdraw_confirmation() -> Weight {
		ParityDbWeight::get().reads_writes(8, 1)
	}
	fn reject_duplicate() -> Weight {
		ParityDbWeight::get().reads_writes(14, 4)
	}
	fn split() -> Weight {
		ParityDbWeight::get().reads_writes(90, 50)
	}
	fn tell_some(r: u32) -> Weight {
		ParityDbWeight::get()
			.reads_writes(3, 1)
			.saturating_add(ParityDbWeight::get().reads_writes(6, 5).saturating_mul(r.into()))
	}
	fn case_archived() -> Weight {
		ParityDbWeight::get().reads_writes(300, 300)
	}
}
