//! Values that stand in a consortium file as text: accounts, keys, hashes, peer ids, dates.
//!
//! `//Seed` stands for a key derived from the development phrase that everybody knows. It is read on
//! development and local chains only.

use sc_network::PeerId;
use sc_network_types::ed25519 as node_key;
use sc_service::ChainType;
use shejiao_primitives::time::LegalDate;
use shejiao_runtime::AccountId;
use sp_core::{
	crypto::{ByteArray, Ss58Codec},
	Pair, H256,
};
use sp_io::hashing::sha2_256;
use std::str::FromStr;

/// What a template has where the operator must write something.
pub const PLACEHOLDER: &str = "FILL-IN";

/// What the secret of a public test node is derived from, before its name.
pub const TEST_NODE_KEY: &str = "shejiao test node key/";

/// Whether keys that everybody knows may stand in a file of this chain type.
pub fn allows_test_keys(chain: &ChainType) -> bool {
	matches!(chain, ChainType::Development | ChainType::Local)
}

fn refuse_placeholder(text: &str) -> Result<(), String> {
	if text.contains(PLACEHOLDER) {
		return Err("is still a placeholder: fill it in".into());
	}
	Ok(())
}

/// Public key of scheme `P`: `//Seed`, SS58, or 0x with 64 digits.
pub fn public<P: Pair>(text: &str, chain: &ChainType) -> Result<P::Public, String>
where
	P::Public: Ss58Codec + ByteArray,
{
	refuse_placeholder(text)?;
	if text.starts_with("//") {
		if !allows_test_keys(chain) {
			return Err(format!(
				"`{text}` is a key that everybody knows: write the public key of a fresh key"
			));
		}
		return P::from_string(text, None)
			.map(|pair| pair.public())
			.map_err(|e| format!("`{text}` is no derivation path ({e})"));
	}
	let public = match text.strip_prefix("0x") {
		Some(digits) => hex::decode(digits)
			.ok()
			.and_then(|bytes| P::Public::from_slice(&bytes).ok())
			.ok_or_else(|| format!("`{text}` is not 0x and 64 hexadecimal digits"))?,
		None => P::Public::from_string(text).map_err(|e| {
			format!("`{text}` is neither an SS58 address, 0x and 64 digits, nor //Seed ({e:?})")
		})?,
	};
	Ok(public)
}

/// Account: an sr25519 key in the same forms.
pub fn account(text: &str, chain: &ChainType) -> Result<AccountId, String> {
	public::<sp_core::sr25519::Pair>(text, chain).map(|public| AccountId::from(public.0))
}

/// Peer id: base58 of libp2p, or `//name` for the public test node of that name.
pub fn peer(text: &str, chain: &ChainType) -> Result<PeerId, String> {
	refuse_placeholder(text)?;
	if let Some(name) = text.strip_prefix("//") {
		if !allows_test_keys(chain) {
			return Err(format!(
				"`{text}` is a node key that everybody knows: write the peer id that \
				 `key generate-node-key` printed"
			));
		}
		return Ok(test_node_key(name).public().to_peer_id());
	}
	PeerId::from_str(text).map_err(|_| format!("`{text}` is no peer id, such as 12D3KooW…"))
}

/// Key of the public test node `name`: SHA-256 of [`TEST_NODE_KEY`] and the name.
pub fn test_node_key(name: &str) -> node_key::Keypair {
	let secret = sha2_256(format!("{TEST_NODE_KEY}{name}").as_bytes());
	node_key::SecretKey::try_from_bytes(secret).expect("32 bytes are an Ed25519 secret; qed").into()
}

/// 32 bytes, not all of them zero.
pub fn hash(text: &str) -> Result<H256, String> {
	refuse_placeholder(text)?;
	let hash = bytes(text)
		.ok()
		.and_then(|bytes| <[u8; 32]>::try_from(bytes).ok())
		.map(H256)
		.ok_or_else(|| format!("`{text}` is not 0x and 64 hexadecimal digits"))?;
	if hash.is_zero() {
		return Err("is the hash of nothing: write the SHA-256 of the document".into());
	}
	Ok(hash)
}

/// Bytes as 0x and hexadecimal digits.
pub fn bytes(text: &str) -> Result<Vec<u8>, String> {
	refuse_placeholder(text)?;
	text.strip_prefix("0x")
		.and_then(|digits| hex::decode(digits).ok())
		.ok_or_else(|| format!("`{text}` is not 0x and hexadecimal digits"))
}

/// A day `YYYY-MM-DD` of the legal calendar.
pub fn day(text: &str) -> Result<LegalDate, String> {
	refuse_placeholder(text)?;
	let wrong = || format!("`{text}` is no day, such as 2027-12-31");
	let mut parts = text.splitn(3, '-').map(|part| part.parse::<i64>());
	let (Some(Ok(year)), Some(Ok(month)), Some(Ok(day))) =
		(parts.next(), parts.next(), parts.next())
	else {
		return Err(wrong());
	};
	let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
	let length = match month {
		4 | 6 | 9 | 11 => 30,
		2 => 28 + i64::from(leap),
		1..=12 => 31,
		_ => return Err(wrong()),
	};
	if !(2000..=9999).contains(&year) || !(1..=length).contains(&day) {
		return Err(wrong());
	}
	// Days since 1970-01-01 in the Gregorian calendar, with years that begin in March.
	let (y, m) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
	let days = 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719_468;
	u32::try_from(days).map(LegalDate).map_err(|_| wrong())
}
