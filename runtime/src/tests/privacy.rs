//! Nothing personal reaches the chain: a case is played about fictitious persons, and every value that
//! the storage ever had, every call and every event is searched for what the field table forbids.

use super::{case::*, *};
use codec::{Compact, Encode};
use sp_io::hashing::{blake2_128, blake2_256, keccak_256, sha2_256, twox_128, twox_256, twox_64};
use std::collections::{BTreeMap, BTreeSet};

/// Of nobody: the check digits of the identity numbers are wrong, the telephone numbers are not given
/// out, and there are no such streets.
const PERSONS: [[(&str, &str); 7]; 2] = [
	[
		("name", "岑知白"),
		("name in Latin letters", "Cen Zhibai"),
		("identity number", "440604199003070010"),
		("passport", "E49017364"),
		("telephone", "19900000000"),
		("address", "示例区无名街道八十八号三栋"),
		("offence", "危险驾驶"),
	],
	[
		("name", "欧阳子虚"),
		("name in Latin letters", "Ouyang Zixu"),
		("identity number", "440604200912310021"),
		("passport", "E83650927"),
		("telephone", "19900000001"),
		("address", "示例区乌有路九十九号"),
		("offence", "盗窃"),
	],
];

/// The sheets of a person: what its commitments commit to.
fn sheets_of(person: &[(&str, &str)], lawyer: &'static str) -> Sheets {
	let all: Vec<_> = person.iter().map(|(field, value)| format!("{field}: {value}")).collect();
	Sheets { identity: all[..5].join("\n"), paper: all.join("\n"), lawyer }
}

/// A byte string that must not be found, and what it would tell.
struct Forbidden {
	bytes: Vec<u8>,
	what: String,
}

/// Shortest byte string that is looked for: shorter ones are found by chance.
const SHORTEST: usize = 5;

/// Every form in which a value might have got there.
fn forms(value: &str) -> Vec<(&'static str, Vec<u8>)> {
	let plain = value.as_bytes().to_vec();
	let utf16 = |bytes: fn(u16) -> [u8; 2]| value.encode_utf16().flat_map(bytes).collect();
	let mut forms = vec![
		("plain", plain.clone()),
		("upper case", value.to_uppercase().into_bytes()),
		("lower case", value.to_lowercase().into_bytes()),
		("without spaces", value.replace(' ', "").into_bytes()),
		("reversed", plain.iter().rev().copied().collect()),
		("UTF-16, low byte first", utf16(u16::to_le_bytes)),
		("UTF-16, high byte first", utf16(u16::to_be_bytes)),
	];
	let digits: String = value.chars().filter(char::is_ascii_digit).collect();
	if digits.len() >= 8 {
		let number: u128 = digits.parse().expect("digits; qed");
		let short = |bytes: &[u8]| bytes.iter().copied().take(8).collect::<Vec<_>>();
		forms.push(("a number, low byte first", short(&number.to_le_bytes())));
		forms.push(("a number, high byte first", number.to_be_bytes()[8..].to_vec()));
		forms.push(("a compact number", Compact(number).encode()));
		let even = format!("{digits}{}", if digits.len().is_multiple_of(2) { "" } else { "f" });
		forms.push(("two digits a byte", hex_bytes(&even)));
	}
	let texts: BTreeSet<Vec<u8>> = [
		plain.clone(),
		value.encode(),
		value.to_uppercase().into_bytes(),
		value.to_lowercase().into_bytes(),
		value.replace(' ', "").into_bytes(),
	]
	.into();
	for text in texts {
		forms.push(("its blake2-256 hash", blake2_256(&text).to_vec()));
		forms.push(("its blake2-128 hash", blake2_128(&text).to_vec()));
		forms.push(("its SHA-256 hash", sha2_256(&text).to_vec()));
		forms.push(("its Keccak-256 hash", keccak_256(&text).to_vec()));
		forms.push(("its xx-64 hash", twox_64(&text).to_vec()));
		forms.push(("its xx-128 hash", twox_128(&text).to_vec()));
		forms.push(("its xx-256 hash", twox_256(&text).to_vec()));
		forms.push(("half of its SHA-256 hash", sha2_256(&text)[..16].to_vec()));
	}
	// Each of them written as hexadecimal digits too.
	let digits: Vec<_> = forms
		.iter()
		.flat_map(|(form, bytes)| {
			let lower: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
			[(*form, lower.to_uppercase().into_bytes()), (*form, lower.into_bytes())]
		})
		.collect();
	forms.extend(digits);
	forms.retain(|(_, bytes)| bytes.len() >= SHORTEST);
	forms
}

fn hex_bytes(digits: &str) -> Vec<u8> {
	(0..digits.len() / 2)
		.map(|place| {
			u8::from_str_radix(&digits[2 * place..2 * place + 2], 16).expect("digits; qed")
		})
		.collect()
}

/// Searches bytes for everything forbidden at once.
struct Scanner {
	by_start: BTreeMap<[u8; SHORTEST], Vec<Forbidden>>,
}

impl Scanner {
	fn new<'a>(values: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
		let mut by_start = BTreeMap::<_, Vec<Forbidden>>::new();
		for (field, value) in values {
			for (form, bytes) in forms(value) {
				let start = bytes[..SHORTEST].try_into().expect("long enough; qed");
				let what = format!("{field} ({form})");
				by_start.entry(start).or_default().push(Forbidden { bytes, what });
			}
		}
		Self { by_start }
	}

	/// What `bytes` would tell.
	fn tells(&self, bytes: &[u8]) -> BTreeSet<&str> {
		let mut told = BTreeSet::new();
		for (place, start) in bytes.windows(SHORTEST).enumerate() {
			let Some(candidates) = self.by_start.get(start) else { continue };
			let found = candidates.iter().filter(|c| bytes[place..].starts_with(&c.bytes));
			told.extend(found.map(|forbidden| forbidden.what.as_str()));
		}
		told
	}
}

fn scanner() -> Scanner {
	Scanner::new(PERSONS.iter().flatten().copied())
}

#[test]
fn a_played_case_leaves_nothing_personal_in_storage_calls_or_events() {
	network(|| {
		let scanner = scanner();
		watch();
		for (person, lawyer) in PERSONS.iter().zip(["lawyer//one", "lawyer//other"]) {
			let case = play(&sheets_of(person, lawyer));
			let tag = |document: &str| {
				// As the agency's service computes it: keyed.
				let key = blake2_256(b"the key of the agency's service");
				blake2_256(&(key, document).encode())
			};
			// In a case that lives: identity tags of the person's documents.
			let (case_of_tags, _) = decided(&sheets_of(person, lawyer));
			assert_ne!(case, case_of_tags);
			let tags = [person[2].1, person[3].1].map(tag);
			done(OFFICER, register_tags(case_of_tags, tags));
		}
		let (sent, seen) = watched();
		assert!(sent.len() > 60, "{} transactions", sent.len());
		for (place, transaction) in sent.iter().enumerate() {
			let told = scanner.tells(transaction);
			assert!(told.is_empty(), "transaction {place} tells {told:?}");
		}
		let items: BTreeSet<_> = seen.iter().map(|(key, _)| key.clone()).collect();
		assert!(items.len() > 500 && seen.len() > items.len(), "{} items", items.len());
		// Events are an item of the storage, and were seen after every block.
		let events = frame_support::storage::storage_prefix(b"System", b"Events").to_vec();
		assert!(seen.iter().filter(|(key, _)| *key == events).count() > 60);
		for (key, value) in &seen {
			let told: BTreeSet<_> =
				scanner.tells(key).into_iter().chain(scanner.tells(value)).collect();
			assert!(
				told.is_empty(),
				"{:?} tells {told:?}",
				sp_core::hexdisplay::HexDisplay::from(key)
			);
		}
	});
}

fn register_tags(
	case: shejiao_primitives::case::CaseId,
	tags: [[u8; 32]; 2],
) -> crate::RuntimeCall {
	let tags = tags.map(pallet_identity_tags::Tag).to_vec();
	let tags = tags.try_into().expect("two; qed");
	pallet_identity_tags::Call::register_tags { case, epoch: 1, tags }.into()
}

#[test]
fn what_would_tell_is_found_in_every_form() {
	let scanner = scanner();
	let value = PERSONS[0][2].1;
	for (form, bytes) in forms(value) {
		let hidden = [&[7; 13][..], &bytes, &[9; 5]].concat();
		let told = scanner.tells(&hidden);
		assert!(told.contains(format!("identity number ({form})").as_str()), "{form}: {told:?}");
	}
	for person in &PERSONS {
		for (field, value) in person {
			let whole = format!("so and so {value} and so on");
			assert!(!scanner.tells(whole.as_bytes()).is_empty(), "{field}");
		}
	}
	assert_eq!(scanner.tells(b"nothing that would tell of anybody").len(), 0);
}

#[test]
fn a_call_that_told_would_be_found() {
	network(|| {
		let scanner = scanner();
		watch();
		let unsalted = sha2_256(PERSONS[0][2].1.as_bytes());
		let mut call = registration("a person");
		if let pallet_subject_identity::Call::register { identity, .. } = &mut call {
			identity.hash = unsalted.into();
		}
		done(JUDGE, call);
		let (sent, seen) = watched();
		let told: Vec<_> = sent.iter().flat_map(|bytes| scanner.tells(bytes)).collect();
		assert!(told.contains(&"identity number (its SHA-256 hash)"), "{told:?}");
		let keys = seen.iter().filter(|(key, _)| !scanner.tells(key).is_empty()).count();
		let values = seen.iter().filter(|(_, value)| !scanner.tells(value).is_empty()).count();
		assert!(keys > 0 && values > 1, "{keys} keys, {values} values");
	});
}
