//! Random histories against a model that keeps lists and searches them.

use super::{
	model::{has, officer, Merged, Model, Proposed, Replay, Stands},
	*,
};
use proptest::{prelude::*, sample::select};
use shejiao_primitives::time::{LegalTime, Moment};
use shejiao_testing::{
	property::{histories, Tally},
	MockLegalTime,
};

const SLOTS: usize = 6;
/// A number that is never given.
const NONE: usize = u32::MAX as usize;

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
				model.register(case, epoch, &tags, found.unwrap_or_default());
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
				model.move_up();
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
