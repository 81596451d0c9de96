//! Benchmarks: alerts with a clock, told to as many supervisors as may be, about a case; papers that
//! are records.

use super::*;
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_support::traits::{EnsureOrigin, Get};
use frame_system::{pallet_prelude::OriginFor, RawOrigin};
use shejiao_primitives::{
	attempt::{OnRefusal, RefusalKind},
	case::{CaseId, CaseView, PartyRoles},
	clock::Audience,
	directory::Members,
	duty::Duties,
	ids::MemberId,
	member::MemberKind,
	oversight::{AlertId, Alerting, NoticeId, Rule, Severity},
	reason::Reason,
	record::{RecordId, RecordIndex},
	subject::Subject,
	time::{LegalDate, LegalTime, Moment},
};
use sp_core::H256;

/// Sets up what the benchmarks need of other pallets.
pub trait BenchmarkHelper<AccountId> {
	/// Make `who` a state functionary of `member` itself with `duties`.
	fn appoint(member: MemberId, who: &AccountId, duties: Duties);

	/// Put `superior` above `member`.
	fn set_parent(member: MemberId, superior: MemberId);

	/// Give `member` these roles on `case`, besides those it has.
	fn add_party(case: CaseId, member: MemberId, roles: PartyRoles);
}

/// The mocks, set up for the tests of the benchmarks.
#[cfg(test)]
pub struct Mocks;

#[cfg(test)]
impl BenchmarkHelper<u64> for Mocks {
	fn appoint(member: MemberId, who: &u64, duties: Duties) {
		shejiao_testing::MockDirectory::appoint_functionary(who, member, duties);
	}

	fn set_parent(member: MemberId, superior: MemberId) {
		shejiao_testing::MockMembers::update(member, |profile| profile.parent = Some(superior));
	}

	fn add_party(case: CaseId, member: MemberId, roles: PartyRoles) {
		shejiao_testing::MockCases::set_roles(case, member, roles);
	}
}

const START: Moment = 1_795_190_400_000;

/// The severity whose clocks take longest: they count most working days, for which a calendar is read;
/// of the gravest hours alone are counted.
const WORST: Severity = Severity::Ordinary;

/// Rules by which alerts are raised here.
const RULES: [Rule; 4] =
	[Rule::CertificateMissing, Rule::NoticeUnanswered, Rule::SelfDealing, Rule::UploadGap];

/// A member, and an officer of it with every duty of a state functionary that is used here.
struct Office<T: Config> {
	member: MemberId,
	officer: T::AccountId,
	second: T::AccountId,
}

impl<T: Config> Office<T> {
	fn new(name: &'static str, kind: MemberKind) -> Self {
		let institution: T::AccountId = account(name, 0, 0);
		let member = T::Members::benchmark_member(&institution, kind);
		let duties = Duties::SUPERVISION.union(Duties::APPROVAL).union(Duties::HEAD);
		let [officer, second] = [1, 2].map(|index| {
			let officer = account(name, index, 0);
			T::BenchmarkHelper::appoint(member, &officer, duties);
			officer
		});
		Self { member, officer, second }
	}

	fn signed(&self) -> RawOrigin<T::AccountId> {
		RawOrigin::Signed(self.officer.clone())
	}

	fn seconded(&self) -> RawOrigin<T::AccountId> {
		RawOrigin::Signed(self.second.clone())
	}

	fn record(&self, case: CaseId) -> RecordId {
		T::Records::benchmark_record(case, self.member, &self.officer)
	}
}

/// A county agency below a city's, and the procuratorate that supervises its case, below another.
struct Scene<T: Config> {
	bureau: Office<T>,
	superior: Office<T>,
	procuratorate: Office<T>,
	case: CaseId,
}

impl<T: Config> Scene<T> {
	fn new() -> Self {
		T::Time::benchmark_set_now(START);
		let bureau = Office::new("bureau", MemberKind::JusticeBureau);
		let superior = Office::new("superior", MemberKind::JusticeBureau);
		let procuratorate = Office::new("procuratorate", MemberKind::Procuratorate);
		let above = Office::<T>::new("above", MemberKind::Procuratorate);
		T::BenchmarkHelper::set_parent(bureau.member, superior.member);
		T::BenchmarkHelper::set_parent(procuratorate.member, above.member);
		let case = T::Cases::benchmark_case(bureau.member, &bureau.officer);
		T::BenchmarkHelper::add_party(case, procuratorate.member, PartyRoles::SUPERVISING);
		for rule in RULES {
			Severities::<T>::insert(rule, WORST);
		}
		if let Some(profile) = T::Members::profile(bureau.member) {
			Overseers::<T>::insert((profile.level, profile.area), procuratorate.member);
		}
		Self { bureau, superior, procuratorate, case }
	}

	/// An alert about the case, told to as many supervisors as may be.
	fn alert(&self) -> Result<AlertId, BenchmarkError> {
		let source = Subject::Case(self.case);
		let (rule, owner) = (Rule::CertificateMissing, self.bureau.member);
		let id = Pallet::<T>::raise(rule, WORST, owner, source, None)?;
		let mut alert = Pallet::<T>::live(id)?;
		for index in 0..MAX_TOLD {
			let supervisor = MemberId(u32::MAX.saturating_sub(index));
			Pallet::<T>::tell(id, &mut alert, supervisor)?;
		}
		Alerts::<T>::insert(id, alert);
		Ok(id)
	}

	/// A notice of violation about the case, to the bureau.
	fn notice(&self) -> Result<NoticeId, BenchmarkError> {
		let id = NextNotice::<T>::get();
		let paper = Paper::Record(self.procuratorate.record(self.case));
		Pallet::<T>::do_issue(
			self.procuratorate.officer.clone(),
			NoticeKind::Violation,
			self.bureau.member,
			paper,
			T::Time::today(),
			Some(T::Time::today().plus(15)),
		)?;
		Ok(id)
	}

	/// As [`Self::notice`], not answered in time.
	fn unanswered(&self) -> Result<NoticeId, BenchmarkError> {
		let id = self.notice()?;
		let notice = Notices::<T>::get(id).ok_or(BenchmarkError::Stop("it was issued"))?;
		Pallet::<T>::urge(id, notice, Audience::ALL);
		Ok(id)
	}

	fn ask_review(&self, id: NoticeId) -> Result<(), BenchmarkError> {
		let paper = Paper::Record(self.bureau.record(self.case));
		let today = T::Time::today();
		Pallet::<T>::do_ask_review(self.bureau.officer.clone(), id, paper, today)?;
		Ok(())
	}

	fn adopt(&self, id: NoticeId) -> Result<(), BenchmarkError> {
		let (officer, paper) = (self.bureau.officer.clone(), Paper::Sealed(H256::zero()));
		Pallet::<T>::do_reply(officer, id, Answer::Adopted, paper, T::Time::today())?;
		Ok(())
	}

	fn lead(&self) -> Result<LeadId, BenchmarkError> {
		let id = NextNotice::<T>::get();
		let (from, to) = (self.bureau.officer.clone(), self.procuratorate.member);
		Pallet::<T>::do_transfer(from, to, H256::zero(), WORST)?;
		Ok(id)
	}
}

fn governance<T: Config>() -> Result<OriginFor<T>, BenchmarkError> {
	T::GovernanceOrigin::try_successful_origin()
		.map_err(|_| BenchmarkError::Stop("governance has no origin"))
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn report() {
		let scene = Scene::<T>::new();
		let owner = scene.superior.member;

		#[extrinsic_call]
		_(scene.bureau.signed(), owner, WORST, H256::repeat_byte(1));

		assert_eq!(OpenOf::<T>::iter_prefix(owner).count(), 1);
	}

	#[benchmark]
	fn acknowledge() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		let id = scene.alert()?;

		#[extrinsic_call]
		_(scene.bureau.signed(), id);

		let taken = Alerts::<T>::get(id).map(|alert| (alert.status, alert.clock.is_some()));
		assert_eq!(taken, Some((AlertStatus::Acknowledged, true)));
		Ok(())
	}

	#[benchmark]
	fn find() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		let id = scene.alert()?;
		let paper = Paper::Record(scene.bureau.record(scene.case));

		#[extrinsic_call]
		_(scene.bureau.signed(), id, Outcome::Substantiated, paper);

		assert_eq!(Alerts::<T>::get(id).map(|alert| alert.status), Some(AlertStatus::Found));
		Ok(())
	}

	#[benchmark]
	fn close() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		let id = scene.alert()?;
		let paper = Paper::Sealed(H256::zero());
		let officer = scene.bureau.officer.clone();
		Pallet::<T>::do_find(officer, id, Outcome::Substantiated, paper)?;

		#[extrinsic_call]
		_(scene.bureau.seconded(), id);

		assert_eq!(Alerts::<T>::get(id).map(|alert| alert.status), Some(AlertStatus::Closed));
		Ok(())
	}

	#[benchmark]
	fn escalate() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		let id = scene.alert()?;

		#[extrinsic_call]
		_(scene.bureau.signed(), id);

		assert_eq!(Alerts::<T>::get(id).map(|alert| alert.owner), Some(scene.superior.member));
		Ok(())
	}

	#[benchmark]
	fn issue_notice() {
		let scene = Scene::<T>::new();
		let paper = Paper::Record(scene.procuratorate.record(scene.case));
		let (today, addressee) = (T::Time::today(), scene.bureau.member);
		let (kind, reply_by) = (NoticeKind::Suggestion, Some(today.plus(1)));
		let id = NextNotice::<T>::get();

		#[extrinsic_call]
		_(scene.procuratorate.signed(), kind, addressee, paper, today, reply_by);

		assert!(Notices::<T>::contains_key(id));
	}

	#[benchmark]
	fn reply() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		let id = scene.unanswered()?;
		let paper = Paper::Record(scene.bureau.record(scene.case));
		let today = T::Time::today();

		#[extrinsic_call]
		_(scene.bureau.signed(), id, Answer::NotAdopted, paper, today);

		let answer = Notices::<T>::get(id).and_then(|notice| notice.answer());
		assert_eq!(answer, Some(Answer::NotAdopted));
		Ok(())
	}

	#[benchmark]
	fn ask_review() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		let id = scene.notice()?;
		let paper = Paper::Record(scene.bureau.record(scene.case));
		let today = T::Time::today();

		#[extrinsic_call]
		_(scene.bureau.signed(), id, paper, today);

		let status = Notices::<T>::get(id).map(|notice| notice.status);
		assert_eq!(status, Some(NoticeStatus::UnderReview));
		Ok(())
	}

	#[benchmark]
	fn decide_review() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		let id = scene.unanswered()?;
		scene.ask_review(id)?;
		let paper = Paper::Record(scene.procuratorate.record(scene.case));
		let today = T::Time::today();

		#[extrinsic_call]
		_(scene.procuratorate.seconded(), id, true, paper, today, Some(today.plus(15)));

		let status = Notices::<T>::get(id).map(|notice| notice.status);
		assert_eq!(status, Some(NoticeStatus::Issued));
		Ok(())
	}

	#[benchmark]
	fn report_up() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		let id = scene.unanswered()?;

		#[extrinsic_call]
		_(scene.procuratorate.signed(), id);

		assert!(Notices::<T>::get(id).is_some_and(|notice| notice.reported_to.is_some()));
		Ok(())
	}

	#[benchmark]
	fn close_notice() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		let id = scene.notice()?;
		scene.adopt(id)?;

		#[extrinsic_call]
		_(scene.procuratorate.signed(), id);

		assert!(!Pallet::<T>::is_live_notice(id));
		Ok(())
	}

	#[benchmark]
	fn withdraw_notice() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		let id = scene.unanswered()?;
		scene.ask_review(id)?;

		#[extrinsic_call]
		_(scene.procuratorate.signed(), id, Reason::Mistake);

		assert!(!Pallet::<T>::is_live_notice(id));
		Ok(())
	}

	#[benchmark]
	fn transfer_lead() {
		let scene = Scene::<T>::new();
		let id = NextNotice::<T>::get();
		let to = scene.procuratorate.member;

		#[extrinsic_call]
		_(scene.bureau.signed(), to, H256::zero(), WORST);

		assert!(Leads::<T>::contains_key(id));
	}

	#[benchmark]
	fn acknowledge_lead() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		let id = scene.lead()?;

		#[extrinsic_call]
		_(scene.procuratorate.signed(), id);

		assert!(Leads::<T>::get(id).is_some_and(|lead| lead.acknowledged.is_some()));
		Ok(())
	}

	#[benchmark]
	fn report_result() -> Result<(), BenchmarkError> {
		let scene = Scene::<T>::new();
		let id = scene.lead()?;
		Pallet::<T>::do_acknowledge_lead(scene.procuratorate.officer.clone(), id)?;

		#[extrinsic_call]
		_(scene.procuratorate.signed(), id, LeadOutcome::CaseOpened, H256::zero());

		assert!(!Pallet::<T>::is_live_notice(id));
		Ok(())
	}

	#[benchmark]
	fn set_severity() -> Result<(), BenchmarkError> {
		let origin = governance::<T>()?;

		#[extrinsic_call]
		_(origin as OriginFor<T>, Rule::UploadGap, Some(Severity::Gravest));

		assert_eq!(Pallet::<T>::severity(Rule::UploadGap), Severity::Gravest);
		Ok(())
	}

	#[benchmark]
	fn set_thresholds() -> Result<(), BenchmarkError> {
		let origin = governance::<T>()?;
		let thresholds = Thresholds { outside_duty: 77, self_dealing: 7 };

		#[extrinsic_call]
		_(origin as OriginFor<T>, thresholds);

		assert_eq!(RefusalThresholds::<T>::get(), thresholds);
		Ok(())
	}

	#[benchmark]
	fn set_upload_limit() -> Result<(), BenchmarkError> {
		let origin = governance::<T>()?;
		let (kind, level) = (MemberKind::Court, shejiao_primitives::member::Level::County);

		#[extrinsic_call]
		_(origin as OriginFor<T>, kind, level, Some(77));

		assert_eq!(UploadLimits::<T>::get((kind, level)), Some(77));
		Ok(())
	}

	#[benchmark]
	fn refused() {
		let scene = Scene::<T>::new();
		RefusalThresholds::<T>::put(Thresholds { outside_duty: 1, self_dealing: 1 });
		let (member, owner) = (scene.bureau.member, scene.superior.member);

		#[block]
		{
			Pallet::<T>::refused(member, RefusalKind::SelfDealing);
		}

		assert!(Pallet::<T>::is_open(Rule::SelfDealing, Subject::Member(member), owner));
	}

	#[benchmark]
	fn sweep(n: Linear<0, { T::MaxSweep::get() }>) {
		T::Time::benchmark_set_now(START);
		Severities::<T>::insert(Rule::UploadGap, WORST);
		let members: Vec<_> = (0..n)
			.map(|index| {
				let institution: T::AccountId = account("silent", index, 0);
				T::Members::benchmark_member(&institution, MemberKind::Procuratorate)
			})
			.collect();
		for member in &members {
			if let Some(profile) = T::Members::profile(*member) {
				UploadLimits::<T>::insert((profile.kind, profile.level), 1);
			}
			WatchedSince::<T>::insert(member, LegalDate::default());
		}
		let next = Some(members.first().copied().unwrap_or(MemberId(u32::MAX)));
		let today = T::Time::today();
		UploadSweep::<T>::put(Sweep { date: today, next, seen: today, ..Default::default() });

		#[block]
		{
			Pallet::<T>::sweep();
		}

		for member in members {
			assert!(Pallet::<T>::is_open(Rule::UploadGap, Subject::Member(member), member));
		}
	}

	impl_benchmark_test_suite!(
		Pallet,
		sp_io::TestExternalities::new(Default::default()),
		crate::mock::Test
	);
}
