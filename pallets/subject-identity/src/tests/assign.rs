//! `assign`.

use super::*;
use crate::{Assignment, AssignmentHistory, Caseloads};
use frame_support::{assert_noop, assert_ok};

fn assign(id: CaseId, by: u64, unit: Option<UnitId>, officer: Option<u64>) -> DispatchResult {
	SubjectIdentity::assign(signed(by), id, unit, officer)
}

#[test]
fn a_case_is_in_the_caseload_of_its_officer() {
	run(|| {
		let id = received();
		assert_ok!(assign(id, HEAD, Some(OFFICE), Some(UNIT_OFFICER)));
		assert!(Caseloads::<Test>::contains_key(UNIT_OFFICER, id));
		assert_event(Event::CaseAssigned {
			case: id,
			unit: Some(OFFICE),
			officer: Some(UNIT_OFFICER),
			by: HEAD,
		});
		let then = MockLegalTime::now();
		MockLegalTime::advance_days(1);
		assert_ok!(assign(id, DEPUTY, None, Some(OFFICER)));
		assert!(!Caseloads::<Test>::contains_key(UNIT_OFFICER, id));
		let before = AssignmentHistory::<Test>::at(&id, then);
		let first = Assignment { unit: Some(OFFICE), officer: Some(UNIT_OFFICER) };
		assert_eq!(before, Some(first));
		assert_noop!(assign(id, HEAD, None, Some(OFFICER)), Error::AlreadyExists);
		assert_ok!(assign(id, HEAD, None, None));
		assert!(!Caseloads::<Test>::contains_key(OFFICER, id));
	});
}

#[test]
fn only_units_and_officers_of_the_agency_are_assigned() {
	run(|| {
		let id = received();
		assert_noop!(assign(id, HEAD, Some(OTHER_OFFICE), None), Error::NotOfAgency);
		assert_noop!(assign(id, HEAD, Some(UnitId(99)), None), Error::NotOfAgency);
		assert_noop!(assign(id, HEAD, None, Some(STRANGER)), Error::NotOfAgency);
		assert_noop!(assign(id, HEAD, None, Some(NOBODY)), Error::NotOfAgency);
	});
}

#[test]
fn the_heads_of_the_agency_assign_what_is_live() {
	run(|| {
		for by in OFFICERS.into_iter().chain([NOBODY]) {
			let id = awaiting();
			match by {
				HEAD | DEPUTY | BOTH => {
					assert_ok!(assign(id, by, None, Some(OFFICER)));
				},
				_ => {
					assert_noop!(assign(id, by, None, Some(OFFICER)), Error::NotAuthorized);
				},
			}
		}
		let archived = at(Stage::Archived);
		assert_noop!(assign(archived, HEAD, None, Some(OFFICER)), Error::WrongStage);
	});
}

#[test]
fn an_archived_case_leaves_the_caseload() {
	run(|| {
		let id = ended();
		assert_ok!(assign(id, HEAD, None, Some(OFFICER)));
		assert_ok!(advance(id, HEAD, Step::Archive, today()));
		assert!(!Caseloads::<Test>::contains_key(OFFICER, id));
		assert_eq!(case(id).assignment.officer, Some(OFFICER));
	});
}
