//! Weights of `pallet_subject_identity`, measured by `scripts/weights` (50 steps, 20 repeats): do not
//! edit. Proof sizes are 0, since blocks have no bound on them.

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// What the calls and hooks of the pallet weigh.
pub trait WeightInfo {
	/// Weight of `add_party`.
	fn add_party() -> Weight;
	/// Weight of `add_sealed_party`.
	fn add_sealed_party() -> Weight;
	/// Weight of `archive`.
	fn archive() -> Weight;
	/// Weight of `assign`.
	fn assign() -> Weight;
	/// Weight of `certify`.
	fn certify() -> Weight;
	/// Weight of `close_interval`.
	fn close_interval() -> Weight;
	/// Weight of `compute_term`.
	fn compute_term() -> Weight;
	/// Weight of `confirm_term`.
	fn confirm_term() -> Weight;
	/// Weight of `decide`.
	fn decide() -> Weight;
	/// Weight of `end`.
	fn end() -> Weight;
	/// Weight of `end_afterwards`.
	fn end_afterwards() -> Weight;
	/// Weight of `end_term`.
	fn end_term() -> Weight;
	/// Weight of `give_back`.
	fn give_back() -> Weight;
	/// Weight of `import`.
	fn import(r: u32) -> Weight;
	/// Weight of `on_poll`.
	fn on_poll() -> Weight;
	/// Weight of `open_interval`.
	fn open_interval() -> Weight;
	/// Weight of `receive`.
	fn receive() -> Weight;
	/// Weight of `register`.
	fn register() -> Weight;
	/// Weight of `remove_party`.
	fn remove_party() -> Weight;
	/// Weight of `remove_sealed_party`.
	fn remove_sealed_party() -> Weight;
	/// Weight of `reveal_party`.
	fn reveal_party() -> Weight;
	/// Weight of `skip_day`.
	fn skip_day() -> Weight;
}

/// Weights on the database that the runtime names.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn add_party() -> Weight {
		// At least 207_749_000 picoseconds.
		Weight::from_parts(239_517_000, 0)
			.saturating_add(T::DbWeight::get().reads(29))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	fn add_sealed_party() -> Weight {
		// At least 151_616_000 picoseconds.
		Weight::from_parts(219_016_000, 0)
			.saturating_add(T::DbWeight::get().reads(28))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn archive() -> Weight {
		// At least 280_428_000 picoseconds.
		Weight::from_parts(304_133_000, 0)
			.saturating_add(T::DbWeight::get().reads(42))
			.saturating_add(T::DbWeight::get().writes(23))
	}

	fn assign() -> Weight {
		// At least 167_319_000 picoseconds.
		Weight::from_parts(224_704_000, 0)
			.saturating_add(T::DbWeight::get().reads(24))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	fn certify() -> Weight {
		// At least 417_102_000 picoseconds.
		Weight::from_parts(462_960_000, 0)
			.saturating_add(T::DbWeight::get().reads(39))
			.saturating_add(T::DbWeight::get().writes(24))
	}

	fn close_interval() -> Weight {
		// At least 402_830_000 picoseconds.
		Weight::from_parts(441_317_000, 0)
			.saturating_add(T::DbWeight::get().reads(33))
			.saturating_add(T::DbWeight::get().writes(11))
	}

	fn compute_term() -> Weight {
		// At least 211_124_000 picoseconds.
		Weight::from_parts(243_793_000, 0)
			.saturating_add(T::DbWeight::get().reads(26))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	fn confirm_term() -> Weight {
		// At least 384_123_000 picoseconds.
		Weight::from_parts(426_465_000, 0)
			.saturating_add(T::DbWeight::get().reads(38))
			.saturating_add(T::DbWeight::get().writes(21))
	}

	fn decide() -> Weight {
		// At least 282_371_000 picoseconds.
		Weight::from_parts(301_259_000, 0)
			.saturating_add(T::DbWeight::get().reads(34))
			.saturating_add(T::DbWeight::get().writes(18))
	}

	fn end() -> Weight {
		// At least 252_526_000 picoseconds.
		Weight::from_parts(330_882_000, 0)
			.saturating_add(T::DbWeight::get().reads(36))
			.saturating_add(T::DbWeight::get().writes(15))
	}

	fn end_afterwards() -> Weight {
		// At least 560_000_000 picoseconds.
		Weight::from_parts(620_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(58))
			.saturating_add(T::DbWeight::get().writes(38))
	}

	fn end_term() -> Weight {
		// At least 197_214_000 picoseconds.
		Weight::from_parts(312_115_000, 0)
			.saturating_add(T::DbWeight::get().reads(17))
			.saturating_add(T::DbWeight::get().writes(19))
	}

	/// `r`: 1 to 100.
	fn give_back() -> Weight {
		// At least 900_000_000 picoseconds.
		Weight::from_parts(980_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(84))
			.saturating_add(T::DbWeight::get().writes(70))
	}

	fn import(r: u32) -> Weight {
		// At least 321_579_000 picoseconds.
		Weight::from_parts(336_822_000, 0)
			.saturating_add(Weight::from_parts(261_392_188, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(27))
			.saturating_add(T::DbWeight::get().reads(9_u64.saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(3))
			.saturating_add(T::DbWeight::get().writes(29_u64.saturating_mul(r.into())))
	}

	fn on_poll() -> Weight {
		// At least 11_116_000 picoseconds.
		Weight::from_parts(13_510_000, 0).saturating_add(T::DbWeight::get().reads(3))
	}

	fn open_interval() -> Weight {
		// At least 315_560_000 picoseconds.
		Weight::from_parts(375_559_000, 0)
			.saturating_add(T::DbWeight::get().reads(40))
			.saturating_add(T::DbWeight::get().writes(10))
	}

	fn receive() -> Weight {
		// At least 244_785_000 picoseconds.
		Weight::from_parts(280_317_000, 0)
			.saturating_add(T::DbWeight::get().reads(35))
			.saturating_add(T::DbWeight::get().writes(13))
	}

	fn register() -> Weight {
		// At least 297_943_000 picoseconds.
		Weight::from_parts(309_141_000, 0)
			.saturating_add(T::DbWeight::get().reads(33))
			.saturating_add(T::DbWeight::get().writes(34))
	}

	fn remove_party() -> Weight {
		// At least 215_090_000 picoseconds.
		Weight::from_parts(240_739_000, 0)
			.saturating_add(T::DbWeight::get().reads(29))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	fn remove_sealed_party() -> Weight {
		// At least 167_700_000 picoseconds.
		Weight::from_parts(211_385_000, 0)
			.saturating_add(T::DbWeight::get().reads(28))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn reveal_party() -> Weight {
		// At least 127_289_000 picoseconds.
		Weight::from_parts(166_769_000, 0)
			.saturating_add(T::DbWeight::get().reads(15))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	fn skip_day() -> Weight {
		// At least 21_102_000 picoseconds.
		Weight::from_parts(22_984_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}

// For tests.
impl WeightInfo for () {
	fn add_party() -> Weight {
		Weight::from_parts(239_517_000, 0)
			.saturating_add(ParityDbWeight::get().reads(29))
			.saturating_add(ParityDbWeight::get().writes(4))
	}

	fn add_sealed_party() -> Weight {
		Weight::from_parts(219_016_000, 0)
			.saturating_add(ParityDbWeight::get().reads(28))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn archive() -> Weight {
		Weight::from_parts(304_133_000, 0)
			.saturating_add(ParityDbWeight::get().reads(42))
			.saturating_add(ParityDbWeight::get().writes(23))
	}

	fn assign() -> Weight {
		Weight::from_parts(224_704_000, 0)
			.saturating_add(ParityDbWeight::get().reads(24))
			.saturating_add(ParityDbWeight::get().writes(5))
	}

	fn certify() -> Weight {
		Weight::from_parts(462_960_000, 0)
			.saturating_add(ParityDbWeight::get().reads(39))
			.saturating_add(ParityDbWeight::get().writes(24))
	}

	fn close_interval() -> Weight {
		Weight::from_parts(441_317_000, 0)
			.saturating_add(ParityDbWeight::get().reads(33))
			.saturating_add(ParityDbWeight::get().writes(11))
	}

	fn compute_term() -> Weight {
		Weight::from_parts(243_793_000, 0)
			.saturating_add(ParityDbWeight::get().reads(26))
			.saturating_add(ParityDbWeight::get().writes(4))
	}

	fn confirm_term() -> Weight {
		Weight::from_parts(426_465_000, 0)
			.saturating_add(ParityDbWeight::get().reads(38))
			.saturating_add(ParityDbWeight::get().writes(21))
	}

	fn decide() -> Weight {
		Weight::from_parts(301_259_000, 0)
			.saturating_add(ParityDbWeight::get().reads(34))
			.saturating_add(ParityDbWeight::get().writes(18))
	}

	fn end() -> Weight {
		Weight::from_parts(330_882_000, 0)
			.saturating_add(ParityDbWeight::get().reads(36))
			.saturating_add(ParityDbWeight::get().writes(15))
	}

	fn end_afterwards() -> Weight {
		Weight::from_parts(620_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(58))
			.saturating_add(ParityDbWeight::get().writes(38))
	}

	fn end_term() -> Weight {
		Weight::from_parts(312_115_000, 0)
			.saturating_add(ParityDbWeight::get().reads(17))
			.saturating_add(ParityDbWeight::get().writes(19))
	}

	fn give_back() -> Weight {
		Weight::from_parts(980_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(84))
			.saturating_add(ParityDbWeight::get().writes(70))
	}

	fn import(r: u32) -> Weight {
		Weight::from_parts(336_822_000, 0)
			.saturating_add(Weight::from_parts(261_392_188, 0).saturating_mul(r.into()))
			.saturating_add(ParityDbWeight::get().reads(27))
			.saturating_add(ParityDbWeight::get().reads(9_u64.saturating_mul(r.into())))
			.saturating_add(ParityDbWeight::get().writes(3))
			.saturating_add(ParityDbWeight::get().writes(29_u64.saturating_mul(r.into())))
	}

	fn on_poll() -> Weight {
		Weight::from_parts(13_510_000, 0).saturating_add(ParityDbWeight::get().reads(3))
	}

	fn open_interval() -> Weight {
		Weight::from_parts(375_559_000, 0)
			.saturating_add(ParityDbWeight::get().reads(40))
			.saturating_add(ParityDbWeight::get().writes(10))
	}

	fn receive() -> Weight {
		Weight::from_parts(280_317_000, 0)
			.saturating_add(ParityDbWeight::get().reads(35))
			.saturating_add(ParityDbWeight::get().writes(13))
	}

	fn register() -> Weight {
		Weight::from_parts(309_141_000, 0)
			.saturating_add(ParityDbWeight::get().reads(33))
			.saturating_add(ParityDbWeight::get().writes(34))
	}

	fn remove_party() -> Weight {
		Weight::from_parts(240_739_000, 0)
			.saturating_add(ParityDbWeight::get().reads(29))
			.saturating_add(ParityDbWeight::get().writes(4))
	}

	fn remove_sealed_party() -> Weight {
		Weight::from_parts(211_385_000, 0)
			.saturating_add(ParityDbWeight::get().reads(28))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn reveal_party() -> Weight {
		Weight::from_parts(166_769_000, 0)
			.saturating_add(ParityDbWeight::get().reads(15))
			.saturating_add(ParityDbWeight::get().writes(5))
	}

	fn skip_day() -> Weight {
		Weight::from_parts(22_984_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
}
