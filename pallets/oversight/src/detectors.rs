//! What the runtime finds by itself: clocks, uploads, refusals, corrected sources.

use crate::{
	Alerts, Config, Error, Event, NoticeStatus, Notices, Overseers, Pallet, Paper,
	RefusalThresholds, RefusalsOf, Severities, Step, Sweep, Thresholds, UploadLimits, UploadSweep,
	Uploads, WatchedSince, WeightInfo,
};
use frame_support::{ensure, traits::Get, weights::Weight};
use shejiao_primitives::{
	attempt::{OnRefusal, RefusalKind},
	clock::{Audience, ClockId, ClockState, KindId},
	directory::Members,
	ids::MemberId,
	member::{Level, MemberKind, Profile},
	oversight::{AlertId, Alerting, NoticeId, OnClock, Rule, Severity},
	record::{Correctable, RecordId, RecordIndex, RecordStatus},
	subject::{Subject, Subjects},
	time::{LegalDate, LegalTime},
};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// Look at some members, once through all of them a day: at their uploads, and at who oversees
	/// a place.
	///
	/// A day that begins while the members are looked at does not begin the look anew: where days
	/// are short the last members must come up as well.
	///
	/// A whole day without a block means that the chain stood still, and nobody could anchor anything.
	pub(crate) fn sweep() -> Weight {
		let today = T::Time::today();
		let mut sweep = UploadSweep::<T>::get();
		let stood_still = today > sweep.seen.plus(1);
		sweep.seen = today;
		if stood_still {
			sweep.resumed = today;
		}
		let mut member = match sweep {
			Sweep { next: Some(member), .. } => member,
			Sweep { date, next: None, .. } if date != today => {
				sweep.date = today;
				MemberId(0)
			},
			_ => return T::WeightInfo::sweep(0),
		};
		let mut looked = 0;
		sweep.next = None;
		while let Some(profile) = T::Members::profile(member) {
			if looked == T::MaxSweep::get() {
				sweep.next = Some(member);
				break;
			}
			looked = looked.saturating_add(1);
			Self::keep_overseer(member, &profile);
			Self::look_at(member, &profile, sweep.resumed, today);
			match member.0.checked_add(1) {
				Some(next) => member = MemberId(next),
				None => break,
			}
		}
		UploadSweep::<T>::put(sweep);
		T::WeightInfo::sweep(looked)
	}

	/// Remember a procuratorate as that of its level and place: the first one, while it is.
	fn keep_overseer(member: MemberId, profile: &Profile) {
		let (level, area) = (profile.level, profile.area);
		let taken = || {
			let overseer = Overseers::<T>::get((level, area));
			overseer.is_some_and(|overseer| Self::oversees(overseer, level, area))
		};
		if Self::oversees(member, level, area) && !taken() {
			Overseers::<T>::insert((level, area), member);
		}
	}

	/// Raise an alert if `member` has anchored nothing for too long, or close it when it has again. It
	/// could not before the day on which the chain `resumed`.
	fn look_at(member: MemberId, profile: &Profile, resumed: LegalDate, today: LegalDate) {
		let serves = profile.standing.is_member() || profile.kind.is_statutory();
		let limit = UploadLimits::<T>::get((profile.kind, profile.level));
		let Some(limit) = limit.filter(|_| serves) else { return };
		let since = T::Uploads::last_upload(member).unwrap_or_else(|| {
			WatchedSince::<T>::get(member).unwrap_or_else(|| {
				WatchedSince::<T>::insert(member, today);
				today
			})
		});
		if today > since.max(resumed).plus(limit) {
			Self::raise_found(Rule::UploadGap, member, Subject::Member(member), None);
		} else {
			Self::settle(Rule::UploadGap, Subject::Member(member), member);
		}
	}

	/// Set the severity of what is found by a rule, or leave it to the rule again.
	pub(crate) fn do_set_severity(rule: Rule, to: Option<Severity>) -> DispatchResult {
		let from = Severities::<T>::get(rule);
		ensure!(from != to, Error::<T>::NothingToChange);
		Severities::<T>::set(rule, to);
		Self::deposit_event(Event::SeveritySet { rule, from, to });
		Ok(())
	}

	/// Set how many refusals of a day raise an alert.
	pub(crate) fn do_set_thresholds(to: Thresholds) -> DispatchResult {
		ensure!(to.are_valid(), Error::<T>::ThresholdOutOfBounds);
		let from = RefusalThresholds::<T>::get();
		ensure!(from != to, Error::<T>::NothingToChange);
		RefusalThresholds::<T>::put(to);
		Self::deposit_event(Event::ThresholdsSet { from, to });
		Ok(())
	}

	/// Set how long a kind of member may anchor nothing.
	pub(crate) fn do_set_upload_limit(
		kind: MemberKind,
		level: Level,
		to: Option<u32>,
	) -> DispatchResult {
		ensure!(to != Some(0), Error::<T>::ThresholdOutOfBounds);
		let from = UploadLimits::<T>::get((kind, level));
		ensure!(from != to, Error::<T>::NothingToChange);
		UploadLimits::<T>::set((kind, level), to);
		Self::deposit_event(Event::UploadLimitSet { kind, level, from, to });
		Ok(())
	}

	/// Nobody of the owner took an alert up, or found what is in it, in time: its supervisor is told.
	/// There is no alert about an alert.
	fn overdue(id: AlertId) {
		Self::quietly(|| {
			let mut alert = Self::live(id)?;
			if let Some(supervisor) = Self::supervisor(alert.owner, Self::case_of_alert(id)) {
				Self::tell(id, &mut alert, supervisor)?;
				Alerts::<T>::insert(id, alert);
			}
			Ok(())
		});
	}

	/// A clock has run out that `waiting` waits for, besides those that its rule names.
	fn ran_out(
		clock: ClockId,
		subject: Subject,
		owner: MemberId,
		waiting: Option<MemberId>,
		told: Audience,
	) {
		let source = Subject::Clock(clock);
		Self::settle(Rule::ClockWarning, source, owner);
		let audience = Self::audience(told, owner, T::Subjects::case(subject));
		Self::raise_found(Rule::ClockExpired, owner, source, waiting.into_iter().chain(audience));
	}

	/// A clock that had run out runs again: nothing was late.
	fn runs_again(clock: ClockId, subject: Subject, owner: MemberId) {
		Self::settle(Rule::ClockExpired, Subject::Clock(clock), owner);
		let Subject::Notice(id) = subject else { return };
		Notices::<T>::mutate(id, |notice| {
			if let Some(notice) = notice.as_mut().filter(|notice| notice.addressee == owner) {
				notice.urged = None;
			}
		});
		Self::settle(Rule::NoticeUnanswered, subject, owner);
	}
}

impl<T: Config> OnClock for Pallet<T> {
	fn warned(
		clock: ClockId,
		_: Option<KindId>,
		subject: Subject,
		owner: MemberId,
		told: Audience,
	) {
		if !matches!(subject, Subject::Alert(_)) {
			let audience = Self::audience(told, owner, T::Subjects::case(subject));
			Self::raise_found(Rule::ClockWarning, owner, Subject::Clock(clock), audience);
		}
	}

	fn expired(
		clock: ClockId,
		_: Option<KindId>,
		subject: Subject,
		owner: MemberId,
		told: Audience,
	) {
		match subject {
			Subject::Alert(id) => Self::overdue(id),
			Subject::Notice(id) => match Notices::<T>::get(id) {
				// The review clock is the issuer's; that of a reply stands still during a review.
				Some(notice) if owner == notice.addressee => {
					Self::settle(Rule::ClockWarning, Subject::Clock(clock), owner);
					if notice.status == NoticeStatus::Issued {
						Self::urge(id, notice, told);
					}
				},
				Some(notice) => Self::ran_out(clock, subject, owner, Some(notice.addressee), told),
				None => {
					let giver = crate::Leads::<T>::get(id).map(|lead| lead.from);
					Self::ran_out(clock, subject, owner, giver, told)
				},
			},
			_ => Self::ran_out(clock, subject, owner, None, told),
		}
	}

	fn moved(
		clock: ClockId,
		_: Option<KindId>,
		subject: Subject,
		owner: MemberId,
		was: ClockState,
		is: ClockState,
	) {
		if was == is || matches!(subject, Subject::Alert(_)) {
			return;
		}
		match was {
			ClockState::Warned => Self::settle(Rule::ClockWarning, Subject::Clock(clock), owner),
			ClockState::Expired => Self::runs_again(clock, subject, owner),
			ClockState::Running => {},
		}
	}

	fn closed(clock: ClockId, _: Option<KindId>, subject: Subject, owner: MemberId) {
		// About response clocks there are no alerts.
		if !matches!(subject, Subject::Alert(_)) {
			Self::settle(Rule::ClockWarning, Subject::Clock(clock), owner);
			Self::done_late(Rule::ClockExpired, Subject::Clock(clock), owner);
		}
	}
}

impl<T: Config> OnRefusal for Pallet<T> {
	fn refused(member: MemberId, what: RefusalKind) {
		let today = T::Time::today();
		let mut count = RefusalsOf::<T>::get(member);
		if count.date != today {
			count = crate::Refusals { date: today, ..Default::default() };
		}
		let thresholds = RefusalThresholds::<T>::get();
		let (times, threshold, rule) = match what {
			RefusalKind::OutsideDuty => {
				(&mut count.outside_duty, thresholds.outside_duty, Rule::AttemptOutsideDuty)
			},
			RefusalKind::SelfDealing => {
				(&mut count.self_dealing, thresholds.self_dealing, Rule::SelfDealing)
			},
		};
		*times = times.saturating_add(1);
		let times = *times;
		RefusalsOf::<T>::insert(member, count);
		if times < threshold {
			return;
		}
		let source = Subject::Member(member);
		let (owner, tell) = match what {
			RefusalKind::OutsideDuty => (member, None),
			// Nobody finds what is in an alert about itself: who is above looks at it.
			RefusalKind::SelfDealing => {
				(Self::superior(member, None).unwrap_or(member), Self::overseer(member))
			},
		};
		// Of an open alert it is told again as often as the threshold is reached, not at every attempt.
		if times.checked_rem(threshold) == Some(0) || !Self::is_open(rule, source, owner) {
			Self::raise_found(rule, owner, source, tell);
		}
	}

	fn weight() -> Weight {
		T::WeightInfo::refused()
	}
}

impl<T: Config> Correctable for Pallet<T> {
	fn source_changed(dependant: Subject, source: RecordId, to: RecordStatus) {
		let stands = to.is_evidence();
		let owner = match dependant {
			Subject::Alert(id) => Self::finding_changed(id, source, stands),
			Subject::Notice(id) => Self::notice_changed(id, source, stands),
			_ => None,
		};
		let Some(owner) = owner else { return };
		Self::deposit_event(Event::SourceCorrected { dependant, source, to });
		if stands {
			return;
		}
		if let Subject::Alert(id) = dependant {
			Self::quietly(|| Self::note(id, Step::SourceCorrected(source)));
		}
		Self::raise_found(Rule::SourceCorrected, owner, dependant, None);
	}
}

impl<T: Config> Pallet<T> {
	/// Mark an alert whose finding rests on `source`, or take the mark away. Gives whose finding it is;
	/// `None` where nothing changes. What an earlier finding rested on is no matter any more.
	fn finding_changed(id: AlertId, source: RecordId, stands: bool) -> Option<MemberId> {
		let mut alert = Alerts::<T>::get(id)?;
		let finding = alert.finding.as_ref()?;
		if finding.paper != Paper::Record(source) || (stands && !alert.corrected) {
			return None;
		}
		let owner = alert.owner;
		alert.corrected = !stands;
		Alerts::<T>::insert(id, alert);
		Some(owner)
	}

	/// As [`Self::finding_changed`], of a notice: of its text and the decision on a review the issuer,
	/// of a reply and the request for a review the addressee.
	fn notice_changed(id: NoticeId, source: RecordId, stands: bool) -> Option<MemberId> {
		let mut notice = Notices::<T>::get(id)?;
		let marked = notice.corrected.iter().position(|record| *record == source);
		match (stands, marked) {
			(true, None) => return None,
			(true, Some(place)) => {
				notice.corrected.remove(place);
			},
			(false, Some(_)) => {},
			// There is room for all the papers that a notice rests on.
			(false, None) => {
				let _ = notice.corrected.try_push(source);
			},
		}
		let (issuer, addressee) = (notice.issuer, notice.addressee);
		Notices::<T>::insert(id, notice);
		let author = T::Records::facts(source).map(|facts| facts.author);
		Some(if author == Some(issuer) { issuer } else { addressee })
	}
}
