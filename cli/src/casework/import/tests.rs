//! Tables, row by row.

use super::{
	check::{column_of, parties},
	*,
};
use shejiao_primitives::member::MemberKind;

const HEAD: &str = "name,sex,born,id_kind,id_number,id2_kind,id2_number,category,last_day,\
	on_paper,deciding,supervising,police,restricted,secrecy,unit,officer,paper_file,offence,sentence";
pub const GOOD: &str = "王某某,male,1990-01-01,resident-id,990000199001010017,passport,UTO000001,\
	suspended-sentence,2027-12-31,2026-11-02,1,2,3,,unclassified,0,,2026-001,某罪,缓刑二年";

pub fn prepared(rows: &[&str]) -> (Vec<Prepared>, Vec<Fault>) {
	let text = [&[HEAD], rows].concat().join("\n");
	prepare(text.as_bytes()).expect("a table; qed")
}

#[test]
fn a_good_row_is_sealed() {
	let (rows, faults) = prepared(&[GOOD]);
	assert_eq!(faults, []);
	let row = &rows[0].row;
	assert_eq!(row.category, CaseCategory::SuspendedSentence);
	assert_eq!((row.deciding, row.police), (MemberId(1), Some(MemberId(3))));
	assert_eq!(row.assignment.unit, Some(UnitId(0)));
	assert_eq!(row.restriction, None);
	let sheet = &rows[0].sheet;
	assert_eq!(row.identity.hash.0, sheet.identity().expect("sealed; qed").0);
	let decision = sheet.sealing(Purpose::Decision).expect("sealed; qed");
	assert_eq!(decision.commitment.0, row.evidence.0);
	assert_eq!(decision.value["paper-file"], "2026-001");
}

#[test]
fn chinese_headings_and_words_are_read_too() {
	let head: Vec<&str> = COLUMNS.iter().map(|(_, zh, _)| *zh).collect();
	let text = format!(
		"{}\n王某某,男,1990-01-01,居民身份证,990000199001010017,,,缓刑,2027-12-31,2026-11-02,1,2,,,\
		不涉密,,,2026-001,,\n",
		head.join(",")
	);
	let (rows, faults) = prepare(text.as_bytes()).expect("a table; qed");
	assert_eq!(faults, []);
	assert_eq!(rows[0].row.category, CaseCategory::SuspendedSentence);
}

#[test]
fn the_sample_is_well_formed_and_concerns_nobody() {
	let text = include_bytes!("../../../samples/import.csv");
	let (rows, faults) = prepare(text).expect("a table; qed");
	assert_eq!(faults, []);
	assert!(rows.len() >= 5);
	for row in &rows {
		let person = &row.sheet.facts.person;
		assert!(person.is_fictitious().expect("valid numbers; qed"), "line {}", row.line);
	}
}

#[test]
fn every_column_is_documented() {
	let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/import.md");
	let text = std::fs::read_to_string(path).expect("committed; qed");
	for (name, zh, _) in COLUMNS {
		assert!(text.contains(&format!("`{name}`")) && text.contains(zh), "{name} {zh}");
	}
}

#[test]
fn every_fault_is_told_with_line_and_column() {
	let bad = |from: &str, to: &str| GOOD.replace(from, to);
	let rows = [
		bad("王某某", ""),
		bad("male", "man"),
		bad("1990-01-01", "1990-02-30"),
		bad("990000199001010017", "990000199001010018"),
		bad("suspended-sentence", "probation"),
		bad("2027-12-31", "31.12.2027"),
		bad(",1,2,3,", ",court,2,3,"),
		bad(",3,,unclassified", ",3,rumour,unclassified"),
		bad("unclassified", "classified"),
		bad("2026-001", ""),
		bad("1990-01-01", "1991-01-01"),
		"too,short".to_string(),
	];
	let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
	let (good, faults) = prepared(&rows);
	assert!(good.is_empty());
	let found: Vec<(u64, &str)> =
		faults.iter().map(|fault| (fault.line, fault.column.as_str())).collect();
	assert_eq!(
		found,
		[
			(2, "name"),
			(3, "sex"),
			(4, "born"),
			(5, "id_number"),
			(6, "category"),
			(7, "last_day"),
			(8, "deciding"),
			(9, "restricted"),
			(10, "secrecy"),
			(11, "paper_file"),
			(12, "born"),
			(13, "-"),
		]
	);
	assert!(faults.iter().all(|fault| !fault.what.is_empty() && !fault.what.contains("99000")));
}

#[test]
fn one_document_twice_is_a_fault_of_the_second_row() {
	let (rows, faults) = prepared(&[GOOD, GOOD]);
	assert_eq!(rows.len(), 1);
	let columns: Vec<&str> = faults.iter().map(|f| f.column.as_str()).collect();
	assert_eq!(columns, ["id_number", "id2_number"]);
	assert!(faults.iter().all(|fault| fault.line == 3 && fault.what.contains('2')));
}

#[test]
fn columns_must_be_known_and_there() {
	let text = format!("{}\n{GOOD}\n", HEAD.replace("paper_file", "folder"));
	let (rows, faults) = prepare(text.as_bytes()).expect("a table; qed");
	assert!(rows.is_empty());
	let found: BTreeSet<(u64, &str)> =
		faults.iter().map(|fault| (fault.line, fault.column.as_str())).collect();
	assert!(found.contains(&(1, "folder")) && found.contains(&(1, "paper_file")));
	assert!(prepare(b"").is_err());
	assert!(prepare(b"name\n\xff\n").is_err());
}

#[test]
fn errors_of_the_chain_are_told_by_column() {
	assert_eq!(column_of("TermOver"), Some("last_day"));
	assert_eq!(column_of("Classified"), Some("secrecy"));
	assert_eq!(column_of("NotAuthorized"), None);
}

#[test]
fn members_are_looked_at_by_column_for_their_kind() {
	let (rows, faults) = prepared(&[GOOD]);
	assert_eq!(faults, []);
	let found = parties(&rows[0].row);
	let columns: Vec<_> = found.iter().map(|(column, member, _)| (*column, member.0)).collect();
	assert_eq!(columns, [("deciding", 1), ("supervising", 2), ("police", 3)]);
	let may = |kind| found.iter().map(|(.., kinds)| kinds.contains(&kind)).collect::<Vec<_>>();
	assert_eq!(may(MemberKind::Court), [true, false, false]);
	assert_eq!(may(MemberKind::Procuratorate), [false, true, false]);
	assert_eq!(may(MemberKind::PublicSecurity), [true, false, true]);
}

#[test]
fn two_documents_of_one_kind_are_a_fault_of_the_second() {
	let twice = GOOD.replace("passport,UTO000001", "resident-id,990000199001010017");
	let (rows, faults) = prepared(&[&twice]);
	assert!(rows.is_empty());
	let found: Vec<_> = faults.iter().map(|fault| (fault.line, fault.column.as_str())).collect();
	assert_eq!(found, [(2, "id2_kind")]);
	assert_eq!(faults[0].what, say!("number.twice"));
}
