//! Playing: step by step, each with its block, its time and its events.

use super::{
	check,
	dates::{Base, DateExpr},
	engine::{Outcome, Place, World},
	expect::{differs, dig},
	model::{Act, Call, Expect, Expected, Look, Scenario, Section, Step, What},
	yaml::Node,
	Options,
};
use crate::{
	client::{hex, At},
	commands,
	context::Context,
	failure,
	output::Format,
	say,
	submit::Happened,
	time,
	vault::sheets::Handle,
};
use anyhow::Result;
use serde_json::{json, Value as Json};
use std::time::Instant;
use subxt::metadata::Metadata;

/// How a play goes.
struct Play<'a> {
	world: World<'a>,
	context: &'a Context,
	number: usize,
	done: usize,
	refused: usize,
	skipped: usize,
	first: u64,
}

/// Play a scenario.
pub async fn play(scenario: &Scenario, options: &Options, context: &Context) -> Result<()> {
	let started = Instant::now();
	let world = World::connect(context, scenario, options).await?;
	let at = world.metadata().await?;
	// Everything that can be known to be wrong is, before anything is sent.
	check::check(scenario, at.metadata_ref())?;
	near(scenario, &world, at.metadata_ref())?;
	let first = at.block_number();
	let mut play = Play { world, context, number: 0, done: 0, refused: 0, skipped: 0, first };
	context.out.line(say!(
		"scenario.begins",
		scenario = scenario.title.show(),
		seconds = format!("{:.1}", play.world.day() as f64 / 1_000.0),
		today = time::date(play.world.today())
	));
	for (label, outcome) in play.world.populate().await? {
		play.appointed(&label, &outcome);
	}
	for section in &scenario.sections {
		match check::is_played(section, at.metadata_ref()) {
			true => play.section(section).await?,
			false => play.skip(section),
		}
	}
	let last = play.world.settle().await?;
	play.summary(scenario, last, started)
}

/// Refuse at its start what could not be waited for: the days that are known by now.
fn near(scenario: &Scenario, world: &World, metadata: &Metadata) -> Result<()> {
	let sections = scenario.sections.iter().filter(|one| check::is_played(one, metadata));
	for step in sections.flat_map(|section| &section.steps) {
		let What::Wait(node) = &step.what else { continue };
		if !matches!(DateExpr::read(node)?.base, Base::Variable(_)) {
			world.ensure_near(world.day_of(node)?)?;
		}
	}
	Ok(())
}

impl Play<'_> {
	fn line(&self, text: impl std::fmt::Display) {
		self.context.out.line(text);
	}

	fn json(&self, value: Json) {
		if self.context.out.format == Format::Json {
			self.context.out.json(&value);
		}
	}

	fn appointed(&mut self, label: &str, outcome: &Outcome) {
		let Some(place) = &outcome.place else { return };
		self.line(format!(
			"    {} · {}",
			say!("scenario.appointed", officer = label),
			self.place(place, Some(outcome.ms))
		));
		self.json(
			json!({"appointed": label, "block": place.block, "date": time::date(place.date)}),
		);
	}

	fn skip(&mut self, section: &Section) {
		let module = section.requires.clone().unwrap_or_default();
		self.skipped += section.steps.len();
		self.line(format!("\n== {}", section.title.show()));
		self.line(format!(
			"    {}",
			say!("scenario.skipped", steps = section.steps.len(), module = module)
		));
		self.json(json!({
			"section": section.title.show(),
			"skipped": section.steps.len(),
			"requires": module,
		}));
	}

	async fn section(&mut self, section: &Section) -> Result<()> {
		self.line(format!("\n== {}", section.title.show()));
		self.json(json!({"section": section.title.show()}));
		for step in &section.steps {
			self.number += 1;
			let law = step.law.as_ref().map(|law| format!("  〔{law}〕")).unwrap_or_default();
			let who = match &step.what {
				What::Act(act) => format!("{}: ", act.signer.text()?),
				What::Look(Look { from: Some(from), .. }) | What::File { from, .. } => {
					format!("{}: ", from.text()?)
				},
				_ => String::new(),
			};
			self.line(format!("{:>3} {who}{}{law}", self.number, step.title.show()));
			self.step(step).await?;
			self.done += 1;
		}
		Ok(())
	}

	async fn step(&mut self, step: &Step) -> Result<()> {
		match &step.what {
			What::Act(act) => self.act(step, act).await,
			What::Look(look) => self.look(step, look).await,
			What::File { case, from } => self.file(step, case, from.text()?).await,
			What::Let(days) => {
				let mut known = json!({});
				for (name, day) in days {
					let date = time::date(self.world.let_day(name, day)?);
					self.line(format!("    {name} = {date}"));
					known[name] = date.into();
				}
				self.json(json!({"step": self.number, "title": step.title.show(), "let": known}));
				Ok(())
			},
			What::Wait(node) => {
				let started = Instant::now();
				let date = self.world.day_of(node)?;
				self.line(format!("    {}", say!("scenario.waits", date = time::date(date))));
				let place = self.world.wait_for(date).await?;
				let ms = started.elapsed().as_millis();
				self.line(format!("    {}", self.place(&place, Some(ms))));
				self.json(json!({
					"step": self.number,
					"title": step.title.show(),
					"block": place.block,
					"date": time::date(place.date),
					"ms": ms as u64,
				}));
				Ok(())
			},
		}
	}

	/// "block 12 · 2026-12-01 · 0.9 s"
	fn place(&self, place: &Place, ms: Option<u128>) -> String {
		let took = ms.map(|ms| format!(" · {:.1} s", ms as f64 / 1_000.0)).unwrap_or_default();
		format!(
			"{}{took}",
			say!("scenario.place", block = place.block, date = time::date(place.date))
		)
	}

	async fn act(&mut self, step: &Step, act: &Act) -> Result<()> {
		let label = act.signer.text()?.to_string();
		let via = act.via.as_ref().map(Node::text).transpose()?.unwrap_or(&label).to_string();
		let index = self.world.node_of(&via);
		let at = self.world.look_from(index).await?;
		let call = self.encode(&at, act)?;
		let outcome = self.world.submit(&label, index, &call).await?;
		self.tell(step, &label, &outcome);
		let events: &[Happened] = match &outcome.report.included {
			Some((included, _)) => &included.events,
			None => &[],
		};
		// Events that were expected, and found.
		let mut met: Vec<&Happened> = Vec::new();
		match (&act.expect, &outcome.refused) {
			(Expect::Refused(code), Some(failure)) if *code.text()? == failure.code => {
				self.refused += 1;
			},
			(Expect::Refused(code), Some(failure)) => {
				return self.differs(code, "refused", code.text()?, &failure.code);
			},
			(Expect::Refused(code), None) => {
				let found = say!("scenario.passed");
				return self.differs(code, "refused", code.text()?, &found);
			},
			(Expect::Events(_), Some(failure)) => {
				let found = format!("{} ({})", failure.code, failure.what);
				return self.differs(&step.node, "expect", "ok", &found);
			},
			(Expect::Events(wanted), None) => {
				for expected in wanted {
					met.push(self.event(&at, expected, events)?);
				}
			},
		}
		for save in &act.save {
			let text = save.path.text()?;
			let mut parts = text.splitn(3, '.');
			let name = [parts.next().unwrap_or(""), parts.next().unwrap_or("")].join(".");
			// In the same block the chain may have done the like by itself.
			let event = met.iter().copied().chain(events).find(|event| event.name == name);
			let value = event.and_then(|event| dig(&event.fields, parts.next().unwrap_or("")));
			match value {
				Some(value) => self.world.remember(&save.name, value.clone()),
				None => {
					let found = names(events);
					return self.differs(&save.path, "save", text, &found);
				},
			}
		}
		Ok(())
	}

	/// The bytes of a call.
	fn encode(&self, at: &At, act: &Act) -> Result<Vec<u8>> {
		let (pallet, name, args, node) = match &act.call {
			Call::Plain(path) => {
				(path.head.clone(), path.name.clone(), act.with.clone(), path.node.clone())
			},
			Call::Action(action) => {
				let made = (action.make)(&self.world, act)?;
				(made.pallet, made.call, made.args, act.with.clone())
			},
		};
		let metadata = at.metadata_ref();
		let variant = metadata.pallet_by_name(&pallet).and_then(|p| p.call_variant_by_name(&name));
		let Some(variant) = variant else {
			return Err(node.flaw(say!("flaw.no-call", name = format!("{pallet}.{name}"))).into());
		};
		let args = self.world.encoder_for(metadata, false).fields(&args, &variant.fields)?;
		let args = match args.value {
			subxt::ext::scale_value::ValueDef::Composite(args) => args,
			_ => return Err(node.flaw(say!("flaw.no-map")).into()),
		};
		Ok(at.transactions().call_data(&subxt::dynamic::tx(pallet, name, args))?)
	}

	/// An expected event is among those that came.
	fn event<'e>(
		&self,
		at: &At,
		expected: &Expected,
		events: &'e [Happened],
	) -> Result<&'e Happened> {
		let name = expected.event.show();
		let fields = check::event(&expected.event, at.metadata_ref())?;
		let pattern = match &expected.fields {
			Some(node) => {
				let encoder = self.world.encoder_for(at.metadata_ref(), true);
				encoder.pattern_of(node, &fields)?
			},
			None => json!("*"),
		};
		let mut nearest = None;
		for event in events.iter().filter(|event| event.name == name) {
			match differs(&pattern, &event.fields) {
				None => return Ok(event),
				Some(difference) => nearest = Some(difference),
			}
		}
		match (nearest, &expected.fields) {
			(Some(difference), Some(node)) => {
				let at = node.get(&difference.path).unwrap_or(node);
				let path = format!("{name}.{}", difference.path);
				self.differs(at, &path, &difference.expected, &difference.found)
			},
			_ => self.differs(&expected.event.node, "events", &name, &names(events)),
		}
	}

	async fn look(&mut self, step: &Step, look: &Look) -> Result<()> {
		let index = match &look.from {
			Some(from) => self.world.node_of(from.text()?),
			None => 0,
		};
		let mut at = self.world.look_from(index).await?;
		let until = at.block_number().saturating_add(look.within);
		loop {
			let metadata = at.metadata_ref();
			let args = check::arguments(look, metadata, &self.world)?;
			let found = self.world.ask(&at, &look.api, args).await?;
			let difference = match &look.is {
				Some(is) => {
					let output = metadata
						.runtime_api_trait_by_name(&look.api.head)
						.and_then(|api| Some(api.method_by_name(&look.api.name)?.output_ty()))
						.unwrap_or_default();
					let encoder = self.world.encoder_for(metadata, true);
					differs(&encoder.pattern(is, output)?, &found)
				},
				None => None,
			};
			let over = at.block_number() >= until;
			match (difference, &look.is) {
				(None, _) => return self.seen(step, look, &at, found),
				(Some(difference), Some(is)) if over => {
					let node = difference
						.path
						.split('.')
						.try_fold(is, |node, key| node.get(key))
						.unwrap_or(is);
					return self.differs(
						node,
						&difference.path,
						&difference.expected,
						&difference.found,
					);
				},
				_ => {
					self.world.next_block(index, at.block_number()).await?;
					at = self.world.look_from(index).await?;
				},
			}
		}
	}

	/// A whole case file, by the command that an officer of that agency would give.
	async fn file(&mut self, step: &Step, case: &Node, from: &str) -> Result<()> {
		let at = self.world.look_from(self.world.node_of(from)).await?;
		let (block, date) = (at.block_number(), time::date(self.world.today()));
		self.line(format!("    {}", say!("scenario.place", block = block, date = date)));
		let handle = Handle(self.world.case(case)?).to_string();
		self.json(json!({
			"step": self.number,
			"title": step.title.show(),
			"from": from,
			"block": block,
			"date": date,
		}));
		commands::case::show::file(&self.world.context_of(from), &handle, false).await
	}

	fn seen(&mut self, step: &Step, look: &Look, at: &At, found: Json) -> Result<()> {
		let block = at.block_number();
		let date = time::date(self.world.today());
		self.line(format!("    {}", say!("scenario.place", block = block, date = date)));
		match &look.is {
			// People see what was asked for; a step that only shows tells everything.
			None => tree(&found, 6).iter().for_each(|line| self.line(line)),
			Some(_) => self.line(format!("    {}", say!("scenario.holds", api = look.api.show()))),
		}
		for save in &look.save {
			let text = save.path.text()?;
			let path = if text == "." { "" } else { text };
			match dig(&found, path) {
				Some(value) => self.world.remember(&save.name, value.clone()),
				None => return self.differs(&save.path, "save", text, &found.to_string()),
			}
		}
		self.json(json!({
			"step": self.number,
			"title": step.title.show(),
			"api": look.api.show(),
			"from": look.from.as_ref().and_then(Node::as_text),
			"block": block,
			"date": date,
			"found": found,
		}));
		Ok(())
	}

	fn tell(&self, step: &Step, label: &str, outcome: &Outcome) {
		let place = match &outcome.place {
			Some(place) => self.place(place, Some(outcome.ms)),
			None => say!("scenario.gate"),
		};
		self.line(format!("    {place}"));
		if let Some(failure) = &outcome.refused {
			self.line(format!(
				"    {}",
				say!("scenario.refused", code = failure.code, what = failure)
			));
		}
		let events = outcome.report.included.iter().flat_map(|(included, _)| &included.events);
		for event in events.clone() {
			self.line(format!("    {}  {}", event.name, event.told));
		}
		self.json(json!({
			"step": self.number,
			"title": step.title.show(),
			"as": label,
			"call": outcome.report.call,
			"block": outcome.place.as_ref().map(|place| place.block),
			"blockHash": outcome.place.as_ref().map(|place| hex(place.hash)),
			"date": outcome.place.as_ref().map(|place| time::date(place.date)),
			"ms": outcome.ms as u64,
			"refused": outcome.refused.as_ref().map(|failure| &failure.code),
			"events": events
				.map(|event| json!({"name": event.name, "fields": event.fields}))
				.collect::<Vec<_>>(),
		}));
	}

	/// What came is not what was expected.
	fn differs<T>(&self, at: &Node, field: &str, expected: &str, found: &str) -> Result<T> {
		let path = match field {
			"" => at.field.clone(),
			_ => format!("{} ({field})", at.field),
		};
		Err(failure!(
			"scenario-differs",
			number = self.number,
			line = at.line,
			field = path,
			expected = expected,
			found = found
		)
		.into())
	}

	fn summary(&self, scenario: &Scenario, last: u64, started: Instant) -> Result<()> {
		let seconds = started.elapsed().as_secs();
		self.line("");
		self.line(say!(
			"scenario.ends",
			scenario = scenario.title.show(),
			steps = self.done,
			refused = self.refused,
			skipped = self.skipped,
			first = self.first,
			last = last,
			seconds = seconds
		));
		self.json(json!({
			"scenario": scenario.name,
			"steps": self.done,
			"refused": self.refused,
			"skipped": self.skipped,
			"firstBlock": self.first,
			"finalizedBlock": last,
			"seconds": seconds,
			"known": self.world.known(),
		}));
		Ok(())
	}
}

fn names(events: &[Happened]) -> String {
	let names: Vec<&str> = events.iter().map(|event| event.name.as_str()).collect();
	if names.is_empty() {
		say!("word.none")
	} else {
		names.join(", ")
	}
}

/// JSON on one line for people: long hashes by their beginning.
fn short(json: &Json) -> String {
	match json {
		Json::String(text) if text.len() > 20 && text.starts_with("0x") => {
			format!("{}…", text.get(..10).unwrap_or(text))
		},
		Json::String(text) => text.clone(),
		Json::Object(map) => {
			let fields: Vec<String> =
				map.iter().map(|(key, value)| format!("{key}: {}", short(value))).collect();
			format!("{{{}}}", fields.join(", "))
		},
		Json::Array(list) => {
			format!("[{}]", list.iter().map(short).collect::<Vec<_>>().join(", "))
		},
		other => other.to_string(),
	}
}

/// JSON as an indented list of lines.
fn tree(json: &Json, indent: usize) -> Vec<String> {
	let pad = " ".repeat(indent);
	let is_flat = |json: &Json| !json.is_object() && !json.is_array();
	match json {
		Json::Object(map) => map
			.iter()
			.flat_map(|(key, value)| match is_flat(value) {
				true => vec![format!("{pad}{key}: {}", short(value))],
				false => {
					let mut lines = vec![format!("{pad}{key}:")];
					lines.extend(tree(value, indent + 2));
					lines
				},
			})
			.collect(),
		Json::Array(list) => list.iter().map(|one| format!("{pad}- {}", short(one))).collect(),
		other => vec![format!("{pad}{}", short(other))],
	}
}
