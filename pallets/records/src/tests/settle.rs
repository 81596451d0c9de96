//! `settle`.

use super::*;
use crate::{Disputes, Settlement};
use frame_support::assert_noop;

fn refused(
	who: u64,
	record: RecordId,
	settlement: Settlement,
	evidence: Option<RecordId>,
	error: Error<Test>,
) {
	assert_noop!(Records::settle(signed(who), record, settlement, evidence), error);
}

#[test]
fn a_record_that_stands_is_what_it_was() {
	chain(|| {
		for class in [classes::SUPERVISION, classes::CIRCUMSTANCES] {
			let id = record(CLERK, class);
			let before = status(id);
			disputed(id);
			let evidence = review(JUDGE);
			let stands = Settlement::Stands;
			assert_ok!(Records::settle(signed(JUDGE), id, stands, Some(evidence)));
			assert_eq!(status(id), before);
			assert!(!Disputes::<Test>::contains_key(id));
		}
	});
}

#[test]
fn a_refuted_record_is_sealed_and_the_word_for_it_gone() {
	chain(|| {
		let id = record(CLERK, classes::CIRCUMSTANCES);
		assert_ok!(Records::attest(signed(CONSTABLE), id));
		disputed(id);
		let evidence = Some(review(JUDGE));
		let settlement = Settlement::Refuted;
		assert_ok!(Records::settle(signed(JUDGE), id, settlement, evidence));
		assert_eq!(status(id), RecordStatus::Sealed);
		assert!(!crate::Attestations::<Test>::contains_key(id));
		let told = Event::DisputeSettled { record: id, settlement, by: JUDGE, evidence };
		assert!(happened(told));
	});
}

#[test]
fn the_one_above_the_author_reviews_without_a_role() {
	chain(|| {
		let id = visit();
		disputed(id);
		// By order it anchors its opinion.
		MockCases::set_roles(CASE, CITY, PartyRoles::ASSISTING);
		let evidence = Some(review(INSPECTOR));
		MockCases::set_roles(CASE, CITY, PartyRoles::NONE);
		assert_ok!(Records::settle(signed(INSPECTOR), id, Settlement::Stands, evidence));
	});
}

#[test]
fn neither_author_nor_disputant_reviews() {
	chain(|| {
		let id = visit();
		disputed(id);
		let evidence = Some(review(CHIEF));
		refused(CHIEF, id, Settlement::Stands, evidence, Error::OwnRecord);
		let evidence = Some(review(PROCURATOR));
		refused(PROCURATOR, id, Settlement::Refuted, evidence, Error::NotAuthorized);
		refused(NURSE, id, Settlement::Stands, evidence, Error::NotAuthorized);
		refused(CONSTABLE, id, Settlement::Stands, evidence, Error::NotAuthorized);
	});
}

#[test]
fn a_review_is_its_own_and_later_than_the_dispute() {
	chain(|| {
		let id = visit();
		let before = review(JUDGE);
		MockLegalTime::advance(1);
		disputed(id);
		refused(JUDGE, id, Settlement::Stands, None, Error::EvidenceMissing);
		refused(JUDGE, id, Settlement::Stands, Some(before), Error::EvidenceMissing);
		let of_another = review(PROCURATOR);
		refused(JUDGE, id, Settlement::Stands, Some(of_another), Error::EvidenceMissing);
		let undisputed = visit();
		let evidence = Some(review(JUDGE));
		refused(JUDGE, undisputed, Settlement::Stands, evidence, Error::WrongStatus);
		refused(JUDGE, RecordId(99), Settlement::Stands, evidence, Error::NotFound);
	});
}

#[test]
fn whoever_disputed_takes_it_back() {
	chain(|| {
		let id = visit();
		disputed(id);
		let withdrawn = Settlement::Withdrawn;
		refused(JUDGE, id, withdrawn, None, Error::NotAuthorized);
		refused(GUARDIAN, id, withdrawn, None, Error::NotAuthorized);
		assert_ok!(Records::settle(signed(PROCURATOR), id, withdrawn, None));
		assert_eq!(status(id), RecordStatus::Trusted);
		refused(PROCURATOR, id, withdrawn, None, Error::WrongStatus);

		let reasons = review(CHIEF);
		assert_ok!(Records::dispute(signed(GUARDIAN), id, reasons));
		refused(PROCURATOR, id, withdrawn, None, Error::NotAuthorized);
		refused(STRANGER, id, withdrawn, None, Error::NotAuthorized);
		assert_ok!(Records::settle(signed(GUARDIAN), id, withdrawn, Some(reasons)));
		let told = Event::DisputeSettled {
			record: id,
			settlement: withdrawn,
			by: GUARDIAN,
			evidence: None,
		};
		assert!(happened(told));
	});
}
