//! Genesis presets: made from the consortium files in `chain-specs` by `shejiao-node genesis`, and
//! compared with them by a test of the node.

use alloc::{vec, vec::Vec};
use sp_genesis_builder::{PresetId, DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};

/// The preset `id`, as a JSON patch of the default genesis.
pub fn get(id: &PresetId) -> Option<Vec<u8>> {
	let patch = match id.as_ref() {
		DEV_RUNTIME_PRESET => include_str!("../presets/development.json"),
		LOCAL_TESTNET_RUNTIME_PRESET => include_str!("../presets/local.json"),
		_ => return None,
	};
	Some(patch.as_bytes().to_vec())
}

/// Names of the presets.
pub fn names() -> Vec<PresetId> {
	vec![PresetId::from(DEV_RUNTIME_PRESET), PresetId::from(LOCAL_TESTNET_RUNTIME_PRESET)]
}
