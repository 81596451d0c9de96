//! A chain of this pallet alone.

use crate as pallet_endorsement;
use crate::*;
use frame_support::{
	derive_impl,
	traits::{ConstU32, ConstU64, Get, TryMapSuccess},
};
use frame_system::EnsureSigned;
use shejiao_primitives::governance::Body;
use shejiao_testing::{MockLegalTime, MockSeats};
use sp_runtime::morph_types;

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		Endorsements: pallet_endorsement,
	}
);

/// Speaks for two thirds of body number `n` as account `ENDORSER + n`, for half as `WITHDRAWER + n`.
pub const ENDORSER: u64 = 100;
pub const WITHDRAWER: u64 = 200;
pub const MAX_ACTS: u32 = 3;
const BODIES: [Body; 3] = [Body::Council, Body::SupervisoryCommittee, Body::FundingCouncil];

morph_types! {
	pub type SpeaksFor<First: Get<u64>>: TryMorph =
		|who: u64| -> Result<Body, ()> {
			who.checked_sub(First::get())
				.and_then(|place| BODIES.get(place as usize).copied())
				.ok_or(())
		};
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
}

impl Config for Test {
	type RuntimeCall = RuntimeCall;
	type EndorseOrigin = TryMapSuccess<EnsureSigned<u64>, SpeaksFor<ConstU64<ENDORSER>>>;
	type WithdrawOrigin = TryMapSuccess<EnsureSigned<u64>, SpeaksFor<ConstU64<WITHDRAWER>>>;
	type Seats = MockSeats;
	type Time = MockLegalTime;
	type MaxActs = ConstU32<MAX_ACTS>;
	type MaxValidity = ConstU32<90>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Self;
}

#[cfg(feature = "runtime-benchmarks")]
impl BenchmarkHelper<u64> for Test {
	fn voter() -> u64 {
		crate::tests::seat();
		crate::tests::VOTER
	}
}
