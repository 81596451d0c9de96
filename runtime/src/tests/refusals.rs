//! Calls that do not exist, transactions without a signature, and what a refusal leaves behind.

use super::*;
use crate::{configs::CouncilInstance, *};
use codec::{Decode, Encode};
use frame_support::{assert_err, traits::Contains};
use pallet_collective::Call as Motion;
use shejiao_primitives::{
	ids::{AreaCode, MemberId},
	reason::Reason,
	refusal::Refusal,
};
use sp_runtime::{
	traits::Dispatchable,
	transaction_validity::{InvalidTransaction, TransactionSource},
	DispatchError, MultiAddress,
};
use std::collections::BTreeSet;

const POLICE: &str = "county-police";

fn filtered() -> DispatchError {
	frame_system::Error::<Runtime>::CallFiltered.into()
}

fn remark() -> RuntimeCall {
	frame_system::Call::remark { remark: b"a name".to_vec() }.into()
}

fn open_unit() -> RuntimeCall {
	pallet_consortium::Call::<Runtime>::open_unit {
		kind: pallet_consortium::UnitKind::PoliceStation,
		area: AreaCode(440_604),
	}
	.into()
}

/// Calls that are closed to everybody.
fn closed() -> Vec<RuntimeCall> {
	let to = MultiAddress::Id(account("county-court"));
	let calls = || vec![open_unit()];
	let signed = || {
		let origin = frame_system::RawOrigin::Signed(account("county-court"));
		Box::new(OriginCaller::system(origin))
	};
	vec![
		remark(),
		frame_system::Call::remark_with_event { remark: vec![1] }.into(),
		pallet_balances::Call::transfer_allow_death { dest: to.clone(), value: 0 }.into(),
		pallet_balances::Call::transfer_keep_alive { dest: to.clone(), value: 0 }.into(),
		pallet_balances::Call::transfer_all { dest: to, keep_alive: false }.into(),
		pallet_utility::Call::batch { calls: calls() }.into(),
		pallet_utility::Call::force_batch { calls: calls() }.into(),
		pallet_utility::Call::as_derivative { index: 0, call: Box::new(open_unit()) }.into(),
		pallet_utility::Call::dispatch_as { as_origin: signed(), call: Box::new(open_unit()) }
			.into(),
		pallet_utility::Call::with_weight {
			call: Box::new(open_unit()),
			weight: Default::default(),
		}
		.into(),
		pallet_utility::Call::if_else {
			main: Box::new(open_unit()),
			fallback: Box::new(open_unit()),
		}
		.into(),
		pallet_session::Call::purge_keys {}.into(),
	]
}

#[test]
fn free_text_transfers_and_other_wrappers_are_closed() {
	network(|| {
		for call in closed() {
			assert!(!calls::Existing::contains(&call), "{call:?}");
			assert_eq!(submit(POLICE, call.clone()), refused(Refusal::CallNotOpen), "{call:?}");
			assert_eq!(
				submit(POLICE, batch_all([call.clone()])),
				refused(Refusal::CallNotOpen),
				"{call:?}"
			);
			// Nor from behind the gate, by any origin that a vote gives.
			let origin = RuntimeOrigin::from(pallet_collective::RawOrigin::<
				AccountId,
				CouncilInstance,
			>::Members(8, 8));
			let outcome = call.dispatch(origin);
			assert_eq!(outcome.map_err(|error| error.error), Err(filtered()));
		}
	});
}

#[test]
fn a_motion_that_runs_at_once_or_as_one_member_does_not_exist() {
	network(|| {
		let length_bound = open_unit().encoded_size() as u32;
		let propose = |threshold| Motion::<Runtime, CouncilInstance>::propose {
			threshold,
			proposal: Box::new(open_unit()),
			length_bound,
		};
		for threshold in [0, 1] {
			assert_eq!(submit(POLICE, propose(threshold)), failed(filtered()));
		}
		let execute = Motion::<Runtime, CouncilInstance>::execute {
			proposal: Box::new(open_unit()),
			length_bound,
		};
		assert_eq!(submit(POLICE, execute), failed(filtered()));
		let set_members = Motion::<Runtime, CouncilInstance>::set_members {
			new_members: vec![],
			prime: None,
			old_count: 8,
		};
		assert_eq!(submit(POLICE, set_members), failed(filtered()));
		assert_eq!(submit(POLICE, propose(2)), Ok(Ok(())));
		assert_err!(council(remark(), &COUNCIL), filtered());
	});
}

#[test]
fn transactions_without_a_signature_are_refused() {
	network(|| {
		let outcome = |call: RuntimeCall| {
			let bare = UncheckedExtrinsic::new_bare(call.clone());
			let pooled = sandbox(|| {
				Executive::validate_transaction(
					TransactionSource::External,
					bare.clone(),
					System::parent_hash(),
				)
			});
			(pooled, block(|| apply(bare)))
		};
		let (pooled, applied) = outcome(remark());
		assert!(pooled.is_err() && applied.is_err());
		for call in [open_unit(), batch_all([open_unit()])] {
			let (pooled, applied) = outcome(call.clone());
			assert!(pooled.is_err(), "{call:?}");
			assert_eq!(applied, refused(Refusal::UnsignedCall), "{call:?}");
			// The newer form, with extensions and no signature.
			let general = UncheckedExtrinsic::new_transaction(call, extension(0));
			assert_eq!(block(|| apply(general)), refused(Refusal::UnsignedCall));
		}
		// Inherents come from the author alone.
		let set = pallet_timestamp::Call::<Runtime>::set { now: 1 };
		let bare = UncheckedExtrinsic::new_bare(set.into());
		let pooled = sandbox(|| {
			Executive::validate_transaction(TransactionSource::Local, bare, System::parent_hash())
		});
		assert_eq!(pooled, Err(InvalidTransaction::MandatoryValidation.into()));
	});
}

#[test]
fn a_transaction_is_signed_in_the_form_that_all_clients_know() {
	network(|| {
		let encoded = signed(POLICE, open_unit()).encode();
		let mut body = &encoded[..];
		let length = codec::Compact::<u32>::decode(&mut body).expect("comes first; qed").0;
		assert_eq!(body.len(), length as usize);
		assert_eq!(body[0], 0x84, "version 4, signed");
	});
}

/// Steps that are refused in different places: at the gate, by the base filter, by an origin, by a
/// pallet, deep in a batch.
fn refused_steps() -> Vec<(&'static str, RuntimeCall)> {
	let dismiss = || pallet_officers::Call::<Runtime>::dismiss {
		account: account("county-justice//head"),
		reason: Reason::Mistake,
	};
	let quota = pallet_gate::Call::<Runtime>::set_quota { member: member(POLICE), quota: 1 };
	vec![
		("stranger", open_unit()),
		(POLICE, remark()),
		(POLICE, quota.into()),
		(POLICE, dismiss().into()),
		("county-justice//officer", dismiss().into()),
		("county-justice", pallet_validators::Call::<Runtime>::leave {}.into()),
		(POLICE, batch_all([open_unit(), open_unit(), dismiss().into()])),
		(
			POLICE,
			Motion::<Runtime, CouncilInstance>::execute {
				proposal: Box::new(open_unit()),
				length_bound: 1_000,
			}
			.into(),
		),
		("county-police//validator", pallet_session::Call::purge_keys {}.into()),
		(
			"county-police//validator",
			pallet_session::Call::set_keys { keys: session_keys("x"), proof: vec![] }.into(),
		),
		(POLICE, pallet_consortium::Call::<Runtime>::revoke_withdrawal {}.into()),
		(POLICE, pallet_endorsement::Call::<Runtime>::enact { call: Box::new(remark()) }.into()),
	]
}

/// The member at whose expense `who` acts: accounts are named after it, but for representatives.
fn payer(who: &str) -> Option<MemberId> {
	use shejiao_primitives::{
		case::{CaseView, Representatives as _},
		directory::Members,
	};
	let institution = who.split("//").next().unwrap_or(who);
	Consortium::member(&account(institution)).or_else(|| {
		let case = Representatives::case_of(&account(who))?;
		SubjectIdentity::facts(case).map(|facts| facts.executing)
	})
}

/// Where nonce, quota and attempt of `who` stand.
fn own_keys(who: &str) -> BTreeSet<Vec<u8>> {
	let account = account(who);
	let mut keys = BTreeSet::from([
		frame_system::Account::<Runtime>::hashed_key_for(&account),
		pallet_gate::Drawn::<Runtime>::hashed_key_for(&account),
	]);
	if let Some(member) = payer(who) {
		keys.insert(pallet_gate::Quotas::<Runtime>::hashed_key_for(member));
		keys.insert(pallet_gate::Attempts::<Runtime>::hashed_key_for(member));
		keys.insert(pallet_oversight::RefusalsOf::<Runtime>::hashed_key_for(member));
	}
	keys
}

/// What becomes of `call` of `who`, which is refused and leaves nothing but nonce, quota and attempt
/// of its own.
#[track_caller]
pub fn leaves_nothing(who: &str, call: impl Into<RuntimeCall>) -> sp_runtime::ApplyExtrinsicResult {
	let call = call.into();
	find_room();
	let without = sandbox(|| {
		block(|| ());
		state()
	});
	let info = System::account(account(who));
	let own = own_keys(who);
	let outcome = submit(who, call.clone());
	let mut differing = difference(&without, &state());
	match outcome {
		Ok(Ok(())) => panic!("{who} may do {call:?}"),
		Err(_) => (),
		Ok(Err(_)) => {
			let nonce = info.nonce + 1;
			let with_the_nonce = frame_system::AccountInfo { nonce, ..info };
			assert_eq!(System::account(account(who)), with_the_nonce, "{who}: {call:?}");
			// What the block tells of itself is not what is left.
			const OF_THE_BLOCK: [&str; 3] =
				["System.Events", "System.EventCount", "System.BlockWeight"];
			differing
				.retain(|key, name| !own.contains(key) && !OF_THE_BLOCK.contains(&name.as_str()));
		},
	}
	let more: BTreeSet<_> = differing.into_values().collect();
	assert!(more.is_empty(), "{who}: {call:?} ({outcome:?}) changed {more:?}");
	outcome
}

#[test]
fn a_refused_step_leaves_nothing_but_nonce_quota_and_attempt() {
	network(|| {
		let (mut at_the_gate, mut at_dispatch) = (0, 0);
		for (who, call) in refused_steps() {
			match leaves_nothing(who, call) {
				Ok(_) => at_dispatch += 1,
				Err(_) => at_the_gate += 1,
			}
		}
		assert!(at_the_gate >= 3 && at_dispatch >= 6, "{at_the_gate}, {at_dispatch}");
	});
}
