use super::*;
use shejiao_testing::START;

/// What could be told about a past moment then is told the same later.
#[test]
fn who_could_act_is_told_for_every_moment() {
	run(|case| {
		MockLegalTime::advance(10);
		assert_ok!(appoint_for(OFFICER, case, PERSON, 1));
		let end = MockLegalTime::clock().end_of(days(1));
		MockLegalTime::advance(10);
		assert_ok!(appoint(OFFICER, case, LAWYER));
		MockLegalTime::advance(10);
		assert_ok!(Representing::revoke(signed(OFFICER), case, LAWYER, Reason::Mistake));
		MockLegalTime::set(end + 10);
		assert_ok!(appoint(OFFICER, case, GUARDIAN));
		let at = |account, moment| Representing::represented_at(account, moment);
		for (account, moment, represented) in [
			(PERSON, START + 9, false),
			(PERSON, START + 10, true),
			(PERSON, end - 1, true),
			(PERSON, end, false),
			(LAWYER, START + 19, false),
			(LAWYER, START + 20, true),
			(LAWYER, START + 30, false),
			(GUARDIAN, end + 9, false),
			(GUARDIAN, end + 10, true),
			(NOBODY, end, false),
		] {
			assert_eq!(at(account, moment), represented.then_some(case), "{account} at {moment}");
		}
	});
}

#[test]
fn a_renewal_does_not_change_what_was() {
	run(|case| {
		assert_ok!(appoint_for(OFFICER, case, PERSON, 10));
		let first = MockLegalTime::clock().end_of(days(10));
		MockLegalTime::advance_days(5);
		let evidence = record_of(case);
		assert_ok!(Representing::renew(signed(OFFICER), case, PERSON, days(0), evidence));
		let second = MockLegalTime::clock().end_of(days(0));
		assert_eq!(Representing::grant_at(&PERSON, START).map(|grant| grant.until), Some(first));
		assert_eq!(Representing::represented_at(PERSON, second - 1), Some(case));
		assert_eq!(Representing::represented_at(PERSON, second), None);
	});
}

#[test]
fn clients_see_what_was_given_and_its_last_day() {
	run(|case| {
		assert_ok!(appoint_for(OFFICER, case, PERSON, 3));
		let expected =
			Listed { account: PERSON, grant: grant(PERSON), last_day: days(3), stands: true };
		assert_eq!(Representing::representatives_of(case), [expected]);
	});
}
