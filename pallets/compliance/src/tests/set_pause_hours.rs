use super::*;
use crate::Error;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;

#[test]
fn governance_sets_how_long_later_reports_pause() {
	chain(|| {
		assert_ok!(report(COURT, records()));
		assert_ok!(Compliance::set_pause_hours(council(), 5));
		assert_eq!(last_event(), Event::PauseHoursSet { from: 72, to: 5 });
		assert_ok!(report(OTHER, Modules::of(ModuleId::Oversight)));
		MockLegalTime::advance(5 * HOUR);
		assert!(Compliance::is_paused(ModuleId::Records));
		assert!(!Compliance::is_paused(ModuleId::Oversight));
	});
}

#[test]
fn out_of_bounds_or_by_others_it_is_refused() {
	chain(|| {
		for hours in [0, 73] {
			assert_noop!(
				Compliance::set_pause_hours(council(), hours),
				Error::<Test>::PeriodOutOfBounds
			);
		}
		assert_noop!(Compliance::set_pause_hours(signed(COURT), 5), DispatchError::BadOrigin);
	});
}
