use super::*;
use frame_support::assert_noop;
use shejiao_primitives::deadline::{Period, Unit};

fn rule(period: Period) -> Kind {
	let (_, kind) = StatutoryClocks::kind_at(ASSESSMENT, now()).expect("genesis; qed");
	Kind { period: Some(period), ..kind }
}

fn set(rule: Kind, effective: LegalDate) -> DispatchResult {
	StatutoryClocks::set_kind(council(), ASSESSMENT, rule, effective)
}

#[test]
fn a_running_clock_keeps_the_version_it_started_under() {
	chain(|| {
		go_to("2026-11-23");
		let (one, two) = (case(), case());
		let before = start(ASSESSMENT, one);
		assert_ok!(set(rule(Period::new(15, Unit::WorkingDay)), today()));
		MockLegalTime::advance(1);
		let after = start(ASSESSMENT, two);
		assert_eq!(due(before), date("2026-12-07"));
		assert_eq!(due(after), date("2026-12-14"));
		let version = |id| clock(id).kind.map(|kind| kind.version);
		assert_eq!((version(before), version(after)), (Some(0), Some(1)));
	});
}

#[test]
fn what_is_counted_from_another_day_follows_the_version_of_that_day() {
	chain(|| {
		go_to("2026-11-23");
		let case = case();
		let subject = Subject::Case(case);
		let id = start(ASSESSMENT, case);
		let later = Kind { lead: 24, ..rule(Period::new(15, Unit::WorkingDay)) };
		assert_ok!(set(later, date("2026-11-26")));
		go_to("2026-11-27");
		let held = || (clock(id).kind.map(|kind| kind.version), clock(id).lead);
		assert_ok!(StatutoryClocks::restart(ASSESSMENT, subject, now() - 2 * DAY));
		assert_eq!((held(), due(id)), ((Some(0), 72), date("2026-12-09")));
		assert_ok!(StatutoryClocks::restart(ASSESSMENT, subject, now()));
		assert_eq!((held(), due(id)), ((Some(1), 24), date("2026-12-18")));
		assert_ok!(StatutoryClocks::restart(ASSESSMENT, subject, now() - 4 * DAY));
		assert_eq!((held(), due(id)), ((Some(0), 72), date("2026-12-07")));
	});
}

/// What the calls that the law orders start must go on starting: no vote turns it into another thing.
#[test]
fn a_version_of_a_kind_is_what_the_kind_is() {
	chain(|| {
		let good = rule(Period::new(10, Unit::WorkingDay));
		let plain = Kind { pauses: PauseCauses::NONE, extension: PartyRoles::NONE, ..good };
		for bad in [
			Kind { nature: Nature::AsSet, ..plain },
			Kind { nature: Nature::Limit, ..plain },
			Kind { nature: Nature::Permission, period: None, ..plain },
			Kind { group: Group::Reception, ..plain },
			Kind { group: Group::Execution, sealed: true, ..plain },
			Kind { period: Some(Period::new(10, Unit::CalendarDay).before()), ..plain },
		] {
			assert_eq!(bad.check(), Ok(()), "it is a kind: {bad:?}");
			assert_noop!(set(bad, today()), Error::<Test>::InvalidKind);
			assert_ok!(StatutoryClocks::set_kind(council(), KindId(1_700), bad, today()));
			Kinds::<Test>::remove(KindId(1_700), 0);
			KindCount::<Test>::remove(KindId(1_700));
		}
		// Sealed, it would stand in the open after all.
		let sealed = StatutoryClocks::kind_at(SEALING, now()).expect("genesis; qed").1;
		let open = StatutoryClocks::set_kind(
			council(),
			SEALING,
			Kind { sealed: false, ..sealed },
			today(),
		);
		assert_noop!(open, Error::<Test>::InvalidKind);
		let shorter = Kind { who: Addressee::Receiving, lead: 3, ..plain };
		assert_ok!(set(Kind { period: Some(Period::new(3, Unit::Month)), ..shorter }, today()));
		start(ASSESSMENT, case());
	});
}

#[test]
fn a_rule_holds_from_its_day_on_and_the_past_stays_as_it_was() {
	chain(|| {
		go_to("2026-11-23");
		let new = rule(Period::new(15, Unit::WorkingDay));
		assert_ok!(set(new, date("2027-01-01")));
		assert_eq!(
			last_event(),
			Event::KindSet {
				kind: ASSESSMENT,
				version: 1,
				since: MockLegalTime::clock().start_of(date("2027-01-01")),
				rule: new,
			}
		);
		let at = |text: &str| {
			let moment = MockLegalTime::clock().start_of(date(text));
			StatutoryClocks::kind_at(ASSESSMENT, moment).map(|(version, _)| version.version)
		};
		assert_eq!(
			(at("2026-11-23"), at("2026-12-31"), at("2027-01-01")),
			(Some(0), Some(0), Some(1))
		);
		// By the trigger, not by the entry.
		go_to("2027-01-04");
		let late = StatutoryClocks::start(
			ASSESSMENT,
			Subject::Case(case()),
			BUREAU,
			MockLegalTime::clock().start_of(date("2026-12-30")),
		);
		assert_eq!(clock(late.expect("it starts; qed")).kind.map(|kind| kind.version), Some(0));
	});
}

#[test]
fn a_rule_of_today_did_not_hold_this_morning() {
	chain(|| {
		go_to("2026-11-23");
		assert_ok!(set(rule(Period::new(15, Unit::WorkingDay)), today()));
		let version =
			|at| StatutoryClocks::kind_at(ASSESSMENT, at).map(|(version, _)| version.version);
		assert_eq!(version(now() - 1), Some(0));
		assert_eq!(version(now()), Some(1));
	});
}

#[test]
fn a_new_kind_is_a_rule_like_the_others() {
	chain(|| {
		let local = Kind { acts: Acts(0), ..rule(Period::new(36, Unit::Hour)) };
		assert_ok!(StatutoryClocks::set_kind(council(), KindId(1_500), local, today()));
		let id = start(KindId(1_500), case());
		assert_eq!(clock(id).due, Due::Moment(now() + 36 * HOUR));
	});
}

#[test]
fn a_deadline_of_no_length_is_refused() {
	chain(|| {
		let zero = rule(Period::new(0, Unit::CalendarDay));
		assert_noop!(set(zero, today()), Error::<Test>::ZeroLength);
		let none = Kind { period: None, ..zero };
		assert_noop!(set(none, today()), Error::<Test>::ZeroLength);
		assert_noop!(
			set(Kind { nature: Nature::Limit, ..none }, today()),
			Error::<Test>::ZeroLength
		);
	});
}

#[test]
fn what_contradicts_itself_is_refused() {
	chain(|| {
		let good = rule(Period::new(10, Unit::WorkingDay));
		let long = rule(Period::new(367, Unit::WorkingDay));
		assert_noop!(set(long, today()), Error::<Test>::InvalidPeriod);
		let hours = rule(Period::new(10, Unit::Hour).rolling());
		assert_noop!(set(hours, today()), Error::<Test>::InvalidPeriod);
		for bad in [
			Kind { warns: Audience(1 << 9), ..good },
			Kind { pauses: PauseCauses(1 << 5), ..good },
			// The indices of causes that would tell of custody or health.
			Kind { pauses: PauseCauses(1 << 1), ..good },
			Kind { pauses: PauseCauses(1 << 2), ..good },
			Kind { extension: PartyRoles(1 << 9), ..good },
			// What cannot be delegated.
			Kind { acts: Acts::POSITIONING, ..good },
			// Sealed in a group whose kinds are plain, or what nobody could check.
			Kind { sealed: true, pauses: PauseCauses::NONE, extension: PartyRoles::NONE, ..good },
			Kind { sealed: true, group: Group::Execution, ..good },
			// Nothing runs that could pause.
			Kind { nature: Nature::Limit, ..good },
			Kind { period: Some(Period::new(3, Unit::CalendarDay).before()), ..good },
			Kind { nature: Nature::Permission, ..good },
		] {
			assert_noop!(set(bad, today()), Error::<Test>::InvalidKind);
		}
	});
}

#[test]
fn the_past_cannot_be_governed() {
	chain(|| {
		let good = rule(Period::new(15, Unit::WorkingDay));
		assert_noop!(set(good, LegalDate(today().0 - 1)), Error::<Test>::OutOfOrder);
		assert_ok!(set(good, today().plus(30)));
		assert_noop!(set(good, today().plus(29)), Error::<Test>::OutOfOrder);
		assert_ok!(set(good, today().plus(30)));
		assert_noop!(
			StatutoryClocks::set_kind(signed(CHIEF), ASSESSMENT, good, today()),
			sp_runtime::DispatchError::BadOrigin
		);
	});
}
