//! A runtime of this pallet and the mocks.

use crate as pallet_identity_tags;
use frame_support::{derive_impl, traits::ConstU32};
use shejiao_testing::{
	Externalities, MockAlerting, MockCases, MockDirectory, MockLegalTime, MockMembers, MockReadLog,
	MockRecords, MockRegime,
};

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
	#[runtime::pallet_index(41)]
	pub type IdentityTags = pallet_identity_tags::Pallet<Test>;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
}

frame_support::parameter_types! {
	pub const MergingWeight: frame_support::weights::Weight =
		frame_support::weights::Weight::from_parts(1_000, 10);
}

impl pallet_identity_tags::Config for Test {
	type Time = MockLegalTime;
	type Members = MockMembers;
	type Directory = MockDirectory;
	type Cases = MockCases;
	type Merging = MockCases;
	type Records = MockRecords;
	type Readers = MockReadLog;
	type Alerts = MockAlerting;
	type Regime = MockRegime;
	type MaxTagsPerCase = ConstU32<5>;
	type MaxHoldersPerTag = ConstU32<3>;
	type MaxPairsPerCase = ConstU32<4>;
	type MaxReadersPerBlock = ConstU32<2>;
	type MergingWeight = MergingWeight;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarking::Mocks;
}

/// Externalities that end with try-state.
pub fn externalities() -> Externalities<RuntimeGenesisConfig> {
	Externalities::new(RuntimeGenesisConfig::default(), IdentityTags::do_try_state)
}
