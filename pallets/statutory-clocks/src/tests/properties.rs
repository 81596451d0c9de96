//! Random histories against a list of clocks that is read anew, day by day, each time.

use super::{
	model::{Counts, Model, Modelled, FIRST},
	*,
};
use proptest::prelude::*;
use shejiao_primitives::{
	case::OnCase,
	deadline::YearCalendar,
	record::{Correctable, RecordStatus},
};
use shejiao_testing::property::{histories, Tally};

const CALLS: [&str; 11] = [
	"set_kind",
	"set_calendar",
	"start_sealed",
	"complete",
	"pause",
	"resume",
	"propose_extension",
	"accept_extension",
	"propose_cancellation",
	"confirm_cancellation",
	"reseal",
];

/// Officers that are drawn. The first three act for the bureau.
const WHO: [u64; 6] = [CLERK, CHIEF, TREASURER, JUDGE, PROSECUTOR, STATION];

/// Kinds that are drawn.
const KINDS: [KindId; 5] = [ASSESSMENT, REPORT, HAND_OVER, RELEASE_OPINION, ALERT_GRAVEST];

#[derive(Clone, Debug)]
enum Step {
	SetKind { length: u16, ahead: i32 },
	SetCalendar { year: u16, off: Vec<u32>, wrong: bool },
	Start { kind: usize, case: usize, ago: u64 },
	StartUntil { case: usize, ahead: u32 },
	Restart { kind: usize, case: usize, ago: u64 },
	Seen { kind: usize, case: usize, ago: u64 },
	Seal { who: usize, case: usize, group: bool, ahead: i32 },
	Complete { who: usize, clock: usize, ago: i32, moment: bool, foreign: bool },
	Pause { who: usize, clock: usize, allowed: bool, foreign: bool },
	Resume { who: usize, clock: usize, foreign: bool },
	Propose { who: usize, clock: usize, later: i32 },
	Accept { who: usize, clock: usize, other: bool },
	ProposeEnd { who: usize, clock: usize, foreign: bool },
	ConfirmEnd { who: usize, clock: usize },
	Reseal { who: usize, clock: usize, ahead: i32, foreign: bool },
	Suspend { case: usize },
	RunAgain { case: usize },
	EndAll { case: usize, archived: bool },
	Source { clock: usize, source: usize, stands: bool },
	Wait { hours: u64 },
}

fn step() -> impl Strategy<Value = Step> {
	let who = || prop_oneof![6 => 0..2usize, 3 => Just(3usize), 1 => 0..6usize];
	let clock = || 0..1_000usize;
	let rarely = || proptest::bool::weighted(0.1);
	let case = || 0..6usize;
	prop_oneof![
		2 => (prop_oneof![9 => 1..30u16, 1 => Just(0u16), 1 => Just(400u16)], -1..6i32)
			.prop_map(|(length, ahead)| Step::SetKind { length, ahead }),
		2 => (2026..2028u16, proptest::collection::vec(0..365u32, 0..30), rarely())
			.prop_map(|(year, off, wrong)| Step::SetCalendar { year, off, wrong }),
		12 => (prop_oneof![3 => Just(0usize), 2 => 0..5usize], case(), 0..200u64)
			.prop_map(|(kind, case, ago)| Step::Start { kind, case, ago }),
		1 => (case(), 0..40u32).prop_map(|(case, ahead)| Step::StartUntil { case, ahead }),
		1 => (0..5usize, case(), 0..100u64)
			.prop_map(|(kind, case, ago)| Step::Restart { kind, case, ago }),
		1 => (0..5usize, case(), 0..100u64)
			.prop_map(|(kind, case, ago)| Step::Seen { kind, case, ago }),
		3 => (who(), case(), proptest::bool::weighted(0.8), -3..20i32)
			.prop_map(|(who, case, group, ahead)| Step::Seal { who, case, group, ahead }),
		4 => (who(), clock(), -1..6i32, rarely(), rarely()).prop_map(
			|(who, clock, ago, moment, foreign)| Step::Complete { who, clock, ago, moment, foreign },
		),
		9 => (who(), clock(), proptest::bool::weighted(0.9), rarely())
			.prop_map(|(who, clock, allowed, foreign)| Step::Pause { who, clock, allowed, foreign }),
		9 => (who(), clock(), rarely())
			.prop_map(|(who, clock, foreign)| Step::Resume { who, clock, foreign }),
		9 => (who(), clock(), -1..20i32)
			.prop_map(|(who, clock, later)| Step::Propose { who, clock, later }),
		9 => (who(), clock(), rarely())
			.prop_map(|(who, clock, other)| Step::Accept { who, clock, other }),
		6 => (who(), clock(), rarely())
			.prop_map(|(who, clock, foreign)| Step::ProposeEnd { who, clock, foreign }),
		6 => (who(), clock()).prop_map(|(who, clock)| Step::ConfirmEnd { who, clock }),
		4 => (who(), clock(), -3..20i32, rarely())
			.prop_map(|(who, clock, ahead, foreign)| Step::Reseal { who, clock, ahead, foreign }),
		1 => case().prop_map(|case| Step::Suspend { case }),
		2 => case().prop_map(|case| Step::RunAgain { case }),
		1 => (case(), proptest::bool::weighted(0.5))
			.prop_map(|(case, archived)| Step::EndAll { case, archived }),
		4 => (clock(), 0..3usize, proptest::bool::weighted(0.5))
			.prop_map(|(clock, source, stands)| Step::Source { clock, source, stands }),
		6 => (1..120u64).prop_map(|hours| Step::Wait { hours }),
	]
}

/// The first day, that of every record.
fn first_day() -> LegalDate {
	MockLegalTime::clock().date(shejiao_testing::START)
}

fn shifted(days: i32) -> LegalDate {
	LegalDate(today().0.saturating_add_signed(days))
}

fn apply(step: &Step, model: &mut Model, tally: &mut Tally) {
	let subject = |model: &Model, case: usize| Subject::Case(model.cases[case].0);
	let (call, result, expected): (_, DispatchResult, bool) = match step.clone() {
		Step::SetKind { length, ahead } => {
			let (_, mut rule) = StatutoryClocks::kind_at(ASSESSMENT, now()).expect("genesis; qed");
			let mut period = rule.period.expect("a deadline; qed");
			period.length = length;
			rule.period = Some(period);
			let effective = shifted(ahead);
			let since = MockLegalTime::clock().start_of(effective).max(now());
			let last = model.lengths.last().map_or(0, |(since, _)| *since);
			let good = length > 0 && length <= 366 && ahead >= 0 && last <= since;
			if good {
				model.lengths.push((since, length));
			}
			("set_kind", StatutoryClocks::set_kind(council(), ASSESSMENT, rule, effective), good)
		},
		Step::SetCalendar { year, off, wrong } => {
			let first = if year == 2026 { FIRST } else { FIRST + 365 };
			let mut off: Vec<_> = off.into_iter().map(|n| LegalDate(first + n)).collect();
			off.sort();
			off.dedup();
			let good = !wrong || off.is_empty();
			let calendar = YearCalendar {
				days_off: frame_support::BoundedVec::truncate_from(off.clone()),
				make_up: Default::default(),
			};
			let of = if wrong { year + 1 } else { year };
			if good {
				model.years.insert(of, (off, vec![]));
			}
			("set_calendar", StatutoryClocks::set_calendar(council(), of, calendar), good)
		},
		Step::Start { kind, case, ago } => {
			let from = now() - ago * HOUR;
			let lead = match kind {
				0..=2 => 72,
				3 => 168,
				_ => 1,
			};
			let clock = Modelled {
				kind: Some(kind),
				counts: model.counts_at(kind, from),
				lead,
				from,
				..model.fresh(case, LegalDate(0))
			};
			let result = StatutoryClocks::start(KINDS[kind], subject(model, case), BUREAU, from);
			("start", result.map(|_| ()), model.begin(clock))
		},
		Step::StartUntil { case, ahead } => {
			let given = today().plus(ahead);
			let owner = COURT;
			let good = !model.clocks.iter().any(|c| {
				c.open
					&& c.case == case
					&& c.counts == Counts::Given
					&& !c.sealed && c.kind.is_none()
			});
			let result =
				StatutoryClocks::start_until(CERTIFICATE, subject(model, case), owner, given);
			let clock = Modelled { owner, ..model.fresh(case, given) };
			("start_until", result.map(|_| ()), good && model.begin(clock))
		},
		Step::Restart { kind, case, ago } => {
			let from = now() - ago * HOUR;
			if let Some(place) = model.find(kind, case) {
				let counts = model.counts_at(kind, from);
				let clock = &mut model.clocks[place];
				// An agreed day stands.
				if clock.counts != Counts::Given {
					(clock.from, clock.counts) = (from, counts);
				}
			}
			("restart", StatutoryClocks::restart(KINDS[kind], subject(model, case), from), true)
		},
		Step::Seen { kind, case, ago } => {
			if let Some(place) = model.find(kind, case) {
				model.clocks[place].open = false;
			}
			("seen", seen(KINDS[kind], subject(model, case), now() - ago * HOUR), true)
		},
		Step::Seal { who, case, group, ahead } => {
			let who = WHO[who];
			let given = shifted(ahead);
			let starter = Model::member(who);
			let clock = Modelled { sealed: true, starter, ..model.fresh(case, given) };
			let good = matches!(who, CLERK | CHIEF | JUDGE | PROSECUTOR) && group;
			let group = if group { Group::Execution } else { Group::Reception };
			let result = StatutoryClocks::start_sealed(
				signed(who),
				model.cases[case].0,
				group,
				given,
				Default::default(),
				BUREAU,
			);
			("start_sealed", result, good && model.begin(clock))
		},
		Step::Complete { who, clock, ago, moment, foreign } => {
			let who = WHO[who];
			let clock = model.pick(clock, |c| c.open && c.owner == BUREAU);
			let day = shifted(-ago);
			let at = now().saturating_add_signed(-i64::from(ago) * DAY as i64);
			let hours =
				model.clocks.get(clock).is_some_and(|c| matches!(c.counts, Counts::Hours(_)));
			// Mostly as the clock wants it.
			let by_moment = hours != moment;
			let done = if by_moment { ActTime::Moment(at) } else { ActTime::Day(day) };
			let evidence = model.evidence(clock, foreign);
			let good = model.owned(who, clock).is_some_and(|c| {
				let fits = if hours { by_moment } else { !(c.sealed && by_moment) };
				c.open && ago >= 0 && fits && !foreign && day >= first_day()
			});
			let in_time = model.clocks.get(clock).is_some_and(|c| match model.due(c) {
				Due::Day(last) => day <= last || Model::is_paused(c),
				Due::Moment(last) => at <= last,
			});
			let result =
				StatutoryClocks::complete(signed(who), ClockId(clock as u64), done, evidence);
			if good {
				model.clocks[clock].open = false;
				let told = last_event();
				assert!(
					matches!(told, Event::ClockCompleted { in_time: told, .. } if told == in_time),
					"{told:?} but {in_time}"
				);
			}
			("complete", result, good)
		},
		Step::Pause { who, clock, allowed, foreign } => {
			let who = WHO[who];
			let clock = model.pick(clock, |c| model.runs(c));
			let cause = if allowed {
				PauseCause::MaterialsAwaited
			} else {
				PauseCause::ProceedingsSuspended
			};
			let evidence = model.evidence(clock, foreign);
			let good = model.owned(who, clock).is_some_and(|c| {
				c.open
					&& Model::is_assessment(c)
					&& allowed && !Model::is_paused(c)
					&& now() < model.over(c)
					&& !foreign && c.pauses.len() < 8
			});
			if good {
				model.clocks[clock].pauses.push((now(), None));
			}
			let id = ClockId(clock as u64);
			("pause", StatutoryClocks::pause(signed(who), id, cause, evidence), good)
		},
		Step::Resume { who, clock, foreign } => {
			let who = WHO[who];
			let clock = model.pick(clock, |c| c.open && Model::is_paused(c));
			let evidence = model.evidence(clock, foreign);
			let good =
				model.owned(who, clock).is_some_and(|c| c.open && Model::is_paused(c) && !foreign);
			if good {
				model.clocks[clock].pauses.last_mut().expect("a pause; qed").1 = Some(now());
			}
			let id = ClockId(clock as u64);
			("resume", StatutoryClocks::resume(signed(who), id, evidence), good)
		},
		Step::Propose { who, clock, later } => {
			let who = WHO[who];
			let clock = model.pick(clock, |c| model.runs(c));
			let evidence = model.evidence(clock, false);
			let due = model.clocks.get(clock).map(|c| model.due(c));
			let last_day = match due {
				Some(Due::Day(day)) => LegalDate(day.0.saturating_add_signed(later)),
				_ => shifted(later),
			};
			let side = model.side(who, clock);
			let good =
				side.is_some() && model.extendable(&model.clocks[clock], last_day, first_day());
			if let (true, Some(side)) = (good, side) {
				model.clocks[clock].proposal = Some((Proposed::Extension(last_day), side, who));
			}
			let id = ClockId(clock as u64);
			let result = StatutoryClocks::propose_extension(signed(who), id, last_day, evidence);
			("propose_extension", result, good)
		},
		Step::Accept { who, clock, other } => {
			let clock = model.pick(clock, |c| {
				c.open && matches!(c.proposal, Some((Proposed::Extension(_), ..)))
			});
			let proposed = model.clocks.get(clock).and_then(|c| c.proposal);
			// Mostly the side that has to.
			let who = match proposed {
				Some((_, BUREAU, _)) if who < 3 => JUDGE,
				_ => WHO[who],
			};
			let last_day = match proposed {
				Some((Proposed::Extension(day), ..)) if !other => day,
				_ => today().plus(3),
			};
			let side = model.side(who, clock);
			let good = proposed.is_some_and(|(what, by, _)| {
				what == Proposed::Extension(last_day)
					&& side.is_some_and(|side| side != by)
					&& model.extendable(&model.clocks[clock], last_day, first_day())
			});
			if good {
				let c = &mut model.clocks[clock];
				c.proposal = None;
				c.pauses.clear();
				c.counts = Counts::Given;
				c.given = last_day;
			}
			let id = ClockId(clock as u64);
			("accept_extension", StatutoryClocks::accept_extension(signed(who), id, last_day), good)
		},
		Step::ProposeEnd { who, clock, foreign } => {
			let who = WHO[who];
			let clock = model.pick(clock, |c| c.open && c.owner == BUREAU);
			let evidence = model.evidence(clock, foreign);
			let good = model.owned(who, clock).is_some_and(|c| c.open) && !foreign;
			if good {
				let c = &mut model.clocks[clock];
				c.proposal = Some((Proposed::Cancellation(Reason::Judgment), c.owner, who));
			}
			let id = ClockId(clock as u64);
			let result =
				StatutoryClocks::propose_cancellation(signed(who), id, Reason::Judgment, evidence);
			("propose_cancellation", result, good)
		},
		Step::ConfirmEnd { who, clock } => {
			let clock = model.pick(clock, |c| {
				c.open && matches!(c.proposal, Some((Proposed::Cancellation(_), ..)))
			});
			let who = WHO[who];
			let good = who == CHIEF
				&& model.owned(who, clock).is_some_and(|c| {
					let by_another = c.proposal.is_some_and(|(what, _, by)| {
						what == Proposed::Cancellation(Reason::Judgment) && by != CHIEF
					});
					c.open && by_another
				});
			if good {
				model.clocks[clock].open = false;
			}
			let id = ClockId(clock as u64);
			let result = StatutoryClocks::confirm_cancellation(signed(who), id, Reason::Judgment);
			("confirm_cancellation", result, good)
		},
		Step::Reseal { who, clock, ahead, foreign } => {
			let who = WHO[who];
			let clock = model.pick(clock, |c| c.open && c.sealed);
			let (given, evidence) = (shifted(ahead), model.evidence(clock, foreign));
			let good = model.owned(who, clock).is_some_and(|c| c.open && c.sealed) && !foreign;
			if good {
				model.clocks[clock].given = given;
			}
			let (id, seal) = (ClockId(clock as u64), sp_core::H256::repeat_byte(1));
			("reseal", StatutoryClocks::reseal(signed(who), id, given, seal, evidence), good)
		},
		Step::Suspend { case } => {
			let ended = model.end_all(case);
			if !ended.is_empty() {
				model.stopped.insert(case, ended);
			}
			let subject = subject(model, case);
			("suspend_all", StatutoryClocks::suspend_all(subject, Reason::Mistake), true)
		},
		Step::RunAgain { case } => {
			let subject = subject(model, case);
			// All of it or nothing, as in the call that it belongs to.
			let result =
				frame_support::storage::with_storage_layer(|| StatutoryClocks::resume_all(subject));
			("resume_all", result, model.run_again(case))
		},
		Step::EndAll { case, archived } => {
			model.end_all(case);
			let subject = subject(model, case);
			let result = match (archived, subject) {
				(true, Subject::Case(case)) => {
					StatutoryClocks::stage_changed(case, Stage::AfterCare, Stage::Archived)
				},
				_ => StatutoryClocks::cancel_all(subject, Reason::Judgment),
			};
			("cancel_all", result, true)
		},
		Step::Source { clock, source, stands } => {
			let clock = model.pick(clock, |_| true);
			let (id, source) = (ClockId(clock as u64), RecordId(source as u64));
			let to = if stands { RecordStatus::Trusted } else { RecordStatus::Disputed };
			StatutoryClocks::source_changed(Subject::Clock(id), source, to);
			if let Some(clock) = model.clocks.get_mut(clock) {
				clock.sources.insert(source, stands);
			}
			return;
		},
		Step::Wait { hours } => {
			MockLegalTime::advance(hours * HOUR);
			return;
		},
	};
	assert_eq!(result.is_ok(), expected, "{step:?}: {result:?}");
	tally.note(call, expected);
}

/// Blocks with room for a few clocks alone, until nothing is left to do.
fn spill() {
	let idle = <() as WeightInfo>::on_poll(0);
	let one = StatutoryClocks::fire_weight().max(<() as WeightInfo>::recompute());
	for _ in 0..10_000 {
		let mut meter = WeightMeter::with_limit(idle + one * 3);
		StatutoryClocks::on_poll(1, &mut meter);
		if meter.consumed() == idle {
			return;
		}
	}
	panic!("the agenda never ends");
}

/// Let the chain do what is due, and compare everything.
fn compare(model: &mut Model) {
	events();
	spill();
	let (mut warnings, mut expiries) = (vec![], vec![]);
	for event in events() {
		match event {
			Event::ClockWarned { clock, .. } => warnings.push(clock.0),
			Event::ClockExpired { clock, .. } => expiries.push(clock.0),
			_ => {},
		}
	}
	let (mut expected_warnings, mut expected_expiries) = (vec![], vec![]);
	for place in 0..model.clocks.len() {
		let id = ClockId(place as u64);
		let told = clock(id);
		let c = &model.clocks[place];
		assert_eq!(told.is_open(), c.open, "{id:?}");
		// Further back than is looked, a mark stays.
		if told.steps <= 16 {
			assert_eq!(told.corrected, c.sources.values().any(|stands| !stands), "{id:?}");
		}
		if !c.open {
			continue;
		}
		assert_eq!(told.due, model.due(c), "{id:?}");
		let over = model.over(c);
		let warn = now() >= (over - c.lead * HOUR).max(c.started);
		let expire = now() >= over;
		let paused = Model::is_paused(c);
		let c = &mut model.clocks[place];
		// One that had run out and runs again warns anew.
		c.warned &= expire || !c.expired;
		if !paused {
			if warn && !c.warned {
				expected_warnings.push(place as u64);
			}
			if expire && !c.expired {
				expected_expiries.push(place as u64);
			}
			(c.warned, c.expired) = (warn, expire);
		} else {
			// Nothing fires, but an end that now lies ahead will be told of again.
			(c.warned, c.expired) = (c.warned && warn, c.expired && expire);
		}
		assert_eq!(told.warned.is_some(), c.warned, "{id:?}");
		assert_eq!(told.expired.is_some(), c.expired, "{id:?}");
	}
	warnings.sort();
	expiries.sort();
	assert_eq!((warnings, expiries), (expected_warnings, expected_expiries));
	for owner in [BUREAU, COURT, PROCURATORATE] {
		let mut wanted: Vec<_> = model
			.clocks
			.iter()
			.enumerate()
			.filter(|(_, c)| c.open && c.owner == owner)
			.map(|(place, c)| (model.due(c).day(&MockLegalTime::clock()), ClockId(place as u64)))
			.collect();
		wanted.sort();
		let page = StatutoryClocks::due(owner, LegalDate(u32::MAX), None, 500);
		let told: Vec<_> = page
			.clocks
			.iter()
			.map(|info| (info.due.day(&MockLegalTime::clock()), info.id))
			.collect();
		assert_eq!(told, wanted);
	}
	for (place, (case, _)) in model.cases.iter().enumerate() {
		let count = StatutoryClocks::count(Subject::Case(*case));
		assert_eq!(count as usize, model.open_of(place));
	}
}

#[test]
fn random_histories_are_those_of_a_list_read_day_by_day() {
	let tally = histories(step(), |steps, tally| {
		chain(|| {
			let mut model = Model::new();
			for step in steps {
				apply(step, &mut model, tally);
				compare(&mut model);
			}
		});
	});
	tally.check(&CALLS);
}
