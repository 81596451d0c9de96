//! What every block carries, and what makes it invalid.

use super::*;
use crate::*;
use frame_support::dispatch::DispatchClass;
use sp_core::Pair as _;
use sp_inherents::InherentData;
use sp_runtime::{
	traits::{Block as _, Dispatchable},
	transaction_validity::InvalidTransaction,
};

/// Begin the next block and give its inherents: timestamp and output.
fn begun() -> (u64, Vec<UncheckedExtrinsic>, InherentData) {
	let slot = slot() + 1;
	let author = author(slot);
	begin(slot);
	let data = inherents(slot, &author);
	(slot, data.create_extrinsics(), data)
}

#[test]
fn a_block_has_two_inherents() {
	network(|| {
		let (_, inherents, _) = begun();
		assert!(matches!(inherents[0].function, RuntimeCall::Timestamp(_)));
		assert!(matches!(inherents[1].function, RuntimeCall::SlotRandomness(_)));
		assert_eq!(inherents.len(), 2);
		for inherent in inherents {
			assert_eq!(Executive::apply_extrinsic(inherent), Ok(Ok(())));
		}
		end();
	});
}

#[test]
#[should_panic(expected = "VRF output must be noted in every block")]
fn a_block_without_the_output_of_its_author_is_invalid() {
	network(|| {
		let (_, inherents, _) = begun();
		assert_eq!(Executive::apply_extrinsic(inherents[0].clone()), Ok(Ok(())));
		end();
	});
}

#[test]
#[should_panic(expected = "Timestamp must be updated once in the block")]
fn a_block_without_a_timestamp_is_invalid() {
	network(|| {
		let (_, inherents, _) = begun();
		assert_eq!(Executive::apply_extrinsic(inherents[1].clone()), Ok(Ok(())));
		end();
	});
}

#[test]
fn an_output_of_another_author_is_refused() {
	network(|| {
		let slot = slot() + 1;
		let other = author(slot + 1);
		begin(slot);
		let data = inherents(slot, &other);
		let mut inherents = data.create_extrinsics().into_iter();
		let timestamp = inherents.next().expect("comes first; qed");
		assert_eq!(Executive::apply_extrinsic(timestamp), Ok(Ok(())));
		let output = inherents.next().expect("comes second; qed");
		assert_eq!(
			Executive::apply_extrinsic(output),
			Err(InvalidTransaction::BadMandatory.into())
		);
		// With that of its own author the block can still be built.
		let own = super::chain::inherents(slot, &author(slot)).create_extrinsics().remove(1);
		assert_eq!(Executive::apply_extrinsic(own), Ok(Ok(())));
		end();
	});
}

#[test]
fn an_importing_node_misses_the_output() {
	network(|| {
		let (header, mut extrinsics, data) = sandbox(|| {
			let (_, extrinsics, data) = begun();
			for inherent in extrinsics.clone() {
				assert_eq!(Executive::apply_extrinsic(inherent), Ok(Ok(())));
			}
			(end(), extrinsics, data)
		});
		let check = |extrinsics: Vec<UncheckedExtrinsic>| {
			let block = Block::new(header.clone(), extrinsics).into();
			data.check_extrinsics(&block)
		};
		assert!(check(extrinsics.clone()).ok());
		extrinsics.truncate(1);
		let result = check(extrinsics);
		assert!(!result.ok() && result.fatal_error());
	});
}

#[test]
fn a_block_executes_as_it_was_built() {
	network(|| {
		let call = pallet_consortium::Call::<Runtime>::open_unit {
			kind: pallet_consortium::UnitKind::PoliceStation,
			area: shejiao_primitives::ids::AreaCode(440_604),
		};
		let (header, extrinsics) = sandbox(|| {
			let (_, mut extrinsics, _) = begun();
			for inherent in extrinsics.clone() {
				assert_eq!(Executive::apply_extrinsic(inherent), Ok(Ok(())));
			}
			let transaction = signed("county-police", call);
			assert_eq!(apply(transaction.clone()), Ok(Ok(())));
			extrinsics.push(transaction);
			(end(), extrinsics)
		});
		// Panics when digest, state root or extrinsics root differ.
		Executive::execute_block(Block::new(header.clone(), extrinsics).into());
		assert_eq!(System::block_number(), header.number);
		assert_eq!(System::account_nonce(account("county-police")), 1);
	});
}

#[test]
fn the_author_is_the_one_of_the_slot() {
	network(|| {
		for _ in 0..4 {
			let expected = author(slot() + 1);
			block(|| ());
			let recent = pallet_slot_randomness::RecentAuthors::<Runtime>::get();
			assert_eq!(recent.last().map(|(author, _)| *author), Some(expected.public()));
		}
	});
}

#[test]
fn no_transaction_takes_the_place_of_an_inherent() {
	network(|| {
		use frame_support::dispatch::GetDispatchInfo;
		let set = RuntimeCall::from(pallet_timestamp::Call::set { now: 1 });
		assert_eq!(set.get_dispatch_info().class, DispatchClass::Mandatory);
		assert_eq!(
			submit("county-court", set.clone()),
			refused(shejiao_primitives::refusal::Refusal::CallNotOpen)
		);
		let outcome = set.dispatch(RuntimeOrigin::signed(account("county-court")));
		assert!(outcome.is_err());
	});
}
