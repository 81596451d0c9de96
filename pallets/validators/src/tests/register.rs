use super::*;
use crate::Error;
use frame_support::{assert_noop, assert_ok};
use shejiao_primitives::member::Access;
use sp_runtime::DispatchError;

fn register(i: u32, account: u64) -> DispatchResult {
	Validators::register(RuntimeOrigin::signed(institution(i)), account)
}

#[test]
fn a_member_registers_a_validator_that_waits_for_its_keys() {
	chain(4, 4, || {
		assert_ok!(register(4, validator(4)));
		assert_eq!(
			last_event(),
			Event::Registered { member: MemberId(4), validator: validator(4) }
		);
		rotate(4);
		assert_eq!(state(validator(4)), Some(State::Waiting));
		assert_eq!(queued(), [0, 1, 2, 3]);
		assert_ok!(set_keys(validator(4), 4));
		rotate(1);
		assert_eq!((queued(), current()), (vec![0, 1, 2, 3, 4], vec![0, 1, 2, 3]));
		rotate(1);
		assert_eq!(current(), [0, 1, 2, 3, 4]);
		assert_eq!(Validators::validator_of(MemberId(4)), Some(4));
	});
}

#[test]
fn only_an_institution_registers() {
	chain(4, 4, || {
		assert_noop!(
			Validators::register(RuntimeOrigin::signed(validator(0)), 77),
			Error::<Test>::NotAuthorized
		);
		assert_noop!(Validators::register(RuntimeOrigin::root(), 77), DispatchError::BadOrigin);
	});
}

#[test]
fn a_member_without_a_node_or_out_of_standing_is_not_eligible() {
	chain(4, 4, || {
		MockMembers::update(MemberId(5), |p| p.access = Access::Gateway);
		assert_noop!(register(5, validator(5)), Error::<Test>::NotEligible);
		for standing in
			[Standing::Suspended, Standing::Lapsed, Standing::Withdrawn, Standing::Expelled]
		{
			stand(6, standing);
			assert_noop!(register(6, validator(6)), Error::<Test>::NotEligible);
		}
		MockMembers::update(MemberId(7), |p| p.kind = MemberKind::Notary);
		assert_noop!(register(7, validator(7)), Error::<Test>::NotEligible);
	});
}

#[test]
fn a_member_has_one_validator() {
	chain(4, 4, || {
		assert_noop!(register(0, 77), Error::<Test>::AlreadyExists);
		assert_ok!(register(4, validator(4)));
		assert_noop!(register(4, 77), Error::<Test>::AlreadyExists);
	});
}

#[test]
fn an_account_stays_with_the_member_that_first_registered_it() {
	chain(4, 4, || {
		assert_noop!(register(5, validator(0)), Error::<Test>::AccountTaken);
		join(4);
		assert_ok!(Validators::leave(RuntimeOrigin::signed(institution(4))));
		assert_eq!(state(validator(4)), None);
		assert_noop!(register(5, validator(4)), Error::<Test>::AccountTaken);
		assert_ok!(register(4, validator(4)));
	});
}

#[test]
fn an_account_with_another_role_is_refused() {
	chain(4, 4, || {
		assert_noop!(
			register(4, institution(7)),
			DispatchError::Other("the account has another role")
		);
	});
}

#[test]
fn there_is_room_for_a_bounded_number() {
	chain(12, 4, || {
		MockMembers::add(&institution(12), MemberKind::Prison);
		assert_noop!(register(12, validator(12)), Error::<Test>::MaxValidatorsExceeded);
	});
}
