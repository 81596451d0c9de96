//! What clients ask of the gate.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

use codec::Codec;
use pallet_gate::types::{Allowance, Attempts};
use shejiao_primitives::{ids::MemberId, refusal::Refusal};

sp_api::decl_runtime_apis! {
	/// The gate. Version 1.
	#[api_version(1)]
	pub trait GateApi<AccountId, Call>
	where
		AccountId: Codec,
		Call: Codec,
	{
		/// The quota of `member` for discretionary calls, as it stands now.
		fn quota(member: MemberId) -> Allowance;

		/// The reserve of `account` for calls that the law orders, as it stands now.
		fn reserve(account: AccountId) -> Allowance;

		/// Why `call` of `account` would be refused now; without a call, why every call would be.
		///
		/// What the other extensions weigh is not counted against the quota.
		fn refusal(account: AccountId, call: Option<Call>) -> Option<Refusal>;

		/// Attempts of `member` outside its duties: those of this legal date, and all.
		fn attempts(member: MemberId) -> Attempts;
	}
}
