use super::*;
use frame_support::{assert_noop, assert_storage_noop};
use shejiao_primitives::{
	deadline::YearCalendar,
	record::{Correctable, RecordStatus},
	subject::Subjects,
};

fn subject() -> Subject {
	Subject::Case(case())
}

fn at(text: &str) -> Moment {
	MockLegalTime::clock().start_of(date(text)) + HOUR
}

#[test]
fn a_clock_runs_from_its_trigger() {
	chain(|| {
		go_to("2026-11-27");
		let subject = subject();
		let id = StatutoryClocks::start(EFFECT_NOTICE, subject, COURT, at("2026-11-23"))
			.expect("it starts; qed");
		let clock = clock(id);
		assert_eq!(due(id), date("2026-11-30"));
		assert_eq!((clock.owner, clock.started), (COURT, now()));
		assert_eq!(StatutoryClocks::open(EFFECT_NOTICE, subject), Some(id));
		assert_eq!(StatutoryClocks::open(DELIVER_DOCUMENTS, subject), None);
		assert_eq!(StatutoryClocks::count(subject), 1);
		assert_eq!(
			last_event(),
			Event::ClockStarted {
				clock: id,
				kind: Some(KindVersion { id: EFFECT_NOTICE, version: 0 }),
				commitment: None,
				group: Group::Reception,
				subject,
				owner: COURT,
				basis: Basis::From(at("2026-11-23")),
				due: Due::Day(date("2026-11-30")),
				provisional: None,
				by: None,
			}
		);
	});
}

/// The saturday on which five days from a monday end gives way to the monday after.
#[test]
fn exactly_five_ten_and_thirty_days() {
	chain(|| {
		go_to("2026-12-31");
		let due_of = |kind, from: &str| {
			let id =
				StatutoryClocks::start(kind, subject(), COURT, at(from)).expect("it starts; qed");
			due(id)
		};
		// 23 November is a Monday. L4: the 28th is a Saturday.
		assert_eq!(due_of(EFFECT_NOTICE, "2026-11-23"), date("2026-11-30"));
		assert_eq!(due_of(DELIVER_DOCUMENTS, "2026-11-23"), date("2026-12-03"));
		// L9 is custody: Sunday, 6 December, stays.
		assert_eq!(due_of(HAND_OVER, "2026-11-26"), date("2026-12-06"));
		assert_eq!(due_of(REPORT, "2026-11-26"), date("2026-12-07"));
		assert_eq!(due_of(RELEASE_OPINION, "2026-11-30"), date("2026-12-31"));
		assert_eq!(due_of(SUGGESTION_REPLY, "2026-10-30"), date("2026-12-30"));
	});
}

#[test]
fn two_hours_are_counted_by_the_moment_day_and_night() {
	chain(|| {
		let from = now();
		let id = start(ALERT_GRAVEST, case());
		assert_eq!(clock(id).due, Due::Moment(from + 2 * HOUR));
		// To the millisecond: exactly two hours are within two hours.
		MockLegalTime::advance(2 * HOUR);
		settle();
		assert!(clock(id).warned.is_some() && clock(id).expired.is_none());
		MockLegalTime::advance(1);
		settle();
		assert_eq!(clock(id).expired, Some(from + 2 * HOUR + 1));
	});
}

#[test]
fn what_counts_back_starts_from_the_date_that_it_counts_back_from() {
	chain(|| {
		// L30: a term that ends on 31 December.
		let id = StatutoryClocks::start(APPRAISAL, subject(), BUREAU, at("2026-12-31"))
			.expect("it starts; qed");
		assert_eq!(due(id), date("2026-12-01"));
	});
}

#[test]
fn a_notice_agreement_or_term_sets_the_last_day() {
	chain(|| {
		let subject = subject();
		// L31 on a Sunday.
		let id = StatutoryClocks::start_until(CERTIFICATE, subject, BUREAU, date("2026-12-06"))
			.expect("it starts; qed");
		assert_eq!(due(id), date("2026-12-06"));
		assert_eq!(clock(id).over_after(), MockLegalTime::clock().start_of(date("2026-12-07")));
		assert_noop!(
			StatutoryClocks::start(VIOLATION_REPLY, subject, BUREAU, now()),
			Error::<Test>::LastDayNeeded
		);
		assert_ok!(StatutoryClocks::start_until(
			VIOLATION_REPLY,
			subject,
			BUREAU,
			today().plus(15)
		));
	});
}

trait OverAfter {
	fn over_after(&self) -> Moment;
}

impl OverAfter for Clock<u64> {
	fn over_after(&self) -> Moment {
		self.due.over(&MockLegalTime::clock())
	}
}

#[test]
fn one_clock_of_a_kind_is_open_for_an_object_and_no_more_than_may_be() {
	chain(|| {
		let subject = subject();
		let start = |kind| StatutoryClocks::start(kind, subject, BUREAU, now());
		assert_ok!(start(ASSESSMENT));
		assert_noop!(start(ASSESSMENT), Error::<Test>::AlreadyExists);
		for kind in [EFFECT_NOTICE, REPORT, DELIVER_DOCUMENTS] {
			assert_ok!(start(kind));
		}
		assert_noop!(start(HAND_OVER), Error::<Test>::MaxClocksExceeded);
		assert_ok!(seen(REPORT, subject, now()));
		assert_ok!(start(HAND_OVER));
	});
}

#[test]
fn what_has_no_clock_starts_none() {
	chain(|| {
		let subject = subject();
		let start = |kind| StatutoryClocks::start(kind, subject, BUREAU, now());
		assert_noop!(start(KindId(9_999)), Error::<Test>::NotFound);
		// L16 is a limit, L3a a permission.
		assert_noop!(start(crate::law::more::SHORT_LEAVE), Error::<Test>::NoClock);
		assert_noop!(start(crate::law::more::OTHER_COMMISSIONERS), Error::<Test>::NoClock);
		assert_noop!(
			StatutoryClocks::start(ASSESSMENT, subject, BUREAU, now() + 1),
			Error::<Test>::InTheFuture
		);
	});
}

#[test]
fn a_sealed_kind_never_stands_in_the_open() {
	chain(|| {
		let subject = subject();
		for kind in [AFTER_CARE, SEALING, SEALING_NOTICE, KindId(27), KindId(10)] {
			assert_noop!(
				StatutoryClocks::start(kind, subject, BUREAU, now()),
				Error::<Test>::KindSealed
			);
			assert_noop!(
				StatutoryClocks::start_until(kind, subject, BUREAU, today()),
				Error::<Test>::KindSealed
			);
		}
	});
}

#[test]
fn the_day_of_the_act_decides_whether_it_was_in_time() {
	chain(|| {
		go_to("2026-11-23");
		let subject = subject();
		let first =
			StatutoryClocks::start(DELIVER_DOCUMENTS, subject, COURT, now()).expect("; qed");
		go_to("2026-12-10");
		settle();
		// Done on the last day, entered a week later.
		let last = MockLegalTime::clock().end_of(date("2026-12-03"));
		assert_ok!(seen(DELIVER_DOCUMENTS, subject, last - 1));
		let closing = clock(first).closed.expect("closed; qed");
		assert!(matches!(
			closing.outcome,
			Outcome::Completed { in_time: true, evidence: None, .. }
		));
		assert!(clock(first).is_late_entry(&MockLegalTime::clock()));
		assert_eq!(StatutoryClocks::open(DELIVER_DOCUMENTS, subject), None);
		// A moment later it is the next day.
		let second = StatutoryClocks::start(DELIVER_DOCUMENTS, subject, COURT, at("2026-11-23"))
			.expect("; qed");
		assert_ok!(seen(DELIVER_DOCUMENTS, subject, last));
		let closing = clock(second).closed.expect("closed; qed");
		assert!(matches!(closing.outcome, Outcome::Completed { in_time: false, .. }));
	});
}

#[test]
fn an_act_in_the_future_is_none() {
	chain(|| {
		let subject = subject();
		assert_ok!(StatutoryClocks::start(REPORT, subject, BUREAU, now()));
		assert_noop!(seen(REPORT, subject, now() + 1), Error::<Test>::InTheFuture);
	});
}

#[test]
fn where_no_clock_runs_nothing_happens() {
	chain(|| {
		let subject = subject();
		assert_storage_noop!({
			assert_ok!(seen(REPORT, subject, now()));
			assert_ok!(StatutoryClocks::cancel(REPORT, subject, Reason::Judgment));
			assert_ok!(StatutoryClocks::cancel_all(subject, Reason::Judgment));
			assert_ok!(StatutoryClocks::restart(REPORT, subject, now()));
		});
	});
}

#[test]
fn what_is_not_due_any_more_ends_without_an_act() {
	chain(|| {
		let subject = subject();
		let one = StatutoryClocks::start(REPORT, subject, BUREAU, now()).expect("; qed");
		let two = StatutoryClocks::start(HAND_OVER, subject, BUREAU, now()).expect("; qed");
		let three = StatutoryClocks::start(EFFECT_NOTICE, subject, COURT, now()).expect("; qed");
		assert_ok!(StatutoryClocks::cancel(REPORT, subject, Reason::Judgment));
		assert!(!clock(one).is_open());
		assert_eq!(
			last_event(),
			Event::ClockCancelled {
				clock: one,
				kind: Some(REPORT),
				subject,
				owner: BUREAU,
				reason: Reason::Judgment,
				evidence: None,
				by: None,
			}
		);
		assert_ok!(StatutoryClocks::cancel_all(subject, Reason::Judgment));
		assert!(!clock(two).is_open() && !clock(three).is_open());
		assert_eq!(StatutoryClocks::count(subject), 0);
		// Nothing of them fires later.
		MockLegalTime::advance_days(60);
		assert_eq!(poll(), <() as WeightInfo>::on_poll(0));
	});
}

#[test]
fn another_start_gives_another_end() {
	chain(|| {
		go_to("2026-12-20");
		let subject = subject();
		let id = StatutoryClocks::start(REPORT, subject, BUREAU, at("2026-12-01")).expect("; qed");
		settle();
		assert!(clock(id).expired.is_some());
		// The judgment became final later than was entered.
		assert_ok!(StatutoryClocks::restart(REPORT, subject, at("2026-12-18")));
		assert_eq!(due(id), date("2026-12-28"));
		assert_eq!((clock(id).warned, clock(id).expired), (None, None));
		let step = Steps::<Test>::get(id, 0).expect("a step; qed");
		assert!(matches!(
			step.change,
			Change::Moved { why: Move::Restarted(_), expired: Some(_), warned: Some(_), .. }
		));
		assert_noop!(
			StatutoryClocks::restart(REPORT, subject, now() + 1),
			Error::<Test>::InTheFuture
		);
		go_to("2026-12-29");
		settle();
		assert_eq!(clock(id).expired, Some(now()));
	});
}

#[test]
fn clocks_are_for_objects_of_every_sort() {
	chain(|| {
		let alert = Subject::Alert(shejiao_primitives::oversight::AlertId(7));
		assert_ok!(StatutoryClocks::start(ALERT_SERIOUS, alert, BUREAU, now()));
		assert_eq!(StatutoryClocks::open(ALERT_SERIOUS, alert), Some(ClockId(0)));
		assert_eq!(MockSubjects::case(alert), None);
	});
}

/// Plain clocks and sealed ones, of whoever started them.
#[test]
fn what_was_stopped_runs_again_from_its_own_beginning() {
	chain(|| {
		go_to("2026-11-23");
		let (case, hash) = (case(), sp_core::H256::repeat_byte(7));
		let subject = Subject::Case(case);
		let assessment = start(ASSESSMENT, case);
		let notice = StatutoryClocks::start(EFFECT_NOTICE, subject, COURT, at("2026-11-20"));
		let last_day = date("2026-12-24");
		assert_ok!(StatutoryClocks::start_until(CERTIFICATE, subject, BUREAU, last_day));
		let sealed_end = date("2026-11-26");
		let sealed = StatutoryClocks::start_sealed(
			signed(JUDGE),
			case,
			Group::Conclusion,
			sealed_end,
			hash,
			COURT,
		);
		assert_ok!(sealed);
		let other = start(ASSESSMENT, self::case());
		let document = Subject::Document(shejiao_primitives::document::DocumentId(5));
		assert_ok!(StatutoryClocks::start(DOCUMENT_RECEIPT, document, COURT, now()));
		let of_case = |id: u64| {
			let clock = clock(ClockId(id));
			(clock.kind, clock.commitment, clock.group, clock.owner, clock.basis, clock.due)
		};
		let before: Vec<_> = (0..4).map(of_case).collect();
		assert_eq!(notice, Ok(ClockId(1)));
		go_to("2026-11-25");
		assert_ok!(seen(EFFECT_NOTICE, subject, now()));
		assert_ok!(StatutoryClocks::suspend_all(subject, Reason::Mistake));
		assert_eq!(StatutoryClocks::count(subject), 0);
		assert!(clock(other).is_open(), "of another case");
		assert_eq!(StatutoryClocks::count(document), 1, "what is owed about a document goes on");
		go_to("2026-12-15");
		settle();
		assert!(clock(assessment).warned.is_none(), "it does not run");
		events();
		assert_ok!(StatutoryClocks::resume_all(subject));
		let told = events();
		let resumed = |id: u64| {
			let (clock, due) = (ClockId(id), self::clock(ClockId(id)).due);
			told.contains(&Event::ClockResumed { clock, due, provisional: None })
		};
		assert!(resumed(0) && resumed(2) && resumed(3));
		let after: Vec<_> = [0, 2, 3].into_iter().map(of_case).collect();
		assert_eq!(after, [before[0], before[2], before[3]]);
		assert!(!clock(ClockId(1)).is_open(), "the notice was given before");
		assert_eq!(StatutoryClocks::count(subject), 3);
		// What ran out meanwhile is told once.
		settle();
		assert!(clock(assessment).expired.is_some() && clock(ClockId(3)).expired.is_some());
		assert!(clock(ClockId(2)).expired.is_none());
		// Nothing is left to run again.
		assert_storage_noop!(assert_ok!(StatutoryClocks::resume_all(subject)));
		assert_storage_noop!(assert_ok!(StatutoryClocks::suspend_all(
			Subject::Case(self::case()),
			Reason::Mistake
		)));
	});
}

#[test]
fn a_pause_lasts_over_a_stop() {
	chain(|| {
		go_to("2026-11-23");
		let case = case();
		let subject = Subject::Case(case);
		let id = start(ASSESSMENT, case);
		let cause = PauseCause::MaterialsAwaited;
		go_to("2026-11-24");
		assert_ok!(StatutoryClocks::pause(signed(CLERK), id, cause, record(case)));
		go_to("2026-11-25");
		assert_ok!(StatutoryClocks::resume(signed(CLERK), id, record(case)));
		go_to("2026-11-26");
		assert_ok!(StatutoryClocks::pause(signed(CLERK), id, cause, record(case)));
		go_to("2026-11-27");
		assert_ok!(StatutoryClocks::suspend_all(subject, Reason::Mistake));
		go_to("2026-12-02");
		assert_ok!(StatutoryClocks::resume_all(subject));
		assert_eq!(StatutoryClocks::open(ASSESSMENT, subject), Some(id));
		assert_eq!((clock(id).paused(), clock(id).pauses.len()), (Some(cause), 2));
		go_to("2026-12-04");
		assert_ok!(StatutoryClocks::resume(signed(CLERK), id, record(case)));
		// Ten working days from the 23rd, without the 24th and the 26th to the 3rd.
		assert_eq!(due(id), date("2026-12-16"));
	});
}

/// One that runs at the moment at which it is stopped is not paused by that.
#[test]
fn a_pause_that_ended_at_the_moment_of_a_stop_is_over() {
	chain(|| {
		let case = case();
		let id = start(ASSESSMENT, case);
		let cause = PauseCause::MaterialsAwaited;
		assert_ok!(StatutoryClocks::pause(signed(CLERK), id, cause, record(case)));
		assert_ok!(StatutoryClocks::resume(signed(CLERK), id, record(case)));
		assert_ok!(StatutoryClocks::suspend_all(Subject::Case(case), Reason::Mistake));
		assert_ok!(StatutoryClocks::resume_all(Subject::Case(case)));
		assert!(clock(id).is_open() && clock(id).paused().is_none());
	});
}

/// Its history, what it rests on and whether that stands; and the calendar that came meanwhile.
#[test]
fn what_runs_again_has_kept_its_past() {
	chain(|| {
		go_to("2026-12-21");
		let case = case();
		let subject = Subject::Case(case);
		let id = start(ASSESSMENT, case);
		let (agreement, other) = (record(case), record(case));
		assert_ok!(StatutoryClocks::propose_extension(
			signed(CLERK),
			id,
			date("2027-01-20"),
			agreement
		));
		assert_ok!(StatutoryClocks::accept_extension(signed(JUDGE), id, date("2027-01-20")));
		let fast = start(ASSESSMENT_FAST, case);
		let provisional = start(REPORT, case);
		for source in [agreement, other] {
			StatutoryClocks::source_changed(Subject::Clock(id), source, RecordStatus::Disputed);
		}
		go_to("2026-12-23");
		let stopped = now();
		assert_ok!(StatutoryClocks::suspend_all(subject, Reason::Mistake));
		let off = vec![date("2026-12-29")];
		let of_2026 = YearCalendar::of_2026();
		let days_off = of_2026.days_off.iter().copied().chain(off).collect();
		let calendar = YearCalendar::new(2026, days_off, of_2026.make_up.to_vec());
		let calendar = calendar.expect("a calendar; qed");
		assert_ok!(StatutoryClocks::set_calendar(council(), 2026, calendar));
		settle();
		assert_ok!(StatutoryClocks::resume_all(subject));
		assert!(clock(id).corrected);
		assert_eq!((due(id), due(fast)), (date("2027-01-20"), date("2026-12-28")));
		assert_eq!(due(provisional), date("2026-12-31"));
		let (reason, warned, expired) = (Reason::Mistake, None, None);
		let last = Steps::<Test>::get(id, clock(id).steps - 1).expect("a step; qed");
		assert_eq!(last.change, Change::RanAgain { stopped, reason, warned, expired });
		// A record that stands again clears the mark no sooner than the other does.
		StatutoryClocks::source_changed(Subject::Clock(id), agreement, RecordStatus::Trusted);
		assert!(clock(id).corrected, "the other does not");
		StatutoryClocks::source_changed(Subject::Clock(id), other, RecordStatus::Trusted);
		assert!(!clock(id).corrected);
		assert_eq!(StatutoryClocks::clock(id).map(|told| told.steps.len()), Some(6));
	});
}

/// L3: the commission arrives, and what was agreed before stands.
#[test]
fn an_agreed_day_stands_wherever_the_period_is_counted_from() {
	chain(|| {
		go_to("2026-11-23");
		let case = case();
		let subject = Subject::Case(case);
		let id = start(ASSESSMENT, case);
		let new = date("2026-12-18");
		assert_ok!(StatutoryClocks::propose_extension(signed(CLERK), id, new, record(case)));
		assert_ok!(StatutoryClocks::accept_extension(signed(JUDGE), id, new));
		go_to("2026-11-26");
		assert_storage_noop!(assert_ok!(StatutoryClocks::restart(ASSESSMENT, subject, now())));
		assert_eq!(due(id), new);
	});
}

#[test]
fn the_same_day_changes_nothing_where_days_are_counted() {
	chain(|| {
		go_to("2026-11-23");
		let subject = subject();
		let at = now();
		assert_ok!(StatutoryClocks::start(ASSESSMENT, subject, BUREAU, at - HOUR));
		assert_storage_noop!(assert_ok!(StatutoryClocks::restart(ASSESSMENT, subject, at)));
		let id = StatutoryClocks::start(ALERT_GRAVEST, subject, BUREAU, at - HOUR).expect("; qed");
		assert_ok!(StatutoryClocks::restart(ALERT_GRAVEST, subject, at));
		assert_eq!(clock(id).due, Due::Moment(at + 2 * HOUR));
	});
}

#[test]
fn what_has_taken_the_place_of_a_stopped_clock_stays() {
	chain(|| {
		let subject = subject();
		assert_ok!(StatutoryClocks::start(REPORT, subject, BUREAU, now()));
		assert_ok!(StatutoryClocks::suspend_all(subject, Reason::Mistake));
		let other = StatutoryClocks::start(REPORT, subject, COURT, now()).expect("; qed");
		assert_ok!(StatutoryClocks::resume_all(subject));
		assert_eq!(StatutoryClocks::open(REPORT, subject), Some(other));
		assert_eq!(StatutoryClocks::count(subject), 1);
	});
}
