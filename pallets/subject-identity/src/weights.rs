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
	/// Weight of `end_term`.
	fn end_term() -> Weight;
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
		// At least 125_737_000 picoseconds.
		Weight::from_parts(130_685_000, 0)
			.saturating_add(T::DbWeight::get().reads(29))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	fn add_sealed_party() -> Weight {
		// At least 117_735_000 picoseconds.
		Weight::from_parts(120_430_000, 0)
			.saturating_add(T::DbWeight::get().reads(28))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn archive() -> Weight {
		// At least 262_932_000 picoseconds.
		Weight::from_parts(278_635_000, 0)
			.saturating_add(T::DbWeight::get().reads(42))
			.saturating_add(T::DbWeight::get().writes(22))
	}

	fn assign() -> Weight {
		// At least 129_353_000 picoseconds.
		Weight::from_parts(134_911_000, 0)
			.saturating_add(T::DbWeight::get().reads(24))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	fn certify() -> Weight {
		// At least 163_313_000 picoseconds.
		Weight::from_parts(250_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(42))
			.saturating_add(T::DbWeight::get().writes(24))
	}

	fn close_interval() -> Weight {
		// At least 235_401_000 picoseconds.
		Weight::from_parts(243_964_000, 0)
			.saturating_add(T::DbWeight::get().reads(33))
			.saturating_add(T::DbWeight::get().writes(11))
	}

	fn compute_term() -> Weight {
		// At least 130_945_000 picoseconds.
		Weight::from_parts(137_986_000, 0)
			.saturating_add(T::DbWeight::get().reads(26))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	fn confirm_term() -> Weight {
		// At least 236_622_000 picoseconds.
		Weight::from_parts(250_713_000, 0)
			.saturating_add(T::DbWeight::get().reads(39))
			.saturating_add(T::DbWeight::get().writes(21))
	}

	fn decide() -> Weight {
		// At least 246_547_000 picoseconds.
		Weight::from_parts(258_334_000, 0)
			.saturating_add(T::DbWeight::get().reads(34))
			.saturating_add(T::DbWeight::get().writes(18))
	}

	fn end() -> Weight {
		// At least 221_210_000 picoseconds.
		Weight::from_parts(230_934_000, 0)
			.saturating_add(T::DbWeight::get().reads(36))
			.saturating_add(T::DbWeight::get().writes(15))
	}

	fn end_term() -> Weight {
		// At least 159_948_000 picoseconds.
		Weight::from_parts(251_575_000, 0)
			.saturating_add(T::DbWeight::get().reads(16))
			.saturating_add(T::DbWeight::get().writes(19))
	}

	/// `r`: 1 to 100.
	fn import(r: u32) -> Weight {
		// At least 298_014_000 picoseconds.
		Weight::from_parts(299_516_000, 0)
			.saturating_add(Weight::from_parts(192_328_272, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(28))
			.saturating_add(T::DbWeight::get().reads(9_u64.saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(3))
			.saturating_add(T::DbWeight::get().writes(29_u64.saturating_mul(r.into())))
	}

	fn on_poll() -> Weight {
		// At least 7_271_000 picoseconds.
		Weight::from_parts(7_731_000, 0).saturating_add(T::DbWeight::get().reads(3))
	}

	fn open_interval() -> Weight {
		// At least 205_667_000 picoseconds.
		Weight::from_parts(214_229_000, 0)
			.saturating_add(T::DbWeight::get().reads(40))
			.saturating_add(T::DbWeight::get().writes(10))
	}

	fn receive() -> Weight {
		// At least 214_759_000 picoseconds.
		Weight::from_parts(219_778_000, 0)
			.saturating_add(T::DbWeight::get().reads(35))
			.saturating_add(T::DbWeight::get().writes(13))
	}

	fn register() -> Weight {
		// At least 281_158_000 picoseconds.
		Weight::from_parts(286_576_000, 0)
			.saturating_add(T::DbWeight::get().reads(33))
			.saturating_add(T::DbWeight::get().writes(34))
	}

	fn remove_party() -> Weight {
		// At least 130_274_000 picoseconds.
		Weight::from_parts(136_172_000, 0)
			.saturating_add(T::DbWeight::get().reads(29))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	fn remove_sealed_party() -> Weight {
		// At least 118_136_000 picoseconds.
		Weight::from_parts(124_966_000, 0)
			.saturating_add(T::DbWeight::get().reads(28))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn reveal_party() -> Weight {
		// At least 108_432_000 picoseconds.
		Weight::from_parts(116_404_000, 0)
			.saturating_add(T::DbWeight::get().reads(15))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	fn skip_day() -> Weight {
		// At least 11_968_000 picoseconds.
		Weight::from_parts(12_349_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}

// For tests.
impl WeightInfo for () {
	fn add_party() -> Weight {
		Weight::from_parts(130_685_000, 0)
			.saturating_add(ParityDbWeight::get().reads(29))
			.saturating_add(ParityDbWeight::get().writes(4))
	}

	fn add_sealed_party() -> Weight {
		Weight::from_parts(120_430_000, 0)
			.saturating_add(ParityDbWeight::get().reads(28))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn archive() -> Weight {
		Weight::from_parts(278_635_000, 0)
			.saturating_add(ParityDbWeight::get().reads(42))
			.saturating_add(ParityDbWeight::get().writes(22))
	}

	fn assign() -> Weight {
		Weight::from_parts(134_911_000, 0)
			.saturating_add(ParityDbWeight::get().reads(24))
			.saturating_add(ParityDbWeight::get().writes(5))
	}

	fn certify() -> Weight {
		Weight::from_parts(250_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(42))
			.saturating_add(ParityDbWeight::get().writes(24))
	}

	fn close_interval() -> Weight {
		Weight::from_parts(243_964_000, 0)
			.saturating_add(ParityDbWeight::get().reads(33))
			.saturating_add(ParityDbWeight::get().writes(11))
	}

	fn compute_term() -> Weight {
		Weight::from_parts(137_986_000, 0)
			.saturating_add(ParityDbWeight::get().reads(26))
			.saturating_add(ParityDbWeight::get().writes(4))
	}

	fn confirm_term() -> Weight {
		Weight::from_parts(250_713_000, 0)
			.saturating_add(ParityDbWeight::get().reads(39))
			.saturating_add(ParityDbWeight::get().writes(21))
	}

	fn decide() -> Weight {
		Weight::from_parts(258_334_000, 0)
			.saturating_add(ParityDbWeight::get().reads(34))
			.saturating_add(ParityDbWeight::get().writes(18))
	}

	fn end() -> Weight {
		Weight::from_parts(230_934_000, 0)
			.saturating_add(ParityDbWeight::get().reads(36))
			.saturating_add(ParityDbWeight::get().writes(15))
	}

	fn end_term() -> Weight {
		Weight::from_parts(251_575_000, 0)
			.saturating_add(ParityDbWeight::get().reads(16))
			.saturating_add(ParityDbWeight::get().writes(19))
	}

	fn import(r: u32) -> Weight {
		Weight::from_parts(299_516_000, 0)
			.saturating_add(Weight::from_parts(192_328_272, 0).saturating_mul(r.into()))
			.saturating_add(ParityDbWeight::get().reads(28))
			.saturating_add(ParityDbWeight::get().reads(9_u64.saturating_mul(r.into())))
			.saturating_add(ParityDbWeight::get().writes(3))
			.saturating_add(ParityDbWeight::get().writes(29_u64.saturating_mul(r.into())))
	}

	fn on_poll() -> Weight {
		Weight::from_parts(7_731_000, 0).saturating_add(ParityDbWeight::get().reads(3))
	}

	fn open_interval() -> Weight {
		Weight::from_parts(214_229_000, 0)
			.saturating_add(ParityDbWeight::get().reads(40))
			.saturating_add(ParityDbWeight::get().writes(10))
	}

	fn receive() -> Weight {
		Weight::from_parts(219_778_000, 0)
			.saturating_add(ParityDbWeight::get().reads(35))
			.saturating_add(ParityDbWeight::get().writes(13))
	}

	fn register() -> Weight {
		Weight::from_parts(286_576_000, 0)
			.saturating_add(ParityDbWeight::get().reads(33))
			.saturating_add(ParityDbWeight::get().writes(34))
	}

	fn remove_party() -> Weight {
		Weight::from_parts(136_172_000, 0)
			.saturating_add(ParityDbWeight::get().reads(29))
			.saturating_add(ParityDbWeight::get().writes(4))
	}

	fn remove_sealed_party() -> Weight {
		Weight::from_parts(124_966_000, 0)
			.saturating_add(ParityDbWeight::get().reads(28))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn reveal_party() -> Weight {
		Weight::from_parts(116_404_000, 0)
			.saturating_add(ParityDbWeight::get().reads(15))
			.saturating_add(ParityDbWeight::get().writes(5))
	}

	fn skip_day() -> Weight {
		Weight::from_parts(12_349_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
}
