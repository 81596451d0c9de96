use super::{acts::Act, *};
use crate::{weights::WeightInfo, MAX_DEPTH};
use frame_support::weights::Weight;
use shejiao_primitives::member::Standing;

const ACT: Act = Act::of(1);

/// `levels` wrappers around a call that the law orders.
fn nested(levels: u32) -> RuntimeCall {
	(0..levels).fold(report(ACT), |call, _| jointly(COURT, call))
}

#[test]
fn a_batch_is_as_statutory_as_all_its_calls() {
	network(|| {
		MockMembers::set_standing(COURT_ID, Standing::Suspended);
		assert_passes(JUDGE, batch(vec![report(ACT), report(ACT)]));
		assert_refused(JUDGE, batch(vec![report(ACT), share(ACT)]), Refusal::Suspended);
	});
}

#[test]
fn a_mixed_batch_draws_on_the_quota_of_the_member() {
	network(|| {
		assert_passes(JUDGE, batch(vec![report(ACT), share(ACT)]));
		assert!(Gate::quota(COURT_ID).used > 2 * acts::SECOND);
		assert_eq!(Gate::reserve(&JUDGE).used, 0);
	});
}

#[test]
fn a_wrapper_opens_no_call() {
	network(|| {
		assert_refused(JUDGE, batch(vec![report(ACT), vote(ACT)]), Refusal::CallNotOpen);
		assert_refused(NODE, batch(vec![keys(ACT), report(ACT)]), Refusal::CallNotOpen);
		assert_refused(JUDGE, batch(vec![acts::Call::unlisted {}.into()]), Refusal::CallNotOpen);
		assert_passes(NODE, batch(vec![keys(ACT)]));
	});
}

#[test]
fn only_the_batch_that_is_all_or_nothing_exists() {
	network(|| {
		for call in [
			pallet_utility::Call::batch { calls: vec![report(ACT)] },
			pallet_utility::Call::force_batch { calls: vec![report(ACT)] },
			pallet_utility::Call::as_derivative { index: 0, call: Box::new(report(ACT)) },
		] {
			assert_refused(COURT, call.into(), Refusal::CallNotOpen);
		}
	});
}

#[test]
fn an_empty_batch_is_discretionary() {
	network(|| {
		assert_passes(JUDGE, batch(vec![]));
		MockMembers::set_standing(COURT_ID, Standing::Suspended);
		assert_refused(JUDGE, batch(vec![]), Refusal::Suspended);
	});
}

#[test]
fn who_is_acted_as_must_be_admitted_and_have_the_call_open() {
	network(|| {
		assert_passes(JUDGE, jointly(COURT, vote(ACT)));
		assert_refused(JUDGE, jointly(STRANGER, report(ACT)), Refusal::NotAdmitted);
		assert_refused(COURT, jointly(JUDGE, vote(ACT)), Refusal::CallNotOpen);
		Accused::set(Some(COURT_ID));
		assert_refused(WORKER, jointly(COURT, vote(ACT)), Refusal::AccusedMayNotVote);
	});
}

#[test]
fn both_who_signs_and_who_is_acted_as_need_the_standing() {
	network(|| {
		MockMembers::set_standing(COURT_ID, Standing::Suspended);
		assert_refused(WORKER, jointly(COURT, share(ACT)), Refusal::Suspended);
		assert_refused(JUDGE, jointly(CHARITY, share(ACT)), Refusal::Suspended);
		assert_passes(WORKER, jointly(COURT, report(ACT)));
		MockDirectory::dismiss(&JUDGE);
		assert_refused(JUDGE, jointly(COURT, report(ACT)), Refusal::OfficerInactive);
	});
}

#[test]
fn wrappers_are_nested_so_deep_and_no_deeper() {
	network(|| {
		assert_passes(JUDGE, nested(MAX_DEPTH));
		assert_refused(JUDGE, nested(MAX_DEPTH + 1), Refusal::CallNotOpen);
	});
}

#[test]
fn each_wrapper_adds_a_signer_and_each_call_its_extra_check_to_the_weight() {
	let weight = |call: &RuntimeCall| CheckMembership::<Test>::new().weight(call) - acts::WATCHING;
	let (signer, extra) = (<()>::check_membership(), Weight::from_parts(7, 0));
	assert_eq!(weight(&report(ACT)), signer + extra);
	assert_eq!(weight(&batch(vec![report(ACT), share(ACT)])), signer * 2 + extra * 2);
	assert_eq!(weight(&nested(MAX_DEPTH)), signer * (1 + u64::from(MAX_DEPTH)) + extra);
	assert_eq!(weight(&nested(MAX_DEPTH + 3)), weight(&nested(MAX_DEPTH)));
}
