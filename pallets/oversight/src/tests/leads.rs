//! `transfer_lead`, `acknowledge_lead` and `report_result` (S138).

use super::*;
use shejiao_primitives::clock::kinds;

fn transfer(who: u64, to: MemberId) -> DispatchResult {
	Oversight::transfer_lead(signed(who), to, seal(5), Severity::Serious)
}

fn acknowledge(who: u64, id: LeadId) -> DispatchResult {
	Oversight::acknowledge_lead(signed(who), id)
}

fn conclude(who: u64, id: LeadId) -> DispatchResult {
	Oversight::report_result(signed(who), id, LeadOutcome::CaseOpened, seal(6))
}

#[test]
fn a_lead_goes_there_and_its_result_comes_back() {
	chain(|| {
		assert_ok!(transfer(CHIEF, INSPECTION));
		let id = NoticeId(0);
		assert_eq!(
			last_event(),
			Event::LeadTransferred {
				lead: id,
				from: BUREAU,
				to: INSPECTION,
				by: CHIEF,
				content: seal(5),
				severity: Severity::Serious,
			}
		);
		let clock = clocks(Subject::Notice(id)).pop().expect("it was started; qed");
		assert_eq!((clock.kind, clock.owner), (kinds::ALERT_SERIOUS, INSPECTION));
		assert_eq!(Oversight::view_leads(INSPECTION, Part::Addressee, id, 9).len(), 1);
		assert_eq!(Oversight::view_leads(BUREAU, Part::Sender, id, 9).len(), 1);

		MockLegalTime::advance_days(1);
		assert_ok!(acknowledge(INSPECTOR, id));
		assert_eq!(last_event(), Event::LeadAcknowledged { lead: id, by: INSPECTOR });
		let clock = clocks(Subject::Notice(id)).pop().expect("it was started; qed");
		assert_eq!((clock.open, clock.done), (false, Some(now())));

		assert_ok!(conclude(INSPECTOR, id));
		assert_eq!(
			last_event(),
			Event::LeadConcluded {
				lead: id,
				by: INSPECTOR,
				outcome: LeadOutcome::CaseOpened,
				report: seal(6),
			}
		);
		assert!(!Oversight::is_live_notice(id));
		assert!(Oversight::view_leads(BUREAU, Part::Sender, id, 9).is_empty());
	});
}

/// What is grave waits no longer than an alert would (S138, S147).
#[test]
fn the_severity_says_when_a_lead_must_be_acknowledged() {
	chain(|| {
		for (severity, kind) in [
			(Severity::Information, kinds::LEAD_ACKNOWLEDGEMENT),
			(Severity::Ordinary, kinds::LEAD_ACKNOWLEDGEMENT),
			(Severity::Serious, kinds::ALERT_SERIOUS),
			(Severity::Gravest, kinds::ALERT_GRAVEST),
		] {
			let id = NextNotice::<Test>::get();
			assert_ok!(Oversight::transfer_lead(signed(CHIEF), INSPECTION, seal(5), severity));
			let running = || {
				let open = clocks(Subject::Notice(id)).into_iter().filter(|clock| clock.open);
				open.map(|clock| clock.kind).collect::<Vec<_>>()
			};
			assert_eq!(running(), [kind]);
			assert_ok!(acknowledge(INSPECTOR, id));
			assert!(running().is_empty());
		}
	});
}

#[test]
fn leads_and_notices_are_numbered_together() {
	chain(|| {
		assert_ok!(transfer(CHIEF, POLICE));
		assert_eq!(notice(), NoticeId(1));
		assert!(Oversight::is_live_notice(NoticeId(0)));
		assert_eq!(Oversight::view_notice(NoticeId(0)), None);
		assert_eq!(Oversight::view_lead(NoticeId(1)), None);
		assert_noop!(acknowledge(CHIEF, NoticeId(1)), Error::<Test>::NotFound);
		assert_noop!(adopt(NoticeId(0)), Error::<Test>::NotFound);
	});
}

#[test]
fn leads_go_from_agencies_to_those_that_supervise_or_investigate() {
	chain(|| {
		let actor = |member, duties| Actor {
			member,
			unit: None,
			duties,
			category: Category::StateFunctionary,
		};
		MockDirectory::appoint(&72u64, actor(CHARITY, Duties::HEAD));
		for who in [OFFICER, DEPUTY, TOWN, 72, STRANGER] {
			assert_noop!(transfer(who, INSPECTION), Error::<Test>::NotAuthorized);
		}
		for to in [COURT, CHARITY, CITY_BUREAU] {
			assert_noop!(transfer(CHIEF, to), Error::<Test>::NotCompetent);
		}
		assert_noop!(transfer(CHIEF, MemberId(99)), Error::<Test>::NotFound);
		assert_noop!(transfer(INSPECTOR, INSPECTION), Error::<Test>::ToItself);
		for to in [PROCURATORATE, POLICE] {
			assert_ok!(transfer(INSPECTOR, to));
		}
	});
}

#[test]
fn only_the_receiver_answers_step_by_step() {
	chain(|| {
		assert_ok!(transfer(PROSECUTOR, POLICE));
		let id = NoticeId(0);
		for who in [PROSECUTOR, CHIEF, STRANGER] {
			assert_noop!(acknowledge(who, id), Error::<Test>::NotAuthorized);
			assert_noop!(conclude(who, id), Error::<Test>::NotAuthorized);
		}
		assert_noop!(conclude(CONSTABLE, id), Error::<Test>::WrongStatus);
		assert_noop!(conclude(CONSTABLE, NoticeId(9)), Error::<Test>::NotFound);
		assert_ok!(acknowledge(CONSTABLE, id));
		assert_noop!(acknowledge(CONSTABLE, id), Error::<Test>::WrongStatus);
		assert_ok!(conclude(CONSTABLE, id));
		assert_noop!(conclude(CONSTABLE, id), Error::<Test>::WrongStatus);
	});
}
