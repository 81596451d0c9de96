//! Tests of the gate, each through the extension as a block or the pool runs it.

pub mod acts;
mod attempts;
mod genesis;
mod invariants;
mod membership;
mod properties;
mod quotas;
mod refusals;
mod replay;
mod representatives;
mod set_quota;
mod set_reserve;
mod unsigned;
mod wrappers;

use crate::{mock::*, CheckMembership, WeightInfo};
use acts::{Accused, Act, MaxPending, MaxQuota, MinReserve, Owners, Paused};
use frame_support::{
	dispatch::{DispatchInfo, GetDispatchInfo},
	traits::Get,
	weights::Weight,
};
use frame_system::{CheckNonZeroSender, CheckNonce, RawOrigin};
use shejiao_primitives::{
	account::{AccountRegistry, AccountRole},
	case::Stage,
	directory::Actor,
	duty::{Category, Duties},
	ids::MemberId,
	member::MemberKind,
	refusal::Refusal,
};
use shejiao_testing::{Externalities, MockCases, MockDirectory, MockMembers};
use sp_runtime::{
	traits::{DispatchTransaction, TransactionExtension},
	transaction_validity::{TransactionSource, TransactionValidityError, ValidTransaction},
	BuildStorage, DispatchError, TransactionOutcome,
};

/// Signs for the court.
pub const COURT: u64 = 1;
/// An officer of the court.
pub const JUDGE: u64 = 2;
/// Another.
pub const CLERK: u64 = 3;
/// The court's validator.
pub const NODE: u64 = 4;
/// Signs for the social organisation.
pub const CHARITY: u64 = 5;
/// An officer of it.
pub const WORKER: u64 = 6;
/// A person's guardian, in a case that the court executes.
pub const GUARDIAN: u64 = 7;
/// Never admitted.
pub const STRANGER: u64 = 8;

/// The members, in the order of their admission.
pub const COURT_ID: MemberId = MemberId(0);
pub const CHARITY_ID: MemberId = MemberId(1);

pub fn actor(member: MemberId) -> Actor {
	Actor { member, unit: None, duties: Duties::CASEWORK, category: Category::Auxiliary }
}

/// A chain whose members may draw 100 seconds, and each account 10 for what the law orders.
pub fn chain() -> Externalities<impl BuildStorage> {
	let gate = crate::GenesisConfig {
		default_quota: 100 * acts::SECOND,
		reserve: 10 * acts::SECOND,
		..Default::default()
	};
	let genesis = RuntimeGenesisConfig { gate, ..Default::default() };
	Externalities::new(genesis, Gate::do_try_state)
}

/// A court and a social organisation with their staff, on a new chain.
pub fn network<R>(test: impl FnOnce() -> R) -> R {
	let staff = || {
		Owners::set(vec![(NODE, COURT_ID)]);
		Paused::set(false);
		Accused::set(None);
		acts::Told::set(vec![]);
		assert_eq!(MockMembers::add(&COURT, MemberKind::Court), COURT_ID);
		assert_eq!(MockMembers::add(&CHARITY, MemberKind::SocialOrganisation), CHARITY_ID);
		MockDirectory::appoint(&JUDGE, actor(COURT_ID));
		MockDirectory::appoint(&CLERK, actor(COURT_ID));
		MockDirectory::appoint(&WORKER, actor(CHARITY_ID));
		for (account, role) in
			[(NODE, AccountRole::Validator), (GUARDIAN, AccountRole::Representative)]
		{
			MockMembers::admit(&account, role).expect("it has no other role");
		}
		let case = MockCases::add(COURT_ID, &JUDGE, Stage::Open);
		MockCases::represent(&GUARDIAN, case);
	};
	chain().prepared(staff, || {
		System::set_block_number(1);
		for account in COURT..STRANGER {
			System::inc_providers(&account);
		}
		test()
	})
}

pub fn report(act: Act) -> RuntimeCall {
	acts::Call::report { act }.into()
}

pub fn share(act: Act) -> RuntimeCall {
	acts::Call::share { act }.into()
}

pub fn vote(act: Act) -> RuntimeCall {
	acts::Call::vote { act }.into()
}

pub fn keys(act: Act) -> RuntimeCall {
	acts::Call::keys { act }.into()
}

pub fn acknowledge(act: Act) -> RuntimeCall {
	acts::Call::acknowledge { act }.into()
}

pub fn jointly(account: u64, call: RuntimeCall) -> RuntimeCall {
	acts::Call::jointly { account, call: Box::new(call) }.into()
}

pub fn batch(calls: Vec<RuntimeCall>) -> RuntimeCall {
	pallet_utility::Call::batch_all { calls }.into()
}

fn extension(nonce: u32) -> Extension {
	(CheckMembership::new(), CheckNonZeroSender::new(), CheckNonce::from(nonce))
}

pub fn info(call: &RuntimeCall) -> DispatchInfo {
	DispatchInfo { extension_weight: extension(0).weight(call), ..call.get_dispatch_info() }
}

/// What a transaction without wrappers, which is no attempt, takes beside its act, when all is given
/// back that `who` did not need.
pub fn overhead(who: u64, call: &RuntimeCall) -> u64 {
	let weights: frame_system::limits::BlockWeights =
		<Test as frame_system::Config>::BlockWeights::get();
	let info = info(call);
	let whole = weights.get(info.class).base_extrinsic + info.extension_weight;
	whole.ref_time() - spare(who)
}

/// What an examination that found `who`, and no attempt, did not need of what one takes at most.
pub fn spare(who: u64) -> u64 {
	sooner(who) + acts::WATCHING.ref_time()
}

/// How much sooner `who` is found than who takes longest.
pub fn sooner(who: u64) -> u64 {
	match who {
		COURT | CHARITY => {
			<()>::check_membership().ref_time() - <()>::check_institution().ref_time()
		},
		_ => 0,
	}
}

/// The weight that the extension says, after `call` of `who`, that it did not need.
pub fn given_back(who: u64, call: RuntimeCall) -> Weight {
	let info = info(&call);
	let origin = RawOrigin::Signed(who).into();
	let sent = extension(System::account_nonce(who))
		.dispatch_transaction(origin, call, &info, 0, 0)
		.expect("it is valid")
		.expect("it succeeds");
	info.total_weight() - sent.actual_weight.unwrap_or(info.total_weight())
}

/// What the pool says of a transaction.
pub fn pool_at(
	who: u64,
	nonce: u32,
	call: RuntimeCall,
) -> Result<ValidTransaction, TransactionValidityError> {
	extension(nonce)
		.validate_only(
			RawOrigin::Signed(who).into(),
			&call,
			&info(&call),
			0,
			TransactionSource::External,
			0,
		)
		.map(|(valid, ..)| valid)
}

/// What the pool says of the next transaction of `who`.
pub fn pool(who: u64, call: RuntimeCall) -> Result<ValidTransaction, TransactionValidityError> {
	pool_at(who, System::account_nonce(who), call)
}

/// Put a transaction into the block. Like a block's author, leave nothing of an invalid one.
pub fn send_at(
	who: u64,
	nonce: u32,
	call: RuntimeCall,
) -> Result<Result<(), DispatchError>, TransactionValidityError> {
	let info = info(&call);
	frame_support::storage::with_transaction_unchecked(|| {
		let origin = RawOrigin::Signed(who).into();
		match extension(nonce).dispatch_transaction(origin, call, &info, 0, 0) {
			Ok(result) => TransactionOutcome::Commit(Ok(result.map(|_| ()).map_err(|e| e.error))),
			Err(invalid) => TransactionOutcome::Rollback(Err(invalid)),
		}
	})
}

/// Put the next transaction of `who` into the block.
pub fn send(
	who: u64,
	call: RuntimeCall,
) -> Result<Result<(), DispatchError>, TransactionValidityError> {
	send_at(who, System::account_nonce(who), call)
}

/// The pool, the block and the dry run all refuse `call` of `who` with `refusal`.
#[track_caller]
pub fn assert_refused(who: u64, call: RuntimeCall, refusal: Refusal) {
	let nonce = System::account_nonce(who);
	assert_eq!(pool(who, call.clone()), Err(refusal.into()), "the pool");
	assert_eq!(send(who, call.clone()), Err(refusal.into()), "the block");
	assert_eq!(Gate::refusal(&who, Some(&call)), Some(refusal), "the dry run");
	assert_eq!(System::account_nonce(who), nonce, "the nonce is not used up");
}

/// The pool takes `call` of `who`, and it succeeds in the block.
#[track_caller]
pub fn assert_passes(who: u64, call: RuntimeCall) {
	assert_eq!(Gate::refusal(&who, Some(&call)), None, "the dry run");
	assert!(pool(who, call.clone()).is_ok(), "the pool");
	assert_eq!(send(who, call), Ok(Ok(())), "the block");
}

#[cfg(feature = "runtime-benchmarks")]
pub fn benchmark_chain() -> sp_io::TestExternalities {
	let storage = RuntimeGenesisConfig::default().build_storage().expect("the default; qed");
	storage.into()
}
