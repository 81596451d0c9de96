//! Benchmarks, each at its dearest: all endorsements but the needed ones are dead.

use super::*;
use alloc::{boxed::Box, vec};
use codec::Encode;
use frame_benchmarking::v2::*;
use frame_support::traits::{EnsureOrigin, Get};
use frame_system::RawOrigin;
use shejiao_primitives::{
	governance::{Body, Seats},
	time::LegalTime,
};
use sp_runtime::{traits::Hash, SaturatedConversion};

const NOW: u64 = 1_795_190_400_000;

/// As many acts as there can be, but for `keep`, endorsed by both and expired.
fn fill<T: Config>(keep: u32) {
	T::Time::benchmark_set_now(NOW);
	let dead = Endorsement { given: 0, expires: 1, epoch: 0 };
	let mut acts = Acts::<T>::get();
	for number in 0..T::MaxActs::get().saturating_sub(keep) {
		let review = T::Hashing::hash_of(&(b"review", number));
		let act = Act { review, council: Some(dead), committee: Some(dead) };
		let _ = acts.try_insert(T::Hashing::hash_of(&number), act);
	}
	Acts::<T>::put(acts);
}

fn endorse<T: Config>(call_hash: T::Hash) -> T::Hash {
	let review = T::Hashing::hash_of(b"review");
	let live = |body| {
		let clock = T::Time::clock();
		let expires = clock.end_of(T::Time::today().plus(1));
		Some(Endorsement { given: T::Time::now(), expires, epoch: T::Seats::epoch(body) })
	};
	let act =
		Act { review, council: live(Body::Council), committee: live(Body::SupervisoryCommittee) };
	Acts::<T>::mutate(|acts| {
		let _ = acts.try_insert(call_hash, act);
	});
	review
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn endorse() -> Result<(), BenchmarkError> {
		fill::<T>(0);
		let origin = T::EndorseOrigin::try_successful_origin()
			.map_err(|()| BenchmarkError::Stop("no origin endorses"))?;
		let call_hash = T::Hashing::hash_of(b"call");
		let review = T::Hashing::hash_of(b"review");

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, call_hash, review);

		assert!(Acts::<T>::get().contains_key(&call_hash));
		assert_eq!(Acts::<T>::get().len(), 1);
		Ok(())
	}

	#[benchmark]
	fn withdraw_endorsement() -> Result<(), BenchmarkError> {
		fill::<T>(1);
		let origin = T::WithdrawOrigin::try_successful_origin()
			.map_err(|()| BenchmarkError::Stop("no origin withdraws"))?;
		let call_hash = T::Hashing::hash_of(b"call");
		super::endorse::<T>(call_hash);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, call_hash);

		let left = Acts::<T>::get().get(&call_hash).map(|act| act.endorsements().count());
		assert_eq!(left, Some(1));
		Ok(())
	}

	/// `l`: length of the call in bytes.
	#[benchmark]
	fn enact(l: Linear<0, 1_000_000>) -> Result<(), BenchmarkError> {
		// Before the endorsements: another seat makes them void.
		let who = T::BenchmarkHelper::voter();
		fill::<T>(1);
		let call: <T as Config>::RuntimeCall =
			frame_system::Call::<T>::remark { remark: vec![0; l.saturated_into()] }.into();
		let call_hash = call.using_encoded(T::Hashing::hash);
		super::endorse::<T>(call_hash);

		#[extrinsic_call]
		_(RawOrigin::Signed(who), Box::new(call));

		assert!(Acts::<T>::get().is_empty());
		Ok(())
	}

	#[benchmark]
	fn set_validity() {
		#[extrinsic_call]
		_(RawOrigin::Root, 1);

		assert_eq!(Validity::<T>::get(), 1);
	}
}
