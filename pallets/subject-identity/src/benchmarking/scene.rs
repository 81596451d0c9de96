//! What the benchmarks act on: the agencies of a case, their officers, and cases as dear as may be.

use crate::*;
use alloc::vec::Vec;
use frame_benchmarking::{account, BenchmarkError};
use frame_system::RawOrigin;
use shejiao_primitives::{
	case::CaseCategory,
	clock::{kinds, Deadlines},
	directory::Members,
	duty::Duties,
	ids::UnitId,
	member::MemberKind,
	record::{classes, ClassId, RecordId},
	subject::Subject,
	suite::SuiteId,
	time::{LegalTime, Moment, DAY},
};
use sp_core::H256;

/// Sets up what the benchmarks need of other pallets.
pub trait BenchmarkHelper<AccountId> {
	/// Make `who` a state functionary of `member` itself with `duties`, from now on and for a year.
	fn appoint(member: MemberId, who: &AccountId, duties: Duties);

	/// Anchor a record of `class` on `case` by `officer` of `author`, on which a decision may rest.
	fn record(case: CaseId, class: ClassId, author: MemberId, officer: &AccountId) -> RecordId;

	/// A unit of `member`.
	fn unit(member: MemberId) -> UnitId;

	/// Let the clocks whose turn has come warn and run out.
	fn run_clocks();
}

/// The mocks, set up for the tests of the benchmarks.
#[cfg(test)]
pub struct Mocks;

#[cfg(test)]
impl BenchmarkHelper<u64> for Mocks {
	fn appoint(member: MemberId, who: &u64, duties: Duties) {
		shejiao_testing::MockDirectory::appoint_functionary(who, member, duties);
	}

	fn record(case: CaseId, class: ClassId, author: MemberId, officer: &u64) -> RecordId {
		shejiao_testing::MockRecords::add_of_class(case, author, officer, class)
	}

	fn unit(member: MemberId) -> UnitId {
		shejiao_testing::MockMembers::add_unit(member)
	}

	fn run_clocks() {}
}

/// 2026-11-21T00:00:00+08:00.
pub(crate) const NOW: Moment = 1_795_190_400_000;

/// Register an open case that `executing` executes, with court and procuratorate as parties and in
/// the officer's caseload, for benchmarks of other pallets too.
pub(crate) fn open_case<T: Config>(executing: MemberId, officer: &T::AccountId) -> CaseId {
	let index = NextCase::<T>::get() as u32;
	let court: T::AccountId = account("case-court", index, 0);
	let procuratorate: T::AccountId = account("case-procuratorate", index, 0);
	let deciding = T::Members::benchmark_member(&court, MemberKind::Court);
	let supervising = T::Members::benchmark_member(&procuratorate, MemberKind::Procuratorate);
	let assignment = Assignment { unit: None, officer: Some(officer.clone()) };
	let row = row::<T>(index, deciding, supervising, assignment);
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

pub(crate) fn commitment(index: u32) -> Commitment {
	let hash: H256 = frame_support::Hashable::blake2_256(&index).into();
	Commitment { suite: SuiteId::International, hash }
}

pub(crate) fn row<T: Config>(
	index: u32,
	deciding: MemberId,
	supervising: MemberId,
	assignment: Assignment<T::AccountId>,
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
		assignment,
	}
}

/// The agencies of a case, the executing one admitted last, and their officers.
pub(crate) struct Agencies<T: Config> {
	pub others: Vec<MemberId>,
	pub founders: Founders,
	pub unit: UnitId,
	pub officer: T::AccountId,
	pub head: T::AccountId,
	pub judge: T::AccountId,
}

impl<T: Config> Agencies<T> {
	pub fn new() -> Self {
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
		let unit = T::BenchmarkHelper::unit(founders.executing);
		Self { others, founders, unit, officer, head, judge }
	}

	/// Register a case, and give it as many parties as may be but one.
	pub fn register(&self, opening: Opening) -> Result<CaseId, BenchmarkError> {
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

	/// As many parties as may be but one, and as many intervals but a held end.
	fn fill(&self, case: CaseId) -> Result<(), BenchmarkError> {
		let mut record = stored::<T>(case)?;
		let room = MAX_PARTIES.saturating_sub(1).saturating_sub(record.parties.len() as u32);
		for member in self.others.iter().take(room as usize) {
			let roles = PartyRoles::COPIED;
			Pallet::<T>::set_roles(case, &mut record, *member, roles, None, &self.head)?;
		}
		let restrictions = [IntervalKind::Restriction; MAX_RESTRICTIONS as usize];
		let kinds = [IntervalKind::Measure, IntervalKind::ExitBan].into_iter().chain(restrictions);
		for (index, kind) in (0u32..).zip(kinds) {
			let act = Pallet::<T>::act(&self.officer, T::Time::today(), None);
			let cause: H256 = frame_support::Hashable::blake2_256(&index).into();
			Pallet::<T>::open(case, &mut record, kind, cause, act)?;
		}
		Cases::<T>::insert(case, record);
		Ok(())
	}

	/// A case that awaits its reception, with every clock that it may have then and a confirmed term for so
	/// many days from today.
	pub fn awaiting(&self, days: u32) -> Result<CaseId, BenchmarkError> {
		let category = CaseCategory::SuspendedSentence;
		let case = self.register(Opening::Decided { category })?;
		let (subject, owner) = (Subject::Case(case), self.founders.deciding);
		T::Deadlines::start(kinds::COMPLETE_DOCUMENTS, subject, owner, Pallet::<T>::now())?;
		self.compute(case, days)?;
		Pallet::<T>::confirm_term(RawOrigin::Signed(self.head.clone()).into(), case, 0)?;
		self.assign(case)?;
		Ok(case)
	}

	fn assign(&self, case: CaseId) -> Result<(), BenchmarkError> {
		let head = RawOrigin::Signed(self.head.clone()).into();
		Pallet::<T>::assign(head, case, Some(self.unit), Some(self.officer.clone()))?;
		Ok(())
	}

	/// A case that is received, its term confirmed for so many days from today.
	pub fn open(&self, days: u32) -> Result<CaseId, BenchmarkError> {
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
		self.assign(case)?;
		Ok(case)
	}

	pub fn compute(&self, case: CaseId, days: u32) -> Result<(), BenchmarkError> {
		let (today, hash) = (T::Time::today(), H256::repeat_byte(2));
		let evidence = self.record(case, classes::DECISIONS);
		let officer = RawOrigin::Signed(self.officer.clone()).into();
		Pallet::<T>::compute_term(officer, case, today.plus(days), hash, today, evidence)?;
		Ok(())
	}

	pub fn record(&self, case: CaseId, class: ClassId) -> RecordId {
		T::BenchmarkHelper::record(case, class, self.founders.executing, &self.officer)
	}

	/// Hold the end of a term.
	pub fn hold(&self, case: CaseId) -> Result<u32, BenchmarkError> {
		let evidence = self.record(case, classes::CORRESPONDENCE);
		let (kind, cause) = (IntervalKind::EndHeld, H256::repeat_byte(3));
		let head = RawOrigin::Signed(self.head.clone()).into();
		Pallet::<T>::open_interval(head, case, kind, cause, T::Time::today(), evidence)?;
		stored::<T>(case)?.open_interval(kind).ok_or(BenchmarkError::Stop("the end is not held"))
	}

	/// Let a term of `days` days end by rule, its certificate missing, and after-care begin.
	pub fn after_care(&self, case: CaseId, days: u32) -> Result<(), BenchmarkError> {
		let last_day = T::Time::today().plus(days);
		pass::<T>(days.saturating_add(1));
		Pallet::<T>::end_scheduled(last_day, case);
		let consent = self.record(case, classes::END);
		let officer = RawOrigin::Signed(self.officer.clone()).into();
		Pallet::<T>::advance(officer, case, Step::BeginAfterCare, T::Time::today(), consent)?;
		pass::<T>(days.saturating_add(10));
		Ok(())
	}

	/// Close what would be lost in the archive.
	pub fn close_lasting(&self, case: CaseId) -> Result<(), BenchmarkError> {
		for number in 0..2 {
			let evidence = self.record(case, classes::CORRESPONDENCE);
			let officer = RawOrigin::Signed(self.officer.clone()).into();
			Pallet::<T>::close_interval(officer, case, number, T::Time::today(), evidence)?;
		}
		Ok(())
	}

	/// A tag of a sealed party that `member` can reveal.
	pub fn sealed(&self, case: CaseId, member: MemberId) -> Result<H256, BenchmarkError> {
		let tag = party_tag(case, member, &[7; 32]);
		let head = RawOrigin::Signed(self.head.clone()).into();
		let (basis, commitment) = (PartyBasis::Decision, H256::zero());
		Pallet::<T>::add_sealed_party(head, case, tag, basis, commitment)?;
		Ok(tag)
	}
}

pub(crate) fn stored<T: Config>(case: CaseId) -> Result<RecordOf<T>, BenchmarkError> {
	Cases::<T>::get(case).ok_or(BenchmarkError::Stop("there is no such case"))
}

/// So many days have passed since the beginning: clocks have warned and run out meanwhile.
pub(crate) fn pass<T: Config>(days: u32) {
	T::Time::benchmark_set_now(NOW.saturating_add(DAY.saturating_mul(days.into())));
	T::BenchmarkHelper::run_clocks();
}
