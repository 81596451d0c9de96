//! The world in which a scenario is played: nodes, agencies, officers, vault, variables.

use super::{
	dates,
	encode::{self, Encoder, Names},
	expect::dig,
	makers::Maker,
	model::{Agency, LetDay, Officer, Scenario},
	papers::Papers,
	shape,
	yaml::{Node, Read},
	Options,
};
use crate::{
	casework::clocks,
	chain,
	client::{At, Chain},
	context::Context,
	error, failure,
	keys::{self, Signer},
	output::{Format, Output},
	say,
	submit::{self, Report, Terms, Wait},
	time,
	vault::{
		identity::TagKey,
		sheets::{CaseSheet, NewCase, Person},
		Vault,
	},
};
use anyhow::Result;
use serde_json::{json, Value as Json};
use shejiao_primitives::{
	deadline::Civil,
	duty::Duties,
	ids::{MemberId, UnitId},
	suite::SuiteId,
	time::{LegalClock, LegalDate, Moment, DAY},
};
use std::{
	collections::BTreeMap,
	fs,
	time::{Duration, Instant},
};
use subxt::{
	metadata::Metadata,
	utils::{Static, H256},
};

/// How long no block may come before a wait is given up.
const SILENCE: Duration = Duration::from_secs(60);

/// Validity of an officer that is appointed for a play.
const VALIDITY: Moment = 365 * DAY;

/// Somebody who signs.
struct Hand {
	signer: Signer,
	/// Index of the node.
	chain: usize,
	/// Number of the member.
	member: Option<u32>,
}

/// The world of a scenario.
pub struct World<'a> {
	/// The scenario.
	pub scenario: &'a Scenario,
	/// Where what the chain must not know is kept, for all agencies of the play.
	pub vault: Vault,
	/// What waits there for the transaction that is about to be sent.
	pub papers: Papers,
	context: &'a Context,
	options: &'a Options,
	tag_key: TagKey,
	chains: Vec<Chain>,
	hands: BTreeMap<String, Hand>,
	units: BTreeMap<String, u32>,
	variables: BTreeMap<String, Json>,
	/// The persons, on the day on which the play begins.
	persons: BTreeMap<String, Person>,
	now: Moment,
	clock: LegalClock,
	calendar_end: LegalDate,
	/// The highest block that something was included in.
	pub height: u64,
}

/// Where and when something happened.
pub struct Place {
	/// Number of the block.
	pub block: u64,
	/// Its hash.
	pub hash: H256,
	/// Its legal date.
	pub date: LegalDate,
}

/// What became of a transaction.
pub struct Outcome {
	/// The block that it is in, if it is.
	pub place: Option<Place>,
	/// Milliseconds until then.
	pub ms: u128,
	/// What happened.
	pub report: Report,
	/// Why it was refused.
	pub refused: Option<error::Failure>,
}

impl<'a> World<'a> {
	/// Connect to every node, and find every member.
	pub async fn connect(
		context: &'a Context,
		scenario: &'a Scenario,
		options: &'a Options,
	) -> Result<Self> {
		let folder = options.folder_of(&scenario.name);
		fs::create_dir_all(folder.join("keys"))
			.map_err(|e| crate::vault::unwritten(&folder, &e))?;
		let vault = Vault::open(&folder.join("vault"))?;
		// Invented persons are the same in every play: a kept key would find them in earlier ones.
		let tag_key = vault.fresh_tag_key()?;
		let mut world = Self {
			scenario,
			vault,
			papers: Papers::default(),
			context,
			options,
			tag_key,
			chains: Vec::new(),
			hands: BTreeMap::new(),
			units: BTreeMap::new(),
			variables: BTreeMap::new(),
			persons: BTreeMap::new(),
			now: 0,
			clock: LegalClock::REAL,
			calendar_end: LegalDate(0),
			height: 0,
		};
		for (label, agency) in &scenario.agencies {
			let url = world.url(agency, 0)?;
			let chain = world.chain_at(&url).await?;
			let signer = Signer::load(&format!("//{}", agency.member))?;
			world.hands.insert(label.clone(), Hand { signer, chain, member: None });
		}
		let at = world.refresh(0).await?;
		let today = world.today();
		world.calendar_end = calendar_end(&at, today).await?;
		for (label, sketch) in &scenario.persons {
			let person = sketch.on(today)?;
			world.remember(label, json!({"born": person.born}));
			world.persons.insert(label.clone(), person);
		}
		Ok(world)
	}

	/// Find the members behind the agencies, appoint the officers that are none yet, make keys.
	pub async fn populate(&mut self) -> Result<Vec<(String, Outcome)>> {
		for (label, agency) in &self.scenario.agencies {
			let Some(hand) = self.hands.get(label) else { continue };
			let account = hand.signer.account();
			let at = self.chain(hand.chain).best().await?;
			let api = || chain::runtime_apis().consortium_api();
			let member = at.runtime_apis().call(api().member_of(account)).await?;
			let Some(member) = member else {
				return Err(failure!("no-agency", agency = label, member = agency.member).into());
			};
			let id: MemberId = *member.id;
			let units = at.runtime_apis().call(api().units(Static(id))).await?;
			for (name, place) in &agency.units {
				let Some(unit) = units.get(*place) else {
					return Err(failure!("no-agency", agency = name, member = agency.member).into());
				};
				self.units.insert(name.clone(), unit.id.0 .0);
			}
			if let Some(hand) = self.hands.get_mut(label) {
				hand.member = Some(id.0);
			}
		}
		for label in &self.scenario.accounts {
			let signer = self.fresh_key(label)?;
			self.hands.insert(label.clone(), Hand { signer, chain: 0, member: None });
		}
		let mut appointed = Vec::new();
		for (label, officer) in &self.scenario.officers {
			appointed.extend(self.employ(label, officer).await?.map(|one| (label.clone(), one)));
		}
		Ok(appointed)
	}

	/// Make sure that an officer is one, with its duties.
	async fn employ(&mut self, label: &str, officer: &Officer) -> Result<Option<Outcome>> {
		let signer = self.key_of(label, officer.key.as_deref())?;
		let Some(agency) = self.hands.get(&officer.agency) else { return Ok(None) };
		let (account, member, chain) = (signer.account(), agency.member, agency.chain);
		self.hands.insert(label.to_string(), Hand { signer, chain, member });
		let at = self.chain(chain).best().await?;
		let api = chain::runtime_apis().officers_api();
		let actor = at.runtime_apis().call(api.officer(account)).await?;
		let wanted = officer.duties.unwrap_or(Duties::NONE);
		match actor {
			Some(actor) if actor.member.0 .0 == member.unwrap_or(u32::MAX) => {
				match actor.duties.contains(wanted) {
					true => return Ok(None),
					false => {
						return Err(failure!("officer-differs", officer = label).into());
					},
				}
			},
			Some(_) => return Err(failure!("officer-differs", officer = label).into()),
			None if officer.duties.is_none() => {
				return Err(failure!("officer-differs", officer = label).into());
			},
			None => {},
		}
		let unit = officer.unit.as_ref().and_then(|unit| self.units.get(unit));
		let call = chain::transactions().officers().appoint(
			None,
			account,
			unit.map(|unit| Static(UnitId(*unit))),
			Static(wanted),
			Static(officer.category),
			None,
			self.now.saturating_add(VALIDITY),
		);
		let call = at.transactions().call_data(&call)?;
		let outcome = self.submit(&officer.agency, chain, &call).await?;
		match outcome.refused {
			Some(failure) => Err(failure.into()),
			None => Ok(Some(outcome)),
		}
	}

	/// The key of an officer or representative: named in the file, or made for the play and kept.
	fn key_of(&self, label: &str, key: Option<&str>) -> Result<Signer> {
		if let Some(key) = key {
			return Signer::load(key);
		}
		let folder = self.options.folder_of(&self.scenario.name).join("keys");
		let path = folder.join(format!("{label}.json"));
		if !path.exists() {
			keys::generate(Some(&path))?;
		}
		Signer::load(&path.display().to_string())
	}

	/// A key that no play before has used: a representative's stands for one case.
	fn fresh_key(&self, label: &str) -> Result<Signer> {
		let folder = self.options.folder_of(&self.scenario.name).join("keys");
		let path = (1u32..)
			.map(|number| folder.join(format!("{label}-{number}.json")))
			.find(|path| !path.exists());
		let path = path.unwrap_or_else(|| folder.join(label));
		keys::generate(Some(&path))?;
		Signer::load(&path.display().to_string())
	}

	/// Where the node of an agency is: as named on the command line, as the local network says, as
	/// the file says, or that of the agency through which it signs.
	fn url(&self, agency: &Agency, depth: usize) -> Result<String> {
		if let Some((_, url)) = self.options.nodes.iter().find(|(name, _)| *name == agency.member) {
			return Ok(url.clone());
		}
		if let Some(port) = self.options.port_of(&agency.member) {
			return Ok(format!("ws://127.0.0.1:{port}"));
		}
		match (&agency.node, agency.through.as_ref().and_then(|name| self.scenario.agency(name))) {
			(Some(url), _) => Ok(url.clone()),
			(None, Some(through)) if depth < self.scenario.agencies.len() => {
				self.url(through, depth + 1)
			},
			_ => Ok(self.context.url.clone()),
		}
	}

	async fn chain_at(&mut self, url: &str) -> Result<usize> {
		if let Some(index) = self.chains.iter().position(|chain| chain.url == url) {
			return Ok(index);
		}
		// Every node must follow the chain of the first.
		let genesis = self.chains.first().map(Chain::genesis).or(self.context.genesis);
		self.chains.push(Chain::connect(url, genesis).await?);
		Ok(self.chains.len() - 1)
	}

	fn chain(&self, index: usize) -> &Chain {
		&self.chains[index.min(self.chains.len() - 1)]
	}

	/// The node that a label signs or looks through.
	pub fn node_of(&self, label: &str) -> usize {
		self.hands.get(label).map_or(0, |hand| hand.chain)
	}

	/// The context of a command that somebody at an agency gives: its node, the vault of the play.
	pub fn context_of(&self, label: &str) -> Context {
		let chain = self.chain(self.node_of(label));
		let (context, genesis) = (self.context, Some(chain.genesis()));
		let url = chain.url.clone();
		Context::new(url, genesis, None, context.terms, false, context.out)
			.with_vault(self.vault.root().to_path_buf())
	}

	/// The chain's metadata.
	pub async fn metadata(&self) -> Result<At> {
		self.chain(0).best().await
	}

	/// Length of the legal day in milliseconds.
	pub fn day(&self) -> Moment {
		self.clock.day
	}

	/// The moment and legal date of the best block of a node.
	async fn refresh(&mut self, index: usize) -> Result<At> {
		let at = self.chain(index).best().await?;
		let now = crate::commands::time::now(&at).await?;
		if self.clock == LegalClock::REAL {
			let api = chain::runtime_apis().legal_time_api();
			self.clock = *at.runtime_apis().call(api.clock()).await?;
		}
		self.now = self.now.max(now);
		Ok(at)
	}

	/// The legal date of the last block looked at.
	pub fn today(&self) -> LegalDate {
		self.clock.date(self.now)
	}

	/// The value of a variable.
	pub fn value_of(&self, path: &str) -> Option<&Json> {
		let (root, rest) = path.split_once('.').unwrap_or((path, ""));
		dig(self.variables.get(root)?, rest)
	}

	/// Give a value a name.
	pub fn remember(&mut self, name: &str, value: Json) {
		self.variables.insert(name.into(), value);
	}

	/// Give a day a name.
	pub fn let_day(&mut self, name: &str, day: &LetDay) -> Result<LegalDate> {
		let date = match day {
			LetDay::Day(node) => self.day_of(node)?,
			LetDay::EndsOn { weekday, after, not_before } => {
				let first = self.day_of(not_before)?;
				(0..62)
					.map(|days| first.plus(days))
					.find(|date| dates::weekday(after.from(*date)) == *weekday)
					.ok_or_else(|| not_before.flaw(say!("flaw.no-date")))?
			},
		};
		self.remember(name, Json::from(time::date(date)));
		Ok(date)
	}

	/// The day that `node` means now.
	pub fn day_of(&self, node: &Node) -> Result<LegalDate> {
		Ok(encode::date(node, self)?.ok_or_else(|| node.flaw(say!("flaw.no-date")))?)
	}

	/// Encodes against given types.
	pub fn encoder_for<'m>(&'m self, metadata: &'m Metadata, partial: bool) -> Encoder<'m> {
		Encoder { metadata, names: self, partial }
	}

	/// Sign an encoded call as `label`, send it through a node, and wait for its block.
	pub async fn submit(&mut self, label: &str, index: usize, call: &[u8]) -> Result<Outcome> {
		self.catch_up(index, self.height).await?;
		let Some(hand) = self.hands.get(label) else {
			return Err(failure!("no-signer").into());
		};
		// A block that is not final may give way to another, in which numbers are given otherwise.
		let wait = self.context.terms.wait.max(Wait::InBlock);
		let terms = Terms { wait, ..self.context.terms };
		let out = Output { format: Format::Quiet };
		let started = Instant::now();
		let mut report = Report::default();
		let chain = self.chain(index);
		let sent = match submit::sign(chain, &hand.signer, call).await {
			Ok(signed) => submit::send(chain, &signed, terms, out, &mut report).await,
			Err(error) => Err(error),
		};
		let refused = match sent {
			Ok(()) => None,
			Err(error) => {
				let failure = error::from_any(&error);
				if failure.exit != error::EXIT_REFUSED {
					return Err(error);
				}
				Some(failure)
			},
		};
		let place = match &report.included {
			Some((included, _)) => {
				self.height = self.height.max(included.block);
				let at = self.chain(index).at(included.hash).await?;
				let now = crate::commands::time::now(&at).await?;
				self.now = self.now.max(now);
				let date = self.clock.date(now);
				Some(Place { block: included.block, hash: included.hash, date })
			},
			None => None,
		};
		self.papers.settle(&self.vault, &report, refused.is_none())?;
		Ok(Outcome { place, ms: started.elapsed().as_millis(), report, refused })
	}

	/// Wait until a node has a block.
	async fn catch_up(&mut self, index: usize, height: u64) -> Result<At> {
		loop {
			let at = self.refresh(index).await?;
			if at.block_number() >= height {
				return Ok(at);
			}
			self.next_block(index, at.block_number()).await?;
		}
	}

	/// The best block of the node through which `label` looks, not before the last act.
	pub async fn look_from(&mut self, index: usize) -> Result<At> {
		self.catch_up(index, self.height).await
	}

	/// Wait for a best block beyond `height`.
	pub async fn next_block(&self, index: usize, height: u64) -> Result<()> {
		let chain = self.chain(index);
		let silent = || failure!("no-blocks", url = chain.url, seconds = SILENCE.as_secs());
		let mut heads = chain.methods.chain_subscribe_new_heads().await?;
		loop {
			let head = tokio::time::timeout(SILENCE, heads.next()).await.map_err(|_| silent())?;
			let head = head.ok_or_else(silent)??;
			if head.number > height {
				return Ok(());
			}
		}
	}

	/// Wait for a legal date; the days that are still to come are told to `tell` first.
	pub async fn wait_for(&mut self, date: LegalDate) -> Result<Place> {
		let mut at = self.refresh(0).await?;
		self.ensure_near(date)?;
		while self.today() < date {
			self.next_block(0, at.block_number()).await?;
			at = self.refresh(0).await?;
		}
		self.height = self.height.max(at.block_number());
		Ok(Place { block: at.block_number(), hash: at.block_hash(), date: self.today() })
	}

	/// Refuse a legal date that would have to be waited for too long.
	pub fn ensure_near(&self, date: LegalDate) -> Result<()> {
		let left = self.clock.start_of(date).saturating_sub(self.now) / 1_000;
		let most = self.options.longest_wait;
		match left > most {
			true => {
				let date = time::date(date);
				Err(failure!("wait-too-long", date = date, seconds = left, most = most).into())
			},
			false => Ok(()),
		}
	}

	/// Wait until everything that was included is final.
	pub async fn settle(&mut self) -> Result<u64> {
		loop {
			let chain = self.chain(0);
			let at = chain.finalized().await?;
			if at.block_number() >= self.height {
				return Ok(at.block_number());
			}
			let best = chain.best().await?.block_number();
			self.next_block(0, best).await?;
		}
	}

	/// Ask a runtime API through a node.
	pub async fn ask(
		&self,
		at: &At,
		path: &super::model::Path,
		args: Vec<subxt::dynamic::Value>,
	) -> Result<Json> {
		let call = subxt::dynamic::runtime_api_call::<_, subxt::dynamic::Value>(
			path.head.clone(),
			path.name.clone(),
			args,
		);
		let value = at.runtime_apis().call(call).await?;
		let metadata = at.metadata_ref();
		let api = metadata.runtime_api_trait_by_name(&path.head);
		let output = api.and_then(|api| Some(api.method_by_name(&path.name)?.output_ty()));
		Ok(shape::json(&value, output.unwrap_or(u32::MAX), metadata.types()))
	}

	fn made(&self, node: &Node) -> Result<Option<[u8; 32]>> {
		let Some(maker) = Maker::read(node, self.scenario)? else { return Ok(None) };
		let suite = SuiteId::International;
		let hash = match maker {
			Maker::Identity { person } => {
				let Some(person) = self.persons.get(person) else { return Ok(None) };
				let facts = NewCase {
					person: person.clone(),
					category: None,
					decision: Default::default(),
					restricted: Vec::new(),
				};
				let sheet = CaseSheet::new(suite, facts)?;
				self.vault.keep_draft(&sheet)?;
				let commitment = sheet.identity()?.0;
				self.papers.registering(sheet);
				commitment
			},
			Maker::Tag { person, document } => {
				let person = self.persons.get(person);
				let documents = person.into_iter().flat_map(|person| &person.documents);
				let Some(document) = documents.into_iter().find(|d| d.kind == document) else {
					return Ok(None);
				};
				self.tag_key.tag(suite, document)?
			},
			Maker::Sealed { purpose, value, case } => {
				let case = case.map(|case| self.case(case)).transpose()?;
				let value = value.iter().map(|(key, node)| Ok((key.clone(), self.said(node)?)));
				self.vault.seal(case, suite, purpose, value.collect::<Result<_>>()?)?.0
			},
			Maker::Hash(text) => crate::coded::blake2_256(text.as_bytes()),
		};
		Ok(Some(hash))
	}

	/// A text as it stands, or the day or the value that a variable has.
	fn said(&self, node: &Node) -> Result<String> {
		let text = node.text()?;
		let Some(path) = text.strip_prefix('$') else { return Ok(text.into()) };
		Ok(match self.value_of(path) {
			Some(Json::String(text)) => text.clone(),
			Some(other) => other.to_string(),
			None => time::date(self.day_of(node)?),
		})
	}

	/// What the play knows, for the person who wants to go on with it.
	pub fn known(&self) -> Json {
		json!(self.variables)
	}
}

/// The last day of the last year, from that of `today` on, whose calendar is on chain; of the year before,
/// where the present one has none.
async fn calendar_end(at: &At, today: LegalDate) -> Result<LegalDate> {
	let mut year = u16::try_from(Civil::from(today).year)?;
	while clocks::calendar(at, year).await?.is_some() {
		year = year.saturating_add(1);
	}
	Ok(dates::end_of(year.saturating_sub(1)).unwrap_or(today))
}

impl Names for World<'_> {
	fn variable(&self, path: &str) -> Option<Option<Json>> {
		self.value_of(path).cloned().map(Some)
	}

	fn member(&self, label: &str) -> Option<u32> {
		self.scenario.agency(label)?;
		self.hands.get(label)?.member
	}

	fn unit(&self, label: &str) -> Option<u32> {
		self.units.get(label).copied()
	}

	fn account(&self, label: &str) -> Option<[u8; 32]> {
		self.hands.get(label).map(|hand| hand.signer.account().0)
	}

	fn time(&self) -> (Moment, LegalClock) {
		(self.now, self.clock)
	}

	fn calendar_end(&self) -> LegalDate {
		self.calendar_end
	}

	fn make(&self, node: &Node) -> Read<Option<Option<[u8; 32]>>> {
		let made =
			self.made(node).map_err(|error| match error.downcast::<super::yaml::Flaw>() {
				Ok(flaw) => flaw,
				Err(error) => node.flaw(error::from_any(&error).what),
			})?;
		Ok(made.map(Some))
	}
}
