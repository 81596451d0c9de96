//! Accounts: one role and one provider reference for ever; the keys of members.

use crate::*;
use alloc::vec::Vec;
use frame_support::ensure;
use frame_system::pallet_prelude::BlockNumberFor;
use shejiao_primitives::account::{AccountRegistry, AccountRole};
use sp_runtime::traits::{Verify, Zero};

/// Keeps the signature by which an account takes over a member from standing for anything else.
pub const KEY_CONTEXT: &[u8] = b"shejiao/institution-key";

impl<T: Config> AccountRegistry<T::AccountId> for Pallet<T> {
	fn admit(who: &T::AccountId, role: AccountRole) -> DispatchResult {
		if let Some(before) = Roles::<T>::get(who) {
			ensure!(before == role, Error::<T>::AccountTaken);
			return Ok(());
		}
		Roles::<T>::insert(who, role);
		// Never released: see the trait.
		frame_system::Pallet::<T>::inc_providers(who);
		Self::deposit_event(Event::AccountAdmitted { who: who.clone(), role });
		Ok(())
	}

	fn role(who: &T::AccountId) -> Option<AccountRole> {
		Roles::<T>::get(who)
	}
}

impl<T: Config> Pallet<T> {
	/// What the account `new` signs to take over `member`: the SCALE encoding of context, genesis
	/// hash, member, the account before it, the number of accounts so far, and itself. It holds for
	/// this one change only.
	pub fn key_payload(member: MemberId, new: &T::AccountId) -> Option<Vec<u8>> {
		let old = MemberRecords::<T>::get(member)?.institution;
		let genesis = frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero());
		Some((KEY_CONTEXT, genesis, member, old, InstitutionCount::<T>::get(member), new).encode())
	}

	/// Whether `new` signed the take-over of `member`. Wallets wrap what they sign in `<Bytes>`.
	fn is_proven(member: MemberId, new: &T::AccountId, proof: &T::Signature) -> bool {
		let Some(payload) = Self::key_payload(member, new) else { return false };
		let wrapped = [&b"<Bytes>"[..], &payload, &b"</Bytes>"[..]].concat();
		proof.verify(&payload[..], new) || proof.verify(&wrapped[..], new)
	}

	pub(crate) fn do_change_key(
		who: T::AccountId,
		new: T::AccountId,
		proof: T::Signature,
	) -> DispatchResult {
		let (member, _) = Self::signing(&who)?;
		Self::replace_institution(member, new, proof, false)
	}

	pub(crate) fn replace_institution(
		member: MemberId,
		new: T::AccountId,
		proof: T::Signature,
		recovered: bool,
	) -> DispatchResult {
		let record = Self::record(member)?;
		ensure!(!Roles::<T>::contains_key(&new), Error::<T>::AccountTaken);
		ensure!(Self::is_proven(member, &new, &proof), Error::<T>::InvalidProof);
		let old = record.institution.clone();
		Self::install(member, &new)?;
		let changed = MemberRecord { institution: new.clone(), ..record.clone() };
		Self::store(member, Some(&record), changed, false)?;
		Self::deposit_event(Event::InstitutionChanged { member, old, new, recovered });
		Ok(())
	}

	/// Bind a fresh account to `member` from now on.
	pub(crate) fn install(member: MemberId, account: &T::AccountId) -> DispatchResult {
		<Self as AccountRegistry<_>>::admit(account, AccountRole::Institution)?;
		Institutions::<T>::insert(account, member);
		InstitutionHistory::<T>::push(&member, Self::now(), account.clone())
			.map_err(|_| Error::<T>::Exhausted.into())
	}

	pub(crate) fn do_rotate_encryption_key(who: T::AccountId, new: SuiteKey) -> DispatchResult {
		let (member, mut record) = Self::signing(&who)?;
		ensure!(new.is_valid(), Error::<T>::InvalidKey);
		ensure!(new != record.encryption, Error::<T>::NothingChanged);
		EncryptionHistory::<T>::push(&member, Self::now(), new.clone())
			.map_err(|_| Error::<T>::Exhausted)?;
		let old = core::mem::replace(&mut record.encryption, new.clone());
		MemberRecords::<T>::insert(member, record);
		Self::deposit_event(Event::EncryptionKeyChanged { member, old, new });
		Ok(())
	}
}
