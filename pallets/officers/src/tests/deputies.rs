use super::*;
use crate::{Error, Event};
use frame_support::{assert_noop, assert_ok};
use shejiao_testing::MockLegalTime;

const HEAD: u64 = 20;
const DEPUTY: u64 = 21;

/// A head with enforcement, and a colleague with casework.
fn office() {
	assert_ok!(appoint(BUREAU, HEAD, Duties::HEAD.union(Duties::ENFORCEMENT)));
	assert_ok!(appoint(BUREAU, DEPUTY, Duties::CASEWORK));
}

fn set(by: u64, officer: u64, deputy: u64, duties: Duties, until: Moment) -> DispatchResult {
	Officers::set_deputy(signed(by), officer, deputy, duties, None, until)
}

fn revoke(by: u64, officer: u64, deputy: u64) -> DispatchResult {
	Officers::revoke_deputy(signed(by), officer, deputy, Reason::OwnWish)
}

#[test]
fn a_deputy_has_the_duties_for_the_interval() {
	run(|| {
		office();
		let from = START + DAY;
		let until = START + 2 * DAY;
		assert_ok!(Officers::set_deputy(
			signed(BUREAU),
			HEAD,
			DEPUTY,
			Duties::HEAD,
			Some(from),
			until,
		));
		assert_event(Event::DeputySet {
			officer: HEAD,
			deputy: DEPUTY,
			duties: Duties::HEAD,
			from,
			until,
			by: BUREAU,
		});
		assert_eq!(duties(DEPUTY), Duties::CASEWORK);
		MockLegalTime::set(from);
		assert_eq!(duties(DEPUTY), Duties::CASEWORK.union(Duties::HEAD));
		assert!(duties(HEAD).contains(Duties::HEAD));
		MockLegalTime::set(until);
		assert_eq!(duties(DEPUTY), Duties::CASEWORK);
		let then = officer_at(DEPUTY, until - 1).expect("was an officer then");
		assert_eq!(then.duties, Duties::CASEWORK.union(Duties::HEAD));
	});
}

#[test]
fn a_deputy_never_has_more_than_its_principal_has_then() {
	run(|| {
		office();
		assert_noop!(
			set(BUREAU, HEAD, DEPUTY, Duties::DECISION, YEAR_END),
			Error::<Test>::DutiesNotHeld
		);
		let both = Duties::HEAD.union(Duties::ENFORCEMENT);
		assert_ok!(set(BUREAU, HEAD, DEPUTY, both, YEAR_END));
		MockLegalTime::advance(DAY);
		let category = Category::StateFunctionary;
		assert_ok!(Officers::change(
			signed(BUREAU),
			HEAD,
			None,
			Duties::ENFORCEMENT,
			category,
			START + 2 * DAY,
		));
		assert_eq!(duties(DEPUTY), Duties::CASEWORK.union(Duties::ENFORCEMENT));
		MockLegalTime::advance(DAY);
		assert_eq!(duties(DEPUTY), Duties::CASEWORK);
		let then = officer_at(DEPUTY, START).expect("was an officer then");
		assert_eq!(then.duties, Duties::CASEWORK.union(both));
	});
}

#[test]
fn what_one_has_as_a_deputy_does_not_pass_on() {
	run(|| {
		office();
		assert_ok!(appoint(BUREAU, 22, Duties::RECORDS));
		assert_ok!(set(BUREAU, HEAD, DEPUTY, Duties::HEAD, YEAR_END));
		assert_noop!(set(BUREAU, DEPUTY, 22, Duties::HEAD, YEAR_END), Error::<Test>::DutiesNotHeld);
		assert_ok!(set(BUREAU, DEPUTY, 22, Duties::CASEWORK, YEAR_END));
		assert_eq!(duties(22), Duties::RECORDS.union(Duties::CASEWORK));
	});
}

#[test]
fn a_deputy_stays_within_its_category() {
	run(|| {
		office();
		assert_ok!(appoint_as(BUREAU, 22, Duties::RECORDS, Category::Auxiliary, YEAR_END));
		assert_noop!(
			set(BUREAU, HEAD, 22, Duties::ENFORCEMENT, YEAR_END),
			Error::<Test>::StateFunctionaryRequired
		);
		assert_ok!(set(BUREAU, HEAD, DEPUTY, Duties::ENFORCEMENT, YEAR_END));
		MockLegalTime::advance(1);
		assert_ok!(Officers::change(
			signed(BUREAU),
			DEPUTY,
			None,
			Duties::CASEWORK,
			Category::Auxiliary,
			YEAR_END,
		));
		assert_eq!(duties(DEPUTY), Duties::CASEWORK);
		assert!(officer_at(DEPUTY, START).is_some_and(|a| a.duties.contains(Duties::ENFORCEMENT)));
	});
}

#[test]
fn a_deputation_ends_for_good_with_either_appointment() {
	for gone in [HEAD, DEPUTY] {
		run(|| {
			office();
			assert_ok!(set(BUREAU, HEAD, DEPUTY, Duties::ENFORCEMENT, YEAR_END));
			MockLegalTime::advance(1);
			assert_ok!(dismiss(BUREAU, gone));
			assert_ok!(appoint(
				BUREAU,
				gone,
				Duties::CASEWORK.union(if gone == HEAD {
					Duties::ENFORCEMENT
				} else {
					Duties::RECORDS
				})
			));
			assert!(!duties(DEPUTY).contains(Duties::ENFORCEMENT), "came back with {gone}");
			assert!(Officers::open_deputations(&DEPUTY, START + 1).is_empty());
			assert_noop!(revoke(BUREAU, HEAD, DEPUTY), Error::<Test>::NotFound);
			assert!(
				officer_at(DEPUTY, START).is_some_and(|a| a.duties.contains(Duties::ENFORCEMENT))
			);
		});
	}
}

#[test]
fn both_are_different_officers_of_the_same_member() {
	run(|| {
		office();
		assert_ok!(appoint(COURT, 30, Duties::CASEWORK));
		let duty = Duties::HEAD;
		assert_noop!(set(BUREAU, HEAD, HEAD, duty, YEAR_END), Error::<Test>::ToItself);
		assert_noop!(set(BUREAU, HEAD, 30, duty, YEAR_END), Error::<Test>::NotSameMember);
		assert_noop!(set(BUREAU, HEAD, 40, duty, YEAR_END), Error::<Test>::NotFound);
		assert_noop!(set(BUREAU, 40, DEPUTY, duty, YEAR_END), Error::<Test>::NotFound);
		assert_noop!(set(COURT, HEAD, DEPUTY, duty, YEAR_END), Error::<Test>::NotAuthorized);
		assert_noop!(set(HEAD, HEAD, DEPUTY, duty, YEAR_END), Error::<Test>::NotAuthorized);
		assert_noop!(
			set(BUREAU, HEAD, DEPUTY, Duties::NONE, YEAR_END),
			Error::<Test>::InvalidDuties
		);
		assert_noop!(set(BUREAU, HEAD, DEPUTY, duty, START), Error::<Test>::InvalidInterval);
	});
}

#[test]
fn the_number_of_deputies_is_bounded_on_both_sides() {
	run(|| {
		for account in 20..29 {
			assert_ok!(appoint(BUREAU, account, Duties::CASEWORK));
		}
		let duty = Duties::CASEWORK;
		let day = START + DAY;
		for other in [21, 22, 23] {
			assert_ok!(set(BUREAU, 20, other, duty, day));
			assert_noop!(set(BUREAU, 20, other, duty, day), Error::<Test>::AlreadyExists);
			assert_ok!(set(BUREAU, other, 25, duty, day));
		}
		assert_noop!(set(BUREAU, 20, 24, duty, day), Error::<Test>::MaxDeputiesExceeded);
		assert_noop!(set(BUREAU, 24, 25, duty, day), Error::<Test>::MaxDeputiesExceeded);
		// What has run out makes room by itself.
		MockLegalTime::advance(DAY);
		assert_ok!(set(BUREAU, 20, 24, duty, YEAR_END));
		assert_ok!(set(BUREAU, 24, 25, duty, YEAR_END));
	});
}

#[test]
fn personnel_names_deputies_but_for_what_concerns_itself() {
	run(|| {
		clerk();
		office();
		assert_ok!(set(CLERK, HEAD, DEPUTY, Duties::ENFORCEMENT, YEAR_END));
		assert_noop!(
			set(CLERK, HEAD, CLERK, Duties::ENFORCEMENT, YEAR_END),
			Error::<Test>::ActsOnItself
		);
		assert_ok!(revoke(CLERK, HEAD, DEPUTY));
		assert_noop!(
			set(CLERK, HEAD, DEPUTY, Duties::HEAD, YEAR_END),
			Error::<Test>::ReservedDuties
		);
		assert_ok!(set(BUREAU, HEAD, DEPUTY, Duties::HEAD, YEAR_END));
		assert_noop!(revoke(CLERK, HEAD, DEPUTY), Error::<Test>::ReservedDuties);
	});
}

#[test]
fn a_deputy_for_personnel_decides_like_personnel() {
	run(|| {
		clerk();
		office();
		assert_noop!(appoint(DEPUTY, 30, Duties::RECORDS), Error::<Test>::NotAuthorized);
		assert_ok!(set(BUREAU, CLERK, DEPUTY, Duties::PERSONNEL, START + DAY));
		assert_ok!(appoint(DEPUTY, 30, Duties::RECORDS));
		assert_noop!(revoke(DEPUTY, CLERK, DEPUTY), Error::<Test>::ActsOnItself);
		MockLegalTime::advance(DAY);
		assert_noop!(appoint(DEPUTY, 31, Duties::RECORDS), Error::<Test>::NotAuthorized);
	});
}

#[test]
fn a_revoked_deputy_is_none_at_once() {
	run(|| {
		office();
		assert_noop!(revoke(BUREAU, HEAD, DEPUTY), Error::<Test>::NotFound);
		assert_ok!(set(BUREAU, HEAD, DEPUTY, Duties::ENFORCEMENT, YEAR_END));
		MockLegalTime::advance(DAY);
		assert_noop!(revoke(COURT, HEAD, DEPUTY), Error::<Test>::NotAuthorized);
		assert_noop!(revoke(HEAD, HEAD, DEPUTY), Error::<Test>::NotAuthorized);
		assert_ok!(revoke(BUREAU, HEAD, DEPUTY));
		assert_event(Event::DeputyRevoked {
			officer: HEAD,
			deputy: DEPUTY,
			reason: Reason::OwnWish,
			by: BUREAU,
		});
		assert_eq!(duties(DEPUTY), Duties::CASEWORK);
		assert!(officer_at(DEPUTY, START + DAY - 1)
			.is_some_and(|a| a.duties.contains(Duties::ENFORCEMENT)));
		assert_noop!(revoke(BUREAU, HEAD, DEPUTY), Error::<Test>::NotFound);
		assert_ok!(set(BUREAU, HEAD, DEPUTY, Duties::ENFORCEMENT, YEAR_END));
	});
}
