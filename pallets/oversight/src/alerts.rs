//! Alerts as such: raised, told of, settled, closed.

use crate::{
	default_severity, Alert, AlertStatus, Alerts, ClosedCount, ClosedOf, Config, Error, Event,
	NextAlert, OpenBySource, OpenOf, Outcome, Overseers, Pallet, Severities, Step, StepHistory,
	Steps, Tallies, Tally, ToldOf, LOG_TARGET,
};
use alloc::vec::Vec;
use frame_support::{ensure, storage::with_storage_layer};
use shejiao_primitives::{
	case::{CaseId, CaseView, PartyRoles},
	clock::{kinds, Audience, ClockId, Deadlines, KindId},
	directory::Members,
	ids::{AreaCode, MemberId},
	member::{Level, MemberKind, Profile},
	oversight::{AlertId, Alerting, Rule, Severity},
	subject::{Subject, Subjects},
	time::LegalTime,
};
use sp_core::H256;
use sp_runtime::{DispatchError, DispatchResult};

/// The clock by which an alert must be taken up: 2 hours for the gravest alone (S147), working days
/// for the others, none for what is only to be known.
pub(crate) const fn response_clock(severity: Severity) -> Option<KindId> {
	match severity {
		Severity::Information => None,
		Severity::Ordinary => Some(kinds::ALERT_ORDINARY),
		Severity::Serious => Some(kinds::ALERT_SERIOUS),
		Severity::Gravest => Some(kinds::ALERT_GRAVEST),
	}
}

/// Rules by which other pallets raise alerts, and of which the supervisor is told at once; of the
/// others when nobody responds in time. Whom the runtime's own findings tell is said where they are.
const fn tells_supervisor(rule: Rule) -> bool {
	matches!(rule, Rule::CertificateMissing | Rule::RecheckFailed)
}

/// A new alert.
pub(crate) struct Raising {
	pub rule: Rule,
	pub severity: Severity,
	pub owner: MemberId,
	/// The alert itself when `None`.
	pub source: Option<Subject>,
	pub about: Option<H256>,
	pub reporter: Option<MemberId>,
	/// Who is told, besides the owner: as many as [`MAX_TOLD`](crate::MAX_TOLD).
	pub tell: Vec<MemberId>,
}

impl<T: Config> Pallet<T> {
	/// Severity of what the pallet itself finds by `rule`.
	pub(crate) fn severity(rule: Rule) -> Severity {
		Severities::<T>::get(rule).unwrap_or(default_severity(rule))
	}

	/// Who supervises `owner` in a matter of `case`: the case's supervising party, or else its
	/// superior, or else the procuratorate of its place.
	pub(crate) fn supervisor(owner: MemberId, case: Option<CaseId>) -> Option<MemberId> {
		Self::supervising(owner, case)
			.or_else(|| T::Members::profile(owner)?.parent)
			.or_else(|| Self::overseer(owner))
	}

	/// Who takes over from `owner` in a matter of `case`: its superior, or else the procuratorate of
	/// its place, or else the case's supervising party.
	pub(crate) fn superior(owner: MemberId, case: Option<CaseId>) -> Option<MemberId> {
		T::Members::profile(owner)
			.and_then(|profile| profile.parent)
			.or_else(|| Self::overseer(owner))
			.or_else(|| Self::supervising(owner, case))
	}

	/// Whom the rule of a clock tells besides `owner`, whose head is told first: the bodies that wait
	/// for the act, then those that supervise it.
	pub(crate) fn audience(
		told: Audience,
		owner: MemberId,
		case: Option<CaseId>,
	) -> impl Iterator<Item = MemberId> {
		let party = |bit, role| {
			case.filter(|_| told.contains(bit)).and_then(|case| T::Cases::party(case, role))
		};
		let above = |bit, above: fn(MemberId, Option<CaseId>) -> Option<MemberId>| {
			told.contains(bit).then(|| above(owner, case)).flatten()
		};
		let all = [
			party(Audience::COMMISSIONING, PartyRoles::COMMISSIONING),
			party(Audience::DECIDING, PartyRoles::DECIDING),
			above(Audience::SUPERVISOR, Self::supervisor),
			above(Audience::SUPERIOR, Self::superior),
		];
		all.into_iter().flatten()
	}

	/// The supervising party of `case`. It does not supervise a procuratorate: that one has a higher
	/// one, or nobody.
	fn supervising(owner: MemberId, case: Option<CaseId>) -> Option<MemberId> {
		let kind = T::Members::profile(owner)?.kind;
		case.filter(|_| kind != MemberKind::Procuratorate)
			.and_then(|case| T::Cases::party(case, PartyRoles::SUPERVISING))
			.filter(|member| *member != owner)
	}

	/// The procuratorate of the level and place of `owner`; `None` where there is none, or `owner` is it.
	pub(crate) fn overseer(owner: MemberId) -> Option<MemberId> {
		let Profile { level, area, .. } = T::Members::profile(owner)?;
		let overseer = Overseers::<T>::get((level, area))?;
		(overseer != owner && Self::oversees(overseer, level, area)).then_some(overseer)
	}

	/// Whether `member` is a procuratorate of this level and place that belongs to the consortium.
	pub(crate) fn oversees(member: MemberId, level: Level, area: AreaCode) -> bool {
		T::Members::profile(member).is_some_and(|profile| {
			profile.kind == MemberKind::Procuratorate
				&& profile.standing.is_member()
				&& (profile.level, profile.area) == (level, area)
		})
	}

	/// Raise a new alert.
	pub(crate) fn open(new: Raising) -> Result<AlertId, DispatchError> {
		let Raising { rule, severity, owner, source, about, reporter, tell } = new;
		Self::profile(owner)?;
		let id = NextAlert::<T>::get();
		let next = id.0.checked_add(1).ok_or(Error::<T>::MaxCountExceeded)?;
		NextAlert::<T>::put(AlertId(next));
		let source = source.unwrap_or(Subject::Alert(id));
		let mut alert = Alert {
			rule,
			severity,
			owner,
			source,
			about,
			reporter,
			times: 1,
			status: AlertStatus::Open,
			clock: None,
			finding: None,
			told: Default::default(),
			corrected: false,
		};
		// A clock starts for what is there.
		Alerts::<T>::insert(id, &alert);
		alert.clock = Self::start_response(id, severity, owner);
		OpenBySource::<T>::insert((rule, source, owner), id);
		OpenOf::<T>::insert(owner, id, severity);
		Self::count(owner, rule, |tally| {
			tally.received = tally.received.saturating_add(1);
			tally.open = tally.open.saturating_add(1);
		});
		Self::note(id, Step::Raised(owner))?;
		Self::deposit_event(Event::AlertRaised {
			alert: id,
			rule,
			severity,
			owner,
			source,
			about,
			reporter,
			clock: alert.clock,
		});
		Self::tell_all(id, &mut alert, tell)?;
		Alerts::<T>::insert(id, alert);
		Ok(id)
	}

	/// Count that an open alert was raised again, and tell of it again: that somebody took it up makes
	/// nobody deaf to what comes after.
	fn repeat(id: AlertId, tell: Vec<MemberId>) -> Result<AlertId, DispatchError> {
		let mut alert = Self::live(id)?;
		alert.times = alert.times.saturating_add(1);
		Self::deposit_event(Event::AlertRepeated { alert: id, times: alert.times });
		Self::tell_all(id, &mut alert, tell)?;
		Alerts::<T>::insert(id, alert);
		Ok(id)
	}

	/// Raise an alert by what the runtime has found itself, anew or again; never fails.
	pub(crate) fn raise_found(
		rule: Rule,
		owner: MemberId,
		source: Subject,
		tell: impl IntoIterator<Item = MemberId>,
	) -> Option<AlertId> {
		let tell = tell.into_iter().collect();
		if let Some(open) = OpenBySource::<T>::get((rule, source, owner)) {
			return Self::quietly(|| Self::repeat(open, tell));
		}
		let severity = Self::severity(rule);
		let source = Some(source);
		let new = Raising { rule, severity, owner, source, about: None, reporter: None, tell };
		Self::quietly(|| Self::open(new))
	}

	/// Do `act` where nothing may fail: an error leaves nothing behind but a line in the log.
	pub(crate) fn quietly<R>(act: impl FnOnce() -> Result<R, DispatchError>) -> Option<R> {
		with_storage_layer(act)
			.inspect_err(|error| log::error!(target: LOG_TARGET, "an alert failed: {error:?}"))
			.ok()
	}

	/// Start the response clock for an owner.
	pub(crate) fn start_response(
		id: AlertId,
		severity: Severity,
		owner: MemberId,
	) -> Option<ClockId> {
		Self::start_clock(response_clock(severity)?, id, owner)
	}

	/// Start the clock of the finding for an owner that has taken an alert up. What is only to be
	/// known has none.
	pub(crate) fn start_finding(
		id: AlertId,
		severity: Severity,
		owner: MemberId,
	) -> Option<ClockId> {
		response_clock(severity)?;
		Self::start_clock(kinds::ALERT_FINDING, id, owner)
	}

	/// An alert without a clock is better than none.
	fn start_clock(kind: KindId, id: AlertId, owner: MemberId) -> Option<ClockId> {
		Self::quietly(|| T::Deadlines::start(kind, Subject::Alert(id), owner, T::Time::now()))
	}

	/// Tell each of `members` of an alert.
	fn tell_all(
		id: AlertId,
		alert: &mut Alert<T::AccountId>,
		mut members: Vec<MemberId>,
	) -> DispatchResult {
		while let Some(member) = members.first().copied() {
			Self::tell(id, alert, member)?;
			members.retain(|other| *other != member);
		}
		Ok(())
	}

	/// Tell a supervisor of an alert. The history remembers the first time.
	pub(crate) fn tell(
		id: AlertId,
		alert: &mut Alert<T::AccountId>,
		supervisor: MemberId,
	) -> DispatchResult {
		if alert.owner == supervisor {
			return Ok(());
		}
		if !alert.told.contains(&supervisor) {
			if alert.told.try_push(supervisor).is_err() {
				return Ok(());
			}
			ToldOf::<T>::insert(supervisor, id, alert.severity);
			Self::note(id, Step::Told(supervisor))?;
		}
		Self::deposit_event(Event::SupervisorTold { alert: id, supervisor });
		Ok(())
	}

	/// Append to the history of an alert.
	pub(crate) fn note(id: AlertId, step: Step<T::AccountId>) -> DispatchResult {
		let pushed = StepHistory::<T>::push(&id, T::Time::now(), step);
		Ok(pushed.map_err(|_| Error::<T>::OutOfOrder)?)
	}

	/// Change the counters of a member and rule.
	pub(crate) fn count(owner: MemberId, rule: Rule, change: impl FnOnce(&mut Tally)) {
		Tallies::<T>::mutate(owner, rule, change);
	}

	/// An alert that is not closed.
	pub(crate) fn live(id: AlertId) -> Result<Alert<T::AccountId>, DispatchError> {
		let alert = Alerts::<T>::get(id).ok_or(Error::<T>::NotFound)?;
		ensure!(alert.status != AlertStatus::Closed, Error::<T>::WrongStatus);
		Ok(alert)
	}

	/// The member for which an alert was raised: its first owner.
	pub fn raised_for(id: AlertId) -> Option<MemberId> {
		match Steps::<T>::get(id, 0)?.value {
			Step::Raised(owner) => Some(owner),
			_ => None,
		}
	}

	/// Close an alert: on its finding by an officer, or because it was settled.
	pub(crate) fn end(
		id: AlertId,
		mut alert: Alert<T::AccountId>,
		by: Option<T::AccountId>,
	) -> DispatchResult {
		let outcome = alert.finding.as_ref().map(|finding| finding.outcome);
		let place = ClosedCount::<T>::get(alert.owner);
		let next = place.checked_add(1).ok_or(Error::<T>::MaxCountExceeded)?;
		ClosedOf::<T>::insert(alert.owner, place, id);
		ClosedCount::<T>::insert(alert.owner, next);
		if let Some(first) = Self::raised_for(id) {
			OpenBySource::<T>::remove((alert.rule, alert.source, first));
		}
		OpenOf::<T>::remove(alert.owner, id);
		for supervisor in &alert.told {
			ToldOf::<T>::remove(supervisor, id);
		}
		let settled = by.is_none();
		Self::count(alert.owner, alert.rule, |tally| {
			let became = match outcome {
				_ if settled => &mut tally.settled,
				Some(Outcome::Substantiated) => &mut tally.substantiated,
				Some(Outcome::Unsubstantiated) | None => &mut tally.unsubstantiated,
			};
			*became = became.saturating_add(1);
			tally.open = tally.open.saturating_sub(1);
		});
		alert.status = AlertStatus::Closed;
		Alerts::<T>::insert(id, alert);
		Self::note(id, Step::Closed(by))
	}

	/// What the open alert of `rule` about `source` is about has been settled: noted, and closed by
	/// that where it `closes`.
	fn settled(rule: Rule, source: Subject, owner: MemberId, closes: bool) {
		let Some(id) = OpenBySource::<T>::get((rule, source, owner)) else { return };
		Self::quietly(|| {
			let alert = Self::live(id)?;
			Self::note(id, Step::Settled)?;
			if closes {
				Self::responded(id, alert.severity)?;
				Self::found(id)?;
				Self::end(id, alert, None)?;
			}
			Self::deposit_event(Event::AlertSettled { alert: id, closed: closes });
			Ok(())
		});
	}

	/// An alert was taken up, or needs not be: its response clock is complete.
	pub(crate) fn responded(id: AlertId, severity: Severity) -> DispatchResult {
		let Some(kind) = response_clock(severity) else { return Ok(()) };
		T::Deadlines::complete(kind, Subject::Alert(id), T::Time::now())
	}

	/// It is found what is in an alert, or needs not be: the clock of the finding is complete.
	pub(crate) fn found(id: AlertId) -> DispatchResult {
		T::Deadlines::complete(kinds::ALERT_FINDING, Subject::Alert(id), T::Time::now())
	}

	/// What an alert waited for was done, though late: a person still says how that came.
	pub(crate) fn done_late(rule: Rule, source: Subject, owner: MemberId) {
		Self::settled(rule, source, owner, false)
	}

	/// The case that an alert is about, where that stands in the open.
	pub fn case_of_alert(id: AlertId) -> Option<CaseId> {
		match Alerts::<T>::get(id)?.source {
			Subject::Alert(other) if other != id => match Alerts::<T>::get(other)?.source {
				Subject::Alert(_) => None,
				source => T::Subjects::case(source),
			},
			Subject::Alert(_) => None,
			source => T::Subjects::case(source),
		}
	}

	/// Whether an alert exists and is not closed.
	pub fn is_live_alert(id: AlertId) -> bool {
		Alerts::<T>::get(id).is_some_and(|alert| alert.status != AlertStatus::Closed)
	}

	/// A validator of `member` has signed two blocks or votes for one place.
	pub fn equivocated(member: MemberId) {
		let tell = Self::supervisor(member, None);
		Self::raise_found(Rule::Equivocation, member, Subject::Member(member), tell);
	}
}

impl<T: Config> Alerting for Pallet<T> {
	fn raise(
		rule: Rule,
		severity: Severity,
		owner: MemberId,
		source: Subject,
		about: Option<H256>,
	) -> Result<AlertId, DispatchError> {
		let tell = tells_supervisor(rule)
			.then(|| Self::supervisor(owner, T::Subjects::case(source)))
			.flatten()
			.into_iter()
			.collect();
		if let Some(open) = OpenBySource::<T>::get((rule, source, owner)) {
			return Self::repeat(open, tell);
		}
		let severity = Severities::<T>::get(rule).unwrap_or(severity);
		let source = Some(source);
		Self::open(Raising { rule, severity, owner, source, about, reporter: None, tell })
	}

	fn settle(rule: Rule, source: Subject, owner: MemberId) {
		Self::settled(rule, source, owner, true)
	}

	fn is_open(rule: Rule, source: Subject, owner: MemberId) -> bool {
		OpenBySource::<T>::contains_key((rule, source, owner))
	}
}
