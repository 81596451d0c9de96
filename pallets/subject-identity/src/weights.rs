//! Weights of the calls: provisional bounds by count of reads and writes, until they are measured.

#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// Weights of the calls.
pub trait WeightInfo {
	fn register() -> Weight;
	fn decide() -> Weight;
	fn receive() -> Weight;
	fn end() -> Weight;
	fn archive() -> Weight;
	fn assign() -> Weight;
	fn compute_term() -> Weight;
	fn confirm_term() -> Weight;
	fn certify() -> Weight;
	fn open_interval() -> Weight;
	fn close_interval() -> Weight;
	fn add_party() -> Weight;
	fn remove_party() -> Weight;
	fn add_sealed_party() -> Weight;
	fn remove_sealed_party() -> Weight;
	fn reveal_party() -> Weight;
	fn import(r: u32) -> Weight;
	fn set_appraisal_days() -> Weight;
	fn on_poll() -> Weight;
	fn skip_day() -> Weight;
	fn end_term() -> Weight;
}

/// For a runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn register() -> Weight {
		Weight::from_parts(180_000_000, 240_000)
			.saturating_add(T::DbWeight::get().reads_writes(60, 24))
	}
	fn decide() -> Weight {
		Weight::from_parts(90_000_000, 120_000)
			.saturating_add(T::DbWeight::get().reads_writes(30, 18))
	}
	fn receive() -> Weight {
		Weight::from_parts(90_000_000, 120_000)
			.saturating_add(T::DbWeight::get().reads_writes(30, 18))
	}
	fn end() -> Weight {
		Weight::from_parts(90_000_000, 120_000)
			.saturating_add(T::DbWeight::get().reads_writes(30, 18))
	}
	fn archive() -> Weight {
		Weight::from_parts(90_000_000, 120_000)
			.saturating_add(T::DbWeight::get().reads_writes(30, 18))
	}
	fn assign() -> Weight {
		Weight::from_parts(60_000_000, 80_000)
			.saturating_add(T::DbWeight::get().reads_writes(20, 8))
	}
	fn compute_term() -> Weight {
		Weight::from_parts(54_000_000, 72_000)
			.saturating_add(T::DbWeight::get().reads_writes(18, 5))
	}
	fn confirm_term() -> Weight {
		Weight::from_parts(90_000_000, 120_000)
			.saturating_add(T::DbWeight::get().reads_writes(30, 14))
	}
	fn certify() -> Weight {
		Weight::from_parts(72_000_000, 96_000)
			.saturating_add(T::DbWeight::get().reads_writes(24, 8))
	}
	fn open_interval() -> Weight {
		Weight::from_parts(108_000_000, 144_000)
			.saturating_add(T::DbWeight::get().reads_writes(36, 10))
	}
	fn close_interval() -> Weight {
		Weight::from_parts(108_000_000, 144_000)
			.saturating_add(T::DbWeight::get().reads_writes(36, 14))
	}
	fn add_party() -> Weight {
		Weight::from_parts(60_000_000, 80_000)
			.saturating_add(T::DbWeight::get().reads_writes(20, 6))
	}
	fn remove_party() -> Weight {
		Weight::from_parts(60_000_000, 80_000)
			.saturating_add(T::DbWeight::get().reads_writes(20, 6))
	}
	fn add_sealed_party() -> Weight {
		Weight::from_parts(54_000_000, 72_000)
			.saturating_add(T::DbWeight::get().reads_writes(18, 4))
	}
	fn remove_sealed_party() -> Weight {
		Weight::from_parts(54_000_000, 72_000)
			.saturating_add(T::DbWeight::get().reads_writes(18, 4))
	}
	fn reveal_party() -> Weight {
		Weight::from_parts(42_000_000, 56_000)
			.saturating_add(T::DbWeight::get().reads_writes(14, 7))
	}
	fn import(r: u32) -> Weight {
		Weight::from_parts(60_000_000, 30_000)
			.saturating_add(Weight::from_parts(180_000_000, 200_000).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().reads_writes(50, 34).saturating_mul(r.into()))
	}
	fn set_appraisal_days() -> Weight {
		Weight::from_parts(10_000_000, 1_500).saturating_add(T::DbWeight::get().writes(1))
	}
	fn on_poll() -> Weight {
		Weight::from_parts(6_000_000, 3_000).saturating_add(T::DbWeight::get().reads(2))
	}
	fn skip_day() -> Weight {
		Weight::from_parts(10_000_000, 4_000).saturating_add(T::DbWeight::get().reads_writes(2, 1))
	}
	fn end_term() -> Weight {
		Weight::from_parts(150_000_000, 120_000)
			.saturating_add(T::DbWeight::get().reads_writes(30, 20))
	}
}

/// For tests.
impl WeightInfo for () {
	fn register() -> Weight {
		Weight::from_parts(180_000_000, 240_000)
			.saturating_add(ParityDbWeight::get().reads_writes(60, 24))
	}
	fn decide() -> Weight {
		Weight::from_parts(90_000_000, 120_000)
			.saturating_add(ParityDbWeight::get().reads_writes(30, 18))
	}
	fn receive() -> Weight {
		Weight::from_parts(90_000_000, 120_000)
			.saturating_add(ParityDbWeight::get().reads_writes(30, 18))
	}
	fn end() -> Weight {
		Weight::from_parts(90_000_000, 120_000)
			.saturating_add(ParityDbWeight::get().reads_writes(30, 18))
	}
	fn archive() -> Weight {
		Weight::from_parts(90_000_000, 120_000)
			.saturating_add(ParityDbWeight::get().reads_writes(30, 18))
	}
	fn assign() -> Weight {
		Weight::from_parts(60_000_000, 80_000)
			.saturating_add(ParityDbWeight::get().reads_writes(20, 8))
	}
	fn compute_term() -> Weight {
		Weight::from_parts(54_000_000, 72_000)
			.saturating_add(ParityDbWeight::get().reads_writes(18, 5))
	}
	fn confirm_term() -> Weight {
		Weight::from_parts(90_000_000, 120_000)
			.saturating_add(ParityDbWeight::get().reads_writes(30, 14))
	}
	fn certify() -> Weight {
		Weight::from_parts(72_000_000, 96_000)
			.saturating_add(ParityDbWeight::get().reads_writes(24, 8))
	}
	fn open_interval() -> Weight {
		Weight::from_parts(108_000_000, 144_000)
			.saturating_add(ParityDbWeight::get().reads_writes(36, 10))
	}
	fn close_interval() -> Weight {
		Weight::from_parts(108_000_000, 144_000)
			.saturating_add(ParityDbWeight::get().reads_writes(36, 14))
	}
	fn add_party() -> Weight {
		Weight::from_parts(60_000_000, 80_000)
			.saturating_add(ParityDbWeight::get().reads_writes(20, 6))
	}
	fn remove_party() -> Weight {
		Weight::from_parts(60_000_000, 80_000)
			.saturating_add(ParityDbWeight::get().reads_writes(20, 6))
	}
	fn add_sealed_party() -> Weight {
		Weight::from_parts(54_000_000, 72_000)
			.saturating_add(ParityDbWeight::get().reads_writes(18, 4))
	}
	fn remove_sealed_party() -> Weight {
		Weight::from_parts(54_000_000, 72_000)
			.saturating_add(ParityDbWeight::get().reads_writes(18, 4))
	}
	fn reveal_party() -> Weight {
		Weight::from_parts(42_000_000, 56_000)
			.saturating_add(ParityDbWeight::get().reads_writes(14, 7))
	}
	fn import(r: u32) -> Weight {
		Weight::from_parts(60_000_000, 30_000)
			.saturating_add(Weight::from_parts(180_000_000, 200_000).saturating_mul(r.into()))
			.saturating_add(ParityDbWeight::get().reads(10))
			.saturating_add(ParityDbWeight::get().reads_writes(50, 34).saturating_mul(r.into()))
	}
	fn set_appraisal_days() -> Weight {
		Weight::from_parts(10_000_000, 1_500).saturating_add(ParityDbWeight::get().writes(1))
	}
	fn on_poll() -> Weight {
		Weight::from_parts(6_000_000, 3_000).saturating_add(ParityDbWeight::get().reads(2))
	}
	fn skip_day() -> Weight {
		Weight::from_parts(10_000_000, 4_000)
			.saturating_add(ParityDbWeight::get().reads_writes(2, 1))
	}
	fn end_term() -> Weight {
		Weight::from_parts(150_000_000, 120_000)
			.saturating_add(ParityDbWeight::get().reads_writes(30, 20))
	}
}
