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
		// At least 111_185_000 picoseconds.
		Weight::from_parts(118_136_000, 0)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(8))
	}

	fn acknowledge_lead() -> Weight {
		// At least 103_313_000 picoseconds.
		Weight::from_parts(110_535_000, 0)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(7))
	}

	fn ask_review() -> Weight {
		// At least 200_759_000 picoseconds.
		Weight::from_parts(273_277_000, 0)
			.saturating_add(T::DbWeight::get().reads(20))
			.saturating_add(T::DbWeight::get().writes(9))
	}

	fn close() -> Weight {
		// At least 109_834_000 picoseconds.
		Weight::from_parts(174_740_000, 0)
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(12))
	}

	fn close_notice() -> Weight {
		// At least 61_962_000 picoseconds.
		Weight::from_parts(67_381_000, 0)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn decide_review() -> Weight {
		// At least 241_940_000 picoseconds.
		Weight::from_parts(332_986_000, 0)
			.saturating_add(T::DbWeight::get().reads(25))
			.saturating_add(T::DbWeight::get().writes(17))
	}

	fn escalate() -> Weight {
		// At least 242_181_000 picoseconds.
		Weight::from_parts(283_543_000, 0)
			.saturating_add(T::DbWeight::get().reads(18))
			.saturating_add(T::DbWeight::get().writes(17))
	}

	fn find() -> Weight {
		// At least 188_741_000 picoseconds.
		Weight::from_parts(233_197_000, 0)
			.saturating_add(T::DbWeight::get().reads(17))
			.saturating_add(T::DbWeight::get().writes(11))
	}

	fn issue_notice() -> Weight {
		// At least 166_659_000 picoseconds.
		Weight::from_parts(178_065_000, 0)
			.saturating_add(T::DbWeight::get().reads(21))
			.saturating_add(T::DbWeight::get().writes(12))
	}

	fn refused() -> Weight {
		// At least 130_033_000 picoseconds.
		Weight::from_parts(143_313_000, 0)
			.saturating_add(T::DbWeight::get().reads(16))
			.saturating_add(T::DbWeight::get().writes(16))
	}

	fn reply() -> Weight {
		// At least 178_485_000 picoseconds.
		Weight::from_parts(206_387_000, 0)
			.saturating_add(T::DbWeight::get().reads(22))
			.saturating_add(T::DbWeight::get().writes(10))
	}

	fn report() -> Weight {
		// At least 144_796_000 picoseconds.
		Weight::from_parts(155_572_000, 0)
			.saturating_add(T::DbWeight::get().reads(21))
			.saturating_add(T::DbWeight::get().writes(12))
	}

	fn report_result() -> Weight {
		// At least 62_323_000 picoseconds.
		Weight::from_parts(65_668_000, 0)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn report_up() -> Weight {
		// At least 84_647_000 picoseconds.
		Weight::from_parts(114_251_000, 0)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn set_severity() -> Weight {
		// At least 15_903_000 picoseconds.
		Weight::from_parts(16_334_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn set_thresholds() -> Weight {
		// At least 13_290_000 picoseconds.
		Weight::from_parts(13_890_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn set_upload_limit() -> Weight {
		// At least 16_434_000 picoseconds.
		Weight::from_parts(16_755_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	/// `n`: 0 to 8.
	fn sweep(n: u32) -> Weight {
		// At least 13_030_000 picoseconds.
		Weight::from_parts(22_557_621, 0)
			.saturating_add(Weight::from_parts(108_114_683, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().reads(8_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(3))
			.saturating_add(T::DbWeight::get().writes(11_u64.saturating_mul(n.into())))
	}

	fn transfer_lead() -> Weight {
		// At least 128_982_000 picoseconds.
		Weight::from_parts(135_872_000, 0)
			.saturating_add(T::DbWeight::get().reads(16))
			.saturating_add(T::DbWeight::get().writes(10))
	}

	fn withdraw_notice() -> Weight {
		// At least 217_214_000 picoseconds.
		Weight::from_parts(232_636_000, 0)
			.saturating_add(T::DbWeight::get().reads(24))
			.saturating_add(T::DbWeight::get().writes(29))
	}
}

// For tests.
impl WeightInfo for () {
	fn acknowledge() -> Weight {
		Weight::from_parts(118_136_000, 0)
			.saturating_add(ParityDbWeight::get().reads(12))
			.saturating_add(ParityDbWeight::get().writes(8))
	}

	fn acknowledge_lead() -> Weight {
		Weight::from_parts(110_535_000, 0)
			.saturating_add(ParityDbWeight::get().reads(12))
			.saturating_add(ParityDbWeight::get().writes(7))
	}

	fn ask_review() -> Weight {
		Weight::from_parts(273_277_000, 0)
			.saturating_add(ParityDbWeight::get().reads(20))
			.saturating_add(ParityDbWeight::get().writes(9))
	}

	fn close() -> Weight {
		Weight::from_parts(174_740_000, 0)
			.saturating_add(ParityDbWeight::get().reads(13))
			.saturating_add(ParityDbWeight::get().writes(12))
	}

	fn close_notice() -> Weight {
		Weight::from_parts(67_381_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn decide_review() -> Weight {
		Weight::from_parts(332_986_000, 0)
			.saturating_add(ParityDbWeight::get().reads(25))
			.saturating_add(ParityDbWeight::get().writes(17))
	}

	fn escalate() -> Weight {
		Weight::from_parts(283_543_000, 0)
			.saturating_add(ParityDbWeight::get().reads(18))
			.saturating_add(ParityDbWeight::get().writes(17))
	}

	fn find() -> Weight {
		Weight::from_parts(233_197_000, 0)
			.saturating_add(ParityDbWeight::get().reads(17))
			.saturating_add(ParityDbWeight::get().writes(11))
	}

	fn issue_notice() -> Weight {
		Weight::from_parts(178_065_000, 0)
			.saturating_add(ParityDbWeight::get().reads(21))
			.saturating_add(ParityDbWeight::get().writes(12))
	}

	fn refused() -> Weight {
		Weight::from_parts(143_313_000, 0)
			.saturating_add(ParityDbWeight::get().reads(16))
			.saturating_add(ParityDbWeight::get().writes(16))
	}

	fn reply() -> Weight {
		Weight::from_parts(206_387_000, 0)
			.saturating_add(ParityDbWeight::get().reads(22))
			.saturating_add(ParityDbWeight::get().writes(10))
	}

	fn report() -> Weight {
		Weight::from_parts(155_572_000, 0)
			.saturating_add(ParityDbWeight::get().reads(21))
			.saturating_add(ParityDbWeight::get().writes(12))
	}

	fn report_result() -> Weight {
		Weight::from_parts(65_668_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn report_up() -> Weight {
		Weight::from_parts(114_251_000, 0)
			.saturating_add(ParityDbWeight::get().reads(9))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn set_severity() -> Weight {
		Weight::from_parts(16_334_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn set_thresholds() -> Weight {
		Weight::from_parts(13_890_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn set_upload_limit() -> Weight {
		Weight::from_parts(16_755_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn sweep(n: u32) -> Weight {
		Weight::from_parts(22_557_621, 0)
			.saturating_add(Weight::from_parts(108_114_683, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(9))
			.saturating_add(ParityDbWeight::get().reads(8_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(3))
			.saturating_add(ParityDbWeight::get().writes(11_u64.saturating_mul(n.into())))
	}

	fn transfer_lead() -> Weight {
		Weight::from_parts(135_872_000, 0)
			.saturating_add(ParityDbWeight::get().reads(16))
			.saturating_add(ParityDbWeight::get().writes(10))
	}

	fn withdraw_notice() -> Weight {
		Weight::from_parts(232_636_000, 0)
			.saturating_add(ParityDbWeight::get().reads(24))
			.saturating_add(ParityDbWeight::get().writes(29))
	}
}
