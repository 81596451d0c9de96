//! The end by rule: on the right night, once, and whatever stood still.

use super::*;
use crate::{Agenda, AgendaDay, StageHistory, StepKind, WeightInfo};
use frame_support::{assert_ok, traits::Get, weights::Weight};
use shejiao_primitives::{oversight::Rule, subject::Subject, time::LegalClock};
use shejiao_testing::{take_heard, Heard, MockAlerting};

/// Room for so many ends.
fn room(ends: u64) -> WeightMeter {
	let end = SubjectIdentity::settle_weight();
	WeightMeter::with_limit(<() as WeightInfo>::on_poll().saturating_add(end.saturating_mul(ends)))
}

fn open_cases() -> usize {
	crate::Cases::<Test>::iter_values().filter(|case| case.stage == Stage::Open).count()
}

#[test]
fn a_term_ends_at_midnight_after_its_last_day() {
	run(|| {
		let id = with_term(3);
		let last_day = today().plus(3);
		MockLegalTime::set(end_of(last_day) - 1);
		poll();
		assert_eq!(stage(id), Stage::Open);
		take_heard();
		MockLegalTime::set(end_of(last_day));
		poll();
		assert_eq!(stage(id), Stage::Ended);
		assert_eq!(
			take_heard(),
			[Heard::Stage(id, Stage::Open, Stage::Ended), Heard::TermEnded(id, last_day),]
		);
		assert_event(Event::StageChanged {
			case: id,
			transition: 2,
			step: StepKind::EndByRule,
			from: Stage::Open,
			to: Stage::Ended,
			category: Some(CaseCategory::SuspendedSentence),
			act_date: last_day,
			evidence: None,
			group: None,
			reason: None,
			by: None,
		});
		assert_event(Event::TermEnded { case: id, last_day });
	});
}

#[test]
fn an_idle_day_costs_next_to_nothing() {
	run(|| {
		let mut meter = WeightMeter::new();
		SubjectIdentity::on_poll(1, &mut meter);
		assert_eq!(meter.consumed(), <() as WeightInfo>::on_poll());
		with_term(300);
		let mut meter = WeightMeter::new();
		SubjectIdentity::on_poll(1, &mut meter);
		assert_eq!(meter.consumed(), <() as WeightInfo>::on_poll(), "open terms cost nothing");
	});
}

#[test]
fn a_block_without_room_does_nothing() {
	run(|| {
		let id = with_term(1);
		MockLegalTime::advance_days(3);
		SubjectIdentity::on_poll(1, &mut WeightMeter::with_limit(Weight::from_parts(1, 0)));
		SubjectIdentity::on_poll(1, &mut room(0));
		assert_eq!(stage(id), Stage::Open);
		poll();
		assert_eq!(stage(id), Stage::Ended);
	});
}

#[test]
fn what_has_no_room_follows_in_the_next_blocks() {
	run(|| {
		(0..10).for_each(|_| {
			with_term(1);
		});
		MockLegalTime::advance_days(2);
		let mut left = Vec::new();
		while open_cases() > 0 && left.len() < 20 {
			SubjectIdentity::on_poll(1, &mut room(3));
			left.push(open_cases());
		}
		assert_eq!(left.first(), Some(&7));
		assert!(left.windows(2).all(|pair| pair[1] <= pair[0] && pair[0] - pair[1] <= 4));
		assert_eq!(left.last(), Some(&0));
		assert_eq!(Agenda::<Test>::iter().count(), 0);
	});
}

#[test]
fn a_quarter_of_a_block_is_the_most() {
	run(|| {
		with_term(1);
		MockLegalTime::advance_days(1_000_000);
		let mut meter = WeightMeter::new();
		SubjectIdentity::on_poll(1, &mut meter);
		let limits: frame_system::limits::BlockWeights =
			<Test as frame_system::Config>::BlockWeights::get();
		assert!(meter.consumed().all_lte(limits.max_block / 4 + <() as WeightInfo>::on_poll()));
	});
}

#[test]
fn a_chain_that_stood_still_neither_loses_nor_repeats() {
	run(|| {
		let cases: Vec<_> = (1..=20).map(with_term).collect();
		MockLegalTime::advance_days(60);
		take_heard();
		for _ in 0..60 {
			SubjectIdentity::on_poll(1, &mut room(2));
		}
		let ended = take_heard().into_iter().filter(|h| matches!(h, Heard::TermEnded(..))).count();
		assert_eq!(ended, 20);
		for id in cases {
			assert_eq!(stage(id), Stage::Ended);
			assert_eq!(StageHistory::<Test>::len(&id), 3);
		}
		pass(5);
		assert!(!take_heard().iter().any(|heard| matches!(heard, Heard::TermEnded(..))));
	});
}

#[test]
fn a_shortened_day_ends_terms_at_its_own_midnight() {
	run(|| {
		let clock = LegalClock::starting(2_000, shejiao_testing::START).expect("two seconds");
		MockLegalTime::set_clock(clock);
		let id = with_term(2);
		MockLegalTime::advance(5_999);
		poll();
		assert_eq!(stage(id), Stage::Open);
		MockLegalTime::advance(1);
		poll();
		assert_eq!(stage(id), Stage::Ended);
	});
}

#[test]
fn a_term_may_end_on_a_sunday() {
	run(|| {
		// 2026-11-21, where the tests begin, is a Saturday.
		let id = with_term(1);
		pass(1);
		assert_eq!(stage(id), Stage::Open);
		pass(1);
		assert_eq!(stage(id), Stage::Ended, "no roll-forward for the end of a term");
	});
}

#[test]
fn the_pointer_goes_back_for_an_earlier_term_and_no_further_than_yesterday() {
	run(|| {
		with_term(300);
		assert_eq!(AgendaDay::<Test>::get(), Some(today().plus(300)));
		with_term(30);
		assert_eq!(AgendaDay::<Test>::get(), Some(today().plus(30)));
		let id = received();
		assert_ok!(compute(id, OFFICER, ago(9_000)));
		assert_ok!(SubjectIdentity::confirm_term(signed(HEAD), id, 0));
		assert_eq!(AgendaDay::<Test>::get(), Some(ago(1)));
		poll();
		assert_eq!(stage(id), Stage::Ended);
		assert_eq!(AgendaDay::<Test>::get(), Some(today()));
	});
}

#[test]
fn nothing_that_listens_keeps_anybody_supervised() {
	run(|| {
		let id = with_term(1);
		shejiao_testing::MockDeadlines::refuse(true);
		pass(2);
		assert_eq!(stage(id), Stage::Ended);
		let (rule, _, owner, source, about) = MockAlerting::all()[0];
		assert_eq!((rule, owner), (Rule::CertificateMissing, BUREAU));
		assert_eq!((source, about), (Subject::Case(id), None));
	});
}
