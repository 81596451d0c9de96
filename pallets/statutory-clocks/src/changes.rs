//! What officers change of a running clock: pauses and agreed extensions.

use crate::*;
use frame_support::ensure;
use shejiao_primitives::{
	case::{CaseView, PartyRoles},
	clock::ClockId,
	deadline::Due,
	directory::Actor,
	record::{RecordId, RecordIndex},
	time::{LegalDate, LegalTime},
};

impl<T: Config> Pallet<T> {
	/// The rule of a clock that may be paused or extended.
	fn adjustable(clock: &ClockOf<T>) -> Result<Kind, DispatchError> {
		Ok(clock.kind.and_then(Self::kind_version).ok_or(Error::<T>::NotAllowed)?)
	}

	fn ensure_not_over(clock: &ClockOf<T>) -> DispatchResult {
		let over = clock.due.over(&T::Time::clock());
		ensure!(T::Time::now() < over, Error::<T>::AlreadyExpired);
		Ok(())
	}

	pub(crate) fn do_pause(
		who: T::AccountId,
		id: ClockId,
		cause: PauseCause,
		evidence: RecordId,
	) -> DispatchResult {
		let mut clock = Clocks::<T>::get(id).ok_or(Error::<T>::NotFound)?;
		let actor = Self::owners_officer(&who, &clock)?;
		Self::ensure_takes(actor.member)?;
		ensure!(clock.is_open(), Error::<T>::AlreadyClosed);
		ensure!(Self::adjustable(&clock)?.pauses.contains(cause), Error::<T>::NotAllowed);
		ensure!(clock.paused().is_none(), Error::<T>::AlreadyPaused);
		Self::ensure_not_over(&clock)?;
		Self::rest_on(id, &clock, evidence)?;
		let was = Self::places(id, &clock);
		clock
			.pauses
			.try_push(Paused { cause, from: T::Time::now(), until: None })
			.map_err(|_| Error::<T>::MaxPausesExceeded)?;
		Self::note(id, &mut clock, Some(who.clone()), Change::Paused { cause, evidence });
		Self::put(id, was, &clock);
		Self::deposit_event(Event::ClockPaused { clock: id, cause, evidence, by: who });
		Ok(())
	}

	pub(crate) fn do_resume(who: T::AccountId, id: ClockId, evidence: RecordId) -> DispatchResult {
		let mut clock = Clocks::<T>::get(id).ok_or(Error::<T>::NotFound)?;
		Self::owners_officer(&who, &clock)?;
		ensure!(clock.is_open(), Error::<T>::AlreadyClosed);
		ensure!(clock.paused().is_some(), Error::<T>::NotPaused);
		Self::rest_on(id, &clock, evidence)?;
		let was = Self::places(id, &clock);
		if let Some(pause) = clock.pauses.last_mut() {
			pause.until = Some(T::Time::now());
		}
		Self::shift(id, clock, was, Move::Resumed(evidence), Some(who));
		Ok(())
	}

	/// The caller as an officer of the owner, or of a counterpart that `roles` name, and which of the
	/// two it is.
	fn party_to(
		who: &T::AccountId,
		clock: &ClockOf<T>,
		kind: &Kind,
	) -> Result<(Actor, bool), DispatchError> {
		let actor = Self::officer(who, kind.acts)?;
		if actor.member == clock.owner {
			return Ok((actor, true));
		}
		let case = Self::case_of(clock)?;
		let roles: PartyRoles = T::Cases::roles(case, actor.member);
		ensure!(roles.intersects(kind.extension), Error::<T>::NotAuthorized);
		Ok((actor, false))
	}

	/// What holds for a proposed and for an accepted extension.
	fn ensure_extendable(
		clock: &ClockOf<T>,
		kind: &Kind,
		last_day: LegalDate,
		agreement: RecordId,
	) -> DispatchResult {
		ensure!(clock.is_open(), Error::<T>::AlreadyClosed);
		ensure!(!kind.extension.is_none(), Error::<T>::NotAllowed);
		ensure!(matches!(clock.due, Due::Day(_)), Error::<T>::NotAllowed);
		ensure!(clock.paused().is_none(), Error::<T>::AlreadyPaused);
		// What was agreed on paper before the end may be entered after it.
		if !Self::was_agreed_in_time(clock, agreement)? {
			Self::ensure_not_over(clock)?;
		}
		ensure!(last_day > clock.due.day(&T::Time::clock()), Error::<T>::NotLater);
		Ok(())
	}

	/// Whether the record of an agreement stands, and is of an act not later than the last day.
	fn was_agreed_in_time(clock: &ClockOf<T>, agreement: RecordId) -> Result<bool, DispatchError> {
		let case = Self::case_of(clock)?;
		let last = clock.due.day(&T::Time::clock());
		Ok(T::Records::is_evidence(agreement, case)
			&& T::Records::facts(agreement).is_some_and(|facts| facts.act_date <= last))
	}

	pub(crate) fn do_propose_extension(
		who: T::AccountId,
		id: ClockId,
		last_day: LegalDate,
		evidence: RecordId,
	) -> DispatchResult {
		let clock = Clocks::<T>::get(id).ok_or(Error::<T>::NotFound)?;
		let kind = Self::adjustable(&clock)?;
		let (actor, _) = Self::party_to(&who, &clock, &kind)?;
		Self::ensure_takes(actor.member)?;
		Self::ensure_extendable(&clock, &kind, last_day, evidence)?;
		Self::rest_on(id, &clock, evidence)?;
		Self::propose(id, Proposed::Extension(last_day), evidence, actor.member, who);
		Ok(())
	}

	pub(crate) fn do_accept_extension(
		who: T::AccountId,
		id: ClockId,
		last_day: LegalDate,
	) -> DispatchResult {
		let mut clock = Clocks::<T>::get(id).ok_or(Error::<T>::NotFound)?;
		let kind = Self::adjustable(&clock)?;
		let (actor, is_owner) = Self::party_to(&who, &clock, &kind)?;
		Self::ensure_takes(actor.member)?;
		let proposal = Proposals::<T>::get(id)
			.filter(|proposal| proposal.what == Proposed::Extension(last_day))
			.ok_or(Error::<T>::NotProposed)?;
		// Of owner and counterpart one proposes and the other accepts.
		ensure!((proposal.member == clock.owner) != is_owner, Error::<T>::NotCounterpart);
		Self::ensure_extendable(&clock, &kind, last_day, proposal.evidence)?;
		Self::ensure_stands(&clock, proposal.evidence)?;
		let was = Self::places(id, &clock);
		clock.basis = Basis::Until(last_day);
		// The agreed day takes the pauses before it into account.
		clock.pauses = Default::default();
		Proposals::<T>::remove(id);
		Self::shift(id, clock, was, Move::Extended(proposal.evidence), Some(who));
		Ok(())
	}
}
