//! Values of the chain as JSON, by their types: a list of one stays a list.

use crate::values;
use scale_info::{form::PortableForm, Field, PortableRegistry, TypeDef, TypeDefPrimitive};
use serde_json::{json, Map, Value as Json};
use subxt::{
	dynamic::Value,
	ext::scale_value::{Composite, Primitive, ValueDef},
};

/// `value`, of the type `id`, as JSON. What stands for a pattern stays as it is.
pub fn json(value: &Value, id: u32, types: &PortableRegistry) -> Json {
	if let ValueDef::Primitive(Primitive::String(text)) = &value.value {
		return json!(text);
	}
	let Some(ty) = types.resolve(id) else { return values::json(value) };
	match (&ty.type_def, &value.value) {
		(TypeDef::Composite(composite), ValueDef::Composite(found)) => {
			fields(found, &composite.fields, types)
		},
		(TypeDef::Variant(variants), ValueDef::Variant(found)) => {
			let variant = variants.variants.iter().find(|variant| variant.name == found.name);
			let inner = variant.map(|variant| &variant.fields[..]).unwrap_or_default();
			match (found.name.as_str(), inner.is_empty() || found.values.is_empty()) {
				(name, true) => json!(name),
				("Some", false) => fields(&found.values, inner, types),
				(name, false) => {
					let fields = fields(&found.values, inner, types);
					Json::Object(Map::from_iter([(name.to_string(), fields)]))
				},
			}
		},
		(TypeDef::Sequence(sequence), ValueDef::Composite(found)) => {
			list(value, found, sequence.type_param.id, types)
		},
		(TypeDef::Array(array), ValueDef::Composite(found)) => {
			list(value, found, array.type_param.id, types)
		},
		(TypeDef::Tuple(tuple), ValueDef::Composite(found)) => {
			let pairs = found.values().zip(&tuple.fields);
			pairs.map(|(value, ty)| json(value, ty.id, types)).collect()
		},
		(TypeDef::Compact(compact), _) => json(value, compact.type_param.id, types),
		_ => values::json(value),
	}
}

fn fields(found: &Composite<()>, known: &[Field<PortableForm>], types: &PortableRegistry) -> Json {
	match found {
		Composite::Named(found) => {
			let of = |name: &str| known.iter().find(|field| field.name.as_deref() == Some(name));
			Json::Object(
				found
					.iter()
					.map(|(name, value)| {
						let shown = match of(name) {
							Some(field) => json(value, field.ty.id, types),
							None => values::json(value),
						};
						(name.clone(), shown)
					})
					.collect(),
			)
		},
		Composite::Unnamed(found) => {
			let mut shown =
				found.iter().zip(known).map(|(value, field)| json(value, field.ty.id, types));
			match known {
				[_] => shown.next().unwrap_or(Json::Null),
				_ => shown.collect(),
			}
		},
	}
}

fn list(value: &Value, found: &Composite<()>, element: u32, types: &PortableRegistry) -> Json {
	let of_bytes = types
		.resolve(element)
		.is_some_and(|ty| matches!(ty.type_def, TypeDef::Primitive(TypeDefPrimitive::U8)));
	match found {
		Composite::Named(parts) => Json::Object(
			parts
				.iter()
				.map(|(key, part)| {
					let shown = match (key.as_str(), &part.value) {
						("$list", ValueDef::Composite(list)) => {
							list.values().map(|one| json(one, element, types)).collect()
						},
						("$count", _) => values::json(part),
						_ => json(part, element, types),
					};
					(key.clone(), shown)
				})
				.collect(),
		),
		Composite::Unnamed(_) if of_bytes => match values::json(value) {
			Json::Array(bytes) if bytes.is_empty() => json!("0x"),
			shown => shown,
		},
		Composite::Unnamed(list) => list.iter().map(|one| json(one, element, types)).collect(),
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use scale_info::{meta_type, Registry, TypeInfo};

	#[derive(TypeInfo)]
	#[allow(dead_code)]
	struct Row {
		id: Number,
		hash: [u8; 4],
		pairs: Vec<(u8, Option<Number>)>,
		kind: Kind,
	}

	#[derive(TypeInfo)]
	#[allow(dead_code)]
	struct Number(u32);

	#[derive(TypeInfo)]
	#[allow(dead_code)]
	enum Kind {
		Plain,
		Of(Number),
	}

	#[test]
	fn a_list_of_one_stays_a_list() {
		let mut registry = Registry::new();
		let id = registry.register_type(&meta_type::<Row>()).id;
		let types: PortableRegistry = registry.into();
		let number = |number: u128| Value::unnamed_composite([Value::u128(number)]);
		let pair =
			Value::unnamed_composite([Value::u128(1), Value::unnamed_variant("Some", [number(7)])]);
		let row = |pairs: Value| {
			Value::named_composite([
				("id", number(3)),
				("hash", Value::from_bytes([1, 2, 3, 4])),
				("pairs", pairs),
				("kind", Value::unnamed_variant("Of", [number(9)])),
			])
		};
		let shown = json(&row(Value::unnamed_composite([pair.clone()])), id, &types);
		let expected = json!({"id": 3, "hash": "0x01020304", "pairs": [[1, 7]], "kind": {"Of": 9}});
		assert_eq!(shown, expected);
		let pattern = Value::named_composite([("$has", pair), ("$count", Value::u128(1))]);
		let shown = json(&row(pattern), id, &types);
		assert_eq!(shown["pairs"], json!({"$has": [1, 7], "$count": 1}));
		assert_eq!(json(&row(Value::string("*")), id, &types)["pairs"], json!("*"));
	}
}
