//! What a file may say, and how it is told that it is wrong.

use super::{
	check,
	dates::DateExpr,
	model::{LetDay, Scenario, What},
	yaml::{Flaw, Node, Value},
};
use crate::{casework::cases, time, vault::commit::Fields};
use shejiao_primitives::time::LegalDate;
use std::{fs, path::Path};
use subxt::metadata::Metadata;

fn metadata() -> Metadata {
	let bytes = shejiao_runtime::Runtime::metadata_at_version(16)
		.expect("this release of the SDK has metadata version 16; qed");
	Metadata::decode_from(&bytes).expect("subxt knows version 16; qed")
}

/// A scenario in which everything is right.
const RIGHT: &str = "scenario: test
title: {zh: 测试, en: Test}
agencies:
  justice: {member: county-justice, node: ws://127.0.0.1:9944, units: {east: 0}}
  city: {member: city-justice, through: justice}
officers:
  head: {of: justice, key: //county-justice//head}
  helper: {of: justice, unit: east, duties: [casework, records], category: auxiliary}
accounts: [guardian]
persons:
  zhang: {name: 张三, sex: male, born: 1990-01-01, documents: [{kind: resident-id, number: 990000199001010017}]}
sections:
  - section: {zh: 一, en: One}
    steps:
      - step: Names for days
        let:
          soon: today + 3
          start: {ends_on: sunday, after: 2 months - 1 day, not_before: today}
          forty: $zhang.born + 40 years
          year_end: calendar-end - 9
      - step: A deputy
        as: justice
        call: Officers.set_deputy
        with: {officer: head, deputy: helper, duties: [casework], from: now, until: $soon}
        expect:
          events:
            - Officers.DeputySet: {officer: head, deputy: '*'}
        save: {who: Officers.DeputySet.deputy}
      - step: Refused
        law: 法 10
        as: helper
        via: city
        call: Officers.dismiss
        with: {account: $who, reason: rules-broken}
        expect: {refused: Officers.NotAuthorized}
      - step: Wait
        wait_until: $soon + 1
      - step: Look
        expect_state:
          api: OfficersApi.officer
          with: {account: helper}
          from: city
          is: {member: justice, unit: east, category: auxiliary}
  - section: Later
    requires: module-of-tomorrow
    steps:
      - step: Unknown as yet
        as: head
        call: ModuleOfTomorrow.act
";

fn read(source: &str) -> Result<Scenario, Flaw> {
	let scenario = Scenario::read(source)?;
	check::check(&scenario, &metadata())?;
	Ok(scenario)
}

#[test]
fn what_is_right_is_read() {
	let scenario = read(RIGHT).unwrap_or_else(|flaw| panic!("{flaw}"));
	assert_eq!(scenario.sections.len(), 2);
	let played = |index: usize| check::is_played(&scenario.sections[index], &metadata());
	assert_eq!((played(0), played(1)), (true, false));
}

#[test]
fn the_class_of_a_document_is_one_that_exists() {
	let anchor = "      - step: Anchored
        as: head
        do: record.anchor
        with: {case: $who, class: gossip, kind: a letter, act_date: today}
      - step: Wait
";
	let source = RIGHT.replacen("      - step: Wait\n", anchor, 1);
	let flaw = read(&source).expect_err("there is no such class; qed");
	assert!(flaw.field.ends_with("with.class"), "{flaw}");
	assert!(flaw.what.contains("gossip") && flaw.what.contains("reception"), "{flaw}");
	assert!(read(&source.replace("class: gossip", "class: reception")).is_ok());
}

#[test]
fn every_error_is_named_with_its_line_and_field() {
	for (from, to, field) in [
		("scenario: test", "scenery: test", "scenery"),
		("through: justice", "through: nobody", "agencies.city.through"),
		("node: ws:", "node: http:", "agencies.justice.node"),
		("unit: east, d", "unit: west, d", "officers.helper.unit"),
		("duties: [casework, records]", "duties: [judging]", "officers.helper.duties"),
		("duties: [casework, records], ", "", "officers.helper.duties"),
		(
			"category: auxiliary}\naccounts",
			"category: volunteer}\naccounts",
			"officers.helper.category",
		),
		("990000199001010017", "110105194912310027", "persons.zhang.documents.0.number"),
		("soon: today + 3", "soon: tomorrow", "sections.0.steps.0.let.soon"),
		("ends_on: sunday", "ends_on: someday", "sections.0.steps.0.let.start.ends_on"),
		("as: justice", "as: stranger", "sections.0.steps.1.as"),
		("Officers.set_deputy", "Officers.set_deputies", "sections.0.steps.1.call"),
		("deputy: helper, ", "", "sections.0.steps.1.with.deputy"),
		("deputy: helper", "deputy: helper, extra: 1", "sections.0.steps.1.with.extra"),
		("deputy: helper", "deputy: 5Grwva", "sections.0.steps.1.with.deputy"),
		("until: $soon}", "until: $later}", "sections.0.steps.1.with.until"),
		("Officers.DeputySet: {", "Officers.DeputyMade: {", "sections.0.steps.1.expect.events.0"),
		(
			"DeputySet: {officer",
			"DeputySet: {master",
			"sections.0.steps.1.expect.events.0.Officers.DeputySet.master",
		),
		("Officers.DeputySet.deputy", "Officers.DeputySet.deputies", "sections.0.steps.1.save.who"),
		("$zhang.born", "$zhao.born", "sections.0.steps.0.let.forty"),
		("calendar-end - 9", "calendar-start - 9", "sections.0.steps.0.let.year_end"),
		("via: city", "via: village", "sections.0.steps.2.via"),
		("rules-broken", "rules-bent", "sections.0.steps.2.with.reason"),
		("Officers.NotAuthorized", "Officers.NotAmused", "sections.0.steps.2.expect.refused"),
		("wait_until: $soon + 1", "wait_until: $soon + one", "sections.0.steps.3.wait_until"),
		("OfficersApi.officer\n", "OfficersApi.offices\n", "sections.0.steps.4.expect_state.api"),
		(
			"is: {member: justice",
			"is: {member: police",
			"sections.0.steps.4.expect_state.is.member",
		),
		("law: 法 10", "lore: 法 10", "sections.0.steps.2.lore"),
		("law: 法 10", "do: record.anchor", "sections.0.steps.2"),
		("call: Officers.dismiss\n", "do: record.anker\n", "sections.0.steps.2.do"),
	] {
		assert_eq!(RIGHT.matches(from).count(), 1, "{from}");
		let line = RIGHT.split(from).next().map_or(0, |before| before.lines().count() as u64);
		let flaw = read(&RIGHT.replace(from, to)).expect_err(to);
		assert_eq!(flaw.field, field, "{to}: {flaw}");
		assert!(flaw.line.abs_diff(line) <= 5 && flaw.line > 0, "{to}: {line} and {flaw}");
	}
}

#[test]
fn what_an_action_needs_is_named() {
	let step =
		"        call: Officers.dismiss\n        with: {account: $who, reason: rules-broken}";
	for (with, field) in [
		("{case: $who, class: decisions, act_date: today}", "with.kind"),
		("{case: $who, class: decisions, kind: x, act_date: today, size: 3}", "with.size"),
		("{case: $what, class: decisions, kind: x, act_date: today}", "with.case"),
	] {
		let action = format!("        do: record.anchor\n        with: {with}");
		let flaw = read(&RIGHT.replace(step, &action)).expect_err(with);
		assert_eq!(flaw.field, format!("sections.0.steps.2.{field}"), "{flaw}");
	}
}

#[test]
fn the_shipped_scenarios_have_no_error() {
	let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../scenarios");
	let mut seen = Vec::new();
	for entry in fs::read_dir(folder).expect("committed; qed") {
		let path = entry.expect("readable; qed").path();
		if path.extension().is_some_and(|extension| extension == "yaml") {
			let source = fs::read_to_string(&path).expect("committed; qed");
			let scenario =
				read(&source).unwrap_or_else(|flaw| panic!("{}: {flaw}", path.display()));
			assert_eq!(path.file_stem().and_then(|stem| stem.to_str()), Some(&*scenario.name));
			seen.push(scenario.name);
		}
	}
	seen.sort();
	assert_eq!(seen, ["chancheng-adult", "expired-investigation", "minor", "parole-duplicate"]);
}

/// A shipped scenario.
fn shipped(name: &str) -> Scenario {
	let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../scenarios/{name}.yaml"));
	read(&fs::read_to_string(path).expect("committed; qed")).unwrap_or_else(|flaw| panic!("{flaw}"))
}

/// The last day of the term that a scenario lets begin on `start`, and what it seals of its calculation.
fn term(scenario: &Scenario, start: LegalDate) -> (LegalDate, Fields) {
	let (mut last, mut sealed) = (None, None);
	for step in scenario.sections.iter().flat_map(|section| &section.steps) {
		match &step.what {
			What::Let(days) => {
				for (_, day) in days.iter().filter(|(name, _)| name == "last_day") {
					let LetDay::Day(node) = day else { panic!("a day that is computed") };
					last = Some(DateExpr::read(node).expect("checked; qed").from(start));
				}
			},
			What::Act(act) => {
				let value = act.with.get("calculation").and_then(|node| node.get("sealed"));
				let value = value.and_then(|node| node.get("value")).map(Node::map);
				let Some(Ok(map)) = value else { continue };
				let text = |(name, node): &(String, Node)| match name.as_str() {
					"start" => (name.clone(), time::date(start)),
					_ => (name.clone(), node.text().expect("checked; qed").to_string()),
				};
				sealed = Some(map.iter().map(text).collect());
			},
			_ => {},
		}
	}
	(last.expect("it has a last day; qed"), sealed.expect("and seals its calculation; qed"))
}

#[test]
fn a_term_ends_when_the_law_lets_it_on_whatever_day_it_is_played() {
	let first = time::parse_date("2026-11-01").expect("a date; qed");
	for name in ["chancheng-adult", "minor", "parole-duplicate"] {
		let scenario = shipped(name);
		for start in (0..1_500).map(|days| first.plus(days)) {
			let (last, sealed) = term(&scenario, start);
			let facts = cases::facts_of(&sealed).expect("as the client seals it; qed");
			let law = facts.term().map(|term| term.last_day);
			assert_eq!(law, Ok(last), "{name} from {}", time::date(start));
		}
	}
}

#[test]
fn a_minor_comes_of_age_before_the_end_is_prepared() {
	let scenario = shipped("minor");
	let ming = scenario.person("ming").expect("the minor; qed");
	let first = time::parse_date("2026-11-01").expect("a date; qed");
	for start in (0..1_500).map(|days| first.plus(days)) {
		let born = ming.on(start).expect("invented; qed").born;
		let born = time::parse_date(&born).expect("after 1970; qed");
		let age = |years: u32| {
			let text = Value::Text(format!("today + {years} years"));
			let node = Node { line: 1, field: String::new(), value: text };
			DateExpr::read(&node).expect("a day; qed").from(born)
		};
		let (last, _) = term(&scenario, start);
		assert!(start < age(18) && age(18) <= last.minus(31), "{}", time::date(start));
		assert!(age(17) < start, "old enough for the offence and the custody");
	}
}
