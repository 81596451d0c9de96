//! Arguments of a scenario as values of the chain: what a node of the file means follows from the type
//! that the metadata tells.

use super::{
	dates::{Base, DateExpr},
	shape,
	yaml::{Node, Read, Value},
};
use crate::{casework::clocks, coded, keys, say, time, told::kebab};
use scale_info::{form::PortableForm, Field, Type, TypeDef, TypeDefPrimitive, Variant};
use serde_json::Value as Json;
use shejiao_primitives::time::{LegalClock, LegalDate, Moment};
use subxt::{dynamic::Value as Scale, ext::scale_value::ValueDef, metadata::Metadata};

/// Stands for anything where something is expected.
pub const ANY: &str = "*";

/// Stands for anything but nothing, where something may be missing.
pub const SOME: &str = "$some";

/// What the names in a scenario mean.
pub trait Names {
	/// A variable by its path: `None` where it does not exist, `Some(None)` where it is not known yet.
	fn variable(&self, path: &str) -> Option<Option<Json>>;
	/// The number of an agency.
	fn member(&self, label: &str) -> Option<u32>;
	/// The number of a unit.
	fn unit(&self, label: &str) -> Option<u32>;
	/// The account of an officer, a representative or an agency.
	fn account(&self, label: &str) -> Option<[u8; 32]>;
	/// The moment and the legal clock of the chain.
	fn time(&self) -> (Moment, LegalClock);
	/// The last day for which the chain has a calendar.
	fn calendar_end(&self) -> LegalDate;
	/// A hash that is made: `None` where `node` says nothing of the kind, `Some(None)` where it is made
	/// only when the scenario is played.
	fn make(&self, node: &Node) -> Read<Option<Option<[u8; 32]>>>;
}

/// Turns nodes into values of the chain.
pub struct Encoder<'a> {
	/// The chain's types.
	pub metadata: &'a Metadata,
	/// The scenario's names.
	pub names: &'a dyn Names,
	/// Whether fields may be left out, and [`ANY`] stands for a value: in what is expected.
	pub partial: bool,
}

impl Encoder<'_> {
	/// `node` as a value of the type `id`.
	pub fn value(&self, node: &Node, id: u32) -> Read<Scale> {
		let Some(ty) = self.metadata.types().resolve(id) else {
			return Err(node.flaw(say!("flaw.no-type", id = id)));
		};
		if self.partial && node.as_text() == Some(ANY) {
			return Ok(Scale::string(ANY));
		}
		if let Some(value) = self.named(node, ty)? {
			return Ok(value);
		}
		if let Some(node) = self.substituted(node)? {
			return match node {
				Some(node) => self.value(&node, id),
				// Only when it is played will this be known.
				None => Ok(Scale::string(ANY)),
			};
		}
		if let Some(value) = self.made(node, ty)? {
			return Ok(value);
		}
		match &ty.type_def {
			TypeDef::Composite(composite) => match &composite.fields[..] {
				[one] if one.name.is_none() => {
					Ok(Scale::unnamed_composite([self.value(node, one.ty.id)?]))
				},
				fields => self.fields(node, fields),
			},
			TypeDef::Variant(variants) => self.variant(node, ty, &variants.variants),
			TypeDef::Sequence(sequence) => self.sequence(node, sequence.type_param.id, None),
			TypeDef::Array(array) => self.sequence(node, array.type_param.id, Some(array.len)),
			TypeDef::Tuple(tuple) => {
				let list = match &node.value {
					Value::Null => &[][..],
					_ => node.list()?,
				};
				if list.len() != tuple.fields.len() {
					return Err(node.flaw(say!("flaw.length", expected = tuple.fields.len())));
				}
				let values = list.iter().zip(&tuple.fields);
				let values = values.map(|(node, ty)| self.value(node, ty.id));
				Ok(Scale::unnamed_composite(values.collect::<Read<Vec<_>>>()?))
			},
			TypeDef::Compact(compact) => self.value(node, compact.type_param.id),
			TypeDef::Primitive(primitive) => self.primitive(node, primitive),
			TypeDef::BitSequence(_) => Err(node.flaw(say!("flaw.no-type", id = id))),
		}
	}

	/// `node`, which says what is expected of a value of the type `id`, as JSON.
	pub fn pattern(&self, node: &Node, id: u32) -> Read<Json> {
		Ok(shape::json(&self.value(node, id)?, id, self.metadata.types()))
	}

	/// `node`, which says what is expected of some fields, as JSON.
	pub fn pattern_of(&self, node: &Node, fields: &[Field<PortableForm>]) -> Read<Json> {
		if node.as_text() == Some(ANY) {
			return Ok(ANY.into());
		}
		let mut map = serde_json::Map::new();
		let known: Vec<&str> = fields.iter().filter_map(|field| field.name.as_deref()).collect();
		node.only(&known)?;
		for field in fields {
			let name = field.name.as_deref().unwrap_or_default();
			if let Some(inner) = node.get(name) {
				map.insert(name.into(), self.pattern(inner, field.ty.id)?);
			}
		}
		Ok(Json::Object(map))
	}

	/// `node` as the fields of a call, an event, a variant or a struct.
	pub fn fields(&self, node: &Node, fields: &[Field<PortableForm>]) -> Read<Scale> {
		let named = fields.iter().all(|field| field.name.is_some());
		if !named {
			return match fields {
				[one] => Ok(Scale::unnamed_composite([self.value(node, one.ty.id)?])),
				_ => {
					let list = node.list()?;
					if list.len() != fields.len() {
						return Err(node.flaw(say!("flaw.length", expected = fields.len())));
					}
					let values = list.iter().zip(fields);
					let values = values.map(|(node, field)| self.value(node, field.ty.id));
					Ok(Scale::unnamed_composite(values.collect::<Read<Vec<_>>>()?))
				},
			};
		}
		let known: Vec<&str> = fields.iter().filter_map(|field| field.name.as_deref()).collect();
		if !matches!(node.value, Value::Null) {
			node.only(&known)?;
		}
		let mut values = Vec::new();
		for field in fields {
			let name = field.name.clone().unwrap_or_default();
			match node.get(&name) {
				Some(value) => values.push((name, self.value(value, field.ty.id)?)),
				None if self.partial => {},
				None if self.is_option(field.ty.id) => {
					values.push((name, Scale::unnamed_variant("None", [])));
				},
				None => return Err(node.flaw_in(&name, say!("flaw.missing"))),
			}
		}
		Ok(Scale::named_composite(values))
	}

	/// Whether the type `id` is an option: its arguments may be left out.
	pub fn is_option(&self, id: u32) -> bool {
		let ty = self.metadata.types().resolve(id);
		ty.is_some_and(|ty| ty.path.ident().as_deref() == Some("Option"))
	}

	/// A node that stands for the variable that `node` names. `None` where it names none, `Some(None)`
	/// where its value is not known yet.
	fn substituted(&self, node: &Node) -> Read<Option<Option<Node>>> {
		let Some(path) = node.as_text().and_then(|text| text.strip_prefix('$')) else {
			return Ok(None);
		};
		match self.names.variable(path) {
			Some(Some(json)) => Ok(Some(Some(node.holding(&json)))),
			Some(None) => Ok(Some(None)),
			None => Err(node.flaw(say!("flaw.no-variable", name = path))),
		}
	}

	/// A hash that is made, where the type is a hash, or a hash with its suite.
	fn made(&self, node: &Node, ty: &Type<PortableForm>) -> Read<Option<Scale>> {
		let with_suite = match &ty.type_def {
			TypeDef::Array(array) if array.len == 32 => false,
			TypeDef::Composite(composite) => {
				let names = composite.fields.iter().filter_map(|field| field.name.as_deref());
				if !names.eq(["suite", "hash"]) {
					return Ok(None);
				}
				true
			},
			_ => return Ok(None),
		};
		Ok(match self.names.make(node)? {
			None => None,
			Some(None) => Some(Scale::string(ANY)),
			Some(Some(bytes)) if !with_suite => Some(Scale::from_bytes(bytes)),
			Some(Some(bytes)) => {
				let hash = Scale::unnamed_composite([Scale::from_bytes(bytes)]);
				let suite = Scale::unnamed_variant("International", []);
				Some(Scale::named_composite([("suite", suite), ("hash", hash)]))
			},
		})
	}

	/// Types that the scenario has names for.
	fn named(&self, node: &Node, ty: &Type<PortableForm>) -> Read<Option<Scale>> {
		let Some(ident) = ty.path.ident() else { return Ok(None) };
		let ours = ty.path.segments.first().is_some_and(|root| root == "shejiao_primitives");
		let number = |number: u128| Some(Scale::unnamed_composite([Scale::u128(number)]));
		let bits = |names: &dyn Fn(&str) -> Result<u32, String>| -> Read<Option<Scale>> {
			let text = match &node.value {
				Value::Text(text) => text.clone(),
				Value::List(list) => {
					list.iter().map(Node::text).collect::<Read<Vec<_>>>()?.join(",")
				},
				_ => return Err(node.flaw(say!("flaw.no-text"))),
			};
			if text.starts_with('$') || text.parse::<u32>().is_ok() {
				return Ok(None);
			}
			names(&text).map(|set| number(set.into())).map_err(|error| node.flaw(error))
		};
		match (ours, ident.as_str()) {
			(true, "LegalDate") => Ok(match self.date(node)? {
				Some(date) => number(date.0.into()),
				None => Some(Scale::string(ANY)),
			}),
			(true, "MemberId") => {
				self.label(node, "flaw.no-agency", &|label| self.names.member(label))
			},
			(true, "UnitId") => self.label(node, "flaw.no-unit", &|label| self.names.unit(label)),
			(true, "Duties") => bits(&|text| coded::duties(text).map(|duties| duties.0)),
			(true, "Acts") => bits(&|text| coded::acts(text).map(|acts| acts.0)),
			(true, "PartyRoles") => bits(&|text| coded::roles(text).map(|roles| roles.0.into())),
			(true, "KindId") => bits(&|text| clocks::kind(text).map(|kind| kind.0.into())),
			(true, "ClassId") => bits(&|text| coded::class(text).map(|class| class.0.into())),
			(false, "AccountId32") => self.account(node),
			_ => Ok(None),
		}
	}

	/// A number that the scenario has a name for.
	fn label(
		&self,
		node: &Node,
		unknown: &str,
		names: &dyn Fn(&str) -> Option<u32>,
	) -> Read<Option<Scale>> {
		let Some(text) = node.as_text() else { return Ok(None) };
		if text.starts_with('$') || text.parse::<u32>().is_ok() {
			return Ok(None);
		}
		match names(text) {
			Some(id) => Ok(Some(Scale::unnamed_composite([Scale::u128(id.into())]))),
			None => Err(node.flaw(say!(unknown, name = text))),
		}
	}

	fn account(&self, node: &Node) -> Read<Option<Scale>> {
		let Some(text) = node.as_text() else { return Ok(None) };
		if text.starts_with('$') || text.starts_with("0x") {
			return Ok(None);
		}
		let account = match self.names.account(text) {
			Some(account) => account,
			None => keys::account(text).map_err(|error| node.flaw(error.to_string()))?.0,
		};
		Ok(Some(Scale::unnamed_composite([Scale::from_bytes(account)])))
	}

	/// The day that `node` means; `None` where it is not known yet.
	pub fn date(&self, node: &Node) -> Read<Option<LegalDate>> {
		date(node, self.names)
	}

	/// The moment that `node` means: a number, `now`, or a day, which stands for its noon and never
	/// for what is still to come today.
	pub fn moment(&self, node: &Node) -> Read<Option<Moment>> {
		let text = node.text()?;
		let (now, clock) = self.names.time();
		if let Ok(number) = text.parse() {
			return Ok(Some(number));
		}
		if text == "now" {
			return Ok(Some(now));
		}
		let (text, part) = match text.split_once(' ') {
			Some(("start-of", rest)) => (rest, 0),
			Some(("end-of", rest)) => (rest, 2),
			_ => (text, 1),
		};
		let Some(date) = self.date(&node.instead(Value::Text(text.into())))? else {
			return Ok(None);
		};
		Ok(Some(match part {
			0 => clock.start_of(date),
			2 => clock.end_of(date),
			_ => {
				let noon = clock.start_of(date).saturating_add(clock.day / 2);
				if clock.date(now) == date {
					noon.min(now)
				} else {
					noon
				}
			},
		}))
	}

	fn variant(
		&self,
		node: &Node,
		ty: &Type<PortableForm>,
		variants: &[Variant<PortableForm>],
	) -> Read<Scale> {
		if ty.path.ident().as_deref() == Some("Option") {
			if matches!(node.value, Value::Null) || matches!(node.as_text(), Some("none" | "None"))
			{
				return Ok(Scale::unnamed_variant("None", []));
			}
			if self.partial && node.as_text() == Some("some") {
				return Ok(Scale::string(SOME));
			}
			let inner = variants.iter().find(|variant| variant.name == "Some");
			let inner = inner.and_then(|variant| variant.fields.first());
			return match inner {
				Some(field) => Ok(Scale::unnamed_variant("Some", [self.value(node, field.ty.id)?])),
				None => Err(node.flaw(say!("flaw.no-text"))),
			};
		}
		let known = || variants.iter().map(|v| kebab(&v.name)).collect::<Vec<_>>().join(", ");
		let find = |name: &str, at: &Node| {
			let found = variants.iter().find(|v| v.name == name || kebab(&v.name) == name);
			found.ok_or_else(|| at.flaw(say!("flaw.unknown-value", value = name, known = known())))
		};
		match &node.value {
			Value::Text(name) => {
				let variant = find(name, node)?;
				if !variant.fields.is_empty() && !self.partial {
					return Err(node.flaw(say!("flaw.variant-fields", value = name)));
				}
				Ok(Scale::unnamed_variant(variant.name.clone(), []))
			},
			Value::Map(map) => match &map[..] {
				[(name, inner)] => {
					let variant = find(name, inner)?;
					let fields = self.fields(inner, &variant.fields)?;
					match fields.value {
						ValueDef::Composite(fields) => {
							Ok(Scale::variant(variant.name.clone(), fields))
						},
						_ => Err(inner.flaw(say!("flaw.no-map"))),
					}
				},
				_ => Err(node.flaw(say!("flaw.one-variant", known = known()))),
			},
			_ => Err(node.flaw(say!("flaw.one-variant", known = known()))),
		}
	}

	fn sequence(&self, node: &Node, element: u32, length: Option<u32>) -> Read<Scale> {
		let of_bytes = self
			.metadata
			.types()
			.resolve(element)
			.is_some_and(|ty| matches!(ty.type_def, TypeDef::Primitive(TypeDefPrimitive::U8)));
		let fits = |found: usize| length.is_none_or(|length| length as usize == found);
		match &node.value {
			Value::Text(text) if of_bytes => {
				let bytes = coded::bytes(text).map_err(|error| node.flaw(error))?;
				match (fits(bytes.len()), length) {
					(false, Some(length)) => Err(node.flaw(say!("flaw.length", expected = length))),
					_ => Ok(Scale::from_bytes(bytes)),
				}
			},
			Value::List(list) => {
				if let (false, Some(length)) = (fits(list.len()), length) {
					return Err(node.flaw(say!("flaw.length", expected = length)));
				}
				let values = list.iter().map(|node| self.value(node, element));
				let list = Scale::unnamed_composite(values.collect::<Read<Vec<_>>>()?);
				Ok(if self.partial && !of_bytes {
					Scale::named_composite([("$list", list)])
				} else {
					list
				})
			},
			// What a list must hold, whatever else it holds.
			Value::Map(map) if self.partial => {
				node.only(&["has", "lacks", "count"])?;
				let mut parts = Vec::new();
				for (key, inner) in map {
					let value = match key.as_str() {
						"count" => Scale::u128(inner.number()?.into()),
						_ => self.value(inner, element)?,
					};
					parts.push((format!("${key}"), value));
				}
				Ok(Scale::named_composite(parts))
			},
			// One stands for a list of one.
			Value::Text(_) | Value::Map(_) if !of_bytes && length.is_none() => {
				Ok(Scale::unnamed_composite([self.value(node, element)?]))
			},
			_ => Err(node.flaw(say!("flaw.no-list"))),
		}
	}

	fn primitive(&self, node: &Node, primitive: &TypeDefPrimitive) -> Read<Scale> {
		let text = node.text()?;
		let bits = match primitive {
			TypeDefPrimitive::Bool => return Ok(Scale::bool(node.flag()?)),
			TypeDefPrimitive::Str => return Ok(Scale::string(text)),
			TypeDefPrimitive::Char => {
				let mut chars = text.chars();
				return match (chars.next(), chars.next()) {
					(Some(one), None) => Ok(Scale::char(one)),
					_ => Err(node.flaw(say!("flaw.no-text"))),
				};
			},
			TypeDefPrimitive::U8 => 8,
			TypeDefPrimitive::U16 => 16,
			TypeDefPrimitive::U32 => 32,
			// The only numbers of this width that are written as words are moments.
			TypeDefPrimitive::U64 if text.parse::<u64>().is_err() => {
				return Ok(match self.moment(node)? {
					Some(moment) => Scale::u128(moment.into()),
					None => Scale::string(ANY),
				});
			},
			TypeDefPrimitive::U64 => 64,
			TypeDefPrimitive::U128 => 128,
			_ => {
				let number: i128 = text.parse().map_err(|_| node.flaw(say!("flaw.no-number")))?;
				return Ok(Scale::i128(number));
			},
		};
		let number: u128 = text.parse().map_err(|_| node.flaw(say!("flaw.no-number")))?;
		if bits < 128 && number >> bits != 0 {
			return Err(node.flaw(say!("flaw.too-large", bits = bits)));
		}
		Ok(Scale::u128(number))
	}
}

/// The day that `node` means; `None` where it is not known yet.
pub fn date(node: &Node, names: &dyn Names) -> Read<Option<LegalDate>> {
	if let Some(number) = node.as_text().and_then(|text| text.parse().ok()) {
		return Ok(Some(LegalDate(number)));
	}
	let expr = DateExpr::read(node)?;
	let base = match &expr.base {
		Base::Date(date) => *date,
		Base::CalendarEnd => names.calendar_end(),
		Base::Today => {
			let (now, clock) = names.time();
			clock.date(now)
		},
		Base::Variable(path) => match names.variable(path) {
			None => return Err(node.flaw(say!("flaw.no-variable", name = path))),
			Some(None) => return Ok(None),
			Some(Some(json)) => match json_date(&json) {
				Some(date) => date,
				None => return Err(node.flaw(say!("flaw.variable-no-date", name = path))),
			},
		},
	};
	Ok(Some(expr.from(base)))
}

/// A day in a variable: a number of the chain, or written out.
pub fn json_date(json: &Json) -> Option<LegalDate> {
	match json {
		Json::Number(number) => u32::try_from(number.as_u64()?).ok().map(LegalDate),
		Json::String(text) => time::parse_date(text),
		_ => None,
	}
}
