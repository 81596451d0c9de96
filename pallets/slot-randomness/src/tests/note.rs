use super::chain::*;
use crate::{mock::*, *};
use frame_support::{
	assert_noop, assert_ok,
	dispatch::{DispatchClass, GetDispatchInfo},
	inherent::{InherentData, ProvideInherent},
	traits::{Hooks, Randomness},
};
use frame_system::RawOrigin;
use shejiao_primitives::randomness::{mix, CurrentMix, InherentFault, INHERENT_IDENTIFIER};
use sp_core::{Pair as _, H256};
use sp_runtime::DispatchError;

#[test]
fn the_output_of_the_author_is_mixed_in() {
	ext(4).execute_with(|| {
		let before = LastMix::<Test>::get();
		begin(5);
		let output = sign(&key(1), 5);
		assert_ok!(note(output.clone()));
		assert_eq!(LastMix::<Test>::get(), mix(&before, 5.into(), &output.0));
		assert_ne!(LastMix::<Test>::get(), before);
		assert_eq!(RecentAuthors::<Test>::get().to_vec(), [(key(1).public(), 5.into())]);
		end();
	});
}

#[test]
fn the_current_mix_is_that_of_this_blocks_output() {
	ext(4).execute_with(|| {
		let before = SlotRandomness::mix();
		begin(5);
		let output = sign(&key(1), 5);
		assert_eq!(SlotRandomness::mix(), before, "its inherent comes first");
		assert_ok!(note(output.clone()));
		assert_eq!(SlotRandomness::mix(), mix(&before, 5.into(), &output.0));
		end();
		assert_eq!(SlotRandomness::mix(), mix(&before, 5.into(), &output.0));
	});
}

#[test]
fn a_wrong_key_slot_mix_or_genesis_is_refused() {
	ext(4).execute_with(|| {
		block(4);
		let last = LastMix::<Test>::get();
		begin(5);
		for wrong in [
			sign(&key(2), 5),
			sign(&key(1), 4),
			sign(&key(1), 6),
			sign_over(&key(1), GENESIS, 5, &[1; 32]),
			sign_over(&key(1), H256::zero(), 5, &last),
		] {
			assert_noop!(note(wrong), Error::<Test>::InvalidProof);
		}
		assert_ok!(note(sign(&key(1), 5)));
		end();
	});
}

#[test]
fn the_output_of_another_block_cannot_be_replayed() {
	ext(1).execute_with(|| {
		let old = block(1);
		begin(2);
		assert_noop!(note(old), Error::<Test>::InvalidProof);
		assert_ok!(note(sign(&key(0), 2)));
		end();
	});
}

#[test]
fn a_second_output_in_a_block_is_refused() {
	ext(4).execute_with(|| {
		begin(5);
		assert_ok!(note(sign(&key(1), 5)));
		assert_noop!(note(sign(&key(1), 5)), Error::<Test>::UnexpectedOutput);
		end();
	});
}

#[test]
#[should_panic(expected = "VRF output must be noted in every block")]
fn a_block_without_an_output_is_invalid() {
	ext(4).execute_with(|| {
		begin(5);
		end();
	});
}

#[test]
fn a_block_without_an_author_expects_none() {
	ext(4).execute_with(|| {
		block(5);
		Current::set(None);
		SlotRandomness::on_initialize(2);
		assert_noop!(note(sign(&key(2), 6)), Error::<Test>::UnexpectedOutput);
		end();
		assert_eq!(*LastSlot::<Test>::get(), 5);
	});
}

#[test]
fn another_proof_of_the_same_output_gives_the_same_mix() {
	ext(4).execute_with(|| {
		begin(5);
		let (one, other) = (sign(&key(1), 5), sign(&key(1), 5));
		assert_ne!(one.0.proof, other.0.proof, "proofs are randomised");
		assert_eq!(one.0.pre_output, other.0.pre_output);
		let mut mixes = Vec::new();
		for output in [one, other] {
			let _ = frame_support::storage::with_transaction(|| {
				assert_ok!(note(output));
				mixes.push(LastMix::<Test>::get());
				sp_runtime::TransactionOutcome::Rollback(Ok::<(), DispatchError>(()))
			});
		}
		assert_eq!(mixes[0], mixes[1]);
		assert_ok!(note(sign(&key(1), 5)));
		end();
	});
}

#[test]
fn an_output_with_a_foreign_proof_or_pre_output_is_refused() {
	ext(4).execute_with(|| {
		begin(5);
		let (mut mine, other) = (sign(&key(1), 5), sign(&key(2), 5));
		mine.0.proof = other.0.proof.clone();
		assert_noop!(note(mine), Error::<Test>::InvalidProof);
		let mut mine = sign(&key(1), 5);
		mine.0.pre_output = other.0.pre_output;
		assert_noop!(note(mine), Error::<Test>::InvalidProof);
		assert_ok!(note(sign(&key(1), 5)));
		end();
	});
}

#[test]
fn the_author_is_the_one_before_a_rotation_in_the_same_block() {
	ext(4).execute_with(|| {
		begin(5);
		// What a session rotation leaves behind for the rest of the block.
		Current::set(Some((5.into(), key(9).public())));
		assert_noop!(note(sign(&key(9), 5)), Error::<Test>::InvalidProof);
		assert_ok!(note(sign(&key(1), 5)));
		end();
	});
}

#[test]
fn no_transaction_may_note() {
	ext(4).execute_with(|| {
		begin(5);
		let output = sign(&key(1), 5);
		for origin in [RawOrigin::Signed(1), RawOrigin::Root] {
			assert_noop!(
				SlotRandomness::note(origin.into(), output.clone()),
				DispatchError::BadOrigin
			);
		}
		// Of this class, frame-system lets inherents alone into a block.
		let call = RuntimeCall::from(Call::<Test>::note { output: output.clone() });
		assert_eq!(call.get_dispatch_info().class, DispatchClass::Mandatory);
		assert_ok!(note(output));
		end();
	});
}

#[test]
fn the_weight_counts_what_was_decided() {
	ext(1).execute_with(|| {
		block(1);
		ask(3);
		ask(3);
		block(2);
		begin(3);
		let post = note(sign(&key(0), 3)).expect("the author's own; qed");
		assert_eq!(post.actual_weight, Some(<() as WeightInfo>::note(2)));
		end();
	});
}

#[test]
fn the_node_gives_the_inherent_and_must() {
	ext(4).execute_with(|| {
		begin(5);
		let output = sign(&key(1), 5);
		let mut data = InherentData::new();
		assert!(SlotRandomness::create_inherent(&data).is_none());
		assert_eq!(SlotRandomness::is_inherent_required(&data), Ok(Some(InherentFault::Missing)));
		data.put_data(INHERENT_IDENTIFIER, &output.0).expect("encodes; qed");
		let call = SlotRandomness::create_inherent(&data).expect("the data is there; qed");
		assert!(SlotRandomness::is_inherent(&call));
		assert_eq!(call, Call::note { output: output.clone() });
		let request = Call::request { purpose: Purpose::Recheck, candidates: candidates(1) };
		assert!(!SlotRandomness::is_inherent(&request));

		let mut broken = InherentData::new();
		broken.put_data(INHERENT_IDENTIFIER, &1u8).expect("encodes; qed");
		assert!(SlotRandomness::create_inherent(&broken).is_none());
		assert_ok!(note(output));
		end();
	});
}

#[test]
fn silent_authors_are_forgotten_for_new_ones() {
	ext(9).execute_with(|| {
		blocks(0..9);
		let recent = RecentAuthors::<Test>::get();
		assert_eq!(recent.len(), 8);
		assert_eq!(recent.first().map(|(_, slot)| **slot), Some(1));
	});
}

#[test]
fn the_seed_changes_with_subject_and_block() {
	ext(4).execute_with(|| {
		block(1);
		let (seed, at) = SlotRandomness::random(b"a");
		assert_eq!(at, 1);
		assert_ne!(seed, SlotRandomness::random(b"b").0);
		block(2);
		assert_ne!(seed, SlotRandomness::random(b"a").0);
	});
}
