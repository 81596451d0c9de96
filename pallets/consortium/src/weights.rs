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
		// At least 70_865_000 picoseconds.
		Weight::from_parts(77_696_000, 0)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn admit() -> Weight {
		// At least 1_241_609_000 picoseconds.
		Weight::from_parts(1_278_014_000, 0)
			.saturating_add(T::DbWeight::get().reads(239))
			.saturating_add(T::DbWeight::get().writes(49))
	}

	fn change_key() -> Weight {
		// At least 275_200_000 picoseconds.
		Weight::from_parts(294_178_000, 0)
			.saturating_add(T::DbWeight::get().reads(20))
			.saturating_add(T::DbWeight::get().writes(21))
	}

	fn close_unit() -> Weight {
		// At least 29_384_000 picoseconds.
		Weight::from_parts(30_886_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn confirm_suspension() -> Weight {
		// At least 71_146_000 picoseconds.
		Weight::from_parts(76_855_000, 0)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn expel() -> Weight {
		// At least 238_174_000 picoseconds.
		Weight::from_parts(246_107_000, 0)
			.saturating_add(T::DbWeight::get().reads(19))
			.saturating_add(T::DbWeight::get().writes(29))
	}

	fn lift_suspension() -> Weight {
		// At least 192_937_000 picoseconds.
		Weight::from_parts(204_415_000, 0)
			.saturating_add(T::DbWeight::get().reads(20))
			.saturating_add(T::DbWeight::get().writes(22))
	}

	fn object() -> Weight {
		// At least 132_828_000 picoseconds.
		Weight::from_parts(144_355_000, 0)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn on_poll() -> Weight {
		// At least 14_642_000 picoseconds.
		Weight::from_parts(15_874_000, 0).saturating_add(T::DbWeight::get().reads(3))
	}

	fn open_unit() -> Weight {
		// At least 32_979_000 picoseconds.
		Weight::from_parts(34_572_000, 0)
			.saturating_add(T::DbWeight::get().reads(4))
			.saturating_add(T::DbWeight::get().writes(4))
	}

	fn order_superior() -> Weight {
		// At least 84_986_000 picoseconds.
		Weight::from_parts(97_955_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn propose() -> Weight {
		// At least 550_269_000 picoseconds.
		Weight::from_parts(576_138_000, 0)
			.saturating_add(T::DbWeight::get().reads(66))
			.saturating_add(T::DbWeight::get().writes(5))
	}

	fn recover_key() -> Weight {
		// At least 270_873_000 picoseconds.
		Weight::from_parts(291_514_000, 0)
			.saturating_add(T::DbWeight::get().reads(19))
			.saturating_add(T::DbWeight::get().writes(21))
	}

	fn remove_peer() -> Weight {
		// At least 63_314_000 picoseconds.
		Weight::from_parts(72_107_000, 0)
			.saturating_add(T::DbWeight::get().reads(2))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn renew() -> Weight {
		// At least 145_076_000 picoseconds.
		Weight::from_parts(162_812_000, 0)
			.saturating_add(T::DbWeight::get().reads(14))
			.saturating_add(T::DbWeight::get().writes(11))
	}

	fn reorganise() -> Weight {
		// At least 1_003_805_000 picoseconds.
		Weight::from_parts(1_062_613_000, 0)
			.saturating_add(T::DbWeight::get().reads(213))
			.saturating_add(T::DbWeight::get().writes(16))
	}

	fn revoke_order() -> Weight {
		// At least 86_408_000 picoseconds.
		Weight::from_parts(98_026_000, 0)
			.saturating_add(T::DbWeight::get().reads(6))
			.saturating_add(T::DbWeight::get().writes(2))
	}

	fn revoke_withdrawal() -> Weight {
		// At least 59_168_000 picoseconds.
		Weight::from_parts(63_094_000, 0)
			.saturating_add(T::DbWeight::get().reads(3))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn rotate_encryption_key() -> Weight {
		// At least 88_622_000 picoseconds.
		Weight::from_parts(96_053_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn set_parameters() -> Weight {
		// At least 8_523_000 picoseconds.
		Weight::from_parts(9_014_000, 0)
			.saturating_add(T::DbWeight::get().reads(1))
			.saturating_add(T::DbWeight::get().writes(1))
	}

	fn settle() -> Weight {
		// At least 246_818_000 picoseconds.
		Weight::from_parts(265_455_000, 0)
			.saturating_add(T::DbWeight::get().reads(19))
			.saturating_add(T::DbWeight::get().writes(29))
	}

	fn suspend() -> Weight {
		// At least 183_683_000 picoseconds.
		Weight::from_parts(196_924_000, 0)
			.saturating_add(T::DbWeight::get().reads(20))
			.saturating_add(T::DbWeight::get().writes(20))
	}

	fn withdraw() -> Weight {
		// At least 83_244_000 picoseconds.
		Weight::from_parts(91_226_000, 0)
			.saturating_add(T::DbWeight::get().reads(8))
			.saturating_add(T::DbWeight::get().writes(3))
	}

	fn withdraw_proposal() -> Weight {
		// At least 87_230_000 picoseconds.
		Weight::from_parts(114_641_000, 0)
			.saturating_add(T::DbWeight::get().reads(5))
			.saturating_add(T::DbWeight::get().writes(5))
	}
}

// For tests.
impl WeightInfo for () {
	fn add_peer() -> Weight {
		Weight::from_parts(77_696_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn admit() -> Weight {
		Weight::from_parts(1_278_014_000, 0)
			.saturating_add(ParityDbWeight::get().reads(239))
			.saturating_add(ParityDbWeight::get().writes(49))
	}

	fn change_key() -> Weight {
		Weight::from_parts(294_178_000, 0)
			.saturating_add(ParityDbWeight::get().reads(20))
			.saturating_add(ParityDbWeight::get().writes(21))
	}

	fn close_unit() -> Weight {
		Weight::from_parts(30_886_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn confirm_suspension() -> Weight {
		Weight::from_parts(76_855_000, 0)
			.saturating_add(ParityDbWeight::get().reads(6))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn expel() -> Weight {
		Weight::from_parts(246_107_000, 0)
			.saturating_add(ParityDbWeight::get().reads(19))
			.saturating_add(ParityDbWeight::get().writes(29))
	}

	fn lift_suspension() -> Weight {
		Weight::from_parts(204_415_000, 0)
			.saturating_add(ParityDbWeight::get().reads(20))
			.saturating_add(ParityDbWeight::get().writes(22))
	}

	fn object() -> Weight {
		Weight::from_parts(144_355_000, 0)
			.saturating_add(ParityDbWeight::get().reads(6))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn on_poll() -> Weight {
		Weight::from_parts(15_874_000, 0).saturating_add(ParityDbWeight::get().reads(3))
	}

	fn open_unit() -> Weight {
		Weight::from_parts(34_572_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4))
			.saturating_add(ParityDbWeight::get().writes(4))
	}

	fn order_superior() -> Weight {
		Weight::from_parts(97_955_000, 0)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn propose() -> Weight {
		Weight::from_parts(576_138_000, 0)
			.saturating_add(ParityDbWeight::get().reads(66))
			.saturating_add(ParityDbWeight::get().writes(5))
	}

	fn recover_key() -> Weight {
		Weight::from_parts(291_514_000, 0)
			.saturating_add(ParityDbWeight::get().reads(19))
			.saturating_add(ParityDbWeight::get().writes(21))
	}

	fn remove_peer() -> Weight {
		Weight::from_parts(72_107_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn renew() -> Weight {
		Weight::from_parts(162_812_000, 0)
			.saturating_add(ParityDbWeight::get().reads(14))
			.saturating_add(ParityDbWeight::get().writes(11))
	}

	fn reorganise() -> Weight {
		Weight::from_parts(1_062_613_000, 0)
			.saturating_add(ParityDbWeight::get().reads(213))
			.saturating_add(ParityDbWeight::get().writes(16))
	}

	fn revoke_order() -> Weight {
		Weight::from_parts(98_026_000, 0)
			.saturating_add(ParityDbWeight::get().reads(6))
			.saturating_add(ParityDbWeight::get().writes(2))
	}

	fn revoke_withdrawal() -> Weight {
		Weight::from_parts(63_094_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn rotate_encryption_key() -> Weight {
		Weight::from_parts(96_053_000, 0)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn set_parameters() -> Weight {
		Weight::from_parts(9_014_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1))
			.saturating_add(ParityDbWeight::get().writes(1))
	}

	fn settle() -> Weight {
		Weight::from_parts(265_455_000, 0)
			.saturating_add(ParityDbWeight::get().reads(19))
			.saturating_add(ParityDbWeight::get().writes(29))
	}

	fn suspend() -> Weight {
		Weight::from_parts(196_924_000, 0)
			.saturating_add(ParityDbWeight::get().reads(20))
			.saturating_add(ParityDbWeight::get().writes(20))
	}

	fn withdraw() -> Weight {
		Weight::from_parts(91_226_000, 0)
			.saturating_add(ParityDbWeight::get().reads(8))
			.saturating_add(ParityDbWeight::get().writes(3))
	}

	fn withdraw_proposal() -> Weight {
		Weight::from_parts(114_641_000, 0)
			.saturating_add(ParityDbWeight::get().reads(5))
			.saturating_add(ParityDbWeight::get().writes(5))
	}
}
