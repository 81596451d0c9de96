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
		// At least 246_958_000 picoseconds.
		Weight::from_parts(284_504_000, 0)
			.saturating_add(T::DbWeight::get().reads(25))
			.saturating_add(T::DbWeight::get().writes(21))
	}

	fn complete() -> Weight {
		// At least 181_751_000 picoseconds.
		Weight::from_parts(188_491_000, 0)
			.saturating_add(T::DbWeight::get().reads(21))
			.saturating_add(T::DbWeight::get().writes(21))
	}

	fn confirm_cancellation() -> Weight {
		// At least 182_742_000 picoseconds.
		Weight::from_parts(230_914_000, 0)
			.saturating_add(T::DbWeight::get().reads(26))
			.saturating_add(T::DbWeight::get().writes(19))
	}

	fn expire() -> Weight {
		// At least 255_250_000 picoseconds.
		Weight::from_parts(260_678_000, 0)
			.saturating_add(T::DbWeight::get().reads(29))
			.saturating_add(T::DbWeight::get().writes(30))
	}

	/// `n`: 0 to 20.
	fn on_poll(n: u32) -> Weight {
		// At least 27_842_000 picoseconds.
		Weight::from_parts(303_546_923, 0)
			.saturating_add(Weight::from_parts(124_286_867, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().reads(7_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(5))
			.saturating_add(T::DbWeight::get().writes(12_u64.saturating_mul(n.into())))
	}

	fn pause() -> Weight {
		// At least 119_318_000 picoseconds.
		Weight::from_parts(124_235_000, 0)
			.saturating_add(T::DbWeight::get().reads(18))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	fn propose_cancellation() -> Weight {
		// At least 107_570_000 picoseconds.
		Weight::from_parts(112_718_000, 0)
			.saturating_add(T::DbWeight::get().reads(17))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn propose_extension() -> Weight {
		// At least 154_120_000 picoseconds.
		Weight::from_parts(174_630_000, 0)
			.saturating_add(T::DbWeight::get().reads(19))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn recompute() -> Weight {
		// At least 171_275_000 picoseconds.
		Weight::from_parts(180_969_000, 0)
			.saturating_add(T::DbWeight::get().reads(18))
			.saturating_add(T::DbWeight::get().writes(22))
	}

	fn reseal() -> Weight {
		Weight::from_parts(190_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(24))
			.saturating_add(T::DbWeight::get().writes(20))
	}

	fn resume() -> Weight {
		// At least 197_194_000 picoseconds.
		Weight::from_parts(268_890_000, 0)
			.saturating_add(T::DbWeight::get().reads(23))
			.saturating_add(T::DbWeight::get().writes(20))
	}

	fn run_again() -> Weight {
		Weight::from_parts(120_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(12))
			.saturating_add(T::DbWeight::get().writes(11))
	}

	fn set_calendar() -> Weight {
		// At least 42_423_000 picoseconds.
		Weight::from_parts(63_475_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn set_kind() -> Weight {
		// At least 34_421_000 picoseconds.
		Weight::from_parts(35_823_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn start_sealed() -> Weight {
		Weight::from_parts(165_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(26))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	fn warn() -> Weight {
		// At least 157_334_000 picoseconds.
		Weight::from_parts(161_090_000, 0)
			.saturating_add(T::DbWeight::get().reads(18))
			.saturating_add(T::DbWeight::get().writes(14))
	}
}

// For tests.
impl WeightInfo for () {
	fn accept_extension() -> Weight {
		Weight::from_parts(284_504_000, 0)
			.saturating_add(ParityDbWeight::get().reads(25))
			.saturating_add(ParityDbWeight::get().writes(21))
	}

	fn complete() -> Weight {
		Weight::from_parts(188_491_000, 0)
			.saturating_add(ParityDbWeight::get().reads(21))
			.saturating_add(ParityDbWeight::get().writes(21))
	}

	fn confirm_cancellation() -> Weight {
		Weight::from_parts(230_914_000, 0)
			.saturating_add(ParityDbWeight::get().reads(26))
			.saturating_add(ParityDbWeight::get().writes(19))
	}

	fn expire() -> Weight {
		Weight::from_parts(260_678_000, 0)
			.saturating_add(ParityDbWeight::get().reads(29))
			.saturating_add(ParityDbWeight::get().writes(30))
	}

	fn on_poll(n: u32) -> Weight {
		Weight::from_parts(303_546_923, 0)
			.saturating_add(Weight::from_parts(124_286_867, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(12))
			.saturating_add(ParityDbWeight::get().reads(7_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(5))
			.saturating_add(ParityDbWeight::get().writes(12_u64.saturating_mul(n.into())))
	}

	fn pause() -> Weight {
		Weight::from_parts(124_235_000, 0)
			.saturating_add(ParityDbWeight::get().reads(18))
			.saturating_add(ParityDbWeight::get().writes(5))
	}

	fn propose_cancellation() -> Weight {
		Weight::from_parts(112_718_000, 0)
			.saturating_add(ParityDbWeight::get().reads(17))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn propose_extension() -> Weight {
		Weight::from_parts(174_630_000, 0)
			.saturating_add(ParityDbWeight::get().reads(19))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn recompute() -> Weight {
		Weight::from_parts(180_969_000, 0)
			.saturating_add(ParityDbWeight::get().reads(18))
			.saturating_add(ParityDbWeight::get().writes(22))
	}

	fn reseal() -> Weight {
		Weight::from_parts(190_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(24))
			.saturating_add(ParityDbWeight::get().writes(20))
	}

	fn resume() -> Weight {
		Weight::from_parts(268_890_000, 0)
			.saturating_add(ParityDbWeight::get().reads(23))
			.saturating_add(ParityDbWeight::get().writes(20))
	}

	fn run_again() -> Weight {
		Weight::from_parts(120_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(12))
			.saturating_add(ParityDbWeight::get().writes(11))
	}

	fn set_calendar() -> Weight {
		Weight::from_parts(63_475_000, 0)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn set_kind() -> Weight {
		Weight::from_parts(35_823_000, 0)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn start_sealed() -> Weight {
		Weight::from_parts(165_000_000, 0)
			.saturating_add(ParityDbWeight::get().reads(26))
			.saturating_add(ParityDbWeight::get().writes(5))
	}

	fn warn() -> Weight {
		Weight::from_parts(161_090_000, 0)
			.saturating_add(ParityDbWeight::get().reads(18))
			.saturating_add(ParityDbWeight::get().writes(14))
	}
}
