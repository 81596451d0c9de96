//! A runtime with compliance alone.

use crate::{self as pallet_compliance, tests::Council};
use frame_support::{derive_impl, parameter_types};
use frame_system::EnsureSignedBy;
use shejiao_testing::{MockDirectory, MockLegalTime, MockMembers};

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
	pub type Compliance = pallet_compliance;
}

parameter_types! {
	pub const MaxOpenIncidents: u32 = 2;
	pub const MaxPauses: u32 = 3;
	pub const MaxPauseHours: u32 = 72;
	pub const MaxConfirmedDays: u32 = 30;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
}

impl crate::Config for Test {
	type Time = MockLegalTime;
	type Members = MockMembers;
	type Directory = MockDirectory;
	type GovernanceOrigin = EnsureSignedBy<Council, u64>;
	type MaxOpenIncidents = MaxOpenIncidents;
	type MaxPauses = MaxPauses;
	type MaxPauseHours = MaxPauseHours;
	type MaxConfirmedDays = MaxConfirmedDays;
	type WeightInfo = ();
}
