//! A runtime of this pallet alone. Accounts are numbers; `None` stands for the council's vote.

pub use crate::tests::surroundings::*;
use crate::{self as pallet_consortium, *};
use frame_support::{construct_runtime, derive_impl, traits::ConstU32};
use frame_system::EnsureNone;
use shejiao_testing::{MockLegalTime, MockOnMembership};
use sp_runtime::testing::{TestSignature, UintAuthorityId};

construct_runtime!(pub enum Test { System: frame_system = 0, Consortium: pallet_consortium = 40 });

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
}

impl Config for Test {
	type LegalTime = MockLegalTime;
	type OnMembership = MockOnMembership;
	type PeerRetention = Kept;
	type Council = Collective<0>;
	type SupervisoryCommittee = Collective<1>;
	type FundingCouncil = Collective<2>;
	type Roster = Collective<0>;
	type AdmitOrigin = EnsureNone<u64>;
	type SuspendOrigin = Vote;
	type ConfirmOrigin = Vote;
	type ExpelOrigin = Vote;
	type RenewOrigin = Vote;
	type RecoverOrigin = Vote;
	type ReorganiseOrigin = Vote;
	type Signature = TestSignature;
	type Signer = UintAuthorityId;
	type MaxMembers = ConstU32<12>;
	type MaxSeats = ConstU32<8>;
	type MaxProposals = ConstU32<4>;
	type MaxUnits = ConstU32<3>;
	type ExpulsionDays = ConstU32<14>;
	type SeatsWeight = SeatsWeight;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Helper;
}
