use super::*;

pub(super) fn order(by: RuntimeOrigin, until: Option<LegalDate>) -> DispatchResult {
	act(by, Call::order_superior { member: JUSTICE, until, document: DOCUMENT })
}

#[test]
fn the_superior_acts_for_an_agency_that_may_not_act() {
	test(|| {
		assert_noop!(order(by(CITY_JUSTICE), None), E::OrderNotAllowed);
		assert_ok!(suspend(JUSTICE));
		events();
		assert!(!Consortium::acts_for(CITY_JUSTICE, JUSTICE));
		assert_noop!(order(by(CITY_PROCURATORATE), None), E::NotAuthorized);
		assert_ok!(order(by(CITY_JUSTICE), None));
		let new = Order { superior: CITY_JUSTICE, until: None, document: DOCUMENT };
		assert_eq!(events(), [Event::OrderChanged { member: JUSTICE, old: None, new: Some(new) }]);
		assert!(Consortium::acts_for(CITY_JUSTICE, JUSTICE));
		assert!(!Consortium::acts_for(COURT, JUSTICE));
		// Back in its rights, it acts itself, and the order does not revive.
		pass_days(31);
		assert!(!Consortium::acts_for(CITY_JUSTICE, JUSTICE));
		assert!(events().contains(&Event::OrderChanged {
			member: JUSTICE,
			old: Some(new),
			new: None,
		}));
		assert_ok!(expel(JUSTICE));
		assert!(!Consortium::acts_for(CITY_JUSTICE, JUSTICE));
	});
}

#[test]
fn an_order_ends_with_its_day() {
	test(|| {
		assert_ok!(expel(JUSTICE));
		assert_noop!(order(council(), Some(LegalDate(today().0 - 1))), E::InvalidDate);
		assert_ok!(order(council(), Some(today().plus(2))));
		MockLegalTime::advance_days(2);
		assert!(Consortium::acts_for(CITY_JUSTICE, JUSTICE));
		MockLegalTime::advance_days(1);
		assert!(!Consortium::acts_for(CITY_JUSTICE, JUSTICE));
	});
}

#[test]
fn a_superior_that_may_not_act_itself_acts_for_nobody() {
	test(|| {
		assert_ok!(expel(JUSTICE));
		assert_ok!(order(by(CITY_JUSTICE), None));
		assert_ok!(suspend(CITY_JUSTICE));
		assert!(!Consortium::acts_for(CITY_JUSTICE, JUSTICE));
		assert_noop!(order(by(CITY_JUSTICE), None), E::NotAuthorized);
		assert_noop!(order(council(), None), E::OrderNotAllowed);
	});
}

#[test]
fn nobody_acts_for_an_agency_without_superior_or_one_that_no_law_orders() {
	test(|| {
		assert_ok!(expel(COURT));
		assert_ok!(expel(CHARITY));
		let order = |member| {
			act(council(), Call::order_superior { member, until: None, document: DOCUMENT })
		};
		assert_noop!(order(COURT), E::OrderNotAllowed);
		assert_noop!(order(CHARITY), E::OrderNotAllowed);
		assert_noop!(order(MemberId(99)), E::NotFound);
	});
}

#[test]
fn another_superior_needs_another_order() {
	test(|| {
		assert_ok!(suspend(JUSTICE));
		assert_ok!(order(by(CITY_JUSTICE), None));
		let placement = Placement { parent: None, ..record(JUSTICE).placement };
		assert_ok!(act(council(), Call::reorganise { member: JUSTICE, placement }));
		assert!(!Consortium::acts_for(CITY_JUSTICE, JUSTICE));
		assert_eq!(OrderHistory::<Test>::current(&JUSTICE), Some(None));
	});
}
