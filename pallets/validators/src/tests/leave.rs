use super::*;
use crate::{Cause, Error};
use frame_support::{assert_noop, assert_ok};

fn leave(i: u32) -> DispatchResult {
	Validators::leave(RuntimeOrigin::signed(institution(i)))
}

#[test]
fn a_validator_leaves_when_enough_others_stay() {
	chain(5, 4, || {
		assert_ok!(leave(2));
		assert_eq!(
			last_event(),
			Event::LeavingStarted {
				member: MemberId(2),
				validator: 2,
				cause: Cause::OwnWish,
				reason: None
			}
		);
		assert_eq!((state(2), queued().len()), (Some(State::Leaving), 5));
		rotate(1);
		// Planned without it, but still in the current set.
		assert_eq!((state(2), queued()), (Some(State::Left), vec![0, 1, 3, 4]));
		assert_eq!(info(2).map(|v| (v.current, v.queued, v.keyed)), Some((true, false, true)));
		rotate(1);
		// Out; peer and keys stay until the old set must have finalised it.
		assert_eq!(info(2).map(|v| (v.current, v.keyed)), Some((false, true)));
		assert!(Validators::keeps_peer(MemberId(2)));
		rotate(1);
		assert_eq!(last_event(), Event::Forgotten { member: MemberId(2), validator: 2 });
		assert!(!Validators::keeps_peer(MemberId(2)));
		assert!(Session::load_keys(&2).is_none());
	});
}

#[test]
fn one_that_is_in_no_set_is_forgotten_at_once() {
	chain(4, 4, || {
		join(4);
		assert_ok!(leave(4));
		assert_eq!(last_event(), Event::Forgotten { member: MemberId(4), validator: 4 });
		assert!(Session::load_keys(&4).is_none());
		assert_eq!(System::consumers(&4), 0);
	});
}

#[test]
fn leaving_needs_a_keyed_replacement_and_then_waits_until_it_is_active() {
	chain(4, 4, || {
		assert_noop!(leave(0), Error::<Test>::BelowMinimum);
		assert_ok!(Validators::register(RuntimeOrigin::signed(institution(4)), validator(4)));
		assert_noop!(leave(0), Error::<Test>::BelowMinimum);
		assert_ok!(set_keys(validator(4), 4));
		assert_ok!(leave(0));
		rotate(1);
		assert_eq!(queued(), [0, 1, 2, 3, 4]);
		rotate(1);
		assert_eq!((current().len(), queued()), (5, vec![0, 1, 2, 3, 4]));
		rotate(1);
		assert_eq!(queued(), [1, 2, 3, 4]);
	});
}

#[test]
fn who_has_none_or_leaves_already_cannot_leave() {
	chain(5, 4, || {
		assert_noop!(leave(7), Error::<Test>::NotFound);
		assert_noop!(Validators::leave(RuntimeOrigin::signed(77)), Error::<Test>::NotAuthorized);
		assert_ok!(leave(1));
		assert_noop!(leave(1), Error::<Test>::AlreadyLeaving);
		assert_noop!(leave(2), Error::<Test>::BelowMinimum);
	});
}
