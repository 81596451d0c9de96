//! Sheets: what the chain must not know of a case and of a record, with the salts that tie it to what
//! the chain knows.

use super::{
	commit::{Bytes32, Fields, Purpose, Sealing},
	identity::{self, Document, DocumentType},
};
use crate::{client::hex, fail, failure, keys};
use anyhow::Result;
use serde::{de::DeserializeOwned, Deserialize, Serialize};
use shejiao_primitives::{
	case::{CaseCategory, CaseId},
	suite::SuiteId,
};
use std::path::Path;

/// A case's handle as it is written down: 0x and 32 digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Handle(pub CaseId);

impl Handle {
	/// From its full spelling.
	pub fn parse(text: &str) -> Option<Self> {
		keys::bytes::<16>(text).map(|bytes| Self(CaseId(bytes)))
	}
}

impl std::fmt::Display for Handle {
	fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
		write!(f, "{}", hex(self.0 .0))
	}
}

impl Serialize for Handle {
	fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.collect_str(self)
	}
}

impl<'de> Deserialize<'de> for Handle {
	fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		let text = String::deserialize(deserializer)?;
		Self::parse(&text).ok_or_else(|| serde::de::Error::custom("expected 0x and 32 digits"))
	}
}

/// Sex, as the law on correction groups asks for it (法 25).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sex {
	/// 男
	Male,
	/// 女
	Female,
}

/// Who a case is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
	/// Name.
	pub name: String,
	/// Sex.
	pub sex: Sex,
	/// Date of birth, `YYYY-MM-DD`.
	pub born: String,
	/// Documents: the resident id first, where there is one.
	pub documents: Vec<Document>,
	/// What else is known: address, telephone, family. Not committed to.
	#[serde(default, skip_serializing_if = "Fields::is_empty")]
	pub details: Fields,
}

impl Person {
	/// What the identity commitment of a case seals.
	pub fn identity(&self) -> Result<Fields> {
		let mut fields = Fields::new();
		fields.insert("name".into(), self.name.trim().into());
		fields.insert("sex".into(), crate::words::code(&self.sex));
		fields.insert("born".into(), self.born.clone());
		for document in &self.documents {
			let number = identity::normalise(document.kind, &document.number)?;
			fields.insert(crate::words::code(&document.kind), number);
		}
		Ok(fields)
	}

	/// Refuse what cannot be a person, naming the field.
	pub fn check(&self) -> Result<()> {
		let wrong = |field: &str, reason: &str| -> Result<()> {
			Err(failure!("bad-person", field = field, reason = crate::say!(reason)).into())
		};
		if self.name.trim().is_empty() {
			return wrong("name", "number.empty");
		}
		if crate::time::calendar(&self.born).is_none() {
			return wrong("born", "number.date");
		}
		if self.documents.is_empty() {
			return wrong("documents", "number.empty");
		}
		for (index, document) in self.documents.iter().enumerate() {
			let number = identity::normalise(document.kind, &document.number)?;
			let twice = self.documents[..index].iter().any(|other| other.kind == document.kind);
			if twice {
				return wrong("documents", "number.twice");
			}
			let born = identity::birthday(&number);
			if document.kind == DocumentType::ResidentId && born.as_ref() != Some(&self.born) {
				return wrong("born", "number.contradicts");
			}
		}
		Ok(())
	}

	/// Whether nobody can be meant: every document is fictitious.
	#[cfg(test)]
	pub fn is_fictitious(&self) -> Result<bool> {
		for document in &self.documents {
			let number = identity::normalise(document.kind, &document.number)?;
			if !identity::is_fictitious(document.kind, &number) {
				return Ok(false);
			}
		}
		Ok(!self.documents.is_empty())
	}
}

/// What an officer writes to register a case: YAML or JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NewCase {
	/// Who it is about.
	pub person: Person,
	/// Category, where it is decided.
	#[serde(default, skip_serializing_if = "Option::is_none")]
	pub category: Option<CaseCategory>,
	/// Decision, sentence, offence and what else of it is sealed.
	#[serde(default, skip_serializing_if = "Fields::is_empty")]
	pub decision: Fields,
	/// Why strict defaults hold: minor, illness, pregnancy, protected-address. None in most cases.
	#[serde(default, skip_serializing_if = "Vec::is_empty")]
	pub restricted: Vec<String>,
}

/// The sheet of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseSheet {
	/// The handle, once the chain has given it.
	#[serde(default, skip_serializing_if = "Option::is_none")]
	pub case: Option<Handle>,
	/// Algorithms.
	pub suite: SuiteId,
	/// What the officer wrote.
	pub facts: NewCase,
	/// Everything sealed about the case, the latest of a purpose last.
	#[serde(default)]
	pub sealings: Vec<Sealing>,
}

impl CaseSheet {
	/// A sheet with the identity sealed.
	pub fn new(suite: SuiteId, facts: NewCase) -> Result<Self> {
		facts.person.check()?;
		let mut sheet = Self { case: None, suite, facts, sealings: Vec::new() };
		let identity = sheet.facts.person.identity()?;
		sheet.seal(Purpose::Identity, identity)?;
		Ok(sheet)
	}

	/// Seal `value`, remember it, and give the commitment.
	pub fn seal(&mut self, purpose: Purpose, value: Fields) -> Result<Bytes32> {
		let sealing = Sealing::new(purpose, self.suite, value)?;
		let commitment = sealing.commitment;
		self.sealings.push(sealing);
		Ok(commitment)
	}

	/// The latest sealing of a purpose.
	pub fn sealing(&self, purpose: Purpose) -> Option<&Sealing> {
		self.sealings.iter().rev().find(|sealing| sealing.purpose == purpose)
	}

	/// What a commitment on chain seals, if it was made here.
	pub fn opened(&self, commitment: &[u8; 32]) -> Option<&Sealing> {
		self.sealings.iter().find(|sealing| sealing.commitment.0 == *commitment)
	}

	/// The commitment to the identity.
	pub fn identity(&self) -> Result<Bytes32> {
		let sealing = self.sealing(Purpose::Identity);
		Ok(sealing.map(|s| s.commitment).ok_or_else(|| failure!("no-identity"))?)
	}

	/// What of it goes to another agency of the case: the person as committed to, and the sealing that
	/// proves it. Whatever else is sealed is not the other's to know, and comes with its document.
	pub fn handed_over(&self) -> Result<Self> {
		let identity = self.sealing(Purpose::Identity).ok_or_else(|| failure!("no-identity"))?;
		let person = Person { details: Fields::new(), ..self.facts.person.clone() };
		let facts =
			NewCase { person, category: None, decision: Fields::new(), restricted: Vec::new() };
		Ok(Self { case: self.case, suite: self.suite, facts, sealings: vec![identity.clone()] })
	}

	/// Whether it says who the case is about whose identity commitment on chain is this.
	pub fn is_of(&self, suite: SuiteId, commitment: &[u8; 32]) -> Result<bool> {
		self.facts.person.check()?;
		let Some(identity) = self.sealing(Purpose::Identity) else { return Ok(false) };
		Ok((self.suite, identity.suite) == (suite, suite)
			&& identity.commitment.0 == *commitment
			&& identity.value == self.facts.person.identity()?
			&& identity.holds()?)
	}
}

/// How a reading, picture or document came to be (Online Litigation Rules 16 to 19, S72): sealed in
/// the record's commitment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provenance {
	/// When it was captured, such as `2026-11-21T09:30:00`.
	#[serde(default, skip_serializing_if = "Option::is_none")]
	pub captured: Option<String>,
	/// By which device.
	#[serde(default, skip_serializing_if = "Option::is_none")]
	pub device: Option<String>,
	/// By which method: scanned, photographed, received, computed.
	#[serde(default, skip_serializing_if = "Option::is_none")]
	pub method: Option<String>,
	/// By whom.
	#[serde(default, skip_serializing_if = "Option::is_none")]
	pub operator: Option<String>,
	/// In whose presence.
	#[serde(default, skip_serializing_if = "Option::is_none")]
	pub witness: Option<String>,
}

impl Provenance {
	fn put(&self, fields: &mut Fields) {
		let parts = [
			("captured", &self.captured),
			("device", &self.device),
			("method", &self.method),
			("operator", &self.operator),
			("witness", &self.witness),
		];
		for (name, value) in parts {
			if let Some(value) = value {
				fields.insert(name.into(), value.clone());
			}
		}
	}
}

/// The sheet of a record: with it the ciphertext opens, and the commitment on chain is proved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordSheet {
	/// Its number, once the chain has given it.
	#[serde(default, skip_serializing_if = "Option::is_none")]
	pub record: Option<u64>,
	/// The case it belongs to.
	pub case: Handle,
	/// The coarse class that stands on chain.
	pub class: u16,
	/// Day of the act, `YYYY-MM-DD`.
	pub act_date: String,
	/// Exact kind, provenance and hash of the document.
	pub sealing: Sealing,
	/// Where the ciphertext is.
	pub locator: Bytes32,
	/// Opens the ciphertext.
	pub key: Bytes32,
	/// Hash of the ciphertext.
	pub ciphertext: Bytes32,
	/// Size of the ciphertext: 2^`step` KiB.
	pub step: u8,
}

impl RecordSheet {
	/// What the commitment of a record seals.
	pub fn fields(kind: &str, document: &[u8; 32], provenance: &Provenance) -> Fields {
		let mut fields = Fields::new();
		fields.insert("kind".into(), kind.into());
		fields.insert("document".into(), hex(document));
		provenance.put(&mut fields);
		fields
	}

	/// Hash of the document in plain.
	pub fn document(&self) -> Option<[u8; 32]> {
		self.sealing.value.get("document").and_then(|text| keys::bytes::<32>(text))
	}
}

/// Read YAML or JSON of `path`; an error names line and field.
pub fn parse<T: DeserializeOwned>(path: &Path, bytes: &[u8]) -> Result<T> {
	let Ok(text) = std::str::from_utf8(bytes) else {
		fail!("bad-sheet", path = path.display(), line = 1, reason = "UTF-8");
	};
	Ok(serde_saphyr::from_str(text).map_err(|e| {
		let line = e.location().map_or(0, |location| location.line());
		let reason = e.without_snippet().to_string();
		failure!("bad-sheet", path = path.display(), line = line, reason = reason)
	})?)
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::error::from_any;

	const SHEET: &str = "
person:
  name: 王某某
  sex: male
  born: 1990-01-01
  documents:
    - kind: resident-id
      number: '99 0000 19900101 001 7'
    - { kind: passport, number: UTO000001 }
  details:
    telephone: '000'
category: suspended-sentence
decision:
  offence: 某罪
  sentence: 有期徒刑一年，缓刑二年
";

	fn parsed(text: &str) -> Result<NewCase> {
		parse(Path::new("case.yaml"), text.as_bytes())
	}

	#[test]
	fn a_sheet_is_read_and_sealed() {
		let facts = parsed(SHEET).expect("well formed; qed");
		assert!(facts.person.is_fictitious().expect("valid numbers; qed"));
		let sheet = CaseSheet::new(SuiteId::International, facts).expect("well formed; qed");
		let identity = sheet.sealing(Purpose::Identity).expect("sealed; qed");
		assert_eq!(identity.value["resident-id"], "990000199001010017");
		assert!(identity.holds().expect("supported; qed"));
		assert!(!identity.value.contains_key("telephone"), "details may change");
		let text = serde_json::to_string(&sheet).expect("text alone; qed");
		let again: CaseSheet = serde_json::from_str(&text).expect("just written; qed");
		assert_eq!(again, sheet);
	}

	#[test]
	fn what_is_handed_over_is_the_person_alone_and_proves_itself() {
		let suite = SuiteId::International;
		let facts = parsed(SHEET).expect("well formed; qed");
		let mut sheet = CaseSheet::new(suite, facts).expect("well formed; qed");
		for purpose in [Purpose::Decision, Purpose::Party] {
			let value = Fields::from([("member".to_string(), "3".to_string())]);
			sheet.seal(purpose, value).expect("supported; qed");
		}
		let handed = sheet.handed_over().expect("it has an identity; qed");
		let text = serde_json::to_string_pretty(&handed).expect("text alone; qed");
		for kept in ["某罪", "telephone", "category", "party", "decision"] {
			assert!(!text.contains(kept), "{kept}: {text}");
		}
		let read: CaseSheet = parse(Path::new("sheet"), text.as_bytes()).expect("whole; qed");
		assert_eq!(read, handed);
		let identity = sheet.identity().expect("sealed; qed").0;
		assert_eq!(read.is_of(suite, &identity).ok(), Some(true));
		assert_eq!(read.is_of(suite, &[0; 32]).ok(), Some(false), "of another case");
		assert_eq!(read.is_of(SuiteId::Gmt, &identity).ok(), Some(false));
		for (from, to) in [
			// The person is changed, and the sealing is not; then both are.
			("\"name\": \"王某某\",\n      \"sex\"", "\"name\": \"李某某\",\n      \"sex\""),
			("王某某", "李某某"),
			("UTO000001", "UTO000002"),
		] {
			let changed = text.replace(from, to);
			assert_ne!(changed, text, "{from}");
			let read: CaseSheet =
				parse(Path::new("sheet"), changed.as_bytes()).expect("whole; qed");
			assert_eq!(read.is_of(suite, &identity).ok(), Some(false), "{to}");
		}
		let bare = CaseSheet { sealings: Vec::new(), ..handed };
		assert_eq!(bare.is_of(suite, &identity).ok(), Some(false));
	}

	#[test]
	fn an_error_names_its_line() {
		let failure =
			from_any(&parsed(&SHEET.replace("sex:", "gender:")).expect_err("unknown; qed"));
		assert_eq!(failure.code, "bad-sheet");
		assert!(failure.what.contains("gender") && failure.what.contains('4'), "{}", failure.what);
		let failure = from_any(
			&parsed(&SHEET.replace("sentence\n", "sentences\n")).expect_err("no such; qed"),
		);
		assert!(failure.what.contains("12"), "{}", failure.what);
	}

	#[test]
	fn what_cannot_be_a_person_is_refused() {
		for (from, to, field) in [
			("王某某", "' '", "name"),
			("born: 1990-01-01", "born: 1990-02-30", "born"),
			("born: 1990-01-01", "born: 1991-01-01", "born"),
			(
				"kind: passport, number: UTO000001",
				"kind: resident-id, number: 990000199001010017",
				"documents",
			),
		] {
			let facts = parsed(&SHEET.replace(from, to)).expect("well formed; qed");
			let failure = from_any(&facts.person.check().expect_err("no person; qed"));
			assert_eq!(failure.code, "bad-person");
			assert!(failure.what.contains(field), "{}", failure.what);
		}
	}

	#[test]
	fn the_record_seals_kind_provenance_and_document() {
		let provenance = Provenance { witness: Some("李某".into()), ..Provenance::default() };
		let fields = RecordSheet::fields("reception-declaration", &[5; 32], &provenance);
		let names: Vec<&str> = fields.keys().map(String::as_str).collect();
		assert_eq!(names, ["document", "kind", "witness"]);
	}
}
