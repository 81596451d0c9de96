use super::*;

fn until(member: MemberId, until: LegalDate) -> DispatchResult {
	let reason = Reason::DataBreach;
	act(council(), Call::suspend { member, reason, until: Some(until) })
}

#[test]
fn a_suspended_member_keeps_its_seat_and_loses_its_vote() {
	test(|| {
		assert_ok!(suspend(COURT));
		assert_eq!(standing(COURT), Standing::Suspended);
		assert_eq!(Consortium::seats(Body::Council), 7);
		assert!(Consortium::has_seat(Body::Council, COURT));
		assert!(!Consortium::may_vote(Body::Council, &account(COURT)));
		assert_eq!(
			MockOnMembership::take(),
			[Told::StandingChanged(COURT, Standing::Active, Standing::Suspended)]
		);
		let events = events();
		assert!(events.contains(&Event::StandingChanged {
			member: COURT,
			from: Some(Standing::Active),
			to: Standing::Suspended,
			reason: Some(Reason::DutyNeglected),
		}));
		assert!(events.contains(&Event::SeatsChanged {
			body: Body::Council,
			seats: 7,
			outgoing: Some(account(COURT)),
			incoming: None,
			epoch: 8,
		}));
		// Its node stays: the law's calls must get through.
		assert!(Consortium::peers().contains(&peer(1).id.into_inner()));
	});
}

#[test]
fn it_lapses_by_itself() {
	test(|| {
		assert_ok!(suspend(COURT));
		let end = MockLegalTime::clock().end_of(today().plus(30));
		MockLegalTime::set(end - 1);
		poll();
		assert_eq!(standing(COURT), Standing::Suspended);
		MockLegalTime::set(end);
		poll();
		assert_eq!(standing(COURT), Standing::Active);
		assert!(Consortium::may_vote(Body::Council, &account(COURT)));
		assert_eq!(Consortium::standing_at(COURT, end - 1), Some(Standing::Suspended));
		assert_eq!(Consortium::standing_at(COURT, end), Some(Standing::Active));
	});
}

#[test]
fn a_simple_majority_does_not_suspend_from_lapse_to_lapse() {
	test(|| {
		assert_ok!(suspend(COURT));
		pass_days(31);
		assert_noop!(suspend(COURT), E::SuspendedTooRecently);
		pass_days(30);
		assert_noop!(suspend(COURT), E::SuspendedTooRecently);
		pass_days(1);
		assert_ok!(suspend(COURT));
	});
}

#[test]
fn root_may_suspend_again_at_once() {
	test(|| {
		assert_ok!(suspend(COURT));
		pass_days(31);
		let reason = Reason::Judgment;
		assert_ok!(act(root(), Call::suspend { member: COURT, reason, until: None }));
	});
}

#[test]
fn an_end_may_be_named_within_the_time_that_the_rules_give() {
	test(|| {
		assert_noop!(until(COURT, LegalDate(today().0 - 1)), E::InvalidDate);
		assert_noop!(until(COURT, today().plus(31)), E::InvalidDate);
		assert_ok!(until(COURT, today().plus(3)));
		pass_days(3);
		assert_eq!(standing(COURT), Standing::Suspended);
		pass_days(1);
		assert_eq!(standing(COURT), Standing::Active);
	});
}

#[test]
fn the_accused_the_unknown_and_the_suspended_are_not_suspended() {
	test(|| {
		assert_noop!(suspend(MemberId(99)), E::NotFound);
		let call = Call::suspend { member: COURT, reason: Reason::OwnWish, until: None };
		assert_noop!(act(by(JUSTICE), call), BadOrigin);
		Accused::set(Some(COURT));
		assert_noop!(suspend(COURT), BadOrigin);
		Accused::set(None);
		assert_ok!(suspend(COURT));
		assert_noop!(suspend(COURT), E::NotActive);
	});
}

#[test]
fn the_committee_stays_able_to_decide() {
	test(|| {
		// Two of three seats can still decide by two thirds, one cannot.
		assert_ok!(suspend(INSPECTION));
		assert_noop!(suspend(PROCURATORATE), E::CommitteeTooSmall);
		let reason = Reason::LawBroken;
		assert_ok!(act(root(), Call::suspend { member: PROCURATORATE, reason, until: None }));
	});
}
