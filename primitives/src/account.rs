//! Accounts: one role for ever, one provider reference for ever.

use crate::coded;
use sp_runtime::DispatchResult;

coded! {
	/// What an account is for. Bound at its first admission and never changed, so that nobody acts
	/// on themselves by holding two roles under one key.
	#[derive(Hash)]
	pub enum AccountRole {
		/// Signs for a member.
		#[codec(index = 0)]
		Institution,
		/// An officer of a member.
		#[codec(index = 1)]
		Officer,
		/// Sets a validator's session keys, nothing else.
		#[codec(index = 2)]
		Validator,
		/// A person's representative: guardian, lawyer or the person.
		#[codec(index = 3)]
		Representative,
	}
}

/// Accounts ever admitted.
///
/// Each has exactly one provider reference which is never released: an account that died would lose
/// its nonce, and its old transactions could be replayed after a re-admission.
pub trait AccountRegistry<AccountId> {
	/// Admit `who` in `role`. No effect if it has that role already; an error if it has another.
	fn admit(who: &AccountId, role: AccountRole) -> DispatchResult;

	/// The role of an account ever admitted.
	fn role(who: &AccountId) -> Option<AccountRole>;
}
