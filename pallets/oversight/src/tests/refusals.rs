use super::*;
use shejiao_primitives::attempt::{OnRefusal, RefusalKind};

fn outside(times: u32) {
	for _ in 0..times {
		Oversight::refused(BUREAU, RefusalKind::OutsideDuty);
	}
}

const SOURCE: Subject = Subject::Member(BUREAU);

#[test]
fn so_many_attempts_of_a_day_raise_one_alert() {
	chain(|| {
		outside(4);
		assert!(!Oversight::is_open(Rule::AttemptOutsideDuty, SOURCE, BUREAU));
		outside(1);
		let alert = get(AlertId(0));
		assert_eq!((alert.rule, alert.owner), (Rule::AttemptOutsideDuty, BUREAU));
		// Nobody is named, and the agency looks at it first.
		assert_eq!((alert.source, alert.about, alert.reporter), (SOURCE, None, None));
		assert!(alert.told.is_empty());
		outside(20);
		assert_eq!(NextAlert::<Test>::get(), AlertId(1));
		assert_eq!(RefusalsOf::<Test>::get(BUREAU).outside_duty, 25);
	});
}

/// That somebody took an alert up makes nobody deaf to what comes after: it is told as often as the
/// threshold is reached, not at every attempt.
#[test]
fn attempts_go_on_being_told_while_an_alert_is_open() {
	chain(|| {
		outside(5);
		let id = AlertId(0);
		assert_ok!(Oversight::acknowledge(signed(OFFICER), id));
		outside(4);
		assert_eq!(get(id).times, 1);
		outside(1);
		assert_eq!(
			(get(id).times, last_event()),
			(2, Event::AlertRepeated { alert: id, times: 2 })
		);
		MockLegalTime::advance_days(1);
		outside(4);
		assert_eq!(get(id).times, 2);
		outside(6);
		assert_eq!((get(id).times, NextAlert::<Test>::get()), (4, AlertId(1)));
	});
}

#[test]
fn attempts_of_other_days_and_members_do_not_count() {
	chain(|| {
		outside(4);
		Oversight::refused(COURT, RefusalKind::OutsideDuty);
		MockLegalTime::advance_days(1);
		outside(4);
		assert_eq!(NextAlert::<Test>::get(), AlertId(0));
		outside(1);
		assert_eq!(NextAlert::<Test>::get(), AlertId(1));
	});
}

/// Design principle 6: no one acts alone on themselves, and the attempt is visible. Whoever tried it
/// does not find what is in it either: the superior does, and the procuratorate of the place knows.
#[test]
fn one_attempt_to_act_on_oneself_is_the_superiors_to_find() {
	chain(|| {
		let attempt = || Oversight::refused(BUREAU, RefusalKind::SelfDealing);
		attempt();
		let id = AlertId(0);
		let alert = get(id);
		assert_eq!((alert.rule, alert.owner), (Rule::SelfDealing, CITY_BUREAU));
		assert_eq!((alert.source, alert.about), (SOURCE, None));
		assert_eq!(alert.severity, Severity::Serious);
		assert_eq!(alert.told.into_inner(), [PROCURATORATE]);
		for who in [OFFICER, CHIEF, TOWN] {
			let refused = DispatchError::from(Error::<Test>::NotAuthorized);
			assert_noop!(Oversight::acknowledge(signed(who), id), refused);
			let outcome = Outcome::Unsubstantiated;
			assert_noop!(Oversight::find(signed(who), id, outcome, sealed(1)), refused);
			assert_noop!(Oversight::escalate(signed(who), id), refused);
		}
		assert_ok!(Oversight::acknowledge(signed(CITY_CHIEF), id));
		// The next one is counted, and told again.
		attempt();
		assert_eq!(get(id).times, 2);
		assert_eq!(last_event(), Event::SupervisorTold { alert: id, supervisor: PROCURATORATE });
		assert_eq!(NextAlert::<Test>::get(), AlertId(1));
	});
}

/// Without a superior the procuratorate of the place has it; without that nobody else is there.
#[test]
fn who_has_no_superior_is_looked_at_by_the_procuratorate_of_the_place() {
	chain(|| {
		for (place, (member, owner)) in [
			(COURT, PROCURATORATE),
			(PROCURATORATE, CITY_PROCURATORATE),
			(CITY_PROCURATORATE, CITY_PROCURATORATE),
		]
		.into_iter()
		.enumerate()
		{
			Oversight::refused(member, RefusalKind::SelfDealing);
			let alert = get(AlertId(place as u64));
			assert_eq!((alert.owner, alert.source), (owner, Subject::Member(member)));
			assert!(alert.told.is_empty());
		}
	});
}

#[test]
fn a_closed_alert_is_raised_again_by_the_next_attempt() {
	chain(|| {
		outside(5);
		let id = AlertId(0);
		assert_ok!(Oversight::find(signed(DEPUTY), id, Outcome::Substantiated, sealed(1)));
		assert_ok!(Oversight::close(signed(CHIEF), id));
		outside(1);
		assert_eq!(NextAlert::<Test>::get(), AlertId(2));
	});
}

#[test]
fn the_threshold_is_governed() {
	chain(|| {
		let thresholds = Thresholds { outside_duty: 2, self_dealing: 3 };
		assert_ok!(Oversight::set_thresholds(signed(COUNCIL), thresholds));
		outside(2);
		assert_eq!(NextAlert::<Test>::get(), AlertId(1));
		for _ in 0..2 {
			Oversight::refused(COURT, RefusalKind::SelfDealing);
		}
		assert_eq!(NextAlert::<Test>::get(), AlertId(1));
		Oversight::refused(COURT, RefusalKind::SelfDealing);
		assert_eq!(NextAlert::<Test>::get(), AlertId(2));
	});
}

#[test]
fn a_refusal_says_what_it_weighs() {
	assert_eq!(<Oversight as OnRefusal>::weight(), <() as WeightInfo>::refused());
}
