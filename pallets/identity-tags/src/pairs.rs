//! How two registrations stand to each other.

use crate::{
	types::{ordered, PairState, Proposal, ProposalId},
	AccountIdOf, Config, Error, Event, KeptHistory, NextProposal, Others, Pairs, Pallet, Proposals,
};
use shejiao_primitives::{case::CaseId, record::RecordId, time::Moment};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// The case that `case` goes on in now. One step: a case that others go on in is never a
	/// duplicate itself.
	pub(crate) fn root(case: CaseId) -> CaseId {
		KeptHistory::<T>::current(&case).flatten().unwrap_or(case)
	}

	/// The case that `case` went on in at a moment.
	pub(crate) fn root_at(case: CaseId, at: Moment) -> CaseId {
		KeptHistory::<T>::at(&case, at).flatten().unwrap_or(case)
	}

	pub(crate) fn state(a: CaseId, b: CaseId) -> Option<PairState> {
		Pairs::<T>::get(ordered(a, b))
	}

	/// Let a pair stand so; both cases know of it.
	pub(crate) fn set_state(a: CaseId, b: CaseId, state: PairState) -> DispatchResult {
		for (case, other) in [(a, b), (b, a)] {
			Self::make_room(case, other);
			Others::<T>::try_mutate(case, |others| match others.contains(&other) {
				true => Ok(()),
				false => others.try_push(other).map_err(|_| Error::<T>::MaxPairsExceeded),
			})?;
		}
		Pairs::<T>::insert(ordered(a, b), state);
		Ok(())
	}

	/// Whether `case` may stand in a pair with `other`.
	fn has_room(case: CaseId, other: CaseId) -> bool {
		let others = Others::<T>::get(case);
		others.contains(&other) || !others.is_full() || Self::over(case, &others).is_some()
	}

	/// Let what is over make room for a pair of `case` with `other`. The events told of it.
	fn make_room(case: CaseId, other: CaseId) {
		let others = Others::<T>::get(case);
		if others.contains(&other) || !others.is_full() {
			return;
		}
		if let Some(gone) = Self::over(case, &others) {
			Self::clear_state(case, gone);
			let (first, second) = ordered(case, gone);
			Self::deposit_event(Event::PairForgotten { first, second });
		}
	}

	/// The other of the first pair of `case` that was rejected, or else split.
	fn over(case: CaseId, others: &[CaseId]) -> Option<CaseId> {
		let mut split = None;
		for other in others {
			match Self::state(case, *other) {
				Some(PairState::Rejected(_)) => return Some(*other),
				Some(PairState::Split(_)) => split = split.or(Some(*other)),
				_ => (),
			}
		}
		split
	}

	/// Let a pair stand nowhere.
	pub(crate) fn clear_state(a: CaseId, b: CaseId) {
		for (case, other) in [(a, b), (b, a)] {
			Others::<T>::mutate_exists(case, |place| {
				if let Some(others) = place {
					others.retain(|one| *one != other);
					if others.is_empty() {
						*place = None;
					}
				}
			});
		}
		Pairs::<T>::remove(ordered(a, b));
	}

	/// Propose a pair, whatever was decided about it before.
	pub(crate) fn propose(
		a: CaseId,
		b: CaseId,
		by: Option<(AccountIdOf<T>, RecordId)>,
	) -> Result<ProposalId, DispatchError> {
		let id = NextProposal::<T>::get();
		NextProposal::<T>::put(ProposalId(
			id.0.checked_add(1).ok_or(Error::<T>::NumbersExhausted)?,
		));
		Self::set_state(a, b, PairState::Proposed(id))?;
		let pair = ordered(a, b);
		let proposal = Proposal { pair, proposed: Self::now(), confirmation: None };
		Proposals::<T>::insert(id, proposal);
		let (first, second) = pair;
		Self::deposit_event(Event::DuplicateProposed { proposal: id, first, second, by });
		Ok(id)
	}

	/// Propose a pair for a tag, where nothing was decided about it before, there is room, and neither
	/// file is closed: a later case of the person does not find what the law has closed.
	pub(crate) fn propose_if_new(a: CaseId, b: CaseId) -> DispatchResult {
		let closed = Self::is_closed(a) || Self::is_closed(b);
		if a == b || closed || Self::state(a, b).is_some() {
			return Ok(());
		}
		if Self::has_room(a, b) && Self::has_room(b, a) {
			Self::propose(a, b, None)?;
		} else {
			let (first, second) = ordered(a, b);
			Self::deposit_event(Event::ProposalSkipped { first, second });
		}
		Ok(())
	}

	/// End a proposal undecided.
	pub(crate) fn lapse(id: ProposalId) {
		if let Some(proposal) = Proposals::<T>::take(id) {
			Self::clear_state(proposal.pair.0, proposal.pair.1);
			Self::deposit_event(Event::ProposalLapsed { proposal: id });
		}
	}

	/// Whether others go on in `case`.
	pub(crate) fn has_duplicates(case: CaseId) -> bool {
		Others::<T>::get(case).into_iter().any(|other| Self::goes_on_in(other, case))
	}

	/// Whether `case` goes on in `kept` now.
	pub(crate) fn goes_on_in(case: CaseId, kept: CaseId) -> bool {
		KeptHistory::<T>::current(&case).flatten() == Some(kept)
	}
}
