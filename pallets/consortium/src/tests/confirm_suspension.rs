use super::*;

fn confirm(member: MemberId, until: Option<LegalDate>) -> DispatchResult {
	act(council(), Call::confirm_suspension { member, until })
}

#[test]
fn a_confirmed_suspension_does_not_lapse() {
	test(|| {
		assert_ok!(suspend(COURT));
		let old = record(COURT).suspension;
		events();
		assert_ok!(confirm(COURT, None));
		let new = Suspension { until: None, confirmed: true };
		assert_eq!(events(), [Event::SuspensionSet { member: COURT, old, new }]);
		pass_days(400);
		assert_eq!(standing(COURT), Standing::Suspended);
		assert_noop!(confirm(COURT, None), E::AlreadyConfirmed);
	});
}

#[test]
fn it_may_be_confirmed_to_a_day() {
	test(|| {
		assert_ok!(suspend(COURT));
		assert_noop!(confirm(COURT, Some(LegalDate(today().0 - 1))), E::InvalidDate);
		assert_ok!(confirm(COURT, Some(today().plus(100))));
		pass_days(100);
		assert_eq!(standing(COURT), Standing::Suspended);
		pass_days(1);
		assert_eq!(standing(COURT), Standing::Active);
	});
}

#[test]
fn there_must_be_something_to_confirm() {
	test(|| {
		assert_noop!(confirm(COURT, None), E::NotSuspended);
		assert_noop!(confirm(MemberId(99), None), E::NotFound);
		let call = Call::confirm_suspension { member: COURT, until: None };
		assert_noop!(act(by(COURT), call), BadOrigin);
		assert_ok!(suspend(COURT));
		Accused::set(Some(COURT));
		assert_noop!(confirm(COURT, None), BadOrigin);
	});
}
