//! Representatives come, and last.

use crate::{
	types::{Ending, Grant, Kind, Mandate},
	AccountIdOf, Config, Error, Event, GrantHistory, Mandates, OfCase, Pallet,
};
use frame_support::ensure;
use shejiao_primitives::{
	account::{AccountRegistry, AccountRole},
	case::CaseId,
	oversight::{Alerting, Rule, Severity},
	record::{Correctable, RecordId, RecordIndex, RecordStatus},
	subject::Subject,
	time::LegalDate,
};
use sp_core::H256;
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_appoint(
		who: AccountIdOf<T>,
		case: CaseId,
		account: AccountIdOf<T>,
		kind: Kind,
		sealed: H256,
		last_day: LegalDate,
		evidence: RecordId,
	) -> DispatchResult {
		let (actor, facts) = Self::caseworker(&who, case)?;
		Self::ensure_in_use(facts.executing)?;
		Self::ensure_acting(&facts)?;
		// The file is closed for the person's sake, not against it.
		ensure!(kind == Kind::PersonOrGuardian || !facts.is_closed(), Error::<T>::FileClosed);
		ensure!(!sealed.is_zero(), Error::<T>::InvalidSeal);
		let until = Self::end_of(last_day)?;
		Self::ensure_evidence(evidence, case)?;
		ensure!(T::Accounts::role(&account).is_none(), Error::<T>::AlreadyExists);

		Self::clear_expired(case)?;
		OfCase::<T>::try_append(case, account.clone())
			.map_err(|()| Error::<T>::MaxRepresentativesExceeded)?;
		T::Accounts::admit(&account, AccountRole::Representative)?;
		Mandates::<T>::insert(&account, Mandate { case, stands: true });
		Self::note(&account, Some(Grant { kind, sealed, evidence, until }))?;
		T::Records::link(evidence, Subject::Case(case))?;
		Self::deposit_event(Event::RepresentativeAppointed {
			case,
			account,
			kind,
			sealed,
			last_day,
			evidence,
			member: actor.member,
			officer: who,
		});
		Ok(())
	}

	/// Take those from the list whose last day is over.
	fn clear_expired(case: CaseId) -> DispatchResult {
		for account in OfCase::<T>::get(case) {
			if Self::grant(&account).is_none() {
				Self::end(case, account, Ending::Expired, None)?;
			}
		}
		Ok(())
	}

	pub(crate) fn do_renew(
		who: AccountIdOf<T>,
		case: CaseId,
		account: AccountIdOf<T>,
		last_day: LegalDate,
		evidence: RecordId,
	) -> DispatchResult {
		let (actor, facts) = Self::caseworker(&who, case)?;
		Self::ensure_in_use(facts.executing)?;
		Self::ensure_acting(&facts)?;
		let grant = Self::grant_in(case, &account)?;
		let until = Self::end_of(last_day)?;
		Self::ensure_evidence(evidence, case)?;
		Mandates::<T>::insert(&account, Mandate { case, stands: true });
		Self::note(&account, Some(Grant { evidence, until, ..grant }))?;
		if evidence != grant.evidence {
			T::Records::link(evidence, Subject::Case(case))?;
		}
		Self::deposit_event(Event::RepresentativeRenewed {
			case,
			account,
			last_day,
			evidence,
			member: actor.member,
			officer: who,
		});
		Ok(())
	}

	/// What `account` has been given in `case`, while it counts.
	pub(crate) fn grant_in(case: CaseId, account: &AccountIdOf<T>) -> Result<Grant, DispatchError> {
		Mandates::<T>::get(account)
			.filter(|mandate| mandate.case == case)
			.and_then(|_| Self::grant(account))
			.ok_or_else(|| Error::<T>::NotFound.into())
	}

	/// What holds of `account` from now on.
	pub(crate) fn note(account: &AccountIdOf<T>, grant: Option<Grant>) -> DispatchResult {
		GrantHistory::<T>::push(account, Self::now(), grant).map_err(|_| DispatchError::Corruption)
	}
}

/// A representation rests on the record that shows its right. When that falls, an officer looks: the
/// key keeps working, since a person's voice is not taken away by a doubt.
impl<T: Config> Correctable for Pallet<T> {
	fn source_changed(dependant: Subject, source: RecordId, to: RecordStatus) {
		let Subject::Case(case) = dependant else { return };
		let mut rests = false;
		for account in OfCase::<T>::get(case) {
			if Self::grant(&account).is_some_and(|grant| grant.evidence == source) {
				let stands = to.is_evidence();
				Mandates::<T>::insert(&account, Mandate { case, stands });
				Self::deposit_event(Event::SourceCorrected { case, account, source, to });
				rests = true;
			}
		}
		let owner = Self::executing(case).filter(|_| rests && !to.is_evidence());
		let Some(owner) = owner else { return };
		let (rule, severity) = (Rule::SourceCorrected, Severity::Ordinary);
		if T::Alerts::raise(rule, severity, owner, dependant, None).is_err() {
			log::warn!(target: crate::LOG_TARGET, "no alert for member {}", owner.0);
		}
	}
}
