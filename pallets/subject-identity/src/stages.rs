//! The stage machine: every change of stage passes through [`Pallet::enter`].

use crate::{
	transitions::{row, Row},
	types::{Act, Step, StepKind, Transition},
	AccountIdOf, Caseloads, Cases, Config, Error, Event, Pallet, RecordOf, StageHistory,
	TransitionEntries, WeightInfo,
};
use frame_support::{ensure, weights::Weight};
use shejiao_primitives::{
	case::{CaseId, OnCase, PartyRoles, Stage},
	clock::{Deadlines, KindId},
	ids::MemberId,
	reason::Reason,
	record::{classes, RecordId},
	subject::Subject,
	time::LegalDate,
};
use sp_core::H256;
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// What a step weighs at most, whatever the listeners to it do.
	pub(crate) fn step_weight() -> Weight {
		T::WeightInfo::decide()
			.max(T::WeightInfo::receive())
			.max(T::WeightInfo::end())
			.max(T::WeightInfo::archive())
	}

	pub(crate) fn do_advance(
		who: AccountIdOf<T>,
		case: CaseId,
		step: Step,
		act_date: LegalDate,
		evidence: RecordId,
	) -> DispatchResult {
		let row = row(step.kind());
		let mut record = Self::may_advance(&who, case, row)?;
		Self::ensure_past(act_date)?;
		Self::ensure_follows(case, &record, row, act_date)?;
		Self::ensure_evidence(evidence, case, row.evidence)?;
		let mut group = None;
		match step {
			Step::Decide { category } => record.category = Some(category),
			Step::Receive { group: members, group_lawful } => {
				ensure!(group_lawful, Error::<T>::GroupNotConfirmed);
				Self::ensure_evidence(members, case, &[classes::GROUP_AND_PLAN])?;
				group = Some(members);
			},
			Step::Drop
			| Step::Return { .. }
			| Step::End { .. }
			| Step::BeginAfterCare
			| Step::Archive => (),
		}
		let act = Self::act(&who, act_date, Some(evidence));
		let from = record.stage;
		Self::enter(case, &mut record, row, act, step.reason(), group)?;
		Self::reschedule(case, &mut record);
		Cases::<T>::insert(case, record);
		T::OnCase::stage_changed(case, from, row.to)
	}

	/// The case, if `who` may make a step of `row` in it now, dates and evidence apart.
	pub(crate) fn may_advance(
		who: &AccountIdOf<T>,
		case: CaseId,
		row: &Row,
	) -> Result<RecordOf<T>, Error<T>> {
		let (record, _) = Self::acting(who, case, row.who)?;
		Self::ensure_stage(&record, row.from)?;
		let by_rule = Self::ended_by_rule(case);
		if row.step == StepKind::End && record.stage == Stage::Ended {
			ensure!(by_rule, Error::WrongStage);
		}
		if row.step == StepKind::Archive && by_rule {
			ensure!(record.certificate.is_some(), Error::CertificateMissing);
		}
		Ok(record)
	}

	/// Whether the last end was one by rule.
	pub(crate) fn ended_by_rule(case: CaseId) -> bool {
		Self::ending(case).is_some_and(|transition| transition.step == StepKind::EndByRule)
	}

	/// The last transition that ended the case: the last one, or what after-care followed.
	pub(crate) fn ending(case: CaseId) -> Option<Transition<AccountIdOf<T>>> {
		(0..StageHistory::<T>::len(&case))
			.rev()
			.take(2)
			.filter_map(|number| TransitionEntries::<T>::get(case, number))
			.map(|entry| entry.value)
			.find(|transition| transition.to == Stage::Ended)
	}

	/// An act does not precede the one that brought the case to its stage. A decision that ended the
	/// case before its term did is entered late: it precedes the end by rule alone.
	fn ensure_follows(
		case: CaseId,
		record: &RecordOf<T>,
		row: &Row,
		act_date: LegalDate,
	) -> Result<(), Error<T>> {
		let mut last = StageHistory::<T>::len(&case).checked_sub(1);
		if row.step == StepKind::End && record.stage == Stage::Ended {
			let last_day = record.term.map(|term| term.last_day);
			ensure!(last_day.is_some_and(|last| act_date <= last), Error::WrongStage);
			last = last.and_then(|number| number.checked_sub(1));
		}
		let before = last.and_then(|number| TransitionEntries::<T>::get(case, number));
		ensure!(before.is_none_or(|b| b.value.act.date <= act_date), Error::ActTooEarly);
		Ok(())
	}

	/// Enter the stage of `row`: history, lineage, clocks, caseload and event. The caller stores the
	/// case.
	pub(crate) fn enter(
		case: CaseId,
		record: &mut RecordOf<T>,
		row: &Row,
		act: Act<AccountIdOf<T>>,
		reason: Option<H256>,
		group: Option<RecordId>,
	) -> DispatchResult {
		let number = StageHistory::<T>::len(&case);
		let from = record.stage;
		record.stage = row.to;
		let transition = Transition { step: row.step, to: row.to, act: act.clone(), reason, group };
		StageHistory::<T>::push(&case, Self::now(), transition)
			.map_err(|_| DispatchError::Corruption)?;
		Self::link(&[act.evidence, group], Subject::Transition(case, number))?;
		Self::move_clocks(case, record, row, act.date)?;
		if row.to == Stage::Archived {
			if let Some(officer) = &record.assignment.officer {
				Caseloads::<T>::remove(officer, case);
			}
		}
		if !row.from.is_empty() {
			Self::deposit_event(Event::StageChanged {
				case,
				transition: number,
				step: row.step,
				from,
				to: row.to,
				category: record.category,
				act_date: act.date,
				evidence: act.evidence,
				group,
				reason,
				by: act.by,
			});
		}
		Ok(())
	}

	fn move_clocks(
		case: CaseId,
		record: &RecordOf<T>,
		row: &Row,
		act_date: LegalDate,
	) -> DispatchResult {
		let subject = Subject::Case(case);
		for kind in row.completes {
			T::Deadlines::complete(*kind, subject, Self::moment_of(act_date))?;
		}
		for kind in row.cancels {
			T::Deadlines::cancel(*kind, subject, Reason::Judgment)?;
		}
		if row.to == Stage::Archived {
			T::Deadlines::cancel_all(subject, Reason::TermEnded)?;
		}
		Self::start_clocks(case, record, row, act_date, |_| true)
	}

	/// Start those clocks of `row` that `wanted` names and that do not run already.
	pub(crate) fn start_clocks(
		case: CaseId,
		record: &RecordOf<T>,
		row: &Row,
		act_date: LegalDate,
		wanted: impl Fn(KindId) -> bool,
	) -> DispatchResult {
		let subject = Subject::Case(case);
		for start in row.starts.iter().filter(|start| wanted(start.kind)) {
			if !start.when.holds(record.category)
				|| T::Deadlines::open(start.kind, subject).is_some()
			{
				continue;
			}
			let owner = Self::owner(record, start.owners);
			T::Deadlines::start(start.kind, subject, owner, Self::moment_of(act_date))?;
		}
		Ok(())
	}

	/// The first member that has one of `roles`, in their order.
	fn owner(record: &RecordOf<T>, roles: &[PartyRoles]) -> MemberId {
		roles.iter().find_map(|role| record.holders(*role).next()).unwrap_or(record.executing)
	}
}
