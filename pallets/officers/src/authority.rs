//! Who may decide about the officers of a member.

use crate::{Config, Error, Pallet};
use frame_support::ensure;
use shejiao_primitives::{
	directory::{Directory, Members},
	duty::Duties,
	ids::MemberId,
	member::{CallClass, Profile},
	time::{LegalTime, Moment},
};
use sp_runtime::{DispatchError, DispatchResult};

/// Duties that the institution alone gives and takes.
const RESERVED: Duties = Duties::PERSONNEL.union(Duties::HEAD);

/// In what capacity an account decides for a member.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Authority {
	/// It signs for the member, or for a superior that acts for it.
	Institution,
	/// It is an officer with the duty of personnel.
	Personnel,
}

impl Authority {
	/// Whether `who` may touch `duties` of the accounts `concerned`.
	pub(crate) fn ensure_may<T: Config>(
		self,
		who: &T::AccountId,
		concerned: &[&T::AccountId],
		duties: Duties,
	) -> DispatchResult {
		if self == Self::Personnel {
			ensure!(!concerned.contains(&who), Error::<T>::ActsOnItself);
			ensure!(!duties.intersects(RESERVED), Error::<T>::ReservedDuties);
		}
		Ok(())
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn now() -> Moment {
		T::Time::now()
	}

	/// In what capacity `who` decides for `member` now.
	pub(crate) fn authority(
		who: &T::AccountId,
		member: MemberId,
	) -> Result<Authority, DispatchError> {
		ensure!(Self::serves(member, Self::now()), Error::<T>::MemberNotServing);
		let (own, authority) = match T::Members::member(who) {
			Some(own) => {
				ensure!(T::Members::stands_for(own, member), Error::<T>::NotAuthorized);
				(own, Authority::Institution)
			},
			None => {
				let actor = <Self as Directory<T::AccountId>>::officer(who)
					.filter(|actor| actor.member == member)
					.filter(|actor| actor.duties.contains(Duties::PERSONNEL))
					.ok_or(Error::<T>::NotAuthorized)?;
				(actor.member, Authority::Personnel)
			},
		};
		// The gate looks at who signed the transaction, not at a multisig that it acts through.
		ensure!(T::Members::profile(own).is_some_and(may_act), Error::<T>::NotAuthorized);
		Ok(authority)
	}

	/// As [`Self::authority`], for what only the institution may do.
	pub(crate) fn ensure_institution(who: &T::AccountId, member: MemberId) -> DispatchResult {
		let authority = Self::authority(who, member)?;
		ensure!(authority == Authority::Institution, Error::<T>::NotAuthorized);
		Ok(())
	}

	/// Whether the standing of a member leaves its officers anything at a moment: a statutory agency
	/// keeps the calls that the law orders whatever the council decided.
	pub(crate) fn serves(member: MemberId, at: Moment) -> bool {
		T::Members::standing_at(member, at).is_some_and(|standing| {
			standing.is_member()
				|| T::Members::profile(member).is_some_and(|p| p.kind.is_statutory())
		})
	}
}

fn may_act(profile: Profile) -> bool {
	profile.standing.permits(profile.kind.is_statutory(), CallClass::Statutory)
}
