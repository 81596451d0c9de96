use super::*;
use crate::{Error, Event};
use frame_support::{assert_noop, assert_ok};
use shejiao_testing::MockLegalTime;

fn change(by: u64, account: u64, duties: Duties, until: Moment) -> DispatchResult {
	let category = Category::StateFunctionary;
	Officers::change(signed(by), account, None, duties, category, until)
}

#[test]
fn a_change_acts_at_once_and_leaves_the_past() {
	run(|| {
		assert_ok!(appoint(BUREAU, 20, Duties::CASEWORK));
		MockLegalTime::advance(DAY);
		assert_ok!(Officers::change(
			signed(BUREAU),
			20,
			Some(OFFICE),
			Duties::RECORDS,
			Category::Auxiliary,
			START + 2 * DAY,
		));
		assert_event(Event::OfficerChanged {
			account: 20,
			member: BUREAU_ID,
			unit: Some(OFFICE),
			duties: Duties::RECORDS,
			category: Category::Auxiliary,
			valid_until: START + 2 * DAY,
			by: BUREAU,
		});
		let before = officer_at(20, START + DAY - 1).expect("was an officer then");
		assert_eq!((before.duties, before.unit), (Duties::CASEWORK, None));
		let after = officer(20).expect("is an officer");
		assert_eq!(
			(after.duties, after.unit, after.category),
			(Duties::RECORDS, Some(OFFICE), Category::Auxiliary)
		);
		MockLegalTime::advance(DAY);
		assert_eq!(officer(20), None);
	});
}

#[test]
fn an_appointment_to_come_keeps_its_beginning() {
	run(|| {
		let from = Some(START + DAY);
		let category = Category::StateFunctionary;
		let duties = Duties::CASEWORK;
		assert_ok!(Officers::appoint(
			signed(BUREAU),
			None,
			20,
			None,
			duties,
			category,
			from,
			YEAR_END,
		));
		assert_noop!(
			change(BUREAU, 20, Duties::RECORDS, START + DAY),
			Error::<Test>::InvalidInterval
		);
		assert_ok!(change(BUREAU, 20, Duties::RECORDS, START + 2 * DAY));
		assert_eq!(officer(20), None);
		MockLegalTime::advance(DAY);
		assert_eq!(officer(20).map(|a| a.duties), Some(Duties::RECORDS));
	});
}

#[test]
fn what_is_over_is_not_changed() {
	run(|| {
		assert_noop!(change(BUREAU, 20, Duties::RECORDS, YEAR_END), Error::<Test>::NotFound);
		assert_ok!(appoint_as(BUREAU, 20, Duties::CASEWORK, Category::Auxiliary, START + DAY,));
		assert_noop!(change(BUREAU, 20, Duties::RECORDS, START), Error::<Test>::InvalidInterval);
		MockLegalTime::advance(DAY);
		assert_noop!(change(BUREAU, 20, Duties::RECORDS, YEAR_END), Error::<Test>::NotFound);
	});
}

#[test]
fn personnel_touches_neither_personnel_nor_heads_nor_itself() {
	run(|| {
		clerk();
		assert_ok!(appoint(BUREAU, 20, Duties::HEAD));
		assert_ok!(appoint(BUREAU, 21, Duties::CASEWORK));
		assert_noop!(change(CLERK, 20, Duties::CASEWORK, YEAR_END), Error::<Test>::ReservedDuties);
		for reserved in [Duties::HEAD, Duties::PERSONNEL] {
			assert_noop!(change(CLERK, 21, reserved, YEAR_END), Error::<Test>::ReservedDuties);
		}
		assert_noop!(change(CLERK, CLERK, Duties::RECORDS, YEAR_END), Error::<Test>::ActsOnItself);
		assert_ok!(change(CLERK, 21, Duties::ENFORCEMENT, YEAR_END));
		assert_ok!(change(BUREAU, CLERK, Duties::HEAD, YEAR_END));
	});
}

#[test]
fn the_rules_of_appointment_hold() {
	run(|| {
		assert_ok!(appoint(BUREAU, 20, Duties::CASEWORK));
		assert_noop!(change(COURT, 20, Duties::RECORDS, YEAR_END), Error::<Test>::NotAuthorized);
		assert_noop!(change(BUREAU, 20, Duties::NONE, YEAR_END), Error::<Test>::InvalidDuties);
		let to = |unit, duties, category| {
			Officers::change(signed(BUREAU), 20, unit, duties, category, YEAR_END)
		};
		assert_noop!(
			to(None, Duties::APPROVAL, Category::Auxiliary),
			Error::<Test>::StateFunctionaryRequired
		);
		assert_noop!(
			to(Some(COURT_UNIT), Duties::APPROVAL, Category::StateFunctionary),
			Error::<Test>::UnitNotOfMember
		);
	});
}
