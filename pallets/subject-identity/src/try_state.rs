//! What must hold between blocks.

use crate::{
	parties::has_required,
	permissions::interval_row,
	transitions::row,
	types::{IntervalKind, StepKind, MAX_RESTRICTIONS},
	Agenda, AgendaDay, AssignmentCount, AssignmentHistory, Caseloads, Cases, CasesOf, Config,
	CorrectedSources, Identities, Intervals, NextCase, Pallet, RecordOf, RoleCount, RoleHistory,
	SealedParties, StageHistory, Terms, TransitionCount, TransitionEntries,
};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	vec::Vec,
};
use frame_support::ensure;
use shejiao_primitives::{
	case::{CaseId, PartyRoles, Stage},
	clock::Deadlines,
	subject::Subject,
};
use sp_runtime::TryRuntimeError;

type Checked = Result<(), TryRuntimeError>;

impl<T: Config> Pallet<T> {
	/// Check every invariant of the pallet.
	pub fn do_try_state() -> Checked {
		let mut merged = BTreeMap::<CaseId, u32>::new();
		for kept in Cases::<T>::iter_values().filter_map(|record| record.merged_into) {
			let count = merged.entry(kept).or_default();
			*count = count.saturating_add(1);
		}
		for (case, record) in Cases::<T>::iter() {
			check_stages::<T>(case, &record)?;
			check_parties::<T>(case, &record)?;
			check_intervals::<T>(case, &record)?;
			check_terms::<T>(case, &record)?;
			check_assignment::<T>(case, &record)?;
			check_merger::<T>(&record, merged.get(&case).copied().unwrap_or_default())?;
			ensure!(
				Identities::<T>::get(record.identity.hash) == Some(case),
				"cases: an identity commitment does not lead to its case"
			);
		}
		check_lists::<T>()?;
		check_agenda::<T>()
	}
}

/// The history agrees with the stage, and every step of it is in the table.
fn check_stages<T: Config>(case: CaseId, record: &RecordOf<T>) -> Checked {
	StageHistory::<T>::check(&case).map_err(TryRuntimeError::Other)?;
	let mut before: Option<Stage> = None;
	let mut end: Option<StepKind> = None;
	for number in 0..TransitionCount::<T>::get(case) {
		let Some(entry) = TransitionEntries::<T>::get(case, number) else { continue };
		let transition = entry.value;
		let row = row(transition.step);
		let to = match before {
			None => row.from.is_empty().then_some(row.to),
			// What was earlier is entered after an end by rule, and after no other.
			Some(stage) if row.afterwards.contains(&stage) => {
				(end == Some(StepKind::EndByRule)).then_some(stage)
			},
			Some(stage) => row.leads(stage),
		};
		ensure!(
			to == Some(transition.to),
			"stages: the table does not lead to a stage of the history"
		);
		ensure!(
			transition.act.entered == entry.since
				&& transition.act.by.is_some() == (transition.step != StepKind::EndByRule)
				&& transition.act.evidence.is_some() != row.evidence.is_empty(),
			"stages: an act lacks what it needs"
		);
		before = Some(transition.to);
		end = Some(transition.step).filter(|step| step.ends()).or(end);
	}
	ensure!(before == Some(record.stage), "stages: the history does not end at the stage");
	let decided = !matches!(record.stage, Stage::PreDecision | Stage::Archived);
	let undecided = record.stage == Stage::PreDecision;
	ensure!(
		(!decided || record.category.is_some()) && (!undecided || record.category.is_none()),
		"stages: the category does not fit the stage"
	);
	if !record.is_live() {
		ensure!(
			T::Deadlines::count(Subject::Case(case)) == 0,
			"stages: a clock is open in a case that is not live"
		);
	}
	Ok(())
}

/// Plain roles are those of the history; sealed parties are counted.
fn check_parties<T: Config>(case: CaseId, record: &RecordOf<T>) -> Checked {
	ensure!(
		record.parties.windows(2).all(|pair| match pair {
			[first, second] => first.member < second.member,
			_ => true,
		}),
		"parties: they are not sorted"
	);
	for party in &record.parties {
		ensure!(party.roles.is_valid(), "parties: a party has no role, or one that is none");
		ensure!(
			RoleHistory::<T>::current(&(case, party.member)) == Some(party.roles),
			"parties: the roles are not those of the history"
		);
		ensure!(
			CasesOf::<T>::contains_key(party.member, case),
			"parties: a case is missing in the list of a party"
		);
	}
	ensure!(
		has_required(&record.parties)
			&& record.roles(record.executing).contains(PartyRoles::EXECUTING),
		"parties: nobody executes, decides or supervises"
	);
	let sealed =
		SealedParties::<T>::iter_prefix_values(case).filter(|p| p.outcome.is_none()).count();
	ensure!(
		u32::try_from(sealed) == Ok(record.sealed_parties),
		"parties: the count of sealed parties is wrong"
	);
	Ok(())
}

/// Open intervals are those that nobody has closed.
fn check_intervals<T: Config>(case: CaseId, record: &RecordOf<T>) -> Checked {
	let mut all: Vec<_> = Intervals::<T>::iter_prefix(case).collect();
	all.sort_by_key(|(number, _)| *number);
	ensure!(
		all.iter().map(|(number, _)| *number).eq(0..record.intervals),
		"intervals: their count is wrong"
	);
	let open: Vec<_> = all.iter().filter(|(_, interval)| interval.ended.is_none()).collect();
	ensure!(
		record
			.open
			.iter()
			.map(|open| (open.number, open.kind))
			.eq(open.iter().map(|(number, interval)| (*number, interval.kind))),
		"intervals: the list of the open ones is wrong"
	);
	ensure!(
		record.restrictions() <= MAX_RESTRICTIONS as usize,
		"intervals: restrictions leave no room for the others"
	);
	ensure!(
		record.stage != Stage::Archived
			|| !(record.has(IntervalKind::Measure) || record.has(IntervalKind::ExitBan)),
		"intervals: a measure or an exit ban is open in the archive"
	);
	let mut kinds = BTreeSet::new();
	for (_, interval) in &open {
		ensure!(
			kinds.insert(interval.kind) || interval_row(interval.kind).several,
			"intervals: two of a kind are open that may not be"
		);
	}
	Ok(())
}

/// The term that holds is the last confirmed one, and two officers made it.
fn check_terms<T: Config>(case: CaseId, record: &RecordOf<T>) -> Checked {
	let terms: BTreeMap<_, _> = Terms::<T>::iter_prefix(case).collect();
	ensure!(terms.keys().copied().eq(0..record.terms), "terms: their count is wrong");
	let last = terms.iter().rev().find(|(_, term)| term.confirmed.is_some());
	ensure!(
		record.term.map(|term| (term.version, term.last_day))
			== last.map(|(version, term)| (*version, term.last_day)),
		"terms: the one that holds is not the last confirmed"
	);
	for term in terms.values() {
		let confirmed_by = term.confirmed.as_ref().map(|act| &act.by);
		let imported = term.computed.evidence.is_none();
		ensure!(
			imported || confirmed_by != Some(&term.computed.by),
			"terms: one officer computed and confirmed"
		);
	}
	check_certificate::<T>(case, record)?;
	ensure!(
		record.scheduled.is_some() == record.ends_by_rule(),
		"agenda: a case is in it that does not end by rule, or is not and does"
	);
	if let (Some(day), Some(term)) = (record.scheduled, record.term) {
		ensure!(
			term.last_day <= day && Agenda::<T>::contains_key(day, case),
			"agenda: a case is not where it says"
		);
		ensure!(
			AgendaDay::<T>::get().is_some_and(|first| first <= day),
			"agenda: a day is taken for done that is not"
		);
	}
	Ok(())
}

/// A certificate is that of an end by rule, and none is missing in the archive.
fn check_certificate<T: Config>(case: CaseId, record: &RecordOf<T>) -> Checked {
	let by_rule = Pallet::<T>::ended_by_rule(case);
	match (&record.certificate, record.term) {
		(None, _) => ensure!(
			!by_rule || record.stage != Stage::Archived,
			"certificates: none is in the archive of an end by rule"
		),
		(Some(certificate), Some(term)) => ensure!(
			term.last_day <= certificate.date && (record.is_running() || by_rule),
			"certificates: one is of an end by decision, or earlier than the last day"
		),
		(Some(_), None) => {
			return Err("certificates: one is there without a term".into());
		},
	}
	Ok(())
}

fn check_assignment<T: Config>(case: CaseId, record: &RecordOf<T>) -> Checked {
	AssignmentHistory::<T>::check(&case).map_err(TryRuntimeError::Other)?;
	let current = AssignmentHistory::<T>::current(&case);
	let agrees = match &current {
		Some(assignment) => *assignment == record.assignment,
		None => record.assignment.unit.is_none() && record.assignment.officer.is_none(),
	};
	ensure!(agrees, "caseloads: the assignment is not that of the history");
	if let Some(officer) = &record.assignment.officer {
		ensure!(
			Caseloads::<T>::contains_key(officer, case) == record.stage.is_live(),
			"caseloads: a live case is missing in one, or an archived one is not"
		);
	}
	Ok(())
}

/// What a case goes on in exists, does not go on elsewhere itself, and has lost nothing of it.
fn check_merger<T: Config>(record: &RecordOf<T>, merged: u32) -> Checked {
	if let Some(kept) = record.merged_into {
		let kept = Cases::<T>::get(kept).filter(|kept| kept.merged_into.is_none());
		let kept = kept.ok_or(TryRuntimeError::Other(
			"mergers: a case goes on in one that is not there or goes on elsewhere",
		))?;
		ensure!(
			record.stage <= kept.stage && (record.term.is_none() || kept.term.is_some()),
			"mergers: a stage or a term is lost in the case that goes on"
		);
	}
	ensure!(merged == record.merged, "mergers: their count is wrong");
	Ok(())
}

/// Nothing is listed that is not there.
fn check_lists<T: Config>() -> Checked {
	let numbers: BTreeSet<_> = Cases::<T>::iter_values().map(|record| record.number).collect();
	ensure!(numbers.into_iter().eq(0..NextCase::<T>::get()), "cases: a number is given twice");
	let cases = Cases::<T>::iter_keys().count();
	ensure!(
		Identities::<T>::iter_keys().count() == cases
			&& TransitionCount::<T>::iter_keys().count() == cases,
		"cases: an identity or a history has no case"
	);
	ensure!(
		CasesOf::<T>::iter_keys().all(|(member, case)| {
			Cases::<T>::get(case).is_some_and(|record| !record.roles(member).is_none())
		}),
		"parties: a member is listed that has no role"
	);
	for key in RoleCount::<T>::iter_keys() {
		RoleHistory::<T>::check(&key).map_err(TryRuntimeError::Other)?;
		let (case, member) = key;
		ensure!(
			Cases::<T>::get(case).is_some_and(|record| {
				RoleHistory::<T>::current(&key).unwrap_or_default() == record.roles(member)
			}),
			"parties: a history is of no case, or ends with roles that the member has not"
		);
	}
	ensure!(
		SealedParties::<T>::iter_keys().all(|(case, _)| Cases::<T>::contains_key(case)),
		"parties: a sealed one is of no case"
	);
	ensure!(
		Intervals::<T>::iter_keys().all(|(case, _)| Cases::<T>::contains_key(case)),
		"intervals: one is of no case"
	);
	ensure!(
		Terms::<T>::iter_keys().all(|(case, _)| Cases::<T>::contains_key(case)),
		"terms: one is of no case"
	);
	ensure!(
		Caseloads::<T>::iter_keys().all(|(officer, case)| {
			Cases::<T>::get(case).is_some_and(|r| r.assignment.officer.as_ref() == Some(&officer))
		}),
		"caseloads: a case is in one that it was not assigned to"
	);
	ensure!(
		AssignmentCount::<T>::iter_keys().all(Cases::<T>::contains_key),
		"caseloads: a history has no case"
	);
	ensure!(
		CorrectedSources::<T>::iter_keys()
			.all(|(case, (dependant, _))| { Pallet::<T>::case_of(dependant) == Some(case) }),
		"corrections: nothing there rests on the source"
	);
	Ok(())
}

/// The agenda holds nothing but the cases that say so.
fn check_agenda<T: Config>() -> Checked {
	ensure!(
		Agenda::<T>::iter_keys().all(|(day, case)| {
			Cases::<T>::get(case).is_some_and(|record| record.scheduled == Some(day))
		}),
		"agenda: an entry is of no case"
	);
	Ok(())
}
