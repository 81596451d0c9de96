//! Weights of `pallet_identity_tags`, measured by `scripts/weights` (50 steps, 20 repeats): do not
//! edit. Proof sizes are 0, since blocks have no bound on them.

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// What the calls and hooks of the pallet weigh.
pub trait WeightInfo {
	/// Weight of `case_archived`.
	fn case_archived() -> Weight;
	/// Weight of `confirm_duplicate`.
	fn confirm_duplicate() -> Weight;
	/// Weight of `propose_duplicate`.
	fn propose_duplicate() -> Weight;
	/// Weight of `register_tags`.
	fn register_tags() -> Weight;
	/// Weight of `reject_duplicate`.
	fn reject_duplicate() -> Weight;
	/// Weight of `split`.
	fn split() -> Weight;
	/// Weight of `tell_some`.
	fn tell_some(r: u32) -> Weight;
	/// Weight of `withdraw_confirmation`.
	fn withdraw_confirmation() -> Weight;
	/// Weight of `withdraw_tags`.
	fn withdraw_tags() -> Weight;
}

/// Weights on the database that the runtime names.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn case_archived() -> Weight {
		// At least 1_201_349_000 picoseconds.
		Weight::from_parts(1_238_124_000, 0)
			.saturating_add(T::DbWeight::get().reads(226))
			.saturating_add(T::DbWeight::get().writes(201))
	}

	fn confirm_duplicate() -> Weight {
		// At least 525_383_000 picoseconds.
		Weight::from_parts(533_355_000, 0)
			.saturating_add(T::DbWeight::get().reads(67))
			.saturating_add(T::DbWeight::get().writes(60))
	}

	fn propose_duplicate() -> Weight {
		// At least 109_423_000 picoseconds.
		Weight::from_parts(113_980_000, 0)
			.saturating_add(T::DbWeight::get().reads(19))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	fn register_tags() -> Weight {
		// At least 677_639_000 picoseconds.
		Weight::from_parts(724_829_000, 0)
			.saturating_add(T::DbWeight::get().reads(152))
			.saturating_add(T::DbWeight::get().writes(35))
	}

	fn reject_duplicate() -> Weight {
		// At least 101_111_000 picoseconds.
		Weight::from_parts(104_506_000, 0)
			.saturating_add(T::DbWeight::get().reads(17))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	fn split() -> Weight {
		// At least 1_024_686_000 picoseconds.
		Weight::from_parts(1_068_942_000, 0)
			.saturating_add(T::DbWeight::get().reads(172))
			.saturating_add(T::DbWeight::get().writes(55))
	}

	/// `r`: 0 to 16.
	fn tell_some(r: u32) -> Weight {
		// At least 14_391_000 picoseconds.
		Weight::from_parts(36_977_307, 0)
			.saturating_add(Weight::from_parts(24_287_418, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().reads(2_u64.saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(3))
			.saturating_add(T::DbWeight::get().writes(5_u64.saturating_mul(r.into())))
	}

	fn withdraw_confirmation() -> Weight {
		// At least 75_633_000 picoseconds.
		Weight::from_parts(79_027_000, 0)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn withdraw_tags() -> Weight {
		// At least 100_039_000 picoseconds.
		Weight::from_parts(105_167_000, 0)
			.saturating_add(T::DbWeight::get().reads(16))
			.saturating_add(T::DbWeight::get().writes(9))
	}
}

// For tests.
impl WeightInfo for () {
	fn case_archived() -> Weight {
		Weight::from_parts(1_238_124_000, 0)
			.saturating_add(ParityDbWeight::get().reads(226))
			.saturating_add(ParityDbWeight::get().writes(201))
	}

	fn confirm_duplicate() -> Weight {
		Weight::from_parts(533_355_000, 0)
			.saturating_add(ParityDbWeight::get().reads(67))
			.saturating_add(ParityDbWeight::get().writes(60))
	}

	fn propose_duplicate() -> Weight {
		Weight::from_parts(113_980_000, 0)
			.saturating_add(ParityDbWeight::get().reads(19))
			.saturating_add(ParityDbWeight::get().writes(5))
	}

	fn register_tags() -> Weight {
		Weight::from_parts(724_829_000, 0)
			.saturating_add(ParityDbWeight::get().reads(152))
			.saturating_add(ParityDbWeight::get().writes(35))
	}

	fn reject_duplicate() -> Weight {
		Weight::from_parts(104_506_000, 0)
			.saturating_add(ParityDbWeight::get().reads(17))
			.saturating_add(ParityDbWeight::get().writes(4))
	}

	fn split() -> Weight {
		Weight::from_parts(1_068_942_000, 0)
			.saturating_add(ParityDbWeight::get().reads(172))
			.saturating_add(ParityDbWeight::get().writes(55))
	}

	fn tell_some(r: u32) -> Weight {
		Weight::from_parts(36_977_307, 0)
			.saturating_add(Weight::from_parts(24_287_418, 0).saturating_mul(r.into()))
			.saturating_add(ParityDbWeight::get().reads(6))
			.saturating_add(ParityDbWeight::get().reads(2_u64.saturating_mul(r.into())))
			.saturating_add(ParityDbWeight::get().writes(3))
			.saturating_add(ParityDbWeight::get().writes(5_u64.saturating_mul(r.into())))
	}

	fn withdraw_confirmation() -> Weight {
		Weight::from_parts(79_027_000, 0)
			.saturating_add(ParityDbWeight::get().reads(8))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn withdraw_tags() -> Weight {
		Weight::from_parts(105_167_000, 0)
			.saturating_add(ParityDbWeight::get().reads(16))
			.saturating_add(ParityDbWeight::get().writes(9))
	}
}
