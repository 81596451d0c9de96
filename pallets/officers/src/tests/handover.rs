use super::*;
use crate::{Error, Event};
use frame_support::{assert_noop, assert_ok};
use shejiao_testing::MockLegalTime;

/// Officers 20 to 24 of the bureau.
fn office() {
	for account in 20..25 {
		assert_ok!(appoint(BUREAU, account, Duties::CASEWORK));
	}
}

fn hand_over(by: u64, from: u64, to: u64) -> DispatchResult {
	Officers::hand_over(signed(by), from, to, Reason::Absence)
		.map(|_| ())
		.map_err(|refused| refused.error)
}

fn take_back(by: u64, officer: u64) -> DispatchResult {
	Officers::take_back(signed(by), officer)
}

fn responsible(account: u64, at: Moment) -> Option<u64> {
	Officers::responsible(BUREAU_ID, &account, at)
}

#[test]
fn one_act_hands_over_everything_that_is_carried() {
	run(|| {
		office();
		assert_eq!(responsible(20, START), Some(20));
		MockLegalTime::advance(10);
		assert_ok!(hand_over(BUREAU, 20, 21));
		MockLegalTime::advance(10);
		assert_ok!(hand_over(BUREAU, 21, 22));
		assert_event(Event::CaseloadHandedOver {
			member: BUREAU_ID,
			from: 21,
			to: 22,
			caseloads: 2,
			reason: Reason::Absence,
			by: BUREAU,
		});
		assert_eq!(responsible(20, START + 9), Some(20));
		assert_eq!(responsible(20, START + 10), Some(21));
		assert_eq!(responsible(20, START + 19), Some(21));
		assert_eq!(responsible(20, START + 20), Some(22));
		assert_eq!(responsible(21, START + 20), Some(22));
		assert_eq!(responsible(22, START + 20), Some(22));
		assert_eq!(responsible(20, START - 1), None);
		assert_eq!(responsible(99, START + 20), None);
	});
}

#[test]
fn handing_over_in_a_circle_is_giving_back() {
	run(|| {
		office();
		assert_ok!(hand_over(BUREAU, 20, 21));
		assert_ok!(hand_over(BUREAU, 21, 22));
		assert_ok!(hand_over(BUREAU, 22, 20));
		for account in 20..23 {
			assert_eq!(responsible(account, START), Some(20));
		}
		assert_noop!(hand_over(BUREAU, 21, 20), Error::<Test>::NothingCarried);
	});
}

#[test]
fn one_that_comes_back_takes_its_own_caseload_alone() {
	run(|| {
		office();
		assert_ok!(hand_over(BUREAU, 20, 21));
		MockLegalTime::advance(DAY);
		assert_ok!(take_back(BUREAU, 20));
		assert_event(Event::CaseloadTakenBack {
			member: BUREAU_ID,
			officer: 20,
			from: 21,
			by: BUREAU,
		});
		assert_eq!(responsible(20, START), Some(21));
		assert_eq!(responsible(20, START + DAY), Some(20));
		assert_eq!(responsible(21, START + DAY), Some(21));
		assert_noop!(take_back(BUREAU, 20), Error::<Test>::AlreadyCarried);
	});
}

#[test]
fn one_that_is_gone_may_be_relieved_but_not_burdened() {
	run(|| {
		office();
		assert_ok!(dismiss(BUREAU, 20));
		assert_ok!(hand_over(BUREAU, 20, 21));
		assert_noop!(hand_over(BUREAU, 21, 20), Error::<Test>::NotFound);
		assert_noop!(take_back(BUREAU, 20), Error::<Test>::NotFound);
		assert_eq!(responsible(20, START), Some(21));
	});
}

#[test]
fn the_cases_of_one_member_stay_with_it() {
	run(|| {
		office();
		MockLegalTime::advance(1);
		assert_ok!(dismiss(BUREAU, 20));
		assert_ok!(appoint(COURT, 20, Duties::CASEWORK));
		assert_ok!(appoint(COURT, 30, Duties::CASEWORK));
		MockLegalTime::advance(1);
		assert_ok!(hand_over(BUREAU, 20, 21));
		assert_eq!(responsible(20, START + 2), Some(21));
		let at_court = |at| Officers::responsible(COURT_ID, &20, at);
		assert_eq!(at_court(START), None);
		assert_eq!(at_court(START + 2), Some(20));
		assert_ok!(hand_over(COURT, 20, 30));
		assert_eq!(at_court(START + 2), Some(30));
		assert_noop!(hand_over(BUREAU, 30, 22), Error::<Test>::NothingCarried);
	});
}

#[test]
fn one_officer_carries_a_bounded_number_of_caseloads() {
	run(|| {
		office();
		for from in [20, 21, 22] {
			assert_ok!(hand_over(BUREAU, from, 23));
		}
		assert_noop!(hand_over(BUREAU, 24, 23), Error::<Test>::MaxCaseloadsExceeded);
		assert_ok!(appoint(BUREAU, 25, Duties::CASEWORK));
		assert_noop!(hand_over(BUREAU, 23, 25), Error::<Test>::MaxCaseloadsExceeded);
		assert_ok!(hand_over(BUREAU, 25, 24));
		assert_ok!(hand_over(BUREAU, 23, 25));
		assert_noop!(take_back(BUREAU, 25), Error::<Test>::MaxCaseloadsExceeded);
		assert_eq!(responsible(25, START), Some(24));
	});
}

#[test]
fn personnel_hands_over_the_caseloads_of_others() {
	run(|| {
		clerk();
		office();
		assert_ok!(hand_over(CLERK, 20, 21));
		assert_ok!(take_back(CLERK, 20));
		assert_noop!(hand_over(CLERK, CLERK, 21), Error::<Test>::ActsOnItself);
		assert_noop!(hand_over(CLERK, 21, CLERK), Error::<Test>::ActsOnItself);
		assert_ok!(hand_over(BUREAU, CLERK, 21));
		assert_noop!(take_back(CLERK, CLERK), Error::<Test>::ActsOnItself);
	});
}

#[test]
fn nobody_else_hands_over() {
	run(|| {
		office();
		assert_noop!(hand_over(BUREAU, 20, 20), Error::<Test>::ToItself);
		assert_noop!(hand_over(20, 20, 21), Error::<Test>::NotAuthorized);
		assert_noop!(hand_over(COURT, 20, 21), Error::<Test>::NotAuthorized);
		assert_noop!(hand_over(BUREAU, 99, 21), Error::<Test>::NothingCarried);
		assert_noop!(hand_over(BUREAU, 20, 99), Error::<Test>::NotFound);
		assert_ok!(hand_over(BUREAU, 20, 21));
		assert_noop!(take_back(20, 20), Error::<Test>::NotAuthorized);
		assert_noop!(take_back(COURT, 20), Error::<Test>::NotAuthorized);
	});
}

#[test]
fn the_weight_of_a_handover_is_that_of_what_was_carried() {
	run(|| {
		use crate::WeightInfo;
		use frame_support::dispatch::GetDispatchInfo;
		office();
		let call = crate::Call::<Test>::hand_over { from: 20, to: 21, reason: Reason::Absence };
		assert_eq!(call.get_dispatch_info().call_weight, <()>::hand_over(4));
		let done = Officers::hand_over(signed(BUREAU), 20, 21, Reason::Absence);
		assert_eq!(done.map(|post| post.actual_weight), Ok(Some(<()>::hand_over(1))));
	});
}
