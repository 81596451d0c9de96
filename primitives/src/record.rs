//! Anchored records, as the other pallets see them.

use crate::{
	case::CaseId,
	coded,
	ids::MemberId,
	subject::Subject,
	time::{LegalDate, Moment},
};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use scale_info::TypeInfo;
use sp_runtime::DispatchResult;

coded! {
	/// A record, in the order of anchoring from 0.
	#[derive(Default, Hash)]
	#[serde(transparent)]
	pub struct RecordId(pub u64);
}

coded! {
	/// A governed class of records. Classes are coarse groups: the exact kind of document is its
	/// schema, inside the commitment.
	#[derive(Default, Hash)]
	#[serde(transparent)]
	pub struct ClassId(pub u16);
}

/// The classes of the founding genesis. Governance adds others; numbers are never used again.
pub mod classes {
	use super::ClassId;

	/// 裁判与执行文书: decisions and what executes them.
	pub const DECISIONS: ClassId = ClassId(1);
	/// 接收与报到: reports, receptions, declarations.
	pub const RECEPTION: ClassId = ClassId(2);
	/// 调查评估: commissions and opinions before the decision, appraisals later.
	pub const ASSESSMENT: ClassId = ClassId(3);
	/// 监督管理: daily supervision, leave, relocation, orders.
	pub const SUPERVISION: ClassId = ClassId(4);
	/// 考核奖惩: rewards and sanctions, with the facts they rest on.
	pub const CONDUCT: ClassId = ClassId(5);
	/// 个人情况: family, work, health, needs. One class, so that it does not tell which.
	pub const CIRCUMSTANCES: ClassId = ClassId(6);
	/// 矫正小组与方案: correction group, deed of responsibility, plan.
	pub const GROUP_AND_PLAN: ClassId = ClassId(7);
	/// 解除、终止与帮教: end of correction and after-care.
	pub const END: ClassId = ClassId(8);
	/// 设备数据: readings of devices, one root per office and day.
	pub const DEVICE_READINGS: ClassId = ClassId(9);
	/// 受保护的第三人: victims, informants, witnesses, neighbours.
	pub const PROTECTED_PARTY: ClassId = ClassId(10);
	/// 异议与更正: objections, corrections, reviews.
	pub const REVIEW: ClassId = ClassId(11);
	/// 文书往来: letters, notices, receipts between agencies.
	pub const CORRESPONDENCE: ClassId = ClassId(12);
	/// 身份核验: by which two registrations were found to be one person, or the contrary.
	pub const IDENTITY: ClassId = ClassId(13);
}

coded! {
	/// Status of a record, kept as intervals.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum RecordStatus {
		/// Anchored by its author, not yet trusted by the rule of its class.
		#[codec(index = 0)]
		Anchored,
		/// Trusted by the rule of its class.
		#[codec(index = 1)]
		Trusted,
		/// Refuted by an entitled member with reasons, and not yet settled.
		#[codec(index = 2)]
		Disputed,
		/// Replaced by a later record.
		#[codec(index = 3)]
		Superseded,
		/// Kept as evidence, out of every default view.
		#[codec(index = 4)]
		Sealed,
		/// Retention has run out: no processing but keeping safe (PIPL 47).
		#[codec(index = 5)]
		Frozen,
		/// Its ciphertext, salt and keys are destroyed; a tombstone remains.
		#[codec(index = 6)]
		Shredded,
	}
}

impl RecordStatus {
	/// Whether a decision or transition may rest on a record that stands so.
	pub const fn is_evidence(self) -> bool {
		matches!(self, Self::Anchored | Self::Trusted)
	}
}

/// What other pallets need to know of a record.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct RecordFacts<AccountId> {
	/// The case that it belongs to.
	pub case: CaseId,
	/// Its class.
	pub class: ClassId,
	/// The member that anchored it.
	pub author: MemberId,
	/// The officer liable for it.
	pub officer: AccountId,
	/// The day of the act that it records.
	pub act_date: LegalDate,
	/// When it was entered.
	pub entered: Moment,
	/// Its status now.
	pub status: RecordStatus,
}

/// Records, as the other pallets see them.
pub trait RecordIndex<AccountId> {
	/// What a record is now.
	fn facts(record: RecordId) -> Option<RecordFacts<AccountId>>;

	/// Whether `record` belongs to `case` and a decision may rest on it now.
	fn is_evidence(record: RecordId, case: CaseId) -> bool {
		Self::facts(record).is_some_and(|facts| facts.case == case && facts.status.is_evidence())
	}

	/// Whether the class of `record` is never shown to the person (protected third parties): it stays
	/// out of all that is served, told or acknowledged.
	fn is_hidden(record: RecordId) -> bool {
		Self::facts(record).is_some_and(|facts| facts.class == classes::PROTECTED_PARTY)
	}

	/// Remember that `dependant` rests on `source`, so that it is told when the source changes.
	/// Bounded per record; an error when full.
	fn link(source: RecordId, dependant: Subject) -> DispatchResult;

	/// Anchor a record of `case` by `officer` of `author`, for benchmarks of other pallets.
	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_record(case: CaseId, author: MemberId, officer: &AccountId) -> RecordId;
}

/// Something that rests on records and follows when one of them changes.
pub trait Correctable {
	/// `source`, to which `dependant` was linked, counts as `to` from now on: as evidence exactly if it
	/// gives ground. Called once per dependant and change, in bounded steps over blocks; must not fail.
	fn source_changed(dependant: Subject, source: RecordId, to: RecordStatus);
}

#[impl_trait_for_tuples::impl_for_tuples(8)]
impl Correctable for Tuple {
	fn source_changed(dependant: Subject, source: RecordId, to: RecordStatus) {
		for_tuples!( #( Tuple::source_changed(dependant, source, to); )* );
	}
}

/// Who has opened a record.
pub trait ReadLog {
	/// The members that have opened `record`, each once, at most `limit` of them from the `skip`th.
	fn readers(record: RecordId, skip: u32, limit: u32) -> Vec<MemberId>;
}

/// Nobody reads: until records can be opened by grants.
impl ReadLog for () {
	fn readers(_: RecordId, _: u32, _: u32) -> Vec<MemberId> {
		Vec::new()
	}
}
