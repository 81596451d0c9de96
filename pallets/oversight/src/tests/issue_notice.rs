use super::*;
use shejiao_primitives::{clock::kinds, record::classes};

fn clock_of(id: NoticeId) -> Started {
	clocks(Subject::Notice(id)).pop().expect("a clock was started; qed")
}

/// L35: the notice of violation sets the period.
#[test]
fn a_notice_of_violation_is_answered_in_the_period_that_it_sets() {
	chain(|| {
		let id = notice();
		let clock = clock_of(id);
		assert_eq!((clock.kind, clock.owner), (kinds::VIOLATION_REPLY, BUREAU));
		assert_eq!(clock.from, MockLegalTime::clock().end_of(days(15)));
		assert_eq!(
			last_event(),
			Event::NoticeIssued {
				notice: id,
				kind: NoticeKind::Violation,
				issuer: PROCURATORATE,
				addressee: BUREAU,
				by: PROSECUTOR,
				paper: sealed(1),
				issued: today(),
				reply_by: Some(days(15)),
			}
		);
		assert!(Oversight::is_live_notice(id));
	});
}

/// L36: two months from the day of the suggestion, or sooner where it is urgent.
#[test]
fn a_suggestion_is_answered_in_two_months_or_when_it_says() {
	chain(|| {
		assert_ok!(Oversight::issue_notice(
			signed(PROSECUTOR),
			NoticeKind::Suggestion,
			COURT,
			sealed(1),
			yesterday(),
			None,
		));
		let clock = clock_of(NoticeId(0));
		assert_eq!((clock.kind, clock.owner), (kinds::SUGGESTION_REPLY, COURT));
		// Any moment of the day gives the same date.
		assert_eq!(MockLegalTime::clock().date(clock.from), yesterday());
		assert_ok!(issue(NoticeKind::Suggestion, COURT, sealed(1), Some(days(5))));
		let urgent = clock_of(NoticeId(1));
		assert_eq!(urgent.from, MockLegalTime::clock().end_of(days(5)));
	});
}

/// L36: a suggestion may be urgent, and never gives longer than the law.
#[test]
fn a_suggestion_gives_no_longer_than_the_law() {
	chain(|| {
		let issue = |last| issue(NoticeKind::Suggestion, COURT, sealed(1), Some(days(last)));
		let longest = MockDeadlines::PERIOD;
		assert_noop!(issue(longest + 1), Error::<Test>::PeriodOutOfBounds);
		assert_ok!(issue(longest));
		// Of the others the notice sets the period.
		assert_ok!(super::issue(NoticeKind::Opinion, COURT, sealed(1), Some(days(longest + 1))));
	});
}

#[test]
fn a_notice_does_not_rest_on_what_came_later() {
	chain(|| {
		let case = case();
		MockLegalTime::advance_days(1);
		let own = Paper::Record(record(case, PROCURATORATE, PROSECUTOR));
		let issue = |day| {
			let (who, kind) = (signed(PROSECUTOR), NoticeKind::Suggestion);
			Oversight::issue_notice(who, kind, BUREAU, own, day, None)
		};
		assert_noop!(issue(yesterday()), Error::<Test>::EvidenceLater);
		assert_ok!(issue(today()));
	});
}

#[test]
fn kinds_belong_to_kinds_of_members() {
	chain(|| {
		let issue = |who, kind| {
			let reply_by = Some(days(9));
			Oversight::issue_notice(signed(who), kind, BUREAU, sealed(1), today(), reply_by)
		};
		assert_noop!(issue(PROSECUTOR, NoticeKind::Own), Error::<Test>::WrongKind);
		for kind in [NoticeKind::Violation, NoticeKind::Suggestion, NoticeKind::Opinion] {
			assert_noop!(issue(INSPECTOR, kind), Error::<Test>::WrongKind);
			assert_ok!(issue(PROSECUTOR, kind));
		}
		assert_ok!(issue(INSPECTOR, NoticeKind::Own));
	});
}

#[test]
fn only_officers_who_supervise_for_supervising_members_issue() {
	chain(|| {
		let supervises =
			|member, category| Actor { member, unit: None, duties: Duties::SUPERVISION, category };
		MockDirectory::appoint(&14u64, supervises(BUREAU, Category::StateFunctionary));
		for who in [CHIEF, JUDGE, 14, STRANGER] {
			assert_noop!(
				Oversight::issue_notice(
					signed(who),
					NoticeKind::Violation,
					POLICE,
					sealed(1),
					today(),
					Some(days(9)),
				),
				Error::<Test>::NotAuthorized
			);
		}
	});
}

#[test]
fn dates_and_addressees_that_cannot_be_are_refused() {
	chain(|| {
		let refused = |addressee, issued, reply_by, error: Error<Test>| {
			assert_noop!(
				Oversight::issue_notice(
					signed(PROSECUTOR),
					NoticeKind::Violation,
					addressee,
					sealed(1),
					issued,
					reply_by,
				),
				error
			);
		};
		refused(BUREAU, today(), None, Error::ReplyDateMissing);
		refused(BUREAU, days(1), Some(days(9)), Error::InTheFuture);
		refused(BUREAU, today(), Some(yesterday()), Error::PeriodOutOfBounds);
		refused(PROCURATORATE, today(), Some(days(9)), Error::ToItself);
		refused(MemberId(99), today(), Some(days(9)), Error::NotFound);
	});
}

#[test]
fn with_a_record_both_have_a_part_in_its_case() {
	chain(|| {
		let case = case();
		let own = Paper::Record(record(case, PROCURATORATE, PROSECUTOR));
		assert_noop!(issue(NoticeKind::Suggestion, POLICE, own, None), Error::<Test>::NotParty);
		assert_ok!(issue(NoticeKind::Suggestion, BUREAU, own, None));
		assert_eq!(Oversight::case_of_notice(NoticeId(0)), Some(case));
		let foreign = Paper::Record(record(case, BUREAU, OFFICER));
		assert_noop!(
			issue(NoticeKind::Suggestion, BUREAU, foreign, None),
			Error::<Test>::WrongAuthor
		);
		MockCases::set_roles(case, PROCURATORATE, PartyRoles::COPIED);
		assert_noop!(issue(NoticeKind::Suggestion, BUREAU, own, None), Error::<Test>::NotParty);
	});
}

/// Protected third parties stay out of notices.
#[test]
fn a_record_about_a_protected_party_is_refused() {
	chain(|| {
		let (class, case) = (classes::PROTECTED_PARTY, case());
		let record = MockRecords::add_of_class(case, PROCURATORATE, &PROSECUTOR, class);
		assert_noop!(
			issue(NoticeKind::Suggestion, BUREAU, Paper::Record(record), None),
			Error::<Test>::WrongClass
		);
	});
}

#[test]
fn without_its_clock_no_notice_is_issued() {
	chain(|| {
		MockDeadlines::refuse(true);
		assert_noop!(
			issue(NoticeKind::Suggestion, BUREAU, sealed(1), None),
			DispatchError::Other("no clock")
		);
	});
}
