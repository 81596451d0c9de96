use super::*;
use crate::{Cause, Error};
use frame_support::{assert_noop, assert_ok};

#[test]
fn an_expelled_members_validator_stays_as_leaving_until_a_replacement_is_active() {
	chain(4, 4, || {
		stand(1, Standing::Expelled);
		assert_eq!(
			last_event(),
			Event::LeavingStarted {
				member: MemberId(1),
				validator: 1,
				cause: Cause::MemberNotActive,
				reason: None
			}
		);
		rotate(6);
		assert_eq!((state(1), current().len()), (Some(State::Leaving), 4));
		assert!(Validators::keeps_peer(MemberId(1)));
		join(4);
		rotate(2);
		assert_eq!((current(), queued().len()), (vec![0, 1, 2, 3, 4], 5));
		rotate(2);
		assert_eq!(current(), [0, 2, 3, 4]);
		assert!(Validators::keeps_peer(MemberId(1)));
		rotate(1);
		assert_eq!(state(1), None);
		assert!(!Validators::keeps_peer(MemberId(1)));
	});
}

#[test]
fn it_goes_when_root_lowers_the_minimum() {
	chain(4, 4, || {
		stand(1, Standing::Expelled);
		rotate(2);
		assert_eq!(queued().len(), 4);
		assert_ok!(Validators::set_minimum(RuntimeOrigin::root(), 3));
		rotate(1);
		assert_eq!(queued(), [0, 2, 3]);
	});
}

#[test]
fn a_member_back_in_standing_keeps_its_validator() {
	chain(4, 4, || {
		stand(1, Standing::Suspended);
		stand(1, Standing::Active);
		assert_eq!(last_event(), Event::LeavingStopped { member: MemberId(1), validator: 1 });
		join(4);
		rotate(5);
		assert_eq!((state(1), current().len()), (Some(State::Active), 5));
	});
}

#[test]
fn an_own_wish_and_a_removal_outlast_a_suspension() {
	chain(6, 4, || {
		assert_ok!(Validators::leave(RuntimeOrigin::signed(institution(0))));
		assert_ok!(remove(1));
		for i in 0..2 {
			stand(i, Standing::Suspended);
			stand(i, Standing::Active);
		}
		assert_eq!((state(0), state(1)), (Some(State::Leaving), Some(State::Leaving)));
	});
}

#[test]
fn a_suspended_members_waiting_validator_is_forgotten() {
	chain(4, 4, || {
		join(4);
		stand(4, Standing::Suspended);
		assert_eq!(last_event(), Event::Forgotten { member: MemberId(4), validator: 4 });
		assert_noop!(
			Validators::register(RuntimeOrigin::signed(institution(4)), 4),
			Error::<Test>::NotEligible
		);
		stand(4, Standing::Active);
		join(4);
		rotate(2);
		assert_eq!(current().len(), 5);
	});
}

#[test]
fn a_member_without_a_validator_is_none_of_its_business() {
	chain(4, 4, || {
		stand(9, Standing::Expelled);
		assert_eq!(events(), []);
		assert!(!Validators::keeps_peer(MemberId(9)));
	});
}
