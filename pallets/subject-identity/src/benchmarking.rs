//! Benchmarks: in a case with as many parties and open intervals as may be, by an officer of the
//! member that is the last of the parties, which is the dearest caller. Clocks that a call completes or
//! cancels have run out before, and raised their alerts.

mod scene;

pub(crate) use scene::open_case;
pub use scene::BenchmarkHelper;
#[cfg(test)]
pub use scene::Mocks;

use crate::*;
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_support::traits::{EnsureOrigin, Get};
use frame_system::{pallet_prelude::OriginFor, RawOrigin};
use scene::{commitment, pass, row, stored, Agencies, NOW};
use shejiao_primitives::{
	case::{CaseCategory, Stage},
	directory::Members,
	duty::Duties,
	member::MemberKind,
	record::classes,
	time::{LegalDate, LegalTime},
};
use sp_core::H256;

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn register() {
		let all = Agencies::<T>::new();
		let opening = Opening::Decided { category: CaseCategory::TemporaryRelease };
		let cause = Some(H256::repeat_byte(9));
		let today = T::Time::today();

		#[extrinsic_call]
		_(
			RawOrigin::Signed(all.judge),
			opening,
			all.founders,
			commitment(7),
			H256::zero(),
			Some(Secrecy::Unclassified),
			today,
			cause,
		);

		assert!(Identities::<T>::contains_key(commitment(7).hash));
	}

	#[benchmark]
	fn decide() -> Result<(), BenchmarkError> {
		let all = Agencies::<T>::new();
		let case = all.register(Opening::Commissioned { fast_track: false })?;
		pass::<T>(30);
		let evidence = all.record(case, classes::DECISIONS);
		let step = Step::Decide { category: CaseCategory::TemporaryRelease };

		#[extrinsic_call]
		advance(RawOrigin::Signed(all.judge), case, step, T::Time::today(), evidence);

		assert_eq!(stored::<T>(case)?.stage, Stage::AwaitingReception);
		Ok(())
	}

	#[benchmark]
	fn receive() -> Result<(), BenchmarkError> {
		let all = Agencies::<T>::new();
		let case = all.awaiting(90)?;
		pass::<T>(30);
		let group = all.record(case, classes::GROUP_AND_PLAN);
		let evidence = all.record(case, classes::RECEPTION);
		let step = Step::Receive { group, group_lawful: true };

		#[extrinsic_call]
		advance(RawOrigin::Signed(all.officer), case, step, T::Time::today(), evidence);

		assert_eq!(stored::<T>(case)?.stage, Stage::Open);
		Ok(())
	}

	#[benchmark]
	fn give_back() -> Result<(), BenchmarkError> {
		let all = Agencies::<T>::new();
		let case = all.awaiting(20)?;
		pass::<T>(30);
		let evidence = all.record(case, classes::DECISIONS);
		let step = Step::Return { reason: H256::zero() };

		#[extrinsic_call]
		advance(RawOrigin::Signed(all.head), case, step, T::Time::today(), evidence);

		assert_eq!(stored::<T>(case)?.stage, Stage::Ended);
		Ok(())
	}

	#[benchmark]
	fn end_afterwards() -> Result<(), BenchmarkError> {
		let all = Agencies::<T>::new();
		let case = all.open(20)?;
		let (day, evidence) = (T::Time::today(), all.record(case, classes::END));
		all.after_care(case, 20)?;
		let step = Step::End { reason: H256::zero() };

		#[extrinsic_call]
		advance(RawOrigin::Signed(all.head), case, step, day, evidence);

		assert!(!Pallet::<T>::ended_by_rule(case));
		Ok(())
	}

	#[benchmark]
	fn end() -> Result<(), BenchmarkError> {
		let all = Agencies::<T>::new();
		let case = all.open(20)?;
		pass::<T>(30);
		let evidence = all.record(case, classes::END);
		let step = Step::End { reason: H256::zero() };

		#[extrinsic_call]
		advance(RawOrigin::Signed(all.head), case, step, T::Time::today(), evidence);

		assert_eq!(stored::<T>(case)?.stage, Stage::Ended);
		Ok(())
	}

	#[benchmark]
	fn archive() -> Result<(), BenchmarkError> {
		let all = Agencies::<T>::new();
		let case = all.open(20)?;
		all.after_care(case, 20)?;
		all.close_lasting(case)?;
		let evidence = all.record(case, classes::END);
		let head = RawOrigin::Signed(all.head.clone());
		Pallet::<T>::certify(head.clone().into(), case, T::Time::today(), evidence)?;

		#[extrinsic_call]
		advance(head, case, Step::Archive, T::Time::today(), evidence);

		assert_eq!(stored::<T>(case)?.stage, Stage::Archived);
		Ok(())
	}

	#[benchmark]
	fn assign() -> Result<(), BenchmarkError> {
		let all = Agencies::<T>::new();
		let case = all.open(90)?;
		let unit = T::BenchmarkHelper::unit(all.founders.executing);

		#[extrinsic_call]
		_(RawOrigin::Signed(all.head.clone()), case, Some(unit), Some(all.head.clone()));

		assert_eq!(AssignmentCount::<T>::get(case), 2);
		Ok(())
	}

	#[benchmark]
	fn compute_term() -> Result<(), BenchmarkError> {
		let all = Agencies::<T>::new();
		let case = all.open(90)?;
		let evidence = all.record(case, classes::DECISIONS);
		let (today, hash) = (T::Time::today(), H256::zero());

		#[extrinsic_call]
		_(RawOrigin::Signed(all.officer), case, today.plus(60), hash, today, evidence);

		assert_eq!(stored::<T>(case)?.terms, 2);
		Ok(())
	}

	#[benchmark]
	fn confirm_term() -> Result<(), BenchmarkError> {
		let all = Agencies::<T>::new();
		let case = all.open(20)?;
		pass::<T>(30);
		all.compute(case, 60)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(all.head), case, 1);

		assert_eq!(stored::<T>(case)?.term.map(|term| term.version), Some(1));
		Ok(())
	}

	#[benchmark]
	fn certify() -> Result<(), BenchmarkError> {
		let all = Agencies::<T>::new();
		let case = all.open(20)?;
		all.after_care(case, 20)?;
		let evidence = all.record(case, classes::END);

		#[extrinsic_call]
		_(RawOrigin::Signed(all.head), case, T::Time::today(), evidence);

		assert!(stored::<T>(case)?.certificate.is_some());
		Ok(())
	}

	#[benchmark]
	fn open_interval() -> Result<(), BenchmarkError> {
		let all = Agencies::<T>::new();
		let case = all.open(20)?;
		let (day, evidence) = (T::Time::today(), all.record(case, classes::CORRESPONDENCE));
		all.after_care(case, 20)?;
		let (kind, cause) = (IntervalKind::EndHeld, H256::repeat_byte(3));

		#[extrinsic_call]
		_(RawOrigin::Signed(all.head), case, kind, cause, day, evidence);

		assert!(stored::<T>(case)?.has(kind));
		Ok(())
	}

	#[benchmark]
	fn close_interval() -> Result<(), BenchmarkError> {
		let all = Agencies::<T>::new();
		let case = all.awaiting(20)?;
		let number = all.hold(case)?;
		pass::<T>(30);
		let evidence = all.record(case, classes::CORRESPONDENCE);

		#[extrinsic_call]
		_(RawOrigin::Signed(all.head), case, number, T::Time::today(), evidence);

		assert_eq!(stored::<T>(case)?.stage, Stage::Ended);
		Ok(())
	}

	#[benchmark]
	fn add_party() -> Result<(), BenchmarkError> {
		let all = Agencies::<T>::new();
		let case = all.open(90)?;
		let member = *all.others.last().ok_or(BenchmarkError::Stop("there are no others"))?;

		#[extrinsic_call]
		_(RawOrigin::Signed(all.head), case, member, PartyRoles::COPIED, H256::zero());

		assert_eq!(stored::<T>(case)?.parties.len() as u32, MAX_PARTIES);
		Ok(())
	}

	#[benchmark]
	fn remove_party() -> Result<(), BenchmarkError> {
		let all = Agencies::<T>::new();
		let case = all.open(90)?;
		let member = *all.others.first().ok_or(BenchmarkError::Stop("there are no others"))?;

		#[extrinsic_call]
		_(RawOrigin::Signed(all.head), case, member, PartyRoles::COPIED, H256::zero());

		assert!(stored::<T>(case)?.roles(member).is_none());
		Ok(())
	}

	#[benchmark]
	fn add_sealed_party() -> Result<(), BenchmarkError> {
		let all = Agencies::<T>::new();
		let case = all.open(90)?;
		let (tag, basis) = (H256::repeat_byte(4), PartyBasis::Decision);

		#[extrinsic_call]
		_(RawOrigin::Signed(all.head), case, tag, basis, H256::zero());

		assert_eq!(stored::<T>(case)?.sealed_parties, 1);
		Ok(())
	}

	#[benchmark]
	fn remove_sealed_party() -> Result<(), BenchmarkError> {
		let all = Agencies::<T>::new();
		let case = all.open(90)?;
		let tag = all.sealed(case, all.founders.deciding)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(all.head), case, tag);

		assert_eq!(stored::<T>(case)?.sealed_parties, 0);
		Ok(())
	}

	#[benchmark]
	fn reveal_party() -> Result<(), BenchmarkError> {
		let all = Agencies::<T>::new();
		let case = all.open(90)?;
		let institution: T::AccountId = account("helper", 0, 0);
		let helper = T::Members::benchmark_member(&institution, MemberKind::SocialOrganisation);
		let who: T::AccountId = account("helping", 0, 0);
		T::BenchmarkHelper::appoint(helper, &who, Duties::CASEWORK);
		all.sealed(case, helper)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(who), case, [7; 32]);

		assert_eq!(stored::<T>(case)?.roles(helper), PartyRoles::ASSISTING);
		Ok(())
	}

	#[benchmark]
	fn import(r: Linear<1, { T::MaxImportRows::get() }>) -> Result<(), BenchmarkError> {
		let all = Agencies::<T>::new();
		let rows: Vec<_> = (0..r)
			.map(|index| {
				let founders = &all.founders;
				let officer = Some(all.officer.clone());
				let assignment = Assignment { unit: Some(all.unit), officer };
				ImportRow {
					police: founders.police,
					restriction: Some(H256::repeat_byte(9)),
					..row::<T>(index, founders.deciding, founders.supervising, assignment)
				}
			})
			.collect();
		let before = NextCase::<T>::get();
		let rows = BoundedVec::truncate_from(rows);

		#[extrinsic_call]
		_(RawOrigin::Signed(all.head), rows);

		assert_eq!(NextCase::<T>::get(), before.saturating_add(r.into()));
		Ok(())
	}

	#[benchmark]
	fn on_poll() {
		T::Time::benchmark_set_now(NOW);
		AgendaDay::<T>::put(T::Time::today());

		#[block]
		{
			Pallet::<T>::settle(&mut frame_support::weights::WeightMeter::new());
		}

		assert_eq!(AgendaDay::<T>::get(), Some(T::Time::today()));
	}

	#[benchmark]
	fn skip_day() {
		T::Time::benchmark_set_now(NOW);
		let yesterday = LegalDate(T::Time::today().0.saturating_sub(1));
		AgendaDay::<T>::put(yesterday);

		#[block]
		{
			Pallet::<T>::settle(&mut frame_support::weights::WeightMeter::new());
		}

		assert_eq!(AgendaDay::<T>::get(), Some(T::Time::today()));
	}

	#[benchmark]
	fn end_term() -> Result<(), BenchmarkError> {
		let all = Agencies::<T>::new();
		let case = all.awaiting(20)?;
		let day = T::Time::today().plus(20);
		pass::<T>(30);

		#[block]
		{
			Pallet::<T>::end_scheduled(day, case);
		}

		assert_eq!(stored::<T>(case)?.stage, Stage::Ended);
		Ok(())
	}

	impl_benchmark_test_suite!(
		Pallet,
		sp_io::TestExternalities::new(Default::default()),
		crate::mock::Test
	);
}
