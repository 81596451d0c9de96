//! What authors gain who withhold their blocks: at most the bound that the README states.

use super::chain::*;
use crate::{mock::*, *};
use frame_support::storage::with_transaction;
use shejiao_primitives::ids::DrawId;
use sp_core::H256;
use sp_runtime::{DispatchError, TransactionOutcome};
use std::collections::BTreeSet;

const VALIDATORS: u32 = 10;

/// The last `f` slots up to `due` are those of the colluders, `strategy` has a bit for each that they
/// withhold. Authors after them are honest, one decides if they withhold the last.
fn play(due: u64, f: u32, strategy: u32) {
	let first = due + 1 - u64::from(f);
	blocks((0..f).filter(|i| strategy & (1 << i) == 0).map(|i| first + u64::from(i)));
	if decision(DrawId(NextDraw::<Test>::get().0 - 1)).is_none() {
		block(due + 1);
	}
}

/// What `strategy` leads to, without doing it.
fn foresee(due: u64, f: u32, strategy: u32, id: DrawId) -> (Decision, H256) {
	with_transaction(|| {
		play(due, f, strategy);
		let info = SlotRandomness::draw(id).expect("asked for; qed");
		let outcome = (info.decision.expect("due; qed"), info.winner.expect("due; qed"));
		TransactionOutcome::Rollback(Ok::<_, DispatchError>(outcome))
	})
	.expect("never fails; qed")
}

/// Ask in the block of `slot` and let the honest write until the colluders' turn. Gives what is due.
fn prepare(slot: u64, f: u32, candidates: u64) -> (DrawId, u64) {
	block(slot);
	let id = ask(candidates);
	let due = slot + 2 * u64::from(VALIDATORS);
	blocks(slot + 1..=due - u64::from(f));
	(id, due)
}

#[test]
fn colluding_neighbours_choose_among_two_to_the_f_outcomes_and_each_choice_is_seen() {
	for f in 1..=4u32 {
		ext(VALIDATORS).execute_with(|| {
			let (id, due) = prepare(3, f, 1_000);
			let mut mixes = BTreeSet::new();
			// Twice: another proof is no further choice.
			for strategy in (0..1 << f).chain(0..1 << f) {
				let (decision, _) = foresee(due, f, strategy, id);
				// An honest author decided one slot later if the last was withheld.
				assert_eq!(decision.missed, strategy.count_ones(), "{strategy:b}");
				let withheld_last = strategy & (1 << (f - 1)) != 0;
				assert_eq!(*decision.slot, due + u64::from(withheld_last));
				mixes.insert(decision.mix);
			}
			assert!(mixes.len() <= 1 << f, "{} outcomes for {f}", mixes.len());
			assert_eq!(mixes.len(), 1 << f, "the bound is met: the test is not empty");
			play(due, f, 0);
		});
	}
}

#[test]
fn the_favourite_of_colluders_wins_no_more_often_than_the_bound_says() {
	const CANDIDATES: u64 = 8;
	const TRIALS: u32 = 300;
	for f in 1..=3u32 {
		ext(VALIDATORS).execute_with(|| {
			let favourite = H256::from_low_u64_be(5);
			let mut slot = 0;
			let mut wins = 0;
			for _ in 0..TRIALS {
				let (id, due) = prepare(slot, f, CANDIDATES);
				// They even see what the honest author after them would make of it.
				let strategy = (0..1 << f)
					.find(|strategy| foresee(due, f, *strategy, id).1 == favourite)
					.unwrap_or(0);
				play(due, f, strategy);
				let info = SlotRandomness::draw(id).expect("asked for; qed");
				let missed = info.decision.expect("due; qed").missed;
				assert_eq!(missed, strategy.count_ones(), "withheld and unseen");
				wins += u32::from(info.winner == Some(favourite));
				slot = due + 2;
			}
			let chance = 1.0 - (1.0 - 1.0 / CANDIDATES as f64).powi(1 << f);
			let trials = f64::from(TRIALS);
			let sigma = (trials * chance * (1.0 - chance)).sqrt();
			println!("f {f}: {wins} of {TRIALS}, bound {:.1} ± {sigma:.1}", trials * chance);
			assert!(f64::from(wins) < trials * chance + 3.0 * sigma);
			assert!(f64::from(wins) > trials / CANDIDATES as f64, "they do gain something");
		});
	}
}

#[test]
fn what_is_withheld_before_the_last_honest_output_gives_no_choice() {
	// The colluder's slot is 22, and 23 is honest. Two strategies lead to two mixes, but each is
	// unknown until the honest author signs: both have the same honest slot after them, on record.
	ext(VALIDATORS).execute_with(|| {
		block(3);
		let id = ask(1_000);
		blocks(4..=21);
		let known = LastMix::<Test>::get();
		let mut mixes = BTreeSet::new();
		for publish in [true, false] {
			let decided = with_transaction(|| {
				if publish {
					block(22);
				}
				block(23);
				let decided = decision(id).expect("due; qed");
				TransactionOutcome::Rollback(Ok::<_, DispatchError>(decided))
			})
			.expect("never fails; qed");
			assert_eq!(decided.missed, u32::from(!publish));
			assert_eq!(*decided.slot, 23);
			// Neither what was known before nor any output of the colluder's alone.
			assert_ne!(decided.mix, known);
			mixes.insert(decided.mix);
		}
		assert_eq!(mixes.len(), 2);
		blocks(22..=23);
	});
}

#[test]
fn a_minority_alone_never_decides() {
	ext(VALIDATORS).execute_with(|| {
		block(0);
		let id = ask(5);
		// Three of ten, for many rounds: the others are down.
		blocks((10..400).filter(|slot| slot % 10 < 3));
		assert_eq!(decision(id), None);
		block(404);
		assert_eq!(decision(id).map(|d| d.authors), Some(4));
	});
}
