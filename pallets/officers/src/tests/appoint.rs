use super::*;
use crate::{Error, Event, OfficerCount};
use frame_support::{assert_noop, assert_ok};
use shejiao_primitives::member::Standing;
use shejiao_testing::{MockLegalTime, MockMembers};
use sp_runtime::DispatchError;

const WORK: Duties = Duties::CASEWORK;

#[test]
fn the_institution_appoints_for_an_interval() {
	run(|| {
		assert_ok!(Officers::appoint(
			signed(BUREAU),
			None,
			20,
			Some(OFFICE),
			WORK.union(Duties::ENFORCEMENT),
			Category::StateFunctionary,
			None,
			START + DAY,
		));
		assert_event(Event::OfficerAppointed {
			account: 20,
			member: BUREAU_ID,
			unit: Some(OFFICE),
			duties: WORK.union(Duties::ENFORCEMENT),
			category: Category::StateFunctionary,
			valid_from: START,
			valid_until: START + DAY,
			by: BUREAU,
		});
		assert_eq!(OfficerCount::<Test>::get(BUREAU_ID), 1);
		let actor = Actor {
			member: BUREAU_ID,
			unit: Some(OFFICE),
			duties: WORK.union(Duties::ENFORCEMENT),
			category: Category::StateFunctionary,
		};
		assert_eq!(officer(20), Some(actor));
		assert_eq!(officer_at(20, START - 1), None);
		assert_eq!(officer_at(20, START + DAY - 1), Some(actor));
		assert_eq!(officer_at(20, START + DAY), None);
		MockLegalTime::advance(DAY);
		assert_eq!(officer(20), None);
	});
}

#[test]
fn an_appointment_may_begin_later() {
	run(|| {
		let from = Some(START + DAY);
		let category = Category::Auxiliary;
		assert_ok!(Officers::appoint(
			signed(COURT),
			None,
			20,
			None,
			WORK,
			category,
			from,
			YEAR_END,
		));
		assert_eq!(officer(20), None);
		MockLegalTime::advance(DAY - 1);
		assert_eq!(officer(20), None);
		MockLegalTime::advance(1);
		assert_eq!(officer(20).map(|a| a.member), Some(COURT_ID));
		assert_eq!(officer_at(20, START + DAY - 1), None);
	});
}

#[test]
fn personnel_appoints_neither_personnel_nor_a_head_nor_itself() {
	run(|| {
		clerk();
		assert_ok!(appoint(CLERK, 20, WORK));
		assert_eq!(officer(20).map(|a| a.member), Some(BUREAU_ID));
		for reserved in [Duties::PERSONNEL, Duties::HEAD] {
			assert_noop!(appoint(CLERK, 21, reserved.union(WORK)), Error::<Test>::ReservedDuties);
		}
		assert_noop!(appoint(CLERK, CLERK, WORK), Error::<Test>::ActsOnItself);
	});
}

#[test]
fn nobody_else_appoints() {
	run(|| {
		clerk();
		assert_ok!(appoint(BUREAU, 20, Duties::HEAD));
		assert_ok!(appoint(COURT, 30, Duties::PERSONNEL));
		let other = |who, member| {
			let category = Category::Auxiliary;
			Officers::appoint(signed(who), member, 40, None, WORK, category, None, YEAR_END)
		};
		let refused = Error::<Test>::NotAuthorized;
		assert_noop!(other(99, None), refused);
		assert_noop!(other(99, Some(BUREAU_ID)), Error::<Test>::NotAuthorized);
		assert_noop!(other(20, None), Error::<Test>::NotAuthorized);
		assert_noop!(other(30, Some(BUREAU_ID)), Error::<Test>::NotAuthorized);
		assert_noop!(other(COURT, Some(BUREAU_ID)), Error::<Test>::NotAuthorized);
		assert_noop!(other(CITY, Some(BUREAU_ID)), Error::<Test>::NotAuthorized);
		assert_noop!(other(BUREAU, Some(MemberId(9))), Error::<Test>::MemberNotServing);
		assert_noop!(
			Officers::appoint(
				RuntimeOrigin::root(),
				None,
				40,
				None,
				WORK,
				Category::Auxiliary,
				None,
				YEAR_END,
			),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn a_superior_appoints_by_a_recorded_order() {
	run(|| {
		MockMembers::add_order(CITY_ID, BUREAU_ID);
		let category = Category::StateFunctionary;
		let head = Duties::HEAD;
		assert_ok!(Officers::appoint(
			signed(CITY),
			Some(BUREAU_ID),
			20,
			Some(OFFICE),
			head,
			category,
			None,
			YEAR_END,
		));
		assert_eq!(officer(20).map(|a| a.member), Some(BUREAU_ID));
	});
}

#[test]
fn category_and_duties_agree() {
	run(|| {
		for (number, (name, duty)) in (20..).zip(Duties::NAMED) {
			let result = appoint_as(SOCIAL, number, duty, Category::Auxiliary, YEAR_END);
			if Duties::STATE_FUNCTIONARY_ONLY.contains(duty) {
				assert_eq!(
					result,
					Err(Error::<Test>::StateFunctionaryRequired.into()),
					"{name} needs a state functionary"
				);
			} else {
				assert_eq!(result, Ok(()), "{name} may be held by anybody");
			}
		}
		for none in [Duties::NONE, Duties(1 << 16), Duties(u32::MAX)] {
			assert_noop!(appoint(BUREAU, 40, none), Error::<Test>::InvalidDuties);
		}
	});
}

#[test]
fn the_unit_belongs_to_the_member() {
	run(|| {
		let to = |unit| {
			let category = Category::StateFunctionary;
			Officers::appoint(signed(BUREAU), None, 20, unit, WORK, category, None, YEAR_END)
		};
		assert_noop!(to(Some(COURT_UNIT)), Error::<Test>::UnitNotOfMember);
		assert_noop!(to(Some(UnitId(99))), Error::<Test>::UnitNotOfMember);
		assert_ok!(to(Some(SECOND_OFFICE)));
	});
}

#[test]
fn an_interval_is_neither_empty_nor_in_the_past() {
	run(|| {
		let during = |from, until| {
			let category = Category::Auxiliary;
			Officers::appoint(signed(BUREAU), None, 20, None, WORK, category, from, until)
		};
		let refused = Error::<Test>::InvalidInterval;
		assert_noop!(during(None, START), refused);
		assert_noop!(during(Some(START - 1), YEAR_END), Error::<Test>::InvalidInterval);
		assert_noop!(during(Some(START + 5), START + 5), Error::<Test>::InvalidInterval);
		assert_ok!(during(Some(START), START + 1));
	});
}

#[test]
fn an_account_is_officer_of_one_member_at_a_time() {
	run(|| {
		assert_ok!(appoint_as(BUREAU, 20, WORK, Category::Auxiliary, START + DAY));
		assert_noop!(appoint(BUREAU, 20, WORK), Error::<Test>::AlreadyExists);
		assert_noop!(appoint(COURT, 20, WORK), Error::<Test>::AlreadyExists);
		MockLegalTime::advance(DAY);
		assert_ok!(appoint(COURT, 20, WORK));
		assert_eq!(OfficerCount::<Test>::get(BUREAU_ID), 0);
		assert_eq!(OfficerCount::<Test>::get(COURT_ID), 1);
		assert_eq!(officer_at(20, START).map(|a| a.member), Some(BUREAU_ID));
		assert_eq!(officer(20).map(|a| a.member), Some(COURT_ID));
	});
}

#[test]
fn an_appointment_to_come_holds_the_account_too() {
	run(|| {
		let from = Some(START + DAY);
		let category = Category::Auxiliary;
		assert_ok!(Officers::appoint(
			signed(BUREAU),
			None,
			20,
			None,
			WORK,
			category,
			from,
			YEAR_END,
		));
		assert_noop!(appoint(COURT, 20, WORK), Error::<Test>::AlreadyExists);
	});
}

#[test]
fn a_former_members_officer_is_free() {
	run(|| {
		assert_ok!(appoint_as(SOCIAL, 20, WORK, Category::Auxiliary, YEAR_END));
		MockMembers::set_standing(SOCIAL_ID, Standing::Suspended);
		assert_noop!(appoint(COURT, 20, WORK), Error::<Test>::AlreadyExists);
		MockLegalTime::advance(1);
		MockMembers::set_standing(SOCIAL_ID, Standing::Expelled);
		assert_ok!(appoint(COURT, 20, WORK));
		assert_eq!(officer_at(20, START).map(|a| a.member), Some(SOCIAL_ID));
		assert_eq!(officer(20).map(|a| a.member), Some(COURT_ID));
	});
}

#[test]
fn a_member_has_a_bounded_number_of_officers() {
	run(|| {
		for account in 20..32 {
			assert_ok!(appoint(BUREAU, account, WORK));
		}
		assert_noop!(appoint(BUREAU, 32, WORK), Error::<Test>::MaxOfficersExceeded);
		assert_ok!(dismiss(BUREAU, 20));
		assert_ok!(appoint(BUREAU, 32, WORK));
	});
}

#[test]
fn one_whose_validity_is_over_is_appointed_again_without_more_room() {
	run(|| {
		for account in 20..32 {
			assert_ok!(appoint_as(BUREAU, account, WORK, Category::Auxiliary, START + DAY));
		}
		MockLegalTime::advance(DAY);
		assert_noop!(appoint(BUREAU, 32, WORK), Error::<Test>::MaxOfficersExceeded);
		assert_ok!(appoint(BUREAU, 20, WORK));
		assert_eq!(OfficerCount::<Test>::get(BUREAU_ID), 12);
	});
}

#[test]
fn an_account_with_another_role_is_no_officer() {
	run(|| {
		let other = DispatchError::Other("the account has another role");
		assert_noop!(appoint(BUREAU, COURT, WORK), other);
	});
}

#[test]
fn the_law_decides_what_a_standing_leaves() {
	run(|| {
		MockMembers::set_standing(BUREAU_ID, Standing::Suspended);
		assert_ok!(appoint(BUREAU, 20, WORK));
		MockMembers::set_standing(BUREAU_ID, Standing::Expelled);
		assert_ok!(appoint(BUREAU, 21, WORK));
		assert!(officer(21).is_some());
		MockMembers::set_standing(SOCIAL_ID, Standing::Suspended);
		assert_noop!(appoint(SOCIAL, 22, WORK), Error::<Test>::NotAuthorized);
		MockMembers::set_standing(SOCIAL_ID, Standing::Withdrawn);
		assert_noop!(appoint(SOCIAL, 22, WORK), Error::<Test>::MemberNotServing);
	});
}
