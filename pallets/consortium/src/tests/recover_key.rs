use super::*;

#[test]
fn the_council_gives_a_new_account_to_who_lost_its_key() {
	test(|| {
		let call = || Call::recover_key { member: COURT, new: FRESH, proof: proof(COURT, FRESH) };
		assert_noop!(act(by(COURT), call()), BadOrigin);
		Accused::set(Some(COURT));
		assert_noop!(act(council(), call()), BadOrigin);
		Accused::set(None);
		assert_ok!(act(council(), call()));
		assert!(events().contains(&Event::InstitutionChanged {
			member: COURT,
			old: account(COURT),
			new: FRESH,
			recovered: true,
		}));
		assert_eq!(Consortium::institution(COURT), Some(FRESH));
		assert_noop!(act(council(), call()), E::AccountTaken);
		let member = MemberId(99);
		let stray = Call::recover_key { member, new: 501, proof: proof(COURT, 501) };
		assert_noop!(act(council(), stray), E::NotFound);
		let member = POLICE;
		let forged = Call::recover_key { member, new: 501, proof: proof(COURT, 501) };
		assert_noop!(act(council(), forged), E::InvalidProof);
	});
}
