use super::chain::*;
use crate::{mock::*, *};
use codec::Encode;
use frame_support::{assert_noop, assert_ok};
use frame_system::RawOrigin;
use shejiao_primitives::{
	draw::{Candidates, Draw},
	ids::{DrawId, MemberId},
};
use sp_core::H256;
use sp_io::hashing::blake2_256;
use sp_runtime::{ArithmeticError, DispatchError};

#[test]
fn a_member_freezes_candidates() {
	ext(4).execute_with(|| {
		block(10);
		block(12);
		let id = ask(5);
		let asker = Asker::Member { member: MemberId(3), purpose: Purpose::Reviewer };
		assert_eq!(
			SlotRandomness::draw(id),
			Some(DrawInfo {
				request: Request {
					asker,
					block: 2,
					slot: 12.into(),
					validators: 4,
					due: 20.into(),
					candidates: 5,
				},
				candidates: candidates(5).into_inner(),
				decision: None,
				winner: None,
			})
		);
		System::assert_last_event(
			Event::DrawRequested {
				id,
				asker,
				candidates: 5,
				candidates_hash: H256(blake2_256(&candidates(5).encode())),
				slot: 12.into(),
				due: 20.into(),
			}
			.into(),
		);
	});
}

#[test]
fn a_pallet_asks_through_the_trait() {
	ext(4).execute_with(|| {
		block(1);
		let id = <SlotRandomness as Draw>::request(candidates(1)).expect("one candidate; qed");
		assert_eq!(Requests::<Test>::get(id).map(|r| r.asker), Some(Asker::Pallet));
		assert_eq!(<SlotRandomness as Draw>::outcome(id), None);
		blocks(2..10);
		assert_eq!(<SlotRandomness as Draw>::outcome(id), Some(H256::zero()));
		assert_eq!(<SlotRandomness as Draw>::outcome(DrawId(1)), None);
	});
}

#[test]
fn nobody_and_twice_the_same_are_refused() {
	ext(4).execute_with(|| {
		block(1);
		let ask = |candidates: Vec<H256>| {
			let candidates: Candidates = candidates.try_into().expect("few; qed");
			SlotRandomness::request(RawOrigin::Signed(1).into(), Purpose::Recheck, candidates)
		};
		assert_noop!(ask(vec![]), Error::<Test>::NoCandidates);
		let (a, b) = (H256::repeat_byte(1), H256::repeat_byte(2));
		assert_noop!(ask(vec![a, b, a]), Error::<Test>::CandidatesRepeated);
		assert_noop!(ask(vec![a, a]), Error::<Test>::CandidatesRepeated);
		assert_ok!(ask(vec![a, b]));
		assert_ok!(ask(vec![a]));
	});
}

#[test]
fn others_may_not_ask() {
	ext(4).execute_with(|| {
		block(1);
		for origin in [RawOrigin::None, RawOrigin::Root] {
			assert_noop!(
				SlotRandomness::request(origin.into(), Purpose::Recheck, candidates(2)),
				DispatchError::BadOrigin
			);
		}
	});
}

#[test]
fn not_too_many_wait_at_a_time() {
	ext(4).execute_with(|| {
		block(1);
		for _ in 0..MAX_OPEN {
			ask(2);
		}
		assert_noop!(
			<SlotRandomness as Draw>::request(candidates(2)),
			Error::<Test>::MaxOpenDrawsExceeded
		);
		blocks(2..10);
		ask(2);
	});
}

#[test]
fn the_last_number_is_not_given_out_twice() {
	ext(4).execute_with(|| {
		block(1);
		NextDraw::<Test>::put(DrawId(u32::MAX));
		FirstOpen::<Test>::put(DrawId(u32::MAX));
		assert_noop!(<SlotRandomness as Draw>::request(candidates(2)), ArithmeticError::Overflow);
		NextDraw::<Test>::kill();
		FirstOpen::<Test>::kill();
	});
}
