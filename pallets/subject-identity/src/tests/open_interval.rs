//! `open_interval`: the table of intervals, cell by cell, and what each kind does.

use super::*;
use crate::{Agenda, Intervals};
use frame_support::{assert_noop, assert_ok};
use shejiao_primitives::{case::CaseView, subject::Subject};
use IntervalKind::*;

pub(crate) const KINDS: [IntervalKind; 5] = [Measure, EndHeld, ExitBan, Restriction, Sealing];

/// A case at a stage in which what the kind needs is there.
fn prepared(kind: IntervalKind, at_stage: Stage) -> CaseId {
	let id = if at_stage == Stage::Open && kind == EndHeld { with_term(30) } else { at(at_stage) };
	if kind == Sealing && at_stage.is_live() {
		assert_ok!(open(id, JUDGE, Restriction, 4));
	}
	id
}

#[test]
fn each_kind_opens_at_its_stages_by_its_officers() {
	let functionaries: &[u64] = &[OFFICER, BOTH];
	let workers: &[u64] = &[OFFICER, UNIT_OFFICER, SOCIAL_WORKER, BOTH];
	let heads: &[u64] = &[HEAD, DEPUTY, BOTH];
	let judged: &[u64] = &[OFFICER, UNIT_OFFICER, SOCIAL_WORKER, BOTH, JUDGE];
	let live: &[Stage] = &Stage::ALL[..5];
	let cells: [(IntervalKind, &[Stage], &[u64]); 5] = [
		(Measure, &[Stage::Open], workers),
		(EndHeld, &[Stage::Open], heads),
		(ExitBan, &[Stage::AwaitingReception, Stage::Open], functionaries),
		(Restriction, live, judged),
		(Sealing, &[Stage::Ended, Stage::AfterCare], heads),
	];
	run(|| {
		for (kind, stages, allowed) in cells {
			for at_stage in Stage::ALL {
				for by in OFFICERS.into_iter().chain([NOBODY]) {
					let id = prepared(kind, at_stage);
					let result = open(id, by, kind, 4);
					if !allowed.contains(&by) {
						assert_noop!(result, Error::NotAuthorized);
					} else if stages.contains(&at_stage) {
						assert_ok!(result);
					} else if kind == Sealing && at_stage == Stage::Archived {
						assert_noop!(result, Error::SealingNoticeMissing);
					} else {
						assert_noop!(result, Error::WrongStage);
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
		assert_ok!(send(ago(30), sound));
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
		assert!(clocks(id).iter().all(|clock| clock.0 != 31), "no certificate is due");
		pass(30);
		assert_eq!(stage(id), Stage::Open);
		assert!(shejiao_testing::MockAlerting::all().is_empty());
	});
}

#[test]
fn a_file_is_sealed_for_the_notice_that_came_before() {
	run(|| {
		let id = ended();
		assert_noop!(open(id, HEAD, Sealing, 4), Error::SealingNoticeMissing);
		assert_ok!(open(id, JUDGE, Restriction, 4));
		let notice = record(id, classes::END);
		let early =
			SubjectIdentity::open_interval(signed(HEAD), id, Sealing, hash(4), ago(1), notice);
		assert_noop!(early, Error::ActTooEarly);
		MockLegalTime::advance_days(2);
		assert_ok!(open(id, HEAD, Sealing, 4));
		let facts = <SubjectIdentity as CaseView<u64>>::facts(id).expect("registered");
		assert!(facts.sealed && facts.restricted);
		let days: Vec<_> =
			SubjectIdentity::view_intervals(id, 0, 9).iter().map(|i| i.begun.date).collect();
		assert_eq!(days, [ago(2), today()], "both moments are kept (L38, L38a)");
	});
}

#[test]
fn a_sealed_file_takes_no_interval() {
	run(|| {
		let id = ended();
		seal(id);
		assert_noop!(open(id, OFFICER, Restriction, 5), Error::FileSealed);
		assert_noop!(open(id, HEAD, Sealing, 77), Error::FileSealed);
	});
}
