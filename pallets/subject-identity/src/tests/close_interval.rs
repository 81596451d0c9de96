//! `close_interval`.

use super::*;
use crate::Intervals;
use frame_support::{assert_noop, assert_ok};
use shejiao_primitives::case::CaseView;
use shejiao_testing::{take_heard, Heard, MockAlerting};
use IntervalKind::*;

#[test]
fn each_kind_is_closed_by_its_officers() {
	let workers: &[u64] = &[OFFICER, UNIT_OFFICER, SOCIAL_WORKER, BOTH];
	let heads: &[u64] = &[HEAD, DEPUTY, BOTH];
	let cells: [(IntervalKind, &[u64]); 4] =
		[(Measure, workers), (EndHeld, heads), (ExitBan, &[OFFICER, BOTH]), (Restriction, heads)];
	run(|| {
		for (kind, allowed) in cells {
			for by in OFFICERS.into_iter().chain([NOBODY]) {
				let id = with_term(30);
				assert_ok!(open(id, BOTH, kind, 4));
				match allowed.contains(&by) {
					true => {
						assert_ok!(close(id, by, 0));
					},
					false => {
						assert_noop!(close(id, by, 0), Error::NotAuthorized);
					},
				}
			}
		}
	});
}

/// What has ended is entered late too, however far the case has gone on: nothing stays open for ever.
#[test]
fn each_kind_is_closed_at_every_stage() {
	run(|| {
		for kind in [Measure, EndHeld, ExitBan, Restriction] {
			for at_stage in [Stage::Open, Stage::Ended, Stage::AfterCare, Stage::Archived] {
				let id = with_term(30);
				assert_ok!(open(id, BOTH, kind, 4));
				for (to, step) in [
					(Stage::Ended, END),
					(Stage::AfterCare, Step::BeginAfterCare),
					(Stage::Archived, Step::Archive),
				] {
					if to <= at_stage && to != Stage::Archived {
						assert_ok!(advance(id, BOTH, step, today()));
					}
					if at_stage == Stage::Archived && to == at_stage {
						let archived = |id| advance(id, BOTH, step, today());
						if kind == Restriction {
							assert_ok!(archived(id));
						} else {
							// It would stay open in silence.
							assert_noop!(archived(id), Error::IntervalOpen);
						}
					}
				}
				let at_stage = stage(id);
				let before = case(id).scheduled;
				assert_ok!(close(id, BOTH, 0));
				assert_eq!(stage(id), at_stage);
				assert!(case(id).open.is_empty());
				assert_eq!(before.is_some(), at_stage == Stage::Open && kind != EndHeld);
			}
		}
	});
}

/// A case that was ended by decision while its end was held does not end a second time.
#[test]
fn a_held_end_that_is_released_after_the_end_ends_nothing() {
	run(|| {
		let id = with_term(3);
		assert_ok!(open(id, HEAD, EndHeld, 4));
		assert_ok!(advance(id, JUDGE, END, today()));
		pass(10);
		take_heard();
		let running = clocks(id);
		assert_ok!(close(id, HEAD, 0));
		assert_eq!(stage(id), Stage::Ended);
		assert_eq!(take_heard(), []);
		assert_eq!(clocks(id), running, "no certificate of an end by rule is due");
		assert_eq!(crate::StageHistory::<Test>::len(&id), 3);
	});
}

#[test]
fn what_was_closed_stays_as_an_interval() {
	run(|| {
		let id = received();
		assert_ok!(open(id, OFFICER, ExitBan, 4));
		MockLegalTime::advance_days(3);
		assert_ok!(close(id, OFFICER, 0));
		let interval = Intervals::<Test>::get(id, 0).expect("it was opened");
		let ended = interval.ended.expect("it was closed");
		assert_eq!((interval.begun.date, ended.date), (ago(3), today()));
		assert_event(Event::IntervalClosed {
			case: id,
			number: 0,
			kind: ExitBan,
			act_date: today(),
			evidence: ended.evidence.expect("its record"),
			by: OFFICER,
		});
		assert_noop!(close(id, OFFICER, 0), Error::NotFound);
		assert_noop!(close(id, OFFICER, 1), Error::NotFound);
		assert_ok!(open(id, OFFICER, ExitBan, 4));
		assert_eq!(case(id).open_interval(ExitBan), Some(1));
	});
}

#[test]
fn dates_and_evidence_are_checked() {
	run(|| {
		let id = received();
		assert_ok!(open(id, OFFICER, Measure, 4));
		let send =
			|day, evidence| SubjectIdentity::close_interval(signed(OFFICER), id, 0, day, evidence);
		let sound = record(id, classes::CORRESPONDENCE);
		assert_noop!(send(today().plus(1), sound), Error::ActInFuture);
		assert_noop!(send(ago(1), sound), Error::ActTooEarly);
		assert_noop!(send(today(), record(id, classes::END)), Error::WrongClass);
		assert_noop!(send(today(), RecordId(999)), Error::NotEvidence);
		let later = record_of(id, classes::CORRESPONDENCE, today().plus(1));
		assert_noop!(send(today(), later), Error::EvidenceLater);
		let begun = Intervals::<Test>::get(id, 0).and_then(|interval| interval.begun.evidence);
		let begun = begun.expect("its record");
		assert_noop!(send(today(), begun), Error::SameEvidence);
		assert_ok!(send(today(), sound));
	});
}

#[test]
fn an_end_that_is_released_after_the_last_day_comes_at_once() {
	run(|| {
		let id = with_term(3);
		let last_day = today().plus(3);
		assert_ok!(open(id, HEAD, EndHeld, 4));
		pass(10);
		take_heard();
		assert_ok!(close(id, HEAD, 0));
		assert_eq!(stage(id), Stage::Ended);
		assert_eq!(
			take_heard(),
			[Heard::Stage(id, Stage::Open, Stage::Ended), Heard::TermEnded(id, last_day),]
		);
		assert_event(Event::TermEnded { case: id, last_day });
		let due: Vec<_> = clocks(id).into_iter().filter(|clock| clock.0 % 100 == 31).collect();
		let until = end_of(today());
		assert_eq!(due, [(31, BUREAU, until), (131, BUREAU, until)], "they are due now");
		assert!(MockAlerting::all().is_empty(), "it is due today, and not missing yet");
		pass(5);
		assert_eq!(crate::StageHistory::<Test>::len(&id), 3, "nothing ends twice");
	});
}

#[test]
fn an_end_that_is_released_before_the_last_day_comes_on_it() {
	run(|| {
		let id = with_term(3);
		assert_ok!(open(id, HEAD, EndHeld, 4));
		assert_ok!(close(id, HEAD, 0));
		assert_eq!(clocks(id).iter().filter(|clock| clock.0 % 100 == 31).count(), 2);
		pass(3);
		assert_eq!(stage(id), Stage::Open);
		pass(1);
		assert_eq!(stage(id), Stage::Ended);
	});
}

#[test]
fn a_case_is_restricted_while_any_cause_is() {
	run(|| {
		let id = received();
		let restricted =
			|| <SubjectIdentity as CaseView<u64>>::facts(id).is_some_and(|facts| facts.restricted);
		assert_ok!(open(id, OFFICER, Restriction, 1));
		assert_ok!(open(id, OFFICER, Restriction, 2));
		assert_ok!(close(id, HEAD, 0));
		assert!(restricted());
		assert_ok!(close(id, HEAD, 1));
		assert!(!restricted());
	});
}

#[test]
fn a_file_is_closed_no_more_by_a_decision_alone() {
	run(|| {
		let id = ended();
		close_file(id);
		for by in [OFFICER, JUDGE, PROCURATOR, STRANGER] {
			assert_noop!(close(id, by, 0), Error::NotAuthorized);
		}
		let wrong = record(id, classes::END);
		assert_noop!(
			SubjectIdentity::close_interval(signed(HEAD), id, 0, today(), wrong),
			Error::WrongClass
		);
		assert_ok!(advance(id, HEAD, Step::Archive, today()));
		assert_ok!(close(id, HEAD, 0));
		assert!(!case(id).is_closed());
	});
}

#[test]
fn an_exit_ban_is_cancelled_after_the_end() {
	run(|| {
		let id = received();
		assert_ok!(open(id, OFFICER, ExitBan, 4));
		assert_ok!(advance(id, HEAD, END, today()));
		assert_ok!(close(id, OFFICER, 0));
	});
}
