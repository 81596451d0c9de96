//! Intervals of a case: measures, the held end, exit ban, restrictions.

use crate::{
	permissions::{interval_row, IntervalRow},
	types::{Interval, IntervalKind, OpenInterval, MAX_RESTRICTIONS},
	AccountIdOf, Act, Cases, Config, Error, Event, Intervals, Pallet, RecordOf,
};
use frame_support::ensure;
use shejiao_primitives::{
	case::CaseId,
	clock::{kinds, Deadlines},
	oversight::{Alerting, Rule},
	reason::Reason,
	record::RecordId,
	subject::Subject,
	time::{LegalDate, LegalTime},
};
use sp_core::H256;
use sp_runtime::{ArithmeticError, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_open_interval(
		who: AccountIdOf<T>,
		case: CaseId,
		kind: IntervalKind,
		cause: H256,
		act_date: LegalDate,
		evidence: RecordId,
	) -> DispatchResult {
		let row = interval_row(kind);
		let mut record = Self::may_open(&who, case, row)?;
		Self::ensure_past(act_date)?;
		Self::ensure_evidence(evidence, case, row.evidence, act_date)?;
		match kind {
			IntervalKind::Restriction => {
				ensure!(!Self::is_restricted_by(case, &record, cause), Error::<T>::AlreadyExists);
			},
			IntervalKind::EndHeld => {
				let in_time = record.term.is_some_and(|term| act_date <= term.last_day);
				ensure!(in_time, Error::<T>::TermOver);
			},
			IntervalKind::Measure | IntervalKind::ExitBan => (),
		}
		let begun = Self::act(&who, act_date, Some(evidence));
		Self::open(case, &mut record, kind, cause, begun)?;
		if kind == IntervalKind::EndHeld {
			let subject = Subject::Case(case);
			T::Deadlines::cancel(kinds::CERTIFICATE, subject, Reason::Judgment)?;
			T::Deadlines::cancel(kinds::END_NOTICES, subject, Reason::Judgment)?;
			T::Alerts::settle(Rule::CertificateMissing, subject, record.executing);
		}
		Self::reschedule(case, &mut record);
		Cases::<T>::insert(case, record);
		Ok(())
	}

	/// The case, if `who` may open an interval of `row` in it now, dates and evidence apart.
	pub(crate) fn may_open(
		who: &AccountIdOf<T>,
		case: CaseId,
		row: &IntervalRow,
	) -> Result<RecordOf<T>, Error<T>> {
		let (record, _) = Self::acting(who, case, row.open)?;
		Self::ensure_stage(&record, row.opens_at)?;
		ensure!(row.several || !record.has(row.kind), Error::AlreadyExists);
		if row.kind == IntervalKind::EndHeld {
			let over = record.stage.is_over();
			ensure!(!over || Self::ended_by_rule(case), Error::WrongStage);
			ensure!(record.term.is_some(), Error::TermMissing);
		}
		Ok(record)
	}

	/// Whether a restriction is open for `cause`.
	fn is_restricted_by(case: CaseId, record: &RecordOf<T>, cause: H256) -> bool {
		record
			.open
			.iter()
			.filter(|open| open.kind == IntervalKind::Restriction)
			.filter_map(|open| Intervals::<T>::get(case, open.number))
			.any(|interval| interval.cause == cause)
	}

	/// Open an interval. The caller stores the case.
	pub(crate) fn open(
		case: CaseId,
		record: &mut RecordOf<T>,
		kind: IntervalKind,
		cause: H256,
		begun: Act<AccountIdOf<T>>,
	) -> DispatchResult {
		let full =
			kind == IntervalKind::Restriction && record.restrictions() >= MAX_RESTRICTIONS as usize;
		ensure!(!full, Error::<T>::MaxIntervalsExceeded);
		let number = record.intervals;
		record.intervals = number.checked_add(1).ok_or(ArithmeticError::Overflow)?;
		record
			.open
			.try_push(OpenInterval { kind, number })
			.map_err(|_| Error::<T>::MaxIntervalsExceeded)?;
		Self::link(&[begun.evidence], Subject::Case(case))?;
		let (act_date, evidence) = (begun.date, begun.evidence);
		if let Some(by) = begun.by.clone() {
			Self::deposit_event(Event::IntervalOpened {
				case,
				number,
				kind,
				cause,
				act_date,
				evidence,
				by,
			});
		}
		Intervals::<T>::insert(case, number, Interval { kind, cause, begun, ended: None });
		Ok(())
	}

	pub(crate) fn do_close_interval(
		who: AccountIdOf<T>,
		case: CaseId,
		number: u32,
		act_date: LegalDate,
		evidence: RecordId,
	) -> DispatchResult {
		let actor = Self::actor(&who)?;
		let mut record = Cases::<T>::get(case).ok_or(Error::<T>::NotAuthorized)?;
		ensure!(Self::takes_part(&actor, &record), Error::<T>::NotAuthorized);
		let interval = Intervals::<T>::get(case, number).ok_or(Error::<T>::NotFound)?;
		ensure!(interval.ended.is_none(), Error::<T>::NotFound);
		let row = interval_row(interval.kind);
		Self::may_close(&who, case, row)?;
		Self::ensure_past(act_date)?;
		ensure!(interval.begun.date <= act_date, Error::<T>::ActTooEarly);
		ensure!(interval.begun.evidence != Some(evidence), Error::<T>::SameEvidence);
		Self::ensure_evidence(evidence, case, row.evidence, act_date)?;
		Self::link(&[Some(evidence)], Subject::Case(case))?;
		let kind = interval.kind;
		let ended = Some(Self::act(&who, act_date, Some(evidence)));
		Intervals::<T>::insert(case, number, Interval { ended, ..interval });
		record.open.retain(|open| open.number != number);
		Self::deposit_event(Event::IntervalClosed {
			case,
			number,
			kind,
			act_date,
			evidence,
			by: who,
		});
		if kind == IntervalKind::EndHeld {
			return Self::release_end(case, record);
		}
		Self::reschedule(case, &mut record);
		Cases::<T>::insert(case, record);
		Ok(())
	}

	/// The case, if `who` may close an interval of `row` in it now, dates and evidence apart. In a merged
	/// one too: whatever is open can be closed.
	pub(crate) fn may_close(
		who: &AccountIdOf<T>,
		case: CaseId,
		row: &IntervalRow,
	) -> Result<RecordOf<T>, Error<T>> {
		Self::permitted(who, case, row.close).map(|(record, _)| record)
	}

	/// The end is held no longer: a term whose last day is over ends at once.
	fn release_end(case: CaseId, mut record: RecordOf<T>) -> DispatchResult {
		Self::restart_end_clocks(case, &record)?;
		let over = record.term.is_some_and(|term| term.last_day < T::Time::today());
		if over && record.ends_by_rule() {
			Self::end_by_rule(case, record);
		} else {
			Self::reschedule(case, &mut record);
			Cases::<T>::insert(case, record);
		}
		Ok(())
	}
}
