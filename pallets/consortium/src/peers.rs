//! Peer ids of the members' nodes: who may connect.

use crate::*;
use frame_support::ensure;
use shejiao_primitives::{member::Access, time::LegalTime};

impl<T: Config> Pallet<T> {
	/// Check that a node of `member` may have this peer id.
	pub(crate) fn ensure_peer(id: &PeerId, member: Option<MemberId>) -> DispatchResult {
		ensure!(is_peer_id(id), Error::<T>::InvalidPeer);
		let owner = PeerOwners::<T>::get(id);
		ensure!(owner.is_none() || owner == member, Error::<T>::AlreadyExists);
		Ok(())
	}

	pub(crate) fn do_add_peer(who: T::AccountId, peer: Peer) -> DispatchResult {
		let (member, mut record) = Self::belonging(&who)?;
		ensure!(record.placement.access == Access::FullNode, Error::<T>::AccessNotAllowed);
		Self::ensure_peer(&peer.id, None)?;
		record.peers.try_push(peer.clone()).map_err(|_| Error::<T>::MaxPeersExceeded)?;
		PeerOwners::<T>::insert(&peer.id, member);
		MemberRecords::<T>::insert(member, record);
		Self::deposit_event(Event::PeerAdded { member, peer });
		Ok(())
	}

	pub(crate) fn do_remove_peer(who: T::AccountId, id: PeerId) -> DispatchResult {
		let (member, mut record) = Self::belonging(&who)?;
		let place =
			record.peers.iter().position(|peer| peer.id == id).ok_or(Error::<T>::NotFound)?;
		let peer = record.peers.remove(place);
		PeerOwners::<T>::remove(&id);
		MemberRecords::<T>::insert(member, record);
		Self::deposit_event(Event::PeerRemoved { member, peer });
		Ok(())
	}

	/// Let go of the nodes of a former member; as long as its validator needs them, try again after
	/// each day. Meanwhile [`Pallet::peers`] asks at every read.
	pub(crate) fn release_peers(member: MemberId) -> DispatchResult {
		let record = Self::record(member)?;
		if record.standing.is_member() || record.peers.is_empty() {
			return Ok(());
		}
		if T::PeerRetention::keep(member) {
			return Self::schedule(T::LegalTime::today(), Due::Peers(member));
		}
		Self::drop_peers(member)
	}

	/// Remove all nodes of `member`.
	pub(crate) fn drop_peers(member: MemberId) -> DispatchResult {
		let mut record = Self::record(member)?;
		Self::cancel(Due::Peers(member))?;
		for peer in core::mem::take(&mut record.peers) {
			PeerOwners::<T>::remove(&peer.id);
			Self::deposit_event(Event::PeerRemoved { member, peer });
		}
		MemberRecords::<T>::insert(member, record);
		Ok(())
	}
}
