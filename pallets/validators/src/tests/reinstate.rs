use super::*;
use crate::Error;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;

fn reinstate(account: u64) -> DispatchResult {
	Validators::reinstate(RuntimeOrigin::signed(COUNCIL), account)
}

#[test]
fn an_equivocator_is_back_in_the_set() {
	chain(5, 4, || {
		offences::equivocate(&[2], 0);
		rotate(2);
		assert_eq!((current(), state(2)), (vec![0, 1, 3, 4], Some(State::Equivocated)));
		assert_ok!(reinstate(2));
		assert_eq!(last_event(), Event::Reinstated { member: MemberId(2), validator: 2 });
		assert_eq!(state(2), Some(State::Waiting));
		rotate(2);
		assert_eq!(current(), [0, 1, 3, 4, 2]);
	});
}

#[test]
fn a_leaving_validator_stays() {
	chain(5, 4, || {
		assert_ok!(remove(2));
		assert_ok!(reinstate(2));
		rotate(3);
		assert_eq!((state(2), current().len()), (Some(State::Active), 5));
	});
}

#[test]
fn one_that_serves_is_unknown_or_whose_member_is_not_active_is_refused() {
	chain(5, 4, || {
		assert_noop!(reinstate(2), Error::<Test>::NothingToReinstate);
		assert_noop!(reinstate(77), Error::<Test>::NotFound);
		stand(2, Standing::Suspended);
		assert_noop!(reinstate(2), Error::<Test>::NotEligible);
		assert_noop!(
			Validators::reinstate(RuntimeOrigin::signed(institution(2)), 2),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn one_whose_member_has_another_is_refused() {
	chain(5, 4, || {
		let set: Vec<_> = [(0, 0), (1, 1), (2, 22)].map(|(i, a)| (MemberId(i), a)).to_vec();
		let set = set.try_into().expect("within the bound; qed");
		assert_ok!(Validators::force_validators(RuntimeOrigin::root(), set));
		assert_noop!(reinstate(2), Error::<Test>::AlreadyExists);
	});
}
