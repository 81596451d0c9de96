//! The model of the random histories: lists, searched anew each time.

use super::*;
use shejiao_primitives::time::{LegalTime, Moment};
use shejiao_testing::{MockLegalTime, START};
use std::collections::BTreeMap;

const MAX_TAGS: usize = 5;
const MAX_HOLDERS: usize = 3;
const MAX_PAIRS: usize = 4;

#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Stands {
	Proposed(usize),
	Rejected,
	Merged(usize),
	Split,
}

pub(super) struct Proposed {
	pub(super) pair: (CaseId, CaseId),
	pub(super) open: bool,
	pub(super) first: Option<(CaseId, u64)>,
}

pub(super) struct Merged {
	pub(super) duplicate: CaseId,
	pub(super) kept: CaseId,
	pub(super) from: Moment,
	pub(super) to: Option<Moment>,
	pub(super) first: Option<(u64, Reason)>,
}

/// Officer: agency and duties; those of a unit have none here.
pub(super) fn officer(who: u64) -> Option<(MemberId, Duties)> {
	let both = Duties::IDENTITY.union(Duties::APPROVAL);
	Some(match who {
		CHECKER => (CHANCHENG, Duties::IDENTITY),
		APPROVER => (CHANCHENG, Duties::APPROVAL),
		BOTH => (CHANCHENG, both),
		SOCIAL_WORKER => (CHANCHENG, Duties::CASEWORK),
		NANHAI_CHECKER => (NANHAI, Duties::IDENTITY),
		NANHAI_APPROVER => (NANHAI, Duties::APPROVAL),
		CITY_CHECKER => (CITY, both),
		COURT_OFFICER => (COURT, both),
		STRANGE_OFFICER => (STRANGER, both),
		_ => return None,
	})
}

pub(super) fn has(who: u64, duty: Duties) -> bool {
	officer(who).is_some_and(|(_, duties)| duties.contains(duty))
}

#[derive(Default)]
pub(super) struct Model {
	pub(super) slots: Vec<CaseId>,
	pub(super) executing: BTreeMap<CaseId, MemberId>,
	pub(super) archived: Vec<CaseId>,
	pub(super) tags: Vec<(CaseId, u16, u8)>,
	/// Those of them that as many cases as may be held before.
	pub(super) waiting: Vec<(CaseId, u16, u8)>,
	pub(super) pairs: Vec<((CaseId, CaseId), Stands)>,
	pub(super) proposals: Vec<Proposed>,
	pub(super) merges: Vec<Merged>,
}

impl Model {
	pub(super) fn add_case(&mut self, slot: usize) -> CaseId {
		let member = if slot % 3 == 2 { NANHAI } else { CHANCHENG };
		let case = MockCases::add(member, &CHECKER, Stage::Open);
		if member == CHANCHENG {
			MockCases::set_roles(case, COURT, PartyRoles::DECIDING);
		}
		self.executing.insert(case, member);
		case
	}

	pub(super) fn goes_on_in(&self, case: CaseId) -> Option<CaseId> {
		self.merges.iter().find(|m| m.duplicate == case && m.to.is_none()).map(|m| m.kept)
	}

	pub(super) fn at(&self, case: CaseId, at: Moment) -> CaseId {
		let held =
			|m: &&Merged| m.duplicate == case && m.from <= at && m.to.is_none_or(|to| at < to);
		self.merges.iter().find(held).map_or(case, |m| m.kept)
	}

	pub(super) fn acting(&self, case: CaseId) -> bool {
		!self.archived.contains(&case) && self.goes_on_in(case).is_none()
	}

	pub(super) fn executes(&self, who: u64, pair: (CaseId, CaseId)) -> bool {
		officer(who).is_some_and(|(member, _)| {
			self.executing[&pair.0] == member || self.executing[&pair.1] == member
		})
	}

	pub(super) fn stands(&self, a: CaseId, b: CaseId) -> Option<Stands> {
		let place = |pair| self.pairs.iter().find(|p| p.0 == pair).map(|p| p.1);
		place((a, b)).or(place((b, a)))
	}

	pub(super) fn pairs_of(&self, case: CaseId) -> Vec<CaseId> {
		self.pairs
			.iter()
			.filter_map(|((a, b), _)| match case {
				c if c == *a => Some(*b),
				c if c == *b => Some(*a),
				_ => None,
			})
			.collect()
	}

	pub(super) fn set(&mut self, a: CaseId, b: CaseId, stands: Option<Stands>) {
		let same = |pair: (CaseId, CaseId)| pair == (a, b) || pair == (b, a);
		match (stands, self.pairs.iter_mut().find(|(pair, _)| same(*pair))) {
			(Some(stands), Some(place)) => place.1 = stands,
			(Some(stands), None) => self.pairs.push(((a, b), stands)),
			(None, _) => self.pairs.retain(|(pair, _)| !same(*pair)),
		}
	}

	/// What makes room among the pairs of a case: what was rejected, or else split.
	pub(super) fn over(&self, case: CaseId) -> Option<CaseId> {
		let of = |wanted| {
			let stands = |other: &CaseId| self.stands(case, *other) == Some(wanted);
			self.pairs_of(case).into_iter().find(stands)
		};
		of(Stands::Rejected).or(of(Stands::Split))
	}

	pub(super) fn has_room(&self, case: CaseId) -> bool {
		self.pairs_of(case).len() < MAX_PAIRS || self.over(case).is_some()
	}

	pub(super) fn propose(&mut self, a: CaseId, b: CaseId) {
		for case in [a, b] {
			if self.stands(a, b).is_none() && self.pairs_of(case).len() == MAX_PAIRS {
				let gone = self.over(case).expect("there is room; qed");
				self.set(case, gone, None);
			}
		}
		self.set(a, b, Some(Stands::Proposed(self.proposals.len())));
		let pair = (a.min(b), a.max(b));
		self.proposals.push(Proposed { pair, open: true, first: None });
	}

	pub(super) fn lapse(&mut self, id: usize) {
		let (a, b) = self.proposals[id].pair;
		self.proposals[id].open = false;
		self.set(a, b, None);
	}

	/// Propose a case with each of those that its tags have found, where there is room.
	pub(super) fn propose_found(&mut self, case: CaseId, mut found: Vec<CaseId>) {
		found.sort();
		found.dedup();
		for other in found {
			let room = self.has_room(case) && self.has_room(other);
			if other != case && room && self.stands(case, other).is_none() {
				self.propose(case, other);
			}
		}
	}

	/// Those that a tag finds.
	pub(super) fn holders(&self, epoch: u16, tag: u8) -> impl Iterator<Item = CaseId> + '_ {
		let held = self.tags.iter().filter(move |t| (t.1, t.2) == (epoch, tag));
		held.filter(move |t| !self.waiting.contains(t)).map(|t| t.0)
	}

	/// Those that tags find, where they go on.
	pub(super) fn found_by(&self, tags: impl Iterator<Item = (u16, u8)>) -> Vec<CaseId> {
		tags.flat_map(|(epoch, tag)| self.holders(epoch, tag))
			.map(|holder| self.goes_on_in(holder).unwrap_or(holder))
			.collect()
	}

	/// Tags have left: whoever waits takes a place that is free. Who of them is first is chance.
	pub(super) fn move_up(&mut self) {
		let tags = &self.tags;
		self.waiting.retain(|waits| tags.contains(waits));
		for (case, epoch, number) in self.waiting.clone() {
			let keyed = KeyedTag { epoch, tag: tag(number) };
			let free = self.holders(epoch, number).count() < MAX_HOLDERS;
			if free && !Waiting::<Test>::contains_key(keyed, case) {
				self.waiting.retain(|waits| *waits != (case, epoch, number));
			}
		}
	}

	/// The cases that registering these tags finds; `None` when it fails.
	pub(super) fn found(
		&self,
		who: u64,
		case: CaseId,
		epoch: u16,
		tags: &[u8],
	) -> Option<Vec<CaseId>> {
		let (member, _) = officer(who).filter(|_| has(who, Duties::IDENTITY))?;
		let executing = self.executing[&case];
		let entitled =
			member == executing || member == CITY || (member == COURT && executing == CHANCHENG);
		let fresh = tags.iter().all(|tag| !self.tags.contains(&(case, epoch, *tag)))
			&& (tags.len() < 2 || tags[0] != tags[1]);
		let room = self.tags.iter().filter(|t| t.0 == case).count() + tags.len() <= MAX_TAGS;
		if !(entitled && self.acting(case) && !tags.is_empty() && fresh && room) {
			return None;
		}
		Some(self.found_by(tags.iter().map(|tag| (epoch, *tag))))
	}

	pub(super) fn register(&mut self, case: CaseId, epoch: u16, tags: &[u8], found: Vec<CaseId>) {
		for tag in tags {
			if self.holders(epoch, *tag).count() == MAX_HOLDERS {
				self.waiting.push((case, epoch, *tag));
			}
			self.tags.push((case, epoch, *tag));
		}
		self.propose_found(case, found);
	}

	/// Propose what shares a tag with `case`, while there is room.
	pub(super) fn look_through(&mut self, case: CaseId) {
		let own = self.tags.iter().filter(|t| t.0 == case).map(|t| (t.1, t.2));
		let found = self.found_by(own);
		self.propose_found(case, found);
	}

	pub(super) fn may_propose(&self, who: u64, a: CaseId, b: CaseId, sound: bool) -> bool {
		let open = matches!(self.stands(a, b), Some(Stands::Proposed(_) | Stands::Merged(_)));
		let room = self.stands(a, b).is_some() || [a, b].iter().all(|case| self.has_room(*case));
		has(who, Duties::IDENTITY)
			&& self.executes(who, (a, b))
			&& a != b && sound
			&& self.acting(a)
			&& self.acting(b)
			&& !open && room
	}

	/// Whether `who` may speak as first or second officer.
	pub(super) fn may_speak(&self, who: u64, first: Option<u64>, pair: (CaseId, CaseId)) -> bool {
		let duty = if first.is_some() { Duties::APPROVAL } else { Duties::IDENTITY };
		has(who, duty) && self.executes(who, pair) && first != Some(who)
	}

	pub(super) fn has_duplicates(&self, case: CaseId) -> bool {
		self.merges.iter().any(|m| m.kept == case && m.to.is_none())
	}

	/// Whether the second word leaves no agency without one.
	pub(super) fn both_agree(
		&self,
		first: Option<u64>,
		second: u64,
		pair: (CaseId, CaseId),
	) -> bool {
		let Some(first) = first else { return true };
		let agencies = [first, second].map(|who| officer(who).map(|(member, _)| member));
		[pair.0, pair.1].iter().all(|case| agencies.contains(&Some(self.executing[case])))
	}

	pub(super) fn may_confirm(&self, who: u64, id: usize, kept: CaseId, sound: bool) -> bool {
		let Some(proposal) = self.proposals.get(id).filter(|p| p.open) else { return false };
		let (a, b) = proposal.pair;
		let other = if kept == a { b } else { a };
		self.may_speak(who, proposal.first.map(|first| first.1), (a, b))
			&& (kept == a || kept == b)
			&& !self.has_duplicates(other)
			&& self.both_agree(proposal.first.map(|first| first.1), who, (a, b))
			&& sound && proposal.first.is_none_or(|(agreed, _)| agreed == kept)
	}

	pub(super) fn confirm(&mut self, who: u64, id: usize, kept: CaseId, now: Moment) {
		let (a, b) = self.proposals[id].pair;
		if self.proposals[id].first.is_none() {
			self.proposals[id].first = Some((kept, who));
			return;
		}
		let duplicate = if kept == a { b } else { a };
		self.proposals[id].open = false;
		self.set(a, b, Some(Stands::Merged(self.merges.len())));
		self.merges.push(Merged { duplicate, kept, from: now, to: None, first: None });
		for other in self.pairs_of(duplicate) {
			if let Some(Stands::Proposed(id)) = self.stands(duplicate, other) {
				self.lapse(id);
				self.propose_found(kept, vec![other]);
			}
		}
	}

	pub(super) fn may_take_back(
		&self,
		who: u64,
		first: Option<u64>,
		pair: (CaseId, CaseId),
	) -> bool {
		let Some(first) = first else { return false };
		let duty = if first == who { Duties::IDENTITY } else { Duties::APPROVAL };
		has(who, duty) && self.executes(who, pair)
	}

	pub(super) fn forget(&mut self, case: CaseId) {
		self.tags.retain(|tag| tag.0 != case);
		self.move_up();
		for other in self.pairs_of(case) {
			match self.stands(case, other) {
				Some(Stands::Proposed(id)) => self.lapse(id),
				Some(Stands::Rejected | Stands::Split) => self.set(case, other, None),
				Some(Stands::Merged(_)) | None => (),
			}
		}
	}

	pub(super) fn check(&self, replay: &Replay) {
		let mut tags: Vec<_> = Tags::<Test>::iter()
			.flat_map(|(case, tags)| tags.into_iter().map(move |t| (case, t.epoch, t.tag.0[0])))
			.collect();
		let mut expected = self.tags.clone();
		tags.sort();
		expected.sort();
		assert_eq!(tags, expected);
		let mut waiting: Vec<_> =
			Waiting::<Test>::iter().map(|(t, case, ())| (case, t.epoch, t.tag.0[0])).collect();
		let mut expected = self.waiting.clone();
		waiting.sort();
		expected.sort();
		assert_eq!(waiting, expected);
		assert_eq!(Pairs::<Test>::iter().count(), self.pairs.len());
		for ((a, b), stands) in &self.pairs {
			let said = match state(*a, *b).expect("the model knows of it") {
				PairState::Proposed(id) => Stands::Proposed(id.0 as usize),
				PairState::Rejected(_) => Stands::Rejected,
				PairState::Merged(id) => Stands::Merged(id.0 as usize),
				PairState::Split(_) => Stands::Split,
			};
			assert_eq!(said, *stands);
		}
		let mut open: Vec<_> = Proposals::<Test>::iter_keys().map(|id| id.0).collect();
		open.sort();
		let expected = (0..self.proposals.len()).filter(|id| self.proposals[*id].open);
		assert_eq!(open, expected.map(|id| id as u32).collect::<Vec<_>>());
		assert_eq!(open, replay.open);
		let now = MockLegalTime::now();
		for case in &self.slots {
			assert_eq!(facts(*case).merged_into, self.goes_on_in(*case));
			assert_eq!(replay.merged.get(case).copied(), self.goes_on_in(*case));
			for at in [START, START + (now - START) / 3, START + (now - START) / 2, now] {
				assert_eq!(IdentityTags::kept_at(*case, at), self.at(*case, at));
			}
		}
	}
}

/// What the events alone tell.
#[derive(Default)]
pub(super) struct Replay {
	pub(super) open: Vec<u32>,
	pub(super) merged: BTreeMap<CaseId, CaseId>,
}

impl Replay {
	pub(super) fn read(&mut self, all: Vec<Event<Test>>) {
		for event in all {
			match event {
				Event::DuplicateProposed { proposal, .. } => self.open.push(proposal.0),
				Event::DuplicateRejected { proposal, .. } | Event::ProposalLapsed { proposal } => {
					self.open.retain(|id| *id != proposal.0);
				},
				Event::CasesMerged { proposal, duplicate, kept, .. } => {
					self.open.retain(|id| *id != proposal.0);
					self.merged.insert(duplicate, kept);
				},
				Event::CasesSplit { duplicate, .. } => {
					self.merged.remove(&duplicate);
				},
				_ => (),
			}
		}
	}
}
