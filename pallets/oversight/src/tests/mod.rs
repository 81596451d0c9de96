//! Tests: a file per call, detectors, invariants, properties.

mod acknowledge;
mod alerting;
mod clocks;
mod close;
mod escalate;
mod find;
mod genesis;
mod invariants;
mod issue_notice;
mod leads;
mod model;
mod parameters;
mod properties;
mod refusals;
mod reply;
mod report;
mod report_up;
mod review;
mod sources;
mod uploads;
mod views;
mod withdraw_notice;

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, ord_parameter_types};
use shejiao_primitives::{
	case::{CaseId, PartyRoles, Stage},
	clock::Audience,
	directory::Actor,
	duty::{Category, Duties},
	ids::AreaCode,
	member::{Access, Level, MemberKind, Profile, Seat, Standing},
	oversight::{Alerting, NoticeId},
	record::RecordId,
	subject::Subject,
	time::{LegalTime, Moment},
};
use shejiao_testing::{
	Externalities, MockCases, MockDeadlines, MockDirectory, MockLegalTime, MockMembers,
	MockRecords, Started,
};
use sp_core::H256;
use sp_runtime::{DispatchError, DispatchResult};
use std::{cell::RefCell, collections::BTreeMap};

/// Signs for governance.
pub const COUNCIL: u64 = 999;

ord_parameter_types! {
	pub const Council: u64 = COUNCIL;
}

/// Justice bureau of the county.
pub const BUREAU: MemberId = MemberId(0);
/// Court of the county.
pub const COURT: MemberId = MemberId(1);
/// Procuratorate of the county.
pub const PROCURATORATE: MemberId = MemberId(2);
/// Justice bureau of the city.
pub const CITY_BUREAU: MemberId = MemberId(3);
/// Procuratorate of the city.
pub const CITY_PROCURATORATE: MemberId = MemberId(4);
/// Discipline inspection of the county.
pub const INSPECTION: MemberId = MemberId(5);
/// A social organisation.
pub const CHARITY: MemberId = MemberId(6);
/// Police of the county.
pub const POLICE: MemberId = MemberId(7);
/// How many members there are.
pub const MEMBERS: u32 = 8;

/// Enforces for the bureau.
pub const OFFICER: u64 = 10;
/// Approves for the bureau and is its head.
pub const CHIEF: u64 = 11;
/// Enforces in a unit of the bureau.
pub const TOWN: u64 = 12;
/// Approves for the bureau too.
pub const DEPUTY: u64 = 13;
/// Approves for the court.
pub const JUDGE: u64 = 20;
/// Supervises for the procuratorate.
pub const PROSECUTOR: u64 = 30;
/// Supervises for the procuratorate too, and approves.
pub const SECOND: u64 = 31;
/// Approves for the city's bureau.
pub const CITY_CHIEF: u64 = 40;
/// Supervises for the city's procuratorate, and approves.
pub const CITY_PROSECUTOR: u64 = 50;
/// Supervises for discipline inspection.
pub const INSPECTOR: u64 = 60;
/// Social worker.
pub const HELPER: u64 = 70;
/// Keeps the social organisation compliant.
pub const KEEPER: u64 = 71;
/// Approves for the police.
pub const CONSTABLE: u64 = 80;
/// Nobody.
pub const STRANGER: u64 = 99;

/// Whom most rules tell at the warning.
pub const HEAD: Audience = Audience::HEAD;
/// Whom they tell at the end.
pub const BOTH: Audience = Audience::HEAD.union(Audience::SUPERVISOR);

/// Where all of them are.
pub const AREA: AreaCode = AreaCode(440_604);

thread_local! {
	static UPLOADS: RefCell<BTreeMap<MemberId, LegalDate>> = RefCell::default();
}

/// Uploads that tests make.
pub struct Uploaded;

impl Uploaded {
	/// `member` anchors something today.
	pub fn now(member: MemberId) {
		UPLOADS.with_borrow_mut(|uploads| uploads.insert(member, today()));
	}
}

impl Uploads for Uploaded {
	fn last_upload(member: MemberId) -> Option<LegalDate> {
		UPLOADS.with_borrow(|uploads| uploads.get(&member).copied())
	}
}

fn profile(kind: MemberKind, level: Level, parent: Option<MemberId>) -> Profile {
	Profile {
		kind,
		level,
		area: AREA,
		parent,
		seat: Seat::Voting,
		access: Access::FullNode,
		standing: Standing::Active,
	}
}

fn setting() {
	UPLOADS.with_borrow_mut(BTreeMap::clear);
	let (county, city) = (Level::County, Level::City);
	for (member, kind, level, parent) in [
		(BUREAU, MemberKind::JusticeBureau, county, Some(CITY_BUREAU)),
		(COURT, MemberKind::Court, county, None),
		(PROCURATORATE, MemberKind::Procuratorate, county, Some(CITY_PROCURATORATE)),
		(CITY_BUREAU, MemberKind::JusticeBureau, city, None),
		(CITY_PROCURATORATE, MemberKind::Procuratorate, city, None),
		(INSPECTION, MemberKind::DisciplineInspection, county, None),
		(CHARITY, MemberKind::SocialOrganisation, county, None),
		(POLICE, MemberKind::PublicSecurity, county, None),
	] {
		let account = 1_000 + u64::from(member.0);
		assert_eq!(MockMembers::add_profile(&account, profile(kind, level, parent)), member);
	}
	let unit = Some(MockMembers::add_unit(BUREAU));
	let state = Category::StateFunctionary;
	let help = Category::Auxiliary;
	for (who, member, unit, duties, category) in [
		(OFFICER, BUREAU, None, Duties::ENFORCEMENT, state),
		(CHIEF, BUREAU, None, Duties::APPROVAL.union(Duties::HEAD), state),
		(TOWN, BUREAU, unit, Duties::ENFORCEMENT.union(Duties::APPROVAL), state),
		(DEPUTY, BUREAU, None, Duties::APPROVAL, state),
		(JUDGE, COURT, None, Duties::APPROVAL, state),
		(PROSECUTOR, PROCURATORATE, None, Duties::SUPERVISION, state),
		(SECOND, PROCURATORATE, None, Duties::SUPERVISION.union(Duties::APPROVAL), state),
		(CITY_CHIEF, CITY_BUREAU, None, Duties::APPROVAL, state),
		(
			CITY_PROSECUTOR,
			CITY_PROCURATORATE,
			None,
			Duties::SUPERVISION.union(Duties::APPROVAL),
			state,
		),
		(INSPECTOR, INSPECTION, None, Duties::SUPERVISION, state),
		(HELPER, CHARITY, None, Duties::CASEWORK, help),
		(KEEPER, CHARITY, None, Duties::COMPLIANCE, help),
		(CONSTABLE, POLICE, None, Duties::APPROVAL, state),
	] {
		MockDirectory::appoint(&who, Actor { member, unit, duties, category });
	}
}

/// Run `test` on a chain with default parameters, and check its state.
pub fn chain<R>(test: impl FnOnce() -> R) -> R {
	let genesis = RuntimeGenesisConfig::default();
	Externalities::new(genesis, Oversight::do_try_state).prepared(setting, || {
		// Events of the genesis block are dropped.
		System::set_block_number(1);
		Overseers::<Test>::insert((Level::County, AREA), PROCURATORATE);
		Overseers::<Test>::insert((Level::City, AREA), CITY_PROCURATORATE);
		test()
	})
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

pub fn days(days: u32) -> LegalDate {
	today().plus(days)
}

pub fn yesterday() -> LegalDate {
	LegalDate(today().0 - 1)
}

pub fn seal(byte: u8) -> H256 {
	H256::repeat_byte(byte)
}

pub fn sealed(byte: u8) -> Paper {
	Paper::Sealed(seal(byte))
}

/// A case of the bureau that the procuratorate supervises and the court has decided.
pub fn case() -> CaseId {
	let case = MockCases::add(BUREAU, &OFFICER, Stage::Open);
	MockCases::set_roles(case, PROCURATORATE, PartyRoles::SUPERVISING);
	MockCases::set_roles(case, COURT, PartyRoles::DECIDING);
	case
}

pub fn record(case: CaseId, author: MemberId, officer: u64) -> RecordId {
	MockRecords::add(case, author, &officer)
}

/// An alert about the bureau's case, found by the runtime.
pub fn alert() -> AlertId {
	raise(Rule::RecheckFailed, Severity::Serious, BUREAU, Subject::Case(case()))
}

pub fn raise(rule: Rule, severity: Severity, owner: MemberId, source: Subject) -> AlertId {
	Oversight::raise(rule, severity, owner, source, None).expect("the owner is a member; qed")
}

pub fn get(id: AlertId) -> Alert<u64> {
	Alerts::<Test>::get(id).expect("it was raised; qed")
}

pub fn steps(id: AlertId) -> Vec<Step<u64>> {
	let info = Oversight::view_alert(id).expect("it was raised; qed");
	info.steps.into_iter().map(|entry| entry.value).collect()
}

/// A notice of violation to the bureau, to be answered in 15 days.
pub fn notice() -> NoticeId {
	let id = NextNotice::<Test>::get();
	assert_ok!(issue(NoticeKind::Violation, BUREAU, sealed(1), Some(days(15))));
	id
}

pub fn issue(
	kind: NoticeKind,
	addressee: MemberId,
	paper: Paper,
	reply_by: Option<LegalDate>,
) -> DispatchResult {
	Oversight::issue_notice(signed(PROSECUTOR), kind, addressee, paper, today(), reply_by)
}

pub fn the_notice(id: NoticeId) -> Notice<u64> {
	Notices::<Test>::get(id).expect("it was issued; qed")
}

pub fn adopt(id: NoticeId) -> DispatchResult {
	Oversight::reply(signed(CHIEF), id, Answer::Adopted, sealed(2), today())
}

pub fn object(id: NoticeId) -> DispatchResult {
	Oversight::reply(signed(CHIEF), id, Answer::NotAdopted, sealed(2), today())
}

/// The clocks that are or were for `subject`.
pub fn clocks(subject: Subject) -> Vec<Started> {
	MockDeadlines::all().into_iter().filter(|clock| clock.subject == subject).collect()
}

/// The last event of the pallet.
pub fn last_event() -> Event<Test> {
	System::read_events_for_pallet::<Event<Test>>().pop().expect("an event; qed")
}

pub fn events() -> Vec<Event<Test>> {
	System::read_events_for_pallet::<Event<Test>>()
}
