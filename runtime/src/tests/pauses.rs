//! What the council may pause, and what no vote pauses.

use super::*;
use crate::*;
use frame_support::{
	assert_err, assert_ok,
	dispatch::{DispatchClass, GetDispatchInfo},
};
use pallet_gate::{CallTable, Row};
use pallet_tx_pause::{Error, RuntimeCallNameOf};
use shejiao_primitives::{ids::AreaCode, member::CallClass};

/// The calls that can wait, by a decision that stands in this list.
const PAUSABLE: [(&str, &str); 7] = [
	("Consortium", "add_peer"),
	("Consortium", "open_unit"),
	("Consortium", "propose"),
	("Officers", "delegate"),
	("Preimage", "note_preimage"),
	("SlotRandomness", "request"),
	("Validators", "register"),
];

fn name(pallet: &str, call: &str) -> RuntimeCallNameOf<Runtime> {
	let bounded = |name: &str| name.as_bytes().to_vec().try_into().expect("short; qed");
	(bounded(pallet), bounded(call))
}

fn pause(pallet: &str, call: &str) -> pallet_tx_pause::Call<Runtime> {
	pallet_tx_pause::Call::pause { full_name: name(pallet, call) }
}

#[test]
fn of_all_calls_only_those_that_can_wait_are_pausable() {
	network(|| {
		let origin = || {
			RuntimeOrigin::from(
				pallet_collective::RawOrigin::<AccountId, configs::CouncilInstance>::Members(8, 8),
			)
		};
		let mut pausable = Vec::new();
		for call in call_table::every_call() {
			let outcome = TxPause::pause(origin(), name(call.pallet, call.name));
			if outcome.is_ok() {
				pausable.push((call.pallet, call.name));
				let row = calls::Table::row(&call.sample);
				assert!(
					matches!(row, Some(Row { class: CallClass::Discretionary, .. })),
					"{} is for no member's discretion",
					call.name
				);
				let class = call.sample.get_dispatch_info().class;
				assert_ne!(class, DispatchClass::Mandatory, "{} is an inherent", call.name);
			} else {
				assert_err!(outcome, Error::<Runtime>::Unpausable);
			}
		}
		pausable.sort();
		assert_eq!(pausable, PAUSABLE);
	});
}

#[test]
fn what_does_not_exist_yet_is_not_pausable() {
	network(|| {
		assert_err!(
			council(pause("Consortium", "unheard"), &COUNCIL),
			Error::<Runtime>::Unpausable
		);
	});
}

#[test]
fn the_council_pauses_and_resumes_by_its_votes() {
	network(|| {
		let open_unit = || pallet_consortium::Call::<Runtime>::open_unit {
			kind: pallet_consortium::UnitKind::PoliceStation,
			area: AreaCode(440_604),
		};
		let paused = || failed(frame_system::Error::<Runtime>::CallFiltered);
		let call = pause("Consortium", "open_unit");
		assert_err!(council(call.clone(), &COUNCIL[..5]), sp_runtime::DispatchError::BadOrigin);
		assert_ok!(council(call, &COUNCIL[..6]));
		assert_eq!(submit("county-police", open_unit()), paused());
		assert_eq!(submit("county-police", batch_all([open_unit()])), paused());

		// What the law orders, votes and blocks go on.
		let resume =
			pallet_tx_pause::Call::<Runtime>::unpause { ident: name("Consortium", "open_unit") };
		assert_ok!(council(resume, &COUNCIL[..5]));
		assert_eq!(submit("county-police", open_unit()), Ok(Ok(())));
	});
}

#[test]
fn the_council_cannot_pause_inherents_governance_or_what_the_law_orders() {
	network(|| {
		for (pallet, call) in [
			("Timestamp", "set"),
			("SlotRandomness", "note"),
			("Council", "vote"),
			("SupervisoryCommittee", "close"),
			("Endorsement", "enact"),
			("TxPause", "unpause"),
			("Utility", "batch_all"),
			("Officers", "appoint"),
			("Consortium", "change_key"),
			("Session", "set_keys"),
			("Compliance", "report_incident"),
		] {
			assert_err!(council(pause(pallet, call), &COUNCIL), Error::<Runtime>::Unpausable);
		}
	});
}
