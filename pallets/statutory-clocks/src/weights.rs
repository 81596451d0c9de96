//! Weights of `pallet_statutory_clocks`, measured by `scripts/weights` (50 steps, 20 repeats): do not
//! edit. Proof sizes are 0, since blocks have no bound on them.

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// What the calls and hooks of the pallet weigh.
pub trait WeightInfo {
	/// Weight of `accept_extension`.
	fn accept_extension() -> Weight;
	/// Weight of `complete`.
	fn complete() -> Weight;
	/// Weight of `confirm_cancellation`.
	fn confirm_cancellation() -> Weight;
	/// Weight of `expire`.
	fn expire() -> Weight;
	/// Weight of `on_poll`.
	fn on_poll(n: u32) -> Weight;
	/// Weight of `pause`.
	fn pause() -> Weight;
	/// Weight of `propose_cancellation`.
	fn propose_cancellation() -> Weight;
	/// Weight of `propose_extension`.
	fn propose_extension() -> Weight;
	/// Weight of `recompute`.
	fn recompute() -> Weight;
	/// Weight of `resume`.
	fn resume() -> Weight;
	/// Weight of `set_calendar`.
	fn set_calendar() -> Weight;
	/// Weight of `set_kind`.
	fn set_kind() -> Weight;
	/// Weight of `start_sealed`.
	fn start_sealed() -> Weight;
	/// Weight of `warn`.
	fn warn() -> Weight;
}

/// Weights on the database that the runtime names.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn accept_extension() -> Weight {
		// At least 132_477_000 picoseconds.
		Weight::from_parts(262_156_000, 0)
			.saturating_add(T::DbWeight::get().reads(28))
			.saturating_add(T::DbWeight::get().writes(23))
	}

	fn complete() -> Weight {
		// At least 131_576_000 picoseconds.
		Weight::from_parts(232_642_000, 0)
			.saturating_add(T::DbWeight::get().reads(25))
			.saturating_add(T::DbWeight::get().writes(23))
	}

	fn confirm_cancellation() -> Weight {
		// At least 120_299_000 picoseconds.
		Weight::from_parts(192_452_000, 0)
			.saturating_add(T::DbWeight::get().reads(30))
			.saturating_add(T::DbWeight::get().writes(21))
	}

	fn expire() -> Weight {
		// At least 216_272_000 picoseconds.
		Weight::from_parts(221_379_000, 0)
			.saturating_add(T::DbWeight::get().reads(27))
			.saturating_add(T::DbWeight::get().writes(26))
	}

	/// `n`: 0 to 20.
	fn on_poll(n: u32) -> Weight {
		// At least 25_127_000 picoseconds.
		Weight::from_parts(150_276_118, 0)
			.saturating_add(Weight::from_parts(109_321_372, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().reads(7_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(2))
			.saturating_add(T::DbWeight::get().writes(14_u64.saturating_mul(n.into())))
	}

	fn pause() -> Weight {
		// At least 126_849_000 picoseconds.
		Weight::from_parts(183_052_000, 0)
			.saturating_add(T::DbWeight::get().reads(18))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	fn propose_cancellation() -> Weight {
		// At least 106_809_000 picoseconds.
		Weight::from_parts(122_582_000, 0)
			.saturating_add(T::DbWeight::get().reads(17))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn propose_extension() -> Weight {
		// At least 118_656_000 picoseconds.
		Weight::from_parts(158_246_000, 0)
			.saturating_add(T::DbWeight::get().reads(19))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn recompute() -> Weight {
		// At least 70_174_000 picoseconds.
		Weight::from_parts(142_618_000, 0)
			.saturating_add(T::DbWeight::get().reads(19))
			.saturating_add(T::DbWeight::get().writes(19))
	}

	fn resume() -> Weight {
		// At least 146_849_000 picoseconds.
		Weight::from_parts(258_881_000, 0)
			.saturating_add(T::DbWeight::get().reads(26))
			.saturating_add(T::DbWeight::get().writes(22))
	}

	fn set_calendar() -> Weight {
		// At least 44_446_000 picoseconds.
		Weight::from_parts(63_915_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn set_kind() -> Weight {
		// At least 51_747_000 picoseconds.
		Weight::from_parts(63_074_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn start_sealed() -> Weight {
		// At least 82_814_000 picoseconds.
		Weight::from_parts(127_499_000, 0)
			.saturating_add(T::DbWeight::get().reads(10))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	fn warn() -> Weight {
		// At least 106_539_000 picoseconds.
		Weight::from_parts(111_466_000, 0)
			.saturating_add(T::DbWeight::get().reads(16))
			.saturating_add(T::DbWeight::get().writes(10))
	}
}

// For tests.
impl WeightInfo for () {
	fn accept_extension() -> Weight {
		Weight::from_parts(262_156_000, 0)
			.saturating_add(ParityDbWeight::get().reads(28))
			.saturating_add(ParityDbWeight::get().writes(23))
	}

	fn complete() -> Weight {
		Weight::from_parts(232_642_000, 0)
			.saturating_add(ParityDbWeight::get().reads(25))
			.saturating_add(ParityDbWeight::get().writes(23))
	}

	fn confirm_cancellation() -> Weight {
		Weight::from_parts(192_452_000, 0)
			.saturating_add(ParityDbWeight::get().reads(30))
			.saturating_add(ParityDbWeight::get().writes(21))
	}

	fn expire() -> Weight {
		Weight::from_parts(221_379_000, 0)
			.saturating_add(ParityDbWeight::get().reads(27))
			.saturating_add(ParityDbWeight::get().writes(26))
	}

	fn on_poll(n: u32) -> Weight {
		Weight::from_parts(150_276_118, 0)
			.saturating_add(Weight::from_parts(109_321_372, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(14))
			.saturating_add(ParityDbWeight::get().reads(7_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(2))
			.saturating_add(ParityDbWeight::get().writes(14_u64.saturating_mul(n.into())))
	}

	fn pause() -> Weight {
		Weight::from_parts(183_052_000, 0)
			.saturating_add(ParityDbWeight::get().reads(18))
			.saturating_add(ParityDbWeight::get().writes(5))
	}

	fn propose_cancellation() -> Weight {
		Weight::from_parts(122_582_000, 0)
			.saturating_add(ParityDbWeight::get().reads(17))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn propose_extension() -> Weight {
		Weight::from_parts(158_246_000, 0)
			.saturating_add(ParityDbWeight::get().reads(19))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn recompute() -> Weight {
		Weight::from_parts(142_618_000, 0)
			.saturating_add(ParityDbWeight::get().reads(19))
			.saturating_add(ParityDbWeight::get().writes(19))
	}

	fn resume() -> Weight {
		Weight::from_parts(258_881_000, 0)
			.saturating_add(ParityDbWeight::get().reads(26))
			.saturating_add(ParityDbWeight::get().writes(22))
	}

	fn set_calendar() -> Weight {
		Weight::from_parts(63_915_000, 0)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn set_kind() -> Weight {
		Weight::from_parts(63_074_000, 0)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn start_sealed() -> Weight {
		Weight::from_parts(127_499_000, 0)
			.saturating_add(ParityDbWeight::get().reads(10))
			.saturating_add(ParityDbWeight::get().writes(5))
	}

	fn warn() -> Weight {
		Weight::from_parts(111_466_000, 0)
			.saturating_add(ParityDbWeight::get().reads(16))
			.saturating_add(ParityDbWeight::get().writes(10))
	}
}
