//! Runtime API of the records pallet.

#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

use alloc::vec::Vec;
use codec::Codec;
use shejiao_primitives::{
	case::CaseId,
	ids::MemberId,
	record::{ClassId, RecordId, RecordStatus},
	subject::Subject,
	time::{LegalDate, Moment},
};
use sp_core::H256;

pub use pallet_records::{
	Anchor, Audience, BatchFault, Class, ClassInfo, DayUploads, DeviceRoot, Office, Recheck,
	RecheckId, RecordDetail, RecordPage,
};

sp_api::decl_runtime_apis! {
	/// What clients ask about records.
	#[api_version(1)]
	pub trait RecordsApi<AccountId> where AccountId: Codec {
		/// At most `limit` records of a case from place `from` on. Superseded, sealed and destroyed
		/// ones are left out unless `all` is asked for; the person sees nothing of hidden classes, whose
		/// places do not count for it.
		fn records_of(
			case_id: CaseId,
			from: u32,
			limit: u32,
			all: bool,
			audience: Audience,
		) -> RecordPage<AccountId>;

		/// One record with its history.
		fn record(record: RecordId, audience: Audience) -> Option<RecordDetail<AccountId>>;

		/// The status of a record at a past moment.
		fn status_at(record: RecordId, at: Moment) -> Option<RecordStatus>;

		/// At most `limit` of what rests on a record, after `after`.
		fn dependants(
			record: RecordId,
			after: Option<Subject>,
			limit: u32,
			audience: Audience,
		) -> Vec<Subject>;

		/// Whether an account could anchor these entries in one batch now; else the entry that would
		/// be refused, and why.
		fn check_batch(
			who: AccountId,
			entries: Vec<Anchor<AccountId>>,
		) -> Result<(), BatchFault>;

		/// At most `limit` classes from number `from` on.
		fn classes(from: ClassId, limit: u32) -> Vec<ClassInfo>;

		/// The rule of a class at a moment: the one by which a record entered then is verified.
		fn class_at(class_id: ClassId, at: Moment) -> Option<Class>;

		/// The root over an office's readings of a day.
		fn device_root(office: Office, day: LegalDate, class_id: ClassId) -> Option<DeviceRoot>;

		/// Whether a reading, by its salted commitment, lies at a place under that root.
		fn check_reading(
			office: Office,
			day: LegalDate,
			class_id: ClassId,
			place: u32,
			leaf: H256,
			proof: Vec<H256>,
		) -> Option<bool>;

		/// The last day on which a member anchored something.
		fn last_upload(member: MemberId) -> Option<LegalDate>;

		/// The last day on which an office anchored something, of 400 up to the last one of its member.
		fn last_upload_of(office: Office) -> Option<LegalDate>;

		/// How much an office anchored on each day; at most 400 days.
		fn uploads(office: Office, from: LegalDate, to: LegalDate) -> Vec<DayUploads>;

		/// The days on which an office anchored nothing, of 400 at most.
		fn upload_gaps(office: Office, from: LegalDate, to: LegalDate) -> Vec<LegalDate>;

		/// A check of anchored documents.
		fn recheck(id: RecheckId) -> Option<Recheck>;

		/// At most `limit` checks that wait for a draw or an answer, from number `from` on.
		fn open_rechecks(from: RecheckId, limit: u32) -> Vec<(RecheckId, Recheck)>;
	}
}
