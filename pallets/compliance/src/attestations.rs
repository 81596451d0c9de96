//! Obligations, attestations, and what is due.

use crate::{
	pallet::{
		AdmittedOn, Attestations, AttestationsCount, Config, Error, Event, Pallet, Rules,
		RulesCount,
	},
	types::{Attestation, DueInfo, Obligation, Rule},
};
use alloc::vec::Vec;
use frame_support::ensure;
use shejiao_primitives::{
	directory::{Members, OnMembership},
	history::History,
	ids::MemberId,
	member::Standing,
	time::{LegalDate, LegalTime, Moment},
};
use sp_core::H256;
use sp_runtime::DispatchResult;

/// The rules of an obligation. `None` since it is lifted.
pub(crate) type RuleHistory<T> = History<Obligation, Option<Rule>, RulesCount<T>, Rules<T>>;

/// What a member attested.
pub(crate) type AttestationHistory<T> =
	History<(MemberId, Obligation), Attestation, AttestationsCount<T>, Attestations<T>>;

impl<T: Config> Pallet<T> {
	/// Set the rule of an obligation from now on.
	pub(crate) fn change_rule(obligation: Obligation, rule: Option<Rule>) -> DispatchResult {
		ensure!(rule.is_none_or(|rule| rule.period > 0), Error::<T>::PeriodOutOfBounds);
		let before = RuleHistory::<T>::current(&obligation).flatten();
		ensure!(before != rule, Error::<T>::NothingToChange);
		RuleHistory::<T>::push(&obligation, T::Time::now(), rule)
			.map_err(|_| Error::<T>::OutOfOrder)?;
		Self::deposit_event(Event::ObligationSet { obligation, from: before, to: rule });
		Ok(())
	}

	/// Record what a member did.
	pub(crate) fn record(
		who: T::AccountId,
		obligation: Obligation,
		evidence: H256,
		done: LegalDate,
		valid_until: Option<LegalDate>,
	) -> DispatchResult {
		let member = Self::acting(&who)?;
		let rule = RuleHistory::<T>::current(&obligation).flatten().ok_or(Error::<T>::NotFound)?;
		ensure!(done <= T::Time::today(), Error::<T>::InTheFuture);
		ensure!(valid_until.is_none_or(|last| last >= done), Error::<T>::PeriodOutOfBounds);
		let key = (member, obligation);
		let before = AttestationHistory::<T>::current(&key);
		ensure!(before.is_none_or(|before| before.done <= done), Error::<T>::OutOfOrder);
		let longest = done.plus(rule.period);
		let due = valid_until.map_or(longest, |last| last.min(longest));
		let attestation = Attestation { evidence, done, due };
		AttestationHistory::<T>::push(&key, T::Time::now(), attestation)
			.map_err(|_| Error::<T>::OutOfOrder)?;
		Self::deposit_event(Event::Attested { member, by: who, obligation, evidence, done, due });
		Ok(())
	}

	/// What is due of `obligation` for `member`; `None` when it does not bind it now.
	pub fn due(member: MemberId, obligation: Obligation) -> Option<DueInfo> {
		let rule = RuleHistory::<T>::current(&obligation).flatten()?;
		let profile = T::Members::profile(member)?;
		let today = T::Time::today();
		if !rule.addressees.include(&profile) || today < rule.effective {
			return None;
		}
		let attested = AttestationHistory::<T>::current(&(member, obligation));
		let due = match attested {
			Some(last) => last.due,
			// The first act is due a period after the rule met the member.
			None => rule
				.effective
				.max(AdmittedOn::<T>::get(member).unwrap_or_default())
				.plus(rule.period),
		};
		Some(DueInfo { obligation, rule, attested, due, overdue: today > due })
	}

	/// Whether `member` is late with `obligation`.
	pub fn is_overdue(member: MemberId, obligation: Obligation) -> bool {
		Self::due(member, obligation).is_some_and(|info| info.overdue)
	}

	/// Everything that is due for `member`, the soonest first.
	pub fn dues(member: MemberId) -> Vec<DueInfo> {
		let mut all: Vec<_> =
			Obligation::ALL.into_iter().filter_map(|o| Self::due(member, o)).collect();
		all.sort_by_key(|info| info.due);
		all
	}

	/// What `member` had attested of `obligation` at a past moment.
	pub fn attested_at(
		member: MemberId,
		obligation: Obligation,
		at: Moment,
	) -> Option<Attestation> {
		AttestationHistory::<T>::at(&(member, obligation), at)
	}
}

impl<T: Config> OnMembership<T::AccountId> for Pallet<T> {
	fn admitted(member: MemberId, _: &T::AccountId, _: u64) -> DispatchResult {
		AdmittedOn::<T>::insert(member, T::Time::today());
		Ok(())
	}

	fn standing_changed(_: MemberId, _: Standing, _: Standing) -> DispatchResult {
		Ok(())
	}
}
