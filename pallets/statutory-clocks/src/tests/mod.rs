//! Tests: a file per call, the engine, invariants, properties.

mod agenda;
mod calendars;
mod cancellation;
mod complete;
mod deadlines;
mod extension;
mod invariants;
mod kinds;
mod law;
mod model;
mod moved;
mod pause;
mod properties;
mod reseal;
mod scale;
mod start_sealed;
mod told;
mod views;

use crate::{mock::*, *};
use frame_support::{assert_ok, ord_parameter_types, traits::Hooks, weights::WeightMeter};
use shejiao_primitives::{
	case::{CaseId, PartyRoles, Stage},
	clock::{kinds::*, ClockId, Deadlines, KindId},
	deadline::{ActTime, Civil, Due},
	directory::Actor,
	duty::{Acts, Category, Duties},
	ids::{MemberId, UnitId},
	member::MemberKind,
	reason::Reason,
	record::RecordId,
	subject::Subject,
	time::{LegalDate, LegalTime, Moment, DAY},
};
use shejiao_testing::{
	Externalities, MockAlerting, MockCases, MockDirectory, MockLegalTime, MockMembers, MockRecords,
	MockRegime, MockSubjects,
};

/// Signs for governance.
pub const COUNCIL: u64 = 999;

ord_parameter_types! {
	pub const Council: u64 = COUNCIL;
}

/// Sign for the members.
const INSTITUTIONS: [u64; 3] = [1, 2, 3];

/// The county's justice bureau.
pub const BUREAU: MemberId = MemberId(0);
/// The court, which commissioned and decides.
pub const COURT: MemberId = MemberId(1);
/// The procuratorate, which supervises.
pub const PROCURATORATE: MemberId = MemberId(2);

/// Officers of the bureau: casework; approval; finance alone; casework in a unit.
pub const CLERK: u64 = 11;
pub const CHIEF: u64 = 12;
pub const TREASURER: u64 = 13;
pub const STATION: u64 = 14;
/// Officers of court and procuratorate.
pub const JUDGE: u64 = 21;
pub const PROSECUTOR: u64 = 31;

/// A legal hour.
pub const HOUR: Moment = 3_600_000;

/// The bureau's unit.
pub const OFFICE: UnitId = UnitId(0);

fn appoint(account: u64, member: MemberId, unit: Option<UnitId>, duties: Duties) {
	let category = Category::StateFunctionary;
	MockDirectory::appoint(&account, Actor { member, unit, duties, category });
}

fn setting() {
	MockMembers::add(&INSTITUTIONS[0], MemberKind::JusticeBureau);
	MockMembers::add(&INSTITUTIONS[1], MemberKind::Court);
	MockMembers::add(&INSTITUTIONS[2], MemberKind::Procuratorate);
	MockMembers::add_unit(BUREAU);
	appoint(CLERK, BUREAU, None, Duties::CASEWORK);
	appoint(CHIEF, BUREAU, None, Duties::APPROVAL.union(Duties::CASEWORK));
	appoint(TREASURER, BUREAU, None, Duties::FINANCE);
	appoint(STATION, BUREAU, Some(OFFICE), Duties::CASEWORK);
	appoint(JUDGE, COURT, None, Duties::DECISION);
	appoint(PROSECUTOR, PROCURATORATE, None, Duties::SUPERVISION);
}

/// A chain with the law of the default genesis.
pub fn genesis() -> RuntimeGenesisConfig {
	RuntimeGenesisConfig::default()
}

/// Run `test` on a chain, and check its state.
pub fn chain<R>(test: impl FnOnce() -> R) -> R {
	Externalities::new(genesis(), StatutoryClocks::do_try_state).prepared(setting, || {
		// Events of the genesis block are dropped.
		System::set_block_number(1);
		test()
	})
}

/// A case of the bureau with court and procuratorate.
pub fn case() -> CaseId {
	let case = MockCases::add(BUREAU, &CLERK, Stage::Open);
	MockCases::set_roles(case, COURT, PartyRoles::COMMISSIONING.union(PartyRoles::DECIDING));
	MockCases::set_roles(case, PROCURATORATE, PartyRoles::SUPERVISING);
	case
}

pub fn signed(who: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn council() -> RuntimeOrigin {
	signed(COUNCIL)
}

pub fn now() -> Moment {
	MockLegalTime::now()
}

pub fn today() -> LegalDate {
	MockLegalTime::today()
}

/// A date like `2026-12-01`.
pub fn date(text: &str) -> LegalDate {
	text.parse::<Civil>().expect("a date; qed").date()
}

/// Go on to noon of a date.
pub fn go_to(text: &str) {
	MockLegalTime::set(MockLegalTime::clock().start_of(date(text)) + DAY / 2);
}

/// A record of the bureau of an act of today.
pub fn record(case: CaseId) -> RecordId {
	MockRecords::add(case, BUREAU, &CLERK)
}

/// Start a clock of `kind` for a case of the bureau, from now.
pub fn start(kind: KindId, case: CaseId) -> ClockId {
	StatutoryClocks::start(kind, Subject::Case(case), BUREAU, now()).expect("it starts; qed")
}

/// The chain itself sees an act that completes a clock.
pub fn seen(kind: KindId, subject: Subject, done: Moment) -> DispatchResult {
	<StatutoryClocks as Deadlines>::complete(kind, subject, done)
}

pub fn clock(id: ClockId) -> Clock<u64> {
	Clocks::<Test>::get(id).expect("a clock; qed")
}

/// The last day of a clock.
pub fn due(id: ClockId) -> LegalDate {
	clock(id).due.day(&MockLegalTime::clock())
}

/// One block's hook.
pub fn poll() -> Weight {
	let mut meter = WeightMeter::new();
	StatutoryClocks::on_poll(1, &mut meter);
	meter.consumed()
}

/// As many blocks as there is something to do.
pub fn settle() {
	for _ in 0..10_000 {
		if poll() == <() as WeightInfo>::on_poll(0) {
			return;
		}
	}
	panic!("the agenda never ends");
}

/// The events since the last time.
pub fn events() -> Vec<Event<Test>> {
	let all = System::read_events_for_pallet::<Event<Test>>();
	System::reset_events();
	all
}

/// The last event of the pallet.
pub fn last_event() -> Event<Test> {
	events().pop().expect("an event; qed")
}
