use super::*;
use crate::Error;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;

fn confirm(incident: u32, days: u32) -> DispatchResult {
	Compliance::confirm_pause(council(), IncidentId(incident), days)
}

#[test]
fn a_confirmed_pause_lasts_longer_and_ends_by_itself() {
	chain(|| {
		assert_ok!(report(COURT, records()));
		assert_ok!(confirm(0, 10));
		let until = now() + 240 * HOUR;
		assert_eq!(last_event(), Event::PauseConfirmed { incident: IncidentId(0), until });
		MockLegalTime::set(until - 1);
		assert!(Compliance::is_paused(ModuleId::Records));
		assert_ok!(confirm(0, 30));
		MockLegalTime::set(until);
		assert!(Compliance::is_paused(ModuleId::Records));
		MockLegalTime::advance_days(30);
		assert!(!Compliance::is_paused(ModuleId::Records));
	});
}

#[test]
fn a_pause_that_ended_or_never_was_can_be_confirmed() {
	chain(|| {
		for _ in 0..3 {
			assert_ok!(report(COURT, records()));
		}
		MockLegalTime::advance_days(9);
		assert!(!Compliance::is_paused(ModuleId::Records));
		assert_ok!(confirm(2, 1));
		assert!(Compliance::is_paused(ModuleId::Records));
	});
}

#[test]
fn bad_confirmations_are_refused() {
	chain(|| {
		assert_noop!(confirm(0, 1), Error::<Test>::NotFound);
		assert_ok!(report(COURT, records()));
		assert_noop!(confirm(0, 0), Error::<Test>::PeriodOutOfBounds);
		assert_noop!(confirm(0, 31), Error::<Test>::PeriodOutOfBounds);
		assert_noop!(
			Compliance::confirm_pause(signed(COURT), IncidentId(0), 1),
			DispatchError::BadOrigin
		);
		assert_ok!(Compliance::close_incident(council(), IncidentId(0), H256::zero()));
		assert_noop!(confirm(0, 1), Error::<Test>::AlreadyClosed);
	});
}
