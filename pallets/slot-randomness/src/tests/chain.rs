//! Blocks with real outputs.

use crate::{mock::*, *};
use frame_support::{assert_ok, traits::Hooks};
use frame_system::RawOrigin;
use shejiao_primitives::{
	draw::Candidates,
	ids::DrawId,
	randomness::{sign_data, Mix},
};
use shejiao_testing::Externalities;
use sp_core::{crypto::VrfSecret, sr25519::Pair, Pair as _, H256};

pub const GENESIS: H256 = H256([7; 32]);

pub fn ext(validators: u32) -> Externalities<frame_system::GenesisConfig<Test>> {
	Validators::set(validators);
	Externalities::new(frame_system::GenesisConfig::default(), SlotRandomness::do_try_state)
}

pub fn key(number: u64) -> Pair {
	Pair::from_seed(&[number as u8 + 1; 32])
}

/// The key that `slot` belongs to.
pub fn author(slot: u64) -> Pair {
	key(slot % u64::from(Validators::get()))
}

pub fn sign_over(key: &Pair, genesis: H256, slot: u64, mix: &Mix) -> Output {
	Output(key.vrf_sign(&sign_data(genesis, slot.into(), mix)))
}

/// The output of `key` for `slot` on top of the current mix.
pub fn sign(key: &Pair, slot: u64) -> Output {
	sign_over(key, GENESIS, slot, &LastMix::<Test>::get())
}

pub fn note(output: Output) -> frame_support::dispatch::DispatchResultWithPostInfo {
	SlotRandomness::note(RawOrigin::None.into(), output)
}

/// Begin the block of `slot`.
pub fn begin(slot: u64) {
	let number = System::block_number() + 1;
	let parent = if number == 1 { GENESIS } else { H256::from_low_u64_be(number) };
	System::reset_events();
	System::initialize(&number, &parent, &Default::default());
	Current::set(Some((slot.into(), author(slot).public())));
	SlotRandomness::on_initialize(number);
}

pub fn end() {
	SlotRandomness::on_finalize(System::block_number());
}

/// The whole block of `slot` with its author's output.
pub fn block(slot: u64) -> Output {
	begin(slot);
	let output = sign(&author(slot), slot);
	assert_ok!(note(output.clone()));
	end();
	output
}

pub fn blocks(slots: impl IntoIterator<Item = u64>) {
	for slot in slots {
		block(slot);
	}
}

pub fn candidates(count: u64) -> Candidates {
	(0..count).map(H256::from_low_u64_be).collect::<Vec<_>>().try_into().expect("few; qed")
}

/// Ask for a draw in the last block.
pub fn ask(count: u64) -> DrawId {
	let id = NextDraw::<Test>::get();
	assert_ok!(SlotRandomness::request(
		RawOrigin::Signed(3).into(),
		Purpose::Reviewer,
		candidates(count)
	));
	id
}

pub fn decision(id: DrawId) -> Option<Decision> {
	Decisions::<Test>::get(id)
}
