use super::*;
use shejiao_primitives::{case::OnCase, time::LegalDate};
use shejiao_testing::{MockLegalTime, START};

#[test]
fn the_tags_of_an_archived_case_leave_so_that_no_later_case_is_linked() {
	run(|ours, theirs| {
		assert_ok!(register(CHECKER, ours, &[1, 2]));
		assert_ok!(register(NANHAI_CHECKER, theirs, &[2]));
		events();
		archive(ours);
		assert_eq!(
			events(),
			[
				Event::ProposalLapsed { proposal: ProposalId(0) },
				Event::TagsForgotten { case: ours, count: 2 },
			]
		);
		assert!(!Tags::<Test>::contains_key(ours));
		assert!(!Holders::<Test>::contains_key(KeyedTag { epoch: EPOCH, tag: tag(1) }));
		let later = MockCases::add(CHANCHENG, &CHECKER, Stage::Open);
		assert_ok!(register(CHECKER, later, &[1]));
		assert_eq!(state(ours, later), None);
		assert!(!Others::<Test>::contains_key(ours));
	});
}

#[test]
fn every_pair_is_forgotten_but_what_is_merged() {
	run(|ours, theirs| {
		let [third, fourth] = [(); 2].map(|()| MockCases::add(CHANCHENG, &CHECKER, Stage::Open));
		let rejected = propose(ours, third);
		assert_ok!(IdentityTags::reject_duplicate(signed(APPROVER), rejected, check_of(ours)));
		take_apart(merge(ours, fourth));
		let merged = merge(theirs, ours);
		MockLegalTime::advance(1);
		archive(ours);
		assert_eq!(Others::<Test>::get(ours).into_inner(), [theirs]);
		assert_eq!(state(ours, theirs), Some(PairState::Merged(merged)));
		assert!(IdentityTags::same_at(ours, theirs, START));
		assert!(!Others::<Test>::contains_key(third));
		assert!(!Others::<Test>::contains_key(fourth));
	});
}

#[test]
fn what_goes_on_in_an_archived_case_is_forgotten_with_it() {
	run(|ours, theirs| {
		let third = MockCases::add(CHANCHENG, &CHECKER, Stage::Open);
		assert_ok!(register(CHECKER, ours, &[1]));
		assert_ok!(register(CHECKER, third, &[2]));
		let rejected = propose(ours, third);
		assert_ok!(IdentityTags::reject_duplicate(signed(APPROVER), rejected, check_of(ours)));
		merge(ours, theirs);
		archive(theirs);
		assert!(!Tags::<Test>::contains_key(ours));
		assert_eq!(state(ours, third), None);
		assert!(Tags::<Test>::contains_key(third));
	});
}

#[test]
fn no_other_change_of_a_case_forgets_anything() {
	run(|ours, _| {
		assert_ok!(register(CHECKER, ours, &[1]));
		for to in Stage::ALL.into_iter().filter(|stage| stage.is_live()) {
			assert_ok!(IdentityTags::stage_changed(ours, Stage::Open, to));
		}
		IdentityTags::term_ended(ours, LegalDate(20_778));
		assert_eq!(Tags::<Test>::get(ours).len(), 1);
	});
}
