//! What clients read, and what other pallets see.

use super::*;
use crate::views::MAX_PAGE;
use frame_support::assert_ok;
use shejiao_primitives::case::CaseView;

type Seen = SubjectIdentity;

#[test]
fn the_head_of_a_case_file_tells_what_it_is() {
	run(|| {
		let registered = MockLegalTime::now();
		let id = with_term(40);
		assert_ok!(open(id, OFFICER, IntervalKind::ExitBan, 1));
		MockLegalTime::advance_days(1);
		let head = Seen::view_case(id).expect("registered");
		assert_eq!((head.case, head.registered), (id, registered));
		assert_eq!(head.facts.stage, Stage::Open);
		assert_eq!(head.facts.last_day, head.term.map(|term| term.last_day));
		assert_eq!((head.transitions, head.terms, head.intervals), (2, 1, 1));
		assert_eq!(head.open.len(), 1);
		assert_eq!(head.parties.len(), 4);
		assert_eq!(Seen::view_case(CaseId([9; 16])), None);
	});
}

#[test]
fn the_past_is_told_as_it_was() {
	run(|| {
		let before = MockLegalTime::now();
		MockLegalTime::advance_days(1);
		let id = awaiting();
		let awaited = MockLegalTime::now();
		MockLegalTime::advance_days(1);
		assert_ok!(receive(id, OFFICER));
		MockLegalTime::advance_days(1);
		assert_ok!(advance(id, HEAD, END, today()));
		let at = |moment| <Seen as CaseView<u64>>::stage_at(id, moment);
		assert_eq!(at(before), None);
		assert_eq!(at(awaited), Some(Stage::AwaitingReception));
		assert_eq!(at(awaited + 1), Some(Stage::AwaitingReception));
		assert_eq!(at(MockLegalTime::now() - 1), Some(Stage::Open));
		assert_eq!(at(MockLegalTime::now()), Some(Stage::Ended));
		assert_eq!(<Seen as CaseView<u64>>::party(id, PartyRoles::DECIDING), Some(COURT));
		assert_eq!(<Seen as CaseView<u64>>::party(id, PartyRoles::CUSTODY), None);
	});
}

#[test]
fn lists_come_by_page() {
	run(|| {
		let cases: std::collections::BTreeSet<_> = (0..7)
			.map(|_| {
				let id = awaiting();
				let assigned = SubjectIdentity::assign(signed(HEAD), id, None, Some(OFFICER));
				assert_ok!(assigned);
				id
			})
			.collect();
		let mut seen = Vec::new();
		loop {
			let page = Seen::view_cases_of(COURT, seen.last().copied(), 3);
			assert!(page.len() <= 3);
			if page.is_empty() {
				break;
			}
			seen.extend(page.into_iter().map(|listed| listed.case));
		}
		assert_eq!(seen.len(), 7);
		assert_eq!(seen.iter().copied().collect::<std::collections::BTreeSet<_>>(), cases);
		let first = Seen::view_caseload(OFFICER, None, 4);
		let rest = Seen::view_caseload(OFFICER, first.last().map(|listed| listed.case), u32::MAX);
		assert_eq!((first.len(), rest.len()), (4, 3));
		assert!(Seen::view_caseload(HEAD, None, 9).is_empty());
		assert!(Seen::view_cases_of(PRISON, None, 9).is_empty());
	});
}

#[test]
fn the_parts_of_a_file_come_by_page() {
	run(|| {
		let id = with_term(40);
		for cause in 0..3 {
			assert_ok!(open(id, OFFICER, IntervalKind::Restriction, cause));
			let (tag, basis) = (hash(cause), crate::PartyBasis::Decision);
			let added = SubjectIdentity::add_sealed_party(signed(HEAD), id, tag, basis, hash(1));
			assert_ok!(added);
		}
		assert_eq!(Seen::view_intervals(id, 1, 1)[0].cause, hash(1));
		assert_eq!(Seen::view_intervals(id, 1, 9).len(), 2);
		assert_eq!(Seen::view_intervals(id, 3, 9).len(), 0);
		assert_eq!(Seen::view_terms(id, 0, 9).len(), 1);
		assert_eq!(Seen::view_transitions(id, 1, MAX_PAGE).len(), 1);
		assert_eq!(Seen::view_assignments(id, 0, 9).len(), 0);
		let first = Seen::view_sealed_parties(id, None, 2);
		let rest = Seen::view_sealed_parties(id, Some(first[1].0), 9);
		assert_eq!((first.len(), rest.len()), (2, 1));
		assert!(Seen::view_terms(id, 0, 0).is_empty());
	});
}

/// What is sent of the end is of that day at the earliest (L31).
#[test]
fn the_day_of_the_end_is_told() {
	run(|| {
		let end = |id| <SubjectIdentity as CaseView<u64>>::end_day(id);
		assert_eq!(end(received()), None, "no term yet");
		let id = with_term(3);
		let last_day = today().plus(3);
		assert_eq!(end(id), Some(last_day));
		assert_ok!(open(id, HEAD, IntervalKind::EndHeld, 4));
		assert_eq!(end(id), None, "held");
		let (by_rule, decided) = (with_term(3), with_term(3));
		pass(1);
		assert_ok!(advance(decided, JUDGE, END, today()));
		let day = today();
		pass(3);
		assert_eq!(end(decided), Some(day));
		assert_eq!(end(by_rule), Some(last_day));
		assert_ok!(advance(decided, OFFICER, Step::BeginAfterCare, today()));
		assert_eq!(end(decided), Some(day));
	});
}
