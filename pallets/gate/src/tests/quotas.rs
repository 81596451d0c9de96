use super::{
	acts::{Act, Ending, SECOND},
	*,
};
use crate::{types::HOUR, Allowance, STATUTORY_PRIORITY};
use shejiao_primitives::member::Standing;
use shejiao_testing::{MockLegalTime, START};

#[test]
fn a_discretionary_call_draws_on_the_hour_of_its_member() {
	network(|| {
		let call = share(Act::of(5));
		assert_passes(JUDGE, call.clone());
		assert_passes(COURT, call.clone());
		assert_eq!(
			Gate::quota(COURT_ID),
			Allowance {
				limit: 100 * SECOND,
				used: 2 * 5 * SECOND + overhead(JUDGE, &call) + overhead(COURT, &call),
				window_end: START + HOUR,
			}
		);
		assert_eq!(Gate::quota(CHARITY_ID).used, 0);
		assert_eq!(Gate::reserve(&JUDGE).used, 0);
	});
}

#[test]
fn what_the_law_orders_draws_on_the_reserve_of_its_account() {
	network(|| {
		let call = report(Act::of(5));
		assert_passes(JUDGE, call.clone());
		assert_passes(NODE, keys(Act::of(2)));
		assert_eq!(
			Gate::reserve(&JUDGE),
			Allowance {
				limit: 10 * SECOND,
				used: 5 * SECOND + overhead(JUDGE, &call),
				window_end: START + HOUR,
			}
		);
		assert_eq!(Gate::reserve(&CLERK).used, 0);
		assert_eq!(Gate::reserve(&NODE).used, 2 * SECOND + overhead(NODE, &call));
		assert_eq!(Gate::quota(COURT_ID).used, 0);
	});
}

#[test]
fn an_hour_that_is_used_up_stops_the_member_and_nobody_else() {
	network(|| {
		assert_passes(JUDGE, share(Act::of(60)));
		assert_refused(CLERK, share(Act::of(40)), Refusal::QuotaExceeded);
		assert_passes(CLERK, share(Act::of(39)));
		assert_passes(WORKER, share(Act::of(60)));
	});
}

#[test]
fn no_spam_of_a_colleague_stops_what_the_law_orders() {
	network(|| {
		assert_passes(JUDGE, share(Act::of(99)));
		assert_passes(JUDGE, report(Act::of(9)));
		assert_refused(JUDGE, report(Act::of(1)), Refusal::QuotaExceeded);
		assert_passes(CLERK, report(Act::of(9)));
		MockMembers::set_standing(COURT_ID, Standing::Expelled);
		assert_passes(COURT, report(Act::of(9)));
	});
}

#[test]
fn everything_is_free_again_at_the_turn_of_the_hour() {
	network(|| {
		assert_passes(JUDGE, share(Act::of(99)));
		assert_passes(JUDGE, report(Act::of(9)));
		MockLegalTime::set(START + HOUR - 1);
		assert_refused(JUDGE, share(Act::of(99)), Refusal::QuotaExceeded);
		assert_refused(JUDGE, report(Act::of(9)), Refusal::QuotaExceeded);
		MockLegalTime::set(START + HOUR);
		assert_eq!(Gate::quota(COURT_ID).used, 0);
		assert_eq!(Gate::quota(COURT_ID).window_end, START + 2 * HOUR);
		assert_passes(JUDGE, share(Act::of(99)));
		assert_passes(JUDGE, report(Act::of(9)));
	});
}

#[test]
fn weight_that_was_not_used_is_given_back() {
	network(|| {
		let call = share(Act { declared: 80, used: 3, ending: Ending::Success });
		for sent in 1..=3 {
			assert_passes(JUDGE, call.clone());
			assert_eq!(Gate::quota(COURT_ID).used, sent * (3 * SECOND + overhead(JUDGE, &call)));
		}
	});
}

#[test]
fn an_institution_is_found_out_for_less_and_the_rest_is_given_back() {
	network(|| {
		let call = share(Act::of(1));
		assert_eq!(given_back(JUDGE, call.clone()), acts::WATCHING);
		let sooner = <()>::check_membership() - <()>::check_institution();
		assert_eq!(given_back(COURT, call.clone()), sooner + acts::WATCHING);
		// A batch looks up nobody but its signer.
		let both = batch(vec![call.clone(), call]);
		let longest = <()>::check_membership();
		assert_eq!(given_back(JUDGE, both.clone()), longest + acts::WATCHING);
		assert_eq!(given_back(COURT, both.clone()), longest + sooner + acts::WATCHING);
		let before = Gate::quota(COURT_ID).used;
		assert_passes(JUDGE, both.clone());
		let drawn = Gate::quota(COURT_ID).used - before;
		let base = overhead(JUDGE, &both) - longest.ref_time();
		assert_eq!(drawn, base + both.get_dispatch_info().call_weight.ref_time());
	});
}

#[test]
fn a_call_that_fails_costs_what_it_used() {
	network(|| {
		let call = report(Act { declared: 8, used: 2, ending: Ending::NotFound });
		assert!(send(JUDGE, call.clone()).expect("it is valid").is_err());
		assert_eq!(Gate::reserve(&JUDGE).used, 2 * SECOND + overhead(JUDGE, &call));
	});
}

#[test]
fn the_pool_charges_nothing() {
	network(|| {
		frame_support::assert_storage_noop!(pool(JUDGE, share(Act::of(1))).expect("it is valid"));
	});
}

#[test]
fn so_many_transactions_of_an_account_wait_and_no_more() {
	network(|| {
		let most = MaxPending::get();
		for ahead in 0..most {
			assert!(pool_at(JUDGE, ahead, report(Act::of(1))).is_ok());
		}
		assert_eq!(pool_at(JUDGE, most, report(Act::of(1))), Err(Refusal::TooManyPending.into()));
		assert_passes(JUDGE, report(Act::of(1)));
		assert!(pool_at(JUDGE, most, report(Act::of(1))).is_ok());
	});
}

#[test]
fn those_that_wait_must_fit_into_the_hour_together() {
	network(|| {
		assert!(pool_at(JUDGE, 0, share(Act::of(40))).is_ok());
		assert!(pool_at(JUDGE, 1, share(Act::of(40))).is_ok());
		assert_eq!(pool_at(JUDGE, 2, share(Act::of(40))), Err(Refusal::QuotaExceeded.into()));
		assert_passes(CLERK, share(Act::of(30)));
		assert_eq!(pool_at(JUDGE, 1, share(Act::of(40))), Err(Refusal::QuotaExceeded.into()));
	});
}

#[test]
fn colleagues_who_passed_the_pool_together_are_charged_one_by_one() {
	network(|| {
		let call = share(Act::of(60));
		assert!(pool(JUDGE, call.clone()).is_ok() && pool(CLERK, call.clone()).is_ok());
		assert_passes(JUDGE, call.clone());
		assert_refused(CLERK, call, Refusal::QuotaExceeded);
	});
}

#[test]
fn what_the_law_orders_goes_first() {
	network(|| {
		let priority = |who, call| pool(who, call).expect("it is valid").priority;
		let act = Act::of(1);
		assert_eq!(priority(JUDGE, report(act)), STATUTORY_PRIORITY);
		assert_eq!(priority(NODE, keys(act)), STATUTORY_PRIORITY);
		assert_eq!(priority(JUDGE, share(act)), 0);
		assert_eq!(priority(JUDGE, batch(vec![report(act), share(act)])), 0);
	});
}
