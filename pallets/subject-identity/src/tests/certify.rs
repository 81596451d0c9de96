//! `certify`.

use super::*;
use frame_support::{assert_noop, assert_ok};
use shejiao_primitives::{oversight::Rule, subject::Subject};
use shejiao_testing::{MockAlerting, MockDeadlines};

fn alerts() -> usize {
	MockAlerting::all().iter().filter(|alert| alert.0 == Rule::CertificateMissing).count()
}

#[test]
fn a_certificate_of_the_last_day_comes_in_time() {
	run(|| {
		let id = with_term(5);
		pass(5);
		let evidence = record(id, classes::END);
		assert_ok!(SubjectIdentity::certify(signed(OFFICER), id, today(), evidence));
		let done: Vec<_> = MockDeadlines::all()
			.into_iter()
			.filter(|clock| clock.kind.0 == 31)
			.map(|clock| clock.done)
			.collect();
		assert_eq!(done, [Some(start_of(today()))]);
		assert_event(Event::CertificateEntered {
			case: id,
			act_date: today(),
			evidence,
			by: OFFICER,
		});
		assert!(MockRecords::links().contains(&(evidence, Subject::Case(id))));
		pass(1);
		assert_eq!(stage(id), Stage::Ended);
		assert_eq!(alerts(), 0);
	});
}

#[test]
fn a_missing_certificate_raises_an_alert_and_is_entered_later_with_its_day() {
	run(|| {
		let id = with_term(5);
		let last_day = today().plus(5);
		pass(5);
		assert_eq!(alerts(), 0);
		pass(1);
		assert_eq!(alerts(), 1);
		let alert = MockAlerting::all()[0];
		assert_eq!((alert.2, alert.3), (BUREAU, Subject::Case(id)));
		pass(9);
		assert_eq!(alerts(), 1);
		let evidence = record(id, classes::END);
		assert_ok!(SubjectIdentity::certify(signed(HEAD), id, last_day, evidence));
		let act = case(id).certificate.expect("it was entered");
		assert_eq!((act.date, act.entered), (last_day, MockLegalTime::now()));
		assert!(SubjectIdentity::is_late(&act));
		assert!(MockAlerting::open().is_empty(), "nothing is missing any more");
	});
}

#[test]
fn nobody_is_certified_before_the_last_day() {
	run(|| {
		let id = received();
		assert_noop!(certify(id, OFFICER), Error::TermMissing);
		let id = with_term(5);
		pass(4);
		assert_noop!(certify(id, OFFICER), Error::ActTooEarly);
		pass(2);
		let evidence = record(id, classes::END);
		let early = SubjectIdentity::certify(signed(HEAD), id, ago(2), evidence);
		assert_noop!(early, Error::ActTooEarly);
		let future = SubjectIdentity::certify(signed(HEAD), id, today().plus(1), evidence);
		assert_noop!(future, Error::ActInFuture);
		assert_ok!(SubjectIdentity::certify(signed(HEAD), id, ago(1), evidence));
		assert_noop!(certify(id, OFFICER), Error::AlreadyExists);
	});
}

#[test]
fn an_end_by_decision_may_be_certified_from_its_day_on() {
	run(|| {
		let id = with_term(50);
		pass(3);
		assert_ok!(advance(id, JUDGE, END, ago(1)));
		let evidence = record(id, classes::END);
		let early = SubjectIdentity::certify(signed(HEAD), id, ago(2), evidence);
		assert_noop!(early, Error::ActTooEarly);
		assert_ok!(SubjectIdentity::certify(signed(HEAD), id, ago(1), evidence));
	});
}

#[test]
fn a_held_end_has_no_certificate() {
	run(|| {
		let id = with_term(2);
		assert_ok!(open(id, HEAD, IntervalKind::EndHeld, 4));
		pass(2);
		assert_noop!(certify(id, OFFICER), Error::EndHeld);
	});
}

#[test]
fn state_functionaries_of_the_agency_certify_where_something_ends() {
	run(|| {
		for by in OFFICERS.into_iter().chain([NOBODY]) {
			let id = ended();
			match by {
				HEAD | OFFICER | DEPUTY | BOTH => {
					assert_ok!(certify(id, by));
				},
				_ => {
					assert_noop!(certify(id, by), Error::NotAuthorized);
				},
			}
		}
		for early in [Stage::PreDecision, Stage::AwaitingReception, Stage::Archived] {
			let id = at(early);
			assert_noop!(certify(id, HEAD), Error::WrongStage);
		}
		let id = ended();
		let wrong = record(id, classes::RECEPTION);
		let result = SubjectIdentity::certify(signed(HEAD), id, today(), wrong);
		assert_noop!(result, Error::WrongClass);
	});
}
