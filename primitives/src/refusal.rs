//! Why a transaction never enters a block: `InvalidTransaction::Custom(code)`.

use crate::coded;
use sp_runtime::transaction_validity::{InvalidTransaction, TransactionValidityError};

coded! {
	/// Reason of a refusal at the gate. The number is what clients see as the custom code of an
	/// invalid transaction: never used again for another meaning.
	#[derive(Hash)]
	#[repr(u8)]
	pub enum Refusal {
		/// The signer was never admitted.
		#[codec(index = 1)]
		NotAdmitted = 1,
		/// The signer's member is suspended, and the law does not order this call.
		#[codec(index = 2)]
		Suspended = 2,
		/// The signer's member has left, lapsed or been expelled.
		#[codec(index = 3)]
		NoLongerMember = 3,
		/// The officer is dismissed, or its validity is over.
		#[codec(index = 4)]
		OfficerInactive = 4,
		/// The account signed for its member once; another does now.
		#[codec(index = 5)]
		KeyRetired = 5,
		/// The member's hour has no weight left.
		#[codec(index = 6)]
		QuotaExceeded = 6,
		/// Too many transactions of this account wait already.
		#[codec(index = 7)]
		TooManyPending = 7,
		/// The call is not open to this role of account.
		#[codec(index = 8)]
		CallNotOpen = 8,
		/// The member that a motion is about does not vote on it.
		#[codec(index = 9)]
		AccusedMayNotVote = 9,
		/// A transaction without a signature that is none of the few known ones.
		#[codec(index = 10)]
		UnsignedCall = 10,
		/// The module is switched off or paused.
		#[codec(index = 11)]
		ModulePaused = 11,
	}
}

impl Refusal {
	/// The custom code of the invalid transaction.
	pub const fn code(self) -> u8 {
		self as u8
	}
}

impl From<Refusal> for TransactionValidityError {
	fn from(refusal: Refusal) -> Self {
		InvalidTransaction::Custom(refusal.code()).into()
	}
}
