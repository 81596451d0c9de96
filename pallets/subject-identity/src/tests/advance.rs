//! `advance`: clocks, the correction group, dates, and what stands beside the table.

use super::*;
use crate::StepKind;
use frame_support::{assert_noop, assert_ok};
use shejiao_primitives::{regime::ModuleId, subject::Subject};
use shejiao_testing::{MockDeadlines, MockRegime};

fn completed(kind: u16) -> Vec<Option<Moment>> {
	let all = MockDeadlines::all().into_iter().filter(|clock| clock.kind.0 == kind);
	all.map(|clock| clock.done).collect()
}

#[test]
fn a_decision_starts_its_clocks_on_the_day_of_effect() {
	run(|| {
		let id = commissioned();
		MockLegalTime::advance_days(9);
		let effect = ago(2);
		assert_ok!(advance(id, JUDGE, DECIDE, effect));
		let from = start_of(effect);
		assert_eq!(clocks(id), [(4, COURT, from), (5, COURT, from), (8, BUREAU, from)]);
		assert_eq!(completed(1), [None], "the opinion is not awaited any more");
		assert_eq!(case(id).category, Some(CaseCategory::Parole));
		assert_event(Event::StageChanged {
			case: id,
			transition: 1,
			step: StepKind::Decide,
			from: Stage::PreDecision,
			to: Stage::AwaitingReception,
			category: Some(CaseCategory::Parole),
			act_date: effect,
			evidence: Some(RecordId(0)),
			group: None,
			reason: None,
			by: Some(JUDGE),
		});
		assert_eq!(MockRecords::links(), [(RecordId(0), Subject::Transition(id, 1))]);
	});
}

#[test]
fn a_temporary_release_is_handed_over_by_whoever_has_custody() {
	run(|| {
		let founders = Founders { custody: Some(PRISON), ..FOUNDERS };
		assert_ok!(register_with(JUDGE, COMMISSION, founders, today(), None));
		let id = last_case();
		let release = Step::Decide { category: CaseCategory::TemporaryRelease };
		assert_ok!(advance(id, JUDGE, release, today()));
		assert_eq!(clocks(id)[2], (9, PRISON, start_of(today())));
		assert_eq!(clocks(id).len(), 3);
	});
}

#[test]
fn a_reception_completes_the_report_by_its_own_day() {
	run(|| {
		let id = awaiting();
		MockLegalTime::advance_days(12);
		assert_ok!(advance(id, OFFICER, reception(id), ago(3)));
		assert_eq!(completed(8), [Some(start_of(ago(3)))]);
		assert_eq!(clocks(id).iter().map(|c| c.0).collect::<Vec<_>>(), [4, 5]);
		let seen = SubjectIdentity::view_transitions(id, 0, 10);
		assert_eq!(seen.iter().map(|t| t.late_entry).collect::<Vec<_>>(), [false, true]);
	});
}

#[test]
fn nobody_is_received_before_the_group_is_lawful() {
	run(|| {
		let id = awaiting();
		let group = record(id, classes::GROUP_AND_PLAN);
		let unlawful = Step::Receive { group, group_lawful: false };
		assert_noop!(advance(id, OFFICER, unlawful, today()), Error::GroupNotConfirmed);
		let other = Step::Receive { group: record(id, classes::RECEPTION), group_lawful: true };
		assert_noop!(advance(id, OFFICER, other, today()), Error::WrongClass);
		let unknown = Step::Receive { group: RecordId(777), group_lawful: true };
		assert_noop!(advance(id, OFFICER, unknown, today()), Error::NotEvidence);
		assert_ok!(advance(id, OFFICER, reception(id), today()));
		let links = MockRecords::links();
		assert_eq!(links.len(), 2);
		assert!(links.iter().all(|(_, subject)| *subject == Subject::Transition(id, 1)));
	});
}

#[test]
fn a_unit_receives_while_that_is_delegated() {
	run(|| {
		let id = awaiting();
		let (member, unit) = (OTHER_BUREAU, Some(OTHER_OFFICE));
		officer(90, member, unit, WORK);
		assert_noop!(receive(id, 90), Error::NotAuthorized);
		let unit = MockMembers::add_unit(BUREAU);
		officer(91, BUREAU, Some(unit), WORK);
		assert_noop!(receive(id, 91), Error::NotAuthorized);
		MockDirectory::delegate(BUREAU, unit, Acts::CORRECTION_PLAN, 0, Moment::MAX);
		assert_noop!(receive(id, 91), Error::NotAuthorized);
		MockDirectory::delegate(BUREAU, unit, Acts::RECEPTION, 0, Moment::MAX);
		assert_ok!(receive(id, 91));
	});
}

/// The group is formed when the person has reported, or later: it proves no part of the report.
#[test]
fn a_group_of_a_later_day_is_one_for_the_report() {
	run(|| {
		let id = awaiting();
		MockLegalTime::advance_days(3);
		let group = reception(id);
		let report = record_of(id, classes::RECEPTION, ago(1));
		let receive =
			|day| SubjectIdentity::advance(signed(OFFICER), id, group, day, report).map(|_| ());
		assert!(receive(ago(2)).is_err_and(|e| e.error == Error::EvidenceLater.into()));
		assert_ok!(receive(ago(1)));
	});
}

#[test]
fn a_return_ends_what_was_due_for_the_reception() {
	run(|| {
		let id = awaiting();
		assert_eq!(clocks(id).len(), 3);
		assert_ok!(advance(id, JUDGE, RETURN, today()));
		assert_eq!(clocks(id), []);
		let last = SubjectIdentity::view_transitions(id, 1, 1);
		assert_eq!(last[0].transition.reason, Some(hash(8)));
	});
}

#[test]
fn an_end_by_decision_ends_appraisal_and_certificate() {
	run(|| {
		let id = with_term(90);
		let kinds = |id| clocks(id).iter().map(|c| c.0).collect::<Vec<_>>();
		assert_eq!(kinds(id), [4, 5, 30, 31, 131]);
		assert_ok!(advance(id, JUDGE, END, today()));
		assert_eq!(kinds(id), [4, 5]);
		pass(100);
		assert_eq!(crate::StageHistory::<Test>::len(&id), 3, "no second end by rule");
	});
}

#[test]
fn a_dropped_case_leaves_no_clock() {
	run(|| {
		let id = commissioned();
		assert_eq!(clocks(id).len(), 1);
		assert_ok!(advance(id, JUDGE, Step::Drop, today()));
		assert_eq!(clocks(id), []);
		assert_eq!(case(id).category, None);
	});
}

#[test]
fn an_end_by_rule_is_archived_with_its_certificate_alone() {
	run(|| {
		let id = with_term(3);
		pass(4);
		assert_noop!(advance(id, HEAD, Step::Archive, today()), Error::CertificateMissing);
		assert_ok!(advance(id, OFFICER, Step::BeginAfterCare, today()));
		assert_noop!(advance(id, HEAD, Step::Archive, today()), Error::CertificateMissing);
		assert_ok!(certify(id, OFFICER));
		assert_ok!(advance(id, HEAD, Step::Archive, today()));
		assert_eq!(clocks(id), []);
	});
}

#[test]
fn a_decision_before_the_last_day_is_entered_after_the_end_by_rule() {
	run(|| {
		let id = with_term(3);
		let last_day = today().plus(3);
		pass(6);
		assert_eq!(stage(id), Stage::Ended);
		let after = last_day.plus(1);
		assert_noop!(advance(id, JUDGE, END, after), Error::TermOver);
		assert_noop!(advance(id, JUDGE, END, ago(7)), Error::ActTooEarly);
		assert_ok!(advance(id, JUDGE, END, last_day));
		assert_eq!(stage(id), Stage::Ended);
		assert_noop!(advance(id, JUDGE, END, last_day), Error::WrongStage);
		assert_ok!(advance(id, OFFICER, Step::Archive, today()));
	});
}

#[test]
fn what_the_law_orders_goes_on_in_a_pause() {
	run(|| {
		let id = awaiting();
		MockRegime::pause(ModuleId::SubjectIdentity, true);
		assert_ok!(receive(id, OFFICER));
		assert_ok!(compute(id, OFFICER, today().plus(9)));
		assert_ok!(SubjectIdentity::confirm_term(signed(HEAD), id, 0));
		assert_ok!(advance(id, HEAD, END, today()));
	});
}

#[test]
fn a_superior_acts_for_the_agency_by_a_recorded_order() {
	run(|| {
		let id = awaiting();
		assert_noop!(receive(id, STRANGER), Error::NotAuthorized);
		MockMembers::add_order(OTHER_BUREAU, BUREAU);
		assert_ok!(receive(id, STRANGER));
	});
}

#[test]
fn an_auxiliary_with_a_duty_does_not_enforce() {
	run(|| {
		let id = awaiting();
		auxiliary(92, BUREAU, None, WORK);
		assert_noop!(receive(id, 92), Error::NotAuthorized);
	});
}

#[test]
fn a_closed_file_takes_what_the_law_finishes() {
	run(|| {
		let id = with_term(3);
		assert_ok!(open(id, OFFICER, IntervalKind::ExitBan, 1));
		assert_ok!(open(id, OFFICER, IntervalKind::Measure, 2));
		assert_ok!(open(id, OFFICER, IntervalKind::Restriction, 3));
		pass(5);
		assert!(case(id).is_closed());
		assert_ok!(certify(id, OFFICER));
		// A decision of an earlier day that ended it, entered late.
		assert_ok!(advance(id, JUDGE, END, ago(3)));
		assert_ok!(close(id, OFFICER, 0));
		assert_ok!(close(id, OFFICER, 1));
		assert_ok!(SubjectIdentity::assign(signed(HEAD), id, Some(OFFICE), None));
		assert_ok!(advance(id, OFFICER, Step::BeginAfterCare, today()));
		assert_ok!(advance(id, OFFICER, Step::Archive, today()));
		assert!(case(id).is_closed());
		assert_ok!(close(id, HEAD, 2));
		assert!(!case(id).is_closed(), "ended by decision, with evidence");
	});
}

#[test]
fn what_ended_by_rule_is_archived_with_its_certificate_in_a_closed_file_too() {
	run(|| {
		let id = with_term(3);
		assert_ok!(open(id, OFFICER, IntervalKind::Restriction, 3));
		pass(4);
		assert_noop!(advance(id, OFFICER, Step::Archive, today()), Error::CertificateMissing);
		assert_ok!(certify(id, OFFICER));
		assert_ok!(advance(id, OFFICER, Step::Archive, today()));
	});
}

#[test]
fn a_clock_that_does_not_start_and_a_full_record_undo_the_step() {
	run(|| {
		let id = commissioned();
		MockDeadlines::refuse(true);
		let evidence = record(id, classes::DECISIONS);
		assert_noop!(
			SubjectIdentity::advance(signed(JUDGE), id, DECIDE, today(), evidence),
			sp_runtime::DispatchError::Other("no clock")
		);
		MockDeadlines::refuse(false);
		MockRecords::limit_links(0);
		assert!(SubjectIdentity::advance(signed(JUDGE), id, DECIDE, today(), evidence).is_err());
	});
}
