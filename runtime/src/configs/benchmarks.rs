//! What benchmarks need of the runtime.

mod casework;

pub use casework::Casework;

use crate::{AccountId, Consortium, Officers, Runtime, RuntimeCall, RuntimeOrigin};
use frame_benchmarking::account;
use frame_support::traits::Get;
use pallet_consortium::UnitKind;
use shejiao_primitives::{
	directory::Members,
	duty::{Category, Duties},
	ids::{AreaCode, MemberId, UnitId},
	member::MemberKind,
	reason::Reason,
	time::{LegalTime, Moment, DAY},
};

const START: Moment = 1_795_190_400_000;

/// Sets the timestamp of the block.
pub struct Timestamps;

impl pallet_legal_time::BenchmarkTime for Timestamps {
	fn set(now: Moment) {
		pallet_timestamp::Now::<Runtime>::put(now);
	}
}

/// A county's justice bureau with one unit.
pub struct County;

impl pallet_officers::BenchmarkHelper<AccountId> for County {
	fn county_with_unit(institution: &AccountId) -> (MemberId, UnitId) {
		let member = Consortium::benchmark_member(institution, MemberKind::JusticeBureau);
		let unit = pallet_consortium::NextUnit::<Runtime>::get();
		Consortium::open_unit(
			RuntimeOrigin::signed(institution.clone()),
			UnitKind::JusticeOffice,
			AreaCode(440_604),
		)
		.expect("a justice bureau has such units; qed");
		(member, unit)
	}
}

/// An account that votes in the council.
pub struct Voter;

impl pallet_endorsement::BenchmarkHelper<AccountId> for Voter {
	fn voter() -> AccountId {
		let voter = account("voter", 0, 0);
		Consortium::benchmark_member(&voter, MemberKind::Court);
		voter
	}
}

/// An officer with a history, deputy of as many others as may be.
pub struct LongestAdmission;

/// Entries of the officer's history: it is searched by halves.
const CHANGES: u64 = 256;

impl pallet_gate::BenchmarkHelper<AccountId, RuntimeCall> for LongestAdmission {
	fn longest() -> (AccountId, RuntimeCall) {
		let now = |day: u64| {
			<crate::LegalTime as LegalTime>::benchmark_set_now(START.saturating_add(day * DAY));
		};
		now(0);
		let institution: AccountId = account("institution", 0, 0);
		Consortium::benchmark_member(&institution, MemberKind::JusticeBureau);
		let origin = || RuntimeOrigin::signed(institution.clone());
		let until = START.saturating_add(10 * CHANGES * DAY);
		let appoint = |who: &AccountId| {
			Officers::appoint(
				origin(),
				None,
				who.clone(),
				None,
				Duties::CASEWORK,
				Category::StateFunctionary,
				None,
				until,
			)
			.expect("the institution appoints; qed");
		};
		let officer: AccountId = account("officer", 0, 0);
		appoint(&officer);
		for i in 0..<Runtime as pallet_officers::Config>::MaxDeputiesPerOfficer::get() {
			let absent: AccountId = account("absent", i, 0);
			appoint(&absent);
			Officers::set_deputy(origin(), absent, officer.clone(), Duties::CASEWORK, None, until)
				.expect("there is room for deputies; qed");
		}
		for day in 1..=CHANGES {
			now(day);
			Officers::change(
				origin(),
				officer.clone(),
				None,
				Duties::CASEWORK,
				Category::StateFunctionary,
				until,
			)
			.expect("the institution changes; qed");
		}
		// Ordered by law: the reserve takes one read more than a quota.
		let call =
			pallet_officers::Call::dismiss { account: officer.clone(), reason: Reason::Mistake };
		(officer, call.into())
	}
}
