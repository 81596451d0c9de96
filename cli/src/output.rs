//! What commands print: tables for people, JSON for programs.

use crate::{say, words};
use comfy_table::{presets, ContentArrangement, Table};
use serde::Serialize;
use serde_json::{Map, Value};
use std::{fmt::Display, io::Write};

/// Form of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
	/// Tables, in the language chosen.
	Table,
	/// JSON with English keys and codes, whatever the language.
	Json,
	/// Nothing: whoever asked tells it in its own way.
	#[value(skip)]
	Quiet,
}

/// One value, for programs and for people.
struct Field {
	key: &'static str,
	json: Value,
	text: String,
}

/// What is known of one thing.
#[derive(Default)]
pub struct Record(Vec<Field>);

impl Record {
	/// An empty record.
	pub fn new() -> Self {
		Self::default()
	}

	fn push(mut self, key: &'static str, json: Value, text: String) -> Self {
		self.0.push(Field { key, json, text });
		self
	}

	/// A plain value.
	pub fn put(self, key: &'static str, value: impl Serialize + Display) -> Self {
		let text = value.to_string();
		self.push(key, serde_json::to_value(value).unwrap_or(Value::Null), text)
	}

	/// A value that may be missing.
	pub fn maybe(self, key: &'static str, value: Option<impl Serialize + Display>) -> Self {
		match value {
			Some(value) => self.put(key, value),
			None => self.push(key, Value::Null, "-".into()),
		}
	}

	/// A code of the list `list`.
	pub fn term(self, key: &'static str, list: &str, value: &impl Serialize) -> Self {
		self.push(key, Value::String(words::code(value)), words::term(list, value))
	}

	/// A code of the list `list` that may be missing.
	pub fn maybe_term(self, key: &'static str, list: &str, value: Option<&impl Serialize>) -> Self {
		match value {
			Some(value) => self.term(key, list, value),
			None => self.push(key, Value::Null, "-".into()),
		}
	}

	/// Codes of the list `list`.
	pub fn terms(self, key: &'static str, list: &str, codes: &[&str]) -> Self {
		let text = codes.iter().map(|code| words::term(list, code)).collect::<Vec<_>>().join(", ");
		self.push(key, codes.iter().map(|code| Value::from(*code)).collect(), text)
	}

	/// Yes or no.
	pub fn flag(self, key: &'static str, value: bool) -> Self {
		let text = say!(if value { "word.yes" } else { "word.no" });
		self.push(key, value.into(), text)
	}

	/// Yes or no, or neither.
	pub fn maybe_flag(self, key: &'static str, value: Option<bool>) -> Self {
		match value {
			Some(value) => self.flag(key, value),
			None => self.maybe(key, None::<String>),
		}
	}

	/// A moment in milliseconds UTC: 0 is the beginning of the chain, the largest no end.
	pub fn moment(self, key: &'static str, moment: u64) -> Self {
		let text = match moment {
			0 => say!("word.beginning"),
			u64::MAX => say!("word.no-end"),
			_ => crate::time::show(moment),
		};
		self.push(key, moment.into(), text)
	}

	/// A moment that may be missing.
	pub fn maybe_moment(self, key: &'static str, moment: Option<u64>) -> Self {
		match moment {
			Some(moment) => self.moment(key, moment),
			None => self.push(key, Value::Null, "-".into()),
		}
	}

	/// A value of any shape, with its text.
	pub fn value(self, key: &'static str, json: Value, text: String) -> Self {
		self.push(key, json, text)
	}

	/// As JSON.
	pub fn json(self) -> Value {
		Value::Object(self.0.into_iter().map(|f| (f.key.into(), f.json)).collect::<Map<_, _>>())
	}
}

/// Where output goes.
#[derive(Clone, Copy, Debug)]
pub struct Output {
	/// Its form.
	pub format: Format,
}

impl Output {
	/// One thing.
	pub fn show(&self, record: Record) {
		match self.format {
			Format::Quiet => {},
			Format::Json => self.json(&record.json()),
			Format::Table => {
				let mut table = table();
				for field in record.0 {
					table.add_row(vec![heading(field.key), field.text]);
				}
				print(&table);
			},
		}
	}

	/// One thing with its parts: for programs one object, for people a table each, under its name.
	pub fn whole(&self, head: Record, parts: Vec<(&'static str, Vec<Record>)>) {
		match self.format {
			Format::Quiet => {},
			Format::Json => {
				let mut whole = head.json();
				for (name, rows) in parts {
					whole[name] = rows.into_iter().map(Record::json).collect();
				}
				self.json(&whole);
			},
			Format::Table => {
				self.show(head);
				for (name, rows) in parts.into_iter().filter(|(_, rows)| !rows.is_empty()) {
					self.line(words::term("part", &name));
					self.list(rows);
				}
			},
		}
	}

	/// Many things of one kind.
	pub fn list(&self, records: Vec<Record>) {
		match self.format {
			Format::Quiet => {},
			Format::Json => {
				self.json(&Value::Array(records.into_iter().map(Record::json).collect()));
			},
			Format::Table if records.is_empty() => print(&say!("word.none")),
			Format::Table => {
				let mut table = table();
				if let Some(first) = records.first() {
					table.set_header(first.0.iter().map(|f| heading(f.key)));
				}
				for record in records {
					table.add_row(record.0.into_iter().map(|f| f.text).collect::<Vec<_>>());
				}
				print(&table);
			},
		}
	}

	/// A line for people; programs get nothing.
	pub fn line(&self, text: impl Display) {
		if self.format == Format::Table {
			print(&text);
		}
	}

	/// JSON, on one line.
	pub fn json(&self, value: &Value) {
		print(value);
	}
}

/// A reader that stops reading is no failure.
fn print(text: &impl Display) {
	let _ = writeln!(std::io::stdout(), "{text}");
}

fn heading(key: &str) -> String {
	words::lookup(&format!("field.{key}")).unwrap_or_else(|| key.into())
}

fn table() -> Table {
	let mut table = Table::new();
	table
		.load_preset(presets::UTF8_BORDERS_ONLY)
		.set_content_arrangement(ContentArrangement::Dynamic);
	table
}
