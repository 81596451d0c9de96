//! Tests: a file per call, sessions, invariants, properties.

mod force_validators;
mod genesis;
mod invariants;
mod leave;
mod offences;
mod planning;
mod properties;
mod register;
mod reinstate;
mod remove;
mod sessions;
mod set_minimum;
mod standing;

use crate::{mock::*, Event, State, ValidatorInfo};
use codec::Encode;
use frame_support::ord_parameter_types;
use shejiao_primitives::{
	account::{AccountRegistry, AccountRole},
	ids::MemberId,
	member::{MemberKind, Standing},
	reason::Reason,
};
use shejiao_testing::{Externalities, MockMembers};
use sp_runtime::{testing::UintAuthorityId, BuildStorage, DispatchResult, RuntimeAppPublic};

/// The registry: accounts come with their provider reference.
pub struct Admitted;

impl AccountRegistry<u64> for Admitted {
	fn admit(who: &u64, role: AccountRole) -> DispatchResult {
		MockMembers::admit(who, role)?;
		if System::providers(who) == 0 {
			System::inc_providers(who);
		}
		Ok(())
	}

	fn role(who: &u64) -> Option<AccountRole> {
		MockMembers::role(who)
	}
}

/// Signs for governance.
pub const COUNCIL: u64 = 999;

ord_parameter_types! {
	pub const Council: u64 = COUNCIL;
}

/// The institution account of member `i`.
pub fn institution(i: u32) -> u64 {
	1_000 + u64::from(i)
}

/// The account of the validator of member `i`.
pub fn validator(i: u32) -> u64 {
	u64::from(i)
}

/// Courts 0 to `count`, active and with full nodes.
pub fn members(count: u32) {
	for i in 0..count {
		assert_eq!(MockMembers::add(&institution(i), MemberKind::Court), MemberId(i));
	}
}

fn keys(number: u64) -> SessionKeys {
	SessionKeys { dummy: UintAuthorityId(number) }
}

/// A chain with `founders` validators that have keys, and `minimum`.
pub fn genesis(founders: u32, minimum: u32) -> impl BuildStorage {
	let validators = (0..founders).map(|i| (MemberId(i), validator(i))).collect();
	let keys = (0..founders).map(|i| (validator(i), validator(i), keys(validator(i)))).collect();
	RuntimeGenesisConfig {
		validators: crate::GenesisConfig { validators, minimum },
		session: pallet_session::GenesisConfig { keys, ..Default::default() },
		..Default::default()
	}
}

/// Run `test` on a chain of `founders` validators out of 12 members, and check its state.
pub fn chain<R>(founders: u32, minimum: u32, test: impl FnOnce() -> R) -> R {
	Externalities::new(genesis(founders, minimum), Validators::do_try_state).prepared(
		|| members(12),
		|| {
			// Events of the genesis block are dropped.
			System::set_block_number(1);
			test()
		},
	)
}

/// Set session keys as the account of a validator does, with a proof.
pub fn set_keys(account: u64, number: u64) -> DispatchResult {
	let mut key = UintAuthorityId(number);
	let proof = key.generate_proof_of_possession(&account.encode()).expect("signs anything; qed");
	Session::set_keys(RuntimeOrigin::signed(account), keys(number), proof.encode())
}

/// Register the validator of member `i` and set its keys.
pub fn join(i: u32) {
	let origin = RuntimeOrigin::signed(institution(i));
	frame_support::assert_ok!(Validators::register(origin, validator(i)));
	frame_support::assert_ok!(set_keys(validator(i), validator(i)));
}

/// End `count` sessions.
pub fn rotate(count: u32) {
	for _ in 0..count {
		Session::rotate_session();
	}
}

/// Validators of the current session.
pub fn current() -> Vec<u64> {
	Session::validators()
}

/// Validators of the next session.
pub fn queued() -> Vec<u64> {
	Session::queued_keys().into_iter().map(|(account, _)| account).collect()
}

/// What clients are told of the validator `account`.
pub fn info(account: u64) -> Option<ValidatorInfo<u64>> {
	Validators::infos().into_iter().find(|v| v.account == account)
}

/// Where the validator `account` stands.
pub fn state(account: u64) -> Option<State> {
	info(account).map(|v| v.state)
}

/// Change the standing of a member as the consortium does.
pub fn stand(i: u32, to: Standing) {
	use shejiao_primitives::directory::{Members, OnMembership};
	let member = MemberId(i);
	let from = <MockMembers as Members<u64>>::profile(member).expect("a member; qed").standing;
	MockMembers::set_standing(member, to);
	frame_support::assert_ok!(<Validators as OnMembership<u64>>::standing_changed(
		member, from, to
	));
}

/// Remove the validator of member `i` by governance.
pub fn remove(i: u32) -> DispatchResult {
	Validators::remove(RuntimeOrigin::signed(COUNCIL), MemberId(i), Reason::NodeUnavailable)
}

/// The last event of the pallet.
pub fn last_event() -> Event<Test> {
	events().pop().expect("an event; qed")
}

/// The events of the pallet.
pub fn events() -> Vec<Event<Test>> {
	System::read_events_for_pallet::<Event<Test>>()
}
