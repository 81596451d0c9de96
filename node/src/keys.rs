//! Complains while a validator's keystore lacks the session keys that the chain has for it.
//!
//! Such a node looks healthy and authors nothing. The line is repeated, because whoever reads the log
//! reads its end.

use pallet_validators_runtime_api::ValidatorsApi;
use sc_network::PeerId;
use shejiao_runtime::opaque::Block;
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;
use sp_core::crypto::KeyTypeId;
use sp_keystore::KeystorePtr;
use sp_session::SessionKeys;
use std::{sync::Arc, time::Duration};

const LOG_TARGET: &str = "validator";

/// How often the keystore is compared with the chain.
const INTERVAL: Duration = Duration::from_secs(30);

/// What the comparison found.
#[derive(Debug, PartialEq, Eq)]
enum Finding {
	/// No validator of the chain runs on this peer.
	Unknown,
	/// The keystore lacks these keys.
	Missing(Vec<(KeyTypeId, Vec<u8>)>),
	/// Nothing is missing.
	Complete,
}

impl Finding {
	fn of(keystore: &KeystorePtr, keys: Option<Vec<(Vec<u8>, KeyTypeId)>>) -> Self {
		let Some(keys) = keys else { return Self::Unknown };
		let missing: Vec<_> = keys
			.into_iter()
			.filter(|(public, kind)| !keystore.has_keys(&[(public.clone(), *kind)]))
			.map(|(public, kind)| (kind, public))
			.collect();
		if missing.is_empty() {
			Self::Complete
		} else {
			Self::Missing(missing)
		}
	}

	fn log(&self, own: &PeerId) {
		match self {
			Self::Unknown => log::warn!(
				target: LOG_TARGET,
				"🔑 This node runs with --validator, and the chain has no validator on its peer id \
				 {own}: it authors nothing until its member registers one there.",
			),
			Self::Missing(keys) => log::error!(
				target: LOG_TARGET,
				"🔑 VALIDATOR KEYS MISSING: the chain expects keys that this node's keystore lacks: \
				 {}. It cannot author or finalise. Restore them from the backup, or rotate the keys \
				 (author_rotateKeysWithOwner) and set the new ones.",
				keys.iter().map(|(kind, public)| format!("{} 0x{}", name(*kind), hex::encode(public)))
					.collect::<Vec<_>>()
					.join(", "),
			),
			Self::Complete => log::info!(
				target: LOG_TARGET,
				"🔑 The keystore holds the session keys that the chain has for this node.",
			),
		}
	}
}

fn name(kind: KeyTypeId) -> String {
	String::from_utf8_lossy(&kind.0).into_owned()
}

/// Compare now and then, log what is wrong every time and what became right once.
pub async fn watch<C>(client: Arc<C>, keystore: KeystorePtr, own: PeerId)
where
	C: ProvideRuntimeApi<Block> + HeaderBackend<Block>,
	C::Api: ValidatorsApi<Block> + SessionKeys<Block>,
{
	let mut interval = tokio::time::interval(INTERVAL);
	interval.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
	let mut last = None;
	loop {
		interval.tick().await;
		// The best block: keys that are set but not yet final are already expected.
		let at = client.info().best_hash;
		let api = client.runtime_api();
		let keys = api.session_keys_of_peer(at, own.to_bytes()).and_then(|keys| match keys {
			Some(keys) => api.decode_session_keys(at, keys),
			None => Ok(None),
		});
		let finding = match keys {
			Ok(keys) => Finding::of(&keystore, keys),
			Err(e) => {
				log::warn!(target: LOG_TARGET, "Cannot read the session keys of this node: {e}");
				continue;
			},
		};
		if finding != Finding::Complete || last.as_ref() != Some(&finding) {
			finding.log(&own);
		}
		last = Some(finding);
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use sc_keystore::LocalKeystore;
	use sp_application_crypto::key_types::{AURA, GRANDPA};
	use sp_keystore::Keystore;

	#[test]
	fn the_missing_keys_are_named_one_by_one() {
		let store = LocalKeystore::in_memory();
		let aura =
			store.sr25519_generate_new(AURA, Some("//Test")).expect("in-memory keystore works");
		let store: KeystorePtr = store.into();
		let keys = vec![(aura.0.to_vec(), AURA), (vec![7; 32], GRANDPA)];
		assert_eq!(
			Finding::of(&store, Some(keys.clone())),
			Finding::Missing(vec![(GRANDPA, vec![7; 32])]),
		);
		assert_eq!(Finding::of(&store, Some(keys[..1].to_vec())), Finding::Complete);
		assert_eq!(Finding::of(&store, None), Finding::Unknown);
	}

	#[test]
	fn a_key_of_another_type_does_not_count() {
		let store = LocalKeystore::in_memory();
		let key =
			store.sr25519_generate_new(AURA, Some("//Test")).expect("in-memory keystore works");
		let store: KeystorePtr = store.into();
		assert_eq!(
			Finding::of(&store, Some(vec![(key.0.to_vec(), GRANDPA)])),
			Finding::Missing(vec![(GRANDPA, key.0.to_vec())]),
		);
	}
}
