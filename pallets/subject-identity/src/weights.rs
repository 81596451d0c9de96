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
		// At least 190_387_000 picoseconds.
		Weight::from_parts(213_009_000, 0)
			.saturating_add(T::DbWeight::get().reads(29))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	fn add_sealed_party() -> Weight {
		// At least 176_230_000 picoseconds.
		Weight::from_parts(193_743_000, 0)
			.saturating_add(T::DbWeight::get().reads(28))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn archive() -> Weight {
		// At least 626_965_000 picoseconds.
		Weight::from_parts(677_990_000, 0)
			.saturating_add(T::DbWeight::get().reads(57))
			.saturating_add(T::DbWeight::get().writes(32))
	}

	fn assign() -> Weight {
		// At least 205_224_000 picoseconds.
		Weight::from_parts(325_239_000, 0)
			.saturating_add(T::DbWeight::get().reads(25))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	fn certify() -> Weight {
		// At least 456_105_000 picoseconds.
		Weight::from_parts(495_118_000, 0)
			.saturating_add(T::DbWeight::get().reads(45))
			.saturating_add(T::DbWeight::get().writes(24))
	}

	fn close_interval() -> Weight {
		// At least 499_155_000 picoseconds.
		Weight::from_parts(572_763_000, 0)
			.saturating_add(T::DbWeight::get().reads(41))
			.saturating_add(T::DbWeight::get().writes(20))
	}

	fn compute_term() -> Weight {
		// At least 226_294_000 picoseconds.
		Weight::from_parts(252_073_000, 0)
			.saturating_add(T::DbWeight::get().reads(26))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	fn confirm_term() -> Weight {
		// At least 601_296_000 picoseconds.
		Weight::from_parts(682_699_000, 0)
			.saturating_add(T::DbWeight::get().reads(55))
			.saturating_add(T::DbWeight::get().writes(39))
	}

	fn decide() -> Weight {
		// At least 464_901_000 picoseconds.
		Weight::from_parts(808_666_000, 0)
			.saturating_add(T::DbWeight::get().reads(40))
			.saturating_add(T::DbWeight::get().writes(24))
	}

	fn end() -> Weight {
		// At least 579_997_000 picoseconds.
		Weight::from_parts(650_960_000, 0)
			.saturating_add(T::DbWeight::get().reads(51))
			.saturating_add(T::DbWeight::get().writes(30))
	}

	fn end_afterwards() -> Weight {
		// At least 687_839_000 picoseconds.
		Weight::from_parts(751_809_000, 0)
			.saturating_add(T::DbWeight::get().reads(58))
			.saturating_add(T::DbWeight::get().writes(36))
	}

	fn end_term() -> Weight {
		// At least 356_888_000 picoseconds.
		Weight::from_parts(409_397_000, 0)
			.saturating_add(T::DbWeight::get().reads(24))
			.saturating_add(T::DbWeight::get().writes(26))
	}

	fn give_back() -> Weight {
		// At least 836_528_000 picoseconds.
		Weight::from_parts(887_042_000, 0)
			.saturating_add(T::DbWeight::get().reads(75))
			.saturating_add(T::DbWeight::get().writes(54))
	}

	/// `r`: 1 to 100.
	fn import(r: u32) -> Weight {
		// At least 453_941_000 picoseconds.
		Weight::from_parts(2_480_566_621, 0)
			.saturating_add(Weight::from_parts(378_479_037, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(30))
			.saturating_add(T::DbWeight::get().reads(9_u64.saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(3))
			.saturating_add(T::DbWeight::get().writes(32_u64.saturating_mul(r.into())))
	}

	fn on_poll() -> Weight {
		// At least 9_358_000 picoseconds.
		Weight::from_parts(10_028_000, 0).saturating_add(T::DbWeight::get().reads(3))
	}

	fn open_interval() -> Weight {
		// At least 512_440_000 picoseconds.
		Weight::from_parts(571_331_000, 0)
			.saturating_add(T::DbWeight::get().reads(51))
			.saturating_add(T::DbWeight::get().writes(30))
	}

	fn receive() -> Weight {
		// At least 431_929_000 picoseconds.
		Weight::from_parts(706_614_000, 0)
			.saturating_add(T::DbWeight::get().reads(39))
			.saturating_add(T::DbWeight::get().writes(16))
	}

	fn register() -> Weight {
		// At least 418_303_000 picoseconds.
		Weight::from_parts(452_839_000, 0)
			.saturating_add(T::DbWeight::get().reads(33))
			.saturating_add(T::DbWeight::get().writes(34))
	}

	fn remove_party() -> Weight {
		// At least 189_626_000 picoseconds.
		Weight::from_parts(206_937_000, 0)
			.saturating_add(T::DbWeight::get().reads(29))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	fn remove_sealed_party() -> Weight {
		// At least 172_042_000 picoseconds.
		Weight::from_parts(205_064_000, 0)
			.saturating_add(T::DbWeight::get().reads(28))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn reveal_party() -> Weight {
		// At least 162_645_000 picoseconds.
		Weight::from_parts(199_894_000, 0)
			.saturating_add(T::DbWeight::get().reads(15))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	fn skip_day() -> Weight {
		// At least 16_721_000 picoseconds.
		Weight::from_parts(17_813_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}

// For tests.
impl WeightInfo for () {
	fn add_party() -> Weight {
		Weight::from_parts(213_009_000, 0)
			.saturating_add(ParityDbWeight::get().reads(29))
			.saturating_add(ParityDbWeight::get().writes(4))
	}

	fn add_sealed_party() -> Weight {
		Weight::from_parts(193_743_000, 0)
			.saturating_add(ParityDbWeight::get().reads(28))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn archive() -> Weight {
		Weight::from_parts(677_990_000, 0)
			.saturating_add(ParityDbWeight::get().reads(57))
			.saturating_add(ParityDbWeight::get().writes(32))
	}

	fn assign() -> Weight {
		Weight::from_parts(325_239_000, 0)
			.saturating_add(ParityDbWeight::get().reads(25))
			.saturating_add(ParityDbWeight::get().writes(5))
	}

	fn certify() -> Weight {
		Weight::from_parts(495_118_000, 0)
			.saturating_add(ParityDbWeight::get().reads(45))
			.saturating_add(ParityDbWeight::get().writes(24))
	}

	fn close_interval() -> Weight {
		Weight::from_parts(572_763_000, 0)
			.saturating_add(ParityDbWeight::get().reads(41))
			.saturating_add(ParityDbWeight::get().writes(20))
	}

	fn compute_term() -> Weight {
		Weight::from_parts(252_073_000, 0)
			.saturating_add(ParityDbWeight::get().reads(26))
			.saturating_add(ParityDbWeight::get().writes(4))
	}

	fn confirm_term() -> Weight {
		Weight::from_parts(682_699_000, 0)
			.saturating_add(ParityDbWeight::get().reads(55))
			.saturating_add(ParityDbWeight::get().writes(39))
	}

	fn decide() -> Weight {
		Weight::from_parts(808_666_000, 0)
			.saturating_add(ParityDbWeight::get().reads(40))
			.saturating_add(ParityDbWeight::get().writes(24))
	}

	fn end() -> Weight {
		Weight::from_parts(650_960_000, 0)
			.saturating_add(ParityDbWeight::get().reads(51))
			.saturating_add(ParityDbWeight::get().writes(30))
	}

	fn end_afterwards() -> Weight {
		Weight::from_parts(751_809_000, 0)
			.saturating_add(ParityDbWeight::get().reads(58))
			.saturating_add(ParityDbWeight::get().writes(36))
	}

	fn end_term() -> Weight {
		Weight::from_parts(409_397_000, 0)
			.saturating_add(ParityDbWeight::get().reads(24))
			.saturating_add(ParityDbWeight::get().writes(26))
	}

	fn give_back() -> Weight {
		Weight::from_parts(887_042_000, 0)
			.saturating_add(ParityDbWeight::get().reads(75))
			.saturating_add(ParityDbWeight::get().writes(54))
	}

	fn import(r: u32) -> Weight {
		Weight::from_parts(2_480_566_621, 0)
			.saturating_add(Weight::from_parts(378_479_037, 0).saturating_mul(r.into()))
			.saturating_add(ParityDbWeight::get().reads(30))
			.saturating_add(ParityDbWeight::get().reads(9_u64.saturating_mul(r.into())))
			.saturating_add(ParityDbWeight::get().writes(3))
			.saturating_add(ParityDbWeight::get().writes(32_u64.saturating_mul(r.into())))
	}

	fn on_poll() -> Weight {
		Weight::from_parts(10_028_000, 0).saturating_add(ParityDbWeight::get().reads(3))
	}

	fn open_interval() -> Weight {
		Weight::from_parts(571_331_000, 0)
			.saturating_add(ParityDbWeight::get().reads(51))
			.saturating_add(ParityDbWeight::get().writes(30))
	}

	fn receive() -> Weight {
		Weight::from_parts(706_614_000, 0)
			.saturating_add(ParityDbWeight::get().reads(39))
			.saturating_add(ParityDbWeight::get().writes(16))
	}

	fn register() -> Weight {
		Weight::from_parts(452_839_000, 0)
			.saturating_add(ParityDbWeight::get().reads(33))
			.saturating_add(ParityDbWeight::get().writes(34))
	}

	fn remove_party() -> Weight {
		Weight::from_parts(206_937_000, 0)
			.saturating_add(ParityDbWeight::get().reads(29))
			.saturating_add(ParityDbWeight::get().writes(4))
	}

	fn remove_sealed_party() -> Weight {
		Weight::from_parts(205_064_000, 0)
			.saturating_add(ParityDbWeight::get().reads(28))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn reveal_party() -> Weight {
		Weight::from_parts(199_894_000, 0)
			.saturating_add(ParityDbWeight::get().reads(15))
			.saturating_add(ParityDbWeight::get().writes(5))
	}

	fn skip_day() -> Weight {
		Weight::from_parts(17_813_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
}
