use super::*;
use shejiao_primitives::case::OnCase;

#[test]
fn every_representation_ends_with_the_archiving() {
	run(|case| {
		assert_ok!(appoint_for(OFFICER, case, GUARDIAN, 0));
		assert_ok!(appoint(OFFICER, case, LAWYER));
		let other = open_case();
		assert_ok!(appoint(OFFICER, other, PERSON));
		MockLegalTime::advance_days(1);
		events();
		archive(case);
		let ended =
			|account, ending| Event::RepresentationEnded { case, account, ending, by: None };
		assert_eq!(
			events(),
			[ended(GUARDIAN, Ending::Expired), ended(LAWYER, Ending::CaseArchived)]
		);
		assert_eq!([GUARDIAN, LAWYER, PERSON].map(case_of), [None, None, Some(other)]);
		assert!(!OfCase::<Test>::contains_key(case));
	});
}

/// The certificate and after-care are told, too.
#[test]
fn it_outlasts_the_term_and_every_other_stage() {
	run(|case| {
		assert_ok!(appoint(OFFICER, case, PERSON));
		for to in Stage::ALL.into_iter().filter(|stage| stage.is_live()) {
			assert_ok!(Representing::stage_changed(case, Stage::Open, to));
		}
		Representing::term_ended(case, days(0));
		assert_eq!(case_of(PERSON), Some(case));
	});
}
