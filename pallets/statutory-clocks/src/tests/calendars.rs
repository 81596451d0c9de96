use super::*;
use frame_support::assert_noop;
use shejiao_primitives::deadline::YearCalendar;

/// A calendar of 2027 with New Year and a made-up festival.
fn calendar(off: &[&str]) -> YearCalendar {
	YearCalendar::new(2027, off.iter().map(|day| date(day)).collect(), vec![]).expect("one; qed")
}

fn set(calendar: YearCalendar) -> DispatchResult {
	StatutoryClocks::set_calendar(council(), 2027, calendar)
}

#[test]
fn a_year_without_calendar_is_counted_on_weekends_until_the_calendar_comes() {
	chain(|| {
		go_to("2026-12-28");
		let crossing = start(ASSESSMENT, case());
		let within = start(ASSESSMENT_FAST, case());
		assert_eq!((due(crossing), clock(crossing).provisional), (date("2027-01-11"), Some(2027)));
		assert_eq!(due(within), date("2027-01-04"));
		assert_ok!(set(calendar(&["2027-01-01"])));
		assert_eq!(StatutoryClocks::recomputing(), [2027]);
		events();
		settle();
		assert_eq!((due(crossing), clock(crossing).provisional), (date("2027-01-12"), None));
		assert_eq!((due(within), clock(within).provisional), (date("2027-01-05"), None));
		assert_eq!(StatutoryClocks::recomputing(), Vec::<u16>::new());
		let moved = Event::ClockMoved {
			clock: crossing,
			why: Move::Calendar(2027),
			from: Due::Day(date("2027-01-11")),
			to: Due::Day(date("2027-01-12")),
			provisional: None,
			by: None,
		};
		let told = events();
		assert!(told.contains(&moved), "{told:?}");
		assert!(told.contains(&Event::YearRecomputed { year: 2027 }));
		assert_eq!(clock(crossing).steps, 1);
	});
}

#[test]
fn a_clock_that_keeps_its_day_is_no_more_provisional() {
	chain(|| {
		go_to("2026-12-21");
		let id = start(ASSESSMENT, case());
		assert_eq!((due(id), clock(id).provisional), (date("2027-01-04"), Some(2027)));
		assert_ok!(set(calendar(&["2027-02-08"])));
		settle();
		assert_eq!((due(id), clock(id).provisional), (date("2027-01-04"), None));
	});
}

#[test]
fn a_changed_calendar_moves_the_clocks_that_depend_on_it() {
	chain(|| {
		go_to("2026-12-28");
		let id = start(ASSESSMENT, case());
		assert_ok!(set(calendar(&["2027-01-01"])));
		settle();
		// The holiday is lengthened, as that of the Spring Festival once was.
		assert_ok!(set(calendar(&["2027-01-01", "2027-01-04", "2027-01-05"])));
		settle();
		assert_eq!(due(id), date("2027-01-14"));
		assert_eq!(clock(id).steps, 2);
		// What was known then stays known.
		assert_eq!(CalendarCount::<Test>::get(2027), 2);
	});
}

#[test]
fn a_clock_that_ran_out_too_early_runs_again() {
	chain(|| {
		go_to("2026-12-28");
		let id = start(ASSESSMENT, case());
		go_to("2027-01-12");
		settle();
		assert!(clock(id).expired.is_some());
		assert_ok!(set(calendar(&["2027-01-01", "2027-01-06", "2027-01-07", "2027-01-08"])));
		settle();
		assert_eq!(due(id), date("2027-01-15"));
		// It will warn again, three days ahead.
		assert_eq!((clock(id).warned, clock(id).expired), (None, None));
		go_to("2027-01-16");
		settle();
		assert_eq!(clock(id).expired, Some(now()));
	});
}

#[test]
fn what_is_due_before_its_turn_to_be_computed_does_not_run_out_early() {
	chain(|| {
		go_to("2026-12-28");
		let ids: Vec<_> = (0..30).map(|_| start(ASSESSMENT, case())).collect();
		// In one block calendar and end meet, and there is room for a few clocks alone.
		go_to("2027-01-12");
		assert_ok!(set(calendar(&["2027-01-01"])));
		events();
		let limit = <() as WeightInfo>::on_poll(0) + StatutoryClocks::fire_weight() * 2;
		for _ in 0..100 {
			StatutoryClocks::on_poll(1, &mut WeightMeter::with_limit(limit));
			assert_ok!(StatutoryClocks::do_try_state());
		}
		let told = events();
		assert!(!told.iter().any(|event| matches!(event, Event::ClockExpired { .. })));
		for id in ids {
			let at = told
				.iter()
				.position(|event| matches!(event, Event::ClockMoved { clock, .. } if *clock == id));
			let warned = told.iter().position(
				|event| matches!(event, Event::ClockWarned { clock, .. } if *clock == id),
			);
			assert!(at.is_some() && at < warned, "{id:?}: {at:?} {warned:?}");
			assert_eq!((due(id), clock(id).steps), (date("2027-01-12"), 1));
		}
		go_to("2027-01-13");
		settle();
		assert_eq!(events().len(), 30);
	});
}

#[test]
fn many_clocks_are_computed_again_in_bounded_steps() {
	chain(|| {
		go_to("2026-12-28");
		let ids: Vec<_> = (0..40).map(|_| start(ASSESSMENT, case())).collect();
		assert_ok!(set(calendar(&["2027-01-01"])));
		let step = <() as WeightInfo>::recompute();
		let share = <() as WeightInfo>::on_poll(0) + step * 16;
		let moved = || ids.iter().filter(|id| due(**id) == date("2027-01-12")).count();
		let mut blocks = 0;
		while !StatutoryClocks::recomputing().is_empty() {
			let before = moved();
			let mut meter = WeightMeter::with_limit(share);
			StatutoryClocks::on_poll(1, &mut meter);
			assert!(meter.consumed().all_lte(share));
			// Half of what there is, and one by one.
			assert!(moved() - before <= 8);
			blocks += 1;
			assert_ok!(StatutoryClocks::do_try_state());
		}
		assert_eq!((moved(), blocks), (40, 6));
		assert!(ids.iter().all(|id| clock(*id).steps == 1));
	});
}

#[test]
fn a_calendar_that_changes_while_clocks_are_computed_starts_over() {
	chain(|| {
		go_to("2026-12-28");
		let ids: Vec<_> = (0..10).map(|_| start(ASSESSMENT, case())).collect();
		assert_ok!(set(calendar(&["2027-01-01"])));
		let share = <() as WeightInfo>::on_poll(0) + <() as WeightInfo>::recompute() * 8;
		StatutoryClocks::on_poll(1, &mut WeightMeter::with_limit(share));
		assert_ok!(set(calendar(&["2027-01-01", "2027-01-04"])));
		settle();
		assert!(ids.iter().all(|id| due(*id) == date("2027-01-13")));
	});
}

#[test]
fn a_calendar_on_which_nothing_rests_needs_no_computing() {
	chain(|| {
		assert_ok!(set(calendar(&["2027-01-01"])));
		assert_eq!(StatutoryClocks::recomputing(), Vec::<u16>::new());
		assert!(matches!(last_event(), Event::CalendarSet { year: 2027, .. }));
	});
}

#[test]
fn what_is_no_calendar_of_the_year_is_refused() {
	chain(|| {
		let good = calendar(&["2027-01-01"]);
		assert_noop!(
			StatutoryClocks::set_calendar(council(), 2028, good.clone()),
			Error::<Test>::InvalidCalendar
		);
		let mut unordered = calendar(&["2027-01-01", "2027-05-03"]);
		let days: &mut [LegalDate] = unordered.days_off.as_mut();
		days.reverse();
		assert_noop!(set(unordered), Error::<Test>::InvalidCalendar);
		assert_noop!(
			StatutoryClocks::set_calendar(signed(CHIEF), 2027, good),
			sp_runtime::DispatchError::BadOrigin
		);
	});
}

/// An act of a day that looked late until the calendar came, and one that looked as if in time.
#[test]
fn what_was_completed_without_the_calendar_is_judged_anew_when_it_comes() {
	chain(|| {
		go_to("2026-12-28");
		let cases: Vec<_> = (0..3).map(|_| case()).collect();
		let ids: Vec<_> = cases.iter().map(|case| start(ASSESSMENT, *case)).collect();
		assert_eq!((due(ids[0]), clock(ids[0]).provisional), (date("2027-01-11"), Some(2027)));
		go_to("2027-01-12");
		settle();
		let late = ActTime::Day(date("2027-01-12"));
		let evidence = record(cases[0]);
		assert_ok!(StatutoryClocks::complete(signed(CLERK), ids[0], late, evidence));
		let subject = Subject::Case(cases[1]);
		assert_ok!(seen(ASSESSMENT, subject, now() - DAY));
		assert_ok!(StatutoryClocks::cancel(ASSESSMENT, Subject::Case(cases[2]), Reason::Mistake));
		assert_ok!(StatutoryClocks::do_try_state());
		let in_time = |id| match clock(id).closed.map(|closing| closing.outcome) {
			Some(Outcome::Completed { in_time, .. }) => Some(in_time),
			_ => None,
		};
		let judged = || ids.iter().map(|id| in_time(*id)).collect::<Vec<_>>();
		assert_eq!(judged(), [Some(false), Some(true), None]);
		events();
		assert_ok!(set(calendar(&["2027-01-01"])));
		settle();
		assert_eq!(judged(), [Some(true), Some(true), None]);
		let told = events();
		let anew = Event::ClockJudgedAnew { clock: ids[0], in_time: true };
		assert!(told.contains(&anew), "{told:?}");
		let moved = |id| {
			let of = |event: &&Event<Test>| matches!(event, Event::ClockMoved { clock, .. } if *clock == id);
			told.iter().filter(of).count()
		};
		assert_eq!(ids.iter().map(|id| moved(*id)).collect::<Vec<_>>(), [1, 1, 0]);
		assert_eq!((due(ids[0]), clock(ids[0]).steps), (date("2027-01-12"), 1));
		assert!(!clock(ids[0]).is_open() && clock(ids[0]).expired.is_some());
		// It rests on no calendar any more.
		assert_eq!(Dependent::<Test>::iter().count(), 0);
		assert_ok!(set(calendar(&["2027-01-01", "2027-01-04"])));
		settle();
		assert_eq!(clock(ids[0]).steps, 1);
	});
}
