use super::*;
use frame_support::assert_noop;
use shejiao_primitives::time::LegalTime;
use shejiao_testing::MockLegalTime;
use sp_runtime::{BuildStorage, DispatchError};

#[test]
fn endorsements_to_come_last_as_long_as_root_says() {
	run(|| {
		let set = RuntimeCall::from(Call::set_validity { days: 3 });
		let before = act(1);
		assert_ok!(endorse(Body::Council, &before));
		endorse_by_both(&set);
		assert_ok!(Endorsements::enact(RuntimeOrigin::signed(VOTER), Box::new(set)));
		System::assert_has_event(Event::ValiditySet { days: 3 }.into());
		let after = act(2);
		assert_ok!(endorse(Body::Council, &after));
		MockLegalTime::set(MockLegalTime::clock().end_of(MockLegalTime::today().plus(3)));
		assert_eq!(live(&before), [Body::Council]);
		assert_eq!(live(&after), []);
	});
}

#[test]
fn no_day_and_too_many_are_refused() {
	run(|| {
		for days in [0, 91, u32::MAX] {
			assert_noop!(
				Endorsements::set_validity(RuntimeOrigin::root(), days),
				Error::<Test>::InvalidValidity
			);
		}
		assert_ok!(Endorsements::set_validity(RuntimeOrigin::root(), 90));
	});
}

#[test]
fn root_alone_sets_it() {
	run(|| {
		for origin in [RuntimeOrigin::signed(VOTER), endorser(Body::Council)] {
			assert_noop!(Endorsements::set_validity(origin, 3), DispatchError::BadOrigin);
		}
	});
}

#[test]
fn genesis_sets_it() {
	let genesis = GenesisConfig::<Test> { validity: 7, ..Default::default() };
	let storage = genesis.build_storage().expect("seven days; qed");
	sp_io::TestExternalities::new(storage).execute_with(|| assert_eq!(Validity::<Test>::get(), 7));
}

#[test]
#[should_panic(expected = "validity of endorsements")]
fn a_genesis_without_a_day_is_refused() {
	let genesis = GenesisConfig::<Test> { validity: 0, ..Default::default() };
	let _ = genesis.build_storage();
}
