use super::*;
use shejiao_primitives::{
	clock::{kinds, ClockId, ClockState},
	oversight::OnClock,
};

const CLOCK: ClockId = ClockId(77);
const SOURCE: Subject = Subject::Clock(CLOCK);

fn warned(subject: Subject) {
	Oversight::warned(CLOCK, Some(kinds::REPORT), subject, BUREAU, HEAD);
}

fn expired(subject: Subject, owner: MemberId) {
	Oversight::expired(CLOCK, None, subject, owner, BOTH);
}

fn closed(subject: Subject) {
	Oversight::closed(CLOCK, None, subject, BUREAU);
}

fn moved(subject: Subject, was: ClockState, is: ClockState) {
	Oversight::moved(CLOCK, None, subject, BUREAU, was, is);
}

#[test]
fn a_warning_is_to_be_known_and_closes_with_the_clock() {
	chain(|| {
		let subject = Subject::Case(case());
		warned(subject);
		let id = AlertId(0);
		let alert = get(id);
		assert_eq!((alert.rule, alert.severity), (Rule::ClockWarning, Severity::Information));
		assert_eq!((alert.owner, alert.source), (BUREAU, SOURCE));
		assert_eq!((alert.about, alert.clock), (None, None));
		assert!(alert.told.is_empty());
		closed(subject);
		assert!(!Oversight::is_live_alert(id));
		assert_eq!(last_event(), Event::AlertSettled { alert: id, closed: true });
		assert_eq!(steps(id), [Step::Raised(BUREAU), Step::Settled, Step::Closed(None)]);
		assert_eq!(Tallies::<Test>::get(BUREAU, Rule::ClockWarning).settled, 1);
	});
}

#[test]
fn a_settled_warning_of_another_severity_ends_its_response_clock() {
	chain(|| {
		let severity = Some(Severity::Serious);
		assert_ok!(Oversight::set_severity(signed(COUNCIL), Rule::ClockWarning, severity));
		warned(Subject::Case(case()));
		assert!(get(AlertId(0)).clock.is_some());
		closed(Subject::Case(case()));
		assert_eq!(MockDeadlines::all().iter().filter(|clock| clock.open).count(), 0);
	});
}

/// First the responsible head, then the supervisor: the case's procuratorate is told of an expiry.
#[test]
fn an_expiry_is_told_to_the_supervisor_and_takes_the_place_of_the_warning() {
	chain(|| {
		let subject = Subject::Case(case());
		warned(subject);
		expired(subject, BUREAU);
		assert!(!Oversight::is_live_alert(AlertId(0)));
		let alert = get(AlertId(1));
		assert_eq!((alert.rule, alert.owner, alert.source), (Rule::ClockExpired, BUREAU, SOURCE));
		assert_eq!(alert.told.into_inner(), [PROCURATORATE]);
	});
}

#[test]
fn without_a_case_the_superior_is_told() {
	chain(|| {
		expired(Subject::Member(BUREAU), BUREAU);
		assert_eq!(get(AlertId(0)).told.into_inner(), [CITY_BUREAU]);
	});
}

/// Whom governance leaves out is not told: of an unanswered notice the issuer alone.
#[test]
fn an_unanswered_notice_is_told_to_whom_its_rule_names() {
	chain(|| {
		for (audience, told) in
			[(HEAD, vec![PROCURATORATE]), (BOTH, vec![PROCURATORATE, CITY_BUREAU])]
		{
			let id = notice();
			Oversight::expired(CLOCK, None, Subject::Notice(id), BUREAU, audience);
			assert_eq!(get(AlertId(id.0)).told.into_inner(), told);
		}
	});
}

/// Late entry is shown; whether the act was late, people find out.
#[test]
fn an_expired_clock_that_is_completed_leaves_its_alert_open() {
	chain(|| {
		let subject = Subject::Case(case());
		expired(subject, BUREAU);
		closed(subject);
		assert_eq!(last_event(), Event::AlertSettled { alert: AlertId(0), closed: false });
		assert!(Oversight::is_live_alert(AlertId(0)));
		assert_eq!(steps(AlertId(0)).last(), Some(&Step::Settled));
	});
}

/// Alerts about alerts would never end.
#[test]
fn a_response_clock_that_runs_out_tells_the_supervisor_and_raises_nothing() {
	chain(|| {
		assert_ok!(Oversight::report(signed(JUDGE), BUREAU, Severity::Gravest, seal(1)));
		let subject = Subject::Alert(AlertId(0));
		warned(subject);
		expired(subject, BUREAU);
		assert_eq!(NextAlert::<Test>::get(), AlertId(1));
		assert_eq!(get(AlertId(0)).told.into_inner(), [CITY_BUREAU]);
		assert_eq!(
			last_event(),
			Event::SupervisorTold { alert: AlertId(0), supervisor: CITY_BUREAU }
		);
		assert_eq!(Oversight::view_told(CITY_BUREAU, 0, 9).len(), 1);
		// The history remembers the first time.
		expired(subject, BUREAU);
		assert_eq!(steps(AlertId(0)).len(), 2);
	});
}

/// Who took an alert up and finds nothing is told of as well, and that raises nothing either.
#[test]
fn a_clock_of_a_finding_that_runs_out_tells_the_supervisor_too() {
	chain(|| {
		assert_ok!(Oversight::report(signed(JUDGE), BUREAU, Severity::Ordinary, seal(1)));
		let id = AlertId(0);
		assert_ok!(Oversight::acknowledge(signed(OFFICER), id));
		let clock = get(id).clock.expect("it was started; qed");
		Oversight::warned(clock, Some(kinds::ALERT_FINDING), Subject::Alert(id), BUREAU, HEAD);
		Oversight::expired(clock, Some(kinds::ALERT_FINDING), Subject::Alert(id), BUREAU, BOTH);
		assert_eq!(NextAlert::<Test>::get(), AlertId(1));
		assert_eq!(get(id).told.into_inner(), [CITY_BUREAU]);
	});
}

#[test]
fn a_lead_that_is_not_acknowledged_is_told_to_its_giver() {
	chain(|| {
		assert_ok!(Oversight::transfer_lead(signed(CHIEF), INSPECTION, seal(1), Severity::Serious));
		expired(Subject::Notice(NoticeId(0)), INSPECTION);
		let alert = get(AlertId(0));
		assert_eq!((alert.rule, alert.owner), (Rule::ClockExpired, INSPECTION));
		assert_eq!(alert.told.into_inner(), [BUREAU, PROCURATORATE]);
	});
}

#[test]
fn a_review_that_is_not_decided_is_told_to_who_asked_for_it() {
	chain(|| {
		let id = notice();
		assert_ok!(Oversight::ask_review(signed(CHIEF), id, sealed(2), today()));
		expired(Subject::Notice(id), PROCURATORATE);
		let alert = get(AlertId(0));
		assert_eq!((alert.rule, alert.owner), (Rule::ClockExpired, PROCURATORATE));
		assert_eq!(alert.told.into_inner(), [BUREAU, CITY_PROCURATORATE]);
		// The reply stands still meanwhile.
		expired(Subject::Notice(id), BUREAU);
		assert_eq!(NextAlert::<Test>::get(), AlertId(1));
		assert_eq!(the_notice(id).urged, None);
	});
}

#[test]
fn an_expiry_of_nobody_is_dropped() {
	chain(|| {
		expired(Subject::Alert(AlertId(9)), BUREAU);
		expired(Subject::Member(BUREAU), MemberId(99));
		closed(Subject::Alert(AlertId(9)));
		assert_eq!(NextAlert::<Test>::get(), AlertId(0));
		assert_eq!(events(), []);
	});
}

/// An extension, a pause, another beginning: what was about to run out is not any more.
#[test]
fn a_warning_closes_when_its_clock_moves_and_is_given_again() {
	chain(|| {
		let subject = Subject::Case(case());
		warned(subject);
		moved(subject, ClockState::Warned, ClockState::Warned);
		assert!(Oversight::is_live_alert(AlertId(0)));
		moved(subject, ClockState::Warned, ClockState::Running);
		assert!(!Oversight::is_live_alert(AlertId(0)));
		warned(subject);
		assert_eq!(get(AlertId(1)).rule, Rule::ClockWarning);
		expired(subject, BUREAU);
		assert!(!Oversight::is_live_alert(AlertId(1)));
		assert_eq!(get(AlertId(2)).rule, Rule::ClockExpired);
		assert_eq!(NextAlert::<Test>::get(), AlertId(3));
	});
}

/// It never ran out: a calendar or a beginning was wrong.
#[test]
fn an_expiry_closes_when_its_clock_runs_again_and_is_told_again() {
	chain(|| {
		let subject = Subject::Case(case());
		expired(subject, BUREAU);
		assert_ok!(Oversight::acknowledge(signed(OFFICER), AlertId(0)));
		moved(subject, ClockState::Expired, ClockState::Expired);
		assert!(Oversight::is_live_alert(AlertId(0)));
		moved(subject, ClockState::Expired, ClockState::Running);
		assert_eq!(last_event(), Event::AlertSettled { alert: AlertId(0), closed: true });
		assert!(Oversight::view_told(PROCURATORATE, 0, 9).is_empty());
		warned(subject);
		expired(subject, BUREAU);
		let rules: Vec<_> = (1..3).map(|id| get(AlertId(id)).rule).collect();
		assert_eq!(rules, [Rule::ClockWarning, Rule::ClockExpired]);
		assert_eq!(Oversight::view_told(PROCURATORATE, 0, 9).len(), 1);
	});
}

#[test]
fn who_was_urged_too_early_is_not_urged() {
	chain(|| {
		let id = notice();
		let subject = Subject::Notice(id);
		expired(subject, BUREAU);
		assert!(the_notice(id).may_be_reported());
		moved(subject, ClockState::Expired, ClockState::Running);
		assert!(!the_notice(id).may_be_reported());
		assert!(!Oversight::is_live_alert(AlertId(0)));
		expired(subject, BUREAU);
		assert!(the_notice(id).urged.is_some() && Oversight::is_live_alert(AlertId(1)));
		// A review that runs again is none of the addressee's business.
		Oversight::moved(
			CLOCK,
			None,
			subject,
			PROCURATORATE,
			ClockState::Expired,
			ClockState::Running,
		);
		assert!(the_notice(id).urged.is_some() && Oversight::is_live_alert(AlertId(1)));
	});
}

#[test]
fn a_response_clock_that_moves_changes_nothing() {
	chain(|| {
		assert_ok!(Oversight::report(signed(JUDGE), BUREAU, Severity::Serious, seal(1)));
		let before = events();
		moved(Subject::Alert(AlertId(0)), ClockState::Expired, ClockState::Running);
		closed(Subject::Alert(AlertId(0)));
		assert_eq!(events(), before);
	});
}

/// The rule says who is told: of an assessment that was not made, the court that waits for it first, then
/// the procuratorate; of what the procuratorate owes, the higher one.
#[test]
fn whom_the_rule_names_is_told() {
	chain(|| {
		let case = case();
		let commissions = PartyRoles::COMMISSIONING.union(PartyRoles::DECIDING);
		MockCases::set_roles(case, COURT, commissions);
		let told = |owner, told: Audience| {
			let clock = ClockId(NextAlert::<Test>::get().0);
			Oversight::expired(clock, None, Subject::Case(case), owner, told);
			get(AlertId(clock.0)).told.into_inner()
		};
		assert_eq!(told(BUREAU, BOTH.union(Audience::COMMISSIONING)), [COURT, PROCURATORATE]);
		let all = BOTH.union(Audience::DECIDING).union(Audience::SUPERIOR);
		assert_eq!(told(BUREAU, all), [COURT, PROCURATORATE, CITY_BUREAU]);
		assert_eq!(told(BUREAU, HEAD), []);
		assert_eq!(told(PROCURATORATE, HEAD.union(Audience::SUPERIOR)), [CITY_PROCURATORATE]);
		// Nobody is told of its own.
		assert_eq!(told(COURT, HEAD.union(Audience::DECIDING)), []);
		let clock = ClockId(77);
		Oversight::warned(clock, None, Subject::Case(case), BUREAU, HEAD.union(Audience::DECIDING));
		let id = NextAlert::<Test>::get().0 - 1;
		assert_eq!(get(AlertId(id)).told.into_inner(), [COURT]);
	});
}
