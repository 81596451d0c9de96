mod enact;
mod endorse;
mod properties;
mod set_validity;
mod try_state;
mod withdraw_endorsement;

use crate::{mock::*, *};
use frame_support::assert_ok;
use shejiao_primitives::{governance::Body, member::MemberKind};
use shejiao_testing::{Externalities, MockMembers, MockSeats};
use sp_core::H256;
use sp_runtime::{
	traits::{BlakeTwo256, Hash},
	DispatchResult,
};

/// Votes in the council.
pub(crate) const VOTER: u64 = 1;
/// Has a seat in the council but no vote now.
const SUSPENDED: u64 = 2;
/// Votes in the committee alone.
const SUPERVISOR: u64 = 3;

const REVIEW: H256 = H256([8; 32]);

fn ext() -> Externalities<RuntimeGenesisConfig> {
	Externalities::new(RuntimeGenesisConfig::default(), Endorsements::do_try_state)
}

/// Seats of council and committee: their epochs are 1.
pub(crate) fn seat() {
	System::set_block_number(1);
	let [voter, suspended, supervisor] =
		[VOTER, SUSPENDED, SUPERVISOR].map(|who| MockMembers::add(&who, MemberKind::Procuratorate));
	MockSeats::set(Body::Council, vec![(voter, true), (suspended, false)]);
	MockSeats::set(Body::SupervisoryCommittee, vec![(supervisor, true)]);
}

/// A call that Root alone may make.
fn act(number: u64) -> RuntimeCall {
	frame_system::Call::set_heap_pages { pages: number }.into()
}

fn hash(call: &RuntimeCall) -> H256 {
	BlakeTwo256::hash_of(call)
}

/// Account that speaks for two thirds of a body.
fn endorser(body: Body) -> RuntimeOrigin {
	RuntimeOrigin::signed(ENDORSER + body as u64)
}

fn withdrawer(body: Body) -> RuntimeOrigin {
	RuntimeOrigin::signed(WITHDRAWER + body as u64)
}

fn endorse(body: Body, call: &RuntimeCall) -> DispatchResult {
	Endorsements::endorse(endorser(body), hash(call), REVIEW)
}

fn endorse_by_both(call: &RuntimeCall) {
	assert_ok!(endorse(Body::Council, call));
	assert_ok!(endorse(Body::SupervisoryCommittee, call));
}

fn live(call: &RuntimeCall) -> Vec<Body> {
	Endorsements::live_endorsements(hash(call))
}

/// The seats of `body` change.
fn reseat(body: Body) {
	MockSeats::set(body, vec![]);
}

fn run<R>(test: impl FnOnce() -> R) -> R {
	ext().execute_with(|| {
		seat();
		test()
	})
}
