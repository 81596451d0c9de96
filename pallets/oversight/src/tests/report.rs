use super::*;
use shejiao_primitives::{
	clock::kinds,
	regime::{Mode, ModuleId},
};
use shejiao_testing::MockRegime;

fn report(who: u64, owner: MemberId, severity: Severity) -> DispatchResult {
	Oversight::report(signed(who), owner, severity, seal(7))
}

#[test]
fn an_officer_raises_an_alert_whose_subject_is_sealed() {
	chain(|| {
		assert_ok!(report(HELPER, BUREAU, Severity::Serious));
		let id = AlertId(0);
		let clock = MockDeadlines::all().len() as u64 - 1;
		assert_eq!(
			last_event(),
			Event::AlertRaised {
				alert: id,
				rule: Rule::Reported,
				severity: Severity::Serious,
				owner: BUREAU,
				source: Subject::Alert(id),
				about: Some(seal(7)),
				reporter: Some(CHARITY),
				clock: Some(shejiao_primitives::clock::ClockId(clock)),
			}
		);
		assert_eq!(steps(id), [Step::Raised(BUREAU)]);
		assert_eq!(get(id).status, AlertStatus::Open);
		assert_eq!(Oversight::case_of_alert(id), None);
	});
}

#[test]
fn what_is_reported_twice_is_two_alerts() {
	chain(|| {
		assert_ok!(report(OFFICER, COURT, Severity::Ordinary));
		assert_ok!(report(OFFICER, COURT, Severity::Ordinary));
		assert_eq!(Oversight::view_alerts(COURT, 0, 9).len(), 2);
	});
}

/// S147: two hours for the gravest alone, nothing for what is only to be known.
#[test]
fn the_response_clock_follows_the_severity() {
	chain(|| {
		for (severity, kind) in [
			(Severity::Information, None),
			(Severity::Ordinary, Some(kinds::ALERT_ORDINARY)),
			(Severity::Serious, Some(kinds::ALERT_SERIOUS)),
			(Severity::Gravest, Some(kinds::ALERT_GRAVEST)),
		] {
			let id = NextAlert::<Test>::get();
			assert_ok!(report(OFFICER, COURT, severity));
			let started: Vec<_> =
				clocks(Subject::Alert(id)).iter().map(|c| (c.kind, c.owner, c.from)).collect();
			assert_eq!(
				started,
				kind.map(|kind| (kind, COURT, now())).into_iter().collect::<Vec<_>>()
			);
		}
	});
}

#[test]
fn an_alert_without_its_clock_is_better_than_none() {
	chain(|| {
		MockDeadlines::refuse(true);
		assert_ok!(report(OFFICER, COURT, Severity::Gravest));
		assert_eq!(get(AlertId(0)).clock, None);
	});
}

#[test]
fn reports_that_cannot_be_are_refused() {
	chain(|| {
		let refused = |who, owner, error: DispatchError| {
			assert_noop!(report(who, owner, Severity::Ordinary), error);
		};
		refused(STRANGER, BUREAU, Error::<Test>::NotAuthorized.into());
		refused(OFFICER, MemberId(MEMBERS), Error::<Test>::NotFound.into());
		assert_noop!(
			Oversight::report(RuntimeOrigin::none(), BUREAU, Severity::Gravest, seal(1)),
			DispatchError::BadOrigin
		);
		MockRegime::pause(ModuleId::Oversight, true);
		refused(OFFICER, COURT, Error::<Test>::ModulePaused.into());
		MockRegime::pause(ModuleId::Oversight, false);
		MockRegime::set_mode(ModuleId::Oversight, Mode::Off);
		refused(OFFICER, COURT, Error::<Test>::ModuleOff.into());
		MockRegime::set_mode(ModuleId::Oversight, Mode::Shadow);
		assert_ok!(report(OFFICER, COURT, Severity::Ordinary));
	});
}
