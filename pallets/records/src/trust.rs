//! Vouching for records, disputing them, and settling disputes.

use crate::{
	class::{Class, TrustRule},
	pallet::{Attestations, Config, Disputes, Error, Event, Headers, Pallet},
	types::{Attestation, Dispute, Header, Settlement},
	LOG_TARGET,
};
use alloc::collections::BTreeSet;
use frame_support::ensure;
use shejiao_primitives::{
	case::{CaseId, CaseView, PartyRoles, Representatives},
	directory::{Actor, Directory, Members},
	duty::Duties,
	ids::MemberId,
	oversight::{Alerting, Rule, Severity},
	record::{classes, RecordId, RecordStatus},
	subject::Subject,
	time::LegalTime,
};
use sp_runtime::{DispatchError, DispatchResult};

/// Duties, one of which vouches for a record.
const ATTESTING: Duties =
	Duties::RECORDS.union(Duties::APPROVAL).union(Duties::REVIEW).union(Duties::SUPERVISION);

/// Duties, one of which disputes a record.
const DISPUTING: Duties = Duties::RECORDS.union(Duties::REVIEW).union(Duties::SUPERVISION);

/// Duties, one of which settles a dispute.
const SETTLING: Duties = Duties::REVIEW.union(Duties::SUPERVISION);

impl<T: Config> Pallet<T> {
	/// The status of a record of `class` that `actor` anchors on `case`, `doubted` if in place of one
	/// that is not trusted: the author's word does not end a dispute about the author's word.
	pub(crate) fn initial_status(
		class: &Class,
		actor: &Actor,
		case: CaseId,
		doubted: bool,
	) -> RecordStatus {
		if !doubted && Self::is_competent(class, actor.member, case) {
			RecordStatus::Trusted
		} else {
			RecordStatus::Anchored
		}
	}

	/// Whether `record` is not trusted, or was not when it was frozen or sealed.
	pub(crate) fn is_doubted(record: RecordId, header: &Header<T::AccountId>) -> bool {
		let stands = match header.status {
			RecordStatus::Frozen | RecordStatus::Sealed => Self::status_before(record, header),
			status => status,
		};
		stands != RecordStatus::Trusted
	}

	/// Whom it concerns that the disputed record `old` of `author` is replaced: the member that disputes
	/// it; for the person, who hears it from its agency, the one that supervises the case.
	pub(crate) fn disputant(old: RecordId, author: MemberId, case: CaseId) -> Option<MemberId> {
		let dispute = Disputes::<T>::get(old)?;
		dispute.member.or_else(|| {
			let supervising = T::Cases::parties(case, PartyRoles::SUPERVISING);
			supervising.into_iter().find(|member| *member != author)
		})
	}

	/// Tell the disputant `member` that `new` is in the place of what it disputed.
	pub(crate) fn tell_disputant(member: MemberId, new: RecordId) {
		let (rule, severity) = (Rule::SourceCorrected, Severity::Ordinary);
		let raised = T::Alerts::raise(rule, severity, member, Subject::Record(new), None);
		if let Err(error) = raised {
			log::warn!(target: LOG_TARGET, "no alert for {new:?}: {error:?}");
		}
	}

	fn is_competent(class: &Class, member: MemberId, case: CaseId) -> bool {
		let TrustRule::Authoritative { kinds, roles } = class.trust else { return false };
		T::Members::profile(member).is_some_and(|profile| kinds.contains(profile.kind))
			&& T::Cases::roles(case, member).intersects(roles)
	}

	/// The parties that hold a shared fact.
	fn holders(roles: PartyRoles, case: CaseId) -> BTreeSet<MemberId> {
		PartyRoles::NAMED
			.iter()
			.filter(|(_, role)| roles.contains(*role))
			.flat_map(|(_, role)| T::Cases::parties(case, *role))
			.collect()
	}

	/// Whether `member` is one of those whose word counts for a record of `class` by `author`.
	fn may_attest(class: &Class, author: MemberId, member: MemberId, case: CaseId) -> bool {
		match class.trust {
			// Where the author is the competent one itself and its word has been doubted, no other
			// competent one need exist: then those count that review it.
			TrustRule::Authoritative { .. } => {
				Self::is_competent(class, member, case)
					|| Self::is_competent(class, author, case)
						&& Self::reviews(member, author, case)
			},
			TrustRule::Corroborated { roles, .. } => {
				T::Cases::roles(case, member).intersects(roles)
			},
			TrustRule::SharedFact { holders } => Self::holders(holders, case).contains(&member),
		}
	}

	/// Whether the word of `attesting` makes a record of `author` trusted.
	fn is_met(class: &Class, author: MemberId, case: CaseId, attesting: &[MemberId]) -> bool {
		match class.trust {
			TrustRule::Authoritative { .. } => !attesting.is_empty(),
			TrustRule::Corroborated { members, .. } => attesting.len() >= usize::from(members),
			TrustRule::SharedFact { holders } => {
				let holders = Self::holders(holders, case);
				let having = holders
					.iter()
					.filter(|holder| **holder == author || attesting.contains(holder))
					.count();
				having.saturating_mul(2) > holders.len()
			},
		}
	}

	/// `who` vouches for `record`.
	pub(crate) fn do_attest(who: T::AccountId, record: RecordId) -> DispatchResult {
		let actor = Self::officer_with(&who, ATTESTING)?;
		Self::ensure_discretionary(&actor)?;
		let mut header = Self::header(record)?;
		ensure!(actor.member != header.author.member, Error::<T>::OwnRecord);
		let class = Self::rule_of(&header)?;
		Self::ensure_delegated(&actor, &class)?;
		let author = header.author.member;
		ensure!(
			Self::may_attest(&class, author, actor.member, header.case),
			Error::<T>::NotAuthorized
		);
		ensure!(header.status == RecordStatus::Anchored, Error::<T>::WrongStatus);
		let mut all = Attestations::<T>::get(record);
		ensure!(all.iter().all(|one| one.member != actor.member), Error::<T>::AlreadyExists);
		all.try_push(Attestation {
			member: actor.member,
			officer: who.clone(),
			at: T::Time::now(),
		})
		.map_err(|_| Error::<T>::MaxAttestationsExceeded)?;
		let members: alloc::vec::Vec<_> = all.iter().map(|one| one.member).collect();
		Attestations::<T>::insert(record, all);
		Self::deposit_event(Event::Attested { record, member: actor.member, officer: who });
		if Self::is_met(&class, author, header.case, &members) {
			Self::set_status(record, &mut header, RecordStatus::Trusted)?;
		}
		Ok(())
	}

	/// `who` disputes `record` for the reasons in `reasons`.
	pub(crate) fn do_dispute(
		who: T::AccountId,
		record: RecordId,
		reasons: RecordId,
	) -> DispatchResult {
		let (member, mut header) = match T::Directory::officer(&who) {
			Some(actor) => {
				ensure!(actor.duties.intersects(DISPUTING), Error::<T>::NotAuthorized);
				let header = Self::header(record)?;
				ensure!(
					!T::Cases::roles(header.case, actor.member).is_none(),
					Error::<T>::NotAuthorized
				);
				ensure!(actor.member != header.author.member, Error::<T>::OwnRecord);
				Self::ensure_delegated(&actor, &Self::rule_of(&header)?)?;
				(Some(actor.member), header)
			},
			None => (None, Self::seen_by_representative(&who, record)?),
		};
		let given = Self::basis(reasons, record, header.case, &[classes::REVIEW])?;
		ensure!(
			member.is_none_or(|member| member == given.author.member),
			Error::<T>::EvidenceMissing
		);
		Self::set_status(record, &mut header, RecordStatus::Disputed)?;
		let since = T::Time::now();
		Disputes::<T>::insert(record, Dispute { member, by: who.clone(), reasons, since });
		Self::deposit_event(Event::RecordDisputed { record, member, by: who, reasons });
		Ok(())
	}

	/// `record`, as far as it exists for the representative `who`: one answer for every record that
	/// is not theirs to know of.
	fn seen_by_representative(
		who: &T::AccountId,
		record: RecordId,
	) -> Result<Header<T::AccountId>, DispatchError> {
		let case = T::Representatives::case_of(who).ok_or(Error::<T>::NotAuthorized)?;
		let header = Self::header(record)?;
		ensure!(
			Self::same_case(header.case, case) && !Self::is_hidden_class(header.class),
			Error::<T>::NotFound
		);
		Ok(header)
	}

	/// `who` ends the dispute of `record`.
	pub(crate) fn do_settle(
		who: T::AccountId,
		record: RecordId,
		settlement: Settlement,
		evidence: Option<RecordId>,
	) -> DispatchResult {
		let mut header = match settlement {
			Settlement::Withdrawn => Self::withdrawn_by(&who, record)?,
			Settlement::Stands | Settlement::Refuted => {
				let evidence = evidence.ok_or(Error::<T>::EvidenceMissing)?;
				Self::reviewed_by(&who, record, evidence)?
			},
		};
		let evidence = evidence.filter(|_| settlement != Settlement::Withdrawn);
		Self::deposit_event(Event::DisputeSettled { record, settlement, by: who, evidence });
		let to = match settlement {
			Settlement::Refuted => {
				// Whoever vouched for it vouched for something wrong.
				Attestations::<T>::remove(record);
				RecordStatus::Sealed
			},
			Settlement::Stands | Settlement::Withdrawn => Self::status_before(record, &header),
		};
		Self::set_status(record, &mut header, to)?;
		Self::look_again(header.case);
		Ok(())
	}

	fn disputed(
		record: RecordId,
	) -> Result<(Header<T::AccountId>, Dispute<T::AccountId>), DispatchError> {
		let header = Headers::<T>::get(record).ok_or(Error::<T>::NotFound)?;
		let dispute = Disputes::<T>::get(record).ok_or(Error::<T>::WrongStatus)?;
		Ok((header, dispute))
	}

	fn withdrawn_by(
		who: &T::AccountId,
		record: RecordId,
	) -> Result<Header<T::AccountId>, DispatchError> {
		match T::Directory::officer(who) {
			Some(actor) => {
				ensure!(actor.duties.intersects(DISPUTING), Error::<T>::NotAuthorized);
				let (header, dispute) = Self::disputed(record)?;
				ensure!(dispute.member == Some(actor.member), Error::<T>::NotAuthorized);
				Self::ensure_delegated(&actor, &Self::rule_of(&header)?)?;
				Ok(header)
			},
			None => {
				Self::seen_by_representative(who, record)?;
				let (header, dispute) = Self::disputed(record)?;
				ensure!(dispute.member.is_none(), Error::<T>::NotAuthorized);
				Ok(header)
			},
		}
	}

	fn reviewed_by(
		who: &T::AccountId,
		record: RecordId,
		evidence: RecordId,
	) -> Result<Header<T::AccountId>, DispatchError> {
		let actor = Self::officer_with(who, SETTLING)?;
		ensure!(actor.unit.is_none(), Error::<T>::NotAuthorized);
		let (header, dispute) = Self::disputed(record)?;
		let author = header.author.member;
		ensure!(actor.member != author, Error::<T>::OwnRecord);
		ensure!(
			dispute.member != Some(actor.member)
				&& (Self::is_above(actor.member, author)
					|| !T::Cases::roles(header.case, actor.member).is_none()),
			Error::<T>::NotAuthorized
		);
		let given = Self::basis(evidence, record, header.case, &[classes::REVIEW])?;
		ensure!(
			given.author.member == actor.member && given.entered >= dispute.since,
			Error::<T>::EvidenceMissing
		);
		Ok(header)
	}
}
