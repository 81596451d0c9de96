//! Benchmarks.

use super::*;
use alloc::vec::Vec;
use codec::Encode;
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{EnsureOrigin, Get, Hooks},
	BoundedVec,
};
use frame_system::{pallet_prelude::BlockNumberFor, RawOrigin};
use shejiao_primitives::{
	draw::{Candidates, MAX_CANDIDATES},
	ids::DrawId,
};
use sp_core::{sr25519::Public, H256};
use sp_runtime::{
	traits::{One, Zero},
	DigestItem,
};

fn candidates(count: u32) -> Candidates {
	let list: Vec<_> = (0..count).map(|i| H256(sp_io::hashing::blake2_256(&i.encode()))).collect();
	BoundedVec::truncate_from(list)
}

/// As many recent authors as there can be, all since slot 1.
fn fill_authors<T: Config>() {
	let authors: Vec<_> = (0..T::MaxAuthorities::get())
		.map(|i| {
			let mut key = [3; 32];
			key[..4].copy_from_slice(&i.to_le_bytes());
			(Public::from_raw(key), (u64::from(i) + 2).into())
		})
		.collect();
	RecentAuthors::<T>::put(BoundedVec::truncate_from(authors));
}

#[benchmarks]
mod benchmarks {
	use super::*;

	/// Both hooks: `on_finalize` reads what `on_initialize` has written.
	#[benchmark]
	fn on_initialize() {
		// Aura's digest: its engine's id and the slot.
		let slot = DigestItem::PreRuntime(*b"aura", vector::SLOT.encode());
		frame_system::Pallet::<T>::deposit_log(slot);

		#[block]
		{
			Pallet::<T>::on_initialize(One::one());
			AwaitedAuthor::<T>::kill();
			Pallet::<T>::on_finalize(One::one());
		}
	}

	/// `d`: draws decided.
	#[benchmark]
	fn note(d: Linear<0, { T::MaxDecidedPerBlock::get() }>) -> Result<(), BenchmarkError> {
		frame_system::BlockHash::<T>::insert(BlockNumberFor::<T>::zero(), vector::GENESIS);
		LastSlot::<T>::put(sp_consensus_slots::Slot::from(1));
		for _ in 0..d {
			Pallet::<T>::do_request(Asker::Pallet, candidates(MAX_CANDIDATES))?;
		}
		fill_authors::<T>();
		LastMix::<T>::put(vector::MIX);
		LastSlot::<T>::put(sp_consensus_slots::Slot::from(vector::SLOT));
		AwaitedAuthor::<T>::put(vector::author());
		let output = vector::output().ok_or(BenchmarkError::Stop("the vector does not decode"))?;

		#[extrinsic_call]
		_(RawOrigin::None, output);

		assert!(!AwaitedAuthor::<T>::exists());
		assert_eq!(FirstOpen::<T>::get(), DrawId(d));
		Ok(())
	}

	/// `c`: candidates.
	#[benchmark]
	fn request(c: Linear<1, MAX_CANDIDATES>) -> Result<(), BenchmarkError> {
		let origin = T::RequestOrigin::try_successful_origin()
			.map_err(|()| BenchmarkError::Stop("no origin asks for a draw"))?;
		let candidates = candidates(c);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, Purpose::Recheck, candidates);

		assert_eq!(Requests::<T>::get(DrawId(0)).map(|r| r.candidates), Some(c));
		Ok(())
	}
}
