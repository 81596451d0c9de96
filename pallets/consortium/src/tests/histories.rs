use super::*;

#[test]
fn how_a_member_stood_is_told_for_every_moment() {
	test(|| {
		MockLegalTime::advance(1_000);
		assert_ok!(suspend(COURT));
		MockLegalTime::advance(1_000);
		let call = Call::lift_suspension { member: COURT, reason: Reason::Mistake };
		assert_ok!(act(council(), call));
		MockLegalTime::advance(1_000);
		assert_ok!(expel(COURT));
		let at = |after| Consortium::standing_at(COURT, START + after);
		assert_eq!(Consortium::standing_at(COURT, START - 1), None);
		assert_eq!(at(0), Some(Standing::Active));
		assert_eq!(at(999), Some(Standing::Active));
		assert_eq!(at(1_000), Some(Standing::Suspended));
		assert_eq!(at(1_999), Some(Standing::Suspended));
		assert_eq!(at(2_000), Some(Standing::Active));
		assert_eq!(at(3_000), Some(Standing::Expelled));
		assert_eq!(at(9_999_999), Some(Standing::Expelled));
		assert_eq!(Consortium::standing_at(MemberId(99), START), None);
		let reasons: Vec<_> =
			Consortium::view_standings(COURT).iter().map(|entry| entry.value.reason).collect();
		assert_eq!(
			reasons,
			[None, Some(Reason::DutyNeglected), Some(Reason::Mistake), Some(Reason::RulesBroken)]
		);
	});
}

#[test]
fn who_signed_for_a_member_is_told_for_every_moment() {
	test(|| {
		MockLegalTime::advance(1_000);
		let call = Call::change_key { new: FRESH, proof: proof(COURT, FRESH) };
		assert_ok!(act(by(COURT), call));
		assert_eq!(InstitutionHistory::<Test>::at(&COURT, START + 999), Some(account(COURT)));
		assert_eq!(InstitutionHistory::<Test>::at(&COURT, START + 1_000), Some(FRESH));
		assert_eq!(Consortium::view_institutions(COURT).len(), 2);
	});
}

#[test]
fn an_account_has_one_role_for_ever() {
	test(|| {
		let admit = |role| <Consortium as AccountRegistry<u64>>::admit(&FRESH, role);
		assert_ok!(admit(AccountRole::Representative));
		assert_eq!(
			events(),
			[Event::AccountAdmitted { who: FRESH, role: AccountRole::Representative }]
		);
		assert_ok!(admit(AccountRole::Representative));
		assert_noop!(admit(AccountRole::Officer), E::AccountTaken);
		assert_eq!(System::providers(&FRESH), 1);
	});
}
