//! Every invariant, broken on purpose.

use super::*;
use crate::{Forced, Minimum, Owners, Planned, Registered, Validator};
use sp_core::H256;

fn broken(by: impl FnOnce()) -> String {
	let error = Externalities::new(genesis(0, 1), Validators::do_try_state).broken_by(|| {
		// The mocks are clean: members are of no matter here.
		for i in 0..4u64 {
			let account = AccountOf(i);
			account.register();
		}
		Validators::do_try_state().expect("sound so far");
		by();
	});
	format!("{error:?}")
}

struct AccountOf(u64);

impl AccountOf {
	fn register(&self) {
		frame_support::assert_ok!(Validators::add(MemberId(self.0 as u32), &self.0));
		frame_support::assert_ok!(set_keys(self.0, self.0));
		rotate(2);
	}
}

fn says(error: String, what: &str) {
	assert!(error.contains(what), "{error} instead of {what}");
}

#[test]
fn an_account_registered_twice_is_seen() {
	says(
		broken(|| {
			Registered::<Test>::mutate(|all| {
				let mut twice = all[0].clone();
				twice.leaving = Some(crate::Cause::OwnWish);
				all.try_push(twice).expect("room; qed");
			})
		}),
		"an account is registered twice",
	);
}

#[test]
fn a_second_staying_validator_of_a_member_is_seen() {
	says(
		broken(|| {
			Owners::<Test>::insert(50, MemberId(0));
			Registered::<Test>::mutate(|all| {
				all.try_push(Validator::new(50, MemberId(0))).expect("room; qed")
			})
		}),
		"a member has two validators that stay",
	);
}

#[test]
fn a_wrong_owner_is_seen() {
	says(
		broken(|| Owners::<Test>::insert(2, MemberId(3))),
		"a registered account does not belong to its member",
	);
}

#[test]
fn an_account_without_its_role_is_seen() {
	says(
		broken(|| Owners::<Test>::insert(60, MemberId(0))),
		"an account has not the role of a validator",
	);
}

#[test]
fn somebody_planned_twice_is_seen() {
	says(
		broken(|| {
			Planned::<Test>::mutate(|plan| {
				plan.set.try_push((0, H256::zero())).expect("room; qed");
			})
		}),
		"somebody is planned twice",
	);
}

#[test]
fn a_planned_stranger_is_seen() {
	says(
		broken(|| Planned::<Test>::mutate(|plan| plan.set[0].0 = 70)),
		"the planned set is not one registered validator per member",
	);
}

#[test]
fn a_planned_validator_without_keys_is_seen() {
	says(broken(|| pallet_session::NextKeys::<Test>::remove(1)), "a planned validator has no keys");
}

#[test]
fn a_queued_set_that_was_not_planned_is_seen() {
	says(
		broken(|| {
			pallet_session::QueuedKeys::<Test>::mutate(|queued| {
				queued.pop();
			})
		}),
		"the planned set is not the queued one",
	);
}

#[test]
fn a_change_in_the_future_is_seen() {
	says(
		broken(|| Planned::<Test>::mutate(|plan| plan.changed_at = 100)),
		"the last change lies in the future",
	);
}

#[test]
fn a_minimum_out_of_bounds_is_seen() {
	says(broken(|| Minimum::<Test>::put(0)), "the minimum is out of bounds");
	says(broken(|| Minimum::<Test>::put(13)), "the minimum is out of bounds");
}

#[test]
fn a_set_under_the_minimum_is_seen() {
	says(
		broken(|| Minimum::<Test>::put(5)),
		"the planned set is under the minimum and was not forced",
	);
	says(
		broken(|| Planned::<Test>::mutate(|plan| plan.forced = true)),
		"the planned set is under the minimum and was not forced",
	);
}

#[test]
fn a_forced_set_left_over_is_seen() {
	says(
		broken(|| Forced::<Test>::put(frame_support::BoundedVec::default())),
		"a forced set was not planned",
	);
}
