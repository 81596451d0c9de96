use super::chain::*;
use crate::{mock::*, *};
use frame_support::assert_ok;
use shejiao_primitives::ids::DrawId;
use sp_core::Pair as _;
use sp_runtime::TryRuntimeError;

/// Two draws, the first decided.
fn broken(by: impl FnOnce()) -> TryRuntimeError {
	ext(1).broken_by(|| {
		block(1);
		ask(3);
		blocks([2, 3]);
		ask(3);
		assert_ok!(SlotRandomness::do_try_state());
		by();
	})
}

fn said(by: impl FnOnce(), what: &'static str) {
	assert_eq!(broken(by), TryRuntimeError::Other(what));
}

#[test]
fn a_block_that_ended_without_its_output_is_seen() {
	said(|| AwaitedAuthor::<Test>::put(key(0).public()), "a block ended without its output");
}

#[test]
fn wrong_recent_authors_are_seen() {
	let set = |authors: &[(u64, u64)]| {
		let authors: Vec<_> =
			authors.iter().map(|(k, slot)| (key(*k).public(), (*slot).into())).collect();
		RecentAuthors::<Test>::put(frame_support::BoundedVec::try_from(authors).expect("few; qed"));
	};
	said(|| set(&[(1, 2), (2, 1)]), "recent authors are not in the order of their slots");
	said(|| set(&[(1, 1), (1, 2)]), "a recent author is listed twice");
	said(|| set(&[(1, 9)]), "a recent author is ahead of the last slot");
}

#[test]
fn wrong_counters_are_seen() {
	said(|| FirstOpen::<Test>::put(DrawId(3)), "the first open draw does not exist");
	said(|| NextDraw::<Test>::put(DrawId(99)), "too many draws are open");
	said(|| NextDraw::<Test>::put(DrawId(3)), "requests do not match their number");
	said(|| Requests::<Test>::remove(DrawId(0)), "requests do not match their number");
	said(|| CandidatesOf::<Test>::remove(DrawId(0)), "candidates do not match requests");
	said(|| FirstOpen::<Test>::put(DrawId(2)), "decisions do not match");
	said(|| Decisions::<Test>::remove(DrawId(0)), "decisions do not match");
}

#[test]
fn a_draw_under_a_wrong_number_is_seen() {
	said(
		|| {
			let value = Requests::<Test>::take(DrawId(0)).expect("asked for; qed");
			Requests::<Test>::insert(DrawId(9), value);
		},
		"a draw has no request",
	);
	said(
		|| {
			let value = CandidatesOf::<Test>::take(DrawId(0)).expect("asked for; qed");
			CandidatesOf::<Test>::insert(DrawId(9), value);
		},
		"a draw has no candidates",
	);
	said(
		|| {
			let value = Decisions::<Test>::take(DrawId(0)).expect("decided; qed");
			Decisions::<Test>::insert(DrawId(9), value);
		},
		"a draw before the first open one is not decided",
	);
}

#[test]
fn a_wrong_request_is_seen() {
	let change = |f: fn(&mut Request)| {
		Requests::<Test>::mutate(DrawId(0), |request| f(request.as_mut().expect("asked for; qed")));
	};
	said(|| change(|r| r.candidates = 0), "a draw has nobody to draw");
	said(|| change(|r| r.candidates = 4), "a draw has other candidates than it counts");
	said(|| change(|r| r.slot = 9.into()), "a draw was asked for in the future");
	said(|| change(|r| r.due = 4.into()), "a draw was decided early");
}

#[test]
fn a_wrong_decision_is_seen() {
	let change = |id: u32, f: fn(&mut Decision)| {
		Decisions::<Test>::mutate(DrawId(id), |d| f(d.as_mut().expect("decided; qed")));
	};
	said(|| change(0, |d| d.missed = 1), "missed slots of a draw do not add up");
	said(
		|| {
			blocks([4, 5]);
			change(1, |d| d.block = 1);
		},
		"draws were not decided in order",
	);
}
