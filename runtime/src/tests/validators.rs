//! Validators: their keys, and when they may go.

use super::*;
use crate::*;
use frame_support::{assert_err, assert_ok};
use pallet_validators::Error;
use shejiao_primitives::{reason::Reason, refusal::Refusal};
use sp_runtime::traits::Hash as _;

const POLICE: &str = "county-police";
const NODE: &str = "county-police//validator";

fn set_keys(keys: SessionKeys, proof: Vec<u8>) -> pallet_session::Call<Runtime> {
	pallet_session::Call::set_keys { keys, proof }
}

fn filtered() -> sp_runtime::DispatchError {
	frame_system::Error::<Runtime>::CallFiltered.into()
}

#[test]
fn session_keys_need_a_proof_of_possession() {
	network(|| {
		let keys = session_keys(NEW_SESSION);
		let invalid = || failed(pallet_session::Error::<Runtime>::InvalidProof);
		assert_eq!(submit(NODE, set_keys(keys.clone(), vec![])), invalid());
		// Of other keys, and of the same keys for another owner.
		let foreign = possession(NODE, "other-session");
		assert_eq!(submit(NODE, set_keys(keys.clone(), foreign)), invalid());
		let stolen = possession("county-court//validator", NEW_SESSION);
		assert_eq!(submit(NODE, set_keys(keys.clone(), stolen)), invalid());
		assert_eq!(submit(NODE, set_keys(keys.clone(), possession(NODE, NEW_SESSION))), Ok(Ok(())));
		assert_eq!(Session::load_keys(&account(NODE)), Some(keys.clone()));
		// Nobody else sets session keys.
		let proof = possession(POLICE, NEW_SESSION);
		assert_eq!(submit(POLICE, set_keys(keys, proof)), refused(Refusal::CallNotOpen));
	});
}

#[test]
fn new_session_keys_author_and_finalise_two_sessions_later() {
	network(|| {
		let keys = session_keys(NEW_SESSION);
		let proof = possession(NODE, NEW_SESSION);
		assert_eq!(submit(NODE, set_keys(keys.clone(), proof)), Ok(Ok(())));
		let (sessions, set) = (Session::current_index(), Grandpa::current_set_id());
		let authors = || pallet_aura::Authorities::<Runtime>::get().contains(&keys.aura);
		let votes = || Grandpa::grandpa_authorities().iter().any(|(key, _)| *key == keys.grandpa);
		while !authors() {
			assert!(!votes());
			pass_sessions(1);
		}
		assert!(votes());
		assert_eq!(Session::current_index(), sessions + 2);
		assert_eq!(Grandpa::current_set_id(), set + 1);
		// Blocks by the new key, a whole round of authors.
		for _ in VALIDATORS {
			block(|| ());
		}
	});
}

#[test]
fn keys_cannot_be_purged_behind_the_back_of_consensus() {
	network(|| {
		let purge = || pallet_session::Call::<Runtime>::purge_keys {};
		assert_eq!(submit(NODE, purge()), refused(Refusal::CallNotOpen));
		assert_eq!(submit(NODE, batch_all([purge()])), refused(Refusal::CallNotOpen));
		assert_eq!(submit(POLICE, purge()), refused(Refusal::CallNotOpen));
		// Nor by a vote, nor by any origin but Root.
		assert_err!(council(purge(), &COUNCIL), filtered());
		let call = RuntimeCall::from(purge());
		let origin = RuntimeOrigin::signed(account(NODE));
		let outcome = sp_runtime::traits::Dispatchable::dispatch(call, origin);
		assert_eq!(outcome.map_err(|error| error.error), Err(filtered()));
		assert!(Session::load_keys(&account(NODE)).is_some());
	});
}

#[test]
fn a_validator_makes_no_other_call() {
	network(|| {
		let call = pallet_utility::Call::<Runtime>::batch_all { calls: vec![] };
		assert_eq!(submit(NODE, call), refused(Refusal::CallNotOpen));
		let vote = aye::<configs::CouncilInstance>((Hash::zero(), 0));
		assert_eq!(submit(NODE, vote), refused(Refusal::CallNotOpen));
	});
}

#[test]
fn no_removal_goes_under_the_minimum() {
	network(|| {
		assert_eq!(pallet_validators::Minimum::<Runtime>::get(), 4);
		let remove = pallet_validators::Call::<Runtime>::remove {
			member: member(POLICE),
			reason: Reason::NodeUnavailable,
		};
		assert_err!(council(remove.clone(), &without(POLICE)[..6]), Error::<Runtime>::BelowMinimum);
		let leave = pallet_validators::Call::<Runtime>::leave {};
		assert_eq!(submit(POLICE, leave), failed(Error::<Runtime>::BelowMinimum));

		as_root(pallet_validators::Call::<Runtime>::set_minimum { minimum: 3 });
		assert_ok!(council(remove, &without(POLICE)[..6]));
		assert!(Session::validators().contains(&account(NODE)));
		pass_sessions(4);
		assert!(!Session::validators().contains(&account(NODE)));
		assert_eq!(Session::validators().len(), 3);
		assert_eq!(pallet_aura::Authorities::<Runtime>::get().len(), 3);
		assert_eq!(Grandpa::grandpa_authorities().len(), 3);
		let next = pallet_validators::Call::<Runtime>::remove {
			member: member("county-court"),
			reason: Reason::NodeUnavailable,
		};
		assert_err!(council(next, &without("county-court")[..6]), Error::<Runtime>::BelowMinimum);
	});
}

#[test]
fn the_validator_of_a_suspended_member_stays_until_it_can_be_spared() {
	network(|| {
		let suspend = pallet_consortium::Call::<Runtime>::suspend {
			member: member(POLICE),
			reason: Reason::RulesBroken,
			until: None,
		};
		assert_ok!(council(suspend, &without(POLICE)[..4]));
		pass_sessions(4);
		assert!(Session::validators().contains(&account(NODE)));
		assert!(Validators::keeps_peer(member(POLICE)));
		// It authors, but sets no new keys.
		let proof = possession(NODE, NEW_SESSION);
		assert_eq!(
			submit(NODE, set_keys(session_keys(NEW_SESSION), proof)),
			refused(Refusal::Suspended)
		);
	});
}

#[test]
fn the_session_hash_of_keys_is_what_the_plan_remembers() {
	network(|| {
		let planned = pallet_validators::Planned::<Runtime>::get();
		let keys = Session::load_keys(&account(NODE)).expect("has keys; qed");
		let hash = sp_runtime::traits::BlakeTwo256::hash_of(&keys);
		assert!(planned.set.contains(&(account(NODE), hash)));
	});
}
