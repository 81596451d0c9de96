//! The check before anything is sent: every call, event, code and value against the chain's metadata,
//! every name against what came before.

use super::{
	dates,
	encode::{Encoder, Names},
	makers::Maker,
	model::{Act, Call, Expect, LetDay, Look, Path, Save, Scenario, Section, What},
	yaml::{Node, Read, Value},
};
use crate::{refusals, say};
use serde_json::Value as Json;
use shejiao_primitives::time::{LegalClock, LegalDate, Moment, DAY};
use std::collections::BTreeSet;
use subxt::metadata::Metadata;

/// What is known before a scenario is played: names without values.
struct Known<'a> {
	scenario: &'a Scenario,
	variables: BTreeSet<String>,
}

impl Names for Known<'_> {
	fn variable(&self, path: &str) -> Option<Option<Json>> {
		let root = path.split('.').next().unwrap_or(path);
		self.variables.contains(root).then_some(None)
	}

	fn member(&self, label: &str) -> Option<u32> {
		self.scenario.agency(label).map(|_| 0)
	}

	fn unit(&self, label: &str) -> Option<u32> {
		let mut agencies = self.scenario.agencies.iter();
		agencies.any(|(_, agency)| agency.units.iter().any(|(name, _)| name == label)).then_some(0)
	}

	fn account(&self, label: &str) -> Option<[u8; 32]> {
		self.scenario.signs(label).then_some([0; 32])
	}

	fn time(&self) -> (Moment, LegalClock) {
		(Moment::from(dates::ANY_DAY.0) * DAY, LegalClock::REAL)
	}

	fn calendar_end(&self) -> LegalDate {
		dates::ANY_DAY
	}

	fn make(&self, node: &Node) -> Read<Option<Option<[u8; 32]>>> {
		let made = Maker::read(node, self.scenario)?;
		if let Some(Maker::Sealed { case, value, .. }) = &made {
			let nodes = value.iter().map(|(_, node)| node).chain(*case);
			nodes.into_iter().try_for_each(|node| variables(node, self))?;
		}
		Ok(made.map(|_| None))
	}
}

/// Whether the chain has the module that a section needs.
pub fn is_played(section: &Section, metadata: &Metadata) -> bool {
	section.requires.as_deref().is_none_or(|module| {
		let camel: String = module
			.split('-')
			.map(|word| {
				let mut letters = word.chars();
				let first = letters.next().map(|letter| letter.to_ascii_uppercase());
				first.into_iter().chain(letters).collect::<String>()
			})
			.collect();
		metadata.pallet_by_name(&camel).is_some()
	})
}

/// Check a scenario against the metadata of the chain on which it is to be played.
pub fn check(scenario: &Scenario, metadata: &Metadata) -> Read<()> {
	let persons = scenario.persons.iter().map(|(label, _)| label.clone());
	let mut known = Known { scenario, variables: persons.collect() };
	for section in scenario.sections.iter().filter(|section| is_played(section, metadata)) {
		for step in &section.steps {
			match &step.what {
				What::Act(one) => act(one, metadata, &mut known)?,
				What::Let(days) => {
					for (name, day) in days {
						let (LetDay::Day(node) | LetDay::EndsOn { not_before: node, .. }) = day;
						encoder(metadata, &known, false).date(node)?;
						known.variables.insert(name.clone());
					}
				},
				What::Wait(day) => {
					encoder(metadata, &known, false).date(day)?;
				},
				What::Look(one) => look(one, metadata, &mut known)?,
				What::File { case, .. } => variables(case, &known)?,
			}
		}
	}
	Ok(())
}

fn encoder<'a>(metadata: &'a Metadata, names: &'a dyn Names, partial: bool) -> Encoder<'a> {
	Encoder { metadata, names, partial }
}

fn act(act: &Act, metadata: &Metadata, known: &mut Known) -> Read<()> {
	match &act.call {
		Call::Plain(path) => {
			let pallet = metadata.pallet_by_name(&path.head);
			let call = pallet.and_then(|pallet| pallet.call_variant_by_name(&path.name).cloned());
			let call =
				call.ok_or_else(|| path.node.flaw(say!("flaw.no-call", name = path.show())))?;
			encoder(metadata, known, false).fields(&act.with, &call.fields)?;
		},
		Call::Action(action) => {
			action.check(&act.with)?;
			variables(&act.with, known)?;
		},
	}
	match &act.expect {
		Expect::Refused(code) => {
			let text = code.text()?;
			if !refusals::exists(text, metadata) {
				return Err(code.flaw(say!("flaw.no-code", name = text)));
			}
		},
		Expect::Events(events) => {
			for expected in events.iter().filter(|expected| tells(&expected.event, metadata)) {
				let fields = event(&expected.event, metadata)?;
				if let Some(node) = &expected.fields {
					encoder(metadata, known, true).pattern_of(node, &fields)?;
				}
			}
		},
	}
	for save in &act.save {
		let text = save.path.text()?;
		let mut parts = text.splitn(3, '.');
		let (Some(head), Some(name)) = (parts.next(), parts.next()) else {
			return Err(save.path.flaw(say!("flaw.no-path")));
		};
		let path = Path { head: head.into(), name: name.into(), node: save.path.clone() };
		let known_fields = match tells(&path, metadata) {
			true => Some(event(&path, metadata)?),
			false => None,
		};
		let field = parts.next().and_then(|rest| rest.split('.').next());
		if let (Some(field), Some(fields)) = (field, known_fields) {
			if !fields.iter().any(|one| one.name.as_deref() == Some(field)) {
				let names: Vec<_> = fields.iter().filter_map(|one| one.name.as_deref()).collect();
				let known = names.join(", ");
				return Err(save.path.flaw(say!(
					"flaw.unknown-value",
					value = field,
					known = known
				)));
			}
		}
		remember(save, known);
	}
	Ok(())
}

/// That every variable in the arguments of an action is known.
fn variables(node: &Node, known: &Known) -> Read<()> {
	match &node.value {
		Value::Text(text) => match text.strip_prefix('$').and_then(|rest| rest.split(' ').next()) {
			Some(name) if known.variable(name).is_none() => {
				Err(node.flaw(say!("flaw.no-variable", name = name)))
			},
			_ => Ok(()),
		},
		Value::List(list) => list.iter().try_for_each(|one| variables(one, known)),
		Value::Map(map) => map.iter().try_for_each(|(_, one)| variables(one, known)),
		Value::Null => Ok(()),
	}
}

fn remember(save: &Save, known: &mut Known) {
	known.variables.insert(save.name.clone());
}

/// Whether the metadata tells events of a pallet that it knows: the client's own leaves them out.
fn tells(path: &Path, metadata: &Metadata) -> bool {
	metadata
		.pallet_by_name(&path.head)
		.is_none_or(|pallet| pallet.event_variants().is_some_and(|events| !events.is_empty()))
}

/// The fields of an event.
pub fn event(
	path: &Path,
	metadata: &Metadata,
) -> Read<Vec<scale_info::Field<scale_info::form::PortableForm>>> {
	let pallet = metadata.pallet_by_name(&path.head);
	let events = pallet.and_then(|pallet| pallet.event_variants());
	let found = events.and_then(|events| events.iter().find(|event| event.name == path.name));
	found
		.map(|event| event.fields.clone())
		.ok_or_else(|| path.node.flaw(say!("flaw.no-event", name = path.show())))
}

fn look(look: &Look, metadata: &Metadata, known: &mut Known) -> Read<()> {
	let api = metadata.runtime_api_trait_by_name(&look.api.head);
	let method = api.as_ref().and_then(|api| api.method_by_name(&look.api.name));
	let method =
		method.ok_or_else(|| look.api.node.flaw(say!("flaw.no-api", name = look.api.show())))?;
	arguments(look, metadata, known)?;
	if let Some(is) = &look.is {
		encoder(metadata, known, true).pattern(is, method.output_ty())?;
	}
	for save in &look.save {
		remember(save, known);
	}
	Ok(())
}

/// The arguments of a look, in the order of the method's inputs.
pub fn arguments(
	look: &Look,
	metadata: &Metadata,
	names: &dyn Names,
) -> Read<Vec<subxt::dynamic::Value>> {
	let api = metadata.runtime_api_trait_by_name(&look.api.head);
	let Some(method) = api.as_ref().and_then(|api| api.method_by_name(&look.api.name)) else {
		return Err(look.api.node.flaw(say!("flaw.no-api", name = look.api.show())));
	};
	let inputs: Vec<(String, u32)> =
		method.inputs().map(|input| (input.name.to_string(), input.id)).collect();
	let known: Vec<&str> = inputs.iter().map(|(name, _)| name.as_str()).collect();
	look.with.only(&known)?;
	let encoder = encoder(metadata, names, false);
	inputs
		.iter()
		.map(|(name, id)| match look.with.get(name) {
			Some(node) => encoder.value(node, *id),
			None if encoder.is_option(*id) => {
				Ok(subxt::dynamic::Value::unnamed_variant("None", []))
			},
			None => Err(look.with.flaw_in(name, say!("flaw.missing"))),
		})
		.collect()
}
