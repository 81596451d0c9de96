use super::*;

#[test]
fn what_is_due_comes_in_the_order_of_days_by_page() {
	chain(|| {
		go_to("2026-11-23");
		// Every byte of the day and of the number takes part in the order.
		let mut expected = Vec::new();
		for n in 0..300u32 {
			let last_day = today().plus(n.wrapping_mul(7_919) % 400);
			let id =
				StatutoryClocks::start_until(CERTIFICATE, Subject::Case(case()), BUREAU, last_day);
			expected.push((last_day, id.expect("it starts; qed")));
		}
		assert_ok!(StatutoryClocks::start(EFFECT_NOTICE, Subject::Case(case()), COURT, now()));
		expected.sort();
		let until = today().plus(300);
		expected.retain(|(day, _)| *day <= until);
		let mut found = Vec::new();
		let mut from = None;
		loop {
			let page = StatutoryClocks::due(BUREAU, until, from, 7);
			assert!(page.clocks.len() <= 7);
			found.extend(page.clocks.iter().map(|c| (c.due.day(&MockLegalTime::clock()), c.id)));
			from = page.next;
			if from.is_none() {
				break;
			}
		}
		assert_eq!(found, expected);
		assert_eq!(StatutoryClocks::due(COURT, until, None, 7).clocks.len(), 1);
		assert!(StatutoryClocks::due(PROCURATORATE, until, None, 7).clocks.is_empty());
		// A page of nothing tells where to go on.
		let none = StatutoryClocks::due(BUREAU, until, None, 0);
		assert_eq!((none.clocks.len(), none.next), (0, expected.first().copied()));
	});
}

#[test]
fn a_clock_tells_its_whole_history() {
	chain(|| {
		go_to("2026-11-23");
		let case = case();
		let id = start(ASSESSMENT, case);
		let evidence = record(case);
		let started = now();
		go_to("2026-11-24");
		let pause = StatutoryClocks::pause(signed(CLERK), id, PauseCause::ForceMajeure, evidence);
		assert_ok!(pause);
		go_to("2026-11-25");
		assert_eq!(
			StatutoryClocks::clock(id).expect("a clock; qed").info.paused,
			Some(PauseCause::ForceMajeure)
		);
		assert_ok!(StatutoryClocks::resume(signed(CLERK), id, evidence));
		let new = date("2026-12-20");
		assert_ok!(StatutoryClocks::propose_extension(signed(CLERK), id, new, evidence));
		let told = StatutoryClocks::clock(id).expect("a clock; qed");
		assert_eq!(told.proposal.map(|p| (p.by, p.member)), Some((CLERK, BUREAU)));
		assert_ok!(StatutoryClocks::accept_extension(signed(JUDGE), id, new));
		go_to("2026-12-28");
		settle();
		let done = ActTime::Day(date("2026-12-18"));
		assert_ok!(StatutoryClocks::complete(signed(CLERK), id, done, evidence));
		let told = StatutoryClocks::clock(id).expect("a clock; qed");
		assert_eq!(told.info.started, started);
		assert_eq!(told.info.closed.as_ref().map(|closing| closing.entered), Some(now()));
		assert_eq!(
			told.info.closed.map(|c| c.outcome),
			Some(Outcome::Completed { done, evidence: Some(evidence), in_time: true })
		);
		assert!(told.info.late_entry && told.info.expired.is_some());
		assert_eq!(told.proposal, None);
		let by: Vec<_> = told.steps.iter().map(|step| step.by).collect();
		assert_eq!(by, [Some(CLERK), Some(CLERK), Some(JUDGE)]);
		assert!(matches!(told.steps[0].change, Change::Paused { .. }));
		assert!(matches!(told.steps[1].change, Change::Moved { why: Move::Resumed(_), .. }));
		assert!(matches!(told.steps[2].change, Change::Moved { why: Move::Extended(_), .. }));
		assert_eq!(StatutoryClocks::clock(ClockId(9)), None);
	});
}

#[test]
fn open_clocks_of_a_case_are_those_that_are_open() {
	chain(|| {
		let case = case();
		let subject = Subject::Case(case);
		let one = start(ASSESSMENT, case);
		let two = start(REPORT, case);
		assert_ok!(seen(ASSESSMENT, subject, now()));
		let open = StatutoryClocks::open_clocks(subject);
		assert_eq!(open.iter().map(|info| info.id).collect::<Vec<_>>(), [two]);
		assert_eq!(open[0].over, clock(two).due.over(&MockLegalTime::clock()));
		assert!(!clock(one).is_open());
	});
}

#[test]
fn a_preview_says_what_a_clock_would() {
	chain(|| {
		go_to("2026-12-28");
		let id = start(ASSESSMENT, case());
		assert_eq!(
			StatutoryClocks::compute_due(ASSESSMENT, now()),
			Some((clock(id).due, Some(2027)))
		);
		// Sealed kinds too: that is how a reader checks them.
		assert_eq!(
			StatutoryClocks::compute_due(KindId(27), now()),
			Some((Due::Moment(now() + 48 * HOUR), None))
		);
		assert_eq!(StatutoryClocks::compute_due(CERTIFICATE, now()), None);
		assert_eq!(StatutoryClocks::compute_due(crate::law::more::SHORT_LEAVE, now()), None);
	});
}

#[test]
fn kinds_are_told_as_they_held() {
	chain(|| {
		let versions = StatutoryClocks::kind_versions(ASSESSMENT);
		assert_eq!(versions.len(), 1);
		let mut rule = versions[0].rule;
		rule.lead = 24;
		assert_ok!(StatutoryClocks::set_kind(council(), ASSESSMENT, rule, today().plus(9)));
		let of = |at| {
			let all = StatutoryClocks::kinds(at);
			assert!(all.windows(2).all(|pair| pair[0].id < pair[1].id));
			all[0].rule.lead
		};
		assert_eq!((of(None), of(Some(now() + 9 * DAY))), (72, 24));
		assert_eq!(StatutoryClocks::kind_versions(ASSESSMENT).len(), 2);
	});
}
