//! What the benchmarks set up: a case with its agencies and officers, and records of it.

use super::*;
use crate::Pallet;
use alloc::{collections::BTreeSet, vec, vec::Vec};
use frame_benchmarking::v2::{account, BenchmarkError};
use frame_system::RawOrigin;
use shejiao_primitives::{
	case::{CaseId, CaseView, OnCase, PartyRoles, Stage},
	directory::Members,
	duty::Duties,
	ids::{DrawId, MemberId},
	member::MemberKind,
	record::{classes as numbers, ClassId, RecordId, RecordStatus},
	subject::Subject,
	suite::SuiteId,
	time::{LegalTime, Moment},
};
use sp_core::H256;

/// Sets up what the benchmarks need of other pallets.
pub trait BenchmarkHelper<AccountId> {
	/// Make `who` a state functionary of `member` itself with `duties`.
	fn appoint(member: MemberId, who: &AccountId, duties: Duties);

	/// Give `member` these roles on `case`, besides those it has.
	fn add_party(case: CaseId, member: MemberId, roles: PartyRoles);

	/// Let `superior` act for `member` by order.
	fn order(superior: MemberId, member: MemberId);
}

/// The mocks, set up for the tests of the benchmarks.
#[cfg(test)]
pub struct Mocks;

#[cfg(test)]
impl BenchmarkHelper<u64> for Mocks {
	fn appoint(member: MemberId, who: &u64, duties: Duties) {
		shejiao_testing::MockDirectory::appoint_functionary(who, member, duties);
	}

	fn add_party(case: CaseId, member: MemberId, roles: PartyRoles) {
		shejiao_testing::MockCases::set_roles(case, member, roles);
	}

	fn order(superior: MemberId, member: MemberId) {
		shejiao_testing::MockMembers::add_order(superior, member);
	}
}

/// When the scene is set.
pub(crate) const START: Moment = 1_795_190_400_000;

/// A record of `class` by an office, outside all checks of who may.
pub(crate) fn anchored<T: Config>(
	case: CaseId,
	class: ClassId,
	author: MemberId,
	officer: &T::AccountId,
	sources: Vec<RecordId>,
) -> RecordId {
	let header = Header {
		case,
		class,
		schema: None,
		suite: SuiteId::International,
		commitment: H256::repeat_byte(1),
		ciphertext: H256::repeat_byte(2),
		size: MAX_SIZE,
		locator: H256::repeat_byte(3),
		act_date: T::Time::today(),
		entered: T::Time::now(),
		author: Office { member: author, unit: None },
		officer: officer.clone(),
		entered_by: None,
		seal: Some(Seal::truncate_from(vec![4; seal_length(SuiteId::International)])),
		supersedes: None,
		superseded_by: None,
		derived_from: Sources::truncate_from(sources),
		initial: RecordStatus::Trusted,
		status: RecordStatus::Trusted,
		source_corrected: false,
	};
	Pallet::<T>::insert(header).expect("a benchmark anchors a sound record; qed")
}

/// A rule with as much in it as may be, by which every party writes.
pub(crate) fn large_rule() -> Class {
	let (_, mut rule) = classes::founding().swap_remove(3);
	let articles = BoundedVec::truncate_from((1..=MAX_BASIS as u16).collect());
	let basis = Basis { statute: Statute::Measures, articles };
	rule.basis = BoundedVec::truncate_from(vec![basis; MAX_BASIS as usize]);
	if let Some(writer) = rule.writers.first().copied() {
		let writer = Writer { roles: PartyRoles::ALL, ..writer };
		rule.writers = BoundedVec::truncate_from(vec![writer; MAX_WRITERS as usize]);
	}
	rule.schemas = BoundedVec::truncate_from(
		(0..MAX_SCHEMAS as u16).map(|id| SchemaRef { id, version: 1 }).collect(),
	);
	rule
}

/// As many parties as a case may have.
const PARTIES: usize = 16;

/// An agency that acts by order for the last party of the case.
pub(crate) struct Superior<AccountId> {
	pub(crate) city: MemberId,
	/// The party.
	pub(crate) below: MemberId,
	pub(crate) writer: AccountId,
	pub(crate) liable: AccountId,
}

/// A case with its agencies.
pub(crate) struct Scene<T: Config> {
	pub(crate) case: CaseId,
	pub(crate) bureau: MemberId,
	pub(crate) clerk: T::AccountId,
	pub(crate) chief: T::AccountId,
	pub(crate) procuratorate: MemberId,
	pub(crate) procurator: T::AccountId,
}

impl<T: Config> Scene<T> {
	pub(crate) fn new() -> Self {
		T::Time::benchmark_set_now(START);
		for (class, rule) in classes::founding() {
			if Pallet::<T>::class(class).is_none() {
				Pallet::<T>::change_class(class, rule).expect("a founding class; qed");
			}
		}
		let member = |name, kind| {
			let institution: T::AccountId = account(name, 0, 0);
			T::Members::benchmark_member(&institution, kind)
		};
		let bureau = member("bureau", MemberKind::JusticeBureau);
		let procuratorate = member("procuratorate", MemberKind::Procuratorate);
		let officer = |member, index, duties| {
			let who: T::AccountId = account("officer", index, 0);
			T::BenchmarkHelper::appoint(member, &who, duties);
			who
		};
		let keeping = Duties::RECORDS.union(Duties::APPROVAL).union(Duties::REVIEW);
		let clerk = officer(bureau, 1, keeping.union(Duties::CASEWORK));
		let chief = officer(bureau, 2, keeping);
		let watching = Duties::RECORDS.union(Duties::REVIEW).union(Duties::SUPERVISION);
		let procurator = officer(procuratorate, 3, watching);
		let case = T::Cases::benchmark_case(bureau, &clerk);
		T::BenchmarkHelper::add_party(case, procuratorate, PartyRoles::SUPERVISING);
		Self { case, bureau, clerk, chief, procuratorate, procurator }
	}

	pub(crate) fn record(&self, class: ClassId) -> RecordId {
		self.resting_on(class, vec![])
	}

	pub(crate) fn resting_on(&self, class: ClassId, sources: Vec<RecordId>) -> RecordId {
		anchored::<T>(self.case, class, self.bureau, &self.clerk, sources)
	}

	/// A record of supervision with one dependant.
	pub(crate) fn source(&self) -> RecordId {
		let source = self.record(numbers::SUPERVISION);
		self.link(source);
		source
	}

	/// Let something rest on `source`.
	pub(crate) fn link(&self, source: RecordId) {
		let dependant = Subject::Case(self.case);
		Pallet::<T>::link_dependant(source, RecordStatus::Trusted, dependant)
			.expect("there is room; qed");
	}

	/// Fill the case with parties; somebody acts for the last one.
	pub(crate) fn superior(&self) -> Superior<T::AccountId> {
		let member = |name, index, kind| {
			let institution: T::AccountId = account(name, index, 0);
			T::Members::benchmark_member(&institution, kind)
		};
		let parties = || {
			let of = |(_, role): &(_, PartyRoles)| T::Cases::parties(self.case, *role);
			PartyRoles::NAMED.iter().flat_map(of).collect::<BTreeSet<_>>().len()
		};
		let mut index = 0;
		while parties() < PARTIES - 1 {
			let party = member("party", index, MemberKind::Court);
			T::BenchmarkHelper::add_party(self.case, party, PartyRoles::COPIED);
			index += 1;
		}
		let below = member("below", 0, MemberKind::JusticeBureau);
		T::BenchmarkHelper::add_party(self.case, below, PartyRoles::RECEIVING);
		let city = member("city", 0, MemberKind::JusticeBureau);
		T::BenchmarkHelper::order(city, below);
		let [writer, liable] = [0, 1].map(|index| account("of the city", index, 0));
		for who in [&writer, &liable] {
			let duties = Duties::RECORDS.union(Duties::CASEWORK);
			T::BenchmarkHelper::appoint(city, who, duties);
		}
		Superior { city, below, writer, liable }
	}

	/// A record of an agency beside the one that executes, with one dependant.
	pub(crate) fn source_of_another(&self) -> RecordId {
		let institution: T::AccountId = account("police", 0, 0);
		let police = T::Members::benchmark_member(&institution, MemberKind::PublicSecurity);
		let (class, officer) = (numbers::SUPERVISION, account("constable", 0, 0));
		let source = anchored::<T>(self.case, class, police, &officer, vec![]);
		self.link(source);
		source
	}

	/// A decision of the court that decides the case.
	pub(crate) fn decision(&self) -> RecordId {
		let institution: T::AccountId = account("deciding court", 0, 0);
		let court = T::Members::benchmark_member(&institution, MemberKind::Court);
		T::BenchmarkHelper::add_party(self.case, court, PartyRoles::DECIDING);
		let (class, officer) = (numbers::DECISIONS, account("deciding judge", 0, 0));
		anchored::<T>(self.case, class, court, &officer, vec![])
	}

	/// Reasons or a review by the procuratorate.
	pub(crate) fn review(&self) -> RecordId {
		let (author, officer) = (self.procuratorate, &self.procurator);
		anchored::<T>(self.case, numbers::REVIEW, author, officer, vec![])
	}

	pub(crate) fn entry(&self, sources: &[RecordId]) -> Anchor<T::AccountId> {
		Anchor {
			case: self.case,
			class: numbers::SUPERVISION,
			schema: None,
			suite: SuiteId::International,
			commitment: H256::repeat_byte(5),
			ciphertext: H256::repeat_byte(6),
			size: MAX_SIZE,
			locator: H256::repeat_byte(7),
			act_date: T::Time::today(),
			officer: Some(self.chief.clone()),
			seal: Some(Seal::truncate_from(vec![8; seal_length(SuiteId::International)])),
			supersedes: None,
			derived_from: Sources::truncate_from(sources.to_vec()),
		}
	}

	/// All but one of a page.
	pub(crate) fn fill_page(&self) {
		let rest = (PAGE - 1).saturating_sub(CaseCount::<T>::get(self.case) % PAGE);
		for _ in 0..rest {
			self.record(numbers::SUPERVISION);
		}
	}

	pub(crate) fn signed(who: &T::AccountId) -> RawOrigin<T::AccountId> {
		RawOrigin::Signed(who.clone())
	}

	/// Archive the case, with something in it that freezes later.
	pub(crate) fn archive(&self) -> Result<(), BenchmarkError> {
		Pallet::<T>::stage_changed(self.case, Stage::Ended, Stage::Archived)?;
		Pallet::<T>::freeze_due(u32::MAX);
		Ok(())
	}

	/// The day after: the office has anchored nothing yet.
	pub(crate) fn next_day(&self) {
		let day = T::Time::clock().days(1);
		T::Time::benchmark_set_now(START.saturating_add(day));
	}

	/// Archive the case, and let the retention of daily supervision run out.
	pub(crate) fn let_retention_run_out(&self) -> Result<(), BenchmarkError> {
		let retention = Retention::Statutory { freeze: 1, keep: 1 };
		let rule = Class { retention, ..large_rule() };
		Pallet::<T>::change_class(numbers::SUPERVISION, rule)?;
		Pallet::<T>::stage_changed(self.case, Stage::Ended, Stage::Archived)?;
		let days = T::Time::clock().days(2);
		T::Time::benchmark_set_now(START.saturating_add(days));
		Ok(())
	}

	pub(crate) fn disputed(&self) -> Result<RecordId, BenchmarkError> {
		self.disputed_of(self.bureau, &self.clerk)
	}

	/// A disputed record of `author` with one dependant.
	pub(crate) fn disputed_of(
		&self,
		author: MemberId,
		officer: &T::AccountId,
	) -> Result<RecordId, BenchmarkError> {
		let record = anchored::<T>(self.case, numbers::SUPERVISION, author, officer, vec![]);
		self.link(record);
		let reasons = self.review();
		Pallet::<T>::do_dispute(self.procurator.clone(), record, reasons)?;
		Ok(record)
	}

	/// A record that a draw has chosen.
	pub(crate) fn drawn(&self, number: u32) -> RecheckId {
		let record = self.record(numbers::SUPERVISION);
		let id = RecheckId(number);
		let today = T::Time::today();
		Rechecks::<T>::insert(
			id,
			Recheck {
				office: Office { member: self.bureau, unit: None },
				day: today,
				part: 0,
				by: self.procuratorate,
				draw: DrawId(u32::MAX),
				drawn: Some(Drawn { record, due: today }),
				outcome: None,
			},
		);
		NextRecheck::<T>::put(RecheckId(number.saturating_add(1)));
		FirstUndrawn::<T>::put(RecheckId(number.saturating_add(1)));
		id
	}
}
