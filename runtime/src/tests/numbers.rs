//! Numbers that never change, compared with the committed list `runtime/numbers.txt`.

use crate::*;
use codec::Encode;
use scale_info::{form::MetaForm, MetaType, TypeDef, Variant};
use shejiao_primitives::refusal::Refusal;
use std::collections::{BTreeMap, BTreeSet};

/// The variants of an enum, by their indices.
pub fn current_variants(ty: &MetaType) -> Vec<Variant<MetaForm>> {
	let TypeDef::Variant(variants) = ty.type_info().type_def else {
		panic!("calls and errors are enums")
	};
	let mut variants = variants.variants;
	variants.sort_by_key(|variant| variant.index);
	variants
}

/// The numbers of this runtime: what has it, and its name.
fn current() -> Vec<String> {
	let metadata = Runtime::metadata_ir();
	let mut pallets = metadata.pallets;
	pallets.sort_by_key(|pallet| pallet.index);
	let mut lines = Vec::new();
	for pallet in &pallets {
		lines.push(format!("pallet {} {}", pallet.index, pallet.name));
		for variant in pallet.calls.iter().flat_map(|calls| current_variants(&calls.ty)) {
			let (index, name) = (variant.index, variant.name);
			lines.push(format!("call {}.{index} {}.{name}", pallet.index, pallet.name));
		}
		for variant in pallet.error.iter().flat_map(|error| current_variants(&error.ty)) {
			let (index, name) = (variant.index, variant.name);
			lines.push(format!("error {}.{index} {}.{name}", pallet.index, pallet.name));
		}
	}
	for variant in current_variants(&scale_info::meta_type::<Refusal>()) {
		lines.push(format!("refusal {} {}", variant.index, variant.name));
	}
	for (place, extension) in metadata.extrinsic.extensions_in_versions.iter().enumerate() {
		lines.push(format!("extension {place} {}", extension.identifier));
	}
	lines
}

/// Compare the lines of a committed file with those of this runtime.
pub fn compare(name: &str, committed: &str, current: &[String]) {
	let committed: BTreeSet<&str> =
		committed.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
	let now: BTreeSet<&str> = current.iter().map(String::as_str).collect();
	let gone: Vec<_> =
		committed.iter().filter(|line| !is_retired(line) && !now.contains(*line)).collect();
	let new: Vec<_> = now.difference(&committed).collect();
	assert!(
		gone.is_empty() && new.is_empty(),
		"runtime/{name} says otherwise.\nNo more in the runtime: {gone:#?}\nNew: {new:#?}\n\
		 The whole list:\n{}\n",
		current.join("\n")
	);
}

/// The number of something that is gone, kept so that nothing else ever gets it.
fn is_retired(line: &str) -> bool {
	line.starts_with("retired ")
}

/// What a line numbers, and the name that it gives it.
fn parts(line: &str) -> (&str, &str) {
	let line = line.strip_prefix("retired ").unwrap_or(line);
	line.rsplit_once(' ').expect("a line ends in a name; qed")
}

const COMMITTED: &str = include_str!("../../numbers.txt");

#[test]
fn numbers_are_those_of_the_committed_list() {
	compare("numbers.txt", COMMITTED, &current());
}

#[test]
fn no_number_of_the_committed_list_has_two_meanings() {
	let mut seen = BTreeMap::new();
	for line in COMMITTED.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
		let (number, name) = parts(line);
		let before = seen.insert(number, name);
		assert_eq!(before, None, "{line}");
	}
	assert!(seen.len() > 100);
}

#[test]
fn a_changed_and_a_new_number_are_found() {
	let current = vec!["call 1.0 A.b".to_string(), "call 1.1 A.c".to_string()];
	compare("x", "# a list\nretired call 1.2 A.d\ncall 1.0 A.b\ncall 1.1 A.c\n", &current);
	for other in ["call 1.0 A.b\n", "call 1.0 A.b\ncall 1.1 A.x\n", "call 1.0 A.b\ncall 1.2 A.c\n"]
	{
		let found = std::panic::catch_unwind(|| compare("x", other, &current));
		assert!(found.is_err(), "{other}");
	}
}

#[test]
fn refusals_are_told_by_their_numbers() {
	for variant in current_variants(&scale_info::meta_type::<Refusal>()) {
		let refusal = <Refusal as codec::Decode>::decode(&mut &[variant.index][..])
			.expect("the index is its encoding; qed");
		assert_eq!(refusal.code(), variant.index);
		assert_eq!(refusal.encode(), [variant.index]);
	}
}
