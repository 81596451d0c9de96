//! Every invariant, broken on purpose.

use super::*;
use crate::{
	Attestation, Attestations, AttestationsCount, Incidents, Modes, ModesCount, NextIncident,
	OpenIncidents, OpenOf, Pause, PauseHours, Pauses, Rules, RulesCount,
};
use frame_support::assert_ok;
use shejiao_primitives::history::Entry;

const KEY: (MemberId, Obligation) = (MemberId(0), Obligation::SecurityTest);

/// What is said of a state with one of everything, broken by `by`.
fn says(what: &str, by: impl FnOnce()) {
	let error = Externalities::new(genesis(), Compliance::do_try_state).broken_by(|| {
		setting();
		assert_ok!(Compliance::set_mode(
			council(),
			ModuleId::Records,
			Scope::Area(DISTRICT),
			Some(Mode::On)
		));
		assert_ok!(report(COURT, records()));
		assert_ok!(report(COURT, records()));
		assert_ok!(Compliance::close_incident(council(), IncidentId(1), H256::zero()));
		assert_ok!(govern(KEY.1, Some(rule(10))));
		assert_ok!(Compliance::attest(signed(COURT), KEY.1, H256::zero(), today(), None));
		Compliance::do_try_state().expect("sound before it is broken");
		by();
	});
	let error = format!("{error:?}");
	assert!(error.contains(what), "{error} instead of {what}");
}

fn attested(done: u32, due: u32) -> Entry<Attestation> {
	let value = Attestation { evidence: H256::zero(), done: LegalDate(done), due: LegalDate(due) };
	Entry { since: now(), value }
}

#[test]
fn a_broken_history_is_seen() {
	let key = (ModuleId::Records, Scope::Area(DISTRICT));
	says("an entry below the counter is missing", || ModesCount::<Test>::insert(key, 2));
	says("an entry below the counter is missing", || RulesCount::<Test>::insert(KEY.1, 2));
	says("an entry below the counter is missing", || AttestationsCount::<Test>::insert(KEY, 2));
	says("a mode without a counter", || ModesCount::<Test>::remove(key));
	says("a rule without a counter", || RulesCount::<Test>::remove(KEY.1));
	says("an attestation without a counter", || AttestationsCount::<Test>::remove(KEY));
}

#[test]
fn a_mode_for_no_division_is_seen() {
	says("a mode for no division", || {
		let key = (ModuleId::Records, Scope::Area(AreaCode(1)));
		ModesCount::<Test>::insert(key, 1);
		Modes::<Test>::insert(key, 0, Entry { since: 0, value: None });
	});
}

#[test]
fn a_pause_out_of_bounds_is_seen() {
	says("the pause of a report is out of bounds", || PauseHours::<Test>::put(0));
	says("the pause of a report is out of bounds", || PauseHours::<Test>::put(73));
}

#[test]
fn incidents_that_do_not_fit_together_are_seen() {
	says("an incident from the future", || NextIncident::<Test>::put(IncidentId(1)));
	says("an incident is missing", || NextIncident::<Test>::put(IncidentId(3)));
	says("an incident names no module", || {
		Incidents::<Test>::mutate(IncidentId(0), |i| {
			i.as_mut().expect("it exists; qed").modules = Modules(1 << 20);
		})
	});
	says("the open incidents are not those that are not closed", || {
		OpenIncidents::<Test>::remove(IncidentId(0))
	});
	says("the open incidents are not those that are not closed", || {
		OpenIncidents::<Test>::insert(IncidentId(1), ())
	});
	says("an open incident does not exist", || OpenIncidents::<Test>::insert(IncidentId(9), ()));
	says("the counters of open incidents", || OpenOf::<Test>::insert(MemberId(0), 2));
	says("the counters of open incidents", || OpenOf::<Test>::insert(MemberId(1), 0));
}

#[test]
fn pauses_without_reason_are_seen() {
	let push = |module, incident| {
		Pauses::<Test>::mutate(module, |pauses| {
			let pause = Pause { incident: IncidentId(incident), until: now() };
			pauses.try_push(pause).expect("room; qed");
		})
	};
	let what = "a pause without an open incident that names the module";
	says("an incident pauses twice", || push(ModuleId::Records, 0));
	says(what, || push(ModuleId::Records, 1));
	says(what, || push(ModuleId::Records, 9));
	says(what, || push(ModuleId::Oversight, 0));
}

#[test]
fn rules_and_attestations_out_of_bounds_are_seen() {
	says("a rule without a period", || {
		Rules::<Test>::insert(KEY.1, 0, Entry { since: 0, value: Some(rule(0)) })
	});
	says("attestations are not in the order of their acts", || {
		Attestations::<Test>::insert(KEY, 0, attested(9, 8))
	});
	says("attestations are not in the order of their acts", || {
		Attestations::<Test>::insert(KEY, 1, attested(1, 2));
		AttestationsCount::<Test>::insert(KEY, 2);
	});
}
