//! Random histories against a model that knows the blocks alone.

use super::chain::*;
use crate::{mock::*, *};
use frame_support::assert_ok;
use frame_system::RawOrigin;
use proptest::prelude::*;
use shejiao_primitives::{
	draw::{pick, Candidates},
	ids::DrawId,
	randomness::{mix, Mix},
};
use shejiao_testing::property::{histories, Tally};
use sp_core::{
	sr25519::{vrf::VrfSignature, Public},
	Pair as _, H256,
};
use std::collections::BTreeSet;

#[derive(Clone, Copy, Debug)]
enum Forgery {
	Key,
	Slot,
	Mix,
	Replay,
	Second,
	Signed,
}

#[derive(Clone, Debug)]
enum Step {
	/// A block after some missed slots, with or without an attempt to forge its output.
	Block(u64, Option<Forgery>),
	/// A request for a draw among so many, perhaps with one twice, perhaps not by a member.
	Request(u64, bool, bool),
	/// Another number of validators.
	Validators(u32),
}

fn step() -> impl Strategy<Value = Step> {
	let forgery = proptest::sample::select(
		&[
			Forgery::Key,
			Forgery::Slot,
			Forgery::Mix,
			Forgery::Replay,
			Forgery::Second,
			Forgery::Signed,
		][..],
	);
	prop_oneof![
		6 => (prop_oneof![3 => Just(0u64), 1 => 1..12u64], proptest::option::weighted(0.3, forgery))
			.prop_map(|(missed, forgery)| Step::Block(missed, forgery)),
		5 => (0..6u64, proptest::bool::weighted(0.15), proptest::bool::weighted(0.9))
			.prop_map(|(count, twice, member)| Step::Request(count, twice, member)),
		1 => (1..=7u32).prop_map(Step::Validators),
	]
}

struct Block {
	slot: u64,
	author: Public,
	signature: VrfSignature,
	validators: u32,
}

struct Asked {
	/// Blocks there were when it was asked for.
	blocks: usize,
	slot: u64,
	due: u64,
	candidates: Vec<H256>,
}

/// The history, and nothing that follows from it.
#[derive(Default)]
struct Model {
	blocks: Vec<Block>,
	asked: Vec<Asked>,
}

impl Model {
	fn mix(&self, blocks: usize) -> Mix {
		self.blocks
			.iter()
			.take(blocks)
			.fold([0; 32], |before, block| mix(&before, block.slot.into(), &block.signature))
	}

	/// Authors of the blocks after `slot`, up to block number `until`.
	fn authors(&self, slot: u64, until: usize) -> usize {
		self.blocks[..until]
			.iter()
			.filter(|block| block.slot > slot)
			.map(|block| block.author)
			.collect::<BTreeSet<_>>()
			.len()
	}

	/// The number of the block that decides each draw, as far as there is one.
	fn deciding(&self) -> Vec<usize> {
		let mut deciding: Vec<usize> = Vec::new();
		for asked in &self.asked {
			let earliest = deciding.last().copied().unwrap_or(0).max(asked.blocks + 1);
			let found = (earliest..=self.blocks.len()).find(|number| {
				let block = &self.blocks[number - 1];
				let full = deciding.iter().filter(|n| *n == number).count() >= MAX_DECIDED as usize;
				let quorum = (block.validators as usize).div_ceil(3).max(1);
				!full && block.slot >= asked.due && self.authors(asked.slot, *number) >= quorum
			});
			match found {
				Some(number) => deciding.push(number),
				None => break,
			}
		}
		deciding
	}

	fn open(&self) -> usize {
		self.asked.len() - self.deciding().len()
	}

	fn check(&self) {
		assert_eq!(LastMix::<Test>::get(), self.mix(self.blocks.len()));
		let deciding = self.deciding();
		for (number, asked) in self.asked.iter().enumerate() {
			let id = DrawId(number as u32);
			let info = SlotRandomness::draw(id).expect("asked for; qed");
			assert_eq!(info.candidates, asked.candidates);
			let Some(block) = deciding.get(number).copied() else {
				assert_eq!((info.decision, info.winner), (None, None), "{id:?}");
				continue;
			};
			let decision = info.decision.expect("the model has it decided; qed");
			assert_eq!(decision.block as usize, block);
			assert_eq!(decision.mix, self.mix(block));
			assert_eq!(decision.authors as usize, self.authors(asked.slot, block));
			let slot = self.blocks[block - 1].slot;
			let written = self.blocks[..block].iter().filter(|b| b.slot > asked.slot).count();
			assert_eq!(u64::from(decision.missed), slot - asked.slot - written as u64);
			let place = pick(&decision.mix, id, asked.candidates.len() as u32);
			assert_eq!(info.winner, place.map(|place| asked.candidates[place as usize]));
		}
	}
}

fn forge(model: &Model, forgery: Forgery, slot: u64) -> bool {
	let output = match forgery {
		Forgery::Key => sign(&key(100), slot),
		Forgery::Slot => sign(&author(slot), slot + 1),
		Forgery::Mix => sign_over(&author(slot), GENESIS, slot, &[9; 32]),
		Forgery::Replay => match model.blocks.last() {
			Some(block) => Output(block.signature.clone()),
			None => sign(&key(101), slot),
		},
		Forgery::Second | Forgery::Signed => sign(&author(slot), slot),
	};
	if matches!(forgery, Forgery::Signed) {
		return SlotRandomness::note(RawOrigin::Signed(1).into(), output).is_ok();
	}
	note(output).is_ok()
}

fn play(model: &mut Model, step: &Step, tally: &mut Tally) {
	match step {
		Step::Block(missed, forgery) => {
			let slot = model.blocks.last().map_or(1, |block| block.slot + 1) + missed;
			begin(slot);
			let before = forgery.filter(|f| !matches!(f, Forgery::Second));
			if let Some(forgery) = before {
				assert!(!forge(model, forgery, slot), "{forgery:?} passed");
				tally.note("note", false);
			}
			let output = sign(&author(slot), slot);
			assert_ok!(note(output.clone()));
			tally.note("note", true);
			if matches!(forgery, Some(Forgery::Second)) {
				assert!(!forge(model, Forgery::Second, slot), "a second output passed");
				tally.note("note", false);
			}
			end();
			model.blocks.push(Block {
				slot,
				author: author(slot).public(),
				signature: output.0,
				validators: Validators::get(),
			});
		},
		Step::Request(count, twice, member) => {
			let mut list: Vec<_> = (0..*count).map(H256::from_low_u64_be).collect();
			if *twice {
				list.extend(list.first().copied());
			}
			let frozen: Candidates = list.clone().try_into().expect("few; qed");
			let origin = if *member { RawOrigin::Signed(1) } else { RawOrigin::Root };
			let good = *member && *count > 0 && !*twice && model.open() < MAX_OPEN as usize;
			let done = SlotRandomness::request(origin.into(), Purpose::ExpertPanel, frozen);
			assert_eq!(done.is_ok(), good, "{done:?}");
			tally.note("request", good);
			if good {
				let slot = model.blocks.last().map_or(0, |block| block.slot);
				model.asked.push(Asked {
					blocks: model.blocks.len(),
					slot,
					due: slot + 2 * u64::from(Validators::get()),
					candidates: list,
				});
			}
		},
		Step::Validators(count) => Validators::set(*count),
	}
}

#[test]
fn histories_agree_with_the_model() {
	let mut decided = 0;
	let tally = histories(step(), |steps, tally| {
		ext(4).execute_with(|| {
			let mut model = Model::default();
			for step in steps {
				play(&mut model, step, tally);
			}
			model.check();
			decided += model.deciding().len();
		});
	});
	println!("{decided} draws decided");
	assert!(decided > 1_000, "{decided} draws decided");
	tally.check(&["note", "request"]);
}
