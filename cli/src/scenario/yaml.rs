//! YAML as a tree whose every node knows its place in the file.

use crate::say;
use serde::{
	de::{self, MapAccess, SeqAccess, Visitor},
	Deserialize, Deserializer,
};
use serde_saphyr::{Location, Spanned};
use std::fmt;

/// What is wrong in a scenario file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
	/// Line, from 1.
	pub line: u64,
	/// The field, as a path such as `sections.2.steps.0.with.case`.
	pub field: String,
	/// What is wrong, in the user's language.
	pub what: String,
}

impl fmt::Display for Flaw {
	fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
		let field = if self.field.is_empty() { "." } else { &self.field };
		write!(f, "{}", say!("flaw.at", line = self.line, field = field, what = self.what))
	}
}

impl std::error::Error for Flaw {}

/// The outcome of reading a part of a scenario.
pub type Read<T> = Result<T, Flaw>;

/// A node of the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
	/// Line, from 1.
	pub line: u64,
	/// Path from the root.
	pub field: String,
	/// What it holds.
	pub value: Value,
}

/// What a node holds. Scalars are text: what they mean depends on what wants them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
	/// Nothing.
	Null,
	/// A scalar as it is written.
	Text(String),
	/// A sequence.
	List(Vec<Node>),
	/// A mapping, in the order of the file.
	Map(Vec<(String, Node)>),
}

impl Node {
	/// A node in the place of `self`.
	pub fn instead(&self, value: Value) -> Self {
		Self { line: self.line, field: self.field.clone(), value }
	}

	/// A node that holds `json`, in the place of `self`.
	pub fn holding(&self, json: &serde_json::Value) -> Self {
		use serde_json::Value as Json;
		let value = match json {
			Json::Null => Value::Null,
			Json::String(text) => Value::Text(text.clone()),
			Json::Bool(flag) => Value::Text(flag.to_string()),
			Json::Number(number) => Value::Text(number.to_string()),
			Json::Array(list) => Value::List(list.iter().map(|one| self.holding(one)).collect()),
			Json::Object(map) => {
				Value::Map(map.iter().map(|(key, one)| (key.clone(), self.holding(one))).collect())
			},
		};
		self.instead(value)
	}

	/// That `what` is wrong with this node.
	pub fn flaw(&self, what: impl Into<String>) -> Flaw {
		Flaw { line: self.line, field: self.field.clone(), what: what.into() }
	}

	/// That `what` is wrong with `key` of this node.
	pub fn flaw_in(&self, key: &str, what: impl Into<String>) -> Flaw {
		Flaw { line: self.line, field: join(&self.field, key), what: what.into() }
	}

	/// Its text.
	pub fn text(&self) -> Read<&str> {
		match &self.value {
			Value::Text(text) => Ok(text),
			_ => Err(self.flaw(say!("flaw.no-text"))),
		}
	}

	/// Its text, if it is one.
	pub fn as_text(&self) -> Option<&str> {
		match &self.value {
			Value::Text(text) => Some(text),
			_ => None,
		}
	}

	/// Its elements.
	pub fn list(&self) -> Read<&[Node]> {
		match &self.value {
			Value::List(list) => Ok(list),
			_ => Err(self.flaw(say!("flaw.no-list"))),
		}
	}

	/// Its entries.
	pub fn map(&self) -> Read<&[(String, Node)]> {
		match &self.value {
			Value::Map(map) => Ok(map),
			_ => Err(self.flaw(say!("flaw.no-map"))),
		}
	}

	/// The entry `key`, if there is one.
	pub fn get(&self, key: &str) -> Option<&Node> {
		match &self.value {
			Value::Map(map) => map.iter().find(|(name, _)| name == key).map(|(_, node)| node),
			_ => None,
		}
	}

	/// The entry `key`, which must be there.
	pub fn need(&self, key: &str) -> Read<&Node> {
		self.map()?;
		self.get(key).ok_or_else(|| self.flaw_in(key, say!("flaw.missing")))
	}

	/// That there is no entry but those of `known`.
	pub fn only(&self, known: &[&str]) -> Read<()> {
		match self.map()?.iter().find(|(key, _)| !known.contains(&key.as_str())) {
			Some((_, node)) => Err(node.flaw(say!("flaw.unknown-field", known = known.join(", ")))),
			None => Ok(()),
		}
	}

	/// A number.
	pub fn number(&self) -> Read<u64> {
		self.text()?.parse().map_err(|_| self.flaw(say!("flaw.no-number")))
	}

	/// Yes or no.
	pub fn flag(&self) -> Read<bool> {
		match self.text()? {
			"true" | "yes" => Ok(true),
			"false" | "no" => Ok(false),
			_ => Err(self.flaw(say!("flaw.no-flag"))),
		}
	}
}

fn join(path: &str, key: &str) -> String {
	if path.is_empty() {
		key.into()
	} else {
		format!("{path}.{key}")
	}
}

/// Read `source`.
pub fn parse(source: &str) -> Read<Node> {
	let options = serde_saphyr::options! { with_snippet: false };
	let raw: Spanned<Raw> =
		serde_saphyr::from_str_with_options(source, options).map_err(|error| {
			let text = crate::error::one_line(&error.to_string());
			// Its place is told apart.
			let text = text.rsplit_once(" at line ").map_or(&text[..], |(text, _)| text);
			let twice = text
				.strip_prefix("duplicate mapping key: ")
				.and_then(|rest| rest.split(',').next());
			Flaw {
				line: error.location().map_or(1, |location| location.line()),
				field: twice.unwrap_or_default().into(),
				what: match twice {
					Some(name) => say!("flaw.twice", name = name),
					None => say!("flaw.no-yaml", reason = text),
				},
			}
		})?;
	Ok(place(raw, String::new(), source))
}

/// A node before it knows its path.
enum Raw {
	Null,
	/// A scalar, and whether the parser has left its text alone.
	Scalar(String, bool),
	List(Vec<Spanned<Raw>>),
	Map(Vec<(String, Spanned<Raw>)>),
}

fn place(raw: Spanned<Raw>, field: String, source: &str) -> Node {
	let value = match raw.value {
		Raw::Null => Value::Null,
		Raw::Scalar(text, true) => Value::Text(text),
		// `0x0012` is no number here, and a resident id keeps its zeros.
		Raw::Scalar(text, false) => Value::Text(written(source, &raw.defined).unwrap_or(text)),
		Raw::List(list) => Value::List(
			list.into_iter()
				.enumerate()
				.map(|(index, one)| place(one, join(&field, &index.to_string()), source))
				.collect(),
		),
		Raw::Map(map) => Value::Map(
			map.into_iter()
				.map(|(key, one)| {
					let path = join(&field, &key);
					(key, place(one, path, source))
				})
				.collect(),
		),
	};
	Node { line: raw.referenced.line(), field, value }
}

/// What stands in the file at `location`.
fn written(source: &str, location: &Location) -> Option<String> {
	let span = location.span();
	let start = usize::try_from(span.byte_offset()?).ok()?;
	let length = usize::try_from(span.byte_len()?).ok()?;
	let text = source.get(start..start.checked_add(length)?)?.trim();
	(!text.is_empty()).then(|| text.to_string())
}

impl<'de> Deserialize<'de> for Raw {
	fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		struct Any;
		impl<'de> Visitor<'de> for Any {
			type Value = Raw;

			fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
				f.write_str("a scalar, a sequence or a mapping")
			}

			fn visit_unit<E: de::Error>(self) -> Result<Raw, E> {
				Ok(Raw::Null)
			}

			fn visit_none<E: de::Error>(self) -> Result<Raw, E> {
				Ok(Raw::Null)
			}

			fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<Raw, D::Error> {
				Raw::deserialize(inner)
			}

			fn visit_bool<E: de::Error>(self, value: bool) -> Result<Raw, E> {
				Ok(Raw::Scalar(value.to_string(), false))
			}

			fn visit_i64<E: de::Error>(self, value: i64) -> Result<Raw, E> {
				Ok(Raw::Scalar(value.to_string(), false))
			}

			fn visit_u64<E: de::Error>(self, value: u64) -> Result<Raw, E> {
				Ok(Raw::Scalar(value.to_string(), false))
			}

			fn visit_f64<E: de::Error>(self, value: f64) -> Result<Raw, E> {
				Ok(Raw::Scalar(value.to_string(), false))
			}

			fn visit_str<E: de::Error>(self, value: &str) -> Result<Raw, E> {
				Ok(Raw::Scalar(value.into(), true))
			}

			fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Raw, A::Error> {
				let mut list = Vec::new();
				while let Some(one) = access.next_element()? {
					list.push(one);
				}
				Ok(Raw::List(list))
			}

			fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Raw, A::Error> {
				let mut map = Vec::new();
				while let Some(entry) = access.next_entry()? {
					map.push(entry);
				}
				Ok(Raw::Map(map))
			}
		}
		deserializer.deserialize_any(Any)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn every_node_knows_its_line_and_path() {
		let root = parse("a: 1\nlist:\n  - x: two\n    y: [3, four]\n").expect("valid; qed");
		let first = &root.need("list").and_then(Node::list).expect("a list; qed")[0];
		let y = first.need("y").expect("there; qed");
		assert_eq!((y.line, y.field.as_str()), (4, "list.0.y"));
		assert_eq!(y.list().expect("a list; qed")[1].text(), Ok("four"));
		assert_eq!(first.need("x").map(|x| x.line), Ok(3));
	}

	#[test]
	fn scalars_stay_as_they_are_written() {
		let source = "id: 990000199001010010\nhex: 0x00ff\nzero: 007\nyes: true\ndate: 2026-11-21\nq: \"a\"\nlong: 0x00000000000000000000000000000000000000000000000000000000000000ff\nnone:\n";
		let root = parse(source).expect("valid; qed");
		let text = |key: &str| root.need(key).and_then(Node::text).map(String::from);
		for (key, expected) in [
			("id", "990000199001010010"),
			("hex", "0x00ff"),
			("zero", "007"),
			("yes", "true"),
			("date", "2026-11-21"),
			("q", "a"),
			("long", "0x00000000000000000000000000000000000000000000000000000000000000ff"),
		] {
			assert_eq!(text(key).as_deref(), Ok(expected));
		}
		assert_eq!(root.get("none").map(|node| &node.value), Some(&Value::Null));
	}

	#[test]
	fn what_is_wrong_is_named_with_its_line() {
		let flaw = parse("a: 1\nb: [1, 2\nc: 3\n").expect_err("the bracket is open; qed");
		assert!(flaw.line >= 2, "{flaw}");
		let flaw = parse("a: 1\na: 2\n").expect_err("twice the same key; qed");
		assert_eq!((flaw.line, flaw.field.as_str()), (2, "a"), "{flaw}");
		assert!(!flaw.what.contains("policy"), "{flaw}");
		let root = parse("a: 1\nb: 2\n").expect("valid; qed");
		let flaw = root.only(&["a"]).expect_err("b is not known; qed");
		assert_eq!((flaw.line, flaw.field.as_str()), (2, "b"));
		let flaw = root.need("c").map(|_| ()).expect_err("c is missing; qed");
		assert_eq!(flaw.field, "c");
	}
}
