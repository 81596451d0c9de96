//! What bodies decide: motions, admissions, acts of Root class.

use super::chain::*;
use crate::{configs::*, *};
use frame_support::{assert_ok, dispatch::GetDispatchInfo};
use pallet_consortium::{Candidate, NextProposal, Params, Placement, SuiteKey};
use shejiao_primitives::{
	directory::Members,
	ids::{AreaCode, MemberId},
	member::{Access, Level, MemberKind, Seat},
	refusal::Refusal,
	suite::SuiteId,
};
use sp_runtime::{
	traits::{BlakeTwo256, Hash as _},
	ApplyExtrinsicResult, DispatchError, DispatchResult,
};

/// What a transaction refused at the gate gives.
pub fn refused(refusal: Refusal) -> ApplyExtrinsicResult {
	Err(refusal.into())
}

/// What a transaction whose call failed gives.
pub fn failed(error: impl Into<DispatchError>) -> ApplyExtrinsicResult {
	Ok(Err(error.into()))
}

/// The member for which `name` signs.
pub fn member(name: &str) -> MemberId {
	Consortium::member(&account(name)).expect("a member of the network; qed")
}

/// Propose `call` with `threshold`, and give its hash and index.
pub fn propose<I: 'static>(who: &str, call: RuntimeCall, threshold: u32) -> (Hash, u32)
where
	Runtime: pallet_collective::Config<I, Proposal = RuntimeCall>,
	RuntimeCall: From<pallet_collective::Call<Runtime, I>>,
{
	let index = pallet_collective::ProposalCount::<Runtime, I>::get();
	let hash = BlakeTwo256::hash_of(&call);
	let length_bound = codec::Encode::encoded_size(&call) as u32;
	let propose = pallet_collective::Call::<Runtime, I>::propose {
		threshold,
		proposal: Box::new(call),
		length_bound,
	};
	assert_eq!(apply(signed(who, propose)), Ok(Ok(())), "{who} proposes");
	(hash, index)
}

/// The vote for a motion.
pub fn aye<I: 'static>((proposal, index): (Hash, u32)) -> pallet_collective::Call<Runtime, I>
where
	Runtime: pallet_collective::Config<I, Proposal = RuntimeCall>,
{
	pallet_collective::Call::vote { proposal, index, approve: true }
}

/// Close a motion, and give what its call gave.
pub fn close<I: 'static>(who: &str, (proposal_hash, index): (Hash, u32)) -> DispatchResult
where
	Runtime: pallet_collective::Config<I, Proposal = RuntimeCall>,
	RuntimeCall: From<pallet_collective::Call<Runtime, I>>,
	RuntimeEvent: TryInto<pallet_collective::Event<Runtime, I>>,
{
	let call = pallet_collective::ProposalOf::<Runtime, I>::get(proposal_hash)
		.expect("the motion is open; qed");
	let close = pallet_collective::Call::<Runtime, I>::close {
		proposal_hash,
		index,
		proposal_weight_bound: call.get_dispatch_info().call_weight,
		length_bound: codec::Encode::encoded_size(&call) as u32,
	};
	assert_eq!(apply(signed(who, close)), Ok(Ok(())), "{who} closes");
	System::read_events_for_pallet::<pallet_collective::Event<Runtime, I>>()
		.into_iter()
		.find_map(|event| match event {
			pallet_collective::Event::Executed { proposal_hash: hash, result }
				if hash == proposal_hash =>
			{
				Some(result)
			},
			_ => None,
		})
		.expect("the motion was executed; qed")
}

/// What becomes of a motion for which `voters` vote.
pub fn motion<I: 'static>(call: impl Into<RuntimeCall>, voters: &[&str]) -> DispatchResult
where
	Runtime: pallet_collective::Config<I, Proposal = RuntimeCall>,
	RuntimeCall: From<pallet_collective::Call<Runtime, I>>,
	RuntimeEvent: TryInto<pallet_collective::Event<Runtime, I>>,
{
	let first = voters.first().expect("somebody proposes; qed");
	block(|| {
		let motion = propose::<I>(first, call.into(), voters.len() as u32);
		for voter in voters {
			assert_eq!(apply(signed(voter, aye::<I>(motion))), Ok(Ok(())), "{voter} votes");
		}
		close::<I>(first, motion)
	})
}

/// What becomes of a motion in the council.
pub fn council(call: impl Into<RuntimeCall>, voters: &[&str]) -> DispatchResult {
	motion::<CouncilInstance>(call, voters)
}

/// What becomes of a motion in the supervisory committee.
pub fn committee(call: impl Into<RuntimeCall>, voters: &[&str]) -> DispatchResult {
	motion::<SupervisoryInstance>(call, voters)
}

/// The council without `accused`.
pub fn without(accused: &str) -> Vec<&'static str> {
	COUNCIL.into_iter().filter(|name| *name != accused).collect()
}

/// Both bodies endorse `call`.
pub fn endorse(call: &RuntimeCall) {
	let endorse = pallet_endorsement::Call::<Runtime>::endorse {
		call_hash: BlakeTwo256::hash_of(call),
		review_hash: Hash::repeat_byte(7),
	};
	assert_ok!(council(endorse.clone(), &COUNCIL[..6]));
	assert_ok!(committee(endorse, &COMMITTEE[..2]));
}

/// Any voting seat runs `call` as Root.
pub fn enact(call: RuntimeCall) -> ApplyExtrinsicResult {
	submit("county-court", pallet_endorsement::Call::<Runtime>::enact { call: Box::new(call) })
}

/// Run `call` as Root, endorsed by both bodies.
pub fn as_root(call: impl Into<RuntimeCall>) {
	let call = call.into();
	endorse(&call);
	assert_eq!(enact(call), Ok(Ok(())));
}

/// A candidate of the county without a node.
pub fn candidate(name: &str, kind: MemberKind, seat: Seat) -> Candidate<AccountId> {
	let mut point = vec![4];
	point.resize(65, 1);
	Candidate {
		account: account(name),
		kind,
		placement: Placement {
			level: Level::County,
			area: AreaCode(440_604),
			parent: None,
			seat,
			provider: false,
			access: Access::Gateway,
		},
		encryption: SuiteKey {
			suite: SuiteId::International,
			key: point.try_into().expect("65 bytes; qed"),
		},
		charter: Hash::repeat_byte(1),
		evidence: Hash::repeat_byte(2),
		peers: Default::default(),
		quota: 60_000_000_000_000,
		readmit: None,
	}
}

/// Propose a candidate, as the county's justice bureau does.
pub fn propose_member(candidate: Candidate<AccountId>) -> ApplyExtrinsicResult {
	let candidate = Box::new(candidate);
	submit("county-justice", pallet_consortium::Call::<Runtime>::propose { candidate })
}

/// The motion to admit the candidate of a proposal.
pub fn admit(proposal: pallet_consortium::ProposalId) -> pallet_consortium::Call<Runtime> {
	pallet_consortium::Call::admit { proposal }
}

/// Admit a candidate by all steps.
pub fn join(candidate: Candidate<AccountId>) {
	let proposal = NextProposal::<Runtime>::get();
	assert_eq!(propose_member(candidate), Ok(Ok(())));
	pass_days(Params::<Runtime>::get().publicity_days + 1);
	assert_ok!(council(admit(proposal), &COUNCIL[..6]));
}
