//! The status of a record: which may follow which, and the history.

use crate::{
	pallet::{
		Config, Disputes, Error, Event, Headers, Pallet, ShredProposals, StatusCount, Statuses,
	},
	types::Header,
};
use frame_support::ensure;
use shejiao_primitives::{
	history::History,
	record::{RecordId, RecordStatus},
	time::{LegalTime, Moment},
};
use sp_runtime::DispatchResult;

/// Changes of a record's status.
pub(crate) type StatusHistory<T> = History<RecordId, RecordStatus, StatusCount<T>, Statuses<T>>;

/// Whether a record that stands as `from` may come to stand as `to`.
pub const fn may_become(from: RecordStatus, to: RecordStatus) -> bool {
	use RecordStatus::{Anchored, Disputed, Frozen, Sealed, Shredded, Superseded, Trusted};
	match from {
		Anchored => matches!(to, Trusted | Disputed | Superseded | Sealed | Frozen | Shredded),
		Trusted => matches!(to, Disputed | Superseded | Sealed | Frozen | Shredded),
		Disputed => matches!(to, Anchored | Trusted | Frozen | Superseded | Sealed),
		Superseded => matches!(to, Sealed | Frozen | Shredded),
		Sealed => matches!(to, Anchored | Trusted | Superseded | Shredded),
		// What is wrong is put right in an old file too (PIPL 46).
		Frozen => matches!(to, Disputed | Superseded | Shredded),
		Shredded => false,
	}
}

impl<T: Config> Pallet<T> {
	/// Let `record`, whose header is `header`, stand as `to` from now on, and store it.
	pub(crate) fn set_status(
		record: RecordId,
		header: &mut Header<T::AccountId>,
		to: RecordStatus,
	) -> DispatchResult {
		let from = header.status;
		ensure!(may_become(from, to), Error::<T>::WrongStatus);
		let before = header.ground();
		StatusHistory::<T>::push(&record, T::Time::now(), to)
			.map_err(|_| Error::<T>::OutOfOrder)?;
		header.status = to;
		Headers::<T>::insert(record, &*header);
		if from == RecordStatus::Disputed {
			Disputes::<T>::remove(record);
		}
		// What is to be destroyed may freeze meanwhile.
		if to != RecordStatus::Frozen
			&& ShredProposals::<T>::take(record).is_some()
			&& to != RecordStatus::Shredded
		{
			Self::deposit_event(Event::ShredDropped { record });
		}
		Self::deposit_event(Event::StatusChanged { record, from, to });
		Self::tell_of(record, header, before, (record, to));
		Ok(())
	}

	/// The status before the present one.
	pub(crate) fn status_before(record: RecordId, header: &Header<T::AccountId>) -> RecordStatus {
		StatusCount::<T>::get(record)
			.checked_sub(2)
			.and_then(|place| Statuses::<T>::get(record, place))
			.map_or(header.initial, |entry| entry.value)
	}

	/// Since when a record stands as it does.
	pub(crate) fn status_since(record: RecordId, header: &Header<T::AccountId>) -> Moment {
		StatusCount::<T>::get(record)
			.checked_sub(1)
			.and_then(|place| Statuses::<T>::get(record, place))
			.map_or(header.entered, |entry| entry.since)
	}

	/// Whether a record stands sealed because it was refuted.
	pub(crate) fn is_refuted(record: RecordId, header: &Header<T::AccountId>) -> bool {
		header.status == RecordStatus::Sealed
			&& Self::status_before(record, header) == RecordStatus::Disputed
	}

	/// The status of a record at a moment; `None` before its entry.
	pub fn status_at(record: RecordId, at: Moment) -> Option<RecordStatus> {
		let header = Headers::<T>::get(record)?;
		if at < header.entered {
			return None;
		}
		Some(StatusHistory::<T>::at(&record, at).unwrap_or(header.initial))
	}
}
