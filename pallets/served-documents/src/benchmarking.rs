//! Benchmarks: execution documents that complete clocks and have gaps, in a case with as many open
//! documents as it may have. The clocks that end have run out before, so that their alerts are settled
//! with them.

use super::*;
use crate::Pallet;
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_support::{pallet_prelude::BoundedVec, traits::Get};
use frame_system::RawOrigin;
use shejiao_primitives::{
	case::{CaseId, CaseView, PartyRoles},
	clock::{kinds, Deadlines},
	document::{DocumentId, DocumentKind},
	duty::Duties,
	ids::MemberId,
	reason::Reason,
	record::{classes, ClassId, RecordId},
	subject::Subject,
	time::{LegalTime, Moment, DAY},
};

/// Sets up what the benchmarks need of other pallets.
pub trait BenchmarkHelper<AccountId> {
	/// Register a member for which `institution` signs, and make `who` an officer of it with
	/// `duties`.
	fn office(institution: &AccountId, who: &AccountId, duties: Duties) -> MemberId;

	/// Give `member` these roles on `case`, besides those it has.
	fn add_party(case: CaseId, member: MemberId, roles: PartyRoles);

	/// Anchor a record of `class` on `case`, by `officer` of `author`.
	fn record(case: CaseId, class: ClassId, author: MemberId, officer: &AccountId) -> RecordId;

	/// Let so much time pass that every clock has run out, and been told of.
	fn let_expire();
}

/// The mocks, set up for the tests of the benchmarks.
#[cfg(test)]
pub struct Mocks;

#[cfg(test)]
impl BenchmarkHelper<u64> for Mocks {
	fn office(institution: &u64, who: &u64, duties: Duties) -> MemberId {
		use shejiao_primitives::member::MemberKind;
		let member = shejiao_testing::MockMembers::add(institution, MemberKind::JusticeBureau);
		shejiao_testing::MockDirectory::appoint_functionary(who, member, duties);
		member
	}

	fn add_party(case: CaseId, member: MemberId, roles: PartyRoles) {
		shejiao_testing::MockCases::set_roles(case, member, roles);
	}

	fn record(case: CaseId, class: ClassId, author: MemberId, officer: &u64) -> RecordId {
		shejiao_testing::MockRecords::add_of_class(case, author, officer, class)
	}

	fn let_expire() {
		shejiao_testing::MockLegalTime::advance_days(60);
	}
}

const START: Moment = 1_795_190_400_000;

/// A case, and who serves what in it.
struct Scene<T: Config> {
	case: CaseId,
	agency: MemberId,
	clerk: T::AccountId,
	court: MemberId,
	registrar: T::AccountId,
	record: RecordId,
}

fn office<T: Config>(name: &'static str, index: u32) -> (MemberId, T::AccountId) {
	let (institution, who) = (account(name, index, 0), account(name, index, 1));
	(T::BenchmarkHelper::office(&institution, &who, Duties::SERVICE), who)
}

impl<T: Config> Scene<T> {
	fn new() -> Self {
		T::Time::benchmark_set_now(START);
		let (agency, clerk) = office::<T>("agency", 0);
		let (court, registrar) = office::<T>("court", 0);
		let case = T::Cases::benchmark_case(agency, &clerk);
		T::BenchmarkHelper::add_party(case, court, PartyRoles::DECIDING);
		let record = T::BenchmarkHelper::record(case, classes::DECISIONS, court, &registrar);
		for kind in [
			kinds::DELIVER_DOCUMENTS,
			kinds::COMPLETE_DOCUMENTS,
			kinds::HAND_OVER,
			kinds::ASSESSMENT,
		] {
			if T::Deadlines::open(kind, Subject::Case(case)).is_none() {
				let started = T::Deadlines::start(kind, Subject::Case(case), court, START);
				started.expect("a clock of the law starts; qed");
			}
		}
		Self { case, agency, clerk, court, registrar, record }
	}

	/// The agency, and others until there are `number`, which have the person in custody; whoever is a
	/// party already comes first.
	fn recipients(&self, number: u32) -> BoundedVec<MemberId, T::MaxRecipients> {
		let mut recipients = alloc::vec![self.agency];
		let roles =
			[PartyRoles::SUPERVISING, PartyRoles::POLICE, PartyRoles::DECIDING, PartyRoles::COPIED];
		for role in roles {
			let parties = T::Cases::parties(self.case, role).into_iter();
			recipients.extend(parties.filter(|member| *member != self.court));
		}
		for index in recipients.len() as u32..number {
			let (member, _) = office::<T>("copied", index);
			T::BenchmarkHelper::add_party(self.case, member, PartyRoles::CUSTODY);
			recipients.push(member);
		}
		BoundedVec::truncate_from(recipients)
	}

	/// Send documents until the case has no room for `room` more.
	fn fill(&self, room: u32) {
		let most = T::MaxOpen::get().saturating_sub(room);
		let others: Vec<_> =
			(0..most).map(|index| DocumentId(u64::MAX.saturating_sub(index.into()))).collect();
		OpenOf::<T>::insert(self.case, BoundedVec::truncate_from(others));
	}

	fn send(&self, kind: DocumentKind) -> Result<DocumentId, BenchmarkError> {
		let id = NextDocument::<T>::get();
		let recipients = match kind {
			DocumentKind::ExecutionDocuments => self.recipients(3),
			_ => BoundedVec::truncate_from(alloc::vec![self.agency]),
		};
		let sent = T::Time::today();
		let who = self.registrar.clone();
		let record = match kind {
			DocumentKind::Commission => {
				T::BenchmarkHelper::record(self.case, classes::CORRESPONDENCE, self.court, &who)
			},
			_ => self.record,
		};
		Pallet::<T>::do_send(who, self.case, kind, record, recipients, sent)?;
		Ok(id)
	}
}

#[benchmarks]
mod benchmarks {
	use super::*;

	/// From three recipients on, whom the law names.
	#[benchmark]
	fn send(r: Linear<3, { T::MaxRecipients::get() }>) {
		let scene = Scene::<T>::new();
		let recipients = scene.recipients(r);
		scene.fill(r);
		// The hand-over counts anew from a later day.
		T::BenchmarkHelper::let_expire();
		let (first, sent) = (NextDocument::<T>::get(), T::Time::today());
		let kind = DocumentKind::ExecutionDocuments;

		#[extrinsic_call]
		_(
			RawOrigin::Signed(scene.registrar.clone()),
			scene.case,
			kind,
			scene.record,
			recipients,
			sent,
		);

		assert!(Documents::<T>::get(first).is_some_and(|document| document.completed));
	}

	#[benchmark]
	fn deliver() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		let id = scene.send(DocumentKind::Commission)?;
		// It came on paper first, so that its clock counts anew, and that of the assessment.
		let delivered = T::Time::today();
		T::Time::benchmark_set_now(START.saturating_add(DAY));
		T::Deadlines::restart(kinds::ASSESSMENT, Subject::Case(scene.case), T::Time::now())?;
		Documents::<T>::mutate(id, |document| {
			if let Some(document) = document {
				document.sent.entered = T::Time::now();
			}
		});

		#[extrinsic_call]
		_(RawOrigin::Signed(scene.clerk.clone()), id, delivered);

		let status = Documents::<T>::get(id).map(|document| document.status);
		assert_eq!(status, Some(Status::Delivered));
		Ok(())
	}

	#[benchmark]
	fn receipt() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		let id = scene.send(DocumentKind::ExecutionDocuments)?;
		let class = classes::CORRESPONDENCE;
		let paper = || T::BenchmarkHelper::record(scene.case, class, scene.agency, &scene.clerk);
		let (record, missing) = (Some(paper()), Some(paper()));
		T::BenchmarkHelper::let_expire();
		let today = T::Time::today();

		#[extrinsic_call]
		_(RawOrigin::Signed(scene.clerk.clone()), id, today, record, missing);

		let owed = T::Deadlines::open(kinds::COMPLETE_DOCUMENTS, Subject::Case(scene.case));
		assert!(owed.is_some());
		Ok(())
	}

	/// Execution documents that completed nothing, since others have before them.
	#[benchmark]
	fn withdraw() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		scene.send(DocumentKind::ExecutionDocuments)?;
		let id = scene.send(DocumentKind::ExecutionDocuments)?;
		T::BenchmarkHelper::let_expire();

		#[extrinsic_call]
		_(RawOrigin::Signed(scene.registrar.clone()), id, Reason::Mistake);

		assert!(!Pallet::<T>::is_live(id));
		Ok(())
	}

	impl_benchmark_test_suite!(
		Pallet,
		sp_io::TestExternalities::new(Default::default()),
		crate::mock::Test
	);
}
