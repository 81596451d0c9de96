//! A scenario: who takes part, and what is done in which order.

use super::{
	actions::{self, Action},
	dates::{self, DateExpr},
	persons::{self, Sketch},
	yaml::{parse, Node, Read, Value},
};
use crate::{coded, say, words};
use shejiao_primitives::duty::{Category, Duties};

/// Blocks within which a state must come, if a step says nothing else.
const WITHIN: u64 = 12;

/// A scenario file.
#[derive(Debug)]
pub struct Scenario {
	/// Its name.
	pub name: String,
	/// What it shows.
	pub title: Text,
	/// Agencies by label.
	pub agencies: Vec<(String, Agency)>,
	/// Officers by label.
	pub officers: Vec<(String, Officer)>,
	/// Labels of fresh keys that are no officers': representatives.
	pub accounts: Vec<String>,
	/// Persons by label.
	pub persons: Vec<(String, Sketch)>,
	/// What is done, in order.
	pub sections: Vec<Section>,
}

/// A text in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
	zh: String,
	en: String,
}

/// An agency: a founding member of the consortium file.
#[derive(Debug)]
pub struct Agency {
	/// Its key in the consortium file: its account is `//<key>`.
	pub member: String,
	/// Where its node is, if it is not found otherwise.
	pub node: Option<String>,
	/// The agency through whose node it signs when it has none.
	pub through: Option<String>,
	/// Its units by label, with their place among its units.
	pub units: Vec<(String, usize)>,
}

/// An officer.
#[derive(Debug)]
pub struct Officer {
	/// Label of its agency.
	pub agency: String,
	/// Label of its unit, if not the agency itself.
	pub unit: Option<String>,
	/// `//Seed` of a founding officer, or the path of a key file. A new key otherwise.
	pub key: Option<String>,
	/// What it may do, for its appointment.
	pub duties: Option<Duties>,
	/// Whether it may enforce.
	pub category: Category,
	/// Where it stands in the file.
	pub node: Node,
}

/// Steps that belong together.
#[derive(Debug)]
pub struct Section {
	/// What they are about.
	pub title: Text,
	/// The module without which they are left out.
	pub requires: Option<String>,
	/// The steps.
	pub steps: Vec<Step>,
}

/// A step.
#[derive(Debug)]
pub struct Step {
	/// Where it stands in the file.
	pub node: Node,
	/// What it is.
	pub title: Text,
	/// The rule of law behind it.
	pub law: Option<String>,
	/// What is done.
	pub what: What,
}

/// What a step does.
#[derive(Debug)]
pub enum What {
	/// Somebody signs a transaction.
	Act(Act),
	/// Names for days.
	Let(Vec<(String, LetDay)>),
	/// Waits until a legal date.
	Wait(Node),
	/// Looks at the state.
	Look(Look),
	/// Shows a whole case file.
	File {
		/// The case.
		case: Node,
		/// The agency through whose node one looks.
		from: Node,
	},
}

/// A transaction.
#[derive(Debug)]
pub struct Act {
	/// The officer, account or agency that signs.
	pub signer: Node,
	/// The agency through whose node it goes, if not the signer's own.
	pub via: Option<Node>,
	/// What is called.
	pub call: Call,
	/// Arguments.
	pub with: Node,
	/// What must come of it.
	pub expect: Expect,
	/// Names for what its events tell.
	pub save: Vec<Save>,
}

/// What is called.
#[derive(Debug)]
pub enum Call {
	/// A call of the chain, with its arguments as they are.
	Plain(Path),
	/// An action that makes the arguments.
	Action(&'static Action),
}

/// A name of two parts, joined by a dot.
#[derive(Clone, Debug)]
pub struct Path {
	/// Pallet or runtime API.
	pub head: String,
	/// Call, event or method.
	pub name: String,
	/// Where it stands in the file.
	pub node: Node,
}

/// What must come of a transaction.
#[derive(Debug)]
pub enum Expect {
	/// It passes, with these events among others.
	Events(Vec<Expected>),
	/// It is refused with this code.
	Refused(Node),
}

/// An expected event.
#[derive(Debug)]
pub struct Expected {
	/// Pallet and event.
	pub event: Path,
	/// Its fields, as far as they matter.
	pub fields: Option<Node>,
}

/// A name for something that came.
#[derive(Debug)]
pub struct Save {
	/// The name.
	pub name: String,
	/// Where the value stands: in a step's events, the event and the path in it.
	pub path: Node,
}

/// A look at the state through a runtime API.
#[derive(Debug)]
pub struct Look {
	/// The API and its method.
	pub api: Path,
	/// Its arguments.
	pub with: Node,
	/// What must be seen; `None` where it is only shown.
	pub is: Option<Node>,
	/// The agency through whose node one looks.
	pub from: Option<Node>,
	/// Blocks within which it must be so.
	pub within: u64,
	/// Names for what is seen.
	pub save: Vec<Save>,
}

/// A day that gets a name.
#[derive(Debug)]
pub enum LetDay {
	/// A day.
	Day(Node),
	/// The first day from which on a period begun on it ends on a day of the week.
	EndsOn {
		/// The day of the week.
		weekday: &'static str,
		/// The period.
		after: DateExpr,
		/// The first day that it may be.
		not_before: Node,
	},
}

impl Text {
	fn read(node: &Node) -> Read<Self> {
		match &node.value {
			Value::Text(text) => Ok(Self { zh: text.clone(), en: text.clone() }),
			_ => {
				node.only(&words::LANGUAGES)?;
				Ok(Self {
					zh: node.need("zh")?.text()?.into(),
					en: node.need("en")?.text()?.into(),
				})
			},
		}
	}

	/// In the language chosen.
	pub fn show(&self) -> &str {
		if &*rust_i18n::locale() == "en" {
			&self.en
		} else {
			&self.zh
		}
	}
}

impl Path {
	fn read(node: &Node) -> Read<Self> {
		match node.text()?.split_once('.') {
			Some((head, name)) if !head.is_empty() && !name.is_empty() && !name.contains('.') => {
				Ok(Self { head: head.into(), name: name.into(), node: node.clone() })
			},
			_ => Err(node.flaw(say!("flaw.no-path"))),
		}
	}

	/// Both parts.
	pub fn show(&self) -> String {
		format!("{}.{}", self.head, self.name)
	}
}

impl Scenario {
	/// Read a scenario file.
	pub fn read(source: &str) -> Read<Self> {
		let root = parse(source)?;
		root.only(&[
			"scenario", "title", "agencies", "officers", "accounts", "persons", "sections",
		])?;
		let mut scenario = Self {
			name: root.need("scenario")?.text()?.into(),
			title: Text::read(root.need("title")?)?,
			agencies: labelled(root.need("agencies")?, Agency::read)?,
			officers: labelled(root.need("officers")?, Officer::read)?,
			accounts: match root.get("accounts") {
				Some(list) => {
					let names = list.list()?.iter().map(|name| name.text().map(String::from));
					names.collect::<Read<_>>()?
				},
				None => Vec::new(),
			},
			persons: match root.get("persons") {
				Some(list) => labelled(list, persons::read)?,
				None => Vec::new(),
			},
			sections: Vec::new(),
		};
		scenario.check_labels(&root)?;
		let sections = root.need("sections")?;
		scenario.sections = sections.list()?.iter().map(Section::read).collect::<Read<_>>()?;
		for step in scenario.sections.iter().flat_map(|section| &section.steps) {
			scenario.check_step(step)?;
		}
		Ok(scenario)
	}

	/// An agency by its label.
	pub fn agency(&self, label: &str) -> Option<&Agency> {
		self.agencies.iter().find(|(name, _)| name == label).map(|(_, agency)| agency)
	}

	/// An officer by its label.
	pub fn officer(&self, label: &str) -> Option<&Officer> {
		self.officers.iter().find(|(name, _)| name == label).map(|(_, officer)| officer)
	}

	/// A person by its label.
	pub fn person(&self, label: &str) -> Option<&Sketch> {
		self.persons.iter().find(|(name, _)| name == label).map(|(_, person)| person)
	}

	/// Whether somebody signs under this label.
	pub fn signs(&self, label: &str) -> bool {
		self.officer(label).is_some()
			|| self.agency(label).is_some()
			|| self.accounts.iter().any(|name| name == label)
	}

	fn need_agency(&self, node: &Node) -> Read<()> {
		match self.agency(node.text()?) {
			Some(_) => Ok(()),
			None => Err(node.flaw(say!("flaw.no-agency", name = node.text()?))),
		}
	}

	fn check_labels(&self, root: &Node) -> Read<()> {
		for (_, node) in root.need("agencies")?.map()? {
			if let Some(through) = node.get("through") {
				self.need_agency(through)?;
			}
		}
		for (_, officer) in &self.officers {
			self.need_agency(officer.node.need("of")?)?;
			let agency = self.agency(&officer.agency);
			if let (Some(unit), Some(agency)) = (officer.node.get("unit"), agency) {
				let label = unit.text()?;
				if !agency.units.iter().any(|(name, _)| name == label) {
					return Err(unit.flaw(say!("flaw.no-unit", name = label)));
				}
			}
		}
		Ok(())
	}

	fn check_step(&self, step: &Step) -> Read<()> {
		match &step.what {
			What::Act(act) => {
				let signer = act.signer.text()?;
				if !self.signs(signer) {
					return Err(act.signer.flaw(say!("flaw.no-signer", name = signer)));
				}
				act.via.as_ref().map_or(Ok(()), |via| self.need_agency(via))
			},
			What::Look(look) => look.from.as_ref().map_or(Ok(()), |from| self.need_agency(from)),
			What::File { from, .. } => self.need_agency(from),
			What::Let(_) | What::Wait(_) => Ok(()),
		}
	}
}

fn labelled<T>(node: &Node, read: impl Fn(&Node) -> Read<T>) -> Read<Vec<(String, T)>> {
	node.map()?.iter().map(|(label, node)| Ok((label.clone(), read(node)?))).collect()
}

impl Agency {
	fn read(node: &Node) -> Read<Self> {
		node.only(&["member", "node", "through", "units"])?;
		let units = match node.get("units") {
			Some(units) => labelled(units, |place| {
				usize::try_from(place.number()?).map_err(|_| place.flaw(say!("flaw.no-number")))
			})?,
			None => Vec::new(),
		};
		let url = node.get("node");
		if let Some(url) = url {
			if !["ws://", "wss://"]
				.iter()
				.any(|scheme| url.text().is_ok_and(|t| t.starts_with(scheme)))
			{
				return Err(url.flaw(say!("flaw.no-url")));
			}
		}
		Ok(Self {
			member: node.need("member")?.text()?.into(),
			node: url.map(|url| url.text().map(String::from)).transpose()?,
			through: node.get("through").map(|t| t.text().map(String::from)).transpose()?,
			units,
		})
	}
}

impl Officer {
	fn read(node: &Node) -> Read<Self> {
		node.only(&["of", "unit", "key", "duties", "category"])?;
		let text = |key: &str| node.get(key).map(|n| n.text().map(String::from)).transpose();
		let duties = match node.get("duties") {
			Some(duties) => {
				let names = match &duties.value {
					Value::List(list) => {
						list.iter().map(Node::text).collect::<Read<Vec<_>>>()?.join(",")
					},
					_ => duties.text()?.into(),
				};
				Some(coded::duties(&names).map_err(|error| duties.flaw(error))?)
			},
			None => None,
		};
		let category = match node.get("category") {
			Some(category) => {
				coded::coded::<Category>(category.text()?).map_err(|error| category.flaw(error))?
			},
			None => Category::StateFunctionary,
		};
		let key = text("key")?;
		if key.is_none() && duties.is_none() {
			return Err(node.flaw_in("duties", say!("flaw.missing")));
		}
		Ok(Self {
			agency: node.need("of")?.text()?.into(),
			unit: text("unit")?,
			key,
			duties,
			category,
			node: node.clone(),
		})
	}
}

impl Section {
	fn read(node: &Node) -> Read<Self> {
		node.only(&["section", "requires", "steps"])?;
		Ok(Self {
			title: Text::read(node.need("section")?)?,
			requires: node.get("requires").map(|r| r.text().map(String::from)).transpose()?,
			steps: node.need("steps")?.list()?.iter().map(Step::read).collect::<Read<_>>()?,
		})
	}
}

impl Step {
	fn read(node: &Node) -> Read<Self> {
		const KINDS: [&str; 6] = ["call", "do", "let", "wait_until", "expect_state", "show"];
		let found: Vec<&str> = KINDS.into_iter().filter(|kind| node.get(kind).is_some()).collect();
		let known = KINDS.join(", ");
		let [kind] = found[..] else {
			node.map()?;
			return Err(node.flaw(say!("flaw.one-kind", known = known)));
		};
		let inner = node.need(kind)?;
		let what = match kind {
			"call" | "do" => {
				node.only(&["step", "law", kind, "as", "via", "with", "expect", "save"])?;
				What::Act(Act::read(node, inner, kind)?)
			},
			"let" => {
				node.only(&["step", "law", "let"])?;
				What::Let(labelled(inner, LetDay::read)?)
			},
			"wait_until" => {
				node.only(&["step", "law", "wait_until"])?;
				DateExpr::read(inner)?;
				What::Wait(inner.clone())
			},
			"show" if inner.get("case").is_some() => {
				node.only(&["step", "law", "show"])?;
				inner.only(&["case", "from"])?;
				What::File { case: inner.need("case")?.clone(), from: inner.need("from")?.clone() }
			},
			_ => {
				node.only(&["step", "law", kind, "save"])?;
				What::Look(Look::read(node, inner, kind == "show")?)
			},
		};
		Ok(Self {
			node: node.clone(),
			title: Text::read(node.need("step")?)?,
			law: node.get("law").map(|law| law.text().map(String::from)).transpose()?,
			what,
		})
	}
}

impl Act {
	fn read(node: &Node, inner: &Node, kind: &str) -> Read<Self> {
		let with = match node.get("with") {
			Some(with) => with.map().map(|_| with.clone())?,
			None => {
				Node { field: format!("{}.with", node.field), ..node.instead(Value::Map(vec![])) }
			},
		};
		let call = match kind {
			"call" => Call::Plain(Path::read(inner)?),
			_ => {
				let name = inner.text()?;
				match actions::find(name) {
					Some(action) => {
						action.check(&with)?;
						Call::Action(action)
					},
					None => {
						let known = actions::names().join(", ");
						return Err(inner.flaw(say!("flaw.no-action", name = name, known = known)));
					},
				}
			},
		};
		let expect = node.get("expect").map_or(Ok(Expect::Events(vec![])), Expect::read)?;
		let save = saves(node)?;
		if let (Expect::Refused(_), Some(save)) = (&expect, save.first()) {
			return Err(save.path.flaw(say!("flaw.save-refused")));
		}
		Ok(Self {
			signer: node.need("as")?.clone(),
			via: node.get("via").cloned(),
			call,
			with,
			expect,
			save,
		})
	}
}

impl Expect {
	fn read(node: &Node) -> Read<Self> {
		if node.as_text() == Some("ok") {
			return Ok(Self::Events(vec![]));
		}
		node.only(&["refused", "events"])?;
		match (node.get("refused"), node.get("events")) {
			(Some(code), None) => {
				code.text()?;
				Ok(Self::Refused(code.clone()))
			},
			(None, Some(events)) => {
				Ok(Self::Events(events.list()?.iter().map(Expected::read).collect::<Read<_>>()?))
			},
			_ => Err(node.flaw(say!("flaw.one-outcome"))),
		}
	}
}

impl Expected {
	fn read(node: &Node) -> Read<Self> {
		match &node.value {
			Value::Text(_) => Ok(Self { event: Path::read(node)?, fields: None }),
			_ => match node.map()? {
				[(name, fields)] => Ok(Self {
					event: Path::read(&node.instead(Value::Text(name.clone())))?,
					fields: Some(fields.clone()),
				}),
				_ => Err(node.flaw(say!("flaw.one-event"))),
			},
		}
	}
}

impl LetDay {
	fn read(node: &Node) -> Read<Self> {
		if node.as_text().is_some() {
			DateExpr::read(node)?;
			return Ok(Self::Day(node.clone()));
		}
		node.only(&["ends_on", "after", "not_before"])?;
		let after = node.need("after")?;
		let period = after.instead(Value::Text(format!("today + {}", after.text()?)));
		DateExpr::read(node.need("not_before")?)?;
		Ok(Self::EndsOn {
			weekday: dates::read_weekday(node.need("ends_on")?)?,
			after: DateExpr::read(&period)?,
			not_before: node.need("not_before")?.clone(),
		})
	}
}

impl Look {
	fn read(step: &Node, node: &Node, shown: bool) -> Read<Self> {
		node.only(&["api", "with", "is", "from", "within"])?;
		let is = node.get("is").cloned();
		if is.is_none() && !shown {
			return Err(node.flaw_in("is", say!("flaw.missing")));
		}
		Ok(Self {
			api: Path::read(node.need("api")?)?,
			with: match node.get("with") {
				Some(with) => with.clone(),
				None => Node {
					field: format!("{}.with", node.field),
					..node.instead(Value::Map(vec![]))
				},
			},
			is,
			from: node.get("from").cloned(),
			within: node.get("within").map_or(Ok(WITHIN), Node::number)?,
			save: saves(step)?,
		})
	}
}

fn saves(node: &Node) -> Read<Vec<Save>> {
	let Some(save) = node.get("save") else { return Ok(Vec::new()) };
	let entries = save.map()?.iter().map(|(name, path)| {
		path.text()?;
		Ok(Save { name: name.clone(), path: path.clone() })
	});
	entries.collect()
}
