//! A chain of this pallet alone, with real keys.

use crate as pallet_slot_randomness;
use crate::*;
use frame_support::{
	derive_impl, parameter_types,
	traits::{ConstU32, MapSuccess},
};
use frame_system::EnsureSigned;
use shejiao_primitives::ids::MemberId;
use sp_consensus_slots::Slot;
use sp_core::sr25519::Public;
use sp_runtime::morph_types;

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		SlotRandomness: pallet_slot_randomness,
	}
);

pub const MAX_DECIDED: u32 = 4;
pub const MAX_OPEN: u32 = 24;

parameter_types! {
	pub static Current: Option<(Slot, Public)> = None;
	pub static Validators: u32 = 4;
}

morph_types! {
	pub type AsMember: Morph = |who: u64| -> MemberId { MemberId(who as u32) };
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
}

impl Config for Test {
	type Author = Self;
	type RequestOrigin = MapSuccess<EnsureSigned<u64>, AsMember>;
	type MaxAuthorities = ConstU32<8>;
	type MaxOpenDraws = ConstU32<MAX_OPEN>;
	type MaxDecidedPerBlock = ConstU32<MAX_DECIDED>;
	type WeightInfo = ();
}

impl SlotAuthor for Test {
	fn current() -> Option<(Slot, Public)> {
		Current::get()
	}

	fn authorities() -> u32 {
		Validators::get()
	}
}
