//! Weights of `pallet_oversight`, measured by `scripts/weights` (50 steps, 20 repeats): do not
//! edit. Proof sizes are 0, since blocks have no bound on them.

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// What the calls and hooks of the pallet weigh.
pub trait WeightInfo {
	/// Weight of `acknowledge`.
	fn acknowledge() -> Weight;
	/// Weight of `acknowledge_lead`.
	fn acknowledge_lead() -> Weight;
	/// Weight of `ask_review`.
	fn ask_review() -> Weight;
	/// Weight of `close`.
	fn close() -> Weight;
	/// Weight of `close_notice`.
	fn close_notice() -> Weight;
	/// Weight of `decide_review`.
	fn decide_review() -> Weight;
	/// Weight of `escalate`.
	fn escalate() -> Weight;
	/// Weight of `find`.
	fn find() -> Weight;
	/// Weight of `issue_notice`.
	fn issue_notice() -> Weight;
	/// Weight of `refused`.
	fn refused() -> Weight;
	/// Weight of `reply`.
	fn reply() -> Weight;
	/// Weight of `report`.
	fn report() -> Weight;
	/// Weight of `report_result`.
	fn report_result() -> Weight;
	/// Weight of `report_up`.
	fn report_up() -> Weight;
	/// Weight of `set_severity`.
	fn set_severity() -> Weight;
	/// Weight of `set_thresholds`.
	fn set_thresholds() -> Weight;
	/// Weight of `set_upload_limit`.
	fn set_upload_limit() -> Weight;
	/// Weight of `sweep`.
	fn sweep(n: u32) -> Weight;
	/// Weight of `transfer_lead`.
	fn transfer_lead() -> Weight;
	/// Weight of `withdraw_notice`.
	fn withdraw_notice() -> Weight;
}

/// Weights on the database that the runtime names.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn acknowledge() -> Weight {
		// At least 113_559_000 picoseconds.
		Weight::from_parts(115_632_000, 0)
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().writes(8))
	}

	fn acknowledge_lead() -> Weight {
		// At least 94_171_000 picoseconds.
		Weight::from_parts(96_223_000, 0)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(7))
	}

	fn ask_review() -> Weight {
		// At least 132_547_000 picoseconds.
		Weight::from_parts(136_323_000, 0)
			.saturating_add(T::DbWeight::get().reads(18))
			.saturating_add(T::DbWeight::get().writes(9))
	}

	fn close() -> Weight {
		// At least 102_252_000 picoseconds.
		Weight::from_parts(104_175_000, 0)
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(12))
	}

	fn close_notice() -> Weight {
		// At least 58_918_000 picoseconds.
		Weight::from_parts(60_520_000, 0)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn decide_review() -> Weight {
		// At least 180_208_000 picoseconds.
		Weight::from_parts(184_655_000, 0)
			.saturating_add(T::DbWeight::get().reads(33))
			.saturating_add(T::DbWeight::get().writes(31))
	}

	fn escalate() -> Weight {
		// At least 166_368_000 picoseconds.
		Weight::from_parts(168_841_000, 0)
			.saturating_add(T::DbWeight::get().reads(20))
			.saturating_add(T::DbWeight::get().writes(17))
	}

	fn find() -> Weight {
		// At least 168_181_000 picoseconds.
		Weight::from_parts(171_436_000, 0)
			.saturating_add(T::DbWeight::get().reads(17))
			.saturating_add(T::DbWeight::get().writes(11))
	}

	fn issue_notice() -> Weight {
		// At least 146_658_000 picoseconds.
		Weight::from_parts(149_232_000, 0)
			.saturating_add(T::DbWeight::get().reads(19))
			.saturating_add(T::DbWeight::get().writes(12))
	}

	fn refused() -> Weight {
		// At least 124_335_000 picoseconds.
		Weight::from_parts(127_480_000, 0)
			.saturating_add(T::DbWeight::get().reads(16))
			.saturating_add(T::DbWeight::get().writes(16))
	}

	fn reply() -> Weight {
		// At least 155_762_000 picoseconds.
		Weight::from_parts(158_446_000, 0)
			.saturating_add(T::DbWeight::get().reads(20))
			.saturating_add(T::DbWeight::get().writes(10))
	}

	fn report() -> Weight {
		// At least 136_173_000 picoseconds.
		Weight::from_parts(140_389_000, 0)
			.saturating_add(T::DbWeight::get().reads(21))
			.saturating_add(T::DbWeight::get().writes(12))
	}

	fn report_result() -> Weight {
		// At least 58_467_000 picoseconds.
		Weight::from_parts(61_192_000, 0)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn report_up() -> Weight {
		// At least 65_097_000 picoseconds.
		Weight::from_parts(67_440_000, 0)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn set_severity() -> Weight {
		// At least 16_004_000 picoseconds.
		Weight::from_parts(16_374_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn set_thresholds() -> Weight {
		// At least 13_369_000 picoseconds.
		Weight::from_parts(13_971_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn set_upload_limit() -> Weight {
		// At least 16_154_000 picoseconds.
		Weight::from_parts(16_585_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	/// `n`: 0 to 8.
	fn sweep(n: u32) -> Weight {
		// At least 13_130_000 picoseconds.
		Weight::from_parts(26_641_355, 0)
			.saturating_add(Weight::from_parts(69_170_141, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().reads(11_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(2))
			.saturating_add(T::DbWeight::get().writes(12_u64.saturating_mul(n.into())))
	}

	fn transfer_lead() -> Weight {
		// At least 119_468_000 picoseconds.
		Weight::from_parts(121_711_000, 0)
			.saturating_add(T::DbWeight::get().reads(16))
			.saturating_add(T::DbWeight::get().writes(10))
	}

	fn withdraw_notice() -> Weight {
		// At least 148_131_000 picoseconds.
		Weight::from_parts(152_798_000, 0)
			.saturating_add(T::DbWeight::get().reads(29))
			.saturating_add(T::DbWeight::get().writes(29))
	}
}

// For tests.
impl WeightInfo for () {
	fn acknowledge() -> Weight {
		Weight::from_parts(115_632_000, 0)
			.saturating_add(ParityDbWeight::get().reads(14))
			.saturating_add(ParityDbWeight::get().writes(8))
	}

	fn acknowledge_lead() -> Weight {
		Weight::from_parts(96_223_000, 0)
			.saturating_add(ParityDbWeight::get().reads(12))
			.saturating_add(ParityDbWeight::get().writes(7))
	}

	fn ask_review() -> Weight {
		Weight::from_parts(136_323_000, 0)
			.saturating_add(ParityDbWeight::get().reads(18))
			.saturating_add(ParityDbWeight::get().writes(9))
	}

	fn close() -> Weight {
		Weight::from_parts(104_175_000, 0)
			.saturating_add(ParityDbWeight::get().reads(13))
			.saturating_add(ParityDbWeight::get().writes(12))
	}

	fn close_notice() -> Weight {
		Weight::from_parts(60_520_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn decide_review() -> Weight {
		Weight::from_parts(184_655_000, 0)
			.saturating_add(ParityDbWeight::get().reads(33))
			.saturating_add(ParityDbWeight::get().writes(31))
	}

	fn escalate() -> Weight {
		Weight::from_parts(168_841_000, 0)
			.saturating_add(ParityDbWeight::get().reads(20))
			.saturating_add(ParityDbWeight::get().writes(17))
	}

	fn find() -> Weight {
		Weight::from_parts(171_436_000, 0)
			.saturating_add(ParityDbWeight::get().reads(17))
			.saturating_add(ParityDbWeight::get().writes(11))
	}

	fn issue_notice() -> Weight {
		Weight::from_parts(149_232_000, 0)
			.saturating_add(ParityDbWeight::get().reads(19))
			.saturating_add(ParityDbWeight::get().writes(12))
	}

	fn refused() -> Weight {
		Weight::from_parts(127_480_000, 0)
			.saturating_add(ParityDbWeight::get().reads(16))
			.saturating_add(ParityDbWeight::get().writes(16))
	}

	fn reply() -> Weight {
		Weight::from_parts(158_446_000, 0)
			.saturating_add(ParityDbWeight::get().reads(20))
			.saturating_add(ParityDbWeight::get().writes(10))
	}

	fn report() -> Weight {
		Weight::from_parts(140_389_000, 0)
			.saturating_add(ParityDbWeight::get().reads(21))
			.saturating_add(ParityDbWeight::get().writes(12))
	}

	fn report_result() -> Weight {
		Weight::from_parts(61_192_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn report_up() -> Weight {
		Weight::from_parts(67_440_000, 0)
			.saturating_add(ParityDbWeight::get().reads(9))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn set_severity() -> Weight {
		Weight::from_parts(16_374_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn set_thresholds() -> Weight {
		Weight::from_parts(13_971_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn set_upload_limit() -> Weight {
		Weight::from_parts(16_585_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn sweep(n: u32) -> Weight {
		Weight::from_parts(26_641_355, 0)
			.saturating_add(Weight::from_parts(69_170_141, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(8))
			.saturating_add(ParityDbWeight::get().reads(11_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(2))
			.saturating_add(ParityDbWeight::get().writes(12_u64.saturating_mul(n.into())))
	}

	fn transfer_lead() -> Weight {
		Weight::from_parts(121_711_000, 0)
			.saturating_add(ParityDbWeight::get().reads(16))
			.saturating_add(ParityDbWeight::get().writes(10))
	}

	fn withdraw_notice() -> Weight {
		Weight::from_parts(152_798_000, 0)
			.saturating_add(ParityDbWeight::get().reads(29))
			.saturating_add(ParityDbWeight::get().writes(29))
	}
}
