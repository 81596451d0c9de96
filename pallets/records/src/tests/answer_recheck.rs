//! `answer_recheck`.

use super::*;
use crate::{RecheckId, RecheckOutcome};
use frame_support::assert_noop;
use shejiao_primitives::{
	ids::DrawId,
	oversight::{Rule, Severity},
	subject::Subject,
};
use shejiao_testing::{MockAlerting, MockDraw};

const CHECK: RecheckId = RecheckId(0);

/// A check for which a record of the clerk, entered by the chief, was drawn.
fn drawn() -> RecordId {
	let id = put(CHIEF, Anchor { officer: Some(CLERK), ..entry(classes::SUPERVISION) });
	let (office, day) = (Office { member: COUNTY, unit: None }, today());
	MockLegalTime::advance_days(1);
	assert_ok!(Records::request_recheck(signed(PROCURATOR), office, day, 0));
	MockDraw::decide(DrawId(0), 0);
	block();
	id
}

fn answer(who: u64, matches: bool) -> sp_runtime::DispatchResult {
	Records::answer_recheck(signed(who), CHECK, matches)
}

#[test]
fn another_officer_of_the_author_answers() {
	chain(|| {
		let record = drawn();
		assert_noop!(answer(CLERK, true), Error::<Test>::NotAuthorized);
		// The chief has entered it.
		assert_noop!(answer(CHIEF, true), Error::<Test>::SameOfficer);
		assert_ok!(answer(DEPUTY, true));
		let outcome = RecheckOutcome::Matches;
		assert!(happened(Event::RecheckClosed {
			recheck: CHECK,
			record,
			outcome,
			by: Some(DEPUTY),
		}));
		assert!(MockAlerting::all().is_empty());
		assert_noop!(answer(DEPUTY, false), Error::<Test>::AlreadyAnswered);
	});
}

#[test]
fn the_supervising_procuratorate_answers_too() {
	chain(|| {
		drawn();
		for who in [STRANGER, JUDGE, INSPECTOR, NURSE] {
			assert_noop!(answer(who, true), Error::<Test>::NotAuthorized);
		}
		assert_ok!(answer(PROCURATOR, true));
	});
}

#[test]
fn a_document_that_differs_is_told() {
	chain(|| {
		let id = drawn();
		assert_ok!(answer(DEPUTY, false));
		let (rule, severity) = (Rule::RecheckFailed, Severity::Serious);
		let alert = (rule, severity, PROCURATORATE, Subject::Record(id), None);
		assert_eq!(MockAlerting::all(), [alert]);
	});
}

#[test]
fn before_the_draw_there_is_nothing_to_answer() {
	chain(|| {
		assert_noop!(answer(DEPUTY, true), Error::<Test>::NotFound);
		visit();
		let (office, day) = (Office { member: COUNTY, unit: None }, today());
		MockLegalTime::advance_days(1);
		assert_ok!(Records::request_recheck(signed(PROCURATOR), office, day, 0));
		assert_noop!(answer(DEPUTY, true), Error::<Test>::DrawPending);
	});
}

#[test]
fn what_was_destroyed_by_rule_has_no_original_to_answer_for() {
	chain(|| {
		let mut rule = Records::class(classes::SUPERVISION).expect("founding; qed");
		rule.retention = crate::Retention::Working { days: 1 };
		assert_ok!(Records::set_class(signed(COUNCIL), classes::SUPERVISION, Box::new(rule)));
		let record = drawn();
		let list = review(CHIEF);
		assert_ok!(Records::propose_shred(signed(CLERK), record, list));
		assert_ok!(Records::confirm_shred(signed(DEPUTY), record));
		assert_noop!(answer(DEPUTY, true), Error::<Test>::WrongStatus);
		MockLegalTime::advance_days(6);
		block();
		let outcome = RecheckOutcome::Destroyed;
		let closed = Event::RecheckClosed { recheck: CHECK, record, outcome, by: None };
		assert!(happened(closed));
		assert!(MockAlerting::all().is_empty());
	});
}
