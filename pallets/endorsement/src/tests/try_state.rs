use super::*;
use shejiao_primitives::time::Moment;
use shejiao_testing::{MockLegalTime, START};
use sp_runtime::TryRuntimeError;

fn said(by: impl FnOnce(), what: &'static str) {
	let error = ext().broken_by(|| {
		seat();
		endorse_by_both(&act(1));
		assert_ok!(Endorsements::do_try_state());
		by();
	});
	assert_eq!(error, TryRuntimeError::Other(what));
}

fn change(f: impl FnOnce(&mut Act<H256>)) {
	Acts::<Test>::mutate(|acts| {
		f(acts.get_mut(&hash(&act(1))).expect("endorsed; qed"));
	});
}

#[test]
fn a_wrong_validity_is_seen() {
	said(|| Validity::<Test>::put(0), "the validity is 0 or above its limit");
	said(|| Validity::<Test>::put(91), "the validity is 0 or above its limit");
}

#[test]
fn a_wrong_act_is_seen() {
	said(|| change(|act| act.review = H256::zero()), "an act has no review of its legality");
	said(|| change(|act| (act.council, act.committee) = (None, None)), "nobody endorses an act");
}

#[test]
fn a_wrong_endorsement_is_seen() {
	let set = |given: Moment, expires: Moment, epoch: u32| {
		change(|act| act.committee = Some(Endorsement { given, expires, epoch }));
	};
	said(|| set(START, START, 1), "an endorsement never counted");
	said(|| set(START + 1, START + 2, 1), "an endorsement was given in the future");
	said(|| set(START, START + 1, 2), "an endorsement is of seats to come");
	said(|| MockLegalTime::set(START - 1), "an endorsement was given in the future");
}
