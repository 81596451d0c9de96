//! Benchmarks: the worst case names every module, and each has as many pauses as it keeps.

use super::*;
use crate::Pallet;
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_support::{
	pallet_prelude::BoundedVec,
	traits::{EnsureOrigin, Get},
};
use frame_system::{pallet_prelude::OriginFor, RawOrigin};
use shejiao_primitives::{
	directory::Members,
	ids::{AreaCode, MemberId},
	member::MemberKind,
	regime::{Mode, ModuleId, Modules as Named, Scope},
	time::{LegalTime, Moment, DAY},
};
use sp_core::H256;

/// A moment at which no history of the genesis ends.
const NOW: Moment = 20_000 * DAY;

fn governance<T: Config>() -> Result<OriginFor<T>, BenchmarkError> {
	T::GovernanceOrigin::try_successful_origin()
		.map_err(|_| BenchmarkError::Stop("governance has no origin"))
}

fn member<T: Config>() -> (MemberId, T::AccountId) {
	let institution: T::AccountId = account("institution", 0, 0);
	(T::Members::benchmark_member(&institution, MemberKind::Court), institution)
}

/// Pauses of every module as many as it keeps, all of which end before the next one does.
fn fill<T: Config>() {
	T::Time::benchmark_set_now(NOW);
	let others: Vec<_> = (0..T::MaxPauses::get())
		.map(|i| Pause {
			incident: IncidentId(u32::MAX.saturating_sub(i)),
			until: NOW.saturating_add(1).saturating_add(i.into()),
		})
		.collect();
	for module in ModuleId::ALL {
		Pauses::<T>::insert(module, BoundedVec::truncate_from(others.clone()));
	}
}

fn rule<T: Config>() -> Rule {
	Rule {
		period: 365,
		addressees: Addressees::FullNodes,
		effective: T::Time::today(),
		law: Law::PersonalInformation,
		article: 54,
	}
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn set_mode() -> Result<(), BenchmarkError> {
		T::Time::benchmark_set_now(NOW);
		let scope = Scope::Area(AreaCode(440_604));
		Pallet::<T>::change_mode(ModuleId::Records, scope, Some(Mode::Off))?;
		let origin = governance::<T>()?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, ModuleId::Records, scope, Some(Mode::On));

		assert_eq!(ModesCount::<T>::get((ModuleId::Records, scope)), 2);
		Ok(())
	}

	#[benchmark]
	fn report_incident() -> Result<(), BenchmarkError> {
		let (member, institution) = member::<T>();
		fill::<T>();

		#[extrinsic_call]
		_(RawOrigin::Signed(institution), IncidentKind::DataLeaked, Named::ALL, H256::zero());

		assert_eq!(OpenOf::<T>::get(member), 1);
		Ok(())
	}

	#[benchmark]
	fn confirm_pause() -> Result<(), BenchmarkError> {
		let (_, institution) = member::<T>();
		let id = NextIncident::<T>::get();
		Pallet::<T>::open(institution, IncidentKind::DataLeaked, Named::ALL, H256::zero())?;
		fill::<T>();
		let origin = governance::<T>()?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, id, T::MaxConfirmedDays::get());

		assert!(Pauses::<T>::get(ModuleId::Records).iter().any(|pause| pause.incident == id));
		Ok(())
	}

	#[benchmark]
	fn close_incident() -> Result<(), BenchmarkError> {
		let (_, institution) = member::<T>();
		fill::<T>();
		let id = NextIncident::<T>::get();
		Pallet::<T>::open(institution, IncidentKind::DataLeaked, Named::ALL, H256::zero())?;
		let origin = governance::<T>()?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, id, H256::zero());

		assert!(!OpenIncidents::<T>::contains_key(id));
		Ok(())
	}

	#[benchmark]
	fn set_pause_hours() -> Result<(), BenchmarkError> {
		let origin = governance::<T>()?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, 1);

		assert_eq!(PauseHours::<T>::get(), 1);
		Ok(())
	}

	#[benchmark]
	fn set_obligation() -> Result<(), BenchmarkError> {
		T::Time::benchmark_set_now(NOW);
		let obligation = Obligation::SecurityTest;
		let before = RulesCount::<T>::get(obligation);
		Pallet::<T>::change_rule(obligation, Some(rule::<T>()))?;
		let origin = governance::<T>()?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, obligation, None);

		assert_eq!(RulesCount::<T>::get(obligation), before.saturating_add(2));
		Ok(())
	}

	#[benchmark]
	fn attest() -> Result<(), BenchmarkError> {
		let (member, institution) = member::<T>();
		T::Time::benchmark_set_now(NOW);
		let obligation = Obligation::SecurityTest;
		Pallet::<T>::change_rule(obligation, Some(rule::<T>()))?;
		let done = T::Time::today();
		Pallet::<T>::record(institution.clone(), obligation, H256::zero(), done, None)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(institution), obligation, H256::zero(), done, Some(done.plus(9)));

		assert_eq!(AttestationsCount::<T>::get((member, obligation)), 2);
		Ok(())
	}

	impl_benchmark_test_suite!(
		Pallet,
		sp_io::TestExternalities::new(Default::default()),
		crate::mock::Test
	);
}
