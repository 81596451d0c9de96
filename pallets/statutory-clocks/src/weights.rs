//! Weights of calls and hooks: provisional bounds by count of reads and writes, until they are measured.

#![allow(missing_docs)]

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// Weights of calls and hooks.
pub trait WeightInfo {
	fn set_kind() -> Weight;
	fn set_calendar() -> Weight;
	fn start_sealed() -> Weight;
	fn complete() -> Weight;
	fn pause() -> Weight;
	fn resume() -> Weight;
	fn propose_extension() -> Weight;
	fn accept_extension() -> Weight;
	fn propose_cancellation() -> Weight;
	fn confirm_cancellation() -> Weight;
	/// The hook with `n` clocks that run out. With none it looks at the first place of the agenda and
	/// at the years to be computed again; how many clocks are open does not matter.
	fn on_poll(n: u32) -> Weight;
	/// One clock that warns, with what listens.
	fn warn() -> Weight;
	/// One clock that runs out, with what listens.
	fn expire() -> Weight;
	/// One clock computed again after a change of a calendar.
	fn recompute() -> Weight;
}

/// For a runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn set_kind() -> Weight {
		Weight::from_parts(25_000_000, 6000).saturating_add(T::DbWeight::get().reads_writes(3, 2))
	}
	fn set_calendar() -> Weight {
		Weight::from_parts(60_000_000, 8000).saturating_add(T::DbWeight::get().reads_writes(6, 4))
	}
	fn start_sealed() -> Weight {
		Weight::from_parts(60_000_000, 20000).saturating_add(T::DbWeight::get().reads_writes(20, 6))
	}
	fn complete() -> Weight {
		Weight::from_parts(80_000_000, 30000)
			.saturating_add(T::DbWeight::get().reads_writes(26, 10))
	}
	fn pause() -> Weight {
		Weight::from_parts(70_000_000, 25000).saturating_add(T::DbWeight::get().reads_writes(22, 5))
	}
	fn resume() -> Weight {
		Weight::from_parts(80_000_000, 25000).saturating_add(T::DbWeight::get().reads_writes(22, 6))
	}
	fn propose_extension() -> Weight {
		Weight::from_parts(70_000_000, 25000).saturating_add(T::DbWeight::get().reads_writes(22, 4))
	}
	fn accept_extension() -> Weight {
		Weight::from_parts(80_000_000, 25000).saturating_add(T::DbWeight::get().reads_writes(20, 7))
	}
	fn propose_cancellation() -> Weight {
		Weight::from_parts(60_000_000, 25000).saturating_add(T::DbWeight::get().reads_writes(20, 4))
	}
	fn confirm_cancellation() -> Weight {
		Weight::from_parts(70_000_000, 25000).saturating_add(T::DbWeight::get().reads_writes(20, 9))
	}
	fn on_poll(n: u32) -> Weight {
		Weight::from_parts(8_000_000, 4_000)
			.saturating_add(T::DbWeight::get().reads_writes(4, 0))
			.saturating_add(Weight::from_parts(150_000_000, 60_000).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads_writes(40, 20).saturating_mul(n.into()))
	}
	fn warn() -> Weight {
		Weight::from_parts(150_000_000, 60000)
			.saturating_add(T::DbWeight::get().reads_writes(40, 20))
	}
	fn expire() -> Weight {
		Weight::from_parts(150_000_000, 60000)
			.saturating_add(T::DbWeight::get().reads_writes(40, 20))
	}
	fn recompute() -> Weight {
		Weight::from_parts(60_000_000, 15000).saturating_add(T::DbWeight::get().reads_writes(9, 9))
	}
}

impl WeightInfo for () {
	fn set_kind() -> Weight {
		Weight::from_parts(25_000_000, 6000)
			.saturating_add(ParityDbWeight::get().reads_writes(3, 2))
	}
	fn set_calendar() -> Weight {
		Weight::from_parts(60_000_000, 8000)
			.saturating_add(ParityDbWeight::get().reads_writes(6, 4))
	}
	fn start_sealed() -> Weight {
		Weight::from_parts(60_000_000, 20000)
			.saturating_add(ParityDbWeight::get().reads_writes(20, 6))
	}
	fn complete() -> Weight {
		Weight::from_parts(80_000_000, 30000)
			.saturating_add(ParityDbWeight::get().reads_writes(26, 10))
	}
	fn pause() -> Weight {
		Weight::from_parts(70_000_000, 25000)
			.saturating_add(ParityDbWeight::get().reads_writes(22, 5))
	}
	fn resume() -> Weight {
		Weight::from_parts(80_000_000, 25000)
			.saturating_add(ParityDbWeight::get().reads_writes(22, 6))
	}
	fn propose_extension() -> Weight {
		Weight::from_parts(70_000_000, 25000)
			.saturating_add(ParityDbWeight::get().reads_writes(22, 4))
	}
	fn accept_extension() -> Weight {
		Weight::from_parts(80_000_000, 25000)
			.saturating_add(ParityDbWeight::get().reads_writes(20, 7))
	}
	fn propose_cancellation() -> Weight {
		Weight::from_parts(60_000_000, 25000)
			.saturating_add(ParityDbWeight::get().reads_writes(20, 4))
	}
	fn confirm_cancellation() -> Weight {
		Weight::from_parts(70_000_000, 25000)
			.saturating_add(ParityDbWeight::get().reads_writes(20, 9))
	}
	fn on_poll(n: u32) -> Weight {
		Weight::from_parts(8_000_000, 4_000)
			.saturating_add(ParityDbWeight::get().reads_writes(4, 0))
			.saturating_add(Weight::from_parts(150_000_000, 60_000).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads_writes(40, 20).saturating_mul(n.into()))
	}
	fn warn() -> Weight {
		Weight::from_parts(150_000_000, 60000)
			.saturating_add(ParityDbWeight::get().reads_writes(40, 20))
	}
	fn expire() -> Weight {
		Weight::from_parts(150_000_000, 60000)
			.saturating_add(ParityDbWeight::get().reads_writes(40, 20))
	}
	fn recompute() -> Weight {
		Weight::from_parts(60_000_000, 15000)
			.saturating_add(ParityDbWeight::get().reads_writes(9, 9))
	}
}
