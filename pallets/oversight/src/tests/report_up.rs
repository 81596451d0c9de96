//! `report_up` and `close_notice`.

use super::*;
use shejiao_primitives::{clock::ClockId, oversight::OnClock};

fn up(id: NoticeId) -> DispatchResult {
	Oversight::report_up(signed(PROSECUTOR), id)
}

fn run_out(id: NoticeId) {
	Oversight::expired(ClockId(0), None, Subject::Notice(id), BUREAU, BOTH);
}

#[test]
fn what_is_not_answered_goes_to_the_higher_procuratorate() {
	chain(|| {
		let id = notice();
		assert_noop!(up(id), Error::<Test>::NothingToReport);
		run_out(id);
		assert_ok!(up(id));
		assert_eq!(
			last_event(),
			Event::NoticeReportedUp { notice: id, by: PROSECUTOR, to: CITY_PROCURATORATE }
		);
		let told = Oversight::view_notices(CITY_PROCURATORATE, Part::Superior, NoticeId(0), 9);
		assert_eq!(told.len(), 1);
		assert_noop!(up(id), Error::<Test>::AlreadyExists);
	});
}

#[test]
fn so_does_what_is_not_adopted_or_upheld() {
	chain(|| {
		let refused = notice();
		assert_ok!(object(refused));
		assert_ok!(up(refused));
		let upheld = notice();
		assert_ok!(Oversight::ask_review(signed(CHIEF), upheld, sealed(2), today()));
		run_out(upheld);
		assert_noop!(up(upheld), Error::<Test>::NothingToReport);
		let (decided, reply_by) = (today(), Some(days(9)));
		assert_ok!(Oversight::decide_review(
			signed(SECOND),
			upheld,
			true,
			sealed(3),
			decided,
			reply_by
		));
		assert_ok!(up(upheld));
		let adopted = notice();
		assert_ok!(adopt(adopted));
		assert_noop!(up(adopted), Error::<Test>::NothingToReport);
	});
}

#[test]
fn the_issuer_reports_to_a_supervising_superior() {
	chain(|| {
		let id = notice();
		run_out(id);
		for who in [CHIEF, CITY_PROSECUTOR, STRANGER] {
			assert_noop!(Oversight::report_up(signed(who), id), Error::<Test>::NotAuthorized);
		}
		assert_noop!(up(NoticeId(9)), Error::<Test>::NotFound);
		for parent in [None, Some(CITY_BUREAU), Some(BUREAU)] {
			MockMembers::update(PROCURATORATE, |profile| profile.parent = parent);
			assert_noop!(up(id), Error::<Test>::NoSuperior);
		}
	});
}

#[test]
fn an_answer_is_accepted_by_the_issuer_or_the_superior() {
	chain(|| {
		let id = notice();
		let close = |who| Oversight::close_notice(signed(who), id);
		assert_noop!(close(PROSECUTOR), Error::<Test>::WrongStatus);
		assert_ok!(object(id));
		for who in [CHIEF, CITY_PROSECUTOR, STRANGER] {
			assert_noop!(close(who), Error::<Test>::NotAuthorized);
		}
		assert_ok!(up(id));
		assert_ok!(close(CITY_PROSECUTOR));
		assert_eq!(
			last_event(),
			Event::NoticeClosed { notice: id, by: CITY_PROSECUTOR, member: CITY_PROCURATORATE }
		);
		assert!(!Oversight::is_live_notice(id));
		assert_noop!(close(PROSECUTOR), Error::<Test>::WrongStatus);
		assert_noop!(
			Oversight::close_notice(signed(PROSECUTOR), NoticeId(9)),
			Error::<Test>::NotFound
		);
		let other = notice();
		assert_ok!(adopt(other));
		assert_ok!(Oversight::close_notice(signed(SECOND), other));
	});
}
