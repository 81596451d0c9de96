use super::*;

fn object(member: MemberId) -> DispatchResult {
	let reason = Reason::EvidenceInsufficient;
	act(by(member), Call::object { proposal: ProposalId(0), reason, document: DOCUMENT })
}

#[test]
fn any_active_member_objects_once() {
	test(|| {
		assert_ok!(propose(candidate(FRESH)));
		events();
		// Even one without a vote.
		assert_ok!(object(CHARITY));
		assert_noop!(object(CHARITY), E::AlreadyExists);
		assert_ok!(object(POLICE));
		let open = Proposals::<Test>::get(ProposalId(0)).expect("it is open; qed");
		let members: Vec<_> = open.objections.iter().map(|o| o.member).collect();
		assert_eq!(members, [CHARITY, POLICE]);
		assert_eq!(
			events().first(),
			Some(&Event::ObjectionRaised {
				proposal: ProposalId(0),
				member: CHARITY,
				reason: Reason::EvidenceInsufficient,
				document: DOCUMENT,
			})
		);
	});
}

#[test]
fn objections_end_with_publicity_at_the_end_of_the_seventh_full_day() {
	test(|| {
		assert_ok!(propose(candidate(FRESH)));
		let end = MockLegalTime::clock().end_of(today().plus(7));
		MockLegalTime::set(end - 1);
		assert_ok!(object(COURT));
		MockLegalTime::set(end);
		assert_noop!(object(POLICE), E::PublicityOver);
	});
}

#[test]
fn strangers_and_suspended_members_do_not_object() {
	test(|| {
		assert_noop!(object(COURT), E::NotFound);
		assert_ok!(propose(candidate(FRESH)));
		assert_ok!(suspend(COURT));
		assert_noop!(object(COURT), E::NotAuthorized);
		assert_noop!(object(MemberId(50)), E::NotAuthorized);
		let call = Call::withdraw_proposal { proposal: ProposalId(0) };
		assert_ok!(act(by(JUSTICE), call));
		assert_noop!(object(POLICE), E::ProposalEnded);
	});
}

#[test]
fn objections_are_bounded_by_a_parameter() {
	test(|| {
		let parameters = Parameters { objections: 1, ..Default::default() };
		assert_ok!(act(root(), Call::set_parameters { parameters }));
		assert_ok!(propose(candidate(FRESH)));
		assert_ok!(object(COURT));
		assert_noop!(object(POLICE), E::MaxObjectionsExceeded);
	});
}
