//! A runtime with nothing but a calendar.

use crate as pallet_legal_time;
use frame_support::{derive_impl, parameter_types, traits::Time};
use shejiao_primitives::time::Moment;
use shejiao_testing::{Externalities, START};
use sp_runtime::BuildStorage;

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(RuntimeCall, RuntimeEvent, RuntimeError, RuntimeOrigin, RuntimeTask)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(8)]
	pub type LegalTime = pallet_legal_time;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
}

parameter_types! {
	pub static Now: Moment = START;
	pub const EarliestStart: Moment = 1_577_836_800_000;
}

impl Time for Now {
	type Moment = Moment;

	fn now() -> Moment {
		Now::get()
	}
}

impl pallet_legal_time::Config for Test {
	type Time = Now;
	type EarliestStart = EarliestStart;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Now;
}

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkTime for Now {
	fn set(now: Moment) {
		Now::set(now);
	}
}

/// A chain whose legal day lasts `day_length` from `start` on.
pub fn chain(day_length: Option<Moment>, start: Moment) -> Externalities<impl BuildStorage> {
	Now::set(START);
	let legal_time = crate::GenesisConfig { day_length, start, ..Default::default() };
	let genesis = RuntimeGenesisConfig { legal_time, ..Default::default() };
	Externalities::new(genesis, LegalTime::do_try_state)
}
