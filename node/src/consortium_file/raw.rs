//! What may stand in a consortium file, as TOML types. Meaning is checked later.

use super::Fault;
use serde::Deserialize;

/// The whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct File {
	pub chain: Chain,
	pub governance: Governance,
	#[serde(default)]
	pub member: Vec<Member>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Chain {
	pub name: String,
	pub id: String,
	#[serde(rename = "type")]
	pub kind: String,
	#[serde(default = "full_day")]
	pub day_length_ms: u64,
	pub start: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Governance {
	pub minimum_validators: u32,
	pub quota_ms_per_hour: u64,
	pub publicity_days: Option<u32>,
	pub proposal_days: Option<u32>,
	pub suspension_days: Option<u32>,
	pub rest_days: Option<u32>,
	pub withdrawal_days: Option<u32>,
	pub renewal_days: Option<u32>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Member {
	pub key: String,
	pub name: String,
	pub kind: String,
	pub level: String,
	pub parent: Option<String>,
	pub area: u32,
	pub account: String,
	pub seat: String,
	#[serde(default)]
	pub provider: bool,
	#[serde(default)]
	pub full_node: bool,
	pub suite: String,
	pub encryption_key: String,
	pub charter_hash: String,
	pub renewal: Option<String>,
	pub quota_ms_per_hour: Option<u64>,
	#[serde(default)]
	pub peer: Vec<Peer>,
	#[serde(default)]
	pub unit: Vec<Unit>,
	#[serde(default)]
	pub officer: Vec<Officer>,
	pub validator: Option<Validator>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Peer {
	pub id: String,
	pub address: Option<String>,
	#[serde(default)]
	pub archive: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Unit {
	pub key: String,
	pub name: String,
	pub kind: String,
	pub area: Option<u32>,
	pub delegation: Option<Delegation>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Delegation {
	pub acts: Vec<String>,
	pub until: String,
	pub document: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Officer {
	pub account: String,
	pub duties: Vec<String>,
	pub category: String,
	pub valid_until: String,
	pub unit: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Validator {
	pub account: String,
	pub aura: String,
	pub grandpa: String,
	pub peer: String,
}

/// The length of a day where the file is silent.
fn full_day() -> u64 {
	86_400_000
}

/// Read the text; a fault names the line and the table that it is in.
pub fn read(text: &str) -> Result<File, Fault> {
	toml::from_str(text).map_err(|e| {
		let what = e.message().replace('\n', " ");
		let Some(span) = e.span() else { return Fault { at: "file".into(), what } };
		let before = text.get(..span.start).unwrap_or(text);
		let line = before.matches('\n').count() + 1;
		// The span of a missing field starts at its table's header: that line belongs to the context.
		let end = text
			.get(span.start..)
			.and_then(|rest| rest.find('\n'))
			.map_or(text.len(), |n| span.start.saturating_add(n));
		let at = match table(text.get(..end).unwrap_or(text)) {
			Some(table) => format!("line {line}, {table}"),
			None => format!("line {line}"),
		};
		Fault { at, what }
	})
}

/// The last table that a text opens, with the indices of its arrays: `member[2].officer[0]`.
fn table(text: &str) -> Option<String> {
	let headers: Vec<_> = text
		.lines()
		.map(str::trim)
		.filter(|line| line.starts_with('['))
		.filter_map(|line| {
			let name = line.split('#').next()?.trim();
			let array = name.starts_with("[[");
			Some((name.trim_matches(['[', ']', ' ']), array))
		})
		.collect();
	let (last, _) = headers.last()?;
	let mut path = String::new();
	let mut prefix = String::new();
	// The index counts headers of the array since its parent's last header.
	let mut since = 0;
	for part in last.split('.') {
		if !prefix.is_empty() {
			prefix.push('.');
			path.push('.');
		}
		prefix.push_str(part);
		path.push_str(part);
		let window = headers.get(since..).unwrap_or_default();
		let opened = window.iter().filter(|(name, array)| *array && *name == prefix).count();
		if opened > 0 {
			path.push_str(&format!("[{}]", opened - 1));
			let position = window.iter().rposition(|(name, array)| *array && *name == prefix);
			since += position.map_or(0, |p| p + 1);
		}
	}
	Some(path)
}
