//! Documents served between agencies, as lists.

use super::wire;
use crate::{client::At, failure, output::Record, time, vault::sheets::Handle};
use anyhow::Result;
use pallet_served_documents::DocumentInfo;
use shejiao_primitives::{case::CaseId, document::DocumentId, ids::MemberId};
use sp_core::crypto::AccountId32;

/// Documents asked for at once.
const PAGE: u32 = 256;

/// Documents to which a member owes a receipt, the oldest first.
pub async fn to_answer(at: &At, member: MemberId) -> Result<Vec<DocumentInfo<AccountId32>>> {
	let mut list: Vec<DocumentInfo<AccountId32>> = Vec::new();
	loop {
		let from = DocumentId(list.last().map_or(0, |info| info.id.0 + 1));
		let page: Vec<DocumentInfo<AccountId32>> =
			wire::ask(at, "ServedDocumentsApi", "to_answer", (member, from, PAGE)).await?;
		let full = page.len() == PAGE as usize;
		list.extend(page);
		if !full {
			return Ok(list);
		}
	}
}

/// Every document of a case.
pub async fn of(at: &At, case: CaseId) -> Result<Vec<DocumentInfo<AccountId32>>> {
	let mut list: Vec<DocumentInfo<AccountId32>> = Vec::new();
	loop {
		let skip = list.len() as u32;
		let page: Vec<DocumentInfo<AccountId32>> =
			wire::ask(at, "ServedDocumentsApi", "documents_of", (case, skip, PAGE)).await?;
		let full = page.len() == PAGE as usize;
		list.extend(page);
		if !full {
			return Ok(list);
		}
	}
}

/// One document.
pub async fn one(at: &At, document: DocumentId) -> Result<DocumentInfo<AccountId32>> {
	let info: Option<DocumentInfo<AccountId32>> =
		wire::ask(at, "ServedDocumentsApi", "document", (document,)).await?;
	Ok(info.ok_or_else(|| failure!("no-document", document = document.0))?)
}

/// A document as a row.
pub fn row(info: &DocumentInfo<AccountId32>) -> Record {
	let document = &info.document;
	let receipt = document.receipt.as_ref();
	Record::new()
		.put("documentId", info.id.0)
		.put("case", Handle(document.case))
		.term("kind", "document-kind", &document.kind)
		.put("record", document.record.0)
		.put("sender", document.sender.0)
		.put("recipient", document.recipient.0)
		.put("sent", time::date(document.sent.on))
		.maybe("delivered", document.delivered.as_ref().map(|act| time::date(act.on)))
		.maybe("receipted", receipt.map(|receipt| time::date(receipt.act.on)))
		.term("status", "document-status", &document.status)
		.flag("sourceCorrected", document.corrected)
		.flag("lateEntry", info.sent_entered_late || info.receipt_entered_late)
}
