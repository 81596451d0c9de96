//! What follows from a change of the case or of a record.

use crate::{Config, Documents, Event, OpenOf, Pallet, Status, ToAnswer, LOG_TARGET};
use shejiao_primitives::{
	case::{CaseId, OnCase, Stage},
	clock::Deadlines,
	document::DocumentId,
	oversight::{Alerting, Rule, Severity},
	reason::Reason,
	record::{Correctable, RecordId, RecordStatus},
	subject::Subject,
	time::LegalDate,
};
use sp_runtime::DispatchError;

/// Nothing stays open in an archived case. What is served on the last day is still to be answered.
impl<T: Config> OnCase for Pallet<T> {
	fn stage_changed(case: CaseId, _: Stage, to: Stage) -> Result<(), DispatchError> {
		if to != Stage::Archived {
			return Ok(());
		}
		for id in OpenOf::<T>::take(case) {
			let recipient = Documents::<T>::mutate(id, |document| {
				let document = document.as_mut()?;
				document.status = Status::Lapsed;
				Some(document.recipient)
			});
			if let Some(recipient) = recipient {
				ToAnswer::<T>::remove(recipient, id);
			}
			T::Deadlines::cancel_all(Subject::Document(id), Reason::TermEnded)?;
			Self::deposit_event(Event::DocumentLapsed { document: id });
		}
		Ok(())
	}

	fn term_ended(_: CaseId, _: LegalDate) {}
}

impl<T: Config> Correctable for Pallet<T> {
	fn source_changed(dependant: Subject, source: RecordId, to: RecordStatus) {
		let Subject::Document(id) = dependant else { return };
		let Some(document) = Documents::<T>::get(id).filter(|_| !to.is_evidence()) else { return };
		let served = document.record == source;
		let (owner, copies) =
			if served { (document.sender, document.copies) } else { (document.recipient, 1) };
		for copy in 0..copies {
			let id = DocumentId(id.0.saturating_add(copy.into()));
			Documents::<T>::mutate(id, |document| {
				if let Some(document) = document {
					document.corrected = true;
				}
			});
			Self::deposit_event(Event::SourceCorrected { document: id, source, to });
		}
		let raised =
			T::Alerts::raise(Rule::SourceCorrected, Severity::Ordinary, owner, dependant, None);
		if let Err(error) = raised {
			log::error!(target: LOG_TARGET, "no alert on a corrected source: {error:?}");
		}
	}
}
