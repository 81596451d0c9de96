//! Documents encrypted, so that their ciphertext can be kept anywhere.
//!
//! AES-256-GCM under a data key of its own. The plaintext is its length (8 bytes, big-endian), the
//! document, and zeros, so that the whole file has 1 KiB doubled some times: the size says little. The
//! file is nonce ‖ ciphertext ‖ tag;
//! the domain, the suite and the locator are authenticated with it: a blob under another name does not open.

use super::commit::{self, random, suite_byte, Bytes32};
use crate::{fail, failure};
use aes_gcm::{
	aead::{Aead, KeyInit, Payload},
	Aes256Gcm, Key, Nonce,
};
use anyhow::Result;
use shejiao_primitives::suite::SuiteId;
use zeroize::Zeroizing;

/// Bytes of the nonce.
const NONCE: usize = 12;
/// Bytes of the authentication tag.
const TAG: usize = 16;
/// Bytes in which the length is written.
const LENGTH: usize = 8;
/// Bytes that a file has beside the document and its padding.
const FRAME: u64 = (NONCE + TAG + LENGTH) as u64;
/// The smallest file, in bytes; every further step doubles it.
const SMALLEST: u64 = 1_024;
/// Number of the largest step: 64 MiB.
const MAX_STEP: u8 = 16;

/// A document, encrypted.
pub struct Blob {
	/// Random name under which the ciphertext is kept.
	pub locator: Bytes32,
	/// Opens it.
	pub key: Bytes32,
	/// What may lie anywhere.
	pub ciphertext: Vec<u8>,
	/// The ciphertext's hash.
	pub hash: Bytes32,
	/// Its size: 2^`step` KiB.
	pub step: u8,
}

/// The step of a document of `length` bytes: 1 KiB doubled until it fits. `None` above the largest.
fn step(length: u64) -> Option<u8> {
	(0..=MAX_STEP).find(|step| SMALLEST << step >= length.saturating_add(FRAME))
}

/// Encrypt a document under a fresh key and locator.
pub fn seal(suite: SuiteId, document: &[u8]) -> Result<Blob> {
	let (locator, key) = (Bytes32(random()?), Bytes32(random()?));
	seal_with(suite, document, locator, key, random()?)
}

fn seal_with(
	suite: SuiteId,
	document: &[u8],
	locator: Bytes32,
	key: Bytes32,
	nonce: [u8; NONCE],
) -> Result<Blob> {
	let length = document.len() as u64;
	let Some(step) = step(length) else {
		fail!("document-too-long", length = length, most = (SMALLEST << MAX_STEP) - FRAME);
	};
	let padded = (SMALLEST << step) as usize - NONCE - TAG;
	let mut plain = Zeroizing::new(Vec::with_capacity(padded));
	plain.extend_from_slice(&length.to_be_bytes());
	plain.extend_from_slice(document);
	plain.resize(padded, 0);

	let payload = Payload { msg: &plain, aad: &label(suite, &locator) };
	let sealed = cipher(suite, &key)?
		.encrypt(&Nonce::from(nonce), payload)
		.map_err(|_| failure!("blob-damaged", locator = locator))?;
	let ciphertext = [&nonce[..], &sealed].concat();
	let hash = Bytes32(commit::hash(suite, &ciphertext)?);
	Ok(Blob { locator, key, ciphertext, hash, step })
}

/// Open a ciphertext.
pub fn open(
	suite: SuiteId,
	locator: &Bytes32,
	key: &Bytes32,
	ciphertext: &[u8],
) -> Result<Zeroizing<Vec<u8>>> {
	let damaged = || failure!("blob-damaged", locator = locator);
	if ciphertext.len() < NONCE + TAG + LENGTH {
		return Err(damaged().into());
	}
	let (nonce, sealed) = ciphertext.split_at(NONCE);
	let nonce: [u8; NONCE] = nonce.try_into()?;
	let payload = Payload { msg: sealed, aad: &label(suite, locator) };
	let mut plain = Zeroizing::new(
		cipher(suite, key)?.decrypt(&Nonce::from(nonce), payload).map_err(|_| damaged())?,
	);
	let length =
		plain.get(..LENGTH).and_then(|bytes| bytes.try_into().ok()).map(u64::from_be_bytes);
	let end = length
		.and_then(|length| usize::try_from(length).ok()?.checked_add(LENGTH))
		.filter(|end| *end <= plain.len())
		.ok_or_else(damaged)?;
	plain.truncate(end);
	Ok(Zeroizing::new(plain.split_off(LENGTH)))
}

fn label(suite: SuiteId, locator: &Bytes32) -> Vec<u8> {
	let domain = format!("shejiao/blob/{:02x}\0", suite_byte(suite));
	[domain.as_bytes(), &locator.0].concat()
}

fn cipher(suite: SuiteId, key: &Bytes32) -> Result<Aes256Gcm> {
	if suite != SuiteId::International {
		fail!("suite-unsupported", suite = crate::words::code(&suite));
	}
	Ok(Aes256Gcm::new(&Key::<Aes256Gcm>::from(key.0)))
}

#[cfg(test)]
mod tests {
	use super::*;

	const SUITE: SuiteId = SuiteId::International;

	#[test]
	fn what_is_sealed_is_opened_again() {
		for length in [0, 1, 987, 988, 989, 5_000] {
			let document = vec![7; length];
			let blob = seal(SUITE, &document).expect("a short document; qed");
			let opened =
				open(SUITE, &blob.locator, &blob.key, &blob.ciphertext).expect("just sealed; qed");
			assert_eq!(opened[..], document);
			assert_eq!(blob.hash.0, commit::hash(SUITE, &blob.ciphertext).expect("known; qed"));
			assert_eq!(blob.ciphertext.len(), 1_024 << blob.step);
		}
	}

	#[test]
	fn the_size_tells_the_step_alone() {
		let size = |length: usize| seal(SUITE, &vec![1; length]).expect("short; qed").step;
		assert_eq!([size(0), size(988), size(989), size(2_012), size(2_013)], [0, 0, 1, 1, 2]);
		assert_eq!(step((64 << 20) - 36), Some(16));
		assert_eq!(step((64 << 20) - 35), None);
	}

	#[test]
	fn what_was_changed_or_renamed_does_not_open() {
		let blob = seal(SUITE, b"document").expect("short; qed");
		let fails = |locator: &Bytes32, key: &Bytes32, ciphertext: &[u8]| {
			open(SUITE, locator, key, ciphertext).is_err()
		};
		assert!(fails(&Bytes32([1; 32]), &blob.key, &blob.ciphertext));
		assert!(fails(&blob.locator, &Bytes32([1; 32]), &blob.ciphertext));
		assert!(fails(&blob.locator, &blob.key, &blob.ciphertext[..20]));
		for place in [0, 12, 500, blob.ciphertext.len() - 1] {
			let mut changed = blob.ciphertext.clone();
			changed[place] ^= 1;
			assert!(fails(&blob.locator, &blob.key, &changed), "byte {place}");
		}
	}

	/// Computed with Python's cryptography: AESGCM(key).encrypt(nonce, plain, aad), key 32 bytes of 1,
	/// locator 32 bytes of 2, nonce 12 bytes of 3, document b"abc".
	#[test]
	fn a_known_ciphertext() {
		let blob = seal_with(SUITE, b"abc", Bytes32([2; 32]), Bytes32([1; 32]), [3; 12])
			.expect("short; qed");
		assert_eq!(
			hex::encode(blob.hash.0),
			"f32a504bcfa56c7a568dace6270a50c664bebac5392e530c0997af4ce3993984"
		);
		assert_eq!(hex::encode(&blob.ciphertext[12..28]), "f861149aff84376acc9e8567cc1924a8");
	}
}
