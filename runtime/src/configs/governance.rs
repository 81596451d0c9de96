//! Governance pallets: three bodies and what two of them decide together.

use crate::{
	origins::{EnsureVotes, Simple, ThreeQuarters, TwoThirds},
	AccountId, BlockNumber, Runtime, RuntimeCall, RuntimeEvent, RuntimeOrigin,
};
use frame_support::{
	parameter_types,
	traits::{ConstU32, NeverEnsureOrigin},
	weights::Weight,
};
use frame_system::EnsureRoot;

pub use crate::origins::EnsureVotingSeat;

/// 理事会: every voting seat.
pub type CouncilInstance = pallet_collective::Instance1;
/// 监督委员会: procuratorates, audit, discipline inspection.
pub type SupervisoryInstance = pallet_collective::Instance2;
/// The council without social organisations, for funding matters.
pub type FundingInstance = pallet_collective::Instance3;

/// More than half of the council.
pub type CouncilMajority = EnsureVotes<CouncilInstance, Simple>;
/// Two thirds of the council.
pub type CouncilTwoThirds = EnsureVotes<CouncilInstance, TwoThirds>;
/// Three quarters of the council.
pub type CouncilThreeQuarters = EnsureVotes<CouncilInstance, ThreeQuarters>;
/// Two thirds of the supervisory committee.
pub type CommitteeTwoThirds = EnsureVotes<SupervisoryInstance, TwoThirds>;

parameter_types! {
	/// Seats of a body and validators at the most.
	pub const MaxSeats: u32 = crate::MAX_SEATS;
	/// A motion that nobody closes can be closed by anybody after this many blocks: a backstop; what
	/// binds in time are the periods of the pallets that motions call.
	pub const MotionDuration: BlockNumber = 30 * 24 * 3_600;
	/// A motion may weigh at most half of a block.
	pub MaxProposalWeight: Weight = super::system::MAX_BLOCK / 2;
}

macro_rules! body {
	($instance:ty) => {
		impl pallet_collective::Config<$instance> for Runtime {
			type RuntimeOrigin = RuntimeOrigin;
			type Proposal = RuntimeCall;
			type RuntimeEvent = RuntimeEvent;
			type MotionDuration = MotionDuration;
			type MaxProposals = ConstU32<32>;
			type MaxMembers = MaxSeats;
			// There is no prime, so that silence is no vote for.
			type DefaultVote = pallet_collective::PrimeDefaultVote;
			type WeightInfo = pallet_collective::weights::SubstrateWeight<Runtime>;
			// Seats come from membership alone.
			type SetMembersOrigin = NeverEnsureOrigin<()>;
			type MaxProposalWeight = MaxProposalWeight;
			type DisapproveOrigin = EnsureRoot<AccountId>;
			type KillOrigin = EnsureRoot<AccountId>;
			type Consideration = ();
		}
	};
}

body!(CouncilInstance);
body!(SupervisoryInstance);
body!(FundingInstance);
