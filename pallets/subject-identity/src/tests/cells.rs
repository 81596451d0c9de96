//! One test per cell of the table: every stage with every step, who may and who may not, with sound
//! evidence and without. What is expected is written down here, not read from the table.

use super::*;
use crate::{StageHistory, StepKind, TransitionEntries};
use frame_support::{assert_noop, assert_ok};
use shejiao_primitives::record::RecordStatus;
use shejiao_testing::{take_heard, Heard};

/// The step of a row, with what it needs on a case.
fn step(kind: StepKind, id: CaseId) -> Step {
	match kind {
		StepKind::Decide => DECIDE,
		StepKind::Drop => Step::Drop,
		StepKind::Receive => reception(id),
		StepKind::Return => RETURN,
		StepKind::End => END,
		StepKind::BeginAfterCare => Step::BeginAfterCare,
		StepKind::Archive => Step::Archive,
		_ => panic!("not a step that somebody makes"),
	}
}

/// Who may make a step on the cases of these tests.
fn allowed(kind: StepKind) -> &'static [u64] {
	match kind {
		StepKind::Decide | StepKind::Drop => &[JUDGE],
		StepKind::Receive => &[OFFICER, UNIT_OFFICER, BOTH],
		StepKind::Return | StepKind::End => &[HEAD, DEPUTY, BOTH, JUDGE],
		StepKind::BeginAfterCare => &[OFFICER, UNIT_OFFICER, SOCIAL_WORKER, BOTH],
		StepKind::Archive => &[HEAD, OFFICER, DEPUTY, BOTH],
		_ => &[],
	}
}

/// The class of its evidence.
fn class(kind: StepKind) -> ClassId {
	match kind {
		StepKind::Decide | StepKind::Drop | StepKind::Return => classes::DECISIONS,
		StepKind::Receive => classes::RECEPTION,
		_ => classes::END,
	}
}

fn send(id: CaseId, by: u64, kind: StepKind, day: LegalDate, evidence: RecordId) -> DispatchResult {
	let step = step(kind, id);
	SubjectIdentity::advance(signed(by), id, step, day, evidence)
		.map(|_| ())
		.map_err(|refused| refused.error)
}

/// Kinds of the clocks that run in a case after a step: what it starts, completes and cancels, written
/// down once more. L4 and L5 are completed where the documents are entered.
fn clocks_after(kind: StepKind) -> &'static [u16] {
	match kind {
		StepKind::Decide => &[4, 5, 8],
		StepKind::Receive | StepKind::End | StepKind::BeginAfterCare => &[4, 5],
		StepKind::Drop | StepKind::Return | StepKind::Archive => &[],
		_ => panic!("not a step that somebody makes"),
	}
}

/// Everybody else is told the same, whether or not there is such a case.
fn nobody_else(id: CaseId, kind: StepKind) {
	let evidence = record(id, class(kind));
	for by in OFFICERS.into_iter().chain([NOBODY]).filter(|by| !allowed(kind).contains(by)) {
		assert_noop!(send(id, by, kind, today(), evidence), Error::NotAuthorized);
	}
	let unknown = CaseId([7; 16]);
	for by in OFFICERS {
		assert_noop!(
			SubjectIdentity::advance(signed(by), unknown, END, today(), evidence),
			Error::NotAuthorized
		);
	}
}

/// The cell is a way to `to`.
fn leads(from: Stage, kind: StepKind, to: Stage) {
	run(|| {
		let (other, id) = (at(from), at(from));
		nobody_else(id, kind);
		let by = allowed(kind)[0];
		let sound = class(kind);
		let unknown = RecordId(9_999);
		assert_noop!(send(id, by, kind, today(), unknown), Error::NotEvidence);
		assert_noop!(send(id, by, kind, today(), record(other, sound)), Error::NotEvidence);
		let wrong = record(id, classes::DEVICE_READINGS);
		assert_noop!(send(id, by, kind, today(), wrong), Error::WrongClass);
		for status in [
			RecordStatus::Disputed,
			RecordStatus::Superseded,
			RecordStatus::Sealed,
			RecordStatus::Frozen,
			RecordStatus::Shredded,
		] {
			let changed = record(id, sound);
			MockRecords::set_status(changed, status);
			assert_noop!(send(id, by, kind, today(), changed), Error::NotEvidence);
		}
		let evidence = record(id, sound);
		assert_noop!(send(id, by, kind, today().plus(1), evidence), Error::ActInFuture);
		assert_noop!(send(id, by, kind, ago(1), evidence), Error::ActTooEarly);
		let later = record_of(id, sound, today().plus(1));
		assert_noop!(send(id, by, kind, today(), later), Error::EvidenceLater);
		take_heard();
		for by in allowed(kind) {
			frame_support::storage::with_storage_layer(|| {
				assert_ok!(send(id, *by, kind, today(), evidence));
				Err::<(), _>(sp_runtime::DispatchError::Other("only tried"))
			})
			.expect_err("it was rolled back");
		}
		take_heard();
		assert_ok!(send(id, by, kind, today(), evidence));
		assert_eq!(stage(id), to);
		assert_eq!(take_heard(), [Heard::Stage(id, from, to)]);
		let last = StageHistory::<Test>::len(&id) - 1;
		let entry = TransitionEntries::<Test>::get(id, last).expect("it was entered");
		assert_eq!((entry.value.step, entry.value.to), (kind, to));
		assert_eq!(entry.value.act.evidence, Some(evidence));
		assert_eq!(entry.value.act.by, Some(by));
		let running: Vec<_> = clocks(id).iter().map(|clock| clock.0).collect();
		assert_eq!(running, clocks_after(kind));
	});
}

/// The cell is no way: the right officer with the right evidence is refused, and so is everybody.
fn leads_nowhere(from: Stage, kind: StepKind) {
	run(|| {
		let id = at(from);
		nobody_else(id, kind);
		let evidence = record(id, class(kind));
		for by in allowed(kind) {
			assert_noop!(send(id, *by, kind, today(), evidence), Error::WrongStage);
		}
		assert_eq!(stage(id), from);
	});
}

macro_rules! cells {
	($($name:ident: $from:ident, $kind:ident => $to:ident;)*) => {
		$(#[test] fn $name() { leads(Stage::$from, StepKind::$kind, Stage::$to) })*
	};
	($($name:ident: $from:ident, $kind:ident;)*) => {
		$(#[test] fn $name() { leads_nowhere(Stage::$from, StepKind::$kind) })*
	};
}

cells! {
	before_the_decision_it_is_decided: PreDecision, Decide => AwaitingReception;
	before_the_decision_it_is_dropped: PreDecision, Drop => Archived;
	awaited_it_is_received: AwaitingReception, Receive => Open;
	awaited_it_is_returned: AwaitingReception, Return => Ended;
	open_it_is_ended: Open, End => Ended;
	ended_after_care_begins: Ended, BeginAfterCare => AfterCare;
	ended_it_is_archived: Ended, Archive => Archived;
	after_care_over_it_is_archived: AfterCare, Archive => Archived;
}

cells! {
	before_the_decision_nobody_is_received: PreDecision, Receive;
	before_the_decision_nothing_is_returned: PreDecision, Return;
	before_the_decision_nothing_ends: PreDecision, End;
	before_the_decision_is_no_after_care: PreDecision, BeginAfterCare;
	before_the_decision_nothing_is_archived: PreDecision, Archive;
	awaited_it_is_not_decided_again: AwaitingReception, Decide;
	awaited_it_is_not_dropped: AwaitingReception, Drop;
	awaited_it_does_not_end: AwaitingReception, End;
	awaited_is_no_after_care: AwaitingReception, BeginAfterCare;
	awaited_it_is_not_archived: AwaitingReception, Archive;
	open_it_is_not_decided_again: Open, Decide;
	open_it_is_not_dropped: Open, Drop;
	open_it_is_not_received_again: Open, Receive;
	open_it_is_not_returned: Open, Return;
	open_is_no_after_care: Open, BeginAfterCare;
	open_it_is_not_archived: Open, Archive;
	ended_it_is_not_decided: Ended, Decide;
	ended_it_is_not_dropped: Ended, Drop;
	ended_it_is_not_received: Ended, Receive;
	ended_it_is_not_returned: Ended, Return;
	ended_by_decision_it_does_not_end_again: Ended, End;
	in_after_care_it_is_not_decided: AfterCare, Decide;
	in_after_care_it_is_not_dropped: AfterCare, Drop;
	in_after_care_it_is_not_received: AfterCare, Receive;
	in_after_care_it_is_not_returned: AfterCare, Return;
	in_after_care_it_does_not_end: AfterCare, End;
	in_after_care_it_does_not_begin_again: AfterCare, BeginAfterCare;
	archived_it_is_not_decided: Archived, Decide;
	archived_it_is_not_dropped: Archived, Drop;
	archived_it_is_not_received: Archived, Receive;
	archived_it_is_not_returned: Archived, Return;
	archived_it_does_not_end: Archived, End;
	archived_is_no_after_care: Archived, BeginAfterCare;
	archived_it_is_not_archived_again: Archived, Archive;
}

/// By which class and by whom an assessment is dropped beside the judge's decision.
#[test]
fn a_commission_is_dropped_by_a_letter_and_by_whoever_commissioned() {
	run(|| {
		for (by, class) in [
			(JUDGE, classes::CORRESPONDENCE),
			(PROCURATOR, classes::CORRESPONDENCE),
			(PROCURATOR, classes::DECISIONS),
			(POLICEMAN, classes::CORRESPONDENCE),
			(POLICEMAN, classes::DECISIONS),
			(WARDEN, classes::CORRESPONDENCE),
		] {
			assert_ok!(register_with(by, COMMISSION, FOUNDERS, today(), None));
			let id = last_case();
			let drop = |by| send(id, by, StepKind::Drop, today(), record(id, class));
			let commissioner = [PROCURATOR, POLICEMAN, WARDEN].into_iter().filter(|o| *o != by);
			for other in commissioner.chain([HEAD, OFFICER, STRANGER, NOBODY]) {
				let evidence = record(id, class);
				assert_noop!(
					send(id, other, StepKind::Drop, today(), evidence),
					Error::NotAuthorized
				);
			}
			assert_ok!(drop(by));
			assert_eq!(stage(id), Stage::Archived);
			assert_eq!(clocks(id), []);
		}
	});
}

/// What ended by rule becomes what a decision ended, and stays where it has got to.
#[test]
fn ended_by_rule_it_is_ended_by_a_decision_that_was_earlier() {
	for to in [Stage::Ended, Stage::AfterCare, Stage::Archived] {
		run(|| {
			let id = super::afterwards::by_rule(to);
			let last_day = case(id).term.expect("it had one").last_day;
			let evidence = record_of(id, classes::END, last_day);
			let kind = StepKind::End;
			for by in OFFICERS.into_iter().chain([NOBODY]) {
				if !allowed(kind).contains(&by) {
					assert_noop!(send(id, by, kind, last_day, evidence), Error::NotAuthorized);
				}
			}
			let wrong = record_of(id, classes::DECISIONS, last_day);
			assert_noop!(send(id, HEAD, kind, last_day, wrong), Error::WrongClass);
			assert_noop!(send(id, HEAD, kind, last_day.plus(1), evidence), Error::TermOver);
			take_heard();
			assert_ok!(send(id, HEAD, kind, last_day, evidence));
			assert_eq!(take_heard(), [], "the stage has not changed");
			assert_eq!(stage(id), to);
			let last = StageHistory::<Test>::len(&id) - 1;
			let entry = TransitionEntries::<Test>::get(id, last).expect("it was entered");
			assert_eq!((entry.value.step, entry.value.to), (kind, to));
			assert_noop!(send(id, HEAD, kind, last_day, evidence), Error::WrongStage);
		});
	}
}

#[test]
fn awaited_or_open_it_ends_by_rule() {
	for from in crate::transitions::RUNNING {
		run(|| {
			let id = at(*from);
			assert_ok!(compute(id, OFFICER, today().plus(1)));
			assert_ok!(SubjectIdentity::confirm_term(signed(HEAD), id, 0));
			pass(1);
			take_heard();
			pass(1);
			let last_day = ago(1);
			assert_eq!(
				take_heard(),
				[Heard::Stage(id, *from, Stage::Ended), Heard::TermEnded(id, last_day)]
			);
			let running: Vec<_> = clocks(id).iter().map(|clock| clock.0).collect();
			assert_eq!(running, [4, 5, 30, 31, 131], "the person need not report any more");
		});
	}
}

#[test]
fn the_table_has_every_row_once_and_in_its_place() {
	for (number, row) in crate::transitions::TABLE.iter().enumerate() {
		assert_eq!(row.step as usize, number);
		assert_eq!(crate::transitions::row(row.step).step, row.step);
		assert_eq!(row.who.is_empty(), row.step == StepKind::EndByRule);
		for stage in Stage::ALL {
			let stays = row.afterwards.contains(&stage).then_some(stage);
			let moves = row.from.contains(&stage).then_some(row.to);
			assert_eq!(row.leads(stage), moves.or(stays));
			assert!(moves.is_none() || stays.is_none());
		}
	}
}
