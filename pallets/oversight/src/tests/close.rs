use super::*;

fn found(id: AlertId, by: u64, outcome: Outcome) {
	assert_ok!(Oversight::find(signed(by), id, outcome, sealed(1)));
}

#[test]
fn another_officer_closes_on_the_finding() {
	chain(|| {
		let id = alert();
		found(id, DEPUTY, Outcome::Unsubstantiated);
		assert_ok!(Oversight::close(signed(CHIEF), id));
		assert_eq!(
			last_event(),
			Event::AlertClosed { alert: id, by: CHIEF, outcome: Outcome::Unsubstantiated }
		);
		assert!(!Oversight::is_live_alert(id));
		assert_eq!(steps(id).last(), Some(&Step::Closed(Some(CHIEF))));
		let tally = Tallies::<Test>::get(BUREAU, Rule::RecheckFailed);
		assert_eq!(tally, Tally { received: 1, unsubstantiated: 1, ..Default::default() });
		assert!(!Oversight::is_open(Rule::RecheckFailed, get(id).source, BUREAU));
	});
}

/// S137: every alert ends in a finding.
#[test]
fn without_a_finding_nothing_is_closed() {
	chain(|| {
		let id = alert();
		assert_noop!(Oversight::close(signed(CHIEF), id), Error::<Test>::WrongStatus);
		assert_ok!(Oversight::acknowledge(signed(OFFICER), id));
		assert_noop!(Oversight::close(signed(CHIEF), id), Error::<Test>::WrongStatus);
		found(id, DEPUTY, Outcome::Substantiated);
		assert_ok!(Oversight::close(signed(CHIEF), id));
		assert_noop!(Oversight::close(signed(CHIEF), id), Error::<Test>::WrongStatus);
	});
}

#[test]
fn nobody_closes_on_its_own_finding() {
	chain(|| {
		let id = alert();
		found(id, CHIEF, Outcome::Unsubstantiated);
		assert_noop!(Oversight::close(signed(CHIEF), id), Error::<Test>::SameOfficer);
		assert_ok!(Oversight::close(signed(DEPUTY), id));
	});
}

#[test]
fn closing_needs_approval_in_the_owning_agency_itself() {
	chain(|| {
		let id = alert();
		found(id, CHIEF, Outcome::Substantiated);
		for who in [OFFICER, TOWN, JUDGE, STRANGER] {
			assert_noop!(Oversight::close(signed(who), id), Error::<Test>::NotAuthorized);
		}
		assert_noop!(Oversight::close(signed(CHIEF), AlertId(9)), Error::<Test>::NotFound);
	});
}

/// A social organisation has no state functionary, who alone may approve.
#[test]
fn a_social_organisation_closes_by_its_compliance_officer() {
	chain(|| {
		let id = raise(Rule::UploadGap, Severity::Ordinary, CHARITY, Subject::Member(CHARITY));
		let (duties, category) = (Duties::COMPLIANCE, Category::Auxiliary);
		MockDirectory::appoint(&73u64, Actor { member: CHARITY, unit: None, duties, category });
		found(id, 73, Outcome::Substantiated);
		assert_noop!(Oversight::close(signed(HELPER), id), Error::<Test>::NotAuthorized);
		assert_ok!(Oversight::close(signed(KEEPER), id));
	});
}
