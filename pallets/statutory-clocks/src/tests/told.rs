//! What the clocks are told of cases and of records.

use super::*;
use shejiao_primitives::{
	case::OnCase,
	oversight::{Rule, Severity},
	record::{Correctable, RecordStatus},
};

#[test]
fn nothing_is_due_in_an_archived_case() {
	chain(|| {
		let (one, two) = (case(), case());
		let ids = [start(ASSESSMENT, one), start(REPORT, one)];
		assert_ok!(StatutoryClocks::start_sealed(
			signed(CLERK),
			one,
			Group::Conclusion,
			today().plus(30),
			Default::default(),
			BUREAU,
		));
		let other = start(REPORT, two);
		assert_ok!(StatutoryClocks::stage_changed(one, Stage::Open, Stage::Ended));
		assert_eq!(StatutoryClocks::count(Subject::Case(one)), 3);
		assert_ok!(StatutoryClocks::stage_changed(one, Stage::AfterCare, Stage::Archived));
		assert_eq!(StatutoryClocks::count(Subject::Case(one)), 0);
		for id in ids {
			let closing = clock(id).closed.expect("closed; qed");
			let outcome = Outcome::Cancelled { reason: Reason::TermEnded, evidence: None };
			assert_eq!((closing.by, closing.outcome), (None, outcome));
		}
		assert!(clock(other).is_open());
		MockSubjects::close(Subject::Case(one));
	});
}

#[test]
fn what_is_due_at_the_end_of_the_term_stays_due() {
	chain(|| {
		let case = case();
		let id = StatutoryClocks::start_until(CERTIFICATE, Subject::Case(case), BUREAU, today());
		StatutoryClocks::term_ended(case, today());
		assert!(clock(id.expect("it starts; qed")).is_open());
	});
}

#[test]
fn a_clock_that_rests_on_a_refuted_record_is_marked_and_its_owner_alerted() {
	chain(|| {
		let case = case();
		let id = start(ASSESSMENT, case);
		let evidence = record(case);
		let done = ActTime::Day(today());
		assert_ok!(StatutoryClocks::complete(signed(CLERK), id, done, evidence));
		let subject = Subject::Clock(id);
		// What becomes trusted is what it was.
		StatutoryClocks::source_changed(subject, evidence, RecordStatus::Trusted);
		assert_eq!((clock(id).corrected, clock(id).steps), (false, 0));
		StatutoryClocks::source_changed(subject, evidence, RecordStatus::Superseded);
		assert!(clock(id).corrected);
		assert_eq!(
			last_event(),
			Event::SourceChanged { clock: id, source: evidence, status: RecordStatus::Superseded }
		);
		assert_eq!(
			MockAlerting::all(),
			[(Rule::SourceCorrected, Severity::Ordinary, BUREAU, subject, None)]
		);
		// Restored: no alert, but the mark goes.
		StatutoryClocks::source_changed(subject, evidence, RecordStatus::Trusted);
		assert_eq!((clock(id).corrected, clock(id).steps), (false, 2));
		assert_eq!(MockAlerting::all().len(), 1);
	});
}

#[test]
fn the_mark_goes_when_all_that_it_rests_on_stands_again() {
	chain(|| {
		let case = case();
		let id = start(ASSESSMENT, case);
		let subject = Subject::Clock(id);
		let told =
			|record, status| StatutoryClocks::source_changed(subject, RecordId(record), status);
		for record in 0..3 {
			told(record, RecordStatus::Disputed);
		}
		assert_eq!(MockAlerting::open().len(), 1, "one for the clock");
		told(1, RecordStatus::Trusted);
		told(0, RecordStatus::Trusted);
		assert!(clock(id).corrected, "the third is disputed still");
		told(1, RecordStatus::Disputed);
		told(2, RecordStatus::Anchored);
		assert!(clock(id).corrected, "the second is disputed again");
		told(1, RecordStatus::Trusted);
		assert!(!clock(id).corrected);
		// Further back than is looked, nothing is known.
		for _ in 0..10 {
			told(1, RecordStatus::Disputed);
			told(1, RecordStatus::Trusted);
		}
		assert!(clock(id).corrected);
	});
}

#[test]
fn what_is_no_clock_is_none_of_its_business() {
	chain(|| {
		let case = case();
		StatutoryClocks::source_changed(Subject::Case(case), RecordId(0), RecordStatus::Sealed);
		StatutoryClocks::source_changed(
			Subject::Clock(ClockId(9)),
			RecordId(0),
			RecordStatus::Sealed,
		);
		assert!(events().is_empty() && MockAlerting::all().is_empty());
	});
}
