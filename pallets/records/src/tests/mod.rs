//! Tests: a file per call, invariants, properties.

mod add_lineage;
mod anchor;
mod anchor_batch;
mod anchor_device_root;
mod answer_recheck;
mod attest;
mod dispute;
mod freeze;
mod freezing;
mod genesis;
mod index;
mod invariants;
mod model;
mod properties;
mod request_recheck;
mod seal_record;
mod set_class;
mod settle;
mod shred;
mod size;
mod statuses;
mod supersede;
mod telling;
mod views;

use crate::{
	mock::*, Anchor, Class, Error, Event, Header, Headers, NextRecord, Office, PositioningOrders,
	Statuses,
};
use frame_support::{assert_ok, ord_parameter_types, traits::Hooks};
use shejiao_primitives::{
	case::{CaseId, PartyRoles, Stage},
	directory::Actor,
	duty::{Acts, Category, Duties},
	ids::{MemberId, UnitId},
	member::{Level, MemberKind},
	record::{classes, ClassId, RecordId, RecordStatus},
	suite::SuiteId,
	time::{LegalDate, LegalTime, Moment, DAY},
};
use shejiao_testing::{Externalities, MockCases, MockDirectory, MockLegalTime, MockMembers};
use sp_core::H256;
use sp_runtime::BuildStorage;

/// Signs for governance.
pub const COUNCIL: u64 = 999;

ord_parameter_types! {
	pub const Council: u64 = COUNCIL;
}

pub const COUNTY: MemberId = MemberId(0);
pub const COURT: MemberId = MemberId(1);
pub const PROCURATORATE: MemberId = MemberId(2);
pub const POLICE: MemberId = MemberId(3);
/// Above the county.
pub const CITY: MemberId = MemberId(4);
/// Has no role on any case.
pub const HOSPITAL: MemberId = MemberId(5);

/// A unit of the county (司法所).
pub const STATION: UnitId = UnitId(0);
/// Another.
pub const OTHER_STATION: UnitId = UnitId(1);

/// Keeps the county's records and does casework.
pub const CLERK: u64 = 11;
/// Approves for the county.
pub const CHIEF: u64 = 12;
/// Approves for the county too.
pub const DEPUTY: u64 = 13;
/// Works in the county's unit.
pub const WARDEN: u64 = 14;
/// Decides and reviews for the court.
pub const JUDGE: u64 = 21;
/// Supervises for the procuratorate.
pub const PROCURATOR: u64 = 31;
/// Keeps the police's records.
pub const CONSTABLE: u64 = 41;
/// Reviews for the city.
pub const INSPECTOR: u64 = 51;
/// Keeps the hospital's records.
pub const NURSE: u64 = 61;
/// Represents the person.
pub const GUARDIAN: u64 = 71;
/// Is nobody.
pub const STRANGER: u64 = 99;

/// The first unit has a live order, whatever the day.
pub struct Orders;

impl PositioningOrders for Orders {
	fn any_live(office: Office, _: LegalDate) -> bool {
		office.unit == Some(STATION)
	}
}

const fn case_number(number: u8) -> CaseId {
	let mut id = [0; 16];
	id[0] = number;
	CaseId(id)
}

/// The case of most tests.
pub const CASE: CaseId = case_number(1);
/// Another case of the same agencies.
pub const OTHER_CASE: CaseId = case_number(2);

pub fn appoint(who: u64, member: MemberId, unit: Option<UnitId>, duties: Duties) {
	let category = Category::StateFunctionary;
	MockDirectory::appoint(&who, Actor { member, unit, duties, category });
}

pub fn setting() {
	let kinds = [
		MemberKind::JusticeBureau,
		MemberKind::Court,
		MemberKind::Procuratorate,
		MemberKind::PublicSecurity,
		MemberKind::JusticeBureau,
		MemberKind::Health,
	];
	for (number, kind) in kinds.into_iter().enumerate() {
		MockMembers::add(&(number as u64 + 1), kind);
	}
	MockMembers::update(COUNTY, |profile| profile.parent = Some(CITY));
	MockMembers::update(CITY, |profile| profile.level = Level::City);
	assert_eq!(MockMembers::add_unit(COUNTY), STATION);
	assert_eq!(MockMembers::add_unit(COUNTY), OTHER_STATION);
	let keeping = Duties::RECORDS.union(Duties::CASEWORK);
	let reviewing = Duties::RECORDS.union(Duties::REVIEW);
	appoint(CLERK, COUNTY, None, keeping);
	appoint(CHIEF, COUNTY, None, reviewing.union(Duties::APPROVAL));
	appoint(DEPUTY, COUNTY, None, Duties::APPROVAL);
	appoint(WARDEN, COUNTY, Some(STATION), keeping);
	appoint(JUDGE, COURT, None, reviewing.union(Duties::DECISION));
	appoint(PROCURATOR, PROCURATORATE, None, reviewing.union(Duties::SUPERVISION));
	appoint(CONSTABLE, POLICE, None, keeping);
	appoint(INSPECTOR, CITY, None, reviewing.union(Duties::SUPERVISION));
	appoint(NURSE, HOSPITAL, None, keeping);
	for case in [CASE, OTHER_CASE] {
		assert_eq!(MockCases::add(COUNTY, &CLERK, Stage::Open), case);
		let deciding = PartyRoles::DECIDING.union(PartyRoles::COMMISSIONING);
		MockCases::set_roles(case, COURT, deciding);
		MockCases::set_roles(case, PROCURATORATE, PartyRoles::SUPERVISING);
		MockCases::set_roles(case, POLICE, PartyRoles::POLICE);
	}
	MockCases::represent(&GUARDIAN, CASE);
}

pub fn genesis() -> RuntimeGenesisConfig {
	RuntimeGenesisConfig::default()
}

/// Run `test` on a chain with the founding classes, and check its state.
pub fn chain<R>(test: impl FnOnce() -> R) -> R {
	chain_of(genesis(), test)
}

pub fn chain_of<R>(genesis: impl BuildStorage, test: impl FnOnce() -> R) -> R {
	Externalities::new(genesis, Records::do_try_state).prepared(setting, || {
		System::set_block_number(1);
		test()
	})
}

/// A chain for the tests of the benchmarks.
#[cfg(feature = "runtime-benchmarks")]
pub fn benchmark_chain() -> sp_io::TestExternalities {
	let storage = genesis().build_storage().expect("the genesis of a test builds; qed");
	sp_io::TestExternalities::new(storage)
}

pub fn signed(who: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub fn now() -> Moment {
	<MockLegalTime as LegalTime>::now()
}

pub fn today() -> LegalDate {
	<MockLegalTime as LegalTime>::today()
}

/// A block without transactions.
pub fn block() {
	System::set_block_number(System::block_number() + 1);
	Records::on_initialize(System::block_number());
}

/// Blocks until everybody has been told; their number.
pub fn settle_queue() -> u32 {
	let mut blocks = 0;
	while crate::Queue::<Test>::iter().next().is_some() {
		block();
		blocks += 1;
		assert!(blocks < 100, "the queue never ends");
	}
	blocks
}

/// Blocks until every case whose day has come has been looked through; their number.
pub fn settle_looks() -> u32 {
	let mut blocks = 0;
	while crate::Looks::<Test>::iter_keys().any(|(day, _)| day.day() <= today()) {
		block();
		blocks += 1;
		assert!(blocks < 100, "the looks never end");
	}
	blocks
}

/// A document of `class` in the case of most tests, done today.
pub fn entry(class: ClassId) -> Anchor<u64> {
	Anchor {
		case: CASE,
		class,
		schema: None,
		suite: SuiteId::International,
		commitment: H256::repeat_byte(1),
		ciphertext: H256::repeat_byte(2),
		size: 3,
		locator: H256::repeat_byte(4),
		act_date: today(),
		officer: None,
		seal: None,
		supersedes: None,
		derived_from: Default::default(),
	}
}

/// Anchor `entry`; its record.
pub fn put(who: u64, entry: Anchor<u64>) -> RecordId {
	let id = NextRecord::<Test>::get();
	assert_ok!(Records::anchor(signed(who), Box::new(entry)));
	id
}

/// Anchor a document of `class`.
pub fn record(who: u64, class: ClassId) -> RecordId {
	put(who, entry(class))
}

/// A trusted record of the county.
pub fn visit() -> RecordId {
	record(CLERK, classes::SUPERVISION)
}

/// Reasons or a review by `who`.
pub fn review(who: u64) -> RecordId {
	record(who, classes::REVIEW)
}

/// Anchor a record that rests on `sources`.
pub fn resting_on(sources: &[RecordId]) -> RecordId {
	let derived_from = sources.to_vec().try_into().expect("few; qed");
	put(CLERK, Anchor { derived_from, ..entry(classes::SUPERVISION) })
}

/// Dispute `record` for the procuratorate.
pub fn disputed(record: RecordId) {
	let reasons = review(PROCURATOR);
	assert_ok!(Records::dispute(signed(PROCURATOR), record, reasons));
}

/// Archive the case of most tests.
pub fn archive() {
	MockCases::update(CASE, |facts| facts.stage = Stage::Archived);
	use shejiao_primitives::case::OnCase;
	assert_ok!(Records::stage_changed(CASE, Stage::Ended, Stage::Archived));
}

pub fn header(record: RecordId) -> Header<u64> {
	Headers::<Test>::get(record).expect("it was anchored; qed")
}

pub fn status(record: RecordId) -> RecordStatus {
	header(record).status
}

/// Whether something happened.
pub fn happened(event: Event<Test>) -> bool {
	System::events().iter().any(|record| record.event == event.clone().into())
}
