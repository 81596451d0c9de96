//! `compute_term`.

use super::*;
use crate::Terms;
use frame_support::{assert_noop, assert_ok};
use shejiao_primitives::subject::Subject;

#[test]
fn a_computed_term_waits_for_a_second_officer() {
	run(|| {
		let id = received();
		assert_ok!(compute(id, OFFICER, today().plus(365)));
		assert_eq!(case(id).term, None);
		assert_eq!(case(id).scheduled, None);
		assert!(clocks(id).iter().all(|clock| clock.0 < 30));
		let term = Terms::<Test>::get(id, 0).expect("it was computed");
		assert_eq!((term.last_day, term.calculation), (today().plus(365), hash(3)));
		assert_eq!(term.confirmed, None);
		let evidence = term.computed.evidence.expect("the decision");
		assert!(MockRecords::links().contains(&(evidence, Subject::Term(id, 0))));
		assert_event(Event::TermComputed {
			case: id,
			version: 0,
			last_day: today().plus(365),
			calculation: hash(3),
			evidence: Some(evidence),
			by: OFFICER,
		});
	});
}

#[test]
fn who_works_on_the_case_computes_it() {
	run(|| {
		let id = received();
		for by in OFFICERS.into_iter().chain([NOBODY]) {
			let evidence = record(id, classes::DECISIONS);
			let send = || {
				let last_day = today().plus(9);
				let by = signed(by);
				SubjectIdentity::compute_term(by, id, last_day, hash(3), today(), evidence)
			};
			match by {
				OFFICER | UNIT_OFFICER | SOCIAL_WORKER | BOTH => {
					assert_ok!(send());
				},
				_ => {
					assert_noop!(send(), Error::NotAuthorized);
				},
			}
		}
		assert_eq!(case(id).terms, 4);
	});
}

#[test]
fn a_term_runs_from_the_decision_to_the_end() {
	run(|| {
		for stage in Stage::ALL {
			let id = at(stage);
			if [Stage::AwaitingReception, Stage::Open].contains(&stage) {
				assert_ok!(compute(id, OFFICER, today().plus(9)));
			} else {
				assert_noop!(compute(id, OFFICER, today().plus(9)), Error::WrongStage);
			}
		}
	});
}

#[test]
fn a_term_beyond_reason_is_refused() {
	run(|| {
		let id = received();
		assert_noop!(compute(id, OFFICER, today().plus(15_001)), Error::TermOutOfRange);
		assert_noop!(compute(id, OFFICER, ago(15_001)), Error::TermOutOfRange);
		assert_ok!(compute(id, OFFICER, today().plus(15_000)));
	});
}

#[test]
fn a_term_rests_on_a_decision() {
	run(|| {
		let id = received();
		let send = |day: LegalDate, evidence| {
			SubjectIdentity::compute_term(signed(OFFICER), id, today(), hash(3), day, evidence)
		};
		assert_noop!(send(today(), record(id, classes::END)), Error::WrongClass);
		assert_noop!(send(today(), RecordId(888)), Error::NotEvidence);
		let decision = record(id, classes::DECISIONS);
		assert_noop!(send(today().plus(1), decision), Error::ActInFuture);
		assert_noop!(send(ago(1), decision), Error::EvidenceLater);
		assert_ok!(send(today(), decision));
	});
}

#[test]
fn a_new_version_changes_nothing_before_it_is_confirmed() {
	run(|| {
		let id = with_term(90);
		let before = (case(id).term, case(id).scheduled, clocks(id));
		assert_ok!(compute(id, OFFICER, today().plus(60)));
		assert_eq!((case(id).term, case(id).scheduled, clocks(id)), before);
	});
}
