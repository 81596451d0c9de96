use super::*;

#[test]
fn one_alert_of_a_rule_is_open_for_a_source_and_member() {
	chain(|| {
		let source = Subject::Case(case());
		let first = raise(Rule::RecheckFailed, Severity::Serious, BUREAU, source);
		assert!(Oversight::is_open(Rule::RecheckFailed, source, BUREAU));
		assert_eq!(raise(Rule::RecheckFailed, Severity::Gravest, BUREAU, source), first);
		// The supervisor is told again.
		let again = [
			Event::AlertRepeated { alert: first, times: 2 },
			Event::SupervisorTold { alert: first, supervisor: PROCURATORATE },
		];
		assert!(events().ends_with(&again));
		assert_eq!(steps(first), [Step::Raised(BUREAU), Step::Told(PROCURATORATE)]);
		assert_eq!((get(first).times, get(first).owner), (2, BUREAU));
		let other = raise(Rule::CertificateMissing, Severity::Gravest, BUREAU, source);
		assert_ne!(other, first);
		assert!(!Oversight::is_open(Rule::UploadGap, source, BUREAU));
	});
}

/// Of a case that was split, every party is told.
#[test]
fn each_member_gets_its_own_alert() {
	chain(|| {
		let source = Subject::Case(case());
		let ids = [BUREAU, COURT, PROCURATORATE]
			.map(|owner| raise(Rule::SourceCorrected, Severity::Information, owner, source));
		assert_eq!(ids, [AlertId(0), AlertId(1), AlertId(2)]);
		let found = Oversight::find(signed(JUDGE), ids[1], Outcome::Unsubstantiated, sealed(1));
		assert_ok!(found);
		Oversight::settle(Rule::SourceCorrected, source, BUREAU);
		let open = |owner| Oversight::is_open(Rule::SourceCorrected, source, owner);
		assert_eq!([BUREAU, COURT, PROCURATORATE].map(open), [false, true, true]);
	});
}

/// What was raised for the county is its own matter, also in the hands of the city.
#[test]
fn an_escalated_alert_is_still_that_of_the_first_owner() {
	chain(|| {
		let source = Subject::Case(case());
		let raise = |owner| raise(Rule::SourceCorrected, Severity::Ordinary, owner, source);
		let id = raise(BUREAU);
		assert_ok!(Oversight::escalate(signed(CHIEF), id));
		assert_eq!((raise(BUREAU), get(id).owner, get(id).times), (id, CITY_BUREAU, 2));
		let own = raise(CITY_BUREAU);
		assert_ne!(own, id);
		Oversight::settle(Rule::SourceCorrected, source, BUREAU);
		assert!(!Oversight::is_live_alert(id) && Oversight::is_live_alert(own));
		assert_eq!(Tallies::<Test>::get(CITY_BUREAU, Rule::SourceCorrected).settled, 1);
		assert_ne!(raise(BUREAU), id);
	});
}

/// A cause that is gone leaves nothing to respond to, however far the alert is.
#[test]
fn what_is_settled_closes_by_rule() {
	chain(|| {
		let source = Subject::Case(case());
		let (rule, severity) = (Rule::CertificateMissing, Severity::Gravest);
		for progress in 0..3 {
			let id = raise(rule, severity, BUREAU, source);
			if progress > 0 {
				assert_ok!(Oversight::acknowledge(signed(OFFICER), id));
			}
			if progress > 1 {
				let outcome = Outcome::Substantiated;
				assert_ok!(Oversight::find(signed(DEPUTY), id, outcome, sealed(1)));
			}
			Oversight::settle(rule, source, BUREAU);
			assert_eq!(last_event(), Event::AlertSettled { alert: id, closed: true });
			assert!(!Oversight::is_live_alert(id));
			assert!(Oversight::view_told(PROCURATORATE, 0, 9).is_empty());
		}
		assert_eq!(MockDeadlines::all().iter().filter(|clock| clock.open).count(), 0);
		assert_eq!(Tallies::<Test>::get(BUREAU, rule).settled, 3);
		let before = events();
		Oversight::settle(rule, source, BUREAU);
		Oversight::settle(rule, source, MemberId(99));
		assert_eq!(events(), before);
	});
}

#[test]
fn the_severity_that_governance_sets_counts() {
	chain(|| {
		let source = Subject::Case(case());
		let rule = Rule::CertificateMissing;
		let set = |to| Oversight::set_severity(signed(COUNCIL), rule, to);
		let severity = |source| get(raise(rule, Severity::Gravest, BUREAU, source)).severity;
		assert_ok!(set(Some(Severity::Ordinary)));
		assert_eq!(severity(source), Severity::Ordinary);
		assert_ok!(set(None));
		assert_eq!(severity(Subject::Case(super::case())), Severity::Gravest);
	});
}

#[test]
fn a_closed_alert_may_be_raised_again() {
	chain(|| {
		let source = Subject::Member(COURT);
		let first = raise(Rule::UploadGap, Severity::Ordinary, COURT, source);
		assert_ok!(Oversight::find(signed(JUDGE), first, Outcome::Substantiated, sealed(1)));
		MockDirectory::appoint(
			&21u64,
			Actor {
				member: COURT,
				unit: None,
				duties: Duties::APPROVAL,
				category: Category::StateFunctionary,
			},
		);
		assert_ok!(Oversight::close(signed(21), first));
		assert_ne!(raise(Rule::UploadGap, Severity::Ordinary, COURT, source), first);
	});
}

/// First the responsible head, then the supervisor: of some rules at once.
#[test]
fn supervisors_are_told_by_the_rule() {
	chain(|| {
		let case = case();
		let told = |rule, owner, source| {
			let id = raise(rule, Severity::Ordinary, owner, source);
			get(id).told.into_inner()
		};
		let source = Subject::Case(case);
		assert_eq!(told(Rule::CertificateMissing, BUREAU, source), [PROCURATORATE]);
		assert_eq!(told(Rule::RecheckFailed, PROCURATORATE, source), [CITY_PROCURATORATE]);
		assert_eq!(told(Rule::RecheckFailed, BUREAU, Subject::Member(BUREAU)), [CITY_BUREAU]);
		assert_eq!(told(Rule::SourceCorrected, BUREAU, source), []);
		let above_nobody = Subject::Member(CITY_PROCURATORATE);
		assert_eq!(told(Rule::RecheckFailed, CITY_PROCURATORATE, above_nobody), []);
	});
}

#[test]
fn an_alert_needs_an_owner() {
	chain(|| {
		let source = Subject::Member(BUREAU);
		let raised =
			Oversight::raise(Rule::UploadGap, Severity::Serious, MemberId(99), source, None);
		assert_eq!(raised, Err(Error::<Test>::NotFound.into()));
	});
}

#[test]
fn an_equivocation_is_an_alert_for_the_member_and_its_supervisor() {
	chain(|| {
		Oversight::equivocated(COURT);
		Oversight::equivocated(COURT);
		let alert = get(AlertId(0));
		assert_eq!((alert.rule, alert.owner), (Rule::Equivocation, COURT));
		assert_eq!(alert.source, Subject::Member(COURT));
		assert_eq!((alert.times, alert.told.into_inner()), (2, vec![PROCURATORATE]));
		assert_eq!(NextAlert::<Test>::get(), AlertId(1));
	});
}

/// No more than the bound are told, and nobody twice.
#[test]
fn the_list_of_those_told_is_bounded() {
	chain(|| {
		let id = alert();
		let mut alert = get(id);
		for member in [PROCURATORATE, COURT, POLICE, INSPECTION, CHARITY, BUREAU, COURT] {
			assert_ok!(Oversight::tell(id, &mut alert, member));
		}
		Alerts::<Test>::insert(id, &alert);
		assert_eq!(alert.told.into_inner(), [PROCURATORATE, COURT, POLICE, INSPECTION]);
	});
}
