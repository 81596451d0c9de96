use super::*;
use crate::{FoundingDelegation, FoundingOfficer, GenesisConfig, NextDelegation, OfficerCount};
use shejiao_primitives::{
	account::{AccountRegistry, AccountRole},
	duty::Acts,
	ids::DelegationId,
};
use shejiao_testing::MockMembers;

fn founder(account: u64) -> FoundingOfficer<u64> {
	FoundingOfficer {
		account,
		member: BUREAU_ID,
		unit: Some(OFFICE),
		duties: Duties::CASEWORK,
		category: Category::StateFunctionary,
		valid_until: YEAR_END,
	}
}

fn delegation() -> FoundingDelegation {
	FoundingDelegation { unit: OFFICE, acts: Acts::DELEGABLE, until: YEAR_END, document: DOCUMENT }
}

fn build(officers: Vec<FoundingOfficer<u64>>, delegations: Vec<FoundingDelegation>) {
	externalities(GenesisConfig { officers, delegations }).prepared(members, || ());
}

#[test]
fn founding_officers_and_delegations_hold_from_the_beginning() {
	let genesis =
		GenesisConfig { officers: vec![founder(20), founder(21)], delegations: vec![delegation()] };
	externalities(genesis).prepared(members, || {
		assert_eq!(OfficerCount::<Test>::get(BUREAU_ID), 2);
		assert_eq!(MockMembers::role(&20u64), Some(AccountRole::Officer));
		assert_eq!(duties(20), Duties::CASEWORK);
		assert_eq!(officer_at(20, YEAR_END), None);
		assert_eq!(Officers::responsible(BUREAU_ID, &20, 0), Some(20));
		let delegated =
			|at| <Officers as Directory<u64>>::delegated(BUREAU_ID, OFFICE, Acts::DELEGABLE, at);
		assert!(delegated(0) && delegated(YEAR_END - 1) && !delegated(YEAR_END));
		assert_eq!(NextDelegation::<Test>::get(), DelegationId(1));
	});
}

#[test]
fn genesis_reads_camel_case_and_no_unknown_field() {
	let json =
		r#"{"account":20,"member":0,"duties":2,"category":"state-functionary","validUntil":5}"#;
	let officer: FoundingOfficer<u64> = serde_json::from_str(json).expect("a complete officer");
	assert_eq!(officer.unit, None);
	assert_eq!(officer.valid_until, 5);
	let unknown = json.replace("validUntil", "name");
	assert!(serde_json::from_str::<FoundingOfficer<u64>>(&unknown).is_err());
}

#[test]
#[should_panic(expected = "officer 20 is named twice")]
fn an_officer_is_named_once() {
	build(vec![founder(20), founder(20)], vec![]);
}

#[test]
#[should_panic(expected = "officer 20: there is no member 77")]
fn the_member_of_an_officer_exists() {
	build(vec![FoundingOfficer { member: MemberId(77), ..founder(20) }], vec![]);
}

#[test]
#[should_panic(expected = "UnitNotOfMember")]
fn the_unit_of_an_officer_belongs_to_its_member() {
	build(vec![FoundingOfficer { unit: Some(COURT_UNIT), ..founder(20) }], vec![]);
}

#[test]
#[should_panic(expected = "StateFunctionaryRequired")]
fn the_category_of_a_founding_officer_agrees_with_its_duties() {
	let duties = Duties::ENFORCEMENT;
	build(vec![FoundingOfficer { category: Category::Auxiliary, duties, ..founder(20) }], vec![]);
}

#[test]
#[should_panic(expected = "officer 20: the validity is empty")]
fn the_validity_of_a_founding_officer_is_not_empty() {
	build(vec![FoundingOfficer { valid_until: 0, ..founder(20) }], vec![]);
}

#[test]
#[should_panic(expected = "delegation to unit 0: ")]
fn genesis_delegates_what_may_be_delegated() {
	build(vec![], vec![FoundingDelegation { acts: Acts::POSITIONING, ..delegation() }]);
}

#[test]
#[should_panic(expected = "delegation to unit 42: there is no such unit")]
fn genesis_delegates_to_units_that_exist() {
	build(vec![], vec![FoundingDelegation { unit: UnitId(42), ..delegation() }]);
}

#[test]
#[should_panic(expected = "delegation to unit 0: it is empty")]
fn a_founding_delegation_is_not_empty() {
	build(vec![], vec![FoundingDelegation { until: 0, ..delegation() }]);
}
