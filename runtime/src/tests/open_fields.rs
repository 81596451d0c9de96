//! What stands in the open, compared with the committed list `runtime/open_fields.txt`.
//!
//! Every type that the pallets of the case use in a call, an event or the storage, and every field of
//! a type that says nothing of its meaning (numbers, hashes, bytes), must stand in the list with the
//! row of the field table that it rests on. So must every variant of an enum: which of them it is
//! stands in the open too. A new one fails the test until somebody has decided.

use super::numbers::current_variants;
use crate::*;
use frame_support::__private::metadata_ir::StorageEntryTypeIR;
use scale_info::{form::MetaForm, Field, MetaType, TypeDef};
use std::collections::{BTreeMap, BTreeSet};

/// The first index of the pallets of the case.
const FIRST: u8 = 40;

/// Rows of the field table, by the words that the list uses for them.
const ROWS: [(&str, &str); 14] = [
	("handle", "case handle: plain, random per case; ids of the chain's own counting"),
	("stage", "category, coarse stage: plain"),
	("sealed", "a salted commitment, or a hash of ciphertext; the value is in the case sheet"),
	("restricted", "one plain bit, its cause sealed"),
	("intervals", "no row of the table: docs/decisions/0009-beyond-the-field-table.md"),
	("parties", "court, procuratorate, justice, police plain; others sealed until used"),
	("clocks", "due day, owner, group plain; the kind plain or sealed, by its number"),
	("records", "commitment, ciphertext hash, status, class group, day, padded size, locator"),
	("alerts", "rule group, severity, owner, clock plain; about whom sealed"),
	("tags", "an identity tag: keyed, the key in the agency's service"),
	("governed", "law as data: kinds, calendars, classes, limits"),
	(
		"office",
		"who acts for an agency: member, unit, officer, their duties; a representative's account",
	),
	("entry", "when something was entered or done: day or moment"),
	("count", "how many, or how far a walk has come"),
];

/// A type as the list names it.
fn name(ty: &MetaType) -> String {
	let info = ty.type_info();
	match &info.type_def {
		TypeDef::Primitive(primitive) => format!("{primitive:?}").to_lowercase(),
		TypeDef::Array(array) => format!("[{}; {}]", name(&array.type_param), array.len),
		TypeDef::Tuple(tuple) => {
			format!("({})", tuple.fields.iter().map(name).collect::<Vec<_>>().join(", "))
		},
		TypeDef::Sequence(sequence) => format!("unbounded list of {}", name(&sequence.type_param)),
		TypeDef::Compact(compact) => name(&compact.type_param),
		TypeDef::BitSequence(_) => "bits".into(),
		TypeDef::Composite(_) | TypeDef::Variant(_) => {
			let own = info.path.segments.last().copied().unwrap_or("nameless");
			// The bound of a list is a type that the metadata leaves out.
			let params: Vec<_> = info.type_params.iter().filter_map(|p| p.ty.as_ref()).collect();
			match params.first() {
				Some(inner) if is_shell(&info.path.segments) => format!("{own}<{}>", name(inner)),
				_ => own.into(),
			}
		},
	}
}

/// Whether a type only holds others: what it holds is looked at.
fn is_shell(path: &[&str]) -> bool {
	const SHELLS: [&str; 8] = [
		"BoundedVec",
		"WeakBoundedVec",
		"BoundedBTreeSet",
		"BoundedBTreeMap",
		"Option",
		"Box",
		"BTreeSet",
		"Vec",
	];
	path.last().is_some_and(|own| SHELLS.contains(own))
}

/// Whether a type is ours, and so has a meaning of its own.
fn is_ours(path: &[&str]) -> bool {
	path.first().is_some_and(|root| {
		root.starts_with("shejiao_") || (root.starts_with("pallet_") && path.len() > 1)
	})
}

#[derive(Default)]
struct Found {
	/// Lines, without what they rest on.
	lines: BTreeSet<String>,
	/// Fields of a type without any bound.
	unbounded: BTreeSet<String>,
	seen: BTreeSet<MetaType>,
}

impl Found {
	/// Look at a field of type `ty`.
	fn field(&mut self, place: &str, ty: &MetaType) {
		let mut bare = false;
		self.descend(place, ty, &mut bare, false);
		if bare {
			self.lines.insert(format!("{place}: {}", name(ty)));
		}
	}

	/// Note the types of ours in `ty`, and whether something in it is bare.
	fn descend(&mut self, place: &str, ty: &MetaType, bare: &mut bool, bounded: bool) {
		let info = ty.type_info();
		let path = &info.path.segments;
		if is_ours(path) {
			return self.own(&info.path.segments.join("::"), ty);
		}
		match &info.type_def {
			TypeDef::Primitive(scale_info::TypeDefPrimitive::Str) => {
				self.unbounded.insert(format!("{place}: text"));
			},
			TypeDef::Primitive(_) | TypeDef::BitSequence(_) => *bare = true,
			TypeDef::Array(array) => self.descend(place, &array.type_param, bare, bounded),
			TypeDef::Compact(compact) => self.descend(place, &compact.type_param, bare, bounded),
			TypeDef::Tuple(tuple) => {
				tuple.fields.iter().for_each(|ty| self.descend(place, ty, bare, false));
			},
			TypeDef::Sequence(sequence) => {
				if !bounded {
					self.unbounded.insert(format!("{place}: {}", name(ty)));
				}
				self.descend(place, &sequence.type_param, bare, false);
			},
			TypeDef::Composite(composite) => {
				let own = path.last().copied().unwrap_or_default();
				if own == "AccountId32" {
					self.lines.insert("type AccountId32".into());
					return;
				}
				let bounded = own.starts_with("Bounded") || own.starts_with("WeakBounded");
				let fields = composite.fields.iter();
				fields.for_each(|field| self.descend(place, &field.ty, bare, bounded));
			},
			TypeDef::Variant(variants) => {
				for field in variants.variants.iter().flat_map(|variant| &variant.fields) {
					self.descend(place, &field.ty, bare, false);
				}
			},
		}
	}

	/// Note a type of ours, and what is bare in its named fields. A type around one value is told by
	/// its own name.
	fn own(&mut self, path: &str, ty: &MetaType) {
		if !self.seen.insert(*ty) {
			return;
		}
		self.lines.insert(format!("type {path}"));
		if let TypeDef::Variant(variants) = &ty.type_info().type_def {
			let names = variants.variants.iter().map(|variant| variant.name);
			self.lines.extend(names.map(|name| format!("variant {path}::{name}")));
		}
		let mut fields = |prefix: String, fields: &[Field<MetaForm>]| {
			for (place, field) in fields.iter().enumerate() {
				match field.name {
					Some(own) => self.field(&format!("field {prefix}.{own}"), &field.ty),
					None if fields.len() == 1 => {
						let mut told_by_the_type = false;
						let place = format!("type {prefix}");
						self.descend(&place, &field.ty, &mut told_by_the_type, false);
					},
					None => self.field(&format!("field {prefix}.{place}"), &field.ty),
				}
			}
		};
		match ty.type_info().type_def {
			TypeDef::Composite(composite) => fields(path.into(), &composite.fields),
			TypeDef::Variant(variants) => {
				for variant in &variants.variants {
					fields(format!("{path}::{}", variant.name), &variant.fields);
				}
			},
			_ => (),
		}
	}
}

/// What the pallets of the case have in the open.
fn found() -> Found {
	let mut found = Found::default();
	let metadata = Runtime::metadata_ir();
	for pallet in metadata.pallets.iter().filter(|pallet| pallet.index >= FIRST) {
		let of = |what: &str, variant: &str| format!("{what} {}.{variant}", pallet.name);
		for call in pallet.calls.iter().flat_map(|calls| current_variants(&calls.ty)) {
			for field in &call.fields {
				let place = format!("{}.{}", of("call", call.name), field.name.unwrap_or("_"));
				found.field(&place, &field.ty);
			}
		}
		for event in pallet.event.iter().flat_map(|event| current_variants(&event.ty)) {
			for field in &event.fields {
				let place = format!("{}.{}", of("event", event.name), field.name.unwrap_or("_"));
				found.field(&place, &field.ty);
			}
		}
		for entry in pallet.storage.iter().flat_map(|storage| &storage.entries) {
			let place = of("storage", entry.name);
			match &entry.ty {
				StorageEntryTypeIR::Plain(value) => found.field(&place, value),
				StorageEntryTypeIR::Map { key, value, .. } => {
					found.field(&format!("{place} key"), key);
					found.field(&place, value);
				},
			}
		}
	}
	found
}

/// The committed list: what stands in the open, and the row that it rests on.
fn listed() -> BTreeMap<&'static str, &'static str> {
	let lines = include_str!("../../open_fields.txt").lines();
	lines
		.filter(|line| !line.is_empty() && !line.starts_with('#'))
		.map(|line| line.split_once(" | ").unwrap_or_else(|| panic!("no row: {line}")))
		.collect()
}

#[test]
fn nothing_stands_in_the_open_but_what_the_field_table_allows() {
	let (found, listed) = (found(), listed());
	let known: BTreeSet<String> = listed.keys().map(|line| line.to_string()).collect();
	let new: Vec<_> = found.lines.difference(&known).collect();
	let gone: Vec<_> = known.difference(&found.lines).collect();
	assert!(
		new.is_empty() && gone.is_empty(),
		"runtime/open_fields.txt says otherwise.\nNot listed, so not allowed: {new:#?}\n\
		 No more in the runtime: {gone:#?}"
	);
}

/// Words for what the field table seals. A name that has one says what must not be told.
const SEALED_WORDS: [&str; 58] = [
	"address",
	"adult",
	"age",
	"aids",
	"arrest",
	"arrested",
	"band",
	"birth",
	"born",
	"child",
	"children",
	"crime",
	"custody",
	"dead",
	"death",
	"detained",
	"detention",
	"died",
	"disability",
	"disease",
	"drug",
	"drugs",
	"escape",
	"family",
	"female",
	"gender",
	"guardian",
	"guardianship",
	"hardship",
	"health",
	"hospital",
	"ill",
	"illness",
	"income",
	"informant",
	"juvenile",
	"majority",
	"male",
	"medical",
	"mental",
	"minor",
	"minors",
	"name",
	"offence",
	"pardon",
	"pardoned",
	"phone",
	"points",
	"pregnancy",
	"pregnant",
	"prison",
	"revocation",
	"risk",
	"score",
	"sealing",
	"sex",
	"treatment",
	"victim",
];

/// The words of a name in camel or snake case.
fn words(name: &str) -> Vec<String> {
	let mut words = vec![String::new()];
	for letter in name.chars() {
		let last = words.last_mut().expect("never empty; qed");
		match letter {
			_ if !letter.is_ascii_alphanumeric() => words.push(String::new()),
			_ if letter.is_ascii_uppercase() => words.push(letter.to_ascii_lowercase().into()),
			_ => last.push(letter),
		}
	}
	words.retain(|word| !word.is_empty());
	words
}

/// What the name of something in the open says that is sealed.
fn says(line: &str) -> Option<String> {
	let name = line.split(": ").next().unwrap_or(line);
	words(name).into_iter().find(|word| SEALED_WORDS.contains(&word.as_str()))
}

/// Names that have such a word and tell nothing of a person: who an agency is, and on which law a rule
/// rests.
const HARMLESS: [&str; 9] = [
	"variant pallet_records::class::Statute::JuvenilePrevention",
	"variant pallet_records::class::Statute::SealingMeasures",
	// It does not say which of them.
	"variant pallet_representatives::types::Kind::PersonOrGuardian",
	"variant pallet_statutory_clocks::kind::Addressee::Custody",
	"variant pallet_statutory_clocks::kind::Law::JuvenileSealing",
	"variant shejiao_primitives::member::MemberKind::DrugRehabilitation",
	"variant shejiao_primitives::member::MemberKind::Health",
	"variant shejiao_primitives::member::MemberKind::MinorProtection",
	"variant shejiao_primitives::member::MemberKind::Prison",
];

#[test]
fn no_name_says_what_the_field_table_seals() {
	let mut names = found().lines;
	for pallet in Runtime::metadata_ir().pallets.iter().filter(|pallet| pallet.index >= FIRST) {
		let enums = [
			pallet.calls.as_ref().map(|calls| calls.ty),
			pallet.event.as_ref().map(|event| event.ty),
			pallet.error.as_ref().map(|error| error.ty),
		];
		for variant in enums.iter().flatten().flat_map(current_variants) {
			names.insert(format!("{}.{}", pallet.name, variant.name));
			names.extend(variant.fields.iter().filter_map(|field| {
				Some(format!("{}.{}.{}", pallet.name, variant.name, field.name?))
			}));
		}
		for entry in pallet.storage.iter().flat_map(|storage| &storage.entries) {
			names.insert(format!("{}.{}", pallet.name, entry.name));
		}
	}
	let telling: BTreeSet<_> = names.iter().filter(|name| says(name).is_some()).collect();
	let harmless = HARMLESS.map(String::from);
	let harmless: BTreeSet<_> = harmless.iter().collect();
	let new: Vec<_> = telling.difference(&harmless).collect();
	let gone: Vec<_> = harmless.difference(&telling).collect();
	assert!(
		new.is_empty() && gone.is_empty(),
		"saying more than may be told: {new:#?}, gone: {gone:#?}"
	);
}

#[test]
fn a_name_that_says_what_is_sealed_is_found() {
	for name in [
		"variant pallet_subject_identity::types::IntervalKind::Sealing",
		"variant x::PauseCause::Detained",
		"field x::Case.date_of_birth: u32",
		"call X.register.sex: u8",
		"storage SubjectIdentity.RiskBand: u8",
	] {
		assert!(says(name).is_some(), "{name}");
	}
	for name in ["type x::Stage", "field x::Message.page: u32", "call X.register.basis: H256"] {
		assert_eq!(says(name), None, "{name}");
	}
}

#[test]
fn everything_listed_rests_on_a_row_of_the_field_table() {
	let rows: BTreeSet<_> = ROWS.iter().map(|(word, _)| *word).collect();
	let mut used = BTreeSet::new();
	for (line, row) in listed() {
		assert!(rows.contains(row), "{line} rests on {row}");
		used.insert(row);
	}
	assert_eq!(used, rows, "every row is used");
}

#[test]
fn no_text_and_no_list_without_bound_stands_in_the_open() {
	let unbounded = found().unbounded;
	assert!(unbounded.is_empty(), "{unbounded:#?}");
}

#[test]
fn text_a_list_and_a_new_field_are_found() {
	/// Not of the runtime.
	#[derive(scale_info::TypeInfo)]
	#[allow(dead_code)]
	struct Leaky {
		who: String,
		letter: Vec<u8>,
		marks: frame_support::BoundedVec<u8, frame_support::traits::ConstU32<4>>,
		points: Option<(u8, bool)>,
	}
	let mut found = Found::default();
	found.own("pallet_x::Leaky", &scale_info::meta_type::<Leaky>());
	let text = |set: &BTreeSet<String>| set.iter().cloned().collect::<Vec<_>>().join("\n");
	assert_eq!(
		text(&found.unbounded),
		"field pallet_x::Leaky.letter: unbounded list of u8\nfield pallet_x::Leaky.who: text"
	);
	assert_eq!(
		text(&found.lines),
		"field pallet_x::Leaky.letter: unbounded list of u8\n\
		 field pallet_x::Leaky.marks: BoundedVec<u8>\n\
		 field pallet_x::Leaky.points: Option<(u8, bool)>\n\
		 type pallet_x::Leaky"
	);
}
