use super::*;
use crate::{Error, Pauses};
use frame_support::{assert_noop, assert_ok};
use shejiao_primitives::member::CallClass;
use sp_runtime::DispatchError;

#[test]
fn a_report_pauses_what_it_names_at_once_and_for_a_time() {
	chain(|| {
		let modules = records().union(Modules::of(ModuleId::AccessGrants));
		assert_ok!(report(COURT, modules));
		let until = now() + 72 * HOUR;
		assert_eq!(
			last_event(),
			Event::IncidentReported {
				incident: IncidentId(0),
				member: MemberId(0),
				reporter: COURT,
				kind: IncidentKind::DataLeaked,
				modules,
				evidence: H256::repeat_byte(1),
				paused_until: Some(until),
			}
		);
		let paused = || ModuleId::ALL.into_iter().filter(|m| Compliance::is_paused(*m)).count();
		assert!(Compliance::is_paused(ModuleId::Records));
		assert!(!Compliance::takes(ModuleId::Records, CallClass::Discretionary));
		assert!(Compliance::takes(ModuleId::Records, CallClass::Statutory));
		assert_eq!(paused(), 2);
		MockLegalTime::set(until - 1);
		assert_eq!(paused(), 2);
		MockLegalTime::set(until);
		assert_eq!(paused(), 0);
	});
}

#[test]
fn an_officer_reports_with_the_duty_of_compliance() {
	chain(|| {
		assert_ok!(report(GUARDIAN, records()));
		assert_noop!(report(CLERK, records()), Error::<Test>::NotAuthorized);
		MockDirectory::dismiss(&GUARDIAN);
		assert_noop!(report(GUARDIAN, records()), Error::<Test>::NotAuthorized);
	});
}

#[test]
fn strangers_and_unknown_modules_are_refused() {
	chain(|| {
		assert_noop!(report(77, records()), Error::<Test>::NotAuthorized);
		assert_noop!(report(COURT, Modules(1 << 9)), Error::<Test>::UnknownModule);
		assert_noop!(
			Compliance::report_incident(
				RuntimeOrigin::root(),
				IncidentKind::Intrusion,
				records(),
				H256::zero()
			),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn a_statutory_agency_is_never_refused_but_pauses_no_more_than_the_bound() {
	chain(|| {
		for _ in 0..5 {
			assert_ok!(report(COURT, records()));
		}
		assert_eq!(Pauses::<Test>::get(ModuleId::Records).len(), 2);
		assert!(matches!(last_event(), Event::IncidentReported { paused_until: None, .. }));
		MockMembers::set_standing(MemberId(0), Standing::Expelled);
		assert_ok!(report(COURT, records()));
		assert_eq!(Compliance::open_incidents(IncidentId(0), 10).len(), 6);
	});
}

#[test]
fn another_member_is_refused_beyond_the_bound_or_out_of_standing() {
	chain(|| {
		assert_ok!(report(CHARITY, records()));
		assert_ok!(report(CHARITY, records()));
		assert_noop!(report(CHARITY, records()), Error::<Test>::MaxIncidentsExceeded);
		assert_ok!(Compliance::close_incident(council(), IncidentId(0), H256::zero()));
		assert_ok!(report(CHARITY, records()));
		assert_ok!(Compliance::close_incident(council(), IncidentId(1), H256::zero()));
		MockMembers::set_standing(MemberId(1), Standing::Suspended);
		assert_noop!(report(CHARITY, records()), Error::<Test>::NotAuthorized);
	});
}

#[test]
fn a_report_may_name_nothing() {
	chain(|| {
		assert_ok!(report(COURT, Modules::default()));
		assert!(matches!(last_event(), Event::IncidentReported { paused_until: None, .. }));
	});
}

#[test]
fn of_too_many_pauses_the_first_to_end_gives_way() {
	chain(|| {
		for who in [COURT, CHARITY, OTHER, OTHER] {
			assert_ok!(report(who, records()));
			MockLegalTime::advance(HOUR);
		}
		let pausing: Vec<_> =
			Pauses::<Test>::get(ModuleId::Records).iter().map(|p| p.incident.0).collect();
		assert_eq!(pausing, [1, 2, 3]);
		// A shorter pause than all of them adds nothing.
		assert_ok!(Compliance::set_pause_hours(council(), 1));
		assert_ok!(report(COURT, records()));
		let pausing: Vec<_> =
			Pauses::<Test>::get(ModuleId::Records).iter().map(|p| p.incident.0).collect();
		assert_eq!(pausing, [1, 2, 3]);
		// Those that have ended make room.
		MockLegalTime::advance(100 * HOUR);
		assert_ok!(report(CHARITY, records()));
		assert_eq!(Pauses::<Test>::get(ModuleId::Records).len(), 1);
	});
}

#[test]
fn clients_see_open_incidents_by_page() {
	chain(|| {
		for who in [COURT, CHARITY, OTHER] {
			assert_ok!(report(who, records()));
		}
		assert_ok!(Compliance::close_incident(council(), IncidentId(1), H256::zero()));
		let page = |from, limit| -> Vec<u32> {
			let infos = Compliance::open_incidents(IncidentId(from), limit);
			infos.into_iter().map(|info| info.id.0).collect()
		};
		assert_eq!((page(0, 9), page(0, 1), page(1, 9)), (vec![0, 2], vec![0], vec![2]));
		let info = Compliance::incident_info(IncidentId(2)).expect("it was reported; qed");
		assert_eq!(info.pauses, [(ModuleId::Records, now() + 72 * HOUR)]);
		let info = Compliance::incident_info(IncidentId(1)).expect("it was reported; qed");
		assert_eq!((info.pauses.len(), info.incident.closed.is_some()), (0, true));
		assert_eq!(Compliance::incident_info(IncidentId(3)), None);
	});
}
