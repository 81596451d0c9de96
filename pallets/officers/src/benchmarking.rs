//! Benchmarks: always by an officer with the duty of personnel that is a deputy as often as may be,
//! which is the dearest caller.

use super::*;
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_support::{assert_ok, traits::Get};
use frame_system::RawOrigin;
use shejiao_primitives::{
	directory::{Directory, Members},
	duty::{Acts, Category, Duties},
	ids::{DelegationId, MemberId, UnitId},
	member::MemberKind,
	reason::Reason,
	time::{LegalTime, Moment, DAY},
};
use sp_core::H256;

/// Sets up what the benchmarks need of other pallets.
pub trait BenchmarkHelper<AccountId> {
	/// Register a county's justice bureau with one unit, for which `institution` signs.
	fn county_with_unit(institution: &AccountId) -> (MemberId, UnitId);
}

/// The mocks, set up for the tests of the benchmarks.
#[cfg(test)]
pub struct Mocks;

#[cfg(test)]
impl BenchmarkHelper<u64> for Mocks {
	fn county_with_unit(institution: &u64) -> (MemberId, UnitId) {
		use shejiao_testing::MockMembers;
		// The mocks outlive the storage between the runs of a benchmark with components.
		let member = MockMembers::member(institution)
			.unwrap_or_else(|| MockMembers::add(institution, MemberKind::JusticeBureau));
		(member, MockMembers::add_unit(member))
	}
}

const START: Moment = 1_795_190_400_000;
const UNTIL: Moment = START + 365 * DAY;

/// The bureau, and its officer that calls.
struct Office<T: Config> {
	institution: T::AccountId,
	member: MemberId,
	unit: UnitId,
	personnel: T::AccountId,
}

fn officer<T: Config>(name: &'static str, index: u32) -> T::AccountId {
	account(name, index, 0)
}

fn appoint<T: Config>(institution: &T::AccountId, who: &T::AccountId, duties: Duties) {
	assert_ok!(Pallet::<T>::appoint(
		RawOrigin::Signed(institution.clone()).into(),
		None,
		who.clone(),
		None,
		duties,
		Category::StateFunctionary,
		None,
		UNTIL,
	));
}

impl<T: Config> Office<T> {
	fn new() -> Self {
		T::Time::benchmark_set_now(START);
		let institution = officer::<T>("bureau", 0);
		let (member, unit) = T::BenchmarkHelper::county_with_unit(&institution);
		let personnel = officer::<T>("personnel", 0);
		appoint::<T>(&institution, &personnel, Duties::PERSONNEL);
		let office = Self { institution, member, unit, personnel };
		for principal in office.staff("absent", Self::most_deputies()) {
			office.deputise(&principal, &office.personnel);
		}
		office
	}

	fn most_deputies() -> u32 {
		T::MaxDeputiesPerOfficer::get()
	}

	/// So many officers with casework.
	fn staff(&self, name: &'static str, number: u32) -> Vec<T::AccountId> {
		let staff: Vec<_> = (0..number).map(|index| officer::<T>(name, index)).collect();
		staff.iter().for_each(|who| appoint::<T>(&self.institution, who, Duties::CASEWORK));
		staff
	}

	fn one(&self, name: &'static str) -> T::AccountId {
		let who = officer::<T>(name, u32::MAX);
		appoint::<T>(&self.institution, &who, Duties::CASEWORK);
		who
	}

	fn deputise(&self, principal: &T::AccountId, deputy: &T::AccountId) {
		assert_ok!(Pallet::<T>::set_deputy(
			RawOrigin::Signed(self.institution.clone()).into(),
			principal.clone(),
			deputy.clone(),
			Duties::CASEWORK,
			None,
			UNTIL,
		));
	}

	fn hand_over(&self, from: &T::AccountId, to: &T::AccountId) {
		assert_ok!(Pallet::<T>::hand_over(
			RawOrigin::Signed(self.institution.clone()).into(),
			from.clone(),
			to.clone(),
			Reason::Absence,
		));
	}

	/// One that carries `caseloads`, its own included.
	fn carrier(&self, caseloads: u32) -> T::AccountId {
		let carrier = self.one("carrier");
		for other in self.staff("relieved", caseloads.saturating_sub(1)) {
			self.hand_over(&other, &carrier);
		}
		carrier
	}

	fn delegate(&self) {
		assert_ok!(Pallet::<T>::delegate(
			RawOrigin::Signed(self.institution.clone()).into(),
			self.unit,
			Acts::RECEPTION,
			None,
			UNTIL,
			H256::repeat_byte(1),
		));
	}

	fn call(&self) -> RawOrigin<T::AccountId> {
		T::Time::benchmark_set_now(START + DAY);
		RawOrigin::Signed(self.personnel.clone())
	}
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn appoint() {
		let office = Office::<T>::new();
		// An officer of another member until yesterday.
		let other = officer::<T>("court", 0);
		T::Members::benchmark_member(&other, MemberKind::Court);
		let who = officer::<T>("new", 0);
		assert_ok!(Pallet::<T>::appoint(
			RawOrigin::Signed(other).into(),
			None,
			who.clone(),
			None,
			Duties::CASEWORK,
			Category::Auxiliary,
			None,
			START + 1,
		));
		let origin = office.call();

		#[extrinsic_call]
		_(
			origin,
			Some(office.member),
			who.clone(),
			Some(office.unit),
			Duties::CASEWORK,
			Category::StateFunctionary,
			None,
			UNTIL,
		);

		assert_eq!(Pallet::<T>::officer(&who).map(|actor| actor.member), Some(office.member));
	}

	#[benchmark]
	fn change() {
		let office = Office::<T>::new();
		let who = office.one("changed");
		let origin = office.call();

		#[extrinsic_call]
		_(origin, who.clone(), Some(office.unit), Duties::RECORDS, Category::Auxiliary, UNTIL);

		assert_eq!(Pallet::<T>::officer(&who).map(|actor| actor.duties), Some(Duties::RECORDS));
	}

	#[benchmark]
	fn dismiss() {
		let office = Office::<T>::new();
		let who = office.one("dismissed");
		let origin = office.call();

		#[extrinsic_call]
		_(origin, who.clone(), Reason::Transfer);

		assert_eq!(Pallet::<T>::officer(&who), None);
	}

	/// The officer has room for one deputy more, the deputy for one principal more, and every other
	/// deputy of the officer has as many principals as may be.
	#[benchmark]
	fn set_deputy() {
		let office = Office::<T>::new();
		let principal = office.one("principal");
		let deputy = office.one("deputy");
		let others = Office::<T>::most_deputies().saturating_sub(1);
		let principals = office.staff("further", others);
		for busy in office.staff("busy", others) {
			office.deputise(&principal, &busy);
			principals.iter().for_each(|further| office.deputise(further, &busy));
		}
		principals.iter().for_each(|further| office.deputise(further, &deputy));
		let origin = office.call();

		#[extrinsic_call]
		_(origin, principal.clone(), deputy.clone(), Duties::CASEWORK, None, UNTIL);

		assert!(Deputies::<T>::get(&principal).contains(&deputy));
	}

	#[benchmark]
	fn revoke_deputy() {
		let office = Office::<T>::new();
		let deputy = office.one("deputy");
		let principals = office.staff("principal", Office::<T>::most_deputies());
		principals.iter().for_each(|principal| office.deputise(principal, &deputy));
		let principal = officer::<T>("principal", 0);
		let origin = office.call();

		#[extrinsic_call]
		_(origin, principal.clone(), deputy.clone(), Reason::OwnWish);

		assert!(!Deputies::<T>::get(&principal).contains(&deputy));
	}

	/// `c`: caseloads that are carried, one less than may be: the receiver carries its own.
	#[benchmark]
	fn hand_over(c: Linear<1, { T::MaxCaseloadsPerOfficer::get() - 1 }>) {
		let office = Office::<T>::new();
		let from = office.carrier(c);
		let to = office.one("receiver");
		let origin = office.call();

		#[extrinsic_call]
		_(origin, from.clone(), to.clone(), Reason::Absence);

		let member = office.member;
		assert_eq!(Carried::<T>::get((member, &to)).len() as u32, c + 1);
	}

	#[benchmark]
	fn take_back() {
		let office = Office::<T>::new();
		let carrier = office.carrier(T::MaxCaseloadsPerOfficer::get());
		let relieved = officer::<T>("relieved", 0);
		let origin = office.call();

		#[extrinsic_call]
		_(origin, relieved.clone());

		assert_eq!(
			Carried::<T>::get((office.member, &carrier)).len() as u32,
			T::MaxCaseloadsPerOfficer::get() - 1
		);
	}

	#[benchmark]
	fn delegate() {
		let office = Office::<T>::new();
		let most = T::MaxDelegationsPerUnit::get();
		(1..most).for_each(|_| office.delegate());
		T::Time::benchmark_set_now(START + DAY);

		#[extrinsic_call]
		_(
			RawOrigin::Signed(office.institution.clone()),
			office.unit,
			Acts::DELEGABLE,
			None,
			UNTIL,
			H256::repeat_byte(2),
		);

		assert_eq!(Pallet::<T>::open_delegations(office.unit, START + DAY).len() as u32, most);
	}

	#[benchmark]
	fn revoke_delegation() {
		let office = Office::<T>::new();
		let most = T::MaxDelegationsPerUnit::get();
		let first = NextDelegation::<T>::get();
		(0..most).for_each(|_| office.delegate());
		T::Time::benchmark_set_now(START + DAY);

		#[extrinsic_call]
		_(
			RawOrigin::Signed(office.institution.clone()),
			office.unit,
			DelegationId(first.0),
			Reason::Mistake,
		);

		assert_eq!(Pallet::<T>::open_delegations(office.unit, START + DAY).len() as u32, most - 1);
	}

	impl_benchmark_test_suite!(Pallet, sp_io::TestExternalities::default(), crate::mock::Test);
}
