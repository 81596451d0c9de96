//! What the other pallets use of clocks, and what the clocks are told by them.

use crate::{clocks::Start, *};
use alloc::vec::Vec;
use frame_support::ensure;
use shejiao_primitives::{
	case::{CaseId, OnCase, Stage},
	clock::{ClockId, Deadlines, KindId},
	deadline::{ActTime, Due},
	ids::MemberId,
	oversight::{Alerting, Rule, Severity},
	reason::Reason,
	record::{Correctable, RecordId, RecordStatus},
	subject::Subject,
	time::{LegalDate, LegalTime, Moment},
};

impl<T: Config> Pallet<T> {
	fn start_plain(
		version: (KindVersion, Kind),
		subject: Subject,
		owner: MemberId,
		basis: Basis,
	) -> Result<ClockId, DispatchError> {
		let kind = version.1;
		ensure!(kind.is_clock(), Error::<T>::NoClock);
		ensure!(!kind.sealed, Error::<T>::KindSealed);
		Self::begin(Start {
			kind: Some(version),
			commitment: None,
			group: kind.group,
			subject,
			owner,
			starter: None,
			basis,
			by: None,
		})
	}

	/// Whether clocks of `kind` are counted from a trigger that must not lie ahead.
	fn ensure_counted(kind: &Kind, from: Moment) -> DispatchResult {
		ensure!(kind.nature == Nature::Deadline, Error::<T>::LastDayNeeded);
		ensure!(kind.counts_back() || from <= T::Time::now(), Error::<T>::InTheFuture);
		Ok(())
	}
}

impl<T: Config> Deadlines for Pallet<T> {
	/// The version counts that held at the trigger, or holds now where the kind counts back.
	fn start(
		kind: KindId,
		subject: Subject,
		owner: MemberId,
		from: Moment,
	) -> Result<ClockId, DispatchError> {
		let at = from.min(T::Time::now());
		let version = Self::kind_at(kind, at).ok_or(Error::<T>::NotFound)?;
		ensure!(version.1.is_clock(), Error::<T>::NoClock);
		Self::ensure_counted(&version.1, from)?;
		Self::start_plain(version, subject, owner, Basis::From(from))
	}

	fn start_until(
		kind: KindId,
		subject: Subject,
		owner: MemberId,
		last_day: LegalDate,
	) -> Result<ClockId, DispatchError> {
		let version = Self::kind_at(kind, T::Time::now()).ok_or(Error::<T>::NotFound)?;
		Self::start_plain(version, subject, owner, Basis::Until(last_day))
	}

	fn open(kind: KindId, subject: Subject) -> Option<ClockId> {
		Self::find(kind, subject)
	}

	fn complete(kind: KindId, subject: Subject, done: Moment) -> DispatchResult {
		ensure!(done <= T::Time::now(), Error::<T>::InTheFuture);
		if let Some(id) = Self::find(kind, subject) {
			let clock = Self::open_clock(id)?;
			let done = Self::measured(&clock, ActTime::Moment(done));
			let in_time = Self::is_in_time(&clock, done)?;
			let outcome = Outcome::Completed { done, evidence: None, in_time };
			Self::close(id, clock, None, outcome);
		}
		Ok(())
	}

	fn cancel(kind: KindId, subject: Subject, reason: Reason) -> DispatchResult {
		if let Some(id) = Self::find(kind, subject) {
			Self::lapse(id, reason);
		}
		Ok(())
	}

	fn cancel_all(subject: Subject, reason: Reason) -> DispatchResult {
		for (id, _) in OpenClocks::<T>::get(subject) {
			Self::lapse(id, reason);
		}
		Ok(())
	}

	fn suspend_all(subject: Subject, reason: Reason) -> DispatchResult {
		let open: Vec<_> = OpenClocks::<T>::get(subject).into_iter().map(|(id, _)| id).collect();
		if !open.is_empty() {
			Suspended::<T>::insert(subject, BoundedVec::truncate_from(open));
		}
		Self::cancel_all(subject, reason)
	}

	fn resume_all(subject: Subject) -> DispatchResult {
		Suspended::<T>::take(subject).into_iter().try_for_each(Self::run_again)
	}

	/// The version counts that held at the new trigger, as it does where a clock starts. A day on which
	/// owner and counterpart agreed stands, whatever it was counted from before. Where the trigger is
	/// of the same day under the same rule, and days are counted, nothing changes.
	fn restart(kind: KindId, subject: Subject, from: Moment) -> DispatchResult {
		let Some(id) = Self::find(kind, subject) else { return Ok(()) };
		let mut clock = Self::open_clock(id)?;
		let at = from.min(T::Time::now());
		let (version, rule) = Self::kind_at(kind, at).ok_or(Error::<T>::NotFound)?;
		Self::ensure_counted(&rule, from)?;
		let Basis::From(before) = clock.basis else { return Ok(()) };
		let time = T::Time::clock();
		let same_day = time.date(before) == time.date(from) && matches!(clock.due, Due::Day(_));
		if same_day && clock.kind == Some(version) {
			return Ok(());
		}
		let was = Self::places(id, &clock);
		clock.kind = Some(version);
		clock.lead = rule.lead;
		clock.basis = Basis::From(from);
		Self::shift(id, clock, was, Move::Restarted(from), None);
		Ok(())
	}

	fn count(subject: Subject) -> u32 {
		OpenClocks::<T>::decode_len(subject).unwrap_or_default() as u32
	}

	fn last_day(kind: KindId, from: Moment) -> Option<LegalDate> {
		let (due, _) = Self::compute_due(kind, from)?;
		Some(due.day(&T::Time::clock()))
	}
}

impl<T: Config> OnCase for Pallet<T> {
	/// Nothing is due in an archived case.
	fn stage_changed(case: CaseId, _: Stage, to: Stage) -> Result<(), DispatchError> {
		if to.is_live() {
			return Ok(());
		}
		<Self as Deadlines>::cancel_all(Subject::Case(case), Reason::TermEnded)
	}

	/// What is due at the end of the term is due whether it has ended by rule or not.
	fn term_ended(_: CaseId, _: LegalDate) {}
}

/// How many changes of a clock are looked at to know whether all that it rests on stands again.
const MAX_LOOKED: u32 = 16;

impl<T: Config> Pallet<T> {
	/// Whether every record that a clock rests on, `restored` apart, is evidence as far as the clock was
	/// told. A clock with more changes than are looked at keeps its mark.
	fn others_stand(id: ClockId, clock: &ClockOf<T>, restored: RecordId) -> bool {
		let mut told = Vec::from([restored]);
		let stands = (0..clock.steps).rev().take(MAX_LOOKED as usize).all(|step| {
			match Steps::<T>::get(id, step).map(|step| step.change) {
				// The last that was told of a record counts.
				Some(Change::SourceChanged { source, status }) if !told.contains(&source) => {
					told.push(source);
					status.is_evidence()
				},
				_ => true,
			}
		});
		stands && clock.steps <= MAX_LOOKED
	}
}

impl<T: Config> Correctable for Pallet<T> {
	/// A clock is marked that rests on a record which is no evidence any more, and its owner alerted;
	/// whether the act was done all the same, people find out.
	fn source_changed(dependant: Subject, source: RecordId, to: RecordStatus) {
		let Subject::Clock(id) = dependant else { return };
		let Some(mut clock) = Clocks::<T>::get(id) else { return };
		let corrected = !to.is_evidence();
		if !corrected && !clock.corrected {
			return;
		}
		let was = Self::places(id, &clock);
		clock.corrected = corrected || !Self::others_stand(id, &clock, source);
		Self::note(id, &mut clock, None, Change::SourceChanged { source, status: to });
		Self::put(id, was, &clock);
		Self::deposit_event(Event::SourceChanged { clock: id, source, status: to });
		if corrected {
			let raised = T::Alerts::raise(
				Rule::SourceCorrected,
				Severity::Ordinary,
				clock.owner,
				Subject::Clock(id),
				None,
			);
			if let Err(error) = raised {
				log::warn!(target: LOG_TARGET, "no alert for {id:?}: {error:?}");
			}
		}
	}
}
