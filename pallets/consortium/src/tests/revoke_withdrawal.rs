use super::*;

#[test]
fn who_takes_its_notice_back_stays() {
	test(|| {
		let call = || Call::revoke_withdrawal {};
		assert_noop!(act(by(COURT), call()), E::NotFound);
		assert_ok!(act(by(COURT), Call::withdraw { reason: Reason::OwnWish }));
		let old = record(COURT).withdrawal;
		events();
		assert_noop!(act(RuntimeOrigin::signed(1), call()), E::NotAuthorized);
		assert_ok!(act(by(COURT), call()));
		assert_eq!(events(), [Event::WithdrawalSet { member: COURT, old, new: None }]);
		pass_days(200);
		assert_eq!(standing(COURT), Standing::Active);
	});
}
