//! Weights of `pallet_records`, measured by `scripts/weights` (50 steps, 20 repeats): do not
//! edit. Proof sizes are 0, since blocks have no bound on them.

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// What the calls and hooks of the pallet weigh.
pub trait WeightInfo {
	/// Weight of `add_lineage`.
	fn add_lineage() -> Weight;
	/// Weight of `anchor`.
	fn anchor(s: u32, r: u32, a: u32) -> Weight;
	/// Weight of `anchor_batch`.
	fn anchor_batch(n: u32, c: u32) -> Weight;
	/// Weight of `anchor_device_root`.
	fn anchor_device_root() -> Weight;
	/// Weight of `answer_recheck`.
	fn answer_recheck() -> Weight;
	/// Weight of `attest`.
	fn attest() -> Weight;
	/// Weight of `confirm_shred`.
	fn confirm_shred() -> Weight;
	/// Weight of `dispute`.
	fn dispute() -> Weight;
	/// Weight of `follow_rechecks`.
	fn follow_rechecks(c: u32) -> Weight;
	/// Weight of `freeze`.
	fn freeze() -> Weight;
	/// Weight of `freeze_due`.
	fn freeze_due(f: u32) -> Weight;
	/// Weight of `idle`.
	fn idle() -> Weight;
	/// Weight of `propose_shred`.
	fn propose_shred() -> Weight;
	/// Weight of `request_recheck`.
	fn request_recheck() -> Weight;
	/// Weight of `retire_class`.
	fn retire_class() -> Weight;
	/// Weight of `seal_record`.
	fn seal_record() -> Weight;
	/// Weight of `set_class`.
	fn set_class() -> Weight;
	/// Weight of `settle`.
	fn settle() -> Weight;
	/// Weight of `tell`.
	fn tell(t: u32) -> Weight;
	/// Weight of `unseal_record`.
	fn unseal_record() -> Weight;
	/// Weight of `withdraw_shred`.
	fn withdraw_shred() -> Weight;
}

/// Weights on the database that the runtime names.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn add_lineage() -> Weight {
		// At least 219_758_000 picoseconds.
		Weight::from_parts(342_200_000, 0)
			.saturating_add(T::DbWeight::get().reads(35))
			.saturating_add(T::DbWeight::get().writes(12))
	}

	/// `s`: 0 to 8.
	/// `r`: 0 to 1.
	/// `a`: 0 to 1.
	fn anchor(s: u32, r: u32, a: u32) -> Weight {
		// At least 209_061_000 picoseconds.
		Weight::from_parts(204_685_229, 0)
			.saturating_add(Weight::from_parts(19_199_370, 0).saturating_mul(s.into()))
			.saturating_add(Weight::from_parts(142_532_784, 0).saturating_mul(r.into()))
			.saturating_add(Weight::from_parts(12_000_000, 0).saturating_mul(a.into()))
			.saturating_add(T::DbWeight::get().reads(40))
			.saturating_add(T::DbWeight::get().reads(2_u64.saturating_mul(s.into())))
			.saturating_add(T::DbWeight::get().reads(24_u64.saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().reads(2_u64.saturating_mul(a.into())))
			.saturating_add(T::DbWeight::get().writes(7))
			.saturating_add(T::DbWeight::get().writes(2_u64.saturating_mul(s.into())))
			.saturating_add(T::DbWeight::get().writes(16_u64.saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64.saturating_mul(a.into())))
	}

	/// `n`: 0 to 100.
	/// `c`: 1 to 20.
	fn anchor_batch(n: u32, c: u32) -> Weight {
		// At least 1_660_884_000 picoseconds.
		Weight::from_parts(1_719_951_000, 0)
			.saturating_add(Weight::from_parts(81_814_812, 0).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(61_689_044, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(40))
			.saturating_add(T::DbWeight::get().reads(6_u64.saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes(6))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64.saturating_mul(c.into())))
	}

	fn anchor_device_root() -> Weight {
		// At least 82_092_000 picoseconds.
		Weight::from_parts(85_297_000, 0)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn answer_recheck() -> Weight {
		// At least 166_437_000 picoseconds.
		Weight::from_parts(173_969_000, 0)
			.saturating_add(T::DbWeight::get().reads(23))
			.saturating_add(T::DbWeight::get().writes(14))
	}

	fn attest() -> Weight {
		// At least 125_326_000 picoseconds.
		Weight::from_parts(132_487_000, 0)
			.saturating_add(T::DbWeight::get().reads(19))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	fn confirm_shred() -> Weight {
		// At least 215_661_000 picoseconds.
		Weight::from_parts(267_118_000, 0)
			.saturating_add(T::DbWeight::get().reads(23))
			.saturating_add(T::DbWeight::get().writes(6))
	}

	fn dispute() -> Weight {
		// At least 104_826_000 picoseconds.
		Weight::from_parts(111_486_000, 0)
			.saturating_add(T::DbWeight::get().reads(15))
			.saturating_add(T::DbWeight::get().writes(6))
	}

	/// `c`: 1 to 8.
	fn follow_rechecks(c: u32) -> Weight {
		// At least 124_385_000 picoseconds.
		Weight::from_parts(126_856_268, 0)
			.saturating_add(Weight::from_parts(86_803_510, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(15))
			.saturating_add(T::DbWeight::get().reads(5_u64.saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(T::DbWeight::get().writes(11_u64.saturating_mul(c.into())))
	}

	fn freeze() -> Weight {
		// At least 101_521_000 picoseconds.
		Weight::from_parts(108_391_000, 0)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	/// `f`: 1 to 32.
	fn freeze_due(f: u32) -> Weight {
		// At least 21_062_000 picoseconds.
		Weight::from_parts(61_878_082, 0)
			.saturating_add(Weight::from_parts(30_203_905, 0).saturating_mul(f.into()))
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().reads(3_u64.saturating_mul(f.into())))
			.saturating_add(T::DbWeight::get().writes(3))
			.saturating_add(T::DbWeight::get().writes(3_u64.saturating_mul(f.into())))
	}

	fn idle() -> Weight {
		// At least 33_059_000 picoseconds.
		Weight::from_parts(36_495_000, 0).saturating_add(T::DbWeight::get().reads(11))
	}

	fn propose_shred() -> Weight {
		// At least 118_156_000 picoseconds.
		Weight::from_parts(199_057_000, 0)
			.saturating_add(T::DbWeight::get().reads(19))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn request_recheck() -> Weight {
		// At least 616_358_000 picoseconds.
		Weight::from_parts(846_170_000, 0)
			.saturating_add(T::DbWeight::get().reads(36))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	fn retire_class() -> Weight {
		// At least 72_788_000 picoseconds.
		Weight::from_parts(75_292_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn seal_record() -> Weight {
		// At least 83_745_000 picoseconds.
		Weight::from_parts(101_491_000, 0)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	fn set_class() -> Weight {
		// At least 72_388_000 picoseconds.
		Weight::from_parts(82_503_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn settle() -> Weight {
		// At least 121_711_000 picoseconds.
		Weight::from_parts(131_746_000, 0)
			.saturating_add(T::DbWeight::get().reads(18))
			.saturating_add(T::DbWeight::get().writes(10))
	}

	/// `t`: 1 to 100.
	fn tell(t: u32) -> Weight {
		// At least 130_163_000 picoseconds.
		Weight::from_parts(135_722_000, 0)
			.saturating_add(Weight::from_parts(115_848_327, 0).saturating_mul(t.into()))
			.saturating_add(T::DbWeight::get().reads(15))
			.saturating_add(T::DbWeight::get().reads(5_u64.saturating_mul(t.into())))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(T::DbWeight::get().writes(7_u64.saturating_mul(t.into())))
	}

	fn unseal_record() -> Weight {
		// At least 130_765_000 picoseconds.
		Weight::from_parts(207_319_000, 0)
			.saturating_add(T::DbWeight::get().reads(21))
			.saturating_add(T::DbWeight::get().writes(8))
	}

	fn withdraw_shred() -> Weight {
		// At least 61_201_000 picoseconds.
		Weight::from_parts(79_068_000, 0)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}

// For tests.
impl WeightInfo for () {
	fn add_lineage() -> Weight {
		Weight::from_parts(342_200_000, 0)
			.saturating_add(ParityDbWeight::get().reads(35))
			.saturating_add(ParityDbWeight::get().writes(12))
	}

	fn anchor(s: u32, r: u32, a: u32) -> Weight {
		Weight::from_parts(204_685_229, 0)
			.saturating_add(Weight::from_parts(19_199_370, 0).saturating_mul(s.into()))
			.saturating_add(Weight::from_parts(142_532_784, 0).saturating_mul(r.into()))
			.saturating_add(Weight::from_parts(12_000_000, 0).saturating_mul(a.into()))
			.saturating_add(ParityDbWeight::get().reads(40))
			.saturating_add(ParityDbWeight::get().reads(2_u64.saturating_mul(s.into())))
			.saturating_add(ParityDbWeight::get().reads(24_u64.saturating_mul(r.into())))
			.saturating_add(ParityDbWeight::get().reads(2_u64.saturating_mul(a.into())))
			.saturating_add(ParityDbWeight::get().writes(7))
			.saturating_add(ParityDbWeight::get().writes(2_u64.saturating_mul(s.into())))
			.saturating_add(ParityDbWeight::get().writes(16_u64.saturating_mul(r.into())))
			.saturating_add(ParityDbWeight::get().writes(3_u64.saturating_mul(a.into())))
	}

	fn anchor_batch(n: u32, c: u32) -> Weight {
		Weight::from_parts(1_719_951_000, 0)
			.saturating_add(Weight::from_parts(81_814_812, 0).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(61_689_044, 0).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(40))
			.saturating_add(ParityDbWeight::get().reads(6_u64.saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().writes(6))
			.saturating_add(ParityDbWeight::get().writes(1_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(3_u64.saturating_mul(c.into())))
	}

	fn anchor_device_root() -> Weight {
		Weight::from_parts(85_297_000, 0)
			.saturating_add(ParityDbWeight::get().reads(11))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn answer_recheck() -> Weight {
		Weight::from_parts(173_969_000, 0)
			.saturating_add(ParityDbWeight::get().reads(23))
			.saturating_add(ParityDbWeight::get().writes(14))
	}

	fn attest() -> Weight {
		Weight::from_parts(132_487_000, 0)
			.saturating_add(ParityDbWeight::get().reads(19))
			.saturating_add(ParityDbWeight::get().writes(4))
	}

	fn confirm_shred() -> Weight {
		Weight::from_parts(267_118_000, 0)
			.saturating_add(ParityDbWeight::get().reads(23))
			.saturating_add(ParityDbWeight::get().writes(6))
	}

	fn dispute() -> Weight {
		Weight::from_parts(111_486_000, 0)
			.saturating_add(ParityDbWeight::get().reads(15))
			.saturating_add(ParityDbWeight::get().writes(6))
	}

	fn follow_rechecks(c: u32) -> Weight {
		Weight::from_parts(126_856_268, 0)
			.saturating_add(Weight::from_parts(86_803_510, 0).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(15))
			.saturating_add(ParityDbWeight::get().reads(5_u64.saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().writes(4))
			.saturating_add(ParityDbWeight::get().writes(11_u64.saturating_mul(c.into())))
	}

	fn freeze() -> Weight {
		Weight::from_parts(108_391_000, 0)
			.saturating_add(ParityDbWeight::get().reads(12))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn freeze_due(f: u32) -> Weight {
		Weight::from_parts(61_878_082, 0)
			.saturating_add(Weight::from_parts(30_203_905, 0).saturating_mul(f.into()))
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().reads(3_u64.saturating_mul(f.into())))
			.saturating_add(ParityDbWeight::get().writes(3))
			.saturating_add(ParityDbWeight::get().writes(3_u64.saturating_mul(f.into())))
	}

	fn idle() -> Weight {
		Weight::from_parts(36_495_000, 0).saturating_add(ParityDbWeight::get().reads(11))
	}

	fn propose_shred() -> Weight {
		Weight::from_parts(199_057_000, 0)
			.saturating_add(ParityDbWeight::get().reads(19))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn request_recheck() -> Weight {
		Weight::from_parts(846_170_000, 0)
			.saturating_add(ParityDbWeight::get().reads(36))
			.saturating_add(ParityDbWeight::get().writes(5))
	}

	fn retire_class() -> Weight {
		Weight::from_parts(75_292_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn seal_record() -> Weight {
		Weight::from_parts(101_491_000, 0)
			.saturating_add(ParityDbWeight::get().reads(12))
			.saturating_add(ParityDbWeight::get().writes(5))
	}

	fn set_class() -> Weight {
		Weight::from_parts(82_503_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn settle() -> Weight {
		Weight::from_parts(131_746_000, 0)
			.saturating_add(ParityDbWeight::get().reads(18))
			.saturating_add(ParityDbWeight::get().writes(10))
	}

	fn tell(t: u32) -> Weight {
		Weight::from_parts(135_722_000, 0)
			.saturating_add(Weight::from_parts(115_848_327, 0).saturating_mul(t.into()))
			.saturating_add(ParityDbWeight::get().reads(15))
			.saturating_add(ParityDbWeight::get().reads(5_u64.saturating_mul(t.into())))
			.saturating_add(ParityDbWeight::get().writes(4))
			.saturating_add(ParityDbWeight::get().writes(7_u64.saturating_mul(t.into())))
	}

	fn unseal_record() -> Weight {
		Weight::from_parts(207_319_000, 0)
			.saturating_add(ParityDbWeight::get().reads(21))
			.saturating_add(ParityDbWeight::get().writes(8))
	}

	fn withdraw_shred() -> Weight {
		Weight::from_parts(79_068_000, 0)
			.saturating_add(ParityDbWeight::get().reads(8))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
}
