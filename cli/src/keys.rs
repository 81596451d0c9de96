//! Accounts and the keys that sign for them.

use crate::{fail, failure};
use anyhow::Result;
use serde::{Deserialize, Serialize};
use sp_core::{
	crypto::{Ss58AddressFormat, Ss58Codec},
	sr25519, Pair,
};
use std::{fs, path::Path};
use subxt::utils::{AccountId32, MultiSignature};

/// A key file: what `key generate` writes, readable by its owner alone.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct KeyFile {
	/// Always `sr25519`.
	pub scheme: String,
	/// Twelve words from which the key can be restored.
	pub secret_phrase: Option<String>,
	/// The secret itself, 32 bytes in hex.
	pub secret_seed: String,
	/// Public key, which is the account id.
	pub public_key: String,
}

/// Signs transactions.
#[derive(Clone)]
pub struct Signer {
	pair: sr25519::Pair,
}

impl Signer {
	/// From `//Seed` or the path of a key file.
	pub fn load(source: &str) -> Result<Self> {
		if source.starts_with("//") {
			let pair = sr25519::Pair::from_string(source, None)
				.map_err(|e| failure!("bad-seed", seed = source, reason = format!("{e:?}")))?;
			return Ok(Self { pair });
		}
		let (_, pair) = read(Path::new(source))?;
		Ok(Self { pair })
	}

	/// The signature of `message`.
	pub fn sign_raw(&self, message: &[u8]) -> [u8; 64] {
		self.pair.sign(message).0
	}

	/// The account it signs for.
	pub fn account(&self) -> AccountId32 {
		AccountId32(self.pair.public().0)
	}
}

impl subxt::transactions::Signer<subxt::SubstrateConfig> for Signer {
	fn account_id(&self) -> AccountId32 {
		self.account()
	}

	fn sign(&self, payload: &[u8]) -> MultiSignature {
		MultiSignature::Sr25519(self.sign_raw(payload))
	}
}

/// A new key; written to `path` if given, which must not exist.
pub fn generate(path: Option<&Path>) -> Result<KeyFile> {
	let (pair, phrase, seed) = sr25519::Pair::generate_with_phrase(None);
	let file = KeyFile {
		scheme: "sr25519".into(),
		secret_phrase: Some(phrase),
		secret_seed: format!("0x{}", hex::encode(seed)),
		public_key: format!("0x{}", hex::encode(pair.public().0)),
	};
	if let Some(path) = path {
		write(path, &file)?;
	}
	Ok(file)
}

fn write(path: &Path, file: &KeyFile) -> Result<()> {
	let text = serde_json::to_string_pretty(file)? + "\n";
	crate::vault::create_private(path, text.as_bytes())
}

/// Read and check a key file, which others must not be able to read.
pub fn read(path: &Path) -> Result<(KeyFile, sr25519::Pair)> {
	let shown = path.display();
	let text = fs::read_to_string(path)
		.map_err(|e| failure!("file-not-read", path = shown, reason = e))?;
	let file: KeyFile = serde_json::from_str(&text)
		.map_err(|e| failure!("bad-key-file", path = shown, reason = e))?;
	let pair = sr25519::Pair::from_string(&file.secret_seed, None).map_err(|e| {
		failure!("bad-key-file", path = shown, reason = format!("secretSeed: {e:?}"))
	})?;
	if file.scheme != "sr25519" {
		fail!("bad-key-file", path = shown, reason = "scheme: sr25519");
	}
	if file.public_key != format!("0x{}", hex::encode(pair.public().0)) {
		fail!("bad-key-file", path = shown, reason = "publicKey != secretSeed");
	}
	crate::vault::ensure_private(path)?;
	Ok((file, pair))
}

/// An account given as address, 32 bytes in hex, `//Seed` or the path of a key file.
pub fn account(text: &str) -> Result<AccountId32> {
	if let Some(digits) = text.strip_prefix("0x") {
		return match bytes::<32>(digits) {
			Some(bytes) => Ok(AccountId32(bytes)),
			None => Err(failure!("bad-account", account = text).into()),
		};
	}
	if text.starts_with("//") || Path::new(text).is_file() {
		return Ok(Signer::load(text)?.account());
	}
	match sp_core::crypto::AccountId32::from_ss58check_with_version(text) {
		Ok((account, _)) => Ok(AccountId32(account.into())),
		Err(_) => Err(failure!("bad-account", account = text).into()),
	}
}

/// The address of `account` on a chain with this prefix.
pub fn address(account: &AccountId32, prefix: u16) -> String {
	sp_core::crypto::AccountId32::from(account.0)
		.to_ss58check_with_version(Ss58AddressFormat::custom(prefix))
}

/// `N` bytes from hex digits.
pub fn bytes<const N: usize>(digits: &str) -> Option<[u8; N]> {
	hex::decode(digits.strip_prefix("0x").unwrap_or(digits)).ok()?.try_into().ok()
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_generated_key_is_read_back_and_never_overwritten() {
		let folder = tempfile::tempdir().expect("a temporary folder; qed");
		let path = folder.path().join("officer.json");
		let file = generate(Some(&path)).expect("the folder is empty; qed");
		let (_, pair) = read(&path).expect("just written; qed");
		assert_eq!(file.public_key, format!("0x{}", hex::encode(pair.public().0)));
		let phrase = file.secret_phrase.as_deref().expect("a new key has one; qed");
		let again = sr25519::Pair::from_phrase(phrase, None).expect("twelve words; qed").0;
		assert_eq!(again.public(), pair.public());
		let mode = std::os::unix::fs::PermissionsExt::mode(
			&fs::metadata(&path).expect("just written; qed").permissions(),
		);
		assert_eq!(mode & 0o777, 0o600);
		assert!(generate(Some(&path)).is_err());
	}

	#[test]
	fn a_key_file_whose_halves_differ_is_refused() {
		let folder = tempfile::tempdir().expect("a temporary folder; qed");
		let path = folder.path().join("key.json");
		let mut file = generate(None).expect("nothing is written; qed");
		file.public_key = format!("0x{}", hex::encode([7; 32]));
		write(&path, &file).expect("the folder is empty; qed");
		let error = read(&path).err().expect("the halves differ; qed");
		assert_eq!(crate::error::from_any(&error).code, "bad-key-file");
	}

	#[test]
	fn a_key_file_that_others_can_read_is_refused() {
		let folder = tempfile::tempdir().expect("a temporary folder; qed");
		let path = folder.path().join("key.json");
		generate(Some(&path)).expect("the folder is empty; qed");
		let open = std::os::unix::fs::PermissionsExt::from_mode(0o640);
		fs::set_permissions(&path, open).expect("ours; qed");
		let error = read(&path).err().expect("others can read it; qed");
		assert_eq!(crate::error::from_any(&error).code, "open-to-others");
	}

	#[test]
	fn accounts_are_read_in_every_form() {
		let alice = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
		let expected = account("//Alice").expect("a development seed; qed");
		assert_eq!(account(alice).ok(), Some(expected));
		assert_eq!(account(&format!("0x{}", hex::encode(expected.0))).ok(), Some(expected));
		assert_eq!(address(&expected, 42), alice);
		for wrong in ["", "0x12", "5Grwva", "alice"] {
			assert!(account(wrong).is_err(), "{wrong}");
		}
	}
}
