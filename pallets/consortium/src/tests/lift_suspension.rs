use super::*;

fn lift(member: MemberId) -> DispatchResult {
	act(council(), Call::lift_suspension { member, reason: Reason::Mistake })
}

#[test]
fn lifting_gives_the_vote_back_at_once() {
	test(|| {
		assert_ok!(suspend(COURT));
		pass_days(2);
		events();
		assert_ok!(lift(COURT));
		assert!(Consortium::may_vote(Body::Council, &account(COURT)));
		assert!(events().contains(&Event::StandingChanged {
			member: COURT,
			from: Some(Standing::Suspended),
			to: Standing::Active,
			reason: Some(Reason::Mistake),
		}));
		// Nothing is left to lapse, and no rest follows from what the council itself ended.
		assert!(Agenda::<Test>::get().iter().all(|(_, due)| *due != Due::Suspension(COURT)));
		assert_ok!(suspend(COURT));
	});
}

#[test]
fn only_a_suspension_is_lifted() {
	test(|| {
		assert_noop!(lift(COURT), E::NotSuspended);
		assert_noop!(lift(MemberId(99)), E::NotFound);
		assert_ok!(suspend(COURT));
		let call = Call::lift_suspension { member: COURT, reason: Reason::Mistake };
		assert_noop!(act(by(COURT), call), BadOrigin);
		assert_ok!(expel(COURT));
		assert_noop!(lift(COURT), E::NotSuspended);
	});
}
