//! What officers do with clocks: start sealed ones, complete, cancel.

use crate::{clocks::Start, *};
use frame_support::ensure;
use shejiao_primitives::{
	case::{CaseId, CaseView},
	clock::ClockId,
	deadline::{ActTime, Due},
	directory::{Actor, Directory, Members},
	duty::{Acts, Duties},
	ids::MemberId,
	member::{CallClass, MemberKind},
	reason::Reason,
	record::{RecordId, RecordIndex},
	regime::{Mode, ModuleId, Regime},
	subject::Subject,
	time::{LegalDate, LegalTime},
};
use sp_core::H256;

/// Duties in cases.
pub(crate) const CASE_DUTIES: Duties = Duties::CASEWORK
	.union(Duties::ENFORCEMENT)
	.union(Duties::APPROVAL)
	.union(Duties::HEAD)
	.union(Duties::ASSESSMENT)
	.union(Duties::SERVICE)
	.union(Duties::SUPERVISION)
	.union(Duties::REVIEW)
	.union(Duties::DECISION);

impl<T: Config> Pallet<T> {
	/// The caller as an officer of any member that works in cases.
	pub(crate) fn officer(who: &T::AccountId, acts: Acts) -> Result<Actor, DispatchError> {
		let actor = T::Directory::officer(who).ok_or(Error::<T>::NotAuthorized)?;
		ensure!(actor.duties.intersects(CASE_DUTIES), Error::<T>::NotAuthorized);
		if let Some(unit) = actor.unit {
			let profile = T::Members::profile(actor.member).ok_or(Error::<T>::NotAuthorized)?;
			// Only justice bureaus delegate; units of others act as their member does.
			let delegated = acts != Acts::default()
				&& T::Directory::delegated(actor.member, unit, acts, T::Time::now());
			ensure!(
				profile.kind != MemberKind::JusticeBureau || delegated,
				Error::<T>::NotAuthorized
			);
		}
		Ok(actor)
	}

	/// What a unit must have been delegated to handle a clock.
	pub(crate) fn acts_of(clock: &ClockOf<T>) -> Acts {
		match clock.kind {
			Some(version) => Self::kind_version(version).map(|kind| kind.acts).unwrap_or_default(),
			None => Acts::DAILY_SUPERVISION,
		}
	}

	/// The caller as an officer of the clock's owner.
	pub(crate) fn owners_officer(
		who: &T::AccountId,
		clock: &ClockOf<T>,
	) -> Result<Actor, DispatchError> {
		let actor = Self::officer(who, Self::acts_of(clock))?;
		ensure!(actor.member == clock.owner, Error::<T>::NotAuthorized);
		Ok(actor)
	}

	/// Whether the module takes discretionary calls of a member.
	pub(crate) fn ensure_takes(member: MemberId) -> DispatchResult {
		let module = ModuleId::StatutoryClocks;
		ensure!(T::Regime::takes(module, CallClass::Discretionary), Error::<T>::ModulePaused);
		let profile = T::Members::profile(member).ok_or(Error::<T>::NotAuthorized)?;
		ensure!(T::Regime::mode(module, profile.area) != Mode::Off, Error::<T>::ModuleOff);
		Ok(())
	}

	/// The case that a clock is for. What is kept elsewhere (a document, an alert, a notice) ends its
	/// clocks by the act that they wait for, and by nothing around it.
	pub(crate) fn case_of(clock: &ClockOf<T>) -> Result<CaseId, DispatchError> {
		match clock.subject {
			Subject::Case(case) | Subject::Transition(case, _) | Subject::Term(case, _) => Ok(case),
			_ => Err(Error::<T>::NoCase.into()),
		}
	}

	/// Check that `record` is evidence for a clock, and remember that the clock rests on it.
	pub(crate) fn rest_on(id: ClockId, clock: &ClockOf<T>, record: RecordId) -> DispatchResult {
		Self::ensure_stands(clock, record)?;
		T::Records::link(record, Subject::Clock(id))
	}

	/// Check that what is accepted still rests on evidence.
	pub(crate) fn ensure_stands(clock: &ClockOf<T>, record: RecordId) -> DispatchResult {
		let case = Self::case_of(clock)?;
		ensure!(T::Records::is_evidence(record, case), Error::<T>::NoEvidence);
		Ok(())
	}

	/// What is kept of the time of an act: where days are counted, the day, which is all that matters.
	pub(crate) fn measured(clock: &ClockOf<T>, done: ActTime) -> ActTime {
		match clock.due {
			Due::Day(_) => ActTime::Day(done.day(&T::Time::clock())),
			Due::Moment(_) => done,
		}
	}

	/// Whether an act at `done` is in time. While a clock does not run nothing is late: it could only
	/// be paused before it ran out.
	pub(crate) fn is_in_time(clock: &ClockOf<T>, done: ActTime) -> Result<bool, DispatchError> {
		let met = clock.due.is_met(done, &T::Time::clock()).ok_or(Error::<T>::MomentNeeded)?;
		Ok(met || clock.paused().is_some())
	}

	pub(crate) fn do_start_sealed(
		who: T::AccountId,
		case: CaseId,
		group: Group,
		due: LegalDate,
		commitment: H256,
		owner: MemberId,
	) -> DispatchResult {
		let actor = Self::officer(&who, Acts::DAILY_SUPERVISION)?;
		ensure!(!T::Cases::roles(case, actor.member).is_none(), Error::<T>::NotAuthorized);
		ensure!(T::Cases::is_live(case), Error::<T>::NotFound);
		ensure!(!T::Cases::roles(case, owner).is_none(), Error::<T>::NotFound);
		ensure!(group.holds_sealed(), Error::<T>::WrongGroup);
		let subject = Subject::Case(case);
		Self::ensure_leaves_room(subject, actor.member)?;
		Self::begin(Start {
			kind: None,
			commitment: Some(commitment),
			group,
			subject,
			owner,
			starter: Some(actor.member),
			basis: Basis::Until(due),
			by: Some(who),
		})
		.map(|_| ())
	}

	/// A member starts no more sealed clocks of an object than it leaves to the others: whoever comes
	/// next always finds room for what the law asks of it.
	fn ensure_leaves_room(subject: Subject, member: MemberId) -> DispatchResult {
		let (mut own, mut all) = (0u32, 0u32);
		for (id, _) in OpenClocks::<T>::get(subject).iter().filter(|(_, kind)| kind.is_none()) {
			let starter = Clocks::<T>::get(id).and_then(|clock| clock.starter);
			own = own.saturating_add((starter == Some(member)).into());
			all = all.saturating_add(1);
		}
		let free = Self::max_sealed().saturating_sub(all);
		ensure!(own < free, Error::<T>::MaxClocksExceeded);
		Ok(())
	}

	pub(crate) fn do_reseal(
		who: T::AccountId,
		id: ClockId,
		due: LegalDate,
		commitment: H256,
		evidence: RecordId,
	) -> DispatchResult {
		let mut clock = Clocks::<T>::get(id).ok_or(Error::<T>::NotFound)?;
		Self::owners_officer(&who, &clock)?;
		ensure!(clock.is_open(), Error::<T>::AlreadyClosed);
		let was = clock.commitment.ok_or(Error::<T>::NotSealed)?;
		Self::rest_on(id, &clock, evidence)?;
		let places = Self::places(id, &clock);
		clock.commitment = Some(commitment);
		clock.basis = Basis::Until(due);
		Self::note(id, &mut clock, Some(who.clone()), Change::Resealed { was, evidence });
		Self::deposit_event(Event::ClockResealed {
			clock: id,
			was,
			commitment,
			evidence,
			by: who.clone(),
		});
		Self::shift(id, clock, places, Move::Resealed(evidence), Some(who));
		Ok(())
	}

	pub(crate) fn do_complete(
		who: T::AccountId,
		id: ClockId,
		done: ActTime,
		evidence: RecordId,
	) -> DispatchResult {
		let clock = Clocks::<T>::get(id).ok_or(Error::<T>::NotFound)?;
		Self::owners_officer(&who, &clock)?;
		ensure!(clock.is_open(), Error::<T>::AlreadyClosed);
		let past = match done {
			ActTime::Day(day) => day <= T::Time::today(),
			ActTime::Moment(moment) => moment <= T::Time::now(),
		};
		ensure!(past, Error::<T>::InTheFuture);
		let sealed = clock.kind.is_none();
		ensure!(!sealed || matches!(done, ActTime::Day(_)), Error::<T>::DayNeeded);
		let done = Self::measured(&clock, done);
		let in_time = Self::is_in_time(&clock, done)?;
		Self::rest_on(id, &clock, evidence)?;
		let facts = T::Records::facts(evidence).ok_or(Error::<T>::NoEvidence)?;
		ensure!(facts.act_date <= done.day(&T::Time::clock()), Error::<T>::EvidenceLater);
		let outcome = Outcome::Completed { done, evidence: Some(evidence), in_time };
		Self::close(id, clock, Some(who), outcome);
		Ok(())
	}

	pub(crate) fn propose(
		id: ClockId,
		what: Proposed,
		evidence: RecordId,
		member: MemberId,
		by: T::AccountId,
	) {
		let proposal = Proposal { what, evidence, member, by: by.clone(), at: T::Time::now() };
		Proposals::<T>::insert(id, proposal);
		Self::deposit_event(Event::ChangeProposed { clock: id, what, evidence, member, by });
	}

	pub(crate) fn do_propose_cancellation(
		who: T::AccountId,
		id: ClockId,
		reason: Reason,
		evidence: RecordId,
	) -> DispatchResult {
		let clock = Clocks::<T>::get(id).ok_or(Error::<T>::NotFound)?;
		let actor = Self::owners_officer(&who, &clock)?;
		Self::ensure_takes(actor.member)?;
		ensure!(clock.is_open(), Error::<T>::AlreadyClosed);
		Self::rest_on(id, &clock, evidence)?;
		Self::propose(id, Proposed::Cancellation(reason), evidence, actor.member, who);
		Ok(())
	}

	pub(crate) fn do_confirm_cancellation(
		who: T::AccountId,
		id: ClockId,
		reason: Reason,
	) -> DispatchResult {
		let clock = Clocks::<T>::get(id).ok_or(Error::<T>::NotFound)?;
		let actor = Self::owners_officer(&who, &clock)?;
		ensure!(actor.duties.contains(Duties::APPROVAL), Error::<T>::NotAuthorized);
		Self::ensure_takes(actor.member)?;
		ensure!(clock.is_open(), Error::<T>::AlreadyClosed);
		let proposal = Proposals::<T>::get(id)
			.filter(|proposal| proposal.what == Proposed::Cancellation(reason))
			.ok_or(Error::<T>::NotProposed)?;
		ensure!(proposal.by != who, Error::<T>::SameOfficer);
		Self::ensure_stands(&clock, proposal.evidence)?;
		let outcome = Outcome::Cancelled { reason, evidence: Some(proposal.evidence) };
		Self::close(id, clock, Some(who), outcome);
		Ok(())
	}
}
