//! Random histories against a model that replays what was done.

use super::*;
use proptest::{prelude::*, sample::select};
use shejiao_primitives::time::{LegalDate, LegalTime};
use shejiao_testing::{
	property::{histories, Tally},
	MockLegalTime,
};

const CALLS: u64 = 5;
/// Fails as Root: it wants a signer.
const FAILING: u64 = 4;
const BODIES: [Body; 2] = [Body::Council, Body::SupervisoryCommittee];

#[derive(Clone, Copy, Debug)]
enum Step {
	Endorse(u64, u64, u8),
	Withdraw(u64, u64),
	Enact(u64, u64),
	SetValidity(bool, u32),
	Hours(u32),
	Reseat(Body),
}

fn step() -> impl Strategy<Value = Step> {
	let call = || prop_oneof![3 => Just(0), 2 => Just(1), 1 => 2..CALLS];
	let body = || prop_oneof![9 => 0..2u64, 1 => 2..4u64];
	let review = prop_oneof![8 => Just(1u8), 1 => Just(2), 1 => Just(0)];
	prop_oneof![
		10 => (body(), call(), review).prop_map(|(b, c, r)| Step::Endorse(b, c, r)),
		2 => (body(), call()).prop_map(|(b, c)| Step::Withdraw(b, c)),
		6 => (prop_oneof![8 => Just(VOTER), 1 => Just(SUSPENDED), 1 => Just(99)], call())
			.prop_map(|(who, c)| Step::Enact(who, c)),
		1 => (proptest::bool::weighted(0.8), 0..100u32).prop_map(|(r, d)| Step::SetValidity(r, d)),
		3 => (0..800u32).prop_map(Step::Hours),
		1 => select(&BODIES[..]).prop_map(Step::Reseat),
	]
}

/// What was done, in order.
#[derive(Clone, Copy)]
enum Done {
	Endorsed { body: Body, call: u64, review: u8, last: LegalDate },
	Ended { body: Body, call: u64 },
	Reseated(Body),
}

#[derive(Default)]
struct Model {
	done: Vec<Done>,
	validity: u32,
}

impl Model {
	/// The review on which `body` endorses `call` today.
	fn endorsed(&self, body: Body, call: u64) -> Option<u8> {
		let mut standing = None;
		for done in &self.done {
			match *done {
				Done::Endorsed { body: b, call: c, review, last } if (b, c) == (body, call) => {
					standing = Some((review, last));
				},
				Done::Ended { body: b, call: c } if (b, c) == (body, call) => standing = None,
				Done::Reseated(b) if b == body => standing = None,
				_ => (),
			}
		}
		standing.filter(|(_, last)| MockLegalTime::today() <= *last).map(|(review, _)| review)
	}

	fn acts(&self) -> usize {
		(0..CALLS).filter(|call| BODIES.iter().any(|b| self.endorsed(*b, *call).is_some())).count()
	}

	fn may_endorse(&self, body: u64, call: u64, review: u8) -> bool {
		let Some(body) = BODIES.get(body as usize).copied() else { return false };
		let [council, committee] = BODIES.map(|body| self.endorsed(body, call));
		let room = council.or(committee).is_some() || self.acts() < MAX_ACTS as usize;
		let agreed = council.or(committee).is_none_or(|other| other == review);
		review != 0 && self.endorsed(body, call).is_none() && room && agreed
	}
}

fn call(number: u64) -> RuntimeCall {
	match number {
		FAILING => frame_system::Call::remark_with_event { remark: vec![] }.into(),
		number => act(number),
	}
}

fn play(model: &mut Model, step: Step, tally: &mut Tally) {
	match step {
		Step::Endorse(body, c, review) => {
			let good = model.may_endorse(body, c, review);
			let origin = RuntimeOrigin::signed(ENDORSER + body);
			let review_hash = H256([review; 32]);
			let done = Endorsements::endorse(origin, hash(&call(c)), review_hash);
			assert_eq!(done.is_ok(), good, "{step:?}: {done:?}");
			tally.note("endorse", good);
			if good {
				let last = MockLegalTime::today().plus(model.validity);
				let body = BODIES[body as usize];
				model.done.push(Done::Endorsed { body, call: c, review, last });
			}
		},
		Step::Withdraw(body, c) => {
			let of = BODIES.get(body as usize).copied();
			let good = of.is_some_and(|body| model.endorsed(body, c).is_some());
			let origin = RuntimeOrigin::signed(WITHDRAWER + body);
			let done = Endorsements::withdraw_endorsement(origin, hash(&call(c)));
			assert_eq!(done.is_ok(), good, "{step:?}: {done:?}");
			tally.note("withdraw_endorsement", good);
			if let Some(body) = of.filter(|_| good) {
				model.done.push(Done::Ended { body, call: c });
			}
		},
		Step::Enact(who, c) => {
			let both = BODIES.iter().all(|body| model.endorsed(*body, c).is_some());
			let good = who == VOTER && both && c != FAILING;
			let done = Endorsements::enact(RuntimeOrigin::signed(who), Box::new(call(c)));
			assert_eq!(done.is_ok(), good, "{step:?}: {done:?}");
			tally.note("enact", good);
			if good {
				model.done.extend(BODIES.map(|body| Done::Ended { body, call: c }));
			}
		},
		Step::SetValidity(root, days) => {
			let good = root && days != 0 && days <= 90;
			let origin = if root { RuntimeOrigin::root() } else { RuntimeOrigin::signed(VOTER) };
			assert_eq!(Endorsements::set_validity(origin, days).is_ok(), good, "{step:?}");
			tally.note("set_validity", good);
			if good {
				model.validity = days;
			}
		},
		Step::Hours(hours) => MockLegalTime::advance(MockLegalTime::clock().hours(hours)),
		Step::Reseat(body) => {
			// The same seats again: an epoch is an epoch.
			let member = |who| {
				<shejiao_testing::MockMembers as shejiao_primitives::directory::Members<u64>>::member(
					&who,
				)
				.expect("seated; qed")
			};
			let seats = match body {
				Body::Council => vec![(member(VOTER), true), (member(SUSPENDED), false)],
				_ => vec![(member(SUPERVISOR), true)],
			};
			MockSeats::set(body, seats);
			model.done.push(Done::Reseated(body));
		},
	}
	for c in 0..CALLS {
		let expected: Vec<_> =
			BODIES.into_iter().filter(|body| model.endorsed(*body, c).is_some()).collect();
		assert_eq!(live(&call(c)), expected, "call {c} after {step:?}");
	}
}

#[test]
fn histories_agree_with_the_model() {
	let tally = histories(step(), |steps, tally| {
		run(|| {
			let mut model = Model {
				validity: <DefaultValidity as frame_support::traits::Get<u32>>::get(),
				..Default::default()
			};
			for step in steps {
				play(&mut model, *step, tally);
				assert_ok!(Endorsements::do_try_state());
			}
		});
	});
	tally.check(&["endorse", "withdraw_endorsement", "enact", "set_validity"]);
}
