//! Who may act, where and now.

use crate::{
	types::{Confirmation, Pending},
	AccountIdOf, Config, ConfirmationOf, Error, Pallet,
};
use frame_support::ensure;
use shejiao_primitives::{
	case::{CaseFacts, CaseId, CaseView, PartyRoles},
	directory::{Actor, Directory, Members},
	duty::Duties,
	ids::MemberId,
	member::CallClass,
	record::{classes, RecordId, RecordIndex},
	regime::{Mode, ModuleId, Regime},
	time::{LegalTime, Moment},
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn now() -> Moment {
		T::Time::now()
	}

	/// `who` as an officer of an agency itself with all of `duties`: identity is not delegated.
	pub(crate) fn officer(who: &AccountIdOf<T>, duties: Duties) -> Result<Actor, DispatchError> {
		T::Directory::officer(who)
			.filter(|actor| actor.unit.is_none() && actor.duties.contains(duties))
			.ok_or_else(|| Error::<T>::NotAuthorized.into())
	}

	/// A case on which the agency of `actor` registers tags. The answer is the same whether there is
	/// no such case or no such role.
	pub(crate) fn registrar_case(
		actor: &Actor,
		case: CaseId,
	) -> Result<CaseFacts<AccountIdOf<T>>, DispatchError> {
		T::Cases::facts(case)
			.filter(|facts| {
				let superior = || T::Members::profile(facts.executing).and_then(|p| p.parent);
				facts.executing == actor.member
					|| superior() == Some(actor.member)
					|| T::Cases::parties(case, PartyRoles::DECIDING)
						.into_iter()
						.any(|party| T::Members::stands_for(actor.member, party))
			})
			.ok_or_else(|| Error::<T>::NotAuthorized.into())
	}

	/// Whether `member` executes one of two cases, or acts by a recorded order for one that does.
	pub(crate) fn executes(member: MemberId, pair: (CaseId, CaseId)) -> bool {
		[pair.0, pair.1].into_iter().any(|case| Self::stands_for_executing(member, case))
	}

	/// Whether `member` executes a case, or acts by a recorded order for the one that does.
	pub(crate) fn stands_for_executing(member: MemberId, case: CaseId) -> bool {
		Self::executing(case).is_some_and(|agency| T::Members::stands_for(member, agency))
	}

	/// Ensure that of two officers one is of each agency that executes one of two cases: neither merges
	/// away what is the other's.
	pub(crate) fn ensure_both_agree(
		first: MemberId,
		second: MemberId,
		pair: (CaseId, CaseId),
	) -> DispatchResult {
		let heard = |case| {
			[first, second].into_iter().any(|member| Self::stands_for_executing(member, case))
		};
		ensure!(heard(pair.0) && heard(pair.1), Error::<T>::AgencyMissing);
		Ok(())
	}

	/// The agency that executes a case.
	pub(crate) fn executing(case: CaseId) -> Option<MemberId> {
		T::Cases::facts(case).map(|facts| facts.executing)
	}

	/// A case that takes acts of its own.
	pub(crate) fn ensure_acting(facts: &CaseFacts<AccountIdOf<T>>) -> DispatchResult {
		ensure!(facts.stage.is_live(), Error::<T>::CaseNotLive);
		ensure!(facts.merged_into.is_none(), Error::<T>::CaseMerged);
		ensure!(!facts.is_closed(), Error::<T>::FileClosed);
		Ok(())
	}

	/// Whether the file of a case is closed: it is put beside no other any more.
	pub(crate) fn is_closed(case: CaseId) -> bool {
		T::Cases::facts(case).is_some_and(|facts| facts.is_closed())
	}

	/// Discretionary calls wait for a pause to end, and for the module to be in use.
	pub(crate) fn ensure_in_use(member: MemberId) -> DispatchResult {
		const MODULE: ModuleId = ModuleId::SubjectIdentity;
		ensure!(T::Regime::takes(MODULE, CallClass::Discretionary), Error::<T>::ModulePaused);
		let area = T::Members::profile(member).map(|profile| profile.area).unwrap_or_default();
		ensure!(T::Regime::mode(MODULE, area) != Mode::Off, Error::<T>::ModuleOff);
		Ok(())
	}

	/// A record of identity checks in one of two cases, on which a decision may rest now.
	pub(crate) fn ensure_evidence(record: RecordId, pair: (CaseId, CaseId)) -> DispatchResult {
		let sound = T::Records::facts(record).is_some_and(|facts| {
			facts.class == classes::IDENTITY
				&& facts.status.is_evidence()
				&& (facts.case == pair.0 || facts.case == pair.1)
		});
		ensure!(sound, Error::<T>::InvalidEvidence);
		Ok(())
	}

	/// The word of an officer, now.
	pub(crate) fn word(
		officer: AccountIdOf<T>,
		member: MemberId,
		evidence: RecordId,
	) -> ConfirmationOf<T> {
		Confirmation { officer, member, evidence, at: Self::now(), stands: true }
	}

	/// `who` as the first or, when `first` has spoken, the second of two officers that decide about
	/// the registrations of `pair`. Where the caller's agency executes neither, the answer is that of
	/// a number that was never given.
	pub(crate) fn decider(
		who: &AccountIdOf<T>,
		first: Option<&ConfirmationOf<T>>,
		pair: (CaseId, CaseId),
	) -> Result<Actor, DispatchError> {
		let duties = if first.is_some() { Duties::APPROVAL } else { Duties::IDENTITY };
		let actor = Self::officer(who, Duties::NONE)?;
		ensure!(Self::executes(actor.member, pair), Error::<T>::NotFound);
		ensure!(first.is_none_or(|first| first.officer != *who), Error::<T>::SameOfficer);
		ensure!(actor.duties.contains(duties), Error::<T>::NotAuthorized);
		Ok(actor)
	}

	/// Whether `who` may withdraw the word of `first`.
	pub(crate) fn ensure_may_withdraw(
		who: &AccountIdOf<T>,
		first: &ConfirmationOf<T>,
		pair: (CaseId, CaseId),
	) -> DispatchResult {
		let actor = Self::officer(who, Duties::NONE)?;
		ensure!(Self::executes(actor.member, pair), Error::<T>::NotFound);
		let duties = if first.officer == *who { Duties::IDENTITY } else { Duties::APPROVAL };
		ensure!(actor.duties.contains(duties), Error::<T>::NotAuthorized);
		Ok(())
	}

	pub(crate) fn do_withdraw_confirmation(
		who: AccountIdOf<T>,
		pending: Pending,
	) -> DispatchResult {
		// An officer alone learns whether there is such a number.
		Self::officer(&who, Duties::NONE)?;
		match pending {
			Pending::Proposal(proposal) => Self::withdraw_from_proposal(who, proposal),
			Pending::Split(merge) => Self::withdraw_from_split(who, merge),
		}
	}
}
