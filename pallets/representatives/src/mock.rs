//! A runtime of this pallet and the mocks.

use crate as pallet_representatives;
use frame_support::{derive_impl, traits::ConstU32};
use shejiao_testing::{
	Externalities, MockAlerting, MockCases, MockDirectory, MockLegalTime, MockMembers, MockRecords,
	MockRegime,
};

/// Most legal days that a representation lasts beyond the day of its appointment.
pub const MAX_DAYS: u32 = 400;

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Test;
	#[runtime::pallet_index(0)]
	pub type System = frame_system::Pallet<Test>;
	#[runtime::pallet_index(42)]
	pub type Representing = pallet_representatives::Pallet<Test>;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
}

impl pallet_representatives::Config for Test {
	type Time = MockLegalTime;
	type Members = MockMembers;
	type Accounts = MockMembers;
	type Directory = MockDirectory;
	type Cases = MockCases;
	type Records = MockRecords;
	type Alerts = MockAlerting;
	type Regime = MockRegime;
	type MaxPerCase = ConstU32<3>;
	type MaxDays = ConstU32<MAX_DAYS>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarking::Mocks;
}

/// Externalities that end with try-state.
pub fn externalities() -> Externalities<RuntimeGenesisConfig> {
	Externalities::new(RuntimeGenesisConfig::default(), Representing::do_try_state)
}
