//! The founding classes.

use super::*;
use crate::classes::{founding, POSITIONS};
use std::collections::BTreeSet;

#[test]
fn every_founding_class_is_in_bounds_and_named_once() {
	let classes = founding();
	assert!(classes.iter().all(|(_, class)| class.is_valid()));
	let ids: BTreeSet<_> = classes.iter().map(|(id, _)| *id).collect();
	assert_eq!(ids.len(), classes.len());
	assert_eq!(ids, (1..=14).map(ClassId).collect());
	assert!(ids.contains(&POSITIONS));
}

#[test]
fn no_schema_belongs_to_two_classes() {
	let classes = founding();
	let all: Vec<_> = classes.iter().flat_map(|(_, class)| class.schemas.iter()).collect();
	assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
}

#[test]
fn exact_kinds_are_sealed_but_for_readings() {
	for (id, class) in founding() {
		assert_eq!(
			class.schema_in_open,
			class.source != crate::Source::Documents,
			"class {id:?} shows what the field table seals"
		);
		assert_eq!(class.hidden_from_person, id == classes::PROTECTED_PARTY);
	}
}

#[test]
fn the_founding_classes_stand_in_json_as_in_code() {
	let json = serde_json::to_string(&founding()).expect("it serialises; qed");
	let back: Vec<(ClassId, Class)> = serde_json::from_str(&json).expect("it deserialises; qed");
	assert_eq!(back, founding());
}

#[test]
fn a_chain_starts_with_the_founding_classes() {
	chain(|| {
		let told = Records::classes(ClassId(0), 100);
		let classes: Vec<_> = told.into_iter().map(|info| (info.id, info.class)).collect();
		assert_eq!(classes, founding());
	});
}

#[test]
#[should_panic(expected = "records.classes names each class once")]
fn a_class_that_contradicts_itself_is_refused() {
	let mut classes = founding();
	classes[0].1.writers.clear();
	let records = crate::GenesisConfig { classes, ..Default::default() };
	chain_of(RuntimeGenesisConfig { records, ..genesis() }, || ());
}
