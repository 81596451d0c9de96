use super::*;
use frame_support::assert_noop;
use sp_core::H256;

const SEAL: H256 = H256::repeat_byte(7);

fn seal(who: u64, case: CaseId, group: Group, owner: MemberId) -> DispatchResult {
	StatutoryClocks::start_sealed(signed(who), case, group, today().plus(3), SEAL, owner)
}

#[test]
fn only_day_owner_and_group_are_plain() {
	chain(|| {
		let case = case();
		assert_ok!(seal(CLERK, case, Group::Execution, COURT));
		assert_eq!(
			last_event(),
			Event::ClockStarted {
				clock: ClockId(0),
				kind: None,
				commitment: Some(SEAL),
				group: Group::Execution,
				subject: Subject::Case(case),
				owner: COURT,
				basis: Basis::Until(today().plus(3)),
				due: Due::Day(today().plus(3)),
				provisional: None,
				by: Some(CLERK),
			}
		);
		// Several may run: which kinds they are of nobody can tell.
		assert_ok!(seal(JUDGE, case, Group::Execution, COURT));
		assert_eq!(StatutoryClocks::count(Subject::Case(case)), 2);
	});
}

#[test]
fn every_sealed_clock_warns_alike_and_runs_out() {
	chain(|| {
		assert_ok!(seal(CLERK, case(), Group::Conclusion, BUREAU));
		events();
		MockLegalTime::advance_days(2);
		settle();
		assert!(matches!(
			last_event(),
			Event::ClockWarned { kind: None, told: Audience::HEAD, .. }
		));
		MockLegalTime::advance_days(1);
		settle();
		assert!(clock(ClockId(0)).expired.is_none());
		MockLegalTime::advance_days(1);
		settle();
		assert!(matches!(last_event(), Event::ClockExpired { kind: None, .. }));
	});
}

#[test]
fn a_sealed_clock_completes_by_day_alone() {
	chain(|| {
		let case = case();
		assert_ok!(seal(CLERK, case, Group::Execution, BUREAU));
		let evidence = record(case);
		assert_noop!(
			StatutoryClocks::complete(signed(CLERK), ClockId(0), ActTime::Moment(now()), evidence),
			Error::<Test>::DayNeeded
		);
		assert_ok!(StatutoryClocks::complete(
			signed(CLERK),
			ClockId(0),
			ActTime::Day(today()),
			evidence
		));
	});
}

#[test]
fn parties_alone_seal() {
	chain(|| {
		let case = case();
		assert_noop!(seal(TREASURER, case, Group::Execution, BUREAU), Error::<Test>::NotAuthorized);
		assert_noop!(seal(77, case, Group::Execution, BUREAU), Error::<Test>::NotAuthorized);
		let theirs = MockCases::add(COURT, &JUDGE, Stage::Open);
		assert_noop!(seal(CLERK, theirs, Group::Execution, COURT), Error::<Test>::NotAuthorized);
		// The owner is a party as well.
		assert_noop!(seal(JUDGE, theirs, Group::Execution, BUREAU), Error::<Test>::NotFound);
		assert_noop!(
			seal(CLERK, CaseId([9; 16]), Group::Execution, BUREAU),
			Error::<Test>::NotAuthorized
		);
		// A unit's officer needs a delegation.
		assert_noop!(seal(STATION, case, Group::Execution, BUREAU), Error::<Test>::NotAuthorized);
		MockDirectory::delegate(BUREAU, OFFICE, Acts::DAILY_SUPERVISION, 0, Moment::MAX);
		assert_ok!(seal(STATION, case, Group::Execution, BUREAU));
	});
}

#[test]
fn in_a_plain_group_or_an_archived_case_nothing_is_sealed() {
	chain(|| {
		let case = case();
		for group in [Group::Assessment, Group::Reception, Group::Supervision, Group::Response] {
			assert_noop!(seal(CLERK, case, group, BUREAU), Error::<Test>::WrongGroup);
		}
		MockCases::update(case, |facts| facts.stage = Stage::Archived);
		assert_noop!(seal(CLERK, case, Group::Execution, BUREAU), Error::<Test>::NotFound);
	});
}

#[test]
fn sealed_clocks_leave_room_for_those_of_the_law() {
	chain(|| {
		let case = case();
		for who in [CLERK, JUDGE] {
			assert_ok!(seal(who, case, Group::Execution, BUREAU));
		}
		for who in [CLERK, JUDGE, PROSECUTOR] {
			let full = seal(who, case, Group::Execution, BUREAU);
			assert_noop!(full, Error::<Test>::MaxClocksExceeded);
		}
		start(ASSESSMENT, case);
		start(REPORT, case);
		assert_eq!(StatutoryClocks::count(Subject::Case(case)), 4);
	});
}

#[test]
fn what_the_law_orders_is_not_paused() {
	chain(|| {
		MockRegime::pause(shejiao_primitives::regime::ModuleId::StatutoryClocks, true);
		assert_ok!(seal(CLERK, case(), Group::Execution, BUREAU));
	});
}

/// However much the agency has sealed, the court finds room for its notice (L38).
#[test]
fn no_member_takes_more_places_than_it_leaves() {
	chain(|| {
		let case = case();
		assert_ok!(seal(CLERK, case, Group::Execution, BUREAU));
		for who in [CLERK, CHIEF] {
			let another = seal(who, case, Group::Execution, COURT);
			assert_noop!(another, Error::<Test>::MaxClocksExceeded);
		}
		assert_ok!(seal(JUDGE, case, Group::Conclusion, COURT));
		assert_eq!(clock(ClockId(1)).starter, Some(COURT));
		// What is done leaves its place.
		let (done, evidence) = (ActTime::Day(today()), record(case));
		assert_ok!(StatutoryClocks::complete(signed(CLERK), ClockId(0), done, evidence));
		assert_ok!(seal(CLERK, case, Group::Execution, BUREAU));
	});
}
