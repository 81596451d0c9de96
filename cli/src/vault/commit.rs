//! Commitments: what stands on chain of a value that is kept here.
//!
//! `H(domain ‖ salt ‖ canonical bytes)`, where the domain names the purpose and the suite, and ends
//! with a zero byte so that no domain is the beginning of another. On chain the suite's byte stands
//! beside the hash. Canonical bytes are JSON with sorted keys, text values and no spaces.

use crate::{failure, keys};
use anyhow::Result;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use shejiao_primitives::suite::SuiteId;
use std::collections::BTreeMap;
use zeroize::Zeroize;

/// What is sealed: names and text values, in the order of the names.
pub type Fields = BTreeMap<String, String>;

/// Thirty-two bytes, in hex where they are written down.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Bytes32(pub [u8; 32]);

impl std::fmt::Debug for Bytes32 {
	fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
		write!(f, "{}", crate::client::hex(self.0))
	}
}

impl std::fmt::Display for Bytes32 {
	fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
		write!(f, "{}", crate::client::hex(self.0))
	}
}

impl Serialize for Bytes32 {
	fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
		serializer.collect_str(self)
	}
}

impl<'de> Deserialize<'de> for Bytes32 {
	fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
		let text = String::deserialize(deserializer)?;
		let bytes = keys::bytes::<32>(&text);
		bytes.map(Self).ok_or_else(|| serde::de::Error::custom("expected 0x and 64 digits"))
	}
}

/// What a commitment is for: it separates the domains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
	/// Who a case is about.
	Identity,
	/// Decision, sentence and what else of it is sealed.
	Decision,
	/// The legal basis on which an agency became a party.
	PartyBasis,
	/// A party that is sealed until it is used.
	Party,
	/// Why strict defaults hold.
	Restriction,
	/// Why a case ended.
	EndReason,
	/// Start, dates and deductions from which the term was computed.
	Term,
	/// Why, and where, somebody is detained.
	Detention,
	/// Kind and start of a sealed clock.
	Clock,
	/// Who an alert, notice or lead is about.
	About,
	/// Who a representative is.
	Representative,
	/// A record: exact kind, provenance and hash of the document.
	Record,
	/// A reading of a device.
	Reading,
	/// Anything else that a call seals.
	Other,
}

#[cfg(test)]
impl Purpose {
	/// Every purpose.
	pub const ALL: [Self; 14] = [
		Self::Identity,
		Self::Decision,
		Self::PartyBasis,
		Self::Party,
		Self::Restriction,
		Self::EndReason,
		Self::Term,
		Self::Detention,
		Self::Clock,
		Self::About,
		Self::Representative,
		Self::Record,
		Self::Reading,
		Self::Other,
	];
}

/// A value, its salt, and the commitment to it: kept in the vault.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sealing {
	/// What it is for.
	pub purpose: Purpose,
	/// Algorithms.
	pub suite: SuiteId,
	/// Random, and never used again.
	pub salt: Bytes32,
	/// What is sealed.
	pub value: Fields,
	/// What stands on chain.
	pub commitment: Bytes32,
	/// The case that it is about, where it does not stand in that case's sheet.
	#[serde(default, skip_serializing_if = "Option::is_none")]
	pub case: Option<super::sheets::Handle>,
}

impl Sealing {
	/// Seal `value` under a fresh salt.
	pub fn new(purpose: Purpose, suite: SuiteId, value: Fields) -> Result<Self> {
		let salt = Bytes32(random()?);
		let commitment = Bytes32(commitment(suite, purpose, &salt.0, &canonical(&value)?)?);
		Ok(Self { purpose, suite, salt, value, commitment, case: None })
	}

	/// Whether salt and value give the commitment.
	pub fn holds(&self) -> Result<bool> {
		let bytes = canonical(&self.value)?;
		Ok(commitment(self.suite, self.purpose, &self.salt.0, &bytes)? == self.commitment.0)
	}
}

impl Drop for Sealing {
	fn drop(&mut self) {
		self.salt.0.zeroize();
		self.value.values_mut().for_each(Zeroize::zeroize);
	}
}

/// Fresh random bytes from the operating system.
pub fn random<const N: usize>() -> Result<[u8; N]> {
	let mut bytes = [0; N];
	getrandom::fill(&mut bytes).map_err(|e| failure!("no-randomness", reason = e))?;
	Ok(bytes)
}

/// The canonical bytes of a value.
pub fn canonical(value: &Fields) -> Result<Vec<u8>> {
	Ok(serde_json::to_vec(value)?)
}

/// The commitment to `bytes`.
pub fn commitment(
	suite: SuiteId,
	purpose: Purpose,
	salt: &[u8; 32],
	bytes: &[u8],
) -> Result<[u8; 32]> {
	let mut hasher = hasher(suite)?;
	hasher.update(domain(suite, purpose));
	hasher.update(salt);
	hasher.update(bytes);
	Ok(hasher.finalize().into())
}

/// The hash of a document or ciphertext under `suite`.
pub fn hash(suite: SuiteId, bytes: &[u8]) -> Result<[u8; 32]> {
	let mut hasher = hasher(suite)?;
	hasher.update(bytes);
	Ok(hasher.finalize().into())
}

/// What separates commitments of one purpose and suite from all others.
fn domain(suite: SuiteId, purpose: Purpose) -> Vec<u8> {
	let purpose = crate::words::code(&purpose);
	format!("shejiao/commitment/{:02x}/{purpose}\0", suite_byte(suite)).into_bytes()
}

/// The byte by which a suite is known.
pub fn suite_byte(suite: SuiteId) -> u8 {
	match suite {
		SuiteId::International => 0x01,
		SuiteId::Gmt => 0x10,
	}
}

fn hasher(suite: SuiteId) -> Result<Sha256> {
	match suite {
		SuiteId::International => Ok(Sha256::new()),
		SuiteId::Gmt => Err(failure!("suite-unsupported", suite = "gmt").into()),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::collections::BTreeSet;

	fn fields(list: &[(&str, &str)]) -> Fields {
		list.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect()
	}

	#[test]
	fn canonical_bytes_do_not_depend_on_the_order_of_writing() {
		let value = fields(&[("name", "王某"), ("born", "1990-01-02")]);
		let bytes = canonical(&value).expect("text alone; qed");
		assert_eq!(bytes, "{\"born\":\"1990-01-02\",\"name\":\"王某\"}".as_bytes());
	}

	/// Computed with Python: hashlib.sha256(b"shejiao/commitment/01/identity\0" + bytes(range(32)) +
	/// '{"born":"1990-01-02","name":"王某"}'.encode()).
	#[test]
	fn a_known_commitment() {
		let mut salt = [0; 32];
		salt.iter_mut().zip(0..).for_each(|(byte, index)| *byte = index);
		let value = fields(&[("name", "王某"), ("born", "1990-01-02")]);
		let bytes = canonical(&value).expect("text alone; qed");
		let found = commitment(SuiteId::International, Purpose::Identity, &salt, &bytes)
			.expect("a supported suite; qed");
		assert_eq!(
			hex::encode(found),
			"6db52d12e76dd14a718c8c4e4c2cbc7200675f928da25181da538675d912bc9d"
		);
	}

	/// FIPS 180-2, appendix B.1.
	#[test]
	fn a_known_hash() {
		let found = hash(SuiteId::International, b"abc").expect("a supported suite; qed");
		assert_eq!(
			hex::encode(found),
			"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
		);
	}

	#[test]
	fn a_sealing_holds_until_anything_of_it_changes() {
		let value = fields(&[("reason", "pardon")]);
		let sealing = Sealing::new(Purpose::EndReason, SuiteId::International, value.clone())
			.expect("a supported suite; qed");
		assert!(sealing.holds().expect("a supported suite; qed"));
		let again = Sealing::new(Purpose::EndReason, SuiteId::International, value)
			.expect("a supported suite; qed");
		assert_ne!(sealing.commitment, again.commitment, "the salt is fresh");
		let mut other = sealing.clone();
		other.value.insert("reason".into(), "death".into());
		assert!(!other.holds().expect("a supported suite; qed"));
		let mut other = sealing.clone();
		other.purpose = Purpose::Detention;
		assert!(!other.holds().expect("a supported suite; qed"));
		let text = serde_json::to_string(&sealing).expect("text alone; qed");
		assert_eq!(serde_json::from_str::<Sealing>(&text).expect("just written; qed"), sealing);
	}

	#[test]
	fn no_domain_is_the_beginning_of_another() {
		let domains: BTreeSet<Vec<u8>> = [SuiteId::International, SuiteId::Gmt]
			.into_iter()
			.flat_map(|suite| Purpose::ALL.map(|purpose| domain(suite, purpose)))
			.collect();
		assert_eq!(domains.len(), 2 * Purpose::ALL.len());
		for one in &domains {
			assert!(domains.iter().all(|other| one == other || !other.starts_with(one)));
		}
	}

	#[test]
	fn a_suite_that_is_not_there_is_refused() {
		let error = hash(SuiteId::Gmt, b"abc").expect_err("not in this client; qed");
		assert_eq!(crate::error::from_any(&error).code, "suite-unsupported");
	}
}
