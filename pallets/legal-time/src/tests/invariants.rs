use crate::{mock::*, Clock};
use shejiao_primitives::time::{LegalDate, DAY};
use shejiao_testing::START;

#[test]
fn a_day_length_out_of_bounds_is_named() {
	for day in [0, DAY + 1] {
		let error = chain(None, 0).broken_by(|| Clock::<Test>::mutate(|clock| clock.day = day));
		assert_eq!(error, "legal-time: the day length is out of bounds".into());
	}
}

#[test]
fn an_anchor_out_of_step_is_named() {
	for day_length in [None, Some(2_000)] {
		let error = chain(day_length, START)
			.broken_by(|| Clock::<Test>::mutate(|clock| clock.anchor_date = LegalDate(3)));
		assert_eq!(error, "legal-time: the anchor is not in step with the real calendar".into());
	}
}
