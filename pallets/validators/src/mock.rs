//! A runtime with real sessions and session keys.

use crate::{self as pallet_validators, NoIdentification, SessionPallet, ValidatorIdOf};
use frame_support::{derive_impl, parameter_types};
use pallet_session::{disabling::UpToLimitDisablingStrategy, historical, PeriodicSessions};
use sp_runtime::{impl_opaque_keys, testing::UintAuthorityId};

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
	#[runtime::pallet_index(1)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(2)]
	pub type Validators = pallet_validators;
	#[runtime::pallet_index(3)]
	pub type Session = pallet_session;
	#[runtime::pallet_index(4)]
	pub type Historical = historical;
}

impl_opaque_keys! {
	pub struct SessionKeys {
		pub dummy: UintAuthorityId,
	}
}

parameter_types! {
	pub const MaxValidators: u32 = 12;
	pub const HistoryDepth: u32 = 6;
	pub const Period: u64 = 5;
	pub const Offset: u64 = 0;
	pub const NoDeposit: u64 = 0;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
	type AccountData = pallet_balances::AccountData<u64>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
}

impl pallet_session::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type ValidatorId = u64;
	type ValidatorIdOf = ValidatorIdOf<Test>;
	type ShouldEndSession = PeriodicSessions<Period, Offset>;
	type NextSessionRotation = PeriodicSessions<Period, Offset>;
	type SessionManager = historical::NoteHistoricalRoot<Test, Validators>;
	type SessionHandler = pallet_session::TestSessionHandler;
	type Keys = SessionKeys;
	type DisablingStrategy = UpToLimitDisablingStrategy;
	type WeightInfo = ();
	type Currency = Balances;
	type KeyDeposit = NoDeposit;
}

impl historical::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type FullIdentification = ();
	type FullIdentificationOf = NoIdentification;
}

impl crate::Config for Test {
	type Members = shejiao_testing::MockMembers;
	type Accounts = crate::tests::Admitted;
	type Sessions = SessionPallet<Test>;
	type GovernanceOrigin = frame_system::EnsureSignedBy<crate::tests::Council, u64>;
	type MaxValidators = MaxValidators;
	type HistoryDepth = HistoryDepth;
	type WeightInfo = ();
}
