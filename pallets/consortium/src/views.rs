//! Typed reads for clients.

use crate::*;
use alloc::vec::Vec;
use shejiao_primitives::{
	directory::Members,
	governance::{Body, Majority},
	ids::UnitId,
	member::{MemberKind, Standing},
	reason::Reason,
	time::{LegalDate, Moment},
};
use sp_core::H256;

/// Most members that one read gives.
pub const MAX_PAGE: u32 = 128;

/// A member as clients see it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct MemberView<AccountId> {
	/// Its id.
	pub id: MemberId,
	/// Its kind.
	pub kind: MemberKind,
	/// Its place.
	pub placement: Placement,
	/// The account that signs for it.
	pub institution: AccountId,
	/// Its standing.
	pub standing: Standing,
	/// Why it stands so; nothing after an admission or a renewal.
	pub reason: Option<Reason>,
	/// Since when.
	pub since: Moment,
	/// The suspension that holds.
	pub suspension: Option<Suspension>,
	/// The notice of withdrawal that runs.
	pub withdrawal: Option<Notice>,
	/// Last day of the membership before it must be renewed.
	pub renewal: Option<LegalDate>,
	/// Whether the renewal of a statutory agency is overdue.
	pub overdue: bool,
	/// The superior that acts for it now.
	pub represented_by: Option<MemberId>,
	/// Its encryption key.
	pub encryption: SuiteKey,
	/// Hash of its charter.
	pub charter: H256,
	/// When it was admitted first; 0 for a founder.
	pub admitted: Moment,
	/// Its nodes.
	pub peers: Vec<Peer>,
	/// Number of its open units.
	pub units: u32,
}

/// A unit with its number.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct UnitView {
	/// Its number.
	pub id: UnitId,
	/// What it is.
	pub unit: Unit,
}

/// A proposal, open or closed.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum ProposalView<AccountId> {
	/// Not decided yet.
	#[codec(index = 0)]
	Open(Proposal<AccountId>),
	/// Ended.
	#[codec(index = 1)]
	Closed(Outcome),
}

/// A body.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct BodyView<AccountId> {
	/// Its seats, those of suspended members too: the denominator.
	pub seats: u32,
	/// Members with a seat.
	pub members: Vec<MemberId>,
	/// Accounts that may vote, sorted.
	pub voters: Vec<AccountId>,
	/// Number of changes so far.
	pub epoch: u32,
	/// Votes that more than half of the seats take.
	pub simple: u32,
	/// Votes that two thirds take.
	pub two_thirds: u32,
	/// Votes that three quarters take.
	pub three_quarters: u32,
}

impl<T: Config> Pallet<T> {
	/// Peer ids of the nodes that may connect now, sorted: of members, and of former members whose
	/// validator is not out yet.
	pub fn peers() -> Vec<Vec<u8>> {
		let mut peers: Vec<_> = PeerOwners::<T>::iter()
			.filter(|(_, owner)| {
				MemberRecords::<T>::get(owner).is_some_and(|record| record.standing.is_member())
					|| T::PeerRetention::keep(*owner)
			})
			.map(|(id, _)| id.into_inner())
			.collect();
		peers.sort();
		peers
	}

	/// A member.
	pub fn view_member(id: MemberId) -> Option<MemberView<T::AccountId>> {
		let record = MemberRecords::<T>::get(id)?;
		let last = StandingCount::<T>::get(id).checked_sub(1)?;
		let stood = StandingEntries::<T>::get(id, last)?;
		Some(MemberView {
			id,
			kind: record.kind,
			placement: record.placement,
			institution: record.institution,
			standing: record.standing,
			reason: stood.value.reason,
			since: stood.since,
			suspension: record.suspension,
			withdrawal: record.withdrawal,
			renewal: record.renewal,
			overdue: record.overdue,
			represented_by: Self::superior_of(id),
			encryption: record.encryption,
			charter: record.charter,
			admitted: record.admitted,
			peers: record.peers.into_inner(),
			units: record.units,
		})
	}

	/// Members with an id of at least `from`, at most `limit` and [`MAX_PAGE`].
	pub fn view_members(from: MemberId, limit: u32) -> Vec<MemberView<T::AccountId>> {
		let end = from.0.saturating_add(limit.min(MAX_PAGE)).min(NextMember::<T>::get().0);
		(from.0..end).filter_map(|id| Self::view_member(MemberId(id))).collect()
	}

	/// The member for which `account` signs now.
	pub fn view_member_of(account: &T::AccountId) -> Option<MemberView<T::AccountId>> {
		Self::member(account).and_then(Self::view_member)
	}

	/// Units of a member, open and closed, in the order of opening.
	pub fn view_units(member: MemberId) -> Vec<UnitView> {
		let mut units: Vec<_> = UnitsOf::<T>::iter_key_prefix(member)
			.filter_map(|id| Units::<T>::get(id).map(|unit| UnitView { id, unit }))
			.collect();
		units.sort_by_key(|view| view.id);
		units
	}

	/// A proposal, open or closed.
	pub fn view_proposal(id: ProposalId) -> Option<ProposalView<T::AccountId>> {
		Proposals::<T>::get(id)
			.map(ProposalView::Open)
			.or_else(|| Outcomes::<T>::get(id).map(ProposalView::Closed))
	}

	/// Open proposals in the order of their numbers.
	pub fn view_proposals() -> Vec<(ProposalId, Proposal<T::AccountId>)> {
		let mut open: Vec<_> = Proposals::<T>::iter().collect();
		open.sort_by_key(|(id, _)| *id);
		open
	}

	/// A body.
	pub fn view_body(body: Body) -> BodyView<T::AccountId> {
		let seats = SeatCount::<T>::get(body);
		BodyView {
			seats,
			members: CurrentMembers::<T>::get()
				.into_iter()
				.filter(|id| MemberRecords::<T>::get(id).is_some_and(|record| record.sits_in(body)))
				.collect(),
			voters: Voters::<T>::get(body).into_inner(),
			epoch: Epochs::<T>::get(body),
			simple: Majority::Simple.threshold(seats),
			two_thirds: Majority::TwoThirds.threshold(seats),
			three_quarters: Majority::ThreeQuarters.threshold(seats),
		}
	}

	/// History of the standing of a member, oldest first.
	pub fn view_standings(member: MemberId) -> Vec<Entry<Stood>> {
		(0..StandingCount::<T>::get(member))
			.filter_map(|i| StandingEntries::<T>::get(member, i))
			.collect()
	}

	/// History of the accounts that have signed for a member, oldest first.
	pub fn view_institutions(member: MemberId) -> Vec<Entry<T::AccountId>> {
		(0..InstitutionCount::<T>::get(member))
			.filter_map(|i| InstitutionEntries::<T>::get(member, i))
			.collect()
	}
}
