//! Clocks that end at another moment: who is told, and what fires again.

use super::*;
use shejiao_primitives::{clock::ClockState, deadline::YearCalendar};
use shejiao_testing::{take_heard, Heard};
use ClockState::{Expired, Running, Warned};

fn heard() -> Vec<Heard> {
	take_heard()
		.into_iter()
		.filter(|heard| matches!(heard, Heard::Warned(..) | Heard::Expired(..) | Heard::Moved(..)))
		.collect()
}

/// As long as blocks come, nothing is told twice.
fn quiet() {
	for _ in 0..3 {
		poll();
		MockLegalTime::advance(1_000);
	}
	assert_eq!(heard(), []);
}

/// The beginning was mistaken: nothing was late.
#[test]
fn what_had_run_out_and_runs_again_warns_and_runs_out_once_more() {
	chain(|| {
		go_to("2026-11-02");
		let case = case();
		let subject = Subject::Case(case);
		let id = start(RELEASE_OPINION, case);
		// A month; the second is a Wednesday.
		go_to("2026-12-03");
		settle();
		assert_eq!(heard(), [Heard::Warned(id, subject), Heard::Expired(id, subject)]);
		quiet();
		let from = MockLegalTime::clock().start_of(date("2026-11-05"));
		assert_ok!(StatutoryClocks::restart(RELEASE_OPINION, subject, from));
		assert_eq!(due(id), date("2026-12-07"));
		assert_eq!(heard(), [Heard::Moved(id, subject, Expired, Running)]);
		assert_eq!((clock(id).warned, clock(id).expired), (None, None));
		// The time for the warning is past: it is given at once.
		settle();
		assert_eq!(heard(), [Heard::Warned(id, subject)]);
		quiet();
		go_to("2026-12-08");
		settle();
		assert_eq!(heard(), [Heard::Expired(id, subject)]);
		quiet();
	});
}

#[test]
fn what_still_is_over_is_told_nothing_new() {
	chain(|| {
		go_to("2026-11-02");
		let case = case();
		let subject = Subject::Case(case);
		let id = start(HAND_OVER, case);
		go_to("2026-11-23");
		settle();
		heard();
		let from = MockLegalTime::clock().start_of(date("2026-11-03"));
		assert_ok!(StatutoryClocks::restart(HAND_OVER, subject, from));
		assert_eq!(heard(), [Heard::Moved(id, subject, Expired, Expired)]);
		quiet();
	});
}

/// L3: agreed before the end, and after the warning.
#[test]
fn an_extension_takes_the_warning_back_until_the_new_end_is_near() {
	chain(|| {
		go_to("2026-11-23");
		let case = case();
		let subject = Subject::Case(case);
		let id = start(ASSESSMENT, case);
		go_to("2026-12-07");
		settle();
		assert_eq!(heard(), [Heard::Warned(id, subject)]);
		let last_day = date("2026-12-21");
		let evidence = record(case);
		assert_ok!(StatutoryClocks::propose_extension(signed(CLERK), id, last_day, evidence));
		assert_ok!(StatutoryClocks::accept_extension(signed(JUDGE), id, last_day));
		assert_eq!(heard(), [Heard::Moved(id, subject, Warned, Running)]);
		quiet();
		go_to("2026-12-21");
		settle();
		assert_eq!(heard(), [Heard::Warned(id, subject)]);
		quiet();
		go_to("2026-12-22");
		settle();
		assert_eq!(heard(), [Heard::Expired(id, subject)]);
		quiet();
	});
}

/// Counted on weekends alone until the calendar came: it had run out too early.
#[test]
fn a_calendar_that_comes_late_lets_it_run_again() {
	chain(|| {
		go_to("2026-12-30");
		let case = case();
		let subject = Subject::Case(case);
		let id = start(ASSESSMENT, case);
		assert_eq!((due(id), clock(id).provisional), (date("2027-01-13"), Some(2027)));
		go_to("2027-01-14");
		settle();
		assert_eq!(heard(), [Heard::Warned(id, subject), Heard::Expired(id, subject)]);
		let off = ["2027-01-01", "2027-01-04", "2027-01-05", "2027-01-06"].map(date).to_vec();
		let calendar = YearCalendar::new(2027, off, vec![]).expect("a calendar; qed");
		assert_ok!(StatutoryClocks::set_calendar(council(), 2027, calendar));
		settle();
		assert_eq!(heard(), [Heard::Moved(id, subject, Expired, Running)]);
		assert_eq!((due(id), clock(id).provisional), (date("2027-01-19"), None));
		go_to("2027-01-18");
		settle();
		assert_eq!(heard(), [Heard::Warned(id, subject)]);
		go_to("2027-01-20");
		settle();
		assert_eq!(heard(), [Heard::Expired(id, subject)]);
		quiet();
	});
}
