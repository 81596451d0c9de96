use super::*;
use crate::{Attestation, Error};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;

const TEST: Obligation = Obligation::SecurityTest;
const EVIDENCE: H256 = H256::repeat_byte(7);

fn attest(who: u64, done: LegalDate, valid_until: Option<LegalDate>) -> DispatchResult {
	Compliance::attest(signed(who), TEST, EVIDENCE, done, valid_until)
}

fn due() -> LegalDate {
	Compliance::due(MemberId(0), TEST).expect("it binds the court; qed").due
}

#[test]
fn the_next_is_due_a_period_after_the_day_of_the_act() {
	chain(|| {
		assert_ok!(govern(TEST, Some(rule(100))));
		let done = today();
		MockLegalTime::advance_days(130);
		assert!(Compliance::is_overdue(MemberId(0), TEST));
		assert_ok!(attest(COURT, done.plus(90), None));
		let due_on = done.plus(190);
		assert_eq!(
			last_event(),
			Event::Attested {
				member: MemberId(0),
				by: COURT,
				obligation: TEST,
				evidence: EVIDENCE,
				done: done.plus(90),
				due: due_on,
			}
		);
		assert_eq!(due(), due_on);
		assert!(!Compliance::is_overdue(MemberId(0), TEST));
		assert!(Compliance::is_overdue(MemberId(2), TEST));
	});
}

#[test]
fn evidence_may_run_out_sooner_but_not_later() {
	chain(|| {
		assert_ok!(govern(TEST, Some(rule(100))));
		assert_ok!(attest(COURT, today(), Some(today().plus(40))));
		assert_eq!(due(), today().plus(40));
		assert_ok!(attest(GUARDIAN, today(), Some(today().plus(400))));
		assert_eq!(due(), today().plus(100));
	});
}

#[test]
fn a_change_of_the_rule_leaves_what_was_attested() {
	chain(|| {
		assert_ok!(govern(TEST, Some(rule(100))));
		assert_ok!(attest(COURT, today(), None));
		assert_ok!(govern(TEST, Some(rule(10))));
		assert_eq!(due(), today().plus(100));
	});
}

#[test]
fn what_was_attested_at_a_past_moment_is_told_later() {
	chain(|| {
		assert_ok!(govern(TEST, Some(rule(100))));
		let (before, done) = (now(), today());
		MockLegalTime::advance_days(1);
		assert_ok!(attest(COURT, done, None));
		let at = |at| Compliance::attested_at(MemberId(0), TEST, at);
		assert_eq!(at(before), None);
		let attestation = Attestation { evidence: EVIDENCE, done, due: done.plus(100) };
		assert_eq!(at(now()), Some(attestation));
	});
}

#[test]
fn bad_attestations_are_refused() {
	chain(|| {
		assert_noop!(attest(COURT, today(), None), Error::<Test>::NotFound);
		assert_ok!(govern(TEST, Some(rule(100))));
		let yesterday = LegalDate(today().0 - 1);
		assert_noop!(attest(COURT, today().plus(1), None), Error::<Test>::InTheFuture);
		assert_noop!(attest(COURT, today(), Some(yesterday)), Error::<Test>::PeriodOutOfBounds);
		assert_noop!(attest(CLERK, today(), None), Error::<Test>::NotAuthorized);
		assert_noop!(attest(77, today(), None), Error::<Test>::NotAuthorized);
		assert_noop!(
			Compliance::attest(RuntimeOrigin::none(), TEST, EVIDENCE, today(), None),
			DispatchError::BadOrigin
		);
		assert_ok!(attest(COURT, today(), None));
		assert_noop!(attest(COURT, yesterday, None), Error::<Test>::OutOfOrder);
	});
}
