//! `add_sealed_party`, `remove_sealed_party`, `reveal_party`.

use super::*;
use crate::{party_tag, PartyBasis, SealedOutcome, SealedParties};
use codec::Encode;
use frame_support::{assert_noop, assert_ok};
use shejiao_primitives::{case::CaseView, regime::ModuleId};
use shejiao_testing::MockRegime;
use PartyBasis::*;

const SALT: [u8; 32] = [5; 32];

fn add(id: CaseId, by: u64, tag: H256, basis: PartyBasis) -> DispatchResult {
	SubjectIdentity::add_sealed_party(signed(by), id, tag, basis, hash(6))
}

fn remove(id: CaseId, by: u64, tag: H256) -> DispatchResult {
	SubjectIdentity::remove_sealed_party(signed(by), id, tag)
}

fn reveal(id: CaseId, by: u64, salt: [u8; 32]) -> DispatchResult {
	SubjectIdentity::reveal_party(signed(by), id, salt)
}

/// A case with the rehabilitation as a sealed party.
fn with_helper() -> (CaseId, H256) {
	let id = received();
	let tag = party_tag(id, REHABILITATION, &SALT);
	assert_ok!(add(id, HEAD, tag, Decision));
	(id, tag)
}

#[test]
fn the_tag_is_a_hash_that_clients_can_compute() {
	let id = CaseId([1; 16]);
	let mut bytes = b"shejiao/party".to_vec().encode();
	bytes.extend([1; 16]);
	bytes.extend(6u32.to_le_bytes());
	bytes.extend(SALT);
	assert_eq!(party_tag(id, REHABILITATION, &SALT).0, sp_io::hashing::blake2_256(&bytes));
	assert_ne!(party_tag(id, REHABILITATION, &SALT), party_tag(id, PRISON, &SALT));
}

#[test]
fn nobody_learns_who_it_is_until_it_is_used() {
	run(|| {
		let (id, tag) = with_helper();
		let at = |moment| <SubjectIdentity as CaseView<u64>>::roles_at(id, REHABILITATION, moment);
		let sealed = MockLegalTime::now();
		assert_eq!(roles(id, REHABILITATION), PartyRoles::NONE);
		assert_event(Event::SealedPartyAdded {
			case: id,
			tag,
			basis: Decision,
			commitment: hash(6),
			by: HEAD,
		});
		MockLegalTime::advance_days(2);
		assert_ok!(reveal(id, HELPER, SALT));
		assert_eq!(at(sealed), PartyRoles::NONE, "what could be told then is told the same");
		assert_eq!(roles(id, REHABILITATION), PartyRoles::ASSISTING);
		assert_eq!(case(id).sealed_parties, 0);
		assert_event(Event::PartyRevealed { case: id, tag, member: REHABILITATION, by: HELPER });
		let outcome = SealedParties::<Test>::get(id, tag).and_then(|party| party.outcome);
		let (member, now) = (REHABILITATION, MockLegalTime::now());
		assert_eq!(outcome, Some(SealedOutcome::Revealed { member, at: now }));
		assert_noop!(reveal(id, HELPER, SALT), Error::NotAuthorized);
	});
}

#[test]
fn a_wrong_salt_member_or_case_is_told_the_same() {
	run(|| {
		let (id, _) = with_helper();
		assert_noop!(reveal(id, HELPER, [6; 32]), Error::NotAuthorized);
		assert_noop!(reveal(id, STRANGER, SALT), Error::NotAuthorized);
		assert_noop!(reveal(id, NOBODY, SALT), Error::NotAuthorized);
		assert_noop!(reveal(CaseId([3; 16]), HELPER, SALT), Error::NotAuthorized);
	});
}

#[test]
fn a_policy_is_applied_by_who_works_on_the_case_and_never_in_a_restricted_one() {
	run(|| {
		for by in OFFICERS.into_iter().chain([NOBODY]) {
			let id = received();
			match by {
				OFFICER | UNIT_OFFICER | BOTH => {
					assert_ok!(add(id, by, hash(1), Policy));
				},
				// Not the social worker either: a state functionary answers for the policy.
				_ => {
					assert_noop!(add(id, by, hash(1), Policy), Error::NotAuthorized);
				},
			}
			match by {
				HEAD | DEPUTY | BOTH => {
					assert_ok!(add(id, by, hash(2), Decision));
				},
				_ => {
					assert_noop!(add(id, by, hash(2), Decision), Error::NotAuthorized);
				},
			}
		}
		let id = received();
		assert_ok!(open(id, OFFICER, IntervalKind::Restriction, 1));
		assert_noop!(add(id, OFFICER, hash(1), Policy), Error::CaseRestricted);
		assert_ok!(add(id, HEAD, hash(1), Decision));
	});
}

#[test]
fn a_sealed_party_is_removed_before_it_is_used() {
	run(|| {
		let (id, tag) = with_helper();
		assert_noop!(remove(id, OFFICER, tag), Error::NotAuthorized);
		assert_noop!(remove(id, HEAD, hash(9)), Error::NotFound);
		assert_ok!(remove(id, HEAD, tag));
		assert_event(Event::SealedPartyRemoved { case: id, tag, by: HEAD });
		assert_noop!(remove(id, HEAD, tag), Error::NotFound);
		assert_noop!(reveal(id, HELPER, SALT), Error::NotAuthorized);
		assert_noop!(add(id, HEAD, tag, Decision), Error::AlreadyExists);
	});
}

#[test]
fn a_case_has_room_for_so_many() {
	run(|| {
		let id = received();
		for tag in 0..16 {
			assert_ok!(add(id, HEAD, hash(tag), Decision));
		}
		assert_noop!(add(id, HEAD, hash(99), Decision), Error::MaxPartiesExceeded);
		assert_ok!(remove(id, HEAD, hash(0)));
		assert_ok!(add(id, HEAD, hash(99), Decision));
	});
}

#[test]
fn nothing_changes_while_paused_archived_merged_or_closed() {
	run(|| {
		let (id, tag) = with_helper();
		MockRegime::pause(ModuleId::SubjectIdentity, true);
		assert_noop!(add(id, HEAD, hash(1), Decision), Error::ModulePaused);
		assert_noop!(remove(id, HEAD, tag), Error::ModulePaused);
		assert_noop!(reveal(id, HELPER, SALT), Error::ModulePaused);
		MockRegime::pause(ModuleId::SubjectIdentity, false);
		assert_ok!(advance(id, HEAD, END, today()));
		close_file(id);
		assert_noop!(reveal(id, HELPER, SALT), Error::FileClosed);
		assert_noop!(add(id, HEAD, hash(1), Decision), Error::FileClosed);
		assert_noop!(add(id, OFFICER, hash(1), Policy), Error::CaseRestricted);
		assert_ok!(close(id, HEAD, 0));
		assert_ok!(add(id, HEAD, hash(2), Decision));
		close_file(id);
		assert_ok!(remove(id, HEAD, hash(2)));
		assert_ok!(close(id, HEAD, 1));
		assert_ok!(advance(id, HEAD, Step::Archive, today()));
		assert_noop!(reveal(id, HELPER, SALT), Error::WrongStage);
		assert_noop!(add(id, HEAD, hash(1), Decision), Error::WrongStage);
	});
}
