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
		// At least 1_278_915_000 picoseconds.
		Weight::from_parts(1_315_619_000, 0)
			.saturating_add(T::DbWeight::get().reads(226))
			.saturating_add(T::DbWeight::get().writes(201))
	}

	fn confirm_duplicate() -> Weight {
		// At least 559_283_000 picoseconds.
		Weight::from_parts(587_465_000, 0)
			.saturating_add(T::DbWeight::get().reads(74))
			.saturating_add(T::DbWeight::get().writes(60))
	}

	fn propose_duplicate() -> Weight {
		// At least 112_858_000 picoseconds.
		Weight::from_parts(116_964_000, 0)
			.saturating_add(T::DbWeight::get().reads(19))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	fn register_tags() -> Weight {
		// At least 729_356_000 picoseconds.
		Weight::from_parts(762_876_000, 0)
			.saturating_add(T::DbWeight::get().reads(160))
			.saturating_add(T::DbWeight::get().writes(35))
	}

	fn reject_duplicate() -> Weight {
		// At least 104_336_000 picoseconds.
		Weight::from_parts(110_594_000, 0)
			.saturating_add(T::DbWeight::get().reads(17))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	fn split() -> Weight {
		// At least 1_153_638_000 picoseconds.
		Weight::from_parts(1_191_935_000, 0)
			.saturating_add(T::DbWeight::get().reads(189))
			.saturating_add(T::DbWeight::get().writes(73))
	}

	/// `r`: 0 to 16.
	fn tell_some(r: u32) -> Weight {
		// At least 16_404_000 picoseconds.
		Weight::from_parts(8_284_973, 0)
			.saturating_add(Weight::from_parts(33_661_210, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().reads(2_u64.saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(3))
			.saturating_add(T::DbWeight::get().writes(5_u64.saturating_mul(r.into())))
	}

	fn withdraw_confirmation() -> Weight {
		// At least 76_785_000 picoseconds.
		Weight::from_parts(80_981_000, 0)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn withdraw_tags() -> Weight {
		// At least 105_397_000 picoseconds.
		Weight::from_parts(109_443_000, 0)
			.saturating_add(T::DbWeight::get().reads(16))
			.saturating_add(T::DbWeight::get().writes(9))
	}
}

// For tests.
impl WeightInfo for () {
	fn case_archived() -> Weight {
		Weight::from_parts(1_315_619_000, 0)
			.saturating_add(ParityDbWeight::get().reads(226))
			.saturating_add(ParityDbWeight::get().writes(201))
	}

	fn confirm_duplicate() -> Weight {
		Weight::from_parts(587_465_000, 0)
			.saturating_add(ParityDbWeight::get().reads(74))
			.saturating_add(ParityDbWeight::get().writes(60))
	}

	fn propose_duplicate() -> Weight {
		Weight::from_parts(116_964_000, 0)
			.saturating_add(ParityDbWeight::get().reads(19))
			.saturating_add(ParityDbWeight::get().writes(5))
	}

	fn register_tags() -> Weight {
		Weight::from_parts(762_876_000, 0)
			.saturating_add(ParityDbWeight::get().reads(160))
			.saturating_add(ParityDbWeight::get().writes(35))
	}

	fn reject_duplicate() -> Weight {
		Weight::from_parts(110_594_000, 0)
			.saturating_add(ParityDbWeight::get().reads(17))
			.saturating_add(ParityDbWeight::get().writes(4))
	}

	fn split() -> Weight {
		Weight::from_parts(1_191_935_000, 0)
			.saturating_add(ParityDbWeight::get().reads(189))
			.saturating_add(ParityDbWeight::get().writes(73))
	}

	fn tell_some(r: u32) -> Weight {
		Weight::from_parts(8_284_973, 0)
			.saturating_add(Weight::from_parts(33_661_210, 0).saturating_mul(r.into()))
			.saturating_add(ParityDbWeight::get().reads(7))
			.saturating_add(ParityDbWeight::get().reads(2_u64.saturating_mul(r.into())))
			.saturating_add(ParityDbWeight::get().writes(3))
			.saturating_add(ParityDbWeight::get().writes(5_u64.saturating_mul(r.into())))
	}

	fn withdraw_confirmation() -> Weight {
		Weight::from_parts(80_981_000, 0)
			.saturating_add(ParityDbWeight::get().reads(8))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn withdraw_tags() -> Weight {
		Weight::from_parts(109_443_000, 0)
			.saturating_add(ParityDbWeight::get().reads(16))
			.saturating_add(ParityDbWeight::get().writes(9))
	}
}
