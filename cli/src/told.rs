//! Events of the chain as people read them: days as dates, codes by name, what is not there left out.

use crate::{casework::clocks, client::hex, coded, keys, time};
use scale_info::{form::PortableForm, Field, TypeDef, TypeDefPrimitive};
use scale_value::{Composite, Primitive, Value, ValueDef};
use shejiao_primitives::{case::PartyRoles, clock::KindId, time::LegalDate};
use subxt::{ext::scale_value, metadata::Metadata, utils::AccountId32};

/// Characters of a hash or account that are shown.
const SHOWN: usize = 10;

/// The fields of an event in one line.
pub fn event(name: &str, fields: &Composite<()>, metadata: &Metadata, prefix: u16) -> String {
	let (pallet, event) = name.split_once('.').unwrap_or((name, ""));
	let variants = metadata.pallet_by_name(pallet).and_then(|pallet| pallet.event_variants());
	let variant = variants.and_then(|list| list.iter().find(|variant| variant.name == event));
	let known = variant.map(|variant| &variant.fields[..]).unwrap_or_default();
	Teller { metadata, prefix }.fields(fields, known)
}

struct Teller<'a> {
	metadata: &'a Metadata,
	prefix: u16,
}

impl Teller<'_> {
	fn fields(&self, found: &Composite<()>, known: &[Field<PortableForm>]) -> String {
		let parts: Vec<String> = match found {
			Composite::Named(found) => found
				.iter()
				.filter_map(|(name, value)| {
					let field = known.iter().find(|field| field.name.as_deref() == Some(name))?;
					Some(format!("{name}: {}", self.field(value, field)?))
				})
				.collect(),
			Composite::Unnamed(found) => found
				.iter()
				.zip(known)
				.filter_map(|(value, field)| self.field(value, field))
				.collect(),
		};
		parts.join(", ")
	}

	fn field(&self, value: &Value<()>, field: &Field<PortableForm>) -> Option<String> {
		self.value(value, field.ty.id, field.type_name.as_deref().unwrap_or_default())
	}

	/// A value of the type `id`, which is called `called` where it stands; `None` for nothing.
	fn value(&self, value: &Value<()>, id: u32, called: &str) -> Option<String> {
		let ty = self.metadata.types().resolve(id)?;
		let number = || u32::try_from(number(value)?).ok();
		let special = match ty.path.segments.last().map(String::as_str) {
			Some("LegalDate") => number().map(|day| time::date(LegalDate(day))),
			Some("KindId") => {
				number().and_then(|id| Some(clocks::code(KindId(u16::try_from(id).ok()?))))
			},
			Some("PartyRoles") => number().and_then(|bits| {
				Some(coded::names_of_roles(PartyRoles(u16::try_from(bits).ok()?)).join("+"))
			}),
			Some("AccountId32") => bytes(value).map(|bytes| self.account(&bytes)),
			Some("DispatchError") => self.error(value),
			_ => None,
		};
		special.or_else(|| self.plain(value, &ty.type_def, called))
	}

	fn plain(
		&self,
		value: &Value<()>,
		def: &TypeDef<PortableForm>,
		called: &str,
	) -> Option<String> {
		match (def, &value.value) {
			(TypeDef::Variant(variants), ValueDef::Variant(found)) => {
				let variant = variants.variants.iter().find(|one| one.name == found.name)?;
				let inner = match &variant.fields[..] {
					[field] if found.name == "Some" => {
						return self.value(found.values.values().next()?, field.ty.id, called)
					},
					fields => self.fields(&found.values, fields),
				};
				match (found.name.as_str(), inner.is_empty()) {
					("None", _) => None,
					(name, true) => Some(kebab(name)),
					(name, false) => Some(format!("{}({inner})", kebab(name))),
				}
			},
			(TypeDef::Composite(composite), ValueDef::Composite(found)) => {
				match &composite.fields[..] {
					[field] if field.name.is_none() => {
						self.value(found.values().next()?, field.ty.id, called)
					},
					fields => Some(format!("{{{}}}", self.fields(found, fields))),
				}
			},
			(TypeDef::Sequence(list), ValueDef::Composite(found)) => {
				self.list(value, found, list.type_param.id)
			},
			(TypeDef::Array(list), ValueDef::Composite(found)) => {
				self.list(value, found, list.type_param.id)
			},
			(TypeDef::Tuple(tuple), ValueDef::Composite(found)) => {
				let pairs = found.values().zip(&tuple.fields);
				let parts: Vec<String> =
					pairs.filter_map(|(value, ty)| self.value(value, ty.id, "")).collect();
				Some(format!("({})", parts.join(", ")))
			},
			(TypeDef::Compact(compact), _) => self.value(value, compact.type_param.id, called),
			_ => match number(value) {
				Some(moment) if called.contains("Moment") => {
					Some(time::show(u64::try_from(moment).ok()?))
				},
				_ => Some(crate::values::json(value).to_string()),
			},
		}
	}

	fn list(&self, value: &Value<()>, found: &Composite<()>, element: u32) -> Option<String> {
		let ty = self.metadata.types().resolve(element)?;
		if matches!(ty.type_def, TypeDef::Primitive(TypeDefPrimitive::U8)) {
			return Some(beginning(&hex(bytes(value)?)));
		}
		let parts: Vec<String> =
			found.values().filter_map(|value| self.value(value, element, "")).collect();
		(!parts.is_empty()).then(|| format!("[{}]", parts.join(", ")))
	}

	fn account(&self, bytes: &[u8]) -> String {
		let account = <[u8; 32]>::try_from(bytes).map(AccountId32);
		beginning(&account.map_or_else(|_| hex(bytes), |who| keys::address(&who, self.prefix)))
	}

	/// The code of a refusal: `Records.NotAuthorized`.
	fn error(&self, value: &Value<()>) -> Option<String> {
		let ValueDef::Variant(variant) = &value.value else { return None };
		let Composite::Unnamed(inner) = &variant.values else { return None };
		let ValueDef::Composite(Composite::Named(fields)) = &inner.first()?.value else {
			return None;
		};
		let get = |name: &str| fields.iter().find(|(key, _)| key == name).map(|(_, value)| value);
		let index = u8::try_from(number(get("index")?)?).ok()?;
		let code = *bytes(get("error")?)?.first()?;
		let pallet = self.metadata.pallet_by_error_index(index)?;
		Some(format!("{}.{}", pallet.name(), pallet.error_variant_by_index(code)?.name))
	}
}

/// A number, whatever it is wrapped in.
fn number(value: &Value<()>) -> Option<u128> {
	match &value.value {
		ValueDef::Primitive(Primitive::U128(number)) => Some(*number),
		ValueDef::Composite(fields) if fields.len() == 1 => number(fields.values().next()?),
		_ => None,
	}
}

/// Bytes, whatever they are wrapped in.
fn bytes(value: &Value<()>) -> Option<Vec<u8>> {
	let ValueDef::Composite(fields) = &value.value else { return None };
	let all: Option<Vec<u8>> = fields.values().map(|one| u8::try_from(number(one)?).ok()).collect();
	match all {
		Some(bytes) if bytes.len() != 1 => Some(bytes),
		_ if fields.len() == 1 => bytes(fields.values().next()?),
		_ => None,
	}
}

/// The beginning of what is long.
fn beginning(text: &str) -> String {
	match text.get(..SHOWN) {
		Some(start) if text.len() > 2 * SHOWN => format!("{start}…"),
		_ => text.into(),
	}
}

/// `SuspendedSentence` as `suspended-sentence`.
pub fn kebab(name: &str) -> String {
	let mut text = String::new();
	for letter in name.chars() {
		if letter.is_ascii_uppercase() && !text.is_empty() {
			text.push('-');
		}
		text.push(letter.to_ascii_lowercase());
	}
	text
}

#[cfg(test)]
mod tests {
	use super::*;

	fn metadata() -> Metadata {
		let bytes = shejiao_runtime::Runtime::metadata_at_version(16)
			.expect("this release of the SDK has metadata version 16; qed");
		Metadata::decode_from(&bytes).expect("subxt knows version 16; qed")
	}

	fn newtype(value: Value<()>) -> Value<()> {
		Value::unnamed_composite([value])
	}

	fn number(number: u128) -> Value<()> {
		newtype(Value::u128(number))
	}

	#[test]
	fn days_and_codes_are_told_in_words() {
		let fields = Composite::named([
			("clock", number(7)),
			(
				"kind",
				Value::unnamed_variant(
					"Some",
					[Value::named_composite([("id", number(4)), ("version", Value::u128(0))])],
				),
			),
			("owner", number(5)),
			("due", Value::unnamed_variant("Day", [number(20_778)])),
			("group", Value::unnamed_variant("Reception", [])),
			("commitment", Value::unnamed_variant("None", [])),
		]);
		assert_eq!(
			event("StatutoryClocks.ClockStarted", &fields, &metadata(), 42),
			"clock: 7, kind: {id: L4, version: 0}, owner: 5, due: day(2026-11-21), group: reception"
		);
	}

	#[test]
	fn accounts_hashes_and_refusals_are_short() {
		let who = newtype(Value::from_bytes([7; 32]));
		let module = Value::named_composite([
			("index", Value::u128(44)),
			("error", Value::from_bytes([0, 0, 0, 0])),
		]);
		let fields = Composite::named([("alert", number(3)), ("owner", number(5)), ("by", who)]);
		let text = event("Oversight.AlertAcknowledged", &fields, &metadata(), 42);
		assert!(text.starts_with("alert: 3, owner: 5, by: 5"), "{text}");
		assert!(text.contains('…'), "{text}");
		let fields = Composite::named([
			("member", number(5)),
			("error", Value::unnamed_variant("Module", [module])),
		]);
		let text = event("Gate.AttemptRefused", &fields, &metadata(), 42);
		assert_eq!(text, "member: 5, error: Records.NotAuthorized");
	}

	#[test]
	fn a_hash_is_told_by_its_beginning() {
		assert_eq!(beginning(&hex([0xab; 16])), "0xabababab…");
		assert_eq!(beginning("0xabab"), "0xabab");
		assert_eq!(kebab("SuspendedSentence"), "suspended-sentence");
	}
}
