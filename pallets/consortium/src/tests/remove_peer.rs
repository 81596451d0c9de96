use super::*;

#[test]
fn a_member_removes_its_own_node() {
	test(|| {
		let remove = |member, byte| act(by(member), Call::remove_peer { id: peer(byte).id });
		assert_noop!(remove(POLICE, 1), E::NotFound);
		assert_ok!(remove(COURT, 1));
		assert_eq!(events(), [Event::PeerRemoved { member: COURT, peer: peer(1) }]);
		assert!(!Consortium::peers().contains(&peer(1).id.into_inner()));
		assert_noop!(remove(COURT, 1), E::NotFound);
		// Free for somebody else.
		assert_ok!(act(by(POLICE), Call::add_peer { peer: peer(1) }));
		assert_noop!(
			act(RuntimeOrigin::signed(1), Call::remove_peer { id: peer(1).id }),
			E::NotAuthorized
		);
	});
}
