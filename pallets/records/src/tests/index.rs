//! Records, as the other pallets see them.

use super::*;
use crate::Archives;
use frame_support::assert_noop;
use shejiao_primitives::{
	case::OnCase,
	record::{RecordFacts, RecordIndex},
	subject::Subject,
};

type Index = Records;

fn is_evidence(record: RecordId, case: CaseId) -> bool {
	<Index as RecordIndex<u64>>::is_evidence(record, case)
}

#[test]
fn facts_are_those_of_the_header() {
	chain(|| {
		let id = put(CLERK, Anchor { officer: Some(CHIEF), ..entry(classes::END) });
		let facts = <Index as RecordIndex<u64>>::facts(id);
		let expected = RecordFacts {
			case: CASE,
			class: classes::END,
			author: COUNTY,
			officer: CHIEF,
			act_date: today(),
			entered: now(),
			status: RecordStatus::Trusted,
		};
		assert_eq!(facts, Some(expected));
		assert_eq!(<Index as RecordIndex<u64>>::facts(RecordId(9)), None);
	});
}

#[test]
fn evidence_stands_and_is_of_the_case() {
	chain(|| {
		let id = visit();
		assert!(is_evidence(id, CASE));
		assert!(!is_evidence(id, OTHER_CASE));
		assert!(!is_evidence(RecordId(9), CASE));
		MockCases::update(CASE, |facts| facts.merged_into = Some(OTHER_CASE));
		assert!(is_evidence(id, OTHER_CASE), "the case goes on there");
		MockCases::update(CASE, |facts| facts.merged_into = None);
		disputed(id);
		assert!(!is_evidence(id, CASE));
	});
}

#[test]
fn a_link_is_made_once_and_bounded() {
	chain(|| {
		let id = visit();
		let link = |number| <Index as RecordIndex<u64>>::link(id, Subject::Term(CASE, number));
		for number in 0..1_100 {
			assert_ok!(link(number));
		}
		assert_ok!(link(7));
		assert_noop!(link(1_100), Error::<Test>::MaxDependantsExceeded);
		let nothing = <Index as RecordIndex<u64>>::link(RecordId(9), Subject::Case(CASE));
		assert_noop!(nothing, Error::<Test>::NotFound);
		let nothing = <Index as RecordIndex<u64>>::link(id, Subject::Record(RecordId(9)));
		assert_noop!(nothing, Error::<Test>::NotFound);
	});
}

#[test]
fn records_linked_by_others_are_lineage() {
	chain(|| {
		let (source, id) = (visit(), visit());
		assert_ok!(<Index as RecordIndex<u64>>::link(source, Subject::Record(id)));
		assert_eq!(header(id).derived_from.to_vec(), [source]);
	});
}

#[test]
fn the_day_of_archiving_is_remembered() {
	chain(|| {
		assert_ok!(Records::stage_changed(CASE, Stage::Open, Stage::Ended));
		assert_eq!(Archives::<Test>::get(CASE), None);
		archive();
		assert_eq!(Archives::<Test>::get(CASE).map(|archive| archive.on), Some(today()));
		assert_ok!(Records::stage_changed(CASE, Stage::Archived, Stage::AfterCare));
		assert_eq!(Archives::<Test>::get(CASE), None);
		<Records as OnCase>::term_ended(CASE, today());
	});
}

#[test]
fn what_is_hidden_is_said_by_the_rule_of_its_class() {
	let is_hidden = |id| <Index as RecordIndex<u64>>::is_hidden(id);
	chain(|| {
		let (witness, family) =
			(record(CLERK, classes::PROTECTED_PARTY), record(CLERK, classes::CIRCUMSTANCES));
		assert!(is_hidden(witness) && !is_hidden(family) && !is_hidden(RecordId(99)));
		let rule = Records::class(classes::CIRCUMSTANCES).expect("founding; qed");
		let rule = Class { hidden_from_person: true, ..rule };
		assert_ok!(Records::set_class(signed(COUNCIL), classes::CIRCUMSTANCES, Box::new(rule)));
		assert!(is_hidden(family));
	});
}
