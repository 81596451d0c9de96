use super::*;

#[test]
fn one_alert_of_a_rule_is_open_for_a_source() {
	chain(|| {
		let source = Subject::Case(case());
		let first = raise(Rule::RecheckFailed, Severity::Serious, BUREAU, source);
		assert!(Oversight::is_open(Rule::RecheckFailed, source));
		assert_eq!(raise(Rule::RecheckFailed, Severity::Gravest, COURT, source), first);
		assert_eq!(last_event(), Event::AlertRepeated { alert: first, times: 2 });
		assert_eq!((get(first).times, get(first).owner), (2, BUREAU));
		let other = raise(Rule::CertificateMissing, Severity::Gravest, BUREAU, source);
		assert_ne!(other, first);
		assert!(!Oversight::is_open(Rule::UploadGap, source));
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
		assert_eq!(told(Rule::SelfDealing, BUREAU, Subject::Member(BUREAU)), [CITY_BUREAU]);
		assert_eq!(told(Rule::Equivocation, COURT, Subject::Member(COURT)), [PROCURATORATE]);
		assert_eq!(told(Rule::UploadGap, BUREAU, Subject::Member(BUREAU)), []);
		assert_eq!(
			told(Rule::Equivocation, CITY_PROCURATORATE, Subject::Member(CITY_PROCURATORATE)),
			[]
		);
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
		assert_eq!(alert.told.into_inner(), [PROCURATORATE]);
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
