//! Tests: a file per call, the cells of the tables, what holds over all of them, and properties.

mod add_party;
mod advance;
mod afterwards;
mod agenda;
mod assign;
mod cells;
mod certify;
mod close_interval;
mod compute_term;
mod confirm_term;
mod corrections;
mod drawn;
mod import;
mod invariants;
mod may_i;
mod merging;
mod model;
mod open_interval;
mod origins;
mod properties;
mod register;
mod remove_party;
mod sealed_parties;
mod views;

use crate::{mock::*, Commitment, Founders, IntervalKind, Opening, RecordOf, Secrecy, Step};
use frame_support::{assert_ok, traits::OnPoll, weights::WeightMeter};
use shejiao_primitives::{
	case::{CaseCategory, CaseId, PartyRoles, Stage},
	directory::Actor,
	duty::{Acts, Category, Duties},
	ids::{MemberId, UnitId},
	member::MemberKind,
	record::{classes, ClassId, RecordId},
	suite::SuiteId,
	time::{LegalDate, LegalTime, Moment},
};
use shejiao_testing::{MockDirectory, MockLegalTime, MockMembers, MockRecords};
use sp_core::H256;
use sp_runtime::DispatchResult;

pub(crate) type Error = crate::Error<Test>;
pub(crate) type Event = crate::Event<Test>;

pub(crate) const BUREAU: MemberId = MemberId(0);
pub(crate) const COURT: MemberId = MemberId(1);
pub(crate) const PROCURATORATE: MemberId = MemberId(2);
pub(crate) const POLICE: MemberId = MemberId(3);
pub(crate) const PRISON: MemberId = MemberId(4);
pub(crate) const OTHER_BUREAU: MemberId = MemberId(5);
pub(crate) const REHABILITATION: MemberId = MemberId(6);
pub(crate) const OTHER_COURT: MemberId = MemberId(7);

/// 司法所 of the bureau.
pub(crate) const OFFICE: UnitId = UnitId(0);
/// A unit of the other bureau.
pub(crate) const OTHER_OFFICE: UnitId = UnitId(1);

/// Head of the bureau: approves.
pub(crate) const HEAD: u64 = 10;
/// Officer of the bureau: casework, enforcement.
pub(crate) const OFFICER: u64 = 11;
/// Officer of the office with everything that is delegated.
pub(crate) const UNIT_OFFICER: u64 = 12;
/// Social worker of the office: casework, no functionary.
pub(crate) const SOCIAL_WORKER: u64 = 13;
/// A second one who approves in the bureau.
pub(crate) const DEPUTY: u64 = 14;
/// Everything in one hand, for tests of what one hand may not do.
pub(crate) const BOTH: u64 = 15;
pub(crate) const JUDGE: u64 = 20;
pub(crate) const PROCURATOR: u64 = 30;
pub(crate) const POLICEMAN: u64 = 40;
pub(crate) const WARDEN: u64 = 50;
/// Head of the other bureau: approves, works, enforces.
pub(crate) const STRANGER: u64 = 60;
pub(crate) const HELPER: u64 = 70;
pub(crate) const OTHER_JUDGE: u64 = 80;
/// No officer at all.
pub(crate) const NOBODY: u64 = 99;

/// Every officer of the tests.
pub(crate) const OFFICERS: [u64; 13] = [
	HEAD,
	OFFICER,
	UNIT_OFFICER,
	SOCIAL_WORKER,
	DEPUTY,
	BOTH,
	JUDGE,
	PROCURATOR,
	POLICEMAN,
	WARDEN,
	STRANGER,
	HELPER,
	OTHER_JUDGE,
];

pub(crate) const WORK: Duties = Duties::CASEWORK.union(Duties::ENFORCEMENT);

/// The members and officers of every test.
pub(crate) fn people() {
	let kinds = [
		MemberKind::JusticeBureau,
		MemberKind::Court,
		MemberKind::Procuratorate,
		MemberKind::PublicSecurity,
		MemberKind::Prison,
		MemberKind::JusticeBureau,
		MemberKind::DrugRehabilitation,
		MemberKind::Court,
	];
	for (account, kind) in (1u64..).zip(kinds) {
		MockMembers::add(&account, kind);
	}
	MockMembers::add_unit(BUREAU);
	MockMembers::add_unit(OTHER_BUREAU);
	MockDirectory::delegate(BUREAU, OFFICE, Acts::DELEGABLE, 0, Moment::MAX);
	let approval = Duties::APPROVAL.union(Duties::HEAD);
	let records = Duties::RECORDS.union(Duties::SERVICE);
	let all = WORK.union(Duties::APPROVAL);
	officer(HEAD, BUREAU, None, approval);
	officer(OFFICER, BUREAU, None, WORK.union(records));
	officer(UNIT_OFFICER, BUREAU, Some(OFFICE), WORK.union(Duties::APPROVAL));
	auxiliary(SOCIAL_WORKER, BUREAU, Some(OFFICE), Duties::CASEWORK);
	officer(DEPUTY, BUREAU, None, Duties::APPROVAL);
	officer(BOTH, BUREAU, None, all);
	officer(JUDGE, COURT, None, Duties::DECISION.union(records));
	officer(PROCURATOR, PROCURATORATE, None, Duties::SUPERVISION.union(Duties::REVIEW));
	officer(POLICEMAN, POLICE, None, Duties::ENFORCEMENT.union(records));
	officer(WARDEN, PRISON, None, Duties::DECISION.union(records));
	officer(STRANGER, OTHER_BUREAU, None, all);
	officer(HELPER, REHABILITATION, None, WORK);
	officer(OTHER_JUDGE, OTHER_COURT, None, Duties::DECISION);
}

pub(crate) fn officer(account: u64, member: MemberId, unit: Option<UnitId>, duties: Duties) {
	let category = Category::StateFunctionary;
	MockDirectory::appoint(&account, Actor { member, unit, duties, category });
}

pub(crate) fn auxiliary(account: u64, member: MemberId, unit: Option<UnitId>, duties: Duties) {
	let category = Category::Auxiliary;
	MockDirectory::appoint(&account, Actor { member, unit, duties, category });
}

/// Run a test with the members, from block 1 on.
pub(crate) fn run(test: impl FnOnce()) {
	externalities().prepared(people, || {
		System::set_block_number(1);
		test()
	})
}

pub(crate) fn signed(who: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub(crate) fn today() -> LegalDate {
	MockLegalTime::today()
}

/// The day so many days ago.
pub(crate) fn ago(days: u32) -> LegalDate {
	LegalDate(today().0 - days)
}

pub(crate) fn hash(byte: u8) -> H256 {
	H256::repeat_byte(byte)
}

pub(crate) const FOUNDERS: Founders = Founders {
	executing: BUREAU,
	deciding: COURT,
	supervising: PROCURATORATE,
	police: Some(POLICE),
	custody: None,
};

/// An identity commitment that no case has.
pub(crate) fn identity() -> Commitment {
	let number = crate::NextCase::<Test>::get() + 1;
	Commitment { suite: SuiteId::International, hash: H256::from_low_u64_be(number) }
}

pub(crate) fn register_with(
	by: u64,
	opening: Opening,
	founders: Founders,
	act_date: LegalDate,
	restriction: Option<H256>,
) -> DispatchResult {
	let secrecy = Some(Secrecy::Unclassified);
	SubjectIdentity::register(
		signed(by),
		opening,
		founders,
		identity(),
		hash(1),
		secrecy,
		act_date,
		restriction,
	)
}

/// The case that was registered last.
pub(crate) fn last_case() -> CaseId {
	let number = crate::NextCase::<Test>::get() - 1;
	crate::Cases::<Test>::iter()
		.find(|(_, record)| record.number == number)
		.expect("a case was registered; qed")
		.0
}

pub(crate) const SUSPENDED: Opening =
	Opening::Decided { category: CaseCategory::SuspendedSentence };
pub(crate) const COMMISSION: Opening = Opening::Commissioned { fast_track: false };

pub(crate) fn commissioned() -> CaseId {
	assert_ok!(register_with(JUDGE, COMMISSION, FOUNDERS, today(), None));
	last_case()
}

pub(crate) fn awaiting() -> CaseId {
	assert_ok!(register_with(JUDGE, SUSPENDED, FOUNDERS, today(), None));
	last_case()
}

pub(crate) fn received() -> CaseId {
	let case = awaiting();
	assert_ok!(receive(case, OFFICER));
	case
}

/// An open case whose confirmed term ends so many days from today.
pub(crate) fn with_term(days: u32) -> CaseId {
	let case = received();
	assert_ok!(compute(case, OFFICER, today().plus(days)));
	assert_ok!(SubjectIdentity::confirm_term(signed(HEAD), case, 0));
	case
}

/// A case whose term has ended by rule.
pub(crate) fn ended_by_rule() -> CaseId {
	let case = with_term(1);
	pass(2);
	assert_eq!(stage(case), Stage::Ended);
	case
}

/// A case that ended by decision.
pub(crate) fn ended() -> CaseId {
	let case = received();
	assert_ok!(advance(case, HEAD, END, today()));
	case
}

/// A case at a stage, none of them by rule.
pub(crate) fn at(stage: Stage) -> CaseId {
	match stage {
		Stage::PreDecision => commissioned(),
		Stage::AwaitingReception => awaiting(),
		Stage::Open => received(),
		Stage::Ended => ended(),
		Stage::AfterCare => {
			let case = ended();
			assert_ok!(advance(case, OFFICER, Step::BeginAfterCare, today()));
			case
		},
		Stage::Archived => {
			let case = ended();
			assert_ok!(advance(case, OFFICER, Step::Archive, today()));
			case
		},
	}
}

pub(crate) const END: Step = Step::End { reason: H256::repeat_byte(9) };
pub(crate) const RETURN: Step = Step::Return { reason: H256::repeat_byte(8) };
pub(crate) const DECIDE: Step = Step::Decide { category: CaseCategory::Parole };

/// A trusted record of a class.
pub(crate) fn record(case: CaseId, class: ClassId) -> RecordId {
	MockRecords::add_of_class(case, BUREAU, &OFFICER, class)
}

/// A trusted record of an act of a day.
pub(crate) fn record_of(case: CaseId, class: ClassId, day: LegalDate) -> RecordId {
	let record = record(case, class);
	MockRecords::set_act_date(record, day);
	record
}

pub(crate) fn reception(case: CaseId) -> Step {
	Step::Receive { group: record(case, classes::GROUP_AND_PLAN), group_lawful: true }
}

pub(crate) fn receive(case: CaseId, by: u64) -> DispatchResult {
	advance(case, by, reception(case), today())
}

/// Advance with sound evidence.
pub(crate) fn advance(case: CaseId, by: u64, step: Step, act_date: LegalDate) -> DispatchResult {
	let class = crate::transitions::row(step.kind()).evidence[0];
	let evidence = record_of(case, class, act_date);
	SubjectIdentity::advance(signed(by), case, step, act_date, evidence)
		.map(|_| ())
		.map_err(|refused| refused.error)
}

pub(crate) fn compute(case: CaseId, by: u64, last_day: LegalDate) -> DispatchResult {
	let evidence = record(case, classes::DECISIONS);
	SubjectIdentity::compute_term(signed(by), case, last_day, hash(3), today(), evidence)
}

/// Open an interval today with sound evidence.
pub(crate) fn open(case: CaseId, by: u64, kind: IntervalKind, cause: u8) -> DispatchResult {
	let class = crate::permissions::interval_row(kind).evidence[0];
	let evidence = record(case, class);
	SubjectIdentity::open_interval(signed(by), case, kind, hash(cause), today(), evidence)
}

/// Close an interval today with sound evidence.
pub(crate) fn close(case: CaseId, by: u64, number: u32) -> DispatchResult {
	let kind = crate::Intervals::<Test>::get(case, number).map(|interval| interval.kind);
	let class = kind.map_or(classes::END, |k| crate::permissions::interval_row(k).evidence[0]);
	SubjectIdentity::close_interval(signed(by), case, number, today(), record(case, class))
}

/// Enter today that the end was held on a day.
pub(crate) fn hold(case: CaseId, by: u64, day: LegalDate) -> DispatchResult {
	let evidence = record_of(case, classes::CORRESPONDENCE, day);
	let kind = IntervalKind::EndHeld;
	SubjectIdentity::open_interval(signed(by), case, kind, hash(4), day, evidence)
}

pub(crate) fn certify(case: CaseId, by: u64) -> DispatchResult {
	let evidence = record(case, classes::END);
	SubjectIdentity::certify(signed(by), case, today(), evidence)
}

/// The case as it is stored.
pub(crate) fn case(id: CaseId) -> RecordOf<Test> {
	crate::Cases::<Test>::get(id).expect("a case that the test registered; qed")
}

pub(crate) fn stage(id: CaseId) -> Stage {
	case(id).stage
}

pub(crate) fn roles(id: CaseId, member: MemberId) -> PartyRoles {
	case(id).roles(member)
}

/// A block begins, with all of it left.
pub(crate) fn poll() {
	SubjectIdentity::on_poll(System::block_number(), &mut WeightMeter::new());
}

/// Some days pass, each with a block.
pub(crate) fn pass(days: u32) {
	for _ in 0..days {
		MockLegalTime::advance_days(1);
		poll();
	}
}

pub(crate) fn assert_event(event: Event) {
	System::assert_has_event(event.into());
}

/// The open clocks of a case, sorted: kind, owner, from when or until when.
pub(crate) fn clocks(id: CaseId) -> Vec<(u16, MemberId, Moment)> {
	let subject = shejiao_primitives::subject::Subject::Case(id);
	let mut open: Vec<_> = shejiao_testing::MockDeadlines::all()
		.into_iter()
		.filter(|clock| clock.open && clock.subject == subject)
		.map(|clock| (clock.kind.0, clock.owner, clock.from))
		.collect();
	open.sort();
	open
}

/// The beginning of a day.
pub(crate) fn start_of(day: LegalDate) -> Moment {
	MockLegalTime::clock().start_of(day)
}

/// The end of a day.
pub(crate) fn end_of(day: LegalDate) -> Moment {
	MockLegalTime::clock().end_of(day)
}

/// Restrict an ended case, as when the court's notice comes late: its file is closed by that.
pub(crate) fn close_file(id: CaseId) {
	assert_ok!(open(id, JUDGE, IntervalKind::Restriction, 77));
	assert!(case(id).is_closed());
}
