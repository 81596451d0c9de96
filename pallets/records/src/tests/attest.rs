//! `attest`.

use super::*;
use crate::{Attestations, Kinds, TrustRule};
use frame_support::assert_noop;
use shejiao_primitives::regime::{Mode, ModuleId};
use shejiao_testing::MockRegime;

fn refused(who: u64, record: RecordId, error: Error<Test>) {
	assert_noop!(Records::attest(signed(who), record), error);
}

fn set_trust(class: ClassId, trust: TrustRule) {
	let mut rule = Records::class(class).expect("founding; qed");
	rule.trust = trust;
	assert_ok!(Records::set_class(signed(COUNCIL), class, Box::new(rule)));
}

#[test]
fn a_competent_author_is_trusted_at_once_and_others_once_one_vouches() {
	chain(|| {
		assert_eq!(status(visit()), RecordStatus::Trusted);
		// The county brings the paper of a decision before the court has entered it (L7).
		let paper = record(CLERK, classes::DECISIONS);
		assert_eq!(status(paper), RecordStatus::Anchored);
		refused(CONSTABLE, paper, Error::NotAuthorized);
		assert_ok!(Records::attest(signed(JUDGE), paper));
		assert_eq!(status(paper), RecordStatus::Trusted);
		assert!(happened(Event::Attested { record: paper, member: COURT, officer: JUDGE }));
		assert_eq!(status(record(JUDGE, classes::DECISIONS)), RecordStatus::Trusted);
	});
}

#[test]
fn a_corroborated_record_needs_as_many_as_its_class_says() {
	chain(|| {
		let roles = PartyRoles::POLICE.union(PartyRoles::SUPERVISING).union(PartyRoles::DECIDING);
		set_trust(classes::CONDUCT, TrustRule::Corroborated { roles, members: 2 });
		let id = record(CLERK, classes::CONDUCT);
		assert_eq!(status(id), RecordStatus::Anchored);
		assert_ok!(Records::attest(signed(CONSTABLE), id));
		assert_eq!(status(id), RecordStatus::Anchored);
		refused(CONSTABLE, id, Error::AlreadyExists);
		appoint(42, POLICE, None, Duties::RECORDS);
		refused(42, id, Error::AlreadyExists);
		refused(NURSE, id, Error::NotAuthorized);
		assert_ok!(Records::attest(signed(JUDGE), id));
		assert_eq!(status(id), RecordStatus::Trusted);
		refused(PROCURATOR, id, Error::WrongStatus);
		let vouched: Vec<_> = Attestations::<Test>::get(id).iter().map(|a| a.member).collect();
		assert_eq!(vouched, [POLICE, COURT]);
	});
}

#[test]
fn a_shared_fact_is_trusted_when_more_than_half_of_its_holders_have_it() {
	chain(|| {
		// Of county, police and procuratorate two are more than half (S38).
		let id = record(CLERK, classes::CIRCUMSTANCES);
		refused(JUDGE, id, Error::NotAuthorized);
		assert_ok!(Records::attest(signed(CONSTABLE), id));
		assert_eq!(status(id), RecordStatus::Trusted);

		// Of four, two are half and no more.
		let holders = PartyRoles::EXECUTING
			.union(PartyRoles::POLICE)
			.union(PartyRoles::SUPERVISING)
			.union(PartyRoles::DECIDING);
		set_trust(classes::CIRCUMSTANCES, TrustRule::SharedFact { holders });
		let id = record(CLERK, classes::CIRCUMSTANCES);
		assert_ok!(Records::attest(signed(CONSTABLE), id));
		assert_eq!(status(id), RecordStatus::Anchored);
		assert_ok!(Records::attest(signed(JUDGE), id));
		assert_eq!(status(id), RecordStatus::Trusted);
	});
}

#[test]
fn every_party_with_a_role_of_the_holders_holds_the_fact() {
	chain(|| {
		// A second police agency: of four holders, two are half and no more.
		MockCases::set_roles(CASE, HOSPITAL, PartyRoles::POLICE);
		let id = record(CLERK, classes::CIRCUMSTANCES);
		assert_ok!(Records::attest(signed(CONSTABLE), id));
		assert_eq!(status(id), RecordStatus::Anchored);
		assert_ok!(Records::attest(signed(NURSE), id));
		assert_eq!(status(id), RecordStatus::Trusted);
	});
}

#[test]
fn the_author_counts_among_the_holders_only_if_it_is_one() {
	chain(|| {
		MockCases::set_roles(CASE, HOSPITAL, PartyRoles::ASSISTING);
		let id = record(NURSE, classes::CIRCUMSTANCES);
		assert_ok!(Records::attest(signed(CLERK), id));
		assert_eq!(status(id), RecordStatus::Anchored);
		assert_ok!(Records::attest(signed(CONSTABLE), id));
		assert_eq!(status(id), RecordStatus::Trusted);
	});
}

#[test]
fn a_unit_of_the_county_vouches_for_what_is_delegated_to_it() {
	chain(|| {
		let id = record(CONSTABLE, classes::CIRCUMSTANCES);
		let hidden = record(PROCURATOR, classes::PROTECTED_PARTY);
		refused(WARDEN, id, Error::NotAuthorized);
		MockDirectory::delegate(COUNTY, STATION, Acts::DAILY_SUPERVISION, now(), now() + DAY);
		assert_ok!(Records::attest(signed(WARDEN), id));
		// Protected third parties are never delegated.
		refused(WARDEN, hidden, Error::NotAuthorized);
		// Units of others need no delegation.
		appoint(42, POLICE, Some(UnitId(9)), Duties::RECORDS);
		assert_ok!(Records::attest(signed(42), record(CLERK, classes::CIRCUMSTANCES)));
	});
}

#[test]
fn nobody_vouches_for_a_record_of_its_own_agency() {
	chain(|| {
		let id = record(CLERK, classes::CIRCUMSTANCES);
		refused(CLERK, id, Error::OwnRecord);
		refused(CHIEF, id, Error::OwnRecord);
	});
}

#[test]
fn vouching_takes_an_officer_with_a_duty_of_records() {
	chain(|| {
		let id = record(CLERK, classes::CIRCUMSTANCES);
		refused(STRANGER, id, Error::NotAuthorized);
		refused(GUARDIAN, id, Error::NotAuthorized);
		appoint(42, POLICE, None, Duties::CASEWORK);
		refused(42, id, Error::NotAuthorized);
		refused(CONSTABLE, RecordId(9), Error::NotFound);
	});
}

#[test]
fn what_is_disputed_or_replaced_is_not_vouched_for() {
	chain(|| {
		let id = record(CLERK, classes::CIRCUMSTANCES);
		disputed(id);
		refused(CONSTABLE, id, Error::WrongStatus);
	});
}

#[test]
fn a_pause_stops_it() {
	chain(|| {
		let id = record(CLERK, classes::CIRCUMSTANCES);
		MockRegime::pause(ModuleId::Records, true);
		refused(CONSTABLE, id, Error::ModulePaused);
		MockRegime::pause(ModuleId::Records, false);
		MockRegime::set_mode(ModuleId::Records, Mode::Off);
		refused(CONSTABLE, id, Error::ModuleOff);
		MockRegime::set_mode(ModuleId::Records, Mode::Shadow);
		assert_ok!(Records::attest(signed(CONSTABLE), id));
	});
}

#[test]
fn readings_have_no_authors_role() {
	let (_, class) = crate::classes::founding().swap_remove(8);
	assert!(class.is_valid());
	let trust = TrustRule::Authoritative { kinds: Kinds::ALL, roles: PartyRoles::NONE };
	assert!(Class { trust, ..class }.is_valid());
}
