//! Weights of the calls and of the extension.

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// Weights of the calls and of the extension.
pub trait WeightInfo {
	/// Weight of `set_quota`.
	fn set_quota() -> Weight;
	/// Weight of `set_reserve`.
	fn set_reserve() -> Weight;
	/// Weight of the extension for a call that wraps none: validation, charge, refund and the record
	/// of a refused attempt.
	fn check_membership() -> Weight;
	/// The same for an account that signs for a member.
	fn check_institution() -> Weight;
}

/// Weights by the number of storage reads and writes, until they are measured.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn set_quota() -> Weight {
		Weight::from_parts(12_000_000, 4_000).saturating_add(T::DbWeight::get().reads_writes(4, 1))
	}

	fn set_reserve() -> Weight {
		Weight::from_parts(6_000_000, 0).saturating_add(T::DbWeight::get().writes(1))
	}

	fn check_membership() -> Weight {
		Weight::from_parts(40_000_000, 12_000)
			.saturating_add(T::DbWeight::get().reads_writes(12, 2))
	}

	fn check_institution() -> Weight {
		Weight::from_parts(30_000_000, 8_000).saturating_add(T::DbWeight::get().reads_writes(8, 2))
	}
}

impl WeightInfo for () {
	fn set_quota() -> Weight {
		Weight::from_parts(12_000_000, 4_000)
			.saturating_add(ParityDbWeight::get().reads_writes(4, 1))
	}

	fn set_reserve() -> Weight {
		Weight::from_parts(6_000_000, 0).saturating_add(ParityDbWeight::get().writes(1))
	}

	fn check_membership() -> Weight {
		Weight::from_parts(40_000_000, 12_000)
			.saturating_add(ParityDbWeight::get().reads_writes(12, 2))
	}

	fn check_institution() -> Weight {
		Weight::from_parts(30_000_000, 8_000)
			.saturating_add(ParityDbWeight::get().reads_writes(8, 2))
	}
}
