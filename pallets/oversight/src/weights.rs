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
		// At least 238_687_000 picoseconds.
		Weight::from_parts(316_342_000, 0)
			.saturating_add(T::DbWeight::get().reads(17))
			.saturating_add(T::DbWeight::get().writes(14))
	}

	fn acknowledge_lead() -> Weight {
		// At least 147_376_000 picoseconds.
		Weight::from_parts(248_697_000, 0)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(7))
	}

	fn ask_review() -> Weight {
		// At least 227_336_000 picoseconds.
		Weight::from_parts(406_933_000, 0)
			.saturating_add(T::DbWeight::get().reads(20))
			.saturating_add(T::DbWeight::get().writes(9))
	}

	fn close() -> Weight {
		// At least 168_035_000 picoseconds.
		Weight::from_parts(197_961_000, 0)
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().writes(12))
	}

	fn close_notice() -> Weight {
		// At least 91_943_000 picoseconds.
		Weight::from_parts(107_361_000, 0)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn decide_review() -> Weight {
		// At least 463_148_000 picoseconds.
		Weight::from_parts(532_297_000, 0)
			.saturating_add(T::DbWeight::get().reads(33))
			.saturating_add(T::DbWeight::get().writes(35))
	}

	fn escalate() -> Weight {
		// At least 264_145_000 picoseconds.
		Weight::from_parts(306_594_000, 0)
			.saturating_add(T::DbWeight::get().reads(21))
			.saturating_add(T::DbWeight::get().writes(19))
	}

	fn find() -> Weight {
		// At least 250_008_000 picoseconds.
		Weight::from_parts(482_113_000, 0)
			.saturating_add(T::DbWeight::get().reads(17))
			.saturating_add(T::DbWeight::get().writes(12))
	}

	fn issue_notice() -> Weight {
		// At least 240_401_000 picoseconds.
		Weight::from_parts(279_123_000, 0)
			.saturating_add(T::DbWeight::get().reads(21))
			.saturating_add(T::DbWeight::get().writes(11))
	}

	fn refused() -> Weight {
		// At least 200_706_000 picoseconds.
		Weight::from_parts(217_608_000, 0)
			.saturating_add(T::DbWeight::get().reads(19))
			.saturating_add(T::DbWeight::get().writes(16))
	}

	fn reply() -> Weight {
		// At least 252_213_000 picoseconds.
		Weight::from_parts(289_502_000, 0)
			.saturating_add(T::DbWeight::get().reads(22))
			.saturating_add(T::DbWeight::get().writes(10))
	}

	fn report() -> Weight {
		// At least 230_281_000 picoseconds.
		Weight::from_parts(273_492_000, 0)
			.saturating_add(T::DbWeight::get().reads(23))
			.saturating_add(T::DbWeight::get().writes(13))
	}

	fn report_result() -> Weight {
		// At least 94_197_000 picoseconds.
		Weight::from_parts(102_242_000, 0)
			.saturating_add(T::DbWeight::get().reads(7))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn report_up() -> Weight {
		// At least 111_980_000 picoseconds.
		Weight::from_parts(190_557_000, 0)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn set_severity() -> Weight {
		// At least 24_365_000 picoseconds.
		Weight::from_parts(25_488_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn set_thresholds() -> Weight {
		// At least 20_589_000 picoseconds.
		Weight::from_parts(21_570_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn set_upload_limit() -> Weight {
		// At least 24_626_000 picoseconds.
		Weight::from_parts(26_781_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	/// `n`: 0 to 8.
	fn sweep(n: u32) -> Weight {
		// At least 19_757_000 picoseconds.
		Weight::from_parts(20_499_000, 0)
			.saturating_add(Weight::from_parts(164_999_054, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().reads(8_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(3))
			.saturating_add(T::DbWeight::get().writes(12_u64.saturating_mul(n.into())))
	}

	fn transfer_lead() -> Weight {
		// At least 175_729_000 picoseconds.
		Weight::from_parts(208_802_000, 0)
			.saturating_add(T::DbWeight::get().reads(16))
			.saturating_add(T::DbWeight::get().writes(10))
	}

	fn withdraw_notice() -> Weight {
		// At least 332_854_000 picoseconds.
		Weight::from_parts(367_839_000, 0)
			.saturating_add(T::DbWeight::get().reads(24))
			.saturating_add(T::DbWeight::get().writes(31))
	}
}

// For tests.
impl WeightInfo for () {
	fn acknowledge() -> Weight {
		Weight::from_parts(316_342_000, 0)
			.saturating_add(ParityDbWeight::get().reads(17))
			.saturating_add(ParityDbWeight::get().writes(14))
	}

	fn acknowledge_lead() -> Weight {
		Weight::from_parts(248_697_000, 0)
			.saturating_add(ParityDbWeight::get().reads(12))
			.saturating_add(ParityDbWeight::get().writes(7))
	}

	fn ask_review() -> Weight {
		Weight::from_parts(406_933_000, 0)
			.saturating_add(ParityDbWeight::get().reads(20))
			.saturating_add(ParityDbWeight::get().writes(9))
	}

	fn close() -> Weight {
		Weight::from_parts(197_961_000, 0)
			.saturating_add(ParityDbWeight::get().reads(13))
			.saturating_add(ParityDbWeight::get().writes(12))
	}

	fn close_notice() -> Weight {
		Weight::from_parts(107_361_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn decide_review() -> Weight {
		Weight::from_parts(532_297_000, 0)
			.saturating_add(ParityDbWeight::get().reads(33))
			.saturating_add(ParityDbWeight::get().writes(35))
	}

	fn escalate() -> Weight {
		Weight::from_parts(306_594_000, 0)
			.saturating_add(ParityDbWeight::get().reads(21))
			.saturating_add(ParityDbWeight::get().writes(19))
	}

	fn find() -> Weight {
		Weight::from_parts(482_113_000, 0)
			.saturating_add(ParityDbWeight::get().reads(17))
			.saturating_add(ParityDbWeight::get().writes(12))
	}

	fn issue_notice() -> Weight {
		Weight::from_parts(279_123_000, 0)
			.saturating_add(ParityDbWeight::get().reads(21))
			.saturating_add(ParityDbWeight::get().writes(11))
	}

	fn refused() -> Weight {
		Weight::from_parts(217_608_000, 0)
			.saturating_add(ParityDbWeight::get().reads(19))
			.saturating_add(ParityDbWeight::get().writes(16))
	}

	fn reply() -> Weight {
		Weight::from_parts(289_502_000, 0)
			.saturating_add(ParityDbWeight::get().reads(22))
			.saturating_add(ParityDbWeight::get().writes(10))
	}

	fn report() -> Weight {
		Weight::from_parts(273_492_000, 0)
			.saturating_add(ParityDbWeight::get().reads(23))
			.saturating_add(ParityDbWeight::get().writes(13))
	}

	fn report_result() -> Weight {
		Weight::from_parts(102_242_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn report_up() -> Weight {
		Weight::from_parts(190_557_000, 0)
			.saturating_add(ParityDbWeight::get().reads(9))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn set_severity() -> Weight {
		Weight::from_parts(25_488_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn set_thresholds() -> Weight {
		Weight::from_parts(21_570_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn set_upload_limit() -> Weight {
		Weight::from_parts(26_781_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn sweep(n: u32) -> Weight {
		Weight::from_parts(20_499_000, 0)
			.saturating_add(Weight::from_parts(164_999_054, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(9))
			.saturating_add(ParityDbWeight::get().reads(8_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(3))
			.saturating_add(ParityDbWeight::get().writes(12_u64.saturating_mul(n.into())))
	}

	fn transfer_lead() -> Weight {
		Weight::from_parts(208_802_000, 0)
			.saturating_add(ParityDbWeight::get().reads(16))
			.saturating_add(ParityDbWeight::get().writes(10))
	}

	fn withdraw_notice() -> Weight {
		Weight::from_parts(367_839_000, 0)
			.saturating_add(ParityDbWeight::get().reads(24))
			.saturating_add(ParityDbWeight::get().writes(31))
	}
}
