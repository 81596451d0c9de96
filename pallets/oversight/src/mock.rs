//! A runtime with oversight alone.

use crate::{
	self as pallet_oversight,
	tests::{Council, Uploaded},
};
use frame_support::derive_impl;
use frame_system::EnsureSignedBy;
use shejiao_testing::{
	MockCases, MockDeadlines, MockDirectory, MockLegalTime, MockMembers, MockRecords, MockRegime,
	MockSubjects,
};
use sp_core::ConstU32;

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
	#[runtime::pallet_index(46)]
	pub type Oversight = pallet_oversight;
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
	type Records = MockRecords;
	type Deadlines = MockDeadlines;
	type Subjects = MockSubjects;
	type Regime = MockRegime;
	type Uploads = Uploaded;
	type GovernanceOrigin = EnsureSignedBy<Council, u64>;
	type MaxSweep = ConstU32<3>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarking::Mocks;
}
