use super::chain::*;
use crate::{mock::*, *};
use shejiao_primitives::{
	draw::pick,
	ids::DrawId,
	randomness::{mix, sign_data, Mix},
};
use sp_core::{
	crypto::VrfPublic,
	sr25519::{vrf::VrfSignature, Public},
	Pair as _,
};

#[test]
fn the_mix_after_two_slots_per_validator_decides() {
	ext(4).execute_with(|| {
		blocks(1..=3);
		let id = ask(5);
		blocks(4..=10);
		assert_eq!(decision(id), None);
		block(11);
		let mix = LastMix::<Test>::get();
		let decided = Decision { block: 11, slot: 11.into(), mix, authors: 4, missed: 0 };
		assert_eq!(decision(id), Some(decided));
		let place = pick(&mix, id, 5).expect("five; qed");
		System::assert_last_event(
			Event::DrawDecided { id, slot: 11.into(), mix, authors: 4, missed: 0, place }.into(),
		);
		let info = SlotRandomness::draw(id).expect("asked for; qed");
		assert_eq!(info.winner, Some(candidates(5)[place as usize]));
		blocks(12..=30);
		assert_eq!(decision(id), Some(decided), "what is decided stays");
	});
}

#[test]
fn a_missed_slot_is_on_record() {
	ext(4).execute_with(|| {
		block(1);
		let id = ask(5);
		// 4, 8 and 9 are missed; 9 was due.
		blocks([2, 3, 5, 6, 7, 10]);
		let decided = decision(id).expect("due; qed");
		assert_eq!((*decided.slot, decided.block, decided.missed), (10, 7, 3));
	});
}

#[test]
fn a_draw_waits_until_enough_authors_had_an_output() {
	ext(4).execute_with(|| {
		block(0);
		let id = ask(5);
		// Author 0 alone, far beyond the slot that was due.
		blocks([4, 8, 12, 16]);
		assert_eq!(decision(id), None);
		block(17);
		assert_eq!(decision(id).map(|d| d.authors), Some(2));
	});
}

#[test]
fn outputs_of_before_the_request_do_not_count() {
	ext(4).execute_with(|| {
		blocks([1, 2, 3, 4]);
		let id = ask(5);
		block(12);
		assert_eq!(decision(id), None);
		block(13);
		assert_eq!(decision(id).map(|d| d.authors), Some(2));
	});
}

#[test]
fn what_one_block_cannot_decide_the_next_does_in_order() {
	ext(1).execute_with(|| {
		block(1);
		for _ in 0..=MAX_DECIDED {
			ask(3);
		}
		blocks([2, 3]);
		assert_eq!(FirstOpen::<Test>::get(), DrawId(MAX_DECIDED));
		assert_eq!(decision(DrawId(MAX_DECIDED)), None);
		block(4);
		assert_eq!(decision(DrawId(MAX_DECIDED)).map(|d| *d.slot), Some(4));
		assert_eq!(decision(DrawId(MAX_DECIDED - 1)).map(|d| *d.slot), Some(3));
	});
}

#[test]
fn two_draws_of_a_block_do_not_share_their_winner() {
	ext(1).execute_with(|| {
		block(1);
		let (one, other) = (ask(1_000), ask(1_000));
		blocks([2, 3]);
		let winner = |id| SlotRandomness::draw(id).and_then(|info| info.winner);
		assert!(winner(one).is_some());
		assert_ne!(winner(one), winner(other));
	});
}

/// What an outsider does with headers, bodies and nothing else.
fn recompute(blocks: &[(u64, Public, VrfSignature)], until: u32) -> Mix {
	blocks.iter().take(until as usize).fold([0; 32], |before, (slot, author, signature)| {
		let data = sign_data(GENESIS, (*slot).into(), &before);
		assert!(author.vrf_verify(&data, signature), "slot {slot}");
		mix(&before, (*slot).into(), signature)
	})
}

#[test]
fn a_draw_can_be_computed_again_from_the_blocks() {
	ext(4).execute_with(|| {
		let mut chain = Vec::new();
		let mut asked = Vec::new();
		for slot in (1..60).filter(|slot| slot % 7 != 0) {
			let output = block(slot);
			chain.push((slot, author(slot).public(), output.0));
			if slot % 5 == 0 {
				asked.push(ask(9));
			}
		}
		let decided = asked
			.into_iter()
			.filter_map(|id| SlotRandomness::draw(id).map(|info| (id, info)))
			.filter_map(|(id, info)| info.decision.map(|decision| (id, info, decision)))
			.map(|(id, info, decision)| {
				let mix = recompute(&chain, decision.block);
				assert_eq!(mix, decision.mix);
				let place = pick(&mix, id, info.request.candidates).expect("nine; qed");
				assert_eq!(info.winner, info.candidates.get(place as usize).copied());
			})
			.count();
		assert!(decided >= 8, "{decided} decided");
	});
}

/// 99.9 % quantiles of χ² with 9 and with 27 degrees of freedom.
const CRITICAL: f64 = 27.877;
const CRITICAL_TOGETHER: f64 = 55.476;

#[test]
fn ten_thousand_draws_are_uniform_whatever_the_number_of_validators() {
	const DRAWS: u64 = 10_000;
	let mut together = 0.0;
	for validators in [1, 4, 7] {
		ext(validators).execute_with(|| {
			for slot in 0..DRAWS {
				block(slot);
				ask(10);
			}
			blocks(DRAWS..DRAWS + 2 * u64::from(validators));
			let mut counts = [0u32; 10];
			for id in (0..DRAWS as u32).map(DrawId) {
				let info = SlotRandomness::draw(id).expect("asked for; qed");
				let winner = info.winner.expect("decided; qed");
				counts[winner.to_low_u64_be() as usize] += 1;
			}
			assert_eq!(counts.iter().map(|n| u64::from(*n)).sum::<u64>(), DRAWS);
			let expected = DRAWS as f64 / 10.0;
			let chi: f64 =
				counts.iter().map(|n| (f64::from(*n) - expected).powi(2) / expected).sum();
			println!("{validators} validators: {counts:?}, χ² {chi:.2} below {CRITICAL}");
			assert!(chi < CRITICAL, "{validators} validators: χ² {chi}");
			together += chi;
		});
	}
	println!("together: χ² {together:.2} below {CRITICAL_TOGETHER}");
	assert!(together < CRITICAL_TOGETHER, "χ² {together}");
}
