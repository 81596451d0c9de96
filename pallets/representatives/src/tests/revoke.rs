use super::*;
use frame_support::assert_noop;

fn revoke(by: u64, case: CaseId, account: u64) -> DispatchResult {
	Representing::revoke(signed(by), case, account, Reason::KeyCompromised)
}

#[test]
fn it_ends_at_once() {
	run(|case| {
		assert_ok!(appoint(OFFICER, case, GUARDIAN));
		events();
		assert_ok!(revoke(ENFORCER, case, GUARDIAN));
		assert_eq!(
			events(),
			[Event::RepresentationEnded {
				case,
				account: GUARDIAN,
				ending: Ending::Revoked,
				by: Some((ENFORCER, Reason::KeyCompromised))
			}]
		);
		assert_eq!(case_of(GUARDIAN), None);
		assert!(!OfCase::<Test>::contains_key(case));
		assert_noop!(revoke(OFFICER, case, GUARDIAN), Error::<Test>::NotFound);
	});
}

#[test]
fn who_represents_nobody_there_is_not_revoked() {
	run(|case| {
		assert_noop!(revoke(OFFICER, case, GUARDIAN), Error::<Test>::NotFound);
		let other = open_case();
		assert_ok!(appoint_for(OFFICER, other, GUARDIAN, 0));
		assert_noop!(revoke(OFFICER, case, GUARDIAN), Error::<Test>::NotFound);
		MockLegalTime::advance_days(1);
		assert_noop!(revoke(OFFICER, other, GUARDIAN), Error::<Test>::NotFound);
	});
}

#[test]
fn others_revoke_nothing() {
	run(|case| {
		assert_ok!(appoint(OFFICER, case, GUARDIAN));
		for who in [NOBODY, 1, ARCHIVIST, STRANGER, OFFICE_WORKER, GUARDIAN] {
			assert_noop!(revoke(who, case, GUARDIAN), Error::<Test>::NotAuthorized);
			assert_noop!(revoke(who, CaseId([9; 16]), GUARDIAN), Error::<Test>::NotAuthorized);
		}
		delegate(case);
		assert_ok!(revoke(OFFICE_WORKER, case, GUARDIAN));
	});
}

/// A lost key is shut out whatever is paused, and whatever has become of the case.
#[test]
fn neither_a_pause_nor_a_merge_stands_in_the_way() {
	run(|case| {
		assert_ok!(appoint(OFFICER, case, GUARDIAN));
		let other = open_case();
		MockCases::update(case, |facts| facts.merged_into = Some(other));
		MockRegime::pause(ModuleId::SubjectIdentity, true);
		assert_ok!(revoke(OFFICER, case, GUARDIAN));
	});
}
