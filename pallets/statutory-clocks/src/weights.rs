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
	/// Weight of `reseal`.
	fn reseal() -> Weight;
	/// Weight of `resume`.
	fn resume() -> Weight;
	/// Weight of `run_again`.
	fn run_again() -> Weight;
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
		// At least 284_734_000 picoseconds.
		Weight::from_parts(306_124_000, 0)
			.saturating_add(T::DbWeight::get().reads(26))
			.saturating_add(T::DbWeight::get().writes(21))
	}

	fn complete() -> Weight {
		// At least 256_430_000 picoseconds.
		Weight::from_parts(303_969_000, 0)
			.saturating_add(T::DbWeight::get().reads(22))
			.saturating_add(T::DbWeight::get().writes(18))
	}

	fn confirm_cancellation() -> Weight {
		// At least 272_901_000 picoseconds.
		Weight::from_parts(291_195_000, 0)
			.saturating_add(T::DbWeight::get().reads(27))
			.saturating_add(T::DbWeight::get().writes(19))
	}

	fn expire() -> Weight {
		// At least 367_208_000 picoseconds.
		Weight::from_parts(435_597_000, 0)
			.saturating_add(T::DbWeight::get().reads(30))
			.saturating_add(T::DbWeight::get().writes(30))
	}

	/// `n`: 0 to 20.
	fn on_poll(n: u32) -> Weight {
		// At least 34_064_000 picoseconds.
		Weight::from_parts(445_340_083, 0)
			.saturating_add(Weight::from_parts(153_406_828, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(13))
			.saturating_add(T::DbWeight::get().reads(8_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(6))
			.saturating_add(T::DbWeight::get().writes(13_u64.saturating_mul(n.into())))
	}

	fn pause() -> Weight {
		// At least 172_374_000 picoseconds.
		Weight::from_parts(188_313_000, 0)
			.saturating_add(T::DbWeight::get().reads(18))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	fn propose_cancellation() -> Weight {
		// At least 152_285_000 picoseconds.
		Weight::from_parts(172_874_000, 0)
			.saturating_add(T::DbWeight::get().reads(17))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn propose_extension() -> Weight {
		// At least 171_090_000 picoseconds.
		Weight::from_parts(187_912_000, 0)
			.saturating_add(T::DbWeight::get().reads(19))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn recompute() -> Weight {
		// At least 266_409_000 picoseconds.
		Weight::from_parts(327_223_000, 0)
			.saturating_add(T::DbWeight::get().reads(18))
			.saturating_add(T::DbWeight::get().writes(21))
	}

	fn reseal() -> Weight {
		// At least 292_317_000 picoseconds.
		Weight::from_parts(393_347_000, 0)
			.saturating_add(T::DbWeight::get().reads(20))
			.saturating_add(T::DbWeight::get().writes(23))
	}

	fn resume() -> Weight {
		// At least 277_670_000 picoseconds.
		Weight::from_parts(301_405_000, 0)
			.saturating_add(T::DbWeight::get().reads(24))
			.saturating_add(T::DbWeight::get().writes(20))
	}

	fn run_again() -> Weight {
		// At least 101_962_000 picoseconds.
		Weight::from_parts(118_191_000, 0)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(8))
	}

	fn set_calendar() -> Weight {
		// At least 71_735_000 picoseconds.
		Weight::from_parts(120_586_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn set_kind() -> Weight {
		// At least 84_779_000 picoseconds.
		Weight::from_parts(93_065_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn start_sealed() -> Weight {
		// At least 164_328_000 picoseconds.
		Weight::from_parts(172_874_000, 0)
			.saturating_add(T::DbWeight::get().reads(22))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	fn warn() -> Weight {
		// At least 242_865_000 picoseconds.
		Weight::from_parts(329_728_000, 0)
			.saturating_add(T::DbWeight::get().reads(18))
			.saturating_add(T::DbWeight::get().writes(14))
	}
}

// For tests.
impl WeightInfo for () {
	fn accept_extension() -> Weight {
		Weight::from_parts(306_124_000, 0)
			.saturating_add(ParityDbWeight::get().reads(26))
			.saturating_add(ParityDbWeight::get().writes(21))
	}

	fn complete() -> Weight {
		Weight::from_parts(303_969_000, 0)
			.saturating_add(ParityDbWeight::get().reads(22))
			.saturating_add(ParityDbWeight::get().writes(18))
	}

	fn confirm_cancellation() -> Weight {
		Weight::from_parts(291_195_000, 0)
			.saturating_add(ParityDbWeight::get().reads(27))
			.saturating_add(ParityDbWeight::get().writes(19))
	}

	fn expire() -> Weight {
		Weight::from_parts(435_597_000, 0)
			.saturating_add(ParityDbWeight::get().reads(30))
			.saturating_add(ParityDbWeight::get().writes(30))
	}

	fn on_poll(n: u32) -> Weight {
		Weight::from_parts(445_340_083, 0)
			.saturating_add(Weight::from_parts(153_406_828, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(13))
			.saturating_add(ParityDbWeight::get().reads(8_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(6))
			.saturating_add(ParityDbWeight::get().writes(13_u64.saturating_mul(n.into())))
	}

	fn pause() -> Weight {
		Weight::from_parts(188_313_000, 0)
			.saturating_add(ParityDbWeight::get().reads(18))
			.saturating_add(ParityDbWeight::get().writes(5))
	}

	fn propose_cancellation() -> Weight {
		Weight::from_parts(172_874_000, 0)
			.saturating_add(ParityDbWeight::get().reads(17))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn propose_extension() -> Weight {
		Weight::from_parts(187_912_000, 0)
			.saturating_add(ParityDbWeight::get().reads(19))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn recompute() -> Weight {
		Weight::from_parts(327_223_000, 0)
			.saturating_add(ParityDbWeight::get().reads(18))
			.saturating_add(ParityDbWeight::get().writes(21))
	}

	fn reseal() -> Weight {
		Weight::from_parts(393_347_000, 0)
			.saturating_add(ParityDbWeight::get().reads(20))
			.saturating_add(ParityDbWeight::get().writes(23))
	}

	fn resume() -> Weight {
		Weight::from_parts(301_405_000, 0)
			.saturating_add(ParityDbWeight::get().reads(24))
			.saturating_add(ParityDbWeight::get().writes(20))
	}

	fn run_again() -> Weight {
		Weight::from_parts(118_191_000, 0)
			.saturating_add(ParityDbWeight::get().reads(9))
			.saturating_add(ParityDbWeight::get().writes(8))
	}

	fn set_calendar() -> Weight {
		Weight::from_parts(120_586_000, 0)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn set_kind() -> Weight {
		Weight::from_parts(93_065_000, 0)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn start_sealed() -> Weight {
		Weight::from_parts(172_874_000, 0)
			.saturating_add(ParityDbWeight::get().reads(22))
			.saturating_add(ParityDbWeight::get().writes(5))
	}

	fn warn() -> Weight {
		Weight::from_parts(329_728_000, 0)
			.saturating_add(ParityDbWeight::get().reads(18))
			.saturating_add(ParityDbWeight::get().writes(14))
	}
}
