//! Tests: a file per call, what holds over all of them, and properties.

mod archiving;
mod confirm_duplicate;
mod corrections;
mod invariants;
mod model;
mod orders;
mod properties;
mod propose_duplicate;
mod register_tags;
mod reject_duplicate;
mod split;
mod telling;
mod withdraw_confirmation;
mod withdraw_tags;

use crate::{mock::*, *};
use frame_support::{assert_ok, dispatch::DispatchResultWithPostInfo};
use shejiao_primitives::{
	case::{CaseFacts, CaseView, PartyRoles, Stage},
	directory::Actor,
	duty::{Category, Duties},
	ids::UnitId,
	member::{Level, MemberKind},
	record::classes,
	regime::{Mode, ModuleId},
};
use shejiao_testing::{
	Externalities, MockAlerting, MockCases, MockDirectory, MockMembers, MockRecords, MockRegime,
};
use sp_runtime::DispatchResult;

/// The county bureaus that execute, the city bureau above both, the court that decided in the first
/// bureau's cases, and a county bureau that has nothing to do with them.
pub(crate) const CHANCHENG: MemberId = MemberId(0);
pub(crate) const NANHAI: MemberId = MemberId(1);
pub(crate) const CITY: MemberId = MemberId(2);
pub(crate) const COURT: MemberId = MemberId(3);
pub(crate) const STRANGER: MemberId = MemberId(4);

/// Officers: those that check identities and those that approve, by agency.
pub(crate) const CHECKER: u64 = 10;
pub(crate) const APPROVER: u64 = 11;
pub(crate) const BOTH: u64 = 12;
pub(crate) const UNIT_CHECKER: u64 = 13;
pub(crate) const SOCIAL_WORKER: u64 = 14;
pub(crate) const NANHAI_CHECKER: u64 = 20;
pub(crate) const NANHAI_APPROVER: u64 = 21;
pub(crate) const CITY_CHECKER: u64 = 30;
pub(crate) const COURT_OFFICER: u64 = 40;
pub(crate) const STRANGE_OFFICER: u64 = 50;
pub(crate) const NOBODY: u64 = 99;

pub(crate) const EPOCH: u16 = 1;

fn ext() -> Externalities<RuntimeGenesisConfig> {
	externalities()
}

/// Members and officers.
pub(crate) fn people() {
	System::set_block_number(1);
	for (account, kind) in [
		(1, MemberKind::JusticeBureau),
		(2, MemberKind::JusticeBureau),
		(3, MemberKind::JusticeBureau),
		(4, MemberKind::Court),
		(5, MemberKind::JusticeBureau),
	] {
		MockMembers::add(&account, kind);
	}
	MockMembers::update(CITY, |city| city.level = Level::City);
	for county in [CHANCHENG, NANHAI] {
		MockMembers::update(county, |county| county.parent = Some(CITY));
	}
	let both = Duties::IDENTITY.union(Duties::APPROVAL);
	for (account, member, duties) in [
		(CHECKER, CHANCHENG, Duties::IDENTITY),
		(APPROVER, CHANCHENG, Duties::APPROVAL),
		(BOTH, CHANCHENG, both),
		(SOCIAL_WORKER, CHANCHENG, Duties::CASEWORK),
		(NANHAI_CHECKER, NANHAI, Duties::IDENTITY),
		(NANHAI_APPROVER, NANHAI, Duties::APPROVAL),
		(CITY_CHECKER, CITY, both),
		(COURT_OFFICER, COURT, both),
		(STRANGE_OFFICER, STRANGER, both),
	] {
		employ(account, member, None, duties);
	}
	let unit = MockMembers::add_unit(CHANCHENG);
	employ(UNIT_CHECKER, CHANCHENG, Some(unit), both);
}

fn employ(account: u64, member: MemberId, unit: Option<UnitId>, duties: Duties) {
	let category = Category::StateFunctionary;
	MockDirectory::appoint(&account, Actor { member, unit, duties, category });
}

/// A case that Chancheng executes, and one that Nanhai does.
pub(crate) fn two_cases() -> (CaseId, CaseId) {
	let ours = MockCases::add(CHANCHENG, &CHECKER, Stage::Open);
	MockCases::set_roles(ours, COURT, PartyRoles::DECIDING);
	(ours, MockCases::add(NANHAI, &NANHAI_CHECKER, Stage::Open))
}

/// Run a test with the people and two cases.
pub(crate) fn run<R>(test: impl FnOnce(CaseId, CaseId) -> R) -> R {
	ext().execute_with(|| {
		people();
		let (ours, theirs) = two_cases();
		test(ours, theirs)
	})
}

pub(crate) fn signed(who: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

pub(crate) fn tag(number: u8) -> Tag {
	Tag([number; 32])
}

pub(crate) fn register(who: u64, case: CaseId, numbers: &[u8]) -> DispatchResult {
	register_under(who, case, EPOCH, numbers)
}

pub(crate) fn register_under(who: u64, case: CaseId, epoch: u16, numbers: &[u8]) -> DispatchResult {
	let tags: Vec<_> = numbers.iter().copied().map(tag).collect();
	let tags = tags.try_into().expect("as many as may be; qed");
	IdentityTags::register_tags(signed(who), case, epoch, tags)
}

/// A record of an identity check in a case.
pub(crate) fn check_of(case: CaseId) -> RecordId {
	MockRecords::add_of_class(case, CHANCHENG, &CHECKER, classes::IDENTITY)
}

pub(crate) fn propose(first: CaseId, second: CaseId) -> ProposalId {
	let next = NextProposal::<Test>::get();
	assert_ok!(IdentityTags::propose_duplicate(signed(CHECKER), first, second, check_of(first)));
	next
}

pub(crate) fn confirm(who: u64, proposal: ProposalId, kept: CaseId) -> DispatchResult {
	plain(IdentityTags::confirm_duplicate(signed(who), proposal, kept, check_of(kept)))
}

/// Let `duplicate` go on in `kept`.
pub(crate) fn merge(duplicate: CaseId, kept: CaseId) -> MergeId {
	let next = NextMerge::<Test>::get();
	let proposal = propose(duplicate, kept);
	assert_ok!(confirm(CHECKER, proposal, kept));
	let theirs = [duplicate, kept].into_iter().any(|case| facts(case).executing == NANHAI);
	let second = if theirs { NANHAI_APPROVER } else { APPROVER };
	assert_ok!(confirm(second, proposal, kept));
	next
}

pub(crate) fn split(who: u64, merge: MergeId) -> DispatchResult {
	let of = Merges::<Test>::get(merge).expect("was merged; qed").kept;
	plain(IdentityTags::split(signed(who), merge, check_of(of), Reason::Mistake))
}

pub(crate) fn take_apart(merge: MergeId) {
	assert_ok!(split(CHECKER, merge));
	assert_ok!(split(APPROVER, merge));
}

/// Archive a case, as the pallet of cases does.
pub(crate) fn archive(case: CaseId) {
	use shejiao_primitives::case::OnCase;
	MockCases::update(case, |facts| facts.stage = Stage::Archived);
	assert_ok!(IdentityTags::stage_changed(case, Stage::Ended, Stage::Archived));
}

pub(crate) fn facts(case: CaseId) -> CaseFacts<u64> {
	MockCases::facts(case).expect("a case that the test registered; qed")
}

pub(crate) fn state(a: CaseId, b: CaseId) -> Option<PairState> {
	IdentityTags::state(a, b)
}

/// Events of this pallet since the last time.
pub(crate) fn events() -> Vec<Event<Test>> {
	let all = System::events();
	System::reset_events();
	all.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::IdentityTags(event) => Some(event),
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

/// Alerts so far: owner and source.
pub(crate) fn alerts() -> Vec<(MemberId, Subject)> {
	MockAlerting::all().into_iter().map(|alert| (alert.2, alert.3)).collect()
}

/// The outcome without its weight.
pub(crate) fn plain(outcome: DispatchResultWithPostInfo) -> DispatchResult {
	outcome.map(|_| ()).map_err(|refused| refused.error)
}

/// Restrict a case whose execution is over: its file is closed by that.
pub(crate) fn close_file(case: CaseId) {
	MockCases::update(case, |facts| (facts.stage, facts.restricted) = (Stage::Ended, true));
}
