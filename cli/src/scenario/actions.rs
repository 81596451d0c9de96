//! Actions that make the arguments of a call: `do: record.anchor`. A call whose arguments a scenario
//! can write itself needs none; a new one is an entry here.

use super::{
	engine::World,
	model::Act,
	yaml::{Node, Read, Value},
};
use crate::{
	coded, say, time,
	vault::{sheets::Provenance, Filing},
};
use anyhow::Result;
use shejiao_primitives::{case::CaseId, suite::SuiteId};

/// An action.
#[derive(Debug)]
pub struct Action {
	/// Its name.
	pub name: &'static str,
	/// Arguments that it needs.
	pub needs: &'static [&'static str],
	/// Arguments that it takes besides.
	pub takes: &'static [&'static str],
	/// Makes the call.
	pub make: fn(&World, &Act) -> Result<Made>,
}

/// A call with its arguments.
pub struct Made {
	/// Pallet.
	pub pallet: String,
	/// Call.
	pub call: String,
	/// Arguments.
	pub args: Node,
}

/// Every action.
const ACTIONS: [Action; 2] = [
	Action {
		name: "record.anchor",
		needs: &["case", "class", "kind", "act_date"],
		takes: &DOCUMENT,
		make: anchor,
	},
	Action { name: "record.batch", needs: &["records"], takes: &[], make: batch },
];

/// What a document may have besides.
const DOCUMENT: [&str; 8] =
	["text", "method", "officer", "supersedes", "derived_from", "schema", "seal", "witness"];

/// The action of this name.
pub fn find(name: &str) -> Option<&'static Action> {
	const KNOWN: &[Action] = &ACTIONS;
	KNOWN.iter().find(|action| action.name == name)
}

/// Names of all actions.
pub fn names() -> Vec<&'static str> {
	ACTIONS.iter().map(|action| action.name).collect()
}

impl Action {
	/// That the arguments are those that the action knows.
	pub fn check(&self, with: &Node) -> Read<()> {
		let known: Vec<&str> = self.needs.iter().chain(self.takes).copied().collect();
		with.only(&known)?;
		for name in self.needs {
			with.need(name)?;
		}
		if let Some(class) = with.get("class") {
			number_of(class)?;
		}
		if let Some(records) = with.get("records") {
			for record in records.list()? {
				if let Some(action) = find("record.anchor") {
					action.check(record)?;
				}
			}
		}
		Ok(())
	}
}

fn anchor(world: &World, act: &Act) -> Result<Made> {
	let anchor = document(world, &act.with)?;
	let args = act.with.instead(Value::Map(vec![("entry".into(), anchor)]));
	Ok(Made { pallet: "Records".into(), call: "anchor".into(), args })
}

fn batch(world: &World, act: &Act) -> Result<Made> {
	let records = act.with.need("records")?;
	let anchors =
		records.list()?.iter().map(|record| document(world, record)).collect::<Result<Vec<_>>>()?;
	let anchors = records.instead(Value::List(anchors));
	let args = act.with.instead(Value::Map(vec![("entries".into(), anchors)]));
	Ok(Made { pallet: "Records".into(), call: "anchor_batch".into(), args })
}

/// Write a document, keep it in the vault, and give what stands on chain of it.
fn document(world: &World, with: &Node) -> Result<Node> {
	let text = |key: &str| with.get(key).map(|node| node.text().map(String::from)).transpose();
	let suite = SuiteId::International;
	let case = with.need("case")?;
	let kind = with.need("kind")?.text()?;
	let class = with.need("class")?;
	let day = with.need("act_date")?;
	let date = world.day_of(day)?;
	let provenance = Provenance {
		captured: None,
		device: None,
		method: text("method")?,
		operator: None,
		witness: text("witness")?,
	};
	let content = match text("text")? {
		Some(text) => text,
		None => say!("scenario.document", scenario = world.scenario.name, kind = kind),
	};
	let sheet = world.vault.keep_document(
		suite,
		content.as_bytes(),
		Filing {
			case: world.case(case)?,
			class: world.class(class)?,
			kind: kind.into(),
			act_date: time::date(date),
			provenance,
		},
	)?;
	world.papers.anchoring(sheet.clone());
	let put = |text: String| with.instead(Value::Text(text));
	let mut fields = vec![
		("case".to_string(), case.clone()),
		("class".into(), class.clone()),
		("suite".into(), put("International".into())),
		("commitment".into(), put(sheet.sealing.commitment.to_string())),
		("ciphertext".into(), put(sheet.ciphertext.to_string())),
		("size".into(), put(sheet.step.to_string())),
		("locator".into(), put(sheet.locator.to_string())),
		("act_date".into(), put(date.0.to_string())),
	];
	for key in ["officer", "supersedes", "schema", "seal"] {
		if let Some(node) = with.get(key) {
			fields.push((key.into(), node.clone()));
		}
	}
	let sources = with.get("derived_from").cloned();
	fields.push(("derived_from".into(), sources.unwrap_or(with.instead(Value::List(vec![])))));
	Ok(with.instead(Value::Map(fields)))
}

/// The class that `node` names, or numbers.
fn number_of(node: &Node) -> Read<u16> {
	let class = coded::class(node.text()?).map_err(|error| node.flaw(error))?;
	Ok(class.0)
}

impl World<'_> {
	/// The case that `node` names.
	pub fn case(&self, node: &Node) -> Result<CaseId> {
		let text = node.text()?;
		let handle = match text.strip_prefix('$') {
			Some(name) => self.value_of(name).and_then(|json| json.as_str().map(String::from)),
			None => Some(text.to_string()),
		};
		let handle = handle.as_deref().and_then(crate::vault::sheets::Handle::parse);
		let missing = || node.flaw(say!("flaw.no-variable", name = text));
		Ok(handle.map(|handle| handle.0).ok_or_else(missing)?)
	}

	fn class(&self, node: &Node) -> Result<u16> {
		Ok(number_of(node)?)
	}
}
