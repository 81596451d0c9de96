use super::*;

fn deliver(who: u64, id: DocumentId, on: LegalDate) -> DispatchResult {
	ServedDocuments::deliver(signed(who), id, on)
}

#[test]
fn an_officer_of_the_recipient_opens_it() {
	chain(|| {
		let id = letter(case_at(Stage::Open));
		MockLegalTime::advance_days(2);
		assert_ok!(deliver(CLERK, id, today()));
		assert_eq!(
			last_event(),
			Event::DocumentDelivered { document: id, by: CLERK, delivered: today() }
		);
		let act = get(id).delivered.expect("it was delivered; qed");
		assert_eq!((act.on, act.entered, act.by), (today(), now(), CLERK));
		assert!(ServedDocuments::is_live(id));
		assert_noop!(deliver(CLERK, id, today()), Error::<Test>::WrongStatus);
	});
}

/// Opening it later does not put the receipt off: it was received when it arrived.
#[test]
fn the_clock_stays_unless_paper_came_first() {
	chain(|| {
		let case = case_at(Stage::Open);
		let from = |id| clocks(Subject::Document(id)).pop().map(|clock| clock.from);
		let id = letter(case);
		let arrived = now();
		MockLegalTime::advance_days(3);
		assert_ok!(deliver(CLERK, id, today()));
		assert_eq!(from(id), Some(arrived));

		let paper = next();
		assert_ok!(send_on(REGISTRAR, case, DocumentKind::Other, &[AGENCY], ago(5)));
		assert_eq!(from(paper), Some(now()));
		assert_ok!(deliver(CLERK, paper, ago(4)));
		let counted = from(paper).map(|from| MockLegalTime::clock().date(from));
		assert_eq!(counted, Some(ago(4)));
	});
}

#[test]
fn others_do_not_open_it() {
	chain(|| {
		let id = letter(case_at(Stage::Open));
		for who in [OFFICER, REGISTRAR, PROSECUTOR, OUTSIDER, TOWN, STRANGER] {
			assert_noop!(deliver(who, id, today()), Error::<Test>::NotAuthorized);
		}
		assert_noop!(deliver(CLERK, DocumentId(9), today()), Error::<Test>::NotFound);
		MockDirectory::delegate(AGENCY, UNIT, Acts::DAILY_SUPERVISION, now(), now() + 1);
		assert_ok!(deliver(TOWN, id, today()));
	});
}

#[test]
fn days_that_cannot_be_are_refused() {
	chain(|| {
		let id = letter(case_at(Stage::Open));
		assert_noop!(deliver(CLERK, id, today().plus(1)), Error::<Test>::InTheFuture);
		assert_noop!(deliver(CLERK, id, ago(1)), Error::<Test>::OutOfOrder);
	});
}
