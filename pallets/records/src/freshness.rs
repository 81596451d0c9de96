//! How fresh an office's uploads are: what it anchored on which day (S23, S130).

use crate::{
	pallet::{Config, LastUpload, Pallet, UploadPages, Uploads},
	types::{DayUploads, Office, PAGE},
};
use alloc::vec::Vec;
use frame_support::defensive;
use shejiao_primitives::{
	ids::MemberId,
	record::RecordId,
	time::{LegalDate, LegalTime},
};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

/// Most days that one answer looks at.
const MAX_DAYS: u32 = 400;

impl<T: Config> Pallet<T> {
	/// `office` anchors `record` today.
	pub(crate) fn note_upload(office: Office, record: RecordId) -> DispatchResult {
		let today = T::Time::today();
		let count = Uploads::<T>::get(office, today);
		UploadPages::<T>::try_mutate((office, today), count / PAGE, |page| page.try_push(record))
			.map_err(|_| {
			defensive!("a page that the count points to has room");
			DispatchError::Corruption
		})?;
		Uploads::<T>::insert(office, today, count.checked_add(1).ok_or(ArithmeticError::Overflow)?);
		if count == 0 {
			LastUpload::<T>::insert(office.member, today);
		}
		Ok(())
	}

	/// The last day on which `member` anchored something.
	pub fn last_upload(member: MemberId) -> Option<LegalDate> {
		LastUpload::<T>::get(member)
	}

	/// The last day on which `office` anchored something, of 400 up to the last one of its member. For
	/// clients alone.
	pub fn last_upload_of(office: Office) -> Option<LegalDate> {
		let last = Self::last_upload(office.member)?;
		(0..=last.0)
			.rev()
			.take(MAX_DAYS as usize)
			.map(LegalDate)
			.find(|day| Uploads::<T>::contains_key(office, day))
	}

	/// What `office` anchored on each day from `from` to `to`, days without anything included: at
	/// most 400 days.
	pub fn uploads(office: Office, from: LegalDate, to: LegalDate) -> Vec<DayUploads> {
		(from.0..=to.0)
			.take(MAX_DAYS as usize)
			.map(|day| DayUploads {
				day: LegalDate(day),
				count: Uploads::<T>::get(office, LegalDate(day)),
			})
			.collect()
	}

	/// The days from `from` to `to`, of 400 at most, on which `office` anchored nothing.
	pub fn gaps(office: Office, from: LegalDate, to: LegalDate) -> Vec<LegalDate> {
		let days = Self::uploads(office, from, to).into_iter();
		days.filter(|uploads| uploads.count == 0).map(|uploads| uploads.day).collect()
	}
}
