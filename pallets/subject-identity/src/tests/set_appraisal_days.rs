//! `set_appraisal_days`.

use super::*;
use crate::AppraisalDays;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;

#[test]
fn governance_says_when_the_appraisal_is_due() {
	run(|| {
		assert_eq!(AppraisalDays::<Test>::get(), 30);
		assert_ok!(SubjectIdentity::set_appraisal_days(RuntimeOrigin::root(), 10));
		assert_event(Event::AppraisalDaysSet { days: 10 });
		let id = with_term(100);
		assert_eq!(clocks(id)[2], (30, BUREAU, end_of(today().plus(90))));
	});
}

#[test]
fn nobody_else_does_and_not_beyond_a_term() {
	run(|| {
		let by_officer = SubjectIdentity::set_appraisal_days(signed(HEAD), 10);
		assert_noop!(by_officer, DispatchError::BadOrigin);
		let root = RuntimeOrigin::root();
		let too_long = SubjectIdentity::set_appraisal_days(root.clone(), 15_001);
		assert_noop!(too_long, Error::InvalidParameter);
		assert_ok!(SubjectIdentity::set_appraisal_days(root, 15_000));
	});
}
