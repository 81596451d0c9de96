//! Benchmarks: every object has as many open clocks as it may, every period is the longest of working
//! days and crosses into another year, every clock whose turn has come is first computed again, and one
//! that moves or ends has warned or run out before.

use super::*;
use crate::clocks::Start;
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_support::{
	assert_ok,
	traits::{EnsureOrigin, Get},
	weights::WeightMeter,
};
use frame_system::{pallet_prelude::OriginFor, RawOrigin};
use shejiao_primitives::{
	case::{CaseId, CaseView, PartyRoles},
	clock::{ClockId, KindId},
	deadline::{
		ActTime, Civil, Period, Unit, YearCalendar, MAX_DAYS_OFF, MAX_MAKE_UP_DAYS,
		MAX_WORKING_DAYS,
	},
	directory::Members,
	duty::Duties,
	history::History,
	ids::MemberId,
	member::MemberKind,
	reason::Reason,
	record::{RecordId, RecordIndex},
	subject::Subject,
	time::{LegalDate, LegalTime, Moment, DAY},
};
use sp_core::H256;

/// Sets up what the benchmarks need of other pallets.
pub trait BenchmarkHelper<AccountId> {
	/// Make `account`, which has no role yet, an officer of `member` itself with `duties`, from now on.
	fn officer(member: MemberId, account: &AccountId, duties: Duties);
}

/// The mocks, set up for the tests of the benchmarks.
#[cfg(test)]
pub struct Mocks;

#[cfg(test)]
impl BenchmarkHelper<u64> for Mocks {
	fn officer(member: MemberId, account: &u64, duties: Duties) {
		let actor = shejiao_primitives::directory::Actor {
			member,
			unit: None,
			duties,
			category: shejiao_primitives::duty::Category::StateFunctionary,
		};
		shejiao_testing::MockDirectory::appoint(account, actor);
	}
}

/// Monday, 2026-11-23, at noon.
const NOW: Moment = 1_795_190_400_000 + 5 * DAY / 2;

/// The kind of the worst clock.
const WORST: KindId = KindId(60_000);

const CAUSE: PauseCause = PauseCause::MaterialsAwaited;

/// Two agencies with officers, and a case that the first executes.
struct Scene<T: Config> {
	clerk: T::AccountId,
	chief: T::AccountId,
	/// The agency that is no party, which owns what is extended.
	owner: MemberId,
	case: CaseId,
	evidence: RecordId,
	/// The executing agency, whose officers these are.
	agency: MemberId,
}

/// The longest period, of which everybody is told; it may be paused, and extended by agreement with the
/// executing agency.
fn worst_kind() -> Kind {
	let rule = law::kinds().first().map(|(_, kind)| *kind).expect("the table has rules; qed");
	Kind {
		period: Some(Period::new(MAX_WORKING_DAYS, Unit::WorkingDay)),
		warns: Audience::ALL,
		expires: Audience::ALL,
		extension: PartyRoles::EXECUTING,
		pauses: PauseCauses::of(&[CAUSE]),
		..rule
	}
}

fn set_worst_kind<T: Config>() {
	if KindCount::<T>::get(WORST) == 0 {
		let pushed = History::<KindId, Kind, KindCount<T>, Kinds<T>>::push(&WORST, 0, worst_kind());
		pushed.expect("the first version; qed");
	}
}

/// A calendar of a year as full as may be.
fn full_calendar(year: u16) -> YearCalendar {
	let first = Civil::new(year.into(), 1, 1).expect("a date; qed").date();
	let (weekend, week): (Vec<LegalDate>, Vec<LegalDate>) =
		(0..300).map(|n| first.plus(n)).partition(|day| day.weekday().is_weekend());
	let off = week.into_iter().take(MAX_DAYS_OFF as usize).collect();
	let up = weekend.into_iter().take(MAX_MAKE_UP_DAYS as usize).collect();
	YearCalendar::new(year, off, up).expect("one; qed")
}

impl<T: Config> Scene<T> {
	fn new() -> Self {
		T::Time::benchmark_set_now(NOW);
		set_worst_kind::<T>();
		let institution: T::AccountId = account("institution", 0, 0);
		let other: T::AccountId = account("institution", 1, 0);
		let agency = T::Members::benchmark_member(&institution, MemberKind::JusticeBureau);
		let owner = T::Members::benchmark_member(&other, MemberKind::Court);
		let clerk: T::AccountId = account("clerk", 0, 0);
		let chief: T::AccountId = account("chief", 0, 0);
		T::BenchmarkHelper::officer(agency, &clerk, Duties::CASEWORK);
		T::BenchmarkHelper::officer(agency, &chief, Duties::CASEWORK.union(Duties::APPROVAL));
		let case = T::Cases::benchmark_case(agency, &clerk);
		let evidence = T::Records::benchmark_record(case, agency, &clerk);
		Self { clerk, chief, owner, case, evidence, agency }
	}

	/// As many clocks are open for the case as may be, but for `room`; as many sealed ones but for one.
	/// Those were all started by the agency that is no party.
	fn fill(&self, room: u32) {
		let subject = Subject::Case(self.case);
		let most = T::MaxClocksPerSubject::get();
		let wanted = most.saturating_sub(room);
		let count = || OpenClocks::<T>::decode_len(subject).unwrap_or_default() as u32;
		while count() < wanted.min(Pallet::<T>::max_sealed().saturating_sub(1)) {
			seal::<T>(subject, self.owner, self.owner);
		}
		OpenClocks::<T>::mutate(subject, |open| {
			while (open.len() as u32) < wanted {
				let place = open.len() as u64;
				let id = ClockId(u64::MAX.saturating_sub(place));
				let kind = Some(KindId(50_000_u16.saturating_add(place as u16)));
				open.try_push((id, kind)).expect("below the bound; qed");
			}
		});
	}

	/// The worst clock of the case, owned by `owner`.
	fn clock(&self, owner: MemberId) -> ClockId {
		let id = begin::<T>(Subject::Case(self.case), owner);
		self.fill(0);
		id
	}
}

/// The worst clock, counted from 60 days before [`NOW`].
fn begin<T: Config>(subject: Subject, owner: MemberId) -> ClockId {
	Pallet::<T>::begin(Start {
		kind: Some((KindVersion { id: WORST, version: 0 }, worst_kind())),
		commitment: None,
		group: worst_kind().group,
		subject,
		owner,
		starter: None,
		basis: Basis::From(NOW - 60 * DAY),
		by: None,
	})
	.expect("it starts; qed")
}

/// A sealed clock that `starter` started and `owner` must act on.
fn seal<T: Config>(subject: Subject, owner: MemberId, starter: MemberId) -> ClockId {
	Pallet::<T>::begin(Start {
		kind: None,
		commitment: Some(H256::zero()),
		group: Group::Execution,
		subject,
		owner,
		starter: Some(starter),
		basis: Basis::Until(T::Time::today().plus(100)),
		by: None,
	})
	.expect("it starts; qed")
}

/// Let the year in which the worst clock ends be computed again.
fn compute_year<T: Config>() -> u16 {
	let year = 2027;
	assert_ok!(Pallet::<T>::govern_calendar(year, full_calendar(year)));
	year
}

/// Let a clock have been paused every other day from 30 days before [`NOW`] on.
fn pause_and_resume<T: Config>(id: ClockId, times: u32) {
	Clocks::<T>::mutate(id, |clock| {
		let clock = clock.as_mut().expect("a clock; qed");
		for place in 0..times {
			let from = NOW - 30 * DAY + u64::from(place) * 2 * DAY;
			let pause = Paused { cause: CAUSE, from, until: Some(from + DAY) };
			clock.pauses.try_push(pause).expect("below the bound; qed");
		}
	});
}

/// Let a clock warn, as it does within the last days before its end.
fn warn_now<T: Config>(id: ClockId) {
	let at = place::<T>(id);
	T::Time::benchmark_set_now(at.at());
	Pallet::<T>::fire(at, at.at());
	assert!(Clocks::<T>::get(id).is_some_and(|clock| clock.warned.is_some()));
}

/// The place of a clock in the agenda.
fn place<T: Config>(id: ClockId) -> AgendaKey {
	let clock = Clocks::<T>::get(id).expect("a clock; qed");
	Pallet::<T>::places(id, &clock).agenda.expect("it has yet to fire; qed")
}

/// Go on until the worst clock is over.
fn go_on<T: Config>() -> Moment {
	let now = NOW + 600 * DAY;
	T::Time::benchmark_set_now(now);
	now
}

fn governance<T: Config>() -> Result<OriginFor<T>, BenchmarkError> {
	T::GovernanceOrigin::try_successful_origin()
		.map_err(|_| BenchmarkError::Stop("governance has no origin"))
}

fn is_open<T: Config>(id: ClockId) -> bool {
	Clocks::<T>::get(id).is_some_and(|clock| clock.is_open())
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn set_kind() -> Result<(), BenchmarkError> {
		T::Time::benchmark_set_now(NOW);
		set_worst_kind::<T>();
		let origin = governance::<T>()?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, WORST, worst_kind(), T::Time::today().plus(1));

		assert_eq!(KindCount::<T>::get(WORST), 2);
		Ok(())
	}

	#[benchmark]
	fn set_calendar() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		scene.clock(scene.agency);
		let waiting: Vec<_> = (1..MAX_RECOMPUTED_YEARS).map(|n| (n as u16, None)).collect();
		Recomputing::<T>::put(BoundedVec::truncate_from(waiting));
		let calendar = full_calendar(2027);
		let origin = governance::<T>()?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, 2027, calendar);

		assert_eq!(Recomputing::<T>::get().len() as u32, MAX_RECOMPUTED_YEARS);
		Ok(())
	}

	#[benchmark]
	fn start_sealed() {
		let scene = Scene::<T>::new();
		scene.fill(1);
		let due = T::Time::today().plus(30);
		let next = NextClock::<T>::get();

		#[extrinsic_call]
		_(
			RawOrigin::Signed(scene.clerk),
			scene.case,
			Group::Execution,
			due,
			H256::zero(),
			scene.agency,
		);

		assert!(is_open::<T>(next));
	}

	#[benchmark]
	fn complete() {
		let scene = Scene::<T>::new();
		let id = scene.clock(scene.agency);
		pause_and_resume::<T>(id, MAX_PAUSES);
		warn_now::<T>(id);
		let done = ActTime::Day(T::Time::today());

		#[extrinsic_call]
		_(RawOrigin::Signed(scene.clerk), id, done, scene.evidence);

		assert!(!is_open::<T>(id));
	}

	#[benchmark]
	fn pause() {
		let scene = Scene::<T>::new();
		let id = scene.clock(scene.agency);
		pause_and_resume::<T>(id, MAX_PAUSES.saturating_sub(1));

		#[extrinsic_call]
		_(RawOrigin::Signed(scene.clerk), id, CAUSE, scene.evidence);

		assert_eq!(Clocks::<T>::get(id).and_then(|clock| clock.paused()), Some(CAUSE));
	}

	#[benchmark]
	fn resume() {
		let scene = Scene::<T>::new();
		let id = scene.clock(scene.agency);
		pause_and_resume::<T>(id, MAX_PAUSES.saturating_sub(1));
		warn_now::<T>(id);
		assert_ok!(Pallet::<T>::do_pause(scene.clerk.clone(), id, CAUSE, scene.evidence));
		T::Time::benchmark_set_now(T::Time::now() + 400 * DAY);

		#[extrinsic_call]
		_(RawOrigin::Signed(scene.clerk), id, scene.evidence);

		assert_eq!(Clocks::<T>::get(id).and_then(|clock| clock.paused()), None);
	}

	#[benchmark]
	fn propose_extension() {
		let scene = Scene::<T>::new();
		let id = scene.clock(scene.owner);
		let last_day = T::Time::today().plus(3_000);

		#[extrinsic_call]
		_(RawOrigin::Signed(scene.clerk), id, last_day, scene.evidence);

		assert!(Proposals::<T>::contains_key(id));
	}

	#[benchmark]
	fn accept_extension() {
		let scene = Scene::<T>::new();
		let id = scene.clock(scene.owner);
		pause_and_resume::<T>(id, MAX_PAUSES);
		warn_now::<T>(id);
		let last_day = T::Time::today().plus(3_000);
		let proposal = Proposal {
			what: Proposed::Extension(last_day),
			evidence: scene.evidence,
			member: scene.owner,
			by: scene.chief.clone(),
			at: NOW,
		};
		Proposals::<T>::insert(id, proposal);

		#[extrinsic_call]
		_(RawOrigin::Signed(scene.clerk), id, last_day);

		let basis = Clocks::<T>::get(id).map(|clock| clock.basis);
		assert_eq!(basis, Some(Basis::Until(last_day)));
	}

	#[benchmark]
	fn propose_cancellation() {
		let scene = Scene::<T>::new();
		let id = scene.clock(scene.agency);

		#[extrinsic_call]
		_(RawOrigin::Signed(scene.clerk), id, Reason::Judgment, scene.evidence);

		assert!(Proposals::<T>::contains_key(id));
	}

	#[benchmark]
	fn confirm_cancellation() {
		let scene = Scene::<T>::new();
		let id = scene.clock(scene.agency);
		warn_now::<T>(id);
		assert_ok!(Pallet::<T>::do_propose_cancellation(
			scene.clerk.clone(),
			id,
			Reason::Judgment,
			scene.evidence
		));

		#[extrinsic_call]
		_(RawOrigin::Signed(scene.chief), id, Reason::Judgment);

		assert!(!is_open::<T>(id));
	}

	/// It has run out, and runs again.
	#[benchmark]
	fn reseal() {
		let scene = Scene::<T>::new();
		let id = seal::<T>(Subject::Case(scene.case), scene.agency, scene.agency);
		scene.fill(0);
		warn_now::<T>(id);
		let over = place::<T>(id);
		T::Time::benchmark_set_now(over.at());
		Pallet::<T>::fire(over, over.at());
		let due = T::Time::today().plus(100);

		#[extrinsic_call]
		_(RawOrigin::Signed(scene.clerk), id, due, H256::repeat_byte(1), scene.evidence);

		let clock = Clocks::<T>::get(id).expect("a clock; qed");
		assert!(clock.basis == Basis::Until(due) && clock.expired.is_none());
	}

	/// A clock that was stopped is the last of its object to run again, and is computed anew.
	#[benchmark]
	fn run_again() {
		let scene = Scene::<T>::new();
		let id = begin::<T>(Subject::Case(scene.case), scene.agency);
		pause_and_resume::<T>(id, MAX_PAUSES);
		warn_now::<T>(id);
		Pallet::<T>::lapse(id, Reason::Mistake);
		scene.fill(1);

		#[block]
		{
			assert_ok!(Pallet::<T>::run_again(id));
		}

		assert!(is_open::<T>(id));
	}

	/// `n` clocks run out in a block; a thousand others are open.
	#[benchmark]
	fn on_poll(n: Linear<0, 20>) {
		let scene = Scene::<T>::new();
		let now = go_on::<T>();
		// What the other pallets have started for the case.
		while let Some(key) = Agenda::<T>::iter_keys().next().filter(|key| key.at() <= now) {
			Pallet::<T>::fire(key, now);
		}
		let ids: Vec<_> =
			(0..n).map(|i| begin::<T>(Subject::Record(RecordId(i.into())), scene.agency)).collect();
		for i in 0..1_000u64 {
			seal::<T>(Subject::Record(RecordId(1_000 + i)), scene.agency, scene.agency);
		}
		for id in &ids {
			Clocks::<T>::mutate(id, |clock| {
				let clock = clock.as_mut().expect("a clock; qed");
				let was = Pallet::<T>::places(*id, clock);
				clock.warned = Some(NOW);
				Pallet::<T>::put(*id, was, clock);
			});
		}

		#[block]
		{
			Pallet::<T>::work(&mut WeightMeter::new());
		}

		let expired = |id: &ClockId| Clocks::<T>::get(id).and_then(|clock| clock.expired);
		assert!(ids.iter().all(|id| expired(id).is_some()));
	}

	#[benchmark]
	fn warn() {
		let scene = Scene::<T>::new();
		let id = scene.clock(scene.agency);
		compute_year::<T>();
		Pallet::<T>::recompute_clock(id, 2027);
		let now = go_on::<T>();
		let key = place::<T>(id);

		#[block]
		{
			Pallet::<T>::fire(key, now);
		}

		assert!(Clocks::<T>::get(id).is_some_and(|clock| clock.warned == Some(now)));
	}

	#[benchmark]
	fn expire() {
		let scene = Scene::<T>::new();
		let id = scene.clock(scene.agency);
		compute_year::<T>();
		Pallet::<T>::recompute_clock(id, 2027);
		let now = go_on::<T>();
		Pallet::<T>::fire(place::<T>(id), now);
		let key = place::<T>(id);

		#[block]
		{
			Pallet::<T>::fire(key, now);
		}

		assert!(Clocks::<T>::get(id).is_some_and(|clock| clock.expired == Some(now)));
	}

	#[benchmark]
	fn recompute() {
		let scene = Scene::<T>::new();
		let id = scene.clock(scene.agency);
		warn_now::<T>(id);
		// It runs out, and the calendar lets it run again.
		let over = place::<T>(id);
		T::Time::benchmark_set_now(over.at());
		Pallet::<T>::fire(over, over.at());
		pause_and_resume::<T>(id, MAX_PAUSES);
		let year = compute_year::<T>();
		let before = Clocks::<T>::get(id).map(|clock| clock.due);

		#[block]
		{
			Pallet::<T>::recompute_clock(id, year);
		}

		let clock = Clocks::<T>::get(id).expect("a clock; qed");
		assert!(Some(clock.due) != before && clock.expired.is_none());
	}

	impl_benchmark_test_suite!(
		Pallet,
		sp_io::TestExternalities::new(Default::default()),
		crate::mock::Test
	);
}
