//! Weights of `pallet_officers`, measured by `scripts/weights` (50 steps, 20 repeats): do not
//! edit. Proof sizes are 0, since blocks have no bound on them.

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// What the calls and hooks of the pallet weigh.
pub trait WeightInfo {
	/// Weight of `appoint`.
	fn appoint() -> Weight;
	/// Weight of `change`.
	fn change() -> Weight;
	/// Weight of `delegate`.
	fn delegate() -> Weight;
	/// Weight of `dismiss`.
	fn dismiss() -> Weight;
	/// Weight of `hand_over`.
	fn hand_over(c: u32) -> Weight;
	/// Weight of `revoke_delegation`.
	fn revoke_delegation() -> Weight;
	/// Weight of `revoke_deputy`.
	fn revoke_deputy() -> Weight;
	/// Weight of `set_deputy`.
	fn set_deputy() -> Weight;
	/// Weight of `take_back`.
	fn take_back() -> Weight;
}

/// Weights on the database that the runtime names.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn appoint() -> Weight {
		// At least 291_135_000 picoseconds.
		Weight::from_parts(335_138_000, 0)
			.saturating_add(T::DbWeight::get().reads(36))
			.saturating_add(T::DbWeight::get().writes(9))
	}

	fn change() -> Weight {
		// At least 240_550_000 picoseconds.
		Weight::from_parts(247_193_000, 0)
			.saturating_add(T::DbWeight::get().reads(30))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn delegate() -> Weight {
		// At least 104_626_000 picoseconds.
		Weight::from_parts(158_227_000, 0)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn dismiss() -> Weight {
		// At least 255_969_000 picoseconds.
		Weight::from_parts(263_002_000, 0)
			.saturating_add(T::DbWeight::get().reads(31))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	/// `c`: 1 to 63.
	fn hand_over(c: u32) -> Weight {
		// At least 267_481_000 picoseconds.
		Weight::from_parts(464_777_619, 0)
			.saturating_add(Weight::from_parts(29_363_516, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(31))
			.saturating_add(T::DbWeight::get().reads(2_u64.saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes(2))
			.saturating_add(T::DbWeight::get().writes(2_u64.saturating_mul(c.into())))
	}

	fn revoke_delegation() -> Weight {
		// At least 98_845_000 picoseconds.
		Weight::from_parts(166_501_000, 0)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn revoke_deputy() -> Weight {
		// At least 368_089_000 picoseconds.
		Weight::from_parts(460_092_000, 0)
			.saturating_add(T::DbWeight::get().reads(48))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn set_deputy() -> Weight {
		// At least 820_678_000 picoseconds.
		Weight::from_parts(1_305_837_000, 0)
			.saturating_add(T::DbWeight::get().reads(76))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn take_back() -> Weight {
		// At least 322_003_000 picoseconds.
		Weight::from_parts(351_638_000, 0)
			.saturating_add(T::DbWeight::get().reads(33))
			.saturating_add(T::DbWeight::get().writes(4))
	}
}

// For tests.
impl WeightInfo for () {
	fn appoint() -> Weight {
		Weight::from_parts(335_138_000, 0)
			.saturating_add(ParityDbWeight::get().reads(36))
			.saturating_add(ParityDbWeight::get().writes(9))
	}

	fn change() -> Weight {
		Weight::from_parts(247_193_000, 0)
			.saturating_add(ParityDbWeight::get().reads(30))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn delegate() -> Weight {
		Weight::from_parts(158_227_000, 0)
			.saturating_add(ParityDbWeight::get().reads(9))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn dismiss() -> Weight {
		Weight::from_parts(263_002_000, 0)
			.saturating_add(ParityDbWeight::get().reads(31))
			.saturating_add(ParityDbWeight::get().writes(4))
	}

	fn hand_over(c: u32) -> Weight {
		Weight::from_parts(464_777_619, 0)
			.saturating_add(Weight::from_parts(29_363_516, 0).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(31))
			.saturating_add(ParityDbWeight::get().reads(2_u64.saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().writes(2))
			.saturating_add(ParityDbWeight::get().writes(2_u64.saturating_mul(c.into())))
	}

	fn revoke_delegation() -> Weight {
		Weight::from_parts(166_501_000, 0)
			.saturating_add(ParityDbWeight::get().reads(8))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn revoke_deputy() -> Weight {
		Weight::from_parts(460_092_000, 0)
			.saturating_add(ParityDbWeight::get().reads(48))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn set_deputy() -> Weight {
		Weight::from_parts(1_305_837_000, 0)
			.saturating_add(ParityDbWeight::get().reads(76))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn take_back() -> Weight {
		Weight::from_parts(351_638_000, 0)
			.saturating_add(ParityDbWeight::get().reads(33))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
}
