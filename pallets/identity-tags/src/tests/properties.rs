//! Random histories against a model that keeps lists and searches them.

use super::*;
use proptest::{prelude::*, sample::select};
use shejiao_primitives::time::{LegalTime, Moment};
use shejiao_testing::{
	property::{histories, Tally},
	MockLegalTime, START,
};
use std::collections::BTreeMap;

const SLOTS: usize = 6;
/// A number that is never given.
const NONE: usize = u32::MAX as usize;
const MAX_TAGS: usize = 5;
const MAX_HOLDERS: usize = 3;
const MAX_PAIRS: usize = 4;

const CALLERS: [u64; 7] =
	[CHECKER, CHECKER, APPROVER, APPROVER, BOTH, NANHAI_CHECKER, NANHAI_APPROVER];
const OTHERS: [u64; 6] =
	[CITY_CHECKER, COURT_OFFICER, STRANGE_OFFICER, UNIT_CHECKER, SOCIAL_WORKER, NOBODY];

#[derive(Clone, Debug)]
enum Step {
	Register(u64, usize, u16, Vec<u8>),
	Withdraw(u64, usize, u16),
	Propose(u64, usize, usize, bool),
	/// Of the proposal counted from the newest, to keep one of the two or another.
	Confirm(u64, usize, u8, bool),
	TakeBack(u64, bool, usize),
	Reject(u64, usize, bool),
	Split(u64, usize, bool, Reason),
	Archive(usize),
	Wait(Moment),
}

fn step() -> impl Strategy<Value = Step> {
	let who = || prop_oneof![12 => select(&CALLERS[..]), 1 => select(&OTHERS[..])];
	let checks = || {
		prop_oneof![
			12 => select(&[CHECKER, NANHAI_CHECKER, BOTH, CITY_CHECKER][..]),
			1 => select(&OTHERS[..]),
		]
	};
	let slot = || 0..SLOTS;
	let sound = || proptest::bool::weighted(0.95);
	let tags = || proptest::collection::vec(0..8u8, 0..3);
	let recent = || prop_oneof![9 => Just(0usize), 3 => 1..3usize];
	let basis = prop_oneof![6 => Just(Reason::Mistake), 1 => Just(Reason::Judgment)];
	prop_oneof![
		5 => (checks(), slot(), 0..2u16, tags()).prop_map(|(w, c, e, t)| Step::Register(w, c, e, t)),
		2 => (checks(), slot(), 0..2u16).prop_map(|(w, c, e)| Step::Withdraw(w, c, e)),
		6 => (checks(), slot(), slot(), sound()).prop_map(|(w, a, b, e)| Step::Propose(w, a, b, e)),
		16 => (who(), recent(), 0..9u8, sound()).prop_map(|(w, p, k, e)| Step::Confirm(w, p, k, e)),
		2 => (who(), any::<bool>(), recent()).prop_map(|(w, s, p)| Step::TakeBack(w, s, p)),
		2 => (who(), recent(), sound()).prop_map(|(w, p, e)| Step::Reject(w, p, e)),
		5 => (who(), recent(), sound(), basis).prop_map(|(w, m, e, b)| Step::Split(w, m, e, b)),
		1 => slot().prop_map(Step::Archive),
		2 => (0..3 as Moment).prop_map(Step::Wait),
	]
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum Stands {
	Proposed(usize),
	Rejected,
	Merged(usize),
	Split,
}

struct Proposed {
	pair: (CaseId, CaseId),
	open: bool,
	first: Option<(CaseId, u64)>,
}

struct Merged {
	duplicate: CaseId,
	kept: CaseId,
	from: Moment,
	to: Option<Moment>,
	first: Option<(u64, Reason)>,
}

/// Officer: agency and duties; those of a unit have none here.
fn officer(who: u64) -> Option<(MemberId, Duties)> {
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

fn has(who: u64, duty: Duties) -> bool {
	officer(who).is_some_and(|(_, duties)| duties.contains(duty))
}

#[derive(Default)]
struct Model {
	slots: Vec<CaseId>,
	executing: BTreeMap<CaseId, MemberId>,
	archived: Vec<CaseId>,
	tags: Vec<(CaseId, u16, u8)>,
	pairs: Vec<((CaseId, CaseId), Stands)>,
	proposals: Vec<Proposed>,
	merges: Vec<Merged>,
}

impl Model {
	fn add_case(&mut self, slot: usize) -> CaseId {
		let member = if slot % 3 == 2 { NANHAI } else { CHANCHENG };
		let case = MockCases::add(member, &CHECKER, Stage::Open);
		if member == CHANCHENG {
			MockCases::set_roles(case, COURT, PartyRoles::DECIDING);
		}
		self.executing.insert(case, member);
		case
	}

	fn goes_on_in(&self, case: CaseId) -> Option<CaseId> {
		self.merges.iter().find(|m| m.duplicate == case && m.to.is_none()).map(|m| m.kept)
	}

	fn at(&self, case: CaseId, at: Moment) -> CaseId {
		let held =
			|m: &&Merged| m.duplicate == case && m.from <= at && m.to.is_none_or(|to| at < to);
		self.merges.iter().find(held).map_or(case, |m| m.kept)
	}

	fn acting(&self, case: CaseId) -> bool {
		!self.archived.contains(&case) && self.goes_on_in(case).is_none()
	}

	fn executes(&self, who: u64, pair: (CaseId, CaseId)) -> bool {
		officer(who).is_some_and(|(member, _)| {
			self.executing[&pair.0] == member || self.executing[&pair.1] == member
		})
	}

	fn stands(&self, a: CaseId, b: CaseId) -> Option<Stands> {
		let place = |pair| self.pairs.iter().find(|p| p.0 == pair).map(|p| p.1);
		place((a, b)).or(place((b, a)))
	}

	fn pairs_of(&self, case: CaseId) -> Vec<CaseId> {
		self.pairs
			.iter()
			.filter_map(|((a, b), _)| match case {
				c if c == *a => Some(*b),
				c if c == *b => Some(*a),
				_ => None,
			})
			.collect()
	}

	fn set(&mut self, a: CaseId, b: CaseId, stands: Option<Stands>) {
		let same = |pair: (CaseId, CaseId)| pair == (a, b) || pair == (b, a);
		match (stands, self.pairs.iter_mut().find(|(pair, _)| same(*pair))) {
			(Some(stands), Some(place)) => place.1 = stands,
			(Some(stands), None) => self.pairs.push(((a, b), stands)),
			(None, _) => self.pairs.retain(|(pair, _)| !same(*pair)),
		}
	}

	fn propose(&mut self, a: CaseId, b: CaseId) {
		self.set(a, b, Some(Stands::Proposed(self.proposals.len())));
		let pair = (a.min(b), a.max(b));
		self.proposals.push(Proposed { pair, open: true, first: None });
	}

	fn lapse(&mut self, id: usize) {
		let (a, b) = self.proposals[id].pair;
		self.proposals[id].open = false;
		self.set(a, b, None);
	}

	/// The pairs that registering these tags proposes; `None` when it fails.
	fn found(&self, who: u64, case: CaseId, epoch: u16, tags: &[u8]) -> Option<Vec<CaseId>> {
		let (member, _) = officer(who).filter(|_| has(who, Duties::IDENTITY))?;
		let executing = self.executing[&case];
		let entitled =
			member == executing || member == CITY || (member == COURT && executing == CHANCHENG);
		let held = |tag| self.tags.iter().filter(move |t| (t.1, t.2) == (epoch, tag));
		let fresh = tags.iter().all(|tag| held(*tag).all(|t| t.0 != case))
			&& (tags.len() < 2 || tags[0] != tags[1]);
		let room = self.tags.iter().filter(|t| t.0 == case).count() + tags.len() <= MAX_TAGS
			&& tags.iter().all(|tag| held(*tag).count() < MAX_HOLDERS);
		if !(entitled && self.acting(case) && !tags.is_empty() && fresh && room) {
			return None;
		}
		let mut found: Vec<CaseId> = tags
			.iter()
			.flat_map(|tag| held(*tag))
			.map(|t| self.goes_on_in(t.0).unwrap_or(t.0))
			.filter(|other| *other != case && self.stands(case, *other).is_none())
			.collect();
		found.sort();
		found.dedup();
		let fits = self.pairs_of(case).len() + found.len() <= MAX_PAIRS
			&& found.iter().all(|other| self.pairs_of(*other).len() < MAX_PAIRS);
		fits.then_some(found)
	}

	/// Propose what shares a tag with `case`, while there is room.
	fn look_through(&mut self, case: CaseId) {
		let mut found: Vec<CaseId> = self
			.tags
			.iter()
			.filter(|t| self.tags.contains(&(case, t.1, t.2)))
			.map(|t| self.goes_on_in(t.0).unwrap_or(t.0))
			.filter(|other| *other != case)
			.collect();
		found.sort();
		found.dedup();
		for other in found {
			let room = |case| self.pairs_of(case).len() < MAX_PAIRS;
			if room(case) && room(other) && self.stands(case, other).is_none() {
				self.propose(case, other);
			}
		}
	}

	fn may_propose(&self, who: u64, a: CaseId, b: CaseId, sound: bool) -> bool {
		let open = matches!(self.stands(a, b), Some(Stands::Proposed(_) | Stands::Merged(_)));
		let room = self.stands(a, b).is_some()
			|| [a, b].iter().all(|case| self.pairs_of(*case).len() < MAX_PAIRS);
		has(who, Duties::IDENTITY)
			&& self.executes(who, (a, b))
			&& a != b && sound
			&& self.acting(a)
			&& self.acting(b)
			&& !open && room
	}

	/// Whether `who` may speak as first or second officer.
	fn may_speak(&self, who: u64, first: Option<u64>, pair: (CaseId, CaseId)) -> bool {
		let duty = if first.is_some() { Duties::APPROVAL } else { Duties::IDENTITY };
		has(who, duty) && self.executes(who, pair) && first != Some(who)
	}

	fn has_duplicates(&self, case: CaseId) -> bool {
		self.merges.iter().any(|m| m.kept == case && m.to.is_none())
	}

	fn may_confirm(&self, who: u64, id: usize, kept: CaseId, sound: bool) -> bool {
		let Some(proposal) = self.proposals.get(id).filter(|p| p.open) else { return false };
		let (a, b) = proposal.pair;
		let other = if kept == a { b } else { a };
		self.may_speak(who, proposal.first.map(|first| first.1), (a, b))
			&& (kept == a || kept == b)
			&& !self.has_duplicates(other)
			&& sound && proposal.first.is_none_or(|(agreed, _)| agreed == kept)
	}

	fn confirm(&mut self, who: u64, id: usize, kept: CaseId, now: Moment) {
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
				let room = self.pairs_of(kept).len() < MAX_PAIRS;
				if room && self.stands(kept, other).is_none() {
					self.propose(kept, other);
				}
			}
		}
	}

	fn may_take_back(&self, who: u64, first: Option<u64>, pair: (CaseId, CaseId)) -> bool {
		let Some(first) = first else { return false };
		let duty = if first == who { Duties::IDENTITY } else { Duties::APPROVAL };
		has(who, duty) && self.executes(who, pair)
	}

	fn forget(&mut self, case: CaseId) {
		self.tags.retain(|tag| tag.0 != case);
		for other in self.pairs_of(case) {
			match self.stands(case, other) {
				Some(Stands::Proposed(id)) => self.lapse(id),
				Some(Stands::Rejected | Stands::Split) => self.set(case, other, None),
				Some(Stands::Merged(_)) | None => (),
			}
		}
	}

	fn check(&self, replay: &Replay) {
		let mut tags: Vec<_> = Tags::<Test>::iter()
			.flat_map(|(case, tags)| tags.into_iter().map(move |t| (case, t.epoch, t.tag.0[0])))
			.collect();
		let mut expected = self.tags.clone();
		tags.sort();
		expected.sort();
		assert_eq!(tags, expected);
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
struct Replay {
	open: Vec<u32>,
	merged: BTreeMap<CaseId, CaseId>,
}

impl Replay {
	fn read(&mut self, all: Vec<Event<Test>>) {
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

fn evidence(case: CaseId, sound: bool) -> RecordId {
	if sound {
		check_of(case)
	} else {
		RecordId(u64::MAX)
	}
}

fn noted(tally: &mut Tally, call: &'static str, done: DispatchResult, good: bool) -> bool {
	assert_eq!(done.is_ok(), good, "{call}: {done:?}");
	tally.note(call, good);
	good
}

fn play(model: &mut Model, step: &Step, tally: &mut Tally) {
	let now = MockLegalTime::now();
	// The newest of which something can be done, or one before it; else one that never was.
	let newest = |able: Vec<usize>, back: usize| able.into_iter().rev().nth(back).unwrap_or(NONE);
	let proposals = |model: &Model, able: fn(&Proposed) -> bool| -> Vec<usize> {
		(0..model.proposals.len()).filter(|id| able(&model.proposals[*id])).collect()
	};
	let merges = |model: &Model, able: fn(&Merged) -> bool| -> Vec<usize> {
		(0..model.merges.len()).filter(|id| able(&model.merges[*id])).collect()
	};
	match step.clone() {
		Step::Register(who, slot, epoch, tags) => {
			let case = model.slots[slot];
			let found = model.found(who, case, epoch, &tags);
			let done = register_under(who, case, epoch, &tags);
			if noted(tally, "register_tags", done, found.is_some()) {
				model.tags.extend(tags.iter().map(|tag| (case, epoch, *tag)));
				for other in found.unwrap_or_default() {
					model.propose(case, other);
				}
			}
		},
		Step::Withdraw(who, slot, epoch) => {
			let held = model.tags.get(slot).filter(|_| epoch == 0);
			let (case, epoch) = held.map_or((model.slots[slot], epoch), |held| (held.0, held.1));
			let executing = model.executing[&case];
			let entitled = officer(who).is_some_and(|(member, duties)| {
				duties.contains(Duties::IDENTITY)
					&& (member == executing
						|| member == CITY || (member == COURT && executing == CHANCHENG))
			});
			let good = entitled && model.tags.iter().any(|t| (t.0, t.1) == (case, epoch));
			let done = IdentityTags::withdraw_tags(signed(who), case, epoch, Reason::Mistake);
			if noted(tally, "withdraw_tags", done, good) {
				model.tags.retain(|t| (t.0, t.1) != (case, epoch));
			}
		},
		Step::Propose(who, a, b, sound) => {
			let (a, b) = (model.slots[a], model.slots[b]);
			let good = model.may_propose(who, a, b, sound);
			let done = IdentityTags::propose_duplicate(signed(who), a, b, evidence(a, sound));
			if noted(tally, "propose_duplicate", done, good) {
				model.propose(a, b);
			}
		},
		Step::Confirm(who, back, keep, sound) => {
			let id = newest(proposals(model, |p| p.open || p.first.is_none()), back);
			let pair = model.proposals.get(id).map_or((model.slots[0], model.slots[1]), |p| p.pair);
			let kept = match keep {
				0..=6 => pair.0,
				7 => pair.1,
				_ => CaseId([9; 16]),
			};
			let good = model.may_confirm(who, id, kept, sound);
			let proposal = ProposalId(id as u32);
			let record = evidence(pair.1, sound);
			let done = plain(IdentityTags::confirm_duplicate(signed(who), proposal, kept, record));
			let second = model.proposals.get(id).is_some_and(|p| p.first.is_some());
			let call = if second { "confirm_duplicate, second" } else { "confirm_duplicate" };
			if noted(tally, call, done, good) {
				model.confirm(who, id, kept, now);
			}
		},
		Step::TakeBack(who, split, back) if split => {
			let id = newest(merges(model, |m| m.first.is_some()), back);
			let of = model.merges.get(id).filter(|m| m.to.is_none());
			let (first, pair) = of.map_or((None, (model.slots[0], model.slots[1])), |m| {
				(m.first.map(|first| first.0), (m.duplicate, m.kept))
			});
			let good = model.may_take_back(who, first, pair);
			let pending = Pending::Split(MergeId(id as u32));
			let done = IdentityTags::withdraw_confirmation(signed(who), pending);
			if noted(tally, "withdraw_confirmation", done, good) {
				model.merges[id].first = None;
			}
		},
		Step::TakeBack(who, _, back) => {
			let id = newest(proposals(model, |p| p.first.is_some()), back);
			let of = model.proposals.get(id).filter(|p| p.open);
			let (first, pair) = of.map_or((None, (model.slots[0], model.slots[1])), |p| {
				(p.first.map(|first| first.1), p.pair)
			});
			let good = model.may_take_back(who, first, pair);
			let pending = Pending::Proposal(ProposalId(id as u32));
			let done = IdentityTags::withdraw_confirmation(signed(who), pending);
			if noted(tally, "withdraw_confirmation", done, good) {
				model.proposals[id].first = None;
			}
		},
		Step::Reject(who, back, sound) => {
			let id = newest(proposals(model, |p| p.open), back);
			let of = model.proposals.get(id).filter(|p| p.open);
			let good = sound
				&& of.is_some_and(|p| {
					model.executes(who, p.pair) && p.first.is_none_or(|first| first.1 != who)
				}) && has(who, Duties::APPROVAL);
			let pair = of.map_or((model.slots[0], model.slots[1]), |p| p.pair);
			let record = evidence(pair.0, sound);
			let done = IdentityTags::reject_duplicate(signed(who), ProposalId(id as u32), record);
			if noted(tally, "reject_duplicate", done, good) {
				model.proposals[id].open = false;
				model.set(pair.0, pair.1, Some(Stands::Rejected));
			}
		},
		Step::Split(who, back, sound, basis) => {
			let id = newest(merges(model, |m| m.to.is_none()), back);
			let of = model.merges.get(id).filter(|m| m.to.is_none());
			let good = sound
				&& of.is_some_and(|m| {
					let first = m.first.map(|first| first.0);
					model.may_speak(who, first, (m.duplicate, m.kept))
						&& m.first.is_none_or(|first| first.1 == basis)
				});
			let record = evidence(of.map_or(model.slots[0], |m| m.kept), sound);
			let done = plain(IdentityTags::split(signed(who), MergeId(id as u32), record, basis));
			let second = of.is_some_and(|m| m.first.is_some());
			if noted(tally, if second { "split, second" } else { "split" }, done, good) {
				if !second {
					model.merges[id].first = Some((who, basis));
					return;
				}
				model.merges[id].to = Some(now);
				let (a, b) = (model.merges[id].duplicate, model.merges[id].kept);
				let live = [a, b].iter().all(|case| !model.archived.contains(case));
				model.set(a, b, live.then_some(Stands::Split));
				model.look_through(a);
			}
		},
		Step::Archive(slot) => {
			let case = model.slots[slot];
			if model.goes_on_in(case).is_none() {
				archive(case);
				model.archived.push(case);
				for other in model.slots.clone() {
					if model.goes_on_in(other) == Some(case) {
						model.forget(other);
					}
				}
				model.forget(case);
				model.slots[slot] = model.add_case(slot);
			}
		},
		Step::Wait(time) => MockLegalTime::advance(time),
	}
}

#[test]
fn histories_agree_with_the_model() {
	let tally = histories(step(), |steps, tally| {
		ext().execute_with(|| {
			people();
			let mut model = Model::default();
			model.slots = (0..SLOTS).map(|slot| model.add_case(slot)).collect();
			let mut replay = Replay::default();
			for step in steps {
				play(&mut model, step, tally);
				replay.read(events());
				model.check(&replay);
				assert_ok!(IdentityTags::do_try_state());
			}
		});
	});
	tally.check(&[
		"register_tags",
		"withdraw_tags",
		"propose_duplicate",
		"confirm_duplicate",
		"confirm_duplicate, second",
		"withdraw_confirmation",
		"reject_duplicate",
		"split",
		"split, second",
	]);
}
