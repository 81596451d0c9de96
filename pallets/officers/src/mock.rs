//! A runtime of this pallet and the mocks.

use crate::{self as pallet_officers, GenesisConfig};
use frame_support::{derive_impl, traits::ConstU32};
use shejiao_primitives::{
	ids::MemberId,
	member::{Level, MemberKind},
};
use shejiao_testing::{Externalities, MockLegalTime, MockMembers};

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(RuntimeCall, RuntimeEvent, RuntimeError, RuntimeOrigin, RuntimeTask)]
	pub struct Test;
	#[runtime::pallet_index(0)]
	pub type System = frame_system::Pallet<Test>;
	#[runtime::pallet_index(41)]
	pub type Officers = pallet_officers::Pallet<Test>;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
}

impl pallet_officers::Config for Test {
	type WeightInfo = ();
	type Time = MockLegalTime;
	type Members = MockMembers;
	type Accounts = MockMembers;
	type MaxOfficersPerMember = ConstU32<12>;
	type MaxDeputiesPerOfficer = ConstU32<3>;
	type MaxCaseloadsPerOfficer = ConstU32<4>;
	type MaxDelegationsPerUnit = ConstU32<3>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarking::Mocks;
}

/// Members 0 to 3 and the accounts that sign for them.
pub const MEMBERS: [(u64, MemberKind); 4] = [
	(1, MemberKind::JusticeBureau),
	(2, MemberKind::Court),
	(3, MemberKind::SocialOrganisation),
	(4, MemberKind::JusticeBureau),
];

/// The members, the last a city's; a unit of each, and a second of the first.
pub fn members() {
	for (account, kind) in MEMBERS {
		MockMembers::add_unit(MockMembers::add(&account, kind));
	}
	MockMembers::add_unit(MemberId(0));
	MockMembers::update(MemberId(3), |city| city.level = Level::City);
}

/// Externalities that start with `genesis` and end with try-state.
pub fn externalities(genesis: GenesisConfig<Test>) -> Externalities<RuntimeGenesisConfig> {
	let genesis = RuntimeGenesisConfig { officers: genesis, ..Default::default() };
	Externalities::new(genesis, Officers::do_try_state)
}
