//! Tests: a file per call, what holds over all of them, and properties.

mod appoint;
mod change;
mod delegate;
mod deputies;
mod dismiss;
mod draws;
mod genesis;
mod handover;
mod invariants;
mod properties;
mod reads;

use crate::mock::*;
use frame_support::assert_ok;
use shejiao_primitives::{
	directory::{Actor, Directory},
	duty::{Category, Duties},
	ids::{MemberId, UnitId},
	reason::Reason,
	time::{Moment, DAY},
};
use shejiao_testing::START;
use sp_core::H256;
use sp_runtime::DispatchResult;

pub(crate) const BUREAU: u64 = 1;
pub(crate) const COURT: u64 = 2;
pub(crate) const SOCIAL: u64 = 3;
pub(crate) const CITY: u64 = 4;
pub(crate) const BUREAU_ID: MemberId = MemberId(0);
pub(crate) const COURT_ID: MemberId = MemberId(1);
pub(crate) const SOCIAL_ID: MemberId = MemberId(2);
pub(crate) const CITY_ID: MemberId = MemberId(3);
pub(crate) const OFFICE: UnitId = UnitId(0);
pub(crate) const COURT_UNIT: UnitId = UnitId(1);
pub(crate) const CITY_UNIT: UnitId = UnitId(3);
pub(crate) const SECOND_OFFICE: UnitId = UnitId(4);
/// An officer of the bureau with the duty of personnel, where a test says so.
pub(crate) const CLERK: u64 = 10;
pub(crate) const YEAR_END: Moment = START + 365 * DAY;
pub(crate) const DOCUMENT: H256 = H256::repeat_byte(7);

/// Run a test with the members, from block 1 on.
pub(crate) fn run(test: impl FnOnce()) {
	externalities(Default::default()).prepared(members, || {
		System::set_block_number(1);
		test()
	})
}

pub(crate) fn signed(who: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(who)
}

/// Appoint a state functionary for the caller's member, for a year.
pub(crate) fn appoint(by: u64, account: u64, duties: Duties) -> DispatchResult {
	appoint_as(by, account, duties, Category::StateFunctionary, YEAR_END)
}

pub(crate) fn appoint_as(
	by: u64,
	account: u64,
	duties: Duties,
	category: Category,
	until: Moment,
) -> DispatchResult {
	Officers::appoint(signed(by), None, account, None, duties, category, None, until)
}

pub(crate) fn clerk() {
	assert_ok!(appoint(BUREAU, CLERK, Duties::PERSONNEL));
}

pub(crate) fn dismiss(by: u64, account: u64) -> DispatchResult {
	Officers::dismiss(signed(by), account, Reason::Transfer)
}

pub(crate) fn officer(account: u64) -> Option<Actor> {
	<Officers as Directory<u64>>::officer(&account)
}

pub(crate) fn officer_at(account: u64, at: Moment) -> Option<Actor> {
	<Officers as Directory<u64>>::officer_at(&account, at)
}

/// The duties of an officer now; none if it is no officer.
pub(crate) fn duties(account: u64) -> Duties {
	officer(account).map_or(Duties::NONE, |actor| actor.duties)
}

pub(crate) fn assert_event(event: crate::Event<Test>) {
	System::assert_last_event(event.into());
}
