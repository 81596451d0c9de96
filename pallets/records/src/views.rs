//! What clients are told.

use crate::{
	pallet::{
		Attestations, CaseCount, CasePages, ClassesCount, Config, DependantsCount, DeviceRoots,
		Disputes, Headers, Pallet, ShredProposals, StatusCount, Statuses,
	},
	types::{
		Anchor, Audience, BatchFault, ClassInfo, DeviceRoot, Office, RecordDetail, RecordInfo,
		RecordPage, MAX_BATCH, PAGE,
	},
};
use alloc::vec::Vec;
use frame_support::storage::{with_transaction, TransactionOutcome};
use shejiao_primitives::{
	case::CaseId,
	record::{ClassId, RecordId, RecordStatus},
	subject::Subject,
	time::LegalDate,
};
use sp_runtime::DispatchError;

/// Most items of one answer.
pub const MAX_LIMIT: u32 = 100;

/// Most records that one answer to an agency looks at.
const MAX_LOOKED_AT: usize = 1_024;

/// Most records of a case that an answer to the person looks at: from the first on, since a place to go
/// on from would tell of hidden ones. More than a case of ten years has.
const MAX_OF_PERSON: usize = 16_384;

impl<T: Config> Pallet<T> {
	/// At most `limit` records of `case` from place `from` on, in the order of anchoring.
	///
	/// The default shows the corrected value alone (S69): what is superseded, sealed or destroyed is
	/// left out unless `all` is asked for. Of hidden classes the person is shown nothing, and their
	/// places do not count, so that no gap tells of them.
	pub fn records_of(
		case: CaseId,
		from: u32,
		limit: u32,
		all: bool,
		audience: Audience,
	) -> RecordPage<T::AccountId> {
		let limit = limit.clamp(1, MAX_LIMIT);
		match audience {
			Audience::Agency => Self::records_by_place(case, from, limit, all),
			Audience::Person => {
				let shown = Self::records_from(case, 0)
					.take(MAX_OF_PERSON)
					.filter_map(|record| Self::shown(record, all, audience));
				let mut records: Vec<_> =
					shown.skip(from as usize).take((limit as usize).saturating_add(1)).collect();
				let more = records.len() > limit as usize;
				records.truncate(limit as usize);
				RecordPage { records, next: more.then(|| from.saturating_add(limit)) }
			},
		}
	}

	fn records_by_place(
		case: CaseId,
		from: u32,
		limit: u32,
		all: bool,
	) -> RecordPage<T::AccountId> {
		let mut records = Vec::new();
		let mut place = from;
		for record in Self::records_from(case, from).take(MAX_LOOKED_AT) {
			if records.len() >= limit as usize {
				break;
			}
			records.extend(Self::shown(record, all, Audience::Agency));
			place = place.saturating_add(1);
		}
		RecordPage { records, next: (place < CaseCount::<T>::get(case)).then_some(place) }
	}

	/// The records of a case from a place on.
	fn records_from(case: CaseId, from: u32) -> impl Iterator<Item = RecordId> {
		let pages = CaseCount::<T>::get(case).div_ceil(PAGE);
		(from / PAGE..pages)
			.flat_map(move |page| CasePages::<T>::get(case, page))
			.skip((from % PAGE) as usize)
	}

	/// `record` as `audience` sees it.
	fn shown(record: RecordId, all: bool, audience: Audience) -> Option<RecordInfo<T::AccountId>> {
		let header = Headers::<T>::get(record)?;
		// What was replaced may have frozen since.
		let is_current = header.superseded_by.is_none()
			&& !matches!(header.status, RecordStatus::Sealed | RecordStatus::Shredded);
		if !all && !is_current {
			return None;
		}
		let mut info = Self::info(record, header);
		if audience == Audience::Person {
			if info.hidden {
				return None;
			}
			info.header.derived_from.retain(|source| !Self::is_hidden_record(*source));
		}
		Some(info)
	}

	fn is_hidden_record(record: RecordId) -> bool {
		Headers::<T>::get(record).is_none_or(|header| Self::is_hidden_class(header.class))
	}

	/// One record with its history. To the person a hidden one does not exist.
	pub fn record(record: RecordId, audience: Audience) -> Option<RecordDetail<T::AccountId>> {
		let info = Self::shown(record, true, audience)?;
		let mut history = Vec::new();
		history.push((info.header.entered, info.header.initial));
		for place in 0..StatusCount::<T>::get(record) {
			history.extend(Statuses::<T>::get(record, place).map(|e| (e.since, e.value)));
		}
		let dependants = match audience {
			Audience::Agency => DependantsCount::<T>::get(record),
			Audience::Person => {
				let visible = Self::links_after(record, None)
					.filter(|dependant| Self::is_visible(dependant, audience));
				u32::try_from(visible.count()).unwrap_or(u32::MAX)
			},
		};
		Some(RecordDetail {
			history,
			attestations: Attestations::<T>::get(record).into_inner(),
			dispute: Disputes::<T>::get(record),
			shred: ShredProposals::<T>::get(record),
			dependants,
			info,
		})
	}

	fn is_visible(dependant: &Subject, audience: Audience) -> bool {
		match dependant {
			Subject::Record(record) => {
				audience == Audience::Agency || !Self::is_hidden_record(*record)
			},
			_ => true,
		}
	}

	/// At most `limit` of what rests on `record`, after `after`. Hidden records are no dependants to
	/// the person, and have none.
	pub fn dependants(
		record: RecordId,
		after: Option<Subject>,
		limit: u32,
		audience: Audience,
	) -> Vec<Subject> {
		if audience == Audience::Person && Self::is_hidden_record(record) {
			return Vec::new();
		}
		Self::links_after(record, after)
			.filter(|dependant| Self::is_visible(dependant, audience))
			.take(limit.min(MAX_LIMIT) as usize)
			.collect()
	}

	/// Whether `who` could anchor `entries` in one batch now; else which entry would be refused, and
	/// why. Changes nothing.
	pub fn check_batch(
		who: T::AccountId,
		entries: Vec<Anchor<T::AccountId>>,
	) -> Result<(), BatchFault> {
		if u32::try_from(entries.len()).is_ok_and(|count| count > MAX_BATCH) {
			let error = crate::Error::<T>::SizeOutOfBounds.into();
			return Err(BatchFault { entry: Some(MAX_BATCH), error });
		}
		// An inner result: the outer one is that of the transaction alone.
		let result = with_transaction(|| {
			let result = Self::do_anchor_batch(&who, entries).map(|_| ());
			TransactionOutcome::Rollback(Ok::<_, DispatchError>(result))
		});
		match result {
			Ok(result) => result,
			Err(error) => Err(BatchFault { entry: None, error }),
		}
	}

	/// At most `limit` classes from number `from` on, retired ones included.
	pub fn classes(from: ClassId, limit: u32) -> Vec<ClassInfo> {
		let mut ids: Vec<_> = ClassesCount::<T>::iter_keys().filter(|id| *id >= from).collect();
		ids.sort_unstable();
		ids.into_iter()
			.take(limit.min(MAX_LIMIT) as usize)
			.filter_map(Self::standing_rule)
			.collect()
	}

	/// The root over an office's readings of a day.
	pub fn device_root(office: Office, day: LegalDate, class: ClassId) -> Option<DeviceRoot> {
		DeviceRoots::<T>::get((office, day), class)
	}
}
