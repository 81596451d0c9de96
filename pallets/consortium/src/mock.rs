//! A runtime of this pallet alone. Accounts are numbers; `None` stands for the council's vote.

use crate as pallet_consortium;
use crate::*;
use alloc::vec::Vec;
use frame_support::{
	derive_impl, parameter_types,
	storage::unhashed,
	traits::{ChangeMembers, ConstU32, EnsureOriginWithArg},
};
use frame_system::{EnsureNone, RawOrigin};
use shejiao_primitives::governance::Body;
use shejiao_testing::{MockLegalTime, MockOnMembership};
use sp_runtime::testing::{TestSignature, UintAuthorityId};

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeTask,
		RuntimeHoldReason,
		RuntimeFreezeReason
	)]
	pub struct Test;
	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(40)]
	pub type Consortium = pallet_consortium;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
}

parameter_types! {
	pub static Accused: Option<MemberId> = None;
	pub const SeatsWeight: Weight = Weight::from_parts(10_000_000_000, 0);
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

/// The vote of the council, which the accused does not pass.
pub struct Vote;
impl EnsureOriginWithArg<RuntimeOrigin, MemberId> for Vote {
	type Success = ();
	fn try_origin(origin: RuntimeOrigin, member: &MemberId) -> Result<(), RuntimeOrigin> {
		match origin.clone().into() {
			Ok(RawOrigin::None) if Accused::get() != Some(*member) => Ok(()),
			_ => Err(origin),
		}
	}
	#[cfg(feature = "runtime-benchmarks")]
	fn try_successful_origin(_: &MemberId) -> Result<RuntimeOrigin, ()> {
		Ok(RuntimeOrigin::none())
	}
}

/// Members whose validators are not out yet.
pub struct Kept;
impl Kept {
	pub fn set(members: Vec<MemberId>) {
		unhashed::put(b"kept", &members);
	}
}
impl PeerRetention for Kept {
	fn keep(member: MemberId) -> bool {
		unhashed::get_or_default::<Vec<MemberId>>(b"kept").contains(&member)
	}
}

/// A collective that believes nothing.
pub struct Collective<const BODY: u8>;
impl<const BODY: u8> ChangeMembers<u64> for Collective<BODY> {
	fn change_members_sorted(incoming: &[u64], outgoing: &[u64], new: &[u64]) {
		let old: Vec<u64> = unhashed::get_or_default(&[BODY]);
		let diff = Self::compute_members_diff_sorted(new, &old);
		assert_eq!(diff, (incoming.to_vec(), outgoing.to_vec()));
		unhashed::put(&[BODY], &new.to_vec());
	}
}
impl Roster<u64> for Collective<0> {
	fn voters(body: Body) -> Vec<u64> {
		unhashed::get_or_default(&[body as u8])
	}
}

#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;
#[cfg(feature = "runtime-benchmarks")]
impl BenchmarkHelper<u64, TestSignature> for Helper {
	fn signed(payload: impl FnOnce(&u64) -> Vec<u8>) -> (u64, TestSignature) {
		(77, TestSignature(77, payload(&77)))
	}
}
