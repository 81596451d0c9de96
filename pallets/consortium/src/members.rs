//! Members: finding them, storing them, and the tree that they form.

use crate::*;
use frame_support::{ensure, traits::EnsureOriginWithArg};
use frame_system::ensure_root;
use shejiao_primitives::{
	directory::Members,
	ids::UnitId,
	member::{Access, MemberKind, Profile, Seat, Standing},
	time::{LegalTime, Moment},
};

impl<T: Config> Members<T::AccountId> for Pallet<T> {
	fn member(account: &T::AccountId) -> Option<MemberId> {
		let member = Institutions::<T>::get(account)?;
		(Self::institution(member)? == *account).then_some(member)
	}

	fn institution(member: MemberId) -> Option<T::AccountId> {
		MemberRecords::<T>::get(member).map(|record| record.institution)
	}

	fn profile(member: MemberId) -> Option<Profile> {
		let record = MemberRecords::<T>::get(member)?;
		let Placement { level, area, parent, seat, access, provider: _ } = record.placement;
		let MemberRecord { kind, standing, .. } = record;
		Some(Profile { kind, level, area, parent, seat, access, standing })
	}

	fn standing_at(member: MemberId, at: Moment) -> Option<Standing> {
		StandingHistory::<T>::at(&member, at).map(|stood| stood.standing)
	}

	fn unit_owner(unit: UnitId) -> Option<MemberId> {
		Units::<T>::get(unit).filter(|unit| unit.closed.is_none()).map(|unit| unit.owner)
	}

	fn unit_owner_at(unit: UnitId, at: Moment) -> Option<MemberId> {
		let unit = Units::<T>::get(unit)?;
		let open = unit.opened <= at && unit.closed.is_none_or(|closure| at < closure.at);
		open.then_some(unit.owner)
	}

	fn acts_for(superior: MemberId, member: MemberId) -> bool {
		Self::superior_of(member) == Some(superior)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn benchmark_member(account: &T::AccountId, kind: MemberKind) -> MemberId {
		crate::benchmarking::member::<T>(account, kind)
	}
}

impl<T: Config> Pallet<T> {
	/// Check that `origin` is Root (true) or what `Origin` demands for `member` (false).
	pub(crate) fn governed<Origin: EnsureOriginWithArg<T::RuntimeOrigin, MemberId>>(
		origin: T::RuntimeOrigin,
		member: MemberId,
	) -> Result<bool, DispatchError> {
		if ensure_root(origin.clone()).is_ok() {
			return Ok(true);
		}
		Origin::ensure_origin(origin, &member)?;
		Ok(false)
	}

	pub(crate) fn record(member: MemberId) -> Result<RecordOf<T>, DispatchError> {
		MemberRecords::<T>::get(member).ok_or(Error::<T>::NotFound.into())
	}

	/// The member for which `who` signs now, whatever its standing, as long as it may make some
	/// calls: it belongs to the consortium, or the law orders it to act.
	pub(crate) fn signing(who: &T::AccountId) -> Result<(MemberId, RecordOf<T>), DispatchError> {
		let member = Institutions::<T>::get(who).ok_or(Error::<T>::NotAuthorized)?;
		let record = Self::record(member)?;
		ensure!(record.institution == *who, Error::<T>::NotAuthorized);
		ensure!(
			record.standing.is_member() || record.kind.is_statutory(),
			Error::<T>::NotAuthorized
		);
		Ok((member, record))
	}

	/// The member in the consortium for which `who` signs now.
	pub(crate) fn belonging(who: &T::AccountId) -> Result<(MemberId, RecordOf<T>), DispatchError> {
		let (member, record) = Self::signing(who)?;
		ensure!(record.standing.is_member(), Error::<T>::NotAuthorized);
		Ok((member, record))
	}

	/// The active member for which `who` signs now.
	pub(crate) fn active(who: &T::AccountId) -> Result<(MemberId, RecordOf<T>), DispatchError> {
		let (member, record) = Self::signing(who)?;
		ensure!(record.standing == Standing::Active, Error::<T>::NotAuthorized);
		Ok((member, record))
	}

	/// Store `new` for `old`, with the seats and the list of members that follow from it. `root`
	/// may leave the supervisory committee too small.
	pub(crate) fn store(
		member: MemberId,
		old: Option<&RecordOf<T>>,
		new: RecordOf<T>,
		root: bool,
	) -> DispatchResult {
		let was_member = old.is_some_and(|old| old.standing.is_member());
		if was_member != new.standing.is_member() {
			CurrentMembers::<T>::try_mutate(|members| match members.binary_search(&member) {
				Ok(place) => {
					members.remove(place);
					Ok(())
				},
				Err(place) => {
					members.try_insert(place, member).map_err(|_| Error::<T>::MaxMembersExceeded)
				},
			})?;
		}
		Self::reseat(old, &new, root)?;
		MemberRecords::<T>::insert(member, new);
		Ok(())
	}

	/// Check that a member of `kind` may stand at `placement`; `member` is its id if it has one.
	pub(crate) fn ensure_placed(
		member: Option<MemberId>,
		kind: MemberKind,
		placement: &Placement,
	) -> DispatchResult {
		ensure!(placement.area.is_valid(), Error::<T>::InvalidArea);
		ensure!(
			placement.seat == Seat::NonVoting || (kind.may_vote() && !placement.provider),
			Error::<T>::SeatNotAllowed
		);
		ensure!(
			placement.access == Access::Gateway || kind.may_run_full_node(),
			Error::<T>::AccessNotAllowed
		);
		Self::ensure_above(member, placement)?;
		if let Some(member) = member {
			Self::ensure_below(member, placement)?;
		}
		Ok(())
	}

	/// The superiors exist, none is of a lower level, and the member is not its own superior.
	fn ensure_above(member: Option<MemberId>, placement: &Placement) -> DispatchResult {
		let mut below = *placement;
		for _ in 0..MAX_DEPTH {
			let Some(parent) = below.parent else { return Ok(()) };
			ensure!(Some(parent) != member, Error::<T>::InvalidParent);
			let above = MemberRecords::<T>::get(parent).ok_or(Error::<T>::InvalidParent)?.placement;
			ensure!(above.level <= below.level, Error::<T>::InvalidParent);
			below = above;
		}
		ensure!(below.parent.is_none(), Error::<T>::InvalidParent);
		Ok(())
	}

	/// No member directly below is of a higher level.
	fn ensure_below(member: MemberId, placement: &Placement) -> DispatchResult {
		for other in CurrentMembers::<T>::get() {
			let other = Self::record(other)?.placement;
			ensure!(
				other.parent != Some(member) || placement.level <= other.level,
				Error::<T>::InvalidParent
			);
		}
		Ok(())
	}

	pub(crate) fn do_reorganise(
		member: MemberId,
		placement: Placement,
		root: bool,
	) -> DispatchResult {
		let record = Self::record(member)?;
		ensure!(record.standing.is_member(), Error::<T>::NotMember);
		let old = record.placement;
		ensure!(placement != old, Error::<T>::NothingChanged);
		Self::ensure_placed(Some(member), record.kind, &placement)?;
		// Nodes and validators of a member without a full node would be orphans.
		ensure!(
			placement.access == Access::FullNode
				|| (record.peers.is_empty() && !T::PeerRetention::keep(member)),
			Error::<T>::AccessNotAllowed
		);
		if placement.parent != old.parent {
			Self::end_order(member)?;
		}
		let changed = MemberRecord { placement, ..record.clone() };
		Self::store(member, Some(&record), changed, root)?;
		Self::deposit_event(Event::MemberReorganised { member, old, new: placement });
		Ok(())
	}

	/// The time that is entered into histories.
	pub(crate) fn now() -> Moment {
		T::LegalTime::now()
	}
}
