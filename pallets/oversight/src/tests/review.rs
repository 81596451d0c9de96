//! `ask_review` and `decide_review` (L34).

use super::*;
use shejiao_primitives::clock::kinds;

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
