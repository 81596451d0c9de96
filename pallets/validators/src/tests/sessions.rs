//! Sessions in a row, with the real session pallet and its historical roots.

use super::*;
use frame_support::{assert_noop, assert_ok, traits::KeyOwnerProofSystem};
use sp_core::crypto::KeyTypeId;
use sp_runtime::key_types::DUMMY;
use sp_session::MembershipProof;

fn key(number: u64) -> (KeyTypeId, Vec<u8>) {
	(DUMMY, UintAuthorityId(number).encode())
}

/// Prove that key `number` is a validator's in the current session.
pub fn prove(number: u64) -> MembershipProof {
	Historical::prove(key(number)).expect("the key is a validator's; qed")
}

/// Whether that proof holds now.
pub fn holds(number: u64, proof: MembershipProof) -> bool {
	Historical::check_proof(key(number), proof).is_some()
}

/// Sessions for which a set was given.
fn planned() -> Vec<u32> {
	let sessions = |event| match event {
		Event::SetPlanned { session, .. } => Some(session),
		_ => None,
	};
	events().into_iter().filter_map(sessions).collect()
}

#[test]
fn a_set_is_given_only_when_validators_or_keys_changed() {
	chain(4, 4, || {
		rotate(5);
		assert!(planned().is_empty());
		assert_ok!(set_keys(1, 101));
		rotate(3);
		assert_eq!(planned(), [7]);
		join(4);
		rotate(3);
		assert_eq!(planned(), [7, 10]);
		// The same keys again are no change.
		assert_ok!(set_keys(1, 101));
		rotate(3);
		assert_eq!(planned(), [7, 10]);
	});
}

#[test]
fn an_equivocation_of_a_past_session_is_provable_after_a_rotation_of_keys() {
	chain(4, 4, || {
		rotate(1);
		let before = prove(2);
		assert_ok!(set_keys(2, 102));
		rotate(1);
		assert!(holds(2, before.clone()));
		// Made from the keys registered by then, which are not yet those of the session: such a proof
		// is good in its own session alone.
		let between = prove(1);
		assert!(holds(1, between.clone()));
		rotate(1);
		let after = prove(102);
		rotate(1);
		assert!(holds(2, before));
		assert!(!holds(1, between));
		assert!(holds(102, after.clone()));
		assert!(!holds(2, after));
	});
}

#[test]
fn the_founding_sessions_are_provable() {
	chain(4, 4, || {
		let first = prove(0);
		rotate(1);
		let second = prove(3);
		rotate(1);
		assert!(holds(0, first));
		assert!(holds(3, second));
	});
}

#[test]
fn old_roots_are_pruned() {
	chain(4, 4, || {
		let first = prove(0);
		rotate(HistoryDepth::get());
		assert!(holds(0, first.clone()));
		rotate(1);
		assert!(!holds(0, first));
		assert_eq!(
			pallet_session::historical::StoredRange::<Test>::get(),
			Some((1, HistoryDepth::get() + 3))
		);
	});
}

#[test]
fn newcomers_enter_as_many_as_may_fail_and_two_sessions_apart() {
	chain(4, 4, || {
		for i in 4..8 {
			join(i);
		}
		let mut sizes = vec![];
		for _ in 0..9 {
			rotate(1);
			sizes.push(queued().len());
		}
		// One more of 4, 5 and 6; of 7 two would be allowed.
		assert_eq!(sizes, [5, 5, 6, 6, 7, 7, 8, 8, 8]);
	});
}

#[test]
fn a_rotation_of_keys_in_every_session_does_not_put_off_a_removal() {
	chain(5, 4, || {
		join(5);
		rotate(1);
		assert_ok!(remove(0));
		for round in 0..2 {
			assert_ok!(set_keys(0, 200 + round));
			rotate(1);
		}
		assert!(!queued().contains(&0));
	});
}

#[test]
fn a_validator_joins_leaves_and_joins_again() {
	chain(4, 4, || {
		join(4);
		rotate(2);
		assert_ok!(Validators::leave(RuntimeOrigin::signed(institution(4))));
		rotate(3);
		assert_eq!((current().len(), state(4)), (4, None));
		// Its account belongs to the session pallet no longer.
		assert_noop!(set_keys(4, 4), pallet_session::Error::<Test>::NoAssociatedValidatorId);
		join(4);
		rotate(2);
		assert_eq!(current(), [0, 1, 2, 3, 4]);
	});
}

#[test]
fn keys_are_set_by_registered_accounts_with_a_proof_and_never_twice() {
	chain(4, 4, || {
		assert_noop!(set_keys(77, 77), pallet_session::Error::<Test>::NoAssociatedValidatorId);
		assert_noop!(set_keys(1, 2), pallet_session::Error::<Test>::DuplicatedKey);
		assert_noop!(
			Session::set_keys(
				RuntimeOrigin::signed(1),
				SessionKeys { dummy: UintAuthorityId(9) },
				vec![]
			),
			pallet_session::Error::<Test>::InvalidProof
		);
	});
}
