//! For every invariant one state that breaks it.

use super::*;
use shejiao_testing::MockLegalTime;
use sp_runtime::TryRuntimeError;

/// Cases 0 and 1 share a tag and are proposed, 2 goes on in 3, 4 did in 5.
fn broken(break_it: impl FnOnce([CaseId; 6]), named: &'static str) {
	let told = ext().broken_by(|| {
		people();
		let cases = [(); 6].map(|()| MockCases::add(CHANCHENG, &CHECKER, Stage::Open));
		assert_ok!(register(CHECKER, cases[0], &[1]));
		assert_ok!(register(CHECKER, cases[1], &[1]));
		assert_ok!(confirm(CHECKER, ProposalId(0), cases[0]));
		MockLegalTime::advance(10);
		merge(cases[2], cases[3]);
		take_apart(merge(cases[4], cases[5]));
		assert_ok!(IdentityTags::do_try_state());
		break_it(cases)
	});
	assert_eq!(told, TryRuntimeError::Other(named));
}

fn change_proposal(f: impl FnOnce(&mut Proposal<u64>)) {
	Proposals::<Test>::mutate(ProposalId(0), |p| f(p.as_mut().expect("was proposed; qed")));
}

fn change_merge(id: u32, f: impl FnOnce(&mut Merge<u64>)) {
	Merges::<Test>::mutate(MergeId(id), |m| f(m.as_mut().expect("was merged; qed")));
}

fn one() -> KeyedTag {
	KeyedTag { epoch: EPOCH, tag: tag(1) }
}

#[test]
fn wrong_tags_are_seen() {
	broken(
		|cases| Tags::<Test>::insert(cases[2], BoundedVec::default()),
		"tags: a case holds an empty list of tags",
	);
	broken(
		|cases| MockCases::update(cases[0], |facts| facts.stage = Stage::Archived),
		"tags: a case that is not live holds tags",
	);
	broken(
		|cases| Tags::<Test>::mutate(cases[0], |tags| tags.try_push(one()).expect("room; qed")),
		"tags: a case holds a tag twice",
	);
	broken(
		|_| Holders::<Test>::insert(KeyedTag::default(), BoundedVec::default()),
		"tags: a tag without a holder is remembered",
	);
	broken(
		|cases| Holders::<Test>::mutate(one(), |all| all.try_push(cases[0]).expect("room; qed")),
		"tags: a holder stands twice at a tag",
	);
	broken(
		|cases| Holders::<Test>::mutate(one(), |all| all.try_push(cases[2]).expect("room; qed")),
		"tags: tags and holders differ",
	);
	broken(|cases| Tags::<Test>::remove(cases[0]), "tags: tags and holders differ");
	broken(
		|cases| Waiting::<Test>::insert(one(), cases[2], ()),
		"tags: a case waits for a tag that has room",
	);
	broken(
		|cases| {
			assert_ok!(register(CHECKER, cases[3], &[1]));
			Waiting::<Test>::insert(one(), cases[0], ());
		},
		"tags: a holder waits for its tag",
	);
}

#[test]
fn wrong_pairs_are_seen() {
	let split = PairState::Split(MergeId(1));
	broken(
		|cases| Pairs::<Test>::insert((cases[5], cases[4]), split),
		"pairs: a pair is not in its order",
	);
	broken(
		|cases| Others::<Test>::insert(cases[0], BoundedVec::default()),
		"pairs: a case knows an empty list of others",
	);
	broken(
		|cases| Others::<Test>::mutate(cases[0], |all| all.try_push(cases[1]).expect("room; qed")),
		"pairs: a case knows another twice",
	);
	let differ = "pairs: pairs and what the cases know of them differ";
	broken(|cases| Pairs::<Test>::remove((cases[4], cases[5])), differ);
	broken(|cases| Others::<Test>::remove(cases[4]), differ);
	let nothing = "pairs: a pair stands as something that is not there";
	for state in [
		PairState::Proposed(ProposalId(7)),
		PairState::Proposed(ProposalId(0)),
		PairState::Rejected(ProposalId(7)),
		PairState::Rejected(ProposalId(0)),
		PairState::Merged(MergeId(0)),
		PairState::Merged(MergeId(1)),
		PairState::Split(MergeId(0)),
	] {
		broken(|cases| Pairs::<Test>::insert((cases[4], cases[5]), state), nothing);
	}
}

/// No pair is both proposed and merged.
#[test]
fn wrong_proposals_are_seen() {
	broken(|_| NextProposal::<Test>::put(ProposalId(0)), "proposals: a number is used too early");
	let other = "proposals: a pair does not stand as proposed by its proposal";
	broken(|cases| change_proposal(|proposal| proposal.pair = (cases[2], cases[3])), other);
	broken(
		|_| {
			let proposal = Proposals::<Test>::get(ProposalId(0)).expect("was proposed; qed");
			Proposals::<Test>::insert(ProposalId(1), proposal);
		},
		other,
	);
	let over = "proposals: a case of a proposal is archived, or goes on in another";
	broken(
		|cases| {
			Tags::<Test>::remove(cases[0]);
			Holders::<Test>::insert(one(), BoundedVec::truncate_from(vec![cases[1]]));
			MockCases::update(cases[0], |facts| facts.stage = Stage::Archived);
		},
		over,
	);
	broken(
		|cases| {
			assert_ok!(KeptHistory::<Test>::push(&cases[0], 0, Some(cases[3])));
		},
		over,
	);
	let confirmation = "proposals: a confirmation keeps another case, or is not of its time";
	broken(
		|cases| {
			change_proposal(|proposal| {
				proposal.confirmation.as_mut().expect("was confirmed; qed").0 = cases[2];
			});
		},
		confirmation,
	);
	for at in [0, u64::MAX] {
		broken(
			|_| {
				change_proposal(|proposal| {
					proposal.confirmation.as_mut().expect("was confirmed; qed").1.at = at;
				});
			},
			confirmation,
		);
	}
}

#[test]
fn wrong_merges_are_seen() {
	broken(|_| NextMerge::<Test>::put(MergeId(1)), "merges: a number is used too early");
	let one = "merges: two officers did not confirm one after the other";
	broken(|_| change_merge(0, |merge| merge.second.officer = merge.first.officer), one);
	broken(|_| change_merge(0, |merge| merge.first.at = u64::MAX), one);
	let one = "merges: two officers did not split one after the other";
	let split = |f: fn(&mut Split<u64>)| {
		change_merge(1, |merge| f(merge.split.as_mut().expect("was split; qed")));
	};
	broken(|_| split(|split| split.first.at = 0), one);
	broken(|_| split(|s| s.second.as_mut().expect("was split; qed").at = 0), one);
	broken(|_| split(|s| s.second.as_mut().expect("split; qed").officer = s.first.officer), one);
	let last = "merges: a later merge is not the last";
	broken(|cases| LastMerge::<Test>::remove(cases[2]), last);
	broken(|cases| LastMerge::<Test>::insert(cases[4], MergeId(0)), last);
	broken(
		|cases| {
			NextMerge::<Test>::put(MergeId(3));
			let merge = Merges::<Test>::get(MergeId(0)).expect("was merged; qed");
			Merges::<Test>::insert(MergeId(2), merge);
			LastMerge::<Test>::insert(cases[2], MergeId(2));
			Pairs::<Test>::insert((cases[2], cases[3]), PairState::Merged(MergeId(2)));
		},
		"merges: two merges of a duplicate hold",
	);
	broken(
		|cases| LastMerge::<Test>::insert(cases[0], MergeId(0)),
		"merges: the last merge of a case is not there",
	);
	broken(
		|cases| {
			assert_ok!(KeptHistory::<Test>::push(&cases[4], u64::MAX, Some(cases[5])));
		},
		"merges: the history ends otherwise than the last merge",
	);
	let told = "telling: readers of a merge are told that was not split";
	broken(|_| Untold::<Test>::insert(MergeId(0), Telling::default()), told);
	broken(|_| Untold::<Test>::insert(MergeId(7), Telling::default()), told);
	broken(|_| Untold::<Test>::insert(MergeId(1), Telling { place: 2, told: 0 }), told);
	broken(
		|cases| {
			IdentityTags::clear_state(cases[2], cases[3]);
		},
		"merges: a pair does not stand as merged by its merge",
	);
}

#[test]
fn a_wrong_history_is_seen() {
	broken(
		|cases| KeptEntries::<Test>::insert(cases[2], 1, Entry { since: 0, value: None }),
		"history: there is an entry above the counter",
	);
	broken(
		|cases| KeptCount::<Test>::insert(cases[0], 0),
		"history: a case is counted without an entry",
	);
	broken(
		|cases| {
			assert_ok!(KeptHistory::<Test>::push(&cases[5], 0, None));
		},
		"history: a case without a merge has a history",
	);
	broken(
		|cases| {
			assert_ok!(KeptHistory::<Test>::push(&cases[4], u64::MAX, None));
		},
		"history: an entry is of the future",
	);
	let said = "history: the cases say otherwise where a case goes on";
	broken(|cases| MockCases::update(cases[2], |facts| facts.merged_into = None), said);
	broken(|cases| MockCases::update(cases[4], |facts| facts.merged_into = Some(cases[5])), said);
	broken(
		|cases| {
			let mut merge = Merges::<Test>::get(MergeId(0)).expect("was merged; qed");
			(merge.duplicate, merge.kept) = (cases[3], cases[5]);
			Merges::<Test>::insert(MergeId(2), merge);
			NextMerge::<Test>::put(MergeId(3));
			LastMerge::<Test>::insert(cases[3], MergeId(2));
			assert_ok!(IdentityTags::set_state(cases[3], cases[5], PairState::Merged(MergeId(2))));
			assert_ok!(KeptHistory::<Test>::push(&cases[3], 0, Some(cases[5])));
			MockCases::update(cases[3], |facts| facts.merged_into = Some(cases[5]));
		},
		"history: a case goes on in one that goes on itself",
	);
}
