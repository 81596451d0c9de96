//! Many documents by one signature.

use crate::{
	casework::{handles, records},
	coded,
	context::Context,
	failure,
	output::Record,
	vault::sheets::{self, Handle, Provenance},
};
use anyhow::Result;
use serde::Deserialize;
use shejiao_primitives::record::RecordId;
use std::path::{Path, PathBuf};

/// A list of documents.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
	records: Vec<Entry>,
}

/// A document of the list.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
	/// The file, beside the list where it is relative.
	file: PathBuf,
	case: String,
	class: String,
	kind: String,
	#[serde(default)]
	date: Option<String>,
	#[serde(default)]
	provenance: Provenance,
	#[serde(default)]
	officer: Option<String>,
	#[serde(default)]
	supersedes: Option<u64>,
	#[serde(default)]
	from: Vec<u64>,
}

/// Anchor the documents of a list.
pub async fn run(context: &Context, path: &Path) -> Result<()> {
	let bytes = records::read(path)?;
	let list: List = sheets::parse(path, &bytes)?;
	let folder = path.parent().unwrap_or_else(|| Path::new("."));
	let mut deeds = Vec::new();
	for (index, entry) in list.records.into_iter().enumerate() {
		let wrong = |field: &str, reason: String| {
			failure!("bad-entry", entry = index + 1, field = field, reason = reason)
		};
		let said = |field: &'static str| {
			move |error: anyhow::Error| {
				let what = crate::error::from_any(&error).what;
				wrong(field, what.trim_end_matches(['.', '。']).into())
			}
		};
		let date = entry.date.as_deref().map(coded::date).transpose();
		let officer = entry.officer.as_deref().map(records::account).transpose();
		deeds.push(records::Deed {
			case: handles::resolve(context, &entry.case).await.map_err(said("case"))?,
			class: coded::class(&entry.class).map_err(|e| wrong("class", e))?,
			kind: entry.kind.clone(),
			document: records::read(&folder.join(&entry.file)).map_err(said("file"))?,
			act_date: date.map_err(|e| wrong("date", e))?,
			provenance: entry.provenance.clone(),
			officer: officer.map_err(said("officer"))?,
			seal: None,
			supersedes: entry.supersedes.map(RecordId),
			derived_from: entry.from.iter().copied().map(RecordId).collect(),
		});
	}
	let anchored = records::anchor_all(context, deeds).await?;
	if context.out.format == crate::output::Format::Table {
		let rows = anchored.iter().map(|anchored| {
			Record::new()
				.maybe("record", anchored.record.map(|record| record.0))
				.put("case", Handle(anchored.sheet.case.0))
				.put("actDate", anchored.sheet.act_date.clone())
				.put("commitment", anchored.sheet.sealing.commitment)
		});
		context.out.list(rows.collect());
	}
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_list_names_the_line_of_its_error() {
		let text = "records:\n  - file: a.pdf\n    case: abcd\n    class: end\n    kind: certificate\n    day: 1\n";
		let error = sheets::parse::<List>(Path::new("list.yaml"), text.as_bytes());
		let failure = crate::error::from_any(&error.expect_err("no such field; qed"));
		assert_eq!(failure.code, "bad-sheet");
		assert!(failure.what.contains('6') && failure.what.contains("day"), "{}", failure.what);
	}
}
