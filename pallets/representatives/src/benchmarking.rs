//! Benchmarks, each at its dearest: the case has as many representatives as it may, all of whose last
//! days are over where that costs more.

use super::*;
use crate::Pallet;
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_support::{assert_ok, traits::Get};
use frame_system::RawOrigin;
use shejiao_primitives::{
	case::{CaseView, OnCase, Representatives, Stage},
	directory::Members,
	duty::Duties,
	member::MemberKind,
	record::RecordIndex,
	time::{LegalTime, Moment},
};

/// Sets up what the benchmarks need of other pallets.
pub trait BenchmarkHelper<AccountId> {
	/// Make `account` an officer, a state functionary, of `member` itself.
	fn officer(member: MemberId, account: &AccountId, duties: Duties);
}

/// The mocks, set up for the tests of the benchmarks.
#[cfg(test)]
pub struct Mocks;

#[cfg(test)]
impl BenchmarkHelper<u64> for Mocks {
	fn officer(member: MemberId, account: &u64, duties: Duties) {
		shejiao_testing::MockDirectory::appoint_functionary(account, member, duties);
	}
}

const START: Moment = 1_795_190_400_000;
const SEALED: H256 = H256::repeat_byte(1);

struct Office<T: Config> {
	officer: T::AccountId,
	case: CaseId,
	record: RecordId,
}

impl<T: Config> Office<T> {
	fn new() -> Self {
		T::Time::benchmark_set_now(START);
		let institution: T::AccountId = account("bureau", 0, 0);
		let member = T::Members::benchmark_member(&institution, MemberKind::JusticeBureau);
		let officer: T::AccountId = account("officer", 0, 0);
		T::BenchmarkHelper::officer(member, &officer, Duties::CASEWORK.union(Duties::RECORDS));
		let case = T::Cases::benchmark_case(member, &officer);
		let record = T::Records::benchmark_record(case, member, &officer);
		Self { officer, case, record }
	}

	fn origin(&self) -> RawOrigin<T::AccountId> {
		RawOrigin::Signed(self.officer.clone())
	}

	/// So many representatives until the end of the day after the first.
	fn appoint(&self, number: u32) -> Vec<T::AccountId> {
		let accounts: Vec<T::AccountId> =
			(0..number).map(|index| account("representative", index, 0)).collect();
		for account in &accounts {
			assert_ok!(Pallet::<T>::appoint(
				self.origin().into(),
				self.case,
				account.clone(),
				Kind::PersonOrGuardian,
				SEALED,
				T::Time::today().plus(1),
				self.record,
			));
		}
		accounts
	}

	fn full(&self) -> Vec<T::AccountId> {
		self.appoint(T::MaxPerCase::get())
	}
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn appoint() {
		let office = Office::<T>::new();
		office.full();
		T::Time::benchmark_set_now(T::Time::clock().end_of(T::Time::today().plus(1)));
		let new: T::AccountId = account("new", 0, 0);
		let today = T::Time::today();

		#[extrinsic_call]
		_(office.origin(), office.case, new.clone(), Kind::Lawyer, SEALED, today, office.record);

		assert_eq!(OfCase::<T>::get(office.case).into_inner(), [new]);
	}

	#[benchmark]
	fn renew() {
		let office = Office::<T>::new();
		let account = office.full().remove(0);
		let last_day = T::Time::today().plus(T::MaxDays::get());

		#[extrinsic_call]
		_(office.origin(), office.case, account.clone(), last_day, office.record);

		let until = T::Time::clock().end_of(last_day);
		assert_eq!(Pallet::<T>::grant(&account).map(|grant| grant.until), Some(until));
	}

	#[benchmark]
	fn revoke() {
		let office = Office::<T>::new();
		let account = office.full().remove(0);

		#[extrinsic_call]
		_(office.origin(), office.case, account.clone(), Reason::KeyCompromised);

		assert_eq!(Pallet::<T>::case_of(&account), None);
	}

	#[benchmark]
	fn resign() {
		let office = Office::<T>::new();
		let account = office.full().remove(0);

		#[extrinsic_call]
		_(RawOrigin::Signed(account.clone()), Reason::OwnWish);

		assert_eq!(Pallet::<T>::case_of(&account), None);
	}

	#[benchmark]
	fn acknowledge() {
		let office = Office::<T>::new();
		let account = office.full().remove(0);

		#[extrinsic_call]
		_(RawOrigin::Signed(account.clone()), office.case, office.record);

		assert!(Acknowledged::<T>::contains_key(office.record, &account));
	}

	#[benchmark]
	fn case_archived() {
		let office = Office::<T>::new();
		office.full();

		#[block]
		{
			assert_ok!(Pallet::<T>::stage_changed(office.case, Stage::Ended, Stage::Archived));
		}

		assert!(!OfCase::<T>::contains_key(office.case));
	}

	impl_benchmark_test_suite!(Pallet, sp_io::TestExternalities::default(), crate::mock::Test);
}
