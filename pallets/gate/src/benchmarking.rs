//! Benchmarks.

use crate::{types::Attempts as Count, *};
use codec::Encode;
use frame_benchmarking::v2::*;
use frame_support::{
	dispatch::{DispatchInfo, PostDispatchInfo},
	traits::{EnsureOrigin, Get},
	weights::Weight,
};
use frame_system::RawOrigin;
use shejiao_primitives::{directory::Members, ids::MemberId, member::MemberKind};
use sp_runtime::{
	traits::{
		AsSystemOriginSigner, Dispatchable, ImplicationParts, TransactionExtension,
		TxBaseImplication,
	},
	transaction_validity::TransactionSource,
	DispatchError,
};

/// Bytes that the extensions after the gate decode from: an immortal era, a nonce of 0, and so on.
#[derive(Encode)]
struct Zeros([u8; 64]);

#[benchmarks(where
	T: Send + Sync,
	T::RuntimeCall: Dispatchable<Info = DispatchInfo, PostInfo = PostDispatchInfo>,
	<T::RuntimeCall as Dispatchable>::RuntimeOrigin: AsSystemOriginSigner<T::AccountId>,
)]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn set_quota() -> Result<(), BenchmarkError> {
		let origin = T::GovernanceOrigin::try_successful_origin()
			.map_err(|()| BenchmarkError::Weightless)?;
		let member = T::Members::benchmark_member(&account("member", 0, 0), MemberKind::Court);
		let quota = T::MaxQuota::get();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, member, quota);

		assert_eq!(Pallet::<T>::quota(member).limit, quota);
		Ok(())
	}

	#[benchmark]
	fn set_reserve() -> Result<(), BenchmarkError> {
		let origin = T::GovernanceOrigin::try_successful_origin()
			.map_err(|()| BenchmarkError::Weightless)?;
		let reserve = T::MaxQuota::get();

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, reserve);

		assert_eq!(Reserve::<T>::get(), reserve);
		Ok(())
	}

	/// Everything at once: an officer with a history, charge, refund, and a refused attempt.
	#[benchmark]
	fn check_membership() -> Result<(), BenchmarkError> {
		let (who, call) = T::BenchmarkHelper::longest();
		let member;

		#[block]
		{
			member = refused::<T>(&who, &call)?;
		}

		assert!(matches!(Attempts::<T>::get(member), Count { on_date: 1, total: 1, .. }));
		Ok(())
	}

	/// The same of an institution, which is found out sooner.
	#[benchmark]
	fn check_institution() -> Result<(), BenchmarkError> {
		let (_, call) = T::BenchmarkHelper::longest();
		let who: T::AccountId = account("signer", 0, 0);
		let own = T::Members::benchmark_member(&who, MemberKind::Court);
		let member;

		#[block]
		{
			member = refused::<T>(&who, &call)?;
		}

		assert_eq!(member, own);
		assert!(matches!(Attempts::<T>::get(member), Count { on_date: 1, total: 1, .. }));
		Ok(())
	}

	/// Let `call` of `who` be admitted, charged and refused at dispatch; gives the member.
	fn refused<T: Config + Send + Sync>(
		who: &T::AccountId,
		call: &T::RuntimeCall,
	) -> Result<MemberId, BenchmarkError>
	where
		T::RuntimeCall: Dispatchable<Info = DispatchInfo, PostInfo = PostDispatchInfo>,
		<T::RuntimeCall as Dispatchable>::RuntimeOrigin: AsSystemOriginSigner<T::AccountId>,
	{
		let origin: T::RuntimeOrigin = RawOrigin::Signed(who.clone()).into();
		let info = DispatchInfo { call_weight: Weight::from_parts(1_000, 0), ..Default::default() };
		let post_info = PostDispatchInfo {
			actual_weight: Some(Weight::from_parts(10, 0)),
			..Default::default()
		};
		let (_, admitted, origin) = CheckMembership::<T>::new()
			.validate(
				origin,
				call,
				&info,
				0,
				(),
				&ImplicationParts {
					base: TxBaseImplication(()),
					explicit: Zeros([0; 64]),
					implicit: (),
				},
				TransactionSource::InBlock,
			)
			.map_err(|_| BenchmarkError::Stop("the signer is not admitted"))?;
		let member = admitted.member();
		let pre = CheckMembership::<T>::new()
			.prepare(admitted, &origin, call, &info, 0)
			.map_err(|_| BenchmarkError::Stop("the signer has no quota"))?;
		let error = DispatchError::BadOrigin;
		CheckMembership::<T>::post_dispatch_details(pre, &info, &post_info, 0, &Err(error))
			.map_err(|_| BenchmarkError::Stop("post-dispatch failed"))?;
		Ok(member)
	}

	impl_benchmark_test_suite!(Pallet, crate::tests::benchmark_chain(), crate::mock::Test);
}
