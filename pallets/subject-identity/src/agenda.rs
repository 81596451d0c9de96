//! The agenda: terms that end by rule, under the day after which they are to be found.
//!
//! Days and not moments, because the clock may run at another pace in a demonstration. One entry per
//! case and a pointer to the first day that is not done: what one block has no room for is left where
//! it is, and a chain that stood still for days goes on with the first of them.

use crate::{
	transitions::row, types::StepKind, Act, Agenda, AgendaDay, Cases, Config, Event, Pallet,
	RecordOf, WeightInfo, LOG_TARGET,
};
use frame_support::{
	storage::with_storage_layer,
	traits::Get,
	weights::{Weight, WeightMeter},
};
use shejiao_primitives::{
	case::{CaseId, OnCase},
	oversight::{Alerting, Rule, Severity},
	subject::Subject,
	time::{LegalDate, LegalTime},
};

impl<T: Config> Pallet<T> {
	/// Put the case into the agenda where it belongs, or out of it.
	pub(crate) fn reschedule(case: CaseId, record: &mut RecordOf<T>) {
		if let Some(day) = record.scheduled.take() {
			Agenda::<T>::remove(day, case);
		}
		let Some(term) = record.term.filter(|_| record.ends_by_rule()) else { return };
		// A day that is over is as good as yesterday: the pointer never goes back further.
		let yesterday = LegalDate(T::Time::today().0.saturating_sub(1));
		let day = term.last_day.max(yesterday);
		Agenda::<T>::insert(day, case, ());
		record.scheduled = Some(day);
		AgendaDay::<T>::mutate(|first| {
			*first = Some(first.map_or(day, |first| first.min(day)));
		});
	}

	/// Weight that the end of one term takes, the search for it included.
	pub(crate) fn settle_weight() -> Weight {
		T::WeightInfo::skip_day().saturating_add(T::WeightInfo::end_term())
	}

	/// End the terms whose last day is over, in at most a quarter of a block.
	pub(crate) fn settle(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::on_poll()).is_err() {
			return;
		}
		let quarter = T::BlockWeights::get().max_block / 4;
		let mut share = WeightMeter::with_limit(quarter.min(meter.remaining()));
		let today = T::Time::today();
		while let Some(day) = AgendaDay::<T>::get().filter(|day| *day < today) {
			if !share.can_consume(Self::settle_weight()) {
				break;
			}
			share.consume(T::WeightInfo::skip_day());
			match Agenda::<T>::iter_key_prefix(day).next() {
				Some(case) => {
					share.consume(T::WeightInfo::end_term());
					Self::end_scheduled(day, case);
				},
				None => AgendaDay::<T>::put(day.plus(1)),
			}
		}
		meter.consume(share.consumed());
	}

	/// End the term of a case of the agenda.
	pub(crate) fn end_scheduled(day: LegalDate, case: CaseId) {
		Agenda::<T>::remove(day, case);
		let Some(mut record) = Cases::<T>::get(case) else { return };
		record.scheduled = None;
		if record.ends_by_rule() {
			let certified = record.certificate.is_some();
			let executing = record.executing;
			Self::end_by_rule(case, record);
			if !certified {
				Self::alert(
					Rule::CertificateMissing,
					Severity::Serious,
					executing,
					Subject::Case(case),
				);
			}
		}
	}

	/// End a term by rule. Nothing can stand in its way: nobody stays supervised because something
	/// else did not work.
	pub(crate) fn end_by_rule(case: CaseId, mut record: RecordOf<T>) {
		let Some(term) = record.term else { return };
		let last_day = term.last_day;
		let act = Act { date: last_day, entered: Self::now(), evidence: None, by: None };
		let (row, from) = (row(StepKind::EndByRule), record.stage);
		if let Err(error) = Self::enter(case, &mut record, row, act, None, None) {
			log::error!(target: LOG_TARGET, "{case:?}: the end of the term: {error:?}");
		}
		record.stage = row.to;
		Self::reschedule(case, &mut record);
		Cases::<T>::insert(case, record);
		let heard = with_storage_layer(|| T::OnCase::stage_changed(case, from, row.to));
		if let Err(error) = heard {
			log::error!(target: LOG_TARGET, "{case:?}: what follows the end: {error:?}");
		}
		T::OnCase::term_ended(case, last_day);
		Self::deposit_event(Event::TermEnded { case, last_day });
	}

	/// Raise an alert; that it cannot be raised stops nothing.
	pub(crate) fn alert(
		rule: Rule,
		severity: Severity,
		owner: shejiao_primitives::ids::MemberId,
		source: Subject,
	) {
		let raised = with_storage_layer(|| T::Alerts::raise(rule, severity, owner, source, None));
		if let Err(error) = raised {
			log::error!(target: LOG_TARGET, "{source:?}: {rule:?} cannot be raised: {error:?}");
		}
	}
}
