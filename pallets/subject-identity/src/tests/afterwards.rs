//! What was decided before the last day was over, and is entered after the end by rule.

use super::*;
use crate::{StageHistory, StepKind};
use frame_support::{assert_noop, assert_ok};
use shejiao_primitives::{case::CaseView, oversight::Rule};
use shejiao_testing::{take_heard, MockAlerting};

/// A case that ended by rule and has gone on to a stage since.
pub(crate) fn by_rule(to: Stage) -> CaseId {
	let id = ended_by_rule();
	if to >= Stage::AfterCare {
		assert_ok!(advance(id, OFFICER, Step::BeginAfterCare, today()));
	}
	if to == Stage::Archived {
		assert_ok!(certify(id, OFFICER));
		assert_ok!(advance(id, HEAD, Step::Archive, today()));
	}
	assert_eq!(stage(id), to);
	id
}

const OVER: [Stage; 3] = [Stage::Ended, Stage::AfterCare, Stage::Archived];

fn last_day(id: CaseId) -> LegalDate {
	case(id).term.expect("it had one").last_day
}

fn missing() -> usize {
	MockAlerting::open().iter().filter(|alert| alert.0 == Rule::CertificateMissing).count()
}

#[test]
fn the_day_of_the_end_is_that_of_the_decision() {
	for to in OVER {
		run(|| {
			let id = by_rule(to);
			let end = || <SubjectIdentity as CaseView<u64>>::end_day(id);
			assert_eq!(end(), Some(last_day(id)));
			let day = LegalDate(last_day(id).0 - 1);
			assert_ok!(advance(id, JUDGE, END, day));
			assert_eq!(end(), Some(day));
		});
	}
}

#[test]
fn an_earlier_decision_takes_the_place_of_the_end_wherever_the_case_is() {
	for to in OVER {
		run(|| {
			let id = by_rule(to);
			let certified = case(id).certificate.is_some();
			assert_eq!(missing(), usize::from(!certified));
			assert_noop!(advance(id, JUDGE, END, last_day(id).plus(1)), Error::TermOver);
			assert_noop!(advance(id, JUDGE, END, ago(9)), Error::ActTooEarly);
			take_heard();
			assert_ok!(advance(id, JUDGE, END, last_day(id)));
			assert_eq!(stage(id), to);
			assert_eq!((case(id).scheduled, take_heard()), (None, vec![]));
			let running: Vec<_> = clocks(id).iter().map(|clock| clock.0).collect();
			let expected: &[u16] = if to == Stage::Archived { &[] } else { &[4, 5] };
			assert_eq!(running, expected);
			let seen = SubjectIdentity::view_transitions(id, 0, 9);
			let last = seen.last().expect("the end").clone();
			assert_eq!((last.transition.step, last.transition.to), (StepKind::End, to));
			assert!(last.late_entry);
			// No second time: it has been ended by decision.
			assert_noop!(advance(id, JUDGE, END, last_day(id)), Error::WrongStage);
			assert_eq!((case(id).certificate, missing()), (None, 0));
			if to < Stage::Archived {
				assert_noop!(certify(id, OFFICER), Error::WrongStage);
				assert_ok!(advance(id, HEAD, Step::Archive, today()));
			}
		});
	}
}

#[test]
fn a_certificate_of_an_end_that_was_none_is_void_and_that_is_told() {
	run(|| {
		let id = ended_by_rule();
		assert_ok!(certify(id, OFFICER));
		assert_ok!(advance(id, HEAD, END, last_day(id)));
		assert_eq!(case(id).certificate, None);
		assert_event(Event::CertificateVoid { case: id, by: HEAD });
		// On the last day itself, before the end.
		let id = with_term(1);
		pass(1);
		assert_ok!(certify(id, OFFICER));
		assert_ok!(advance(id, JUDGE, END, today()));
		assert_event(Event::CertificateVoid { case: id, by: JUDGE });
		let events = System::events().len();
		let id = received();
		assert_ok!(advance(id, JUDGE, END, today()));
		let void = |event: &frame_system::EventRecord<crate::mock::RuntimeEvent, _>| {
			matches!(
				event.event,
				crate::mock::RuntimeEvent::SubjectIdentity(Event::CertificateVoid { .. })
			)
		};
		assert!(!System::events()[events..].iter().any(void));
	});
}

#[test]
fn an_end_held_in_time_is_entered_after_the_end_by_rule() {
	for to in OVER {
		run(|| {
			let id = by_rule(to);
			let certificate = case(id).certificate;
			let last = last_day(id);
			assert_noop!(hold(id, HEAD, last.plus(1)), Error::TermOver);
			assert_noop!(hold(id, OFFICER, last), Error::NotAuthorized);
			take_heard();
			assert_ok!(hold(id, HEAD, last));
			// It makes nobody supervised again; nothing is due while it lasts.
			assert_eq!((stage(id), take_heard()), (to, vec![]));
			assert_eq!((case(id).scheduled, missing()), (None, 0));
			assert_eq!(case(id).certificate, certificate);
			assert!(clocks(id).iter().all(|clock| clock.0 % 100 != 31));
			if to < Stage::Archived {
				assert_noop!(certify(id, OFFICER), Error::EndHeld);
				assert_noop!(advance(id, HEAD, Step::Archive, today()), Error::IntervalOpen);
			}
			// What was pending is decided on a later day.
			assert_ok!(advance(id, JUDGE, END, today()));
			assert_ok!(close(id, HEAD, 0));
			assert_eq!((stage(id), case(id).certificate), (to, None));
			assert!(clocks(id).iter().all(|clock| clock.0 % 100 != 31));
		});
	}
}

#[test]
fn a_late_hold_that_is_lifted_leaves_the_end_by_rule_to_be_certified() {
	for to in OVER {
		run(|| {
			let id = by_rule(to);
			let length = StageHistory::<Test>::len(&id);
			assert_ok!(hold(id, HEAD, last_day(id)));
			pass(3);
			assert_ok!(close(id, HEAD, 0));
			assert_eq!(StageHistory::<Test>::len(&id), length, "nothing ends twice");
			let due: Vec<_> = clocks(id).into_iter().filter(|c| c.0 % 100 == 31).collect();
			let until = end_of(today());
			if to == Stage::Archived {
				assert_eq!(due, []);
			} else {
				assert_eq!(due, [(31, BUREAU, until), (131, BUREAU, until)]);
				assert_ok!(certify(id, OFFICER));
				assert_ok!(advance(id, HEAD, Step::Archive, today()));
			}
			assert_noop!(advance(id, JUDGE, END, today()), Error::TermOver);
		});
	}
}

#[test]
fn nothing_is_held_where_a_decision_has_ended_the_case_or_no_term_runs() {
	run(|| {
		for stage in OVER {
			let id = at(stage);
			assert_noop!(hold(id, HEAD, today()), Error::WrongStage);
		}
		let returned = awaiting();
		assert_ok!(advance(returned, JUDGE, RETURN, today()));
		assert_noop!(hold(returned, HEAD, today()), Error::WrongStage);
		let without = awaiting();
		assert_noop!(hold(without, HEAD, today()), Error::TermMissing);
		let assessed = commissioned();
		assert_noop!(hold(assessed, HEAD, today()), Error::WrongStage);
	});
}

/// The decision itself may be revoked before anybody was received; entered late, that is an end too.
#[test]
fn a_case_that_was_never_received_is_ended_afterwards_too() {
	run(|| {
		let id = awaiting();
		assert_ok!(compute(id, OFFICER, today().plus(1)));
		assert_ok!(SubjectIdentity::confirm_term(signed(HEAD), id, 0));
		pass(3);
		assert_eq!(stage(id), Stage::Ended);
		assert_noop!(advance(id, JUDGE, RETURN, ago(2)), Error::WrongStage);
		assert_ok!(advance(id, JUDGE, END, ago(2)));
		assert_eq!(missing(), 0);
	});
}
