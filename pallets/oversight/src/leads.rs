//! Leads that one supervising agency gives another (S138).

use crate::{
	Config, Error, Event, Lead, LeadId, LeadOutcome, Leads, LeadsOf, NextNotice, Pallet, Part,
};
use frame_support::ensure;
use shejiao_primitives::{
	clock::{kinds, Deadlines, KindId},
	duty::Duties,
	ids::MemberId,
	member::MemberKind,
	oversight::{NoticeId, Severity},
	subject::Subject,
	time::LegalTime,
};
use sp_core::H256;
use sp_runtime::{DispatchError, DispatchResult};

/// Duties by which an officer receives a lead.
const RECEIVES: Duties = Duties::SUPERVISION.union(Duties::APPROVAL).union(Duties::HEAD);

/// The clock by which a lead must be acknowledged: what is grave waits no longer than an alert would.
const fn acknowledgement_clock(severity: Severity) -> KindId {
	match severity {
		Severity::Gravest => kinds::ALERT_GRAVEST,
		Severity::Serious => kinds::ALERT_SERIOUS,
		Severity::Ordinary | Severity::Information => kinds::LEAD_ACKNOWLEDGEMENT,
	}
}

impl<T: Config> Pallet<T> {
	/// The next number of a notice or lead.
	pub(crate) fn next_notice() -> Result<NoticeId, DispatchError> {
		let id = NextNotice::<T>::get();
		let next = id.0.checked_add(1).ok_or(Error::<T>::MaxCountExceeded)?;
		NextNotice::<T>::put(NoticeId(next));
		Ok(id)
	}

	/// Give a lead.
	pub(crate) fn do_transfer(
		who: T::AccountId,
		to: MemberId,
		content: H256,
		severity: Severity,
	) -> DispatchResult {
		let actor = Self::of_agency(&who)?;
		let gives = Duties::SUPERVISION.union(Duties::HEAD);
		ensure!(actor.duties.intersects(gives), Error::<T>::NotAuthorized);
		let from = actor.member;
		ensure!(Self::profile(from)?.kind.is_statutory(), Error::<T>::NotAuthorized);
		ensure!(from != to, Error::<T>::ToItself);
		let kind = Self::profile(to)?.kind;
		let competent = kind.supervises() || kind == MemberKind::PublicSecurity;
		ensure!(competent, Error::<T>::NotCompetent);

		let id = Self::next_notice()?;
		let given = T::Time::now();
		Leads::<T>::insert(
			id,
			Lead {
				from,
				to,
				by: who.clone(),
				content,
				severity,
				given,
				acknowledged: None,
				result: None,
			},
		);
		LeadsOf::<T>::insert(from, id, Part::Sender);
		LeadsOf::<T>::insert(to, id, Part::Addressee);
		T::Deadlines::start(acknowledgement_clock(severity), Subject::Notice(id), to, given)?;
		Self::deposit_event(Event::LeadTransferred {
			lead: id,
			from,
			to,
			by: who,
			content,
			severity,
		});
		Ok(())
	}

	/// Acknowledge a lead.
	pub(crate) fn do_acknowledge_lead(who: T::AccountId, id: LeadId) -> DispatchResult {
		let mut lead = Leads::<T>::get(id).ok_or(Error::<T>::NotFound)?;
		Self::ensure_officer(&who, lead.to, RECEIVES)?;
		ensure!(lead.acknowledged.is_none(), Error::<T>::WrongStatus);
		let now = T::Time::now();
		lead.acknowledged = Some((who.clone(), now));
		let kind = acknowledgement_clock(lead.severity);
		Leads::<T>::insert(id, lead);
		T::Deadlines::complete(kind, Subject::Notice(id), now)?;
		Self::deposit_event(Event::LeadAcknowledged { lead: id, by: who });
		Ok(())
	}

	/// Tell what became of a lead.
	pub(crate) fn do_report_result(
		who: T::AccountId,
		id: LeadId,
		outcome: LeadOutcome,
		report: H256,
	) -> DispatchResult {
		let mut lead = Leads::<T>::get(id).ok_or(Error::<T>::NotFound)?;
		Self::ensure_officer(&who, lead.to, RECEIVES)?;
		let open = lead.acknowledged.is_some() && lead.result.is_none();
		ensure!(open, Error::<T>::WrongStatus);
		LeadsOf::<T>::remove(lead.from, id);
		LeadsOf::<T>::remove(lead.to, id);
		lead.result = Some((outcome, report, who.clone(), T::Time::now()));
		Leads::<T>::insert(id, lead);
		Self::deposit_event(Event::LeadConcluded { lead: id, by: who, outcome, report });
		Ok(())
	}
}
