//! Every invariant, broken on purpose.

use super::*;

const OPEN: DocumentId = DocumentId(0);
const COPY: DocumentId = DocumentId(1);
const DONE: DocumentId = DocumentId(4);

/// What is said of a state with some of everything, broken by `by`.
fn says(what: &str, by: impl FnOnce(CaseId)) {
	let genesis = RuntimeGenesisConfig::default();
	let error = Externalities::new(genesis, ServedDocuments::do_try_state).broken_by(|| {
		setting();
		let case = case_at(Stage::Open);
		assert_eq!(execution_documents(case), OPEN);
		assert_eq!(letter(case), DONE);
		assert_ok!(receipt(CLERK, DONE));
		ServedDocuments::do_try_state().expect("sound before it is broken");
		by(case);
	});
	let error = format!("{error:?}");
	assert!(error.contains(what), "{error} instead of {what}");
}

fn with(id: DocumentId, change: impl FnOnce(&mut Document<u64>)) {
	Documents::<Test>::mutate(id, |document| change(document.as_mut().expect("it is there; qed")));
}

#[test]
fn numbers_that_do_not_fit_are_seen() {
	says("a document from the future", |_| NextDocument::<Test>::put(DONE));
	says("a document is missing", |_| NextDocument::<Test>::put(DocumentId(9)));
}

#[test]
fn letters_that_do_not_fit_together_are_seen() {
	says("a document to oneself", |_| with(OPEN, |document| document.recipient = COURT));
	says("a document outside its letter", |_| with(DONE, |document| document.letter = OPEN));
	let what = "the documents of a letter do not fit together";
	says(what, |_| with(COPY, |document| document.recipient = AGENCY));
	says(what, |_| with(COPY, |document| document.record = RecordId(99)));
	says(what, |_| with(COPY, |document| document.sent.by = 77));
	says(what, |_| with(DONE, |document| document.copies = 2));
}

#[test]
fn a_course_that_contradicts_itself_is_seen() {
	let what = "the status of a document does not fit what happened to it";
	for status in [Status::Delivered, Status::Receipted, Status::Withdrawn] {
		says(what, |_| with(OPEN, |document| document.status = status));
	}
	for status in [Status::Sent, Status::Delivered, Status::Lapsed] {
		says(what, |_| with(DONE, |document| document.status = status));
	}
	let what = "the acts of a document are out of order";
	says(what, |_| with(DONE, |document| document.sent.on = today().plus(1)));
	says(what, |_| {
		with(DONE, |document| {
			document.delivered.as_mut().expect("it was delivered; qed").on = today().plus(1)
		})
	});
}

#[test]
fn what_is_open_where_it_must_not_be_is_seen() {
	says("a document is open in a case that is not", |case| {
		MockCases::update(case, |facts| facts.stage = Stage::Archived)
	});
	says("a document that is over has an open clock", |_| {
		let subject = Subject::Document(DONE);
		assert_ok!(MockDeadlines::start(kinds::DOCUMENT_RECEIPT, subject, AGENCY, now()));
	});
}

#[test]
fn indices_that_are_not_what_iteration_finds_are_seen() {
	let what = "the documents to answer are not what iteration finds";
	says(what, |_| ToAnswer::<Test>::remove(AGENCY, OPEN));
	says(what, |_| ToAnswer::<Test>::insert(AGENCY, DONE, ()));
	let what = "the open documents of a case are not what iteration finds";
	says(what, OpenOf::<Test>::remove);
	says(what, |case| OpenOf::<Test>::mutate(case, |ids| ids.retain(|id| *id != COPY)));
	says(what, |case| OpenOf::<Test>::try_append(case, OPEN).expect("room; qed"));
	says(what, |_| OpenOf::<Test>::insert(CaseId([9; 16]), BoundedVec::default()));
	let what = "the open letters that no law names are not what iteration finds";
	says(what, |case| OpenOther::<Test>::insert(case, 1));
	let what = "the execution documents of a case are not what iteration finds";
	says(what, |case| ExecutionCopies::<Test>::insert(case, RecordId(99), 1));
	says(what, |case| ExecutionCopies::<Test>::insert(case, get(OPEN).record, 3));
	let what = "the documents of a case are not what iteration finds";
	says(what, |case| CaseDocuments::<Test>::remove(case, 0));
	says(what, |case| CaseCount::<Test>::insert(case, 9));
	let what = "a document in the list of a case is out of place";
	says(what, |case| CaseCount::<Test>::insert(case, 1));
	says(what, |case| CaseDocuments::<Test>::insert(case, 0, COPY));
}
