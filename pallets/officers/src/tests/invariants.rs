//! For every invariant one state that breaks it.

use super::*;
use crate::{
	histories::{CarrierHistory, DelegationHistory, DeputationHistory, PostHistory},
	Carried, Deputies, NextDelegation, OfficerCount, Officers as Listed, PostCount, Posts,
};
use frame_support::assert_ok;
use shejiao_primitives::{duty::Acts, history::Entry, ids::DelegationId};
use shejiao_testing::MockMembers;
use sp_runtime::TryRuntimeError;

/// Break a sound state and expect `named`.
fn broken(break_it: impl FnOnce(), named: &'static str) {
	let told = externalities(Default::default()).broken_by(|| {
		members();
		System::set_block_number(1);
		assert_ok!(appoint(BUREAU, 20, Duties::CASEWORK));
		assert_ok!(appoint(BUREAU, 21, Duties::RECORDS));
		let (duty, until) = (Duties::CASEWORK, YEAR_END);
		assert_ok!(Officers::set_deputy(signed(BUREAU), 20, 21, duty, None, until));
		let acts = Acts::RECEPTION;
		assert_ok!(Officers::delegate(signed(BUREAU), OFFICE, acts, None, until, DOCUMENT));
		assert_ok!(Officers::do_try_state());
		break_it()
	});
	assert_eq!(told, TryRuntimeError::Other(named));
}

/// Replace the last post of officer 20.
fn change_post(f: impl FnOnce(&mut crate::Post)) {
	Posts::<Test>::mutate(20, 0, |entry| f(&mut entry.as_mut().expect("was appointed").value));
}

/// Replace the delegation to the office.
fn change_delegation(f: impl FnOnce(&mut crate::Delegation)) {
	let mut all = DelegationHistory::<Test>::current(&OFFICE).expect("was delegated");
	f(&mut all[0]);
	assert_ok!(DelegationHistory::<Test>::push(&OFFICE, START, all));
}

/// Replace the deputation of officer 21.
fn change_deputation(f: impl FnOnce(&mut crate::Deputation<u64>)) {
	let mut all = Officers::open_deputations(&21, START);
	f(&mut all[0]);
	assert_ok!(DeputationHistory::<Test>::push(&21, START, all));
}

#[test]
fn a_hole_in_a_history_is_seen() {
	broken(|| Posts::<Test>::remove(20, 0), "history: an entry below the counter is missing");
	let post = Entry {
		since: 0,
		value: crate::Delegation {
			id: DelegationId(0),
			member: BUREAU_ID,
			acts: Acts::RECEPTION,
			from: 0,
			until: 1,
			document: DOCUMENT,
		},
	};
	let entry = Entry {
		since: post.since,
		value: vec![post.value].try_into().expect("one is within the bound"),
	};
	broken(
		|| crate::Delegations::<Test>::insert(OFFICE, 1, entry),
		"history: there is an entry above the counter",
	);
	broken(
		|| crate::DeputationCount::<Test>::insert(21, 5),
		"history: an entry below the counter is missing",
	);
	broken(
		|| crate::CarrierCount::<Test>::insert((BUREAU_ID, 20), 2),
		"caseloads: a caseload is carried by another than its history says",
	);
	broken(
		|| crate::Carriers::<Test>::insert((BUREAU_ID, 20), 1, Entry { since: 0, value: 20 }),
		"history: there is an entry above the counter",
	);
}

#[test]
fn an_officer_without_the_role_is_seen() {
	broken(
		|| {
			let post = PostHistory::<Test>::current(&20).expect("was appointed");
			assert_ok!(PostHistory::<Test>::push(&50, START, post));
		},
		"officers: the account has not the role of an officer",
	);
}

#[test]
fn an_account_counted_without_a_post_is_seen() {
	broken(
		|| {
			assert_ok!(<MockMembers as shejiao_primitives::account::AccountRegistry<u64>>::admit(
				&50,
				shejiao_primitives::account::AccountRole::Officer,
			));
			PostCount::<Test>::insert(50, 0);
		},
		"officers: an account is counted without a post",
	);
}

#[test]
fn an_unknown_appointment_is_seen() {
	broken(
		|| change_post(|post| post.appointment = 9),
		"officers: a post is of an appointment that is not in the history",
	);
}

#[test]
fn duties_that_do_not_exist_are_seen() {
	broken(
		|| change_post(|post| post.duties = Duties(1 << 20)),
		"officers: a post has no duty, or one that does not exist",
	);
}

#[test]
fn an_auxiliary_that_enforces_is_seen() {
	broken(
		|| {
			change_post(|post| {
				post.category = Category::Auxiliary;
				post.duties = Duties::ENFORCEMENT;
			})
		},
		"officers: a post has duties that its category forbids",
	);
}

#[test]
fn an_unlisted_officer_is_seen() {
	broken(
		|| Listed::<Test>::remove(BUREAU_ID, 20),
		"officers: an officer is missing in the list of its member",
	);
}

#[test]
fn an_officer_without_a_caseload_is_seen() {
	broken(
		|| crate::CarrierCount::<Test>::remove((BUREAU_ID, 20)),
		"officers: an officer has no caseload of its own",
	);
}

#[test]
fn an_officer_listed_by_another_member_is_seen() {
	broken(
		|| Listed::<Test>::insert(COURT_ID, 20, ()),
		"officers: an account is listed by a member that it is no officer of",
	);
}

#[test]
fn too_many_officers_are_seen() {
	broken(
		|| {
			let post = PostHistory::<Test>::current(&20).expect("was appointed");
			for account in 50..61 {
				Listed::<Test>::insert(BUREAU_ID, account, ());
				let ended = crate::Post { valid_until: START, ..post };
				assert_ok!(PostHistory::<Test>::push(&account, START, ended));
				assert_ok!(
					<MockMembers as shejiao_primitives::account::AccountRegistry<u64>>::admit(
						&account,
						shejiao_primitives::account::AccountRole::Officer,
					)
				);
				let desk = (BUREAU_ID, account);
				assert_ok!(CarrierHistory::<Test>::push(&desk, START, account));
			}
		},
		"officers: a member has more officers than it may",
	);
}

#[test]
fn a_wrong_count_of_officers_is_seen() {
	let wrong = "officers: the count of a member's officers is wrong";
	broken(|| OfficerCount::<Test>::insert(BUREAU_ID, 3), wrong);
	broken(|| OfficerCount::<Test>::insert(COURT_ID, 0), wrong);
}

#[test]
fn a_deputy_of_itself_is_seen() {
	broken(|| change_deputation(|d| d.principal = 21), "deputies: an officer is deputy of itself");
}

#[test]
fn an_empty_deputation_is_seen() {
	let empty = "deputies: a deputation is empty";
	broken(|| change_deputation(|d| d.from = d.until), empty);
	broken(|| change_deputation(|d| d.duties = Duties::NONE), empty);
}

#[test]
fn a_deputy_unknown_to_its_principal_is_seen() {
	broken(
		|| Deputies::<Test>::remove(20),
		"deputies: a deputy is missing in the list of its principal",
	);
}

#[test]
fn a_caseload_with_a_wrong_carrier_is_seen() {
	broken(
		|| {
			assert_ok!(CarrierHistory::<Test>::push(&(BUREAU_ID, 20), START, 21));
		},
		"caseloads: a caseload is carried by another than its history says",
	);
}

#[test]
fn a_caseload_carried_twice_is_seen() {
	broken(
		|| {
			Carried::<Test>::mutate((BUREAU_ID, 20), |carried| {
				carried.try_push(20).expect("two are within the bound")
			})
		},
		"caseloads: a caseload is carried twice",
	);
}

#[test]
fn a_caseload_carried_by_nobody_is_seen() {
	broken(
		|| Carried::<Test>::remove((BUREAU_ID, 20)),
		"caseloads: a caseload is carried by nobody",
	);
}

#[test]
fn a_delegation_of_what_must_not_be_is_seen() {
	let forbidden = "delegations: an act is delegated that must not be";
	broken(|| change_delegation(|d| d.acts = Acts::PROPOSALS), forbidden);
	broken(|| change_delegation(|d| d.acts = Acts(0)), forbidden);
}

#[test]
fn an_empty_delegation_is_seen() {
	broken(|| change_delegation(|d| d.until = d.from), "delegations: a delegation is empty");
}

#[test]
fn a_number_given_twice_or_too_early_is_seen() {
	let wrong = "delegations: a number is given twice or too early";
	broken(|| NextDelegation::<Test>::put(DelegationId(0)), wrong);
	broken(
		|| {
			let all = DelegationHistory::<Test>::current(&OFFICE).expect("was delegated");
			assert_ok!(DelegationHistory::<Test>::push(&SECOND_OFFICE, START, all));
		},
		wrong,
	);
}
