//! Replacing a record by a later one.

use super::*;
use frame_support::assert_noop;
use shejiao_primitives::{
	oversight::{Rule, Severity},
	subject::Subject,
};
use shejiao_testing::MockAlerting;

fn instead_of(old: RecordId) -> Anchor<u64> {
	Anchor { supersedes: Some(old), ..entry(classes::SUPERVISION) }
}

#[test]
fn a_later_record_takes_the_place_of_an_earlier_one() {
	chain(|| {
		let old = visit();
		let new = put(CLERK, instead_of(old));
		assert_eq!(status(old), RecordStatus::Superseded);
		assert_eq!(header(old).superseded_by, Some(new));
		assert_eq!((status(new), header(new).supersedes), (RecordStatus::Trusted, Some(old)));
		assert!(happened(Event::RecordSuperseded { record: old, by: new }));
	});
}

#[test]
fn it_must_be_of_the_same_case_class_and_author() {
	chain(|| {
		let old = visit();
		let refused = |who, entry: Anchor<u64>| {
			assert_noop!(Records::anchor(signed(who), Box::new(entry)), Error::<Test>::OtherRecord);
		};
		refused(CLERK, Anchor { case: OTHER_CASE, ..instead_of(old) });
		refused(CLERK, Anchor { class: classes::END, ..instead_of(old) });
		refused(CONSTABLE, instead_of(old));
		assert_noop!(
			Records::anchor(signed(CLERK), Box::new(instead_of(RecordId(9)))),
			Error::<Test>::NotFound
		);
	});
}

#[test]
fn it_is_replaced_once() {
	chain(|| {
		let old = visit();
		put(CLERK, instead_of(old));
		assert_noop!(
			Records::anchor(signed(CLERK), Box::new(instead_of(old))),
			Error::<Test>::AlreadySuperseded
		);
	});
}

#[test]
fn a_correction_ends_a_dispute_but_not_the_doubt() {
	chain(|| {
		let old = visit();
		disputed(old);
		let new = put(CLERK, instead_of(old));
		assert_eq!(status(old), RecordStatus::Superseded);
		assert!(!crate::Disputes::<Test>::contains_key(old));
		// The author's word alone does not make it trusted, however often it is given.
		assert_eq!(status(new), RecordStatus::Anchored);
		let again = put(CLERK, instead_of(new));
		assert_eq!(status(again), RecordStatus::Anchored);
		let later = put(CLERK, Anchor { supersedes: Some(again), ..entry(classes::SUPERVISION) });
		assert_noop!(Records::attest(signed(CONSTABLE), later), Error::<Test>::NotAuthorized);
		assert_ok!(Records::attest(signed(PROCURATOR), later));
		assert_eq!(status(later), RecordStatus::Trusted);
		assert_eq!(status(put(CLERK, instead_of(later))), RecordStatus::Trusted);
	});
}

#[test]
fn whoever_disputes_hears_of_the_correction() {
	chain(|| {
		let heard = |owner, new| {
			let (rule, severity) = (Rule::SourceCorrected, Severity::Ordinary);
			MockAlerting::all().contains(&(rule, severity, owner, Subject::Record(new), None))
		};
		let old = visit();
		let reasons = review(JUDGE);
		assert_ok!(Records::dispute(signed(JUDGE), old, reasons));
		let new = put(CLERK, instead_of(old));
		assert!(heard(COURT, new) && !heard(PROCURATORATE, new));
		// For the person the one that supervises the case.
		let old = visit();
		let reasons = review(CHIEF);
		assert_ok!(Records::dispute(signed(GUARDIAN), old, reasons));
		let new = put(CLERK, instead_of(old));
		assert!(heard(PROCURATORATE, new));
		let undisputed = visit();
		let new = put(CLERK, instead_of(undisputed));
		assert!(!heard(PROCURATORATE, new));
	});
}

#[test]
fn a_refuted_record_is_replaced_and_stays_sealed() {
	chain(|| {
		let old = visit();
		disputed(old);
		let evidence = review(JUDGE);
		let refuted = crate::Settlement::Refuted;
		assert_ok!(Records::settle(signed(JUDGE), old, refuted, Some(evidence)));
		let new = put(CLERK, instead_of(old));
		assert_eq!((status(old), header(old).superseded_by), (RecordStatus::Sealed, Some(new)));
		assert_eq!(status(new), RecordStatus::Anchored);
	});
}

#[test]
fn what_is_frozen_is_put_right_and_what_is_destroyed_is_not() {
	chain(|| {
		let old = visit();
		archive();
		MockLegalTime::advance_days(365);
		settle_looks();
		assert_eq!(status(old), RecordStatus::Frozen);
		let new = put(CLERK, instead_of(old));
		assert_eq!(status(old), RecordStatus::Superseded);
		// Of the two the old file keeps the wrong one as it was.
		settle_looks();
		assert_eq!((status(old), status(new)), (RecordStatus::Frozen, RecordStatus::Trusted));
		assert_noop!(
			Records::anchor(signed(CLERK), Box::new(instead_of(old))),
			Error::<Test>::AlreadySuperseded
		);

		let list = review(CHIEF);
		MockLegalTime::advance_days(10_950);
		assert_eq!(status(new), RecordStatus::Trusted);
		let again = review(CHIEF);
		settle_looks();
		assert_eq!((status(new), status(list)), (RecordStatus::Frozen, RecordStatus::Frozen));
		assert_ok!(Records::propose_shred(signed(CLERK), new, again));
		assert_ok!(Records::confirm_shred(signed(CHIEF), new));
		assert_noop!(
			Records::anchor(signed(CLERK), Box::new(instead_of(new))),
			Error::<Test>::WrongStatus
		);
	});
}

#[test]
fn records_of_a_retired_class_can_still_be_put_right() {
	chain(|| {
		let old = visit();
		assert_ok!(Records::retire_class(signed(COUNCIL), classes::SUPERVISION));
		put(CLERK, instead_of(old));
	});
}
