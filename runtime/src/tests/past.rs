//! What could be told about a past moment then is told the same later.
//!
//! While a case is played, every question about a moment is asked about the moment of each block, as
//! soon as it is over; and all of them are asked again later.

use super::{case::*, *};
use crate::*;
use codec::Encode;
use shejiao_primitives::{
	case::{CaseId, CaseView},
	directory::{Directory, Members},
	duty::{Acts, Duties},
	ids::{AreaCode, UnitId},
	reason::Reason,
	record::{ClassId, RecordId},
	regime::{ModuleId, Regime},
	time::{LegalTime as _, Moment},
};
use std::{cell::RefCell, collections::BTreeMap};

/// Answers to questions about a moment, each under its question.
type Answers = BTreeMap<String, Vec<u8>>;

thread_local! {
	static TOLD: RefCell<BTreeMap<Moment, Answers>> = const { RefCell::new(BTreeMap::new()) };
}

/// Accounts that have something in the play, or never have.
const ACCOUNTS: [&str; 9] =
	[JUDGE, OFFICER, HEAD, EAST, SOCIAL_WORKER, PROCURATOR, POLICEMAN, LAWYER, "newcomer"];

const CITY: &str = "city-justice//officer";

/// Everything that can be asked about `at`, of cases and records that there are by now.
fn ask(at: Moment) -> Answers {
	let mut answers = Answers::new();
	let mut note = |question: String, answer: Vec<u8>| {
		assert_eq!(answers.insert(question, answer), None, "asked once");
	};
	let members: Vec<_> = COUNCIL.into_iter().map(member).collect();
	let cases: Vec<CaseId> = pallet_subject_identity::Cases::<Runtime>::iter_keys().collect();
	for case in &cases {
		note(format!("stage of {case:?}"), SubjectIdentity::stage_at(*case, at).encode());
		for member in &members {
			let roles = SubjectIdentity::roles_at(*case, *member, at);
			note(format!("roles of {member:?} on {case:?}"), roles.encode());
		}
		note(format!("what goes on for {case:?}"), IdentityTags::kept_at(*case, at).encode());
		for other in &cases {
			let same = IdentityTags::same_at(*case, *other, at);
			note(format!("whether {case:?} and {other:?} are one"), same.encode());
		}
	}
	for record in (0..pallet_records::NextRecord::<Runtime>::get().0).map(RecordId) {
		note(format!("status of {record:?}"), Records::status_at(record, at).encode());
	}
	for class in (0..20).map(ClassId) {
		note(format!("rule of {class:?}"), Records::class_at(class, at).encode());
	}
	note("kinds of clocks".into(), StatutoryClocks::kinds(Some(at)).encode());
	for name in ACCOUNTS {
		let account = account(name);
		note(format!("office of {name}"), Officers::officer_at(&account, at).encode());
		note(format!("post of {name}"), Officers::post_at(&account, at).encode());
		note(
			format!("case of {name}"),
			(
				Representatives::case_at(&account, at),
				Representatives::represented_at(account.clone(), at),
			)
				.encode(),
		);
		for member in &members {
			let had = [Duties::CASEWORK, Duties::APPROVAL, Duties::DECISION, Duties::SUPERVISION]
				.map(|duty| Officers::had_duty(&account, *member, duty, at));
			note(format!("duties of {name} in {member:?}"), had.encode());
			let who = Officers::responsible(*member, &account, at);
			note(format!("who answers for {name} of {member:?}"), who.encode());
		}
	}
	for unit in (0..8).map(UnitId) {
		note(format!("owner of {unit:?}"), Consortium::unit_owner_at(unit, at).encode());
		note(format!("delegations to {unit:?}"), Officers::delegations_at(unit, at).encode());
		let delegated = members
			.iter()
			.map(|member| Officers::delegated(*member, unit, Acts::RECEPTION, at))
			.collect::<Vec<_>>();
		note(format!("whether reception is delegated to {unit:?}"), delegated.encode());
	}
	for member in &members {
		note(format!("standing of {member:?}"), Consortium::standing_at(*member, at).encode());
		for obligation in pallet_compliance::Obligation::ALL {
			let attested = Compliance::attested_at(*member, obligation, at);
			note(format!("what {member:?} attested of {obligation:?}"), attested.encode());
		}
	}
	for module in ModuleId::ALL {
		let mode = Compliance::mode_at(module, AreaCode(440_604), at);
		note(format!("mode of {module:?}"), mode.encode());
	}
	answers
}

/// Ask about the moment of the block.
fn remember() {
	let now = LegalTime::now();
	TOLD.with_borrow_mut(|told| told.insert(now, ask(now)));
}

/// Everything told so far is told the same now. Gives how many answers were compared.
#[track_caller]
fn is_told_the_same() -> usize {
	TOLD.with_borrow(|told| {
		let mut compared = 0;
		for (moment, then) in told {
			let now = ask(*moment);
			for (question, answer) in then {
				assert_eq!(now.get(question), Some(answer), "{question} at {moment}");
				compared += 1;
			}
			// Nor does a thing reach back before it was.
			for (question, answer) in now {
				let says_nothing = answer.iter().all(|byte| *byte == 0)
					|| question.starts_with("what goes on for")
					|| question.starts_with("whether");
				assert!(then.contains_key(&question) || says_nothing, "{question} at {moment}");
			}
		}
		compared
	})
}

/// What a case does not touch: officers, delegations, classes, kinds, modes.
fn change_the_rest() {
	let unit = pallet_consortium::UnitsOf::<Runtime>::iter_key_prefix(member("county-justice"))
		.min()
		.expect("has two; qed");
	done(
		HEAD,
		pallet_officers::Call::appoint {
			member: None,
			account: account("newcomer"),
			unit: Some(unit),
			duties: Duties::CASEWORK,
			category: shejiao_primitives::duty::Category::Auxiliary,
			valid_from: None,
			valid_until: LegalTime::now() + 20 * DAY,
		},
	);
	let (class, rule) = (ClassId(6), Records::class(ClassId(6)).expect("there; qed"));
	let hidden = pallet_records::Class { hidden_from_person: true, ..rule };
	let set = pallet_records::Call::set_class { class, rule: Box::new(hidden) };
	assert_eq!(council(set, &COUNCIL), Ok(()));
	let kind = shejiao_primitives::clock::KindId(1_004);
	let rule = StatutoryClocks::kinds(None).into_iter().find(|info| info.id == kind);
	let mut rule = rule.expect("there; qed").rule;
	rule.lead += 1;
	let effective = today().plus(1);
	let set = pallet_statutory_clocks::Call::set_kind { kind, rule, effective };
	assert_eq!(council(set, &COUNCIL), Ok(()));
	pass_days(2);
	let (account, reason) = (account("newcomer"), Reason::Transfer);
	done(HEAD, pallet_officers::Call::dismiss { account, reason });
}

#[test]
fn what_was_told_of_a_moment_then_is_told_the_same_later() {
	network(|| {
		watch_blocks(remember);
		let mine = sheets();
		let (case, _) = decided(&mine);
		is_told_the_same();
		received(case, &mine);
		represented(case, &mine);
		change_the_rest();
		is_told_the_same();

		let (roles, basis) = (shejiao_primitives::case::PartyRoles::COPIED, commit(&mine.paper));
		let copied = member("city-justice");
		done(HEAD, pallet_subject_identity::Call::add_party { case, member: copied, roles, basis });
		// A record is disputed, refuted, and what rests on it is told.
		let letter = record(OFFICER, case, ClassId(12), &mine.paper);
		let reasons = record(PROCURATOR, case, ClassId(11), &mine.paper);
		done(PROCURATOR, pallet_records::Call::dispute { record: letter, reasons });
		is_told_the_same();
		let review = record(CITY, case, ClassId(11), &mine.paper);
		let settlement = pallet_records::Settlement::Refuted;
		let settle =
			pallet_records::Call::settle { record: letter, settlement, evidence: Some(review) };
		done(CITY, settle);
		done(
			HEAD,
			pallet_subject_identity::Call::remove_party {
				case,
				member: member("county-police"),
				roles: shejiao_primitives::case::PartyRoles::POLICE,
				basis: commit(&mine.paper),
			},
		);
		done(
			OFFICER,
			pallet_representatives::Call::revoke {
				case,
				account: account(LAWYER),
				reason: Reason::ConflictOfInterest,
			},
		);
		is_told_the_same();

		// Another case goes its whole way, and many days pass.
		play(&Sheets { lawyer: "lawyer//of-another-case", ..sheets() });
		let compared = is_told_the_same();
		assert!(compared > 10_000, "{compared} answers");
	});
}

#[test]
fn an_answer_that_changes_is_found() {
	network(|| {
		watch_blocks(remember);
		let mine = sheets();
		let (case, _) = decided(&mine);
		is_told_the_same();
		// The second entry of the history moves back to the first.
		pallet_subject_identity::TransitionEntries::<Runtime>::mutate(case, 1, |entry| {
			entry.as_mut().expect("decided; qed").since -= 2 * DAY;
		});
		let outcome = std::panic::catch_unwind(is_told_the_same);
		assert!(outcome.is_err());
		pallet_subject_identity::TransitionEntries::<Runtime>::mutate(case, 1, |entry| {
			entry.as_mut().expect("decided; qed").since += 2 * DAY;
		});
		is_told_the_same();
	});
}
