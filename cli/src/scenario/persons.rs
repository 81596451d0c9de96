//! Persons of a scenario: invented, and checked to be so.
//!
//! A scenario file is passed around. Nothing in it may be somebody's: names come from a fixed list of
//! placeholders, and documents have numbers that nobody can have (a resident id outside every
//! province, a passport of Utopia). A field that is not listed here is refused.

use super::{
	dates::{self, Base, DateExpr},
	yaml::{Node, Read},
};
use crate::{
	coded, error, say, time,
	vault::{
		commit::Fields,
		identity::{self, Document, DocumentType},
		sheets::{Person, Sex},
	},
};
use shejiao_primitives::time::LegalDate;

/// Names that stand for nobody in particular.
pub const NAMES: [&str; 20] = [
	"张三",
	"李四",
	"王五",
	"赵六",
	"孙七",
	"周八",
	"吴九",
	"郑十",
	"小明",
	"小红",
	"某甲",
	"某乙",
	"某丙",
	"某丁",
	"张某",
	"李某",
	"王某",
	"赵某",
	"张某某",
	"李某某",
];

/// The area of nobody's resident id.
const NOWHERE: &str = "990000";

/// A person as a scenario writes it: an age may be what counts, and then the day of birth and the numbers
/// that tell it depend on the day of the play.
#[derive(Debug)]
pub struct Sketch {
	name: String,
	sex: Sex,
	born: Node,
	documents: Vec<Paper>,
	/// Where the documents stand in the file.
	node: Node,
}

#[derive(Debug)]
struct Paper {
	kind: DocumentType,
	number: Number,
}

/// The number of a document.
#[derive(Debug)]
enum Number {
	/// As it is written.
	Written(String),
	/// A resident id, made of the day of birth and a sequence of three digits.
	Made(Node),
}

/// Read a person; refused unless it is invented beyond doubt.
pub fn read(node: &Node) -> Read<Sketch> {
	node.only(&["name", "sex", "born", "documents"])?;
	let name = node.need("name")?;
	if !NAMES.contains(&name.text()?) {
		return Err(name.flaw(say!("flaw.person-name", known = NAMES.join(" "))));
	}
	let (sex, documents) = (node.need("sex")?, node.need("documents")?);
	let sketch = Sketch {
		name: name.text()?.into(),
		sex: coded::coded(sex.text()?).map_err(|error| sex.flaw(error))?,
		born: node.need("born")?.clone(),
		documents: documents.list()?.iter().map(document).collect::<Read<_>>()?,
		node: documents.clone(),
	};
	sketch.on(dates::ANY_DAY)?;
	Ok(sketch)
}

fn document(node: &Node) -> Read<Paper> {
	node.only(&["kind", "number", "sequence"])?;
	let kind = node.need("kind")?;
	let (document, sequence) = (kind.text()?, node.get("sequence"));
	let document = coded::coded(document).map_err(|error| kind.flaw(error))?;
	if let Some(sequence) = sequence {
		let digits = sequence.text()?;
		let made = document == DocumentType::ResidentId && node.get("number").is_none();
		if !made || digits.len() != 3 || !digits.chars().all(|c| c.is_ascii_digit()) {
			return Err(sequence.flaw(say!("flaw.sequence")));
		}
		return Ok(Paper { kind: document, number: Number::Made(sequence.clone()) });
	}
	let number = node.need("number")?;
	let normal = identity::normalise(document, number.text()?)
		.map_err(|error| number.flaw(error::from_any(&error).what))?;
	if !identity::is_fictitious(document, &normal) {
		return Err(number.flaw(say!("flaw.person-number")));
	}
	Ok(Paper { kind: document, number: Number::Written(normal) })
}

impl Sketch {
	/// Whether the person has a document of this kind.
	pub fn has(&self, kind: DocumentType) -> bool {
		self.documents.iter().any(|document| document.kind == kind)
	}

	/// The person in a play that begins on `today`.
	pub fn on(&self, today: LegalDate) -> Read<Person> {
		let born = self.born(today)?;
		let documents = self.documents.iter().map(|paper| {
			let number = match &paper.number {
				Number::Written(number) => number.clone(),
				Number::Made(node) => identity::resident_id_of(NOWHERE, &born, node.text()?)
					.ok_or_else(|| node.flaw(say!("flaw.sequence")))?,
			};
			Ok(Document { kind: paper.kind, number })
		});
		let person = Person {
			name: self.name.clone(),
			sex: self.sex,
			documents: documents.collect::<Read<_>>()?,
			born,
			details: Fields::new(),
		};
		// What remains concerns several documents: twice the same kind, another day of birth.
		person.check().map_err(|e| self.node.flaw(error::from_any(&e).what))?;
		Ok(person)
	}

	/// The day of birth: as it is written, or counted back from the day of the play.
	fn born(&self, today: LegalDate) -> Read<String> {
		let text = self.born.text()?;
		if time::calendar(text).is_some() {
			return Ok(text.into());
		}
		let expr = DateExpr::read(&self.born)?;
		let day = expr.from(today);
		if expr.base != Base::Today || day >= today {
			return Err(self.born.flaw(say!("flaw.born")));
		}
		Ok(time::date(day))
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::scenario::yaml::parse;

	const INVENTED: &str = "name: 张三
sex: male
born: 1990-01-01
documents:
  - {kind: resident-id, number: 990000199001010017}
  - {kind: passport, number: UTO000001}
";

	/// A person whose age is what counts.
	const OF_AN_AGE: &str = "name: 小明
sex: male
born: today + 15 - 18 years
documents: [{kind: resident-id, sequence: 001}]
";

	fn changed(from: &str, to: &str) -> Read<Person> {
		assert!(INVENTED.contains(from));
		read(&parse(&INVENTED.replace(from, to)).expect("valid YAML; qed"))?.on(dates::ANY_DAY)
	}

	#[test]
	fn an_invented_person_is_read() {
		let person = changed("", "").expect("invented; qed");
		assert!(person.is_fictitious().expect("valid numbers; qed"));
		assert_eq!(person.documents.len(), 2);
	}

	#[test]
	fn what_could_be_somebody_is_refused_with_line_and_field() {
		for (from, to, line, field) in [
			("张三", "李雷", 1, "name"),
			// The specimen of the standard: right in every way, and so perhaps somebody's.
			("990000199001010017", "11010519491231002X", 5, "documents.0.number"),
			("990000199001010017", "990000199001010010", 5, "documents.0.number"),
			("UTO000001", "E12345678", 6, "documents.1.number"),
			("1990-01-01", "1990-02-30", 3, "born"),
			("1990-01-01", "1990-01-02", 5, "documents"),
			("male", "unknown", 2, "sex"),
			("sex: male", "sex: male\nphone: 13800000000", 3, "phone"),
			("passport", "driving-licence", 6, "documents.1.kind"),
			("name: 张三\n", "", 1, "name"),
		] {
			let flaw = changed(from, to).expect_err(to);
			assert_eq!((flaw.line, flaw.field.as_str()), (line, field), "{to}: {flaw}");
		}
	}

	#[test]
	fn an_age_is_the_same_on_any_day() {
		let sketch = read(&parse(OF_AN_AGE).expect("valid YAML; qed")).expect("invented; qed");
		assert!(sketch.has(DocumentType::ResidentId) && !sketch.has(DocumentType::Passport));
		for (today, born) in [
			("2026-11-29", "2008-12-14"),
			("2027-01-05", "2009-01-20"),
			// Born on the last of February: there is no 29th eighteen years before.
			("2028-02-14", "2010-02-28"),
			("2043-12-31", "2026-01-15"),
		] {
			let today = time::parse_date(today).expect("a date; qed");
			let person = sketch.on(today).expect("not before 1970; qed");
			assert_eq!(person.born, born);
			assert!(person.is_fictitious().expect("a valid number; qed"));
		}
	}

	#[test]
	fn an_age_that_cannot_be_is_refused_with_line_and_field() {
		for (from, to, line, field) in [
			("today + 15 - 18 years", "today", 3, "born"),
			("today + 15 - 18 years", "today + 1", 3, "born"),
			("today + 15 - 18 years", "calendar-end - 18 years", 3, "born"),
			("today + 15 - 18 years", "$majority - 18 years", 3, "born"),
			("today + 15 - 18 years", "young", 3, "born"),
			("001", "01", 4, "documents.0.sequence"),
			("001", "00x", 4, "documents.0.sequence"),
			("sequence: 001", "sequence: 001, number: UTO000001", 4, "documents.0.sequence"),
			("resident-id", "passport", 4, "documents.0.sequence"),
			(", sequence: 001", "", 4, "documents.0.number"),
			("sequence: 001", "number: 990000199001010017", 4, "documents"),
		] {
			assert!(OF_AN_AGE.contains(from));
			let node = parse(&OF_AN_AGE.replace(from, to)).expect("valid YAML; qed");
			let flaw = read(&node).expect_err(to);
			assert_eq!((flaw.line, flaw.field.as_str()), (line, field), "{to}: {flaw}");
		}
	}
}
