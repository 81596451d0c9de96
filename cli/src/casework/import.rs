//! Running cases taken over from paper: a table, one row per case, checked whole before anything is
//! sent, and sent in batches that hold all or nothing.

mod check;
pub mod known;
pub mod progress;

pub use check::{check, demand};

use super::{
	cases, records,
	table::{self, Unreadable},
};
use crate::{
	client::At,
	coded, fail, failure, say,
	vault::{
		commit::{Fields, Purpose},
		identity::{self, Document, DocumentType},
		sheets::{CaseSheet, NewCase, Person, Sex},
	},
	words,
};
use anyhow::Result;
use pallet_subject_identity::{Assignment, Commitment, ImportRow, Secrecy};
use serde::{de::DeserializeOwned, Serialize};
use shejiao_primitives::{
	case::CaseCategory,
	ids::{MemberId, UnitId},
};
use sp_core::{crypto::AccountId32, H256};
use std::collections::{BTreeMap, BTreeSet};

/// Columns: their name, the heading that a Chinese table may have instead, and whether each row needs
/// a value.
pub const COLUMNS: [(&str, &str, bool); 20] = [
	("name", "姓名", true),
	("sex", "性别", true),
	("born", "出生日期", true),
	("id_kind", "证件类型", true),
	("id_number", "证件号码", true),
	("id2_kind", "第二证件类型", false),
	("id2_number", "第二证件号码", false),
	("category", "矫正类别", true),
	("last_day", "期满日", true),
	("on_paper", "纸质登记日", true),
	("deciding", "决定机关", true),
	("supervising", "检察机关", true),
	("police", "公安机关", false),
	("restricted", "严格保护原因", false),
	("secrecy", "保密审查", true),
	("unit", "下属单位", false),
	("officer", "工作人员", false),
	("paper_file", "案卷号", true),
	("offence", "罪名", false),
	("sentence", "刑期", false),
];

/// What a decision that came from paper is sealed with: the number of the file.
const PAPER_FILE: &str = "paper-file";

/// Something wrong in a table.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
	/// Line, from 1.
	pub line: u64,
	/// Name of the column; `-` for the row as a whole.
	pub column: String,
	/// What.
	pub what: String,
}

/// A row that is well formed.
#[derive(Clone, Debug)]
pub struct Prepared {
	/// Line, from 1.
	pub line: u64,
	/// Its sheet, with everything sealed.
	pub sheet: CaseSheet,
	/// What goes on chain.
	pub row: ImportRow<AccountId32>,
}

/// A row as it was read, by column.
struct Cells<'a> {
	line: u64,
	cells: BTreeMap<&'static str, &'a str>,
	faults: Vec<Fault>,
}

impl<'a> Cells<'a> {
	fn fault(&mut self, column: &str, what: String) {
		self.faults.push(Fault { line: self.line, column: column.into(), what });
	}

	fn get(&self, column: &str) -> Option<&'a str> {
		self.cells.get(column).copied().filter(|text| !text.is_empty())
	}

	/// A value by `read`; a fault where it is missing or wrong.
	fn read<T>(
		&mut self,
		column: &'static str,
		read: impl Fn(&str) -> Result<T, String>,
	) -> Option<T> {
		let Some(text) = self.get(column) else {
			self.fault(column, say!("number.empty"));
			return None;
		};
		match read(text) {
			Ok(value) => Some(value),
			Err(what) => {
				self.fault(column, what);
				None
			},
		}
	}

	/// A value that may be missing.
	fn optional<T>(
		&mut self,
		column: &'static str,
		read: impl Fn(&str) -> Result<T, String>,
	) -> Option<T> {
		self.get(column)?;
		self.read(column, read)
	}
}

/// A coded value by its code, or by its Chinese word.
fn word<T: DeserializeOwned + Serialize>(list: &str, all: &[T], text: &str) -> Result<T, String> {
	coded::coded::<T>(text).or_else(|error| {
		let of_word = all.iter().map(words::code).find(|code| {
			words::lookup_in("zh", &format!("{list}.{code}")).is_some_and(|word| word == text)
		});
		of_word.map_or(Err(error), |code| coded::coded::<T>(&code))
	})
}

const CATEGORIES: [CaseCategory; 4] = [
	CaseCategory::PublicSurveillance,
	CaseCategory::SuspendedSentence,
	CaseCategory::Parole,
	CaseCategory::TemporaryRelease,
];

fn number(text: &str) -> Result<u32, String> {
	text.parse().map_err(|_| say!("import.number"))
}

/// Every row of a table that is well formed, and everything that is wrong with the others.
pub fn prepare(text: &[u8]) -> Result<(Vec<Prepared>, Vec<Fault>)> {
	let rows = table::rows(text).map_err(|unreadable| match unreadable {
		Unreadable::TooLong(line) => {
			failure!("bad-table", line = line, reason = say!("import.too-long"))
		},
		Unreadable::Encoding(line) => {
			failure!("bad-table", line = line, reason = say!("import.encoding"))
		},
	})?;
	let Some((head, rows)) = rows.split_first() else {
		fail!("bad-table", line = 1, reason = say!("number.empty"));
	};
	let mut faults = Vec::new();
	let columns = columns(&head.fields, &mut faults);
	let (mut prepared, mut seen) = (Vec::new(), BTreeMap::new());
	for row in rows {
		let cells = columns
			.iter()
			.filter_map(|(name, place)| Some((*name, row.fields.get(*place)?.as_str())))
			.collect();
		let mut cells = Cells { line: row.line, cells, faults: Vec::new() };
		if row.fields.len() != head.fields.len() {
			let what =
				say!("import.fields", found = row.fields.len(), expected = head.fields.len());
			cells.fault("-", what);
		} else if let Some(good) = self::row(&mut cells)? {
			let documents = &good.sheet.facts.person.documents;
			for (column, document) in ["id_number", "id2_number"].into_iter().zip(documents) {
				let number = identity::normalise(document.kind, &document.number)?;
				if let Some(first) = seen.insert((document.kind, number), row.line) {
					cells.fault(column, say!("import.twice", line = first));
				}
			}
			prepared.push(good);
		}
		faults.append(&mut cells.faults);
	}
	let wrong: BTreeSet<u64> = faults.iter().map(|fault| fault.line).collect();
	prepared.retain(|row| !wrong.contains(&row.line));
	Ok((prepared, faults))
}

/// Where each column stands; unknown and missing ones are faults of the first line.
fn columns(head: &[String], faults: &mut Vec<Fault>) -> BTreeMap<&'static str, usize> {
	let mut places = BTreeMap::new();
	for (place, heading) in head.iter().enumerate() {
		let known = COLUMNS.iter().find(|(name, zh, _)| name == heading || zh == heading);
		let twice = match known {
			Some((name, ..)) => places.insert(*name, place).is_some(),
			None => false,
		};
		let what = match (known, twice) {
			(None, _) => "import.unknown-column",
			(Some(_), true) => "number.twice",
			(Some(_), false) => continue,
		};
		faults.push(Fault { line: 1, column: heading.clone(), what: say!(what) });
	}
	for (name, ..) in
		COLUMNS.iter().filter(|(name, _, needed)| *needed && !places.contains_key(name))
	{
		faults.push(Fault { line: 1, column: (*name).into(), what: say!("import.missing-column") });
	}
	places
}

/// A row, if nothing is wrong with it.
fn row(cells: &mut Cells) -> Result<Option<Prepared>> {
	let person = person(cells);
	let category = cells.read("category", |t| word("case-category", &CATEGORIES, t));
	let last_day = cells.read("last_day", coded::date);
	let on_paper = cells.read("on_paper", coded::date);
	let deciding = cells.read("deciding", number);
	let supervising = cells.read("supervising", number);
	let police = cells.optional("police", number);
	let unit = cells.optional("unit", number);
	let officer =
		cells.optional("officer", |text| records::account(text).map_err(|e| format!("{e:#}")));
	let secrecy = cells.read("secrecy", |text| {
		word("secrecy", &[Secrecy::Unclassified, Secrecy::Classified], text)
	});
	if secrecy == Some(Secrecy::Classified) {
		cells.fault("secrecy", say!("import.classified"));
	}
	let restricted: Vec<String> = cells
		.get("restricted")
		.map(|text| text.split([';', '；']).map(|cause| cause.trim().to_string()).collect())
		.unwrap_or_default();
	let causes = cases::causes(&restricted);
	if let Err(error) = &causes {
		cells.fault("restricted", crate::error::from_any(error).what);
	}
	let file = cells.read("paper_file", |text| Ok(text.to_string()));

	let mut decision = Fields::new();
	for (name, value) in [
		(PAPER_FILE, file.as_deref()),
		("offence", cells.get("offence")),
		("sentence", cells.get("sentence")),
	] {
		if let Some(value) = value {
			decision.insert(name.into(), value.into());
		}
	}
	let parts = (person, category, last_day, on_paper, deciding, supervising, causes.ok());
	let (
		Some(person),
		Some(category),
		Some(last_day),
		Some(on_paper),
		Some(deciding),
		Some(supervising),
		Some(causes),
	) = parts
	else {
		return Ok(None);
	};
	if !cells.faults.is_empty() {
		return Ok(None);
	}
	let facts =
		NewCase { person, category: Some(category), decision: decision.clone(), restricted };
	let mut sheet = match CaseSheet::new(records::SUITE, facts) {
		Ok(sheet) => sheet,
		Err(error) => {
			cells.fault("born", crate::error::from_any(&error).what);
			return Ok(None);
		},
	};
	let evidence = sheet.seal(Purpose::Decision, decision)?;
	let restriction = match causes.is_empty() {
		true => None,
		false => Some(H256(sheet.seal(Purpose::Restriction, causes)?.0)),
	};
	let row = ImportRow {
		category,
		last_day,
		identity: Commitment { suite: sheet.suite, hash: H256(sheet.identity()?.0) },
		evidence: H256(evidence.0),
		on_paper,
		deciding: MemberId(deciding),
		supervising: MemberId(supervising),
		police: police.map(MemberId),
		restriction,
		secrecy,
		assignment: Assignment { unit: unit.map(UnitId), officer },
	};
	Ok(Some(Prepared { line: cells.line, sheet, row }))
}

fn person(cells: &mut Cells) -> Option<Person> {
	let name = cells.read("name", |text| Ok(text.to_string()));
	let sex = cells.read("sex", |text| word("sex", &[Sex::Male, Sex::Female], text));
	let born = cells.read("born", |text| {
		let date = crate::time::calendar(text).map(|_| text.to_string());
		date.ok_or_else(|| say!("number.date"))
	});
	let mut documents = Vec::new();
	for (kind_column, number_column, needed) in
		[("id_kind", "id_number", true), ("id2_kind", "id2_number", false)]
	{
		let is_there = cells.get(kind_column).is_some() || cells.get(number_column).is_some();
		if !needed && !is_there {
			continue;
		}
		let kind = cells.read(kind_column, |t| word("document-type", &DocumentType::ALL, t));
		let number = cells.read(number_column, |text| {
			let Some(kind) = kind else { return Ok(text.to_string()) };
			let checked = identity::normalise(kind, text).map(|_| text.to_string());
			checked.map_err(|error| crate::error::from_any(&error).what)
		});
		if documents.iter().any(|other: &Document| Some(other.kind) == kind) {
			cells.fault(kind_column, say!("number.twice"));
		}
		if let (Some(kind), Some(number)) = (kind, number) {
			documents.push(Document { kind, number });
		}
	}
	Some(Person { name: name?, sex: sex?, born: born?, documents, details: Fields::new() })
}

/// The most rows of a batch on this chain.
pub async fn bound(at: &At) -> Result<usize> {
	let address = subxt::dynamic::constant::<u32>("SubjectIdentity", "MaxImportRows");
	Ok(at.constants().entry(address)? as usize)
}

#[cfg(test)]
mod tests;
