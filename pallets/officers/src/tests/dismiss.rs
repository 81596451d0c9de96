use super::*;
use crate::{Error, Event, OfficerCount};
use frame_support::{assert_noop, assert_ok};
use shejiao_testing::MockLegalTime;

#[test]
fn a_dismissal_acts_at_once_and_leaves_the_past() {
	run(|| {
		assert_ok!(appoint(BUREAU, 20, Duties::CASEWORK));
		MockLegalTime::advance(DAY);
		assert_ok!(Officers::dismiss(signed(BUREAU), 20, Reason::DutyNeglected));
		assert_event(Event::OfficerDismissed {
			account: 20,
			member: BUREAU_ID,
			reason: Reason::DutyNeglected,
			by: BUREAU,
		});
		assert_eq!(officer(20), None);
		assert_eq!(OfficerCount::<Test>::get(BUREAU_ID), 0);
		for at in [START, START + DAY - 1] {
			assert!(<Officers as Directory<u64>>::had_duty(&20, BUREAU_ID, Duties::CASEWORK, at));
		}
		assert!(!<Officers as Directory<u64>>::had_duty(
			&20,
			BUREAU_ID,
			Duties::CASEWORK,
			START + DAY
		));
	});
}

#[test]
fn an_officer_decides_nothing_after_its_dismissal() {
	run(|| {
		clerk();
		assert_ok!(appoint(CLERK, 20, Duties::CASEWORK));
		assert_ok!(dismiss(BUREAU, CLERK));
		assert_noop!(appoint(CLERK, 21, Duties::CASEWORK), Error::<Test>::NotAuthorized);
		assert_noop!(dismiss(CLERK, 20), Error::<Test>::NotAuthorized);
	});
}

#[test]
fn nobody_is_dismissed_twice() {
	run(|| {
		assert_noop!(dismiss(BUREAU, 20), Error::<Test>::NotFound);
		assert_ok!(appoint(BUREAU, 20, Duties::CASEWORK));
		assert_ok!(dismiss(BUREAU, 20));
		assert_noop!(dismiss(BUREAU, 20), Error::<Test>::NotFound);
	});
}

#[test]
fn one_whose_validity_is_over_is_dismissed_to_make_room() {
	run(|| {
		assert_ok!(appoint_as(BUREAU, 20, Duties::CASEWORK, Category::Auxiliary, START + DAY,));
		MockLegalTime::advance(2 * DAY);
		assert_ok!(dismiss(BUREAU, 20));
		assert_eq!(OfficerCount::<Test>::get(BUREAU_ID), 0);
		assert!(officer_at(20, START + DAY - 1).is_some());
		assert_eq!(officer_at(20, START + DAY), None);
	});
}

#[test]
fn an_appointment_to_come_never_begins_once_dismissed() {
	run(|| {
		let from = Some(START + DAY);
		let category = Category::Auxiliary;
		assert_ok!(Officers::appoint(
			signed(BUREAU),
			None,
			20,
			None,
			Duties::CASEWORK,
			category,
			from,
			YEAR_END,
		));
		assert_ok!(dismiss(BUREAU, 20));
		MockLegalTime::advance(DAY);
		assert_eq!(officer(20), None);
	});
}

#[test]
fn one_that_was_dismissed_may_come_back() {
	run(|| {
		assert_ok!(appoint(BUREAU, 20, Duties::CASEWORK));
		MockLegalTime::advance(DAY);
		assert_ok!(dismiss(BUREAU, 20));
		MockLegalTime::advance(DAY);
		assert_ok!(appoint(COURT, 20, Duties::RECORDS));
		assert_eq!(officer_at(20, START).map(|a| a.member), Some(BUREAU_ID));
		assert_eq!(officer_at(20, START + DAY), None);
		assert_eq!(officer(20).map(|a| a.member), Some(COURT_ID));
	});
}

#[test]
fn personnel_dismisses_neither_personnel_nor_heads_nor_itself() {
	run(|| {
		clerk();
		assert_ok!(appoint(BUREAU, 20, Duties::HEAD));
		assert_ok!(appoint(BUREAU, 21, Duties::PERSONNEL));
		assert_ok!(appoint(BUREAU, 22, Duties::ENFORCEMENT));
		assert_noop!(dismiss(CLERK, 20), Error::<Test>::ReservedDuties);
		assert_noop!(dismiss(CLERK, 21), Error::<Test>::ReservedDuties);
		assert_noop!(dismiss(CLERK, CLERK), Error::<Test>::ActsOnItself);
		assert_ok!(dismiss(CLERK, 22));
	});
}

#[test]
fn another_member_dismisses_nobody() {
	run(|| {
		assert_ok!(appoint(BUREAU, 20, Duties::CASEWORK));
		assert_noop!(dismiss(COURT, 20), Error::<Test>::NotAuthorized);
		assert_noop!(dismiss(20, 20), Error::<Test>::NotAuthorized);
	});
}
