//! Values of the chain whose type the metadata tells, as JSON.

use scale_value::{Composite, Primitive, Value, ValueDef};
use serde_json::{Map, Value as Json};
use subxt::ext::scale_value;

/// `value` as JSON: bytes as hex, a variant without fields as its name.
pub fn json<T>(value: &Value<T>) -> Json {
	match &value.value {
		ValueDef::Composite(fields) => composite(fields),
		ValueDef::Variant(variant) if variant.values.is_empty() => Json::from(variant.name.clone()),
		ValueDef::Variant(variant) => {
			let fields = composite(&variant.values);
			match variant.name.as_str() {
				"Some" => fields,
				name => Json::Object(Map::from_iter([(name.to_string(), fields)])),
			}
		},
		ValueDef::BitSequence(bits) => {
			Json::from(bits.iter().map(|bit| if bit { '1' } else { '0' }).collect::<String>())
		},
		ValueDef::Primitive(primitive) => match primitive {
			Primitive::Bool(value) => Json::from(*value),
			Primitive::Char(value) => Json::from(value.to_string()),
			Primitive::String(value) => Json::from(value.clone()),
			Primitive::U128(value) => {
				u64::try_from(*value).map_or_else(|_| Json::from(value.to_string()), Json::from)
			},
			Primitive::I128(value) => {
				i64::try_from(*value).map_or_else(|_| Json::from(value.to_string()), Json::from)
			},
			Primitive::U256(bytes) | Primitive::I256(bytes) => {
				Json::from(crate::client::hex(bytes))
			},
		},
	}
}

/// Fields as JSON: a newtype as what it holds.
pub fn composite<T>(fields: &Composite<T>) -> Json {
	match fields {
		Composite::Named(fields) => {
			Json::Object(fields.iter().map(|(name, value)| (name.clone(), json(value))).collect())
		},
		Composite::Unnamed(values) => match &values[..] {
			[one] if !is_byte(one) => json(one),
			_ if values.len() >= 4 && values.iter().all(is_byte) => {
				let bytes: Vec<u8> = values.iter().filter_map(byte).collect();
				Json::from(crate::client::hex(bytes))
			},
			[one] => json(one),
			values => values.iter().map(json).collect(),
		},
	}
}

fn byte<T>(value: &Value<T>) -> Option<u8> {
	match &value.value {
		ValueDef::Primitive(Primitive::U128(number)) => u8::try_from(*number).ok(),
		_ => None,
	}
}

fn is_byte<T>(value: &Value<T>) -> bool {
	byte(value).is_some()
}

#[cfg(test)]
mod tests {
	use super::*;
	use serde_json::json;

	#[test]
	fn values_look_as_people_expect() {
		let hash = Value::unnamed_composite([Value::from_bytes([0xab; 32])]);
		let value = Value::named_composite([
			("member", Value::unnamed_composite([Value::u128(5)])),
			("hash", hash),
			("kind", Value::unnamed_variant("Court", [])),
			("unit", Value::unnamed_variant("Some", [Value::u128(3)])),
			("none", Value::unnamed_variant("None", [])),
			("failed", Value::named_variant("Err", [("code", Value::u128(1))])),
		]);
		let expected = json!({
			"member": 5,
			"hash": format!("0x{}", "ab".repeat(32)),
			"kind": "Court",
			"unit": 3,
			"none": "None",
			"failed": {"Err": {"code": 1}},
		});
		assert_eq!(json(&value), expected);
	}
}
