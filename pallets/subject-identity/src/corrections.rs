//! What rests on a record that has changed.

use crate::{types::SourceChange, Cases, Config, CorrectedSources, Event, Pallet};
use shejiao_primitives::{
	case::CaseId,
	oversight::{Rule, Severity},
	record::{Correctable, RecordId, RecordStatus},
	subject::Subject,
};

impl<T: Config> Correctable for Pallet<T> {
	fn source_changed(dependant: Subject, source: RecordId, to: RecordStatus) {
		let Some(case) = Self::case_of(dependant) else { return };
		let Some(record) = Cases::<T>::get(case) else { return };
		if to.is_evidence() {
			if CorrectedSources::<T>::take(case, (dependant, source)).is_none() {
				return;
			}
		} else {
			let change = SourceChange { status: to, since: Self::now() };
			CorrectedSources::<T>::insert(case, (dependant, source), change);
			Self::alert(Rule::SourceCorrected, Severity::Serious, record.executing, dependant);
		}
		Self::deposit_event(Event::SourceCorrected { case, dependant, source, status: to });
	}
}

impl<T: Config> Pallet<T> {
	/// The case of a dependant of this pallet, if there is one.
	pub(crate) fn case_of(dependant: Subject) -> Option<CaseId> {
		match dependant {
			Subject::Case(case) => Cases::<T>::contains_key(case).then_some(case),
			Subject::Transition(case, number) => {
				Self::transition_exists(case, number).then_some(case)
			},
			Subject::Term(case, version) => Self::term_exists(case, version).then_some(case),
			_ => None,
		}
	}
}
