//! Random checks of what an office anchored: drawn by the chain, answered by somebody who does not
//! answer for the record (S72).

use crate::{
	pallet::{
		Config, Error, Event, FirstOpen, FirstUndrawn, Headers, NextRecheck, Pallet, Rechecks,
		UploadPages, Uploads,
	},
	types::{Drawn, Office, Recheck, RecheckId, RecheckOutcome, PAGE},
	LOG_TARGET,
};
use alloc::vec::Vec;
use frame_support::{defensive, ensure, traits::Get};
use shejiao_primitives::{
	case::{CaseView, PartyRoles},
	directory::Members,
	draw::{Candidates, Draw, MAX_CANDIDATES},
	duty::Duties,
	oversight::{Alerting, Rule, Severity},
	record::{RecordId, RecordStatus},
	subject::Subject,
	time::{LegalDate, LegalTime},
};
use sp_core::H256;
use sp_runtime::{ArithmeticError, DispatchResult};

/// Pages of a day's anchors that make one draw.
const PAGES: u32 = MAX_CANDIDATES / PAGE;

/// The number in the last eight bytes, so that candidates are in the order of anchoring.
fn candidate(record: RecordId) -> H256 {
	let mut bytes = [0; 32];
	let [.., a, b, c, d, e, f, g, h] = &mut bytes;
	for (byte, digit) in [a, b, c, d, e, f, g, h].into_iter().zip(record.0.to_be_bytes()) {
		*byte = digit;
	}
	H256(bytes)
}

fn record_of(candidate: H256) -> RecordId {
	let [.., a, b, c, d, e, f, g, h] = candidate.0;
	RecordId(u64::from_be_bytes([a, b, c, d, e, f, g, h]))
}

impl<T: Config> Pallet<T> {
	/// `who` asks for a check among part `part` of what `office` anchored on `day`.
	pub(crate) fn do_request_recheck(
		who: T::AccountId,
		office: Office,
		day: LegalDate,
		part: u32,
	) -> DispatchResult {
		let actor = Self::officer_with(&who, Duties::SUPERVISION)?;
		Self::ensure_discretionary(&actor)?;
		ensure!(actor.member != office.member, Error::<T>::OwnRecord);
		let supervises = T::Members::profile(actor.member).is_some_and(|own| own.kind.supervises());
		let is_above = T::Members::profile(office.member)
			.is_some_and(|profile| profile.parent == Some(actor.member));
		ensure!(supervises || is_above, Error::<T>::NotAuthorized);
		ensure!(day < T::Time::today(), Error::<T>::DayNotOver);

		let first = part.checked_mul(PAGES).ok_or(Error::<T>::NotFound)?;
		let pages = Uploads::<T>::get(office, day).div_ceil(PAGE);
		let mut candidates = Candidates::new();
		for page in first..pages.min(first.saturating_add(PAGES)) {
			for record in UploadPages::<T>::get((office, day), page) {
				if candidates.try_push(candidate(record)).is_err() {
					defensive!("as many pages as a draw takes candidates");
				}
			}
		}
		ensure!(!candidates.is_empty(), Error::<T>::NotFound);
		let draw = T::Draws::request(candidates)?;

		let id = NextRecheck::<T>::get();
		NextRecheck::<T>::put(RecheckId(id.0.checked_add(1).ok_or(ArithmeticError::Overflow)?));
		let by = actor.member;
		let recheck = Recheck { office, day, part, by, draw, drawn: None, outcome: None };
		Rechecks::<T>::insert(id, recheck);
		Self::deposit_event(Event::RecheckRequested { recheck: id, office, day, part, by, draw });
		Ok(())
	}

	/// `who` says whether the original of what was drawn is what was anchored.
	pub(crate) fn do_answer_recheck(
		who: T::AccountId,
		id: RecheckId,
		matches: bool,
	) -> DispatchResult {
		let recheck = Rechecks::<T>::get(id).ok_or(Error::<T>::NotFound)?;
		let drawn = recheck.drawn.ok_or(Error::<T>::DrawPending)?;
		ensure!(recheck.outcome.is_none(), Error::<T>::AlreadyAnswered);
		let header = Self::header(drawn.record)?;
		let actor = Self::officer(&who)?;
		let answers = actor.member == header.author.member
			&& actor.duties.intersects(Duties::APPROVAL.union(Duties::REVIEW));
		let supervises = actor.duties.contains(Duties::SUPERVISION)
			&& T::Cases::roles(header.case, actor.member).contains(PartyRoles::SUPERVISING);
		ensure!(answers || supervises, Error::<T>::NotAuthorized);
		ensure!(header.status != RecordStatus::Shredded, Error::<T>::WrongStatus);
		ensure!(!header.is_of(&who), Error::<T>::SameOfficer);
		let outcome = if matches { RecheckOutcome::Matches } else { RecheckOutcome::Differs };
		Self::close(id, recheck, drawn, outcome, Some(who));
		Ok(())
	}

	fn close(
		id: RecheckId,
		recheck: Recheck,
		drawn: Drawn,
		outcome: RecheckOutcome,
		by: Option<T::AccountId>,
	) {
		Rechecks::<T>::insert(id, Recheck { outcome: Some(outcome), ..recheck });
		let record = drawn.record;
		Self::deposit_event(Event::RecheckClosed { recheck: id, record, outcome, by });
		if matches!(outcome, RecheckOutcome::Matches | RecheckOutcome::Destroyed) {
			return;
		}
		let raised = T::Alerts::raise(
			Rule::RecheckFailed,
			Severity::Serious,
			recheck.by,
			Subject::Record(record),
			None,
		);
		if let Err(error) = raised {
			log::warn!(target: LOG_TARGET, "no alert for check {id:?}: {error:?}");
		}
	}

	/// Take over the outcomes of draws and close checks that nobody answered, at most `most` of each;
	/// gives the number of steps done.
	pub(crate) fn follow_rechecks(most: u32) -> u32 {
		let next = NextRecheck::<T>::get();
		Self::take_draws(next, most).saturating_add(Self::close_late(next, most))
	}

	fn take_draws(next: RecheckId, most: u32) -> u32 {
		let first = FirstUndrawn::<T>::get();
		let mut id = first;
		while id < next && id.0.saturating_sub(first.0) < most {
			let Some(recheck) = Rechecks::<T>::get(id) else { break };
			let Some(outcome) = T::Draws::outcome(recheck.draw) else { break };
			let record = record_of(outcome);
			let due = T::Time::today().plus(T::RecheckDays::get());
			let drawn = Some(Drawn { record, due });
			Rechecks::<T>::insert(id, Recheck { drawn, ..recheck });
			Self::deposit_event(Event::RecheckDrawn { recheck: id, record, due });
			id = RecheckId(id.0.saturating_add(1));
		}
		if id != first {
			FirstUndrawn::<T>::put(id);
		}
		id.0.saturating_sub(first.0)
	}

	fn close_late(next: RecheckId, most: u32) -> u32 {
		let today = T::Time::today();
		let first = FirstOpen::<T>::get();
		let mut id = first;
		while id < next && id.0.saturating_sub(first.0) < most {
			let Some(recheck) = Rechecks::<T>::get(id) else { break };
			if recheck.outcome.is_none() {
				// Later checks were drawn later and are due later.
				let Some(drawn) = recheck.drawn.filter(|drawn| drawn.due < today) else { break };
				let destroyed = Headers::<T>::get(drawn.record)
					.is_some_and(|header| header.status == RecordStatus::Shredded);
				let outcome =
					if destroyed { RecheckOutcome::Destroyed } else { RecheckOutcome::Unanswered };
				Self::close(id, recheck, drawn, outcome, None);
			}
			id = RecheckId(id.0.saturating_add(1));
		}
		if id != first {
			FirstOpen::<T>::put(id);
		}
		id.0.saturating_sub(first.0)
	}

	/// A check.
	pub fn recheck(id: RecheckId) -> Option<Recheck> {
		Rechecks::<T>::get(id)
	}

	/// At most `limit` checks that wait for a draw or an answer, from number `from` on.
	pub fn open_rechecks(from: RecheckId, limit: u32) -> Vec<(RecheckId, Recheck)> {
		let start = from.max(FirstOpen::<T>::get());
		(start.0..NextRecheck::<T>::get().0)
			.filter_map(|id| Some((RecheckId(id), Rechecks::<T>::get(RecheckId(id))?)))
			.filter(|(_, recheck)| recheck.outcome.is_none())
			.take(limit.min(crate::views::MAX_LIMIT) as usize)
			.collect()
	}
}
