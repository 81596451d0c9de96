//! What clients ask.

use crate::{
	CaseCount, CaseDocuments, Config, DocumentInfo, Documents, Pallet, ToAnswer, MAX_PAGE,
};
use alloc::vec::Vec;
use shejiao_primitives::{case::CaseId, document::DocumentId, ids::MemberId, time::LegalTime};

fn page(limit: u32) -> usize {
	limit.min(MAX_PAGE) as usize
}

impl<T: Config> Pallet<T> {
	/// Whether a document exists and its recipient still owes a receipt.
	pub fn is_live(id: DocumentId) -> bool {
		Documents::<T>::get(id).is_some_and(|document| document.status.is_live())
	}

	/// The case that a document belongs to.
	pub fn case_of(id: DocumentId) -> Option<CaseId> {
		Documents::<T>::get(id).map(|document| document.case)
	}

	/// A document.
	pub fn view_document(id: DocumentId) -> Option<DocumentInfo<T::AccountId>> {
		let document = Documents::<T>::get(id)?;
		let clock = T::Time::clock();
		Some(DocumentInfo {
			id,
			sent_entered_late: document.sent.is_late_entry(&clock),
			delivery_entered_late: document
				.delivered
				.as_ref()
				.is_some_and(|act| act.is_late_entry(&clock)),
			receipt_entered_late: document
				.receipt
				.as_ref()
				.is_some_and(|receipt| receipt.act.is_late_entry(&clock)),
			document,
		})
	}

	/// Documents to which `member` owes a receipt, the oldest first: a page from number `from` on.
	pub fn view_to_answer(
		member: MemberId,
		from: DocumentId,
		limit: u32,
	) -> Vec<DocumentInfo<T::AccountId>> {
		let ids = ToAnswer::<T>::iter_key_prefix(member);
		let mut ids: Vec<_> = ids.filter(|id| *id >= from).collect();
		ids.sort_unstable();
		ids.truncate(page(limit));
		ids.into_iter().filter_map(Self::view_document).collect()
	}

	/// Every document of `case` in the order of entry: a page from the `skip`th on.
	pub fn view_case(case: CaseId, skip: u32, limit: u32) -> Vec<DocumentInfo<T::AccountId>> {
		(skip..CaseCount::<T>::get(case))
			.take(page(limit))
			.filter_map(|place| CaseDocuments::<T>::get(case, place))
			.filter_map(Self::view_document)
			.collect()
	}
}
