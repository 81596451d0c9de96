use super::*;
use frame_support::assert_noop;

fn withdraw(who: u64, case: CaseId, epoch: u16) -> DispatchResult {
	IdentityTags::withdraw_tags(signed(who), case, epoch, Reason::KeyCompromised)
}

#[test]
fn tags_of_a_replaced_key_leave_and_the_others_stay() {
	run(|ours, theirs| {
		assert_ok!(register(CHECKER, ours, &[1, 2]));
		assert_ok!(register_under(CHECKER, ours, 2, &[3]));
		assert_ok!(register(NANHAI_CHECKER, theirs, &[1]));
		events();
		assert_ok!(withdraw(CHECKER, ours, EPOCH));
		assert_eq!(
			events(),
			[Event::TagsWithdrawn {
				case: ours,
				epoch: EPOCH,
				count: 2,
				member: CHANCHENG,
				officer: CHECKER,
				reason: Reason::KeyCompromised
			}]
		);
		assert_eq!(Tags::<Test>::get(ours).into_inner(), [KeyedTag { epoch: 2, tag: tag(3) }]);
		let shared = KeyedTag { epoch: EPOCH, tag: tag(1) };
		assert_eq!(Holders::<Test>::get(shared).into_inner(), [theirs]);
		// What it led to is for officers to decide.
		assert!(matches!(state(ours, theirs), Some(PairState::Proposed(_))));
		assert_ok!(withdraw(CHECKER, ours, 2));
		assert!(!Tags::<Test>::contains_key(ours));
	});
}

#[test]
fn what_is_not_there_is_not_withdrawn() {
	run(|ours, _| {
		assert_noop!(withdraw(CHECKER, ours, EPOCH), Error::<Test>::NotFound);
		assert_ok!(register(CHECKER, ours, &[1]));
		assert_noop!(withdraw(CHECKER, ours, 2), Error::<Test>::NotFound);
	});
}

#[test]
fn others_withdraw_nothing() {
	run(|ours, _| {
		assert_ok!(register(CHECKER, ours, &[1]));
		for who in [NOBODY, 1, APPROVER, UNIT_CHECKER, NANHAI_CHECKER, STRANGE_OFFICER] {
			assert_noop!(withdraw(who, ours, EPOCH), Error::<Test>::NotAuthorized);
			assert_noop!(withdraw(who, CaseId([9; 16]), EPOCH), Error::<Test>::NotAuthorized);
		}
		assert_ok!(withdraw(COURT_OFFICER, ours, EPOCH));
	});
}

/// What is wrong is deleted whatever is paused (PIPL 46, 47).
#[test]
fn a_pause_does_not_stand_in_the_way() {
	run(|ours, _| {
		assert_ok!(register(CHECKER, ours, &[1]));
		MockRegime::pause(ModuleId::SubjectIdentity, true);
		assert_ok!(withdraw(CHECKER, ours, EPOCH));
	});
}
