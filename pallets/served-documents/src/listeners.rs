//! What follows from a change of the case or of a record.

use crate::{
	Config, Document, Documents, Event, OpenOf, OpenOther, Pallet, Status, ToAnswer, LOG_TARGET,
};
use shejiao_primitives::{
	case::{CaseId, OnCase, Stage},
	clock::Deadlines,
	document::DocumentId,
	oversight::{Alerting, Rule, Severity},
	reason::Reason,
	record::{Correctable, RecordId, RecordIndex, RecordStatus},
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
		OpenOther::<T>::remove(case);
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
		let Some(document) = Documents::<T>::get(id) else { return };
		let served = document.record == source;
		let (owner, copies) =
			if served { (document.sender, document.copies) } else { (document.recipient, 1) };
		for copy in 0..copies {
			let id = DocumentId(id.0.saturating_add(copy.into()));
			Self::mark(id, source, to);
		}
		if to.is_evidence() {
			return;
		}
		let raised =
			T::Alerts::raise(Rule::SourceCorrected, Severity::Ordinary, owner, dependant, None);
		if let Err(error) = raised {
			log::error!(target: LOG_TARGET, "no alert on a corrected source: {error:?}");
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Flag a document, or take the flag off when everything that it rests on stands again.
	fn mark(id: DocumentId, source: RecordId, to: RecordStatus) {
		let Some(mut document) = Documents::<T>::get(id) else { return };
		let stands = to.is_evidence();
		if stands && !document.corrected {
			return;
		}
		document.corrected = !stands || Self::rests_on_fallen(&document, source);
		Documents::<T>::insert(id, document);
		Self::deposit_event(Event::SourceCorrected { document: id, source, to });
	}

	/// Whether a record besides `source` has fallen on which a document or its receipt rests.
	fn rests_on_fallen(document: &Document<T::AccountId>, source: RecordId) -> bool {
		let receipt = document.receipt.as_ref();
		let papers = receipt.map(|receipt| [receipt.record, receipt.missing]);
		let papers = papers.into_iter().flatten().flatten();
		papers
			.chain([document.record])
			.filter(|paper| *paper != source)
			.any(|paper| T::Records::facts(paper).is_none_or(|facts| !facts.status.is_evidence()))
	}
}
