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
			.filter(|clock| clock.kind.0 % 100 == 31)
			.map(|clock| (clock.kind.0, clock.done))
			.collect();
		let expected = [(31, Some(start_of(today()))), (131, None)];
		assert_eq!(done, expected, "the notices are another act");
		assert_eq!(clocks(id).last().map(|clock| clock.0), Some(131));
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
		let evidence = record_of(id, classes::END, last_day);
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
		let evidence = record_of(id, classes::END, ago(1));
		let enter = |day| SubjectIdentity::certify(signed(HEAD), id, day, evidence);
		assert_noop!(enter(ago(2)), Error::ActTooEarly);
		assert_noop!(enter(today().plus(1)), Error::ActInFuture);
		let later = record(id, classes::END);
		assert_noop!(
			SubjectIdentity::certify(signed(HEAD), id, ago(1), later),
			Error::EvidenceLater
		);
		assert_ok!(enter(ago(1)));
		assert_noop!(certify(id, OFFICER), Error::AlreadyExists);
	});
}

#[test]
fn an_end_by_decision_has_no_certificate_which_would_tell_a_pardon() {
	run(|| {
		let id = with_term(50);
		pass(3);
		assert_ok!(advance(id, JUDGE, END, ago(1)));
		assert_noop!(certify(id, HEAD), Error::WrongStage);
		assert_ok!(advance(id, OFFICER, Step::BeginAfterCare, today()));
		assert_noop!(certify(id, HEAD), Error::WrongStage);
		let id = awaiting();
		assert_ok!(advance(id, JUDGE, RETURN, today()));
		assert_noop!(certify(id, HEAD), Error::WrongStage);
	});
}

/// Whoever was never received is released on the last day too.
#[test]
fn a_term_before_the_reception_is_certified() {
	run(|| {
		let id = awaiting();
		assert_ok!(compute(id, OFFICER, today().plus(1)));
		assert_ok!(SubjectIdentity::confirm_term(signed(HEAD), id, 0));
		assert_noop!(certify(id, OFFICER), Error::ActTooEarly);
		pass(1);
		assert_ok!(certify(id, OFFICER));
		pass(1);
		assert_eq!((stage(id), alerts()), (Stage::Ended, 0));
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
			let id = ended_by_rule();
			match by {
				HEAD | OFFICER | DEPUTY | BOTH => {
					assert_ok!(certify(id, by));
				},
				_ => {
					assert_noop!(certify(id, by), Error::NotAuthorized);
				},
			}
		}
		for other in [Stage::PreDecision, Stage::Ended, Stage::AfterCare, Stage::Archived] {
			let id = at(other);
			assert_noop!(certify(id, HEAD), Error::WrongStage);
		}
		let id = ended_by_rule();
		let wrong = record(id, classes::RECEPTION);
		assert_noop!(SubjectIdentity::certify(signed(HEAD), id, today(), wrong), Error::WrongClass);
	});
}
