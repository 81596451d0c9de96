use super::*;
use frame_support::assert_noop;
use sp_runtime::DispatchError;

fn withdraw(body: Body, call: &RuntimeCall) -> DispatchResult {
	Endorsements::withdraw_endorsement(withdrawer(body), hash(call))
}

#[test]
fn a_body_takes_its_endorsement_back() {
	run(|| {
		let call = act(1);
		endorse_by_both(&call);
		assert_ok!(withdraw(Body::Council, &call));
		System::assert_last_event(
			Event::EndorsementWithdrawn { body: Body::Council, call_hash: hash(&call) }.into(),
		);
		assert_eq!(live(&call), [Body::SupervisoryCommittee]);
		assert_ok!(withdraw(Body::SupervisoryCommittee, &call));
		assert!(Acts::<Test>::get().is_empty());
	});
}

#[test]
fn what_is_not_there_or_dead_cannot_be_taken_back() {
	run(|| {
		let call = act(1);
		assert_noop!(withdraw(Body::Council, &call), Error::<Test>::NotFound);
		assert_ok!(endorse(Body::Council, &call));
		assert_noop!(withdraw(Body::SupervisoryCommittee, &call), Error::<Test>::NotFound);
		reseat(Body::Council);
		assert_noop!(withdraw(Body::Council, &call), Error::<Test>::NotFound);
	});
}

#[test]
fn others_take_nothing_back() {
	run(|| {
		let call = act(1);
		endorse_by_both(&call);
		for origin in [
			RuntimeOrigin::root(),
			RuntimeOrigin::signed(VOTER),
			endorser(Body::Council),
			withdrawer(Body::FundingCouncil),
		] {
			assert_noop!(
				Endorsements::withdraw_endorsement(origin, hash(&call)),
				DispatchError::BadOrigin
			);
		}
	});
}
