//! The freezing of archived files by the clock.
//!
//! A case is looked through when it is archived, again on the first day on which one of its records
//! freezes, and whenever a record comes to stand in it: in bounded steps over blocks, the earliest
//! day first.

use crate::{
	pallet::{Archives, CaseCount, CasePages, Config, Event, Headers, Looks, Pallet},
	types::{Archive, DayKey, Look, PAGE},
	LOG_TARGET,
};
use frame_support::defensive;
use shejiao_primitives::{
	case::{CaseId, CaseView},
	record::{RecordId, RecordStatus},
	time::{LegalDate, LegalTime},
};

/// Whether a record that stands so freezes when its day comes. A dispute is settled first, and what
/// is sealed is kept as evidence.
pub(crate) const fn freezes(status: RecordStatus) -> bool {
	matches!(status, RecordStatus::Anchored | RecordStatus::Trusted | RecordStatus::Superseded)
}

impl<T: Config> Pallet<T> {
	/// `case` is archived from today on.
	pub(crate) fn open_archive(case: CaseId) {
		let on = T::Time::today();
		Archives::<T>::insert(case, Archive { on, look: Some(on) });
		Looks::<T>::insert(DayKey::new(on), case, Look::default());
	}

	/// `case` is archived no more.
	pub(crate) fn close_archive(case: CaseId) {
		if let Some(day) = Archives::<T>::take(case).and_then(|archive| archive.look) {
			Looks::<T>::remove(DayKey::new(day), case);
		}
	}

	/// A record came to stand in `case`: if that is archived, look through it from the start. Gives
	/// whether it is.
	pub(crate) fn look_again(case: CaseId) -> bool {
		let Some(archive) = Archives::<T>::get(case) else { return false };
		let today = T::Time::today();
		let day = archive.look.map_or(today, |day| day.min(today));
		Self::plan_look(case, archive, Some(day));
		true
	}

	fn plan_look(case: CaseId, archive: Archive, look: Option<LegalDate>) {
		if let Some(day) = archive.look {
			Looks::<T>::remove(DayKey::new(day), case);
		}
		if let Some(day) = look {
			Looks::<T>::insert(DayKey::new(day), case, Look::default());
		}
		Archives::<T>::insert(case, Archive { look, ..archive });
	}

	/// The day from which the retention of the records of `case` counts: its archiving, or that of the
	/// case in which it goes on.
	pub(crate) fn archived_on(case: CaseId) -> Option<LegalDate> {
		let archive = Archives::<T>::get(case).or_else(|| {
			T::Cases::facts(case).and_then(|facts| Archives::<T>::get(facts.merged_into?))
		});
		archive.map(|archive| archive.on)
	}

	/// Look through at most `most` records of the archived cases whose day has come, and freeze what is
	/// due; gives the number of steps done: one for each case and each record.
	pub(crate) fn freeze_due(most: u32) -> u32 {
		let today = T::Time::today();
		let mut done = 0u32;
		while done < most {
			let Some((day, case, mut look)) = Looks::<T>::iter().next() else { break };
			if day.day() > today {
				break;
			}
			done = done.saturating_add(1);
			let count = CaseCount::<T>::get(case);
			while look.place < count && done < most {
				let page = CasePages::<T>::get(case, look.place / PAGE);
				let left = (most.saturating_sub(done)) as usize;
				for record in page.into_iter().skip((look.place % PAGE) as usize).take(left) {
					Self::freeze_if_due(record, today, &mut look);
					look.place = look.place.saturating_add(1);
					done = done.saturating_add(1);
				}
			}
			if look.place < count {
				Looks::<T>::insert(day, case, look);
			} else if let Some(archive) = Archives::<T>::get(case) {
				Self::plan_look(case, archive, look.next);
			} else {
				defensive!("only archived cases are looked through");
				Looks::<T>::remove(day, case);
			}
		}
		done
	}

	fn freeze_if_due(record: RecordId, today: LegalDate, look: &mut Look) {
		let header = Headers::<T>::get(record).filter(|header| freezes(header.status));
		let Some(mut header) = header else { return };
		let Some(info) = Self::standing_rule(header.class) else { return };
		let Some(due) = Self::freeze_day(&header, &info.class) else { return };
		if due > today {
			look.next = Some(look.next.map_or(due, |next| next.min(due)));
			return;
		}
		match Self::set_status(record, &mut header, RecordStatus::Frozen) {
			Ok(()) => Self::deposit_event(Event::RecordFrozen { record, by: None }),
			Err(error) => log::error!(target: LOG_TARGET, "{record:?} does not freeze: {error:?}"),
		}
	}
}
