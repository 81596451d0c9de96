//! Who acts, on which day, on what paper.

use crate::{Config, Error, Pallet, Paper};
use frame_support::ensure;
use shejiao_primitives::{
	case::CaseId,
	directory::{Actor, Directory, Members},
	duty::Duties,
	ids::MemberId,
	member::Profile,
	record::RecordIndex,
	subject::Subject,
	time::{LegalDate, LegalTime, Moment},
};
use sp_runtime::{DispatchError, DispatchResult};

/// Duties by which an officer speaks for an addressee.
pub(crate) const ANSWERS: Duties = Duties::APPROVAL.union(Duties::HEAD);

impl<T: Config> Pallet<T> {
	/// What `who` is as an officer now.
	pub(crate) fn actor(who: &T::AccountId) -> Result<Actor, DispatchError> {
		Ok(T::Directory::officer(who).ok_or(Error::<T>::NotAuthorized)?)
	}

	/// What `who` is, as an officer of an agency itself: units act only within what is delegated,
	/// and nothing here is.
	pub(crate) fn of_agency(who: &T::AccountId) -> Result<Actor, DispatchError> {
		let actor = Self::actor(who)?;
		ensure!(actor.unit.is_none(), Error::<T>::NotAuthorized);
		Ok(actor)
	}

	/// Ensure that `who` acts for `member`, as an officer of an agency itself with some of `duties`.
	pub(crate) fn ensure_officer(
		who: &T::AccountId,
		member: MemberId,
		duties: Duties,
	) -> DispatchResult {
		let actor = Self::of_agency(who)?;
		let may = T::Members::stands_for(actor.member, member) && actor.duties.intersects(duties);
		ensure!(may, Error::<T>::NotAuthorized);
		Ok(())
	}

	/// What a member is.
	pub(crate) fn profile(member: MemberId) -> Result<Profile, DispatchError> {
		Ok(T::Members::profile(member).ok_or(Error::<T>::NotFound)?)
	}

	/// Ensure that a day has come.
	pub(crate) fn ensure_past(date: LegalDate) -> DispatchResult {
		ensure!(date <= T::Time::today(), Error::<T>::InTheFuture);
		Ok(())
	}

	/// The moment by which the clocks judge an act of the day `date`: now, or the last one of it.
	pub(crate) fn moment_of(date: LegalDate) -> Moment {
		T::Time::now().min(T::Time::clock().end_of(date).saturating_sub(1))
	}

	/// The case that a paper's record belongs to.
	pub(crate) fn case_of_paper(paper: &Paper) -> Option<CaseId> {
		match paper {
			Paper::Record(record) => T::Records::facts(*record).map(|facts| facts.case),
			Paper::Sealed(_) => None,
		}
	}

	/// Ensure that `member` may put `paper` forward for an act of the day `on`, and give the case that
	/// its record belongs to.
	pub(crate) fn examine(
		paper: &Paper,
		member: MemberId,
		on: LegalDate,
	) -> Result<Option<CaseId>, DispatchError> {
		let Paper::Record(record) = paper else { return Ok(None) };
		let facts = T::Records::facts(*record).ok_or(Error::<T>::NotFound)?;
		ensure!(facts.author == member, Error::<T>::WrongAuthor);
		ensure!(facts.status.is_evidence(), Error::<T>::NotEvidence);
		ensure!(facts.act_date <= on, Error::<T>::EvidenceLater);
		ensure!(!T::Records::is_hidden(*record), Error::<T>::WrongClass);
		Ok(Some(facts.case))
	}

	/// As [`Self::examine`], where the record must belong to `case`: what is not about a case that
	/// is known must not become so by a record.
	pub(crate) fn examine_in(
		paper: &Paper,
		member: MemberId,
		on: LegalDate,
		case: Option<CaseId>,
	) -> DispatchResult {
		let of = Self::examine(paper, member, on)?;
		ensure!(of.is_none() || of == case, Error::<T>::WrongCase);
		Ok(())
	}

	/// Remember that `dependant` rests on `paper`, if that is a record.
	pub(crate) fn rest_on(paper: &Paper, dependant: Subject) -> DispatchResult {
		match paper {
			Paper::Record(record) => T::Records::link(*record, dependant),
			Paper::Sealed(_) => Ok(()),
		}
	}
}
