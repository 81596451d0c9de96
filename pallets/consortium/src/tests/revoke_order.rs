use super::{order_superior::order, *};

#[test]
fn an_order_is_revoked_by_whom_gave_it() {
	test(|| {
		let revoke = |by| act(by, Call::revoke_order { member: JUSTICE });
		assert_noop!(revoke(by(CITY_JUSTICE)), E::NotFound);
		assert_ok!(suspend(JUSTICE));
		assert_ok!(order(by(CITY_JUSTICE), None));
		assert_noop!(revoke(by(JUSTICE)), E::NotAuthorized);
		MockLegalTime::advance(5);
		assert_ok!(revoke(by(CITY_JUSTICE)));
		assert!(!Consortium::acts_for(CITY_JUSTICE, JUSTICE));
		assert_noop!(revoke(by(CITY_JUSTICE)), E::NotFound);
		let then = OrderHistory::<Test>::at(&JUSTICE, START).flatten();
		assert_eq!(then.map(|order| order.superior), Some(CITY_JUSTICE));
		assert_ok!(order(council(), None));
		assert_ok!(revoke(root()));
	});
}
