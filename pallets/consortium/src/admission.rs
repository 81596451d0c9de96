//! Admission: proposal, publicity, objections, and one step in which everything comes together.

use crate::*;
use alloc::boxed::Box;
use frame_support::{ensure, traits::Get};
use shejiao_primitives::{
	directory::OnMembership,
	governance::{Body, Majority},
	member::{Access, Standing},
	reason::Reason,
	time::{LegalDate, LegalTime},
};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_propose(
		who: T::AccountId,
		candidate: Candidate<T::AccountId>,
	) -> DispatchResult {
		let (sponsor, record) = Self::active(&who)?;
		ensure!(record.votes_in(Body::Council), Error::<T>::NotAuthorized);
		ensure!(Proposals::<T>::count() < T::MaxProposals::get(), Error::<T>::MaxProposalsExceeded);
		Self::ensure_candidate(&candidate)?;
		ensure!(
			Proposals::<T>::iter_values().all(|open| {
				open.candidate.account != candidate.account
					&& (candidate.readmit.is_none() || open.candidate.readmit != candidate.readmit)
			}),
			Error::<T>::AlreadyExists
		);
		let Parameters { publicity_days, proposal_days, .. } = Params::<T>::get();
		let public_until = Self::in_days(publicity_days);
		let until = public_until.plus(proposal_days);
		let proposal = NextProposal::<T>::get();
		NextProposal::<T>::put(ProposalId(proposal.0.checked_add(1).ok_or(Error::<T>::Exhausted)?));
		Self::schedule(until, Due::Proposal(proposal))?;
		Proposals::<T>::insert(
			proposal,
			Proposal {
				sponsor,
				candidate: candidate.clone(),
				opened: Self::now(),
				public_until,
				until,
				objections: BoundedVec::new(),
			},
		);
		let candidate = Box::new(candidate);
		Self::deposit_event(Event::MemberProposed {
			proposal,
			sponsor,
			candidate,
			public_until,
			until,
		});
		Ok(())
	}

	/// An open proposal. A closed one says how it ended.
	fn open_proposal(proposal: ProposalId) -> Result<Proposal<T::AccountId>, DispatchError> {
		Proposals::<T>::get(proposal).ok_or_else(|| match Outcomes::<T>::get(proposal) {
			Some(Outcome::Admitted(_)) => Error::<T>::AlreadyMember.into(),
			Some(Outcome::Withdrawn | Outcome::Lapsed) => Error::<T>::ProposalEnded.into(),
			None => Error::<T>::NotFound.into(),
		})
	}

	pub(crate) fn do_object(
		who: T::AccountId,
		id: ProposalId,
		reason: Reason,
		document: H256,
	) -> DispatchResult {
		let (member, _) = Self::active(&who)?;
		let mut proposal = Self::open_proposal(id)?;
		ensure!(T::LegalTime::today() <= proposal.public_until, Error::<T>::PublicityOver);
		ensure!(
			proposal.objections.iter().all(|objection| objection.member != member),
			Error::<T>::AlreadyExists
		);
		ensure!(
			(proposal.objections.len() as u32) < Params::<T>::get().objections,
			Error::<T>::MaxObjectionsExceeded
		);
		proposal
			.objections
			.try_push(Objection { member, reason, document })
			.map_err(|_| Error::<T>::MaxObjectionsExceeded)?;
		Proposals::<T>::insert(id, proposal);
		Self::deposit_event(Event::ObjectionRaised { proposal: id, member, reason, document });
		Ok(())
	}

	pub(crate) fn do_withdraw_proposal(who: T::AccountId, id: ProposalId) -> DispatchResult {
		let (member, _) = Self::belonging(&who)?;
		let proposal = Self::open_proposal(id)?;
		ensure!(proposal.sponsor == member, Error::<T>::NotAuthorized);
		Self::close(id, Outcome::Withdrawn)
	}

	/// Close an open proposal.
	pub(crate) fn close(id: ProposalId, outcome: Outcome) -> DispatchResult {
		ensure!(Proposals::<T>::contains_key(id), Error::<T>::NotFound);
		Proposals::<T>::remove(id);
		Outcomes::<T>::insert(id, outcome);
		Self::cancel(Due::Proposal(id))?;
		Self::deposit_event(Event::ProposalClosed { proposal: id, outcome });
		Ok(())
	}

	pub(crate) fn do_admit(id: ProposalId) -> DispatchResult {
		let proposal = Self::open_proposal(id)?;
		let today = T::LegalTime::today();
		ensure!(proposal.public_until < today, Error::<T>::PublicityRunning);
		ensure!(today <= proposal.until, Error::<T>::ProposalEnded);
		ensure!(
			Majority::TwoThirds.threshold(SeatCount::<T>::get(Body::Council)) > 1,
			Error::<T>::SoleVoter
		);
		Self::ensure_candidate(&proposal.candidate)?;
		let renewal = Self::in_days(Params::<T>::get().renewal_days);
		let objections = proposal.objections.len() as u32;
		let member = Self::enrol(proposal.candidate, Some(id), Some(renewal), objections)?;
		Self::close(id, Outcome::Admitted(member))
	}

	/// Check everything about a candidate that can be checked.
	fn ensure_candidate(candidate: &Candidate<T::AccountId>) -> DispatchResult {
		Self::ensure_fresh(candidate)?;
		Self::ensure_placed(candidate.readmit, candidate.kind, &candidate.placement)?;
		Self::ensure_equipped(candidate)
	}

	/// The candidate is no member, and its account free for it.
	pub(crate) fn ensure_fresh(candidate: &Candidate<T::AccountId>) -> DispatchResult {
		let owner = Institutions::<T>::get(&candidate.account);
		match candidate.readmit {
			None => {
				if let Some(owner) = owner {
					let belongs = Self::record(owner)?.standing.is_member();
					ensure!(!belongs, Error::<T>::AlreadyMember);
					return Err(Error::<T>::AccountTaken.into());
				}
				ensure!(!Roles::<T>::contains_key(&candidate.account), Error::<T>::AccountTaken);
			},
			Some(member) => {
				let record = MemberRecords::<T>::get(member).ok_or(Error::<T>::NotFormerMember)?;
				ensure!(!record.standing.is_member(), Error::<T>::AlreadyMember);
				ensure!(record.kind == candidate.kind, Error::<T>::NotFormerMember);
				// Its last account or a fresh one, never one that was retired.
				ensure!(
					record.institution == candidate.account
						|| !Roles::<T>::contains_key(&candidate.account),
					Error::<T>::AccountTaken
				);
			},
		}
		Ok(())
	}

	/// Key, quota and nodes of the candidate are in order.
	pub(crate) fn ensure_equipped(candidate: &Candidate<T::AccountId>) -> DispatchResult {
		ensure!(candidate.encryption.is_valid(), Error::<T>::InvalidKey);
		ensure!(candidate.quota > 0, Error::<T>::InvalidQuota);
		ensure!(
			candidate.placement.access == Access::FullNode || candidate.peers.is_empty(),
			Error::<T>::AccessNotAllowed
		);
		for (place, peer) in candidate.peers.iter().enumerate() {
			ensure!(
				candidate.peers.iter().skip(place.saturating_add(1)).all(|p| p.id != peer.id),
				Error::<T>::AlreadyExists
			);
			Self::ensure_peer(&peer.id, candidate.readmit)?;
		}
		Ok(())
	}

	/// Admit a checked candidate.
	pub(crate) fn enrol(
		candidate: Candidate<T::AccountId>,
		proposal: Option<ProposalId>,
		renewal: Option<LegalDate>,
		objections: u32,
	) -> Result<MemberId, DispatchError> {
		let now = Self::now();
		let member = match candidate.readmit {
			Some(member) => member,
			None => {
				let member = NextMember::<T>::get();
				let next = member.0.checked_add(1).ok_or(Error::<T>::Exhausted)?;
				NextMember::<T>::put(MemberId(next));
				member
			},
		};
		let before = MemberRecords::<T>::get(member);
		if before.as_ref().is_none_or(|record| record.institution != candidate.account) {
			Self::install(member, &candidate.account)?;
		}
		if before.as_ref().is_none_or(|record| record.encryption != candidate.encryption) {
			EncryptionHistory::<T>::push(&member, now, candidate.encryption.clone())
				.map_err(|_| Error::<T>::Exhausted)?;
		}
		// Nodes that its leaving validator kept are replaced by the new ones.
		if before.is_some() {
			Self::drop_peers(member)?;
		}
		for peer in &candidate.peers {
			PeerOwners::<T>::insert(&peer.id, member);
		}
		if before.is_some() {
			Self::end_order(member)?;
		}
		if let Some(renewal) = renewal {
			Self::schedule(renewal, Due::Renewal(member))?;
		}
		let record = MemberRecord {
			kind: candidate.kind,
			placement: candidate.placement,
			institution: candidate.account.clone(),
			standing: Standing::Active,
			suspension: None,
			rest_until: before.as_ref().and_then(|record| record.rest_until),
			withdrawal: None,
			renewal,
			overdue: false,
			encryption: candidate.encryption.clone(),
			charter: candidate.charter,
			admitted: before.as_ref().map_or(now, |record| record.admitted),
			peers: candidate.peers.clone(),
			units: before.as_ref().map_or(0, |record| record.units),
		};
		Self::store(member, before.as_ref(), record, false)?;
		let from = before.map(|record| record.standing);
		Self::note_standing(member, from, Standing::Active, None)?;
		T::OnMembership::admitted(member, &candidate.account, candidate.quota)?;
		if let Some(from) = from {
			T::OnMembership::standing_changed(member, from, Standing::Active)?;
		}
		Self::deposit_event(Event::MemberAdmitted {
			member,
			proposal,
			candidate: Box::new(candidate),
			renewal,
			objections,
		});
		Ok(member)
	}
}
