//! Who decides: votes counted against the live seats, the accused left out.

use crate::{AccountId, Runtime, RuntimeCall, RuntimeOrigin};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use core::marker::PhantomData;
use frame_support::traits::{EnsureOrigin, EnsureOriginWithArg};
use pallet_collective::RawOrigin;
use shejiao_primitives::{
	directory::Members,
	governance::{Body, Majority, Seats},
	ids::MemberId,
};

/// The share of the seats that an origin asks for, as a type.
pub trait Share {
	/// The share.
	const MAJORITY: Majority;
}

/// More than one half.
pub struct Simple;
impl Share for Simple {
	const MAJORITY: Majority = Majority::Simple;
}

/// At least two thirds.
pub struct TwoThirds;
impl Share for TwoThirds {
	const MAJORITY: Majority = Majority::TwoThirds;
}

/// At least three quarters.
pub struct ThreeQuarters;
impl Share for ThreeQuarters {
	const MAJORITY: Majority = Majority::ThreeQuarters;
}

/// A body, by the collective that holds its motions.
pub trait BodyOf {
	/// The body.
	const BODY: Body;
}

impl BodyOf for pallet_collective::Instance1 {
	const BODY: Body = Body::Council;
}
impl BodyOf for pallet_collective::Instance2 {
	const BODY: Body = Body::SupervisoryCommittee;
}
impl BodyOf for pallet_collective::Instance3 {
	const BODY: Body = Body::FundingCouncil;
}

/// A decision of a body by a share of its seats.
///
/// `pallet_collective`'s own origins divide by the accounts that may vote now. Here the seats of
/// suspended members count too, so that a bare majority cannot suspend seat after seat, and the member
/// that a decision is about neither counts nor votes.
pub struct EnsureVotes<I, S>(PhantomData<(I, S)>);

impl<I, S> EnsureVotes<I, S>
where
	I: BodyOf + 'static,
	S: Share,
	Runtime: pallet_collective::Config<I, Proposal = RuntimeCall>,
	RuntimeOrigin: Into<Result<RawOrigin<AccountId, I>, RuntimeOrigin>>,
{
	fn decide(origin: RuntimeOrigin, accused: Option<MemberId>) -> Result<(), RuntimeOrigin> {
		let again = origin.clone();
		let RawOrigin::Members(yes, _) = origin.into()? else { return Err(again) };
		let mut seats = <crate::Consortium as Seats<AccountId>>::seats(I::BODY);
		let mut yes = yes;
		if let Some(accused) = accused {
			if <crate::Consortium as Seats<AccountId>>::has_seat(I::BODY, accused) {
				seats = seats.saturating_sub(1);
			}
			if accused_said_yes::<I>(accused) {
				yes = yes.saturating_sub(1);
			}
		}
		(yes >= S::MAJORITY.threshold(seats)).then_some(()).ok_or(again)
	}
}

/// Whether the accused has voted for some motion about itself, by whatever wrapper.
///
/// The origin does not say which motion it comes from, so any such vote is taken off: to vote on
/// oneself never helps. Motions are few (`MaxProposals`).
fn accused_said_yes<I: 'static>(accused: MemberId) -> bool
where
	Runtime: pallet_collective::Config<I, Proposal = RuntimeCall>,
{
	let Some(account) = <crate::Consortium as Members<AccountId>>::institution(accused) else {
		return false;
	};
	pallet_collective::Proposals::<Runtime, I>::get().iter().any(|hash| {
		ayes::<I>(hash).contains(&account)
			&& crate::calls::accused_of_motion::<I>(hash) == Some(accused)
	})
}

/// Who voted for a motion. The fields of `Votes` are private, so they are read from its encoding:
/// index, threshold, for, against.
fn ayes<I: 'static>(hash: &crate::Hash) -> Vec<AccountId>
where
	Runtime: pallet_collective::Config<I>,
{
	pallet_collective::Voting::<Runtime, I>::get(hash)
		.and_then(|votes| <(u32, u32, Vec<AccountId>)>::decode(&mut &votes.encode()[..]).ok())
		.map(|(_, _, ayes)| ayes)
		.unwrap_or_default()
}

impl<I, S> EnsureOrigin<RuntimeOrigin> for EnsureVotes<I, S>
where
	I: BodyOf + 'static,
	S: Share,
	Runtime: pallet_collective::Config<I, Proposal = RuntimeCall>,
	RuntimeOrigin:
		Into<Result<RawOrigin<AccountId, I>, RuntimeOrigin>> + From<RawOrigin<AccountId, I>>,
{
	type Success = ();

	fn try_origin(origin: RuntimeOrigin) -> Result<(), RuntimeOrigin> {
		Self::decide(origin, None)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		Ok(RawOrigin::Members(u32::MAX, u32::MAX).into())
	}
}

impl<I, S> EnsureOriginWithArg<RuntimeOrigin, MemberId> for EnsureVotes<I, S>
where
	I: BodyOf + 'static,
	S: Share,
	Runtime: pallet_collective::Config<I, Proposal = RuntimeCall>,
	RuntimeOrigin:
		Into<Result<RawOrigin<AccountId, I>, RuntimeOrigin>> + From<RawOrigin<AccountId, I>>,
{
	type Success = ();

	fn try_origin(origin: RuntimeOrigin, accused: &MemberId) -> Result<(), RuntimeOrigin> {
		Self::decide(origin, Some(*accused))
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin(_: &MemberId) -> Result<RuntimeOrigin, ()> {
		Ok(RawOrigin::Members(u32::MAX, u32::MAX).into())
	}
}

/// The institution account of a member that may vote in the council.
pub struct EnsureVotingSeat;

impl EnsureOrigin<RuntimeOrigin> for EnsureVotingSeat {
	type Success = AccountId;

	fn try_origin(origin: RuntimeOrigin) -> Result<AccountId, RuntimeOrigin> {
		let again = origin.clone();
		match origin.into() {
			Ok(frame_system::RawOrigin::Signed(who))
				if <crate::Consortium as Seats<AccountId>>::may_vote(Body::Council, &who) =>
			{
				Ok(who)
			},
			_ => Err(again),
		}
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		let account = AccountId::new([7; 32]);
		<crate::Consortium as Members<AccountId>>::benchmark_member(
			&account,
			shejiao_primitives::member::MemberKind::Court,
		);
		Ok(frame_system::RawOrigin::Signed(account).into())
	}
}
