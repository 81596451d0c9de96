//! Weights of `pallet_consortium`, measured by `scripts/weights` (50 steps, 20 repeats): do not
//! edit. Proof sizes are 0, since blocks have no bound on them.

use core::marker::PhantomData;
use frame_support::{
	traits::Get,
	weights::{constants::ParityDbWeight, Weight},
};

/// What the calls and hooks of the pallet weigh.
pub trait WeightInfo {
	/// Weight of `add_peer`.
	fn add_peer() -> Weight;
	/// Weight of `admit`.
	fn admit() -> Weight;
	/// Weight of `change_key`.
	fn change_key() -> Weight;
	/// Weight of `close_unit`.
	fn close_unit() -> Weight;
	/// Weight of `confirm_suspension`.
	fn confirm_suspension() -> Weight;
	/// Weight of `expel`.
	fn expel() -> Weight;
	/// Weight of `lift_suspension`.
	fn lift_suspension() -> Weight;
	/// Weight of `object`.
	fn object() -> Weight;
	/// Weight of `on_poll`.
	fn on_poll() -> Weight;
	/// Weight of `open_unit`.
	fn open_unit() -> Weight;
	/// Weight of `order_superior`.
	fn order_superior() -> Weight;
	/// Weight of `propose`.
	fn propose() -> Weight;
	/// Weight of `recover_key`.
	fn recover_key() -> Weight;
	/// Weight of `remove_peer`.
	fn remove_peer() -> Weight;
	/// Weight of `renew`.
	fn renew() -> Weight;
	/// Weight of `reorganise`.
	fn reorganise() -> Weight;
	/// Weight of `revoke_order`.
	fn revoke_order() -> Weight;
	/// Weight of `revoke_withdrawal`.
	fn revoke_withdrawal() -> Weight;
	/// Weight of `rotate_encryption_key`.
	fn rotate_encryption_key() -> Weight;
	/// Weight of `set_parameters`.
	fn set_parameters() -> Weight;
	/// Weight of `settle`.
	fn settle() -> Weight;
	/// Weight of `suspend`.
	fn suspend() -> Weight;
	/// Weight of `withdraw`.
	fn withdraw() -> Weight;
	/// Weight of `withdraw_proposal`.
	fn withdraw_proposal() -> Weight;
}

/// Weights on the database that the runtime names.
pub struct SubstrateWeight<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn add_peer() -> Weight {
		// At least 74_692_000 picoseconds.
		Weight::from_parts(87_911_000, 0)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn admit() -> Weight {
		// At least 1_246_256_000 picoseconds.
		Weight::from_parts(1_329_610_000, 0)
			.saturating_add(T::DbWeight::get().reads(239))
			.saturating_add(T::DbWeight::get().writes(49))
	}

	fn change_key() -> Weight {
		// At least 300_878_000 picoseconds.
		Weight::from_parts(310_432_000, 0)
			.saturating_add(T::DbWeight::get().reads(20))
			.saturating_add(T::DbWeight::get().writes(21))
	}

	fn close_unit() -> Weight {
		// At least 31_016_000 picoseconds.
		Weight::from_parts(45_087_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn confirm_suspension() -> Weight {
		// At least 88_001_000 picoseconds.
		Weight::from_parts(98_948_000, 0)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn expel() -> Weight {
		// At least 252_546_000 picoseconds.
		Weight::from_parts(276_471_000, 0)
			.saturating_add(T::DbWeight::get().reads(19))
			.saturating_add(T::DbWeight::get().writes(29))
	}

	fn lift_suspension() -> Weight {
		// At least 214_950_000 picoseconds.
		Weight::from_parts(233_318_000, 0)
			.saturating_add(T::DbWeight::get().reads(20))
			.saturating_add(T::DbWeight::get().writes(22))
	}

	fn object() -> Weight {
		// At least 146_778_000 picoseconds.
		Weight::from_parts(156_443_000, 0)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn on_poll() -> Weight {
		// At least 15_043_000 picoseconds.
		Weight::from_parts(16_254_000, 0).saturating_add(T::DbWeight::get().reads(3))
	}

	fn open_unit() -> Weight {
		// At least 55_132_000 picoseconds.
		Weight::from_parts(57_897_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	fn order_superior() -> Weight {
		// At least 91_537_000 picoseconds.
		Weight::from_parts(105_236_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn propose() -> Weight {
		// At least 574_055_000 picoseconds.
		Weight::from_parts(681_595_000, 0)
			.saturating_add(T::DbWeight::get().reads(66))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	fn recover_key() -> Weight {
		// At least 291_764_000 picoseconds.
		Weight::from_parts(305_185_000, 0)
			.saturating_add(T::DbWeight::get().reads(19))
			.saturating_add(T::DbWeight::get().writes(21))
	}

	fn remove_peer() -> Weight {
		// At least 70_535_000 picoseconds.
		Weight::from_parts(82_763_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn renew() -> Weight {
		// At least 184_274_000 picoseconds.
		Weight::from_parts(264_785_000, 0)
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().writes(11))
	}

	fn reorganise() -> Weight {
		// At least 1_038_517_000 picoseconds.
		Weight::from_parts(1_122_832_000, 0)
			.saturating_add(T::DbWeight::get().reads(213))
			.saturating_add(T::DbWeight::get().writes(16))
	}

	fn revoke_order() -> Weight {
		// At least 102_854_000 picoseconds.
		Weight::from_parts(110_144_000, 0)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn revoke_withdrawal() -> Weight {
		// At least 77_044_000 picoseconds.
		Weight::from_parts(85_147_000, 0)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn rotate_encryption_key() -> Weight {
		// At least 98_046_000 picoseconds.
		Weight::from_parts(104_265_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn set_parameters() -> Weight {
		// At least 8_693_000 picoseconds.
		Weight::from_parts(9_033_000, 0)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn settle() -> Weight {
		// At least 278_024_000 picoseconds.
		Weight::from_parts(285_846_000, 0)
			.saturating_add(T::DbWeight::get().reads(19))
			.saturating_add(T::DbWeight::get().writes(29))
	}

	fn suspend() -> Weight {
		// At least 202_421_000 picoseconds.
		Weight::from_parts(222_221_000, 0)
			.saturating_add(T::DbWeight::get().reads(20))
			.saturating_add(T::DbWeight::get().writes(20))
	}

	fn withdraw() -> Weight {
		// At least 104_695_000 picoseconds.
		Weight::from_parts(110_064_000, 0)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn withdraw_proposal() -> Weight {
		// At least 99_989_000 picoseconds.
		Weight::from_parts(111_536_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(5))
	}
}

// For tests.
impl WeightInfo for () {
	fn add_peer() -> Weight {
		Weight::from_parts(87_911_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn admit() -> Weight {
		Weight::from_parts(1_329_610_000, 0)
			.saturating_add(ParityDbWeight::get().reads(239))
			.saturating_add(ParityDbWeight::get().writes(49))
	}

	fn change_key() -> Weight {
		Weight::from_parts(310_432_000, 0)
			.saturating_add(ParityDbWeight::get().reads(20))
			.saturating_add(ParityDbWeight::get().writes(21))
	}

	fn close_unit() -> Weight {
		Weight::from_parts(45_087_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn confirm_suspension() -> Weight {
		Weight::from_parts(98_948_000, 0)
			.saturating_add(ParityDbWeight::get().reads(6))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn expel() -> Weight {
		Weight::from_parts(276_471_000, 0)
			.saturating_add(ParityDbWeight::get().reads(19))
			.saturating_add(ParityDbWeight::get().writes(29))
	}

	fn lift_suspension() -> Weight {
		Weight::from_parts(233_318_000, 0)
			.saturating_add(ParityDbWeight::get().reads(20))
			.saturating_add(ParityDbWeight::get().writes(22))
	}

	fn object() -> Weight {
		Weight::from_parts(156_443_000, 0)
			.saturating_add(ParityDbWeight::get().reads(6))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn on_poll() -> Weight {
		Weight::from_parts(16_254_000, 0).saturating_add(ParityDbWeight::get().reads(3))
	}

	fn open_unit() -> Weight {
		Weight::from_parts(57_897_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(4))
	}

	fn order_superior() -> Weight {
		Weight::from_parts(105_236_000, 0)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn propose() -> Weight {
		Weight::from_parts(681_595_000, 0)
			.saturating_add(ParityDbWeight::get().reads(66))
			.saturating_add(ParityDbWeight::get().writes(5))
	}

	fn recover_key() -> Weight {
		Weight::from_parts(305_185_000, 0)
			.saturating_add(ParityDbWeight::get().reads(19))
			.saturating_add(ParityDbWeight::get().writes(21))
	}

	fn remove_peer() -> Weight {
		Weight::from_parts(82_763_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn renew() -> Weight {
		Weight::from_parts(264_785_000, 0)
			.saturating_add(ParityDbWeight::get().reads(14))
			.saturating_add(ParityDbWeight::get().writes(11))
	}

	fn reorganise() -> Weight {
		Weight::from_parts(1_122_832_000, 0)
			.saturating_add(ParityDbWeight::get().reads(213))
			.saturating_add(ParityDbWeight::get().writes(16))
	}

	fn revoke_order() -> Weight {
		Weight::from_parts(110_144_000, 0)
			.saturating_add(ParityDbWeight::get().reads(6))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn revoke_withdrawal() -> Weight {
		Weight::from_parts(85_147_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn rotate_encryption_key() -> Weight {
		Weight::from_parts(104_265_000, 0)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn set_parameters() -> Weight {
		Weight::from_parts(9_033_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn settle() -> Weight {
		Weight::from_parts(285_846_000, 0)
			.saturating_add(ParityDbWeight::get().reads(19))
			.saturating_add(ParityDbWeight::get().writes(29))
	}

	fn suspend() -> Weight {
		Weight::from_parts(222_221_000, 0)
			.saturating_add(ParityDbWeight::get().reads(20))
			.saturating_add(ParityDbWeight::get().writes(20))
	}

	fn withdraw() -> Weight {
		Weight::from_parts(110_064_000, 0)
			.saturating_add(ParityDbWeight::get().reads(8))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn withdraw_proposal() -> Weight {
		Weight::from_parts(111_536_000, 0)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(5))
	}
}
