//! What always holds.

use crate::{
	CaseCount, CaseDocuments, Config, Document, Documents, ExecutionCopies, NextDocument, OpenOf,
	OpenOther, Pallet, Status, ToAnswer,
};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use frame_support::ensure;
use shejiao_primitives::{
	case::{CaseId, CaseView},
	clock::Deadlines,
	document::{DocumentId, DocumentKind},
	ids::MemberId,
	record::RecordId,
	subject::Subject,
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Check the invariants.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let mut to_answer = BTreeSet::<(MemberId, DocumentId)>::new();
		let mut open = BTreeMap::<CaseId, BTreeSet<DocumentId>>::new();
		let mut of_case = BTreeMap::<CaseId, BTreeSet<DocumentId>>::new();
		let mut other = BTreeMap::<CaseId, u32>::new();
		let mut executed = BTreeMap::<(CaseId, RecordId), u32>::new();
		let one_more = |count: &mut u32| *count = count.saturating_add(1);
		let mut number = 0u64;
		for (id, document) in Documents::<T>::iter() {
			number = number.saturating_add(1);
			ensure!(id < NextDocument::<T>::get(), "served-documents: a document from the future");
			Self::check_letter(id, &document)?;
			Self::check_course(&document)?;
			of_case.entry(document.case).or_default().insert(id);
			if document.status.is_live() {
				// A merged case takes no more acts, but what was served before is still answered.
				ensure!(
					T::Cases::facts(document.case).is_some_and(|case| case.stage.is_live()),
					"served-documents: a document is open in a case that is not"
				);
				to_answer.insert((document.recipient, id));
				open.entry(document.case).or_default().insert(id);
				if document.kind == DocumentKind::Other {
					one_more(other.entry(document.case).or_default());
				}
			} else {
				ensure!(
					T::Deadlines::count(Subject::Document(id)) == 0,
					"served-documents: a document that is over has an open clock"
				);
			}
			let stands = document.status != Status::Withdrawn;
			if stands && document.kind == DocumentKind::ExecutionDocuments {
				one_more(executed.entry((document.case, document.record)).or_default());
			}
		}
		ensure!(number == NextDocument::<T>::get().0, "served-documents: a document is missing");
		ensure!(
			ToAnswer::<T>::iter().map(|(m, id, ())| (m, id)).collect::<BTreeSet<_>>() == to_answer,
			"served-documents: the documents to answer are not what iteration finds"
		);
		for (case, ids) in OpenOf::<T>::iter() {
			let distinct: BTreeSet<_> = ids.iter().copied().collect();
			ensure!(
				distinct.len() == ids.len() && open.remove(&case) == Some(distinct),
				"served-documents: the open documents of a case are not what iteration finds"
			);
		}
		ensure!(
			open.is_empty(),
			"served-documents: the open documents of a case are not what iteration finds"
		);
		ensure!(
			OpenOther::<T>::iter().collect::<BTreeMap<_, _>>() == other,
			"served-documents: the open letters that no law names are not what iteration finds"
		);
		let counted = ExecutionCopies::<T>::iter().map(|(case, record, n)| ((case, record), n));
		ensure!(
			counted.collect::<BTreeMap<_, _>>() == executed,
			"served-documents: the execution documents of a case are not what iteration finds"
		);
		Self::check_cases(of_case)
	}

	/// The documents of a letter stand one after the other and differ in their recipients alone.
	fn check_letter(
		id: DocumentId,
		document: &Document<T::AccountId>,
	) -> Result<(), TryRuntimeError> {
		ensure!(document.sender != document.recipient, "served-documents: a document to oneself");
		let first = document.letter.0;
		let after = first.saturating_add(document.copies.into());
		ensure!((first..after).contains(&id.0), "served-documents: a document outside its letter");
		let same = |other: &Document<T::AccountId>| {
			(other.letter, other.case, other.kind, other.record, other.sender, &other.sent)
				== (
					document.letter,
					document.case,
					document.kind,
					document.record,
					document.sender,
					&document.sent,
				)
		};
		let copies: Vec<_> =
			(first..after).filter_map(|n| Documents::<T>::get(DocumentId(n))).collect();
		let recipients: BTreeSet<_> = copies.iter().map(|copy| copy.recipient).collect();
		ensure!(
			copies.iter().all(same) && recipients.len() as u64 == u64::from(document.copies),
			"served-documents: the documents of a letter do not fit together"
		);
		Ok(())
	}

	fn check_course(document: &Document<T::AccountId>) -> Result<(), TryRuntimeError> {
		let (delivered, receipt) = (document.delivered.is_some(), document.receipt.is_some());
		let withdrawn = document.withdrawn.is_some();
		ensure!(
			match document.status {
				Status::Sent => !delivered && !receipt && !withdrawn,
				Status::Delivered => delivered && !receipt && !withdrawn,
				Status::Receipted => delivered && receipt && !withdrawn,
				Status::Withdrawn => !delivered && !receipt && withdrawn,
				Status::Lapsed => !receipt && !withdrawn,
			},
			"served-documents: the status of a document does not fit what happened to it"
		);
		let sent = Some(document.sent.on);
		let delivered = document.delivered.as_ref().map(|act| act.on);
		let receipted = document.receipt.as_ref().map(|receipt| receipt.act.on);
		let ordered = (delivered.is_none() || sent <= delivered)
			&& (receipted.is_none() || delivered <= receipted);
		ensure!(ordered, "served-documents: the acts of a document are out of order");
		Ok(())
	}

	fn check_cases(of_case: BTreeMap<CaseId, BTreeSet<DocumentId>>) -> Result<(), TryRuntimeError> {
		let mut listed = BTreeMap::<CaseId, BTreeSet<DocumentId>>::new();
		for (case, place, id) in CaseDocuments::<T>::iter() {
			ensure!(
				place < CaseCount::<T>::get(case) && listed.entry(case).or_default().insert(id),
				"served-documents: a document in the list of a case is out of place"
			);
		}
		let sizes: BTreeMap<_, _> =
			of_case.iter().map(|(case, ids)| (*case, ids.len() as u32)).collect();
		ensure!(
			listed == of_case && CaseCount::<T>::iter().collect::<BTreeMap<_, _>>() == sizes,
			"served-documents: the documents of a case are not what iteration finds"
		);
		Ok(())
	}
}
