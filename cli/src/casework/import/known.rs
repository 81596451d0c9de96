//! Rows whose case was taken over already, by another table or before a cell was corrected.

use super::{super::cases, Fault, Prepared, PAPER_FILE};
use crate::{
	client::At,
	say,
	vault::{
		identity::{self, DocumentType},
		sheets::{CaseSheet, Handle, Person},
		Vault,
	},
};
use anyhow::Result;
use shejiao_primitives::case::CaseId;
use std::collections::BTreeSet;

/// Rows of which this chain has the case already, as far as the vault knows.
pub async fn check(at: &At, vault: &Vault, rows: &[Prepared]) -> Result<Vec<Fault>> {
	let mut faults = Vec::new();
	for (line, column, case) in alike(vault, rows)? {
		if cases::find(at, case).await?.is_some() {
			let what = say!("import.already", case = Handle(case));
			faults.push(Fault { line, column: column.into(), what });
		}
	}
	Ok(faults)
}

/// Rows that are like an imported case of the vault: their line, the column by which, the case.
fn alike(vault: &Vault, rows: &[Prepared]) -> Result<Vec<(u64, &'static str, CaseId)>> {
	let mut list = Vec::new();
	for case in vault.cases()? {
		let Some(sheet) = vault.case(case)? else { continue };
		if !sheet.facts.decision.contains_key(PAPER_FILE) {
			continue;
		}
		let there = documents(&sheet.facts.person)?;
		for row in rows {
			let column = match there.is_disjoint(&documents(&row.sheet.facts.person)?) {
				false => "id_number",
				true if is_same_file(&sheet, &row.sheet) => "paper_file",
				true => continue,
			};
			list.push((row.line, column, case));
		}
	}
	Ok(list)
}

fn documents(person: &Person) -> Result<BTreeSet<(DocumentType, String)>> {
	let normalised = |document: &identity::Document| {
		Ok((document.kind, identity::normalise(document.kind, &document.number)?))
	};
	person.documents.iter().map(normalised).collect()
}

/// Whether two sheets are of one file on paper: offices may number alike, so name or date of birth must
/// be the same too.
fn is_same_file(one: &CaseSheet, other: &CaseSheet) -> bool {
	let file = |sheet: &CaseSheet| sheet.facts.decision.get(PAPER_FILE).cloned();
	let (a, b) = (&one.facts.person, &other.facts.person);
	file(one) == file(other) && (a.name.trim() == b.name.trim() || a.born == b.born)
}

#[cfg(test)]
mod tests {
	use super::{super::tests::*, *};

	#[test]
	fn a_corrected_row_is_known_by_its_documents_or_its_file() {
		let home = tempfile::tempdir().expect("a temporary folder; qed");
		let vault = Vault::open(&home.path().join("vault")).expect("ours; qed");
		let (rows, _) = prepared(&[GOOD]);
		let case = CaseId([7; 16]);
		vault.adopt(rows[0].sheet.clone(), case).expect("ours; qed");
		let column = |row: &str| {
			let (rows, faults) = prepared(&[row]);
			assert_eq!(faults, []);
			let list = alike(&vault, &rows).expect("ours; qed");
			list.first().map(|(line, column, found)| (*line, *column, *found))
		};
		for same in [
			GOOD.to_string(),
			GOOD.replace("缓刑二年", "缓刑三年"),
			GOOD.replace("王某某", "王某"),
			GOOD.replace("2026-001", "2026-002"),
			GOOD.replace("UTO000001", "UTO000009"),
			GOOD.replace("990000199001010017", "99 0000 19900101 0017"),
		] {
			assert_eq!(column(&same), Some((2, "id_number", case)), "{same}");
		}
		let other = GOOD.replace("resident-id,990000199001010017", "passport,UTO000002");
		let other = other.replace("passport,UTO000001", ",");
		assert_eq!(column(&other), Some((2, "paper_file", case)), "{other}");
		assert_eq!(column(&other.replace("2026-001", "2026-002")), None);
		let person = other.replace("王某某", "李某某").replace("1990-01-01", "1991-01-01");
		assert_eq!(column(&person), None, "the file of another office");
	}
}
