use super::{
	acts::{Act, SECOND},
	*,
};
use shejiao_primitives::{case::CaseId, member::Standing};

const ACT: Act = Act::of(5);

/// The guardian's case.
fn case() -> CaseId {
	use shejiao_primitives::case::Representatives;
	MockCases::case_of(&GUARDIAN).expect("the guardian has one; qed")
}

#[test]
fn a_representative_acknowledges_at_the_expense_of_the_agency_that_executes() {
	network(|| {
		let call = acknowledge(ACT);
		assert_passes(GUARDIAN, call.clone());
		assert_eq!(Gate::quota(COURT_ID).used, 5 * SECOND + overhead(GUARDIAN, &call));
		assert_eq!(Gate::reserve(&GUARDIAN).used, 0);
		assert_eq!(Gate::refusal(&GUARDIAN, None), None);

		MockCases::update(case(), |facts| facts.executing = CHARITY_ID);
		assert_passes(GUARDIAN, call.clone());
		assert_eq!(Gate::quota(CHARITY_ID).used, 5 * SECOND + overhead(GUARDIAN, &call));
	});
}

#[test]
fn an_officer_that_acknowledges_draws_on_its_own_reserve() {
	network(|| {
		assert_passes(JUDGE, acknowledge(ACT));
		assert_eq!(Gate::quota(COURT_ID).used, 0);
		assert!(Gate::reserve(&JUDGE).used > 5 * SECOND);
	});
}

#[test]
fn nothing_else_is_open_to_a_representative() {
	network(|| {
		let act = Act::of(1);
		let wrapped = batch(vec![acknowledge(act)]);
		for call in [report(act), share(act), vote(act), keys(act), wrapped] {
			assert_refused(GUARDIAN, call, Refusal::CallNotOpen);
		}
		assert_refused(GUARDIAN, jointly(JUDGE, share(act)), Refusal::CallNotOpen);
	});
}

#[test]
fn a_representative_takes_no_more_than_the_quota_has() {
	network(|| {
		assert_passes(JUDGE, share(Act::of(96)));
		assert_refused(GUARDIAN, acknowledge(ACT), Refusal::QuotaExceeded);
		assert_passes(GUARDIAN, acknowledge(Act::of(1)));
	});
}

#[test]
fn who_represents_nobody_any_more_is_refused() {
	network(|| {
		const LAWYER: u64 = 9;
		System::inc_providers(&LAWYER);
		MockMembers::admit(&LAWYER, AccountRole::Representative).expect("it has no other role");
		assert_refused(LAWYER, acknowledge(ACT), Refusal::KeyRetired);
		MockCases::represent(&LAWYER, case());
		assert_passes(LAWYER, acknowledge(ACT));
	});
}

#[test]
fn to_represent_somebody_admits_nobody() {
	network(|| {
		MockCases::represent(&STRANGER, case());
		assert_refused(STRANGER, acknowledge(ACT), Refusal::NotAdmitted);
	});
}

#[test]
fn a_suspended_agency_does_not_silence_the_persons_it_supervises() {
	network(|| {
		MockMembers::set_standing(COURT_ID, Standing::Suspended);
		assert_passes(GUARDIAN, acknowledge(ACT));
	});
}

#[test]
fn an_attempt_of_a_representative_is_no_attempt_of_the_agency() {
	network(|| {
		let attempt = acknowledge(Act::ending(acts::Ending::NotAuthorized));
		assert!(send(GUARDIAN, attempt).expect("it is valid").is_err());
		assert_eq!(Gate::attempts(COURT_ID).total, 0);
	});
}
