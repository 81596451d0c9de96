//! Every invariant, broken on purpose.

use super::*;
use shejiao_primitives::{deadline::YearCalendar, history::Entry};

/// What is said of a state with one of everything, broken by `by`.
fn says(what: &str, by: impl FnOnce(CaseId)) {
	let error = Externalities::new(genesis(), StatutoryClocks::do_try_state).broken_by(|| {
		setting();
		go_to("2026-12-28");
		let case = case();
		// An open clock that depends on two years and is proposed to be extended, one that has fired,
		// one that is paused, and a closed one.
		start(ASSESSMENT, case);
		let evidence = record(case);
		let from = now() - 20 * DAY;
		assert_ok!(StatutoryClocks::start(REPORT, Subject::Case(case), BUREAU, from));
		assert_ok!(StatutoryClocks::propose_extension(
			signed(CLERK),
			ClockId(0),
			today().plus(60),
			evidence
		));
		start(ASSESSMENT, self::case());
		let paused = StatutoryClocks::pause(
			signed(CLERK),
			ClockId(2),
			PauseCause::MaterialsAwaited,
			MockRecords::add(clock_case(ClockId(2)), BUREAU, &CLERK),
		);
		assert_ok!(paused);
		start(EFFECT_NOTICE, case);
		assert_ok!(seen(EFFECT_NOTICE, Subject::Case(case), now()));
		settle();
		StatutoryClocks::do_try_state().expect("sound before it is broken");
		by(case);
	});
	let error = format!("{error:?}");
	assert!(error.contains(what), "{error} instead of {what}");
}

fn clock_case(id: ClockId) -> CaseId {
	match clock(id).subject {
		Subject::Case(case) => case,
		other => panic!("{other:?}"),
	}
}

fn change(id: u64, f: impl FnOnce(&mut Clock<u64>)) {
	Clocks::<Test>::mutate(ClockId(id), |clock| f(clock.as_mut().expect("a clock; qed")));
}

#[test]
fn a_stop_that_is_none_is_seen() {
	let stopped = |clocks: &[u64]| {
		let clocks = clocks.iter().copied().map(ClockId).collect();
		frame_support::BoundedVec::truncate_from(clocks)
	};
	let none = "one is kept to run again that was not stopped";
	says(none, |case| Suspended::<Test>::insert(Subject::Case(case), stopped(&[])));
	says(none, |case| Suspended::<Test>::insert(Subject::Case(case), stopped(&[0])));
	says(none, |case| Suspended::<Test>::insert(Subject::Case(case), stopped(&[3])));
}

#[test]
fn broken_law_is_seen() {
	says("an entry below the counter is missing", |_| KindCount::<Test>::insert(ASSESSMENT, 2));
	says("a kind without a counter", |_| KindCount::<Test>::remove(ASSESSMENT));
	says("a kind contradicts itself", |_| {
		Kinds::<Test>::mutate(REPORT, 0, |entry| {
			entry.as_mut().expect("genesis; qed").value.period = None;
		});
	});
	says("a version of a kind is another thing", |_| {
		let mut entry = Kinds::<Test>::get(REPORT, 0).expect("genesis; qed");
		entry.value.nature = Nature::AsSet;
		Kinds::<Test>::insert(REPORT, 1, entry);
		KindCount::<Test>::insert(REPORT, 2);
	});
	says("an entry below the counter is missing", |_| CalendarCount::<Test>::insert(2026, 2));
	says("a calendar without a counter", |_| CalendarCount::<Test>::remove(2026));
	says("a calendar is none of its year", |_| {
		let entry = Entry { since: 0, value: YearCalendar::of_2026() };
		Calendars::<Test>::insert(2030, 0, entry);
		CalendarCount::<Test>::insert(2030, 1);
	});
}

#[test]
fn clocks_that_cannot_be_are_seen() {
	says("a clock from the future", |_| NextClock::<Test>::put(ClockId(3)));
	says("a clock is missing", |_| NextClock::<Test>::put(ClockId(9)));
	says("a clock is missing", |_| Clocks::<Test>::remove(ClockId(3)));
	says("a clock has either a kind or a commitment", |_| change(0, |clock| clock.kind = None));
	says("a clock has either a kind or a commitment", |_| {
		change(0, |clock| clock.commitment = Some(Default::default()))
	});
	says("a clock of no kind", |_| {
		change(0, |clock| clock.kind = Some(KindVersion { id: ASSESSMENT, version: 7 }))
	});
	says("a clock of a kind that has none in the open", |_| {
		change(0, |clock| clock.kind = Some(KindVersion { id: SEALING, version: 0 }))
	});
	says("a clock of a kind that has none in the open", |_| {
		change(0, |clock| clock.group = Group::Rights)
	});
	says("a sealed clock in a plain group", |_| {
		change(0, |clock| {
			clock.kind = None;
			clock.commitment = Some(Default::default());
			clock.starter = Some(BUREAU);
		})
	});
	says("a member starts what is sealed, and a rule the rest", |_| {
		change(0, |clock| clock.starter = Some(BUREAU))
	});
	says("a clock ran out without a warning", |_| change(1, |clock| clock.warned = None));
	says("a pause ends before it begins, or never", |_| {
		change(2, |clock| clock.pauses[0].until = Some(0))
	});
	says("a pause ends before it begins, or never", |_| {
		change(3, |clock| {
			let pause = Paused { cause: PauseCause::ForceMajeure, from: 1, until: None };
			clock.pauses.try_push(pause).expect("room; qed");
			let pause = Paused { until: Some(2), ..pause };
			clock.pauses.try_push(pause).expect("room; qed");
		})
	});
	says("the changes of a clock are not those that are counted", |_| {
		change(2, |clock| clock.steps = 0)
	});
	says("the changes of a clock are not those that are counted", |_| {
		change(0, |clock| clock.steps = 1)
	});
}

#[test]
fn open_clocks_that_should_not_be_are_seen() {
	says("a clock is open for a dead object", |case| MockSubjects::close(Subject::Case(case)));
	says("a clock ends when its rule does not say", |_| {
		change(0, |clock| clock.due = Due::Day(today()))
	});
	says("a clock ends when its rule does not say", |_| {
		change(0, |clock| clock.provisional = None)
	});
	says("a clock ends when its rule does not say", |_| change(0, |clock| clock.years = None));
	says("a proposal from the future", |_| {
		Proposals::<Test>::mutate(ClockId(0), |proposal| {
			proposal.as_mut().expect("one; qed").at = now() + 1;
		})
	});
}

#[test]
fn indexes_that_say_something_else_are_seen() {
	let objects = "the open clocks of objects are not those that are open";
	says(objects, |case| OpenClocks::<Test>::remove(Subject::Case(case)));
	says(objects, |case| {
		OpenClocks::<Test>::mutate(Subject::Case(case), |open| {
			open.try_push((ClockId(3), Some(EFFECT_NOTICE))).expect("room; qed")
		})
	});
	says("two clocks of a kind are open for an object", |case| {
		OpenClocks::<Test>::mutate(Subject::Case(case), |open| open[1].1 = Some(ASSESSMENT))
	});
	says("an object with no open clock is kept", |_| {
		OpenClocks::<Test>::insert(Subject::Member(COURT), OpenOf::<Test>::default())
	});
	let due = "what is due of owners is not what is open";
	says(due, |_| DueOf::<Test>::insert(COURT, DueKey::new(today(), ClockId(0)), ()));
	says(due, |_| DueOf::<Test>::remove(BUREAU, DueKey::new(self::due(ClockId(0)), ClockId(0))));
	let agenda = "the agenda is not what is to come";
	says(agenda, |_| Agenda::<Test>::insert(AgendaKey::new(1, ClockId(1)), ()));
	says(agenda, |_| {
		let first = Agenda::<Test>::iter_keys().next().expect("an entry; qed");
		Agenda::<Test>::remove(first);
	});
	let years = "those that depend on a calendar are not those that say so";
	says(years, |_| Dependent::<Test>::insert(2029, ClockId(0), ()));
	says(years, |_| Dependent::<Test>::remove(2027, ClockId(0)));
}

#[test]
fn what_hangs_on_nothing_is_seen() {
	says("something is proposed of a clock that is not open", |_| {
		let proposal = Proposals::<Test>::get(ClockId(0)).expect("one; qed");
		Proposals::<Test>::insert(ClockId(3), proposal);
	});
	says("a change of no clock", |_| {
		let step = Steps::<Test>::get(ClockId(2), 0).expect("one; qed");
		Steps::<Test>::insert(ClockId(99), 0, step);
	});
	let recomputed = "a year is computed again twice, or without a calendar";
	says(recomputed, |_| {
		Recomputing::<Test>::put(frame_support::BoundedVec::truncate_from(vec![(2031, None)]))
	});
	says(recomputed, |_| {
		let twice = vec![(2026, None), (2026, None)];
		Recomputing::<Test>::put(frame_support::BoundedVec::truncate_from(twice))
	});
}
