//! `seal_record` and `unseal_record`.

use super::*;
use frame_support::assert_noop;
use shejiao_primitives::regime::ModuleId;
use shejiao_testing::MockRegime;

#[test]
fn a_record_is_sealed_and_unsealed_upon_decisions() {
	chain(|| {
		let (id, basis) = (visit(), record(JUDGE, classes::DECISIONS));
		assert_ok!(Records::seal_record(signed(CHIEF), id, basis));
		assert_eq!(status(id), RecordStatus::Sealed);
		assert!(happened(Event::RecordSealed { record: id, by: CHIEF, basis }));
		assert_ok!(Records::unseal_record(signed(CHIEF), id, basis));
		assert_eq!(status(id), RecordStatus::Trusted);
		assert!(happened(Event::RecordUnsealed { record: id, by: CHIEF, basis }));
	});
}

#[test]
fn who_answers_for_a_record_neither_seals_nor_unseals_it() {
	chain(|| {
		let id = put(CLERK, Anchor { officer: Some(CHIEF), ..entry(classes::SUPERVISION) });
		let basis = review(CHIEF);
		let seal = |who| Records::seal_record(signed(who), id, basis);
		assert_noop!(seal(CHIEF), Error::<Test>::SameOfficer);
		assert_noop!(seal(CLERK), Error::<Test>::NotAuthorized);
		assert_ok!(seal(DEPUTY));
		let unseal = Records::unseal_record(signed(CHIEF), id, basis);
		assert_noop!(unseal, Error::<Test>::SameOfficer);
	});
}

#[test]
fn it_takes_approval_in_the_agency_that_keeps_the_record() {
	chain(|| {
		let id = visit();
		let basis = review(PROCURATOR);
		for who in [STRANGER, PROCURATOR, JUDGE, GUARDIAN] {
			let sealed = Records::seal_record(signed(who), id, basis);
			assert_noop!(sealed, Error::<Test>::NotAuthorized);
		}
		appoint(15, COUNTY, Some(STATION), Duties::APPROVAL);
		let sealed = Records::seal_record(signed(15), id, basis);
		assert_noop!(sealed, Error::<Test>::NotAuthorized);
		// The agency that executes keeps the file, whoever wrote the record.
		let of_the_police = record(CONSTABLE, classes::SUPERVISION);
		assert_ok!(Records::seal_record(signed(CHIEF), of_the_police, basis));
	});
}

#[test]
fn what_is_disputed_is_not_sealed_before_it_is_settled() {
	chain(|| {
		let id = visit();
		disputed(id);
		let basis = review(CHIEF);
		let sealed = Records::seal_record(signed(CHIEF), id, basis);
		assert_noop!(sealed, Error::<Test>::WrongStatus);
	});
}

#[test]
fn a_basis_is_needed_and_the_status() {
	chain(|| {
		let id = visit();
		let other = visit();
		let by = || signed(CHIEF);
		assert_noop!(Records::seal_record(by(), id, other), Error::<Test>::EvidenceMissing);
		let missing = RecordId(99);
		assert_noop!(Records::seal_record(by(), missing, id), Error::<Test>::NotFound);
		let basis = review(CHIEF);
		assert_noop!(Records::unseal_record(by(), id, basis), Error::<Test>::WrongStatus);
		assert_ok!(Records::seal_record(by(), id, basis));
		assert_noop!(Records::seal_record(by(), id, basis), Error::<Test>::WrongStatus);
		assert_noop!(Records::unseal_record(by(), id, other), Error::<Test>::EvidenceMissing);
	});
}

#[test]
fn a_refuted_record_is_vouched_for_anew_and_a_replaced_one_stays_replaced() {
	chain(|| {
		let refuted = visit();
		disputed(refuted);
		let evidence = review(JUDGE);
		let settlement = crate::Settlement::Refuted;
		assert_ok!(Records::settle(signed(JUDGE), refuted, settlement, Some(evidence)));
		assert_ok!(Records::unseal_record(signed(CHIEF), refuted, evidence));
		assert_eq!(status(refuted), RecordStatus::Anchored);

		let old = visit();
		put(CLERK, Anchor { supersedes: Some(old), ..entry(classes::SUPERVISION) });
		assert_ok!(Records::seal_record(signed(CHIEF), old, evidence));
		assert_ok!(Records::unseal_record(signed(CHIEF), old, evidence));
		assert_eq!(status(old), RecordStatus::Superseded);
	});
}

#[test]
fn a_pause_stops_unsealing_but_not_sealing() {
	chain(|| {
		let (id, basis) = (visit(), review(CHIEF));
		MockRegime::pause(ModuleId::Records, true);
		assert_ok!(Records::seal_record(signed(CHIEF), id, basis));
		let unsealed = Records::unseal_record(signed(CHIEF), id, basis);
		assert_noop!(unsealed, Error::<Test>::ModulePaused);
	});
}
