use super::*;

fn change(by: RuntimeOrigin, new: u64, proof: TestSignature) -> DispatchResult {
	act(by, Call::change_key { new, proof })
}

#[test]
fn the_new_account_votes_and_the_old_one_is_retired() {
	test(|| {
		let before = Consortium::epoch(Body::Council);
		assert_ok!(change(by(COURT), FRESH, proof(COURT, FRESH)));
		assert!(events().contains(&Event::InstitutionChanged {
			member: COURT,
			old: account(COURT),
			new: FRESH,
			recovered: false,
		}));
		assert_eq!(Consortium::member(&FRESH), Some(COURT));
		assert_eq!(Consortium::member(&account(COURT)), None);
		assert!(Consortium::may_vote(Body::Council, &FRESH));
		assert!(!Consortium::may_vote(Body::Council, &account(COURT)));
		assert_eq!(Consortium::epoch(Body::Council), before + 1);
		// Neither account loses its reference: a dead account would lose its nonce.
		assert_eq!((System::providers(&FRESH), System::providers(&account(COURT))), (1, 1));
		let back = proof(COURT, account(COURT));
		assert_noop!(change(RuntimeOrigin::signed(FRESH), account(COURT), back), E::AccountTaken);
		let again = proof(COURT, 501);
		assert_noop!(change(by(COURT), 501, again), E::NotAuthorized);
	});
}

#[test]
fn the_proof_is_of_the_new_account_for_this_change_alone() {
	test(|| {
		let good = proof(COURT, FRESH);
		let forged = TestSignature(account(COURT), good.1.clone());
		assert_noop!(change(by(COURT), FRESH, forged), E::InvalidProof);
		assert_noop!(change(by(COURT), FRESH, proof(POLICE, FRESH)), E::InvalidProof);
		assert_noop!(change(by(COURT), FRESH, proof(COURT, 501)), E::InvalidProof);
		let early = proof(COURT, 501);
		assert_ok!(change(by(COURT), FRESH, good));
		assert_noop!(change(RuntimeOrigin::signed(FRESH), 501, early), E::InvalidProof);
	});
}

#[test]
fn wallets_may_wrap_what_they_sign() {
	test(|| {
		let TestSignature(who, payload) = proof(COURT, FRESH);
		let wrapped = [&b"<Bytes>"[..], &payload, b"</Bytes>"].concat();
		assert_ok!(change(by(COURT), FRESH, TestSignature(who, wrapped)));
	});
}

#[test]
fn an_account_with_a_role_takes_nothing_over() {
	test(|| {
		assert_ok!(<Consortium as AccountRegistry<_>>::admit(&FRESH, AccountRole::Officer));
		assert_noop!(change(by(COURT), FRESH, proof(COURT, FRESH)), E::AccountTaken);
		let other = account(POLICE);
		assert_noop!(change(by(COURT), other, proof(COURT, other)), E::AccountTaken);
		assert_noop!(change(RuntimeOrigin::signed(1), 501, proof(COURT, 501)), E::NotAuthorized);
	});
}

#[test]
fn an_expelled_agency_still_changes_its_key_and_a_lapsed_charity_does_not() {
	test(|| {
		assert_ok!(expel(COURT));
		assert_ok!(change(by(COURT), FRESH, proof(COURT, FRESH)));
		pass_days(366);
		assert_noop!(change(by(CHARITY), 501, proof(CHARITY, 501)), E::NotAuthorized);
	});
}
