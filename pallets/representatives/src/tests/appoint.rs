use super::*;
use frame_support::assert_noop;
use shejiao_primitives::{record::RecordStatus, subject::Subject};
use sp_runtime::DispatchError;

#[test]
fn a_fresh_key_represents_the_person_of_one_case() {
	run(|case| {
		let evidence = record_of(case);
		assert_ok!(Representing::appoint(
			signed(OFFICER),
			case,
			GUARDIAN,
			Kind::PersonOrGuardian,
			SEALED,
			days(30),
			evidence
		));
		assert_eq!(
			events(),
			[Event::RepresentativeAppointed {
				case,
				account: GUARDIAN,
				kind: Kind::PersonOrGuardian,
				sealed: SEALED,
				last_day: days(30),
				evidence,
				member: CHANCHENG,
				officer: OFFICER
			}]
		);
		assert_eq!(case_of(GUARDIAN), Some(case));
		assert_eq!(MockMembers::role(&GUARDIAN), Some(AccountRole::Representative));
		assert_eq!(MockRecords::links(), [(evidence, Subject::Case(case))]);
	});
}

/// A guardian's access ends with majority: 24:00 of the last day, by comparison, and nothing is done.
#[test]
fn it_ends_at_midnight_of_its_last_day_by_itself() {
	run(|case| {
		MockLegalTime::advance(5);
		assert_ok!(appoint_for(OFFICER, case, GUARDIAN, 30));
		let end = MockLegalTime::clock().end_of(days(30));
		MockLegalTime::set(end - 1);
		assert_eq!(case_of(GUARDIAN), Some(case));
		MockLegalTime::set(end);
		assert_eq!(case_of(GUARDIAN), None);
		assert_eq!(Representing::representatives_of(case), []);
		events();
		// The next one makes the list shorter.
		assert_ok!(appoint(OFFICER, case, PERSON));
		let ended = Event::RepresentationEnded {
			case,
			account: GUARDIAN,
			ending: Ending::Expired,
			by: None,
		};
		assert_eq!(events()[0], ended);
		assert_eq!(OfCase::<Test>::get(case).into_inner(), [PERSON]);
	});
}

#[test]
fn a_key_that_was_ever_admitted_is_refused() {
	run(|case| {
		assert_ok!(appoint(OFFICER, case, GUARDIAN));
		let revoked = Representing::revoke(signed(OFFICER), case, GUARDIAN, Reason::KeyCompromised);
		assert_ok!(revoked);
		let other = open_case();
		for account in [GUARDIAN, OFFICER, STRANGER, 1] {
			assert_noop!(appoint(OFFICER, other, account), Error::<Test>::AlreadyExists);
		}
	});
}

#[test]
fn officers_of_the_executing_agency_appoint() {
	run(|case| {
		assert_ok!(appoint(OFFICER, case, GUARDIAN));
		assert_ok!(appoint(ENFORCER, case, LAWYER));
		assert_noop!(appoint(OFFICE_WORKER, case, PERSON), Error::<Test>::NotAuthorized);
		delegate(case);
		assert_noop!(appoint(OTHER_WORKER, case, PERSON), Error::<Test>::NotAuthorized);
		assert_ok!(appoint(OFFICE_WORKER, case, PERSON));
	});
}

#[test]
fn a_superior_acts_for_the_agency_by_a_recorded_order() {
	run(|case| {
		assert_noop!(appoint(STRANGER, case, LAWYER), Error::<Test>::NotAuthorized);
		MockMembers::add_order(NANHAI, CHANCHENG);
		assert_ok!(appoint(STRANGER, case, LAWYER));
		let evidence = record_of(case);
		assert_ok!(Representing::renew(signed(STRANGER), case, LAWYER, days(9), evidence));
		assert_ok!(Representing::revoke(signed(STRANGER), case, LAWYER, Reason::KeyCompromised));
		assert_noop!(appoint(ARCHIVIST, case, PERSON), Error::<Test>::NotAuthorized);
	});
}

#[test]
fn everybody_else_gets_one_answer_whether_there_is_a_case() {
	run(|case| {
		assert_ok!(appoint(OFFICER, case, GUARDIAN));
		let missing = CaseId([9; 16]);
		for who in [NOBODY, 1, ARCHIVIST, STRANGER, OFFICE_WORKER, GUARDIAN] {
			for case in [case, missing] {
				assert_noop!(
					Representing::appoint(
						signed(who),
						case,
						LAWYER,
						Kind::Lawyer,
						SEALED,
						days(1),
						RecordId(0)
					),
					Error::<Test>::NotAuthorized
				);
			}
		}
		assert_noop!(
			Representing::resign(RuntimeOrigin::root(), Reason::OwnWish),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn the_last_day_is_neither_over_nor_too_far_off() {
	run(|case| {
		MockLegalTime::advance(5);
		let (evidence, kind) = (record_of(case), Kind::Lawyer);
		let until = |last_day| {
			Representing::appoint(signed(OFFICER), case, LAWYER, kind, SEALED, last_day, evidence)
		};
		for last_day in [LegalDate(days(0).0 - 1), days(MAX_DAYS + 1), LegalDate(u32::MAX)] {
			assert_noop!(until(last_day), Error::<Test>::InvalidEnd);
		}
		assert_ok!(until(days(MAX_DAYS)));
		// One that ends today lasts to its end.
		assert_ok!(appoint_for(OFFICER, case, PERSON, 0));
		assert_eq!(case_of(PERSON), Some(case));
	});
}

#[test]
fn the_right_rests_on_evidence_of_the_case_and_is_sealed() {
	run(|case| {
		let other = record_of(open_case());
		let refuted = record_of(case);
		MockRecords::set_status(refuted, RecordStatus::Disputed);
		let with = |sealed, evidence| {
			let kind = Kind::PersonOrGuardian;
			Representing::appoint(signed(OFFICER), case, PERSON, kind, sealed, days(1), evidence)
		};
		for record in [other, refuted, RecordId(99)] {
			assert_noop!(with(SEALED, record), Error::<Test>::InvalidEvidence);
		}
		let good = record_of(case);
		assert_noop!(with(H256::zero(), good), Error::<Test>::InvalidSeal);
		assert_ok!(with(SEALED, good));
	});
}

#[test]
fn a_case_has_so_many_and_no_more_and_the_expired_make_room() {
	run(|case| {
		for account in [GUARDIAN, LAWYER, PERSON] {
			assert_ok!(appoint_for(OFFICER, case, account, 1));
		}
		assert_noop!(appoint(OFFICER, case, 103), Error::<Test>::MaxRepresentativesExceeded);
		MockLegalTime::advance_days(2);
		assert_ok!(appoint(OFFICER, case, 103));
		assert_eq!(OfCase::<Test>::get(case).into_inner(), [103]);
	});
}

#[test]
fn archived_and_merged_cases_take_none() {
	run(|case| {
		let other = open_case();
		MockCases::update(case, |facts| facts.merged_into = Some(other));
		assert_noop!(appoint(OFFICER, case, LAWYER), Error::<Test>::CaseMerged);
		archive(other);
		assert_noop!(appoint(OFFICER, other, LAWYER), Error::<Test>::CaseNotLive);
	});
}

#[test]
fn what_the_records_refuse_leaves_nothing_half_done() {
	run(|case| {
		MockRecords::limit_links(0);
		let full = DispatchError::Other("too many dependants");
		assert_noop!(appoint(OFFICER, case, LAWYER), full);
	});
}

#[test]
fn it_waits_for_a_pause_to_end() {
	run(|case| {
		assert_eq!(while_paused(|| appoint(OFFICER, case, LAWYER)), refused_while_paused());
		assert_ok!(appoint(OFFICER, case, LAWYER));
	});
}

/// A closed file keeps out whoever is new, but not whom it is about.
#[test]
fn a_closed_file_takes_the_person_and_the_guardian_alone() {
	run(|case| {
		let send = |account, kind| {
			let evidence = record_of(case);
			Representing::appoint(signed(OFFICER), case, account, kind, SEALED, days(30), evidence)
		};
		assert_ok!(send(LAWYER, Kind::Lawyer));
		for stage in [Stage::Ended, Stage::AfterCare] {
			MockCases::update(case, |facts| {
				(facts.stage, facts.restricted) = (stage, true);
			});
			assert_noop!(send(103, Kind::Lawyer), Error::<Test>::FileClosed);
		}
		assert_ok!(send(GUARDIAN, Kind::PersonOrGuardian));
		assert_eq!(case_of(LAWYER), Some(case), "who was let in before stays");
		let renewed = Representing::renew(signed(OFFICER), case, LAWYER, days(60), record_of(case));
		assert_ok!(renewed);
		MockCases::update(case, |facts| facts.restricted = false);
		assert_ok!(send(103, Kind::Lawyer));
	});
}
