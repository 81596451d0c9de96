use super::*;

#[test]
fn it_completes_the_response_clock() {
	chain(|| {
		let id = alert();
		MockLegalTime::advance(60_000);
		assert_ok!(Oversight::acknowledge(signed(TOWN), id));
		let clock = clocks(Subject::Alert(id)).pop().expect("it was started; qed");
		assert_eq!((clock.open, clock.done), (false, Some(now())));
		assert_eq!(get(id).status, AlertStatus::Acknowledged);
		assert_eq!(last_event(), Event::AlertAcknowledged { alert: id, owner: BUREAU, by: TOWN });
		assert_eq!(steps(id).last(), Some(&Step::Acknowledged(TOWN)));
	});
}

#[test]
fn only_its_owner_acknowledges_and_once() {
	chain(|| {
		let id = alert();
		for who in [JUDGE, PROSECUTOR, CITY_CHIEF, STRANGER] {
			assert_noop!(Oversight::acknowledge(signed(who), id), Error::<Test>::NotAuthorized);
		}
		assert_noop!(Oversight::acknowledge(signed(OFFICER), AlertId(9)), Error::<Test>::NotFound);
		assert_ok!(Oversight::acknowledge(signed(OFFICER), id));
		assert_noop!(Oversight::acknowledge(signed(CHIEF), id), Error::<Test>::WrongStatus);
	});
}
