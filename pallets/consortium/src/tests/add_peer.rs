use super::*;

fn add(member: MemberId, peer: Peer) -> DispatchResult {
	act(by(member), Call::add_peer { peer })
}

#[test]
fn a_member_with_a_full_node_adds_nodes() {
	test(|| {
		let node = Peer { archive: true, ..peer(60) };
		assert_ok!(add(COURT, node.clone()));
		assert_eq!(events(), [Event::PeerAdded { member: COURT, peer: node.clone() }]);
		assert!(Consortium::peers().contains(&node.id.into_inner()));
		// Ids are unique over the whole consortium.
		assert_noop!(add(POLICE, peer(60)), E::AlreadyExists);
		assert_noop!(add(COURT, peer(60)), E::AlreadyExists);
		for i in 2..MAX_PEERS {
			assert_ok!(add(COURT, peer(60 + i as u8)));
		}
		assert_noop!(add(COURT, peer(80)), E::MaxPeersExceeded);
	});
}

#[test]
fn a_gateway_member_has_no_node() {
	test(|| {
		assert_noop!(add(CHARITY, peer(60)), E::AccessNotAllowed);
		assert_noop!(add(CITY_JUSTICE, peer(60)), E::AccessNotAllowed);
		let odd = Peer { id: vec![9; 34].try_into().expect("34 bytes; qed"), archive: false };
		assert_noop!(add(COURT, odd), E::InvalidPeer);
		assert_ok!(expel(COURT));
		assert_noop!(add(COURT, peer(60)), E::NotAuthorized);
	});
}
