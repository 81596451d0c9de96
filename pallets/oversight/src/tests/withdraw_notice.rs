use super::*;
use shejiao_primitives::{clock::ClockId, oversight::OnClock, reason::Reason};

fn withdraw(who: u64, id: NoticeId) -> DispatchResult {
	Oversight::withdraw_notice(signed(who), id, Reason::Mistake)
}

#[test]
fn a_notice_taken_back_is_not_to_be_answered() {
	chain(|| {
		let id = notice();
		assert_ok!(Oversight::ask_review(signed(CHIEF), id, sealed(2), today()));
		assert_ok!(withdraw(SECOND, id));
		assert_eq!(
			last_event(),
			Event::NoticeWithdrawn {
				notice: id,
				by: SECOND,
				member: PROCURATORATE,
				reason: Reason::Mistake,
			}
		);
		assert!(clocks(Subject::Notice(id)).iter().all(|clock| !clock.open));
		assert!(!Oversight::is_live_notice(id));
		assert_noop!(adopt(id), Error::<Test>::WrongStatus);
		assert_noop!(withdraw(SECOND, id), Error::<Test>::WrongStatus);
	});
}

#[test]
fn the_superior_may_take_it_back_once_it_knows() {
	chain(|| {
		let id = notice();
		assert_noop!(withdraw(CITY_PROSECUTOR, id), Error::<Test>::NotAuthorized);
		Oversight::expired(ClockId(0), None, Subject::Notice(id), BUREAU, BOTH);
		assert_ok!(Oversight::report_up(signed(PROSECUTOR), id));
		assert_ok!(withdraw(CITY_PROSECUTOR, id));
		// Nobody has to say why it was not answered.
		assert!(events().contains(&Event::AlertSettled { alert: AlertId(0), closed: true }));
	});
}

#[test]
fn others_do_not_take_it_back() {
	chain(|| {
		let id = notice();
		for who in [CHIEF, JUDGE, INSPECTOR, STRANGER] {
			assert_noop!(withdraw(who, id), Error::<Test>::NotAuthorized);
		}
		assert_noop!(withdraw(PROSECUTOR, NoticeId(9)), Error::<Test>::NotFound);
	});
}
