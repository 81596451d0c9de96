//! A runtime with clocks alone.

use crate::{self as pallet_statutory_clocks, tests::Council};
use frame_support::{derive_impl, parameter_types};
use frame_system::EnsureSignedBy;
use shejiao_testing::{
	MockAlerting, MockCases, MockDirectory, MockLegalTime, MockMembers, MockOnClock, MockRecords,
	MockRegime, MockSubjects,
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
	#[runtime::pallet_index(45)]
	pub type StatutoryClocks = pallet_statutory_clocks;
}

parameter_types! {
	pub const MaxClocksPerSubject: u32 = 4;
	pub const SealedLead: u16 = 48;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
}

impl crate::Config for Test {
	type WeightInfo = ();
	type Time = MockLegalTime;
	type Members = MockMembers;
	type Directory = MockDirectory;
	type Cases = MockCases;
	type Subjects = MockSubjects;
	type Records = MockRecords;
	type Regime = MockRegime;
	type Alerts = MockAlerting;
	type OnClock = MockOnClock;
	type GovernanceOrigin = EnsureSignedBy<Council, u64>;
	type MaxClocksPerSubject = MaxClocksPerSubject;
	type SealedLead = SealedLead;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarking::Mocks;
}
