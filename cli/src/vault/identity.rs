//! Documents of a person: one spelling for each number, and the keyed tag by which two registrations
//! of one person are found without telling the number.

use super::commit::{random, suite_byte, Bytes32};
use crate::{fail, failure, vault::private};
use anyhow::Result;
use hmac::{Hmac, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use shejiao_primitives::suite::SuiteId;
use std::path::Path;
use zeroize::{Zeroize, Zeroizing};

/// Kind of an identity document.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Hash,
	Serialize,
	Deserialize,
	clap::ValueEnum,
)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentType {
	/// 居民身份证 (GB 11643)
	ResidentId,
	/// 护照
	Passport,
	/// 港澳居民来往内地通行证
	HongKongMacauPermit,
	/// 台湾居民来往大陆通行证
	TaiwanPermit,
	/// 外国人永久居留身份证
	PermanentResidence,
	/// 其他证件
	Other,
}

impl DocumentType {
	/// Every kind.
	pub const ALL: [Self; 6] = [
		Self::ResidentId,
		Self::Passport,
		Self::HongKongMacauPermit,
		Self::TaiwanPermit,
		Self::PermanentResidence,
		Self::Other,
	];
}

/// An identity document of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
	/// Its kind.
	pub kind: DocumentType,
	/// Its number.
	pub number: String,
}

impl Drop for Document {
	fn drop(&mut self) {
		self.number.zeroize();
	}
}

/// Weights of the first seventeen digits (GB 11643-1999).
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/// The check character for each remainder.
const CHECK: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];
/// Two-digit codes of provinces (GB/T 2260), and 83 of Taiwan residents' permits: numbers that begin
/// with another are nobody's.
const PROVINCES: [u32; 35] = [
	11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52,
	53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83,
];

/// The one spelling of a document's number: half-width capitals and digits, without spaces and
/// hyphens; a resident id of fifteen digits in its form of eighteen. Refused when it cannot be one.
pub fn normalise(kind: DocumentType, number: &str) -> Result<String> {
	let plain: String = number
		.chars()
		.map(half_width)
		.filter(|c| !c.is_whitespace() && !matches!(c, '-' | '·' | '/'))
		.flat_map(char::to_uppercase)
		.collect();
	let wrong = |reason: &str| {
		// The number itself is personal: it is not repeated.
		failure!(
			"bad-document-number",
			kind = crate::words::term("document-type", &kind),
			reason = crate::say!(reason)
		)
	};
	if plain.is_empty() || plain.len() > 32 || !plain.chars().all(|c| c.is_ascii_alphanumeric()) {
		return Err(wrong("number.characters").into());
	}
	let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
	let fits = match kind {
		DocumentType::ResidentId => return Ok(resident_id(&plain).map_err(wrong)?),
		DocumentType::Passport => (6..=12).contains(&plain.len()) && digits(&plain) >= 5,
		DocumentType::HongKongMacauPermit => {
			plain.starts_with(['H', 'M'])
				&& matches!(plain.len(), 9 | 11)
				&& digits(&plain) == plain.len() - 1
		},
		DocumentType::TaiwanPermit => matches!(plain.len(), 8..=11) && digits(&plain) >= 8,
		DocumentType::PermanentResidence => match plain.len() {
			15 => plain.chars().take(3).all(|c| c.is_ascii_uppercase()) && digits(&plain) == 12,
			18 => plain.starts_with('9') && check_character(&plain) == plain.chars().last(),
			_ => false,
		},
		DocumentType::Other => plain.len() >= 4,
	};
	if !fits {
		return Err(wrong("number.form").into());
	}
	Ok(plain)
}

/// A resident id of eighteen characters whose check character is right and whose date exists.
fn resident_id(plain: &str) -> Result<String, &'static str> {
	let long = match plain.len() {
		18 => plain.to_string(),
		15 if plain.chars().all(|c| c.is_ascii_digit()) => {
			let body = format!("{}19{}", &plain[..6], &plain[6..]);
			let check = check_character(&body).ok_or("number.form")?;
			format!("{body}{check}")
		},
		_ => return Err("number.length"),
	};
	let (body, last) = long.split_at(17);
	if !body.chars().all(|c| c.is_ascii_digit()) {
		return Err("number.form");
	}
	if check_character(body) != last.chars().next() {
		return Err("number.check");
	}
	birthday(&long).ok_or("number.date")?;
	Ok(long)
}

/// The resident id of somebody born on `born` (`YYYY-MM-DD`), by area and sequence, with its check character.
pub fn resident_id_of(area: &str, born: &str, sequence: &str) -> Option<String> {
	let body = format!("{area}{}{sequence}", born.replace('-', ""));
	let check = check_character(&body).filter(|_| body.len() == WEIGHTS.len())?;
	Some(format!("{body}{check}"))
}

/// The check character of the first seventeen digits.
fn check_character(number: &str) -> Option<char> {
	let mut sum = 0;
	let mut count = 0;
	for (digit, weight) in number.chars().zip(WEIGHTS) {
		sum += digit.to_digit(10)? * weight;
		count += 1;
	}
	(count == WEIGHTS.len()).then(|| CHECK[(sum % 11) as usize])
}

/// The date of birth in a resident id of eighteen characters, as `YYYY-MM-DD`.
pub fn birthday(number: &str) -> Option<String> {
	let digits = number.get(6..14)?;
	let date = format!("{}-{}-{}", &digits[..4], &digits[4..6], &digits[6..]);
	crate::time::calendar(&date).map(|_| date)
}

/// Whether nobody can have this number: a resident id outside every province, a passport of Utopia,
/// another document whose digits are all nines or zeros.
pub fn is_fictitious(kind: DocumentType, normalised: &str) -> bool {
	match kind {
		DocumentType::ResidentId => normalised
			.get(..2)
			.and_then(|province| province.parse().ok())
			.is_some_and(|province: u32| !PROVINCES.contains(&province)),
		DocumentType::Passport => normalised.starts_with("UTO"),
		_ => {
			let mut digits = normalised.chars().filter(char::is_ascii_digit);
			digits.clone().all(|c| c == '9') || digits.all(|c| c == '0')
		},
	}
}

fn half_width(c: char) -> char {
	match c {
		'\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
		'\u{3000}' => ' ',
		_ => c,
	}
}

/// The key of identity tags. It stands for the provincial or city agency's service, which alone has
/// it: whoever holds it can try numbers.
pub struct TagKey {
	/// Generation of the key: tags of different ones say nothing about each other.
	pub epoch: u16,
	key: [u8; 32],
}

impl Drop for TagKey {
	fn drop(&mut self) {
		self.key.zeroize();
	}
}

/// How a tag key is written down.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct TagKeyFile {
	scheme: String,
	#[serde(default)]
	epoch: u16,
	key: Bytes32,
}

/// The scheme of a tag key file.
const SCHEME: &str = "hmac-sha-256";

impl TagKey {
	/// Read a key file, which others must not be able to read.
	pub fn read(path: &Path) -> Result<Self> {
		let bytes = private::read(path)?;
		let bad = |reason: String| failure!("bad-tag-key", path = path.display(), reason = reason);
		let file: TagKeyFile = serde_json::from_slice(&bytes).map_err(|e| bad(e.to_string()))?;
		if file.scheme != SCHEME {
			return Err(bad(format!("scheme: {SCHEME}")).into());
		}
		Ok(Self { epoch: file.epoch, key: file.key.0 })
	}

	/// A new key of the first generation, written to `path`, which must not exist.
	pub fn generate(path: &Path) -> Result<Self> {
		Self::generate_for(path, 0)
	}

	/// A new key of a generation.
	pub fn generate_for(path: &Path, epoch: u16) -> Result<Self> {
		let file = TagKeyFile { scheme: SCHEME.into(), epoch, key: Bytes32(random()?) };
		let text = Zeroizing::new(serde_json::to_vec_pretty(&file)?);
		private::create(path, &text)?;
		Ok(Self { epoch, key: file.key.0 })
	}

	/// The tag of a document: HMAC-SHA-256 over its kind and normalised number.
	pub fn tag(&self, suite: SuiteId, document: &Document) -> Result<[u8; 32]> {
		if suite != SuiteId::International {
			fail!("suite-unsupported", suite = crate::words::code(&suite));
		}
		let mut number = normalise(document.kind, &document.number)?;
		let kind = crate::words::code(&document.kind);
		let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(&self.key)?;
		mac.update(format!("shejiao/identity-tag/{:02x}/{kind}\0", suite_byte(suite)).as_bytes());
		mac.update(number.as_bytes());
		number.zeroize();
		Ok(mac.finalize().into_bytes().into())
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::error::from_any;
	use DocumentType::*;

	/// The examples of GB 11643-1999, appendix: a man and a woman who do not exist.
	const EXAMPLES: [&str; 2] = ["11010519491231002X", "440524188001010014"];

	#[test]
	fn the_examples_of_the_standard_are_valid() {
		for example in EXAMPLES {
			assert_eq!(normalise(ResidentId, example).ok().as_deref(), Some(example));
		}
	}

	#[test]
	fn a_number_is_made_with_its_check_character() {
		let made = |sequence| resident_id_of("990000", "2009-01-05", sequence);
		assert_eq!(made("001").as_deref(), Some("99000020090105001X"));
		for wrong in ["", "01", "0001", "00x"] {
			assert_eq!(made(wrong), None, "{wrong}");
		}
	}

	#[test]
	fn every_spelling_gives_one_number() {
		let one = "11010519491231002X";
		for spelling in [
			"11010519491231002x",
			" 110105 19491231 002X ",
			"110105-19491231-002X",
			"１１０１０５１９４９１２３１００２Ｘ",
			"110105491231002",
		] {
			assert_eq!(normalise(ResidentId, spelling).ok().as_deref(), Some(one), "{spelling}");
		}
		assert_eq!(normalise(Passport, "uto 000001").ok().as_deref(), Some("UTO000001"));
		assert_eq!(normalise(HongKongMacauPermit, "h99999999").ok().as_deref(), Some("H99999999"));
	}

	#[test]
	fn what_cannot_be_a_number_is_refused_and_not_repeated() {
		for (kind, number) in [
			(ResidentId, "110105194912310021"),
			(ResidentId, "11010519491331002X"),
			(ResidentId, "1101051949123100"),
			(ResidentId, "11010519491231OO2X"),
			(ResidentId, ""),
			(Passport, "AB"),
			(Passport, "E1234567!"),
			(HongKongMacauPermit, "X99999999"),
			(TaiwanPermit, "123"),
			(PermanentResidence, "910105194912310021"),
			(Other, "1"),
		] {
			let failure = from_any(&normalise(kind, number).expect_err("cannot be one; qed"));
			assert_eq!(failure.code, "bad-document-number");
			assert!(number.len() < 2 || !failure.what.contains(number), "{}", failure.what);
		}
	}

	#[test]
	fn a_changed_digit_is_noticed() {
		let right = "11010519491231002X";
		for place in 0..17 {
			let mut wrong: Vec<char> = right.chars().collect();
			wrong[place] = if wrong[place] == '9' { '0' } else { '9' };
			let wrong: String = wrong.into_iter().collect();
			assert!(normalise(ResidentId, &wrong).is_err(), "{wrong}");
		}
	}

	#[test]
	fn fictitious_numbers_belong_to_nobody() {
		assert!(is_fictitious(ResidentId, "990000199001010017"));
		assert!(normalise(ResidentId, "990000199001010017").is_ok());
		assert!(!is_fictitious(ResidentId, "11010519491231002X"));
		assert!(is_fictitious(Passport, "UTO000001"));
		assert!(!is_fictitious(Passport, "E12345678"));
		assert!(is_fictitious(HongKongMacauPermit, "H99999999"));
		assert!(!is_fictitious(HongKongMacauPermit, "H09999999"));
		assert_eq!(birthday("990000199001010017").as_deref(), Some("1990-01-01"));
	}

	/// Computed with Python: hmac.new(bytes(range(32)), b"shejiao/identity-tag/01/resident-id\0"
	/// b"11010519491231002X", hashlib.sha256).
	#[test]
	fn a_known_tag() {
		let mut key = [0; 32];
		key.iter_mut().zip(0..).for_each(|(byte, index)| *byte = index);
		let key = TagKey { epoch: 0, key };
		let tag = |kind, number: &str| {
			let document = Document { kind, number: number.into() };
			hex::encode(key.tag(SuiteId::International, &document).expect("a valid number; qed"))
		};
		let known = "d213ea42d9ea8f3c7fd15a382016f1af8cb39af2bf86a0855c2f45ee0177ba0d";
		assert_eq!(tag(ResidentId, "11010519491231002X"), known);
		assert_eq!(tag(ResidentId, "110105491231002"), known);
		assert_ne!(tag(Other, "11010519491231002X"), known, "the kind counts");
	}

	/// RFC 4231, test case 2.
	#[test]
	fn a_known_code() {
		let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(b"Jefe").expect("any length; qed");
		mac.update(b"what do ya want for nothing?");
		assert_eq!(
			hex::encode(mac.finalize().into_bytes()),
			"5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
		);
	}

	#[test]
	fn a_key_file_that_others_can_read_is_refused() {
		use std::os::unix::fs::PermissionsExt;
		let home = tempfile::tempdir().expect("a temporary folder; qed");
		let path = home.path().join("tag.key");
		TagKey::generate_for(&path, 3).expect("the folder is empty; qed");
		assert_eq!(TagKey::read(&path).map(|key| key.epoch).ok(), Some(3));
		assert!(TagKey::generate(&path).is_err(), "never overwritten");
		std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).expect("ours; qed");
		let failure = from_any(&TagKey::read(&path).err().expect("others can read it; qed"));
		assert_eq!(failure.code, "open-to-others");
	}
}
