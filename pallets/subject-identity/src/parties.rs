//! Parties: members with plain roles, and those whose place in the case is sealed until it is used.

use crate::{
	permissions::{PARTIES, POLICY},
	types::{Party, PartyBasis, SealedOutcome, SealedParty, MAX_SEALED_PARTIES},
	AccountIdOf, Cases, CasesOf, Config, Error, Event, IntervalKind, Pallet, RecordOf, RoleHistory,
	SealedParties,
};
use codec::Encode;
use frame_support::ensure;
use shejiao_primitives::{
	case::{CaseId, PartyRoles},
	directory::Members,
	ids::MemberId,
	member::MemberKind,
};
use sp_core::H256;
use sp_io::hashing::blake2_256;
use sp_runtime::{DispatchError, DispatchResult};

/// Domain of the tags of sealed parties.
pub const PARTY_TAG_DOMAIN: &[u8] = b"shejiao/party";

/// Roles without a holder of which a case cannot be.
const REQUIRED: [PartyRoles; 3] =
	[PartyRoles::EXECUTING, PartyRoles::DECIDING, PartyRoles::SUPERVISING];

/// Tag of a sealed party: blake2-256 of the SCALE encoding of (domain, case, member, salt). Keyed by
/// the case, so that a member's tags on two cases have nothing in common.
pub fn party_tag(case: CaseId, member: MemberId, salt: &[u8; 32]) -> H256 {
	(PARTY_TAG_DOMAIN, case, member, salt).using_encoded(blake2_256).into()
}

/// The plain roles that members of a kind may get by decision. Of prisons the category says as much.
pub const fn plain_roles(kind: MemberKind) -> PartyRoles {
	let common = PartyRoles::COPIED.union(PartyRoles::ASSISTING);
	match kind {
		MemberKind::JusticeBureau => common.union(PartyRoles::RECEIVING),
		MemberKind::Court => common.union(PartyRoles::DECIDING),
		MemberKind::Procuratorate => common.union(PartyRoles::SUPERVISING),
		MemberKind::PublicSecurity => {
			common.union(PartyRoles::POLICE).union(PartyRoles::CUSTODY).union(PartyRoles::DECIDING)
		},
		MemberKind::Prison => common.union(PartyRoles::CUSTODY).union(PartyRoles::DECIDING),
		_ => PartyRoles::NONE,
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_add_party(
		who: AccountIdOf<T>,
		case: CaseId,
		member: MemberId,
		roles: PartyRoles,
		basis: H256,
	) -> DispatchResult {
		let mut record = Self::may_add_parties(&who, case)?;
		let profile = T::Members::profile(member)
			.filter(|profile| profile.standing.is_member())
			.ok_or(Error::<T>::InvalidParty)?;
		let possible = plain_roles(profile.kind);
		ensure!(!possible.is_none(), Error::<T>::SealedPartyRequired);
		ensure!(roles.is_valid() && possible.contains(roles), Error::<T>::InvalidRoles);
		let before = record.roles(member);
		ensure!(!before.contains(roles), Error::<T>::AlreadyExists);
		Self::set_roles(case, &mut record, member, before.union(roles), Some(basis), &who)?;
		Cases::<T>::insert(case, record);
		Ok(())
	}

	pub(crate) fn do_remove_party(
		who: AccountIdOf<T>,
		case: CaseId,
		member: MemberId,
		roles: PartyRoles,
		basis: H256,
	) -> DispatchResult {
		let mut record = Self::may_change_parties(&who, case)?;
		ensure!(roles.is_valid(), Error::<T>::InvalidRoles);
		let before = record.roles(member);
		ensure!(before.contains(roles), Error::<T>::NotFound);
		ensure!(!roles.contains(PartyRoles::EXECUTING), Error::<T>::RoleRequired);
		Self::set_roles(case, &mut record, member, before.without(roles), Some(basis), &who)?;
		ensure!(has_required(&record.parties), Error::<T>::RoleRequired);
		Cases::<T>::insert(case, record);
		Ok(())
	}

	/// The case, if `who` may decide about its parties now.
	pub(crate) fn may_change_parties(
		who: &AccountIdOf<T>,
		case: CaseId,
	) -> Result<RecordOf<T>, Error<T>> {
		let (record, _) = Self::acting(who, case, PARTIES.who)?;
		Self::ensure_changeable(record)
	}

	/// As [`Self::may_change_parties`], for what shows somebody more than before.
	pub(crate) fn may_add_parties(
		who: &AccountIdOf<T>,
		case: CaseId,
	) -> Result<RecordOf<T>, Error<T>> {
		let record = Self::may_change_parties(who, case)?;
		Self::ensure_not_closed(&record)?;
		Ok(record)
	}

	/// The case, if `who` may apply a policy about parties to it now.
	pub(crate) fn may_apply_policy(
		who: &AccountIdOf<T>,
		case: CaseId,
	) -> Result<RecordOf<T>, Error<T>> {
		let (record, _) = Self::acting(who, case, POLICY.who)?;
		ensure!(!record.has(IntervalKind::Restriction), Error::CaseRestricted);
		Self::ensure_changeable(record)
	}

	fn ensure_changeable(record: RecordOf<T>) -> Result<RecordOf<T>, Error<T>> {
		ensure!(record.stage.is_live(), Error::WrongStage);
		Self::ensure_on(record.executing)?;
		Ok(record)
	}

	/// Let `member` have `roles` from now on, and no others. The caller stores the case.
	pub(crate) fn set_roles(
		case: CaseId,
		record: &mut RecordOf<T>,
		member: MemberId,
		roles: PartyRoles,
		basis: Option<H256>,
		by: &AccountIdOf<T>,
	) -> DispatchResult {
		match record.parties.binary_search_by_key(&member, |party| party.member) {
			Ok(place) if roles.is_none() => {
				record.parties.remove(place);
			},
			Ok(place) => {
				if let Some(party) = record.parties.get_mut(place) {
					party.roles = roles;
				}
			},
			Err(place) => record
				.parties
				.try_insert(place, Party { member, roles })
				.map_err(|_| Error::<T>::MaxPartiesExceeded)?,
		}
		if roles.is_none() {
			CasesOf::<T>::remove(member, case);
		} else {
			CasesOf::<T>::insert(member, case, ());
		}
		RoleHistory::<T>::push(&(case, member), Self::now(), roles)
			.map_err(|_| DispatchError::Corruption)?;
		Self::deposit_event(Event::RolesChanged { case, member, roles, basis, by: by.clone() });
		Ok(())
	}

	pub(crate) fn do_add_sealed_party(
		who: AccountIdOf<T>,
		case: CaseId,
		tag: H256,
		basis: PartyBasis,
		commitment: H256,
	) -> DispatchResult {
		let mut record = match basis {
			PartyBasis::Decision => Self::may_add_parties(&who, case)?,
			PartyBasis::Policy => Self::may_apply_policy(&who, case)?,
		};
		ensure!(!SealedParties::<T>::contains_key(case, tag), Error::<T>::AlreadyExists);
		ensure!(record.sealed_parties < MAX_SEALED_PARTIES, Error::<T>::MaxPartiesExceeded);
		record.sealed_parties = record.sealed_parties.saturating_add(1);
		let added = Self::now();
		let party = SealedParty { basis, commitment, added, by: who.clone(), outcome: None };
		SealedParties::<T>::insert(case, tag, party);
		Cases::<T>::insert(case, record);
		Self::deposit_event(Event::SealedPartyAdded { case, tag, basis, commitment, by: who });
		Ok(())
	}

	pub(crate) fn do_remove_sealed_party(
		who: AccountIdOf<T>,
		case: CaseId,
		tag: H256,
	) -> DispatchResult {
		let mut record = Self::may_change_parties(&who, case)?;
		let party = Self::still_sealed(case, tag).ok_or(Error::<T>::NotFound)?;
		let outcome = Some(SealedOutcome::Removed { at: Self::now() });
		SealedParties::<T>::insert(case, tag, SealedParty { outcome, ..party });
		record.sealed_parties = record.sealed_parties.saturating_sub(1);
		Cases::<T>::insert(case, record);
		Self::deposit_event(Event::SealedPartyRemoved { case, tag, by: who });
		Ok(())
	}

	pub(crate) fn do_reveal_party(
		who: AccountIdOf<T>,
		case: CaseId,
		salt: [u8; 32],
	) -> DispatchResult {
		let member = Self::actor(&who)?.member;
		let tag = party_tag(case, member, &salt);
		let party = Self::still_sealed(case, tag).ok_or(Error::<T>::NotAuthorized)?;
		let mut record = Cases::<T>::get(case).ok_or(Error::<T>::NotAuthorized)?;
		Self::ensure_not_merged(&record)?;
		ensure!(record.stage.is_live(), Error::<T>::WrongStage);
		Self::ensure_not_closed(&record)?;
		Self::ensure_on(member)?;
		let outcome = Some(SealedOutcome::Revealed { member, at: Self::now() });
		SealedParties::<T>::insert(case, tag, SealedParty { outcome, ..party });
		record.sealed_parties = record.sealed_parties.saturating_sub(1);
		let by = who.clone();
		Self::deposit_event(Event::PartyRevealed { case, tag, member, by });
		let roles = record.roles(member).union(PartyRoles::ASSISTING);
		Self::set_roles(case, &mut record, member, roles, None, &who)?;
		Cases::<T>::insert(case, record);
		Ok(())
	}

	fn still_sealed(case: CaseId, tag: H256) -> Option<SealedParty<AccountIdOf<T>>> {
		SealedParties::<T>::get(case, tag).filter(|party| party.outcome.is_none())
	}
}

/// Whether every role that a case cannot be without has a holder.
pub(crate) fn has_required(parties: &[Party]) -> bool {
	REQUIRED.iter().all(|role| parties.iter().any(|party| party.roles.contains(*role)))
}
