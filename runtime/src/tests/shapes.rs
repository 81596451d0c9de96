//! Values by their shape: what looks like a text, a number of a person or a date of birth, wherever it
//! stands. So is found also what nobody thought of looking for.
//!
//! Calls, events and storage are taken apart by their types. Every value of sixteen bytes or more must
//! look as if chance had given it, since only commitments, hashes, handles, keys and tags are that long;
//! every number must be none that people have.

use super::case::Seen;
use crate::*;
use codec::{Compact, Decode, Encode};
use frame_support::__private::metadata_ir::{StorageEntryTypeIR, StorageHasherIR};
use scale_info::{MetaType, TypeDef, TypeDefPrimitive};
use sp_io::hashing::twox_128;
use std::collections::{BTreeMap, BTreeSet};

/// The first index of the pallets of the case.
pub const FIRST: u8 = 40;

/// Shortest value that must look like chance.
const LONG: usize = 16;

/// A value that holds no other.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Leaf {
	Number(u128),
	Bytes(Vec<u8>),
}

/// A leaf, and where it stands.
pub type Placed = (String, Leaf);

fn take<T: Decode>(input: &mut &[u8]) -> T {
	T::decode(input).expect("encoded as its type says; qed")
}

/// Take a value of `ty` apart.
pub fn leaves(ty: &MetaType, place: &str, input: &mut &[u8], found: &mut Vec<Placed>) {
	use TypeDefPrimitive::*;
	let is_byte = |ty: &MetaType| matches!(ty.type_info().type_def, TypeDef::Primitive(U8));
	let bytes = |count: usize, input: &mut &[u8], found: &mut Vec<Placed>| {
		let (taken, rest) = input.split_at(count);
		*input = rest;
		found.push((place.into(), Leaf::Bytes(taken.to_vec())));
	};
	match ty.type_info().type_def {
		TypeDef::Composite(composite) => {
			for field in composite.fields {
				let place = field.name.map_or(place.into(), |name| format!("{place}.{name}"));
				leaves(&field.ty, &place, input, found);
			}
		},
		TypeDef::Variant(variants) => {
			let index: u8 = take(input);
			let variant = variants.variants.into_iter().find(|variant| variant.index == index);
			let variant = variant.expect("encoded as its type says; qed");
			let own = match variant.name {
				"Some" | "None" | "Ok" | "Err" => place.into(),
				name => format!("{place}.{name}"),
			};
			for field in variant.fields {
				let place = field.name.map_or(own.clone(), |name| format!("{own}.{name}"));
				leaves(&field.ty, &place, input, found);
			}
		},
		TypeDef::Sequence(sequence) => {
			let count = take::<Compact<u32>>(input).0 as usize;
			if is_byte(&sequence.type_param) {
				bytes(count, input, found);
			} else {
				(0..count).for_each(|_| leaves(&sequence.type_param, place, input, found));
			}
		},
		TypeDef::Array(array) if is_byte(&array.type_param) => {
			bytes(array.len as usize, input, found);
		},
		TypeDef::Array(array) => {
			(0..array.len).for_each(|_| leaves(&array.type_param, place, input, found));
		},
		TypeDef::Tuple(tuple) => {
			tuple.fields.iter().for_each(|field| leaves(field, place, input, found));
		},
		TypeDef::Compact(_) => {
			found.push((place.into(), Leaf::Number(take::<Compact<u128>>(input).0)));
		},
		TypeDef::BitSequence(_) => panic!("no bits stand in the open"),
		TypeDef::Primitive(primitive) => {
			let number = match primitive {
				Str => {
					let text = take::<String>(input).into_bytes();
					return found.push((place.into(), Leaf::Bytes(text)));
				},
				Bool | U8 | I8 => u128::from(take::<u8>(input)),
				U16 | I16 => u128::from(take::<u16>(input)),
				U32 | I32 | Char => u128::from(take::<u32>(input)),
				U64 | I64 => u128::from(take::<u64>(input)),
				U128 | I128 => take::<u128>(input),
				U256 | I256 => return bytes(32, input, found),
			};
			found.push((place.into(), Leaf::Number(number)));
		},
	}
}

/// What of the pallets of the case stands in an encoded call or event of the runtime.
fn of_the_case<T: scale_info::TypeInfo + 'static>(encoded: &[u8]) -> Vec<Placed> {
	let mut found = Vec::new();
	if encoded.first().is_some_and(|pallet| *pallet >= FIRST) {
		let mut input = encoded;
		leaves(&scale_info::meta_type::<T>(), "", &mut input, &mut found);
		assert!(input.is_empty(), "taken apart to the end");
	}
	found
}

/// The leaves of the call of a transaction.
pub fn of_transaction(transaction: &[u8]) -> Vec<Placed> {
	let transaction: UncheckedExtrinsic = take(&mut &transaction[..]);
	let mut found = of_the_case::<RuntimeCall>(&transaction.function.encode());
	found.iter_mut().for_each(|(place, _)| place.insert_str(0, "call "));
	found
}

/// An item of the storage of a pallet of the case.
struct Item {
	name: String,
	/// The type of its key, and how its parts are hashed.
	key: Option<(MetaType, Vec<StorageHasherIR>)>,
	value: MetaType,
}

/// The items of the storage of the pallets of the case, by their prefixes.
fn items() -> BTreeMap<Vec<u8>, Item> {
	let mut items = BTreeMap::new();
	for pallet in Runtime::metadata_ir().pallets.into_iter().filter(|p| p.index >= FIRST) {
		let Some(storage) = pallet.storage else { continue };
		for entry in storage.entries {
			let prefix = [twox_128(storage.prefix.as_bytes()), twox_128(entry.name.as_bytes())];
			let (key, value) = match entry.ty {
				StorageEntryTypeIR::Plain(value) => (None, value),
				StorageEntryTypeIR::Map { hashers, key, value } => (Some((key, hashers)), value),
			};
			let name = format!("storage {}.{}", pallet.name, entry.name);
			items.insert(prefix.concat(), Item { name, key, value });
		}
	}
	items
}

impl Item {
	/// The leaves of the key without the item's prefix.
	fn of_key(&self, mut input: &[u8], found: &mut Vec<Placed>) {
		let Some((key, hashers)) = &self.key else { return };
		let parts = match key.type_info().type_def {
			TypeDef::Tuple(tuple) if hashers.len() > 1 => tuple.fields,
			_ => vec![*key],
		};
		for (part, hasher) in parts.iter().zip(hashers) {
			let hash = match hasher {
				StorageHasherIR::Blake2_128Concat => 16,
				StorageHasherIR::Twox64Concat => 8,
				StorageHasherIR::Identity => 0,
				_ => panic!("{}: what is hashed cannot be read back", self.name),
			};
			input = &input[hash..];
			leaves(part, &format!("{} key", self.name), &mut input, found);
		}
		assert!(input.is_empty(), "{}: taken apart to the end", self.name);
	}
}

/// The leaves of everything that the storage ever held of the pallets of the case, events included.
pub fn of_storage(seen: &Seen) -> BTreeSet<Placed> {
	let items = items();
	let events = frame_support::storage::storage_prefix(b"System", b"Events");
	let mut found = Vec::new();
	for (key, value) in seen {
		if key[..] == events {
			type Records = Vec<Box<frame_system::EventRecord<RuntimeEvent, Hash>>>;
			for record in take::<Records>(&mut &value[..]) {
				let mut of_event = of_the_case::<RuntimeEvent>(&record.event.encode());
				of_event.iter_mut().for_each(|(place, _)| place.insert_str(0, "event "));
				found.extend(of_event);
			}
		} else if let Some(item) = key.get(..32).and_then(|prefix| items.get(prefix)) {
			item.of_key(&key[32..], &mut found);
			let mut input = &value[..];
			leaves(&item.value, &item.name, &mut input, &mut found);
			assert!(input.is_empty(), "{}: taken apart to the end", item.name);
		}
	}
	found.into_iter().collect()
}

/// Whether `number`, read as eight digits, is a date on which somebody who lives may have been born.
fn is_date(number: u128) -> bool {
	let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
	(1_900..2_030).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day)
}

/// What a number looks like, if it is one that people have.
fn of_number(number: u128) -> Option<&'static str> {
	match number {
		100_000_000_000_000_000..1_000_000_000_000_000_000
			if is_date(number / 10_000 % 100_000_000) =>
		{
			Some("an identity number")
		},
		13_000_000_000..20_000_000_000 => Some("a telephone number"),
		_ if is_date(number) => Some("a date of birth"),
		_ => None,
	}
}

/// The longest run of signs of which each satisfies `is`.
fn longest_run<T>(signs: impl IntoIterator<Item = T>, is: impl Fn(&T) -> bool) -> usize {
	let (mut longest, mut run) = (0, 0);
	for sign in signs {
		run = if is(&sign) { run + 1 } else { 0 };
		longest = longest.max(run);
	}
	longest
}

/// Whether a Chinese sign in UTF-8 begins here.
fn is_han(bytes: &[u8]) -> bool {
	matches!(bytes, [0xe4..=0xe9, 0x80..=0xbf, 0x80..=0xbf])
}

/// What bytes without a type look like, if not like chance. Of ten million random bytes one in
/// some thousands finds something.
pub fn of_bytes(bytes: &[u8]) -> Option<&'static str> {
	if longest_run(bytes, |byte| byte.is_ascii_digit()) >= 11 {
		return Some("digits");
	}
	if longest_run(bytes, |byte| byte.is_ascii_alphabetic() || **byte == b' ') >= 16 {
		return Some("letters");
	}
	let mut place = 0;
	let mut run = 0;
	while let Some(sign) = bytes.get(place..place + 3) {
		run = if is_han(sign) { run + 1 } else { 0 };
		place += if is_han(sign) { 3 } else { 1 };
		if run >= 4 {
			return Some("Chinese signs");
		}
	}
	None
}

/// What a leaf looks like, if not like what may stand in the open.
pub fn of_leaf(leaf: &Leaf) -> Option<&'static str> {
	let bytes = match leaf {
		Leaf::Number(number) => return of_number(*number),
		Leaf::Bytes(bytes) => bytes,
	};
	if bytes.iter().all(|byte| *byte == 0) {
		return None;
	}
	if bytes.len() < LONG {
		let number = |byte: &u8, sum: u128| sum << 8 | u128::from(*byte);
		let high_first = bytes.iter().fold(0, |sum, byte| number(byte, sum));
		let low_first = bytes.iter().rev().fold(0, |sum, byte| number(byte, sum));
		let numbers = if bytes.len() > 1 { [high_first, low_first] } else { [0; 2] };
		return numbers.into_iter().find_map(of_number);
	}
	let different: BTreeSet<_> = bytes.iter().collect();
	if different.len() * 2 < bytes.len() + 4 {
		return Some("filled up or repeated");
	}
	if bytes.len() >= 24 && core::str::from_utf8(bytes).is_ok() {
		return Some("a text");
	}
	of_bytes(bytes)
}

/// What the leaves look like that should look like nothing.
pub fn telling<'a>(leaves: impl IntoIterator<Item = &'a Placed>) -> BTreeSet<String> {
	let found = leaves.into_iter().filter_map(|(place, leaf)| {
		of_leaf(leaf).map(|what| format!("{place} looks like {what}: {leaf:?}"))
	});
	found.collect()
}

#[test]
fn every_shape_is_found() {
	let bytes = |text: &str, length: usize| {
		let mut bytes = text.as_bytes().to_vec();
		bytes.resize(length.max(bytes.len()), 0);
		Leaf::Bytes(bytes)
	};
	for (leaf, what) in [
		(Leaf::Number(440_604_199_003_070_010), "an identity number"),
		(Leaf::Number(19_900_000_000), "a telephone number"),
		(Leaf::Number(19_900_307), "a date of birth"),
		(Leaf::Bytes(440_604_199_003_070_010u64.to_be_bytes().into()), "an identity number"),
		(Leaf::Bytes(440_604_199_003_070_010u64.to_le_bytes().into()), "an identity number"),
		(Leaf::Bytes(19_900_307u32.to_le_bytes().into()), "a date of birth"),
		(bytes("岑知白", 32), "filled up or repeated"),
		(bytes("440604199003070010", 32), "filled up or repeated"),
		(bytes("岑知白", 16), "a text"),
		(bytes("示例区无名街道八十八号三栋", 32), "a text"),
		(bytes("Cen Zhibai, born on the 7th of March", 32), "a text"),
		(Leaf::Bytes(vec![7; 32]), "filled up or repeated"),
	] {
		let found = of_leaf(&leaf);
		assert!(found.is_some(), "{leaf:?} is {what}");
	}
	let hash = |number: u32| sp_io::hashing::blake2_256(&number.to_le_bytes()).to_vec();
	for number in 0..2_000 {
		assert_eq!(of_leaf(&Leaf::Bytes(hash(number))), None);
		assert_eq!(of_leaf(&Leaf::Bytes(hash(number)[..16].to_vec())), None);
		let seal = [hash(number), hash(number + 1_000_000)].concat();
		assert_eq!(of_leaf(&Leaf::Bytes(seal)), None);
		// Text after salt, in a longer value.
		let hidden = [&hash(number)[..], "岑知白欧阳".as_bytes()].concat();
		assert_eq!(of_leaf(&Leaf::Bytes(hidden)), Some("Chinese signs"));
	}
	for number in [0, 1, 20_777, 2_026, 440_604, 1_795_190_400_000, u128::from(u64::MAX)] {
		assert_eq!(of_leaf(&Leaf::Number(number)), None, "{number}");
	}
	assert_eq!(of_leaf(&Leaf::Bytes(vec![0; 32])), None, "nothing at all");
}
