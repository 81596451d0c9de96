//! The gate against a model that remembers every draw and every attempt, and counts them anew each
//! time it is asked.

use super::{
	acts::{Act, Ending, SECOND},
	*,
};
use crate::types::HOUR;
use frame_support::traits::Get;
use proptest::prelude::*;
use shejiao_primitives::{
	member::{CallClass, Standing},
	time::{LegalTime, Moment, DAY},
};
use shejiao_testing::{property, MockLegalTime};
use sp_runtime::transaction_validity::InvalidTransaction;
use std::collections::BTreeMap;

/// One call without wrappers.
#[derive(Clone, Copy, Debug)]
enum Kind {
	Report,
	Share,
	Vote,
	Keys,
	Acknowledge,
}

/// How it is wrapped.
#[derive(Clone, Copy, Debug)]
enum Wrapping {
	None,
	Batch(Kind),
	Jointly(u64),
}

#[derive(Clone, Copy, Debug)]
struct Transaction {
	who: u64,
	/// Distance of the nonce from the next one.
	ahead: i32,
	kind: Kind,
	act: Act,
	wrapping: Wrapping,
}

#[derive(Clone, Copy, Debug)]
enum Step {
	Pool(Transaction),
	Send(Transaction),
	SetQuota { root: bool, member: MemberId, quota: u64 },
	SetReserve { root: bool, reserve: u64 },
	Admit { member: MemberId, quota: u64 },
	Standing(MemberId, Standing),
	Officer { who: u64, appointed: bool },
	Wait(Moment),
}

fn call(kind: Kind, act: Act) -> RuntimeCall {
	match kind {
		Kind::Report => report(act),
		Kind::Share => share(act),
		Kind::Vote => vote(act),
		Kind::Keys => keys(act),
		Kind::Acknowledge => acknowledge(act),
	}
}

impl Transaction {
	fn call(&self) -> RuntimeCall {
		let inner = call(self.kind, self.act);
		match self.wrapping {
			Wrapping::None => inner,
			Wrapping::Batch(other) => batch(vec![call(other, Act::of(1)), inner]),
			Wrapping::Jointly(account) => jointly(account, inner),
		}
	}

	/// Declared and used seconds, and how it ends.
	fn outcome(&self) -> (u64, u64, Ending) {
		let Act { declared, used, ending } = self.act;
		match self.wrapping {
			Wrapping::None => (declared, used, ending),
			Wrapping::Batch(_) => (declared + 1, used + 1, ending),
			// It tells neither how its call ended nor what it did not use.
			Wrapping::Jointly(_) => (declared, declared, Ending::Success),
		}
	}
}

/// What was drawn on.
#[derive(Clone, Copy, PartialEq)]
enum On {
	Member(MemberId),
	Account(u64),
}

#[derive(Default)]
struct Model {
	limits: BTreeMap<MemberId, u64>,
	reserve: u64,
	standings: BTreeMap<MemberId, Standing>,
	officers: BTreeMap<u64, MemberId>,
	nonces: BTreeMap<u64, u32>,
	draws: Vec<(Moment, On, u64)>,
	attempts: Vec<(Moment, MemberId)>,
}

impl Model {
	fn new() -> Self {
		Self {
			reserve: 10 * SECOND,
			officers: [(JUDGE, COURT_ID), (CLERK, COURT_ID), (WORKER, CHARITY_ID)].into(),
			..Self::default()
		}
	}

	fn limit(&self, on: On) -> u64 {
		match on {
			On::Member(member) => self.limits.get(&member).copied().unwrap_or(100 * SECOND),
			On::Account(_) => self.reserve,
		}
	}

	fn used(&self, on: On) -> u64 {
		let hour = MockLegalTime::now() / HOUR;
		let of_this_hour = self.draws.iter().filter(|(at, o, _)| at / HOUR == hour && *o == on);
		of_this_hour.map(|(_, _, amount)| amount).sum()
	}

	fn tried(&self, member: MemberId, since: Moment) -> u32 {
		let tried = self.attempts.iter().filter(|(at, m)| *m == member && *at >= since);
		tried.count() as u32
	}

	fn member(&self, who: u64) -> Result<MemberId, Refusal> {
		match who {
			COURT | NODE | GUARDIAN => Ok(COURT_ID),
			CHARITY => Ok(CHARITY_ID),
			STRANGER => Err(Refusal::NotAdmitted),
			_ => self.officers.get(&who).copied().ok_or(Refusal::OfficerInactive),
		}
	}

	fn permit(&self, member: MemberId, class: CallClass) -> Result<(), Refusal> {
		let statutory_call = class == CallClass::Statutory && member == COURT_ID;
		match self.standings.get(&member) {
			None | Some(Standing::Active) => Ok(()),
			Some(_) if statutory_call => Ok(()),
			Some(Standing::Suspended) => Err(Refusal::Suspended),
			Some(_) => Err(Refusal::NoLongerMember),
		}
	}

	/// The class of a call without wrappers, if it is open to `who`.
	fn class(&self, who: u64, kind: Kind) -> Result<CallClass, Refusal> {
		let (class, open) = match kind {
			Kind::Report => (CallClass::Statutory, who != NODE && who != GUARDIAN),
			Kind::Share => (CallClass::Discretionary, who != NODE && who != GUARDIAN),
			Kind::Vote => (CallClass::Discretionary, who == COURT || who == CHARITY),
			Kind::Keys => (CallClass::Consensus, who == NODE),
			Kind::Acknowledge => (CallClass::Statutory, who != NODE),
		};
		let member = self.member(who)?;
		if !open {
			return Err(Refusal::CallNotOpen);
		}
		self.permit(member, class)?;
		Ok(class)
	}

	fn whole_class(&self, transaction: &Transaction) -> Result<CallClass, Refusal> {
		let Transaction { who, kind, wrapping, .. } = *transaction;
		let member = self.member(who)?;
		if who == GUARDIAN && !matches!(wrapping, Wrapping::None) {
			return Err(Refusal::CallNotOpen);
		}
		let class = match wrapping {
			Wrapping::None => self.class(who, kind)?,
			Wrapping::Jointly(account) => self.class(account, kind)?,
			Wrapping::Batch(other) => {
				let (first, second) = (self.class(who, other)?, self.class(who, kind)?);
				if first == second {
					first
				} else {
					CallClass::Discretionary
				}
			},
		};
		self.permit(member, class)?;
		Ok(class)
	}

	/// What the gate makes of a transaction: on what it draws, and how much.
	fn gate(&self, transaction: &Transaction) -> Result<(On, u64), Refusal> {
		let class = self.whole_class(transaction)?;
		let waiting = transaction.ahead.max(0) as u64 + 1;
		if waiting > 4 {
			return Err(Refusal::TooManyPending);
		}
		let on = match class {
			_ if transaction.who == GUARDIAN => On::Member(COURT_ID),
			CallClass::Discretionary => On::Member(self.member(transaction.who)?),
			_ => On::Account(transaction.who),
		};
		let cost = overhead(transaction) + transaction.outcome().0 * SECOND;
		if self.used(on) + waiting * cost > self.limit(on) {
			return Err(Refusal::QuotaExceeded);
		}
		Ok((on, cost))
	}
}

/// What a transaction takes at most beside its acts: `batch_all` itself weighs something too.
fn overhead(transaction: &Transaction) -> u64 {
	use pallet_utility::WeightInfo;
	let weights: frame_system::limits::BlockWeights =
		<Test as frame_system::Config>::BlockWeights::get();
	let call = transaction.call();
	let batch = match transaction.wrapping {
		Wrapping::Batch(_) => <()>::batch_all(2).ref_time(),
		_ => 0,
	};
	let base = weights.get(frame_support::dispatch::DispatchClass::Normal).base_extrinsic;
	base.ref_time() + extension(0).weight(&call).ref_time() + batch
}

/// What of it is given back: of a batch its signer alone is looked up, and institutions are found
/// sooner than others.
fn given_back(transaction: &Transaction) -> u64 {
	let examination = super::sooner(transaction.who)
		+ match transaction.wrapping {
			Wrapping::None => 0,
			Wrapping::Batch(_) => <()>::check_membership().ref_time(),
			Wrapping::Jointly(account) => super::sooner(account),
		};
	let telling = match attempt(transaction.outcome().2) {
		true if transaction.who != GUARDIAN => 0,
		_ => acts::WATCHING.ref_time(),
	};
	examination + telling
}

/// Whether a call that ends so was not its signer's to make.
fn attempt(ending: Ending) -> bool {
	matches!(ending, Ending::NotAuthorized | Ending::BadOrigin | Ending::SameOfficer)
}

fn nonce(transaction: &Transaction) -> u32 {
	System::account_nonce(transaction.who).saturating_add_signed(transaction.ahead)
}

fn step() -> impl Strategy<Value = Step> {
	let kind = || {
		prop_oneof![
			4 => Just(Kind::Report), 4 => Just(Kind::Share), 1 => Just(Kind::Vote),
			1 => Just(Kind::Keys), 2 => Just(Kind::Acknowledge),
		]
	};
	let who = || {
		prop_oneof![
			3 => Just(COURT), 6 => Just(JUDGE), 3 => Just(CLERK), 3 => Just(NODE),
			3 => Just(CHARITY), 3 => Just(WORKER), 2 => Just(GUARDIAN), 1 => Just(STRANGER),
		]
	};
	let ending = prop_oneof![
		4 => Just(Ending::Success), 1 => Just(Ending::NotAuthorized), 1 => Just(Ending::BadOrigin),
		1 => Just(Ending::NotFound), 1 => Just(Ending::SameOfficer),
	];
	let act = (0..9u64, 0..9u64, ending).prop_map(|(used, spare, ending)| Act {
		declared: used + spare,
		used,
		ending,
	});
	let wrapping = prop_oneof![
		6 => Just(Wrapping::None),
		2 => kind().prop_map(Wrapping::Batch),
		1 => who().prop_map(Wrapping::Jointly),
	];
	let ahead = prop_oneof![1 => Just(-1), 20 => Just(0), 3 => 1..6i32];
	let transaction =
		(who(), ahead, kind(), act, wrapping).prop_map(|(who, ahead, kind, act, wrapping)| {
			Transaction { who, ahead, kind, act, wrapping }
		});
	let member = || prop_oneof![4 => Just(COURT_ID), 4 => Just(CHARITY_ID), 1 => Just(MemberId(2))];
	let amount = || prop_oneof![8 => 1..200 * SECOND, 1 => Just(0), 1 => 1_000 * SECOND..u64::MAX];
	let root = || proptest::bool::weighted(0.9);
	let standing = prop_oneof![
		8 => Just(Standing::Active), 1 => Just(Standing::Suspended), 1 => Just(Standing::Expelled),
		1 => Just(Standing::Lapsed),
	];
	let officer = prop_oneof![Just(JUDGE), Just(CLERK), Just(WORKER)];
	prop_oneof![
		6 => transaction.clone().prop_map(Step::Pool),
		12 => transaction.prop_map(Step::Send),
		2 => (root(), member(), amount())
			.prop_map(|(root, member, quota)| Step::SetQuota { root, member, quota }),
		1 => (root(), amount()).prop_map(|(root, reserve)| Step::SetReserve { root, reserve }),
		1 => (prop_oneof![Just(COURT_ID), Just(CHARITY_ID)], amount())
			.prop_map(|(member, quota)| Step::Admit { member, quota }),
		2 => (prop_oneof![Just(COURT_ID), Just(CHARITY_ID)], standing)
			.prop_map(|(member, standing)| Step::Standing(member, standing)),
		2 => (officer, proptest::bool::weighted(0.8))
			.prop_map(|(who, appointed)| Step::Officer { who, appointed }),
		4 => prop_oneof![3 => 0..HOUR, 1 => 0..2 * DAY].prop_map(Step::Wait),
	]
}

fn origin(root: bool) -> RuntimeOrigin {
	if root {
		RuntimeOrigin::root()
	} else {
		RuntimeOrigin::signed(COURT)
	}
}

fn apply(step: &Step, model: &mut Model, tally: &mut property::Tally) {
	let lawful = 1..=1_000 * SECOND;
	match *step {
		Step::Pool(transaction) => {
			let expected = match model.gate(&transaction) {
				Err(refusal) => Err(refusal.into()),
				Ok(_) if nonce(&transaction) < System::account_nonce(transaction.who) => {
					Err(InvalidTransaction::Stale.into())
				},
				Ok(_) => Ok(()),
			};
			let result = pool_at(transaction.who, nonce(&transaction), transaction.call());
			tally.note("pool", result.is_ok());
			assert_eq!(result.map(|_| ()), expected);
		},
		Step::Send(transaction) => send_and_compare(&transaction, model, tally),
		Step::SetQuota { root, member, quota } => {
			let result = Gate::set_quota(origin(root), member, quota);
			tally.note("set_quota", result.is_ok());
			let expected = root && member != MemberId(2) && lawful.contains(&quota);
			assert_eq!(result.is_ok(), expected, "{result:?}");
			if expected {
				model.limits.insert(member, quota);
			}
		},
		Step::SetReserve { root, reserve } => {
			let result = Gate::set_reserve(origin(root), reserve);
			tally.note("set_reserve", result.is_ok());
			let expected = root && (SECOND..=1_000 * SECOND).contains(&reserve);
			assert_eq!(result.is_ok(), expected, "{result:?}");
			if expected {
				model.reserve = reserve;
			}
		},
		Step::Admit { member, quota } => {
			use shejiao_primitives::directory::OnMembership;
			let result = Gate::admitted(member, &COURT, quota);
			tally.note("admitted", result.is_ok());
			assert_eq!(result.is_ok(), lawful.contains(&quota), "{result:?}");
			if result.is_ok() {
				model.limits.insert(member, quota);
			}
		},
		Step::Standing(member, standing) => {
			MockMembers::set_standing(member, standing);
			model.standings.insert(member, standing);
		},
		Step::Officer { who, appointed } => {
			let member = if who == WORKER { CHARITY_ID } else { COURT_ID };
			if appointed {
				MockDirectory::appoint(&who, actor(member));
				model.officers.insert(who, member);
			} else {
				MockDirectory::dismiss(&who);
				model.officers.remove(&who);
			}
		},
		Step::Wait(time) => MockLegalTime::advance(time),
	}
}

fn send_and_compare(transaction: &Transaction, model: &mut Model, tally: &mut property::Tally) {
	let who = transaction.who;
	let next = model.nonces.get(&who).copied().unwrap_or(0);
	let nonce = nonce(transaction);
	let (_, used, ending) = transaction.outcome();
	let expected = match model.gate(transaction) {
		Err(refusal) => Err(refusal.into()),
		Ok(_) if nonce < next => Err(InvalidTransaction::Stale.into()),
		Ok(_) if nonce > next => Err(InvalidTransaction::Future.into()),
		Ok((on, _)) => {
			let drawn = overhead(transaction) - given_back(transaction) + used * SECOND;
			model.draws.push((MockLegalTime::now(), on, drawn));
			model.nonces.insert(who, next + 1);
			if attempt(ending) && who != GUARDIAN {
				let member = model.member(who).expect("it was admitted");
				model.attempts.push((MockLegalTime::now(), member));
			}
			Ok(ending == Ending::Success)
		},
	};
	let result = send_at(who, nonce, transaction.call());
	tally.note("send", matches!(result, Ok(Ok(()))));
	assert_eq!(result.map(|dispatched| dispatched.is_ok()), expected);
}

#[test]
fn the_gate_is_the_one_that_counts_every_draw_anew() {
	let tally = property::histories(step(), |steps, tally| {
		network(|| {
			let mut model = Model::new();
			for step in steps {
				apply(step, &mut model, tally);
				for member in [COURT_ID, CHARITY_ID] {
					let quota = Gate::quota(member);
					assert_eq!(quota.limit, model.limit(On::Member(member)));
					assert_eq!(quota.used, model.used(On::Member(member)));
					let midnight = MockLegalTime::clock().start_of(MockLegalTime::today());
					let attempts = Gate::attempts(member);
					assert_eq!(attempts.on_date, model.tried(member, midnight));
					assert_eq!(attempts.total, model.tried(member, 0));
				}
				for account in COURT..=STRANGER {
					let reserve = Gate::reserve(&account);
					assert_eq!(reserve.limit, model.reserve);
					assert_eq!(reserve.used, model.used(On::Account(account)));
				}
			}
		})
	});
	tally.check(&["pool", "send", "set_quota", "set_reserve", "admitted"]);
}
