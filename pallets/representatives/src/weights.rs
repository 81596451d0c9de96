//! Weights of `pallet_representatives`, measured by `scripts/weights` (50 steps, 20 repeats): do not
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
	/// Weight of `appoint`.
	fn appoint() -> Weight;
	/// Weight of `case_archived`.
	fn case_archived() -> Weight;
	/// Weight of `renew`.
	fn renew() -> Weight;
	/// Weight of `resign`.
	fn resign() -> Weight;
	/// Weight of `revoke`.
	fn revoke() -> Weight;
}

/// Weights on the database that the runtime names.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn acknowledge() -> Weight {
		// At least 94_136_000 picoseconds.
		Weight::from_parts(109_805_000, 0)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn appoint() -> Weight {
		// At least 412_724_000 picoseconds.
		Weight::from_parts(431_478_000, 0)
			.saturating_add(T::DbWeight::get().reads(36))
			.saturating_add(T::DbWeight::get().writes(22))
	}

	fn case_archived() -> Weight {
		// At least 244_418_000 picoseconds.
		Weight::from_parts(283_311_000, 0)
			.saturating_add(T::DbWeight::get().reads(18))
			.saturating_add(T::DbWeight::get().writes(17))
	}

	fn renew() -> Weight {
		// At least 153_618_000 picoseconds.
		Weight::from_parts(164_408_000, 0)
			.saturating_add(T::DbWeight::get().reads(18))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn resign() -> Weight {
		// At least 65_503_000 picoseconds.
		Weight::from_parts(70_391_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn revoke() -> Weight {
		// At least 118_321_000 picoseconds.
		Weight::from_parts(124_333_000, 0)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(3))
	}
}

// For tests.
impl WeightInfo for () {
	fn acknowledge() -> Weight {
		Weight::from_parts(109_805_000, 0)
			.saturating_add(ParityDbWeight::get().reads(8))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn appoint() -> Weight {
		Weight::from_parts(431_478_000, 0)
			.saturating_add(ParityDbWeight::get().reads(36))
			.saturating_add(ParityDbWeight::get().writes(22))
	}

	fn case_archived() -> Weight {
		Weight::from_parts(283_311_000, 0)
			.saturating_add(ParityDbWeight::get().reads(18))
			.saturating_add(ParityDbWeight::get().writes(17))
	}

	fn renew() -> Weight {
		Weight::from_parts(164_408_000, 0)
			.saturating_add(ParityDbWeight::get().reads(18))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn resign() -> Weight {
		Weight::from_parts(70_391_000, 0)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn revoke() -> Weight {
		Weight::from_parts(124_333_000, 0)
			.saturating_add(ParityDbWeight::get().reads(11))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
}
