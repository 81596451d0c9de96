//! Cryptographic suites: one byte fixes every algorithm of an envelope, seal or commitment together.

use crate::coded;
use sp_core::ConstU32;
use sp_runtime::BoundedVec;

coded! {
	/// Suite of algorithms; the byte is the encoding.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum SuiteId {
		/// DHKEM(P-256, HKDF-SHA256), AES-256-GCM, SHA-256, Ed25519.
		#[codec(index = 0x01)]
		International,
		/// SM2 encryption (C1C3C2), SM4-GCM, SM3, SM2 signatures with the default user id.
		#[codec(index = 0x10)]
		Gmt,
	}
}

/// Longest public key of a suite, in bytes: an uncompressed SEC1 point.
pub const MAX_ENCRYPTION_KEY: u32 = 65;

/// Public encryption key as its suite encodes it.
pub type EncryptionKey = BoundedVec<u8, ConstU32<MAX_ENCRYPTION_KEY>>;

impl SuiteId {
	/// Whether `key` has the form of a public encryption key of this suite: an uncompressed SEC1
	/// point (0x04 ‖ x ‖ y), which both curves use. That it lies on the curve is checked by clients.
	pub fn accepts_key(self, key: &[u8]) -> bool {
		match self {
			Self::International | Self::Gmt => {
				key.len() == MAX_ENCRYPTION_KEY as usize && key.first() == Some(&4)
			},
		}
	}
}
