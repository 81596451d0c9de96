use super::*;
use frame_support::assert_noop;
use shejiao_primitives::subject::Subject;

fn renew(by: u64, case: CaseId, account: u64, number: u32) -> DispatchResult {
	let evidence = record_of(case);
	Representing::renew(signed(by), case, account, days(number), evidence)
}

#[test]
fn it_lasts_longer_or_shorter_by_the_right_that_a_record_shows() {
	run(|case| {
		assert_ok!(appoint_for(OFFICER, case, PERSON, 10));
		let first = grant(PERSON).evidence;
		MockLegalTime::advance_days(5);
		let evidence = record_of(case);
		events();
		assert_ok!(Representing::renew(signed(ENFORCER), case, PERSON, days(MAX_DAYS), evidence));
		assert_eq!(
			events(),
			[Event::RepresentativeRenewed {
				case,
				account: PERSON,
				last_day: days(MAX_DAYS),
				evidence,
				member: CHANCHENG,
				officer: ENFORCER
			}]
		);
		assert_eq!(MockRecords::links(), [first, evidence].map(|of| (of, Subject::Case(case))));
		MockLegalTime::advance_days(100);
		assert_eq!(case_of(PERSON), Some(case));
		// The same record again is linked already.
		assert_ok!(Representing::renew(signed(OFFICER), case, PERSON, days(0), evidence));
		assert_eq!(MockRecords::links().len(), 2);
		MockLegalTime::advance_days(1);
		assert_eq!(case_of(PERSON), None);
	});
}

/// Majority is not undone by a renewal.
#[test]
fn what_has_ended_does_not_come_back() {
	run(|case| {
		assert_ok!(appoint_for(OFFICER, case, GUARDIAN, 1));
		MockLegalTime::advance_days(2);
		assert_noop!(renew(OFFICER, case, GUARDIAN, 10), Error::<Test>::NotFound);
		assert_ok!(appoint(OFFICER, case, PERSON));
		assert_ok!(Representing::revoke(signed(OFFICER), case, PERSON, Reason::Mistake));
		assert_noop!(renew(OFFICER, case, PERSON, 10), Error::<Test>::NotFound);
		assert_noop!(renew(OFFICER, case, NOBODY, 10), Error::<Test>::NotFound);
		assert_ok!(appoint(OFFICER, case, LAWYER));
		assert_noop!(renew(OFFICER, open_case(), LAWYER, 10), Error::<Test>::NotFound);
	});
}

#[test]
fn the_same_bounds_and_evidence_are_asked_for() {
	run(|case| {
		assert_ok!(appoint(OFFICER, case, PERSON));
		assert_noop!(renew(OFFICER, case, PERSON, MAX_DAYS + 1), Error::<Test>::InvalidEnd);
		assert_noop!(
			Representing::renew(signed(OFFICER), case, PERSON, days(1), RecordId(99)),
			Error::<Test>::InvalidEvidence
		);
		for who in [NOBODY, ARCHIVIST, STRANGER, OFFICE_WORKER, PERSON] {
			assert_noop!(renew(who, case, PERSON, 1), Error::<Test>::NotAuthorized);
		}
		assert_eq!(while_paused(|| renew(OFFICER, case, PERSON, 1)), refused_while_paused());
		let other = open_case();
		MockCases::update(case, |facts| facts.merged_into = Some(other));
		assert_noop!(renew(OFFICER, case, PERSON, 1), Error::<Test>::CaseMerged);
	});
}
