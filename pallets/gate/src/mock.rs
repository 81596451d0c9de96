//! A runtime with acts of every class, behind the gate and the check of the nonce.

use crate::{self as pallet_gate, tests::acts, CheckMembership, NonceAfter};
use frame_support::derive_impl;
use frame_system::{CheckNonZeroSender, CheckNonce, EnsureRoot};
use shejiao_testing::{MockCases, MockDirectory, MockLegalTime, MockMembers};

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(RuntimeCall, RuntimeEvent, RuntimeError, RuntimeOrigin, RuntimeTask)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(5)]
	pub type Utility = pallet_utility;
	#[runtime::pallet_index(43)]
	pub type Gate = pallet_gate;
	#[runtime::pallet_index(50)]
	pub type Acts = acts;
}

/// The list of extensions.
pub type Extension = (CheckMembership<Test>, CheckNonZeroSender<Test>, CheckNonce<Test>);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
}

impl pallet_utility::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type PalletsOrigin = OriginCaller;
	type WeightInfo = ();
}

impl acts::Config for Test {}

impl pallet_gate::Config for Test {
	type GovernanceOrigin = EnsureRoot<u64>;
	type Accounts = MockMembers;
	type Members = MockMembers;
	type Directory = MockDirectory;
	type ValidatorOwner = acts::Validators;
	type Representatives = MockCases;
	type Cases = MockCases;
	type LegalTime = MockLegalTime;
	type CallTable = acts::Table;
	type ExtraCheck = acts::Extra;
	type BareCalls = acts::Bare;
	type RefusalOf = acts::NotAllowed;
	type OnRefusal = acts::Watch;
	type NonceOf = NonceAfter<Test, (CheckNonZeroSender<Test>,)>;
	type MaxPending = acts::MaxPending;
	type MaxQuota = acts::MaxQuota;
	type MinReserve = acts::MinReserve;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = acts::Stage;
}
