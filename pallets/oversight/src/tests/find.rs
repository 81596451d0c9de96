use super::*;
use shejiao_primitives::record::{classes, RecordStatus};

fn find(who: u64, id: AlertId, paper: Paper) -> DispatchResult {
	Oversight::find(signed(who), id, Outcome::Substantiated, paper)
}

#[test]
fn a_finding_takes_an_open_alert_up() {
	chain(|| {
		let id = alert();
		assert_ok!(find(CHIEF, id, sealed(3)));
		assert_eq!(
			steps(id)[steps(id).len() - 2..],
			[Step::Acknowledged(CHIEF), Step::Found(CHIEF, Outcome::Substantiated, sealed(3)),]
		);
		assert_eq!(
			last_event(),
			Event::AlertFound {
				alert: id,
				by: CHIEF,
				outcome: Outcome::Substantiated,
				paper: sealed(3),
			}
		);
		assert!(clocks(Subject::Alert(id)).iter().all(|clock| !clock.open));
	});
}

#[test]
fn a_later_finding_replaces_an_earlier_one() {
	chain(|| {
		let id = alert();
		assert_ok!(find(CHIEF, id, sealed(3)));
		let outcome = Outcome::Unsubstantiated;
		assert_ok!(Oversight::find(signed(DEPUTY), id, outcome, sealed(4)));
		assert_eq!(get(id).finding, Some(Finding { by: DEPUTY, outcome, paper: sealed(4) }));
		assert_eq!(steps(id).len(), 5);
	});
}

#[test]
fn a_record_of_the_alerts_case_serves_and_remembers_the_alert() {
	chain(|| {
		let case = case();
		let id = raise(Rule::RecheckFailed, Severity::Serious, BUREAU, Subject::Case(case));
		let record = record(case, BUREAU, OFFICER);
		assert_ok!(find(CHIEF, id, Paper::Record(record)));
		assert_eq!(MockRecords::links(), [(record, Subject::Alert(id))]);
	});
}

#[test]
fn records_that_do_not_fit_are_refused() {
	chain(|| {
		let case_of = case();
		let id = raise(Rule::RecheckFailed, Severity::Serious, BUREAU, Subject::Case(case_of));
		let refused = |record, error: Error<Test>| {
			assert_noop!(find(CHIEF, id, Paper::Record(record)), error);
		};
		refused(RecordId(99), Error::NotFound);
		refused(record(case_of, COURT, JUDGE), Error::WrongAuthor);
		refused(record(case(), BUREAU, OFFICER), Error::WrongCase);
		let disputed = record(case_of, BUREAU, OFFICER);
		MockRecords::set_status(disputed, RecordStatus::Disputed);
		refused(disputed, Error::NotEvidence);
		let class = classes::PROTECTED_PARTY;
		refused(MockRecords::add_of_class(case_of, BUREAU, &OFFICER, class), Error::WrongClass);
	});
}

/// The field table: about whom an alert is stays sealed, in its finding too.
#[test]
fn what_is_about_somebody_sealed_takes_a_sealed_paper() {
	chain(|| {
		let case = case();
		let source = Subject::Case(case);
		let (rule, severity) = (Rule::RecheckFailed, Severity::Ordinary);
		let id = Oversight::raise(rule, severity, BUREAU, source, Some(seal(1)))
			.expect("the bureau is a member; qed");
		let paper = Paper::Record(record(case, BUREAU, OFFICER));
		assert_noop!(find(CHIEF, id, paper), Error::<Test>::WrongCase);
		assert_ok!(find(CHIEF, id, sealed(2)));

		let reported = NextAlert::<Test>::get();
		assert_ok!(Oversight::report(signed(JUDGE), BUREAU, severity, seal(1)));
		assert_noop!(find(CHIEF, reported, paper), Error::<Test>::WrongCase);
		assert_ok!(find(CHIEF, reported, sealed(2)));
	});
}

#[test]
fn who_answers_for_the_owning_agency_finds_and_not_after_the_end() {
	chain(|| {
		let id = alert();
		for who in [OFFICER, TOWN, JUDGE, SECOND, STRANGER] {
			assert_noop!(find(who, id, sealed(1)), Error::<Test>::NotAuthorized);
		}
		assert_noop!(find(CHIEF, AlertId(9), sealed(1)), Error::<Test>::NotFound);
		assert_ok!(find(CHIEF, id, sealed(1)));
		assert_ok!(Oversight::close(signed(DEPUTY), id));
		assert_noop!(find(CHIEF, id, sealed(1)), Error::<Test>::WrongStatus);
	});
}

/// Who approves, heads, reviews or keeps compliant states what is in it.
#[test]
fn each_of_the_duties_that_find_serves() {
	chain(|| {
		let category = Category::StateFunctionary;
		for duties in [Duties::APPROVAL, Duties::HEAD, Duties::REVIEW, Duties::COMPLIANCE] {
			MockDirectory::appoint(&15u64, Actor { member: BUREAU, unit: None, duties, category });
			assert_ok!(find(15, alert(), sealed(1)));
		}
	});
}

/// What happened after today shows nothing of today.
#[test]
fn a_record_of_a_day_that_has_not_come_is_refused() {
	chain(|| {
		let case = case();
		let id = raise(Rule::RecheckFailed, Severity::Serious, BUREAU, Subject::Case(case));
		MockLegalTime::advance_days(1);
		let record = record(case, BUREAU, OFFICER);
		MockLegalTime::set(now() - 86_400_000);
		assert_noop!(find(CHIEF, id, Paper::Record(record)), Error::<Test>::EvidenceLater);
	});
}

#[test]
fn a_superior_finds_by_a_recorded_order() {
	chain(|| {
		let id = alert();
		assert_noop!(find(CITY_CHIEF, id, sealed(1)), Error::<Test>::NotAuthorized);
		MockMembers::add_order(CITY_BUREAU, BUREAU);
		assert_ok!(Oversight::acknowledge(signed(CITY_CHIEF), id));
		assert_ok!(find(CITY_CHIEF, id, sealed(1)));
		assert_ok!(Oversight::close(signed(CHIEF), id));
	});
}
