//! The stage machine: every change of stage passes through [`Pallet::enter`].

use crate::{
	transitions::{row, Row},
	types::{Act, IntervalKind, Step, StepKind, Transition},
	AccountIdOf, Caseloads, Cases, Config, Error, Event, Pallet, RecordOf, StageHistory,
	TransitionEntries, WeightInfo,
};
use frame_support::{ensure, weights::Weight};
use shejiao_primitives::{
	case::{CaseId, OnCase, PartyRoles, Stage},
	clock::Deadlines,
	ids::MemberId,
	reason::Reason,
	record::{classes, RecordId},
	subject::Subject,
	time::{LegalDate, LegalTime},
};
use sp_core::H256;
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// What a step weighs at most, whatever the listeners to it do.
	pub(crate) fn step_weight() -> Weight {
		T::WeightInfo::decide()
			.max(T::WeightInfo::receive())
			.max(T::WeightInfo::give_back())
			.max(T::WeightInfo::end())
			.max(T::WeightInfo::end_afterwards())
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
		Self::ensure_evidence(evidence, case, row.evidence, act_date)?;
		let mut group = None;
		match step {
			Step::Decide { category } => record.category = Some(category),
			Step::Receive { group: members, group_lawful } => {
				ensure!(group_lawful, Error::<T>::GroupNotConfirmed);
				// It need not be there yet when the person reports, which is the day of the act.
				let today = T::Time::today();
				Self::ensure_evidence(members, case, &[classes::GROUP_AND_PLAN], today)?;
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
		let to = record.stage;
		if matches!(row.step, StepKind::End | StepKind::Return) {
			Self::void_certificate(case, &mut record, who);
		}
		Self::reschedule(case, &mut record);
		Cases::<T>::insert(case, record);
		if to == from {
			return Ok(());
		}
		T::OnCase::stage_changed(case, from, to)
	}

	/// The case, if `who` may make a step of `row` in it now, dates and evidence apart.
	pub(crate) fn may_advance(
		who: &AccountIdOf<T>,
		case: CaseId,
		row: &Row,
	) -> Result<RecordOf<T>, Error<T>> {
		let (record, _) = Self::acting(who, case, row.who)?;
		ensure!(row.leads(record.stage).is_some(), Error::WrongStage);
		if row.afterwards.contains(&record.stage) {
			ensure!(Self::ended_by_rule(case), Error::WrongStage);
		}
		if row.step == StepKind::Archive {
			let open = IntervalKind::LASTING.into_iter().any(|kind| record.has(kind));
			ensure!(!open, Error::IntervalOpen);
			let certified = record.certificate.is_some() || !Self::ended_by_rule(case);
			ensure!(certified, Error::CertificateMissing);
		}
		Ok(record)
	}

	/// Whether the case has ended, and by rule.
	pub(crate) fn ended_by_rule(case: CaseId) -> bool {
		Self::ending(case).is_some_and(|(_, end)| end.step == StepKind::EndByRule)
	}

	/// The transition that ended the case last, with its number: after-care and the archive alone can
	/// have followed it.
	pub(crate) fn ending(case: CaseId) -> Option<(u32, Transition<AccountIdOf<T>>)> {
		(0..StageHistory::<T>::len(&case))
			.rev()
			.take(3)
			.filter_map(|number| Some((number, TransitionEntries::<T>::get(case, number)?.value)))
			.find(|(_, transition)| transition.step.ends())
	}

	/// An act does not precede the one that brought the case to its stage. One that is entered after
	/// the end by rule was made before the last day was over, unless the end was held.
	fn ensure_follows(
		case: CaseId,
		record: &RecordOf<T>,
		row: &Row,
		act_date: LegalDate,
	) -> Result<(), Error<T>> {
		let mut last = StageHistory::<T>::len(&case).checked_sub(1);
		if row.afterwards.contains(&record.stage) {
			let (number, end) = Self::ending(case).ok_or(Error::WrongStage)?;
			let in_time = act_date <= end.act.date || record.has(IntervalKind::EndHeld);
			ensure!(in_time, Error::TermOver);
			last = number.checked_sub(1);
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
		let to = match row.from {
			[] => row.to,
			_ => row.leads(from).ok_or(Error::<T>::WrongStage)?,
		};
		record.stage = to;
		let transition = Transition { step: row.step, to, act: act.clone(), reason, group };
		StageHistory::<T>::push(&case, Self::now(), transition)
			.map_err(|_| DispatchError::Corruption)?;
		Self::link(&[act.evidence, group], Subject::Transition(case, number))?;
		Self::move_clocks(case, record, row, act.date)?;
		if to == Stage::Archived {
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
				to,
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
		if record.stage == Stage::Archived {
			T::Deadlines::cancel_all(subject, Reason::TermEnded)?;
		}
		for start in row.starts {
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
