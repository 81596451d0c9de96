//! Genesis of the chain, made from a consortium file: a patch of the runtime's default genesis.

use crate::consortium_file::Consortium;
use serde_json::{json, Map, Value};
use shejiao_primitives::time::DAY;
use shejiao_runtime::SessionKeys;

/// `0x` and hexadecimal digits.
fn hex(bytes: impl AsRef<[u8]>) -> String {
	format!("0x{}", hex::encode(bytes))
}

/// The patch as text.
pub fn to_json(consortium: &Consortium) -> String {
	format!("{:#}", patch(consortium))
}

/// The patch. Members are numbered in the order of the file, units over all members in that order.
pub fn patch(consortium: &Consortium) -> Value {
	let mut founders = Vec::new();
	let mut officers = Vec::new();
	let mut delegations = Vec::new();
	let mut validators = Vec::new();
	let mut keys = Vec::new();
	let mut units_before = 0;

	for (id, member) in consortium.members.iter().enumerate() {
		let peers: Vec<_> = member
			.peers
			.iter()
			.map(|peer| json!({ "peer": hex(peer.id.to_bytes()), "archive": peer.archive }))
			.collect();
		let units: Vec<_> = member
			.units
			.iter()
			.map(|unit| json!({ "kind": unit.kind, "area": unit.area }))
			.collect();
		founders.push(json!({
			"account": member.account,
			"kind": member.kind,
			"placement": {
				"level": member.level,
				"area": member.area,
				"parent": member.parent,
				"seat": member.seat,
				"provider": member.provider,
				"access": member.access,
			},
			"suite": member.suite,
			"encryptionKey": hex(&member.encryption_key),
			"charter": member.charter,
			"peers": peers,
			"quota": member.quota,
			"renewal": member.renewal,
			"units": units,
		}));
		for (index, unit) in member.units.iter().enumerate() {
			if let Some(delegation) = &unit.delegation {
				delegations.push(json!({
					"unit": units_before + index,
					"acts": delegation.acts,
					"until": delegation.until,
					"document": delegation.document,
				}));
			}
		}
		for officer in &member.officers {
			officers.push(json!({
				"account": officer.account,
				"member": id,
				"unit": officer.unit.map(|index| units_before + index),
				"duties": officer.duties,
				"category": officer.category,
				"validUntil": officer.valid_until,
			}));
		}
		if let Some(validator) = &member.validator {
			let session =
				SessionKeys { aura: validator.aura.into(), grandpa: validator.grandpa.into() };
			validators.push(json!([id, validator.account]));
			keys.push(json!([validator.account, validator.account, session]));
		}
		units_before += member.units.len();
	}

	let day_length = (consortium.day_length_ms != DAY).then_some(consortium.day_length_ms);
	let parameters: Map<_, _> =
		consortium.parameters.iter().map(|(name, value)| ((*name).into(), json!(value))).collect();
	json!({
		"legalTime": { "dayLength": day_length, "start": consortium.start },
		"consortium": { "members": founders, "parameters": parameters },
		"officers": { "officers": officers, "delegations": delegations },
		"validators": { "validators": validators, "minimum": consortium.minimum_validators },
		"session": { "keys": keys },
	})
}
