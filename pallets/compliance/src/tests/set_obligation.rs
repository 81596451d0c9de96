use super::*;
use crate::Error;
use frame_support::{assert_noop, assert_ok};
use shejiao_primitives::directory::OnMembership;
use sp_runtime::DispatchError;

const AUDIT: Obligation = Obligation::PersonalDataAudit;

#[test]
fn an_obligation_is_due_a_period_after_it_takes_effect() {
	chain(|| {
		let mut two_years = rule(730);
		two_years.effective = today().plus(10);
		assert_ok!(govern(AUDIT, Some(two_years)));
		assert_eq!(
			last_event(),
			Event::ObligationSet { obligation: AUDIT, from: None, to: Some(two_years) }
		);
		assert_eq!(Compliance::due(MemberId(0), AUDIT), None);
		MockLegalTime::advance_days(10);
		let info = Compliance::due(MemberId(0), AUDIT).expect("it binds now; qed");
		assert_eq!((info.due, info.overdue), (two_years.effective.plus(730), false));
		MockLegalTime::advance_days(730);
		assert!(!Compliance::is_overdue(MemberId(0), AUDIT));
		MockLegalTime::advance_days(1);
		assert!(Compliance::is_overdue(MemberId(0), AUDIT));
	});
}

#[test]
fn a_member_that_came_later_has_its_own_period() {
	chain(|| {
		assert_ok!(govern(AUDIT, Some(rule(30))));
		MockLegalTime::advance_days(20);
		let late = MockMembers::add(&50u64, MemberKind::Health);
		assert_ok!(<Compliance as OnMembership<u64>>::admitted(late, &50, 0));
		let due = |member| Compliance::due(member, AUDIT).map(|info| info.due);
		assert_eq!(due(late), Some(today().plus(30)));
		assert_eq!(due(MemberId(0)), Some(today().plus(10)));
	});
}

#[test]
fn it_binds_its_addressees_while_they_are_members() {
	chain(|| {
		let nodes = Rule { addressees: Addressees::FullNodes, ..rule(30) };
		assert_ok!(govern(Obligation::NodeLocation, Some(nodes)));
		let bound = |i| Compliance::due(MemberId(i), Obligation::NodeLocation).is_some();
		assert_eq!([bound(0), bound(1), bound(77)], [true, false, false]);
		MockMembers::set_standing(MemberId(0), Standing::Suspended);
		assert!(bound(0));
		MockMembers::set_standing(MemberId(0), Standing::Expelled);
		assert!(!bound(0));
	});
}

#[test]
fn a_lifted_obligation_binds_nobody() {
	chain(|| {
		assert_ok!(govern(AUDIT, Some(rule(30))));
		assert_ok!(govern(Obligation::SecurityTest, Some(rule(10))));
		let all: Vec<_> =
			Compliance::dues(MemberId(0)).into_iter().map(|info| info.obligation).collect();
		assert_eq!(all, [Obligation::SecurityTest, AUDIT]);
		assert_ok!(govern(AUDIT, None));
		assert_eq!(Compliance::dues(MemberId(0)).len(), 1);
	});
}

#[test]
fn bad_rules_are_refused() {
	chain(|| {
		assert_noop!(govern(AUDIT, Some(rule(0))), Error::<Test>::PeriodOutOfBounds);
		assert_noop!(govern(AUDIT, None), Error::<Test>::NothingToChange);
		assert_ok!(govern(AUDIT, Some(rule(30))));
		assert_noop!(govern(AUDIT, Some(rule(30))), Error::<Test>::NothingToChange);
		assert_noop!(
			Compliance::set_obligation(signed(COURT), AUDIT, None),
			DispatchError::BadOrigin
		);
	});
}
