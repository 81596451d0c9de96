use super::*;
use crate::{
	types::{hour_of, Attempts as Count, Load, Quota},
	Attempts, DefaultQuota, Drawn, Quotas, Reserve,
};
use shejiao_primitives::time::{LegalDate, LegalTime};
use shejiao_testing::MockLegalTime;

#[track_caller]
fn assert_named(breaks: impl FnOnce(), name: &'static str) {
	let error = chain().broken_by(|| {
		MockMembers::add(&COURT, MemberKind::Court);
		Gate::do_try_state().expect("a member breaks nothing");
		breaks();
	});
	assert_eq!(error, name.into());
}

fn now() -> u32 {
	hour_of(MockLegalTime::now())
}

fn quota(limit: u64, load: Load) {
	Quotas::<Test>::insert(COURT_ID, Quota { limit, load });
}

fn attempts(date: LegalDate, on_date: u32, total: u32) {
	Attempts::<Test>::insert(COURT_ID, Count { date, on_date, total });
}

#[test]
fn a_default_quota_out_of_bounds_is_named() {
	for value in [0, MaxQuota::get() + 1] {
		assert_named(|| DefaultQuota::<Test>::put(value), "gate: default quota out of bounds");
	}
}

#[test]
fn a_reserve_out_of_bounds_is_named() {
	for value in [0, MinReserve::get() - 1, MaxQuota::get() + 1] {
		assert_named(|| Reserve::<Test>::put(value), "gate: reserve out of bounds");
	}
}

#[test]
fn a_quota_of_no_member_is_named() {
	let stray = Quota { limit: 1, load: Load::default() };
	assert_named(|| Quotas::<Test>::insert(CHARITY_ID, stray), "gate: a quota of no member");
}

#[test]
fn a_quota_out_of_bounds_is_named() {
	for limit in [0, MaxQuota::get() + 1] {
		assert_named(|| quota(limit, Load::default()), "gate: quota out of bounds");
	}
}

#[test]
fn an_hour_in_the_future_is_named() {
	let name = "gate: an hour lies in the future";
	assert_named(|| quota(1, Load { hour: now() + 1, used: 0 }), name);
	assert_named(|| Drawn::<Test>::insert(COURT, Load { hour: now() + 1, used: 0 }), name);
}

#[test]
fn a_load_beyond_every_quota_is_named() {
	let name = "gate: more was drawn than any quota allows";
	let load = Load { hour: 0, used: MaxQuota::get() + 1 };
	assert_named(|| quota(1, load), name);
	assert_named(|| Drawn::<Test>::insert(COURT, load), name);
}

#[test]
fn an_account_never_admitted_that_drew_on_the_reserve_is_named() {
	assert_named(
		|| Drawn::<Test>::insert(STRANGER, Load::default()),
		"gate: an account never admitted has drawn on the reserve",
	);
}

#[test]
fn attempts_of_no_member_are_named() {
	let stray = Count { date: LegalDate(1), on_date: 1, total: 1 };
	assert_named(|| Attempts::<Test>::insert(CHARITY_ID, stray), "gate: attempts of no member");
}

#[test]
fn an_attempt_in_the_future_is_named() {
	assert_named(
		|| attempts(MockLegalTime::today().plus(1), 1, 1),
		"gate: the date of an attempt lies in the future",
	);
}

#[test]
fn attempts_that_do_not_add_up_are_named() {
	for (on_date, total) in [(0, 1), (2, 1)] {
		assert_named(|| attempts(LegalDate(1), on_date, total), "gate: attempts do not add up");
	}
}
