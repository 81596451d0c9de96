use super::*;
use shejiao_testing::{take_heard, Heard};

fn idle() -> Weight {
	<() as WeightInfo>::on_poll(0)
}

#[test]
fn a_clock_warns_ahead_and_runs_out_at_midnight() {
	chain(|| {
		go_to("2026-11-23");
		let case = case();
		let subject = Subject::Case(case);
		let id = start(ASSESSMENT, case);
		events();
		// Ten working days end on 7 December; 72 hours before its end are at midnight of the 5th.
		let warns = MockLegalTime::clock().start_of(date("2026-12-05"));
		MockLegalTime::set(warns - 1);
		assert_eq!(poll(), idle());
		MockLegalTime::set(warns);
		settle();
		assert_eq!(
			events(),
			[Event::ClockWarned {
				clock: id,
				kind: Some(ASSESSMENT),
				subject,
				owner: BUREAU,
				due: Due::Day(date("2026-12-07")),
				told: Audience::HEAD,
			}]
		);
		MockLegalTime::set(MockLegalTime::clock().start_of(date("2026-12-08")) - 1);
		assert_eq!(poll(), idle());
		MockLegalTime::advance(1);
		settle();
		// The head, the commissioning body and the procuratorate.
		let told = Audience::HEAD.union(Audience::SUPERVISOR).union(Audience::COMMISSIONING);
		assert_eq!(
			events(),
			[Event::ClockExpired {
				clock: id,
				kind: Some(ASSESSMENT),
				subject,
				owner: BUREAU,
				due: Due::Day(date("2026-12-07")),
				told,
			}]
		);
		assert_eq!(take_heard(), [Heard::Warned(id, subject), Heard::Expired(id, subject)]);
		// It stays open, and nothing more comes of it.
		assert!(clock(id).is_open());
		MockLegalTime::advance_days(400);
		assert_eq!(poll(), idle());
	});
}

#[test]
fn what_is_entered_when_it_is_over_warns_and_runs_out_within_two_blocks() {
	chain(|| {
		let from = now() - 30 * DAY;
		let id =
			StatutoryClocks::start(REPORT, Subject::Case(case()), BUREAU, from).expect("; qed");
		poll();
		assert_eq!(clock(id).warned, Some(now()));
		poll();
		assert_eq!(clock(id).expired, Some(now()));
		assert_eq!(poll(), idle());
	});
}

#[test]
fn a_clock_without_a_lead_warns_when_it_runs_out() {
	chain(|| {
		let mut rule = StatutoryClocks::kind_at(REPORT, now()).expect("genesis; qed").1;
		rule.lead = 0;
		assert_ok!(StatutoryClocks::set_kind(council(), REPORT, rule, today()));
		let id = start(REPORT, case());
		MockLegalTime::set(clock(id).due.over(&MockLegalTime::clock()) - 1);
		assert_eq!(poll(), idle());
		MockLegalTime::advance(1);
		settle();
		assert_eq!((clock(id).warned, clock(id).expired), (Some(now()), Some(now())));
		assert_eq!(take_heard().len(), 2);
	});
}

#[test]
fn a_chain_that_stood_still_loses_nothing_and_repeats_nothing() {
	chain(|| {
		let ids: Vec<_> = (0..30)
			.map(|n| {
				MockLegalTime::advance(HOUR);
				start(if n % 2 == 0 { REPORT } else { ALERT_GRAVEST }, case())
			})
			.collect();
		MockLegalTime::advance_days(365);
		settle();
		settle();
		let heard = take_heard();
		for id in ids {
			let of = |f: fn(&Heard) -> Option<ClockId>| {
				heard.iter().filter(|h| f(h) == Some(id)).count()
			};
			assert_eq!(of(|h| if let Heard::Warned(id, _) = h { Some(*id) } else { None }), 1);
			assert_eq!(of(|h| if let Heard::Expired(id, _) = h { Some(*id) } else { None }), 1);
		}
		assert_eq!(heard.len(), 60);
		// In the order of the moments at which they were due.
		let expired: Vec<_> = heard
			.iter()
			.filter_map(|h| if let Heard::Expired(id, _) = h { Some(*id) } else { None })
			.map(|id| clock(id).due.over(&MockLegalTime::clock()))
			.collect();
		assert!(expired.windows(2).all(|pair| pair[0] <= pair[1]));
	});
}

#[test]
fn an_idle_block_looks_at_one_key() {
	chain(|| {
		assert_eq!(poll(), idle());
		for _ in 0..50 {
			start(REPORT, case());
		}
		assert_eq!(poll(), idle());
	});
}

#[test]
fn what_one_block_cannot_do_spills_over_without_loss() {
	chain(|| {
		for _ in 0..5 {
			start(REPORT, case());
		}
		MockLegalTime::advance_days(30);
		let fire = StatutoryClocks::fire_weight();
		let limit = idle() + fire * 3;
		let mut blocks = 0;
		let mut heard = 0;
		while heard < 10 {
			let mut meter = WeightMeter::with_limit(limit);
			StatutoryClocks::on_poll(1, &mut meter);
			assert!(meter.consumed().all_lte(limit));
			let now_heard = take_heard().len();
			assert!(now_heard <= 3);
			heard += now_heard;
			blocks += 1;
			assert_ok!(StatutoryClocks::do_try_state());
		}
		assert_eq!((heard, blocks), (10, 4));
		// Not even room for a look.
		let mut meter = WeightMeter::with_limit(Weight::from_parts(1, 0));
		StatutoryClocks::on_poll(1, &mut meter);
		assert_eq!(meter.consumed(), Weight::zero());
	});
}

#[test]
fn no_more_than_a_quarter_of_a_block_is_taken() {
	chain(|| {
		for _ in 0..400 {
			start(REPORT, case());
		}
		MockLegalTime::advance_days(30);
		let block = <<Test as frame_system::Config>::BlockWeights as frame_support::traits::Get<
			frame_system::limits::BlockWeights,
		>>::get()
		.max_block;
		let spent = poll();
		assert!(spent.all_lte(block / 4 + idle()), "{spent:?}");
		assert!(spent.ref_time() > block.ref_time() / 5);
		assert!(take_heard().len() < 800);
		settle();
	});
}

#[test]
fn a_shortened_day_runs_faster() {
	chain(|| {
		let start = now();
		let day = shejiao_primitives::time::LegalClock::starting(24_000, start).expect("; qed");
		MockLegalTime::set_clock(day);
		MockLegalTime::set(start + 100);
		let id = StatutoryClocks::start(DOCUMENT_RECEIPT, Subject::Case(case()), BUREAU, now())
			.expect("; qed");
		// 21 November and five days.
		assert_eq!(due(id), date("2026-11-26"));
		MockLegalTime::set(start + 6 * 24_000 - 1);
		settle();
		assert!(clock(id).warned.is_some() && clock(id).expired.is_none());
		MockLegalTime::advance(1);
		settle();
		assert!(clock(id).expired.is_some());
	});
}

#[test]
fn a_broken_place_in_the_agenda_stops_nothing() {
	let error = Externalities::new(genesis(), StatutoryClocks::do_try_state).broken_by(|| {
		setting();
		let id = start(REPORT, case());
		Agenda::<Test>::insert(AgendaKey::new(1, ClockId(77)), ());
		Agenda::<Test>::insert(AgendaKey::new(2, id), ());
		poll();
		// Both are taken away, and the clock fires in its own place.
		assert_eq!(Agenda::<Test>::iter_keys().count(), 1);
		MockLegalTime::advance_days(30);
		settle();
		assert!(clock(id).expired.is_some());
		Agenda::<Test>::insert(AgendaKey::new(3, id), ());
	});
	assert!(format!("{error:?}").contains("the agenda is not what is to come"));
}
