//! What a transaction leaves in the vault before it is sent: kept when it passes, destroyed when it is
//! refused.

use crate::{
	casework::records,
	submit::Report,
	vault::{
		sheets::{CaseSheet, Handle, RecordSheet},
		Vault,
	},
};
use anyhow::Result;
use serde_json::Value as Json;
use std::cell::RefCell;

/// Sheets that wait for what becomes of their transaction.
#[derive(Default)]
pub struct Papers {
	cases: RefCell<Vec<CaseSheet>>,
	records: RefCell<Vec<RecordSheet>>,
}

impl Papers {
	/// The sheet of a case that is about to be registered.
	pub fn registering(&self, sheet: CaseSheet) {
		self.cases.borrow_mut().push(sheet);
	}

	/// The sheet of a record that is about to be anchored.
	pub fn anchoring(&self, sheet: RecordSheet) {
		self.records.borrow_mut().push(sheet);
	}

	/// The transaction passed, and cases and records get what the chain gave them; or it was refused, and
	/// nothing refers to its sheets.
	pub fn settle(&self, vault: &Vault, report: &Report, passed: bool) -> Result<()> {
		let records = self.records.take();
		match passed {
			true => {
				records::number_sheets(vault, report, records)?;
			},
			// What is not final may pass in another block.
			false if report.is_open() => (),
			false => records.iter().try_for_each(|sheet| vault.shred(sheet))?,
		}
		for draft in self.cases.take() {
			if !passed {
				if !report.is_open() {
					vault.drop_draft(&draft)?;
				}
				continue;
			}
			let events = report.included.iter().flat_map(|(included, _)| &included.events);
			let case = events
				.filter(|event| event.name.starts_with("SubjectIdentity."))
				.find_map(|event| Handle::parse(event.fields.get("case").and_then(Json::as_str)?));
			match case {
				Some(case) => {
					vault.adopt(draft, case.0)?;
				},
				None => vault.keep_draft(&draft)?,
			}
		}
		Ok(())
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::vault::{sheets::Provenance, Filing};
	use shejiao_primitives::{case::CaseId, suite::SuiteId};
	use std::fs;

	#[test]
	fn what_was_refused_leaves_neither_sheet_nor_document() {
		let folder = tempfile::tempdir().expect("a temporary folder; qed");
		let vault = Vault::open(&folder.path().join("vault")).expect("it is ours; qed");
		let filed = |kind: &str| {
			let filing = Filing {
				case: CaseId([3; 16]),
				class: 1,
				kind: kind.into(),
				act_date: "2026-11-29".into(),
				provenance: Provenance::default(),
			};
			vault
				.keep_document(SuiteId::International, kind.as_bytes(), filing)
				.expect("the folder is ours; qed")
		};
		let blobs = || {
			let list = fs::read_dir(vault.root().join("blobs")).expect("kept there; qed");
			list.count()
		};
		let papers = Papers::default();
		let (kept, refused) = (filed("kept"), filed("refused"));
		papers.anchoring(kept.clone());
		papers.settle(&vault, &Report::default(), true).expect("kept; qed");
		assert_eq!(blobs(), 2);
		papers.anchoring(refused.clone());
		papers.settle(&vault, &Report::default(), false).expect("shredded; qed");
		let has = |sheet: &RecordSheet| {
			vault.record(&sheet.sealing.commitment.0).expect("readable; qed").is_some()
		};
		assert!(has(&kept) && !has(&refused));
		assert_eq!(blobs(), 1);
		papers.settle(&vault, &Report::default(), false).expect("nothing waits; qed");
		assert!(has(&kept), "what has passed is settled");
	}
}
