//! Clocks and alerts.

use super::{with, Raised, Started};
use crate::mock::MockLegalTime;
use shejiao_primitives::{
	clock::{ClockId, Deadlines, KindId},
	ids::MemberId,
	oversight::{AlertId, Alerting, Rule, Severity},
	reason::Reason,
	subject::Subject,
	time::{LegalDate, LegalTime, Moment},
};
use sp_core::H256;
use sp_runtime::{DispatchError, DispatchResult};

/// Clocks that remember how they were started and ended; what is due when is not theirs to know.
pub struct MockDeadlines;

impl MockDeadlines {
	/// Days that a clock of any kind has, where somebody asks.
	pub const PERIOD: u32 = 60;

	/// Every clock so far, by number.
	pub fn all() -> Vec<Started> {
		with(|s| s.clocks.clone())
	}

	/// Refuse to start clocks from now on.
	pub fn refuse(refuse: bool) {
		with(|s| s.refuse_clocks = refuse);
	}

	fn end(kind: KindId, subject: Subject, done: Option<Moment>) {
		with(|s| {
			for clock in s.clocks.iter_mut() {
				if clock.open && clock.kind == kind && clock.subject == subject {
					clock.open = false;
					clock.done = done;
				}
			}
		});
	}
}

impl Deadlines for MockDeadlines {
	fn start(
		kind: KindId,
		subject: Subject,
		owner: MemberId,
		from: Moment,
	) -> Result<ClockId, DispatchError> {
		with(|s| {
			if s.refuse_clocks
				|| s.clocks.iter().any(|c| c.open && c.kind == kind && c.subject == subject)
			{
				return Err(DispatchError::Other("no clock"));
			}
			s.clocks.push(Started { kind, subject, owner, from, done: None, open: true });
			Ok(ClockId(s.clocks.len() as u64 - 1))
		})
	}

	fn start_until(
		kind: KindId,
		subject: Subject,
		owner: MemberId,
		last_day: LegalDate,
	) -> Result<ClockId, DispatchError> {
		Self::start(kind, subject, owner, MockLegalTime::clock().end_of(last_day))
	}

	fn open(kind: KindId, subject: Subject) -> Option<ClockId> {
		with(|s| {
			let place =
				s.clocks.iter().position(|c| c.open && c.kind == kind && c.subject == subject);
			place.map(|place| ClockId(place as u64))
		})
	}

	fn complete(kind: KindId, subject: Subject, done: Moment) -> DispatchResult {
		Self::end(kind, subject, Some(done));
		Ok(())
	}

	fn cancel(kind: KindId, subject: Subject, _: Reason) -> DispatchResult {
		Self::end(kind, subject, None);
		Ok(())
	}

	fn cancel_all(subject: Subject, _: Reason) -> DispatchResult {
		with(|s| {
			for clock in s.clocks.iter_mut().filter(|c| c.subject == subject) {
				clock.open = false;
			}
		});
		Ok(())
	}

	fn suspend_all(subject: Subject, reason: Reason) -> DispatchResult {
		with(|s| {
			let running = s.clocks.iter().filter(|c| c.open && c.subject == subject).cloned();
			let running = running.collect();
			s.suspended.push((subject, running));
		});
		Self::cancel_all(subject, reason)
	}

	fn resume_all(subject: Subject) -> DispatchResult {
		with(|s| {
			let (out, kept) =
				core::mem::take(&mut s.suspended).into_iter().partition(|(of, _)| *of == subject);
			s.suspended = kept;
			let out: Vec<(Subject, Vec<Started>)> = out;
			s.clocks.extend(out.into_iter().flat_map(|(_, clocks)| clocks));
		});
		Ok(())
	}

	fn restart(kind: KindId, subject: Subject, from: Moment) -> DispatchResult {
		with(|s| {
			for clock in s.clocks.iter_mut() {
				if clock.open && clock.kind == kind && clock.subject == subject {
					clock.from = from;
				}
			}
		});
		Ok(())
	}

	fn count(subject: Subject) -> u32 {
		with(|s| s.clocks.iter().filter(|c| c.open && c.subject == subject).count() as u32)
	}

	fn last_day(_: KindId, from: Moment) -> Option<LegalDate> {
		Some(MockLegalTime::clock().date(from).plus(Self::PERIOD))
	}
}

/// Alerts that a test can read.
pub struct MockAlerting;

impl MockAlerting {
	/// Every alert so far, by number.
	pub fn all() -> Vec<Raised> {
		with(|s| s.alerts.iter().map(|(alert, _)| *alert).collect())
	}

	/// The alerts that are open.
	pub fn open() -> Vec<Raised> {
		with(|s| s.alerts.iter().filter(|(_, open)| *open).map(|(alert, _)| *alert).collect())
	}

	/// Close an alert.
	pub fn close(alert: AlertId) {
		with(|s| s.alerts[usize::try_from(alert.0).expect("small; qed")].1 = false);
	}

	fn find(rule: Rule, source: Subject, owner: MemberId) -> Option<AlertId> {
		with(|s| {
			let wanted = (rule, owner, source);
			let place = s
				.alerts
				.iter()
				.position(|(alert, open)| *open && (alert.0, alert.2, alert.3) == wanted);
			place.map(|place| AlertId(place as u64))
		})
	}
}

impl Alerting for MockAlerting {
	fn raise(
		rule: Rule,
		severity: Severity,
		owner: MemberId,
		source: Subject,
		about: Option<H256>,
	) -> Result<AlertId, DispatchError> {
		if let Some(open) = Self::find(rule, source, owner) {
			return Ok(open);
		}
		with(|s| {
			s.alerts.push(((rule, severity, owner, source, about), true));
			Ok(AlertId(s.alerts.len() as u64 - 1))
		})
	}

	fn settle(rule: Rule, source: Subject, owner: MemberId) {
		if let Some(open) = Self::find(rule, source, owner) {
			Self::close(open);
		}
	}

	fn is_open(rule: Rule, source: Subject, owner: MemberId) -> bool {
		Self::find(rule, source, owner).is_some()
	}
}
