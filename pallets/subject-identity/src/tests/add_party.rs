//! `add_party`.

use super::*;
use crate::plain_roles;
use frame_support::{assert_noop, assert_ok};
use shejiao_primitives::{
	case::CaseView,
	member::Standing,
	regime::{Mode, ModuleId},
};
use shejiao_testing::MockRegime;

fn add(id: CaseId, by: u64, member: MemberId, roles: PartyRoles) -> DispatchResult {
	SubjectIdentity::add_party(signed(by), id, member, roles, hash(6))
}

#[test]
fn a_member_takes_part_from_now_on() {
	run(|| {
		let id = received();
		let before = MockLegalTime::now();
		MockLegalTime::advance(1);
		assert_ok!(add(id, HEAD, OTHER_COURT, PartyRoles::COPIED));
		assert_ok!(add(id, HEAD, OTHER_COURT, PartyRoles::ASSISTING));
		let both = PartyRoles::COPIED.union(PartyRoles::ASSISTING);
		assert_eq!(roles(id, OTHER_COURT), both);
		let at = |moment| <SubjectIdentity as CaseView<u64>>::roles_at(id, OTHER_COURT, moment);
		assert_eq!((at(before), at(before + 1)), (PartyRoles::NONE, both));
		assert_event(Event::RolesChanged {
			case: id,
			member: OTHER_COURT,
			roles: both,
			basis: Some(hash(6)),
			by: HEAD,
		});
		assert_noop!(add(id, HEAD, OTHER_COURT, PartyRoles::COPIED), Error::AlreadyExists);
	});
}

#[test]
fn who_approves_in_the_agency_adds_parties() {
	run(|| {
		for by in OFFICERS.into_iter().chain([NOBODY]) {
			let id = received();
			match by {
				HEAD | DEPUTY | BOTH => {
					assert_ok!(add(id, by, OTHER_COURT, PartyRoles::COPIED));
				},
				_ => {
					let refused = || add(id, by, OTHER_COURT, PartyRoles::COPIED);
					assert_noop!(refused(), Error::NotAuthorized);
				},
			}
		}
	});
}

#[test]
fn each_kind_gets_roles_that_fit_it() {
	run(|| {
		let id = received();
		assert_noop!(
			add(id, HEAD, REHABILITATION, PartyRoles::ASSISTING),
			Error::SealedPartyRequired
		);
		assert_noop!(add(id, HEAD, OTHER_COURT, PartyRoles::SUPERVISING), Error::InvalidRoles);
		assert_noop!(add(id, HEAD, OTHER_BUREAU, PartyRoles::EXECUTING), Error::InvalidRoles);
		assert_noop!(add(id, HEAD, OTHER_COURT, PartyRoles::NONE), Error::InvalidRoles);
		assert_noop!(add(id, HEAD, OTHER_COURT, PartyRoles(1 << 12)), Error::InvalidRoles);
		assert_noop!(add(id, HEAD, MemberId(999), PartyRoles::COPIED), Error::InvalidParty);
		MockMembers::set_standing(OTHER_COURT, Standing::Withdrawn);
		assert_noop!(add(id, HEAD, OTHER_COURT, PartyRoles::COPIED), Error::InvalidParty);
		assert_ok!(add(id, HEAD, OTHER_BUREAU, PartyRoles::RECEIVING));
		assert_ok!(add(id, HEAD, PRISON, PartyRoles::CUSTODY));
		for kind in MemberKind::ALL {
			let plain = !plain_roles(kind).is_none();
			let named = matches!(
				kind,
				MemberKind::JusticeBureau
					| MemberKind::Court
					| MemberKind::Procuratorate
					| MemberKind::PublicSecurity
					| MemberKind::Prison
			);
			assert_eq!(plain, named, "{kind:?}");
		}
	});
}

#[test]
fn a_case_has_room_for_so_many() {
	run(|| {
		let id = received();
		for account in 0..12 {
			let court = MockMembers::add(&(300 + account), MemberKind::Court);
			assert_ok!(add(id, HEAD, court, PartyRoles::COPIED));
		}
		assert_noop!(add(id, HEAD, OTHER_COURT, PartyRoles::COPIED), Error::MaxPartiesExceeded);
		assert_ok!(add(id, HEAD, COURT, PartyRoles::COPIED));
	});
}

#[test]
fn nothing_is_added_while_paused_off_archived_or_closed() {
	run(|| {
		let id = received();
		let module = ModuleId::SubjectIdentity;
		MockRegime::pause(module, true);
		assert_noop!(add(id, HEAD, OTHER_COURT, PartyRoles::COPIED), Error::ModulePaused);
		MockRegime::pause(module, false);
		MockRegime::set_mode(module, Mode::Off);
		assert_noop!(add(id, HEAD, OTHER_COURT, PartyRoles::COPIED), Error::ModuleOff);
		MockRegime::set_mode(module, Mode::Shadow);
		assert_ok!(add(id, HEAD, OTHER_COURT, PartyRoles::COPIED));
		let archived = at(Stage::Archived);
		assert_noop!(add(archived, HEAD, OTHER_COURT, PartyRoles::COPIED), Error::WrongStage);
		let closed = ended();
		assert_ok!(add(closed, HEAD, OTHER_COURT, PartyRoles::COPIED));
		close_file(closed);
		assert_noop!(add(closed, HEAD, OTHER_BUREAU, PartyRoles::COPIED), Error::FileClosed);
		assert_noop!(add(closed, HEAD, OTHER_COURT, PartyRoles::ASSISTING), Error::FileClosed);
		// Who needs it no more has it no more.
		let (member, roles) = (OTHER_COURT, PartyRoles::COPIED);
		assert_ok!(SubjectIdentity::remove_party(signed(HEAD), closed, member, roles, hash(6)));
	});
}
