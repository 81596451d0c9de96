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
	fn anchor(s: u32, r: u32) -> Weight;
	/// Weight of `anchor_batch`.
	fn anchor_batch(n: u32, c: u32, s: u32, r: u32) -> Weight;
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
		// At least 202_632_000 picoseconds.
		Weight::from_parts(208_070_000, 0)
			.saturating_add(T::DbWeight::get().reads(34))
			.saturating_add(T::DbWeight::get().writes(12))
	}

	/// `s`: 0 to 8.
	/// `r`: 0 to 1.
	fn anchor(s: u32, r: u32) -> Weight {
		// Estimated.
		Weight::from_parts(140_000_000, 0)
			.saturating_add(Weight::from_parts(13_000_000, 0).saturating_mul(s.into()))
			.saturating_add(Weight::from_parts(60_000_000, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(19))
			.saturating_add(T::DbWeight::get().reads(2_u64.saturating_mul(s.into())))
			.saturating_add(T::DbWeight::get().reads(8_u64.saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(7))
			.saturating_add(T::DbWeight::get().writes(2_u64.saturating_mul(s.into())))
			.saturating_add(T::DbWeight::get().writes(8_u64.saturating_mul(r.into())))
	}

	/// `n`: 0 to 100.
	/// `c`: 1 to 20.
	/// `s`: 0 to 100.
	/// `r`: 0 to 100.
	fn anchor_batch(n: u32, c: u32, s: u32, r: u32) -> Weight {
		// Estimated.
		Weight::from_parts(100_000_000, 0)
			.saturating_add(Weight::from_parts(33_000_000, 0).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(75_000_000, 0).saturating_mul(c.into()))
			.saturating_add(Weight::from_parts(13_000_000, 0).saturating_mul(s.into()))
			.saturating_add(Weight::from_parts(90_000_000, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().reads(9_u64.saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().reads(2_u64.saturating_mul(s.into())))
			.saturating_add(T::DbWeight::get().reads(6_u64.saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(6))
			.saturating_add(T::DbWeight::get().writes(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64.saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes(2_u64.saturating_mul(s.into())))
			.saturating_add(T::DbWeight::get().writes(6_u64.saturating_mul(r.into())))
	}

	fn anchor_device_root() -> Weight {
		// At least 77_956_000 picoseconds.
		Weight::from_parts(81_041_000, 0)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn answer_recheck() -> Weight {
		// At least 184_094_000 picoseconds.
		Weight::from_parts(188_620_000, 0)
			.saturating_add(T::DbWeight::get().reads(25))
			.saturating_add(T::DbWeight::get().writes(16))
	}

	fn attest() -> Weight {
		// At least 120_670_000 picoseconds.
		Weight::from_parts(124_846_000, 0)
			.saturating_add(T::DbWeight::get().reads(19))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	fn confirm_shred() -> Weight {
		// At least 135_091_000 picoseconds.
		Weight::from_parts(142_593_000, 0)
			.saturating_add(T::DbWeight::get().reads(23))
			.saturating_add(T::DbWeight::get().writes(6))
	}

	fn dispute() -> Weight {
		// At least 85_187_000 picoseconds.
		Weight::from_parts(87_821_000, 0)
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(6))
	}

	/// `c`: 1 to 8.
	fn follow_rechecks(c: u32) -> Weight {
		// Estimated.
		Weight::from_parts(120_000_000, 0)
			.saturating_add(Weight::from_parts(147_526_829, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(24))
			.saturating_add(T::DbWeight::get().reads(9_u64.saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes(2))
			.saturating_add(T::DbWeight::get().writes(14_u64.saturating_mul(c.into())))
	}

	fn freeze() -> Weight {
		// At least 95_352_000 picoseconds.
		Weight::from_parts(99_247_000, 0)
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	/// `f`: 1 to 32.
	fn freeze_due(f: u32) -> Weight {
		// Estimated.
		Weight::from_parts(20_000_000, 0)
			.saturating_add(Weight::from_parts(60_000_000, 0).saturating_mul(f.into()))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().reads(5_u64.saturating_mul(f.into())))
			.saturating_add(T::DbWeight::get().writes(5_u64.saturating_mul(f.into())))
	}

	fn idle() -> Weight {
		// Estimated.
		Weight::from_parts(20_000_000, 0).saturating_add(T::DbWeight::get().reads(8))
	}

	fn propose_shred() -> Weight {
		// At least 110_745_000 picoseconds.
		Weight::from_parts(116_243_000, 0)
			.saturating_add(T::DbWeight::get().reads(19))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn request_recheck() -> Weight {
		// At least 593_764_000 picoseconds.
		Weight::from_parts(613_684_000, 0)
			.saturating_add(T::DbWeight::get().reads(36))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	fn retire_class() -> Weight {
		// At least 38_136_000 picoseconds.
		Weight::from_parts(39_028_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn seal_record() -> Weight {
		// At least 81_452_000 picoseconds.
		Weight::from_parts(84_215_000, 0)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	fn set_class() -> Weight {
		// At least 42_163_000 picoseconds.
		Weight::from_parts(43_324_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn settle() -> Weight {
		// At least 100_290_000 picoseconds.
		Weight::from_parts(105_267_000, 0)
			.saturating_add(T::DbWeight::get().reads(16))
			.saturating_add(T::DbWeight::get().writes(7))
	}

	/// `t`: 1 to 128.
	fn tell(t: u32) -> Weight {
		// Estimated.
		Weight::from_parts(150_000_000, 0)
			.saturating_add(Weight::from_parts(71_174_718, 0).saturating_mul(t.into()))
			.saturating_add(T::DbWeight::get().reads(30))
			.saturating_add(T::DbWeight::get().reads(5_u64.saturating_mul(t.into())))
			.saturating_add(T::DbWeight::get().writes(6))
			.saturating_add(T::DbWeight::get().writes(7_u64.saturating_mul(t.into())))
	}

	fn unseal_record() -> Weight {
		// At least 104_436_000 picoseconds.
		Weight::from_parts(110_444_000, 0)
			.saturating_add(T::DbWeight::get().reads(19))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	fn withdraw_shred() -> Weight {
		// At least 57_386_000 picoseconds.
		Weight::from_parts(60_490_000, 0)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}

// For tests.
impl WeightInfo for () {
	fn add_lineage() -> Weight {
		Weight::from_parts(208_070_000, 0)
			.saturating_add(ParityDbWeight::get().reads(34))
			.saturating_add(ParityDbWeight::get().writes(12))
	}

	fn anchor(s: u32, r: u32) -> Weight {
		Weight::from_parts(140_000_000, 0)
			.saturating_add(Weight::from_parts(13_000_000, 0).saturating_mul(s.into()))
			.saturating_add(Weight::from_parts(60_000_000, 0).saturating_mul(r.into()))
			.saturating_add(ParityDbWeight::get().reads(19))
			.saturating_add(ParityDbWeight::get().reads(2_u64.saturating_mul(s.into())))
			.saturating_add(ParityDbWeight::get().reads(8_u64.saturating_mul(r.into())))
			.saturating_add(ParityDbWeight::get().writes(7))
			.saturating_add(ParityDbWeight::get().writes(2_u64.saturating_mul(s.into())))
			.saturating_add(ParityDbWeight::get().writes(8_u64.saturating_mul(r.into())))
	}

	fn anchor_batch(n: u32, c: u32, s: u32, r: u32) -> Weight {
		Weight::from_parts(100_000_000, 0)
			.saturating_add(Weight::from_parts(33_000_000, 0).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(75_000_000, 0).saturating_mul(c.into()))
			.saturating_add(Weight::from_parts(13_000_000, 0).saturating_mul(s.into()))
			.saturating_add(Weight::from_parts(90_000_000, 0).saturating_mul(r.into()))
			.saturating_add(ParityDbWeight::get().reads(14))
			.saturating_add(ParityDbWeight::get().reads(9_u64.saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().reads(2_u64.saturating_mul(s.into())))
			.saturating_add(ParityDbWeight::get().reads(6_u64.saturating_mul(r.into())))
			.saturating_add(ParityDbWeight::get().writes(6))
			.saturating_add(ParityDbWeight::get().writes(1_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(3_u64.saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().writes(2_u64.saturating_mul(s.into())))
			.saturating_add(ParityDbWeight::get().writes(6_u64.saturating_mul(r.into())))
	}

	fn anchor_device_root() -> Weight {
		Weight::from_parts(81_041_000, 0)
			.saturating_add(ParityDbWeight::get().reads(11))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn answer_recheck() -> Weight {
		Weight::from_parts(188_620_000, 0)
			.saturating_add(ParityDbWeight::get().reads(25))
			.saturating_add(ParityDbWeight::get().writes(16))
	}

	fn attest() -> Weight {
		Weight::from_parts(124_846_000, 0)
			.saturating_add(ParityDbWeight::get().reads(19))
			.saturating_add(ParityDbWeight::get().writes(4))
	}

	fn confirm_shred() -> Weight {
		Weight::from_parts(142_593_000, 0)
			.saturating_add(ParityDbWeight::get().reads(23))
			.saturating_add(ParityDbWeight::get().writes(6))
	}

	fn dispute() -> Weight {
		Weight::from_parts(87_821_000, 0)
			.saturating_add(ParityDbWeight::get().reads(13))
			.saturating_add(ParityDbWeight::get().writes(6))
	}

	fn follow_rechecks(c: u32) -> Weight {
		Weight::from_parts(120_000_000, 0)
			.saturating_add(Weight::from_parts(147_526_829, 0).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(24))
			.saturating_add(ParityDbWeight::get().reads(9_u64.saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().writes(2))
			.saturating_add(ParityDbWeight::get().writes(14_u64.saturating_mul(c.into())))
	}

	fn freeze() -> Weight {
		Weight::from_parts(99_247_000, 0)
			.saturating_add(ParityDbWeight::get().reads(13))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn freeze_due(f: u32) -> Weight {
		Weight::from_parts(20_000_000, 0)
			.saturating_add(Weight::from_parts(60_000_000, 0).saturating_mul(f.into()))
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().reads(5_u64.saturating_mul(f.into())))
			.saturating_add(ParityDbWeight::get().writes(5_u64.saturating_mul(f.into())))
	}

	fn idle() -> Weight {
		Weight::from_parts(20_000_000, 0).saturating_add(ParityDbWeight::get().reads(8))
	}

	fn propose_shred() -> Weight {
		Weight::from_parts(116_243_000, 0)
			.saturating_add(ParityDbWeight::get().reads(19))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn request_recheck() -> Weight {
		Weight::from_parts(613_684_000, 0)
			.saturating_add(ParityDbWeight::get().reads(36))
			.saturating_add(ParityDbWeight::get().writes(5))
	}

	fn retire_class() -> Weight {
		Weight::from_parts(39_028_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn seal_record() -> Weight {
		Weight::from_parts(84_215_000, 0)
			.saturating_add(ParityDbWeight::get().reads(12))
			.saturating_add(ParityDbWeight::get().writes(5))
	}

	fn set_class() -> Weight {
		Weight::from_parts(43_324_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn settle() -> Weight {
		Weight::from_parts(105_267_000, 0)
			.saturating_add(ParityDbWeight::get().reads(16))
			.saturating_add(ParityDbWeight::get().writes(7))
	}

	fn tell(t: u32) -> Weight {
		Weight::from_parts(150_000_000, 0)
			.saturating_add(Weight::from_parts(71_174_718, 0).saturating_mul(t.into()))
			.saturating_add(ParityDbWeight::get().reads(30))
			.saturating_add(ParityDbWeight::get().reads(5_u64.saturating_mul(t.into())))
			.saturating_add(ParityDbWeight::get().writes(6))
			.saturating_add(ParityDbWeight::get().writes(7_u64.saturating_mul(t.into())))
	}

	fn unseal_record() -> Weight {
		Weight::from_parts(110_444_000, 0)
			.saturating_add(ParityDbWeight::get().reads(19))
			.saturating_add(ParityDbWeight::get().writes(5))
	}

	fn withdraw_shred() -> Weight {
		Weight::from_parts(60_490_000, 0)
			.saturating_add(ParityDbWeight::get().reads(8))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
}
