use super::*;
use shejiao_primitives::{
	attempt::{OnRefusal, RefusalKind},
	clock::{kinds, Deadlines},
};

#[test]
fn it_completes_the_response_clock() {
	chain(|| {
		let id = alert();
		MockLegalTime::advance(60_000);
		assert_ok!(Oversight::acknowledge(signed(TOWN), id));
		let [response, finding]: [Started; 2] =
			clocks(Subject::Alert(id)).try_into().expect("two were started; qed");
		assert_eq!((response.open, response.done), (false, Some(now())));
		assert_eq!((finding.kind, finding.owner), (kinds::ALERT_FINDING, BUREAU));
		assert_eq!((finding.open, finding.from), (true, now()));
		assert_eq!(get(id).status, AlertStatus::Acknowledged);
		assert_eq!(last_event(), Event::AlertAcknowledged { alert: id, owner: BUREAU, by: TOWN });
		assert_eq!(steps(id).last(), Some(&Step::Acknowledged(TOWN)));
	});
}

#[test]
fn only_its_owner_acknowledges_and_once() {
	chain(|| {
		let id = alert();
		for who in [JUDGE, PROSECUTOR, CITY_CHIEF, STRANGER] {
			assert_noop!(Oversight::acknowledge(signed(who), id), Error::<Test>::NotAuthorized);
		}
		assert_noop!(Oversight::acknowledge(signed(OFFICER), AlertId(9)), Error::<Test>::NotFound);
		assert_ok!(Oversight::acknowledge(signed(OFFICER), id));
		assert_noop!(Oversight::acknowledge(signed(CHIEF), id), Error::<Test>::WrongStatus);
	});
}

/// What was taken up is to be found, by whoever owns it.
#[test]
fn the_clock_of_the_finding_ends_with_it_or_with_the_alert() {
	chain(|| {
		let runs = |id| MockDeadlines::open(kinds::ALERT_FINDING, Subject::Alert(id)).is_some();
		let found = alert();
		assert_ok!(Oversight::acknowledge(signed(OFFICER), found));
		let clock = MockDeadlines::open(kinds::ALERT_FINDING, Subject::Alert(found));
		assert_eq!(get(found).clock, clock);
		assert_ok!(Oversight::find(signed(CHIEF), found, Outcome::Substantiated, sealed(1)));
		assert!(!runs(found));

		let moved = alert();
		assert_ok!(Oversight::acknowledge(signed(OFFICER), moved));
		assert_ok!(Oversight::escalate(signed(CHIEF), moved));
		assert!(!runs(moved), "the superior has to take it up first");
		assert_ok!(Oversight::acknowledge(signed(CITY_CHIEF), moved));
		let last = clocks(Subject::Alert(moved)).pop().expect("it was started; qed");
		assert_eq!((last.kind, last.owner), (kinds::ALERT_FINDING, CITY_BUREAU));

		let (rule, source) = (Rule::CertificateMissing, Subject::Case(case()));
		let settled = raise(rule, Severity::Gravest, BUREAU, source);
		assert_ok!(Oversight::acknowledge(signed(OFFICER), settled));
		assert!(runs(settled));
		Oversight::settle(rule, source, BUREAU);
		assert!(!runs(settled));
	});
}

#[test]
fn what_is_only_to_be_known_waits_for_no_finding() {
	chain(|| {
		assert_ok!(Oversight::report(signed(JUDGE), BUREAU, Severity::Information, seal(1)));
		assert_ok!(Oversight::acknowledge(signed(OFFICER), AlertId(0)));
		assert_eq!((get(AlertId(0)).clock, clocks(Subject::Alert(AlertId(0)))), (None, vec![]));
	});
}

#[test]
fn an_alert_without_the_clock_of_its_finding_is_better_than_none() {
	chain(|| {
		let id = alert();
		MockDeadlines::refuse(true);
		assert_ok!(Oversight::acknowledge(signed(OFFICER), id));
		assert_eq!((get(id).status, get(id).clock), (AlertStatus::Acknowledged, None));
	});
}

/// A unit does not take up what its own officers may have tried.
#[test]
fn alerts_about_attempts_are_taken_up_by_the_agency_itself() {
	chain(|| {
		for _ in 0..5 {
			Oversight::refused(BUREAU, RefusalKind::OutsideDuty);
		}
		let id = AlertId(0);
		assert_noop!(Oversight::acknowledge(signed(TOWN), id), Error::<Test>::NotAuthorized);
		assert_ok!(Oversight::acknowledge(signed(OFFICER), id));
	});
}
