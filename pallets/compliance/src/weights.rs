//! Weights, provisional until `scripts/weights` has run.

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// Weights of the pallet.
pub trait WeightInfo {
	/// `set_mode`.
	fn set_mode() -> Weight;
	/// `report_incident`.
	fn report_incident() -> Weight;
	/// `confirm_pause`.
	fn confirm_pause() -> Weight;
	/// `close_incident`.
	fn close_incident() -> Weight;
	/// `set_pause_hours`.
	fn set_pause_hours() -> Weight;
	/// `set_obligation`.
	fn set_obligation() -> Weight;
	/// `attest`.
	fn attest() -> Weight;
}

/// Weights of the pallet, for any runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn set_mode() -> Weight {
		Weight::from_parts(25_000_000, 6_000).saturating_add(T::DbWeight::get().reads_writes(4, 2))
	}

	fn report_incident() -> Weight {
		Weight::from_parts(70_000_000, 30_000)
			.saturating_add(T::DbWeight::get().reads_writes(20, 13))
	}

	fn confirm_pause() -> Weight {
		Weight::from_parts(50_000_000, 30_000)
			.saturating_add(T::DbWeight::get().reads_writes(12, 9))
	}

	fn close_incident() -> Weight {
		Weight::from_parts(55_000_000, 30_000)
			.saturating_add(T::DbWeight::get().reads_writes(12, 12))
	}

	fn set_pause_hours() -> Weight {
		Weight::from_parts(12_000_000, 2_000).saturating_add(T::DbWeight::get().reads_writes(2, 1))
	}

	fn set_obligation() -> Weight {
		Weight::from_parts(25_000_000, 6_000).saturating_add(T::DbWeight::get().reads_writes(4, 2))
	}

	fn attest() -> Weight {
		Weight::from_parts(40_000_000, 9_000).saturating_add(T::DbWeight::get().reads_writes(12, 2))
	}
}

impl WeightInfo for () {
	fn set_mode() -> Weight {
		Weight::from_parts(25_000_000, 0)
	}

	fn report_incident() -> Weight {
		Weight::from_parts(70_000_000, 0)
	}

	fn confirm_pause() -> Weight {
		Weight::from_parts(50_000_000, 0)
	}

	fn close_incident() -> Weight {
		Weight::from_parts(55_000_000, 0)
	}

	fn set_pause_hours() -> Weight {
		Weight::from_parts(12_000_000, 0)
	}

	fn set_obligation() -> Weight {
		Weight::from_parts(25_000_000, 0)
	}

	fn attest() -> Weight {
		Weight::from_parts(40_000_000, 0)
	}
}
