use super::*;
use frame_support::assert_noop;
use shejiao_primitives::{record::RecordStatus, regime::ModuleId};

fn propose(who: u64, id: ClockId, evidence: RecordId) -> DispatchResult {
	StatutoryClocks::propose_cancellation(signed(who), id, Reason::Judgment, evidence)
}

fn confirm(who: u64, id: ClockId) -> DispatchResult {
	StatutoryClocks::confirm_cancellation(signed(who), id, Reason::Judgment)
}

#[test]
fn two_officers_end_a_clock_without_an_act() {
	chain(|| {
		let case = case();
		let id = start(ASSESSMENT, case);
		let evidence = record(case);
		assert_ok!(propose(CLERK, id, evidence));
		assert!(clock(id).is_open());
		assert_ok!(confirm(CHIEF, id));
		assert_eq!(
			last_event(),
			Event::ClockCancelled {
				clock: id,
				kind: Some(ASSESSMENT),
				subject: Subject::Case(case),
				owner: BUREAU,
				reason: Reason::Judgment,
				evidence: Some(evidence),
				by: Some(CHIEF),
			}
		);
		assert!(!clock(id).is_late_entry(&MockLegalTime::clock()));
	});
}

#[test]
fn no_one_confirms_their_own_proposal() {
	chain(|| {
		let case = case();
		let id = start(ASSESSMENT, case);
		assert_ok!(propose(CHIEF, id, record(case)));
		assert_noop!(confirm(CHIEF, id), Error::<Test>::SameOfficer);
		// Nor does one without the duty of approval, nor another member.
		assert_noop!(confirm(CLERK, id), Error::<Test>::NotAuthorized);
		assert_noop!(confirm(JUDGE, id), Error::<Test>::NotAuthorized);
	});
}

#[test]
fn what_is_confirmed_is_what_was_proposed() {
	chain(|| {
		let case = case();
		let id = start(ASSESSMENT, case);
		assert_noop!(confirm(CHIEF, id), Error::<Test>::NotProposed);
		assert_ok!(propose(CLERK, id, record(case)));
		assert_noop!(
			StatutoryClocks::confirm_cancellation(signed(CHIEF), id, Reason::Mistake),
			Error::<Test>::NotProposed
		);
		assert_noop!(confirm(CHIEF, ClockId(9)), Error::<Test>::NotFound);
	});
}

#[test]
fn a_proposal_needs_evidence_and_the_owner() {
	chain(|| {
		let case = case();
		let id = start(ASSESSMENT, case);
		let evidence = record(case);
		for who in [JUDGE, TREASURER, STATION, 77] {
			assert_noop!(propose(who, id, evidence), Error::<Test>::NotAuthorized);
		}
		assert_noop!(propose(CLERK, id, record(self::case())), Error::<Test>::NoEvidence);
		assert_noop!(propose(CLERK, ClockId(9), evidence), Error::<Test>::NotFound);
		MockRegime::pause(ModuleId::StatutoryClocks, true);
		assert_noop!(propose(CLERK, id, evidence), Error::<Test>::ModulePaused);
		MockRegime::pause(ModuleId::StatutoryClocks, false);
		assert_ok!(propose(CLERK, id, evidence));
		MockRecords::set_status(evidence, RecordStatus::Superseded);
		assert_noop!(confirm(CHIEF, id), Error::<Test>::NoEvidence);
		MockRecords::set_status(evidence, RecordStatus::Trusted);
		MockRegime::pause(ModuleId::StatutoryClocks, true);
		assert_noop!(confirm(CHIEF, id), Error::<Test>::ModulePaused);
		MockRegime::pause(ModuleId::StatutoryClocks, false);
		assert_ok!(confirm(CHIEF, id));
		assert_noop!(propose(CLERK, id, evidence), Error::<Test>::AlreadyClosed);
		assert_noop!(confirm(CHIEF, id), Error::<Test>::AlreadyClosed);
	});
}
