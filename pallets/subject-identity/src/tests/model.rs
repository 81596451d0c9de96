//! A naive model of the cases, written from the documentation and not from the pallet.

use super::{
	drawn::{Call, Proof},
	*,
};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone, Debug)]
pub(crate) struct MInterval {
	pub kind: u8,
	pub cause: u8,
	pub begun: u32,
	pub open: bool,
}

/// How a step ends a case.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum End {
	No,
	Decided,
	ByRule,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct MCase {
	pub id: Option<CaseId>,
	pub executing: u32,
	/// Moment, stage, day of the act, and how that ended the case.
	pub stages: Vec<(Moment, Option<Stage>, u32, End)>,
	pub decided: bool,
	pub roles: BTreeMap<u32, u16>,
	pub roles_then: Vec<(Moment, u32, u16)>,
	pub intervals: Vec<MInterval>,
	/// Last day, who computed, whether confirmed.
	pub terms: Vec<(u32, u64, bool)>,
	pub certificate: Option<u32>,
	pub assigned: (Option<u32>, Option<u64>),
	/// Member and salt of each sealed party; whether it is still sealed.
	pub sealed: BTreeMap<(u32, u8), bool>,
	pub merged_into: Option<usize>,
}

impl MCase {
	pub fn stage(&self) -> Stage {
		self.stages.last().and_then(|entry| entry.1).expect("every case has a stage; qed")
	}

	pub fn has(&self, kind: u8) -> bool {
		self.intervals.iter().any(|interval| interval.open && interval.kind == kind)
	}

	/// Strict defaults after the end of execution.
	pub fn closed(&self) -> bool {
		let running = [Stage::PreDecision, Stage::AwaitingReception, Stage::Open];
		self.has(3) && !running.contains(&self.stage())
	}

	/// The last day of the last confirmed term.
	pub fn last_day(&self) -> Option<u32> {
		self.terms.iter().rev().find(|term| term.2).map(|term| term.0)
	}

	/// A term runs once it is decided, received or not.
	fn running(&self) -> bool {
		[Stage::AwaitingReception, Stage::Open].contains(&self.stage())
	}

	/// The place of what ended the case, if that was the rule.
	fn by_rule(&self) -> Option<usize> {
		let ending = self.stages.iter().rposition(|entry| entry.3 != End::No)?;
		(self.stages[ending].3 == End::ByRule).then_some(ending)
	}

	fn role(&self, member: u32) -> u16 {
		self.roles.get(&member).copied().unwrap_or_default()
	}

	fn set_role(&mut self, now: Moment, member: u32, roles: u16) {
		if roles == 0 {
			self.roles.remove(&member);
		} else {
			self.roles.insert(member, roles);
		}
		self.roles_then.push((now, member, roles));
	}

	pub fn ends_by_rule(&self) -> bool {
		self.running() && self.last_day().is_some() && self.merged_into.is_none() && !self.has(1)
	}
}

/// Account, member, whether of a unit, whether a functionary, and what of
/// (c)asework (e)nforcement (a)pproval (d)ecision (s)upervision (r)ecords it does.
const WHO: [(u64, u32, bool, bool, &str); 13] = [
	(HEAD, 0, false, true, "a"),
	(OFFICER, 0, false, true, "cer"),
	(UNIT_OFFICER, 0, true, true, "cea"),
	(SOCIAL_WORKER, 0, true, false, "c"),
	(DEPUTY, 0, false, true, "a"),
	(BOTH, 0, false, true, "cea"),
	(JUDGE, 1, false, true, "dr"),
	(PROCURATOR, 2, false, true, "s"),
	(POLICEMAN, 3, false, true, "er"),
	(WARDEN, 4, false, true, "dr"),
	(STRANGER, 5, false, true, "cea"),
	(HELPER, 6, false, true, "ce"),
	(OTHER_JUDGE, 7, false, true, "d"),
];

const COMMISSIONING: u16 = 1;
const DECIDING: u16 = 2;
const EXECUTING: u16 = 4;
const SUPERVISING: u16 = 8;

#[derive(Default)]
pub(crate) struct Model {
	pub now: Moment,
	pub today: u32,
	pub cases: Vec<MCase>,
	pub paused: bool,
}

fn member_of(by: u64) -> Option<u32> {
	WHO.iter().find(|who| who.0 == by).map(|who| who.1)
}

fn does(by: u64, member: u32, duties: &str, unit: bool, functionary: bool) -> bool {
	WHO.iter().any(|who| {
		who.0 == by
			&& who.1 == member
			&& (!who.2 || unit)
			&& (!functionary || who.3)
			&& duties.chars().any(|duty| who.4.contains(duty))
	})
}

impl Model {
	fn executes(&self, by: u64, case: &MCase, duties: &str, unit: bool, functionary: bool) -> bool {
		does(by, case.executing, duties, unit, functionary)
	}

	/// Whether `by` decides in a court, prison or police with `role` on the case.
	fn decides(&self, by: u64, roles: &BTreeMap<u32, u16>, role: u16) -> bool {
		member_of(by).is_some_and(|member| {
			[1, 3, 4, 7].contains(&member)
				&& roles.get(&member).is_some_and(|roles| roles & role != 0)
				&& does(by, member, "d", false, true)
		})
	}

	/// Whether police or procuratorate that commissioned acts.
	fn prosecutes(&self, by: u64, roles: &BTreeMap<u32, u16>) -> bool {
		member_of(by).is_some_and(|member| {
			[2, 3].contains(&member)
				&& roles.get(&member).is_some_and(|roles| roles & COMMISSIONING != 0)
				&& does(by, member, "se", false, true)
		})
	}

	fn act(&self, day: i32, proof: Proof) -> Option<u32> {
		(day <= 0 && proof == Proof::Sound).then(|| self.today.saturating_add_signed(day))
	}

	/// The parties that a drawn registration names.
	pub fn founders(kind: u8) -> Option<Founders> {
		match kind {
			0..=5 => Some(FOUNDERS),
			6 => Some(Founders { police: None, custody: Some(PRISON), ..FOUNDERS }),
			7 => Some(Founders { deciding: PRISON, ..FOUNDERS }),
			_ => None,
		}
	}

	/// Whether the call is in order: it is tried, and undone.
	pub fn takes(&mut self, by: u64, call: &Call) -> bool {
		let (length, place) = (self.cases.len(), call.case());
		let before = place.and_then(|place| self.cases.get(place).cloned());
		let taken = self.apply(by, call);
		self.cases.truncate(length);
		if let (Some(place), Some(before)) = (place, before) {
			self.cases[place] = before;
		}
		taken
	}

	/// What is rare about a call, that every run has to come across.
	pub fn rare(&self, call: &Call) -> Option<&'static str> {
		let case = self.cases.get(call.case()?)?;
		let over = case.stage() > Stage::Open;
		match call {
			Call::Advance { step: 4, .. } if over => Some("a decision entered afterwards"),
			Call::Open { kind: 1, .. } if over => Some("a hold entered afterwards"),
			Call::Close { .. } if case.merged_into.is_some() => Some("an end in a merged case"),
			_ => None,
		}
	}

	/// Make the call, if it is in order: gives whether it is.
	pub fn apply(&mut self, by: u64, call: &Call) -> bool {
		self.try_call(by, call).is_some()
	}

	fn take(&self, case: usize) -> Option<MCase> {
		self.cases.get(case).filter(|case| case.merged_into.is_none()).cloned()
	}

	/// A case whose file is not closed.
	fn take_unclosed(&self, case: usize) -> Option<MCase> {
		self.take(case).filter(|case| !case.closed())
	}

	fn try_call(&mut self, by: u64, call: &Call) -> Option<()> {
		let yes = |condition: bool| condition.then_some(());
		match *call {
			Call::Register { opening, cleared, founders, day, restricted, reuse } => {
				let founders = Self::founders(founders)?;
				let fresh = !reuse || self.cases.is_empty();
				yes(cleared && fresh)?;
				let day = self.act(day, Proof::Sound)?;
				let mut roles = BTreeMap::new();
				roles.insert(founders.executing.0, EXECUTING);
				*roles.entry(founders.deciding.0).or_default() |= DECIDING;
				roles.insert(founders.supervising.0, SUPERVISING);
				let others = [(founders.police, 16), (founders.custody, 32)];
				for (member, role) in others.into_iter().filter_map(|(m, role)| Some((m?, role))) {
					*roles.entry(member.0).or_default() |= role;
				}
				let stage = match opening {
					0 | 1 => {
						*roles.entry(member_of(by)?).or_default() |= COMMISSIONING;
						yes(self.decides(by, &roles, COMMISSIONING) || self.prosecutes(by, &roles))?;
						Stage::PreDecision
					},
					2 => {
						yes(self.decides(by, &roles, DECIDING))?;
						Stage::AwaitingReception
					},
					_ => {
						yes(does(by, founders.executing.0, "e", true, true))?;
						Stage::AwaitingReception
					},
				};
				self.begin(founders.executing.0, stage, day, roles, restricted.then_some(200));
			},
			Call::Advance { case, step, day, proof, lawful } => {
				self.advance(by, case, step, day, proof, lawful)?;
			},
			Call::Assign { case, unit, officer } => {
				let mut c = self.take(case)?;
				yes(self.executes(by, &c, "a", false, true) && c.stage() != Stage::Archived)?;
				let unit = [None, Some(0), Some(1)][unit as usize];
				let officer =
					[None, Some(OFFICER), Some(UNIT_OFFICER), Some(STRANGER)][officer as usize];
				let owner = unit.map(|unit: u32| unit * 5);
				yes(owner.is_none_or(|owner| owner == c.executing))?;
				yes(officer.is_none_or(|who| member_of(who) == Some(c.executing)))?;
				yes(c.assigned != (unit, officer))?;
				c.assigned = (unit, officer);
				self.cases[case] = c;
			},
			Call::Compute { case, last, proof } => {
				let mut c = self.take(case)?;
				yes(self.executes(by, &c, "ce", true, false) && c.running())?;
				self.act(0, proof)?;
				c.terms.push((self.today.saturating_add_signed(last), by, false));
				self.cases[case] = c;
			},
			Call::Confirm { case, older } => {
				let mut c = self.take(case)?;
				yes(self.executes(by, &c, "a", false, true) && c.running() && !older)?;
				let term = c.terms.last_mut()?;
				yes(!term.2 && term.1 != by)?;
				term.2 = true;
				let last_day = term.0;
				c.certificate = c.certificate.filter(|day| *day >= last_day);
				self.cases[case] = c;
			},
			Call::Certify { case, day, proof } => {
				let mut c = self.take(case)?;
				yes(self.executes(by, &c, "ea", false, true) && c.certificate.is_none())?;
				let day = self.act(day, proof)?;
				let over = c.stage() != Stage::Archived && c.by_rule().is_some();
				yes((c.running() || over) && !c.has(1) && c.last_day()? <= day)?;
				c.certificate = Some(day);
				self.cases[case] = c;
			},
			Call::Open { case, kind, cause, day, proof } => {
				self.open(by, case, kind, cause, day, proof)?;
			},
			Call::Close { case, which, day, proof } => {
				// In a merged case too.
				let mut c = self.cases.get(case)?.clone();
				let interval = c.intervals.get_mut(which).filter(|interval| interval.open)?;
				let (kind, begun) = (interval.kind, interval.begun);
				interval.open = false;
				let who = match kind {
					0 => self.executes(by, &c, "ce", true, false),
					2 => self.executes(by, &c, "ce", false, true),
					_ => self.executes(by, &c, "a", false, true),
				};
				yes(who)?;
				yes(begun <= self.act(day, proof)?)?;
				let ends = kind == 1 && c.ends_by_rule();
				if let Some(last) = c.last_day().filter(|last| ends && *last < self.today) {
					c.stages.push((self.now, Some(Stage::Ended), last, End::ByRule));
				}
				self.cases[case] = c;
			},
			Call::AddParty { case, member, roles } => {
				let mut c = self.take_unclosed(case)?;
				self.changes_parties(by, &c)?;
				let possible = match member {
					0 | 5 => 64 + 128 + 256,
					1 | 7 => 64 + 128 + DECIDING,
					2 => 64 + 128 + SUPERVISING,
					3 => 64 + 128 + DECIDING + 16 + 32,
					4 => 64 + 128 + DECIDING + 32,
					_ => 0,
				};
				let before = c.role(member);
				yes(roles != 0 && roles & !possible == 0 && before & roles != roles)?;
				c.set_role(self.now, member, before | roles);
				self.cases[case] = c;
			},
			Call::RemoveParty { case, member, roles } => {
				let mut c = self.take(case)?;
				self.changes_parties(by, &c)?;
				let before = c.role(member);
				yes(roles != 0 && roles & EXECUTING == 0 && before & roles == roles)?;
				c.set_role(self.now, member, before & !roles);
				for required in [DECIDING, SUPERVISING] {
					yes(c.roles.values().any(|roles| roles & required != 0))?;
				}
				self.cases[case] = c;
			},
			Call::AddSealed { case, member, salt, policy } => {
				let mut c = self.take_unclosed(case)?;
				if policy {
					let works = self.executes(by, &c, "ce", true, true);
					yes(works && c.stage() != Stage::Archived && !self.paused && !c.has(3))?;
				} else {
					self.changes_parties(by, &c)?;
				}
				yes(!c.sealed.contains_key(&(member, salt)))?;
				c.sealed.insert((member, salt), true);
				self.cases[case] = c;
			},
			Call::RemoveSealed { case, member, salt } => {
				let mut c = self.take(case)?;
				self.changes_parties(by, &c)?;
				yes(c.sealed.get(&(member, salt)) == Some(&true))?;
				c.sealed.insert((member, salt), false);
				self.cases[case] = c;
			},
			Call::Reveal { case, salt } => {
				let mut c = self.take_unclosed(case)?;
				let member = member_of(by)?;
				yes(c.sealed.get(&(member, salt)) == Some(&true))?;
				yes(c.stage() != Stage::Archived && !self.paused)?;
				c.sealed.insert((member, salt), false);
				let roles = c.role(member) | 128;
				c.set_role(self.now, member, roles);
				self.cases[case] = c;
			},
			Call::Import { broken, rows } => {
				let member = member_of(by)?;
				yes([0, 5].contains(&member) && does(by, member, "a", false, true))?;
				yes(!self.paused && broken >= rows && rows > 0)?;
				for _ in 0..rows {
					let roles =
						BTreeMap::from([(member, EXECUTING), (1, DECIDING), (2, SUPERVISING)]);
					let day = self.today;
					self.begin(member, Stage::Open, day - 9, roles, None);
					let case = self.cases.last_mut()?;
					case.terms.push((day + 3, by, true));
				}
			},
			Call::Merge { case, kept } => {
				yes(case != kept)?;
				let (mut c, k) = (self.take(case)?, self.take(kept)?);
				yes(c.stage() != Stage::Archived && k.stage() != Stage::Archived)?;
				yes(self.cases.iter().all(|other| other.merged_into != Some(case)))?;
				yes(!c.closed() && !k.closed() && (0..4).all(|kind| !c.has(kind) || k.has(kind)))?;
				let over = |case: &MCase| case.stage() > Stage::Open;
				yes(c.stage() <= k.stage() && over(&c) == over(&k))?;
				yes(c.last_day().is_none() || k.last_day().is_some())?;
				c.merged_into = Some(kept);
				self.cases[case] = c;
			},
			Call::Split { case } => {
				self.cases.get_mut(case)?.merged_into.take()?;
			},
		}
		Some(())
	}

	fn begin(
		&mut self,
		executing: u32,
		stage: Stage,
		day: u32,
		roles: BTreeMap<u32, u16>,
		restriction: Option<u8>,
	) {
		let mut case = MCase {
			executing,
			stages: vec![(self.now, Some(stage), day, End::No)],
			decided: stage != Stage::PreDecision,
			..Default::default()
		};
		for (member, roles) in roles {
			case.set_role(self.now, member, roles);
		}
		let interval = |cause| MInterval { kind: 3, cause, begun: day, open: true };
		case.intervals.extend(restriction.map(interval));
		self.cases.push(case);
	}

	fn changes_parties(&self, by: u64, case: &MCase) -> Option<()> {
		let head = self.executes(by, case, "a", false, true);
		(head && !self.paused && case.stage() != Stage::Archived).then_some(())
	}

	fn advance(
		&mut self,
		by: u64,
		case: usize,
		step: u8,
		day: i32,
		proof: Proof,
		lawful: bool,
	) -> Option<()> {
		let mut c = self.take(case)?;
		let day = self.act(day, proof)?;
		let head = self.executes(by, &c, "a", false, true);
		let decider = self.decides(by, &c.roles, DECIDING);
		let commissioner =
			self.decides(by, &c.roles, COMMISSIONING) || self.prosecutes(by, &c.roles);
		let (who, to) = match (step, c.stage()) {
			(0, Stage::PreDecision) => (decider, Stage::AwaitingReception),
			(1, Stage::PreDecision) => (decider || commissioner, Stage::Archived),
			(2, Stage::AwaitingReception) => {
				(lawful && self.executes(by, &c, "e", true, true), Stage::Open)
			},
			(3, Stage::AwaitingReception) => (decider || head, Stage::Ended),
			(4, Stage::Open) => (decider || head, Stage::Ended),
			(4, stage) if c.by_rule().is_some() && (c.last_day()? >= day || c.has(1)) => {
				(decider || head, stage)
			},
			(5, Stage::Ended) => (self.executes(by, &c, "ce", true, false), Stage::AfterCare),
			(6, Stage::Ended | Stage::AfterCare) => {
				let certified = c.by_rule().is_none() || c.certificate.is_some();
				let lasting = (0..3).any(|kind| c.has(kind));
				let may = self.executes(by, &c, "ar", false, false);
				(may && certified && !lasting, Stage::Archived)
			},
			_ => return None,
		};
		let place = c.by_rule().filter(|_| step == 4).unwrap_or(c.stages.len());
		let before = c.stages[place - 1].2;
		if !who || before > day {
			return None;
		}
		c.decided |= step == 0;
		let ends = [3, 4].contains(&step);
		c.certificate = c.certificate.filter(|_| !ends);
		c.stages.push((self.now, Some(to), day, if ends { End::Decided } else { End::No }));
		self.cases[case] = c;
		Some(())
	}

	fn open(
		&mut self,
		by: u64,
		case: usize,
		kind: u8,
		cause: u8,
		day: i32,
		proof: Proof,
	) -> Option<()> {
		let mut c = self.take(case)?;
		let begun = self.act(day, proof)?;
		let stage = c.stage();
		let worker = self.executes(by, &c, "ce", true, false);
		let head = self.executes(by, &c, "a", false, true);
		let decider = self.decides(by, &c.roles, DECIDING);
		let fits = match kind {
			0 => worker && stage == Stage::Open,
			1 => {
				let runs = c.running() || c.by_rule().is_some();
				head && runs && c.last_day().is_some_and(|last| begun <= last)
			},
			2 => {
				self.executes(by, &c, "ce", false, true)
					&& [Stage::AwaitingReception, Stage::Open].contains(&stage)
			},
			_ => worker || decider,
		};
		let restrictions = || c.intervals.iter().filter(|i| i.open && i.kind == 3);
		let free = match kind {
			3 => restrictions().all(|i| i.cause != cause) && restrictions().count() < 9,
			_ => !c.has(kind),
		};
		if !(fits && free) {
			return None;
		}
		c.intervals.push(MInterval { kind, cause, begun, open: true });
		self.cases[case] = c;
		Some(())
	}

	/// A block of a new moment: what ended by rule.
	pub fn settle(&mut self) {
		let (now, today) = (self.now, self.today);
		for case in &mut self.cases {
			let over = case.last_day().filter(|last| *last < today && case.ends_by_rule());
			if let Some(last_day) = over {
				case.stages.push((now, Some(Stage::Ended), last_day, End::ByRule));
			}
		}
	}

	/// The numbers of the cases that the agenda must hold.
	pub fn agenda(&self) -> BTreeSet<CaseId> {
		self.cases.iter().filter(|case| case.ends_by_rule()).filter_map(|case| case.id).collect()
	}
}
