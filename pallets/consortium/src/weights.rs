//! Provisional weights: generous estimates by storage access, until measured ones take their place.

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// Weights that this pallet needs.
pub trait WeightInfo {
	/// The call `propose`.
	fn propose() -> Weight;
	/// The call `object`.
	fn object() -> Weight;
	/// The call `withdraw_proposal`.
	fn withdraw_proposal() -> Weight;
	/// The call `admit`.
	fn admit() -> Weight;
	/// The call `suspend`.
	fn suspend() -> Weight;
	/// The call `confirm_suspension`.
	fn confirm_suspension() -> Weight;
	/// The call `lift_suspension`.
	fn lift_suspension() -> Weight;
	/// The call `expel`.
	fn expel() -> Weight;
	/// The call `withdraw`.
	fn withdraw() -> Weight;
	/// The call `revoke_withdrawal`.
	fn revoke_withdrawal() -> Weight;
	/// The call `renew`.
	fn renew() -> Weight;
	/// The call `change_key`.
	fn change_key() -> Weight;
	/// The call `recover_key`.
	fn recover_key() -> Weight;
	/// The call `rotate_encryption_key`.
	fn rotate_encryption_key() -> Weight;
	/// The call `add_peer`.
	fn add_peer() -> Weight;
	/// The call `remove_peer`.
	fn remove_peer() -> Weight;
	/// The call `open_unit`.
	fn open_unit() -> Weight;
	/// The call `close_unit`.
	fn close_unit() -> Weight;
	/// The call `reorganise`.
	fn reorganise() -> Weight;
	/// The call `order_superior`.
	fn order_superior() -> Weight;
	/// The call `revoke_order`.
	fn revoke_order() -> Weight;
	/// The call `set_parameters`.
	fn set_parameters() -> Weight;
	/// A block in which nothing is due.
	fn on_poll() -> Weight;
	/// One entry of the agenda, the worst.
	fn settle() -> Weight;
}

/// Weights with the database costs of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn propose() -> Weight {
		Weight::from_parts(120_000_000, 157500)
			.saturating_add(T::DbWeight::get().reads(45))
			.saturating_add(T::DbWeight::get().writes(6))
	}

	fn object() -> Weight {
		Weight::from_parts(40_000_000, 17500)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn withdraw_proposal() -> Weight {
		Weight::from_parts(40_000_000, 21000)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	fn admit() -> Weight {
		Weight::from_parts(300_000_000, 665000)
			.saturating_add(T::DbWeight::get().reads(190))
			.saturating_add(T::DbWeight::get().writes(60))
	}

	fn suspend() -> Weight {
		Weight::from_parts(90_000_000, 105000)
			.saturating_add(T::DbWeight::get().reads(30))
			.saturating_add(T::DbWeight::get().writes(25))
	}

	fn confirm_suspension() -> Weight {
		Weight::from_parts(40_000_000, 14000)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	fn lift_suspension() -> Weight {
		Weight::from_parts(90_000_000, 105000)
			.saturating_add(T::DbWeight::get().reads(30))
			.saturating_add(T::DbWeight::get().writes(25))
	}

	fn expel() -> Weight {
		Weight::from_parts(120_000_000, 157500)
			.saturating_add(T::DbWeight::get().reads(45))
			.saturating_add(T::DbWeight::get().writes(45))
	}

	fn withdraw() -> Weight {
		Weight::from_parts(40_000_000, 28000)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	fn revoke_withdrawal() -> Weight {
		Weight::from_parts(40_000_000, 21000)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	fn renew() -> Weight {
		Weight::from_parts(90_000_000, 105000)
			.saturating_add(T::DbWeight::get().reads(30))
			.saturating_add(T::DbWeight::get().writes(25))
	}

	fn change_key() -> Weight {
		Weight::from_parts(150_000_000, 84000)
			.saturating_add(T::DbWeight::get().reads(24))
			.saturating_add(T::DbWeight::get().writes(20))
	}

	fn recover_key() -> Weight {
		Weight::from_parts(150_000_000, 84000)
			.saturating_add(T::DbWeight::get().reads(24))
			.saturating_add(T::DbWeight::get().writes(20))
	}

	fn rotate_encryption_key() -> Weight {
		Weight::from_parts(40_000_000, 14000)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	fn add_peer() -> Weight {
		Weight::from_parts(40_000_000, 14000)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn remove_peer() -> Weight {
		Weight::from_parts(40_000_000, 14000)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn open_unit() -> Weight {
		Weight::from_parts(40_000_000, 17500)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(6))
	}

	fn close_unit() -> Weight {
		Weight::from_parts(40_000_000, 14000)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn reorganise() -> Weight {
		Weight::from_parts(250_000_000, 560000)
			.saturating_add(T::DbWeight::get().reads(160))
			.saturating_add(T::DbWeight::get().writes(18))
	}

	fn order_superior() -> Weight {
		Weight::from_parts(50_000_000, 28000)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	fn revoke_order() -> Weight {
		Weight::from_parts(40_000_000, 28000)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	fn set_parameters() -> Weight {
		Weight::from_parts(15_000_000, 3500)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn on_poll() -> Weight {
		Weight::from_parts(5_000_000, 7000).saturating_add(T::DbWeight::get().reads(2))
	}

	fn settle() -> Weight {
		Weight::from_parts(150_000_000, 175000)
			.saturating_add(T::DbWeight::get().reads(50))
			.saturating_add(T::DbWeight::get().writes(50))
	}
}

impl WeightInfo for () {
	fn propose() -> Weight {
		Weight::from_parts(120_000_000, 157500)
			.saturating_add(ParityDbWeight::get().reads(45))
			.saturating_add(ParityDbWeight::get().writes(6))
	}

	fn object() -> Weight {
		Weight::from_parts(40_000_000, 17500)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn withdraw_proposal() -> Weight {
		Weight::from_parts(40_000_000, 21000)
			.saturating_add(ParityDbWeight::get().reads(6))
			.saturating_add(ParityDbWeight::get().writes(5))
	}

	fn admit() -> Weight {
		Weight::from_parts(300_000_000, 665000)
			.saturating_add(ParityDbWeight::get().reads(190))
			.saturating_add(ParityDbWeight::get().writes(60))
	}

	fn suspend() -> Weight {
		Weight::from_parts(90_000_000, 105000)
			.saturating_add(ParityDbWeight::get().reads(30))
			.saturating_add(ParityDbWeight::get().writes(25))
	}

	fn confirm_suspension() -> Weight {
		Weight::from_parts(40_000_000, 14000)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(4))
	}

	fn lift_suspension() -> Weight {
		Weight::from_parts(90_000_000, 105000)
			.saturating_add(ParityDbWeight::get().reads(30))
			.saturating_add(ParityDbWeight::get().writes(25))
	}

	fn expel() -> Weight {
		Weight::from_parts(120_000_000, 157500)
			.saturating_add(ParityDbWeight::get().reads(45))
			.saturating_add(ParityDbWeight::get().writes(45))
	}

	fn withdraw() -> Weight {
		Weight::from_parts(40_000_000, 28000)
			.saturating_add(ParityDbWeight::get().reads(8))
			.saturating_add(ParityDbWeight::get().writes(4))
	}

	fn revoke_withdrawal() -> Weight {
		Weight::from_parts(40_000_000, 21000)
			.saturating_add(ParityDbWeight::get().reads(6))
			.saturating_add(ParityDbWeight::get().writes(4))
	}

	fn renew() -> Weight {
		Weight::from_parts(90_000_000, 105000)
			.saturating_add(ParityDbWeight::get().reads(30))
			.saturating_add(ParityDbWeight::get().writes(25))
	}

	fn change_key() -> Weight {
		Weight::from_parts(150_000_000, 84000)
			.saturating_add(ParityDbWeight::get().reads(24))
			.saturating_add(ParityDbWeight::get().writes(20))
	}

	fn recover_key() -> Weight {
		Weight::from_parts(150_000_000, 84000)
			.saturating_add(ParityDbWeight::get().reads(24))
			.saturating_add(ParityDbWeight::get().writes(20))
	}

	fn rotate_encryption_key() -> Weight {
		Weight::from_parts(40_000_000, 14000)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(4))
	}

	fn add_peer() -> Weight {
		Weight::from_parts(40_000_000, 14000)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn remove_peer() -> Weight {
		Weight::from_parts(40_000_000, 14000)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn open_unit() -> Weight {
		Weight::from_parts(40_000_000, 17500)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(6))
	}

	fn close_unit() -> Weight {
		Weight::from_parts(40_000_000, 14000)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn reorganise() -> Weight {
		Weight::from_parts(250_000_000, 560000)
			.saturating_add(ParityDbWeight::get().reads(160))
			.saturating_add(ParityDbWeight::get().writes(18))
	}

	fn order_superior() -> Weight {
		Weight::from_parts(50_000_000, 28000)
			.saturating_add(ParityDbWeight::get().reads(8))
			.saturating_add(ParityDbWeight::get().writes(4))
	}

	fn revoke_order() -> Weight {
		Weight::from_parts(40_000_000, 28000)
			.saturating_add(ParityDbWeight::get().reads(8))
			.saturating_add(ParityDbWeight::get().writes(4))
	}

	fn set_parameters() -> Weight {
		Weight::from_parts(15_000_000, 3500)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn on_poll() -> Weight {
		Weight::from_parts(5_000_000, 7000).saturating_add(ParityDbWeight::get().reads(2))
	}

	fn settle() -> Weight {
		Weight::from_parts(150_000_000, 175000)
			.saturating_add(ParityDbWeight::get().reads(50))
			.saturating_add(ParityDbWeight::get().writes(50))
	}
}
