use super::{acts::Act, *};
use shejiao_primitives::member::Standing;
use sp_runtime::transaction_validity::InvalidTransaction;

#[test]
fn an_old_transaction_is_stale_after_a_second_admission() {
	network(|| {
		let call = share(Act::of(1));
		assert_eq!(send_at(CHARITY, 0, call.clone()), Ok(Ok(())));
		MockMembers::set_standing(CHARITY_ID, Standing::Expelled);
		assert_eq!(send_at(CHARITY, 0, call.clone()), Err(Refusal::NoLongerMember.into()));

		MockMembers::set_standing(CHARITY_ID, Standing::Active);
		assert_eq!(send_at(CHARITY, 0, call.clone()), Err(InvalidTransaction::Stale.into()));
		assert_eq!(pool_at(CHARITY, 0, call.clone()), Err(InvalidTransaction::Stale.into()));
		assert_eq!(send_at(CHARITY, 1, call), Ok(Ok(())));
	});
}

#[test]
fn a_stale_transaction_costs_nothing() {
	network(|| {
		let call = share(Act::of(1));
		assert_passes(CHARITY, call.clone());
		let used = Gate::quota(CHARITY_ID).used;
		assert_eq!(send_at(CHARITY, 0, call), Err(InvalidTransaction::Stale.into()));
		assert_eq!(Gate::quota(CHARITY_ID).used, used);
	});
}

#[test]
fn a_transaction_ahead_of_its_turn_stays_out_of_the_block_and_costs_nothing() {
	network(|| {
		assert_eq!(send_at(CHARITY, 1, share(Act::of(1))), Err(InvalidTransaction::Future.into()));
		assert_eq!(Gate::quota(CHARITY_ID).used, 0);
	});
}
