//! A runtime with records alone.

use crate::{
	self as pallet_records,
	tests::{Council, Orders},
};
use frame_support::{derive_impl, traits::ConstU32};
use frame_system::EnsureSignedBy;
use shejiao_testing::{
	MockAlerting, MockCases, MockCorrectable, MockDirectory, MockDraw, MockLegalTime, MockMembers,
	MockRegime,
};

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(44)]
	pub type Records = pallet_records;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
}

impl crate::Config for Test {
	type Time = MockLegalTime;
	type Members = MockMembers;
	type Directory = MockDirectory;
	type Cases = MockCases;
	type Representatives = MockCases;
	type Regime = MockRegime;
	type Alerts = MockAlerting;
	type Draws = MockDraw;
	type Orders = Orders;
	type Dependants = MockCorrectable;
	type GovernanceOrigin = EnsureSignedBy<Council, u64>;
	type MaxDependants = ConstU32<1_100>;
	type MaxToldPerBlock = ConstU32<128>;
	type MaxRechecksPerBlock = ConstU32<2>;
	type MaxLookedPerBlock = ConstU32<8>;
	type RecheckDays = ConstU32<5>;
	type TellWeight = ();
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::scene::Mocks;
}
