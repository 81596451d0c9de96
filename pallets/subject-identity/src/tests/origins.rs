//! Every call is signed by somebody.

use super::*;
use crate::{Call, PartyBasis};
use frame_support::{assert_noop, traits::UnfilteredDispatchable};
use sp_runtime::DispatchError;

/// Every call of the pallet, as it might be sent.
fn calls(id: CaseId) -> Vec<Call<Test>> {
	let (evidence, act_date) = (record(id, classes::END), today());
	let (tag, basis, roles) = (hash(1), hash(2), PartyRoles::COPIED);
	vec![
		Call::register {
			opening: COMMISSION,
			founders: FOUNDERS,
			identity: identity(),
			basis,
			secrecy: Some(Secrecy::Unclassified),
			act_date,
			restriction: None,
		},
		Call::advance { case: id, step: END, act_date, evidence },
		Call::assign { case: id, unit: Some(OFFICE), officer: None },
		Call::compute_term {
			case: id,
			last_day: act_date,
			calculation: hash(3),
			act_date,
			evidence,
		},
		Call::confirm_term { case: id, version: 0 },
		Call::certify { case: id, act_date, evidence },
		Call::open_interval {
			case: id,
			kind: IntervalKind::Measure,
			cause: hash(4),
			act_date,
			evidence,
		},
		Call::close_interval { case: id, number: 0, act_date, evidence },
		Call::add_party { case: id, member: OTHER_COURT, roles, basis },
		Call::remove_party { case: id, member: POLICE, roles: PartyRoles::POLICE, basis },
		Call::add_sealed_party { case: id, tag, basis: PartyBasis::Decision, commitment: basis },
		Call::remove_sealed_party { case: id, tag },
		Call::reveal_party { case: id, salt: [7; 32] },
		Call::import { rows: Default::default() },
	]
}

#[test]
fn neither_the_root_nor_nobody_makes_a_call() {
	run(|| {
		let id = with_term(30);
		let calls = calls(id);
		assert_eq!(calls.len(), 14);
		for call in calls {
			for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
				let call = RuntimeCall::from(call.clone());
				assert_noop!(call.dispatch_bypass_filter(origin), DispatchError::BadOrigin);
			}
		}
	});
}
