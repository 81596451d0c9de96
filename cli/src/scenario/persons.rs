//! Persons of a scenario: invented, and checked to be so.
//!
//! A scenario file is passed around. Nothing in it may be somebody's: names come from a fixed list of
//! placeholders, and documents have numbers that nobody can have (a resident id outside every
//! province, a passport of Utopia). A field that is not listed here is refused.

use super::yaml::{Node, Read};
use crate::{
	coded, error, say, time,
	vault::{
		commit::Fields,
		identity::{self, Document},
		sheets::Person,
	},
};

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

/// Read a person; refused unless it is invented beyond doubt.
pub fn read(node: &Node) -> Read<Person> {
	node.only(&["name", "sex", "born", "documents"])?;
	let name = node.need("name")?;
	if !NAMES.contains(&name.text()?) {
		return Err(name.flaw(say!("flaw.person-name", known = NAMES.join(" "))));
	}
	let born = node.need("born")?;
	if time::calendar(born.text()?).is_none() {
		return Err(born.flaw(say!("flaw.no-date")));
	}
	let sex = node.need("sex")?;
	let documents = node.need("documents")?;
	let person = Person {
		name: name.text()?.into(),
		sex: coded::coded(sex.text()?).map_err(|error| sex.flaw(error))?,
		born: born.text()?.into(),
		documents: documents.list()?.iter().map(document).collect::<Read<_>>()?,
		details: Fields::new(),
	};
	// What remains concerns several documents: twice the same kind, another day of birth.
	person.check().map_err(|e| documents.flaw(error::from_any(&e).what))?;
	Ok(person)
}

fn document(node: &Node) -> Read<Document> {
	node.only(&["kind", "number"])?;
	let (kind, number) = (node.need("kind")?, node.need("number")?);
	let kind = coded::coded(kind.text()?).map_err(|error| kind.flaw(error))?;
	let normal = identity::normalise(kind, number.text()?)
		.map_err(|error| number.flaw(error::from_any(&error).what))?;
	if !identity::is_fictitious(kind, &normal) {
		return Err(number.flaw(say!("flaw.person-number")));
	}
	Ok(Document { kind, number: normal })
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

	fn changed(from: &str, to: &str) -> Read<Person> {
		assert!(INVENTED.contains(from));
		read(&parse(&INVENTED.replace(from, to)).expect("valid YAML; qed"))
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
}
