//! What follows when a record changes on which something rests.

use super::*;
use crate::{CorrectedSources, SourceChange};
use shejiao_primitives::{
	oversight::Rule,
	record::{Correctable, RecordStatus},
	subject::Subject,
};
use shejiao_testing::MockAlerting;

fn change(dependant: Subject, source: RecordId, to: RecordStatus) {
	<SubjectIdentity as Correctable>::source_changed(dependant, source, to)
}

#[test]
fn what_rests_on_a_superseded_record_is_marked_and_told() {
	run(|| {
		let id = with_term(30);
		for (source, dependant) in MockRecords::links() {
			change(dependant, source, RecordStatus::Superseded);
			let since = MockLegalTime::now();
			assert_eq!(
				CorrectedSources::<Test>::get(id, (dependant, source)),
				Some(SourceChange { status: RecordStatus::Superseded, since })
			);
			assert_event(Event::SourceCorrected {
				case: id,
				dependant,
				source,
				status: RecordStatus::Superseded,
			});
			let alert = MockAlerting::all().into_iter().find(|alert| alert.3 == dependant);
			assert_eq!(alert.map(|a| (a.0, a.2)), Some((Rule::SourceCorrected, BUREAU)));
		}
		assert!(SubjectIdentity::view_case(id).expect("registered").source_corrected);
		let told = SubjectIdentity::view_corrected(id, 99);
		assert_eq!(told.len(), MockRecords::links().len());
		assert_eq!(stage(id), Stage::Open, "a mark decides nothing");
	});
}

#[test]
fn evidence_again_clears_the_mark() {
	run(|| {
		let id = received();
		let (source, dependant) = MockRecords::links()[0];
		let events = System::events().len();
		change(dependant, source, RecordStatus::Trusted);
		assert_eq!(System::events().len(), events, "nothing was marked");
		change(dependant, source, RecordStatus::Disputed);
		change(dependant, source, RecordStatus::Trusted);
		assert!(!SubjectIdentity::view_case(id).expect("registered").source_corrected);
		assert_event(Event::SourceCorrected {
			case: id,
			dependant,
			source,
			status: RecordStatus::Trusted,
		});
	});
}

#[test]
fn what_is_not_here_is_left_to_others() {
	run(|| {
		let id = received();
		let unknown = CaseId([9; 16]);
		for dependant in [
			Subject::Case(unknown),
			Subject::Transition(id, 9),
			Subject::Term(id, 0),
			Subject::Term(unknown, 0),
			Subject::Record(RecordId(0)),
			Subject::Member(BUREAU),
		] {
			let events = System::events().len();
			change(dependant, RecordId(0), RecordStatus::Superseded);
			assert_eq!(System::events().len(), events, "{dependant:?}");
		}
		assert!(MockAlerting::all().is_empty());
	});
}

#[test]
fn others_ask_whether_things_are_there() {
	run(|| {
		let id = with_term(30);
		assert!(SubjectIdentity::transition_exists(id, 1));
		assert!(!SubjectIdentity::transition_exists(id, 2));
		assert!(SubjectIdentity::term_exists(id, 0));
		assert!(!SubjectIdentity::term_exists(id, 1));
	});
}
