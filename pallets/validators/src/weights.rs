//! Weights of `pallet_validators`, measured by `scripts/weights` (50 steps, 20 repeats): do not
//! edit. Proof sizes are 0, since blocks have no bound on them.

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// What the calls and hooks of the pallet weigh.
pub trait WeightInfo {
	/// Weight of `force_validators`.
	fn force_validators(n: u32) -> Weight;
	/// Weight of `leave`.
	fn leave() -> Weight;
	/// Weight of `new_session`.
	fn new_session(n: u32) -> Weight;
	/// Weight of `on_offence`.
	fn on_offence(n: u32) -> Weight;
	/// Weight of `register`.
	fn register() -> Weight;
	/// Weight of `reinstate`.
	fn reinstate() -> Weight;
	/// Weight of `remove`.
	fn remove() -> Weight;
	/// Weight of `set_minimum`.
	fn set_minimum() -> Weight;
}

/// Weights on the database that the runtime names.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// `n`: 1 to 100.
	fn force_validators(n: u32) -> Weight {
		// At least 386_675_000 picoseconds.
		Weight::from_parts(428_992_823, 0)
			.saturating_add(Weight::from_parts(26_968_034, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().reads(2_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(7))
	}

	fn leave() -> Weight {
		// At least 549_989_000 picoseconds.
		Weight::from_parts(944_646_000, 0)
			.saturating_add(T::DbWeight::get().reads(104))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	/// `n`: 1 to 100.
	fn new_session(n: u32) -> Weight {
		// At least 34_081_000 picoseconds.
		Weight::from_parts(34_851_000, 0)
			.saturating_add(Weight::from_parts(39_911_547, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().reads(3_u64.saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1))
			.saturating_add(T::DbWeight::get().writes(3_u64.saturating_mul(n.into())))
	}

	/// `n`: 1 to 100.
	fn on_offence(n: u32) -> Weight {
		// At least 34_632_000 picoseconds.
		Weight::from_parts(34_662_207, 0)
			.saturating_add(Weight::from_parts(3_783_386, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn register() -> Weight {
		// At least 116_003_000 picoseconds.
		Weight::from_parts(164_736_000, 0)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	fn reinstate() -> Weight {
		// At least 77_936_000 picoseconds.
		Weight::from_parts(101_240_000, 0)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn remove() -> Weight {
		// At least 862_594_000 picoseconds.
		Weight::from_parts(932_789_000, 0)
			.saturating_add(T::DbWeight::get().reads(103))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn set_minimum() -> Weight {
		// At least 70_255_000 picoseconds.
		Weight::from_parts(92_778_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}
}

// For tests.
impl WeightInfo for () {
	fn force_validators(n: u32) -> Weight {
		Weight::from_parts(428_992_823, 0)
			.saturating_add(Weight::from_parts(26_968_034, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().reads(2_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(7))
	}

	fn leave() -> Weight {
		Weight::from_parts(944_646_000, 0)
			.saturating_add(ParityDbWeight::get().reads(104))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn new_session(n: u32) -> Weight {
		Weight::from_parts(34_851_000, 0)
			.saturating_add(Weight::from_parts(39_911_547, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().reads(3_u64.saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1))
			.saturating_add(ParityDbWeight::get().writes(3_u64.saturating_mul(n.into())))
	}

	fn on_offence(n: u32) -> Weight {
		Weight::from_parts(34_662_207, 0)
			.saturating_add(Weight::from_parts(3_783_386, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn register() -> Weight {
		Weight::from_parts(164_736_000, 0)
			.saturating_add(ParityDbWeight::get().reads(6))
			.saturating_add(ParityDbWeight::get().writes(4))
	}

	fn reinstate() -> Weight {
		Weight::from_parts(101_240_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn remove() -> Weight {
		Weight::from_parts(932_789_000, 0)
			.saturating_add(ParityDbWeight::get().reads(103))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn set_minimum() -> Weight {
		Weight::from_parts(92_778_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(2))
	}
}
