use super::*;
use shejiao_primitives::{
	oversight::{Rule, Severity},
	record::Correctable,
	subject::Subject,
};
use shejiao_testing::MockAlerting;

#[test]
fn a_right_whose_evidence_falls_is_marked_and_the_agency_alerted() {
	run(|case| {
		assert_ok!(appoint(OFFICER, case, GUARDIAN));
		assert_ok!(appoint(OFFICER, case, LAWYER));
		let source = grant(GUARDIAN).evidence;
		events();
		let to = RecordStatus::Disputed;
		Representing::source_changed(Subject::Case(case), source, to);
		assert_eq!(events(), [Event::SourceCorrected { case, account: GUARDIAN, source, to }]);
		let stand: Vec<_> =
			Representing::representatives_of(case).iter().map(|one| one.stands).collect();
		assert_eq!(stand, [false, true]);
		let alert =
			(Rule::SourceCorrected, Severity::Ordinary, CHANCHENG, Subject::Case(case), None);
		assert_eq!(MockAlerting::all(), [alert]);
		// A doubt takes nobody's voice away.
		assert_eq!(case_of(GUARDIAN), Some(case));

		Representing::source_changed(Subject::Case(case), source, RecordStatus::Trusted);
		assert!(Representing::representatives_of(case).iter().all(|one| one.stands));
		assert_eq!(MockAlerting::all().len(), 1);
	});
}

#[test]
fn a_renewal_for_another_record_mends_it() {
	run(|case| {
		assert_ok!(appoint(OFFICER, case, GUARDIAN));
		let source = grant(GUARDIAN).evidence;
		Representing::source_changed(Subject::Case(case), source, RecordStatus::Superseded);
		let evidence = record_of(case);
		assert_ok!(Representing::renew(signed(OFFICER), case, GUARDIAN, days(9), evidence));
		assert!(Representing::representatives_of(case)[0].stands);
		events();
		Representing::source_changed(Subject::Case(case), source, RecordStatus::Sealed);
		assert_eq!(events(), []);
	});
}

#[test]
fn what_rests_on_other_records_is_left_alone() {
	run(|case| {
		assert_ok!(appoint_for(OFFICER, case, GUARDIAN, 0));
		let source = grant(GUARDIAN).evidence;
		events();
		let to = RecordStatus::Disputed;
		let other = open_case();
		for dependant in [Subject::Case(other), Subject::Record(source)] {
			Representing::source_changed(dependant, source, to);
		}
		Representing::source_changed(Subject::Case(case), RecordId(99), to);
		MockLegalTime::advance_days(1);
		Representing::source_changed(Subject::Case(case), source, to);
		assert_eq!(events(), []);
		assert_eq!(MockAlerting::all(), []);
	});
}
