use super::*;
use frame_support::assert_noop;
use shejiao_primitives::record::{classes, RecordStatus};

fn acknowledge(who: u64, case: CaseId, record: RecordId) -> DispatchResult {
	Representing::acknowledge(signed(who), case, record)
}

#[test]
fn each_representative_acknowledges_a_record_once() {
	run(|case| {
		assert_ok!(appoint(OFFICER, case, PERSON));
		assert_ok!(appoint(OFFICER, case, LAWYER));
		let record = record_of(case);
		events();
		let now = MockLegalTime::now();
		assert_ok!(acknowledge(PERSON, case, record));
		let acknowledged =
			|account, kind| Event::RecordAcknowledged { case, record, account, kind };
		assert_eq!(events(), [acknowledged(PERSON, Kind::PersonOrGuardian)]);
		assert_noop!(acknowledge(PERSON, case, record), Error::<Test>::AlreadyExists);
		MockLegalTime::advance(9);
		assert_ok!(acknowledge(LAWYER, case, record));
		assert_eq!(events(), [acknowledged(LAWYER, Kind::Lawyer)]);
		let mut all = Representing::acknowledgements_of(record);
		all.sort();
		assert_eq!(all, [(LAWYER, now + 9), (PERSON, now)]);
	});
}

#[test]
fn a_record_of_any_class_and_status_is_acknowledged() {
	run(|case| {
		assert_ok!(appoint(OFFICER, case, PERSON));
		for class in [classes::CONDUCT, classes::REVIEW, classes::END] {
			let record = MockRecords::add_of_class(case, CHANCHENG, &OFFICER, class);
			MockRecords::set_status(record, RecordStatus::Superseded);
			assert_ok!(acknowledge(PERSON, case, record));
		}
	});
}

/// Victims, informants and witnesses are never in the person's view.
#[test]
fn what_is_not_there_and_what_is_not_to_be_known_get_one_answer() {
	run(|case| {
		assert_ok!(appoint(OFFICER, case, PERSON));
		let class = classes::PROTECTED_PARTY;
		let protected = MockRecords::add_of_class(case, CHANCHENG, &OFFICER, class);
		for record in [protected, record_of(open_case()), RecordId(99)] {
			assert_noop!(acknowledge(PERSON, case, record), Error::<Test>::NotFound);
		}
	});
}

#[test]
fn those_who_do_not_represent_the_person_acknowledge_nothing() {
	run(|case| {
		let record = record_of(case);
		let other = open_case();
		assert_ok!(appoint_for(OFFICER, case, GUARDIAN, 0));
		assert_ok!(appoint(OFFICER, other, LAWYER));
		MockLegalTime::advance_days(1);
		for who in [GUARDIAN, LAWYER, OFFICER, NOBODY] {
			for record in [record, RecordId(99)] {
				assert_noop!(acknowledge(who, case, record), Error::<Test>::NotAuthorized);
			}
		}
	});
}

#[test]
fn a_pause_does_not_stand_in_the_way() {
	run(|case| {
		assert_ok!(appoint(OFFICER, case, PERSON));
		MockRegime::pause(ModuleId::SubjectIdentity, true);
		assert_ok!(acknowledge(PERSON, case, record_of(case)));
	});
}

/// In the moment of the resignation, before it.
#[test]
fn what_was_acknowledged_before_the_end_stays() {
	run(|case| {
		assert_ok!(appoint(OFFICER, case, PERSON));
		let record = record_of(case);
		assert_ok!(acknowledge(PERSON, case, record));
		assert_ok!(Representing::resign(signed(PERSON), Reason::OwnWish));
		assert_eq!(Representing::acknowledgements_of(record).len(), 1);
	});
}
