use super::*;
use frame_support::traits::Get;

#[test]
fn an_idle_block_costs_one_read() {
	test(|| {
		let mut meter = WeightMeter::new();
		Consortium::on_poll(1, &mut meter);
		assert_eq!(meter.consumed(), <() as WeightInfo>::on_poll());
	});
}

#[test]
fn what_one_block_cannot_do_spills_over_without_loss() {
	test(|| {
		for member in [JUSTICE, COURT, POLICE, CITY_JUSTICE] {
			assert_ok!(suspend(member));
		}
		MockLegalTime::advance_days(31);
		let suspended =
			|| record_standings().into_iter().filter(|s| *s == Standing::Suspended).count();
		let two = Consortium::settle_weight() * 2 + <() as WeightInfo>::on_poll();
		let mut meter = WeightMeter::with_limit(two);
		Consortium::on_poll(1, &mut meter);
		assert_eq!(meter.consumed(), two);
		assert_eq!(suspended(), 2);
		// Not even room for a look.
		Consortium::on_poll(2, &mut WeightMeter::with_limit(Weight::from_parts(1, 0)));
		assert_eq!(suspended(), 2);
		poll();
		assert_eq!(suspended(), 0);
	});
}

fn record_standings() -> Vec<Standing> {
	MemberRecords::<Test>::iter_values().map(|record| record.standing).collect()
}

#[test]
fn no_more_than_a_quarter_of_a_block_is_taken() {
	test(|| {
		let weights: frame_system::limits::BlockWeights =
			<Test as frame_system::Config>::BlockWeights::get();
		let block = weights.max_block;
		let mut meter = WeightMeter::with_limit(block);
		for id in 0..40 {
			let entry = (LegalDate(1), Due::Proposal(ProposalId(id)));
			Agenda::<Test>::mutate(|agenda| {
				let _ = agenda.try_insert(id as usize, entry);
			});
		}
		let before = Agenda::<Test>::get();
		NextDue::<Test>::put(LegalDate(1));
		Consortium::on_poll(1, &mut meter);
		assert!(meter.consumed().all_lte(block / 4 + <() as WeightInfo>::on_poll()));
		let left = || Agenda::<Test>::get().iter().filter(|(until, _)| *until < today()).count();
		assert!((1..40).contains(&left()), "{} are left", left());
		// None of them exists: each is put off, and keeps nothing else waiting.
		poll();
		poll();
		assert_eq!(left(), 0);
		assert_eq!(Agenda::<Test>::get().len(), before.len());
		Agenda::<Test>::mutate(|agenda| {
			agenda.retain(|(_, due)| !matches!(due, Due::Proposal(_)));
			NextDue::<Test>::set(agenda.first().map(|(until, _)| *until));
		});
	});
}

#[test]
fn a_chain_that_stood_still_catches_up_in_the_order_of_days() {
	test(|| {
		assert_ok!(propose(candidate(FRESH)));
		assert_ok!(suspend(CHARITY));
		let call = Call::confirm_suspension { member: CHARITY, until: Some(today().plus(300)) };
		assert_ok!(act(council(), call));
		assert_ok!(act(by(COURT), Call::withdraw { reason: Reason::OwnWish }));
		events();
		pass_days(1_000);
		assert_eq!(standing(CHARITY), Standing::Lapsed);
		assert_eq!(standing(COURT), Standing::Withdrawn);
		let order: Vec<_> = events()
			.into_iter()
			.filter_map(|event| match event {
				Event::StandingChanged { member, to, .. } => Some((member, to)),
				_ => None,
			})
			.collect();
		assert_eq!(
			order,
			[
				(COURT, Standing::Withdrawn),
				(CHARITY, Standing::Active),
				(CHARITY, Standing::Lapsed)
			]
		);
		assert_eq!(Outcomes::<Test>::get(ProposalId(0)), Some(Outcome::Lapsed));
		poll();
		assert_eq!(events(), []);
	});
}

#[test]
fn the_configuration_is_checked() {
	test(<Consortium as Hooks<u64>>::integrity_test);
}
