use super::*;
use crate::Minimum;

#[test]
fn the_founders_are_the_first_two_sets() {
	chain(4, 3, || {
		assert_eq!((current(), queued()), (vec![0, 1, 2, 3], vec![0, 1, 2, 3]));
		assert_eq!(Minimum::<Test>::get(), 3);
		assert!((0..4).all(|i| state(validator(i)) == Some(State::Active)));
	});
}

#[test]
fn one_validator_is_enough_for_development() {
	chain(1, 1, || {
		rotate(3);
		assert_eq!(current(), [0]);
		join(1);
		rotate(2);
		assert_eq!(current(), [0, 1]);
	});
}

#[test]
fn a_founder_without_keys_waits() {
	let mut founders = RuntimeGenesisConfig {
		validators: crate::GenesisConfig {
			validators: (0..3).map(|i| (MemberId(i), validator(i))).collect(),
			minimum: 2,
		},
		..Default::default()
	};
	founders.session.keys = (0..2).map(|i| (validator(i), validator(i), keys(i.into()))).collect();
	Externalities::new(founders, Validators::do_try_state).prepared(
		|| members(3),
		|| {
			assert_eq!((current(), state(2)), (vec![0, 1], Some(State::Waiting)));
		},
	);
}

#[test]
#[should_panic(expected = "between 1 and the number of founding validators")]
fn a_minimum_above_the_founders_is_refused() {
	chain(3, 4, || ());
}

#[test]
#[should_panic(expected = "names each member and account once")]
fn a_founder_named_twice_is_refused() {
	let founders = RuntimeGenesisConfig {
		validators: crate::GenesisConfig {
			validators: vec![(MemberId(0), 1), (MemberId(0), 2)],
			minimum: 1,
		},
		..Default::default()
	};
	Externalities::new(founders, Validators::do_try_state).prepared(|| members(1), || ());
}

#[test]
#[should_panic(expected = "is built before that of the session pallet")]
fn a_genesis_after_that_of_the_session_pallet_is_refused() {
	chain(4, 4, || {
		use frame_support::traits::BuildGenesisConfig;
		crate::GenesisConfig::<Test>::default().build();
	});
}
