//! A runtime of this pallet and the mocks.

use crate as pallet_subject_identity;
use frame_support::{derive_impl, traits::ConstU32};
use shejiao_testing::{
	Externalities, MockAlerting, MockCases, MockDeadlines, MockDirectory, MockLegalTime,
	MockMembers, MockMix, MockOnCase, MockRecords, MockRegime,
};

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(RuntimeCall, RuntimeEvent, RuntimeError, RuntimeOrigin, RuntimeTask)]
	pub struct Test;
	#[runtime::pallet_index(0)]
	pub type System = frame_system::Pallet<Test>;
	#[runtime::pallet_index(40)]
	pub type SubjectIdentity = pallet_subject_identity::Pallet<Test>;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
}

impl pallet_subject_identity::Config for Test {
	type WeightInfo = ();
	type Time = MockLegalTime;
	type Members = MockMembers;
	type Directory = MockDirectory;
	type Records = MockRecords;
	type Deadlines = MockDeadlines;
	type Alerts = MockAlerting;
	type Regime = MockRegime;
	type Representatives = MockCases;
	type Mix = MockMix;
	type ArchivingWeight = ();
	type OnCase = MockOnCase;
	type MaxImportRows = ConstU32<4>;
	type MaxTermDays = ConstU32<15_000>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarking::Mocks;
}

/// Externalities of an empty chain that end with try-state.
pub fn externalities() -> Externalities<RuntimeGenesisConfig> {
	Externalities::new(RuntimeGenesisConfig::default(), SubjectIdentity::do_try_state)
}
