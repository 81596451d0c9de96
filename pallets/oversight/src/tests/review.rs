//! `ask_review` and `decide_review` (L34).

use super::*;
use shejiao_primitives::{
	clock::{kinds, ClockId},
	oversight::OnClock,
};

fn ask(id: NoticeId) -> DispatchResult {
	Oversight::ask_review(signed(CHIEF), id, sealed(2), today())
}

fn decide(who: u64, id: NoticeId, upheld: bool, reply_by: Option<LegalDate>) -> DispatchResult {
	Oversight::decide_review(signed(who), id, upheld, sealed(3), today(), reply_by)
}

fn open(id: NoticeId) -> Vec<(shejiao_primitives::clock::KindId, MemberId)> {
	let open = clocks(Subject::Notice(id)).into_iter().filter(|clock| clock.open);
	open.map(|clock| (clock.kind, clock.owner)).collect()
}

#[test]
fn the_issuer_has_a_clock_to_review() {
	chain(|| {
		let id = notice();
		MockLegalTime::advance_days(1);
		assert_ok!(ask(id));
		assert_eq!(the_notice(id).status, NoticeStatus::UnderReview);
		assert_eq!(
			open(id),
			[(kinds::VIOLATION_REPLY, BUREAU), (kinds::OPINION_REVIEW, PROCURATORATE)]
		);
		assert_eq!(
			last_event(),
			Event::ReviewAsked { notice: id, by: CHIEF, paper: sealed(2), asked: today() }
		);
		assert_noop!(adopt(id), Error::<Test>::WrongStatus);
	});
}

#[test]
fn an_upheld_notice_has_a_new_day_for_the_reply() {
	chain(|| {
		let id = notice();
		assert_ok!(ask(id));
		assert_noop!(decide(SECOND, id, true, None), Error::<Test>::ReplyDateMissing);
		assert_noop!(decide(SECOND, id, true, Some(yesterday())), Error::<Test>::PeriodOutOfBounds);
		assert_ok!(decide(SECOND, id, true, Some(days(30))));
		let notice = the_notice(id);
		assert_eq!((notice.status, notice.reply_by), (NoticeStatus::Issued, Some(days(30))));
		assert_eq!(open(id), [(kinds::VIOLATION_REPLY, BUREAU)]);
		assert_eq!(
			last_event(),
			Event::ReviewDecided {
				notice: id,
				by: SECOND,
				upheld: true,
				paper: sealed(3),
				decided: today(),
				reply_by: Some(days(30)),
			}
		);
		assert_noop!(ask(id), Error::<Test>::NotReviewable);
		assert_ok!(adopt(id));
	});
}

#[test]
fn a_notice_that_falls_is_taken_back_with_its_clocks() {
	chain(|| {
		let id = notice();
		assert_ok!(ask(id));
		assert_ok!(decide(SECOND, id, false, Some(days(9))));
		assert_eq!(the_notice(id).status, NoticeStatus::Withdrawn);
		assert_eq!(the_notice(id).review.and_then(|r| r.decided), Some((today(), false)));
		assert_eq!(open(id), []);
		assert!(!Oversight::is_live_notice(id));
		assert!(Oversight::view_notices(BUREAU, Part::Addressee, NoticeId(0), 9).is_empty());
	});
}

/// Design principle 6: the reviewer is not the author.
#[test]
fn another_officer_of_the_issuer_decides() {
	chain(|| {
		let id = notice();
		assert_noop!(decide(SECOND, id, false, None), Error::<Test>::WrongStatus);
		assert_ok!(ask(id));
		assert_noop!(decide(PROSECUTOR, id, false, None), Error::<Test>::SameOfficer);
		for who in [CHIEF, CITY_PROSECUTOR, STRANGER] {
			assert_noop!(decide(who, id, false, None), Error::<Test>::NotAuthorized);
		}
		assert_noop!(decide(SECOND, NoticeId(9), false, None), Error::<Test>::NotFound);
	});
}

#[test]
fn only_the_addressee_asks_and_only_for_what_is_reviewed() {
	chain(|| {
		let id = notice();
		let ask_as = |who, id| Oversight::ask_review(signed(who), id, sealed(2), today());
		for who in [OFFICER, JUDGE, PROSECUTOR, STRANGER] {
			assert_noop!(ask_as(who, id), Error::<Test>::NotAuthorized);
		}
		assert_noop!(ask(NoticeId(9)), Error::<Test>::NotFound);
		assert_ok!(adopt(id));
		assert_noop!(ask(id), Error::<Test>::WrongStatus);
		let suggestion = NextNotice::<Test>::get();
		assert_ok!(issue(NoticeKind::Suggestion, BUREAU, sealed(1), None));
		assert_noop!(ask(suggestion), Error::<Test>::NotReviewable);
	});
}

#[test]
fn days_and_papers_that_cannot_be_are_refused() {
	chain(|| {
		let id = notice();
		let asked = |day| Oversight::ask_review(signed(CHIEF), id, sealed(2), day);
		assert_noop!(asked(days(1)), Error::<Test>::InTheFuture);
		assert_noop!(asked(yesterday()), Error::<Test>::OutOfOrder);
		let foreign = Paper::Record(record(case(), BUREAU, CHIEF));
		assert_noop!(
			Oversight::ask_review(signed(CHIEF), id, foreign, today()),
			Error::<Test>::WrongCase
		);
		assert_ok!(ask(id));
		let decided =
			|day| Oversight::decide_review(signed(SECOND), id, false, sealed(3), day, None);
		assert_noop!(decided(days(1)), Error::<Test>::InTheFuture);
		assert_noop!(decided(yesterday()), Error::<Test>::OutOfOrder);
		let own = Paper::Record(record(case(), PROCURATORATE, SECOND));
		assert_noop!(
			Oversight::decide_review(signed(SECOND), id, false, own, today(), None),
			Error::<Test>::WrongCase
		);
	});
}

/// What is asked or decided rests on nothing that came later.
#[test]
fn records_later_than_the_act_are_refused() {
	chain(|| {
		let case = case();
		let own = Paper::Record(record(case, PROCURATORATE, PROSECUTOR));
		assert_ok!(issue(NoticeKind::Violation, BUREAU, own, Some(days(15))));
		let id = NoticeId(0);
		MockLegalTime::advance_days(2);
		let paper = Paper::Record(record(case, BUREAU, CHIEF));
		let asked = |day| Oversight::ask_review(signed(CHIEF), id, paper, day);
		assert_noop!(asked(yesterday()), Error::<Test>::EvidenceLater);
		assert_ok!(asked(today()));
		MockLegalTime::advance_days(2);
		let paper = Paper::Record(record(case, PROCURATORATE, SECOND));
		let decided = |day| Oversight::decide_review(signed(SECOND), id, false, paper, day, None);
		assert_noop!(decided(yesterday()), Error::<Test>::EvidenceLater);
		assert_ok!(decided(today()));
	});
}

/// L34: who asks when the time is over was late; that the notice stands gives a new day and no excuse.
#[test]
fn a_review_makes_no_lateness_good() {
	chain(|| {
		// In time by its day, though entered late; late; late, but the notice falls.
		for (place, (after, upheld, closes)) in
			[(15, true, true), (16, true, false), (16, false, true)].into_iter().enumerate()
		{
			let (id, alert) = (notice(), AlertId(place as u64));
			let asked = days(after);
			MockLegalTime::advance_days(16);
			Oversight::expired(ClockId(99), None, Subject::Notice(id), BUREAU, BOTH);
			assert_ok!(Oversight::ask_review(signed(CHIEF), id, sealed(2), asked));
			assert_ok!(decide(SECOND, id, upheld, Some(days(9))));
			assert!(events().contains(&Event::AlertSettled { alert, closed: closes }));
			assert_eq!(Oversight::is_live_alert(alert), !closes);
			assert_eq!(the_notice(id).urged.is_some(), !upheld);
		}
	});
}

#[test]
fn a_superior_asks_and_decides_by_a_recorded_order() {
	chain(|| {
		let id = notice();
		let ask = || Oversight::ask_review(signed(CITY_CHIEF), id, sealed(2), today());
		assert_noop!(ask(), Error::<Test>::NotAuthorized);
		MockMembers::add_order(CITY_BUREAU, BUREAU);
		assert_ok!(ask());
		let decide = || decide(CITY_PROSECUTOR, id, true, Some(days(9)));
		assert_noop!(decide(), Error::<Test>::NotAuthorized);
		MockMembers::add_order(CITY_PROCURATORATE, PROCURATORATE);
		assert_ok!(decide());
		assert_ok!(adopt(id));
		assert_ok!(Oversight::close_notice(signed(CITY_PROSECUTOR), id));
		let member = PROCURATORATE;
		assert_eq!(last_event(), Event::NoticeClosed { notice: id, by: CITY_PROSECUTOR, member });
	});
}
