//! Telling those who may have relied on a merge that it was taken apart.

use crate::{
	types::{MergeId, Telling},
	weights::WeightInfo,
	Config, Event, Merges, Pallet, Untold,
};
use alloc::collections::BTreeSet;
use frame_support::{traits::Get, weights::Weight};
use shejiao_primitives::{
	case::{CaseId, CaseView, PartyRoles},
	ids::MemberId,
	oversight::Severity,
	record::ReadLog,
	subject::Subject,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn tell(merge: MergeId, member: MemberId, through: Subject) {
		Self::alert(Severity::Information, member, through);
		Self::deposit_event(Event::MemberTold { merge, member, through });
	}

	/// Tell every member with an open role on either case, the executing agencies first. Bounded by the
	/// parties that a case may have.
	pub(crate) fn tell_parties(merge: MergeId, pair: (CaseId, CaseId)) {
		let mut told = BTreeSet::new();
		for case in [pair.0, pair.1] {
			let others =
				PartyRoles::NAMED.into_iter().flat_map(|(_, role)| T::Cases::parties(case, role));
			for member in Self::executing(case).into_iter().chain(others) {
				if told.insert(member) {
					Self::tell(merge, member, Subject::Case(case));
				}
			}
		}
	}

	/// Tell the next readers of the evidence of one split merge: a page per block.
	pub(crate) fn tell_some() -> Weight {
		let Some((id, telling)) = Untold::<T>::iter().next() else {
			return T::WeightInfo::tell_some(0);
		};
		let limit = T::MaxReadersPerBlock::get();
		let source = Merges::<T>::get(id).and_then(|merge| match telling.place {
			0 => Some(merge.first.evidence),
			1 => Some(merge.second.evidence),
			_ => None,
		});
		let Some(source) = source else {
			Untold::<T>::remove(id);
			return T::WeightInfo::tell_some(0);
		};
		let readers = T::Readers::readers(source, telling.told, limit);
		let count = readers.len() as u32;
		for member in readers {
			Self::tell(id, member, Subject::Record(source));
		}
		let next = if count < limit {
			Telling { place: telling.place.saturating_add(1), told: 0 }
		} else {
			Telling { told: telling.told.saturating_add(count), ..telling }
		};
		match next.place {
			0 | 1 => Untold::<T>::insert(id, next),
			_ => Untold::<T>::remove(id),
		}
		T::WeightInfo::tell_some(count)
	}
}
