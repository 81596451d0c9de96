use super::*;

fn open(member: MemberId, kind: UnitKind, area: u32) -> DispatchResult {
	act(by(member), Call::open_unit { kind, area: AreaCode(area) })
}

#[test]
fn an_agency_opens_units_of_its_kind() {
	test(|| {
		assert_ok!(open(POLICE, UnitKind::DetentionCentre, 440_605));
		assert_eq!(
			events(),
			[Event::UnitOpened {
				unit: UnitId(1),
				member: POLICE,
				kind: UnitKind::DetentionCentre,
				area: AreaCode(440_605),
			}]
		);
		assert_eq!(Consortium::unit_owner(UnitId(1)), Some(POLICE));
		assert_eq!(Consortium::unit_owner(UnitId(0)), Some(JUSTICE));
		assert_eq!(record(POLICE).units, 1);
		assert_noop!(open(POLICE, UnitKind::JusticeOffice, 440_605), E::UnitNotAllowed);
		assert_noop!(open(COURT, UnitKind::PoliceStation, 440_605), E::UnitNotAllowed);
		assert_noop!(open(POLICE, UnitKind::PoliceStation, 44), E::InvalidArea);
		assert_noop!(open(MemberId(50), UnitKind::PoliceStation, 440_605), E::NotAuthorized);
		assert_ok!(open(POLICE, UnitKind::PoliceStation, 440_605));
		assert_ok!(open(POLICE, UnitKind::PoliceStation, 440_605));
		assert_noop!(open(POLICE, UnitKind::PoliceStation, 440_605), E::MaxUnitsExceeded);
	});
}

#[test]
fn an_expelled_agency_keeps_working_through_its_units() {
	test(|| {
		assert_ok!(expel(POLICE));
		assert_ok!(open(POLICE, UnitKind::PoliceStation, 440_605));
	});
}
