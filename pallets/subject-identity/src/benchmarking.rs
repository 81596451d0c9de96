//! Benchmarks: in a case with as many parties and open intervals as may be, by an officer of the
//! member that is the last of the parties, which is the dearest caller.

use crate::*;
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_support::traits::{EnsureOrigin, Get};
use frame_system::{pallet_prelude::OriginFor, RawOrigin};
use shejiao_primitives::{
	case::{CaseCategory, Stage},
	directory::Members,
	duty::Duties,
	member::MemberKind,
	oversight::{Rule, Severity},
	record::{classes, ClassId, RecordId},
	subject::Subject,
	suite::SuiteId,
	time::{LegalDate, LegalTime, Moment, DAY},
};
use sp_core::H256;

/// Sets up what the benchmarks need of other pallets.
pub trait BenchmarkHelper<AccountId> {
	/// Make `who` a state functionary of `member` itself with `duties`, from now on and for a year.
	fn appoint(member: MemberId, who: &AccountId, duties: Duties);

	/// Anchor a record of `class` on `case` by `officer` of `author`, on which a decision may rest.
	fn record(case: CaseId, class: ClassId, author: MemberId, officer: &AccountId) -> RecordId;
}

/// The mocks, set up for the tests of the benchmarks.
#[cfg(test)]
pub struct Mocks;

#[cfg(test)]
impl BenchmarkHelper<u64> for Mocks {
	fn appoint(member: MemberId, who: &u64, duties: Duties) {
		use shejiao_primitives::{directory::Actor, duty::Category};
		let category = Category::StateFunctionary;
		shejiao_testing::MockDirectory::appoint(
			who,
			Actor { member, unit: None, duties, category },
		);
	}

	fn record(case: CaseId, class: ClassId, author: MemberId, officer: &u64) -> RecordId {
		shejiao_testing::MockRecords::add_of_class(case, author, officer, class)
	}
}

/// 2026-11-21T00:00:00+08:00.
const NOW: Moment = 1_795_190_400_000;

/// Register an open case that `executing` executes, with court and procuratorate as parties and in
/// the officer's caseload, for benchmarks of other pallets too.
pub(crate) fn open_case<T: Config>(executing: MemberId, officer: &T::AccountId) -> CaseId {
	let index = NextCase::<T>::get() as u32;
	let court: T::AccountId = account("case-court", index, 0);
	let procuratorate: T::AccountId = account("case-procuratorate", index, 0);
	let deciding = T::Members::benchmark_member(&court, MemberKind::Court);
	let supervising = T::Members::benchmark_member(&procuratorate, MemberKind::Procuratorate);
	let row = row::<T>(index, deciding, supervising, Some(officer.clone()));
	Pallet::<T>::benchmark_import(officer, executing, row)
}

impl<T: Config> Pallet<T> {
	/// Give `member` `roles` on `case` besides those it has, for benchmarks of other pallets.
	pub fn benchmark_add_party(case: CaseId, member: MemberId, roles: PartyRoles) {
		let by: T::AccountId = account("case-party", member.0, 0);
		let mut record = Cases::<T>::get(case).expect("a case of the benchmark; qed");
		let roles = record.roles(member).union(roles);
		let set = Self::set_roles(case, &mut record, member, roles, None, &by);
		set.expect("a case of a benchmark has room for a party; qed");
		Cases::<T>::insert(case, record);
	}
}

fn commitment(index: u32) -> Commitment {
	let hash: H256 = frame_support::Hashable::blake2_256(&index).into();
	Commitment { suite: SuiteId::International, hash }
}

fn row<T: Config>(
	index: u32,
	deciding: MemberId,
	supervising: MemberId,
	officer: Option<T::AccountId>,
) -> ImportRow<T::AccountId> {
	ImportRow {
		category: CaseCategory::SuspendedSentence,
		last_day: T::Time::today().plus(100),
		identity: commitment(index),
		evidence: H256::repeat_byte(1),
		on_paper: T::Time::today(),
		deciding,
		supervising,
		police: None,
		restriction: None,
		secrecy: Some(Secrecy::Unclassified),
		assignment: Assignment { unit: None, officer },
	}
}

/// The agencies of a case, the executing one admitted last, and their officers.
struct Agencies<T: Config> {
	others: Vec<MemberId>,
	founders: Founders,
	officer: T::AccountId,
	head: T::AccountId,
	judge: T::AccountId,
}

impl<T: Config> Agencies<T> {
	fn new() -> Self {
		T::Time::benchmark_set_now(NOW);
		let member = |name, index, kind| {
			let institution: T::AccountId = account(name, index, 0);
			T::Members::benchmark_member(&institution, kind)
		};
		let others =
			(0..MAX_PARTIES).map(|index| member("other", index, MemberKind::Court)).collect();
		let founders = Founders {
			deciding: member("court", 0, MemberKind::Court),
			supervising: member("procuratorate", 0, MemberKind::Procuratorate),
			police: Some(member("police", 0, MemberKind::PublicSecurity)),
			custody: Some(member("prison", 0, MemberKind::Prison)),
			executing: member("bureau", 0, MemberKind::JusticeBureau),
		};
		let appoint = |name, member, duties| {
			let who: T::AccountId = account(name, 0, 0);
			T::BenchmarkHelper::appoint(member, &who, duties);
			who
		};
		let work = Duties::CASEWORK.union(Duties::ENFORCEMENT).union(Duties::RECORDS);
		let officer = appoint("officer", founders.executing, work);
		let head = appoint("head", founders.executing, Duties::APPROVAL.union(Duties::HEAD));
		let judge = appoint("judge", founders.deciding, Duties::DECISION);
		Self { others, founders, officer, head, judge }
	}

	/// Register a case, and give it as many parties as may be but one.
	fn register(&self, opening: Opening) -> Result<CaseId, BenchmarkError> {
		Pallet::<T>::register(
			RawOrigin::Signed(self.judge.clone()).into(),
			opening,
			self.founders,
			commitment(u32::MAX),
			H256::repeat_byte(1),
			Some(Secrecy::Unclassified),
			T::Time::today(),
			None,
		)?;
		let case = Identities::<T>::get(commitment(u32::MAX).hash)
			.ok_or(BenchmarkError::Stop("no case was registered"))?;
		self.fill(case)?;
		Ok(case)
	}

	fn fill(&self, case: CaseId) -> Result<(), BenchmarkError> {
		let mut record = stored::<T>(case)?;
		let room = MAX_PARTIES.saturating_sub(1).saturating_sub(record.parties.len() as u32);
		for member in self.others.iter().take(room as usize) {
			let roles = PartyRoles::COPIED;
			Pallet::<T>::set_roles(case, &mut record, *member, roles, None, &self.head)?;
		}
		for index in 2..MAX_OPEN_INTERVALS {
			let act = Pallet::<T>::act(&self.officer, T::Time::today(), None);
			let cause: H256 = frame_support::Hashable::blake2_256(&index).into();
			Pallet::<T>::open(case, &mut record, IntervalKind::Restriction, cause, act)?;
		}
		Cases::<T>::insert(case, record);
		Ok(())
	}

	/// A case that is received, its term confirmed for so many days from today.
	fn open(&self, days: u32) -> Result<CaseId, BenchmarkError> {
		let category = CaseCategory::SuspendedSentence;
		let case = self.register(Opening::Decided { category })?;
		let group_lawful = true;
		let group = self.record(case, classes::GROUP_AND_PLAN);
		let evidence = self.record(case, classes::RECEPTION);
		let step = Step::Receive { group, group_lawful };
		let officer = RawOrigin::Signed(self.officer.clone());
		Pallet::<T>::advance(officer.into(), case, step, T::Time::today(), evidence)?;
		self.compute(case, days)?;
		Pallet::<T>::confirm_term(RawOrigin::Signed(self.head.clone()).into(), case, 0)?;
		Pallet::<T>::assign(
			RawOrigin::Signed(self.head.clone()).into(),
			case,
			None,
			Some(self.officer.clone()),
		)?;
		Ok(case)
	}

	fn compute(&self, case: CaseId, days: u32) -> Result<(), BenchmarkError> {
		let (today, hash) = (T::Time::today(), H256::repeat_byte(2));
		let evidence = self.record(case, classes::DECISIONS);
		let officer = RawOrigin::Signed(self.officer.clone()).into();
		Pallet::<T>::compute_term(officer, case, today.plus(days), hash, today, evidence)?;
		Ok(())
	}

	fn record(&self, case: CaseId, class: ClassId) -> RecordId {
		T::BenchmarkHelper::record(case, class, self.founders.executing, &self.officer)
	}

	/// Hold the end of a term, and let its last day pass.
	fn hold(&self, case: CaseId) -> Result<u32, BenchmarkError> {
		let evidence = self.record(case, classes::CORRESPONDENCE);
		let (kind, cause) = (IntervalKind::EndHeld, H256::repeat_byte(3));
		let head = RawOrigin::Signed(self.head.clone()).into();
		Pallet::<T>::open_interval(head, case, kind, cause, T::Time::today(), evidence)?;
		stored::<T>(case)?.open_interval(kind).ok_or(BenchmarkError::Stop("the end is not held"))
	}

	/// A tag of a sealed party that `member` can reveal.
	fn sealed(&self, case: CaseId, member: MemberId) -> Result<H256, BenchmarkError> {
		let tag = party_tag(case, member, &[7; 32]);
		let head = RawOrigin::Signed(self.head.clone()).into();
		let (basis, commitment) = (PartyBasis::Decision, H256::zero());
		Pallet::<T>::add_sealed_party(head, case, tag, basis, commitment)?;
		Ok(tag)
	}
}

fn stored<T: Config>(case: CaseId) -> Result<RecordOf<T>, BenchmarkError> {
	Cases::<T>::get(case).ok_or(BenchmarkError::Stop("there is no such case"))
}

/// Let days pass: records and clocks are as old as they are.
fn pass<T: Config>(days: u32) {
	T::Time::benchmark_set_now(NOW.saturating_add(DAY.saturating_mul(days.into())));
}

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
		let category = CaseCategory::SuspendedSentence;
		let case = all.register(Opening::Decided { category })?;
		let group = all.record(case, classes::GROUP_AND_PLAN);
		let evidence = all.record(case, classes::RECEPTION);
		let step = Step::Receive { group, group_lawful: true };

		#[extrinsic_call]
		advance(RawOrigin::Signed(all.officer), case, step, T::Time::today(), evidence);

		assert_eq!(stored::<T>(case)?.stage, Stage::Open);
		Ok(())
	}

	#[benchmark]
	fn end() -> Result<(), BenchmarkError> {
		let all = Agencies::<T>::new();
		let case = all.open(90)?;
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
		let case = all.open(0)?;
		pass::<T>(1);
		Pallet::<T>::end_scheduled(LegalDate(T::Time::today().0.saturating_sub(1)), case);
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

		#[extrinsic_call]
		_(RawOrigin::Signed(all.head.clone()), case, None, Some(all.head.clone()));

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
		let case = all.open(90)?;
		all.compute(case, 60)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(all.head), case, 1);

		assert_eq!(stored::<T>(case)?.term.map(|term| term.version), Some(1));
		Ok(())
	}

	#[benchmark]
	fn certify() -> Result<(), BenchmarkError> {
		let all = Agencies::<T>::new();
		let case = all.open(0)?;
		let evidence = all.record(case, classes::END);
		let executing = stored::<T>(case)?.executing;
		let source = Subject::Case(case);
		Pallet::<T>::alert(Rule::CertificateMissing, Severity::Serious, executing, source);

		#[extrinsic_call]
		_(RawOrigin::Signed(all.head), case, T::Time::today(), evidence);

		assert!(stored::<T>(case)?.certificate.is_some());
		Ok(())
	}

	#[benchmark]
	fn open_interval() -> Result<(), BenchmarkError> {
		let all = Agencies::<T>::new();
		let case = all.open(90)?;
		let evidence = all.record(case, classes::CORRESPONDENCE);
		let (kind, cause) = (IntervalKind::EndHeld, H256::repeat_byte(3));

		#[extrinsic_call]
		_(RawOrigin::Signed(all.head), case, kind, cause, T::Time::today(), evidence);

		assert!(stored::<T>(case)?.has(kind));
		Ok(())
	}

	#[benchmark]
	fn close_interval() -> Result<(), BenchmarkError> {
		let all = Agencies::<T>::new();
		let case = all.open(1)?;
		let number = all.hold(case)?;
		pass::<T>(3);
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
				ImportRow {
					police: founders.police,
					restriction: Some(H256::repeat_byte(9)),
					..row::<T>(index, founders.deciding, founders.supervising, officer)
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
		let case = all.open(0)?;
		let day = T::Time::today();
		pass::<T>(2);

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
