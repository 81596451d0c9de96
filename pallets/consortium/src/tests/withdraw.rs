use super::*;

fn withdraw(member: MemberId) -> DispatchResult {
	act(by(member), Call::withdraw { reason: Reason::Reorganisation })
}

#[test]
fn a_withdrawal_takes_effect_after_the_notice() {
	test(|| {
		assert_ok!(withdraw(COURT));
		let notice = Notice { until: today().plus(90), reason: Reason::Reorganisation };
		assert_eq!(
			events(),
			[Event::WithdrawalSet { member: COURT, old: None, new: Some(notice) }]
		);
		assert_noop!(withdraw(COURT), E::AlreadyExists);
		pass_days(90);
		assert_eq!(standing(COURT), Standing::Active);
		pass_days(1);
		assert_eq!(standing(COURT), Standing::Withdrawn);
		assert_eq!(Consortium::seats(Body::Council), 6);
		assert!(events().contains(&Event::StandingChanged {
			member: COURT,
			from: Some(Standing::Active),
			to: Standing::Withdrawn,
			reason: Some(Reason::Reorganisation),
		}));
		assert_noop!(withdraw(COURT), E::NotAuthorized);
	});
}

#[test]
fn a_member_of_the_committee_waits_while_it_is_needed() {
	test(|| {
		assert_ok!(withdraw(INSPECTION));
		// Meanwhile another one goes.
		assert_ok!(expel(CITY_PROCURATORATE));
		assert_noop!(withdraw(PROCURATORATE), E::CommitteeTooSmall);
		pass_days(91);
		assert_eq!(standing(INSPECTION), Standing::Active);
		assert!(events().contains(&Event::DuePostponed {
			due: Due::Withdrawal(INSPECTION),
			until: today(),
			error: E::CommitteeTooSmall.into(),
		}));
		let auditor = Candidate { kind: MemberKind::Audit, ..candidate(FRESH) };
		welcome(auditor);
		pass_days(1);
		assert_eq!(standing(INSPECTION), Standing::Withdrawn);
	});
}

#[test]
fn only_a_member_withdraws() {
	test(|| {
		let call = || Call::withdraw { reason: Reason::OwnWish };
		assert_noop!(act(RuntimeOrigin::signed(1), call()), E::NotAuthorized);
		assert_noop!(act(root(), call()), BadOrigin);
		assert_ok!(expel(COURT));
		assert_noop!(act(by(COURT), call()), E::NotAuthorized);
	});
}
