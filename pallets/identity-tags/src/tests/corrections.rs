use super::*;
use shejiao_primitives::{
	oversight::{Rule, Severity},
	record::{Correctable, RecordStatus},
};

fn stands(merge: MergeId) -> Vec<bool> {
	let mut merge = Merges::<Test>::get(merge).expect("was merged; qed");
	merge.confirmations().map(|word| word.stands).collect()
}

#[test]
fn a_merge_whose_evidence_falls_is_marked_and_its_agency_alerted() {
	run(|ours, theirs| {
		let merged = merge(ours, theirs);
		let source = Merges::<Test>::get(merged).expect("was merged; qed").second.evidence;
		events();
		let to = RecordStatus::Disputed;
		IdentityTags::source_changed(Subject::Case(ours), source, to);
		assert_eq!(events(), [Event::SourceCorrected { merge: merged, source, to }]);
		assert_eq!(stands(merged), [true, false]);
		let alert = (Rule::SourceCorrected, Severity::Ordinary, NANHAI, Subject::Case(ours), None);
		assert_eq!(MockAlerting::all(), [alert]);
		// It stands until two officers take it apart.
		assert_eq!(facts(ours).merged_into, Some(theirs));

		IdentityTags::source_changed(Subject::Case(ours), source, RecordStatus::Trusted);
		assert_eq!(stands(merged), [true, true]);
		assert_eq!(MockAlerting::all().len(), 1);
	});
}

#[test]
fn the_evidence_of_a_split_is_watched_too() {
	run(|ours, theirs| {
		let merged = merge(ours, theirs);
		take_apart(merged);
		let split = Merges::<Test>::get(merged).and_then(|merge| merge.split);
		let source = split.expect("was split; qed").first.evidence;
		let before = MockAlerting::all().len();
		// That of the split is open still: one per source.
		MockAlerting::close(shejiao_primitives::oversight::AlertId(0));
		IdentityTags::source_changed(Subject::Case(ours), source, RecordStatus::Superseded);
		assert_eq!(stands(merged), [true, true, false, true]);
		assert_eq!(alerts()[before..], [(CHANCHENG, Subject::Case(ours))]);
	});
}

#[test]
fn what_rests_on_other_records_is_left_alone() {
	run(|ours, theirs| {
		let merged = merge(ours, theirs);
		let source = Merges::<Test>::get(merged).expect("was merged; qed").first.evidence;
		events();
		for dependant in [Subject::Case(theirs), Subject::Member(CITY)] {
			IdentityTags::source_changed(dependant, source, RecordStatus::Disputed);
		}
		IdentityTags::source_changed(Subject::Case(ours), RecordId(77), RecordStatus::Disputed);
		assert_eq!(events(), []);
		assert_eq!(stands(merged), [true, true]);
		assert_eq!(alerts(), []);
	});
}
