//! Acts of Root class: endorsed by two bodies, then enacted.

use super::*;
use crate::*;
use frame_support::{
	assert_err, assert_ok,
	dispatch::{DispatchClass, GetDispatchInfo},
};
use pallet_endorsement::Error;
use shejiao_primitives::reason::Reason;
use sp_runtime::{
	traits::{BlakeTwo256, Hash as _},
	transaction_validity::TransactionSource,
	DispatchError,
};

const CODE: &[u8] = b"the code of the next release";

fn authorise() -> RuntimeCall {
	frame_system::Call::authorize_upgrade { code_hash: BlakeTwo256::hash(CODE) }.into()
}

fn endorse_call(call: &RuntimeCall) -> pallet_endorsement::Call<Runtime> {
	pallet_endorsement::Call::endorse {
		call_hash: BlakeTwo256::hash_of(call),
		review_hash: Hash::repeat_byte(7),
	}
}

#[test]
fn two_bodies_authorise_an_upgrade() {
	network(|| {
		endorse(&authorise());
		assert!(System::authorized_upgrade().is_none());
		assert_eq!(enact(authorise()), Ok(Ok(())));
		let authorised = System::authorized_upgrade().expect("was enacted; qed");
		assert_eq!(authorised.code_hash(), &BlakeTwo256::hash(CODE));
		// An endorsement is good for one enactment.
		assert_eq!(enact(authorise()), failed(Error::<Runtime>::NotFound));

		// Anybody may bring the code, and no other code.
		let apply = |code: &[u8]| {
			let call = frame_system::Call::apply_authorized_upgrade { code: code.to_vec() };
			let bare = UncheckedExtrinsic::new_bare(call.into());
			sandbox(|| {
				Executive::validate_transaction(
					TransactionSource::External,
					bare,
					System::parent_hash(),
				)
			})
		};
		assert!(apply(CODE).is_ok());
		assert!(apply(b"other code").is_err());
	});
}

#[test]
fn one_body_is_not_enough() {
	network(|| {
		assert_eq!(enact(authorise()), failed(Error::<Runtime>::NotFound));
		assert_ok!(council(endorse_call(&authorise()), &COUNCIL));
		assert_eq!(enact(authorise()), failed(Error::<Runtime>::NoCommitteeEndorsement));
	});
	network(|| {
		assert_ok!(committee(endorse_call(&authorise()), &COMMITTEE));
		assert_eq!(enact(authorise()), failed(Error::<Runtime>::NoCouncilEndorsement));
	});
}

#[test]
fn each_body_needs_two_thirds_of_its_own() {
	network(|| {
		let call = endorse_call(&authorise());
		assert_err!(council(call.clone(), &COUNCIL[..5]), DispatchError::BadOrigin);
		// A member of both bodies votes in each; the committee alone has no second vote for it.
		assert_ok!(committee(call.clone(), &COMMITTEE[..2]));
		assert_ok!(council(call, &COUNCIL[..6]));
	});
}

#[test]
fn both_endorse_exactly_this_call_on_the_same_review() {
	network(|| {
		endorse(&authorise());
		let other = frame_system::Call::authorize_upgrade { code_hash: Hash::repeat_byte(9) };
		assert_eq!(enact(other.into()), failed(Error::<Runtime>::NotFound));
	});
	network(|| {
		assert_ok!(council(endorse_call(&authorise()), &COUNCIL));
		let other_review = pallet_endorsement::Call::<Runtime>::endorse {
			call_hash: BlakeTwo256::hash_of(&authorise()),
			review_hash: Hash::repeat_byte(8),
		};
		assert_err!(committee(other_review, &COMMITTEE), Error::<Runtime>::ReviewMismatch);
	});
}

#[test]
fn endorsements_are_void_once_the_seats_of_a_body_change() {
	network(|| {
		endorse(&authorise());
		// The council loses a voter, the committee does not.
		let suspend = pallet_consortium::Call::<Runtime>::suspend {
			member: member("county-police"),
			reason: Reason::RulesBroken,
			until: None,
		};
		assert_ok!(council(suspend, &without("county-police")[..4]));
		assert_eq!(enact(authorise()), failed(Error::<Runtime>::NoCouncilEndorsement));
		assert_ok!(council(endorse_call(&authorise()), &without("county-police")[..6]));
		assert_eq!(enact(authorise()), Ok(Ok(())));
	});
}

#[test]
fn endorsements_expire() {
	network(|| {
		endorse(&authorise());
		pass_days(pallet_endorsement::Validity::<Runtime>::get() + 1);
		assert_eq!(enact(authorise()), failed(Error::<Runtime>::NotFound));
	});
}

#[test]
fn only_a_voting_seat_enacts() {
	network(|| {
		endorse(&authorise());
		let call = pallet_endorsement::Call::<Runtime>::enact { call: Box::new(authorise()) };
		assert_eq!(
			submit("county-justice//head", call.clone()),
			refused(shejiao_primitives::refusal::Refusal::CallNotOpen)
		);
		assert_eq!(submit("city-justice", call), Ok(Ok(())));
	});
}

#[test]
fn an_act_that_fails_keeps_its_endorsements() {
	network(|| {
		let call = pallet_validators::Call::<Runtime>::set_minimum { minimum: 100 }.into();
		endorse(&call);
		let out_of_bounds = || failed(pallet_validators::Error::<Runtime>::MinimumOutOfBounds);
		assert_eq!(enact(call.clone()), out_of_bounds());
		assert_eq!(enact(call), out_of_bounds());
	});
}

#[test]
fn lost_validators_are_replaced_by_force() {
	network(|| {
		let two = ["county-justice", "county-court"];
		let set: Vec<_> =
			two.iter().map(|name| (member(name), account(&format!("{name}//validator")))).collect();
		let force = pallet_validators::Call::<Runtime>::force_validators {
			set: set.try_into().expect("two; qed"),
		};
		let stalled = pallet_grandpa::Call::<Runtime>::note_stalled {
			delay: 1,
			best_finalized_block_number: 1,
		};
		let calls: [RuntimeCall; 2] = [force.into(), stalled.into()];
		as_root(batch_all(calls));
		pass_sessions(2);
		assert_eq!(Session::validators().len(), 2);
		assert_eq!(pallet_aura::Authorities::<Runtime>::get().len(), 2);
		assert_eq!(Grandpa::grandpa_authorities().len(), 2);
	});
}

#[test]
fn the_code_of_an_upgrade_fits_an_operational_block() {
	let largest = vec![0; 4 * 1024 * 1024];
	let length = largest.len() as u32;
	let call = RuntimeCall::from(frame_system::Call::apply_authorized_upgrade { code: largest });
	let info = call.get_dispatch_info();
	assert_eq!(info.class, DispatchClass::Operational);
	let weights = <Runtime as frame_system::Config>::BlockWeights::get();
	let class = weights.get(info.class);
	let whole = weights.base_block + class.base_extrinsic + info.total_weight();
	let most = class.max_extrinsic.or(class.max_total).unwrap_or(weights.max_block);
	assert!(whole.all_lte(most), "{whole} of {most}");
	let lengths = <Runtime as frame_system::Config>::BlockLength::get();
	assert!(length < *lengths.max.get(DispatchClass::Operational));
}
