//! Random histories against a naive model of the rules.

use super::*;
use crate::{Cause, Minimum, Registered};
use proptest::prelude::*;
use shejiao_testing::property::{histories, Tally};
use std::collections::BTreeMap;

const MEMBERS: u32 = 10;
const CALLS: [&str; 7] =
	["register", "set_keys", "leave", "remove", "reinstate", "set_minimum", "force_validators"];

#[derive(Clone, Debug)]
enum Step {
	Register { member: u32, account: u64 },
	SetKeys { account: u64, number: u64 },
	Leave { member: u32 },
	Remove { member: u32 },
	Reinstate { account: u64 },
	SetMinimum { minimum: u32 },
	Force { set: Vec<(u32, u64)> },
	Stand { member: u32, active: bool },
	Equivocate { account: u64 },
	Rotate,
}

/// The first account of a member, or a second one that it shares with its neighbour.
fn account() -> impl Strategy<Value = u64> {
	prop_oneof![4 => 0..u64::from(MEMBERS), 1 => 20..20 + u64::from(MEMBERS) / 2]
}

fn own_account(member: u32, other: u32) -> u64 {
	match other {
		0 => 20 + u64::from(member) / 2,
		_ => u64::from(member),
	}
}

fn step() -> impl Strategy<Value = Step> {
	let member = || 0..MEMBERS;
	prop_oneof![
		4 => (member(), 0..6u32).prop_map(|(member, other)| Step::Register {
			member,
			account: own_account(member, other),
		}),
		6 => (account(), 0..40u64).prop_map(|(account, number)| Step::SetKeys { account, number }),
		2 => member().prop_map(|member| Step::Leave { member }),
		2 => member().prop_map(|member| Step::Remove { member }),
		2 => (0..6u64).prop_map(|account| Step::Reinstate { account }),
		2 => (0..8u32).prop_map(|minimum| Step::SetMinimum { minimum }),
		1 => proptest::collection::vec((member(), 0..4u32), 1..5).prop_map(|set| Step::Force {
			set: set.into_iter().map(|(m, other)| (m, own_account(m, other))).collect(),
		}),
		3 => (member(), proptest::bool::weighted(0.7))
			.prop_map(|(member, active)| Step::Stand { member, active }),
		2 => (0..6u64).prop_map(|account| Step::Equivocate { account }),
		14 => Just(Step::Rotate),
	]
}

#[derive(Clone)]
struct Entry {
	account: u64,
	member: u32,
	cause: Option<Cause>,
	equivocated: bool,
}

impl Entry {
	fn wanted(&self) -> bool {
		self.cause.is_none() && !self.equivocated
	}
}

/// The rules, told again as simply as they go.
struct Model {
	active: BTreeMap<u32, bool>,
	owners: BTreeMap<u64, u32>,
	entries: Vec<Entry>,
	keys: BTreeMap<u64, u64>,
	current: Vec<u64>,
	/// The next set with its keys.
	next: Vec<(u64, u64)>,
	session: u32,
	changed_at: u32,
	minimum: u32,
}

impl Model {
	fn new(founders: u32, minimum: u32) -> Self {
		let accounts: Vec<u64> = (0..founders).map(u64::from).collect();
		Self {
			active: (0..MEMBERS).map(|m| (m, true)).collect(),
			owners: accounts.iter().map(|a| (*a, *a as u32)).collect(),
			entries: accounts
				.iter()
				.map(|a| Entry { account: *a, member: *a as u32, cause: None, equivocated: false })
				.collect(),
			keys: accounts.iter().map(|a| (*a, *a)).collect(),
			current: accounts.clone(),
			next: accounts.iter().map(|a| (*a, *a)).collect(),
			session: 0,
			changed_at: 0,
			minimum,
		}
	}

	fn next_accounts(&self) -> Vec<u64> {
		self.next.iter().map(|(account, _)| *account).collect()
	}

	fn in_a_set(&self, account: u64) -> bool {
		self.current.contains(&account) || self.next_accounts().contains(&account)
	}

	fn forget(&mut self, account: u64) {
		self.entries.retain(|e| e.account != account);
		self.keys.remove(&account);
	}

	fn start_leaving(&mut self, account: u64, cause: Cause) {
		if !self.in_a_set(account) {
			return self.forget(account);
		}
		for entry in &mut self.entries {
			if entry.account == account {
				entry.cause = Some(cause);
			}
		}
	}

	fn register(&mut self, member: u32, account: u64) -> bool {
		let good = self.active[&member]
			&& self.entries.iter().all(|e| e.member != member && e.account != account)
			&& self.owners.get(&account).is_none_or(|owner| *owner == member)
			&& self.entries.len() < MaxValidators::get() as usize;
		if good {
			self.owners.insert(account, member);
			self.entries.push(Entry { account, member, cause: None, equivocated: false });
		}
		good
	}

	fn set_keys(&mut self, account: u64, number: u64) -> bool {
		let good = self.entries.iter().any(|e| e.account == account)
			&& !self.keys.iter().any(|(owner, key)| *key == number && *owner != account);
		if good {
			self.keys.insert(account, number);
		}
		good
	}

	fn dismiss(&mut self, member: u32, cause: Cause) -> bool {
		let own: Vec<Entry> = self.entries.iter().filter(|e| e.member == member).cloned().collect();
		let Some(entry) = own.iter().find(|e| e.cause.is_none()).or(own.first()) else {
			return false;
		};
		if entry.cause.is_some_and(|before| before >= cause) {
			return false;
		}
		if entry.wanted() && self.next_accounts().contains(&entry.account) {
			let able =
				self.entries.iter().filter(|e| e.wanted() && self.keys.contains_key(&e.account));
			if able.count() as u32 - 1 < self.minimum {
				return false;
			}
		}
		self.start_leaving(entry.account, cause);
		true
	}

	fn reinstate(&mut self, account: u64) -> bool {
		let Some(found) = self.entries.iter().position(|e| e.account == account) else {
			return false;
		};
		let member = self.entries[found].member;
		let good = !self.entries[found].wanted()
			&& self.active[&member]
			&& self.entries.iter().filter(|e| e.member == member).count() == 1;
		if good {
			self.entries[found].cause = None;
			self.entries[found].equivocated = false;
		}
		good
	}

	fn set_minimum(&mut self, minimum: u32) -> bool {
		let good = minimum > 0 && minimum as usize <= self.next.len();
		if good {
			self.minimum = minimum;
		}
		good
	}

	fn force(&mut self, set: &[(u32, u64)]) -> bool {
		for (i, (member, account)) in set.iter().enumerate() {
			let again = set[..i].iter().any(|(m, a)| m == member || a == account);
			let taken = self.owners.get(account).is_some_and(|owner| owner != member);
			if again || taken {
				return false;
			}
		}
		let strangers =
			set.iter().filter(|(_, a)| !self.entries.iter().any(|e| e.account == *a)).count();
		let keyed: Vec<_> =
			set.iter().filter_map(|(_, a)| Some((*a, *self.keys.get(a)?))).collect();
		if self.entries.len() + strangers > MaxValidators::get() as usize || keyed.is_empty() {
			return false;
		}
		for entry in &mut self.entries {
			let named = set.iter().any(|(_, a)| *a == entry.account);
			entry.cause = if named { None } else { Some(Cause::Removed) };
			entry.equivocated &= !named;
		}
		for (member, account) in set {
			if !self.entries.iter().any(|e| e.account == *account) {
				self.owners.insert(*account, *member);
				self.entries.push(Entry {
					account: *account,
					member: *member,
					cause: None,
					equivocated: false,
				});
			}
		}
		self.plan(keyed, self.session + 1);
		true
	}

	fn stand(&mut self, member: u32, active: bool) {
		self.active.insert(member, active);
		for entry in self.entries.clone() {
			if entry.member != member {
				continue;
			}
			if !active && entry.cause.is_none() {
				self.start_leaving(entry.account, Cause::MemberNotActive);
			}
			if active && entry.cause == Some(Cause::MemberNotActive) {
				for e in self.entries.iter_mut().filter(|e| e.account == entry.account) {
					e.cause = None;
				}
			}
		}
	}

	fn equivocate(&mut self, account: u64) {
		for entry in self.entries.iter_mut().filter(|e| e.account == account) {
			entry.equivocated = true;
		}
	}

	fn plan(&mut self, set: Vec<(u64, u64)>, session: u32) {
		let before = self.next_accounts();
		self.next = set;
		if before != self.next_accounts() {
			self.changed_at = session;
		}
	}

	fn rotate(&mut self) {
		self.current = self.next_accounts();
		self.session += 1;
		let planned = self.session + 1;
		let mut set = self.next_accounts();
		if planned >= self.changed_at + 2 {
			let gone: Vec<u64> = self
				.entries
				.iter()
				.filter(|e| e.cause.is_some() && !self.in_a_set(e.account))
				.map(|e| e.account)
				.collect();
			gone.into_iter().for_each(|account| self.forget(account));

			let before = set.len() as u32;
			for _ in 0..(before - 1) / 3 {
				if set.len() as u32 <= self.minimum {
					break;
				}
				// One at a time: the most urgent, of several the one with the lowest index.
				let mut chosen: Option<(u32, usize)> = None;
				for (i, account) in set.iter().enumerate() {
					let entry = self.entries.iter().find(|e| e.account == *account);
					let urgency = match entry {
						Some(e) if e.wanted() => continue,
						Some(e) if e.equivocated => 4,
						Some(e) if e.cause == Some(Cause::Removed) => 3,
						Some(e) if e.cause == Some(Cause::MemberNotActive) => 2,
						_ => 1,
					};
					if chosen.is_none_or(|(most, _)| urgency > most) {
						chosen = Some((urgency, i));
					}
				}
				match chosen {
					Some((_, i)) => set.remove(i),
					None => break,
				};
			}
			let before_all = self.next_accounts();
			let mut room = ((before - 1) / 3).max(1);
			for entry in &self.entries {
				let new = !before_all.contains(&entry.account);
				let able = entry.wanted() && self.keys.contains_key(&entry.account);
				if room > 0 && new && able && set.len() < MaxValidators::get() as usize {
					set.push(entry.account);
					room -= 1;
				}
			}
		}
		let set = set.into_iter().map(|account| (account, self.keys[&account])).collect();
		self.plan(set, planned);
	}
}

/// The pallet is what the model says.
fn compare(model: &Model) {
	let registered: Vec<_> = Registered::<Test>::get()
		.into_iter()
		.map(|v| (v.account, v.member.0, v.leaving, v.equivocated))
		.collect();
	let expected: Vec<_> =
		model.entries.iter().map(|e| (e.account, e.member, e.cause, e.equivocated)).collect();
	assert_eq!(registered, expected);
	let next: Vec<_> = Session::queued_keys().into_iter().map(|(a, k)| (a, k.dummy.0)).collect();
	assert_eq!(next, model.next);
	assert_eq!(current(), model.current);
	assert_eq!(Minimum::<Test>::get(), model.minimum);
	for account in (0..30).filter(|a| Session::load_keys(a).is_some()) {
		assert!(model.keys.contains_key(&account), "{account} has keys");
	}
}

fn apply(step: &Step, model: &mut Model, tally: &mut Tally) {
	let (call, result, expected) = match step.clone() {
		Step::Register { member, account } => (
			"register",
			Validators::register(RuntimeOrigin::signed(institution(member)), account),
			model.register(member, account),
		),
		Step::SetKeys { account, number } => {
			("set_keys", set_keys(account, number), model.set_keys(account, number))
		},
		Step::Leave { member } => (
			"leave",
			Validators::leave(RuntimeOrigin::signed(institution(member))),
			model.dismiss(member, Cause::OwnWish),
		),
		Step::Remove { member } => {
			("remove", remove(member), model.dismiss(member, Cause::Removed))
		},
		Step::Reinstate { account } => (
			"reinstate",
			Validators::reinstate(RuntimeOrigin::signed(COUNCIL), account),
			model.reinstate(account),
		),
		Step::SetMinimum { minimum } => (
			"set_minimum",
			Validators::set_minimum(RuntimeOrigin::root(), minimum),
			model.set_minimum(minimum),
		),
		Step::Force { set } => {
			let named: Vec<_> = set.iter().map(|(m, a)| (MemberId(*m), *a)).collect();
			let named = named.try_into().expect("within the bound; qed");
			// As in a dispatch: a refused call leaves nothing behind.
			let result = frame_support::storage::with_storage_layer(|| {
				Validators::force_validators(RuntimeOrigin::root(), named)
			});
			("force_validators", result, model.force(&set))
		},
		Step::Stand { member, active } => {
			stand(member, if active { Standing::Active } else { Standing::Suspended });
			return model.stand(member, active);
		},
		Step::Equivocate { account } => {
			offences::equivocate(&[account], model.session);
			return model.equivocate(account);
		},
		Step::Rotate => {
			let (before, minimum) = (queued(), model.minimum);
			rotate(1);
			model.rotate();
			// Whatever the model says: these hold of every change that nobody forced.
			let after = queued();
			let stay = before.iter().filter(|a| after.contains(a)).count();
			let left = before.len() - stay;
			assert!(!after.is_empty());
			assert!(left <= (before.len() - 1) / 3, "{left} left {before:?}");
			assert!(left == 0 || stay as u32 >= minimum, "{before:?} became {after:?}");
			return;
		},
	};
	assert_eq!(result.is_ok(), expected, "{step:?}: {result:?}");
	tally.note(call, expected);
}

#[test]
fn random_histories_follow_the_rules() {
	let tally = histories(step(), |steps, tally| {
		chain(4, 3, || {
			let mut model = Model::new(4, 3);
			for step in steps {
				apply(step, &mut model, tally);
				compare(&model);
			}
		});
	});
	tally.check(&CALLS);
}
