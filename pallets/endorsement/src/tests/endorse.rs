use super::*;
use frame_support::assert_noop;
use shejiao_primitives::time::LegalTime;
use shejiao_testing::MockLegalTime;
use sp_runtime::DispatchError;

#[test]
fn each_body_endorses_a_call_by_its_hash_and_review() {
	run(|| {
		let call = act(1);
		assert_ok!(endorse(Body::Council, &call));
		assert_eq!(live(&call), [Body::Council]);
		let clock = MockLegalTime::clock();
		// Thirty days after the day of giving, at 24:00.
		let expires = clock.start_of(MockLegalTime::today().plus(31));
		let expected =
			|body| Event::Endorsed { body, call_hash: hash(&call), review_hash: REVIEW, expires };
		System::assert_last_event(expected(Body::Council).into());
		MockLegalTime::advance(1);
		assert_ok!(endorse(Body::SupervisoryCommittee, &call));
		System::assert_last_event(expected(Body::SupervisoryCommittee).into());
		assert_eq!(live(&call), [Body::Council, Body::SupervisoryCommittee]);
		assert_eq!(live(&act(2)), []);
	});
}

#[test]
fn others_endorse_nothing() {
	run(|| {
		let call = act(1);
		for origin in [
			RuntimeOrigin::root(),
			RuntimeOrigin::none(),
			RuntimeOrigin::signed(VOTER),
			withdrawer(Body::Council),
			endorser(Body::FundingCouncil),
		] {
			assert_noop!(
				Endorsements::endorse(origin, hash(&call), REVIEW),
				DispatchError::BadOrigin
			);
		}
	});
}

#[test]
fn a_body_endorses_once() {
	run(|| {
		let call = act(1);
		endorse_by_both(&call);
		for body in [Body::Council, Body::SupervisoryCommittee] {
			assert_noop!(endorse(body, &call), Error::<Test>::AlreadyExists);
		}
	});
}

#[test]
fn both_rest_on_the_same_review() {
	run(|| {
		let call = act(1);
		let other = H256([9; 32]);
		assert_ok!(endorse(Body::Council, &call));
		assert_noop!(
			Endorsements::endorse(endorser(Body::SupervisoryCommittee), hash(&call), other),
			Error::<Test>::ReviewMismatch
		);
		assert_noop!(
			Endorsements::endorse(endorser(Body::Council), hash(&act(2)), H256::zero()),
			Error::<Test>::NoReview
		);
		// Another review after second thoughts, or when the first endorsement is dead.
		assert_ok!(Endorsements::withdraw_endorsement(withdrawer(Body::Council), hash(&call)));
		assert_ok!(Endorsements::endorse(endorser(Body::Council), hash(&call), other));
		reseat(Body::Council);
		assert_ok!(endorse(Body::SupervisoryCommittee, &call));
	});
}

#[test]
fn an_endorsement_ends_at_midnight_of_its_last_day() {
	run(|| {
		let call = act(1);
		Validity::<Test>::put(2);
		MockLegalTime::advance(5);
		assert_ok!(endorse(Body::Council, &call));
		let clock = MockLegalTime::clock();
		let end = clock.end_of(MockLegalTime::today().plus(2));
		MockLegalTime::set(end - 1);
		assert_eq!(live(&call), [Body::Council]);
		MockLegalTime::set(end);
		assert_eq!(live(&call), []);

		assert_ok!(endorse(Body::Council, &call));
		assert_eq!(live(&call), [Body::Council]);
		System::assert_has_event(
			Event::EndorsementLapsed {
				body: Body::Council,
				call_hash: hash(&call),
				lapse: Lapse::Expired,
			}
			.into(),
		);
	});
}

#[test]
fn an_endorsement_is_void_when_the_seats_of_its_body_change() {
	run(|| {
		let call = act(1);
		endorse_by_both(&call);
		reseat(Body::SupervisoryCommittee);
		assert_eq!(live(&call), [Body::Council]);
		assert_ok!(endorse(Body::SupervisoryCommittee, &call));
		assert_eq!(live(&call), [Body::Council, Body::SupervisoryCommittee]);
		System::assert_has_event(
			Event::EndorsementLapsed {
				body: Body::SupervisoryCommittee,
				call_hash: hash(&call),
				lapse: Lapse::SeatsChanged,
			}
			.into(),
		);
	});
}

#[test]
fn not_too_many_acts_are_endorsed_and_dead_ones_make_room() {
	run(|| {
		for number in 0..u64::from(MAX_ACTS) {
			assert_ok!(endorse(Body::Council, &act(number)));
		}
		assert_noop!(endorse(Body::Council, &act(99)), Error::<Test>::MaxActsExceeded);
		assert_ok!(endorse(Body::SupervisoryCommittee, &act(0)));
		reseat(Body::Council);
		assert_ok!(endorse(Body::Council, &act(99)));
		assert_eq!(Acts::<Test>::get().len(), 2);
	});
}
