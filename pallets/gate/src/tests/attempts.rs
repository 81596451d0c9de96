use super::{
	acts::{Act, Ending},
	*,
};
use crate::{types::Attempts as Count, Event};
use shejiao_primitives::attempt::RefusalKind;
use shejiao_primitives::time::{LegalDate, LegalTime};
use shejiao_testing::MockLegalTime;

const UNAUTHORISED: Act = Act::ending(Ending::NotAuthorized);

fn error(ending: Ending) -> DispatchError {
	match ending {
		Ending::BadOrigin => DispatchError::BadOrigin,
		Ending::NotFound => acts::Error::<Test>::NotFound.into(),
		Ending::SameOfficer => acts::Error::<Test>::SameOfficer.into(),
		_ => acts::Error::<Test>::NotAuthorized.into(),
	}
}

#[test]
fn a_call_that_was_not_the_signers_to_make_stays_on_record() {
	network(|| {
		for ending in [Ending::NotAuthorized, Ending::BadOrigin, Ending::SameOfficer] {
			System::reset_events();
			assert_eq!(send(JUDGE, share(Act::ending(ending))), Ok(Err(error(ending))));
			System::assert_last_event(
				Event::AttemptRefused {
					member: COURT_ID,
					pallet: 50,
					call: 1,
					error: error(ending),
				}
				.into(),
			);
		}
		assert_eq!(
			Gate::attempts(COURT_ID),
			Count { date: LegalDate(20_778), on_date: 3, total: 3 }
		);
		assert_eq!(Gate::attempts(CHARITY_ID).total, 0);
		use RefusalKind::{OutsideDuty, SelfDealing};
		let told = [OutsideDuty, OutsideDuty, SelfDealing].map(|what| (COURT_ID, what));
		assert_eq!(acts::Told::take(), told);
	});
}

#[test]
fn so_does_an_attempt_at_what_the_law_orders() {
	network(|| {
		assert_eq!(send(WORKER, report(UNAUTHORISED)), Ok(Err(error(Ending::NotAuthorized))));
		assert_eq!(Gate::attempts(CHARITY_ID).total, 1);
	});
}

#[test]
fn a_batch_hides_no_attempt() {
	network(|| {
		let call = batch(vec![share(Act::of(1)), share(UNAUTHORISED)]);
		assert_eq!(send(JUDGE, call), Ok(Err(error(Ending::NotAuthorized))));
		System::assert_last_event(
			Event::AttemptRefused {
				member: COURT_ID,
				pallet: 5,
				call: 2,
				error: error(Ending::NotAuthorized),
			}
			.into(),
		);
		assert_eq!(Gate::attempts(COURT_ID).total, 1);
	});
}

#[test]
fn an_ordinary_mistake_is_no_attempt() {
	network(|| {
		assert_passes(JUDGE, share(Act::of(1)));
		let mistake = share(Act::ending(Ending::NotFound));
		assert_eq!(send(JUDGE, mistake), Ok(Err(error(Ending::NotFound))));
		assert_eq!(acts::Told::take(), []);
		assert_eq!(Gate::attempts(COURT_ID).total, 0);
		assert!(!System::events().iter().any(|record| matches!(
			record.event,
			RuntimeEvent::Gate(Event::AttemptRefused { .. })
		)));
	});
}

#[test]
fn what_the_gate_refuses_itself_leaves_no_trace() {
	network(|| {
		MockDirectory::dismiss(&JUDGE);
		frame_support::assert_storage_noop!({
			assert_refused(JUDGE, share(UNAUTHORISED), Refusal::OfficerInactive)
		});
	});
}

#[test]
fn telling_of_an_attempt_is_paid_for_when_there_is_one() {
	network(|| {
		let used = |ending| {
			let before = Gate::quota(COURT_ID).used;
			let call = share(Act::ending(ending));
			let _ = send(JUDGE, call).expect("it is valid");
			Gate::quota(COURT_ID).used - before
		};
		let mistake = used(Ending::NotFound);
		let watching = acts::WATCHING.ref_time();
		assert_eq!(used(Ending::NotAuthorized), mistake + watching);
		assert_eq!(used(Ending::SameOfficer), mistake + watching);
		assert_eq!(used(Ending::Success), mistake);
	});
}

#[test]
fn attempts_are_counted_by_legal_date() {
	network(|| {
		let try_it = || send(JUDGE, share(UNAUTHORISED)).expect("it is valid").is_err();
		assert!(try_it() && try_it());
		MockLegalTime::advance_days(1);
		let tomorrow = MockLegalTime::today();
		assert_eq!(Gate::attempts(COURT_ID), Count { date: tomorrow, on_date: 0, total: 2 });
		assert!(try_it());
		assert_eq!(Gate::attempts(COURT_ID), Count { date: tomorrow, on_date: 1, total: 3 });
	});
}
