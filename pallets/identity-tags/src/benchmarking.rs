//! Benchmarks, each at its dearest: as many tags, holders and pairs as there may be.

use super::*;
use crate::{types::ordered, Pallet};
use alloc::vec::Vec;
use frame_benchmarking::v2::*;
use frame_support::{assert_ok, traits::Get};
use frame_system::RawOrigin;
use shejiao_primitives::{
	case::{CaseView, OnCase, Stage},
	directory::Members,
	duty::Duties,
	member::MemberKind,
	time::{LegalTime, Moment},
};

/// Sets up what the benchmarks need of other pallets.
pub trait BenchmarkHelper<AccountId> {
	/// Make `account` an officer, a state functionary, of `member` itself.
	fn officer(member: MemberId, account: &AccountId, duties: Duties);

	/// Anchor a record of `case` of the class of identity checks, by `officer` of `author`.
	fn identity_record(case: CaseId, author: MemberId, officer: &AccountId) -> RecordId;
}

/// The mocks, set up for the tests of the benchmarks.
#[cfg(test)]
pub struct Mocks;

#[cfg(test)]
impl BenchmarkHelper<u64> for Mocks {
	fn officer(member: MemberId, account: &u64, duties: Duties) {
		shejiao_testing::MockDirectory::appoint_functionary(account, member, duties);
	}

	fn identity_record(case: CaseId, author: MemberId, officer: &u64) -> RecordId {
		use shejiao_primitives::record::classes::IDENTITY;
		shejiao_testing::MockRecords::add_of_class(case, author, officer, IDENTITY)
	}
}

const START: Moment = 1_795_190_400_000;
const EPOCH: u16 = 1;
const DUTIES: Duties = Duties::IDENTITY.union(Duties::APPROVAL).union(Duties::RECORDS);

struct Office<T: Config> {
	member: MemberId,
	first: T::AccountId,
	second: T::AccountId,
	case: CaseId,
	other: CaseId,
	record: RecordId,
}

/// A handle that no case has.
fn handle(number: u32) -> CaseId {
	let mut bytes = [0xff; 16];
	bytes[..4].copy_from_slice(&number.to_le_bytes());
	CaseId(bytes)
}

fn tag(number: u32) -> Tag {
	let mut bytes = [7; 32];
	bytes[..4].copy_from_slice(&number.to_le_bytes());
	Tag(bytes)
}

fn hold<T: Config>(case: CaseId, number: u32) {
	let tag = KeyedTag { epoch: EPOCH, tag: tag(number) };
	if Holders::<T>::mutate(tag, |holders| holders.try_push(case)).is_err() {
		Waiting::<T>::insert(tag, case, ());
	}
	Tags::<T>::mutate(case, |tags| {
		let _ = tags.try_push(tag);
	});
}

/// Let another case wait for a tag.
fn wait<T: Config>(number: u32) {
	let tag = KeyedTag { epoch: EPOCH, tag: tag(number) };
	Waiting::<T>::insert(tag, handle(9_000_000 + number), ());
}

/// Let every tag be held by so many cases, each of which goes on in another, that stands in as many
/// pairs as may be, all of them over. Gives the number of those others.
fn hold_by_others<T: Config>(holders: u32) -> Result<u32, BenchmarkError> {
	let pairs = T::MaxPairsPerCase::get();
	let mut number = 0;
	for place in 0..T::MaxTagsPerCase::get() {
		for _ in 0..holders {
			let (holder, root) = (handle(1_000 + number), handle(number % pairs));
			hold::<T>(holder, place);
			KeptHistory::<T>::push(&holder, 0, Some(root))
				.map_err(|_| BenchmarkError::Stop("the history is empty"))?;
			number += 1;
		}
	}
	let roots = pairs.min(number);
	for root in 0..roots {
		Office::<T>::fill(handle(root), 100_000 + 1_000 * root, 0)?;
	}
	Ok(roots)
}

/// As [`hold_by_others`], and `case` holds every tag, too.
fn share_tags<T: Config>(case: CaseId) -> Result<(), BenchmarkError> {
	hold_by_others::<T>(T::MaxHoldersPerTag::get().saturating_sub(1))?;
	(0..T::MaxTagsPerCase::get()).for_each(|place| hold::<T>(case, place));
	Ok(())
}

impl<T: Config> Office<T> {
	fn new() -> Self {
		T::Time::benchmark_set_now(START);
		let institution: T::AccountId = account("bureau", 0, 0);
		let member = T::Members::benchmark_member(&institution, MemberKind::JusticeBureau);
		let [first, second] = [0, 1].map(|index| account::<T::AccountId>("officer", index, 0));
		for officer in [&first, &second] {
			T::BenchmarkHelper::officer(member, officer, DUTIES);
		}
		let case = T::Cases::benchmark_case(member, &first);
		let other = T::Cases::benchmark_case(member, &first);
		let record = T::BenchmarkHelper::identity_record(case, member, &first);
		Self { member, first, second, case, other, record }
	}

	fn propose(&self) -> Result<ProposalId, BenchmarkError> {
		Ok(Pallet::<T>::propose(self.case, self.other, None)?)
	}

	fn confirm(&self, who: &T::AccountId, proposal: ProposalId) {
		assert_ok!(Pallet::<T>::confirm_duplicate(
			RawOrigin::Signed(who.clone()).into(),
			proposal,
			self.other,
			self.record,
		));
	}

	/// `case` goes on in `other`.
	fn merge(&self) -> Result<MergeId, BenchmarkError> {
		let proposal = self.propose()?;
		self.confirm(&self.first, proposal);
		self.confirm(&self.second, proposal);
		Ok(MergeId(NextMerge::<T>::get().0.saturating_sub(1)))
	}

	/// Fill the pairs of `case` with such that were split, but for `room`.
	fn fill(case: CaseId, first: u32, room: u32) -> Result<(), BenchmarkError> {
		let taken = Others::<T>::get(case).len() as u32;
		for number in taken..T::MaxPairsPerCase::get().saturating_sub(room) {
			let state = PairState::Split(MergeId(0));
			Pallet::<T>::set_state(case, handle(first.saturating_add(number)), state)?;
		}
		Ok(())
	}
}

#[benchmarks]
mod benchmarks {
	use super::*;

	/// Tags that as many as may be hold already; each pair that they propose takes the place of two.
	#[benchmark]
	fn register_tags() -> Result<(), BenchmarkError> {
		let office = Office::<T>::new();
		let roots = hold_by_others::<T>(T::MaxHoldersPerTag::get())?;
		Office::<T>::fill(office.case, 500_000, 0)?;
		let tags: Vec<Tag> = (0..T::MaxTagsPerCase::get()).map(tag).collect();
		let tags = BoundedVec::truncate_from(tags);

		#[extrinsic_call]
		_(RawOrigin::Signed(office.first.clone()), office.case, EPOCH, tags);

		assert_eq!(Proposals::<T>::iter().count() as u32, roots);
		assert_eq!(Waiting::<T>::iter().count() as u32, T::MaxTagsPerCase::get());
		Ok(())
	}

	#[benchmark]
	fn withdraw_tags() {
		let office = Office::<T>::new();
		for place in 0..T::MaxTagsPerCase::get() {
			hold::<T>(office.case, place);
			(1..T::MaxHoldersPerTag::get()).for_each(|number| hold::<T>(handle(number), place));
			wait::<T>(place);
		}

		#[extrinsic_call]
		_(RawOrigin::Signed(office.first.clone()), office.case, EPOCH, Reason::Mistake);

		assert!(Tags::<T>::get(office.case).is_empty());
	}

	#[benchmark]
	fn propose_duplicate() -> Result<(), BenchmarkError> {
		let office = Office::<T>::new();
		Office::<T>::fill(office.case, 0, 0)?;
		Office::<T>::fill(office.other, 1_000, 0)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(office.first.clone()), office.case, office.other, office.record);

		assert_eq!(Proposals::<T>::iter().count(), 1);
		Ok(())
	}

	/// The second confirmation, of a duplicate that is proposed with as many others as may be; each takes
	/// a place among the pairs of the kept case.
	#[benchmark]
	fn confirm_duplicate() -> Result<(), BenchmarkError> {
		let office = Office::<T>::new();
		let proposal = office.propose()?;
		for number in 1..T::MaxPairsPerCase::get() {
			Pallet::<T>::propose(office.case, handle(number), None)?;
		}
		Office::<T>::fill(office.other, 1_000, 0)?;
		office.confirm(&office.first, proposal);

		#[extrinsic_call]
		_(RawOrigin::Signed(office.second.clone()), proposal, office.other, office.record);

		assert_eq!(Pallet::<T>::root(office.case), office.other);
		assert_eq!(Others::<T>::get(office.other).len() as u32, T::MaxPairsPerCase::get());
		Ok(())
	}

	/// From a split, whose merge is larger than a proposal.
	#[benchmark]
	fn withdraw_confirmation() -> Result<(), BenchmarkError> {
		let office = Office::<T>::new();
		let merge = office.merge()?;
		assert_ok!(Pallet::<T>::split(
			RawOrigin::Signed(office.first.clone()).into(),
			merge,
			office.record,
			Reason::Mistake,
		));

		#[extrinsic_call]
		_(RawOrigin::Signed(office.first.clone()), Pending::Split(merge));

		assert!(Merges::<T>::get(merge).is_some_and(|merge| merge.split.is_none()));
		Ok(())
	}

	#[benchmark]
	fn reject_duplicate() -> Result<(), BenchmarkError> {
		let office = Office::<T>::new();
		let proposal = office.propose()?;
		Office::<T>::fill(office.case, 0, 0)?;
		Office::<T>::fill(office.other, 1_000, 0)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(office.first.clone()), proposal, office.record);

		assert!(!Proposals::<T>::contains_key(proposal));
		Ok(())
	}

	/// The second officer's word, which takes the merge apart; the duplicate shares every tag with as
	/// many cases as may be.
	#[benchmark]
	fn split() -> Result<(), BenchmarkError> {
		let office = Office::<T>::new();
		let merge = office.merge()?;
		share_tags::<T>(office.case)?;
		Office::<T>::fill(office.case, 500_000, 0)?;
		assert_ok!(Pallet::<T>::split(
			RawOrigin::Signed(office.first.clone()).into(),
			merge,
			office.record,
			Reason::Mistake,
		));

		#[extrinsic_call]
		_(RawOrigin::Signed(office.second.clone()), merge, office.record, Reason::Mistake);

		assert_eq!(Pallet::<T>::root(office.case), office.case);
		Ok(())
	}

	/// `r`: readers that are told, beside the search for the next.
	#[benchmark]
	fn tell_some(r: Linear<0, { T::MaxReadersPerBlock::get() }>) -> Result<(), BenchmarkError> {
		let office = Office::<T>::new();
		let merge = office.merge()?;
		Untold::<T>::insert(merge, Telling::default());

		#[block]
		{
			Pallet::<T>::tell_some();
			for number in 0..r {
				let through = Subject::Record(RecordId(number.into()));
				Pallet::<T>::tell(merge, office.member, through);
			}
		}

		assert_eq!(Untold::<T>::get(merge).map(|telling| telling.place), Some(1));
		Ok(())
	}

	/// As many others as may be go on in the case, each with tags and pairs of its own.
	#[benchmark]
	fn case_archived() -> Result<(), BenchmarkError> {
		let office = Office::<T>::new();
		let case = office.case;
		for place in 0..T::MaxTagsPerCase::get() {
			hold::<T>(case, place);
			wait::<T>(place);
		}
		for number in 0..T::MaxPairsPerCase::get() {
			let duplicate = handle(1_000_000 + number);
			Pallet::<T>::set_state(case, duplicate, PairState::Merged(MergeId(0)))?;
			KeptHistory::<T>::push(&duplicate, 0, Some(case))
				.map_err(|_| BenchmarkError::Stop("the history is empty"))?;
			for place in 0..T::MaxTagsPerCase::get() {
				hold::<T>(duplicate, 1_000 * (number + 1) + place);
				wait::<T>(1_000 * (number + 1) + place);
			}
			Office::<T>::fill(duplicate, 1_000 * (number + 1), 0)?;
		}

		#[block]
		{
			assert_ok!(Pallet::<T>::stage_changed(case, Stage::Ended, Stage::Archived));
		}

		assert!(Waiting::<T>::iter().next().is_none());
		let pair = ordered(case, handle(1_000_000));
		assert!(Pairs::<T>::contains_key(pair));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, sp_io::TestExternalities::default(), crate::mock::Test);
}
