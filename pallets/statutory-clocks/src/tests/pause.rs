use super::*;
use frame_support::assert_noop;
use shejiao_primitives::regime::{Mode, ModuleId};

const WAITING: PauseCause = PauseCause::MaterialsAwaited;

fn pause(who: u64, id: ClockId, cause: PauseCause, evidence: RecordId) -> DispatchResult {
	StatutoryClocks::pause(signed(who), id, cause, evidence)
}

fn resume(who: u64, id: ClockId, evidence: RecordId) -> DispatchResult {
	StatutoryClocks::resume(signed(who), id, evidence)
}

#[test]
fn days_of_a_pause_are_not_counted() {
	chain(|| {
		// A Monday; ten working days end on 7 December.
		go_to("2026-11-23");
		let case = case();
		let id = start(ASSESSMENT, case);
		let evidence = record(case);
		go_to("2026-11-26");
		assert_ok!(pause(CLERK, id, WAITING, evidence));
		assert_eq!(
			last_event(),
			Event::ClockPaused { clock: id, cause: WAITING, evidence, by: CLERK }
		);
		assert_eq!(clock(id).paused(), Some(WAITING));
		// Thursday, Friday and Monday to Wednesday.
		go_to("2026-12-03");
		assert_ok!(resume(CHIEF, id, evidence));
		assert_eq!(due(id), date("2026-12-14"));
		assert!(matches!(
			last_event(),
			Event::ClockMoved { why: Move::Resumed(_), by: Some(CHIEF), .. }
		));
		assert_eq!(clock(id).paused(), None);
		assert_eq!(clock(id).steps, 2);
	});
}

#[test]
fn a_paused_clock_neither_warns_nor_runs_out() {
	chain(|| {
		go_to("2026-11-23");
		let case = case();
		let id = start(ASSESSMENT, case);
		assert_ok!(pause(CLERK, id, WAITING, record(case)));
		go_to("2027-03-01");
		assert_eq!(poll(), <() as WeightInfo>::on_poll(0));
		assert_eq!((clock(id).warned, clock(id).expired), (None, None));
		assert_ok!(resume(CLERK, id, record(case)));
		assert!(clock(id).due.over(&MockLegalTime::clock()) > now());
	});
}

#[test]
fn what_is_done_while_it_does_not_run_is_in_time() {
	chain(|| {
		go_to("2026-11-23");
		let case = case();
		let id = start(ASSESSMENT, case);
		assert_ok!(pause(CLERK, id, WAITING, record(case)));
		go_to("2027-03-01");
		assert_ok!(StatutoryClocks::complete(
			signed(CLERK),
			id,
			ActTime::Day(today()),
			record(case)
		));
		assert!(matches!(
			last_event(),
			Event::ClockCompleted { in_time: true, late_entry: false, .. }
		));
		assert!(clock(id).paused().is_some(), "it did not run when it ended");
	});
}

#[test]
fn a_warning_is_given_again_for_the_new_end() {
	chain(|| {
		go_to("2026-11-23");
		let case = case();
		let id = start(ASSESSMENT, case);
		let evidence = record(case);
		go_to("2026-12-07");
		settle();
		assert_eq!(clock(id).warned, Some(now()));
		assert_ok!(pause(CLERK, id, WAITING, evidence));
		go_to("2026-12-21");
		assert_ok!(resume(CLERK, id, evidence));
		// The last day was paused: now it is today, and the warning stands.
		assert_eq!(due(id), today());
		assert!(clock(id).warned.is_some());
		go_to("2026-12-22");
		settle();
		assert_eq!(clock(id).expired, Some(now()));
	});
}

#[test]
fn only_what_the_kind_names_pauses_it() {
	chain(|| {
		let case = case();
		let assessment = start(ASSESSMENT, case);
		let evidence = record(case);
		assert_noop!(
			pause(CLERK, assessment, PauseCause::ProceedingsSuspended, evidence),
			Error::<Test>::NotAllowed
		);
		let receipt = start(RETURN_RECEIPT, case);
		assert_noop!(pause(CLERK, receipt, WAITING, evidence), Error::<Test>::NotAllowed);
		let sealed = StatutoryClocks::start_sealed(
			signed(CLERK),
			case,
			Group::Execution,
			today().plus(3),
			Default::default(),
			BUREAU,
		);
		assert_ok!(sealed);
		assert_noop!(pause(CLERK, ClockId(2), WAITING, evidence), Error::<Test>::NotAllowed);
	});
}

#[test]
fn what_has_run_out_cannot_be_paused() {
	chain(|| {
		go_to("2026-11-23");
		let case = case();
		let id = start(ASSESSMENT, case);
		let evidence = record(case);
		MockLegalTime::set(clock(id).due.over(&MockLegalTime::clock()));
		// Whether the hook has seen it or not.
		assert_noop!(pause(CLERK, id, WAITING, evidence), Error::<Test>::AlreadyExpired);
		MockLegalTime::set(now() - 1);
		assert_ok!(pause(CLERK, id, WAITING, evidence));
	});
}

#[test]
fn a_pause_begins_and_ends_once() {
	chain(|| {
		let case = case();
		let id = start(ASSESSMENT, case);
		let evidence = record(case);
		assert_noop!(resume(CLERK, id, evidence), Error::<Test>::NotPaused);
		assert_ok!(pause(CLERK, id, WAITING, evidence));
		assert_noop!(pause(CLERK, id, WAITING, evidence), Error::<Test>::AlreadyPaused);
		assert_ok!(resume(CLERK, id, evidence));
		for _ in 1..MAX_PAUSES {
			assert_ok!(pause(CLERK, id, WAITING, evidence));
			assert_ok!(resume(CLERK, id, evidence));
		}
		assert_noop!(pause(CLERK, id, WAITING, evidence), Error::<Test>::MaxPausesExceeded);
		assert_ok!(StatutoryClocks::cancel(ASSESSMENT, Subject::Case(case), Reason::Judgment));
		assert_noop!(pause(CLERK, id, WAITING, evidence), Error::<Test>::AlreadyClosed);
		assert_noop!(resume(CLERK, id, evidence), Error::<Test>::AlreadyClosed);
	});
}

#[test]
fn the_owner_pauses_with_evidence() {
	chain(|| {
		let case = case();
		let id = start(ASSESSMENT, case);
		let evidence = record(case);
		for who in [TREASURER, STATION, JUDGE, 77] {
			assert_noop!(pause(who, id, WAITING, evidence), Error::<Test>::NotAuthorized);
		}
		let other = record(self::case());
		assert_noop!(pause(CLERK, id, WAITING, other), Error::<Test>::NoEvidence);
		assert_noop!(pause(CLERK, ClockId(5), WAITING, evidence), Error::<Test>::NotFound);
		assert_ok!(pause(CLERK, id, WAITING, evidence));
		assert_noop!(resume(JUDGE, id, evidence), Error::<Test>::NotAuthorized);
		assert_noop!(resume(CLERK, id, other), Error::<Test>::NoEvidence);
		assert_noop!(resume(CLERK, ClockId(5), evidence), Error::<Test>::NotFound);
	});
}

#[test]
fn an_incident_and_a_switched_off_module_take_the_choice_but_not_the_duty() {
	chain(|| {
		let case = case();
		let id = start(ASSESSMENT, case);
		let evidence = record(case);
		MockRegime::pause(ModuleId::StatutoryClocks, true);
		assert_noop!(pause(CLERK, id, WAITING, evidence), Error::<Test>::ModulePaused);
		MockRegime::pause(ModuleId::StatutoryClocks, false);
		MockRegime::set_mode(ModuleId::StatutoryClocks, Mode::Off);
		assert_noop!(pause(CLERK, id, WAITING, evidence), Error::<Test>::ModuleOff);
		MockRegime::set_mode(ModuleId::StatutoryClocks, Mode::Shadow);
		assert_ok!(pause(CLERK, id, WAITING, evidence));
		MockRegime::pause(ModuleId::StatutoryClocks, true);
		assert_ok!(resume(CLERK, id, evidence));
	});
}
