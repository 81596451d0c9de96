use super::*;

#[test]
fn a_member_rotates_its_key_and_the_old_one_stays_in_the_history() {
	test(|| {
		let rotate = |new| act(by(COURT), Call::rotate_encryption_key { new });
		assert_noop!(rotate(key(1)), E::NothingChanged);
		let mut bad = key(50);
		bad.key = vec![4; 33].try_into().expect("short; qed");
		assert_noop!(rotate(bad), E::InvalidKey);
		MockLegalTime::advance(1_000);
		let gmt = SuiteKey { suite: SuiteId::Gmt, ..key(50) };
		assert_ok!(rotate(gmt.clone()));
		assert_eq!(
			events(),
			[Event::EncryptionKeyChanged { member: COURT, old: key(1), new: gmt.clone() }]
		);
		assert_eq!(EncryptionHistory::<Test>::at(&COURT, START + 999), Some(key(1)));
		assert_eq!(EncryptionHistory::<Test>::at(&COURT, START + 1_000), Some(gmt));
		let call = Call::rotate_encryption_key { new: key(51) };
		assert_noop!(act(RuntimeOrigin::signed(1), call), E::NotAuthorized);
	});
}
