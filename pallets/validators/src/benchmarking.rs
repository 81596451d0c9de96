//! Benchmarks: the worst case has as many validators as there may be.

use super::*;
use crate::Pallet;
use alloc::{vec, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::{
	pallet_prelude::BoundedVec,
	traits::{EnsureOrigin, Get},
};
use frame_system::{pallet_prelude::OriginFor, RawOrigin};
use shejiao_primitives::{directory::Members, ids::MemberId, member::MemberKind, reason::Reason};
use sp_runtime::Perbill;
use sp_staking::offence::{OffenceDetails, OnOffenceHandler};

type Named<T> = Vec<(MemberId, <T as frame_system::Config>::AccountId)>;

fn governance<T: Config>() -> Result<OriginFor<T>, BenchmarkError> {
	T::GovernanceOrigin::try_successful_origin()
		.map_err(|_| BenchmarkError::Stop("governance has no origin"))
}

/// Nobody registered, nothing planned, whatever the genesis.
fn empty<T: Config>() {
	Registered::<T>::kill();
	Planned::<T>::kill();
	Minimum::<T>::kill();
}

/// `count` validators with keys, none of them planned.
fn keyed<T: Config>(count: u32) -> Result<Named<T>, BenchmarkError> {
	let mut all = Vec::new();
	for i in 0..count {
		let institution = account("institution", i, 0);
		let member = T::Members::benchmark_member(&institution, MemberKind::Court);
		let validator = account("validator", i, 0);
		Pallet::<T>::add(member, &validator)?;
		T::Sessions::benchmark_set_keys(&validator)?;
		all.push((member, validator));
	}
	Ok(all)
}

/// Plans the set after the gap.
fn plan<T: Config>() -> Option<Vec<T::AccountId>> {
	let index = Planned::<T>::get().changed_at.saturating_add(CHANGE_GAP);
	<Pallet<T> as pallet_session::SessionManager<T::AccountId>>::new_session(index)
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn register() -> Result<(), BenchmarkError> {
		empty::<T>();
		keyed::<T>(T::MaxValidators::get().saturating_sub(1))?;
		let caller: T::AccountId = account("caller", 0, 0);
		T::Members::benchmark_member(&caller, MemberKind::Court);
		let validator: T::AccountId = account("new", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(caller), validator.clone());

		assert!(Registered::<T>::get().iter().any(|v| v.account == validator));
		Ok(())
	}

	#[benchmark]
	fn leave() -> Result<(), BenchmarkError> {
		empty::<T>();
		let all = keyed::<T>(T::MaxValidators::get())?;
		plan::<T>();
		let (member, validator) = all[0].clone();
		let caller = T::Members::institution(member)
			.ok_or(BenchmarkError::Stop("a member has an institution"))?;

		#[extrinsic_call]
		_(RawOrigin::Signed(caller));

		assert!(Registered::<T>::get().iter().any(|v| v.account == validator && !v.is_wanted()));
		Ok(())
	}

	#[benchmark]
	fn remove() -> Result<(), BenchmarkError> {
		empty::<T>();
		let all = keyed::<T>(T::MaxValidators::get())?;
		plan::<T>();
		let (member, validator) = all[0].clone();
		let origin = governance::<T>()?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, member, Reason::NodeUnavailable);

		assert!(Registered::<T>::get().iter().any(|v| v.account == validator && !v.is_wanted()));
		Ok(())
	}

	#[benchmark]
	fn reinstate() -> Result<(), BenchmarkError> {
		empty::<T>();
		let all = keyed::<T>(T::MaxValidators::get())?;
		plan::<T>();
		let (member, validator) = all[0].clone();
		Pallet::<T>::dismiss(member, Cause::Removed, None)?;
		let origin = governance::<T>()?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, validator.clone());

		assert!(Registered::<T>::get().iter().all(|v| v.is_wanted()));
		Ok(())
	}

	#[benchmark]
	fn set_minimum() -> Result<(), BenchmarkError> {
		empty::<T>();
		keyed::<T>(T::MaxValidators::get())?;
		plan::<T>();

		#[extrinsic_call]
		_(RawOrigin::Root, T::MaxValidators::get());

		assert_eq!(Minimum::<T>::get(), T::MaxValidators::get());
		Ok(())
	}

	#[benchmark]
	fn force_validators(n: Linear<1, { T::MaxValidators::get() }>) -> Result<(), BenchmarkError> {
		empty::<T>();
		let mut all = keyed::<T>(T::MaxValidators::get())?;
		plan::<T>();
		all.truncate(n as usize);
		all.reverse();
		let set = BoundedVec::truncate_from(all);

		#[extrinsic_call]
		_(RawOrigin::Root, set);

		assert_eq!(Planned::<T>::get().set.len() as u32, n);
		Ok(())
	}

	/// Planning after half of `n` left, half came, and as many are to be forgotten as may be.
	#[benchmark]
	fn new_session(n: Linear<1, { T::MaxValidators::get() }>) -> Result<(), BenchmarkError> {
		empty::<T>();
		keyed::<T>(n)?;
		Registered::<T>::mutate(|all| {
			for v in all.iter_mut().skip(1).step_by(2) {
				v.leaving = Some(Cause::Removed);
			}
		});
		let set;

		#[block]
		{
			set = plan::<T>();
		}

		assert_eq!(set.map(|set| set.len() as u32), Some(n.div_ceil(2)));
		Ok(())
	}

	#[benchmark]
	fn on_offence(n: Linear<1, { T::MaxValidators::get() }>) -> Result<(), BenchmarkError> {
		empty::<T>();
		let mut all = keyed::<T>(T::MaxValidators::get())?;
		all.truncate(n as usize);
		let offenders: Vec<_> = all
			.into_iter()
			.map(|(_, account)| OffenceDetails { offender: (account, ()), reporters: vec![] })
			.collect();
		let fractions = vec![Perbill::one(); offenders.len()];

		#[block]
		{
			Pallet::<T>::on_offence(&offenders, &fractions, 0);
		}

		assert_eq!(Registered::<T>::get().iter().filter(|v| v.equivocated).count() as u32, n);
		Ok(())
	}

	impl_benchmark_test_suite!(
		Pallet,
		sp_io::TestExternalities::new(Default::default()),
		crate::mock::Test
	);
}
