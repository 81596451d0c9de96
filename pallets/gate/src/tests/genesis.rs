use super::{acts::SECOND, *};
use crate::{DefaultQuota, GenesisConfig, Reserve};

fn chain_of(default_quota: u64, reserve: u64) -> Externalities<impl BuildStorage> {
	let gate = GenesisConfig { default_quota, reserve, ..Default::default() };
	Externalities::new(RuntimeGenesisConfig { gate, ..Default::default() }, Gate::do_try_state)
}

#[test]
fn a_new_chain_has_the_quotas_of_its_specification() {
	chain_of(5 * SECOND, 2 * SECOND).execute_with(|| {
		assert_eq!(DefaultQuota::<Test>::get(), 5 * SECOND);
		assert_eq!(Gate::quota(COURT_ID).limit, 5 * SECOND);
		assert_eq!(Reserve::<Test>::get(), 2 * SECOND);
	});
}

#[test]
fn without_a_specification_they_are_within_bounds() {
	Externalities::new(RuntimeGenesisConfig::default(), Gate::do_try_state).execute_with(|| {
		assert_eq!(DefaultQuota::<Test>::get(), MaxQuota::get());
		assert_eq!(Reserve::<Test>::get(), MinReserve::get());
	});
}

#[test]
#[should_panic(expected = "gate.defaultQuota")]
fn no_quota_is_refused() {
	chain_of(0, SECOND).execute_with(|| ());
}

#[test]
#[should_panic(expected = "gate.defaultQuota")]
fn more_quota_than_the_chain_has_is_refused() {
	chain_of(MaxQuota::get() + 1, SECOND).execute_with(|| ());
}

#[test]
#[should_panic(expected = "gate.reserve")]
fn a_reserve_under_the_floor_is_refused() {
	chain_of(SECOND, SECOND - 1).execute_with(|| ());
}

#[test]
#[should_panic(expected = "gate.reserve")]
fn a_reserve_over_the_bound_is_refused() {
	chain_of(SECOND, MaxQuota::get() + 1).execute_with(|| ());
}
