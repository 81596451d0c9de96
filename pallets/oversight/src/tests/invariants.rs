//! Every invariant, broken on purpose.

use super::*;
use shejiao_primitives::{clock::Deadlines, history::Entry};

const OPEN: AlertId = AlertId(0);
const CLOSED: AlertId = AlertId(1);
const REPORTED: AlertId = AlertId(2);
const ANSWERED: NoticeId = NoticeId(1);
const WITHDRAWN: NoticeId = NoticeId(2);
const LEAD: LeadId = NoticeId(3);
const DONE: LeadId = NoticeId(4);

/// What is said of a state with one of everything, broken by `by`.
fn says(what: &str, by: impl FnOnce()) {
	let genesis = RuntimeGenesisConfig::default();
	let error = Externalities::new(genesis, Oversight::do_try_state).broken_by(|| {
		setting();
		assert_eq!(alert(), OPEN);
		assert_eq!(
			raise(Rule::UploadGap, Severity::Ordinary, BUREAU, Subject::Member(BUREAU)),
			CLOSED
		);
		assert_ok!(Oversight::find(signed(DEPUTY), CLOSED, Outcome::Substantiated, sealed(1)));
		assert_ok!(Oversight::close(signed(CHIEF), CLOSED));
		assert_ok!(Oversight::report(signed(JUDGE), BUREAU, Severity::Ordinary, seal(1)));
		for _ in 0..3 {
			notice();
		}
		assert_ok!(object(ANSWERED));
		let reason = shejiao_primitives::reason::Reason::Mistake;
		assert_ok!(Oversight::withdraw_notice(signed(PROSECUTOR), WITHDRAWN, reason));
		for _ in 0..2 {
			let severity = Severity::Ordinary;
			assert_ok!(Oversight::transfer_lead(signed(CHIEF), INSPECTION, seal(1), severity));
		}
		assert_ok!(Oversight::acknowledge_lead(signed(INSPECTOR), DONE));
		let outcome = LeadOutcome::Handled;
		assert_ok!(Oversight::report_result(signed(INSPECTOR), DONE, outcome, seal(2)));
		Oversight::do_try_state().expect("sound before it is broken");
		by();
	});
	let error = format!("{error:?}");
	assert!(error.contains(what), "{error} instead of {what}");
}

fn alert_with(id: AlertId, change: impl FnOnce(&mut Alert<u64>)) {
	Alerts::<Test>::mutate(id, |alert| change(alert.as_mut().expect("it is there; qed")));
}

fn notice_with(id: NoticeId, change: impl FnOnce(&mut Notice<u64>)) {
	Notices::<Test>::mutate(id, |notice| change(notice.as_mut().expect("it is there; qed")));
}

fn lead_with(id: LeadId, change: impl FnOnce(&mut Lead<u64>)) {
	Leads::<Test>::mutate(id, |lead| change(lead.as_mut().expect("it is there; qed")));
}

fn step(id: AlertId, place: u32, value: Step<u64>) {
	Steps::<Test>::insert(id, place, Entry { since: now(), value });
}

#[test]
fn numbers_that_do_not_fit_are_seen() {
	says("an alert from the future", || NextAlert::<Test>::put(AlertId(1)));
	says("an alert is missing", || NextAlert::<Test>::put(AlertId(4)));
	says("a notice from the future", || NextNotice::<Test>::put(NoticeId(0)));
	says("a lead from the future", || NextNotice::<Test>::put(LEAD));
	says("a notice or lead is missing", || NextNotice::<Test>::put(NoticeId(9)));
	says("a lead has a notice's number", || {
		Leads::<Test>::insert(ANSWERED, Leads::<Test>::get(DONE).expect("it is there; qed"));
	});
}

#[test]
fn a_history_that_is_not_the_alerts_is_seen() {
	says("an entry below the counter is missing", || StepsCount::<Test>::insert(OPEN, 9));
	says("a history without an alert", || StepsCount::<Test>::insert(AlertId(9), 0));
	says("an alert was raised in its middle", || step(OPEN, 1, Step::Raised(BUREAU)));
	says("an alert was raised for nobody", || step(OPEN, 0, Step::Escalated(CHIEF, BUREAU)));
	says("the owner of an alert is not the one", || step(OPEN, 0, Step::Raised(COURT)));
	says("the owner of an alert is not the one", || alert_with(OPEN, |a| a.owner = COURT));
	says("an alert is not as far as its history says", || {
		alert_with(CLOSED, |alert| alert.status = AlertStatus::Found)
	});
	says("an alert is not as far as its history says", || {
		alert_with(OPEN, |alert| alert.status = AlertStatus::Closed)
	});
}

#[test]
fn a_finding_that_does_not_fit_is_seen() {
	let what = "the finding of an alert does not fit its status";
	says(what, || alert_with(OPEN, |alert| alert.status = AlertStatus::Found));
	says(what, || {
		let (by, outcome, paper) = (CHIEF, Outcome::Substantiated, sealed(1));
		alert_with(OPEN, |alert| alert.finding = Some(Finding { by, outcome, paper }))
	});
	says(what, || alert_with(CLOSED, |alert| alert.finding = None));
}

#[test]
fn clocks_of_what_is_over_are_seen() {
	let start = |subject| {
		let kind = shejiao_primitives::clock::kinds::ALERT_ORDINARY;
		assert_ok!(MockDeadlines::start(kind, subject, BUREAU, now()));
	};
	says("a closed alert has an open clock", || start(Subject::Alert(CLOSED)));
	says("a notice that is over has an open clock", || start(Subject::Notice(WITHDRAWN)));
	says("an acknowledged lead has an open clock", || start(Subject::Notice(DONE)));
}

#[test]
fn clocks_that_are_missing_are_seen() {
	use shejiao_primitives::{clock::kinds, reason::Reason};
	let stop = |kind, subject| {
		assert_ok!(MockDeadlines::cancel(kind, subject, Reason::Mistake));
	};
	let (alert, what) = (Subject::Alert(REPORTED), "an alert has no clock for what is due");
	says(what, || stop(kinds::ALERT_ORDINARY, alert));
	says(what, || {
		assert_ok!(Oversight::acknowledge(signed(OFFICER), REPORTED));
		stop(kinds::ALERT_FINDING, alert);
	});
	says("a notice that waits for a reply has no clock", || {
		stop(kinds::VIOLATION_REPLY, Subject::Notice(NoticeId(0)))
	});
}

#[test]
fn indices_that_are_not_what_iteration_finds_are_seen() {
	says("the owner was told as supervisor", || {
		alert_with(OPEN, |alert| alert.told.try_push(BUREAU).expect("room; qed"))
	});
	says("two alerts of a rule are open for a source and member", || {
		let id = NextAlert::<Test>::get();
		NextAlert::<Test>::put(AlertId(id.0 + 1));
		Alerts::<Test>::insert(id, get(OPEN));
		StepsCount::<Test>::insert(id, 1);
		step(id, 0, Step::Raised(BUREAU));
	});
	says("the open alerts of members", || OpenOf::<Test>::remove(BUREAU, OPEN));
	says("the open alerts of members", || {
		OpenOf::<Test>::insert(BUREAU, CLOSED, Severity::Ordinary)
	});
	says("the alerts told to supervisors", || ToldOf::<Test>::remove(PROCURATORATE, OPEN));
	says("the open alerts by source", || {
		OpenBySource::<Test>::remove((Rule::RecheckFailed, get(OPEN).source, BUREAU))
	});
	says("the tallies", || {
		Tallies::<Test>::mutate(BUREAU, Rule::UploadGap, |tally| tally.substantiated += 1)
	});
	says("the tallies", || Tallies::<Test>::remove(BUREAU, Rule::RecheckFailed));
	says("the counters of closed alerts", || ClosedCount::<Test>::insert(BUREAU, 2));
	says("a closed alert in the list of a member is none", || {
		ClosedOf::<Test>::insert(BUREAU, 0, OPEN)
	});
	says("a closed alert in the list of a member is none", || {
		ClosedOf::<Test>::insert(BUREAU, 1, CLOSED)
	});
	says("a closed alert is missing", || ClosedOf::<Test>::remove(BUREAU, 0));
}

#[test]
fn notices_that_contradict_themselves_are_seen() {
	says("a notice to oneself", || notice_with(ANSWERED, |n| n.addressee = n.issuer));
	says("an answered notice without a reply", || {
		notice_with(ANSWERED, |notice| notice.replies.clear())
	});
	says("a notice to be answered has a reply", || {
		notice_with(ANSWERED, |notice| notice.status = NoticeStatus::Issued)
	});
	says("replies are not in the order of days", || {
		notice_with(ANSWERED, |notice| notice.replies[0].replied = yesterday())
	});
	says("replies are not in the order of days", || {
		notice_with(ANSWERED, |notice| {
			let decided = Some((days(1), true));
			notice.review = Some(Review { paper: sealed(1), asked: today(), decided })
		})
	});
	says("the review of a notice does not fit its status", || {
		notice_with(ANSWERED, |notice| {
			notice.review = Some(Review { paper: sealed(1), asked: today(), decided: None })
		})
	});
	says("the review of a notice does not fit its status", || {
		notice_with(NoticeId(0), |notice| notice.status = NoticeStatus::UnderReview)
	});
	says("the notices of members", || NoticesOf::<Test>::remove(BUREAU, ANSWERED));
	says("the notices of members", || {
		NoticesOf::<Test>::insert(CITY_PROCURATORATE, ANSWERED, Part::Superior)
	});
}

#[test]
fn leads_that_contradict_themselves_are_seen() {
	says("a lead to oneself", || lead_with(LEAD, |lead| lead.from = lead.to));
	says("a result of a lead that nobody acknowledged", || {
		lead_with(DONE, |lead| lead.acknowledged = None)
	});
	says("the leads of members", || LeadsOf::<Test>::remove(INSPECTION, LEAD));
	says("the leads of members", || LeadsOf::<Test>::insert(BUREAU, DONE, Part::Sender));
}

#[test]
fn parameters_out_of_bounds_are_seen() {
	says("a threshold is 0", || {
		RefusalThresholds::<Test>::put(Thresholds { outside_duty: 0, self_dealing: 1 })
	});
	says("who oversees a place is no procuratorate", || {
		Overseers::<Test>::insert((Level::City, AREA), CITY_BUREAU)
	});
	says("an upload limit is 0", || {
		UploadLimits::<Test>::insert((MemberKind::Court, Level::City), 0)
	});
	for (date, seen, resumed) in
		[(days(1), days(1), today()), (today(), yesterday(), today()), (today(), today(), days(1))]
	{
		says("uploads of a day that has not come", || {
			UploadSweep::<Test>::put(Sweep { date, next: None, seen, resumed })
		});
	}
}
