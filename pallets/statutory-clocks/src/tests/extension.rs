use super::*;
use frame_support::assert_noop;
use shejiao_primitives::{record::RecordStatus, regime::ModuleId};

fn propose(who: u64, id: ClockId, last_day: LegalDate, evidence: RecordId) -> DispatchResult {
	StatutoryClocks::propose_extension(signed(who), id, last_day, evidence)
}

fn accept(who: u64, id: ClockId, last_day: LegalDate) -> DispatchResult {
	StatutoryClocks::accept_extension(signed(who), id, last_day)
}

/// An assessment from Monday, 23 November: ten working days end on 7 December.
fn assessment() -> (CaseId, ClockId, RecordId) {
	go_to("2026-11-23");
	let case = case();
	(case, start(ASSESSMENT, case), record(case))
}

#[test]
fn owner_and_commissioning_body_agree_on_a_later_day() {
	chain(|| {
		let (_, id, evidence) = assessment();
		let new = date("2026-12-19");
		assert_ok!(propose(CLERK, id, new, evidence));
		assert_eq!(
			last_event(),
			Event::ChangeProposed {
				clock: id,
				what: Proposed::Extension(new),
				evidence,
				member: BUREAU,
				by: CLERK,
			}
		);
		assert_eq!(due(id), date("2026-12-07"));
		assert_ok!(accept(JUDGE, id, new));
		assert_eq!(
			last_event(),
			Event::ClockMoved {
				clock: id,
				why: Move::Extended(evidence),
				from: Due::Day(date("2026-12-07")),
				to: Due::Day(new),
				provisional: None,
				by: Some(JUDGE),
			}
		);
		// An agreed Saturday is a Saturday.
		assert_eq!(due(id), new);
		go_to("2026-12-19");
		settle();
		assert!(clock(id).expired.is_none());
		go_to("2026-12-20");
		settle();
		assert!(clock(id).expired.is_some());
	});
}

#[test]
fn either_of_them_proposes_and_the_other_accepts() {
	chain(|| {
		let (case, id, _) = assessment();
		let new = date("2026-12-18");
		assert_ok!(propose(JUDGE, id, new, record(case)));
		assert_noop!(accept(JUDGE, id, new), Error::<Test>::NotCounterpart);
		assert_ok!(accept(CHIEF, id, new));
		assert_eq!(due(id), new);
		// A second time, from the new day.
		assert_ok!(propose(CLERK, id, date("2026-12-25"), record(case)));
		assert_noop!(accept(CHIEF, id, date("2026-12-25")), Error::<Test>::NotCounterpart);
		assert_ok!(accept(JUDGE, id, date("2026-12-25")));
		assert_eq!(clock(id).steps, 2);
	});
}

#[test]
fn what_is_accepted_is_what_was_proposed() {
	chain(|| {
		let (case, id, evidence) = assessment();
		let new = date("2026-12-18");
		assert_noop!(accept(JUDGE, id, new), Error::<Test>::NotProposed);
		assert_ok!(propose(CLERK, id, new, evidence));
		assert_noop!(accept(JUDGE, id, new.plus(1)), Error::<Test>::NotProposed);
		// Replaced before it was accepted.
		assert_ok!(propose(CLERK, id, new.plus(1), evidence));
		assert_noop!(accept(JUDGE, id, new), Error::<Test>::NotProposed);
		let cancel = StatutoryClocks::propose_cancellation(
			signed(CLERK),
			id,
			Reason::Judgment,
			record(case),
		);
		assert_ok!(cancel);
		assert_noop!(accept(JUDGE, id, new.plus(1)), Error::<Test>::NotProposed);
	});
}

#[test]
fn pauses_before_the_agreement_are_part_of_it() {
	chain(|| {
		let (case, id, evidence) = assessment();
		let pause =
			|| StatutoryClocks::pause(signed(CLERK), id, PauseCause::MaterialsAwaited, evidence);
		let resume = || StatutoryClocks::resume(signed(CLERK), id, evidence);
		assert_ok!(pause());
		go_to("2026-11-26");
		let new = date("2026-12-20");
		assert_noop!(propose(CLERK, id, new, evidence), Error::<Test>::AlreadyPaused);
		assert_ok!(resume());
		assert_ok!(propose(CLERK, id, new, evidence));
		assert_ok!(pause());
		assert_noop!(accept(JUDGE, id, new), Error::<Test>::AlreadyPaused);
		assert_ok!(resume());
		assert_ok!(accept(JUDGE, id, new));
		assert_eq!(due(id), new);
		// A later one moves the agreed day.
		assert_ok!(StatutoryClocks::pause(
			signed(CLERK),
			id,
			PauseCause::ForceMajeure,
			record(case)
		));
		go_to("2026-11-30");
		assert_ok!(resume());
		assert_eq!(due(id), date("2026-12-24"));
	});
}

#[test]
fn after_the_end_there_is_nothing_to_extend() {
	chain(|| {
		let (case, id, evidence) = assessment();
		let new = date("2026-12-18");
		MockLegalTime::set(clock(id).due.over(&MockLegalTime::clock()));
		let late = record(case);
		assert_noop!(propose(CLERK, id, new, late), Error::<Test>::AlreadyExpired);
		// Nor by what is agreed of another case.
		let other = MockRecords::add(self::case(), BUREAU, &CLERK);
		assert_noop!(propose(CLERK, id, new, other), Error::<Test>::AlreadyExpired);
		StatutoryClocks::propose(id, Proposed::Extension(new), late, BUREAU, CLERK);
		assert_noop!(accept(JUDGE, id, new), Error::<Test>::AlreadyExpired);
		StatutoryClocks::propose(id, Proposed::Extension(new), evidence, BUREAU, CLERK);
		MockRecords::set_status(evidence, RecordStatus::Disputed);
		assert_noop!(accept(JUDGE, id, new), Error::<Test>::AlreadyExpired);
	});
}

/// On paper before the end, and entered after it: the clock runs again, and whoever was told is told.
#[test]
fn what_was_agreed_in_time_may_be_entered_late() {
	chain(|| {
		let (_, id, evidence) = assessment();
		go_to("2026-12-10");
		settle();
		assert!(clock(id).expired.is_some());
		let new = date("2026-12-18");
		assert_ok!(propose(CLERK, id, new, evidence));
		assert_ok!(accept(JUDGE, id, new));
		assert_eq!((due(id), clock(id).expired), (new, None));
		go_to("2026-12-19");
		settle();
		assert!(clock(id).expired.is_some());
	});
}

#[test]
fn an_agreement_whose_record_was_refuted_is_none() {
	chain(|| {
		let (_, id, evidence) = assessment();
		let new = date("2026-12-18");
		assert_ok!(propose(CLERK, id, new, evidence));
		MockRecords::set_status(evidence, RecordStatus::Disputed);
		assert_noop!(accept(JUDGE, id, new), Error::<Test>::NoEvidence);
		MockRecords::set_status(evidence, RecordStatus::Trusted);
		assert_ok!(accept(JUDGE, id, new));
	});
}

#[test]
fn the_new_day_is_later() {
	chain(|| {
		let (_, id, evidence) = assessment();
		assert_noop!(propose(CLERK, id, date("2026-12-07"), evidence), Error::<Test>::NotLater);
		assert_ok!(propose(CLERK, id, date("2026-12-08"), evidence));
	});
}

#[test]
fn only_where_the_kind_allows_it() {
	chain(|| {
		let (case, _, evidence) = assessment();
		let receipt = start(RETURN_RECEIPT, case);
		let new = today().plus(30);
		assert_noop!(propose(CLERK, receipt, new, evidence), Error::<Test>::NotAllowed);
		assert_noop!(accept(CLERK, receipt, new), Error::<Test>::NotProposed);
		assert_ok!(StatutoryClocks::start_sealed(
			signed(CLERK),
			case,
			Group::Execution,
			today(),
			Default::default(),
			BUREAU,
		));
		assert_noop!(propose(CLERK, ClockId(2), new, evidence), Error::<Test>::NotAllowed);
		assert_noop!(propose(CLERK, ClockId(3), new, evidence), Error::<Test>::NotFound);
		assert_noop!(accept(CLERK, ClockId(3), new), Error::<Test>::NotFound);
	});
}

#[test]
fn nobody_else_has_a_say() {
	chain(|| {
		let (case, id, evidence) = assessment();
		let new = date("2026-12-18");
		for who in [PROSECUTOR, TREASURER, STATION, 77] {
			assert_noop!(propose(who, id, new, evidence), Error::<Test>::NotAuthorized);
		}
		let other = record(self::case());
		assert_noop!(propose(CLERK, id, new, other), Error::<Test>::NoEvidence);
		assert_ok!(propose(CLERK, id, new, evidence));
		for who in [PROSECUTOR, TREASURER, 77] {
			assert_noop!(accept(who, id, new), Error::<Test>::NotAuthorized);
		}
		MockRegime::pause(ModuleId::StatutoryClocks, true);
		assert_noop!(accept(JUDGE, id, new), Error::<Test>::ModulePaused);
		assert_noop!(propose(CLERK, id, new, evidence), Error::<Test>::ModulePaused);
		MockRegime::pause(ModuleId::StatutoryClocks, false);
		// A closed clock takes its proposals with it.
		assert_ok!(StatutoryClocks::complete(
			signed(CLERK),
			id,
			ActTime::Day(today()),
			record(case)
		));
		assert_noop!(accept(JUDGE, id, new), Error::<Test>::NotProposed);
		assert_noop!(propose(CLERK, id, new, evidence), Error::<Test>::AlreadyClosed);
	});
}
