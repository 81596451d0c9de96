//! The term (L39): computed by one officer, confirmed by a second, computed again when it changes;
//! the certificate of its end.

use crate::{
	permissions::{CERTIFY, COMPUTE, CONFIRM},
	transitions::RUNNING,
	types::{Act, ConfirmedTerm, IntervalKind, Term},
	AccountIdOf, Cases, Config, Error, Event, Pallet, RecordOf, Terms,
};
use frame_support::{ensure, traits::Get};
use shejiao_primitives::{
	case::CaseId,
	clock::{kinds, Deadlines},
	oversight::{Alerting, Rule},
	reason::Reason,
	record::{classes, RecordId},
	subject::Subject,
	time::{LegalDate, LegalTime},
};
use sp_core::H256;
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_compute_term(
		who: AccountIdOf<T>,
		case: CaseId,
		last_day: LegalDate,
		calculation: H256,
		act_date: LegalDate,
		evidence: RecordId,
	) -> DispatchResult {
		let mut record = Self::may_compute(&who, case)?;
		Self::ensure_past(act_date)?;
		ensure!(Self::in_range(last_day), Error::<T>::TermOutOfRange);
		Self::ensure_evidence(evidence, case, &[classes::DECISIONS], act_date)?;
		let computed = Self::act(&who, act_date, Some(evidence));
		let version = Self::add_term(case, &mut record, last_day, calculation, computed)?;
		Cases::<T>::insert(case, record);
		let evidence = Some(evidence);
		Self::deposit_event(Event::TermComputed {
			case,
			version,
			last_day,
			calculation,
			evidence,
			by: who,
		});
		Ok(())
	}

	/// The case, if `who` may compute its term now, dates and evidence apart.
	pub(crate) fn may_compute(who: &AccountIdOf<T>, case: CaseId) -> Result<RecordOf<T>, Error<T>> {
		let (record, _) = Self::acting(who, case, COMPUTE.who)?;
		Self::ensure_stage(&record, RUNNING)?;
		Ok(record)
	}

	/// Whether a term may end on `last_day`.
	pub(crate) fn in_range(last_day: LegalDate) -> bool {
		T::Time::today().0.abs_diff(last_day.0) <= T::MaxTermDays::get()
	}

	/// Append a version that is not confirmed.
	pub(crate) fn add_term(
		case: CaseId,
		record: &mut RecordOf<T>,
		last_day: LegalDate,
		calculation: H256,
		computed: Act<AccountIdOf<T>>,
	) -> Result<u32, sp_runtime::DispatchError> {
		let version = record.terms;
		record.terms = version.checked_add(1).ok_or(sp_runtime::ArithmeticError::Overflow)?;
		Self::link(&[computed.evidence], Subject::Term(case, version))?;
		Terms::<T>::insert(
			case,
			version,
			Term { last_day, calculation, computed, confirmed: None },
		);
		Ok(version)
	}

	pub(crate) fn do_confirm_term(
		who: AccountIdOf<T>,
		case: CaseId,
		version: u32,
	) -> DispatchResult {
		let (mut record, term) = Self::may_confirm(&who, case, Some(version))?;
		let confirmed = Self::act(&who, T::Time::today(), term.computed.evidence);
		Self::hold_term(case, &mut record, version, term, confirmed)?;
		Self::reschedule(case, &mut record);
		Cases::<T>::insert(case, record);
		Ok(())
	}

	/// The case and the last version of its term, if `who` may confirm that; `version` must be it.
	pub(crate) fn may_confirm(
		who: &AccountIdOf<T>,
		case: CaseId,
		version: Option<u32>,
	) -> Result<(RecordOf<T>, Term<AccountIdOf<T>>), Error<T>> {
		let (record, _) = Self::acting(who, case, CONFIRM.who)?;
		Self::ensure_stage(&record, RUNNING)?;
		let last = record.terms.checked_sub(1).ok_or(Error::NothingToConfirm)?;
		ensure!(version.is_none_or(|version| version == last), Error::NothingToConfirm);
		let term = Terms::<T>::get(case, last).ok_or(Error::NothingToConfirm)?;
		ensure!(term.confirmed.is_none(), Error::NothingToConfirm);
		ensure!(term.computed.by.as_ref() != Some(who), Error::SameOfficer);
		if let Some(evidence) = term.computed.evidence {
			let computed = term.computed.date;
			Self::ensure_evidence(evidence, case, &[classes::DECISIONS], computed)?;
		}
		Ok((record, term))
	}

	/// Let a version hold: its clocks run from now on.
	pub(crate) fn hold_term(
		case: CaseId,
		record: &mut RecordOf<T>,
		version: u32,
		term: Term<AccountIdOf<T>>,
		confirmed: Act<AccountIdOf<T>>,
	) -> DispatchResult {
		let last_day = term.last_day;
		let before = record.term.map(|term| term.last_day);
		let by = confirmed.by.clone();
		Terms::<T>::insert(case, version, Term { confirmed: Some(confirmed), ..term });
		record.term = Some(ConfirmedTerm { version, last_day });
		let void = record.certificate.take_if(|certificate| certificate.date < last_day).is_some();
		Self::start_term_clocks(case, record, last_day, before)?;
		if let Some(by) = by {
			Self::deposit_event(Event::TermConfirmed {
				case,
				version,
				last_day,
				certificate_void: void,
				by,
			});
		}
		Ok(())
	}

	/// Start L30 and both parts of L31 for a term until `last_day`, in place of those that run for one
	/// until `before`.
	fn start_term_clocks(
		case: CaseId,
		record: &RecordOf<T>,
		last_day: LegalDate,
		before: Option<LegalDate>,
	) -> DispatchResult {
		let subject = Subject::Case(case);
		T::Deadlines::cancel(kinds::APPRAISAL, subject, Reason::Judgment)?;
		Self::start_appraisal_clock(case, record, last_day)?;
		// Notices of a day that is not earlier have been sent: they stand, as a certificate does.
		let sent = before.is_some_and(|before| last_day <= before)
			&& T::Deadlines::open(kinds::END_NOTICES, subject).is_none();
		Self::start_end_clocks(case, record, last_day, !sent)
	}

	/// Start L30, which its rule counts back from `last_day`.
	pub(crate) fn start_appraisal_clock(
		case: CaseId,
		record: &RecordOf<T>,
		last_day: LegalDate,
	) -> DispatchResult {
		let (subject, owner) = (Subject::Case(case), record.executing);
		let end = T::Time::clock().start_of(last_day);
		T::Deadlines::start(kinds::APPRAISAL, subject, owner, end).map(|_| ())
	}

	/// Start the clocks of certificate and notices (L31) until `last_day` in place of those that run, as
	/// far as they are due. Nothing is while the end is held.
	fn start_end_clocks(
		case: CaseId,
		record: &RecordOf<T>,
		last_day: LegalDate,
		notices: bool,
	) -> DispatchResult {
		let due =
			[(kinds::CERTIFICATE, record.certificate.is_none()), (kinds::END_NOTICES, notices)];
		let (subject, owner) = (Subject::Case(case), record.executing);
		for (kind, due) in due {
			T::Deadlines::cancel(kind, subject, Reason::Judgment)?;
			if due && !record.has(IntervalKind::EndHeld) {
				T::Deadlines::start_until(kind, subject, owner, last_day)?;
			}
		}
		Ok(())
	}

	/// Start the clocks of certificate and notices anew where the term is to end by rule, or has: until its
	/// last day, or until today if that is over.
	pub(crate) fn restart_end_clocks(case: CaseId, record: &RecordOf<T>) -> DispatchResult {
		let due = record.is_live() && (record.is_running() || Self::ended_by_rule(case));
		match record.term.filter(|_| due) {
			Some(term) => {
				let last_day = term.last_day.max(T::Time::today());
				Self::start_end_clocks(case, record, last_day, true)
			},
			None => Ok(()),
		}
	}

	/// A decision has ended the case: a certificate of an end by rule is missing no more, and one that
	/// was entered is void.
	pub(crate) fn void_certificate(case: CaseId, record: &mut RecordOf<T>, by: AccountIdOf<T>) {
		T::Alerts::settle(Rule::CertificateMissing, Subject::Case(case), record.executing);
		if record.certificate.take().is_some() {
			Self::deposit_event(Event::CertificateVoid { case, by });
		}
	}

	pub(crate) fn do_certify(
		who: AccountIdOf<T>,
		case: CaseId,
		act_date: LegalDate,
		evidence: RecordId,
	) -> DispatchResult {
		let mut record = Self::may_certify(&who, case)?;
		Self::ensure_past(act_date)?;
		let last_day = record.term.map(|term| term.last_day);
		ensure!(last_day.is_some_and(|last_day| last_day <= act_date), Error::<T>::ActTooEarly);
		Self::ensure_evidence(evidence, case, &[classes::END], act_date)?;
		Self::link(&[Some(evidence)], Subject::Case(case))?;
		let done = Self::moment_of(act_date);
		T::Deadlines::complete(kinds::CERTIFICATE, Subject::Case(case), done)?;
		// Missed until now: that it came late is left to the alert about its clock (L31).
		T::Alerts::settle(Rule::CertificateMissing, Subject::Case(case), record.executing);
		record.certificate = Some(Self::act(&who, act_date, Some(evidence)));
		Cases::<T>::insert(case, record);
		Self::deposit_event(Event::CertificateEntered { case, act_date, evidence, by: who });
		Ok(())
	}

	/// The case, if `who` may enter its certificate now, dates and evidence apart.
	///
	/// An end by decision has none here: it would tell a pardon, which alone is certified among them.
	pub(crate) fn may_certify(who: &AccountIdOf<T>, case: CaseId) -> Result<RecordOf<T>, Error<T>> {
		let (record, _) = Self::acting(who, case, CERTIFY.who)?;
		let by_rule = record.stage.is_live() && Self::ended_by_rule(case);
		ensure!(record.is_running() || by_rule, Error::WrongStage);
		ensure!(record.certificate.is_none(), Error::AlreadyExists);
		ensure!(record.term.is_some(), Error::TermMissing);
		ensure!(!record.has(IntervalKind::EndHeld), Error::EndHeld);
		Ok(record)
	}
}
