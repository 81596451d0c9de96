//! What each call of the runtime is, compared with the committed list `runtime/calls.txt`.

use super::numbers::{compare, current_variants};
use crate::*;
use codec::Decode;
use frame_support::{
	dispatch::{DispatchClass, GetDispatchInfo},
	traits::Contains,
};
use pallet_gate::{CallTable, Roles};
use scale_info::{MetaType, TypeDef, TypeDefPrimitive};

/// A call of the runtime, with some arguments.
pub struct Sample {
	pub pallet: &'static str,
	pub name: &'static str,
	pub sample: RuntimeCall,
}

/// A value of a type: numbers are 2, lists empty, and of several forms it has the first.
fn encode_some(ty: &MetaType, into: &mut Vec<u8>) {
	use TypeDefPrimitive::*;
	match ty.type_info().type_def {
		TypeDef::Composite(composite) => {
			composite.fields.iter().for_each(|field| encode_some(&field.ty, into));
		},
		TypeDef::Variant(variants) => {
			let first = variants.variants.iter().min_by_key(|variant| variant.index);
			let first = first.expect("there is a value of the type; qed");
			into.push(first.index);
			first.fields.iter().for_each(|field| encode_some(&field.ty, into));
		},
		TypeDef::Sequence(_) | TypeDef::BitSequence(_) => into.push(0),
		TypeDef::Array(array) => (0..array.len).for_each(|_| encode_some(&array.type_param, into)),
		TypeDef::Tuple(tuple) => tuple.fields.iter().for_each(|field| encode_some(field, into)),
		TypeDef::Compact(_) => into.push(2 << 2),
		TypeDef::Primitive(primitive) => {
			let bytes = match primitive {
				Bool | Str => return into.push(0),
				U8 | I8 => 1,
				U16 | I16 => 2,
				U32 | I32 | Char => 4,
				U64 | I64 => 8,
				U128 | I128 => 16,
				U256 | I256 => 32,
			};
			into.push(2);
			into.extend(core::iter::repeat_n(0, bytes - 1));
		},
	}
}

/// Every call of the runtime.
pub fn every_call() -> Vec<Sample> {
	let mut all = Vec::new();
	for pallet in Runtime::metadata_ir().pallets {
		let Some(calls) = &pallet.calls else { continue };
		for variant in current_variants(&calls.ty) {
			let mut bytes = vec![pallet.index, variant.index];
			variant.fields.iter().for_each(|field| encode_some(&field.ty, &mut bytes));
			let sample = RuntimeCall::decode(&mut &bytes[..])
				.unwrap_or_else(|error| panic!("{}.{}: {error}", pallet.name, variant.name));
			all.push(Sample { pallet: pallet.name, name: variant.name, sample });
		}
	}
	all
}

fn roles(roles: Roles) -> String {
	let names = [
		(Roles::INSTITUTION, "institution"),
		(Roles::OFFICER, "officer"),
		(Roles::VALIDATOR, "validator"),
		(Roles::REPRESENTATIVE, "representative"),
	];
	let named: Vec<_> =
		names.iter().filter(|(bit, _)| roles.0 & bit.0 != 0).map(|(_, name)| *name).collect();
	named.join("+")
}

fn line(call: &Sample) -> String {
	let Sample { pallet, name, sample } = call;
	let existing = if calls::Existing::contains(sample) { "exists" } else { "root alone" };
	let open = if sample.get_dispatch_info().class == DispatchClass::Mandatory {
		"inherent".into()
	} else {
		match calls::Table::row(sample) {
			Some(row) => format!("{:?}, {}", row.class, roles(row.roles)).to_lowercase(),
			None => "signed by nobody".into(),
		}
	};
	let bare = if calls::BareCalls::contains(sample) { ", bare" } else { "" };
	let pausable = if calls::NeverPaused::may_pause(pallet, name) { ", pausable" } else { "" };
	format!("{pallet}.{name}: {existing}; {open}{bare}{pausable}")
}

#[test]
fn each_call_is_what_the_committed_list_says() {
	let current: Vec<String> = every_call().iter().map(line).collect();
	compare("calls.txt", include_str!("../../calls.txt"), &current);
}

#[test]
fn no_call_contradicts_itself() {
	for Sample { pallet, name, sample } in every_call() {
		let inherent = sample.get_dispatch_info().class == DispatchClass::Mandatory;
		let row = calls::Table::row(&sample);
		assert!(!(inherent && row.is_some()), "{pallet}.{name} is an inherent and signed");
		if inherent {
			assert!(calls::Existing::contains(&sample), "{pallet}.{name} would stop the chain");
			assert!(!calls::NeverPaused::may_pause(pallet, name));
		}
		if calls::NeverPaused::may_pause(pallet, name) {
			assert!(row.is_some(), "{pallet}.{name} is pausable, and nobody signs it");
		}
	}
}
