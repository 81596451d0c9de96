use super::{
	acts::{Act, SECOND},
	*,
};
use crate::{Error, Event};
use frame_support::{assert_noop, assert_ok};

#[test]
fn governance_sets_what_every_account_may_draw_for_the_law() {
	network(|| {
		assert_ok!(Gate::set_reserve(RuntimeOrigin::root(), 30 * SECOND));
		System::assert_last_event(Event::ReserveSet { reserve: 30 * SECOND }.into());
		assert_passes(JUDGE, report(Act::of(29)));
		assert_passes(CLERK, report(Act::of(29)));
	});
}

#[test]
fn nobody_else_may() {
	network(|| {
		let origin = RuntimeOrigin::signed(COURT);
		assert_noop!(Gate::set_reserve(origin, 30 * SECOND), DispatchError::BadOrigin);
	});
}

#[test]
fn no_vote_takes_the_reserve_under_its_floor() {
	network(|| {
		for reserve in [0, MinReserve::get() - 1, MaxQuota::get() + 1] {
			assert_noop!(
				Gate::set_reserve(RuntimeOrigin::root(), reserve),
				Error::<Test>::ReserveOutOfBounds
			);
		}
		assert_ok!(Gate::set_reserve(RuntimeOrigin::root(), MinReserve::get()));
	});
}
