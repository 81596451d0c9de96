use super::{
	acts::{Act, SECOND},
	*,
};
use crate::{Error, Event};
use frame_support::{assert_noop, assert_ok};

#[test]
fn governance_sets_what_a_member_may_draw() {
	network(|| {
		assert_ok!(Gate::set_quota(RuntimeOrigin::root(), COURT_ID, 7 * SECOND));
		assert_eq!(Gate::quota(COURT_ID).limit, 7 * SECOND);
		assert_eq!(Gate::quota(CHARITY_ID).limit, 100 * SECOND);
		System::assert_last_event(Event::QuotaSet { member: COURT_ID, quota: 7 * SECOND }.into());
		assert_refused(JUDGE, share(Act::of(7)), Refusal::QuotaExceeded);
		assert_passes(JUDGE, share(Act::of(6)));
	});
}

#[test]
fn what_was_drawn_in_the_hour_still_counts() {
	network(|| {
		assert_passes(JUDGE, share(Act::of(50)));
		let used = Gate::quota(COURT_ID).used;
		assert_ok!(Gate::set_quota(RuntimeOrigin::root(), COURT_ID, 20 * SECOND));
		assert_eq!(Gate::quota(COURT_ID).used, used);
		assert_refused(JUDGE, share(Act::of(1)), Refusal::QuotaExceeded);
		assert_ok!(Gate::set_quota(RuntimeOrigin::root(), COURT_ID, 60 * SECOND));
		assert_passes(JUDGE, share(Act::of(9)));
	});
}

#[test]
fn nobody_else_may() {
	network(|| {
		let origin = RuntimeOrigin::signed(COURT);
		assert_noop!(Gate::set_quota(origin, COURT_ID, SECOND), DispatchError::BadOrigin);
	});
}

#[test]
fn there_must_be_such_a_member() {
	network(|| {
		assert_noop!(
			Gate::set_quota(RuntimeOrigin::root(), MemberId(2), SECOND),
			Error::<Test>::NotFound
		);
	});
}

#[test]
fn a_quota_is_neither_nothing_nor_more_than_the_chain_has() {
	network(|| {
		for quota in [0, MaxQuota::get() + 1] {
			assert_noop!(
				Gate::set_quota(RuntimeOrigin::root(), COURT_ID, quota),
				Error::<Test>::QuotaOutOfBounds
			);
		}
		assert_ok!(Gate::set_quota(RuntimeOrigin::root(), COURT_ID, MaxQuota::get()));
	});
}
