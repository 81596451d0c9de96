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
		// At least 4_508_477_000 picoseconds.
		Weight::from_parts(4_578_338_000, 0)
			.saturating_add(T::DbWeight::get().reads(370))
			.saturating_add(T::DbWeight::get().writes(273))
	}

	fn confirm_duplicate() -> Weight {
		// At least 1_232_499_000 picoseconds.
		Weight::from_parts(2_091_509_000, 0)
			.saturating_add(T::DbWeight::get().reads(91))
			.saturating_add(T::DbWeight::get().writes(78))
	}

	fn propose_duplicate() -> Weight {
		// At least 270_687_000 picoseconds.
		Weight::from_parts(407_364_000, 0)
			.saturating_add(T::DbWeight::get().reads(37))
			.saturating_add(T::DbWeight::get().writes(9))
	}

	fn register_tags() -> Weight {
		// At least 2_439_811_000 picoseconds.
		Weight::from_parts(2_656_477_000, 0)
			.saturating_add(T::DbWeight::get().reads(264))
			.saturating_add(T::DbWeight::get().writes(67))
	}

	fn reject_duplicate() -> Weight {
		// At least 149_480_000 picoseconds.
		Weight::from_parts(214_542_000, 0)
			.saturating_add(T::DbWeight::get().reads(17))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	fn split() -> Weight {
		// At least 2_832_207_000 picoseconds.
		Weight::from_parts(4_781_207_000, 0)
			.saturating_add(T::DbWeight::get().reads(279))
			.saturating_add(T::DbWeight::get().writes(111))
	}

	/// `r`: 0 to 16.
	fn tell_some(r: u32) -> Weight {
		// At least 23_214_000 picoseconds.
		Weight::from_parts(93_552_555, 0)
			.saturating_add(Weight::from_parts(51_495_723, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().reads(3_u64.saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(3))
			.saturating_add(T::DbWeight::get().writes(6_u64.saturating_mul(r.into())))
	}

	fn withdraw_confirmation() -> Weight {
		// At least 153_177_000 picoseconds.
		Weight::from_parts(167_694_000, 0)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn withdraw_tags() -> Weight {
		// At least 293_540_000 picoseconds.
		Weight::from_parts(357_891_000, 0)
			.saturating_add(T::DbWeight::get().reads(32))
			.saturating_add(T::DbWeight::get().writes(17))
	}
}

// For tests.
impl WeightInfo for () {
	fn case_archived() -> Weight {
		Weight::from_parts(4_578_338_000, 0)
			.saturating_add(ParityDbWeight::get().reads(370))
			.saturating_add(ParityDbWeight::get().writes(273))
	}

	fn confirm_duplicate() -> Weight {
		Weight::from_parts(2_091_509_000, 0)
			.saturating_add(ParityDbWeight::get().reads(91))
			.saturating_add(ParityDbWeight::get().writes(78))
	}

	fn propose_duplicate() -> Weight {
		Weight::from_parts(407_364_000, 0)
			.saturating_add(ParityDbWeight::get().reads(37))
			.saturating_add(ParityDbWeight::get().writes(9))
	}

	fn register_tags() -> Weight {
		Weight::from_parts(2_656_477_000, 0)
			.saturating_add(ParityDbWeight::get().reads(264))
			.saturating_add(ParityDbWeight::get().writes(67))
	}

	fn reject_duplicate() -> Weight {
		Weight::from_parts(214_542_000, 0)
			.saturating_add(ParityDbWeight::get().reads(17))
			.saturating_add(ParityDbWeight::get().writes(4))
	}

	fn split() -> Weight {
		Weight::from_parts(4_781_207_000, 0)
			.saturating_add(ParityDbWeight::get().reads(279))
			.saturating_add(ParityDbWeight::get().writes(111))
	}

	fn tell_some(r: u32) -> Weight {
		Weight::from_parts(93_552_555, 0)
			.saturating_add(Weight::from_parts(51_495_723, 0).saturating_mul(r.into()))
			.saturating_add(ParityDbWeight::get().reads(8))
			.saturating_add(ParityDbWeight::get().reads(3_u64.saturating_mul(r.into())))
			.saturating_add(ParityDbWeight::get().writes(3))
			.saturating_add(ParityDbWeight::get().writes(6_u64.saturating_mul(r.into())))
	}

	fn withdraw_confirmation() -> Weight {
		Weight::from_parts(167_694_000, 0)
			.saturating_add(ParityDbWeight::get().reads(8))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn withdraw_tags() -> Weight {
		Weight::from_parts(357_891_000, 0)
			.saturating_add(ParityDbWeight::get().reads(32))
			.saturating_add(ParityDbWeight::get().writes(17))
	}
}
