//! `open_interval`: the table of intervals, cell by cell, and what each kind does.

use super::*;
use crate::{Agenda, Intervals};
use frame_support::{assert_noop, assert_ok};
use shejiao_primitives::{case::CaseView, subject::Subject};
use IntervalKind::*;

pub(crate) const KINDS: [IntervalKind; 4] = [Measure, EndHeld, ExitBan, Restriction];

/// A case at a stage in which what the kind needs is there.
fn prepared(kind: IntervalKind, at_stage: Stage) -> CaseId {
	let id = at(at_stage);
	if kind == EndHeld && case(id).is_running() {
		assert_ok!(compute(id, OFFICER, today().plus(30)));
		assert_ok!(SubjectIdentity::confirm_term(signed(HEAD), id, 0));
	}
	id
}

#[test]
fn each_kind_opens_at_its_stages_by_its_officers() {
	let functionaries: &[u64] = &[OFFICER, BOTH];
	let workers: &[u64] = &[OFFICER, UNIT_OFFICER, SOCIAL_WORKER, BOTH];
	let heads: &[u64] = &[HEAD, DEPUTY, BOTH];
	let judged: &[u64] = &[OFFICER, UNIT_OFFICER, SOCIAL_WORKER, BOTH, JUDGE];
	let running: &[Stage] = &[Stage::AwaitingReception, Stage::Open];
	let cells: [(IntervalKind, &[Stage], &[u64]); 4] = [
		(Measure, &[Stage::Open], workers),
		(EndHeld, running, heads),
		(ExitBan, running, functionaries),
		(Restriction, &Stage::ALL, judged),
	];
	run(|| {
		for (kind, stages, allowed) in cells {
			for at_stage in Stage::ALL {
				for by in OFFICERS.into_iter().chain([NOBODY]) {
					let id = prepared(kind, at_stage);
					let evidence = record(id, classes::CORRESPONDENCE);
					let send = || {
						let by = signed(by);
						SubjectIdentity::open_interval(by, id, kind, hash(4), today(), evidence)
					};
					if !allowed.contains(&by) {
						assert_noop!(send(), Error::NotAuthorized);
					} else if stages.contains(&at_stage) {
						assert_ok!(send());
					} else {
						assert_noop!(send(), Error::WrongStage);
					}
				}
			}
		}
	});
}

#[test]
fn an_interval_is_told_with_a_sealed_cause() {
	run(|| {
		let id = received();
		assert_ok!(open(id, OFFICER, Measure, 4));
		let interval = Intervals::<Test>::get(id, 0).expect("it was opened");
		assert_eq!((interval.kind, interval.cause, interval.ended), (Measure, hash(4), None));
		let evidence = interval.begun.evidence.expect("its record");
		assert_event(Event::IntervalOpened {
			case: id,
			number: 0,
			kind: Measure,
			cause: hash(4),
			act_date: today(),
			evidence: Some(evidence),
			by: OFFICER,
		});
		assert!(MockRecords::links().contains(&(evidence, Subject::Case(id))));
		assert_eq!(stage(id), Stage::Open, "a detention is no stage");
	});
}

#[test]
fn only_restrictions_are_several_and_each_for_its_cause() {
	run(|| {
		let id = with_term(30);
		for kind in [Measure, EndHeld, ExitBan] {
			assert_ok!(open(id, BOTH, kind, 1));
			assert_noop!(open(id, BOTH, kind, 2), Error::AlreadyExists);
		}
		assert_ok!(open(id, OFFICER, Restriction, 1));
		assert_ok!(open(id, OFFICER, Restriction, 2));
		assert_noop!(open(id, OFFICER, Restriction, 2), Error::AlreadyExists);
		for cause in 3..10 {
			assert_ok!(open(id, OFFICER, Restriction, cause));
		}
		assert_noop!(open(id, OFFICER, Restriction, 10), Error::MaxIntervalsExceeded);
	});
}

/// However often somebody has restricted the case.
#[test]
fn what_the_law_orders_always_finds_room() {
	run(|| {
		let id = with_term(30);
		for cause in 0..9 {
			assert_ok!(open(id, OFFICER, Restriction, cause));
		}
		assert_noop!(open(id, OFFICER, Restriction, 9), Error::MaxIntervalsExceeded);
		for kind in [Measure, EndHeld, ExitBan] {
			assert_ok!(open(id, BOTH, kind, 1));
		}
		assert_eq!(case(id).open.len(), crate::MAX_OPEN_INTERVALS as usize);
	});
}

/// Two restrictions of one cause are one; a measure that has the commitment of a restriction is not.
#[test]
fn a_cause_is_compared_with_restrictions_alone() {
	run(|| {
		let id = received();
		assert_ok!(open(id, OFFICER, Measure, 1));
		assert_ok!(open(id, OFFICER, Restriction, 1));
		assert_ok!(open(id, OFFICER, ExitBan, 1));
	});
}

/// A class that fitted the cause would tell it: judgment of a minor, circumstances of a patient.
#[test]
fn every_interval_is_proved_by_a_letter() {
	run(|| {
		for kind in KINDS {
			let id = with_term(30);
			for class in (1..=13).map(ClassId).filter(|class| *class != classes::CORRESPONDENCE) {
				let evidence = record(id, class);
				let (by, day) = (signed(BOTH), today());
				assert_noop!(
					SubjectIdentity::open_interval(by, id, kind, hash(1), day, evidence),
					Error::WrongClass
				);
			}
			assert_ok!(open(id, BOTH, kind, 1));
			let fitting = record(id, classes::DECISIONS);
			assert_noop!(
				SubjectIdentity::close_interval(signed(BOTH), id, 0, today(), fitting),
				Error::WrongClass
			);
			assert_ok!(close(id, BOTH, 0));
		}
	});
}

#[test]
fn dates_and_evidence_are_checked() {
	run(|| {
		let id = received();
		let send = |day, evidence| {
			let by = signed(OFFICER);
			SubjectIdentity::open_interval(by, id, Measure, hash(1), day, evidence)
		};
		let sound = record(id, classes::CORRESPONDENCE);
		assert_noop!(send(today().plus(1), sound), Error::ActInFuture);
		assert_noop!(send(today(), record(id, classes::END)), Error::WrongClass);
		assert_noop!(send(today(), RecordId(999)), Error::NotEvidence);
		assert_noop!(send(ago(30), sound), Error::EvidenceLater);
		assert_ok!(send(ago(30), record_of(id, classes::CORRESPONDENCE, ago(30))));
	});
}

#[test]
fn a_held_end_needs_a_term_and_keeps_the_case_open_past_it() {
	run(|| {
		let without = received();
		assert_noop!(open(without, HEAD, EndHeld, 4), Error::TermMissing);
		let id = with_term(3);
		let last_day = today().plus(3);
		assert_ok!(open(id, HEAD, EndHeld, 4));
		assert!(!Agenda::<Test>::contains_key(last_day, id));
		let running: Vec<_> = clocks(id).iter().map(|clock| clock.0).collect();
		assert_eq!(running, [4, 5, 30], "neither certificate nor notices are due");
		pass(30);
		assert_eq!(stage(id), Stage::Open);
		assert!(shejiao_testing::MockAlerting::all().is_empty());
	});
}

/// No act closes a file, and no mark of its own: every restricted case is closed by its end.
#[test]
fn a_restricted_file_is_closed_by_rule_when_execution_ends() {
	run(|| {
		let closed = |id| {
			let facts = <SubjectIdentity as CaseView<u64>>::facts(id).expect("registered");
			assert_eq!(facts.is_closed(), case(id).is_closed());
			facts.is_closed()
		};
		for at_stage in Stage::ALL {
			let id = at(at_stage);
			assert!(!closed(id), "not restricted");
			assert_ok!(open(id, OFFICER, Restriction, 4));
			let over = [Stage::Ended, Stage::AfterCare, Stage::Archived].contains(&at_stage);
			assert_eq!(closed(id), over, "{at_stage:?}");
		}
		let id = with_term(3);
		assert_ok!(open(id, OFFICER, Restriction, 4));
		pass(3);
		assert!(!closed(id), "the last day is one of execution");
		pass(1);
		assert!(closed(id), "from 24:00 on");
		let number = case(id).intervals;
		assert_eq!(number, 1, "nobody has entered anything");
	});
}

/// The court's notice may come after the end (L38), for every restriction alike.
#[test]
fn a_restriction_is_entered_late_with_its_own_date() {
	run(|| {
		let id = ended();
		MockLegalTime::advance_days(5);
		let notice = record_of(id, classes::CORRESPONDENCE, ago(5));
		let late =
			SubjectIdentity::open_interval(signed(JUDGE), id, Restriction, hash(4), ago(5), notice);
		assert_ok!(late);
		assert!(case(id).is_closed());
		assert_ok!(open(id, OFFICER, Restriction, 5));
		let dates: Vec<_> =
			SubjectIdentity::view_intervals(id, 0, 9).iter().map(|i| i.begun.date).collect();
		assert_eq!(dates, [ago(5), today()]);
	});
}
