//! From text to meaning: every value read, every rule of the founding checked, every fault named.

use super::{
	raw,
	text::{self, PLACEHOLDER},
	Consortium, Delegation, Fault, Member, Officer, Overrides, Peer, Unit, Validator,
};
use pallet_consortium::{UnitKind, MAX_PEERS};
use sc_network::{config::MultiaddrWithPeerId, Multiaddr};
use sc_service::ChainType;
use serde::de::{value::Error as ValueError, DeserializeOwned, IntoDeserializer};
use shejiao_primitives::{
	duty::{Acts, Category, Duties},
	ids::AreaCode,
	member::{Access, Level, MemberKind, Seat},
	suite::SuiteId,
	time::{LegalClock, LegalDate, Moment, DAY},
};
use sp_core::{crypto::ByteArray, ed25519, sr25519};
use std::collections::{BTreeMap, BTreeSet};

/// The shortest day: two slots, so that a day never passes within one block.
const SHORTEST_DAY_MS: Moment = 2_000;
/// Picoseconds of block reference time per millisecond.
const PICOS_PER_MS: u64 = 1_000_000_000;

/// Acts that can be delegated, as the file names them.
const ACTS: [(&str, Acts); 6] = [
	("daily-supervision", Acts::DAILY_SUPERVISION),
	("short-leave", Acts::SHORT_LEAVE),
	("investigation", Acts::INVESTIGATION),
	("reception", Acts::RECEPTION),
	("correction-plan", Acts::CORRECTION_PLAN),
	("hand-over", Acts::HAND_OVER),
];

/// Check a file that could be read.
pub fn check(mut file: raw::File, overrides: Overrides) -> Result<Consortium, Vec<Fault>> {
	let mut checker = Checker::default();
	if let Some((day, start)) = overrides.day {
		file.chain.day_length_ms = day;
		file.chain.start = None;
		checker.start = Some(start);
	}
	let consortium = checker.file(&file);
	match consortium {
		Some(consortium) if checker.faults.is_empty() => Ok(consortium),
		_ => Err(checker.faults),
	}
}

/// Name of a value of a coded list, as the file writes it.
fn coded<T: DeserializeOwned>(text: &str) -> Result<T, String> {
	if text.contains(PLACEHOLDER) {
		return Err("is still a placeholder: fill it in".into());
	}
	T::deserialize(IntoDeserializer::<ValueError>::into_deserializer(text))
		.map_err(|e| e.to_string().replace("variant", "value"))
}

/// A flag of `table` by its name.
fn named<T: Copy>(what: &str, table: &[(&str, T)], name: &str) -> Result<T, String> {
	table.iter().find(|(known, _)| *known == name).map(|(_, flag)| *flag).ok_or_else(|| {
		let known: Vec<_> = table.iter().map(|(name, _)| *name).collect();
		format!("unknown {what} `{name}`, expected one of {}", known.join(", "))
	})
}

/// Names that are keys: they stand in paths and command lines.
fn identifier(text: &str) -> Result<(), String> {
	let fine = !text.is_empty()
		&& text.len() <= 48
		&& text
			.chars()
			.all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_');
	if fine {
		Ok(())
	} else if text.contains(PLACEHOLDER) {
		Err("is still a placeholder: fill it in".into())
	} else {
		Err(format!("`{text}` is not 1 to 48 lower-case letters, digits, `-` or `_`"))
	}
}

/// Collects the faults of a file while it is read.
#[derive(Default)]
pub(super) struct Checker {
	faults: Vec<Fault>,
	/// Where each account was first named.
	accounts: BTreeMap<Vec<u8>, String>,
	/// Where each session key was first named.
	session_keys: BTreeMap<Vec<u8>, String>,
	/// Where each peer was first named.
	peers: BTreeMap<Vec<u8>, String>,
	/// Keys of the public test files, where they may not stand.
	known: BTreeSet<Vec<u8>>,
	/// The start of a shortened calendar, where the command line gives it.
	start: Option<Moment>,
	/// How days map to moments.
	clock: LegalClock,
}

impl Checker {
	pub fn fault(&mut self, at: impl Into<String>, what: impl Into<String>) {
		self.faults.push(Fault { at: at.into(), what: what.into() });
	}

	fn ok<T>(&mut self, at: impl Into<String>, result: Result<T, String>) -> Option<T> {
		result.map_err(|what| self.fault(at, what)).ok()
	}

	/// A value that may be used once: remember where.
	fn once(
		&mut self,
		which: fn(&mut Self) -> &mut BTreeMap<Vec<u8>, String>,
		value: &[u8],
		at: &str,
		what: &str,
	) {
		if self.known.contains(value) {
			self.fault(at, format!("{what} is one that everybody knows: make a fresh one"));
		}
		if let Some(first) = which(self).get(value).cloned() {
			self.fault(at, format!("{what} is already used by {first}"));
		} else {
			which(self).insert(value.to_vec(), at.into());
		}
	}

	fn file(&mut self, file: &raw::File) -> Option<Consortium> {
		let chain_type = self.chain(&file.chain)?;
		if !text::allows_test_keys(&chain_type) {
			self.known = known_keys();
		}
		let governance = &file.governance;
		if governance.quota_ms_per_hour == 0 {
			self.fault("governance.quota-ms-per-hour", "0 lets no member do anything");
		}
		let indices = self.keys(&file.member);
		let mut boot_nodes = Vec::new();
		let members: Vec<_> = file
			.member
			.iter()
			.enumerate()
			.filter_map(|(i, raw)| {
				self.member(i, raw, file, &chain_type, &indices, &mut boot_nodes)
			})
			.collect();
		// Rules over all members make sense of complete members alone.
		if members.len() == file.member.len() {
			self.tree(&members);
			self.bodies(&members, governance, &chain_type);
			self.archives(&members, &boot_nodes, &chain_type);
		}
		let parameters = [
			("publicityDays", governance.publicity_days),
			("proposalDays", governance.proposal_days),
			("suspensionDays", governance.suspension_days),
			("restDays", governance.rest_days),
			("withdrawalDays", governance.withdrawal_days),
			("renewalDays", governance.renewal_days),
		];
		Some(Consortium {
			name: file.chain.name.clone(),
			id: file.chain.id.clone(),
			chain_type,
			day_length_ms: file.chain.day_length_ms,
			start: self.start.unwrap_or_default(),
			minimum_validators: governance.minimum_validators,
			parameters: parameters.into_iter().filter_map(|(k, v)| Some((k, v?))).collect(),
			boot_nodes,
			members,
		})
	}

	fn chain(&mut self, chain: &raw::Chain) -> Option<ChainType> {
		let name = match chain.name.trim() {
			"" => Err("is empty: name the chain".to_string()),
			name if name.contains(PLACEHOLDER) => Err("is still a placeholder: fill it in".into()),
			_ => Ok(()),
		};
		self.ok("chain.name", name);
		self.ok("chain.id", identifier(&chain.id));
		let kind = match chain.kind.as_str() {
			"development" => Ok(ChainType::Development),
			"local" => Ok(ChainType::Local),
			"live" => Ok(ChainType::Live),
			other => {
				Err(format!("unknown type `{other}`, expected one of development, local, live"))
			},
		};
		let kind = self.ok("chain.type", kind)?;
		let day = chain.day_length_ms;
		if kind == ChainType::Live && day != DAY {
			self.fault(
				"chain.day-length-ms",
				format!("{day} shortens the law's days: a live chain has {DAY}"),
			);
		} else if !(SHORTEST_DAY_MS..=DAY).contains(&day) {
			self.fault(
				"chain.day-length-ms",
				format!("{day} is not between {SHORTEST_DAY_MS} and {DAY}"),
			);
		}
		if let Some(start) = &chain.start {
			let start = self.ok("chain.start", text::day(start));
			self.start = start.map(|date| LegalClock::REAL.start_of(date));
		} else if day != DAY && self.start.is_none() {
			self.fault(
				"chain.start",
				"a shortened day needs the real day at which the dates begin",
			);
		}
		let start = self.start.unwrap_or_default();
		self.clock = LegalClock::starting(day, start).unwrap_or_default();
		Some(kind)
	}

	/// Index of each member by its key.
	fn keys<'a>(&mut self, members: &'a [raw::Member]) -> BTreeMap<&'a str, usize> {
		let mut indices = BTreeMap::new();
		for (i, member) in members.iter().enumerate() {
			let at = format!("member[{i}].key");
			self.ok(at.clone(), identifier(&member.key));
			if let Some(first) = indices.get(member.key.as_str()) {
				self.fault(at, format!("`{}` is already the key of member[{first}]", member.key));
			} else {
				indices.insert(member.key.as_str(), i);
			}
		}
		if members.is_empty() {
			self.fault("member", "a consortium has at least one [[member]]");
		}
		indices
	}

	fn member(
		&mut self,
		i: usize,
		raw: &raw::Member,
		file: &raw::File,
		chain: &ChainType,
		indices: &BTreeMap<&str, usize>,
		boot_nodes: &mut Vec<MultiaddrWithPeerId>,
	) -> Option<Member> {
		let at = |field: &str| format!("member[{i}].{field}");
		if raw.name.trim().is_empty() || raw.name.contains(PLACEHOLDER) {
			self.fault(at("name"), "write the agency's full name; it stays in this file");
		}
		let kind = self.ok(at("kind"), coded::<MemberKind>(&raw.kind));
		let level = self.ok(at("level"), coded::<Level>(&raw.level));
		let seat = self.ok(at("seat"), coded::<Seat>(&raw.seat));
		let suite = self.ok(at("suite"), coded::<SuiteId>(&raw.suite));
		let parent = raw.parent.as_deref().and_then(|key| {
			let found = match indices.get(key) {
				Some(index) if *index == i => Err("is the member itself".into()),
				Some(index) => Ok(*index),
				None => Err(format!("no member has the key `{key}`")),
			};
			self.ok(at("parent"), found)
		});
		let area = self.area(&at("area"), raw.area);
		let account = self.account(&at("account"), &raw.account, chain);
		let key = self.ok(at("encryption-key"), text::bytes(&raw.encryption_key));
		let charter = self.ok(at("charter-hash"), text::hash(&raw.charter_hash));
		let renewal = raw.renewal.as_deref().and_then(|day| self.day(&at("renewal"), day));
		let quota = raw.quota_ms_per_hour.unwrap_or(file.governance.quota_ms_per_hour);
		let quota = quota.checked_mul(PICOS_PER_MS).ok_or_else(|| "is too large".to_string());
		let quota = self.ok(at("quota-ms-per-hour"), quota);

		if let Some(kind) = kind {
			self.standing(i, raw, kind, seat);
		}
		if let (Some(suite), Some(key)) = (suite, &key) {
			if !suite.accepts_key(key) {
				self.fault(
					at("encryption-key"),
					"is not a public key of its suite: an uncompressed point, 0x04 and 128 digits",
				);
			}
			let statutory = kind.is_some_and(MemberKind::is_statutory);
			if *chain == ChainType::Live && statutory && suite != SuiteId::Gmt {
				self.fault(at("suite"), "agencies of a live chain use `gmt`");
			}
		}

		let peers = self.peers(i, raw, chain, boot_nodes);
		let units = self.units(i, raw, kind, area);
		let officers = self.officers(i, raw, chain);
		let validator = match &raw.validator {
			None => Some(None),
			Some(validator) => self.validator(i, validator, chain, &peers).map(Some),
		};
		Some(Member {
			key: raw.key.clone(),
			name: raw.name.clone(),
			kind: kind?,
			level: level?,
			parent,
			area: area?,
			account: account?,
			seat: seat?,
			provider: raw.provider,
			access: if raw.full_node { Access::FullNode } else { Access::Gateway },
			suite: suite?,
			encryption_key: key?,
			charter: charter?,
			renewal,
			quota: quota?,
			peers,
			units: units?,
			officers: officers?,
			validator: validator?,
		})
	}

	/// What a kind of member may have.
	fn standing(&mut self, i: usize, raw: &raw::Member, kind: MemberKind, seat: Option<Seat>) {
		let at = |field: &str| format!("member[{i}].{field}");
		let name = &raw.kind;
		if seat == Some(Seat::Voting) && !kind.may_vote() {
			self.fault(at("seat"), format!("a {name} never votes: write `non-voting`"));
		}
		if raw.full_node && !kind.may_run_full_node() {
			self.fault(at("full-node"), format!("a {name} has no full node: write `false`"));
		}
		if seat == Some(Seat::Voting) && raw.provider {
			self.fault(at("seat"), "a provider never votes: write `non-voting`");
		}
		if raw.renewal.is_none() && !kind.is_statutory() {
			self.fault(
				at("renewal"),
				format!("a {name} is a member for a time: write the last day, such as 2027-12-31"),
			);
		}
		if raw.peer.len() > usize::try_from(MAX_PEERS).unwrap_or(usize::MAX) {
			self.fault(at("peer"), format!("a member has at most {MAX_PEERS} nodes"));
		}
		for (field, used) in
			[("peer", !raw.peer.is_empty()), ("validator", raw.validator.is_some())]
		{
			if used && !raw.full_node {
				self.fault(at(field), "needs `full-node = true`");
			}
		}
	}

	/// A day that is not over when the chain starts.
	fn day(&mut self, at: &str, text: &str) -> Option<LegalDate> {
		let date = self.ok(at, text::day(text))?;
		let start = self.start.unwrap_or_default();
		if self.clock.end_of(date) <= start {
			self.fault(at, format!("`{text}` lies before the start of the chain"));
		}
		Some(date)
	}

	fn area(&mut self, at: &str, code: u32) -> Option<AreaCode> {
		let code = AreaCode(code);
		let checked = code
			.is_valid()
			.then_some(code)
			.ok_or_else(|| format!("`{}` is no code of GB/T 2260 with six digits", code.0));
		self.ok(at, checked)
	}

	fn account(
		&mut self,
		at: &str,
		text: &str,
		chain: &ChainType,
	) -> Option<shejiao_runtime::AccountId> {
		let account = self.ok(at, text::account(text, chain))?;
		self.once(|c| &mut c.accounts, account.as_ref(), at, "the account");
		Some(account)
	}

	fn peers(
		&mut self,
		i: usize,
		raw: &raw::Member,
		chain: &ChainType,
		boot_nodes: &mut Vec<MultiaddrWithPeerId>,
	) -> Vec<Peer> {
		let mut peers = Vec::new();
		for (j, peer) in raw.peer.iter().enumerate() {
			let at = |field: &str| format!("member[{i}].peer[{j}].{field}");
			let id = self.ok(at("id"), text::peer(&peer.id, chain));
			let address = peer
				.address
				.as_deref()
				.and_then(|address| self.ok(at("address"), address_of(address)));
			let Some(id) = id else { continue };
			self.once(|c| &mut c.peers, &id.to_bytes(), &at("id"), "the peer id");
			boot_nodes
				.extend(address.map(|multiaddr| MultiaddrWithPeerId { multiaddr, peer_id: id }));
			peers.push(Peer { id, archive: peer.archive });
		}
		peers
	}

	fn units(
		&mut self,
		i: usize,
		raw: &raw::Member,
		kind: Option<MemberKind>,
		area: Option<AreaCode>,
	) -> Option<Vec<Unit>> {
		let mut seen = BTreeSet::new();
		let mut units = Vec::new();
		for (j, unit) in raw.unit.iter().enumerate() {
			let at = |field: &str| format!("member[{i}].unit[{j}].{field}");
			self.ok(at("key"), identifier(&unit.key));
			if !seen.insert(&unit.key) {
				self.fault(at("key"), format!("`{}` is already a unit of this member", unit.key));
			}
			if unit.name.trim().is_empty() {
				self.fault(at("name"), "write the unit's name; it stays in this file");
			}
			let area = match unit.area {
				Some(code) => self.area(&at("area"), code),
				None => area,
			};
			let unit_kind = self.ok(at("kind"), coded::<UnitKind>(&unit.kind));
			if let (Some(unit_kind), Some(kind)) = (unit_kind, kind) {
				if unit_kind.owner() != kind {
					self.fault(at("kind"), format!("a {} has no {}", raw.kind, unit.kind));
				}
			}
			let delegation = match &unit.delegation {
				None => Some(None),
				Some(delegation) => self.delegation(&at("delegation"), delegation).map(Some),
			};
			if let (Some(kind), Some(area), Some(delegation)) = (unit_kind, area, delegation) {
				let (key, name) = (unit.key.clone(), unit.name.clone());
				units.push(Unit { key, name, kind, area, delegation });
			}
		}
		(units.len() == raw.unit.len()).then_some(units)
	}

	fn delegation(&mut self, at: &str, raw: &raw::Delegation) -> Option<Delegation> {
		let mut acts = Acts::default();
		if raw.acts.is_empty() {
			self.fault(format!("{at}.acts"), "name what is delegated");
		}
		for (k, name) in raw.acts.iter().enumerate() {
			let act = self.ok(format!("{at}.acts[{k}]"), named("act", &ACTS, name));
			acts = Acts(acts.0 | act.unwrap_or_default().0);
		}
		let until = self.day(&format!("{at}.until"), &raw.until);
		let document = self.ok(format!("{at}.document"), text::hash(&raw.document));
		Some(Delegation { acts, until: self.clock.end_of(until?), document: document? })
	}

	fn officers(&mut self, i: usize, raw: &raw::Member, chain: &ChainType) -> Option<Vec<Officer>> {
		let mut officers = Vec::new();
		for (j, officer) in raw.officer.iter().enumerate() {
			let at = |field: &str| format!("member[{i}].officer[{j}].{field}");
			let account = self.account(&at("account"), &officer.account, chain);
			let category = self.ok(at("category"), coded::<Category>(&officer.category));
			let mut duties = Duties::NONE;
			if officer.duties.is_empty() {
				self.fault(at("duties"), "an officer has at least one duty");
			}
			for (k, name) in officer.duties.iter().enumerate() {
				let path = at(&format!("duties[{k}]"));
				let Some(duty) = self.ok(path.clone(), named("duty", &Duties::NAMED, name)) else {
					continue;
				};
				if duties.contains(duty) {
					self.fault(path.clone(), format!("`{name}` is named twice"));
				}
				if category.is_some_and(|category| !category.may_hold(duty)) {
					self.fault(path, format!("`{name}` is for a state-functionary alone (法 10)"));
				}
				duties = duties.union(duty);
			}
			let unit = match &officer.unit {
				None => Some(None),
				Some(key) => {
					let found = raw
						.unit
						.iter()
						.position(|unit| unit.key == *key)
						.ok_or_else(|| format!("this member has no unit `{key}`"));
					self.ok(at("unit"), found).map(Some)
				},
			};
			let last_day = self.day(&at("valid-until"), &officer.valid_until);
			if let (Some(account), Some(category), Some(unit), Some(last_day)) =
				(account, category, unit, last_day)
			{
				let valid_until = self.clock.end_of(last_day);
				officers.push(Officer { account, duties, category, valid_until, unit });
			}
		}
		(officers.len() == raw.officer.len()).then_some(officers)
	}

	fn validator(
		&mut self,
		i: usize,
		raw: &raw::Validator,
		chain: &ChainType,
		peers: &[Peer],
	) -> Option<Validator> {
		let at = |field: &str| format!("member[{i}].validator.{field}");
		let account = self.account(&at("account"), &raw.account, chain);
		let aura = self.ok(at("aura"), text::public::<sr25519::Pair>(&raw.aura, chain));
		let grandpa = self.ok(at("grandpa"), text::public::<ed25519::Pair>(&raw.grandpa, chain));
		for (field, key) in [
			("aura", aura.as_ref().map(|key| key.to_raw_vec())),
			("grandpa", grandpa.as_ref().map(|key| key.to_raw_vec())),
		] {
			if let Some(key) = key {
				self.once(|c| &mut c.session_keys, &key, &at(field), "the session key");
			}
		}
		let peer = self.ok(at("peer"), text::peer(&raw.peer, chain));
		if peer.is_some_and(|id| !peers.iter().any(|peer| peer.id == id)) {
			self.fault(at("peer"), "is none of this member's [[member.peer]]");
		}
		Some(Validator { account: account?, aura: aura?, grandpa: grandpa?, peer: peer? })
	}
}

/// Every key of the files that are public.
fn known_keys() -> BTreeSet<Vec<u8>> {
	[crate::chain_spec::DEV, crate::chain_spec::LOCAL]
		.iter()
		.filter_map(|text| super::parse("known", text, Overrides::default()).ok())
		.flat_map(|consortium| consortium.members)
		.flat_map(|member| {
			let mut keys: Vec<Vec<u8>> = vec![AsRef::<[u8]>::as_ref(&member.account).to_vec()];
			keys.extend(member.officers.iter().map(|o| AsRef::<[u8]>::as_ref(&o.account).to_vec()));
			keys.extend(member.peers.iter().map(|peer| peer.id.to_bytes()));
			if let Some(validator) = &member.validator {
				keys.push(AsRef::<[u8]>::as_ref(&validator.account).to_vec());
				keys.push(validator.aura.to_raw_vec());
				keys.push(validator.grandpa.to_raw_vec());
			}
			keys
		})
		.collect()
}

/// An address at which a node listens, without its `/p2p/` part.
fn address_of(text: &str) -> Result<Multiaddr, String> {
	if text.contains(PLACEHOLDER) {
		return Err("is still a placeholder: fill it in".into());
	}
	if text.contains("/p2p/") {
		return Err("leave `/p2p/…` out: the peer id stands in `id`".into());
	}
	text.parse()
		.map_err(|e| format!("`{text}` is no address, such as /ip4/10.1.2.3/tcp/30333 ({e})"))
}
