use super::*;
use crate::{Cause, Error};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;

fn force(set: &[(u32, u64)]) -> DispatchResult {
	let set: Vec<_> = set.iter().map(|(i, account)| (MemberId(*i), *account)).collect();
	let set = set.try_into().expect("within the bound; qed");
	Validators::force_validators(RuntimeOrigin::root(), set)
}

#[test]
fn the_survivors_are_the_set_of_the_next_session() {
	chain(4, 4, || {
		rotate(3);
		assert_ok!(force(&[(0, 0), (1, 1)]));
		assert_eq!((current().len(), queued()), (4, vec![0, 1]));
		assert!(pallet_session::QueuedChanged::<Test>::get());
		assert_eq!(
			last_event(),
			Event::SetPlanned {
				session: 4,
				validators: 2,
				entered: vec![],
				left: vec![2, 3],
				forced: true
			}
		);
		rotate(1);
		assert_eq!(current(), [0, 1]);
	});
}

#[test]
fn the_lost_do_not_return_by_themselves_but_may_register_anew() {
	chain(4, 4, || {
		assert_ok!(force(&[(0, 0), (1, 1)]));
		assert!(events().contains(&Event::LeavingStarted {
			member: MemberId(2),
			validator: 2,
			cause: Cause::Removed,
			reason: None
		}));
		rotate(8);
		assert_eq!((current(), state(2)), (vec![0, 1], None));
		join(2);
		join(3);
		rotate(4);
		assert_eq!(current(), [0, 1, 2, 3]);
		assert!(!crate::Planned::<Test>::get().forced);
	});
}

#[test]
fn under_the_minimum_nobody_leaves_a_forced_set() {
	chain(4, 4, || {
		assert_ok!(force(&[(0, 0), (1, 1)]));
		rotate(3);
		stand(0, Standing::Expelled);
		offences::equivocate(&[1], 3);
		rotate(3);
		assert_eq!(current(), [0, 1]);
	});
}

#[test]
fn a_set_with_a_stranger_registers_it_and_waits_for_its_keys() {
	chain(4, 4, || {
		stand(7, Standing::Suspended);
		assert_ok!(force(&[(0, 0), (2, 22), (7, 7)]));
		assert_eq!(queued(), [0]);
		assert_eq!((state(2), state(22)), (Some(State::Left), Some(State::Waiting)));
		assert_ok!(set_keys(22, 22));
		assert_ok!(set_keys(7, 7));
		rotate(3);
		assert_eq!(state(2), None);
		assert_eq!(queued(), [0, 22]);
		assert_eq!(Validators::validator_of(MemberId(2)), Some(22));
	});
}

#[test]
fn proofs_of_the_forced_session_hold() {
	chain(4, 4, || {
		rotate(2);
		assert_ok!(force(&[(0, 0), (3, 3)]));
		rotate(1);
		let proof = sessions::prove(3);
		rotate(1);
		assert!(sessions::holds(3, proof));
	});
}

#[test]
fn an_old_equivocation_or_wish_is_forgotten() {
	chain(4, 4, || {
		offences::equivocate(&[1], 0);
		stand(2, Standing::Expelled);
		assert_ok!(force(&[(1, 1), (2, 2), (3, 3)]));
		assert_eq!((state(1), state(2)), (Some(State::Active), Some(State::Active)));
	});
}

#[test]
fn a_bad_set_is_refused_whole() {
	chain(4, 4, || {
		assert_noop!(force(&[]), Error::<Test>::NoKeys);
		assert_noop!(force(&[(8, 8)]), Error::<Test>::NoKeys);
		assert_noop!(force(&[(0, 0), (0, 5)]), Error::<Test>::Repeated);
		assert_noop!(force(&[(0, 0), (1, 0)]), Error::<Test>::Repeated);
		assert_noop!(force(&[(0, 1)]), Error::<Test>::AccountTaken);
		assert_noop!(force(&[(0, 0), (77, 77)]), Error::<Test>::NotFound);
		let many: Vec<_> = (0..10).map(|i| (i, 100 + u64::from(i))).collect();
		assert_noop!(force(&many), Error::<Test>::MaxValidatorsExceeded);
		assert_noop!(
			Validators::force_validators(RuntimeOrigin::signed(COUNCIL), Default::default()),
			DispatchError::BadOrigin
		);
	});
}
