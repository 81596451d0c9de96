//! What members may use of the blocks, in the pool and in blocks; no fees.

use super::*;
use crate::*;
use codec::Encode;
use frame_support::{assert_ok, dispatch::GetDispatchInfo, traits::Get};
use shejiao_primitives::{
	duty::{Category, Duties},
	ids::AreaCode,
	refusal::Refusal,
};
use sp_runtime::transaction_validity::{TransactionSource, TransactionValidity, ValidTransaction};

const POLICE: &str = "county-police";

fn open_unit() -> pallet_consortium::Call<Runtime> {
	pallet_consortium::Call::open_unit {
		kind: pallet_consortium::UnitKind::PoliceStation,
		area: AreaCode(440_604),
	}
}

fn appoint() -> pallet_officers::Call<Runtime> {
	pallet_officers::Call::appoint {
		member: None,
		account: account("newcomer"),
		unit: None,
		duties: Duties::ENFORCEMENT,
		category: Category::StateFunctionary,
		valid_from: None,
		valid_until: START + 1_000_000_000,
	}
}

fn validate(extrinsic: UncheckedExtrinsic) -> TransactionValidity {
	sandbox(|| {
		let parent = System::parent_hash();
		Executive::validate_transaction(TransactionSource::External, extrinsic, parent)
	})
}

/// The block time that a transaction may take at most, in picoseconds.
fn cost(call: impl Into<RuntimeCall>) -> u64 {
	let info = signed(POLICE, call).get_dispatch_info();
	let weights = <Runtime as frame_system::Config>::BlockWeights::get();
	(weights.get(info.class).base_extrinsic + info.total_weight()).ref_time()
}

fn set_quota(quota: u64) {
	let call = pallet_gate::Call::<Runtime>::set_quota { member: member(POLICE), quota };
	assert_ok!(council(call, &COUNCIL[..5]));
}

#[test]
fn a_member_without_weight_left_is_refused_and_what_the_law_orders_passes() {
	network(|| {
		set_quota(cost(open_unit()) - 1);
		assert_eq!(validate(signed(POLICE, open_unit())), Err(Refusal::QuotaExceeded.into()));
		assert_eq!(submit(POLICE, open_unit()), refused(Refusal::QuotaExceeded));
		assert_eq!(submit(POLICE, appoint()), Ok(Ok(())));
		// Of another member, nothing is lost.
		let other = pallet_consortium::Call::<Runtime>::open_unit {
			kind: pallet_consortium::UnitKind::JusticeOffice,
			area: AreaCode(440_604),
		};
		assert_eq!(submit("county-justice", other), Ok(Ok(())));
	});
}

#[test]
fn the_hour_is_used_up_and_comes_again() {
	network(|| {
		assert_eq!(submit(POLICE, open_unit()), Ok(Ok(())));
		assert_eq!(submit(POLICE, open_unit()), Ok(Ok(())));
		// One that would cost what it may cost at most does not fit any more.
		set_quota(Gate::quota(member(POLICE)).used + cost(open_unit()) - 1);
		assert_eq!(submit(POLICE, open_unit()), refused(Refusal::QuotaExceeded));
		pass_days((pallet_gate::types::HOUR / DAY) as u32);
		assert_eq!(submit(POLICE, open_unit()), Ok(Ok(())));
	});
}

#[test]
fn transactions_that_wait_count_against_the_hour() {
	network(|| {
		let cost = cost(open_unit());
		set_quota(2 * cost + cost / 2);
		let nonce = System::account_nonce(account(POLICE));
		let waiting = |ahead| validate(signed_with(POLICE, open_unit(), nonce + ahead));
		assert!(waiting(0).is_ok());
		assert!(waiting(1).is_ok());
		assert_eq!(waiting(2), Err(Refusal::QuotaExceeded.into()));
	});
}

#[test]
fn an_account_may_have_so_many_waiting_and_no_more() {
	network(|| {
		let most: u32 = <Runtime as pallet_gate::Config>::MaxPending::get();
		let nonce = System::account_nonce(account(POLICE));
		let waiting = |ahead| validate(signed_with(POLICE, open_unit(), nonce + ahead));
		assert!(waiting(most - 1).is_ok());
		assert_eq!(waiting(most), Err(Refusal::TooManyPending.into()));
	});
}

#[test]
fn what_the_law_orders_goes_before_what_is_discretionary() {
	network(|| {
		let priority = |call: RuntimeCall| -> ValidTransaction {
			validate(signed(POLICE, call)).expect("is valid; qed")
		};
		let by_law = priority(appoint().into()).priority;
		let at_will = priority(open_unit().into()).priority;
		assert!(by_law >= pallet_gate::STATUTORY_PRIORITY);
		assert!(at_will < pallet_gate::STATUTORY_PRIORITY);
	});
}

#[test]
fn nothing_costs_a_fee() {
	network(|| {
		for call in [RuntimeCall::from(open_unit()), appoint().into(), batch_all([open_unit()])] {
			let extrinsic = signed(POLICE, call);
			let length = extrinsic.encoded_size() as u32;
			let info = TransactionPayment::query_info(extrinsic.clone(), length);
			assert_eq!(info.partial_fee, 0);
			assert!(info.weight.ref_time() > 0);
			let details = TransactionPayment::query_fee_details(extrinsic, length);
			let fee = details.inclusion_fee.expect("signed transactions have one; qed");
			assert_eq!((fee.base_fee, fee.len_fee, fee.adjusted_weight_fee), (0, 0, 0));
		}
		assert_eq!(submit(POLICE, open_unit()), Ok(Ok(())));
		assert_eq!(Balances::total_issuance(), 0);
	});
}
