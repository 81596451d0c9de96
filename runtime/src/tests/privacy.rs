//! Nothing personal reaches the chain: a case is played about fictitious persons, and every value that
//! the storage ever had, every call and every event is searched for what the field table forbids.

use super::{case::*, histories, shapes, *};
use crate::*;
use codec::{Compact, Encode};
use shejiao_primitives::case::CaseId;
use sp_io::hashing::{blake2_128, blake2_256, keccak_256, sha2_256, twox_128, twox_256, twox_64};
use std::collections::{BTreeMap, BTreeSet};

/// Of nobody: the check digits of the identity numbers are wrong, the telephone numbers are not given
/// out, and there are no such streets.
const PERSONS: [[(&str, &str); 10]; 2] = [
	[
		("name", "岑知白"),
		("name in Latin letters", "Cen Zhibai"),
		("identity number", "440604199003070010"),
		("date of birth", "19900307"),
		("sex", "女"),
		("risk band", "高"),
		("passport", "E49017364"),
		("telephone", "19900000000"),
		("address", "示例区无名街道八十八号三栋"),
		("offence", "危险驾驶"),
	],
	[
		("name", "欧阳子虚"),
		("name in Latin letters", "Ouyang Zixu"),
		("identity number", "440604200912310021"),
		("date of birth", "2009-12-31"),
		("sex", "男"),
		("risk band", "低"),
		("passport", "E83650927"),
		("telephone", "19900000001"),
		("address", "示例区乌有路九十九号"),
		("offence", "盗窃"),
	],
];

/// The sheets of a person: what its commitments commit to.
fn sheets_of(person: &[(&str, &str)], lawyer: &'static str) -> Sheets {
	let all: Vec<_> = person.iter().map(|(field, value)| format!("{field}: {value}")).collect();
	Sheets { identity: all[..8].join("\n"), paper: all.join("\n"), lawyer }
}

/// A byte string that must not be found, and what it would tell.
struct Forbidden {
	bytes: Vec<u8>,
	what: String,
}

/// Shortest byte string that is looked for: shorter ones are found by chance.
const SHORTEST: usize = 5;

/// Hash functions that anybody can compute.
const HASHES: [fn(&[u8]) -> Vec<u8>; 3] = [
	|bytes| blake2_256(bytes).to_vec(),
	|bytes| sha2_256(bytes).to_vec(),
	|bytes| keccak_256(bytes).to_vec(),
];

/// Hashes of a value with something that everybody knows: it can be guessed as if there were no salt.
fn publicly_salted<'a>(
	value: &'a str,
	salts: &'a [(String, Vec<u8>)],
) -> impl Iterator<Item = (String, Vec<u8>)> + 'a {
	salts.iter().flat_map(move |(name, salt)| {
		let value = value.as_bytes();
		let salted = [
			[value, salt].concat(),
			[salt, value].concat(),
			(salt, value).encode(),
			[&salt[..], &value.encode()].concat(),
			(b"shejiao/commitment", salt, value).encode(),
			[b"shejiao/commitment", &salt[..], value].concat(),
		];
		let hashes = HASHES.iter().flat_map(move |hash| salted.clone().map(|bytes| hash(&bytes)));
		hashes.map(move |hash| (name.clone(), hash))
	})
}

/// What everybody knows of a chain and the cases on it.
fn public_salts(cases: &[CaseId]) -> Vec<(String, Vec<u8>)> {
	let handles = cases.iter().map(|case| ("the handle", case.encode()));
	let members = COUNCIL.into_iter().flat_map(|name| {
		[("a member", member(name).encode()), ("an account", account(name).encode())]
	});
	let others = [
		("nothing", Vec::new()),
		("zeros", vec![0; 32]),
		("the genesis", System::block_hash(0).encode()),
		("the number of the province", b"44".to_vec()),
	];
	let all = handles.chain(members).chain(others);
	all.map(|(name, salt)| (format!("its hash salted with {name}"), salt)).collect()
}

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
	if (8..=38).contains(&digits.len()) {
		let number: u128 = digits.parse().expect("digits; qed");
		let short = |bytes: &[u8]| bytes.iter().copied().take(8).collect::<Vec<_>>();
		forms.push(("a number, low byte first", short(&number.to_le_bytes())));
		forms.push(("a number, high byte first", number.to_be_bytes()[8..].to_vec()));
		forms.push(("a compact number", Compact(number).encode()));
		let even = format!("{digits}{}", if digits.len().is_multiple_of(2) { "" } else { "f" });
		forms.push(("two digits a byte", hex_bytes(&even)));
	}
	forms.extend(HASHES.map(|hash| ("a hash of its hash", hash(&hash(&plain)))));
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
		let mut scanner = Self { by_start: BTreeMap::new() };
		for (field, value) in values {
			for (form, bytes) in forms(value) {
				scanner.forbid(bytes, format!("{field} ({form})"));
			}
		}
		scanner
	}

	fn forbid(&mut self, bytes: Vec<u8>, what: String) {
		let start = bytes[..SHORTEST].try_into().expect("long enough; qed");
		self.by_start.entry(start).or_default().push(Forbidden { bytes, what });
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

/// Finds everything about [`PERSONS`].
fn scanner(salts: &[(String, Vec<u8>)]) -> Scanner {
	let sheets = PERSONS.map(|person| sheets_of(&person, "nobody"));
	let whole = sheets
		.iter()
		.flat_map(|sheets| [("the identity", &sheets.identity), ("the sheet", &sheets.paper)])
		.map(|(name, sheet)| (name, sheet.as_str()));
	let values: Vec<_> = PERSONS.iter().flatten().copied().chain(whole).collect();
	let mut scanner = Scanner::new(values.iter().copied());
	for (field, value) in values {
		for (form, bytes) in publicly_salted(value, salts) {
			scanner.forbid(bytes, format!("{field} ({form})"));
		}
	}
	scanner
}

/// Everything in transactions and storage, events included, that tells something or looks as if.
fn findings(scanner: &Scanner, sent: &[Vec<u8>], seen: &Seen) -> BTreeSet<String> {
	let mut findings = BTreeSet::new();
	let mut search = |place: &str, bytes: &[u8]| {
		findings
			.extend(scanner.tells(bytes).into_iter().map(|what| format!("{place} tells {what}")));
		let looks = shapes::of_bytes(bytes);
		findings.extend(looks.map(|what| format!("{place} looks like {what}")));
	};
	for (number, transaction) in sent.iter().enumerate() {
		search(&format!("transaction {number}"), transaction);
	}
	for (key, value) in seen {
		let name = sp_core::hexdisplay::HexDisplay::from(key);
		search(&format!("the key {name}"), key);
		search(&format!("the value at {name}"), value);
	}
	let leaves = shapes::of_storage(seen);
	let of_calls: Vec<_> = sent.iter().flat_map(|sent| shapes::of_transaction(sent)).collect();
	findings.extend(shapes::telling(leaves.iter().chain(&of_calls)));
	findings.extend(leaves.iter().chain(&of_calls).filter_map(sealed_kind));
	findings
}

/// A kind of clock that the field table seals (L10 to L14, L25 to L29, L37 to L39) and that stands
/// in the open.
fn sealed_kind((place, leaf): &shapes::Placed) -> Option<String> {
	let of_a_kind = place.contains("StatutoryClocks") && place.contains("kind");
	match leaf {
		shapes::Leaf::Number(number)
			if of_a_kind && matches!(number % 100, 10..=14 | 25..=29 | 37..=39) =>
		{
			Some(format!("{place} names the sealed kind {number}"))
		},
		_ => None,
	}
}

/// Long values that stand in the calls about more than one case, so that they join the cases.
fn joining(calls_about: &[Vec<Vec<u8>>]) -> BTreeSet<String> {
	let accounts: BTreeSet<_> =
		frame_system::Account::<Runtime>::iter_keys().map(|account| account.encode()).collect();
	let mut places = BTreeMap::<Vec<u8>, BTreeSet<(usize, String)>>::new();
	for (number, sent) in calls_about.iter().enumerate() {
		for (place, leaf) in sent.iter().flat_map(|sent| shapes::of_transaction(sent)) {
			match leaf {
				shapes::Leaf::Bytes(bytes) if bytes.len() >= 16 && !accounts.contains(&bytes) => {
					places.entry(bytes).or_default().insert((number, place));
				},
				_ => (),
			}
		}
	}
	places
		.into_values()
		.filter(|places| places.iter().map(|(case, _)| case).collect::<BTreeSet<_>>().len() > 1)
		.map(|places| format!("{places:?}"))
		.collect()
}

#[test]
fn a_played_case_leaves_nothing_personal_in_storage_calls_or_events() {
	network(|| {
		watch();
		let mut cases = Vec::new();
		let (mut sent, mut about) = (Vec::new(), Vec::new());
		for (person, lawyer) in PERSONS.iter().zip(["lawyer//one", "lawyer//other"]) {
			cases.push(play(&sheets_of(person, lawyer)));
			let first = sent_so_far(&mut sent);
			let tag = |document: &str| {
				// As the agency's service computes it: keyed.
				let key = blake2_256(b"the key of the agency's service");
				blake2_256(&(key, document).encode())
			};
			// Another case of the same person, which lives: identity tags of the person's documents.
			let (living, _) = decided(&sheets_of(person, lawyer));
			let tags = [person[2].1, person[6].1].map(tag);
			done(OFFICER, register_tags(living, tags));
			cases.push(living);
			let second = sent_so_far(&mut sent);
			about.extend([first, second]);
		}
		let (_, seen) = watched();
		assert!(sent.len() > 60, "{} transactions", sent.len());
		let items: BTreeSet<_> = seen.iter().map(|(key, _)| key.clone()).collect();
		assert!(items.len() > 500 && seen.len() > items.len(), "{} items", items.len());
		// Events are an item of the storage, and were seen after every block.
		let events = frame_support::storage::storage_prefix(b"System", b"Events").to_vec();
		assert!(seen.iter().filter(|(key, _)| *key == events).count() > 60);
		let places: BTreeSet<_> =
			shapes::of_storage(&seen).into_iter().map(|(place, _)| place).collect();
		for what in ["event ", "storage SubjectIdentity.", "storage Records.", "storage Oversight."]
		{
			assert!(places.iter().any(|place| place.starts_with(what)), "{what} was looked at");
		}

		let scanner = scanner(&public_salts(&cases));
		let found = findings(&scanner, &sent, &seen);
		assert!(found.is_empty(), "{found:#?}");
		let joined = joining(&about);
		assert!(joined.is_empty(), "cases are joined by {joined:#?}");
		// What joins would be found.
		let twice = [about[0].clone(), about[0].clone()];
		assert!(!joining(&twice).is_empty());
	});
}

#[test]
fn random_histories_leave_nothing_that_looks_like_somebody() {
	let scanner = scanner(&[]);
	let mut tally = histories::Tally::new();
	for number in 0..8 {
		network(|| {
			watch();
			histories::play_history(number, &mut tally);
			let (sent, seen) = watched();
			let found = findings(&scanner, &sent, &seen);
			assert!(found.is_empty(), "history {number}: {found:#?}");
		});
	}
	let done = tally.values().filter(|(good, _)| *good > 0).count();
	assert!(done > 20, "{done} sorts of moves succeeded");
}

/// The transactions since the last time, which are added to `all`.
fn sent_so_far(all: &mut Vec<Vec<u8>>) -> Vec<Vec<u8>> {
	let sent = take_sent();
	all.extend(sent.clone());
	sent
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
	let scanner = scanner(&[]);
	let value = PERSONS[0][2].1;
	for (form, bytes) in forms(value) {
		let hidden = [&[7; 13][..], &bytes, &[9; 5]].concat();
		let told = scanner.tells(&hidden);
		assert!(told.contains(format!("identity number ({form})").as_str()), "{form}: {told:?}");
	}
	for (field, value) in PERSONS.iter().flatten() {
		let hash = sha2_256(value.as_bytes());
		assert!(!scanner.tells(&hash).is_empty(), "{field}");
		let whole = format!("so and so {value} and so on");
		assert!(value.len() < SHORTEST || !scanner.tells(whole.as_bytes()).is_empty(), "{field}");
	}
	assert_eq!(scanner.tells(b"nothing that would tell of anybody").len(), 0);
}

/// What could be put in the place of a commitment, by how it would be found.
fn forbidden_hashes(case: CaseId) -> Vec<(&'static str, [u8; 32])> {
	let padded = |text: &str| {
		let mut bytes = text.as_bytes().to_vec();
		bytes.resize(32, 0);
		<[u8; 32]>::try_from(bytes).expect("32 bytes; qed")
	};
	let number = PERSONS[0][2].1;
	vec![
		("tells identity number (its SHA-256 hash)", sha2_256(number.as_bytes())),
		("tells sex (its blake2-256 hash)", blake2_256("女".as_bytes())),
		("tells risk band (its Keccak-256 hash)", keccak_256("高".as_bytes())),
		(
			"tells identity number (its hash salted with the handle)",
			blake2_256(&(case, number.as_bytes()).encode()),
		),
		("tells identity number (a hash of its hash)", sha2_256(&sha2_256(number.as_bytes()))),
		("tells name (plain)", padded("岑知白")),
		// Of somebody of whom the search knows nothing.
		("looks like filled up or repeated", padded("李某某")),
		("looks like a text", *b"Li Moumou lives beyond the river"),
		(
			"looks like digits",
			*b"\x01\xf344060419900307001X\xfe\x80\x90\xa4\xb8\xcc\xd1\xe0\xf4\x07\x19\x2b",
		),
	]
}

/// What `found` has beyond `before`, as one text.
fn news(found: &BTreeSet<String>, before: &BTreeSet<String>) -> String {
	found.difference(before).cloned().collect::<Vec<_>>().join("\n")
}

#[test]
fn whatever_is_forbidden_is_found_in_a_call_an_event_and_the_storage() {
	use pallet_subject_identity::{Call, Commitment, Event, PartyBasis};
	network(|| {
		watch();
		let case = register("a person");
		let before = take_sent();
		let (_, seen) = watched();
		let scanner = scanner(&public_salts(&[case]));
		assert_eq!(findings(&scanner, &before, &seen), BTreeSet::new());
		let none = BTreeSet::new();
		for (finding, hash) in forbidden_hashes(case) {
			// A call tells even when it is refused.
			let mut call = registration("a person");
			if let Call::register { identity, secrecy, .. } = &mut call {
				identity.hash = hash.into();
				*secrecy = None;
			}
			assert!(send(JUDGE, call).is_ok_and(|outcome| outcome.is_err()));
			let sent = take_sent();
			let found = news(&findings(&scanner, &sent, &Seen::new()), &none);
			assert!(found.contains(finding), "call, {finding}: {found}");

			watched();
			block(|| {
				System::deposit_event(RuntimeEvent::from(Event::<Runtime>::SealedPartyAdded {
					case,
					tag: commit("a party"),
					basis: PartyBasis::Decision,
					commitment: hash.into(),
					by: account(HEAD),
				}));
			});
			let found = news(&findings(&scanner, &[], &watched().1), &none);
			assert!(found.contains(finding), "event, {finding}: {found}");

			let stored = pallet_subject_identity::Cases::<Runtime>::get(case).expect("there; qed");
			let identity = Commitment { hash: hash.into(), ..stored.identity };
			let planted = pallet_subject_identity::CaseRecord { identity, ..stored.clone() };
			pallet_subject_identity::Cases::<Runtime>::insert(case, planted);
			let seen: Seen = state().into_iter().collect();
			let found = news(&findings(&scanner, &[], &seen), &none);
			assert!(found.contains(finding), "storage, {finding}: {found}");
			pallet_subject_identity::Cases::<Runtime>::insert(case, stored);
		}
	});
}

#[test]
fn a_number_of_a_person_and_a_sealed_kind_are_found_in_a_call_an_event_and_the_storage() {
	use shejiao_primitives::{
		clock::{kinds, KindId},
		time::LegalDate,
	};
	network(|| {
		watch();
		let (case, decision) = decided(&sheets());
		let none = BTreeSet::new();
		let scanner = scanner(&[]);
		take_sent();
		watched();

		// A date of birth in the place of the last day of the term.
		let call = pallet_subject_identity::Call::compute_term {
			case,
			last_day: LegalDate(19_900_307),
			calculation: commit("a paper"),
			act_date: today(),
			evidence: decision,
		};
		assert!(send(OFFICER, call).is_ok_and(|outcome| outcome.is_err()));
		let found = news(&findings(&scanner, &take_sent(), &Seen::new()), &none);
		assert!(found.contains("last_day looks like a date of birth"), "{found}");

		block(|| {
			let rule = StatutoryClocks::kinds(None).remove(0).rule;
			let kind = kinds::AFTER_CARE;
			let (version, since) = (0, 19_900_000_000);
			let event =
				pallet_statutory_clocks::Event::<Runtime>::KindSet { kind, version, since, rule };
			System::deposit_event(RuntimeEvent::from(event));
		});
		let found = news(&findings(&scanner, &[], &watched().1), &none);
		assert!(found.contains("since looks like a telephone number"), "{found}");
		assert!(found.contains("names the sealed kind 37"), "{found}");

		let county = member("county-justice");
		let upload = pallet_records::LastUpload::<Runtime>::get(county).expect("some; qed");
		pallet_records::LastUpload::<Runtime>::insert(county, LegalDate(20_091_231));
		let (id, clock) = pallet_statutory_clocks::Clocks::<Runtime>::iter()
			.find(|(_, clock)| clock.kind.is_some())
			.expect("L8 runs; qed");
		pallet_statutory_clocks::Clocks::<Runtime>::mutate(id, |clock| {
			let kind = clock.as_mut().and_then(|clock| clock.kind.as_mut());
			kind.expect("it has one; qed").id = KindId(138);
		});
		sp_io::storage::set(b"a foreign key", "户籍所在地不详".as_bytes());
		let found = news(&findings(&scanner, &[], &state().into_iter().collect()), &none);
		assert!(found.contains("Records.LastUpload looks like a date of birth"), "{found}");
		assert!(found.contains("names the sealed kind 138"), "{found}");
		assert!(found.contains("looks like Chinese signs"), "{found}");
		pallet_records::LastUpload::<Runtime>::insert(county, upload);
		pallet_statutory_clocks::Clocks::<Runtime>::insert(id, clock);
		sp_io::storage::clear(b"a foreign key");
	});
}
