//! Merger and split.

use super::*;
use frame_support::{assert_noop, assert_ok};
use shejiao_primitives::{
	case::{CaseMerging, CaseView},
	subject::Subject,
};

fn merge(duplicate: CaseId, kept: CaseId) -> Result<(), sp_runtime::DispatchError> {
	<SubjectIdentity as CaseMerging>::merge(duplicate, kept)
}

fn split(duplicate: CaseId) -> Result<(), sp_runtime::DispatchError> {
	<SubjectIdentity as CaseMerging>::split(duplicate)
}

#[test]
fn a_merged_case_takes_no_acts_and_has_no_clocks() {
	run(|| {
		let (duplicate, kept) = (with_term(50), with_term(50));
		assert_ok!(merge(duplicate, kept));
		assert_event(Event::CaseMerged { case: duplicate, into: kept });
		assert_eq!(clocks(duplicate), []);
		assert_eq!(clocks(kept).len(), 5);
		assert!(!<SubjectIdentity as CaseView<u64>>::is_live(duplicate));
		let facts = <SubjectIdentity as CaseView<u64>>::facts(duplicate).expect("registered");
		assert_eq!(facts.merged_into, Some(kept));
		assert_noop!(advance(duplicate, HEAD, END, today()), Error::CaseMerged);
		assert_noop!(compute(duplicate, OFFICER, today()), Error::CaseMerged);
		assert_noop!(certify(duplicate, HEAD), Error::CaseMerged);
		assert_noop!(open(duplicate, OFFICER, IntervalKind::Measure, 1), Error::CaseMerged);
		assert_noop!(
			SubjectIdentity::assign(signed(HEAD), duplicate, Some(OFFICE), None),
			Error::CaseMerged
		);
		pass(60);
		assert_eq!(stage(duplicate), Stage::Open, "what goes on is the other");
		assert_eq!(stage(kept), Stage::Ended);
	});
}

#[test]
fn what_cannot_go_on_is_refused() {
	run(|| {
		let (first, second, third) = (received(), received(), received());
		assert_noop!(merge(first, first), Error::CaseMerged);
		assert_noop!(merge(first, CaseId([9; 16])), Error::NotFound);
		assert_noop!(merge(CaseId([9; 16]), first), Error::NotFound);
		let archived = at(Stage::Archived);
		assert_noop!(merge(first, archived), Error::WrongStage);
		assert_noop!(merge(archived, first), Error::WrongStage);
		assert_ok!(merge(first, second));
		assert_noop!(merge(first, third), Error::CaseMerged);
		assert_noop!(merge(third, first), Error::CaseMerged);
		assert_noop!(merge(second, third), Error::CaseMerged);
		assert_ok!(merge(third, second));
		assert_eq!(case(second).merged, 2);
		assert_noop!(split(second), Error::NotMerged);
		assert_noop!(split(CaseId([9; 16])), Error::NotFound);
	});
}

#[test]
fn a_split_lets_the_clocks_of_the_term_run_again() {
	run(|| {
		let (duplicate, kept) = (with_term(50), with_term(80));
		let before = clocks(duplicate);
		assert_ok!(merge(duplicate, kept));
		pass(10);
		assert_ok!(split(duplicate));
		assert_event(Event::CaseSplit { case: duplicate, from: kept });
		assert_eq!(clocks(duplicate), before);
		assert_eq!(case(kept).merged, 0);
		pass(41);
		assert_eq!(stage(duplicate), Stage::Ended);
	});
}

#[test]
fn a_split_starts_what_ran_before_reception_from_its_own_day() {
	run(|| {
		let (assessed, kept) = (commissioned(), received());
		let awaited = awaiting();
		let before = (clocks(assessed), clocks(awaited));
		let subject = Subject::Case(awaited);
		let notice = shejiao_primitives::clock::kinds::EFFECT_NOTICE;
		assert_ok!(merge(assessed, kept));
		assert_ok!(merge(awaited, kept));
		MockLegalTime::advance_days(4);
		assert_ok!(split(assessed));
		assert_ok!(split(awaited));
		assert_eq!((clocks(assessed), clocks(awaited)), before);
		// What was done before the merger is not due again after it.
		use shejiao_primitives::clock::Deadlines;
		assert_ok!(shejiao_testing::MockDeadlines::complete(notice, subject, MockLegalTime::now()));
		assert_ok!(merge(awaited, kept));
		assert_ok!(split(awaited));
		assert_eq!(clocks(awaited), before.1[1..]);
	});
}

#[test]
fn a_term_that_ran_out_while_merged_ends_after_the_split() {
	run(|| {
		let (duplicate, kept) = (with_term(5), with_term(90));
		assert_ok!(merge(duplicate, kept));
		pass(20);
		assert_ok!(split(duplicate));
		poll();
		assert_eq!(stage(duplicate), Stage::Ended);
	});
}

/// Clocks that another pallet, or an officer, started for the case.
#[test]
fn a_split_lets_every_clock_run_again_and_no_document_waits_in_vain() {
	use shejiao_primitives::{
		clock::{kinds, Deadlines},
		document::DocumentId,
	};
	use shejiao_testing::MockDeadlines;
	run(|| {
		let (duplicate, kept) = (received(), received());
		let (subject, document) = (Subject::Case(duplicate), Subject::Document(DocumentId(3)));
		let then = MockLegalTime::now();
		assert_ok!(MockDeadlines::start(kinds::COMPLETE_DOCUMENTS, subject, COURT, then));
		assert_ok!(MockDeadlines::start(kinds::RETURN_RECEIPT, document, BUREAU, then));
		let before = clocks(duplicate);
		assert!(before.iter().any(|clock| clock.0 == 7));
		assert_ok!(merge(duplicate, kept));
		assert_eq!(MockDeadlines::count(document), 1, "owed for the document, merged or not");
		MockLegalTime::advance_days(9);
		assert_ok!(split(duplicate));
		assert_eq!(clocks(duplicate), before);
		assert_eq!(MockDeadlines::count(document), 1);
	});
}

#[test]
fn strict_defaults_are_not_lost_by_a_merger() {
	run(|| {
		let (restricted, other) = (received(), received());
		assert_ok!(open(restricted, OFFICER, IntervalKind::Restriction, 1));
		assert_noop!(merge(restricted, other), Error::CaseRestricted);
		assert_ok!(open(other, OFFICER, IntervalKind::Restriction, 2));
		assert_ok!(merge(restricted, other));
		assert_ok!(split(restricted));
		// Kept is the restricted one: nothing is lost.
		assert_ok!(close(other, HEAD, 0));
		assert_ok!(merge(other, restricted));
	});
}

#[test]
fn a_closed_file_is_no_duplicate_of_anything() {
	run(|| {
		let (closed, other) = (ended(), ended());
		close_file(closed);
		assert_noop!(merge(other, closed), Error::FileClosed);
		assert_noop!(merge(closed, other), Error::FileClosed);
		assert_ok!(close(closed, HEAD, 0));
		assert_ok!(merge(other, closed));
	});
}

/// Whoever is registered twice is released by the case that goes on, or not merged.
#[test]
fn a_merger_never_switches_off_the_end_of_a_term() {
	run(|| {
		let duplicate = with_term(5);
		for kept in [commissioned(), awaiting(), ended(), ended_by_rule()] {
			assert_noop!(merge(duplicate, kept), Error::WrongStage);
		}
		let without = received();
		assert_noop!(merge(duplicate, without), Error::TermMissing);
		let computed = received();
		assert_ok!(compute(computed, OFFICER, today().plus(9)));
		assert_noop!(merge(duplicate, computed), Error::TermMissing);
		let kept = with_term(3);
		assert_ok!(merge(duplicate, kept));
		pass(5);
		assert_eq!((stage(duplicate), stage(kept)), (Stage::Open, Stage::Ended));
	});
}

#[test]
fn what_goes_on_is_at_least_as_far_and_execution_is_over_in_both_or_in_none() {
	run(|| {
		let stages = Stage::ALL.into_iter().filter(|stage| *stage != Stage::Archived);
		for from in stages.clone() {
			for to in stages.clone() {
				let (duplicate, kept) = (at(from), at(to));
				if from <= to && from.is_over() == to.is_over() {
					assert_ok!(merge(duplicate, kept));
				} else {
					assert_noop!(merge(duplicate, kept), Error::WrongStage);
				}
			}
		}
	});
}

#[test]
fn what_is_open_in_the_duplicate_is_open_in_what_goes_on_and_can_be_closed_in_both() {
	run(|| {
		for kind in IntervalKind::LASTING {
			let (duplicate, kept) = (with_term(30), with_term(30));
			assert_ok!(open(duplicate, BOTH, kind, 1));
			assert_noop!(merge(duplicate, kept), Error::IntervalOpen);
			assert_ok!(open(kept, BOTH, kind, 2));
			assert_ok!(merge(duplicate, kept));
			assert_noop!(close(duplicate, JUDGE, 0), Error::NotAuthorized);
			assert_ok!(close(duplicate, BOTH, 0));
			assert_eq!(clocks(duplicate), [], "a merged case has no clocks");
			assert_eq!(stage(duplicate), Stage::Open);
			assert_ok!(close(kept, BOTH, 0));
		}
	});
}

#[test]
fn a_hold_that_was_lifted_while_merged_holds_nothing_after_the_split() {
	run(|| {
		let (duplicate, kept) = (with_term(5), with_term(90));
		for id in [duplicate, kept] {
			assert_ok!(open(id, HEAD, IntervalKind::EndHeld, 1));
		}
		assert_ok!(merge(duplicate, kept));
		assert_ok!(close(duplicate, HEAD, 0));
		pass(9);
		assert_eq!(stage(duplicate), Stage::Open);
		assert_ok!(split(duplicate));
		let due: Vec<_> = clocks(duplicate).into_iter().filter(|clock| clock.0 != 30).collect();
		let until = end_of(today());
		assert_eq!(due[2..], [(31, BUREAU, until), (131, BUREAU, until)]);
		poll();
		assert_eq!(stage(duplicate), Stage::Ended);
	});
}
