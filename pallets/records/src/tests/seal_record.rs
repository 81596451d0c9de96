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
fn nobody_seals_or_unseals_upon_a_decision_of_its_own() {
	chain(|| {
		let (id, own, other) = (visit(), review(CHIEF), review(CLERK));
		let entered = put(CLERK, Anchor { officer: Some(CHIEF), ..entry(classes::REVIEW) });
		let seal = |basis| Records::seal_record(signed(CHIEF), id, basis);
		assert_noop!(seal(own), Error::<Test>::SameOfficer);
		assert_noop!(seal(entered), Error::<Test>::SameOfficer);
		assert_ok!(seal(other));
		let unseal = |basis| Records::unseal_record(signed(CHIEF), id, basis);
		assert_noop!(unseal(own), Error::<Test>::SameOfficer);
		assert_ok!(unseal(other));
	});
}

#[test]
fn the_record_of_another_is_sealed_upon_its_own_word_or_that_of_whoever_is_over_it() {
	chain(|| {
		let id = record(CONSTABLE, classes::SUPERVISION);
		let seal = |record, basis| Records::seal_record(signed(CHIEF), record, basis);
		let unseal = |record, basis| Records::unseal_record(signed(CHIEF), record, basis);
		for other in [review(CLERK), review(PROCURATOR)] {
			assert_noop!(seal(id, other), Error::<Test>::EvidenceMissing);
		}
		MockMembers::update(POLICE, |profile| profile.parent = Some(CITY));
		MockCases::set_roles(CASE, CITY, PartyRoles::ASSISTING);
		let own = review(CLERK);
		let entitled = [review(CONSTABLE), record(JUDGE, classes::DECISIONS), review(INSPECTOR)];
		for basis in entitled {
			assert_ok!(seal(id, basis));
			assert_noop!(unseal(id, own), Error::<Test>::EvidenceMissing);
			assert_ok!(unseal(id, basis));
		}
	});
}

#[test]
fn what_supervises_an_agency_is_not_that_agencys_to_hide() {
	chain(|| {
		let opinion = review(PROCURATOR);
		let seal = |basis| Records::seal_record(signed(CHIEF), opinion, basis);
		MockMembers::update(PROCURATORATE, |profile| profile.parent = Some(CITY));
		MockCases::set_roles(CASE, CITY, PartyRoles::ASSISTING);
		for other in [review(CLERK), record(JUDGE, classes::DECISIONS), review(INSPECTOR)] {
			assert_noop!(seal(other), Error::<Test>::EvidenceMissing);
		}
		// Nor once it takes no part any more.
		let own = review(PROCURATOR);
		MockCases::set_roles(CASE, PROCURATORATE, PartyRoles::NONE);
		let decision = record(JUDGE, classes::DECISIONS);
		assert_noop!(seal(decision), Error::<Test>::EvidenceMissing);
		assert_ok!(seal(own));
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
		let basis = record(JUDGE, classes::DECISIONS);
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
		let basis = review(CLERK);
		assert_noop!(Records::unseal_record(by(), id, basis), Error::<Test>::WrongStatus);
		assert_ok!(Records::seal_record(by(), id, basis));
		assert_noop!(Records::seal_record(by(), id, basis), Error::<Test>::WrongStatus);
		assert_noop!(Records::unseal_record(by(), id, other), Error::<Test>::EvidenceMissing);
	});
}

/// A record of `author` that the court has refuted.
fn refuted(author: u64) -> RecordId {
	let id = record(author, classes::SUPERVISION);
	disputed(id);
	let (evidence, settlement) = (review(JUDGE), crate::Settlement::Refuted);
	assert_ok!(Records::settle(signed(JUDGE), id, settlement, Some(evidence)));
	assert_noop!(
		Records::unseal_record(signed(CHIEF), id, evidence),
		Error::<Test>::EvidenceMissing
	);
	id
}

#[test]
fn neither_author_nor_whoever_keeps_the_file_undoes_a_refutation() {
	chain(|| {
		let (own, of_the_police) = (refuted(CLERK), refuted(CONSTABLE));
		// In the moment of the refutation or before it.
		let early = review(PROCURATOR);
		MockLegalTime::advance(1);
		let unseal = |id, basis| Records::unseal_record(signed(CHIEF), id, basis);
		for id in [own, of_the_police] {
			for other in [early, review(CLERK), review(CONSTABLE)] {
				assert_noop!(unseal(id, other), Error::<Test>::EvidenceMissing);
			}
		}
		assert_ok!(unseal(own, review(PROCURATOR)));
		assert_ok!(unseal(of_the_police, record(JUDGE, classes::DECISIONS)));
		for id in [own, of_the_police] {
			assert_eq!(status(id), RecordStatus::Anchored);
		}
		// It is vouched for anew, by others.
		assert_noop!(Records::attest(signed(CHIEF), own), Error::<Test>::OwnRecord);
		assert_noop!(Records::attest(signed(CONSTABLE), own), Error::<Test>::NotAuthorized);
		assert_ok!(Records::attest(signed(PROCURATOR), own));
		assert_eq!(status(own), RecordStatus::Trusted);
	});
}

#[test]
fn the_one_above_the_author_undoes_a_refutation() {
	chain(|| {
		let id = refuted(CLERK);
		MockLegalTime::advance(1);
		MockCases::set_roles(CASE, CITY, PartyRoles::ASSISTING);
		assert_ok!(Records::unseal_record(signed(CHIEF), id, review(INSPECTOR)));
	});
}

#[test]
fn a_replaced_record_stays_replaced() {
	chain(|| {
		let (old, basis) = (visit(), review(JUDGE));
		put(CLERK, Anchor { supersedes: Some(old), ..entry(classes::SUPERVISION) });
		assert_ok!(Records::seal_record(signed(CHIEF), old, basis));
		assert_ok!(Records::unseal_record(signed(CHIEF), old, basis));
		assert_eq!(status(old), RecordStatus::Superseded);
	});
}

#[test]
fn a_pause_stops_unsealing_but_not_sealing() {
	chain(|| {
		let (id, basis) = (visit(), review(CLERK));
		MockRegime::pause(ModuleId::Records, true);
		assert_ok!(Records::seal_record(signed(CHIEF), id, basis));
		let unsealed = Records::unseal_record(signed(CHIEF), id, basis);
		assert_noop!(unsealed, Error::<Test>::ModulePaused);
	});
}
