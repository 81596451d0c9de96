//! Merges taken apart, and what they rest on.

use crate::{
	types::{MergeId, PairState, Pending, Split, Telling},
	AccountIdOf, Config, Error, Event, KeptHistory, LastMerge, MergeOf, Merges, Pallet, Untold,
};
use frame_support::ensure;
use shejiao_primitives::{
	case::{CaseId, CaseMerging, CaseView},
	duty::Duties,
	oversight::{Alerting, Rule, Severity},
	reason::Reason,
	record::{Correctable, RecordId, RecordIndex, RecordStatus},
	subject::Subject,
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// A merge that holds.
	fn holding_merge(id: MergeId) -> Result<MergeOf<T>, DispatchError> {
		Merges::<T>::get(id).filter(MergeOf::<T>::holds).ok_or_else(|| Error::<T>::NotFound.into())
	}

	/// Gives whether it was the second word, which takes the merge apart.
	pub(crate) fn do_split(
		who: AccountIdOf<T>,
		id: MergeId,
		evidence: RecordId,
		basis: Reason,
	) -> Result<bool, DispatchError> {
		Self::officer(&who, Duties::NONE)?;
		let mut merge = Self::holding_merge(id)?;
		let pair = (merge.duplicate, merge.kept);
		let before = merge.split.take();
		let actor = Self::decider(&who, before.as_ref().map(|split| &split.first), pair)?;
		Self::ensure_evidence(evidence, pair)?;
		let word = Self::word(who, actor.member, evidence);

		let Some(mut split) = before else {
			Self::deposit_event(Event::SplitProposed {
				merge: id,
				basis,
				member: word.member,
				officer: word.officer.clone(),
				evidence,
			});
			merge.split = Some(Split { basis, first: word, second: None });
			Merges::<T>::insert(id, merge);
			return Ok(false);
		};
		ensure!(split.basis == basis, Error::<T>::BasisMismatch);
		Self::ensure_evidence(split.first.evidence, pair)?;
		Self::take_apart(merge.duplicate, merge.kept, id)?;
		for word in [&split.first, &word] {
			T::Records::link(word.evidence, Subject::Case(merge.duplicate))?;
		}
		Self::deposit_event(Event::CasesSplit {
			merge: id,
			duplicate: merge.duplicate,
			kept: merge.kept,
			basis,
			member: word.member,
			officer: word.officer.clone(),
			evidence,
		});
		Self::propose_shared(merge.duplicate)?;
		Self::tell_parties(id, pair);
		Untold::<T>::insert(id, Telling::default());
		split.second = Some(word);
		merge.split = Some(split);
		Merges::<T>::insert(id, merge);
		Ok(true)
	}

	fn take_apart(duplicate: CaseId, kept: CaseId, id: MergeId) -> DispatchResult {
		T::Merging::split(duplicate)?;
		KeptHistory::<T>::push(&duplicate, Self::now(), None)
			.map_err(|_| DispatchError::Corruption)?;
		// What is archived is not remembered as one of a pair.
		if [duplicate, kept].into_iter().all(T::Cases::is_live) {
			Self::set_state(duplicate, kept, PairState::Split(id))
		} else {
			Self::clear_state(duplicate, kept);
			Ok(())
		}
	}

	pub(crate) fn withdraw_from_split(who: AccountIdOf<T>, id: MergeId) -> DispatchResult {
		let mut merge = Self::holding_merge(id)?;
		let split = merge.split.take().ok_or(Error::<T>::NotFound)?;
		Self::ensure_may_withdraw(&who, &split.first, (merge.duplicate, merge.kept))?;
		Merges::<T>::insert(id, merge);
		Self::deposit_event(Event::ConfirmationWithdrawn {
			pending: Pending::Split(id),
			officer: split.first.officer,
			by: who,
		});
		Ok(())
	}
}

/// A merge, and its end, rest on the records of what the officers checked.
impl<T: Config> Correctable for Pallet<T> {
	fn source_changed(dependant: Subject, source: RecordId, to: RecordStatus) {
		let Subject::Case(duplicate) = dependant else { return };
		let Some(id) = LastMerge::<T>::get(duplicate) else { return };
		let Some(mut merge) = Merges::<T>::get(id) else { return };
		let mut rests = false;
		for word in merge.confirmations().filter(|word| word.evidence == source) {
			word.stands = to.is_evidence();
			rests = true;
		}
		if !rests {
			return;
		}
		let owner = Self::executing(if merge.holds() { merge.kept } else { duplicate });
		Merges::<T>::insert(id, merge);
		Self::deposit_event(Event::SourceCorrected { merge: id, source, to });
		if let Some(owner) = owner.filter(|_| !to.is_evidence()) {
			Self::alert(Severity::Ordinary, owner, dependant);
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Alert `owner` that what it may have relied on has changed. The event says so in any case.
	pub(crate) fn alert(
		severity: Severity,
		owner: shejiao_primitives::ids::MemberId,
		source: Subject,
	) {
		if T::Alerts::raise(Rule::SourceCorrected, severity, owner, source, None).is_err() {
			log::warn!(target: crate::LOG_TARGET, "no alert for member {}", owner.0);
		}
	}
}
