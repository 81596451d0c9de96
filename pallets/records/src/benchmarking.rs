//! Benchmarks: records with a seal, as the last of a full page, that replace one on which something
//! rests; batches of such; queues of dependants that are records.

use super::*;
use crate::{
	scene::{anchored, large_rule, Scene, Superior, START},
	Pallet,
};
use alloc::{boxed::Box, vec, vec::Vec};
use frame_benchmarking::v2::*;
use frame_support::traits::{EnsureOrigin, Get, Hooks};
use frame_system::{
	pallet_prelude::{BlockNumberFor, OriginFor},
	RawOrigin,
};
use shejiao_primitives::{
	case::{CaseView, PartyRoles},
	directory::Members,
	draw::MAX_CANDIDATES,
	duty::Duties,
	member::MemberKind,
	record::{classes as numbers, ClassId, RecordStatus},
	time::LegalTime,
};
use sp_core::H256;
use sp_runtime::traits::One;

fn governance<T: Config>() -> Result<OriginFor<T>, BenchmarkError> {
	T::GovernanceOrigin::try_successful_origin()
		.map_err(|_| BenchmarkError::Stop("governance has no origin"))
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn set_class() -> Result<(), BenchmarkError> {
		T::Time::benchmark_set_now(START);
		let class = ClassId(u16::MAX);
		Pallet::<T>::change_class(class, classes::founding().swap_remove(0).1)?;
		let origin = governance::<T>()?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, class, Box::new(large_rule()));

		assert_eq!(ClassesCount::<T>::get(class), 2);
		Ok(())
	}

	#[benchmark]
	fn retire_class() -> Result<(), BenchmarkError> {
		T::Time::benchmark_set_now(START);
		let class = ClassId(u16::MAX);
		Pallet::<T>::change_class(class, large_rule())?;
		let origin = governance::<T>()?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, class);

		assert!(Pallet::<T>::class(class).is_none());
		Ok(())
	}

	/// `s`: sources; `r`: whether it replaces a record, a disputed one; `a`: whether the case is
	/// archived. A superior writes by order for an agency that is the last of as many parties as may be.
	#[benchmark]
	fn anchor(
		s: Linear<0, MAX_SOURCES>,
		r: Linear<0, 1>,
		a: Linear<0, 1>,
	) -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		Pallet::<T>::change_class(numbers::SUPERVISION, large_rule())?;
		let Superior { city, writer, liable, .. } = scene.superior();
		let supersedes = if r > 0 { Some(scene.disputed_of(city, &liable)?) } else { None };
		let sources: Vec<_> = (0..s).map(|_| scene.source()).collect();
		scene.fill_page();
		if a > 0 {
			scene.archive()?;
		}
		scene.next_day();
		let entry = Anchor { supersedes, officer: Some(liable), ..scene.entry(&sources) };
		let before = NextRecord::<T>::get().0;

		#[extrinsic_call]
		_(RawOrigin::Signed(writer), Box::new(entry));

		assert_eq!(NextRecord::<T>::get().0, before.saturating_add(1));
		let status = supersedes.and_then(Headers::<T>::get).map(|header| header.status);
		assert!(status.is_none_or(|status| status == RecordStatus::Superseded));
		Ok(())
	}

	/// `n`: entries of one case; `c`: entries besides, each of a case and a liable officer of its own
	/// (a hundred cases would need more agencies than there may be). Sources and replacements cost what
	/// they cost a single record.
	#[benchmark]
	fn anchor_batch(n: Linear<0, MAX_BATCH>, c: Linear<1, 20>) -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		Pallet::<T>::change_class(numbers::SUPERVISION, large_rule())?;
		let cases: Vec<_> =
			(0..c).map(|_| T::Cases::benchmark_case(scene.bureau, &scene.clerk)).collect();
		let Superior { city, below, writer: clerk, liable } = scene.superior();
		let mut entries = Vec::new();
		for (number, case) in cases.into_iter().enumerate() {
			T::BenchmarkHelper::add_party(case, below, PartyRoles::RECEIVING);
			let officer: T::AccountId = account("liable", number as u32, 0);
			T::BenchmarkHelper::appoint(city, &officer, Duties::RECORDS);
			entries.push(Anchor { case, officer: Some(officer), ..scene.entry(&[]) });
		}
		for _ in 0..n {
			entries.push(Anchor { officer: Some(liable.clone()), ..scene.entry(&[]) });
		}
		scene.fill_page();
		scene.next_day();
		let expected = n.saturating_add(c);
		let before = NextRecord::<T>::get().0;

		#[block]
		{
			Pallet::<T>::do_anchor_batch(&clerk, entries).map_err(|fault| fault.error)?;
		}

		assert_eq!(NextRecord::<T>::get().0, before.saturating_add(expected.into()));
		Ok(())
	}

	#[benchmark]
	fn anchor_device_root() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		let day = T::Time::today();
		scene.next_day();
		let schema = Some(SchemaRef { id: 900, version: 1 });
		let clerk = scene.clerk.clone();

		#[extrinsic_call]
		_(
			RawOrigin::Signed(clerk),
			numbers::DEVICE_READINGS,
			None,
			day,
			schema,
			H256::repeat_byte(9),
			u32::MAX,
		);

		let office = Office { member: scene.bureau, unit: None };
		assert!(DeviceRoots::<T>::contains_key((office, day), numbers::DEVICE_READINGS));
		Ok(())
	}

	#[benchmark]
	fn attest() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		let class = numbers::CIRCUMSTANCES;
		let record = scene.record(class);
		Headers::<T>::mutate(record, |header| {
			if let Some(header) = header {
				header.status = RecordStatus::Anchored;
				header.initial = RecordStatus::Anchored;
			}
		});

		#[extrinsic_call]
		_(Scene::<T>::signed(&scene.procurator), record);

		assert_eq!(Attestations::<T>::get(record).len(), 1);
		Ok(())
	}

	#[benchmark]
	fn dispute() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		let (record, reasons) = (scene.source(), scene.review());

		#[extrinsic_call]
		_(Scene::<T>::signed(&scene.procurator), record, reasons);

		assert!(Disputes::<T>::contains_key(record));
		Ok(())
	}

	#[benchmark]
	fn settle() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		let record = scene.disputed()?;
		// Another agency reviews.
		let institution: T::AccountId = account("court", 0, 0);
		let court = T::Members::benchmark_member(&institution, MemberKind::Court);
		let judge: T::AccountId = account("judge", 0, 0);
		T::BenchmarkHelper::appoint(court, &judge, Duties::REVIEW.union(Duties::RECORDS));
		T::BenchmarkHelper::add_party(scene.case, court, PartyRoles::COPIED);
		let evidence = anchored::<T>(scene.case, numbers::REVIEW, court, &judge, vec![]);
		scene.archive()?;

		#[extrinsic_call]
		_(Scene::<T>::signed(&judge), record, Settlement::Refuted, Some(evidence));

		assert_eq!(Headers::<T>::get(record).map(|h| h.status), Some(RecordStatus::Sealed));
		Ok(())
	}

	#[benchmark]
	fn seal_record() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		let record = scene.source_of_another();
		let basis = scene.decision();

		#[extrinsic_call]
		_(Scene::<T>::signed(&scene.chief), record, basis);

		assert_eq!(Headers::<T>::get(record).map(|h| h.status), Some(RecordStatus::Sealed));
		Ok(())
	}

	#[benchmark]
	fn unseal_record() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		let record = scene.source_of_another();
		let basis = scene.decision();
		Pallet::<T>::do_seal(scene.chief.clone(), record, basis)?;
		scene.archive()?;

		#[extrinsic_call]
		_(Scene::<T>::signed(&scene.chief), record, basis);

		assert_eq!(Headers::<T>::get(record).map(|h| h.status), Some(RecordStatus::Trusted));
		Ok(())
	}

	#[benchmark]
	fn freeze() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		let record = scene.source();
		scene.let_retention_run_out()?;

		#[extrinsic_call]
		_(Scene::<T>::signed(&scene.clerk), record);

		assert_eq!(Headers::<T>::get(record).map(|h| h.status), Some(RecordStatus::Frozen));
		Ok(())
	}

	#[benchmark]
	fn propose_shred() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		let (record, basis) = (scene.source(), scene.review());
		scene.let_retention_run_out()?;
		Pallet::<T>::do_freeze(scene.clerk.clone(), record)?;

		#[extrinsic_call]
		_(Scene::<T>::signed(&scene.clerk), record, basis);

		assert!(ShredProposals::<T>::contains_key(record));
		Ok(())
	}

	#[benchmark]
	fn confirm_shred() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		let (record, basis) = (scene.source(), scene.review());
		scene.let_retention_run_out()?;
		Pallet::<T>::do_freeze(scene.clerk.clone(), record)?;
		Pallet::<T>::do_propose_shred(scene.clerk.clone(), record, basis)?;

		#[extrinsic_call]
		_(Scene::<T>::signed(&scene.chief), record);

		assert_eq!(Headers::<T>::get(record).map(|h| h.status), Some(RecordStatus::Shredded));
		Ok(())
	}

	#[benchmark]
	fn withdraw_shred() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		let (record, basis) = (scene.source(), scene.review());
		scene.let_retention_run_out()?;
		Pallet::<T>::do_freeze(scene.clerk.clone(), record)?;
		Pallet::<T>::do_propose_shred(scene.clerk.clone(), record, basis)?;

		#[extrinsic_call]
		_(Scene::<T>::signed(&scene.chief), record);

		assert!(!ShredProposals::<T>::contains_key(record));
		Ok(())
	}

	#[benchmark]
	fn add_lineage() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		let source = scene.disputed()?;
		let others: Vec<_> = (1..MAX_SOURCES).map(|_| scene.source()).collect();
		let record = scene.resting_on(numbers::SUPERVISION, others);
		scene.link(record);

		#[extrinsic_call]
		_(Scene::<T>::signed(&scene.clerk), record, source);

		assert_eq!(Headers::<T>::get(record).map(|h| h.source_corrected), Some(true));
		Ok(())
	}

	#[benchmark]
	fn request_recheck() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		for _ in 0..MAX_CANDIDATES {
			scene.record(numbers::SUPERVISION);
		}
		let day = T::Time::today();
		T::Time::benchmark_set_now(T::Time::clock().end_of(day));
		let office = Office { member: scene.bureau, unit: None };
		let before = NextRecheck::<T>::get().0;

		#[extrinsic_call]
		_(Scene::<T>::signed(&scene.procurator), office, day, 0);

		assert_eq!(NextRecheck::<T>::get().0, before.saturating_add(1));
		Ok(())
	}

	#[benchmark]
	fn answer_recheck() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		let id = scene.drawn(NextRecheck::<T>::get().0);

		#[extrinsic_call]
		_(Scene::<T>::signed(&scene.procurator), id, false);

		let outcome = Rechecks::<T>::get(id).and_then(|recheck| recheck.outcome);
		assert_eq!(outcome, Some(RecheckOutcome::Differs));
		Ok(())
	}

	/// Nothing to do: a check waits for its draw, another for an answer, a case for its day.
	#[benchmark]
	fn idle() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		let first = NextRecheck::<T>::get();
		FirstOpen::<T>::put(first);
		let open = scene.drawn(first.0);
		scene.archive()?;
		let waiting = RecheckId(open.0.saturating_add(1));
		let recheck = Rechecks::<T>::get(open).ok_or(BenchmarkError::Stop("it was drawn"))?;
		Rechecks::<T>::insert(waiting, Recheck { drawn: None, ..recheck });
		NextRecheck::<T>::put(RecheckId(waiting.0.saturating_add(1)));

		#[block]
		{
			Pallet::<T>::on_initialize(BlockNumberFor::<T>::one());
		}

		assert_eq!(FirstOpen::<T>::get(), open);
		Ok(())
	}

	/// `t`: dependants told, all of them records with as many sources as may be that are marked for
	/// the first time. What others do that rest on records, `TellWeight` says.
	#[benchmark]
	fn tell(t: Linear<1, 100>) -> Result<(), BenchmarkError> {
		let t = t.min(T::MaxToldPerBlock::get());
		let scene = Scene::<T>::new();
		let source = scene.record(numbers::SUPERVISION);
		let mut others: Vec<_> =
			(1..MAX_SOURCES).map(|_| scene.record(numbers::SUPERVISION)).collect();
		others.push(source);
		for _ in 0..t {
			let record = scene.resting_on(numbers::SUPERVISION, others.clone());
			scene.link(record);
		}
		let reasons = scene.review();
		Pallet::<T>::do_dispute(scene.procurator.clone(), source, reasons)?;
		let told;

		#[block]
		{
			told = Pallet::<T>::tell_some(t);
		}

		assert_eq!(told, t);
		Ok(())
	}

	/// `c`: checks closed without an answer.
	#[benchmark]
	fn follow_rechecks(c: Linear<1, 8>) -> Result<(), BenchmarkError> {
		let c = c.min(T::MaxRechecksPerBlock::get());
		let scene = Scene::<T>::new();
		let first = NextRecheck::<T>::get();
		FirstOpen::<T>::put(first);
		for number in 0..c {
			scene.drawn(first.0.saturating_add(number));
		}
		let later = T::Time::clock().days(2);
		T::Time::benchmark_set_now(START.saturating_add(later));

		#[block]
		{
			Pallet::<T>::follow_rechecks(c);
		}

		assert_eq!(FirstOpen::<T>::get().0, first.0.saturating_add(c));
		Ok(())
	}

	/// `f`: steps, one for the case and one for each of its records: a record that freezes writes more
	/// than a case that is looked through.
	#[benchmark]
	fn freeze_due(f: Linear<1, 32>) -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		let retention = Retention::Statutory { freeze: 1, keep: 1 };
		let rule = Class { retention, ..large_rule() };
		Pallet::<T>::change_class(numbers::SUPERVISION, rule)?;
		let records: Vec<_> = (1..f).map(|_| scene.record(numbers::SUPERVISION)).collect();
		scene.archive()?;
		if records.is_empty() {
			Pallet::<T>::look_again(scene.case);
		}
		scene.next_day();
		let done;

		#[block]
		{
			done = Pallet::<T>::freeze_due(f);
		}

		assert_eq!(done, f);
		let frozen = |record| {
			Headers::<T>::get(record).is_some_and(|header| header.status == RecordStatus::Frozen)
		};
		assert!(records.into_iter().all(frozen));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::tests::benchmark_chain(), crate::mock::Test);
}
