//! Weights, provisional until `scripts/weights` has run.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights of the pallet.
pub trait WeightInfo {
	/// `report`.
	fn report() -> Weight;
	/// `acknowledge`.
	fn acknowledge() -> Weight;
	/// `find`.
	fn find() -> Weight;
	/// `close`.
	fn close() -> Weight;
	/// `escalate`.
	fn escalate() -> Weight;
	/// `issue_notice`.
	fn issue_notice() -> Weight;
	/// `reply`.
	fn reply() -> Weight;
	/// `ask_review`.
	fn ask_review() -> Weight;
	/// `decide_review`.
	fn decide_review() -> Weight;
	/// `report_up`.
	fn report_up() -> Weight;
	/// `close_notice`.
	fn close_notice() -> Weight;
	/// `withdraw_notice`.
	fn withdraw_notice() -> Weight;
	/// `transfer_lead`.
	fn transfer_lead() -> Weight;
	/// `acknowledge_lead`.
	fn acknowledge_lead() -> Weight;
	/// `report_result`.
	fn report_result() -> Weight;
	/// `set_severity`.
	fn set_severity() -> Weight;
	/// `set_thresholds`.
	fn set_thresholds() -> Weight;
	/// `set_upload_limit`.
	fn set_upload_limit() -> Weight;
	/// Of a refusal that raises an alert.
	fn refused() -> Weight;
	/// The look at the uploads of `n` members that have all been silent for too long.
	fn sweep(n: u32) -> Weight;
}

/// Weights of the pallet, for any runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn report() -> Weight {
		Weight::from_parts(60_000_000, 14400).saturating_add(T::DbWeight::get().reads_writes(12, 9))
	}

	fn acknowledge() -> Weight {
		Weight::from_parts(50_000_000, 10800).saturating_add(T::DbWeight::get().reads_writes(9, 7))
	}

	fn find() -> Weight {
		Weight::from_parts(80_000_000, 19200)
			.saturating_add(T::DbWeight::get().reads_writes(16, 11))
	}

	fn close() -> Weight {
		Weight::from_parts(60_000_000, 14400)
			.saturating_add(T::DbWeight::get().reads_writes(12, 10))
	}

	fn escalate() -> Weight {
		Weight::from_parts(80_000_000, 21600)
			.saturating_add(T::DbWeight::get().reads_writes(18, 15))
	}

	fn issue_notice() -> Weight {
		Weight::from_parts(90_000_000, 24000)
			.saturating_add(T::DbWeight::get().reads_writes(20, 12))
	}

	fn reply() -> Weight {
		Weight::from_parts(90_000_000, 21600)
			.saturating_add(T::DbWeight::get().reads_writes(18, 12))
	}

	fn ask_review() -> Weight {
		Weight::from_parts(70_000_000, 16800).saturating_add(T::DbWeight::get().reads_writes(14, 9))
	}

	fn decide_review() -> Weight {
		Weight::from_parts(100_000_000, 24000)
			.saturating_add(T::DbWeight::get().reads_writes(20, 14))
	}

	fn report_up() -> Weight {
		Weight::from_parts(35_000_000, 7200).saturating_add(T::DbWeight::get().reads_writes(6, 2))
	}

	fn close_notice() -> Weight {
		Weight::from_parts(40_000_000, 7200).saturating_add(T::DbWeight::get().reads_writes(6, 4))
	}

	fn withdraw_notice() -> Weight {
		Weight::from_parts(70_000_000, 16800)
			.saturating_add(T::DbWeight::get().reads_writes(14, 10))
	}

	fn transfer_lead() -> Weight {
		Weight::from_parts(60_000_000, 14400).saturating_add(T::DbWeight::get().reads_writes(12, 8))
	}

	fn acknowledge_lead() -> Weight {
		Weight::from_parts(50_000_000, 10800).saturating_add(T::DbWeight::get().reads_writes(9, 6))
	}

	fn report_result() -> Weight {
		Weight::from_parts(35_000_000, 4800).saturating_add(T::DbWeight::get().reads_writes(4, 3))
	}

	fn set_severity() -> Weight {
		Weight::from_parts(12_000_000, 2400).saturating_add(T::DbWeight::get().reads_writes(1, 1))
	}

	fn set_thresholds() -> Weight {
		Weight::from_parts(12_000_000, 2400).saturating_add(T::DbWeight::get().reads_writes(1, 1))
	}

	fn set_upload_limit() -> Weight {
		Weight::from_parts(14_000_000, 2400).saturating_add(T::DbWeight::get().reads_writes(1, 1))
	}

	fn refused() -> Weight {
		Weight::from_parts(70_000_000, 19200)
			.saturating_add(T::DbWeight::get().reads_writes(16, 11))
	}

	fn sweep(n: u32) -> Weight {
		Weight::from_parts(8_000_000, 2_000)
			.saturating_add(Weight::from_parts(70_000_000, 20_000).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(3, 2))
			.saturating_add(T::DbWeight::get().reads_writes(14, 11).saturating_mul(n.into()))
	}
}

impl WeightInfo for () {
	fn report() -> Weight {
		Weight::from_parts(60_000_000, 0)
	}

	fn acknowledge() -> Weight {
		Weight::from_parts(50_000_000, 0)
	}

	fn find() -> Weight {
		Weight::from_parts(80_000_000, 0)
	}

	fn close() -> Weight {
		Weight::from_parts(60_000_000, 0)
	}

	fn escalate() -> Weight {
		Weight::from_parts(80_000_000, 0)
	}

	fn issue_notice() -> Weight {
		Weight::from_parts(90_000_000, 0)
	}

	fn reply() -> Weight {
		Weight::from_parts(90_000_000, 0)
	}

	fn ask_review() -> Weight {
		Weight::from_parts(70_000_000, 0)
	}

	fn decide_review() -> Weight {
		Weight::from_parts(100_000_000, 0)
	}

	fn report_up() -> Weight {
		Weight::from_parts(35_000_000, 0)
	}

	fn close_notice() -> Weight {
		Weight::from_parts(40_000_000, 0)
	}

	fn withdraw_notice() -> Weight {
		Weight::from_parts(70_000_000, 0)
	}

	fn transfer_lead() -> Weight {
		Weight::from_parts(60_000_000, 0)
	}

	fn acknowledge_lead() -> Weight {
		Weight::from_parts(50_000_000, 0)
	}

	fn report_result() -> Weight {
		Weight::from_parts(35_000_000, 0)
	}

	fn set_severity() -> Weight {
		Weight::from_parts(12_000_000, 0)
	}

	fn set_thresholds() -> Weight {
		Weight::from_parts(12_000_000, 0)
	}

	fn set_upload_limit() -> Weight {
		Weight::from_parts(14_000_000, 0)
	}

	fn refused() -> Weight {
		Weight::from_parts(70_000_000, 0)
	}

	fn sweep(n: u32) -> Weight {
		Weight::from_parts(8_000_000, 0)
			.saturating_add(Weight::from_parts(70_000_000, 0).saturating_mul(n.into()))
	}
}
