//! Invariants.

use crate::*;
use frame_support::{ensure, traits::Get};
use shejiao_primitives::ids::DrawId;
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Check every invariant of the pallet.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		ensure!(!AwaitedAuthor::<T>::exists(), "a block ended without its output");
		Self::check_authors()?;
		Self::check_draws()
	}

	/// Recent authors are distinct, in the order of their slots, none after the last.
	fn check_authors() -> Result<(), TryRuntimeError> {
		let recent = RecentAuthors::<T>::get();
		ensure!(
			recent.iter().zip(recent.iter().skip(1)).all(|(a, b)| a.1 < b.1),
			"recent authors are not in the order of their slots"
		);
		for (place, (author, slot)) in recent.iter().enumerate() {
			ensure!(
				!recent.iter().skip(place + 1).any(|(other, _)| other == author),
				"a recent author is listed twice"
			);
			ensure!(*slot <= LastSlot::<T>::get(), "a recent author is ahead of the last slot");
		}
		Ok(())
	}

	/// Each draw ever asked for has its request and candidates; those before the first open one, and
	/// (by their count) no others, are decided, in order and not early.
	fn check_draws() -> Result<(), TryRuntimeError> {
		let (first, next) = (FirstOpen::<T>::get(), NextDraw::<T>::get());
		ensure!(first <= next, "the first open draw does not exist");
		ensure!(next.0 - first.0 <= T::MaxOpenDraws::get(), "too many draws are open");
		let count = next.0 as usize;
		ensure!(Requests::<T>::iter_keys().count() == count, "requests do not match their number");
		ensure!(
			CandidatesOf::<T>::iter_keys().count() == count,
			"candidates do not match requests"
		);
		ensure!(Decisions::<T>::iter_keys().count() == first.0 as usize, "decisions do not match");
		let mut decided_at = 0;
		for id in (0..next.0).map(DrawId) {
			let request = Requests::<T>::get(id).ok_or("a draw has no request")?;
			let candidates = CandidatesOf::<T>::get(id).ok_or("a draw has no candidates")?;
			ensure!(request.candidates > 0, "a draw has nobody to draw");
			ensure!(
				request.candidates == candidates.len() as u32,
				"a draw has other candidates than it counts"
			);
			ensure!(request.slot <= LastSlot::<T>::get(), "a draw was asked for in the future");
			let Some(decision) = Decisions::<T>::get(id) else {
				ensure!(id >= first, "a draw before the first open one is not decided");
				continue;
			};
			ensure!(decision.slot >= request.due, "a draw was decided early");
			ensure!(decision.block >= decided_at, "draws were not decided in order");
			decided_at = decision.block;
			let slots = u64::from(decision.slot.saturating_sub(request.slot));
			let blocks = u64::from(decision.block.saturating_sub(request.block));
			ensure!(
				slots == blocks.saturating_add(u64::from(decision.missed)),
				"missed slots of a draw do not add up"
			);
		}
		Ok(())
	}
}
