//! Who may do what with a record.

use crate::{
	class::{Class, Source},
	pallet::{Config, Error, Headers, Pallet},
	types::Header,
};
use frame_support::ensure;
use shejiao_primitives::{
	case::{CaseId, CaseView, PartyRoles},
	directory::{Actor, Directory, Members},
	duty::{Acts, Duties},
	ids::MemberId,
	member::{CallClass, MemberKind},
	record::{ClassId, RecordId},
	regime::{Mode, ModuleId, Regime},
	time::{LegalDate, LegalTime, Moment},
};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// The caller as an officer.
	pub(crate) fn officer(who: &T::AccountId) -> Result<Actor, DispatchError> {
		Ok(T::Directory::officer(who).ok_or(Error::<T>::NotAuthorized)?)
	}

	/// The caller as an officer with one of `duties`.
	pub(crate) fn officer_with(who: &T::AccountId, duties: Duties) -> Result<Actor, DispatchError> {
		let actor = Self::officer(who)?;
		ensure!(actor.duties.intersects(duties), Error::<T>::NotAuthorized);
		Ok(actor)
	}

	/// Refuse what the law does not order while the module is paused, or off where `actor` works.
	pub(crate) fn ensure_discretionary(actor: &Actor) -> DispatchResult {
		ensure!(
			T::Regime::takes(ModuleId::Records, CallClass::Discretionary),
			Error::<T>::ModulePaused
		);
		let profile = T::Members::profile(actor.member).ok_or(Error::<T>::NotAuthorized)?;
		ensure!(
			T::Regime::mode(ModuleId::Records, profile.area) != Mode::Off,
			Error::<T>::ModuleOff
		);
		Ok(())
	}

	/// The last moment of `day` that has come.
	pub(crate) fn end_so_far(day: LegalDate) -> Moment {
		T::Time::now().min(T::Time::clock().end_of(day).saturating_sub(1))
	}

	/// The caller as one who anchors records of the class on `case`, or readings without a case,
	/// for an act of `day`.
	pub(crate) fn writer(
		who: &T::AccountId,
		class: &Class,
		case: Option<CaseId>,
		day: LegalDate,
	) -> Result<Actor, DispatchError> {
		let actor = Self::officer(who)?;
		let kind = T::Members::profile(actor.member).ok_or(Error::<T>::NotAuthorized)?.kind;
		let mut wanted = PartyRoles::NONE;
		let mut writes = false;
		for writer in &class.writers {
			if writer.kinds.contains(kind) && actor.duties.intersects(writer.duties) {
				wanted = wanted.union(writer.roles);
				writes = true;
			}
		}
		ensure!(writes, Error::<T>::NotAuthorized);
		if let (Some(case), Source::Documents) = (case, class.source) {
			ensure!(Self::has_role(case, actor.member, wanted, day), Error::<T>::NotAuthorized);
		}
		Self::ensure_delegated(&actor, class)?;
		Ok(actor)
	}

	/// Refuse a unit of a justice bureau what its agency has not delegated to it.
	pub(crate) fn ensure_delegated(actor: &Actor, class: &Class) -> DispatchResult {
		let Some(unit) = actor.unit else { return Ok(()) };
		let kind = T::Members::profile(actor.member).ok_or(Error::<T>::NotAuthorized)?.kind;
		ensure!(
			kind != MemberKind::JusticeBureau
				|| class.delegated != Acts(0)
					&& T::Directory::delegated(actor.member, unit, class.delegated, T::Time::now()),
			Error::<T>::NotAuthorized
		);
		Ok(())
	}

	/// Whether `member` has one of `wanted` on `case`, now or on `day`, or acts for a party that has.
	fn has_role(case: CaseId, member: MemberId, wanted: PartyRoles, day: LegalDate) -> bool {
		T::Cases::roles(case, member).intersects(wanted)
			|| T::Cases::roles_at(case, member, Self::end_so_far(day)).intersects(wanted)
			|| PartyRoles::NAMED.iter().any(|(_, role)| {
				wanted.contains(*role)
					&& T::Cases::parties(case, *role)
						.into_iter()
						.any(|party| T::Members::acts_for(member, party))
			})
	}

	/// The officer liable for an act of `day`: `named`, or else the one that signs.
	///
	/// It must have been an officer of the author on that day. For an act from before the case came
	/// onto the chain, which no officer on chain has done, it answers for the entry now.
	pub(crate) fn liable(
		who: &T::AccountId,
		named: Option<T::AccountId>,
		actor: &Actor,
		case: CaseId,
		day: LegalDate,
	) -> Result<T::AccountId, DispatchError> {
		let officer = named.unwrap_or_else(|| who.clone());
		let end = Self::end_so_far(day);
		let is_of_author = |at| {
			T::Directory::officer_at(&officer, at).is_some_and(|then| then.member == actor.member)
		};
		let ok = is_of_author(end)
			|| is_of_author(T::Time::clock().start_of(day))
			|| T::Cases::stage_at(case, end).is_none() && is_of_author(T::Time::now());
		ensure!(ok, Error::<T>::NotOfficerThen);
		Ok(officer)
	}

	/// The caller as an officer of the agency itself with one of `duties`, where the agency keeps the
	/// record: its author, or the one that executes.
	pub(crate) fn custodian(
		who: &T::AccountId,
		header: &Header<T::AccountId>,
		duties: Duties,
	) -> Result<Actor, DispatchError> {
		let actor = Self::officer_with(who, duties)?;
		ensure!(actor.unit.is_none(), Error::<T>::NotAuthorized);
		ensure!(
			actor.member == header.author.member
				|| T::Cases::roles(header.case, actor.member).contains(PartyRoles::EXECUTING),
			Error::<T>::NotAuthorized
		);
		Ok(actor)
	}

	/// Whether `superior` is the one above `member`.
	pub(crate) fn is_above(superior: MemberId, member: MemberId) -> bool {
		T::Members::profile(member).is_some_and(|of| of.parent == Some(superior))
	}

	/// Whether `member` may say of a record of `author` on `case` whether it is right: it is above the
	/// author, or another agency that decides the case or supervises it.
	pub(crate) fn reviews(member: MemberId, author: MemberId, case: CaseId) -> bool {
		let reviewing = PartyRoles::DECIDING.union(PartyRoles::SUPERVISING);
		member != author
			&& (Self::is_above(member, author)
				|| T::Cases::roles(case, member).intersects(reviewing))
	}

	/// A record as it stands.
	pub(crate) fn header(record: RecordId) -> Result<Header<T::AccountId>, DispatchError> {
		Ok(Headers::<T>::get(record).ok_or(Error::<T>::NotFound)?)
	}

	/// The record `basis`, on which something done to `record` of `case` rests: another one, that
	/// stands, of one of `classes`.
	pub(crate) fn basis(
		basis: RecordId,
		record: RecordId,
		case: CaseId,
		classes: &[ClassId],
	) -> Result<Header<T::AccountId>, DispatchError> {
		let header = Headers::<T>::get(basis).ok_or(Error::<T>::EvidenceMissing)?;
		ensure!(
			basis != record
				&& classes.contains(&header.class)
				&& header.status.is_evidence()
				&& Self::same_case(header.case, case),
			Error::<T>::EvidenceMissing
		);
		Ok(header)
	}

	/// Whether two handles are one case: the same, or one that goes on in the other.
	pub(crate) fn same_case(one: CaseId, other: CaseId) -> bool {
		let goes_on =
			|from, to| T::Cases::facts(from).is_some_and(|facts| facts.merged_into == Some(to));
		one == other || goes_on(one, other) || goes_on(other, one)
	}
}
