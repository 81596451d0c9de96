//! Cases as the other pallets see them.

use crate::{
	types::IntervalKind, AccountIdOf, Cases, Config, Pallet, RecordOf, RoleHistory, StageHistory,
	Terms, TransitionEntries,
};
use alloc::vec::Vec;
use shejiao_primitives::{
	case::{CaseFacts, CaseId, CaseView, PartyRoles, Stage},
	ids::MemberId,
	time::{LegalDate, Moment},
};

impl<T: Config> CaseView<AccountIdOf<T>> for Pallet<T> {
	fn facts(case: CaseId) -> Option<CaseFacts<AccountIdOf<T>>> {
		Cases::<T>::get(case).map(|record| facts::<T>(&record))
	}

	fn roles_at(case: CaseId, member: MemberId, at: Moment) -> PartyRoles {
		RoleHistory::<T>::at(&(case, member), at).unwrap_or_default()
	}

	fn roles(case: CaseId, member: MemberId) -> PartyRoles {
		Cases::<T>::get(case).map_or(PartyRoles::NONE, |record| record.roles(member))
	}

	fn stage_at(case: CaseId, at: Moment) -> Option<Stage> {
		StageHistory::<T>::at(&case, at).map(|transition| transition.to)
	}

	fn end_day(case: CaseId) -> Option<LegalDate> {
		let record = Cases::<T>::get(case)?;
		if !record.stage.is_over() {
			let held = record.has(IntervalKind::EndHeld);
			return record.term.filter(|_| !held).map(|term| term.last_day);
		}
		Self::ending(case).map(|(_, end)| end.act.date)
	}

	fn parties(case: CaseId, role: PartyRoles) -> Vec<MemberId> {
		Cases::<T>::get(case).map(|record| record.holders(role).collect()).unwrap_or_default()
	}

	fn is_live(case: CaseId) -> bool {
		Cases::<T>::get(case).is_some_and(|record| record.is_live())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_case(executing: MemberId, officer: &AccountIdOf<T>) -> CaseId {
		crate::benchmarking::open_case::<T>(executing, officer)
	}
}

/// What a case is, without its history.
pub(crate) fn facts<T: Config>(record: &RecordOf<T>) -> CaseFacts<AccountIdOf<T>> {
	CaseFacts {
		category: record.category,
		stage: record.stage,
		executing: record.executing,
		unit: record.assignment.unit,
		officer: record.assignment.officer.clone(),
		restricted: record.has(IntervalKind::Restriction),
		last_day: record.term.map(|term| term.last_day),
		merged_into: record.merged_into,
	}
}

impl<T: Config> Pallet<T> {
	/// Whether there is such a transition.
	pub fn transition_exists(case: CaseId, number: u32) -> bool {
		TransitionEntries::<T>::contains_key(case, number)
	}

	/// Whether there is such a version of a term.
	pub fn term_exists(case: CaseId, version: u32) -> bool {
		Terms::<T>::contains_key(case, version)
	}
}
