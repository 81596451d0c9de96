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
		// At least 282_910_000 picoseconds.
		Weight::from_parts(322_624_000, 0)
			.saturating_add(T::DbWeight::get().reads(35))
			.saturating_add(T::DbWeight::get().writes(12))
	}

	/// `s`: 0 to 8.
	/// `r`: 0 to 1.
	/// `a`: 0 to 1.
	fn anchor(s: u32, r: u32, a: u32) -> Weight {
		// At least 468_488_000 picoseconds.
		Weight::from_parts(317_530_187, 0)
			.saturating_add(Weight::from_parts(16_838_141, 0).saturating_mul(s.into()))
			.saturating_add(Weight::from_parts(321_336_750, 0).saturating_mul(r.into()))
			.saturating_add(Weight::from_parts(91_705_786, 0).saturating_mul(a.into()))
			.saturating_add(T::DbWeight::get().reads(39))
			.saturating_add(T::DbWeight::get().reads(2_u64.saturating_mul(s.into())))
			.saturating_add(T::DbWeight::get().reads(19_u64.saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(7))
			.saturating_add(T::DbWeight::get().writes(2_u64.saturating_mul(s.into())))
			.saturating_add(T::DbWeight::get().writes(19_u64.saturating_mul(r.into())))
			.saturating_add(T::DbWeight::get().writes(3_u64.saturating_mul(a.into())))
	}

	/// `n`: 0 to 100.
	/// `c`: 1 to 20.
	fn anchor_batch(n: u32, c: u32) -> Weight {
		// At least 3_372_098_000 picoseconds.
		Weight::from_parts(3_455_524_000, 0)
			.saturating_add(Weight::from_parts(221_751_920, 0).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(178_393_207, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(38))
			.saturating_add(T::DbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().reads(11_u64.saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes(7))
			.saturating_add(T::DbWeight::get().writes(2_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(4_u64.saturating_mul(c.into())))
	}

	fn anchor_device_root() -> Weight {
		// At least 112_791_000 picoseconds.
		Weight::from_parts(116_789_000, 0)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn answer_recheck() -> Weight {
		// At least 254_106_000 picoseconds.
		Weight::from_parts(336_301_000, 0)
			.saturating_add(T::DbWeight::get().reads(23))
			.saturating_add(T::DbWeight::get().writes(14))
	}

	fn attest() -> Weight {
		// At least 171_621_000 picoseconds.
		Weight::from_parts(199_083_000, 0)
			.saturating_add(T::DbWeight::get().reads(19))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	fn confirm_shred() -> Weight {
		// At least 187_201_000 picoseconds.
		Weight::from_parts(198_311_000, 0)
			.saturating_add(T::DbWeight::get().reads(23))
			.saturating_add(T::DbWeight::get().writes(6))
	}

	fn dispute() -> Weight {
		// At least 145_422_000 picoseconds.
		Weight::from_parts(155_521_000, 0)
			.saturating_add(T::DbWeight::get().reads(15))
			.saturating_add(T::DbWeight::get().writes(6))
	}

	/// `c`: 1 to 8.
	fn follow_rechecks(c: u32) -> Weight {
		// At least 166_151_000 picoseconds.
		Weight::from_parts(268_394_234, 0)
			.saturating_add(Weight::from_parts(128_366_632, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(15))
			.saturating_add(T::DbWeight::get().reads(5_u64.saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(T::DbWeight::get().writes(11_u64.saturating_mul(c.into())))
	}

	fn freeze() -> Weight {
		// At least 135_363_000 picoseconds.
		Weight::from_parts(142_337_000, 0)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	/// `f`: 1 to 32.
	fn freeze_due(f: u32) -> Weight {
		// At least 43_552_000 picoseconds.
		Weight::from_parts(116_185_278, 0)
			.saturating_add(Weight::from_parts(48_651_855, 0).saturating_mul(f.into()))
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().reads(3_u64.saturating_mul(f.into())))
			.saturating_add(T::DbWeight::get().writes(2))
			.saturating_add(T::DbWeight::get().writes(3_u64.saturating_mul(f.into())))
	}

	fn idle() -> Weight {
		// At least 47_559_000 picoseconds.
		Weight::from_parts(57_257_000, 0).saturating_add(T::DbWeight::get().reads(11))
	}

	fn propose_shred() -> Weight {
		// At least 152_545_000 picoseconds.
		Weight::from_parts(158_788_000, 0)
			.saturating_add(T::DbWeight::get().reads(19))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn request_recheck() -> Weight {
		// At least 823_553_000 picoseconds.
		Weight::from_parts(940_322_000, 0)
			.saturating_add(T::DbWeight::get().reads(36))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	fn retire_class() -> Weight {
		// At least 56_466_000 picoseconds.
		Weight::from_parts(57_969_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn seal_record() -> Weight {
		// At least 146_755_000 picoseconds.
		Weight::from_parts(176_180_000, 0)
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	fn set_class() -> Weight {
		// At least 62_557_000 picoseconds.
		Weight::from_parts(64_741_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn settle() -> Weight {
		// At least 177_292_000 picoseconds.
		Weight::from_parts(347_241_000, 0)
			.saturating_add(T::DbWeight::get().reads(18))
			.saturating_add(T::DbWeight::get().writes(10))
	}

	/// `t`: 1 to 100.
	fn tell(t: u32) -> Weight {
		// At least 163_927_000 picoseconds.
		Weight::from_parts(174_097_000, 0)
			.saturating_add(Weight::from_parts(130_240_470, 0).saturating_mul(t.into()))
			.saturating_add(T::DbWeight::get().reads(15))
			.saturating_add(T::DbWeight::get().reads(5_u64.saturating_mul(t.into())))
			.saturating_add(T::DbWeight::get().writes(4))
			.saturating_add(T::DbWeight::get().writes(7_u64.saturating_mul(t.into())))
	}

	fn unseal_record() -> Weight {
		// At least 200_476_000 picoseconds.
		Weight::from_parts(225_252_000, 0)
			.saturating_add(T::DbWeight::get().reads(23))
			.saturating_add(T::DbWeight::get().writes(8))
	}

	fn withdraw_shred() -> Weight {
		// At least 80_050_000 picoseconds.
		Weight::from_parts(84_628_000, 0)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(1))
	}
}

// For tests.
impl WeightInfo for () {
	fn add_lineage() -> Weight {
		Weight::from_parts(322_624_000, 0)
			.saturating_add(ParityDbWeight::get().reads(35))
			.saturating_add(ParityDbWeight::get().writes(12))
	}

	fn anchor(s: u32, r: u32, a: u32) -> Weight {
		Weight::from_parts(317_530_187, 0)
			.saturating_add(Weight::from_parts(16_838_141, 0).saturating_mul(s.into()))
			.saturating_add(Weight::from_parts(321_336_750, 0).saturating_mul(r.into()))
			.saturating_add(Weight::from_parts(91_705_786, 0).saturating_mul(a.into()))
			.saturating_add(ParityDbWeight::get().reads(39))
			.saturating_add(ParityDbWeight::get().reads(2_u64.saturating_mul(s.into())))
			.saturating_add(ParityDbWeight::get().reads(19_u64.saturating_mul(r.into())))
			.saturating_add(ParityDbWeight::get().writes(7))
			.saturating_add(ParityDbWeight::get().writes(2_u64.saturating_mul(s.into())))
			.saturating_add(ParityDbWeight::get().writes(19_u64.saturating_mul(r.into())))
			.saturating_add(ParityDbWeight::get().writes(3_u64.saturating_mul(a.into())))
	}

	fn anchor_batch(n: u32, c: u32) -> Weight {
		Weight::from_parts(3_455_524_000, 0)
			.saturating_add(Weight::from_parts(221_751_920, 0).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(178_393_207, 0).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(38))
			.saturating_add(ParityDbWeight::get().reads(1_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().reads(11_u64.saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().writes(7))
			.saturating_add(ParityDbWeight::get().writes(2_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(4_u64.saturating_mul(c.into())))
	}

	fn anchor_device_root() -> Weight {
		Weight::from_parts(116_789_000, 0)
			.saturating_add(ParityDbWeight::get().reads(11))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn answer_recheck() -> Weight {
		Weight::from_parts(336_301_000, 0)
			.saturating_add(ParityDbWeight::get().reads(23))
			.saturating_add(ParityDbWeight::get().writes(14))
	}

	fn attest() -> Weight {
		Weight::from_parts(199_083_000, 0)
			.saturating_add(ParityDbWeight::get().reads(19))
			.saturating_add(ParityDbWeight::get().writes(4))
	}

	fn confirm_shred() -> Weight {
		Weight::from_parts(198_311_000, 0)
			.saturating_add(ParityDbWeight::get().reads(23))
			.saturating_add(ParityDbWeight::get().writes(6))
	}

	fn dispute() -> Weight {
		Weight::from_parts(155_521_000, 0)
			.saturating_add(ParityDbWeight::get().reads(15))
			.saturating_add(ParityDbWeight::get().writes(6))
	}

	fn follow_rechecks(c: u32) -> Weight {
		Weight::from_parts(268_394_234, 0)
			.saturating_add(Weight::from_parts(128_366_632, 0).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(15))
			.saturating_add(ParityDbWeight::get().reads(5_u64.saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().writes(4))
			.saturating_add(ParityDbWeight::get().writes(11_u64.saturating_mul(c.into())))
	}

	fn freeze() -> Weight {
		Weight::from_parts(142_337_000, 0)
			.saturating_add(ParityDbWeight::get().reads(12))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn freeze_due(f: u32) -> Weight {
		Weight::from_parts(116_185_278, 0)
			.saturating_add(Weight::from_parts(48_651_855, 0).saturating_mul(f.into()))
			.saturating_add(ParityDbWeight::get().reads(7))
			.saturating_add(ParityDbWeight::get().reads(3_u64.saturating_mul(f.into())))
			.saturating_add(ParityDbWeight::get().writes(2))
			.saturating_add(ParityDbWeight::get().writes(3_u64.saturating_mul(f.into())))
	}

	fn idle() -> Weight {
		Weight::from_parts(57_257_000, 0).saturating_add(ParityDbWeight::get().reads(11))
	}

	fn propose_shred() -> Weight {
		Weight::from_parts(158_788_000, 0)
			.saturating_add(ParityDbWeight::get().reads(19))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn request_recheck() -> Weight {
		Weight::from_parts(940_322_000, 0)
			.saturating_add(ParityDbWeight::get().reads(36))
			.saturating_add(ParityDbWeight::get().writes(5))
	}

	fn retire_class() -> Weight {
		Weight::from_parts(57_969_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn seal_record() -> Weight {
		Weight::from_parts(176_180_000, 0)
			.saturating_add(ParityDbWeight::get().reads(14))
			.saturating_add(ParityDbWeight::get().writes(5))
	}

	fn set_class() -> Weight {
		Weight::from_parts(64_741_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn settle() -> Weight {
		Weight::from_parts(347_241_000, 0)
			.saturating_add(ParityDbWeight::get().reads(18))
			.saturating_add(ParityDbWeight::get().writes(10))
	}

	fn tell(t: u32) -> Weight {
		Weight::from_parts(174_097_000, 0)
			.saturating_add(Weight::from_parts(130_240_470, 0).saturating_mul(t.into()))
			.saturating_add(ParityDbWeight::get().reads(15))
			.saturating_add(ParityDbWeight::get().reads(5_u64.saturating_mul(t.into())))
			.saturating_add(ParityDbWeight::get().writes(4))
			.saturating_add(ParityDbWeight::get().writes(7_u64.saturating_mul(t.into())))
	}

	fn unseal_record() -> Weight {
		Weight::from_parts(225_252_000, 0)
			.saturating_add(ParityDbWeight::get().reads(23))
			.saturating_add(ParityDbWeight::get().writes(8))
	}

	fn withdraw_shred() -> Weight {
		Weight::from_parts(84_628_000, 0)
			.saturating_add(ParityDbWeight::get().reads(8))
			.saturating_add(ParityDbWeight::get().writes(1))
	}
}
