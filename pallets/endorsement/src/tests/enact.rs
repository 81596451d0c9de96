use super::*;
use codec::Encode;
use frame_support::{
	assert_noop,
	dispatch::{DispatchClass, DispatchResultWithPostInfo, GetDispatchInfo},
	weights::Weight,
};
use shejiao_testing::MockLegalTime;
use sp_core::storage::well_known_keys::HEAP_PAGES;
use sp_runtime::DispatchError;

fn enact(who: u64, call: &RuntimeCall) -> DispatchResultWithPostInfo {
	Endorsements::enact(RuntimeOrigin::signed(who), Box::new(call.clone()))
}

fn heap_pages() -> Option<u64> {
	frame_support::storage::unhashed::get(HEAP_PAGES)
}

#[test]
fn a_voting_seat_runs_as_root_what_both_endorse() {
	run(|| {
		let call = act(7);
		endorse_by_both(&call);
		assert_ok!(enact(VOTER, &call));
		assert_eq!(heap_pages(), Some(7));
		System::assert_last_event(
			Event::Enacted { call_hash: hash(&call), review_hash: REVIEW, by: VOTER }.into(),
		);
	});
}

#[test]
fn endorsements_are_good_for_one_time() {
	run(|| {
		let call = act(7);
		endorse_by_both(&call);
		assert_ok!(enact(VOTER, &call));
		assert_noop!(enact(VOTER, &call), Error::<Test>::NotFound);
		assert!(Acts::<Test>::get().is_empty());
	});
}

#[test]
fn one_body_is_not_enough() {
	run(|| {
		assert_noop!(enact(VOTER, &act(0)), Error::<Test>::NotFound);
		assert_ok!(endorse(Body::Council, &act(1)));
		assert_noop!(enact(VOTER, &act(1)), Error::<Test>::NoCommitteeEndorsement);
		assert_ok!(endorse(Body::SupervisoryCommittee, &act(2)));
		assert_noop!(enact(VOTER, &act(2)), Error::<Test>::NoCouncilEndorsement);
		assert_eq!(heap_pages(), None);
	});
}

#[test]
fn exactly_the_endorsed_call_runs() {
	run(|| {
		endorse_by_both(&act(7));
		assert_noop!(enact(VOTER, &act(8)), Error::<Test>::NotFound);
	});
}

#[test]
fn others_enact_nothing() {
	run(|| {
		let call = act(7);
		endorse_by_both(&call);
		for who in [SUSPENDED, SUPERVISOR, ENDORSER, 99] {
			assert_noop!(enact(who, &call), Error::<Test>::NotAuthorized);
		}
		for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
			assert_noop!(
				Endorsements::enact(origin, Box::new(call.clone())),
				DispatchError::BadOrigin
			);
		}
	});
}

#[test]
fn dead_endorsements_do_not_count() {
	run(|| {
		let call = act(7);
		endorse_by_both(&call);
		MockLegalTime::advance_days(31);
		assert_noop!(enact(VOTER, &call), Error::<Test>::NotFound);
		assert_ok!(endorse(Body::Council, &call));
		assert_noop!(enact(VOTER, &call), Error::<Test>::NoCommitteeEndorsement);
		assert_ok!(endorse(Body::SupervisoryCommittee, &call));
		MockSeats::set(Body::SupervisoryCommittee, vec![]);
		assert_noop!(enact(VOTER, &call), Error::<Test>::NoCommitteeEndorsement);
		assert_ok!(endorse(Body::SupervisoryCommittee, &call));
		assert_ok!(enact(VOTER, &call));
	});
}

#[test]
fn a_failing_call_leaves_its_endorsements_for_another_try() {
	run(|| {
		let code = vec![1, 2, 3];
		let call: RuntimeCall =
			frame_system::Call::apply_authorized_upgrade { code: code.clone() }.into();
		endorse_by_both(&call);
		let failure = enact(VOTER, &call).map_err(|failure| failure.error);
		assert_eq!(failure, Err(frame_system::Error::<Test>::NothingAuthorized.into()));
		assert_noop!(
			enact(VOTER, &call).map_err(|failure| failure.error),
			frame_system::Error::<Test>::NothingAuthorized
		);
		assert_eq!(live(&call), [Body::Council, Body::SupervisoryCommittee]);

		assert_ok!(System::authorize_upgrade_without_checks(
			RuntimeOrigin::root(),
			sp_core::H256(sp_io::hashing::blake2_256(&code))
		));
		assert_ok!(enact(VOTER, &call));
		assert_eq!(live(&call), []);
	});
}

#[test]
fn an_act_cannot_enact_another() {
	run(|| {
		let inner = act(7);
		let outer = RuntimeCall::from(Call::enact { call: Box::new(inner.clone()) });
		endorse_by_both(&inner);
		endorse_by_both(&outer);
		let failure = enact(VOTER, &outer).map_err(|failure| failure.error);
		assert_eq!(failure, Err(DispatchError::BadOrigin));
		assert_eq!(live(&inner), [Body::Council, Body::SupervisoryCommittee]);
	});
}

#[test]
fn the_weight_is_that_of_the_call_and_the_overhead() {
	run(|| {
		let call = act(7);
		let info = call.get_dispatch_info();
		let outer = Call::<Test>::enact { call: Box::new(call.clone()) }.get_dispatch_info();
		let overhead = <() as WeightInfo>::enact(call.encoded_size() as u32);
		assert_eq!(outer.call_weight, info.call_weight.saturating_add(overhead));
		assert_eq!(outer.class, info.class);
		assert_ne!(overhead, Weight::zero());

		endorse_by_both(&call);
		let post = enact(VOTER, &call).expect("endorsed; qed");
		assert!(post.actual_weight.is_none_or(|weight| weight.all_lte(outer.call_weight)));
	});
}

#[test]
fn an_operational_call_keeps_its_class() {
	let call = RuntimeCall::from(frame_system::Call::set_code { code: vec![] });
	assert_eq!(call.get_dispatch_info().class, DispatchClass::Operational);
	let outer = Call::<Test>::enact { call: Box::new(call) }.get_dispatch_info();
	assert_eq!(outer.class, DispatchClass::Operational);
}
