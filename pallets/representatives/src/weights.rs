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
		// At least 47_140_000 picoseconds.
		Weight::from_parts(48_863_000, 0)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn appoint() -> Weight {
		// At least 303_062_000 picoseconds.
		Weight::from_parts(306_316_000, 0)
			.saturating_add(T::DbWeight::get().reads(36))
			.saturating_add(T::DbWeight::get().writes(22))
	}

	fn case_archived() -> Weight {
		// At least 184_545_000 picoseconds.
		Weight::from_parts(187_380_000, 0)
			.saturating_add(T::DbWeight::get().reads(18))
			.saturating_add(T::DbWeight::get().writes(17))
	}

	fn renew() -> Weight {
		// At least 110_454_000 picoseconds.
		Weight::from_parts(113_039_000, 0)
			.saturating_add(T::DbWeight::get().reads(18))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn resign() -> Weight {
		// At least 43_264_000 picoseconds.
		Weight::from_parts(45_858_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn revoke() -> Weight {
		// At least 84_416_000 picoseconds.
		Weight::from_parts(86_959_000, 0)
			.saturating_add(T::DbWeight::get().reads(11))
			.saturating_add(T::DbWeight::get().writes(3))
	}
}

// For tests.
impl WeightInfo for () {
	fn acknowledge() -> Weight {
		Weight::from_parts(48_863_000, 0)
			.saturating_add(ParityDbWeight::get().reads(6))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn appoint() -> Weight {
		Weight::from_parts(306_316_000, 0)
			.saturating_add(ParityDbWeight::get().reads(36))
			.saturating_add(ParityDbWeight::get().writes(22))
	}

	fn case_archived() -> Weight {
		Weight::from_parts(187_380_000, 0)
			.saturating_add(ParityDbWeight::get().reads(18))
			.saturating_add(ParityDbWeight::get().writes(17))
	}

	fn renew() -> Weight {
		Weight::from_parts(113_039_000, 0)
			.saturating_add(ParityDbWeight::get().reads(18))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn resign() -> Weight {
		Weight::from_parts(45_858_000, 0)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn revoke() -> Weight {
		Weight::from_parts(86_959_000, 0)
			.saturating_add(ParityDbWeight::get().reads(11))
			.saturating_add(ParityDbWeight::get().writes(3))
	}
}
