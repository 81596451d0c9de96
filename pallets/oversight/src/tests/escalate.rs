use super::*;
use shejiao_primitives::clock::kinds;

#[test]
fn an_alert_goes_to_the_superior_with_a_new_clock() {
	chain(|| {
		let id = alert();
		assert_ok!(Oversight::acknowledge(signed(OFFICER), id));
		assert_ok!(Oversight::find(signed(DEPUTY), id, Outcome::Substantiated, sealed(1)));
		MockLegalTime::advance_days(1);
		assert_ok!(Oversight::escalate(signed(OFFICER), id));
		let alert = get(id);
		assert_eq!((alert.owner, alert.status), (CITY_BUREAU, AlertStatus::Open));
		assert_eq!(alert.finding, None);
		let last = clocks(Subject::Alert(id)).pop().expect("it was started; qed");
		assert_eq!((last.kind, last.owner, last.from), (kinds::ALERT_SERIOUS, CITY_BUREAU, now()));
		assert_eq!(
			last_event(),
			Event::AlertEscalated {
				alert: id,
				by: OFFICER,
				from: BUREAU,
				to: CITY_BUREAU,
				clock: alert.clock,
			}
		);
		let tally = |member| Tallies::<Test>::get(member, Rule::RecheckFailed);
		assert_eq!(tally(BUREAU), Tally { received: 1, escalated: 1, ..Default::default() });
		assert_eq!(tally(CITY_BUREAU), Tally { received: 1, open: 1, ..Default::default() });
		assert_noop!(
			Oversight::find(signed(DEPUTY), id, Outcome::Substantiated, sealed(1)),
			Error::<Test>::NotAuthorized
		);
		assert_ok!(Oversight::acknowledge(signed(CITY_CHIEF), id));
	});
}

#[test]
fn the_clock_of_the_former_owner_ends() {
	chain(|| {
		let id = alert();
		assert_ok!(Oversight::escalate(signed(CHIEF), id));
		let open: Vec<_> =
			clocks(Subject::Alert(id)).iter().map(|clock| (clock.owner, clock.open)).collect();
		assert_eq!(open, [(BUREAU, false), (CITY_BUREAU, true)]);
	});
}

#[test]
fn the_superior_may_take_it() {
	chain(|| {
		let id = alert();
		assert_ok!(Oversight::escalate(signed(CITY_CHIEF), id));
		assert_eq!(get(id).owner, CITY_BUREAU);
	});
}

#[test]
fn without_a_superior_it_goes_to_the_procuratorate() {
	chain(|| {
		// The court is below nobody: its case's procuratorate, or else that of its place.
		let by_case = raise(Rule::RecheckFailed, Severity::Serious, COURT, Subject::Case(case()));
		assert!(get(by_case).told.contains(&PROCURATORATE));
		assert_ok!(Oversight::escalate(signed(JUDGE), by_case));
		assert_eq!(get(by_case).owner, PROCURATORATE);
		assert!(get(by_case).told.is_empty(), "the owner is no supervisor");
		let by_place = raise(Rule::UploadGap, Severity::Serious, COURT, Subject::Member(COURT));
		assert_ok!(Oversight::escalate(signed(JUDGE), by_place));
		assert_eq!(get(by_place).owner, PROCURATORATE);
	});
}

#[test]
fn who_has_nobody_above_cannot_escalate() {
	chain(|| {
		let subject = Subject::Member(CITY_PROCURATORATE);
		let id = raise(Rule::UploadGap, Severity::Serious, CITY_PROCURATORATE, subject);
		let up = |id| Oversight::escalate(signed(CITY_PROSECUTOR), id);
		assert_noop!(up(id), Error::<Test>::NoSuperior);
		// A lower procuratorate that supervises the case is not above it.
		let subject = Subject::Case(case());
		let id = raise(Rule::RecheckFailed, Severity::Serious, CITY_PROCURATORATE, subject);
		assert_noop!(up(id), Error::<Test>::NoSuperior);
		assert!(get(id).told.is_empty());
	});
}

#[test]
fn a_city_agency_goes_to_the_procuratorate_of_its_level() {
	chain(|| {
		let subject = Subject::Case(case());
		let id = raise(Rule::RecheckFailed, Severity::Serious, CITY_BUREAU, subject);
		assert_ok!(Oversight::escalate(signed(CITY_CHIEF), id));
		assert_eq!(get(id).owner, CITY_PROCURATORATE);
	});
}

#[test]
fn others_do_not_escalate_nor_what_is_closed() {
	chain(|| {
		let id = alert();
		for who in [JUDGE, PROSECUTOR, TOWN, STRANGER] {
			assert_noop!(Oversight::escalate(signed(who), id), Error::<Test>::NotAuthorized);
		}
		assert_noop!(Oversight::escalate(signed(CHIEF), AlertId(9)), Error::<Test>::NotFound);
		assert_ok!(Oversight::find(signed(DEPUTY), id, Outcome::Substantiated, sealed(1)));
		assert_ok!(Oversight::close(signed(CHIEF), id));
		assert_noop!(Oversight::escalate(signed(CHIEF), id), Error::<Test>::WrongStatus);
	});
}
