use super::*;
use crate::{Error, Event};
use frame_support::{assert_noop, assert_ok};
use shejiao_primitives::{duty::Acts, ids::DelegationId, member::Standing};
use shejiao_testing::{MockLegalTime, MockMembers};

fn delegate(by: u64, unit: UnitId, acts: Acts, until: Moment) -> DispatchResult {
	Officers::delegate(signed(by), unit, acts, None, until, DOCUMENT)
}

fn revoke(by: u64, unit: UnitId, delegation: u32) -> DispatchResult {
	let id = DelegationId(delegation);
	Officers::revoke_delegation(signed(by), unit, id, Reason::Reorganisation)
}

fn delegated(unit: UnitId, acts: Acts, at: Moment) -> bool {
	<Officers as Directory<u64>>::delegated(BUREAU_ID, unit, acts, at)
}

#[test]
fn a_county_delegates_to_its_unit_for_an_interval() {
	run(|| {
		let acts = Acts(Acts::DAILY_SUPERVISION.0 | Acts::SHORT_LEAVE.0);
		let (from, until) = (START + DAY, START + 2 * DAY);
		assert_ok!(Officers::delegate(signed(BUREAU), OFFICE, acts, Some(from), until, DOCUMENT,));
		assert_event(Event::ActsDelegated {
			delegation: DelegationId(0),
			member: BUREAU_ID,
			unit: OFFICE,
			acts,
			from,
			until,
			document: DOCUMENT,
			by: BUREAU,
		});
		assert!(!delegated(OFFICE, acts, from - 1));
		assert!(delegated(OFFICE, acts, from));
		assert!(delegated(OFFICE, Acts::SHORT_LEAVE, until - 1));
		assert!(!delegated(OFFICE, Acts::INVESTIGATION, from));
		assert!(!delegated(OFFICE, acts, until));
		assert!(!delegated(SECOND_OFFICE, acts, from));
		assert!(!<Officers as Directory<u64>>::delegated(CITY_ID, OFFICE, acts, from));
	});
}

#[test]
fn several_delegations_add_up() {
	run(|| {
		let acts = Acts(Acts::RECEPTION.0 | Acts::HAND_OVER.0);
		assert_ok!(delegate(BUREAU, OFFICE, Acts::RECEPTION, YEAR_END));
		assert!(!delegated(OFFICE, acts, START));
		assert_ok!(delegate(BUREAU, OFFICE, Acts::HAND_OVER, YEAR_END));
		assert!(delegated(OFFICE, acts, START));
		assert_eq!(Officers::delegations_at(OFFICE, START).len(), 2);
	});
}

#[test]
fn what_the_county_must_do_itself_is_not_delegable() {
	run(|| {
		let refused = [
			Acts::REWARDS_AND_SANCTIONS,
			Acts::LONG_LEAVE,
			Acts::RELOCATION,
			Acts::POSITIONING,
			Acts::PROPOSALS,
			Acts(Acts::RECEPTION.0 | Acts::POSITIONING.0),
			Acts(0),
			Acts(1 << 11),
		];
		for acts in refused {
			assert_noop!(delegate(BUREAU, OFFICE, acts, YEAR_END), Error::<Test>::NotDelegable);
		}
		assert_ok!(delegate(BUREAU, OFFICE, Acts::DELEGABLE, YEAR_END));
	});
}

#[test]
fn a_county_justice_bureau_alone_delegates_and_only_to_its_own() {
	run(|| {
		let acts = Acts::RECEPTION;
		assert_noop!(delegate(COURT, COURT_UNIT, acts, YEAR_END), Error::<Test>::NotDelegator);
		assert_noop!(delegate(CITY, CITY_UNIT, acts, YEAR_END), Error::<Test>::NotDelegator);
		assert_noop!(delegate(CITY, OFFICE, acts, YEAR_END), Error::<Test>::NotAuthorized);
		assert_noop!(delegate(BUREAU, UnitId(99), acts, YEAR_END), Error::<Test>::NotFound);
		assert_noop!(delegate(BUREAU, OFFICE, acts, START), Error::<Test>::InvalidInterval);
		MockMembers::add_order(CITY_ID, BUREAU_ID);
		assert_ok!(delegate(CITY, OFFICE, acts, YEAR_END));
	});
}

#[test]
fn an_officer_delegates_nothing() {
	run(|| {
		let all = Duties::PERSONNEL.union(Duties::HEAD);
		assert_ok!(appoint(BUREAU, CLERK, all));
		let acts = Acts::RECEPTION;
		assert_noop!(delegate(CLERK, OFFICE, acts, YEAR_END), Error::<Test>::NotAuthorized);
		assert_ok!(delegate(BUREAU, OFFICE, acts, YEAR_END));
		assert_noop!(revoke(CLERK, OFFICE, 0), Error::<Test>::NotAuthorized);
	});
}

#[test]
fn a_unit_has_a_bounded_number_of_delegations() {
	run(|| {
		for _ in 0..3 {
			assert_ok!(delegate(BUREAU, OFFICE, Acts::RECEPTION, START + DAY));
		}
		assert_noop!(
			delegate(BUREAU, OFFICE, Acts::RECEPTION, YEAR_END),
			Error::<Test>::MaxDelegationsExceeded
		);
		assert_ok!(delegate(BUREAU, SECOND_OFFICE, Acts::RECEPTION, YEAR_END));
		// What has run out makes room by itself.
		MockLegalTime::advance(DAY);
		assert_ok!(delegate(BUREAU, OFFICE, Acts::RECEPTION, YEAR_END));
	});
}

#[test]
fn a_revoked_delegation_ends_at_once() {
	run(|| {
		assert_ok!(delegate(BUREAU, OFFICE, Acts::RECEPTION, YEAR_END));
		MockLegalTime::advance(DAY);
		assert_noop!(revoke(COURT, OFFICE, 0), Error::<Test>::NotAuthorized);
		assert_noop!(revoke(BUREAU, SECOND_OFFICE, 0), Error::<Test>::NotFound);
		assert_noop!(revoke(BUREAU, OFFICE, 1), Error::<Test>::NotFound);
		assert_ok!(revoke(BUREAU, OFFICE, 0));
		assert_event(Event::DelegationRevoked {
			delegation: DelegationId(0),
			member: BUREAU_ID,
			unit: OFFICE,
			reason: Reason::Reorganisation,
			by: BUREAU,
		});
		assert!(delegated(OFFICE, Acts::RECEPTION, START + DAY - 1));
		assert!(!delegated(OFFICE, Acts::RECEPTION, START + DAY));
		assert_noop!(revoke(BUREAU, OFFICE, 0), Error::<Test>::NotFound);
		assert_ok!(delegate(BUREAU, OFFICE, Acts::RECEPTION, YEAR_END));
		assert_eq!(Officers::open_delegations(OFFICE, START + DAY)[0].id, DelegationId(1));
	});
}

#[test]
fn a_closed_unit_may_nothing_from_its_closure_on() {
	run(|| {
		assert_ok!(delegate(BUREAU, OFFICE, Acts::RECEPTION, YEAR_END));
		MockLegalTime::advance(500);
		MockMembers::close_unit(OFFICE);
		assert_noop!(delegate(BUREAU, OFFICE, Acts::HAND_OVER, YEAR_END), Error::<Test>::NotFound);
		assert_noop!(revoke(BUREAU, OFFICE, 0), Error::<Test>::NotFound);
		assert!(delegated(OFFICE, Acts::RECEPTION, START + 499));
		assert!(!delegated(OFFICE, Acts::RECEPTION, START + 500));
		assert!(Officers::open_delegations(OFFICE, START + 500).is_empty());
	});
}

#[test]
fn an_expelled_bureau_still_delegates() {
	run(|| {
		MockMembers::set_standing(BUREAU_ID, Standing::Expelled);
		assert_ok!(delegate(BUREAU, OFFICE, Acts::RECEPTION, YEAR_END));
	});
}
