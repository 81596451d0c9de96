use super::*;

#[test]
fn the_sponsor_withdraws_even_when_suspended() {
	test(|| {
		let call = || Call::withdraw_proposal { proposal: ProposalId(0) };
		assert_noop!(act(by(JUSTICE), call()), E::NotFound);
		assert_ok!(propose(candidate(FRESH)));
		assert_noop!(act(by(COURT), call()), E::NotAuthorized);
		assert_ok!(suspend(JUSTICE));
		events();
		assert_ok!(act(by(JUSTICE), call()));
		assert_eq!(
			events(),
			[Event::ProposalClosed { proposal: ProposalId(0), outcome: Outcome::Withdrawn }]
		);
		assert_noop!(act(by(JUSTICE), call()), E::ProposalEnded);
		assert_noop!(admit(0), E::ProposalEnded);
	});
}
