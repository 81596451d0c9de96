//! For every invariant one state that breaks it.

use super::*;
use crate::{
	Agenda, AgendaDay, Assignment, AssignmentCount, Caseloads, Cases, CasesOf, ConfirmedTerm,
	CorrectedSources, Identities, Interval, Intervals, NextCase, OpenInterval, Party, PartyBasis,
	RoleEntries, SourceChange, Terms, TransitionEntries,
};
use frame_support::assert_ok;
use shejiao_primitives::{
	case::CaseMerging, clock::Deadlines, history::Entry, record::RecordStatus, subject::Subject,
};
use shejiao_testing::MockDeadlines;
use sp_runtime::TryRuntimeError;

/// Break a sound state with a case of every part, and expect `named`.
fn broken(break_it: impl FnOnce(CaseId), named: &'static str) {
	let told = externalities().broken_by(|| {
		people();
		System::set_block_number(1);
		let id = with_term(30);
		assert_ok!(SubjectIdentity::assign(signed(HEAD), id, Some(OFFICE), Some(OFFICER)));
		assert_ok!(open(id, OFFICER, IntervalKind::Measure, 1));
		assert_ok!(open(id, OFFICER, IntervalKind::Restriction, 2));
		let basis = PartyBasis::Decision;
		assert_ok!(SubjectIdentity::add_sealed_party(signed(HEAD), id, hash(1), basis, hash(2)));
		assert_ok!(SubjectIdentity::do_try_state());
		break_it(id)
	});
	assert_eq!(told, TryRuntimeError::Other(named));
}

fn change(id: CaseId, f: impl FnOnce(&mut RecordOf<Test>)) {
	let mut record = case(id);
	f(&mut record);
	Cases::<Test>::insert(id, record);
}

/// The certificate of a day, without asking anybody.
fn certified(id: CaseId, day: LegalDate) {
	change(id, |record| record.certificate = Some(SubjectIdentity::act(&HEAD, day, None)));
}

fn change_transition(id: CaseId, number: u32, f: impl FnOnce(&mut crate::Transition<u64>)) {
	TransitionEntries::<Test>::mutate(id, number, |entry| {
		f(&mut entry.as_mut().expect("it was entered").value);
	});
}

#[test]
fn a_stage_that_its_history_does_not_lead_to_is_seen() {
	broken(
		|id| TransitionEntries::<Test>::remove(id, 0),
		"history: an entry below the counter is missing",
	);
	let no_way = "stages: the table does not lead to a stage of the history";
	broken(|id| change_transition(id, 1, |t| t.to = Stage::Ended), no_way);
	broken(|id| change_transition(id, 1, |t| t.step = crate::StepKind::Archive), no_way);
	broken(|id| change_transition(id, 0, |t| t.step = crate::StepKind::Decide), no_way);
	let lacks = "stages: an act lacks what it needs";
	broken(|id| change_transition(id, 1, |t| t.act.evidence = None), lacks);
	broken(|id| change_transition(id, 1, |t| t.act.by = None), lacks);
	broken(|id| change_transition(id, 1, |t| t.act.entered += 1), lacks);
	let other = "stages: the history does not end at the stage";
	broken(|id| change(id, |record| record.stage = Stage::Ended), other);
}

#[test]
fn a_category_that_does_not_fit_and_a_clock_without_a_live_case_are_seen() {
	let unfit = "stages: the category does not fit the stage";
	broken(|id| change(id, |record| record.category = None), unfit);
	broken(
		|_| change(commissioned(), |record| record.category = Some(CaseCategory::Parole)),
		unfit,
	);
	broken(
		|_| {
			let subject = Subject::Case(at(Stage::Archived));
			let kind = shejiao_primitives::clock::kinds::CERTIFICATE;
			assert_ok!(MockDeadlines::start(kind, subject, BUREAU, 0));
		},
		"stages: a clock is open in a case that is not live",
	);
}

#[test]
fn wrong_parties_are_seen() {
	broken(
		|id| {
			change(id, |record| {
				let mut parties = record.parties.to_vec();
				parties.reverse();
				record.parties = parties.try_into().expect("as many as before");
			})
		},
		"parties: they are not sorted",
	);
	broken(
		|id| change(id, |record| record.parties[3].roles = PartyRoles::NONE),
		"parties: a party has no role, or one that is none",
	);
	let history = "parties: the roles are not those of the history";
	broken(|id| change(id, |record| record.parties[3].roles = PartyRoles::CUSTODY), history);
	broken(|id| RoleEntries::<Test>::remove((id, POLICE), 0), history);
	broken(
		|id| CasesOf::<Test>::remove(POLICE, id),
		"parties: a case is missing in the list of a party",
	);
	broken(
		|id| {
			change(id, |record| record.parties.retain(|party| party.member != COURT));
			CasesOf::<Test>::remove(COURT, id);
		},
		"parties: nobody executes, decides or supervises",
	);
	broken(
		|id| change(id, |record| record.sealed_parties = 0),
		"parties: the count of sealed parties is wrong",
	);
	broken(
		|id| CasesOf::<Test>::insert(PRISON, id, ()),
		"parties: a member is listed that has no role",
	);
	broken(
		|id| {
			let since = MockLegalTime::now();
			let value = PartyRoles::COPIED;
			RoleEntries::<Test>::insert((id, PRISON), 5, Entry { since, value });
			crate::RoleCount::<Test>::insert((id, PRISON), 5);
		},
		"history: an entry below the counter is missing",
	);
	let ends = "parties: a history is of no case, or ends with roles that the member has not";
	let history = |case: CaseId| {
		let since = MockLegalTime::now();
		let value = PartyRoles::COPIED;
		RoleEntries::<Test>::insert((case, PRISON), 0, Entry { since, value });
		crate::RoleCount::<Test>::insert((case, PRISON), 1);
	};
	broken(history, ends);
	broken(|_| history(CaseId([9; 16])), ends);
	broken(
		|id| {
			let party = crate::SealedParties::<Test>::get(id, hash(1)).expect("it was added");
			crate::SealedParties::<Test>::insert(CaseId([9; 16]), hash(1), party);
		},
		"parties: a sealed one is of no case",
	);
}

fn interval(kind: IntervalKind, cause: u8) -> Interval<u64> {
	let begun = SubjectIdentity::act(&OFFICER, today(), None);
	Interval { kind, cause: hash(cause), begun, ended: None }
}

/// Add an open interval without asking anybody.
fn force(id: CaseId, kind: IntervalKind, cause: u8) {
	change(id, |record| {
		let number = record.intervals;
		Intervals::<Test>::insert(id, number, interval(kind, cause));
		record.intervals += 1;
		record.open.try_push(OpenInterval { kind, number }).expect("there is room");
	});
}

#[test]
fn wrong_intervals_are_seen() {
	let count = "intervals: their count is wrong";
	broken(|id| change(id, |record| record.intervals = 3), count);
	broken(|id| Intervals::<Test>::insert(id, 7, interval(IntervalKind::ExitBan, 1)), count);
	let list = "intervals: the list of the open ones is wrong";
	broken(|id| change(id, |record| record.open.clear()), list);
	broken(|id| change(id, |record| record.open[0].kind = IntervalKind::ExitBan), list);
	broken(
		|id| force(id, IntervalKind::Measure, 3),
		"intervals: two of a kind are open that may not be",
	);
	broken(
		|id| (3..12).for_each(|cause| force(id, IntervalKind::Restriction, cause)),
		"intervals: restrictions leave no room for the others",
	);
	broken(
		|_| force(at(Stage::Archived), IntervalKind::ExitBan, 3),
		"intervals: a measure or an exit ban is open in the archive",
	);
	broken(
		|_| Intervals::<Test>::insert(CaseId([9; 16]), 0, interval(IntervalKind::ExitBan, 1)),
		"intervals: one is of no case",
	);
}

#[test]
fn wrong_terms_are_seen() {
	broken(|id| change(id, |record| record.terms = 2), "terms: their count is wrong");
	let holds = "terms: the one that holds is not the last confirmed";
	broken(|id| change(id, |record| record.term = None), holds);
	broken(
		|id| {
			Terms::<Test>::mutate(id, 0, |term| {
				term.as_mut().expect("it was computed").last_day = today();
			})
		},
		holds,
	);
	broken(
		|id| {
			Terms::<Test>::mutate(id, 0, |term| {
				term.as_mut().expect("it was computed").computed.by = Some(HEAD);
			})
		},
		"terms: one officer computed and confirmed",
	);
	broken(
		|id| {
			let term = Terms::<Test>::get(id, 0).expect("it was computed");
			Terms::<Test>::insert(CaseId([9; 16]), 0, term);
		},
		"terms: one is of no case",
	);
}

#[test]
fn a_certificate_that_certifies_nothing_is_seen() {
	broken(|_| certified(received(), today()), "certificates: one is there without a term");
	let unfit = "certificates: one is of an end by decision, or earlier than the last day";
	broken(|id| certified(id, today()), unfit);
	broken(
		|_| {
			let id = with_term(0);
			assert_ok!(advance(id, HEAD, END, today()));
			certified(id, today());
		},
		unfit,
	);
	broken(
		|_| {
			let id = super::afterwards::by_rule(Stage::Archived);
			change(id, |record| record.certificate = None);
		},
		"certificates: none is in the archive of an end by rule",
	);
}

#[test]
fn a_wrong_agenda_is_seen() {
	let whether = "agenda: a case is in it that does not end by rule, or is not and does";
	broken(|id| change(id, |record| record.scheduled = None), whether);
	broken(
		|_| {
			let id = received();
			change(id, |record| record.scheduled = Some(today()));
		},
		whether,
	);
	let place = "agenda: a case is not where it says";
	broken(|id| Agenda::<Test>::remove(today().plus(30), id), place);
	broken(
		|id| {
			change(id, |record| record.scheduled = Some(today()));
			Agenda::<Test>::insert(today(), id, ());
		},
		place,
	);
	let done = "agenda: a day is taken for done that is not";
	broken(|_| AgendaDay::<Test>::put(today().plus(31)), done);
	broken(|_| AgendaDay::<Test>::kill(), done);
	broken(|id| Agenda::<Test>::insert(today(), id, ()), "agenda: an entry is of no case");
}

#[test]
fn wrong_caseloads_are_seen() {
	let history = "caseloads: the assignment is not that of the history";
	broken(|id| change(id, |record| record.assignment.unit = None), history);
	broken(
		|_| {
			let id = received();
			let assignment = Assignment { unit: Some(OFFICE), officer: None };
			change(id, |record| record.assignment = assignment);
		},
		history,
	);
	broken(
		|id| AssignmentCount::<Test>::insert(id, 2),
		"history: an entry below the counter is missing",
	);
	broken(
		|id| Caseloads::<Test>::remove(OFFICER, id),
		"caseloads: a live case is missing in one, or an archived one is not",
	);
	broken(
		|id| Caseloads::<Test>::insert(HEAD, id, ()),
		"caseloads: a case is in one that it was not assigned to",
	);
	broken(
		|_| AssignmentCount::<Test>::insert(CaseId([9; 16]), 0),
		"caseloads: a history has no case",
	);
}

#[test]
fn wrong_mergers_are_seen() {
	let merge = |duplicate, kept| {
		assert_ok!(<SubjectIdentity as CaseMerging>::merge(duplicate, kept));
	};
	let target = "mergers: a case goes on in one that is not there or goes on elsewhere";
	broken(
		|id| {
			let duplicate = received();
			merge(duplicate, id);
			change(duplicate, |record| record.merged_into = Some(CaseId([9; 16])));
			change(id, |record| record.merged = 0);
		},
		target,
	);
	broken(
		|id| {
			let duplicate = received();
			merge(duplicate, id);
			change(id, |record| record.merged = 2);
		},
		"mergers: their count is wrong",
	);
	broken(
		|_| {
			let (duplicate, kept) = (received(), received());
			merge(duplicate, kept);
			assert_ok!(compute(kept, OFFICER, today().plus(9)));
			let mut term = Terms::<Test>::get(kept, 0).expect("it was computed");
			term.confirmed = Some(SubjectIdentity::act(&HEAD, today(), None));
			let held = ConfirmedTerm { version: 0, last_day: term.last_day };
			Terms::<Test>::insert(duplicate, 0, term);
			change(duplicate, |record| {
				record.terms = 1;
				record.term = Some(held);
			});
		},
		"mergers: a stage or a term is lost in the case that goes on",
	);
}

#[test]
fn wrong_registers_are_seen() {
	broken(|_| NextCase::<Test>::put(2), "cases: a number is given twice");
	broken(
		|id| change(id, |record| record.identity.hash = hash(9)),
		"cases: an identity commitment does not lead to its case",
	);
	broken(
		|id| Identities::<Test>::insert(hash(9), id),
		"cases: an identity or a history has no case",
	);
	broken(
		|id| {
			let change = SourceChange { status: RecordStatus::Superseded, since: 1 };
			let dependant = (Subject::Term(id, 9), RecordId(0));
			CorrectedSources::<Test>::insert(id, dependant, change);
		},
		"corrections: nothing there rests on the source",
	);
}

#[test]
fn a_party_is_what_its_encoding_says() {
	// The list of parties is one value: its bound is what a case may weigh.
	let party = Party { member: BUREAU, roles: PartyRoles::EXECUTING };
	assert_eq!(codec::Encode::encode(&party).len(), 6);
}
