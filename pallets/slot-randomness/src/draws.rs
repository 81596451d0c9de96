//! Draws: asked for, decided in order.

use crate::*;
use codec::Encode;
use frame_support::{defensive, ensure, traits::Get};
use shejiao_primitives::{
	draw::{pick, Candidates, Draw},
	ids::DrawId,
	randomness::Mix,
};
use sp_consensus_slots::Slot;
use sp_core::{sr25519::Public, H256};
use sp_io::hashing::blake2_256;
use sp_runtime::{ArithmeticError, DispatchError, SaturatedConversion};

/// Slots per validator between request and decision.
const ROUNDS: u64 = 2;

/// Authors that must have had an output since the request: one more than may be faulty, so that one
/// of them at least is honest even when the others are silent.
pub(crate) const fn quorum(validators: u32) -> u32 {
	validators.saturating_sub(1) / 3 + 1
}

impl<T: Config> Pallet<T> {
	fn block() -> u32 {
		frame_system::Pallet::<T>::block_number().saturated_into()
	}

	/// Freeze `candidates` for a draw.
	pub(crate) fn do_request(
		asker: Asker,
		candidates: Candidates,
	) -> Result<DrawId, DispatchError> {
		ensure!(!candidates.is_empty(), Error::<T>::NoCandidates);
		let mut sorted = candidates.to_vec();
		sorted.sort_unstable();
		ensure!(
			sorted.windows(2).all(|pair| pair.first() != pair.last()),
			Error::<T>::CandidatesRepeated
		);

		let id = NextDraw::<T>::get();
		let open = id.0.saturating_sub(FirstOpen::<T>::get().0);
		ensure!(open < T::MaxOpenDraws::get(), Error::<T>::MaxOpenDrawsExceeded);
		let next = id.0.checked_add(1).ok_or(ArithmeticError::Overflow)?;

		let slot = LastSlot::<T>::get();
		let validators = T::Author::authorities();
		let due = slot.saturating_add(u64::from(validators).saturating_mul(ROUNDS));
		let count = candidates.len() as u32;
		let candidates_hash = H256(blake2_256(&candidates.encode()));
		NextDraw::<T>::put(DrawId(next));
		Requests::<T>::insert(
			id,
			Request { asker, block: Self::block(), slot, validators, due, candidates: count },
		);
		CandidatesOf::<T>::insert(id, candidates);
		Self::deposit_event(Event::DrawRequested {
			id,
			asker,
			candidates: count,
			candidates_hash,
			slot,
			due,
		});
		Ok(id)
	}

	/// Decide, by the mix of the block at `slot`, the draws that are due, the oldest first: gives
	/// their number.
	///
	/// Runs before the block's transactions: nothing in the block can change which draws are decided.
	pub(crate) fn decide_due(slot: Slot, mix: Mix, recent: &[(Public, Slot)]) -> u32 {
		let needed = quorum(T::Author::authorities());
		let first = FirstOpen::<T>::get();
		let mut open = first;
		while open < NextDraw::<T>::get()
			&& open.0.saturating_sub(first.0) < T::MaxDecidedPerBlock::get()
		{
			let Some(request) = Requests::<T>::get(open) else {
				defensive!("an open draw has a request");
				break;
			};
			let authors = recent.iter().filter(|(_, at)| *at > request.slot).count() as u32;
			// Later draws are due later and have seen no more authors.
			if slot < request.due || authors < needed {
				break;
			}
			Self::decide(open, &request, slot, mix, authors);
			open = DrawId(open.0.saturating_add(1));
		}
		if open != first {
			FirstOpen::<T>::put(open);
		}
		open.0.saturating_sub(first.0)
	}

	fn decide(id: DrawId, request: &Request, slot: Slot, mix: Mix, authors: u32) {
		let block = Self::block();
		let blocks = u64::from(block.saturating_sub(request.block));
		let slots = u64::from(slot.saturating_sub(request.slot));
		let missed = u32::try_from(slots.saturating_sub(blocks)).unwrap_or(u32::MAX);
		Decisions::<T>::insert(id, Decision { block, slot, mix, authors, missed });
		let place = pick(&mix, id, request.candidates).unwrap_or_else(|| {
			defensive!("a draw has candidates");
			0
		});
		Self::deposit_event(Event::DrawDecided { id, slot, mix, authors, missed, place });
	}

	/// All that is needed to compute draw `id` again; `None` if there is none.
	pub fn draw(id: DrawId) -> Option<DrawInfo> {
		let request = Requests::<T>::get(id)?;
		let candidates = CandidatesOf::<T>::get(id)?.into_inner();
		let decision = Decisions::<T>::get(id);
		let winner = decision
			.and_then(|decision| pick(&decision.mix, id, request.candidates))
			.and_then(|place| candidates.get(place as usize).copied());
		Some(DrawInfo { request, candidates, decision, winner })
	}
}

impl<T: Config> Draw for Pallet<T> {
	fn request(candidates: Candidates) -> Result<DrawId, DispatchError> {
		Self::do_request(Asker::Pallet, candidates)
	}

	fn outcome(id: DrawId) -> Option<H256> {
		Self::draw(id)?.winner
	}
}
