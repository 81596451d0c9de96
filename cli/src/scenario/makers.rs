//! Values that nobody writes down: commitments with a fresh salt, identity tags, hashes.
//!
//! Where the chain wants a hash, a scenario writes how it is made:
//! `{identity: zhang}`, `{tag: {person: zhang, document: passport}}`,
//! `{sealed: {purpose: decision, value: {sentence: …}, case: $case}}`, `{hash: some text}`.

use super::{
	model::Scenario,
	yaml::{Node, Read, Value},
};
use crate::{
	coded, say,
	vault::{commit::Purpose, identity::DocumentType},
};

/// How a hash is made.
#[derive(Debug)]
pub enum Maker<'a> {
	/// The salted commitment to a person's identity, for a case.
	Identity {
		/// Label of the person.
		person: &'a str,
	},
	/// The keyed tag of a person's document.
	Tag {
		/// Label of the person.
		person: &'a str,
		/// Which document.
		document: DocumentType,
	},
	/// A salted commitment to anything else.
	Sealed {
		/// What it is for.
		purpose: Purpose,
		/// What is sealed: texts, days and variables by name.
		value: &'a [(String, Node)],
		/// The case it belongs to.
		case: Option<&'a Node>,
	},
	/// The hash of a text.
	Hash(&'a str),
}

impl<'a> Maker<'a> {
	/// Read how a hash is made; `None` where `node` is something else.
	pub fn read(node: &'a Node, scenario: &Scenario) -> Read<Option<Self>> {
		let Value::Map(map) = &node.value else { return Ok(None) };
		let [(kind, inner)] = &map[..] else { return Ok(None) };
		let person = |node: &'a Node| match scenario.person(node.text()?) {
			Some(_) => node.text(),
			None => Err(node.flaw(say!("flaw.no-person", name = node.text()?))),
		};
		Ok(Some(match kind.as_str() {
			"identity" => Self::Identity { person: person(inner)? },
			"tag" => {
				inner.only(&["person", "document"])?;
				let (who, kind) = (inner.need("person")?, inner.need("document")?);
				let document: DocumentType =
					coded::coded(kind.text()?).map_err(|error| kind.flaw(error))?;
				let label = person(who)?;
				if !scenario.person(label).is_some_and(|person| person.has(document)) {
					return Err(kind.flaw(say!("flaw.no-document", name = label)));
				}
				Self::Tag { person: label, document }
			},
			"sealed" => {
				inner.only(&["purpose", "value", "case"])?;
				let purpose = inner.need("purpose")?;
				let value = inner.need("value")?.map()?;
				value.iter().try_for_each(|(_, node)| node.text().map(|_| ()))?;
				Self::Sealed {
					purpose: coded::coded(purpose.text()?).map_err(|error| purpose.flaw(error))?,
					value,
					case: inner.get("case"),
				}
			},
			"hash" => Self::Hash(inner.text()?),
			_ => return Ok(None),
		}))
	}
}
