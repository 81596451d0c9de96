//! What clients ask.

use crate::{
	types::{MergeId, PairState, ProposalId},
	Config, MergeOf, Merges, Others, Pallet, ProposalOf, Proposals,
};
use alloc::vec::Vec;
use shejiao_primitives::case::CaseId;

impl<T: Config> Pallet<T> {
	fn states_of(case: CaseId) -> impl Iterator<Item = PairState> {
		Others::<T>::get(case).into_iter().filter_map(move |other| Self::state(case, other))
	}

	pub(crate) fn open_proposals(case: CaseId) -> Vec<(ProposalId, ProposalOf<T>)> {
		Self::states_of(case)
			.filter_map(|state| match state {
				PairState::Proposed(id) => Some((id, Proposals::<T>::get(id)?)),
				_ => None,
			})
			.collect()
	}

	pub(crate) fn holding_merges(case: CaseId) -> Vec<(MergeId, MergeOf<T>)> {
		Self::states_of(case)
			.filter_map(|state| match state {
				PairState::Merged(id) => Some((id, Merges::<T>::get(id)?)),
				_ => None,
			})
			.collect()
	}
}
