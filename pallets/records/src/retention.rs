//! Sealing, freezing by an officer, and the end of a record.

use crate::{
	class::{Class, Retention},
	freezing::freezes,
	pallet::{Config, Error, Event, Pallet, ShredProposals},
	types::{Header, ShredProposal},
};
use frame_support::ensure;
use shejiao_primitives::{
	case::{CaseId, CaseView, PartyRoles},
	directory::{Actor, Members},
	duty::Duties,
	record::{classes, RecordId, RecordStatus},
	time::{LegalDate, LegalTime},
};
use sp_core::H256;
use sp_runtime::{DispatchError, DispatchResult};

/// Duties, one of which proposes to destroy a record.
const APPRAISING: Duties = Duties::RECORDS.union(Duties::APPROVAL);

impl<T: Config> Pallet<T> {
	/// `who` seals `record` upon `basis`.
	pub(crate) fn do_seal(who: T::AccountId, record: RecordId, basis: RecordId) -> DispatchResult {
		let mut header = Self::header(record)?;
		let actor = Self::custodian(&who, &header, Duties::APPROVAL)?;
		ensure!(!header.is_of(&who), Error::<T>::SameOfficer);
		// What is disputed is settled first: it must not vanish from view.
		ensure!(header.status != RecordStatus::Disputed, Error::<T>::WrongStatus);
		let given = Self::decision(&who, basis, record, header.case)?;
		Self::ensure_entitled(&actor, &header, &given)?;
		Self::set_status(record, &mut header, RecordStatus::Sealed)?;
		Self::deposit_event(Event::RecordSealed { record, by: who, basis });
		Ok(())
	}

	/// `who` unseals `record` upon `basis`.
	pub(crate) fn do_unseal(
		who: T::AccountId,
		record: RecordId,
		basis: RecordId,
	) -> DispatchResult {
		let mut header = Self::header(record)?;
		let actor = Self::custodian(&who, &header, Duties::APPROVAL)?;
		Self::ensure_discretionary(&actor)?;
		ensure!(!header.is_of(&who), Error::<T>::SameOfficer);
		ensure!(header.status == RecordStatus::Sealed, Error::<T>::WrongStatus);
		let given = Self::decision(&who, basis, record, header.case)?;
		if Self::is_refuted(record, &header) {
			// Neither the author nor whoever keeps the file undoes alone what others have found.
			let (from, author) = (given.author.member, header.author.member);
			ensure!(
				from != actor.member
					&& Self::reviews(from, author, header.case)
					&& given.entered > Self::status_since(record, &header),
				Error::<T>::EvidenceMissing
			);
		} else {
			Self::ensure_entitled(&actor, &header, &given)?;
		}
		let before = Self::status_before(record, &header);
		let to = match (header.superseded_by, before) {
			(Some(_), _) => RecordStatus::Superseded,
			(None, RecordStatus::Trusted) => RecordStatus::Trusted,
			// One that was refuted starts anew.
			(None, _) => RecordStatus::Anchored,
		};
		Self::set_status(record, &mut header, to)?;
		Self::look_again(header.case);
		Self::deposit_event(Event::RecordUnsealed { record, by: who, basis });
		Ok(())
	}

	/// The decision `basis`, upon which `who` seals or unseals `record` of `case`: not its own.
	fn decision(
		who: &T::AccountId,
		basis: RecordId,
		record: RecordId,
		case: CaseId,
	) -> Result<Header<T::AccountId>, DispatchError> {
		let given = Self::basis(basis, record, case, &[classes::REVIEW, classes::DECISIONS])?;
		ensure!(!given.is_of(who), Error::<T>::SameOfficer);
		Ok(given)
	}

	/// Refuse to take another agency's record out of view, or back, unless `given` is a decision of that
	/// agency, of the one above it, or of the one that decides the case; what supervises the others is
	/// not theirs to hide.
	fn ensure_entitled(
		actor: &Actor,
		header: &Header<T::AccountId>,
		given: &Header<T::AccountId>,
	) -> DispatchResult {
		let (author, from, case) = (header.author.member, given.author.member, header.case);
		let has = |member, role| T::Cases::roles(case, member).contains(role);
		let supervises = has(author, PartyRoles::SUPERVISING)
			|| T::Members::profile(author).is_some_and(|of| of.kind.supervises());
		let is_over = || Self::is_above(from, author) || has(from, PartyRoles::DECIDING);
		ensure!(
			actor.member == author || from == author || !supervises && is_over(),
			Error::<T>::EvidenceMissing
		);
		Ok(())
	}

	/// `who` freezes `record`.
	pub(crate) fn do_freeze(who: T::AccountId, record: RecordId) -> DispatchResult {
		let mut header = Self::header(record)?;
		Self::custodian(&who, &header, Duties::RECORDS)?;
		ensure!(freezes(header.status), Error::<T>::WrongStatus);
		let due = Self::freeze_day(&header, &Self::rule_of(&header)?);
		ensure!(due.is_some_and(|due| due <= T::Time::today()), Error::<T>::RetentionRunning);
		Self::set_status(record, &mut header, RecordStatus::Frozen)?;
		Self::deposit_event(Event::RecordFrozen { record, by: Some(who) });
		Ok(())
	}

	/// `who` proposes to destroy `record` upon `basis`.
	pub(crate) fn do_propose_shred(
		who: T::AccountId,
		record: RecordId,
		basis: RecordId,
	) -> DispatchResult {
		let header = Self::header(record)?;
		let actor = Self::custodian(&who, &header, APPRAISING)?;
		Self::ensure_discretionary(&actor)?;
		ensure!(!ShredProposals::<T>::contains_key(record), Error::<T>::AlreadyExists);
		Self::ensure_destructible(record, &header, basis)?;
		let since = T::Time::now();
		let proposal = ShredProposal { by: who.clone(), member: actor.member, basis, since };
		ShredProposals::<T>::insert(record, proposal);
		Self::deposit_event(Event::ShredProposed { record, by: who, basis });
		Ok(())
	}

	/// `who` confirms the destruction of `record`.
	pub(crate) fn do_confirm_shred(who: T::AccountId, record: RecordId) -> DispatchResult {
		let mut header = Self::header(record)?;
		let proposal = ShredProposals::<T>::get(record).ok_or(Error::<T>::NotFound)?;
		let actor = Self::custodian(&who, &header, Duties::APPROVAL)?;
		Self::ensure_discretionary(&actor)?;
		ensure!(proposal.by != who, Error::<T>::SameOfficer);
		Self::ensure_destructible(record, &header, proposal.basis)?;
		header.locator = H256::zero();
		header.seal = None;
		Self::set_status(record, &mut header, RecordStatus::Shredded)?;
		Self::deposit_event(Event::RecordShredded {
			record,
			proposed_by: proposal.by,
			confirmed_by: who,
			basis: proposal.basis,
		});
		Ok(())
	}

	/// `who` drops the proposal to destroy `record`.
	pub(crate) fn do_withdraw_shred(who: T::AccountId, record: RecordId) -> DispatchResult {
		let header = Self::header(record)?;
		Self::custodian(&who, &header, APPRAISING)?;
		ensure!(ShredProposals::<T>::take(record).is_some(), Error::<T>::NotFound);
		Self::deposit_event(Event::ShredDropped { record });
		Ok(())
	}

	fn ensure_destructible(
		record: RecordId,
		header: &Header<T::AccountId>,
		basis: RecordId,
	) -> DispatchResult {
		let class = Self::rule_of(header)?;
		let ready = match class.retention {
			Retention::Statutory { .. } => matches!(
				header.status,
				RecordStatus::Frozen | RecordStatus::Sealed | RecordStatus::Superseded
			),
			Retention::Working { .. } => {
				!matches!(header.status, RecordStatus::Disputed | RecordStatus::Shredded)
			},
		};
		ensure!(ready, Error::<T>::WrongStatus);
		let due = Self::shred_day(header, &class);
		ensure!(due.is_some_and(|due| due <= T::Time::today()), Error::<T>::RetentionRunning);
		Self::basis(basis, record, header.case, &[classes::REVIEW])?;
		Ok(())
	}

	/// The rule by which a record is treated.
	pub(crate) fn rule_of(header: &Header<T::AccountId>) -> Result<Class, DispatchError> {
		Ok(Self::standing_rule(header.class).ok_or(Error::<T>::UnknownClass)?.class)
	}

	/// The first day on which a record may be frozen; `None` while its case is not archived.
	pub(crate) fn freeze_day(header: &Header<T::AccountId>, class: &Class) -> Option<LegalDate> {
		match class.retention {
			Retention::Statutory { freeze, .. } => {
				Self::filed_on(header).map(|day| day.plus(freeze))
			},
			Retention::Working { days } => Some(Self::entered_on(header).plus(days)),
		}
	}

	/// The first day on which a record may be destroyed; `None` while its case is not archived.
	pub(crate) fn shred_day(header: &Header<T::AccountId>, class: &Class) -> Option<LegalDate> {
		match class.retention {
			Retention::Statutory { keep, .. } => Self::filed_on(header).map(|day| day.plus(keep)),
			Retention::Working { .. } => Self::freeze_day(header, class),
		}
	}

	/// The day from which the retention of a statutory file counts: its case was archived then, or the
	/// record came later. What is entered late can be used for its time like any other.
	fn filed_on(header: &Header<T::AccountId>) -> Option<LegalDate> {
		Self::archived_on(header.case).map(|day| day.max(Self::entered_on(header)))
	}

	fn entered_on(header: &Header<T::AccountId>) -> LegalDate {
		T::Time::clock().date(header.entered)
	}
}
