//! What the pallet stores and takes.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use shejiao_primitives::{
	case::CaseId,
	coded,
	ids::{DrawId, MemberId, UnitId},
	record::{ClassId, RecordId, RecordStatus},
	subject::Subject,
	suite::SuiteId,
	time::{LegalDate, Moment},
};
use sp_core::{ConstU32, H256};
use sp_runtime::{BoundedVec, DispatchError};

use crate::class::{Class, SchemaRef};

/// Longest seal, in bytes. How long the seal of a suite is, [`seal_length`] says.
pub const MAX_SEAL: u32 = 128;

/// Most records that one record is derived from.
pub const MAX_SOURCES: u32 = 8;

/// Most entries of a batch.
pub const MAX_BATCH: u32 = 100;

/// Largest step of a padded size: 64 MiB.
pub const MAX_SIZE: u8 = 16;

/// Most attestations of one record: more than there are roles on a case.
pub const MAX_ATTESTATIONS: u32 = 16;

/// Longest proof that a reading lies under a root: as many hashes as a tree of 2^32 leaves is high.
pub const MAX_PROOF: u32 = 32;

/// Record numbers in one page of an index.
pub const PAGE: u32 = 64;

/// A seal: the signature of `suite` over the commitment.
pub type Seal = BoundedVec<u8, ConstU32<MAX_SEAL>>;

/// What a record is derived from.
pub type Sources = BoundedVec<RecordId, ConstU32<MAX_SOURCES>>;

/// A page of an index.
pub type Page = BoundedVec<RecordId, ConstU32<PAGE>>;

/// The length of a seal of `suite`, in bytes: an Ed25519 signature (RFC 8032), or an SM2 signature
/// r ‖ s (GB/T 32918.2).
pub const fn seal_length(suite: SuiteId) -> usize {
	match suite {
		SuiteId::International | SuiteId::Gmt => 64,
	}
}

coded! {
	/// A draw of an anchored record for a check, numbered from 0.
	#[derive(Default, Hash)]
	#[serde(transparent)]
	pub struct RecheckId(pub u32);
}

coded! {
	/// An office: a member, or one of its units.
	#[derive(Default, Hash)]
	pub struct Office {
		/// The member.
		pub member: MemberId,
		/// Its unit; nothing for the agency itself.
		pub unit: Option<UnitId>,
	}
}

/// A document to anchor.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct Anchor<AccountId> {
	/// The case.
	pub case: CaseId,
	/// The class.
	pub class: ClassId,
	/// Schema and version, where the class shows them; elsewhere they are inside the commitment.
	pub schema: Option<SchemaRef>,
	/// The suite of commitment, envelope and seal.
	pub suite: SuiteId,
	/// Salted commitment to the canonical sheet.
	pub commitment: H256,
	/// Hash of the ciphertext, by the suite's hash function.
	pub ciphertext: H256,
	/// Padded size of the ciphertext: 2^`size` KiB; at most [`MAX_SIZE`].
	pub size: u8,
	/// Where the ciphertext lies: 32 random bytes, which say nothing.
	pub locator: H256,
	/// The day of the act, never in the future.
	pub act_date: LegalDate,
	/// The officer liable for the act; nothing for the one that signs.
	pub officer: Option<AccountId>,
	/// The agency's seal, if it has one.
	pub seal: Option<Seal>,
	/// The record that it replaces.
	pub supersedes: Option<RecordId>,
	/// The records that it rests on.
	pub derived_from: Sources,
}

/// A record as it stands.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Header<AccountId> {
	/// The case.
	pub case: CaseId,
	/// The class.
	pub class: ClassId,
	/// Schema and version, where the class shows them.
	pub schema: Option<SchemaRef>,
	/// The suite of commitment, envelope and seal.
	pub suite: SuiteId,
	/// Salted commitment to the canonical sheet.
	pub commitment: H256,
	/// Hash of the ciphertext.
	pub ciphertext: H256,
	/// Padded size of the ciphertext: 2^`size` KiB.
	pub size: u8,
	/// Where the ciphertext lies; zero once it is destroyed.
	pub locator: H256,
	/// The day of the act.
	pub act_date: LegalDate,
	/// When it was entered.
	pub entered: Moment,
	/// The office that anchored it.
	pub author: Office,
	/// The officer liable for the act.
	pub officer: AccountId,
	/// The officer that entered it, if another.
	pub entered_by: Option<AccountId>,
	/// The agency's seal.
	pub seal: Option<Seal>,
	/// The record that it replaces.
	pub supersedes: Option<RecordId>,
	/// The record by which it is replaced.
	pub superseded_by: Option<RecordId>,
	/// The records that it rests on.
	pub derived_from: Sources,
	/// Its status at the start.
	pub initial: RecordStatus,
	/// Its status now.
	pub status: RecordStatus,
	/// Whether something that it rests on, at whatever remove, is disputed or corrected.
	pub source_corrected: bool,
}

impl<AccountId> Header<AccountId> {
	/// As what the record counts for those that rest on it: evidence exactly if it gives them ground.
	///
	/// Freezing takes nothing from them, and while something is in doubt that the record rests on, so
	/// is the record.
	pub fn ground(&self) -> RecordStatus {
		match self.status {
			status if is_correction(status) => status,
			_ if self.superseded_by.is_some() => RecordStatus::Superseded,
			_ if self.source_corrected => RecordStatus::Disputed,
			RecordStatus::Frozen => self.initial,
			status => status,
		}
	}

	/// Whether what rests on this record rests on something wrong or doubted.
	pub fn is_corrected(&self) -> bool {
		!self.ground().is_evidence()
	}
}

impl<AccountId: PartialEq> Header<AccountId> {
	/// Whether `who` answers for the record: for the act or for the entry.
	pub fn is_of(&self, who: &AccountId) -> bool {
		self.officer == *who || self.entered_by.as_ref() == Some(who)
	}
}

/// Whether a record that comes to stand so takes the ground from what rests on it.
pub const fn is_correction(status: RecordStatus) -> bool {
	matches!(
		status,
		RecordStatus::Disputed
			| RecordStatus::Superseded
			| RecordStatus::Sealed
			| RecordStatus::Shredded
	)
}

/// What another member vouched for.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Attestation<AccountId> {
	/// The member.
	pub member: MemberId,
	/// Its officer.
	pub officer: AccountId,
	/// When.
	pub at: Moment,
}

/// A dispute that is open.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Dispute<AccountId> {
	/// The member that disputes; nothing for the person or a representative.
	pub member: Option<MemberId>,
	/// The account that disputes.
	pub by: AccountId,
	/// The record that gives the reasons.
	pub reasons: RecordId,
	/// Since when.
	pub since: Moment,
}

/// A destruction that waits for the second officer.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct ShredProposal<AccountId> {
	/// The officer that proposes.
	pub by: AccountId,
	/// Its member.
	pub member: MemberId,
	/// The record of appraisal and approved list.
	pub basis: RecordId,
	/// Since when.
	pub since: Moment,
}

coded! {
	/// How a dispute ends.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Settlement {
		/// The record stands as before.
		#[codec(index = 0)]
		Stands,
		/// The record is refuted: it is kept as evidence, sealed.
		#[codec(index = 1)]
		Refuted,
		/// Whoever disputed takes it back: the record stands as before.
		#[codec(index = 2)]
		Withdrawn,
	}
}

coded! {
	/// One root over all readings of one class of one office and day.
	pub struct DeviceRoot {
		/// Root of the binary Merkle tree (BLAKE2b-256) over the readings' salted commitments.
		pub root: H256,
		/// Number of readings.
		pub count: u32,
		/// Schema and version of the readings, where the class shows them.
		pub schema: Option<SchemaRef>,
		/// When it was entered.
		pub entered: Moment,
	}
}

coded! {
	/// What a check of an anchored document came to.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum RecheckOutcome {
		/// The original is what was anchored.
		#[codec(index = 0)]
		Matches,
		/// It is not.
		#[codec(index = 1)]
		Differs,
		/// Nobody answered in time.
		#[codec(index = 2)]
		Unanswered,
		/// The record was destroyed by rule before anybody answered.
		#[codec(index = 3)]
		Destroyed,
	}
}

coded! {
	/// What was drawn for a check.
	pub struct Drawn {
		/// The record.
		pub record: RecordId,
		/// Last day to answer.
		pub due: LegalDate,
	}
}

coded! {
	/// A random check of what an office anchored on a day (S72).
	pub struct Recheck {
		/// The office.
		pub office: Office,
		/// The day.
		pub day: LegalDate,
		/// Which part of the day's anchors, from 0: as many as a draw takes candidates.
		pub part: u32,
		/// The member that asked.
		pub by: MemberId,
		/// The draw.
		pub draw: DrawId,
		/// What was drawn, once the draw is decided.
		pub drawn: Option<Drawn>,
		/// What it came to.
		pub outcome: Option<RecheckOutcome>,
	}
}

/// An archived case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Archive {
	/// Since when: retention counts from here.
	pub on: LegalDate,
	/// The day on which its records are looked through for freezing; nothing when none is left that
	/// could freeze.
	pub look: Option<LegalDate>,
}

/// A day as a key: the earliest comes first.
#[derive(
	Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, MaxEncodedLen, TypeInfo,
)]
pub struct DayKey([u8; 4]);

impl DayKey {
	/// The key of a day.
	pub const fn new(day: LegalDate) -> Self {
		Self(day.0.to_be_bytes())
	}

	/// The day of the key.
	pub const fn day(self) -> LegalDate {
		LegalDate(u32::from_be_bytes(self.0))
	}
}

/// How far the records of an archived case have been looked through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Look {
	/// The place in the case from which it goes on.
	pub place: u32,
	/// The first day after this one on which one of those before `place` freezes.
	pub next: Option<LegalDate>,
}

/// Dependants of `node` that are still to be told.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Job {
	/// The record that changed.
	pub root: RecordId,
	/// What it is now.
	pub to: RecordStatus,
	/// The record whose dependants are told: the one that changed, or one that rests on it.
	pub node: RecordId,
	/// As what that one counts for them now.
	pub told: RecordStatus,
	/// The last dependant that was told.
	pub after: Option<Subject>,
}

coded! {
	/// Who reads: the person and representatives are never shown records of hidden classes.
	#[derive(Hash)]
	#[serde(rename_all = "kebab-case")]
	pub enum Audience {
		/// An agency.
		#[codec(index = 0)]
		Agency,
		/// The person or a representative.
		#[codec(index = 1)]
		Person,
	}
}

/// What clients are told of a record in a list.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct RecordInfo<AccountId> {
	/// The record.
	pub id: RecordId,
	/// As it stands.
	pub header: Header<AccountId>,
	/// Whether its class is hidden from the person.
	pub hidden: bool,
}

/// A page of the records of a case.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct RecordPage<AccountId> {
	/// The records.
	pub records: Vec<RecordInfo<AccountId>>,
	/// The place from which the next page goes on; nothing after the last.
	pub next: Option<u32>,
}

/// What clients are told of one record.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct RecordDetail<AccountId> {
	/// The record.
	pub info: RecordInfo<AccountId>,
	/// Every status with the moment from which it held.
	pub history: Vec<(Moment, RecordStatus)>,
	/// Who vouched for it.
	pub attestations: Vec<Attestation<AccountId>>,
	/// The open dispute.
	pub dispute: Option<Dispute<AccountId>>,
	/// The destruction that waits for the second officer.
	pub shred: Option<ShredProposal<AccountId>>,
	/// Number of what rests on it.
	pub dependants: u32,
}

/// A class with its rule.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ClassInfo {
	/// The class.
	pub id: ClassId,
	/// Its rule; of a retired class the last one.
	pub class: Class,
	/// Whether it takes no more records.
	pub retired: bool,
}

/// What an office anchored on a day.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct DayUploads {
	/// The day.
	pub day: LegalDate,
	/// Number of records.
	pub count: u32,
}

/// The entry of a batch that would be refused, and why.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct BatchFault {
	/// Its place, from 0; nothing when the batch as a whole is refused.
	pub entry: Option<u32>,
	/// Why.
	pub error: DispatchError,
}

/// Live positioning orders (法 29), as far as readings need them.
pub trait PositioningOrders {
	/// Whether a positioning order was live in the care of `office` at some moment of `day`.
	fn any_live(office: Office, day: LegalDate) -> bool;
}

/// No order is live: until there are orders, no position may be anchored.
impl PositioningOrders for () {
	fn any_live(_: Office, _: LegalDate) -> bool {
		false
	}
}
