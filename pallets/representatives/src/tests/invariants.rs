//! For every invariant one state that breaks it.

use super::*;
use sp_runtime::TryRuntimeError;

/// The person and a lawyer are represented; a guardian was, and has acknowledged a record.
fn broken(break_it: impl FnOnce(CaseId), named: &'static str) {
	let told = ext().broken_by(|| {
		people();
		let case = open_case();
		for account in [GUARDIAN, LAWYER, PERSON] {
			assert_ok!(appoint(OFFICER, case, account));
		}
		MockLegalTime::advance(10);
		assert_ok!(Representing::acknowledge(signed(GUARDIAN), case, RecordId(0)));
		assert_ok!(Representing::resign(signed(GUARDIAN), Reason::OwnWish));
		assert_ok!(Representing::do_try_state());
		break_it(case)
	});
	assert_eq!(told, TryRuntimeError::Other(named));
}

fn change_grant(f: impl FnOnce(&mut Entry<Option<Grant>>)) {
	Grants::<Test>::mutate(PERSON, 0, |entry| f(entry.as_mut().expect("was appointed; qed")));
}

#[test]
fn wrong_mandates_are_seen() {
	let mandate = |case| Mandate { case, stands: true };
	broken(
		|case| Mandates::<Test>::insert(NOBODY, mandate(case)),
		"mandates: the account has not the role of a representative",
	);
	broken(
		|_| Mandates::<Test>::insert(PERSON, mandate(CaseId([9; 16]))),
		"mandates: the case does not exist",
	);
	broken(
		|case| {
			assert_ok!(MockMembers::admit(&NOBODY, AccountRole::Representative));
			Mandates::<Test>::insert(NOBODY, mandate(case));
		},
		"mandates: a representative was given nothing",
	);
	broken(
		|_| Mandates::<Test>::remove(PERSON),
		"mandates: an account without a mandate was given something",
	);
}

#[test]
fn wrong_lists_are_seen() {
	broken(
		|_| OfCase::<Test>::insert(open_case(), BoundedVec::default()),
		"lists: an empty list is kept",
	);
	broken(
		|case| MockCases::update(case, |facts| facts.stage = Stage::Archived),
		"lists: a case that is not live is represented",
	);
	let push = |case, account| {
		OfCase::<Test>::mutate(case, |all| all.try_push(account).expect("room; qed"));
	};
	let other = "lists: an account is listed at another case than its own";
	broken(|_| push(open_case(), PERSON), other);
	broken(|case| push(case, NOBODY), other);
	broken(|case| push(case, PERSON), "lists: an account is listed twice");
	let differ = "lists: a list and the histories differ on who has ended";
	broken(|case| push(case, GUARDIAN), differ);
	broken(OfCase::<Test>::remove, differ);
}

#[test]
fn wrong_grants_are_seen() {
	broken(
		|_| Grants::<Test>::remove(GUARDIAN, 0),
		"history: an entry below the counter is missing",
	);
	broken(
		|_| Grants::<Test>::insert(PERSON, 1, Entry { since: 0, value: None }),
		"history: there is an entry above the counter",
	);
	broken(|_| change_grant(|entry| entry.since = u64::MAX), "grants: an entry is of the future");
	let wrong = "grants: a grant lasted no time, or has no seal";
	for change in [
		|grant: &mut Grant| grant.until = 0,
		|grant: &mut Grant| {
			grant.sealed = H256::zero();
		},
	] {
		broken(
			|_| change_grant(|entry| change(entry.value.as_mut().expect("appointed; qed"))),
			wrong,
		);
	}
	let back = "grants: a representation came back after its end";
	broken(
		|case| {
			let again = Some(grant(PERSON));
			assert_ok!(GrantHistory::<Test>::push(&GUARDIAN, MockLegalTime::now(), again));
			OfCase::<Test>::mutate(case, |all| all.try_push(GUARDIAN).expect("room; qed"));
		},
		back,
	);
	broken(
		|_| {
			let grant = grant(PERSON);
			MockLegalTime::set(grant.until);
			let later = Grant { until: grant.until + 1, ..grant };
			assert_ok!(GrantHistory::<Test>::push(&PERSON, grant.until, Some(later)));
		},
		back,
	);
}

#[test]
fn wrong_acknowledgements_are_seen() {
	broken(
		|_| Acknowledged::<Test>::insert(RecordId(0), PERSON, u64::MAX),
		"acknowledgements: one is of the future",
	);
	let nobody = "acknowledgements: one is not by a representative of the case";
	let now = MockLegalTime::now;
	broken(|_| Acknowledged::<Test>::insert(RecordId(99), PERSON, now()), nobody);
	broken(|_| Acknowledged::<Test>::insert(RecordId(0), NOBODY, now()), nobody);
	broken(|_| Acknowledged::<Test>::insert(RecordId(0), PERSON, 5), nobody);
	broken(|_| Acknowledged::<Test>::insert(record_of(open_case()), PERSON, now()), nobody);
	broken(
		|_| {
			MockLegalTime::advance(1);
			Acknowledged::<Test>::insert(RecordId(0), GUARDIAN, now());
		},
		nobody,
	);
}
