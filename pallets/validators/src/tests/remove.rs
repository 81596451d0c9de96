use super::*;
use crate::{Cause, Error};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;

#[test]
fn governance_removes_a_validator_with_a_reason() {
	chain(5, 4, || {
		assert_ok!(remove(3));
		assert_eq!(
			last_event(),
			Event::LeavingStarted {
				member: MemberId(3),
				validator: 3,
				cause: Cause::Removed,
				reason: Some(Reason::NodeUnavailable),
			}
		);
		rotate(3);
		assert_eq!(current(), [0, 1, 2, 4]);
		assert_eq!(state(3), None);
	});
}

#[test]
fn nobody_else_removes_one() {
	chain(5, 4, || {
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::signed(institution(3))] {
			assert_noop!(
				Validators::remove(origin, MemberId(3), Reason::OwnWish),
				DispatchError::BadOrigin
			);
		}
	});
}

#[test]
fn a_removal_under_the_minimum_is_refused() {
	chain(4, 4, || {
		assert_noop!(remove(3), Error::<Test>::BelowMinimum);
		assert_ok!(Validators::set_minimum(RuntimeOrigin::root(), 3));
		assert_ok!(remove(3));
		assert_noop!(remove(2), Error::<Test>::BelowMinimum);
	});
}

#[test]
fn a_removal_takes_the_place_of_an_own_wish_but_not_of_a_removal() {
	chain(5, 4, || {
		assert_noop!(remove(9), Error::<Test>::NotFound);
		assert_ok!(Validators::leave(RuntimeOrigin::signed(institution(3))));
		assert_ok!(remove(3));
		assert_noop!(remove(3), Error::<Test>::AlreadyLeaving);
	});
}

#[test]
fn no_more_leave_in_one_change_than_may_fail() {
	chain(8, 2, || {
		for i in 0..4 {
			assert_ok!(remove(i));
		}
		rotate(1);
		assert_eq!(queued(), [2, 3, 4, 5, 6, 7]);
		rotate(1);
		assert_eq!(queued(), [2, 3, 4, 5, 6, 7]);
		rotate(1);
		assert_eq!(queued(), [3, 4, 5, 6, 7]);
		rotate(2);
		assert_eq!(queued(), [4, 5, 6, 7]);
	});
}
