//! The transaction extension.

use crate::{
	admission::Examined, calls::NonceOf, quota::Purse, types::CallIndex, Config, Pallet, LOG_TARGET,
};
use codec::{Decode, DecodeWithMemTracking, Encode};
use core::marker::PhantomData;
use frame_support::{
	dispatch::{DispatchClass, DispatchInfo, PostDispatchInfo},
	ensure,
	traits::{Contains, Get},
	weights::Weight,
	CloneNoBound, DebugNoBound, DefaultNoBound, EqNoBound, PartialEqNoBound,
};
use scale_info::TypeInfo;
use shejiao_primitives::{
	account::AccountRole, attempt::OnRefusal, ids::MemberId, member::CallClass, refusal::Refusal,
};
use sp_runtime::{
	traits::{
		AsSystemOriginSigner, DispatchInfoOf, Dispatchable, Implication, PostDispatchInfoOf,
		SaturatedConversion, Saturating, TransactionExtension, ValidateResult,
	},
	transaction_validity::{
		TransactionPriority, TransactionSource, TransactionValidity, TransactionValidityError,
		UnknownTransaction, ValidTransaction,
	},
	DispatchResult,
};

/// Priority of what the law orders and of a validator's keys. Fees without a tip add the number of
/// such transactions that a block has room for, which is below 2^32 as its length is: no
/// discretionary call gets here.
pub const STATUTORY_PRIORITY: TransactionPriority = 1 << 62;

/// Admits signers by membership, and charges the quota of their members.
///
/// It goes first, before the check of the nonce: whoever is not a member learns that, and not that
/// an account without references cannot pay.
#[derive(
	Encode,
	Decode,
	DecodeWithMemTracking,
	TypeInfo,
	CloneNoBound,
	DebugNoBound,
	DefaultNoBound,
	EqNoBound,
	PartialEqNoBound,
)]
#[scale_info(skip_type_params(T))]
pub struct CheckMembership<T: Config>(PhantomData<T>);

impl<T: Config> CheckMembership<T> {
	/// The extension.
	pub fn new() -> Self {
		Self::default()
	}
}

/// What an admitted transaction carries to its end.
#[derive(DebugNoBound)]
pub struct Admitted<T: Config> {
	member: MemberId,
	purse: Purse<T::AccountId>,
	cost: u64,
	/// Weight of the extension that this signer did not need.
	spare: Weight,
	/// Whether the member answers for what the signer tries.
	answers: bool,
}

impl<T: Config> Admitted<T> {
	/// The member that pays by its quota, or by its account's reserve.
	#[cfg(feature = "runtime-benchmarks")]
	pub(crate) fn member(&self) -> MemberId {
		self.member
	}
}

impl<T: Config + Send + Sync> TransactionExtension<T::RuntimeCall> for CheckMembership<T>
where
	T::RuntimeCall: Dispatchable<Info = DispatchInfo, PostInfo = PostDispatchInfo>,
	<T::RuntimeCall as Dispatchable>::RuntimeOrigin: AsSystemOriginSigner<T::AccountId>,
{
	const IDENTIFIER: &'static str = "CheckMembership";
	type Implicit = ();
	type Val = Admitted<T>;
	type Pre = (Admitted<T>, CallIndex);

	fn weight(&self, call: &T::RuntimeCall) -> Weight {
		Pallet::<T>::examination_weight(call).saturating_add(T::OnRefusal::weight())
	}

	fn validate(
		&self,
		origin: T::RuntimeOrigin,
		call: &T::RuntimeCall,
		info: &DispatchInfoOf<T::RuntimeCall>,
		_len: usize,
		_self_implicit: Self::Implicit,
		inherited_implication: &impl Implication,
		_source: TransactionSource,
	) -> ValidateResult<Self::Val, T::RuntimeCall> {
		let who = origin.as_system_origin_signer().ok_or(Refusal::UnsignedCall)?.clone();
		let Examined { signer, class, weight } = Pallet::<T>::examine(&who, call)?;

		let explicit = inherited_implication.parts().explicit.encode();
		let nonce = T::NonceOf::nonce(&explicit).ok_or_else(|| {
			log::error!(target: LOG_TARGET, "the nonce is not where the configuration says");
			UnknownTransaction::CannotLookup
		})?;
		let pending = nonce
			.saturating_sub(frame_system::Pallet::<T>::account_nonce(&who))
			.saturated_into::<u32>()
			.saturating_add(1);
		ensure!(pending <= T::MaxPending::get(), Refusal::TooManyPending);

		let purse = Pallet::<T>::purse(&signer, class);
		let cost = Pallet::<T>::cost(info);
		Pallet::<T>::check_load(&purse, cost, pending)?;

		let priority = match class {
			CallClass::Statutory | CallClass::Consensus => STATUTORY_PRIORITY,
			CallClass::Discretionary => 0,
		};
		let answers = signer.role != AccountRole::Representative;
		let spare = Pallet::<T>::examination_weight(call).saturating_sub(weight);
		let admitted = Admitted { member: signer.member, purse, cost, spare, answers };
		Ok((ValidTransaction { priority, ..Default::default() }, admitted, origin))
	}

	fn prepare(
		self,
		val: Self::Val,
		_origin: &T::RuntimeOrigin,
		call: &T::RuntimeCall,
		_info: &DispatchInfoOf<T::RuntimeCall>,
		_len: usize,
	) -> Result<Self::Pre, TransactionValidityError> {
		Pallet::<T>::charge(&val.purse, val.cost)?;
		Ok((val, CallIndex::of(call)))
	}

	fn post_dispatch_details(
		(admitted, call): Self::Pre,
		info: &DispatchInfoOf<T::RuntimeCall>,
		post_info: &PostDispatchInfoOf<T::RuntimeCall>,
		_len: usize,
		result: &DispatchResult,
	) -> Result<Weight, TransactionValidityError> {
		let recorded = match result {
			Err(error) if admitted.answers => Pallet::<T>::record(admitted.member, call, *error),
			_ => false,
		};
		let untold = if recorded { Weight::zero() } else { T::OnRefusal::weight() };
		let spare = admitted.spare.saturating_add(untold);
		let unused = Pallet::<T>::unused(info, post_info).saturating_add(spare.ref_time());
		Pallet::<T>::refund(&admitted.purse, unused.min(admitted.cost));
		Ok(spare)
	}

	fn bare_validate(
		call: &T::RuntimeCall,
		_info: &DispatchInfoOf<T::RuntimeCall>,
		_len: usize,
	) -> TransactionValidity {
		ensure!(T::BareCalls::contains(call), Refusal::UnsignedCall);
		Ok(ValidTransaction::default())
	}

	/// In a block there are inherents too: they alone are mandatory, and the pool refuses them.
	fn bare_validate_and_prepare(
		call: &T::RuntimeCall,
		info: &DispatchInfoOf<T::RuntimeCall>,
		_len: usize,
	) -> Result<(), TransactionValidityError> {
		let open = info.class == DispatchClass::Mandatory || T::BareCalls::contains(call);
		ensure!(open, Refusal::UnsignedCall);
		Ok(())
	}
}
