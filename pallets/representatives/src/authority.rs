//! Who may act, where and now.

use crate::{AccountIdOf, Config, Error, Pallet};
use frame_support::ensure;
use shejiao_primitives::{
	case::{CaseFacts, CaseId, CaseView},
	directory::{Actor, Directory, Members},
	duty::{Acts, Duties},
	ids::MemberId,
	member::CallClass,
	record::{RecordId, RecordIndex},
	regime::{Mode, ModuleId, Regime},
	time::{LegalDate, LegalTime, Moment},
};
use sp_runtime::{DispatchError, DispatchResult};

const DUTIES: Duties = Duties::CASEWORK.union(Duties::ENFORCEMENT);

impl<T: Config> Pallet<T> {
	pub(crate) fn now() -> Moment {
		T::Time::now()
	}

	/// `who` as an officer that looks after `case`, with the case: of the agency that executes it, or of
	/// one that acts for that by a recorded order. The answer is the same whether there is no such case
	/// or the caller has nothing to do with it.
	pub(crate) fn caseworker(
		who: &AccountIdOf<T>,
		case: CaseId,
	) -> Result<(Actor, CaseFacts<AccountIdOf<T>>), DispatchError> {
		let actor = T::Directory::officer(who).filter(|actor| actor.duties.intersects(DUTIES));
		let facts = T::Cases::facts(case);
		actor
			.zip(facts)
			.filter(|(actor, facts)| T::Members::stands_for(actor.member, facts.executing))
			.filter(|(actor, facts)| match actor.unit {
				None => true,
				Some(unit) => {
					facts.unit == Some(unit)
						&& T::Directory::delegated(
							actor.member,
							unit,
							Acts::DAILY_SUPERVISION,
							Self::now(),
						)
				},
			})
			.ok_or_else(|| Error::<T>::NotAuthorized.into())
	}

	/// A case that takes acts of its own.
	pub(crate) fn ensure_acting(facts: &CaseFacts<AccountIdOf<T>>) -> DispatchResult {
		ensure!(facts.stage.is_live(), Error::<T>::CaseNotLive);
		ensure!(facts.merged_into.is_none(), Error::<T>::CaseMerged);
		Ok(())
	}

	/// Discretionary calls wait for a pause to end, and for the module to be in use.
	pub(crate) fn ensure_in_use(member: MemberId) -> DispatchResult {
		const MODULE: ModuleId = ModuleId::SubjectIdentity;
		ensure!(T::Regime::takes(MODULE, CallClass::Discretionary), Error::<T>::ModulePaused);
		let area = T::Members::profile(member).map(|profile| profile.area).unwrap_or_default();
		ensure!(T::Regime::mode(MODULE, area) != Mode::Off, Error::<T>::ModuleOff);
		Ok(())
	}

	pub(crate) fn ensure_evidence(record: RecordId, case: CaseId) -> DispatchResult {
		ensure!(T::Records::is_evidence(record, case), Error::<T>::InvalidEvidence);
		Ok(())
	}

	/// The moment at which a representation with this last day ends.
	pub(crate) fn end_of(last_day: LegalDate) -> Result<Moment, DispatchError> {
		let today = T::Time::today();
		let latest = today.plus(<T::MaxDays as frame_support::traits::Get<u32>>::get());
		ensure!((today..=latest).contains(&last_day), Error::<T>::InvalidEnd);
		Ok(T::Time::clock().end_of(last_day))
	}
}
