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

/// Design principle 6: no one acts alone on themselves, and the attempt is visible.
#[test]
fn one_attempt_to_act_on_oneself_is_told_to_the_superior() {
	chain(|| {
		Oversight::refused(BUREAU, RefusalKind::SelfDealing);
		let alert = get(AlertId(0));
		assert_eq!((alert.rule, alert.owner), (Rule::SelfDealing, BUREAU));
		assert_eq!(alert.severity, Severity::Serious);
		assert_eq!(alert.told.into_inner(), [CITY_BUREAU]);
	});
}

#[test]
fn a_closed_alert_is_raised_again_by_the_next_attempt() {
	chain(|| {
		outside(5);
		let id = AlertId(0);
		assert_ok!(Oversight::find(signed(OFFICER), id, Outcome::Substantiated, sealed(1)));
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
