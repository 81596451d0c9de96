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
		// At least 229_171_000 picoseconds.
		Weight::from_parts(241_260_000, 0)
			.saturating_add(T::DbWeight::get().reads(36))
			.saturating_add(T::DbWeight::get().writes(9))
	}

	fn change() -> Weight {
		// At least 181_200_000 picoseconds.
		Weight::from_parts(193_528_000, 0)
			.saturating_add(T::DbWeight::get().reads(30))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn delegate() -> Weight {
		// At least 76_554_000 picoseconds.
		Weight::from_parts(84_235_000, 0)
			.saturating_add(T::DbWeight::get().reads(9))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn dismiss() -> Weight {
		// At least 192_447_000 picoseconds.
		Weight::from_parts(203_794_000, 0)
			.saturating_add(T::DbWeight::get().reads(31))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	/// `c`: 1 to 63.
	fn hand_over(c: u32) -> Weight {
		// At least 199_467_000 picoseconds.
		Weight::from_parts(165_454_907, 0)
			.saturating_add(Weight::from_parts(16_790_848, 0).saturating_mul(c.into()))
			.saturating_add(T::DbWeight::get().reads(31))
			.saturating_add(T::DbWeight::get().reads(2_u64.saturating_mul(c.into())))
			.saturating_add(T::DbWeight::get().writes(2))
			.saturating_add(T::DbWeight::get().writes(2_u64.saturating_mul(c.into())))
	}

	fn revoke_delegation() -> Weight {
		// At least 72_688_000 picoseconds.
		Weight::from_parts(118_847_000, 0)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn revoke_deputy() -> Weight {
		// At least 267_919_000 picoseconds.
		Weight::from_parts(273_938_000, 0)
			.saturating_add(T::DbWeight::get().reads(48))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn set_deputy() -> Weight {
		// At least 651_631_000 picoseconds.
		Weight::from_parts(697_128_000, 0)
			.saturating_add(T::DbWeight::get().reads(76))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn take_back() -> Weight {
		// At least 252_395_000 picoseconds.
		Weight::from_parts(269_561_000, 0)
			.saturating_add(T::DbWeight::get().reads(33))
			.saturating_add(T::DbWeight::get().writes(4))
	}
}

// For tests.
impl WeightInfo for () {
	fn appoint() -> Weight {
		Weight::from_parts(241_260_000, 0)
			.saturating_add(ParityDbWeight::get().reads(36))
			.saturating_add(ParityDbWeight::get().writes(9))
	}

	fn change() -> Weight {
		Weight::from_parts(193_528_000, 0)
			.saturating_add(ParityDbWeight::get().reads(30))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn delegate() -> Weight {
		Weight::from_parts(84_235_000, 0)
			.saturating_add(ParityDbWeight::get().reads(9))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn dismiss() -> Weight {
		Weight::from_parts(203_794_000, 0)
			.saturating_add(ParityDbWeight::get().reads(31))
			.saturating_add(ParityDbWeight::get().writes(4))
	}

	fn hand_over(c: u32) -> Weight {
		Weight::from_parts(165_454_907, 0)
			.saturating_add(Weight::from_parts(16_790_848, 0).saturating_mul(c.into()))
			.saturating_add(ParityDbWeight::get().reads(31))
			.saturating_add(ParityDbWeight::get().reads(2_u64.saturating_mul(c.into())))
			.saturating_add(ParityDbWeight::get().writes(2))
			.saturating_add(ParityDbWeight::get().writes(2_u64.saturating_mul(c.into())))
	}

	fn revoke_delegation() -> Weight {
		Weight::from_parts(118_847_000, 0)
			.saturating_add(ParityDbWeight::get().reads(8))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn revoke_deputy() -> Weight {
		Weight::from_parts(273_938_000, 0)
			.saturating_add(ParityDbWeight::get().reads(48))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn set_deputy() -> Weight {
		Weight::from_parts(697_128_000, 0)
			.saturating_add(ParityDbWeight::get().reads(76))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn take_back() -> Weight {
		Weight::from_parts(269_561_000, 0)
			.saturating_add(ParityDbWeight::get().reads(33))
			.saturating_add(ParityDbWeight::get().writes(4))
	}
}
