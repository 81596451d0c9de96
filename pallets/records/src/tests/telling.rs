//! Telling dependants what has become of their ground.

use super::*;
use crate::Queue;
use shejiao_primitives::{
	oversight::{Rule, Severity},
	record::RecordIndex,
	subject::Subject,
};
use shejiao_testing::{take_heard, Heard, MockAlerting};
use std::collections::BTreeSet;

fn link(source: RecordId, dependant: Subject) {
	assert_ok!(<Records as RecordIndex<u64>>::link(source, dependant));
}

#[test]
fn a_thousand_dependants_are_told_within_ten_blocks_each_once() {
	chain(|| {
		let source = visit();
		let all: BTreeSet<_> = (0..1_000).map(|number| Subject::Transition(CASE, number)).collect();
		all.iter().for_each(|dependant| link(source, *dependant));
		disputed(source);
		take_heard();
		let blocks = settle_queue();
		assert!(blocks <= 10, "{blocks} blocks");
		let heard = take_heard();
		assert_eq!(heard.len(), 1_000);
		let told: BTreeSet<_> = heard
			.into_iter()
			.map(|heard| match heard {
				Heard::SourceChanged(who, of, RecordStatus::Disputed) if of == source => who,
				other => panic!("{other:?} was not to be told"),
			})
			.collect();
		assert_eq!(told, all);
	});
}

#[test]
fn no_block_does_more_than_its_share() {
	chain(|| {
		let source = visit();
		(0..300).for_each(|number| link(source, Subject::Transition(CASE, number)));
		disputed(source);
		for told in [128, 128, 44] {
			take_heard();
			block();
			assert_eq!(take_heard().len(), told);
		}
		assert_eq!(Queue::<Test>::iter().count(), 0);
	});
}

#[test]
fn dependants_hear_of_every_change_in_order() {
	chain(|| {
		let source = visit();
		link(source, Subject::Term(CASE, 1));
		disputed(source);
		let withdrawn = crate::Settlement::Withdrawn;
		assert_ok!(Records::settle(signed(PROCURATOR), source, withdrawn, None));
		put(CLERK, Anchor { supersedes: Some(source), ..entry(classes::SUPERVISION) });
		let basis = review(CLERK);
		assert_ok!(Records::seal_record(signed(CHIEF), source, basis));
		take_heard();
		settle_queue();
		let told = |to| Heard::SourceChanged(Subject::Term(CASE, 1), source, to);
		use RecordStatus::{Disputed, Sealed, Superseded, Trusted};
		assert_eq!(take_heard(), [Disputed, Trusted, Superseded, Sealed].map(told));
	});
}

#[test]
fn freezing_and_vouching_take_no_ground_away() {
	chain(|| {
		let id = record(CLERK, classes::CIRCUMSTANCES);
		link(id, Subject::Case(CASE));
		assert_ok!(Records::attest(signed(CONSTABLE), id));
		archive();
		MockLegalTime::advance_days(365);
		assert_ok!(Records::freeze(signed(CLERK), id));
		assert_eq!(Queue::<Test>::iter().count(), 0);
	});
}

#[test]
fn what_rests_on_what_rests_on_it_is_told_too() {
	chain(|| {
		let source = visit();
		let middle = resting_on(&[source]);
		let top = resting_on(&[middle]);
		link(top, Subject::Transition(CASE, 7));
		disputed(source);
		take_heard();
		settle_queue();
		assert!(header(middle).source_corrected && header(top).source_corrected);
		let transition = Subject::Transition(CASE, 7);
		let told = Heard::SourceChanged(transition, top, RecordStatus::Disputed);
		assert!(take_heard().contains(&told));
		let expected = [middle, top].map(|id| {
			let (rule, severity) = (Rule::SourceCorrected, Severity::Information);
			(rule, severity, COUNTY, Subject::Record(id), None)
		});
		assert_eq!(MockAlerting::all(), expected);

		let withdrawn = crate::Settlement::Withdrawn;
		assert_ok!(Records::settle(signed(PROCURATOR), source, withdrawn, None));
		settle_queue();
		assert!(!header(middle).source_corrected && !header(top).source_corrected);
		let told = Heard::SourceChanged(transition, top, RecordStatus::Trusted);
		assert!(take_heard().contains(&told));
	});
}

/// What `dependant` has heard since, once everybody has been told.
fn heard_by(dependant: Subject) -> Vec<(RecordId, RecordStatus)> {
	settle_queue();
	let heard = take_heard().into_iter();
	heard
		.filter_map(|heard| match heard {
			Heard::SourceChanged(who, of, to) if who == dependant => Some((of, to)),
			_ => None,
		})
		.collect()
}

fn withdraw(record: RecordId) {
	let withdrawn = crate::Settlement::Withdrawn;
	assert_ok!(Records::settle(signed(PROCURATOR), record, withdrawn, None));
}

#[test]
fn a_dependant_hears_of_what_it_rests_on_itself_once_when_that_falls_and_once_when_it_stands() {
	chain(|| {
		let (one, two) = (visit(), visit());
		let middle = resting_on(&[one, two]);
		let transition = Subject::Transition(CASE, 7);
		link(middle, transition);
		disputed(one);
		assert_eq!(heard_by(transition), [(middle, RecordStatus::Disputed)]);
		disputed(two);
		assert_eq!(heard_by(transition), []);
		withdraw(one);
		assert_eq!(heard_by(transition), []);
		withdraw(two);
		assert_eq!(heard_by(transition), [(middle, RecordStatus::Trusted)]);
	});
}

#[test]
fn what_is_in_doubt_for_two_causes_stands_when_both_are_gone() {
	chain(|| {
		let source = visit();
		let middle = resting_on(&[source]);
		let transition = Subject::Transition(CASE, 7);
		link(middle, transition);
		for own_first in [true, false] {
			disputed(source);
			assert_eq!(heard_by(transition), [(middle, RecordStatus::Disputed)]);
			disputed(middle);
			assert_eq!(heard_by(transition), []);
			let (first, last) = if own_first { (middle, source) } else { (source, middle) };
			withdraw(first);
			assert_eq!(heard_by(transition), []);
			withdraw(last);
			assert_eq!(heard_by(transition), [(middle, RecordStatus::Trusted)]);
		}
	});
}

#[test]
fn what_is_frozen_gives_ground_again_once_a_doubt_about_it_is_gone() {
	chain(|| {
		let source = visit();
		let transition = Subject::Transition(CASE, 7);
		link(source, transition);
		archive();
		MockLegalTime::advance_days(365);
		settle_looks();
		assert_eq!(status(source), RecordStatus::Frozen);
		disputed(source);
		assert_eq!(heard_by(transition), [(source, RecordStatus::Disputed)]);
		withdraw(source);
		assert_eq!(status(source), RecordStatus::Frozen);
		assert_eq!(heard_by(transition), [(source, RecordStatus::Trusted)]);
	});
}

#[test]
fn what_comes_to_rest_on_something_in_doubt_takes_the_ground_from_its_dependants() {
	chain(|| {
		let source = visit();
		let ground = resting_on(&[source]);
		disputed(source);
		settle_queue();
		assert_eq!(status(ground), RecordStatus::Trusted);
		let id = visit();
		let transition = Subject::Transition(CASE, 7);
		link(id, transition);
		take_heard();
		assert_ok!(Records::add_lineage(signed(CLERK), id, ground));
		let marked = Event::SourceMarked {
			record: id,
			source: ground,
			to: RecordStatus::Disputed,
			corrected: true,
		};
		assert!(happened(marked));
		assert_eq!(heard_by(transition), [(id, RecordStatus::Disputed)]);
	});
}

#[test]
fn a_mark_goes_when_the_last_doubt_goes() {
	chain(|| {
		let (one, two) = (visit(), visit());
		let id = resting_on(&[one, two]);
		disputed(one);
		disputed(two);
		settle_queue();
		let withdraw = |record| {
			let withdrawn = crate::Settlement::Withdrawn;
			assert_ok!(Records::settle(signed(PROCURATOR), record, withdrawn, None));
			settle_queue();
		};
		withdraw(one);
		assert!(header(id).source_corrected);
		withdraw(two);
		assert!(!header(id).source_corrected);
	});
}

#[test]
fn many_ways_to_one_record_tell_it_once() {
	chain(|| {
		// A ladder of ten rungs has 2^10 ways from its foot to its head.
		let foot = visit();
		let (mut left, mut right) = (resting_on(&[foot]), resting_on(&[foot]));
		for _ in 0..10 {
			(left, right) = (resting_on(&[left, right]), resting_on(&[left, right]));
		}
		link(right, Subject::Case(CASE));
		disputed(foot);
		take_heard();
		assert!(settle_queue() <= 2);
		let told = Heard::SourceChanged(Subject::Case(CASE), right, RecordStatus::Disputed);
		assert_eq!(take_heard().into_iter().filter(|heard| *heard == told).count(), 1);
	});
}

#[test]
fn changes_during_the_telling_lose_nobody() {
	chain(|| {
		let source = visit();
		(0..200).for_each(|number| link(source, Subject::Transition(CASE, number)));
		disputed(source);
		take_heard();
		block();
		link(source, Subject::Term(CASE, 1));
		let withdrawn = crate::Settlement::Withdrawn;
		assert_ok!(Records::settle(signed(PROCURATOR), source, withdrawn, None));
		settle_queue();
		let heard = take_heard();
		let of = |status| {
			let to = move |heard: &&Heard| matches!(heard, Heard::SourceChanged(_, _, to) if *to == status);
			heard.iter().filter(to).count()
		};
		assert!((200..=201).contains(&of(RecordStatus::Disputed)));
		assert_eq!(of(RecordStatus::Trusted), 201);
	});
}
