use super::*;
use shejiao_primitives::oversight::OnClock;

fn reply(who: u64, id: NoticeId, answer: Answer, paper: Paper) -> DispatchResult {
	Oversight::reply(signed(who), id, answer, paper, today())
}

#[test]
fn the_day_of_the_reply_completes_the_clock() {
	chain(|| {
		let id = notice();
		let issued = today();
		MockLegalTime::advance_days(20);
		let replied = issued.plus(14);
		assert_ok!(Oversight::reply(signed(CHIEF), id, Answer::Adopted, sealed(4), replied));
		let clock = clocks(Subject::Notice(id)).pop().expect("it was started; qed");
		let done = clock.done.expect("it was completed; qed");
		assert_eq!(MockLegalTime::clock().date(done), replied);
		assert_eq!(
			last_event(),
			Event::NoticeAnswered {
				notice: id,
				by: CHIEF,
				answer: Answer::Adopted,
				paper: sealed(4),
				replied,
			}
		);
		assert_eq!(the_notice(id).status, NoticeStatus::Answered);
		assert_eq!(the_notice(id).replies[0].entered, now());
	});
}

#[test]
fn what_is_not_adopted_may_be_adopted_later() {
	chain(|| {
		let id = notice();
		for _ in 1..MAX_REPLIES {
			assert_ok!(object(id));
		}
		assert_ok!(adopt(id));
		assert_noop!(adopt(id), Error::<Test>::WrongStatus);
		assert_eq!(the_notice(id).replies.len(), MAX_REPLIES as usize);
	});
}

#[test]
fn there_is_a_bound_on_replies() {
	chain(|| {
		let id = notice();
		for _ in 0..MAX_REPLIES {
			assert_ok!(object(id));
		}
		assert_noop!(object(id), Error::<Test>::MaxRepliesExceeded);
	});
}

#[test]
fn who_approves_for_the_addressee_replies() {
	chain(|| {
		let id = notice();
		for who in [OFFICER, TOWN, JUDGE, PROSECUTOR, STRANGER] {
			assert_noop!(reply(who, id, Answer::Adopted, sealed(1)), Error::<Test>::NotAuthorized);
		}
		assert_noop!(adopt(NoticeId(9)), Error::<Test>::NotFound);
		assert_ok!(reply(DEPUTY, id, Answer::Adopted, sealed(1)));
	});
}

#[test]
fn days_that_cannot_be_are_refused() {
	chain(|| {
		let id = notice();
		let on = |day| Oversight::reply(signed(CHIEF), id, Answer::Adopted, sealed(1), day);
		assert_noop!(on(days(1)), Error::<Test>::InTheFuture);
		assert_noop!(on(yesterday()), Error::<Test>::OutOfOrder);
		MockLegalTime::advance_days(2);
		assert_ok!(object(id));
		assert_noop!(on(yesterday()), Error::<Test>::OutOfOrder);
	});
}

#[test]
fn a_record_serves_where_the_notice_is_about_its_case() {
	chain(|| {
		let case = case();
		let own = Paper::Record(record(case, PROCURATORATE, PROSECUTOR));
		assert_ok!(issue(NoticeKind::Suggestion, BUREAU, own, None));
		let id = NoticeId(0);
		let other = Paper::Record(record(super::case(), BUREAU, CHIEF));
		assert_noop!(reply(CHIEF, id, Answer::NotAdopted, other), Error::<Test>::WrongCase);
		let paper = record(case, BUREAU, CHIEF);
		assert_ok!(reply(CHIEF, id, Answer::NotAdopted, Paper::Record(paper)));
		assert!(MockRecords::links().contains(&(paper, Subject::Notice(id))));
		// A sealed notice stays sealed.
		let id = notice();
		assert_noop!(
			reply(CHIEF, id, Answer::Adopted, Paper::Record(paper)),
			Error::<Test>::WrongCase
		);
	});
}

/// L36: the reply is in writing. A letter of today is none of last week.
#[test]
fn a_reply_in_time_rests_on_a_record_of_its_day() {
	chain(|| {
		let case = case();
		let own = Paper::Record(record(case, PROCURATORATE, PROSECUTOR));
		let issued = today();
		assert_ok!(issue(NoticeKind::Suggestion, BUREAU, own, None));
		MockLegalTime::advance_days(90);
		let letter = Paper::Record(record(case, BUREAU, CHIEF));
		let on = |day| Oversight::reply(signed(CHIEF), NoticeId(0), Answer::Adopted, letter, day);
		assert_noop!(on(issued.plus(30)), Error::<Test>::EvidenceLater);
		assert_noop!(on(yesterday()), Error::<Test>::EvidenceLater);
		assert_ok!(on(today()));
	});
}

/// What a review decided cannot have been answered before.
#[test]
fn a_reply_is_not_older_than_the_review() {
	chain(|| {
		let id = notice();
		assert_ok!(Oversight::ask_review(signed(CHIEF), id, sealed(2), today()));
		MockLegalTime::advance_days(3);
		let (decided, by) = (today(), Some(days(9)));
		assert_ok!(Oversight::decide_review(signed(SECOND), id, true, sealed(3), decided, by));
		assert_eq!(the_notice(id).earliest_reply(), decided);
		let on = |day| Oversight::reply(signed(CHIEF), id, Answer::Adopted, sealed(1), day);
		assert_noop!(on(yesterday()), Error::<Test>::OutOfOrder);
		assert_ok!(on(today()));
	});
}

/// A superior answers for an agency that may not act, by a recorded order.
#[test]
fn a_superior_replies_by_a_recorded_order() {
	chain(|| {
		let id = notice();
		let by = || reply(CITY_CHIEF, id, Answer::Adopted, sealed(1));
		assert_noop!(by(), Error::<Test>::NotAuthorized);
		MockMembers::add_order(CITY_BUREAU, BUREAU);
		assert_ok!(by());
	});
}

/// L35: no reply, urge; a late one is taken all the same.
#[test]
fn who_does_not_answer_in_time_is_urged_and_may_answer_late() {
	chain(|| {
		let id = notice();
		let clock = shejiao_primitives::clock::ClockId(0);
		MockLegalTime::advance_days(16);
		Oversight::expired(clock, None, Subject::Notice(id), BUREAU, BOTH);
		assert_eq!(the_notice(id).urged, Some(now()));
		assert!(events().contains(&Event::NoticeUrged { notice: id, addressee: BUREAU }));
		let alert = get(AlertId(0));
		assert_eq!((alert.rule, alert.owner), (Rule::NoticeUnanswered, BUREAU));
		assert_eq!(alert.source, Subject::Notice(id));
		// The issuer first, then whom the rule of the clock names.
		assert_eq!(alert.told.into_inner(), [PROCURATORATE, CITY_BUREAU]);
		assert_ok!(adopt(id));
		assert!(events().contains(&Event::AlertSettled { alert: AlertId(0), closed: false }));
		// Later expiries of what was answered say nothing.
		Oversight::expired(clock, None, Subject::Notice(id), BUREAU, BOTH);
		assert_eq!(NextAlert::<Test>::get(), AlertId(1));
	});
}
