//! Tests: a file per call, what holds over all of them, and properties.

mod acknowledge;
mod appoint;
mod archiving;
mod corrections;
mod invariants;
mod properties;
mod reads;
mod renew;
mod resign;
mod revoke;

use crate::{mock::*, *};
use frame_support::assert_ok;
use shejiao_primitives::{
	account::{AccountRegistry, AccountRole},
	case::{Representatives, Stage},
	directory::Actor,
	duty::{Acts, Category, Duties},
	ids::UnitId,
	member::MemberKind,
	regime::{Mode, ModuleId},
	time::{LegalTime, Moment},
};
use shejiao_testing::{
	Externalities, MockCases, MockDirectory, MockLegalTime, MockMembers, MockRecords, MockRegime,
};
use sp_runtime::DispatchResult;

/// The county bureau that executes, and one that has nothing to do with the case.
pub(crate) const CHANCHENG: MemberId = MemberId(0);
pub(crate) const NANHAI: MemberId = MemberId(1);
pub(crate) const OFFICE: UnitId = UnitId(0);
pub(crate) const OTHER_OFFICE: UnitId = UnitId(1);

/// Officers: of the bureau, of its offices, of the other bureau.
pub(crate) const OFFICER: u64 = 10;
pub(crate) const ENFORCER: u64 = 11;
pub(crate) const ARCHIVIST: u64 = 12;
pub(crate) const OFFICE_WORKER: u64 = 13;
pub(crate) const OTHER_WORKER: u64 = 14;
pub(crate) const STRANGER: u64 = 20;
pub(crate) const NOBODY: u64 = 99;

/// Keys that were never admitted.
pub(crate) const GUARDIAN: u64 = 100;
pub(crate) const LAWYER: u64 = 101;
pub(crate) const PERSON: u64 = 102;

pub(crate) const SEALED: H256 = H256::repeat_byte(7);

fn ext() -> Externalities<RuntimeGenesisConfig> {
	externalities()
}

/// Members and officers.
pub(crate) fn people() {
	System::set_block_number(1);
	MockMembers::add(&1u64, MemberKind::JusticeBureau);
	MockMembers::add(&2u64, MemberKind::JusticeBureau);
	let units = [(); 2].map(|()| MockMembers::add_unit(CHANCHENG));
	assert_eq!(units, [OFFICE, OTHER_OFFICE]);
	for (account, member, unit, duties) in [
		(OFFICER, CHANCHENG, None, Duties::CASEWORK),
		(ENFORCER, CHANCHENG, None, Duties::ENFORCEMENT),
		(ARCHIVIST, CHANCHENG, None, Duties::RECORDS),
		(OFFICE_WORKER, CHANCHENG, Some(OFFICE), Duties::CASEWORK),
		(OTHER_WORKER, CHANCHENG, Some(OTHER_OFFICE), Duties::CASEWORK),
		(STRANGER, NANHAI, None, Duties::CASEWORK),
	] {
		let category = Category::StateFunctionary;
		MockDirectory::appoint(&account, Actor { member, unit, duties, category });
	}
}

pub(crate) fn open_case() -> CaseId {
	MockCases::add(CHANCHENG, &OFFICER, Stage::Open)
}

/// Run a test with the people and a case.
pub(crate) fn run<R>(test: impl FnOnce(CaseId) -> R) -> R {
	ext().execute_with(|| {
		people();
		test(open_case())
	})
}

pub(crate) fn signed(who: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub(crate) fn record_of(case: CaseId) -> RecordId {
	MockRecords::add(case, CHANCHENG, &OFFICER)
}

pub(crate) fn days(number: u32) -> LegalDate {
	MockLegalTime::today().plus(number)
}

/// Appoint until the end of the day so many days from today.
pub(crate) fn appoint_for(by: u64, case: CaseId, account: u64, number: u32) -> DispatchResult {
	let kind = if account == LAWYER { Kind::Lawyer } else { Kind::PersonOrGuardian };
	let (evidence, last_day) = (record_of(case), days(number));
	Representing::appoint(signed(by), case, account, kind, SEALED, last_day, evidence)
}

pub(crate) fn appoint(by: u64, case: CaseId, account: u64) -> DispatchResult {
	appoint_for(by, case, account, 30)
}

pub(crate) fn case_of(account: u64) -> Option<CaseId> {
	Representing::case_of(&account)
}

pub(crate) fn grant(account: u64) -> Grant {
	Representing::grant(&account).expect("represents somebody; qed")
}

/// Archive a case, as the pallet of cases does.
pub(crate) fn archive(case: CaseId) {
	use shejiao_primitives::case::OnCase;
	MockCases::update(case, |facts| facts.stage = Stage::Archived);
	assert_ok!(Representing::stage_changed(case, Stage::Ended, Stage::Archived));
}

/// Delegate daily supervision to the office, which has the case.
pub(crate) fn delegate(case: CaseId) {
	MockCases::update(case, |facts| facts.unit = Some(OFFICE));
	for unit in [OFFICE, OTHER_OFFICE] {
		let (from, until) = (0, Moment::MAX);
		MockDirectory::delegate(CHANCHENG, unit, Acts::DAILY_SUPERVISION, from, until);
	}
}

/// Events of this pallet since the last time.
pub(crate) fn events() -> Vec<Event<Test>> {
	let all = System::events();
	System::reset_events();
	all.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::Representing(event) => Some(event),
			_ => None,
		})
		.collect()
}

/// Run `call` while the module is paused, and while it is off.
pub(crate) fn while_paused(call: impl Fn() -> DispatchResult) -> [DispatchResult; 2] {
	MockRegime::pause(ModuleId::SubjectIdentity, true);
	let paused = call();
	MockRegime::pause(ModuleId::SubjectIdentity, false);
	MockRegime::set_mode(ModuleId::SubjectIdentity, Mode::Off);
	let off = call();
	MockRegime::set_mode(ModuleId::SubjectIdentity, Mode::On);
	[paused, off]
}

pub(crate) fn refused_while_paused() -> [DispatchResult; 2] {
	[Err(Error::<Test>::ModulePaused.into()), Err(Error::<Test>::ModuleOff.into())]
}
