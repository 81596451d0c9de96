//! `register`.

use super::*;
use crate::{Identities, StepKind};
use frame_support::{assert_noop, assert_ok};
use shejiao_primitives::{case::CaseView, member::Standing, regime::ModuleId};
use shejiao_testing::MockRegime;

fn fast() -> Opening {
	Opening::Commissioned { fast_track: true }
}

fn incomplete() -> Opening {
	Opening::Incomplete { category: CaseCategory::SuspendedSentence }
}

#[test]
fn a_commission_starts_the_assessment_at_its_receipt() {
	run(|| {
		assert_ok!(register_with(JUDGE, COMMISSION, FOUNDERS, ago(2), None));
		let id = last_case();
		assert_eq!(stage(id), Stage::PreDecision);
		assert_eq!(clocks(id), [(1, BUREAU, start_of(ago(2)))]);
		let both = PartyRoles::COMMISSIONING.union(PartyRoles::DECIDING);
		assert_eq!(roles(id, COURT), both);
		assert_eq!(roles(id, BUREAU), PartyRoles::EXECUTING);
		assert_eq!(roles(id, POLICE), PartyRoles::POLICE);
		assert_event(Event::CaseRegistered {
			case: id,
			step: StepKind::Commission,
			category: None,
			executing: BUREAU,
			identity: case(id).identity,
			basis: hash(1),
			act_date: ago(2),
			by: JUDGE,
		});
		assert_event(Event::RolesChanged {
			case: id,
			member: COURT,
			roles: both,
			basis: None,
			by: JUDGE,
		});
	});
}

#[test]
fn a_fast_track_commission_starts_the_short_clock() {
	run(|| {
		assert_ok!(register_with(JUDGE, fast(), FOUNDERS, today(), None));
		assert_eq!(clocks(last_case()), [(2, BUREAU, start_of(today()))]);
	});
}

#[test]
fn police_procuratorate_and_prison_commission_too() {
	run(|| {
		for (by, member) in [(PROCURATOR, PROCURATORATE), (POLICEMAN, POLICE), (WARDEN, PRISON)] {
			assert_ok!(register_with(by, COMMISSION, FOUNDERS, today(), None));
			assert!(roles(last_case(), member).contains(PartyRoles::COMMISSIONING));
			assert_eq!(roles(last_case(), COURT), PartyRoles::DECIDING);
		}
	});
}

#[test]
fn the_deciding_body_registers_what_it_decided() {
	run(|| {
		assert_ok!(register_with(JUDGE, SUSPENDED, FOUNDERS, ago(1), None));
		let id = last_case();
		assert_eq!(stage(id), Stage::AwaitingReception);
		assert_eq!(case(id).category, Some(CaseCategory::SuspendedSentence));
		let from = start_of(ago(1));
		assert_eq!(clocks(id), [(4, COURT, from), (5, COURT, from), (8, BUREAU, from)]);
	});
}

#[test]
fn a_release_without_custody_is_handed_over_by_who_decided() {
	run(|| {
		let release = Opening::Decided { category: CaseCategory::TemporaryRelease };
		let founders = Founders { deciding: PRISON, ..FOUNDERS };
		assert_ok!(register_with(WARDEN, release, founders, today(), None));
		assert_eq!(clocks(last_case())[2], (9, PRISON, start_of(today())));
	});
}

#[test]
fn whoever_reports_without_documents_is_registered_anyway() {
	run(|| {
		assert_ok!(register_with(UNIT_OFFICER, incomplete(), FOUNDERS, today(), None));
		let id = last_case();
		assert_eq!(stage(id), Stage::AwaitingReception);
		assert_eq!(clocks(id), [(7, COURT, start_of(today()))]);
		assert_ok!(receive(id, OFFICER));
	});
}

#[test]
fn nobody_else_registers() {
	run(|| {
		let openings: [(Opening, &[u64]); 3] = [
			(COMMISSION, &[JUDGE, WARDEN, PROCURATOR, POLICEMAN, OTHER_JUDGE]),
			(SUSPENDED, &[JUDGE]),
			(incomplete(), &[OFFICER, UNIT_OFFICER, BOTH]),
		];
		for (opening, allowed) in openings {
			for by in OFFICERS.into_iter().chain([NOBODY]) {
				let send = || register_with(by, opening, FOUNDERS, today(), None);
				if allowed.contains(&by) {
					assert_ok!(send());
				} else {
					assert_noop!(send(), Error::NotAuthorized);
				}
			}
		}
	});
}

#[test]
fn a_case_without_secrecy_review_or_classified_is_refused() {
	run(|| {
		let send = |secrecy| {
			SubjectIdentity::register(
				signed(JUDGE),
				COMMISSION,
				FOUNDERS,
				identity(),
				hash(1),
				secrecy,
				today(),
				None,
			)
		};
		assert_noop!(send(None), Error::SecrecyReviewMissing);
		assert_noop!(send(Some(Secrecy::Classified)), Error::Classified);
		assert_ok!(send(Some(Secrecy::Unclassified)));
	});
}

#[test]
fn every_founder_is_of_its_kind_and_a_member() {
	run(|| {
		let gone = MockMembers::add(&200u64, MemberKind::Procuratorate);
		MockMembers::set_standing(gone, Standing::Withdrawn);
		for founders in [
			Founders { executing: COURT, ..FOUNDERS },
			Founders { executing: MemberId(999), ..FOUNDERS },
			Founders { supervising: POLICE, ..FOUNDERS },
			Founders { supervising: gone, ..FOUNDERS },
			Founders { police: Some(COURT), ..FOUNDERS },
			Founders { custody: Some(PROCURATORATE), ..FOUNDERS },
			Founders { deciding: PROCURATORATE, ..FOUNDERS },
		] {
			assert_noop!(
				register_with(JUDGE, COMMISSION, founders, today(), None),
				Error::InvalidParty
			);
		}
	});
}

#[test]
fn an_act_in_the_future_and_a_commitment_used_twice_are_refused() {
	run(|| {
		assert_noop!(
			register_with(JUDGE, COMMISSION, FOUNDERS, today().plus(1), None),
			Error::ActInFuture
		);
		let id = commissioned();
		let used = case(id).identity;
		let secrecy = Some(Secrecy::Unclassified);
		assert_noop!(
			SubjectIdentity::register(
				signed(JUDGE),
				SUSPENDED,
				FOUNDERS,
				used,
				hash(1),
				secrecy,
				today(),
				None,
			),
			Error::AlreadyExists
		);
		assert_eq!(Identities::<Test>::get(case(id).identity.hash), Some(id));
	});
}

#[test]
fn a_restricted_case_is_so_from_its_registration() {
	run(|| {
		assert_ok!(register_with(JUDGE, COMMISSION, FOUNDERS, today(), Some(hash(5))));
		let id = last_case();
		let facts = <SubjectIdentity as CaseView<u64>>::facts(id).expect("registered");
		assert!(facts.restricted && !facts.is_closed());
		assert_event(Event::IntervalOpened {
			case: id,
			number: 0,
			kind: IntervalKind::Restriction,
			cause: hash(5),
			act_date: today(),
			evidence: None,
			by: JUDGE,
		});
	});
}

#[test]
fn handles_say_nothing_and_are_never_the_same() {
	run(|| {
		let cases: std::collections::BTreeSet<_> = (0..20).map(|_| commissioned()).collect();
		assert_eq!(cases.len(), 20);
		assert!(cases.iter().all(|case| case.0[..8] != [0; 8] && case.0[8..] != [0; 8]));
	});
}

#[test]
fn registering_goes_on_in_a_pause() {
	run(|| {
		MockRegime::pause(ModuleId::SubjectIdentity, true);
		assert_ok!(register_with(JUDGE, COMMISSION, FOUNDERS, today(), None));
	});
}
