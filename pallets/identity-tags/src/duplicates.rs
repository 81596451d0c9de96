//! Proposals, from the first word to the merge.

use crate::{
	types::{ordered, Merge, MergeId, PairState, Pending, ProposalId},
	AccountIdOf, Config, Error, Event, KeptHistory, LastMerge, Merges, NextMerge, Others, Pallet,
	ProposalOf, Proposals,
};
use frame_support::ensure;
use shejiao_primitives::{
	case::{CaseId, CaseMerging, CaseView},
	duty::Duties,
	record::{RecordId, RecordIndex},
	subject::Subject,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_propose(
		who: AccountIdOf<T>,
		first: CaseId,
		second: CaseId,
		evidence: RecordId,
	) -> DispatchResult {
		let actor = Self::officer(&who, Duties::IDENTITY)?;
		let pair = ordered(first, second);
		ensure!(Self::executes(actor.member, pair), Error::<T>::NotAuthorized);
		Self::ensure_in_use(actor.member)?;
		ensure!(first != second, Error::<T>::SameCase);
		// First: without a record of such a check, nobody learns anything of the other case.
		Self::ensure_evidence(evidence, pair)?;
		for case in [first, second] {
			let facts = T::Cases::facts(case).ok_or(Error::<T>::CaseNotLive)?;
			Self::ensure_acting(&facts)?;
		}
		ensure!(
			!matches!(
				Self::state(first, second),
				Some(PairState::Proposed(_) | PairState::Merged(_))
			),
			Error::<T>::AlreadyExists
		);
		Self::propose(first, second, Some((who, evidence)))?;
		Ok(())
	}

	/// A proposal that is not decided, to an officer that may do something about it.
	fn open_proposal(id: ProposalId) -> Result<ProposalOf<T>, DispatchError> {
		Proposals::<T>::get(id).ok_or_else(|| Error::<T>::NotFound.into())
	}

	/// Gives whether it was the second word, which merges.
	pub(crate) fn do_confirm(
		who: AccountIdOf<T>,
		id: ProposalId,
		kept: CaseId,
		evidence: RecordId,
	) -> Result<bool, DispatchError> {
		Self::officer(&who, Duties::NONE)?;
		let mut proposal = Self::open_proposal(id)?;
		let pair = proposal.pair;
		let before = proposal.confirmation.take();
		let actor = Self::decider(&who, before.as_ref().map(|(_, first)| first), pair)?;
		Self::ensure_in_use(actor.member)?;
		ensure!(kept == pair.0 || kept == pair.1, Error::<T>::KeptMismatch);
		let duplicate = if kept == pair.0 { pair.1 } else { pair.0 };
		ensure!(!Self::has_duplicates(duplicate), Error::<T>::HasDuplicates);
		ensure!(!Self::is_closed(duplicate) && !Self::is_closed(kept), Error::<T>::FileClosed);
		Self::ensure_evidence(evidence, pair)?;
		let word = Self::word(who, actor.member, evidence);

		let Some((agreed, first)) = before else {
			Self::deposit_event(Event::DuplicateConfirmed {
				proposal: id,
				kept,
				member: word.member,
				officer: word.officer.clone(),
				evidence,
			});
			proposal.confirmation = Some((kept, word));
			Proposals::<T>::insert(id, proposal);
			return Ok(false);
		};
		ensure!(agreed == kept, Error::<T>::KeptMismatch);
		Self::ensure_both_agree(first.member, word.member, pair)?;
		Self::ensure_evidence(first.evidence, pair)?;
		Proposals::<T>::remove(id);
		Self::merge(id, Merge { duplicate, kept, first, second: word, split: None })?;
		Ok(true)
	}

	fn merge(proposal: ProposalId, merge: Merge<AccountIdOf<T>>) -> DispatchResult {
		let (duplicate, kept) = (merge.duplicate, merge.kept);
		let id = NextMerge::<T>::get();
		NextMerge::<T>::put(MergeId(id.0.checked_add(1).ok_or(Error::<T>::NumbersExhausted)?));
		T::Merging::merge(duplicate, kept)?;
		for word in [&merge.first, &merge.second] {
			T::Records::link(word.evidence, Subject::Case(duplicate))?;
		}
		KeptHistory::<T>::push(&duplicate, merge.second.at, Some(kept))
			.map_err(|_| DispatchError::Corruption)?;
		LastMerge::<T>::insert(duplicate, id);
		Self::set_state(duplicate, kept, PairState::Merged(id))?;
		Self::deposit_event(Event::CasesMerged {
			merge: id,
			proposal,
			duplicate,
			kept,
			member: merge.second.member,
			officer: merge.second.officer.clone(),
			evidence: merge.second.evidence,
		});
		Merges::<T>::insert(id, merge);
		Self::move_proposals(duplicate, kept)
	}

	/// What was proposed of the duplicate is proposed of the kept case, where there is room and
	/// nothing was decided before.
	fn move_proposals(duplicate: CaseId, kept: CaseId) -> DispatchResult {
		for other in Others::<T>::get(duplicate) {
			if let Some(PairState::Proposed(id)) = Self::state(duplicate, other) {
				Self::lapse(id);
				Self::propose_if_new(kept, other)?;
			}
		}
		Ok(())
	}

	pub(crate) fn withdraw_from_proposal(who: AccountIdOf<T>, id: ProposalId) -> DispatchResult {
		let mut proposal = Self::open_proposal(id)?;
		let (_, first) = proposal.confirmation.take().ok_or(Error::<T>::NotFound)?;
		Self::ensure_may_withdraw(&who, &first, proposal.pair)?;
		Proposals::<T>::insert(id, proposal);
		Self::deposit_event(Event::ConfirmationWithdrawn {
			pending: Pending::Proposal(id),
			officer: first.officer,
			by: who,
		});
		Ok(())
	}

	pub(crate) fn do_reject(
		who: AccountIdOf<T>,
		id: ProposalId,
		evidence: RecordId,
	) -> DispatchResult {
		let actor = Self::officer(&who, Duties::NONE)?;
		let proposal = Self::open_proposal(id)?;
		ensure!(Self::executes(actor.member, proposal.pair), Error::<T>::NotFound);
		ensure!(actor.duties.contains(Duties::APPROVAL), Error::<T>::NotAuthorized);
		Self::ensure_in_use(actor.member)?;
		let confirmed = proposal.confirmation.is_some_and(|(_, first)| first.officer == who);
		ensure!(!confirmed, Error::<T>::SameOfficer);
		Self::ensure_evidence(evidence, proposal.pair)?;
		Proposals::<T>::remove(id);
		Self::set_state(proposal.pair.0, proposal.pair.1, PairState::Rejected(id))?;
		Self::deposit_event(Event::DuplicateRejected {
			proposal: id,
			member: actor.member,
			officer: who,
			evidence,
		});
		Ok(())
	}
}
