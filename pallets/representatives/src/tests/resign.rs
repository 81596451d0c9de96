use super::*;
use frame_support::assert_noop;

fn resign(who: u64) -> DispatchResult {
	Representing::resign(signed(who), Reason::OwnWish)
}

#[test]
fn a_representative_gives_it_up() {
	run(|case| {
		assert_ok!(appoint(OFFICER, case, LAWYER));
		assert_ok!(appoint(OFFICER, case, PERSON));
		events();
		MockRegime::pause(ModuleId::SubjectIdentity, true);
		assert_ok!(resign(LAWYER));
		assert_eq!(
			events(),
			[Event::RepresentationEnded {
				case,
				account: LAWYER,
				ending: Ending::Resigned,
				by: Some((LAWYER, Reason::OwnWish))
			}]
		);
		assert_eq!((case_of(LAWYER), case_of(PERSON)), (None, Some(case)));
	});
}

#[test]
fn who_represents_nobody_has_nothing_to_give_up() {
	run(|case| {
		assert_ok!(appoint_for(OFFICER, case, LAWYER, 0));
		assert_ok!(appoint(OFFICER, case, PERSON));
		assert_ok!(resign(PERSON));
		MockLegalTime::advance_days(1);
		for who in [LAWYER, PERSON, OFFICER, NOBODY] {
			assert_noop!(resign(who), Error::<Test>::NotAuthorized);
		}
	});
}
