//! The output of every block, and the mix of all.

use crate::*;
use alloc::vec::Vec;
use frame_support::{ensure, traits::Randomness};
use frame_system::pallet_prelude::BlockNumberFor;
use shejiao_primitives::randomness;
use sp_consensus_slots::Slot;
use sp_core::{
	crypto::VrfPublic,
	sr25519::{vrf::VrfSignature, Public},
	H256,
};
use sp_io::hashing::blake2_256;
use sp_runtime::{traits::Zero, DispatchError};

impl<T: Config> Pallet<T> {
	/// Remember slot and author of the block that begins.
	pub(crate) fn await_output() {
		match T::Author::current() {
			Some((slot, author)) => {
				LastSlot::<T>::put(slot);
				AwaitedAuthor::<T>::put(author);
			},
			None => AwaitedAuthor::<T>::kill(),
		}
	}

	/// The genesis hash: frame-system never prunes it.
	pub(crate) fn genesis() -> H256 {
		frame_system::Pallet::<T>::block_hash(BlockNumberFor::<T>::zero())
	}

	/// Verify the author's output, mix it in and decide the draws that are due: gives their number.
	pub(crate) fn do_note(signature: &VrfSignature) -> Result<u32, DispatchError> {
		let author = AwaitedAuthor::<T>::get().ok_or(Error::<T>::UnexpectedOutput)?;
		let slot = LastSlot::<T>::get();
		let before = LastMix::<T>::get();
		let data = randomness::sign_data(Self::genesis(), slot, &before);
		ensure!(author.vrf_verify(&data, signature), Error::<T>::InvalidProof);
		AwaitedAuthor::<T>::kill();
		let mix = randomness::mix(&before, slot, signature);
		LastMix::<T>::put(mix);
		let recent = Self::remember(author, slot);
		Ok(Self::decide_due(slot, mix, &recent))
	}

	fn remember(author: Public, slot: Slot) -> Vec<(Public, Slot)> {
		RecentAuthors::<T>::mutate(|recent| {
			recent.retain(|(known, _)| *known != author);
			if recent.is_full() {
				// The longest silent, or a key that is out of use.
				recent.remove(0);
			}
			// Never full here: `integrity_test` sees that one fits.
			let _ = recent.try_push((author, slot));
			recent.to_vec()
		})
	}
}

impl<T: Config> randomness::CurrentMix for Pallet<T> {
	fn mix() -> randomness::Mix {
		LastMix::<T>::get()
	}
}

/// For what is committed to before the block it names. Whoever wants fairness asks for a draw: the
/// current mix is known to everybody, and to the block's author first.
impl<T: Config> Randomness<H256, BlockNumberFor<T>> for Pallet<T> {
	fn random(subject: &[u8]) -> (H256, BlockNumberFor<T>) {
		let seed = codec::Encode::encode(&(b"shejiao/random", LastMix::<T>::get(), subject));
		(H256(blake2_256(&seed)), frame_system::Pallet::<T>::block_number())
	}
}
