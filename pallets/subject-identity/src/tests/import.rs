//! `import`, and its dry run.

use super::*;
use crate::{Assignment, Cases, ImportRow, NextCase, StepKind, TransitionEntries};
use frame_support::{assert_noop, assert_ok};
use shejiao_primitives::regime::ModuleId;
use shejiao_testing::MockRegime;

fn row(number: u64) -> ImportRow<u64> {
	ImportRow {
		category: CaseCategory::Parole,
		last_day: today().plus(200),
		identity: Commitment {
			suite: SuiteId::International,
			hash: H256::from_low_u64_be(1_000 + number),
		},
		evidence: hash(2),
		on_paper: ago(400),
		deciding: COURT,
		supervising: PROCURATORATE,
		police: Some(POLICE),
		restriction: None,
		secrecy: Some(Secrecy::Unclassified),
		assignment: Assignment { unit: Some(OFFICE), officer: Some(OFFICER) },
	}
}

fn import(by: u64, rows: Vec<ImportRow<u64>>) -> DispatchResult {
	SubjectIdentity::import(signed(by), rows.try_into().expect("within the bound; qed"))
}

/// The number of an error.
fn code(error: Error) -> u8 {
	codec::Encode::encode(&error)[0]
}

#[test]
fn running_cases_are_taken_over_with_their_term() {
	run(|| {
		let restricted = ImportRow { restriction: Some(hash(5)), ..row(2) };
		assert_ok!(import(HEAD, vec![row(1), restricted]));
		assert_eq!(NextCase::<Test>::get(), 2);
		let id = last_case();
		let record = case(id);
		assert_eq!((record.stage, record.category), (Stage::Open, Some(CaseCategory::Parole)));
		assert_eq!(record.term.map(|term| term.last_day), Some(today().plus(200)));
		assert_eq!(record.scheduled, Some(today().plus(200)));
		assert!(record.has(IntervalKind::Restriction));
		assert_eq!(record.assignment.officer, Some(OFFICER));
		let entry = TransitionEntries::<Test>::get(id, 0).expect("it was imported").value;
		assert_eq!((entry.step, entry.act.date), (StepKind::Import, ago(400)));
		assert_eq!(
			clocks(id),
			[
				(30, BUREAU, start_of(today().plus(200))),
				(31, BUREAU, end_of(today().plus(200))),
				(131, BUREAU, end_of(today().plus(200)))
			]
		);
		assert_event(Event::TermConfirmed {
			case: id,
			version: 0,
			last_day: today().plus(200),
			certificate_void: false,
			by: HEAD,
		});
		pass(201);
		assert!(Cases::<Test>::iter_values().all(|case| case.stage == Stage::Ended));
	});
}

/// Every way in which a row may be wrong.
fn broken() -> Vec<(ImportRow<u64>, Error)> {
	let other = |unit, officer| Assignment { unit, officer };
	vec![
		(ImportRow { secrecy: None, ..row(1) }, Error::SecrecyReviewMissing),
		(ImportRow { secrecy: Some(Secrecy::Classified), ..row(1) }, Error::Classified),
		(ImportRow { deciding: PROCURATORATE, ..row(1) }, Error::InvalidParty),
		(ImportRow { supervising: MemberId(99), ..row(1) }, Error::InvalidParty),
		(ImportRow { police: Some(COURT), ..row(1) }, Error::InvalidParty),
		(ImportRow { on_paper: today().plus(1), ..row(1) }, Error::ActInFuture),
		(ImportRow { last_day: today().plus(15_001), ..row(1) }, Error::TermOutOfRange),
		(ImportRow { last_day: ago(1), ..row(1) }, Error::TermOver),
		(ImportRow { identity: row(9).identity, ..row(1) }, Error::AlreadyExists),
		(ImportRow { assignment: other(Some(OTHER_OFFICE), None), ..row(1) }, Error::NotOfAgency),
		(ImportRow { assignment: other(None, Some(STRANGER)), ..row(1) }, Error::NotOfAgency),
	]
}

#[test]
fn one_broken_row_refuses_all_and_the_dry_run_names_it() {
	run(|| {
		assert_ok!(import(HEAD, vec![row(9)]));
		for (wrong, error) in broken() {
			let rows = vec![row(3), wrong, row(4)];
			let expected = codec::Encode::encode(&error)[0];
			assert_eq!(SubjectIdentity::check_import(HEAD, rows.clone()), [(1, expected)]);
			assert_noop!(import(HEAD, rows), error);
		}
		assert_eq!(NextCase::<Test>::get(), 1);
	});
}

#[test]
fn every_broken_row_is_named_at_once() {
	run(|| {
		let rows = vec![
			ImportRow { secrecy: None, ..row(1) },
			row(2),
			ImportRow { last_day: ago(5), ..row(3) },
			row(2),
		];
		let expected = [
			(0, code(Error::SecrecyReviewMissing)),
			(2, code(Error::TermOver)),
			(3, code(Error::AlreadyExists)),
		];
		assert_eq!(SubjectIdentity::check_import(HEAD, rows), expected);
		assert_noop!(import(HEAD, vec![row(2), row(2)]), Error::AlreadyExists);
		assert_eq!(SubjectIdentity::check_import(HEAD, vec![row(1), row(2)]), []);
	});
}

#[test]
fn who_approves_in_the_agency_itself_imports() {
	run(|| {
		for by in OFFICERS.into_iter().chain([NOBODY]) {
			let send = || import(by, vec![ImportRow { assignment: none(), ..row(by) }]);
			let dry = SubjectIdentity::check_import(by, vec![row(by + 500)]);
			match by {
				// The last takes over cases of its own.
				HEAD | DEPUTY | BOTH | STRANGER => {
					assert_ok!(send());
				},
				_ => {
					assert_noop!(send(), Error::NotAuthorized);
					assert_eq!(dry, [(0, code(Error::NotAuthorized))]);
				},
			}
		}
		assert_eq!(crate::CasesOf::<Test>::iter_prefix(OTHER_BUREAU).count(), 1);
	});
}

fn none() -> Assignment<u64> {
	Assignment { unit: None, officer: None }
}

#[test]
fn an_empty_import_and_one_in_a_pause_are_refused() {
	run(|| {
		assert_noop!(import(HEAD, vec![]), Error::NothingToImport);
		MockRegime::pause(ModuleId::SubjectIdentity, true);
		assert_noop!(import(HEAD, vec![row(1)]), Error::ModulePaused);
		let told = SubjectIdentity::check_import(HEAD, vec![row(1)]);
		assert_eq!(told, [(0, code(Error::ModulePaused))]);
	});
}
