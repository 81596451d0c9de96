//! Who acts, on what, and with what evidence.

use crate::{transitions::Who, AccountIdOf, Cases, Config, Error, Pallet, RecordOf};
use alloc::vec::Vec;
use frame_support::ensure;
use shejiao_primitives::{
	case::{CaseId, Stage},
	directory::{Actor, Directory, Members},
	duty::Category,
	ids::MemberId,
	member::CallClass,
	record::{ClassId, RecordId, RecordIndex},
	regime::{Mode, ModuleId, Regime},
	subject::Subject,
	time::{LegalDate, LegalTime, Moment},
};
use sp_runtime::DispatchResult;

use crate::types::{Act, Party};

impl<T: Config> Pallet<T> {
	pub(crate) fn now() -> Moment {
		T::Time::now()
	}

	/// The moment that stands for an act of `date`, by which clocks count: its beginning.
	pub(crate) fn moment_of(date: LegalDate) -> Moment {
		T::Time::clock().start_of(date)
	}

	/// `who` as an officer now.
	pub(crate) fn actor(who: &AccountIdOf<T>) -> Result<Actor, Error<T>> {
		T::Directory::officer(who).ok_or(Error::NotAuthorized)
	}

	/// Whether one of `permitted` fits `actor`, given who has which role. An officer also acts for a
	/// member that its own acts for by a recorded order.
	pub(crate) fn permits(actor: &Actor, parties: &[Party], permitted: &[Who]) -> bool {
		let held =
			parties.iter().filter(|party| T::Members::stands_for(actor.member, party.member));
		for party in held {
			let fits = permitted.iter().any(|who| {
				party.roles.contains(who.role)
					&& actor.duties.intersects(who.duties)
					&& (!who.functionary || actor.category == Category::StateFunctionary)
					&& T::Members::profile(party.member)
						.is_some_and(|profile| who.kinds.contains(&profile.kind))
					&& Self::unit_may(actor, who)
			});
			if fits {
				return true;
			}
		}
		false
	}

	/// A unit's officer acts for the agency only within what is delegated to the unit.
	fn unit_may(actor: &Actor, who: &Who) -> bool {
		match (actor.unit, who.unit) {
			(None, _) => true,
			(Some(_), None) => false,
			(Some(unit), Some(acts)) => {
				T::Directory::delegated(actor.member, unit, acts, Self::now())
			},
		}
	}

	/// Whether an officer has any role on a case, its own or that of a member it acts for.
	pub(crate) fn takes_part(actor: &Actor, record: &RecordOf<T>) -> bool {
		let mut parties = record.parties.iter();
		parties.any(|party| T::Members::stands_for(actor.member, party.member))
	}

	/// The case, if `who` is one of `permitted` on it. One answer for everybody else, whether or not
	/// there is such a case.
	pub(crate) fn permitted(
		who: &AccountIdOf<T>,
		case: CaseId,
		permitted: &[Who],
	) -> Result<(RecordOf<T>, Actor), Error<T>> {
		let actor = Self::actor(who)?;
		let record = Cases::<T>::get(case).ok_or(Error::NotAuthorized)?;
		ensure!(Self::permits(&actor, &record.parties, permitted), Error::NotAuthorized);
		Ok((record, actor))
	}

	/// As [`Self::permitted`], in a case that takes acts of its own.
	pub(crate) fn acting(
		who: &AccountIdOf<T>,
		case: CaseId,
		permitted: &[Who],
	) -> Result<(RecordOf<T>, Actor), Error<T>> {
		let (record, actor) = Self::permitted(who, case, permitted)?;
		Self::ensure_not_merged(&record)?;
		Ok((record, actor))
	}

	/// Refuse acts in a merged case.
	pub(crate) fn ensure_not_merged(record: &RecordOf<T>) -> Result<(), Error<T>> {
		ensure!(record.merged_into.is_none(), Error::CaseMerged);
		Ok(())
	}

	/// Refuse what would show somebody more of a closed file than before.
	pub(crate) fn ensure_not_closed(record: &RecordOf<T>) -> Result<(), Error<T>> {
		ensure!(!record.is_closed(), Error::FileClosed);
		Ok(())
	}

	/// Refuse where the case is not at one of `stages`.
	pub(crate) fn ensure_stage(record: &RecordOf<T>, stages: &[Stage]) -> Result<(), Error<T>> {
		ensure!(stages.contains(&record.stage), Error::WrongStage);
		Ok(())
	}

	/// Refuse a discretionary call while the module is paused, or off where `member` is competent.
	pub(crate) fn ensure_on(member: MemberId) -> Result<(), Error<T>> {
		let module = ModuleId::SubjectIdentity;
		ensure!(T::Regime::takes(module, CallClass::Discretionary), Error::ModulePaused);
		let off = T::Members::profile(member)
			.is_some_and(|profile| T::Regime::mode(module, profile.area) == Mode::Off);
		ensure!(!off, Error::ModuleOff);
		Ok(())
	}

	/// Refuse a date in the future.
	pub(crate) fn ensure_past(act_date: LegalDate) -> Result<(), Error<T>> {
		ensure!(act_date <= T::Time::today(), Error::ActInFuture);
		Ok(())
	}

	/// Refuse a record that does not prove an act of `act_date` in `case` now, or is of none of `classes`.
	/// An act is judged by its own day, and no proof of it is of a later one.
	pub(crate) fn ensure_evidence(
		record: RecordId,
		case: CaseId,
		classes: &[ClassId],
		act_date: LegalDate,
	) -> Result<(), Error<T>> {
		let facts = T::Records::facts(record).ok_or(Error::NotEvidence)?;
		ensure!(T::Records::is_evidence(record, case), Error::NotEvidence);
		ensure!(classes.contains(&facts.class), Error::WrongClass);
		ensure!(facts.act_date <= act_date, Error::EvidenceLater);
		Ok(())
	}

	/// Let `dependant` be told when a record changes.
	pub(crate) fn link(records: &[Option<RecordId>], dependant: Subject) -> DispatchResult {
		let mut linked = Vec::new();
		for record in records.iter().flatten() {
			if !linked.contains(record) {
				T::Records::link(*record, dependant)?;
				linked.push(*record);
			}
		}
		Ok(())
	}

	/// An act of an officer, entered now.
	pub(crate) fn act(
		who: &AccountIdOf<T>,
		date: LegalDate,
		evidence: Option<RecordId>,
	) -> Act<AccountIdOf<T>> {
		Act { date, entered: Self::now(), evidence, by: Some(who.clone()) }
	}
}
