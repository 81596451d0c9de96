//! `remove_party`.

use super::*;
use crate::CasesOf;
use frame_support::{assert_noop, assert_ok};
use shejiao_primitives::{case::CaseView, regime::ModuleId};
use shejiao_testing::MockRegime;

fn remove(id: CaseId, by: u64, member: MemberId, roles: PartyRoles) -> DispatchResult {
	SubjectIdentity::remove_party(signed(by), id, member, roles, hash(6))
}

#[test]
fn what_a_member_had_can_be_told_later() {
	run(|| {
		let id = received();
		let then = MockLegalTime::now();
		MockLegalTime::advance_days(1);
		assert_ok!(remove(id, HEAD, POLICE, PartyRoles::POLICE));
		assert_eq!(roles(id, POLICE), PartyRoles::NONE);
		assert!(!CasesOf::<Test>::contains_key(POLICE, id));
		let at = |moment| <SubjectIdentity as CaseView<u64>>::roles_at(id, POLICE, moment);
		assert_eq!(at(then), PartyRoles::POLICE);
		assert_eq!(at(MockLegalTime::now()), PartyRoles::NONE);
		assert_event(Event::RolesChanged {
			case: id,
			member: POLICE,
			roles: PartyRoles::NONE,
			basis: Some(hash(6)),
			by: HEAD,
		});
		assert_noop!(remove(id, HEAD, POLICE, PartyRoles::POLICE), Error::NotFound);
	});
}

#[test]
fn a_case_is_never_without_who_executes_decides_and_supervises() {
	run(|| {
		let id = received();
		assert_noop!(remove(id, HEAD, BUREAU, PartyRoles::EXECUTING), Error::RoleRequired);
		assert_noop!(remove(id, HEAD, COURT, PartyRoles::DECIDING), Error::RoleRequired);
		let supervising = PartyRoles::SUPERVISING;
		assert_noop!(remove(id, HEAD, PROCURATORATE, supervising), Error::RoleRequired);
		let other = MockMembers::add(&301u64, MemberKind::Procuratorate);
		assert_ok!(SubjectIdentity::add_party(signed(HEAD), id, other, supervising, hash(6)));
		assert_ok!(remove(id, HEAD, PROCURATORATE, supervising));
	});
}

#[test]
fn who_approves_in_the_agency_removes_parties() {
	run(|| {
		for by in OFFICERS.into_iter().chain([NOBODY]) {
			let id = received();
			match by {
				HEAD | DEPUTY | BOTH => {
					assert_ok!(remove(id, by, POLICE, PartyRoles::POLICE));
				},
				_ => {
					let refused = || remove(id, by, POLICE, PartyRoles::POLICE);
					assert_noop!(refused(), Error::NotAuthorized);
				},
			}
		}
	});
}

#[test]
fn only_roles_that_are_there_are_removed() {
	run(|| {
		let id = received();
		assert_noop!(remove(id, HEAD, POLICE, PartyRoles::CUSTODY), Error::NotFound);
		assert_noop!(remove(id, HEAD, POLICE, PartyRoles::NONE), Error::InvalidRoles);
		let archived = at(Stage::Archived);
		assert_noop!(remove(archived, HEAD, POLICE, PartyRoles::POLICE), Error::WrongStage);
		MockRegime::pause(ModuleId::SubjectIdentity, true);
		assert_noop!(remove(id, HEAD, POLICE, PartyRoles::POLICE), Error::ModulePaused);
	});
}
