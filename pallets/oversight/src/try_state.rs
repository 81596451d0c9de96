//! What always holds.

use crate::{
	alerts::response_clock, Alert, AlertStatus, Alerts, ClosedCount, ClosedOf, Config, Leads,
	LeadsOf, NextAlert, NextNotice, NoticeStatus, Notices, NoticesOf, OpenBySource, OpenOf,
	Outcome, Overseers, Pallet, Part, RefusalThresholds, Step, StepHistory, Steps, StepsCount,
	Sweep, Tallies, Tally, ToldOf, UploadLimits, UploadSweep,
};
use alloc::collections::BTreeMap;
use frame_support::ensure;
use shejiao_primitives::{
	clock::{kinds, Deadlines},
	directory::Members,
	ids::MemberId,
	member::MemberKind,
	oversight::{AlertId, NoticeId, Rule, Severity},
	subject::Subject,
	time::LegalTime,
};
use sp_runtime::TryRuntimeError;

/// What the alerts themselves say of each index.
#[derive(Default)]
struct Expected {
	open: BTreeMap<(MemberId, AlertId), Severity>,
	told: BTreeMap<(MemberId, AlertId), Severity>,
	by_source: BTreeMap<(Rule, Subject, MemberId), AlertId>,
	closed: BTreeMap<MemberId, u32>,
	tallies: BTreeMap<(MemberId, Rule), Tally>,
}

fn bump(count: &mut u32) {
	*count = count.saturating_add(1);
}

impl<T: Config> Pallet<T> {
	/// Check the invariants.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_alerts()?;
		Self::check_notices()?;
		Self::check_leads()?;
		Self::check_parameters()
	}

	fn check_alerts() -> Result<(), TryRuntimeError> {
		let mut expected = Expected::default();
		let mut number = 0u64;
		for (id, alert) in Alerts::<T>::iter() {
			number = number.saturating_add(1);
			ensure!(id < NextAlert::<T>::get(), "oversight: an alert from the future");
			StepHistory::<T>::check(&id)?;
			let (mut owner, mut raised_for) = (None, None);
			let steps = (0..StepsCount::<T>::get(id))
				.filter_map(|place| Some((place, Steps::<T>::get(id, place)?)));
			for (place, step) in steps {
				match step.value {
					Step::Raised(first) => {
						ensure!(place == 0, "oversight: an alert was raised in its middle");
						(owner, raised_for) = (Some(first), Some(first));
						bump(
							&mut expected.tallies.entry((first, alert.rule)).or_default().received,
						);
					},
					Step::Escalated(_, to) => {
						if let Some(from) = owner.replace(to) {
							let tally = expected.tallies.entry((from, alert.rule)).or_default();
							bump(&mut tally.escalated);
						}
						bump(&mut expected.tallies.entry((to, alert.rule)).or_default().received);
					},
					_ => {},
				}
			}
			ensure!(
				owner == Some(alert.owner),
				"oversight: the owner of an alert is not the one that its history names"
			);
			let last = StepHistory::<T>::current(&id);
			let closed = matches!(last, Some(Step::Closed(_)));
			ensure!(
				closed == (alert.status == AlertStatus::Closed),
				"oversight: an alert is not as far as its history says"
			);
			let by_rule = closed && matches!(last, Some(Step::Closed(None)));
			let found = alert.finding.is_some();
			ensure!(
				match alert.status {
					AlertStatus::Open | AlertStatus::Acknowledged => !found,
					AlertStatus::Found => found,
					AlertStatus::Closed => found || by_rule,
				},
				"oversight: the finding of an alert does not fit its status"
			);
			let tally = expected.tallies.entry((alert.owner, alert.rule)).or_default();
			if closed {
				ensure!(
					T::Deadlines::count(Subject::Alert(id)) == 0,
					"oversight: a closed alert has an open clock"
				);
				bump(match alert.finding.as_ref().map(|finding| finding.outcome) {
					_ if by_rule => &mut tally.settled,
					Some(Outcome::Substantiated) => &mut tally.substantiated,
					_ => &mut tally.unsubstantiated,
				});
				bump(expected.closed.entry(alert.owner).or_default());
				continue;
			}
			bump(&mut tally.open);
			Self::check_clock(id, &alert)?;
			expected.open.insert((alert.owner, id), alert.severity);
			for told in &alert.told {
				ensure!(*told != alert.owner, "oversight: the owner was told as supervisor");
				expected.told.insert((*told, id), alert.severity);
			}
			let raised_for = raised_for.ok_or("oversight: an alert was raised for nobody")?;
			ensure!(
				expected.by_source.insert((alert.rule, alert.source, raised_for), id).is_none(),
				"oversight: two alerts of a rule are open for a source and member"
			);
		}
		ensure!(number == NextAlert::<T>::get().0, "oversight: an alert is missing");
		Self::compare(expected)
	}

	/// An open alert that is not only to be known has the clock of what is due next. Of what is about a
	/// case the owner may have ended the clock itself, by a record of the case.
	fn check_clock(id: AlertId, alert: &Alert<T::AccountId>) -> Result<(), TryRuntimeError> {
		let due = match alert.status {
			AlertStatus::Open => response_clock(alert.severity),
			AlertStatus::Acknowledged => {
				response_clock(alert.severity).map(|_| kinds::ALERT_FINDING)
			},
			AlertStatus::Found | AlertStatus::Closed => None,
		};
		let started = alert.clock.is_some() && Self::case_of_alert(id).is_none();
		let runs = |kind| T::Deadlines::open(kind, Subject::Alert(id)).is_some();
		ensure!(
			due.filter(|_| started).is_none_or(runs),
			"oversight: an alert has no clock for what is due"
		);
		Ok(())
	}

	fn compare(expected: Expected) -> Result<(), TryRuntimeError> {
		ensure!(
			OpenOf::<T>::iter().map(|(m, id, s)| ((m, id), s)).collect::<BTreeMap<_, _>>()
				== expected.open,
			"oversight: the open alerts of members are not what iteration finds"
		);
		ensure!(
			ToldOf::<T>::iter().map(|(m, id, s)| ((m, id), s)).collect::<BTreeMap<_, _>>()
				== expected.told,
			"oversight: the alerts told to supervisors are not what iteration finds"
		);
		ensure!(
			OpenBySource::<T>::iter().collect::<BTreeMap<_, _>>() == expected.by_source,
			"oversight: the open alerts by source are not what iteration finds"
		);
		ensure!(
			Tallies::<T>::iter().map(|(m, r, t)| ((m, r), t)).collect::<BTreeMap<_, _>>()
				== expected.tallies,
			"oversight: the tallies are not what iteration finds"
		);
		ensure!(
			ClosedCount::<T>::iter().collect::<BTreeMap<_, _>>() == expected.closed,
			"oversight: the counters of closed alerts are not what iteration finds"
		);
		for (member, place, id) in ClosedOf::<T>::iter() {
			ensure!(
				place < ClosedCount::<T>::get(member)
					&& Alerts::<T>::get(id).is_some_and(|alert| {
						alert.owner == member && alert.status == AlertStatus::Closed
					}),
				"oversight: a closed alert in the list of a member is none"
			);
		}
		let listed = ClosedOf::<T>::iter().count() as u64;
		let closed = expected.closed.values().fold(0u64, |sum, n| sum.saturating_add((*n).into()));
		ensure!(listed == closed, "oversight: a closed alert is missing in its owner's list");
		for id in StepsCount::<T>::iter_keys() {
			ensure!(Alerts::<T>::contains_key(id), "oversight: a history without an alert");
		}
		Ok(())
	}

	fn check_notices() -> Result<(), TryRuntimeError> {
		let mut parts = BTreeMap::<(MemberId, NoticeId), Part>::new();
		let (mut number, next) = (0u64, NextNotice::<T>::get());
		for (id, notice) in Notices::<T>::iter() {
			number = number.saturating_add(1);
			ensure!(id < next, "oversight: a notice from the future");
			ensure!(notice.issuer != notice.addressee, "oversight: a notice to oneself");
			let answered = matches!(notice.status, NoticeStatus::Answered | NoticeStatus::Closed);
			ensure!(
				!answered || !notice.replies.is_empty(),
				"oversight: an answered notice without a reply"
			);
			let early = matches!(notice.status, NoticeStatus::Issued | NoticeStatus::UnderReview);
			ensure!(
				!early || notice.replies.is_empty(),
				"oversight: a notice to be answered has a reply"
			);
			let decided = notice.review.as_ref().and_then(|review| review.decided);
			let mut before = decided.map_or(notice.issued, |(on, _)| on.max(notice.issued));
			for reply in &notice.replies {
				ensure!(reply.replied >= before, "oversight: replies are not in the order of days");
				before = reply.replied;
			}
			// Of what is about a case the addressee may have ended the clock itself.
			let awaited = notice.status == NoticeStatus::Issued
				&& Self::case_of_paper(&notice.paper).is_none();
			let runs = T::Deadlines::open(notice.kind.reply_clock(), Subject::Notice(id)).is_some();
			ensure!(!awaited || runs, "oversight: a notice that waits for a reply has no clock");
			let pending = notice.review.as_ref().is_some_and(|review| review.decided.is_none());
			ensure!(
				pending == (notice.status == NoticeStatus::UnderReview)
					|| notice.status == NoticeStatus::Withdrawn,
				"oversight: the review of a notice does not fit its status"
			);
			if notice.status.is_live() {
				parts.insert((notice.issuer, id), Part::Sender);
				parts.insert((notice.addressee, id), Part::Addressee);
				if let Some(superior) = notice.reported_to {
					parts.insert((superior, id), Part::Superior);
				}
			} else {
				ensure!(
					T::Deadlines::count(Subject::Notice(id)) == 0,
					"oversight: a notice that is over has an open clock"
				);
			}
		}
		for id in Leads::<T>::iter_keys() {
			number = number.saturating_add(1);
			ensure!(id < next, "oversight: a lead from the future");
			ensure!(!Notices::<T>::contains_key(id), "oversight: a lead has a notice's number");
		}
		ensure!(number == next.0, "oversight: a notice or lead is missing");
		ensure!(
			NoticesOf::<T>::iter().map(|(m, id, p)| ((m, id), p)).collect::<BTreeMap<_, _>>()
				== parts,
			"oversight: the notices of members are not what iteration finds"
		);
		Ok(())
	}

	fn check_leads() -> Result<(), TryRuntimeError> {
		let mut parts = BTreeMap::<(MemberId, NoticeId), Part>::new();
		for (id, lead) in Leads::<T>::iter() {
			ensure!(lead.from != lead.to, "oversight: a lead to oneself");
			ensure!(
				lead.result.is_none() || lead.acknowledged.is_some(),
				"oversight: a result of a lead that nobody acknowledged"
			);
			if lead.acknowledged.is_some() {
				ensure!(
					T::Deadlines::count(Subject::Notice(id)) == 0,
					"oversight: an acknowledged lead has an open clock"
				);
			}
			if lead.result.is_none() {
				parts.insert((lead.from, id), Part::Sender);
				parts.insert((lead.to, id), Part::Addressee);
			}
		}
		ensure!(
			LeadsOf::<T>::iter().map(|(m, id, p)| ((m, id), p)).collect::<BTreeMap<_, _>>()
				== parts,
			"oversight: the leads of members are not what iteration finds"
		);
		Ok(())
	}

	fn check_parameters() -> Result<(), TryRuntimeError> {
		ensure!(RefusalThresholds::<T>::get().are_valid(), "oversight: a threshold is 0");
		for overseer in Overseers::<T>::iter_values() {
			let kind = T::Members::profile(overseer).map(|profile| profile.kind);
			ensure!(
				kind == Some(MemberKind::Procuratorate),
				"oversight: who oversees a place is no procuratorate"
			);
		}
		ensure!(
			UploadLimits::<T>::iter_values().all(|days| days > 0),
			"oversight: an upload limit is 0"
		);
		let Sweep { date, seen, resumed, .. } = UploadSweep::<T>::get();
		ensure!(
			date <= seen && resumed <= seen && seen <= T::Time::today(),
			"oversight: uploads of a day that has not come were looked at"
		);
		Ok(())
	}
}
