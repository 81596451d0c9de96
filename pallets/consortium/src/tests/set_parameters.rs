use super::*;

#[test]
fn root_sets_numbers_within_bounds() {
	test(|| {
		let set = |by, parameters| act(by, Call::set_parameters { parameters });
		let old = Parameters::default();
		let new = Parameters { publicity_days: 3, ..old };
		assert_noop!(set(council(), new), BadOrigin);
		assert_noop!(set(by(JUSTICE), new), BadOrigin);
		assert_ok!(set(root(), new));
		assert_eq!(events(), [Event::ParametersChanged { old, new }]);
		for bad in [
			Parameters { publicity_days: 0, ..old },
			Parameters { proposal_days: 0, ..old },
			Parameters { suspension_days: 0, ..old },
			Parameters { renewal_days: MAX_DAYS + 1, ..old },
			Parameters { rest_days: MAX_DAYS + 1, ..old },
			Parameters { objections: 0, ..old },
			Parameters { objections: MAX_OBJECTIONS + 1, ..old },
			// As long as an expulsion takes: who withdraws would escape it.
			Parameters { withdrawal_days: 14, ..old },
		] {
			assert_noop!(set(root(), bad), E::InvalidParameters);
		}
		assert_ok!(set(root(), Parameters { withdrawal_days: 15, ..old }));
	});
}

#[test]
fn what_runs_keeps_its_dates() {
	test(|| {
		assert_ok!(suspend(COURT));
		let parameters = Parameters { suspension_days: 1, ..Default::default() };
		assert_ok!(act(root(), Call::set_parameters { parameters }));
		pass_days(30);
		assert_eq!(standing(COURT), Standing::Suspended);
		pass_days(1);
		assert_eq!(standing(COURT), Standing::Active);
	});
}
