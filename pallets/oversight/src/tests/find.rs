use super::*;
use shejiao_primitives::record::{classes, RecordStatus};

fn find(who: u64, id: AlertId, paper: Paper) -> DispatchResult {
	Oversight::find(signed(who), id, Outcome::Substantiated, paper)
}

#[test]
fn a_finding_takes_an_open_alert_up() {
	chain(|| {
		let id = alert();
		assert_ok!(find(OFFICER, id, sealed(3)));
		assert_eq!(
			steps(id)[steps(id).len() - 2..],
			[Step::Acknowledged(OFFICER), Step::Found(OFFICER, Outcome::Substantiated, sealed(3)),]
		);
		assert_eq!(
			last_event(),
			Event::AlertFound {
				alert: id,
				by: OFFICER,
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
		assert_ok!(find(OFFICER, id, sealed(3)));
		assert_ok!(Oversight::find(signed(CHIEF), id, Outcome::Unsubstantiated, sealed(4)));
		assert_eq!(get(id).finding, Some((CHIEF, Outcome::Unsubstantiated)));
		assert_eq!(steps(id).len(), 5);
	});
}

#[test]
fn a_record_of_the_alerts_case_serves_and_remembers_the_alert() {
	chain(|| {
		let case = case();
		let id = raise(Rule::RecheckFailed, Severity::Serious, BUREAU, Subject::Case(case));
		let record = record(case, BUREAU, OFFICER);
		assert_ok!(find(OFFICER, id, Paper::Record(record)));
		assert_eq!(MockRecords::links(), [(record, Subject::Alert(id))]);
	});
}

#[test]
fn records_that_do_not_fit_are_refused() {
	chain(|| {
		let case_of = case();
		let id = raise(Rule::RecheckFailed, Severity::Serious, BUREAU, Subject::Case(case_of));
		let refused = |record, error: Error<Test>| {
			assert_noop!(find(OFFICER, id, Paper::Record(record)), error);
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
		assert_noop!(find(OFFICER, id, paper), Error::<Test>::WrongCase);
		assert_ok!(find(OFFICER, id, sealed(2)));

		let reported = NextAlert::<Test>::get();
		assert_ok!(Oversight::report(signed(JUDGE), BUREAU, severity, seal(1)));
		assert_noop!(find(OFFICER, reported, paper), Error::<Test>::WrongCase);
		assert_ok!(find(OFFICER, reported, sealed(2)));
	});
}

#[test]
fn only_the_owning_agency_itself_finds_and_not_after_the_end() {
	chain(|| {
		let id = alert();
		for who in [TOWN, JUDGE, PROSECUTOR, STRANGER] {
			assert_noop!(find(who, id, sealed(1)), Error::<Test>::NotAuthorized);
		}
		assert_noop!(find(OFFICER, AlertId(9), sealed(1)), Error::<Test>::NotFound);
		assert_ok!(find(OFFICER, id, sealed(1)));
		assert_ok!(Oversight::close(signed(CHIEF), id));
		assert_noop!(find(OFFICER, id, sealed(1)), Error::<Test>::WrongStatus);
	});
}
