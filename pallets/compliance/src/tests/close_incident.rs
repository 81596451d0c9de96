use super::*;
use crate::{Error, Incidents};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;

#[test]
fn closing_ends_the_pauses_of_that_incident_alone() {
	chain(|| {
		assert_ok!(report(COURT, records().union(Modules::of(ModuleId::Oversight))));
		assert_ok!(report(OTHER, records()));
		let final_report = H256::repeat_byte(9);
		assert_ok!(Compliance::close_incident(council(), IncidentId(0), final_report));
		assert_eq!(
			last_event(),
			Event::IncidentClosed {
				incident: IncidentId(0),
				member: MemberId(0),
				report: final_report
			}
		);
		assert!(Compliance::is_paused(ModuleId::Records));
		assert!(!Compliance::is_paused(ModuleId::Oversight));
		assert_eq!(
			Incidents::<Test>::get(IncidentId(0)).and_then(|i| i.closed),
			Some((now(), final_report))
		);
	});
}

#[test]
fn governance_closes_an_open_incident_once() {
	chain(|| {
		let close = |origin| Compliance::close_incident(origin, IncidentId(0), H256::zero());
		assert_noop!(close(council()), Error::<Test>::NotFound);
		assert_ok!(report(COURT, records()));
		assert_noop!(close(signed(COURT)), DispatchError::BadOrigin);
		assert_ok!(close(council()));
		assert_noop!(close(council()), Error::<Test>::AlreadyClosed);
	});
}
