//! A runtime with served documents alone.

use crate as pallet_served_documents;
use frame_support::derive_impl;
use shejiao_testing::{
	MockAlerting, MockCases, MockDeadlines, MockDirectory, MockLegalTime, MockMembers, MockRecords,
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
	#[runtime::pallet_index(43)]
	pub type ServedDocuments = pallet_served_documents;
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
	type Alerts = MockAlerting;
	type MaxRecipients = ConstU32<5>;
	type MaxOpen = ConstU32<12>;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarking::Mocks;
}
