//! What the runtime finds by itself, from the act or the silence that gives rise to it to its end.

use super::{case::*, *};
use crate::*;
use pallet_oversight::{Alert, AlertStatus, Step};
use shejiao_primitives::{
	clock::{kinds, ClockId, Deadlines},
	deadline::{ActTime, Civil, YearCalendar},
	ids::MemberId,
	oversight::{AlertId, Rule},
	reason::Reason,
	record::classes,
	subject::Subject,
	time::{LegalDate, LegalTime as _},
};

const BUREAU: &str = "county-justice";

/// The alerts of the county's bureau by `rule`, the first first.
fn alerts(rule: Rule) -> Vec<(AlertId, Alert<AccountId>)> {
	let mut all = Oversight::view_alerts(member(BUREAU), 0, 256);
	all.retain(|(_, alert)| alert.rule == rule);
	all.sort_by_key(|(id, _)| *id);
	all
}

/// Those about `source`.
fn about(rule: Rule, source: Subject) -> Vec<(AlertId, Alert<AccountId>)> {
	alerts(rule).into_iter().filter(|(_, alert)| alert.source == source).collect()
}

fn is_open(alert: &(AlertId, Alert<AccountId>)) -> bool {
	alert.1.status != AlertStatus::Closed
}

fn told(alert: &(AlertId, Alert<AccountId>)) -> Vec<MemberId> {
	alert.1.told.to_vec()
}

fn date(text: &str) -> LegalDate {
	text.parse::<Civil>().expect("a date; qed").date()
}

/// Go on to the day, and let everything be done that is due.
fn go_to(day: &str) {
	pass_days(date(day).0 - LegalTime::today().0);
	(0..3).for_each(|_| block(|| ()));
}

fn assessment(case: shejiao_primitives::case::CaseId) -> ClockId {
	StatutoryClocks::open(kinds::ASSESSMENT, Subject::Case(case)).expect("it runs; qed")
}

/// L1, S98: first the head, and the court that waits, then the procuratorate. And when a calendar shows
/// that it was too early, all of it is taken back, and comes once more at the right time.
#[test]
fn an_assessment_that_runs_out_is_told_once_and_taken_back_when_it_runs_again() {
	network(|| {
		let case = register("an assessment that nobody makes");
		let clock = assessment(case);
		let source = Subject::Clock(clock);
		go_to("2026-12-03");
		let warnings = about(Rule::ClockWarning, source);
		assert!(warnings.len() == 1 && is_open(&warnings[0]) && told(&warnings[0]).is_empty());
		go_to("2026-12-05");
		assert!(!is_open(&about(Rule::ClockWarning, source)[0]));
		let expiries = about(Rule::ClockExpired, source);
		assert!(expiries.len() == 1 && is_open(&expiries[0]));
		let court = member("county-court");
		let procuratorate = member("county-procuratorate");
		assert_eq!(told(&expiries[0]), [court, procuratorate]);
		assert_eq!(Oversight::view_told(court, 0, 9)[0].0, expiries[0].0);

		// Nine working days were none.
		let of_2026 = YearCalendar::of_2026();
		let off = (date("2026-11-24").0..=date("2026-12-04").0)
			.map(LegalDate)
			.filter(|day| !day.weekday().is_weekend());
		let mut days_off: Vec<_> = of_2026.days_off.iter().copied().chain(off).collect();
		days_off.sort();
		let calendar = YearCalendar::new(2026, days_off, of_2026.make_up.to_vec());
		let calendar = calendar.expect("a calendar; qed");
		let set = pallet_statutory_clocks::Call::set_calendar { year: 2026, calendar };
		assert_eq!(council(set, &COUNCIL[..6]), Ok(()));
		block(|| ());
		let expiries = about(Rule::ClockExpired, source);
		assert!(expiries.len() == 1 && !is_open(&expiries[0]), "closed by rule");
		assert!(Oversight::view_told(court, 0, 9).is_empty());
		assert_eq!(about(Rule::ClockWarning, source).len(), 1);

		go_to("2026-12-16");
		let warnings = about(Rule::ClockWarning, source);
		assert_eq!(warnings.iter().map(is_open).collect::<Vec<_>>(), [false, true]);
		go_to("2026-12-18");
		let expiries = about(Rule::ClockExpired, source);
		assert_eq!(expiries.iter().map(is_open).collect::<Vec<_>>(), [false, true]);
		// As often as days pass.
		go_to("2026-12-25");
		assert_eq!(about(Rule::ClockExpired, source).len(), 2);
		assert_eq!(about(Rule::ClockWarning, source).len(), 2);
	});
}

/// L35: nothing ends the clock of a notice but the reply, whatever the agency enters about the case.
#[test]
fn no_record_of_the_case_gets_round_the_reply_to_a_notice() {
	network(|| {
		use pallet_oversight::{Answer, Call, NoticeKind, NoticeStatus, Notices, Paper};
		use pallet_statutory_clocks::{Call as Clock, Error};
		let case = register("a case whose agency has notice of a violation");
		let paper = Paper::Record(record(PROCURATOR, case, classes::REVIEW, "a notice"));
		let reply_by = Some(today().plus(15));
		let notice = pallet_oversight::NextNotice::<Runtime>::get();
		let (kind, issued) = (NoticeKind::Violation, today());
		let addressee = member(BUREAU);
		done(PROCURATOR, Call::issue_notice { kind, addressee, paper, issued, reply_by });
		assert_eq!(Oversight::case_of_notice(notice), Some(case));
		let clock = StatutoryClocks::open(kinds::VIOLATION_REPLY, Subject::Notice(notice));
		let clock = clock.expect("it runs; qed");
		let evidence = record(OFFICER, case, classes::CORRESPONDENCE, "a paper of the case");
		let day = ActTime::Day(today());
		let no_case = || Error::<Runtime>::NoCase;
		fails(OFFICER, Clock::complete { clock, done: day, evidence }, no_case());
		let reason = Reason::Mistake;
		fails(OFFICER, Clock::propose_cancellation { clock, reason, evidence }, no_case());
		assert_eq!(StatutoryClocks::count(Subject::Notice(notice)), 1);
		assert_eq!(
			Notices::<Runtime>::get(notice).map(|notice| notice.status),
			Some(NoticeStatus::Issued)
		);
		let (answer, paper, replied) = (Answer::Adopted, Paper::Record(evidence), today());
		done(HEAD, Call::reply { notice, answer, paper, replied });
		assert_eq!(StatutoryClocks::count(Subject::Notice(notice)), 0);
	});
}

/// L31: what was missing is not missing any more; that it came late, a person answers.
#[test]
fn a_certificate_that_comes_late_closes_what_said_it_was_missing() {
	network(|| {
		let sheets = sheets();
		let (case, decision) = decided(&sheets);
		received(case, &sheets);
		let last_day = today().plus(20);
		termed(case, last_day, decision);
		let clock = StatutoryClocks::open(kinds::CERTIFICATE, Subject::Case(case));
		let clock = Subject::Clock(clock.expect("it runs; qed"));
		pass_days(21);
		(0..3).for_each(|_| block(|| ()));
		let missing = || about(Rule::CertificateMissing, Subject::Case(case));
		assert!(missing().len() == 1 && is_open(&missing()[0]));
		let certificate = record(OFFICER, case, classes::END, &sheets.paper);
		let act_date = today();
		let certify =
			pallet_subject_identity::Call::certify { case, act_date, evidence: certificate };
		done(HEAD, certify);
		assert!(missing().len() == 1 && !is_open(&missing()[0]));
		let late = about(Rule::ClockExpired, clock);
		assert!(late.len() == 1 && is_open(&late[0]));
		let steps = Oversight::view_alert(late[0].0).expect("it was raised; qed").steps;
		assert_eq!(steps.last().map(|step| &step.value), Some(&Step::Settled));
	});
}

/// S23, S130.
#[test]
fn an_office_that_anchors_nothing_is_named_until_it_does_again() {
	network(|| {
		let case = register("a case in which nothing happens");
		record(OFFICER, case, classes::CORRESPONDENCE, "the last letter");
		// Blocks of every day: a chain that stands still accuses nobody.
		let pass = |days: u32| {
			let until = LegalTime::today().plus(days);
			while LegalTime::today() < until {
				block(|| ());
			}
			(0..3).for_each(|_| block(|| ()));
		};
		pass(10);
		assert!(alerts(Rule::UploadGap).is_empty());
		pass(1);
		let gap = || alerts(Rule::UploadGap);
		assert!(gap().len() == 1 && is_open(&gap()[0]));
		assert_eq!(gap()[0].1.source, Subject::Member(member(BUREAU)));
		// Another day of silence is the same alert.
		pass(1);
		assert!(gap().len() == 1 && gap()[0].1.times == 2);
		record(OFFICER, case, classes::CORRESPONDENCE, "another letter");
		pass(1);
		assert!(gap().len() == 1 && !is_open(&gap()[0]));
	});
}

/// Where no block was made nobody could anchor anything.
#[test]
fn a_chain_that_stood_still_accuses_nobody_of_silence() {
	network(|| {
		let case = register("a case before the standstill");
		record(OFFICER, case, classes::CORRESPONDENCE, "the last letter");
		pass_days(40);
		(0..3).for_each(|_| block(|| ()));
		assert!(alerts(Rule::UploadGap).is_empty());
	});
}

/// Five refused calls of a legal day, as the default says.
#[test]
fn attempts_outside_duty_are_counted_and_the_fifth_is_told() {
	network(|| {
		let case = register("a case that is none of a social worker's business");
		let evidence = record(OFFICER, case, classes::ASSESSMENT, "an opinion");
		let attempt = || {
			let step = pallet_subject_identity::Step::Drop;
			advance(case, step, evidence)
		};
		// A new legal day, so that none begins meanwhile.
		pass_days(1);
		for _ in 0..4 {
			let outcome = send(SOCIAL_WORKER, attempt());
			assert_eq!(outcome, failed(pallet_subject_identity::Error::<Runtime>::NotAuthorized));
		}
		assert!(alerts(Rule::AttemptOutsideDuty).is_empty());
		assert!(send(SOCIAL_WORKER, attempt()).expect("it reaches the dispatch; qed").is_err());
		let told = alerts(Rule::AttemptOutsideDuty);
		assert_eq!(told.len(), 1);
		let (_, alert) = &told[0];
		// The member, and nobody by name.
		assert_eq!(alert.source, Subject::Member(member(BUREAU)));
		assert_eq!((alert.about, alert.reporter), (None, None));
		assert!(send(SOCIAL_WORKER, attempt()).expect("it reaches the dispatch; qed").is_err());
		let told = alerts(Rule::AttemptOutsideDuty);
		assert_eq!((told.len(), told[0].1.times), (1, 1), "told again at the next threshold");
	});
}

/// S90: who found what is in an alert does not close it.
#[test]
fn one_attempt_to_act_on_oneself_is_told_to_the_superior() {
	network(|| {
		let about = commit("about an officer");
		let severity = shejiao_primitives::oversight::Severity::Ordinary;
		let owner = member(BUREAU);
		done(JUDGE, pallet_oversight::Call::report { owner, severity, about });
		let (alert, _) = alerts(Rule::Reported)[0];
		let outcome = pallet_oversight::Outcome::Unsubstantiated;
		let paper = pallet_oversight::Paper::Sealed(commit("nothing in it"));
		done(HEAD, pallet_oversight::Call::find { alert, outcome, paper });
		let superior = member("city-justice");
		let told = || Oversight::view_alerts(superior, 0, 256);
		assert!(told().is_empty());
		let outcome = send(HEAD, pallet_oversight::Call::close { alert });
		assert_eq!(outcome, failed(pallet_oversight::Error::<Runtime>::SameOfficer));
		// The agency whose officer it was does not look at it itself, and nobody is named.
		assert!(alerts(Rule::SelfDealing).is_empty());
		let (dealing, found) = told().remove(0);
		assert_eq!((found.rule, found.owner), (Rule::SelfDealing, superior));
		assert_eq!(found.source, Subject::Member(member(BUREAU)));
		assert_eq!((found.about, found.reporter), (None, None));
		assert_eq!(found.told.to_vec(), [member("county-procuratorate")]);
		// Serious: to be taken up within a working day.
		assert!(StatutoryClocks::open(kinds::ALERT_SERIOUS, Subject::Alert(dealing)).is_some());
		for who in [HEAD, OFFICER] {
			let outcome = send(who, pallet_oversight::Call::acknowledge { alert: dealing });
			assert_eq!(outcome, failed(pallet_oversight::Error::<Runtime>::NotAuthorized));
		}
	});
}

/// What was taken up is to be found; who does not find is told of, as who does not respond.
#[test]
fn an_alert_that_nobody_finds_anything_in_is_told_to_the_superior() {
	network(|| {
		let (owner, about) = (member(BUREAU), commit("about an officer"));
		let severity = shejiao_primitives::oversight::Severity::Ordinary;
		done(JUDGE, pallet_oversight::Call::report { owner, severity, about });
		let (alert, _) = alerts(Rule::Reported)[0];
		done(OFFICER, pallet_oversight::Call::acknowledge { alert });
		let subject = Subject::Alert(alert);
		let clock = StatutoryClocks::open(kinds::ALERT_FINDING, subject).expect("it runs; qed");
		assert_eq!(alerts(Rule::Reported)[0].1.clock, Some(clock));
		assert_eq!(StatutoryClocks::open(kinds::ALERT_ORDINARY, subject), None);
		let before = pallet_oversight::NextAlert::<Runtime>::get();
		// Fifteen working days from a Saturday.
		go_to("2026-12-11");
		assert!(told(&alerts(Rule::Reported)[0]).is_empty());
		go_to("2026-12-12");
		assert_eq!(told(&alerts(Rule::Reported)[0]), [member("city-justice")]);
		assert_eq!(pallet_oversight::NextAlert::<Runtime>::get(), before);
	});
}

/// S147: two hours for the gravest, day and night; then the superior is told. There is no alert about it.
#[test]
fn an_alert_that_nobody_takes_up_is_told_to_the_superior() {
	network(|| {
		use shejiao_primitives::{deadline::Due, oversight::Severity};
		// A Saturday, on which nobody works.
		let begun = LegalTime::now();
		let owner = member(BUREAU);
		let report = |severity| pallet_oversight::Call::report {
			owner,
			severity,
			about: commit("about an officer"),
		};
		done(JUDGE, report(Severity::Gravest));
		done(JUDGE, report(Severity::Serious));
		let all = alerts(Rule::Reported);
		let due = |place: usize| {
			let clock = all[place].1.clock.expect("it has one; qed");
			StatutoryClocks::clock(clock).expect("it started; qed").info.due
		};
		let hours = LegalTime::clock().hours(2);
		assert!(
			matches!(due(0), Due::Moment(until) if until > begun && until <= begun + hours + 9_999)
		);
		assert_eq!(due(1), Due::Day(date("2026-11-23")), "the next Monday");
		let before = pallet_oversight::NextAlert::<Runtime>::get();
		(0..3).for_each(|_| block(|| ()));
		let superior = member("city-justice");
		let is_told = |place: usize| told(&alerts(Rule::Reported)[place]) == [superior];
		assert!(is_told(0) && !is_told(1));
		go_to("2026-11-24");
		assert!(is_told(1));
		assert_eq!(pallet_oversight::NextAlert::<Runtime>::get(), before);
	});
}

/// One source, several owners: as when a case is taken apart.
#[test]
fn every_party_gets_its_own_alert() {
	network(|| {
		let case = register("a case of several agencies");
		let source = Subject::Case(case);
		let parties = ["county-justice", "county-court", "county-procuratorate"].map(member);
		block(|| {
			use shejiao_primitives::oversight::{Alerting, Severity};
			for party in parties {
				let severity = Severity::Information;
				let raised = Oversight::raise(Rule::SourceCorrected, severity, party, source, None);
				assert!(raised.is_ok());
			}
		});
		for party in parties {
			let told = Oversight::view_alerts(party, 0, 9);
			assert_eq!(told.iter().filter(|(_, alert)| alert.source == source).count(), 1);
		}
	});
}
