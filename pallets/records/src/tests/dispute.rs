//! `dispute`.

use super::*;
use crate::Disputes;
use frame_support::assert_noop;

fn refused(who: u64, record: RecordId, reasons: RecordId, error: Error<Test>) {
	assert_noop!(Records::dispute(signed(who), record, reasons), error);
}

#[test]
fn an_agency_disputes_with_reasons_of_its_own() {
	chain(|| {
		let id = visit();
		let reasons = review(PROCURATOR);
		assert_ok!(Records::dispute(signed(PROCURATOR), id, reasons));
		assert_eq!(status(id), RecordStatus::Disputed);
		let member = Some(PROCURATORATE);
		assert!(happened(Event::RecordDisputed { record: id, member, by: PROCURATOR, reasons }));
		let dispute = Disputes::<Test>::get(id).expect("just disputed; qed");
		assert_eq!((dispute.reasons, dispute.since), (reasons, now()));
		refused(PROCURATOR, id, reasons, Error::WrongStatus);
	});
}

#[test]
fn reasons_are_a_standing_review_of_the_case_by_the_disputant() {
	chain(|| {
		let id = visit();
		refused(PROCURATOR, id, RecordId(99), Error::EvidenceMissing);
		refused(PROCURATOR, id, id, Error::EvidenceMissing);
		let letter = record(PROCURATOR, classes::CORRESPONDENCE);
		refused(PROCURATOR, id, letter, Error::EvidenceMissing);
		let of_the_court = review(JUDGE);
		refused(PROCURATOR, id, of_the_court, Error::EvidenceMissing);
		let elsewhere = put(PROCURATOR, Anchor { case: OTHER_CASE, ..entry(classes::REVIEW) });
		refused(PROCURATOR, id, elsewhere, Error::EvidenceMissing);
		let reasons = review(PROCURATOR);
		disputed(of_the_court);
		let supersedes = Some(reasons);
		put(PROCURATOR, Anchor { supersedes, ..entry(classes::REVIEW) });
		refused(PROCURATOR, id, reasons, Error::EvidenceMissing);
	});
}

#[test]
fn it_takes_a_party_with_the_duty_and_another_agency() {
	chain(|| {
		let id = visit();
		let reasons = review(PROCURATOR);
		refused(STRANGER, id, reasons, Error::NotAuthorized);
		refused(NURSE, id, reasons, Error::NotAuthorized);
		refused(CHIEF, id, reasons, Error::OwnRecord);
		appoint(32, PROCURATORATE, None, Duties::CASEWORK);
		refused(32, id, reasons, Error::NotAuthorized);
		refused(PROCURATOR, RecordId(99), reasons, Error::NotFound);
	});
}

#[test]
fn a_representative_disputes_what_the_person_may_know() {
	chain(|| {
		let id = visit();
		// The county has taken the objection down.
		let reasons = review(CHIEF);
		assert_ok!(Records::dispute(signed(GUARDIAN), id, reasons));
		let told = Event::RecordDisputed { record: id, member: None, by: GUARDIAN, reasons };
		assert!(happened(told));
	});
}

#[test]
fn to_a_representative_hidden_and_foreign_records_are_as_if_not_there() {
	chain(|| {
		let hidden = record(CLERK, classes::PROTECTED_PARTY);
		let foreign = put(CLERK, Anchor { case: OTHER_CASE, ..entry(classes::SUPERVISION) });
		let reasons = review(CHIEF);
		for id in [hidden, foreign, RecordId(99)] {
			refused(GUARDIAN, id, reasons, Error::NotFound);
		}
	});
}

#[test]
fn a_unit_of_the_county_disputes_what_is_delegated_to_it_and_takes_it_back() {
	chain(|| {
		let id = record(CONSTABLE, classes::SUPERVISION);
		let reasons = review(CLERK);
		refused(WARDEN, id, reasons, Error::NotAuthorized);
		MockDirectory::delegate(COUNTY, STATION, Acts::DAILY_SUPERVISION, now(), now() + DAY);
		assert_ok!(Records::dispute(signed(WARDEN), id, reasons));
		MockLegalTime::advance(DAY);
		let withdraw = |who| Records::settle(signed(who), id, crate::Settlement::Withdrawn, None);
		assert_noop!(withdraw(WARDEN), Error::<Test>::NotAuthorized);
		assert_ok!(withdraw(CLERK));
	});
}
