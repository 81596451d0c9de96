//! What follows from a change of the case or of a record.

use super::*;
use shejiao_primitives::{
	case::OnCase,
	oversight::{Rule, Severity},
	record::Correctable,
};
use shejiao_testing::MockAlerting;

#[test]
fn nothing_stays_open_in_an_archived_case() {
	chain(|| {
		let (case, other) = (case_at(Stage::AfterCare), case_at(Stage::Open));
		let ids = [letter(case), letter(case), letter(other)];
		assert_ok!(ServedDocuments::deliver(signed(CLERK), ids[0], today()));
		MockCases::update(case, |facts| facts.stage = Stage::Archived);
		assert_ok!(ServedDocuments::stage_changed(case, Stage::AfterCare, Stage::Archived));
		for id in &ids[..2] {
			assert_eq!(get(*id).status, Status::Lapsed);
			assert!(clocks(Subject::Document(*id)).iter().all(|clock| !clock.open));
			assert!(events().contains(&Event::DocumentLapsed { document: *id }));
		}
		assert!(ServedDocuments::is_live(ids[2]));
		assert_noop!(receipt(CLERK, ids[0]), Error::<Test>::WrongStatus);
		assert_eq!(ServedDocuments::view_to_answer(AGENCY, DocumentId(0), 9).len(), 1);
	});
}

#[test]
fn the_end_of_a_term_leaves_what_is_to_be_answered() {
	chain(|| {
		let case = case_at(Stage::Open);
		let id = letter(case);
		ServedDocuments::term_ended(case, today());
		assert_ok!(ServedDocuments::stage_changed(case, Stage::Open, Stage::Ended));
		assert!(ServedDocuments::is_live(id));
	});
}

/// S71: whoever was served a wrong record is told.
#[test]
fn a_letter_with_a_corrected_record_is_flagged_for_everybody() {
	chain(|| {
		let case = case_at(Stage::AwaitingReception);
		let other = letter(case);
		let id = execution_documents(case);
		let source = get(id).record;
		let (to, dependant) = (RecordStatus::Superseded, Subject::Document(id));
		ServedDocuments::source_changed(dependant, source, to);
		for copy in 0..3 {
			let document = DocumentId(id.0 + copy);
			assert!(get(document).corrected);
			assert!(events().contains(&Event::SourceCorrected { document, source, to }));
		}
		assert!(!get(other).corrected);
		let raised = (Rule::SourceCorrected, Severity::Ordinary, COURT, dependant, None);
		assert_eq!(MockAlerting::all(), [raised]);
	});
}

#[test]
fn a_receipt_on_a_corrected_record_is_flagged_for_its_giver() {
	chain(|| {
		let case = case_at(Stage::AwaitingReception);
		let id = execution_documents(case);
		let list = record(case, AGENCY);
		assert_ok!(ServedDocuments::receipt(signed(CLERK), id, today(), None, Some(list)));
		ServedDocuments::source_changed(Subject::Document(id), list, RecordStatus::Disputed);
		assert!(get(id).corrected);
		assert!(!get(DocumentId(id.0 + 1)).corrected);
		assert_eq!(MockAlerting::all().iter().map(|raised| raised.2).collect::<Vec<_>>(), [AGENCY]);
	});
}

/// A dispute that is settled leaves nothing behind, as long as everything else stands.
#[test]
fn what_stands_again_takes_the_flag_off() {
	chain(|| {
		let case = case_at(Stage::AwaitingReception);
		let id = execution_documents(case);
		let list = record(case, AGENCY);
		assert_ok!(ServedDocuments::receipt(signed(CLERK), id, today(), None, Some(list)));
		let (served, copy) = (get(id).record, DocumentId(id.0 + 1));
		let told = |source, to| {
			MockRecords::set_status(source, to);
			ServedDocuments::source_changed(Subject::Document(id), source, to);
		};
		let flags = || [id, copy].map(|id| get(id).corrected);
		told(served, RecordStatus::Disputed);
		told(list, RecordStatus::Disputed);
		assert_eq!(flags(), [true, true]);
		told(served, RecordStatus::Trusted);
		assert_eq!(flags(), [true, false], "the list has fallen still");
		told(list, RecordStatus::Trusted);
		assert_eq!(flags(), [false, false]);
		let to = RecordStatus::Trusted;
		let last = Event::SourceCorrected { document: id, source: list, to };
		assert_eq!(last_event(), last);
		// Nothing is said where nothing was flagged.
		told(served, to);
		assert_eq!(last_event(), last);
	});
}

#[test]
fn what_is_evidence_still_and_what_is_not_there_changes_nothing() {
	chain(|| {
		let id = letter(case_at(Stage::Open));
		let source = get(id).record;
		ServedDocuments::source_changed(Subject::Document(id), source, RecordStatus::Trusted);
		let sealed = RecordStatus::Sealed;
		ServedDocuments::source_changed(Subject::Document(DocumentId(9)), source, sealed);
		ServedDocuments::source_changed(Subject::Member(COURT), source, sealed);
		assert!(!get(id).corrected);
		assert_eq!(MockAlerting::all(), []);
	});
}
