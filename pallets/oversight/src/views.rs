//! What clients ask.

use crate::{
	Alert, AlertInfo, Alerts, ClosedCount, ClosedOf, Config, Lead, LeadId, Leads, LeadsOf, Notice,
	Notices, NoticesOf, OpenOf, Pallet, Part, Steps, StepsCount, Tallies, Tally, ToldOf, MAX_PAGE,
};
use alloc::{collections::BinaryHeap, vec::Vec};
use core::cmp::Reverse;
use shejiao_primitives::{
	ids::MemberId,
	oversight::{AlertId, NoticeId, Rule, Severity},
};

type Row<T> = (AlertId, Alert<<T as frame_system::Config>::AccountId>);

fn page(limit: u32) -> usize {
	limit.min(MAX_PAGE) as usize
}

/// The first `most` of `all` in their order, without ever holding more than that.
fn first<K: Ord>(all: impl Iterator<Item = K>, most: usize) -> Vec<K> {
	let mut kept = BinaryHeap::new();
	for one in all {
		kept.push(one);
		if kept.len() > most {
			kept.pop();
		}
	}
	kept.into_sorted_vec()
}

/// A page from the `skip`th on: the gravest first, and the oldest of those.
fn by_urgency(
	open: impl Iterator<Item = (AlertId, Severity)>,
	skip: u32,
	limit: u32,
) -> impl Iterator<Item = AlertId> {
	let most = (skip as usize).saturating_add(page(limit));
	let ordered = first(open.map(|(id, severity)| (Reverse(severity), id)), most);
	ordered.into_iter().skip(skip as usize).map(|(_, id)| id)
}

/// A page of those in which a member has this `part`, the oldest first, from number `from` on.
fn by_number(
	all: impl Iterator<Item = (NoticeId, Part)>,
	part: Part,
	from: NoticeId,
	limit: u32,
) -> Vec<NoticeId> {
	let fitting = all.filter(|(id, of)| *of == part && *id >= from).map(|(id, _)| id);
	first(fitting, page(limit))
}

impl<T: Config> Pallet<T> {
	fn rows(ids: impl Iterator<Item = AlertId>) -> Vec<Row<T>> {
		ids.filter_map(|id| Some((id, Alerts::<T>::get(id)?))).collect()
	}

	/// Alerts of `member`, a page from the `skip`th on: open ones first, the gravest and oldest of
	/// them first, then the closed ones, the last closed first.
	pub fn view_alerts(member: MemberId, skip: u32, limit: u32) -> Vec<Row<T>> {
		let mut number = 0usize;
		let open = OpenOf::<T>::iter_prefix(member).inspect(|_| number = number.saturating_add(1));
		let open: Vec<_> = by_urgency(open, skip, limit).collect();
		let closed = (0..ClosedCount::<T>::get(member))
			.rev()
			.skip((skip as usize).saturating_sub(number))
			.filter_map(|place| ClosedOf::<T>::get(member, place));
		Self::rows(open.into_iter().chain(closed).take(page(limit)))
	}

	/// Open alerts that `member` was told of as supervisor, in the same order.
	pub fn view_told(member: MemberId, skip: u32, limit: u32) -> Vec<Row<T>> {
		Self::rows(by_urgency(ToldOf::<T>::iter_prefix(member), skip, limit))
	}

	/// An alert with its history.
	pub fn view_alert(id: AlertId) -> Option<AlertInfo<T::AccountId>> {
		let alert = Alerts::<T>::get(id)?;
		let count = StepsCount::<T>::get(id).min(MAX_PAGE);
		let steps = (0..count).filter_map(|place| Steps::<T>::get(id, place)).collect();
		Some(AlertInfo { id, alert, steps })
	}

	/// What became of the alerts of `member`, by rule.
	pub fn view_tallies(member: MemberId) -> Vec<(Rule, Tally)> {
		let mut all: Vec<_> = Tallies::<T>::iter_prefix(member).collect();
		all.sort_unstable_by_key(|(rule, _)| *rule);
		all
	}

	/// Notices in which `member` has a part and for which something may still be due, the oldest
	/// first: a page from number `from` on.
	pub fn view_notices(
		member: MemberId,
		part: Part,
		from: NoticeId,
		limit: u32,
	) -> Vec<(NoticeId, Notice<T::AccountId>)> {
		let ids = by_number(NoticesOf::<T>::iter_prefix(member), part, from, limit);
		ids.into_iter().filter_map(|id| Some((id, Notices::<T>::get(id)?))).collect()
	}

	/// A notice.
	pub fn view_notice(id: NoticeId) -> Option<Notice<T::AccountId>> {
		Notices::<T>::get(id)
	}

	/// Leads in which `member` has a part and whose result is not known, the oldest first: a page
	/// from number `from` on.
	pub fn view_leads(
		member: MemberId,
		part: Part,
		from: LeadId,
		limit: u32,
	) -> Vec<(LeadId, Lead<T::AccountId>)> {
		let ids = by_number(LeadsOf::<T>::iter_prefix(member), part, from, limit);
		ids.into_iter().filter_map(|id| Some((id, Leads::<T>::get(id)?))).collect()
	}

	/// A lead.
	pub fn view_lead(id: LeadId) -> Option<Lead<T::AccountId>> {
		Leads::<T>::get(id)
	}
}
