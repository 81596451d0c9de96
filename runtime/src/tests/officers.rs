//! Officers: duties are checked on whoever a call is dispatched as, whatever wraps it.

use super::*;
use crate::*;
use pallet_officers::{Call, Error};
use shejiao_primitives::{
	duty::{Category, Duties},
	reason::Reason,
	refusal::Refusal,
};

/// Has the duty of personnel.
const HEAD: &str = "county-justice//head";
/// Has not.
const OFFICER: &str = "county-justice//officer";

fn appoint(name: &str) -> Call<Runtime> {
	Call::appoint {
		member: None,
		account: account(name),
		unit: None,
		duties: Duties::CASEWORK,
		category: Category::Auxiliary,
		valid_from: None,
		valid_until: START + 1_000_000_000,
	}
}

/// A batch in a batch does not exist.
fn nested() -> sp_runtime::ApplyExtrinsicResult {
	failed(frame_system::Error::<Runtime>::CallFiltered)
}

fn attempts() -> u32 {
	Gate::attempts(member("county-justice")).total
}

#[test]
fn an_officer_does_what_its_duties_allow() {
	network(|| {
		assert_eq!(submit(HEAD, appoint("newcomer")), Ok(Ok(())));
		assert_eq!(attempts(), 0);
	});
}

#[test]
fn a_dismissed_officer_is_refused() {
	network(|| {
		let dismiss = |who: &str| Call::<Runtime>::dismiss {
			account: account(who),
			reason: Reason::Transfer,
		};
		assert_eq!(submit("county-justice", dismiss(HEAD)), Ok(Ok(())));
		assert_eq!(submit(HEAD, appoint("newcomer")), refused(Refusal::OfficerInactive));
		assert_eq!(submit(HEAD, dismiss(OFFICER)), refused(Refusal::OfficerInactive));
		assert_eq!(
			submit(HEAD, batch_all([appoint("newcomer")])),
			refused(Refusal::OfficerInactive)
		);
	});
}

#[test]
fn a_call_outside_duty_fails_and_the_attempt_stays_on_record() {
	network(|| {
		assert_eq!(submit(OFFICER, appoint("newcomer")), failed(Error::<Runtime>::NotAuthorized));
		assert_eq!(attempts(), 1);
		let index = |call: &RuntimeCall| {
			let bytes = codec::Encode::encode(call);
			(bytes[0], bytes[1])
		};
		let (pallet, call) = index(&appoint("newcomer").into());
		System::assert_has_event(
			pallet_gate::Event::<Runtime>::AttemptRefused {
				member: member("county-justice"),
				pallet,
				call,
				error: Error::<Runtime>::NotAuthorized.into(),
			}
			.into(),
		);
	});
}

#[test]
fn a_wrapper_lends_no_duty() {
	network(|| {
		let call = appoint("newcomer");
		assert_eq!(
			submit(OFFICER, batch_all([call.clone()])),
			failed(Error::<Runtime>::NotAuthorized)
		);
		assert_eq!(attempts(), 1);
		assert_eq!(submit(OFFICER, batch_all([batch_all([call.clone()])])), nested());

		// A multisig acts as an account of its own, which nobody admitted.
		let mut others = vec![account(HEAD), account("county-justice")];
		others.sort();
		let multisig = pallet_multisig::Call::<Runtime>::as_multi {
			threshold: 2,
			other_signatories: others.clone(),
			maybe_timepoint: None,
			call: Box::new(call.clone().into()),
			max_weight: Default::default(),
		};
		assert_eq!(submit(OFFICER, multisig.clone()), refused(Refusal::NotAdmitted));
		assert_eq!(submit(OFFICER, batch_all([multisig])), refused(Refusal::NotAdmitted));
		let alone = pallet_multisig::Call::<Runtime>::as_multi_threshold_1 {
			other_signatories: others,
			call: Box::new(call.into()),
		};
		assert_eq!(submit(OFFICER, alone), refused(Refusal::NotAdmitted));
	});
}

#[test]
fn one_bad_call_undoes_the_whole_batch() {
	network(|| {
		let batch = batch_all([appoint("one"), appoint("one")]);
		assert_eq!(submit(HEAD, batch), failed(Error::<Runtime>::AlreadyExists));
		assert_eq!(Officers::last_post(&account("one")), None);
	});
}

#[test]
fn an_officer_makes_no_call_of_its_institution() {
	network(|| {
		let withdraw = pallet_consortium::Call::<Runtime>::withdraw { reason: Reason::OwnWish };
		assert_eq!(submit(HEAD, withdraw.clone()), refused(Refusal::CallNotOpen));
		assert_eq!(submit(HEAD, batch_all([withdraw])), refused(Refusal::CallNotOpen));
		let vote = aye::<configs::CouncilInstance>((Hash::zero(), 0));
		assert_eq!(submit(HEAD, vote), refused(Refusal::CallNotOpen));
	});
}

#[test]
fn wrappers_are_opened_no_deeper_than_the_gate_says() {
	network(|| {
		let wrapped = |depth: u32| {
			(0..depth).fold(RuntimeCall::from(appoint("deep")), |call, _| batch_all([call]))
		};
		assert_eq!(
			submit(HEAD, wrapped(pallet_gate::MAX_DEPTH + 1)),
			refused(Refusal::CallNotOpen)
		);
		assert_eq!(submit(HEAD, wrapped(pallet_gate::MAX_DEPTH)), nested());
		assert_eq!(Officers::last_post(&account("deep")), None);
		assert_eq!(submit(HEAD, wrapped(1)), Ok(Ok(())));
		assert_eq!(
			Officers::last_post(&account("deep")).map(|post| post.duties),
			Some(Duties::CASEWORK)
		);
	});
}
