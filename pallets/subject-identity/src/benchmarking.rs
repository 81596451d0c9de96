//! Benchmarks.

use crate::*;
use alloc::vec;
use frame_support::traits::Get;
use shejiao_primitives::{
	case::{CaseCategory, Stage},
	directory::Members,
	duty::Duties,
	member::MemberKind,
	record::{ClassId, RecordId},
	suite::SuiteId,
	time::{LegalDate, LegalTime},
};
use sp_core::H256;

/// Sets up what the benchmarks need of other pallets.
pub trait BenchmarkHelper<AccountId> {
	/// Make `who` a state functionary of `member` itself with `duties`, for longer than any term.
	fn appoint(member: MemberId, who: &AccountId, duties: Duties);

	/// Anchor a record of `class` on `case`, with the fewest dependants, by `officer` of `author`.
	fn record(case: CaseId, class: ClassId, author: MemberId, officer: &AccountId) -> RecordId;
}

/// Register an open case that `executing` executes, with court and procuratorate as parties and the
/// officer's caseload, for benchmarks of other pallets.
pub(crate) fn open_case<T: Config>(executing: MemberId, officer: &T::AccountId) -> CaseId {
	let number = NextCase::<T>::get();
	let index = number as u32;
	let court: T::AccountId = frame_benchmarking::account("case-court", index, 0);
	let procuratorate: T::AccountId = frame_benchmarking::account("case-procuratorate", index, 0);
	let row = ImportRow {
		category: CaseCategory::SuspendedSentence,
		last_day: T::Time::today().plus(100),
		identity: Commitment {
			suite: SuiteId::International,
			hash: frame_support::Hashable::blake2_256(&number).into(),
		},
		evidence: H256::repeat_byte(1),
		on_paper: T::Time::today(),
		deciding: T::Members::benchmark_member(&court, MemberKind::Court),
		supervising: T::Members::benchmark_member(&procuratorate, MemberKind::Procuratorate),
		police: None,
		restriction: None,
		secrecy: Some(Secrecy::Unclassified),
		assignment: Assignment { unit: None, officer: Some(officer.clone()) },
	};
	Pallet::<T>::benchmark_import(officer, executing, row)
}
