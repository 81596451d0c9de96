//! Weights, provisional until `scripts/weights` has run.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights of the pallet.
pub trait WeightInfo {
	/// `set_class`.
	fn set_class() -> Weight;
	/// `retire_class`.
	fn retire_class() -> Weight;
	/// `anchor`; `s`: sources.
	fn anchor(s: u32) -> Weight;
	/// `anchor_batch`; `n`: entries, `s`: sources of all of them, `r`: entries that replace a record.
	fn anchor_batch(n: u32, s: u32, r: u32) -> Weight;
	/// `anchor_device_root`.
	fn anchor_device_root() -> Weight;
	/// `attest`.
	fn attest() -> Weight;
	/// `dispute`.
	fn dispute() -> Weight;
	/// `settle`.
	fn settle() -> Weight;
	/// `seal_record`.
	fn seal_record() -> Weight;
	/// `unseal_record`.
	fn unseal_record() -> Weight;
	/// `freeze`.
	fn freeze() -> Weight;
	/// `propose_shred`.
	fn propose_shred() -> Weight;
	/// `confirm_shred`.
	fn confirm_shred() -> Weight;
	/// `withdraw_shred`.
	fn withdraw_shred() -> Weight;
	/// `add_lineage`.
	fn add_lineage() -> Weight;
	/// `request_recheck`.
	fn request_recheck() -> Weight;
	/// `answer_recheck`.
	fn answer_recheck() -> Weight;
	/// `on_initialize`; `t`: dependants told, `c`: checks followed.
	fn on_initialize(t: u32, c: u32) -> Weight;
}

/// Weights of the pallet, for any runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn set_class() -> Weight {
		Weight::from_parts(30_000_000, 12_000).saturating_add(T::DbWeight::get().reads_writes(3, 2))
	}

	fn retire_class() -> Weight {
		Weight::from_parts(25_000_000, 12_000).saturating_add(T::DbWeight::get().reads_writes(3, 2))
	}

	fn anchor(s: u32) -> Weight {
		Weight::from_parts(90_000_000, 12_000)
			.saturating_add(Weight::from_parts(15_000_000, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads_writes(3, 2).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads_writes(18, 10))
	}

	fn anchor_batch(n: u32, s: u32, r: u32) -> Weight {
		Weight::from_parts(60_000_000, 12_000)
			.saturating_add(Weight::from_parts(40_000_000, 0).saturating_mul(r.into()))
			.saturating_add(T::DbWeight::get().reads_writes(7, 6).saturating_mul(r.into()))
			.saturating_add(Weight::from_parts(50_000_000, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(2, 1).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(15_000_000, 0).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads_writes(3, 2).saturating_mul(s.into()))
			.saturating_add(T::DbWeight::get().reads_writes(18, 10))
	}

	fn anchor_device_root() -> Weight {
		Weight::from_parts(45_000_000, 12_000).saturating_add(T::DbWeight::get().reads_writes(9, 1))
	}

	fn attest() -> Weight {
		Weight::from_parts(60_000_000, 12_000)
			.saturating_add(T::DbWeight::get().reads_writes(14, 4))
	}

	fn dispute() -> Weight {
		Weight::from_parts(60_000_000, 12_000)
			.saturating_add(T::DbWeight::get().reads_writes(12, 6))
	}

	fn settle() -> Weight {
		Weight::from_parts(60_000_000, 12_000)
			.saturating_add(T::DbWeight::get().reads_writes(13, 7))
	}

	fn seal_record() -> Weight {
		Weight::from_parts(60_000_000, 12_000)
			.saturating_add(T::DbWeight::get().reads_writes(11, 5))
	}

	fn unseal_record() -> Weight {
		Weight::from_parts(60_000_000, 12_000)
			.saturating_add(T::DbWeight::get().reads_writes(12, 5))
	}

	fn freeze() -> Weight {
		Weight::from_parts(50_000_000, 12_000).saturating_add(T::DbWeight::get().reads_writes(9, 4))
	}

	fn propose_shred() -> Weight {
		Weight::from_parts(50_000_000, 12_000)
			.saturating_add(T::DbWeight::get().reads_writes(13, 1))
	}

	fn confirm_shred() -> Weight {
		Weight::from_parts(60_000_000, 12_000)
			.saturating_add(T::DbWeight::get().reads_writes(14, 6))
	}

	fn withdraw_shred() -> Weight {
		Weight::from_parts(35_000_000, 12_000).saturating_add(T::DbWeight::get().reads_writes(6, 1))
	}

	fn add_lineage() -> Weight {
		Weight::from_parts(70_000_000, 12_000)
			.saturating_add(T::DbWeight::get().reads_writes(16, 4))
	}

	fn request_recheck() -> Weight {
		Weight::from_parts(120_000_000, 12_000)
			.saturating_add(T::DbWeight::get().reads_writes(25, 4))
	}

	fn answer_recheck() -> Weight {
		Weight::from_parts(60_000_000, 12_000)
			.saturating_add(T::DbWeight::get().reads_writes(10, 4))
	}

	fn on_initialize(t: u32, c: u32) -> Weight {
		Weight::from_parts(12_000_000, 12_000)
			.saturating_add(Weight::from_parts(40_000_000, 0).saturating_mul(t.into()))
			.saturating_add(T::DbWeight::get().reads_writes(9, 2).saturating_mul(t.into()))
			.saturating_add(Weight::from_parts(30_000_000, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads_writes(3, 2).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads_writes(6, 2))
	}
}

impl WeightInfo for () {
	fn set_class() -> Weight {
		Weight::from_parts(30_000_000, 0)
	}

	fn retire_class() -> Weight {
		Weight::from_parts(25_000_000, 0)
	}

	fn anchor(s: u32) -> Weight {
		Weight::from_parts(90_000_000, 0)
			.saturating_add(Weight::from_parts(15_000_000, 0).saturating_mul(s.into()))
	}

	fn anchor_batch(n: u32, s: u32, r: u32) -> Weight {
		Weight::from_parts(60_000_000, 0)
			.saturating_add(Weight::from_parts(40_000_000, 0).saturating_mul(r.into()))
			.saturating_add(Weight::from_parts(50_000_000, 0).saturating_mul(n.into()))
			.saturating_add(Weight::from_parts(15_000_000, 0).saturating_mul(s.into()))
	}

	fn anchor_device_root() -> Weight {
		Weight::from_parts(45_000_000, 0)
	}

	fn attest() -> Weight {
		Weight::from_parts(60_000_000, 0)
	}

	fn dispute() -> Weight {
		Weight::from_parts(60_000_000, 0)
	}

	fn settle() -> Weight {
		Weight::from_parts(60_000_000, 0)
	}

	fn seal_record() -> Weight {
		Weight::from_parts(60_000_000, 0)
	}

	fn unseal_record() -> Weight {
		Weight::from_parts(60_000_000, 0)
	}

	fn freeze() -> Weight {
		Weight::from_parts(50_000_000, 0)
	}

	fn propose_shred() -> Weight {
		Weight::from_parts(50_000_000, 0)
	}

	fn confirm_shred() -> Weight {
		Weight::from_parts(60_000_000, 0)
	}

	fn withdraw_shred() -> Weight {
		Weight::from_parts(35_000_000, 0)
	}

	fn add_lineage() -> Weight {
		Weight::from_parts(70_000_000, 0)
	}

	fn request_recheck() -> Weight {
		Weight::from_parts(120_000_000, 0)
	}

	fn answer_recheck() -> Weight {
		Weight::from_parts(60_000_000, 0)
	}

	fn on_initialize(t: u32, c: u32) -> Weight {
		Weight::from_parts(12_000_000, 0)
			.saturating_add(Weight::from_parts(40_000_000, 0).saturating_mul(t.into()))
			.saturating_add(Weight::from_parts(30_000_000, 0).saturating_mul(c.into()))
	}
}
