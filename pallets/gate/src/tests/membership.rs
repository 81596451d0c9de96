use super::{
	acts::{Act, SECOND},
	*,
};
use crate::{Error, Event, Quotas};
use frame_support::{assert_noop, assert_ok};
use shejiao_primitives::{directory::OnMembership, member::Standing};

#[test]
fn admission_sets_the_quota() {
	network(|| {
		assert_ok!(Gate::admitted(CHARITY_ID, &CHARITY, 3 * SECOND));
		assert_eq!(Gate::quota(CHARITY_ID).limit, 3 * SECOND);
		System::assert_last_event(Event::QuotaSet { member: CHARITY_ID, quota: 3 * SECOND }.into());
	});
}

#[test]
fn admission_with_a_quota_out_of_bounds_fails() {
	network(|| {
		for quota in [0, MaxQuota::get() + 1] {
			assert_noop!(
				Gate::admitted(CHARITY_ID, &CHARITY, quota),
				Error::<Test>::QuotaOutOfBounds
			);
		}
	});
}

#[test]
fn leaving_and_coming_back_frees_no_quota() {
	network(|| {
		assert_ok!(Gate::admitted(CHARITY_ID, &CHARITY, 60 * SECOND));
		assert_passes(CHARITY, share(Act::of(50)));
		assert_ok!(Gate::standing_changed(CHARITY_ID, Standing::Active, Standing::Expelled));
		assert_ok!(Gate::admitted(CHARITY_ID, &CHARITY, 60 * SECOND));
		assert_refused(CHARITY, share(Act::of(50)), Refusal::QuotaExceeded);
	});
}

#[test]
fn a_change_of_standing_changes_no_quota() {
	network(|| {
		assert_ok!(Gate::admitted(COURT_ID, &COURT, 60 * SECOND));
		let before = Quotas::<Test>::get(COURT_ID);
		assert_ok!(Gate::standing_changed(COURT_ID, Standing::Active, Standing::Suspended));
		assert_eq!(Quotas::<Test>::get(COURT_ID), before);
	});
}
