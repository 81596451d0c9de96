//! Random histories against a model that keeps lists and searches them.

use super::*;
use proptest::{prelude::*, sample::select};
use shejiao_testing::{
	property::{histories, Tally},
	START,
};
use std::collections::BTreeMap;

const SLOTS: usize = 4;
const MAX_PER_CASE: usize = 3;
const FIRST_KEY: u64 = 1_000;

#[derive(Clone, Debug)]
enum Step {
	/// By whom, where, a fresh key or one that was used, for so many days, with seal, with evidence.
	Appoint(u64, usize, Option<usize>, u32, bool, bool),
	Renew(u64, usize, usize, u32, bool),
	Revoke(u64, usize, usize),
	Resign(usize),
	Acknowledge(usize, usize, usize),
	Archive(usize),
	Wait(u32, Moment),
}

fn step() -> impl Strategy<Value = Step> {
	let by = || {
		prop_oneof![
			10 => select(&[OFFICER, ENFORCER, OFFICE_WORKER][..]),
			1 => select(&[ARCHIVIST, OTHER_WORKER, STRANGER, NOBODY][..]),
		]
	};
	let slot = || 0..SLOTS;
	let sound = || proptest::bool::weighted(0.95);
	let key = prop_oneof![9 => Just(None), 1 => (0..4usize).prop_map(Some)];
	let days = || prop_oneof![8 => 0..20u32, 1 => MAX_DAYS - 1..MAX_DAYS + 2];
	let back = || prop_oneof![5 => 0..3usize, 1 => 3..9usize];
	prop_oneof![
		6 => (by(), slot(), key, days(), sound(), sound())
			.prop_map(|(w, c, k, d, s, e)| Step::Appoint(w, c, k, d, s, e)),
		3 => (by(), slot(), back(), days(), sound())
			.prop_map(|(w, c, k, d, e)| Step::Renew(w, c, k, d, e)),
		2 => (by(), slot(), back()).prop_map(|(w, c, k)| Step::Revoke(w, c, k)),
		1 => back().prop_map(Step::Resign),
		4 => (back(), slot(), 0..3usize).prop_map(|(k, c, r)| Step::Acknowledge(k, c, r)),
		1 => slot().prop_map(Step::Archive),
		2 => (0..9u32, 0..5 as Moment).prop_map(|(d, m)| Step::Wait(d, m)),
	]
}

struct Key {
	case: CaseId,
	/// From when, and to when: `None` of nothing.
	given: Vec<(Moment, Option<Moment>)>,
}

#[derive(Default)]
struct Model {
	slots: Vec<CaseId>,
	records: BTreeMap<CaseId, Vec<RecordId>>,
	keys: Vec<Key>,
	acknowledged: Vec<(RecordId, u64)>,
}

impl Model {
	/// A case; those of odd places are not the office's.
	fn add_case(&mut self, slot: usize) -> CaseId {
		let case = open_case();
		if slot.is_multiple_of(2) {
			delegate(case);
		}
		self.records.insert(case, vec![record_of(case), record_of(case)]);
		case
	}

	fn until(&self, key: usize, at: Moment) -> Option<Moment> {
		let given = &self.keys.get(key)?.given;
		given.iter().rev().find(|(since, _)| *since <= at)?.1.filter(|until| at < *until)
	}

	fn case(&self, key: usize, at: Moment) -> Option<CaseId> {
		self.until(key, at).map(|_| self.keys[key].case)
	}

	fn may(&self, who: u64, slot: usize) -> bool {
		matches!(who, OFFICER | ENFORCER) || (who == OFFICE_WORKER && slot.is_multiple_of(2))
	}

	/// The key counted from the newest.
	fn key(&self, back: usize) -> usize {
		self.keys.len().wrapping_sub(1).wrapping_sub(back)
	}

	/// Those that count at a case.
	fn live(&self, case: CaseId, now: Moment) -> Vec<usize> {
		(0..self.keys.len()).filter(|key| self.case(*key, now) == Some(case)).collect()
	}

	fn end(&mut self, key: usize, now: Moment) {
		self.keys[key].given.push((now, None));
	}

	fn check(&self, replay: &BTreeMap<u64, (CaseId, Moment)>) {
		let now = MockLegalTime::now();
		for key in 0..self.keys.len() {
			let account = account(key);
			assert_eq!(case_of(account), self.case(key, now));
			for at in [START, START + (now - START) / 2, now] {
				assert_eq!(Representing::case_at(&account, at), self.case(key, at));
			}
			let told = replay.get(&account).filter(|(_, until)| now < *until);
			assert_eq!(told.map(|(case, _)| *case), case_of(account));
		}
		for case in &self.slots {
			let mut listed: Vec<_> =
				Representing::representatives_of(*case).iter().map(|one| one.account).collect();
			listed.sort();
			let live: Vec<_> = self.live(*case, now).into_iter().map(account).collect();
			assert_eq!(listed, live);
		}
		let mut acknowledged: Vec<_> =
			Acknowledged::<Test>::iter().map(|(record, account, _)| (record, account)).collect();
		acknowledged.sort();
		let mut expected = self.acknowledged.clone();
		expected.sort();
		assert_eq!(acknowledged, expected);
	}
}

fn account(key: usize) -> u64 {
	FIRST_KEY + key as u64
}

/// What the events alone tell: whom an account represents, and until when.
fn read(replay: &mut BTreeMap<u64, (CaseId, Moment)>) {
	let end_of = |last_day| MockLegalTime::clock().end_of(last_day);
	for event in events() {
		match event {
			Event::RepresentativeAppointed { case, account, last_day, .. }
			| Event::RepresentativeRenewed { case, account, last_day, .. } => {
				replay.insert(account, (case, end_of(last_day)));
			},
			Event::RepresentationEnded { account, .. } => {
				replay.remove(&account);
			},
			_ => (),
		}
	}
}

fn noted(tally: &mut Tally, call: &'static str, done: DispatchResult, good: bool) -> bool {
	assert_eq!(done.is_ok(), good, "{call}: {done:?}");
	tally.note(call, good);
	good
}

fn play(model: &mut Model, step: &Step, tally: &mut Tally) {
	let now = MockLegalTime::now();
	let ends = |number| MockLegalTime::clock().end_of(days(number));
	match step.clone() {
		Step::Appoint(who, slot, used, number, sealed, sound) => {
			let case = model.slots[slot];
			let fresh = model.keys.len();
			let key = used.map_or(fresh, |back| model.key(back).min(fresh));
			let good = model.may(who, slot)
				&& sealed && sound
				&& number <= MAX_DAYS
				&& key == fresh
				&& model.live(case, now).len() < MAX_PER_CASE;
			let evidence = if sound { record_of(case) } else { RecordId(u64::MAX) };
			let seal = if sealed { SEALED } else { H256::zero() };
			let done = Representing::appoint(
				signed(who),
				case,
				account(key),
				Kind::PersonOrGuardian,
				seal,
				days(number),
				evidence,
			);
			if noted(tally, "appoint", done, good) {
				model.keys.push(Key { case, given: vec![(now, Some(ends(number)))] });
			}
		},
		Step::Renew(who, slot, back, number, sound) => {
			let key = model.key(back);
			// Mostly where the key belongs.
			let at =
				model.keys.get(key).and_then(|k| model.slots.iter().position(|c| *c == k.case));
			let slot = if number % 5 == 0 { slot } else { at.unwrap_or(slot) };
			let case = model.slots[slot];
			let good = model.may(who, slot)
				&& sound && number <= MAX_DAYS
				&& model.case(key, now) == Some(case);
			let evidence = if sound { record_of(case) } else { RecordId(u64::MAX) };
			let of = FIRST_KEY.wrapping_add(key as u64);
			let done = Representing::renew(signed(who), case, of, days(number), evidence);
			if noted(tally, "renew", done, good) {
				model.keys[key].given.push((now, Some(ends(number))));
			}
		},
		Step::Revoke(who, slot, back) => {
			let key = model.key(back);
			let at =
				model.keys.get(key).and_then(|k| model.slots.iter().position(|c| *c == k.case));
			let slot = if slot == 0 { slot } else { at.unwrap_or(slot) };
			let case = model.slots[slot];
			let good = model.may(who, slot) && model.case(key, now) == Some(case);
			let of = FIRST_KEY.wrapping_add(key as u64);
			let done = Representing::revoke(signed(who), case, of, Reason::Mistake);
			if noted(tally, "revoke", done, good) {
				model.end(key, now);
			}
		},
		Step::Resign(back) => {
			let key = model.key(back);
			let good = model.case(key, now).is_some();
			let who = FIRST_KEY.wrapping_add(key as u64);
			let done = Representing::resign(signed(who), Reason::OwnWish);
			if noted(tally, "resign", done, good) {
				model.end(key, now);
			}
		},
		Step::Acknowledge(back, slot, which) => {
			let key = model.key(back);
			let own = model.keys.get(key).map(|key| key.case);
			let case = if slot == 0 { model.slots[0] } else { own.unwrap_or(model.slots[0]) };
			let record = model.records[&case].get(which).copied().unwrap_or(RecordId(u64::MAX));
			let who = FIRST_KEY.wrapping_add(key as u64);
			let good = model.case(key, now) == Some(case)
				&& which < 2 && !model.acknowledged.contains(&(record, who));
			let done = Representing::acknowledge(signed(who), case, record);
			if noted(tally, "acknowledge", done, good) {
				model.acknowledged.push((record, who));
			}
		},
		Step::Archive(slot) => {
			let case = model.slots[slot];
			archive(case);
			for key in model.live(case, now) {
				model.end(key, now);
			}
			model.slots[slot] = model.add_case(slot);
		},
		Step::Wait(number, more) => {
			MockLegalTime::advance_days(number / 3);
			MockLegalTime::advance(more);
		},
	}
}

#[test]
fn histories_agree_with_the_model() {
	let tally = histories(step(), |steps, tally| {
		ext().execute_with(|| {
			people();
			let mut model = Model::default();
			model.slots = (0..SLOTS).map(|slot| model.add_case(slot)).collect();
			let mut replay = BTreeMap::new();
			for step in steps {
				play(&mut model, step, tally);
				read(&mut replay);
				model.check(&replay);
				assert_ok!(Representing::do_try_state());
			}
		});
	});
	tally.check(&["appoint", "renew", "revoke", "resign", "acknowledge"]);
}
