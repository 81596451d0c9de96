//! What every clock goes through: it is computed, indexed, moved and closed here alone.

use crate::*;
use frame_support::ensure;
use shejiao_primitives::{
	clock::{ClockId, KindId},
	deadline::{compute, moved, Computed, Due},
	ids::MemberId,
	oversight::OnClock,
	reason::Reason,
	subject::Subject,
	time::{LegalClock, LegalTime, Moment},
};

/// A clock that is about to start.
pub(crate) struct Start<T: Config> {
	pub kind: Option<(KindVersion, Kind)>,
	pub commitment: Option<sp_core::H256>,
	pub group: Group,
	pub subject: Subject,
	pub owner: MemberId,
	pub starter: Option<MemberId>,
	pub basis: Basis,
	pub by: Option<AccountIdOf<T>>,
}

/// Places of a clock in the indexes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Places {
	pub due: Option<(MemberId, DueKey)>,
	pub agenda: Option<AgendaKey>,
	pub years: Option<(u16, u16)>,
}

impl Places {
	/// Where clock `id` belongs.
	pub fn of<AccountId>(id: ClockId, clock: &Clock<AccountId>, time: &LegalClock) -> Self {
		let open = clock.is_open();
		Self {
			due: open.then(|| (clock.owner, DueKey::new(clock.due.day(time), id))),
			agenda: clock.fires(time).map(|at| AgendaKey::new(at, id)),
			years: clock.years.filter(|_| open || clock.is_judged_anew()),
		}
	}

	const NOWHERE: Self = Self { due: None, agenda: None, years: None };
}

impl<T: Config> Pallet<T> {
	/// Most open clocks of an object whose kinds are sealed.
	pub(crate) fn max_sealed() -> u32 {
		T::MaxClocksPerSubject::get().div_ceil(2)
	}

	pub(crate) fn begin(start: Start<T>) -> Result<ClockId, DispatchError> {
		let Start { kind, commitment, group, subject, owner, starter, basis, by } = start;
		let id = NextClock::<T>::get();
		let next = id.0.checked_add(1).ok_or(Error::<T>::MaxClocksExceeded)?;
		let plain = kind.as_ref().map(|(version, _)| version.id);
		OpenClocks::<T>::try_mutate(subject, |open| {
			ensure!(
				plain.is_none() || open.iter().all(|(_, other)| *other != plain),
				Error::<T>::AlreadyExists
			);
			// The law's own clocks always find room, whatever a party seals.
			let sealed = open.iter().filter(|(_, other)| other.is_none()).count() as u32;
			ensure!(plain.is_some() || sealed < Self::max_sealed(), Error::<T>::MaxClocksExceeded);
			open.try_push((id, plain)).map_err(|_| Error::<T>::MaxClocksExceeded)
		})?;
		let computed = Self::computed(kind.as_ref().map(|(_, kind)| kind), basis, &[]);
		let lead = kind.as_ref().map_or(T::SealedLead::get(), |(_, kind)| kind.lead);
		let kind = kind.map(|(version, _)| version);
		let clock = Clock {
			kind,
			commitment,
			group,
			subject,
			owner,
			starter,
			started: T::Time::now(),
			basis,
			due: computed.due,
			lead,
			warned: None,
			expired: None,
			years: computed.years,
			provisional: computed.missing,
			pauses: Default::default(),
			corrected: false,
			steps: 0,
			closed: None,
		};
		NextClock::<T>::put(ClockId(next));
		Self::put(id, Places::NOWHERE, &clock);
		Self::deposit_event(Event::ClockStarted {
			clock: id,
			kind,
			commitment,
			group,
			subject,
			owner,
			basis,
			due: clock.due,
			provisional: clock.provisional,
			by,
		});
		Ok(id)
	}

	fn computed(
		kind: Option<&Kind>,
		basis: Basis,
		pauses: &[shejiao_primitives::deadline::Pause],
	) -> Computed {
		let time = T::Time::clock();
		match (basis, kind.and_then(|kind| kind.period)) {
			(Basis::From(from), Some(period)) => {
				compute(&period, from, pauses, &time, &Known::<T>::new())
			},
			(Basis::From(from), None) => Computed::fixed(Due::Day(time.date(from))),
			(Basis::Until(day), _) => Computed::fixed(Due::Day(moved(day, pauses, &time))),
		}
	}

	/// Until when a clock is due, from its kind, basis and past pauses.
	pub(crate) fn compute_again(clock: &ClockOf<T>) -> Computed {
		let kind = clock.kind.and_then(Self::kind_version);
		Self::computed(kind.as_ref(), clock.basis, &clock.past_pauses())
	}

	/// Where a stored clock is indexed.
	pub(crate) fn places(id: ClockId, clock: &ClockOf<T>) -> Places {
		Places::of(id, clock, &T::Time::clock())
	}

	/// Store a clock, and bring the indexes from where it `was` to where it is.
	pub(crate) fn put(id: ClockId, was: Places, clock: &ClockOf<T>) {
		let is = Self::places(id, clock);
		if was.due != is.due {
			if let Some((owner, key)) = was.due {
				DueOf::<T>::remove(owner, key);
			}
			if let Some((owner, key)) = is.due {
				DueOf::<T>::insert(owner, key, ());
			}
		}
		if was.agenda != is.agenda {
			if let Some(key) = was.agenda {
				Agenda::<T>::remove(key);
			}
			if let Some(key) = is.agenda {
				Agenda::<T>::insert(key, ());
			}
		}
		if was.years != is.years {
			if let Some((first, last)) = was.years {
				(first..=last).for_each(|year| Dependent::<T>::remove(year, id));
			}
			if let Some((first, last)) = is.years {
				(first..=last).for_each(|year| Dependent::<T>::insert(year, id, ()));
			}
		}
		Clocks::<T>::insert(id, clock);
	}

	/// An open clock.
	pub(crate) fn open_clock(id: ClockId) -> Result<ClockOf<T>, DispatchError> {
		let clock = Clocks::<T>::get(id).ok_or(Error::<T>::NotFound)?;
		ensure!(clock.is_open(), Error::<T>::AlreadyClosed);
		Ok(clock)
	}

	/// The open clock of a plain kind for an object.
	pub(crate) fn find(kind: KindId, subject: Subject) -> Option<ClockId> {
		OpenClocks::<T>::get(subject)
			.iter()
			.find(|(_, plain)| *plain == Some(kind))
			.map(|(id, _)| *id)
	}

	/// Note a change of a clock.
	pub(crate) fn note(
		id: ClockId,
		clock: &mut ClockOf<T>,
		by: Option<AccountIdOf<T>>,
		change: Change,
	) {
		Steps::<T>::insert(id, clock.steps, Step { at: T::Time::now(), by, change });
		clock.steps = clock.steps.saturating_add(1);
	}

	/// Compute a clock again after its basis, pauses or calendar have changed, from where it `was`,
	/// and tell how far it is now. A change of the calendar alone that changes nothing leaves no
	/// trace.
	pub(crate) fn shift(
		id: ClockId,
		mut clock: ClockOf<T>,
		was: Places,
		why: Move,
		by: Option<AccountIdOf<T>>,
	) {
		let computed = Self::compute_again(&clock);
		let by_calendar = matches!(why, Move::Calendar(_));
		let same = computed.due == clock.due && computed.missing == clock.provisional;
		if by_calendar && same && computed.years == clock.years {
			return;
		}
		let (from, to) = (clock.due, computed.due);
		let (warned, expired, before) = (clock.warned, clock.expired, clock.state());
		clock.due = computed.due;
		clock.years = computed.years;
		clock.provisional = computed.missing;
		clock.rearm(T::Time::now(), &T::Time::clock());
		if !by_calendar || !same {
			Self::note(
				id,
				&mut clock,
				by.clone(),
				Change::Moved { why, from, to, warned, expired },
			);
			let provisional = clock.provisional;
			Self::deposit_event(Event::ClockMoved { clock: id, why, from, to, provisional, by });
		}
		Self::put(id, was, &clock);
		let kind = clock.kind.map(|version| version.id);
		T::OnClock::moved(id, kind, clock.subject, clock.owner, before, clock.state());
	}

	/// End an open clock.
	pub(crate) fn close(
		id: ClockId,
		mut clock: ClockOf<T>,
		by: Option<AccountIdOf<T>>,
		outcome: Outcome,
	) {
		let was = Self::places(id, &clock);
		let entered: Moment = T::Time::now();
		let kind = clock.kind.map(|version| version.id);
		let (subject, owner) = (clock.subject, clock.owner);
		clock.closed = Some(Closing { entered, by: by.clone(), outcome });
		OpenClocks::<T>::mutate_exists(subject, |open| {
			if let Some(clocks) = open {
				clocks.retain(|(other, _)| *other != id);
				if clocks.is_empty() {
					*open = None;
				}
			}
		});
		Proposals::<T>::remove(id);
		Self::put(id, was, &clock);
		let event = match outcome {
			Outcome::Completed { done, evidence, in_time } => Event::ClockCompleted {
				clock: id,
				kind,
				subject,
				owner,
				done,
				evidence,
				in_time,
				late_entry: clock.is_late_entry(&T::Time::clock()),
				by,
			},
			Outcome::Cancelled { reason, evidence } => {
				Event::ClockCancelled { clock: id, kind, subject, owner, reason, evidence, by }
			},
		};
		Self::deposit_event(event);
		T::OnClock::closed(id, kind, subject, owner);
	}

	/// Judge anew an act that completed a clock while a calendar was missing.
	pub(crate) fn judge_anew(id: ClockId, mut clock: ClockOf<T>, year: u16) {
		let computed = Self::compute_again(&clock);
		if computed.due == clock.due && computed.missing == clock.provisional {
			return;
		}
		let was = Self::places(id, &clock);
		let (why, from, to) = (Move::Calendar(year), clock.due, computed.due);
		let (warned, expired, paused) = (clock.warned, clock.expired, clock.paused().is_some());
		clock.due = computed.due;
		clock.years = computed.years;
		clock.provisional = computed.missing;
		Self::note(id, &mut clock, None, Change::Moved { why, from, to, warned, expired });
		let provisional = clock.provisional;
		Self::deposit_event(Event::ClockMoved { clock: id, why, from, to, provisional, by: None });
		let outcome = clock.closed.as_mut().map(|closing| &mut closing.outcome);
		if let Some(Outcome::Completed { done, in_time, .. }) = outcome {
			let met = to.is_met(*done, &T::Time::clock()).unwrap_or(*in_time) || paused;
			if met != *in_time {
				*in_time = met;
				Self::deposit_event(Event::ClockJudgedAnew { clock: id, in_time: met });
			}
		}
		Self::put(id, was, &clock);
	}

	/// Let a clock run again that was stopped, as what it was: its beginning, its pauses, what it rests
	/// on and its history stay its own. Whoever was told of it has seen it end, and is told anew.
	/// Nothing happens where another of its kind has taken its place.
	pub(crate) fn run_again(id: ClockId) -> DispatchResult {
		let mut clock = Clocks::<T>::get(id).ok_or(Error::<T>::NotFound)?;
		let was = Self::places(id, &clock);
		let plain = clock.kind.map(|version| version.id);
		if plain.is_some_and(|kind| Self::find(kind, clock.subject).is_some()) {
			return Ok(());
		}
		let Some(Closing { entered, outcome: Outcome::Cancelled { reason, .. }, .. }) =
			clock.closed.take()
		else {
			return Ok(());
		};
		OpenClocks::<T>::try_append(clock.subject, (id, plain))
			.map_err(|_| Error::<T>::MaxClocksExceeded)?;
		let (warned, expired) = (clock.warned.take(), clock.expired.take());
		// Its calendar may have come or changed meanwhile.
		let computed = Self::compute_again(&clock);
		clock.due = computed.due;
		clock.years = computed.years;
		clock.provisional = computed.missing;
		let change = Change::RanAgain { stopped: entered, reason, warned, expired };
		Self::note(id, &mut clock, None, change);
		Self::put(id, was, &clock);
		let (due, provisional) = (clock.due, clock.provisional);
		Self::deposit_event(Event::ClockResumed { clock: id, due, provisional });
		Ok(())
	}

	/// End an open clock without an act, by a rule.
	pub(crate) fn lapse(id: ClockId, reason: Reason) {
		if let Ok(clock) = Self::open_clock(id) {
			Self::close(id, clock, None, Outcome::Cancelled { reason, evidence: None });
		}
	}
}
