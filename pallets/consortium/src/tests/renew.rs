use super::*;

fn renew(member: MemberId, until: LegalDate) -> DispatchResult {
	act(council(), Call::renew { member, until })
}

#[test]
fn a_renewed_membership_goes_on() {
	test(|| {
		let old = record(CHARITY).renewal;
		let new = today().plus(400);
		assert_ok!(renew(CHARITY, new));
		assert_eq!(events(), [Event::MembershipRenewed { member: CHARITY, old, new }]);
		pass_days(400);
		assert_eq!(standing(CHARITY), Standing::Active);
		pass_days(1);
		assert_eq!(standing(CHARITY), Standing::Lapsed);
	});
}

#[test]
fn a_lapsed_membership_comes_back() {
	test(|| {
		pass_days(366);
		assert_eq!(standing(CHARITY), Standing::Lapsed);
		assert!(!CurrentMembers::<Test>::get().contains(&CHARITY));
		assert_ok!(renew(CHARITY, today().plus(10)));
		assert_eq!(standing(CHARITY), Standing::Active);
		assert!(CurrentMembers::<Test>::get().contains(&CHARITY));
		assert_eq!(
			MockOnMembership::take().last(),
			Some(&Told::StandingChanged(CHARITY, Standing::Lapsed, Standing::Active))
		);
	});
}

#[test]
fn a_statutory_member_never_lapses_by_time() {
	test(|| {
		assert_ok!(renew(COURT, today().plus(5)));
		events();
		let due = today().plus(5);
		pass_days(6);
		assert_eq!(standing(COURT), Standing::Active);
		assert!(record(COURT).overdue);
		assert_eq!(events(), [Event::RenewalOverdue { member: COURT, due }]);
		pass_days(100);
		assert_eq!(events(), []);
		assert_ok!(renew(COURT, today()));
		assert!(!record(COURT).overdue);
	});
}

#[test]
fn the_date_is_to_come_and_not_too_far() {
	test(|| {
		assert_noop!(renew(CHARITY, LegalDate(today().0 - 1)), E::InvalidDate);
		assert_noop!(renew(CHARITY, today().plus(1_096)), E::InvalidDate);
		assert_noop!(renew(MemberId(99), today()), E::NotFound);
		assert_ok!(expel(COURT));
		assert_noop!(renew(COURT, today()), E::NotMember);
		let call = Call::renew { member: CHARITY, until: today() };
		assert_noop!(act(by(CHARITY), call), BadOrigin);
		assert_ok!(renew(CHARITY, today().plus(1_095)));
	});
}
