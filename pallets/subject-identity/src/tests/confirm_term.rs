//! `confirm_term`.

use super::*;
use crate::{Agenda, AgendaDay};
use frame_support::{assert_noop, assert_ok};
use shejiao_primitives::record::RecordStatus;

fn confirm(id: CaseId, by: u64, version: u32) -> DispatchResult {
	SubjectIdentity::confirm_term(signed(by), id, version)
}

#[test]
fn a_confirmed_term_holds_with_its_clocks_and_its_place_in_the_agenda() {
	run(|| {
		let id = received();
		let last_day = today().plus(100);
		assert_ok!(compute(id, OFFICER, last_day));
		assert_ok!(confirm(id, HEAD, 0));
		assert_eq!(case(id).term.map(|term| term.last_day), Some(last_day));
		assert_eq!(
			clocks(id)[2..],
			[
				(30, BUREAU, start_of(last_day)),
				(31, BUREAU, end_of(last_day)),
				(131, BUREAU, end_of(last_day))
			]
		);
		assert!(Agenda::<Test>::contains_key(last_day, id));
		assert_eq!(AgendaDay::<Test>::get(), Some(last_day));
		assert_event(Event::TermConfirmed {
			case: id,
			version: 0,
			last_day,
			certificate_void: false,
			by: HEAD,
		});
	});
}

#[test]
fn nobody_confirms_what_they_computed() {
	run(|| {
		let id = received();
		assert_ok!(compute(id, BOTH, today().plus(9)));
		assert_noop!(confirm(id, BOTH, 0), Error::SameOfficer);
		assert_ok!(confirm(id, DEPUTY, 0));
	});
}

#[test]
fn who_approves_in_the_agency_itself_confirms() {
	run(|| {
		for by in OFFICERS.into_iter().chain([NOBODY]) {
			let id = received();
			assert_ok!(compute(id, SOCIAL_WORKER, today().plus(9)));
			match by {
				HEAD | DEPUTY | BOTH => {
					assert_ok!(confirm(id, by, 0));
				},
				_ => {
					assert_noop!(confirm(id, by, 0), Error::NotAuthorized);
				},
			}
		}
	});
}

#[test]
fn only_the_last_version_is_confirmed_and_once() {
	run(|| {
		let id = received();
		assert_noop!(confirm(id, HEAD, 0), Error::NothingToConfirm);
		assert_ok!(compute(id, OFFICER, today().plus(9)));
		assert_ok!(compute(id, OFFICER, today().plus(8)));
		assert_noop!(confirm(id, HEAD, 0), Error::NothingToConfirm);
		assert_noop!(confirm(id, HEAD, 2), Error::NothingToConfirm);
		assert_ok!(confirm(id, HEAD, 1));
		assert_noop!(confirm(id, HEAD, 1), Error::NothingToConfirm);
	});
}

#[test]
fn a_decision_that_was_superseded_meanwhile_confirms_nothing() {
	run(|| {
		let id = received();
		assert_ok!(compute(id, OFFICER, today().plus(9)));
		let term = crate::Terms::<Test>::get(id, 0).expect("it was computed");
		let evidence = term.computed.evidence.expect("the decision");
		MockRecords::set_status(evidence, RecordStatus::Superseded);
		assert_noop!(confirm(id, HEAD, 0), Error::NotEvidence);
	});
}

#[test]
fn a_recalculated_term_moves_clocks_and_end() {
	run(|| {
		let id = with_term(100);
		let first = today().plus(100);
		assert_ok!(compute(id, OFFICER, today().plus(40)));
		assert_ok!(confirm(id, HEAD, 1));
		let last_day = today().plus(40);
		assert!(!Agenda::<Test>::contains_key(first, id));
		assert!(Agenda::<Test>::contains_key(last_day, id));
		let due: Vec<_> = clocks(id)[2..].iter().map(|clock| clock.2).collect();
		assert_eq!(due, [start_of(last_day), end_of(last_day), end_of(last_day)]);
		pass(40);
		assert_eq!(stage(id), Stage::Open);
		pass(1);
		assert_eq!(stage(id), Stage::Ended);
	});
}

#[test]
fn a_term_that_is_over_when_it_is_confirmed_ends_in_the_next_block() {
	run(|| {
		let id = received();
		assert_ok!(compute(id, OFFICER, ago(400)));
		assert_ok!(confirm(id, HEAD, 0));
		assert_eq!(stage(id), Stage::Open);
		poll();
		assert_eq!(stage(id), Stage::Ended);
	});
}

#[test]
fn a_later_last_day_voids_the_certificate() {
	run(|| {
		let id = with_term(1);
		pass(1);
		assert_ok!(certify(id, OFFICER));
		assert_ok!(compute(id, OFFICER, today().plus(30)));
		assert_ok!(confirm(id, HEAD, 1));
		assert_eq!(case(id).certificate, None);
		assert_event(Event::TermConfirmed {
			case: id,
			version: 1,
			last_day: today().plus(30),
			certificate_void: true,
			by: HEAD,
		});
		assert_eq!(clocks(id).iter().filter(|clock| clock.0 % 100 == 31).count(), 2);
	});
}

/// A suspended sentence runs from the day on which the judgment is final (L39).
#[test]
fn a_term_holds_before_the_reception_and_goes_on_after_it() {
	run(|| {
		let id = awaiting();
		let last_day = today().plus(9);
		assert_ok!(compute(id, OFFICER, last_day));
		assert_ok!(confirm(id, HEAD, 0));
		assert!(Agenda::<Test>::contains_key(last_day, id));
		pass(2);
		assert_ok!(receive(id, OFFICER));
		assert!(Agenda::<Test>::contains_key(last_day, id));
		assert_eq!(case(id).scheduled, Some(last_day));
		let running: Vec<_> = clocks(id).iter().map(|clock| clock.0).collect();
		assert_eq!(running, [4, 5, 30, 31, 131]);
		pass(8);
		assert_eq!(stage(id), Stage::Ended);
	});
}

#[test]
fn notices_that_were_sent_stand_where_the_last_day_is_not_later() {
	use shejiao_primitives::{
		clock::{kinds, Deadlines},
		subject::Subject,
	};
	run(|| {
		let id = with_term(1);
		pass(1);
		let (subject, now) = (Subject::Case(id), MockLegalTime::now());
		assert_ok!(shejiao_testing::MockDeadlines::complete(kinds::END_NOTICES, subject, now));
		let running = |kind: u16| clocks(id).iter().any(|clock| clock.0 == kind);
		assert_ok!(compute(id, OFFICER, ago(1)));
		assert_ok!(confirm(id, HEAD, 1));
		assert!(running(31) && !running(131));
		assert_ok!(compute(id, OFFICER, today().plus(9)));
		assert_ok!(confirm(id, HEAD, 2));
		assert!(running(31) && running(131));
	});
}
