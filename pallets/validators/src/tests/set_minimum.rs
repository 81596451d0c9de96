use super::*;
use crate::{Error, Minimum};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;

#[test]
fn root_sets_the_minimum_within_the_validators_there_are() {
	chain(5, 4, || {
		assert_ok!(Validators::set_minimum(RuntimeOrigin::root(), 5));
		assert_eq!(last_event(), Event::MinimumSet { from: 4, to: 5 });
		assert_ok!(Validators::set_minimum(RuntimeOrigin::root(), 1));
		assert_eq!(Minimum::<Test>::get(), 1);
		for out in [0, 6] {
			assert_noop!(
				Validators::set_minimum(RuntimeOrigin::root(), out),
				Error::<Test>::MinimumOutOfBounds
			);
		}
	});
}

#[test]
fn nobody_else_sets_it() {
	chain(5, 4, || {
		assert_noop!(
			Validators::set_minimum(RuntimeOrigin::signed(COUNCIL), 3),
			DispatchError::BadOrigin
		);
	});
}
