//! What must hold between blocks.

use crate::{
	types::{ordered, PairState},
	Config, Holders, KeptCount, KeptEntries, KeptHistory, LastMerge, Merges, NextMerge,
	NextProposal, Others, Pairs, Pallet, Proposals, Tags, Untold, Waiting,
};
use alloc::collections::BTreeSet;
use frame_support::{ensure, traits::Get};
use shejiao_primitives::{
	case::{CaseId, CaseView},
	time::Moment,
};
use sp_runtime::TryRuntimeError;

type Checked = Result<(), TryRuntimeError>;

impl<T: Config> Pallet<T> {
	/// Check every invariant of the pallet.
	pub fn do_try_state() -> Checked {
		Self::check_tags()?;
		Self::check_pairs()?;
		Self::check_proposals()?;
		Self::check_merges()?;
		Self::check_history()
	}

	/// Tags and their holders say the same both ways, of cases that are not archived.
	fn check_tags() -> Checked {
		let mut held = BTreeSet::new();
		for (case, tags) in Tags::<T>::iter() {
			ensure!(!tags.is_empty(), "tags: a case holds an empty list of tags");
			// One that goes on in another keeps its tags, for the time after a split.
			let in_use = T::Cases::facts(case).is_some_and(|facts| facts.stage.is_live());
			ensure!(in_use, "tags: a case that is not live holds tags");
			for tag in tags {
				ensure!(held.insert((tag, case)), "tags: a case holds a tag twice");
			}
		}
		let mut holding = BTreeSet::new();
		for (tag, holders) in Holders::<T>::iter() {
			ensure!(!holders.is_empty(), "tags: a tag without a holder is remembered");
			for case in holders {
				ensure!(holding.insert((tag, case)), "tags: a holder stands twice at a tag");
			}
		}
		for (tag, case, ()) in Waiting::<T>::iter() {
			let crowded = Holders::<T>::get(tag).len() as u32 == T::MaxHoldersPerTag::get();
			ensure!(crowded, "tags: a case waits for a tag that has room");
			ensure!(holding.insert((tag, case)), "tags: a holder waits for its tag");
		}
		ensure!(held == holding, "tags: tags and holders differ");
		Ok(())
	}

	/// Pairs stand in their order, and both cases know of each.
	fn check_pairs() -> Checked {
		let mut pairs = BTreeSet::new();
		for (a, b) in Pairs::<T>::iter_keys() {
			ensure!(a < b, "pairs: a pair is not in its order");
			pairs.extend([(a, b), (b, a)]);
		}
		let mut known = BTreeSet::new();
		for (case, others) in Others::<T>::iter() {
			ensure!(!others.is_empty(), "pairs: a case knows an empty list of others");
			for other in others {
				ensure!(known.insert((case, other)), "pairs: a case knows another twice");
			}
		}
		ensure!(pairs == known, "pairs: pairs and what the cases know of them differ");
		Ok(())
	}

	/// Every proposal is of a pair that stands as proposed by it, and the other way round.
	fn check_proposals() -> Checked {
		let now = Self::now();
		for (id, proposal) in Proposals::<T>::iter() {
			let (a, b) = proposal.pair;
			ensure!(id < NextProposal::<T>::get(), "proposals: a number is used too early");
			ensure!(
				Self::state(a, b) == Some(PairState::Proposed(id)),
				"proposals: a pair does not stand as proposed by its proposal"
			);
			ensure!(
				[a, b].into_iter().all(|case| T::Cases::is_live(case) && Self::root(case) == case),
				"proposals: a case of a proposal is archived, or goes on in another"
			);
			ensure!(
				proposal.confirmation.is_none_or(|(kept, first)| {
					(kept == a || kept == b) && first.at >= proposal.proposed && first.at <= now
				}),
				"proposals: a confirmation keeps another case, or is not of its time"
			);
		}
		for (pair, state) in Pairs::<T>::iter() {
			let there = match state {
				PairState::Proposed(id) => {
					Proposals::<T>::get(id).is_some_and(|proposal| proposal.pair == pair)
				},
				PairState::Rejected(id) => {
					id < NextProposal::<T>::get() && !Proposals::<T>::contains_key(id)
				},
				PairState::Merged(id) => Merges::<T>::get(id).is_some_and(|merge| {
					merge.holds() && ordered(merge.duplicate, merge.kept) == pair
				}),
				PairState::Split(id) => Merges::<T>::get(id).is_some_and(|merge| {
					!merge.holds() && ordered(merge.duplicate, merge.kept) == pair
				}),
			};
			ensure!(there, "pairs: a pair stands as something that is not there");
		}
		Ok(())
	}

	/// Merges rest on two officers' words in the order of time; the last of a duplicate holds or not
	/// as its history says, and nobody goes on in a case that goes on itself.
	fn check_merges() -> Checked {
		for (id, merge) in Merges::<T>::iter() {
			ensure!(id < NextMerge::<T>::get(), "merges: a number is used too early");
			ensure!(
				merge.first.officer != merge.second.officer && merge.first.at <= merge.second.at,
				"merges: two officers did not confirm one after the other"
			);
			let split_in_order = merge.split.as_ref().is_none_or(|split| {
				merge.second.at <= split.first.at
					&& split.second.as_ref().is_none_or(|second| {
						second.officer != split.first.officer && split.first.at <= second.at
					})
			});
			ensure!(split_in_order, "merges: two officers did not split one after the other");
			let last = LastMerge::<T>::get(merge.duplicate);
			ensure!(last.is_some_and(|last| last >= id), "merges: a later merge is not the last");
			if merge.holds() {
				ensure!(last == Some(id), "merges: two merges of a duplicate hold");
				ensure!(
					Self::state(merge.duplicate, merge.kept) == Some(PairState::Merged(id)),
					"merges: a pair does not stand as merged by its merge"
				);
			}
		}
		for (duplicate, last) in LastMerge::<T>::iter() {
			let merge = Merges::<T>::get(last).filter(|merge| merge.duplicate == duplicate);
			let Some(merge) = merge else {
				return Err("merges: the last merge of a case is not there".into());
			};
			ensure!(
				KeptHistory::<T>::current(&duplicate)
					== Some(Some(merge.kept).filter(|_| merge.holds())),
				"merges: the history ends otherwise than the last merge"
			);
		}
		for (id, telling) in Untold::<T>::iter() {
			ensure!(
				telling.place < 2 && Merges::<T>::get(id).is_some_and(|merge| !merge.holds()),
				"telling: readers of a merge are told that was not split"
			);
		}
		Ok(())
	}

	/// Where a case goes on is what the cases say, is one step away, and was never the future.
	fn check_history() -> Checked {
		let now: Moment = Self::now();
		for case in KeptCount::<T>::iter_keys() {
			KeptHistory::<T>::check(&case).map_err(TryRuntimeError::Other)?;
			let Some(current) = KeptHistory::<T>::current(&case) else {
				return Err("history: a case is counted without an entry".into());
			};
			ensure!(
				LastMerge::<T>::contains_key(case),
				"history: a case without a merge has a history"
			);
			let last = KeptHistory::<T>::len(&case).saturating_sub(1);
			ensure!(
				KeptEntries::<T>::get(case, last).is_some_and(|entry| entry.since <= now),
				"history: an entry is of the future"
			);
			let told: Option<Option<CaseId>> = T::Cases::facts(case).map(|facts| facts.merged_into);
			ensure!(told == Some(current), "history: the cases say otherwise where a case goes on");
			ensure!(
				current.is_none_or(|kept| Self::root(kept) == kept),
				"history: a case goes on in one that goes on itself"
			);
		}
		Ok(())
	}
}
