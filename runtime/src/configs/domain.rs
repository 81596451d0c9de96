//! Membership pallets: who belongs, who acts, who validates, who gets in.

use crate::{
	calls,
	configs::governance::*,
	origins::{EnsureVotes, Share, Simple, TwoThirds},
	AccountId, Compliance, Consortium, Council, FundingCouncil, Gate, LegalTime, Officers,
	Oversight, Representatives, Runtime, RuntimeOrigin, Signature, SubjectIdentity,
	SupervisoryCommittee, Validators,
};
use alloc::vec::Vec;
use core::marker::PhantomData;
use frame_support::{
	parameter_types,
	traits::{ConstU32, ConstU64, EnsureOrigin},
	weights::{constants::WEIGHT_REF_TIME_PER_SECOND, Weight},
};
use shejiao_primitives::{directory::Members, governance::Body, ids::MemberId};
use sp_runtime::traits::Verify;

parameter_types! {
	/// A collective visits each of its open motions when a seat changes.
	pub SeatsWeight: Weight = <Runtime as frame_system::Config>::DbWeight::get()
		.reads_writes(3 * 34, 3 * 34);
}

/// The peers of a member stay while its validator does.
pub struct KeepValidatorsConnected;

impl pallet_consortium::PeerRetention for KeepValidatorsConnected {
	fn keep(member: MemberId) -> bool {
		Validators::keeps_peer(member)
	}
}

/// The collectives' own lists, compared with the seats by try-state.
pub struct Collectives;

impl pallet_consortium::Roster<AccountId> for Collectives {
	fn voters(body: Body) -> Vec<AccountId> {
		match body {
			Body::Council => pallet_collective::Members::<Runtime, CouncilInstance>::get(),
			Body::SupervisoryCommittee => {
				pallet_collective::Members::<Runtime, SupervisoryInstance>::get()
			},
			Body::FundingCouncil => pallet_collective::Members::<Runtime, FundingInstance>::get(),
		}
	}
}

impl pallet_consortium::Config for Runtime {
	type LegalTime = LegalTime;
	type OnMembership = (Gate, Validators, Compliance);
	type PeerRetention = KeepValidatorsConnected;
	type Council = Council;
	type SupervisoryCommittee = SupervisoryCommittee;
	type FundingCouncil = FundingCouncil;
	type Roster = Collectives;
	type AdmitOrigin = CouncilTwoThirds;
	type SuspendOrigin = CouncilMajority;
	type ConfirmOrigin = CouncilTwoThirds;
	type ExpelOrigin = CouncilThreeQuarters;
	type RenewOrigin = CouncilMajority;
	type RecoverOrigin = CouncilTwoThirds;
	type ReorganiseOrigin = CouncilTwoThirds;
	type Signature = Signature;
	type Signer = <Signature as Verify>::Signer;
	type MaxMembers = ConstU32<200>;
	type MaxSeats = MaxSeats;
	type MaxProposals = ConstU32<32>;
	type MaxUnits = ConstU32<256>;
	type ExpulsionDays = ConstU32<30>;
	type SeatsWeight = SeatsWeight;
	type WeightInfo = pallet_consortium::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = ();
}

impl pallet_officers::Config for Runtime {
	type WeightInfo = pallet_officers::weights::SubstrateWeight<Runtime>;
	type Time = LegalTime;
	type Members = Consortium;
	type Accounts = Consortium;
	type MaxOfficersPerMember = ConstU32<4_096>;
	type MaxDeputiesPerOfficer = ConstU32<8>;
	type MaxCaseloadsPerOfficer = ConstU32<64>;
	type MaxDelegationsPerUnit = ConstU32<16>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = super::benchmarks::County;
}

impl pallet_validators::Config for Runtime {
	type Members = Consortium;
	type Accounts = Consortium;
	type Sessions = pallet_validators::SessionPallet<Runtime>;
	type GovernanceOrigin = CouncilTwoThirds;
	type MaxValidators = MaxSeats;
	type HistoryDepth = ConstU32<{ super::consensus::SESSIONS_KEPT as u32 }>;
	type WeightInfo = pallet_validators::weights::SubstrateWeight<Runtime>;
}

/// The validators pallet, as the gate asks it.
pub struct Owners;

impl pallet_gate::ValidatorOwner<AccountId> for Owners {
	fn owner(validator: &AccountId) -> Option<MemberId> {
		let all = pallet_validators::Registered::<Runtime>::get();
		all.iter().find(|entry| entry.account == *validator).map(|entry| entry.member)
	}
}

impl pallet_gate::Config for Runtime {
	type GovernanceOrigin = CouncilMajority;
	type Accounts = Consortium;
	type Members = Consortium;
	type Directory = Officers;
	type ValidatorOwner = Owners;
	type Representatives = Representatives;
	type Cases = SubjectIdentity;
	type LegalTime = LegalTime;
	type CallTable = calls::Table;
	type ExtraCheck = calls::NoVoteOnOneself;
	type BareCalls = calls::BareCalls;
	type RefusalOf = calls::RefusalOf;
	type OnRefusal = Oversight;
	// Between the gate and CheckNonce stands CheckEra alone that encodes anything.
	type NonceOf = pallet_gate::NonceAfter<Runtime, frame_system::CheckEra<Runtime>>;
	type MaxPending = ConstU32<64>;
	// A whole hour of full blocks.
	type MaxQuota = ConstU64<{ WEIGHT_REF_TIME_PER_SECOND * 3_600 * 6 / 10 }>;
	type MinReserve = ConstU64<{ WEIGHT_REF_TIME_PER_SECOND * 10 }>;
	type WeightInfo = pallet_gate::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = super::benchmarks::LongestAdmission;
}

impl pallet_compliance::Config for Runtime {
	type Time = LegalTime;
	type Members = Consortium;
	type Directory = Officers;
	type GovernanceOrigin = CouncilTwoThirds;
	type MaxOpenIncidents = ConstU32<8>;
	type MaxPauses = ConstU32<64>;
	type MaxPauseHours = ConstU32<72>;
	type MaxConfirmedDays = ConstU32<30>;
	type WeightInfo = pallet_compliance::weights::SubstrateWeight<Runtime>;
}

/// Either body by a share of its seats, and which body it was.
pub struct EitherBody<S>(PhantomData<S>);

impl<S: Share> EnsureOrigin<RuntimeOrigin> for EitherBody<S> {
	type Success = Body;

	fn try_origin(origin: RuntimeOrigin) -> Result<Body, RuntimeOrigin> {
		let origin = match <EnsureVotes<CouncilInstance, S> as EnsureOrigin<_>>::try_origin(origin)
		{
			Ok(()) => return Ok(Body::Council),
			Err(origin) => origin,
		};
		<EnsureVotes<SupervisoryInstance, S> as EnsureOrigin<_>>::try_origin(origin)
			.map(|()| Body::SupervisoryCommittee)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		<EnsureVotes<CouncilInstance, S> as EnsureOrigin<RuntimeOrigin>>::try_successful_origin()
	}
}

impl pallet_endorsement::Config for Runtime {
	type RuntimeCall = crate::RuntimeCall;
	type EndorseOrigin = EitherBody<TwoThirds>;
	// When more than half are against an act, two thirds are for it no longer.
	type WithdrawOrigin = EitherBody<Simple>;
	type Seats = Consortium;
	type Time = LegalTime;
	type MaxActs = ConstU32<32>;
	type MaxValidity = ConstU32<90>;
	type WeightInfo = pallet_endorsement::weights::SubstrateWeight<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = super::benchmarks::Voter;
}

/// A member's institution account or one of its officers, as the member.
pub struct EnsureMember;

impl EnsureOrigin<RuntimeOrigin> for EnsureMember {
	type Success = MemberId;

	fn try_origin(origin: RuntimeOrigin) -> Result<MemberId, RuntimeOrigin> {
		use shejiao_primitives::directory::Directory;
		let again = origin.clone();
		let Ok(frame_system::RawOrigin::Signed(who)) = origin.into() else { return Err(again) };
		Consortium::member(&who)
			.or_else(|| Officers::officer(&who).map(|actor| actor.member))
			.ok_or(again)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin() -> Result<RuntimeOrigin, ()> {
		<EnsureVotingSeat as EnsureOrigin<RuntimeOrigin>>::try_successful_origin()
	}
}
