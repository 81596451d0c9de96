//! Tests: a file per call, invariants, properties.

mod attest;
mod close_incident;
mod confirm_pause;
mod genesis;
mod invariants;
mod properties;
mod report_incident;
mod set_mode;
mod set_obligation;
mod set_pause_hours;

use crate::{
	mock::*, Addressees, Event, GenesisConfig, IncidentId, IncidentKind, Law, Obligation, Rule,
};
use frame_support::ord_parameter_types;
use shejiao_primitives::{
	directory::Actor,
	duty::{Category, Duties},
	ids::{AreaCode, MemberId},
	member::{MemberKind, Standing},
	regime::{Mode, ModuleId, Modules, Regime, Scope},
	time::{LegalDate, LegalTime, Moment},
};
use shejiao_testing::{Externalities, MockDirectory, MockLegalTime, MockMembers};
use sp_core::H256;
use sp_runtime::{BuildStorage, DispatchResult};

/// Signs for governance.
pub const COUNCIL: u64 = 999;

ord_parameter_types! {
	pub const Council: u64 = COUNCIL;
}

/// Signs for a court.
pub const COURT: u64 = 1;
/// Signs for a social organisation.
pub const CHARITY: u64 = 2;
/// Signs for a second court.
pub const OTHER: u64 = 3;
/// An officer of the court with the duty of compliance.
pub const GUARDIAN: u64 = 11;
/// An officer of the court without it.
pub const CLERK: u64 = 12;

/// A legal hour.
pub const HOUR: Moment = 3_600_000;

/// An area in which tests ask for modes.
pub const DISTRICT: AreaCode = AreaCode(440_604);

fn setting() {
	let court = MockMembers::add(&COURT, MemberKind::Court);
	MockMembers::add(&CHARITY, MemberKind::SocialOrganisation);
	MockMembers::add(&OTHER, MemberKind::Court);
	let officer =
		|duties| Actor { member: court, unit: None, duties, category: Category::StateFunctionary };
	MockDirectory::appoint(&GUARDIAN, officer(Duties::COMPLIANCE.union(Duties::CASEWORK)));
	MockDirectory::appoint(&CLERK, officer(Duties::CASEWORK));
}

/// A genesis that says nothing.
pub fn genesis() -> RuntimeGenesisConfig {
	RuntimeGenesisConfig::default()
}

/// Run `test` on a chain with `genesis`, and check its state.
pub fn chain_of<R>(genesis: impl BuildStorage, test: impl FnOnce() -> R) -> R {
	Externalities::new(genesis, Compliance::do_try_state).prepared(setting, || {
		// Events of the genesis block are dropped.
		System::set_block_number(1);
		test()
	})
}

/// Run `test` on a chain without settings.
pub fn chain<R>(test: impl FnOnce() -> R) -> R {
	chain_of(genesis(), test)
}

pub fn signed(who: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn council() -> RuntimeOrigin {
	signed(COUNCIL)
}

pub fn now() -> Moment {
	<MockLegalTime as LegalTime>::now()
}

pub fn today() -> LegalDate {
	<MockLegalTime as LegalTime>::today()
}

/// Report a leak that concerns `modules`.
pub fn report(who: u64, modules: Modules) -> DispatchResult {
	Compliance::report_incident(
		signed(who),
		IncidentKind::DataLeaked,
		modules,
		H256::repeat_byte(1),
	)
}

pub fn records() -> Modules {
	Modules::of(ModuleId::Records)
}

/// A rule in force from today on.
pub fn rule(period: u32) -> Rule {
	Rule {
		period,
		addressees: Addressees::Everybody,
		effective: today(),
		law: Law::PersonalInformation,
		article: 54,
	}
}

/// Govern `obligation` by `rule`.
pub fn govern(obligation: Obligation, rule: Option<Rule>) -> DispatchResult {
	Compliance::set_obligation(council(), obligation, rule)
}

/// The last event of the pallet.
pub fn last_event() -> Event<Test> {
	System::read_events_for_pallet::<Event<Test>>().pop().expect("an event; qed")
}
