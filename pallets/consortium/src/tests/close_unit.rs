use super::*;

#[test]
fn a_closed_unit_stays_closed_and_in_the_record() {
	test(|| {
		let close = |member, unit| {
			act(by(member), Call::close_unit { unit: UnitId(unit), reason: Reason::Reorganisation })
		};
		assert_noop!(close(JUSTICE, 9), E::NotFound);
		assert_noop!(close(POLICE, 0), E::NotAuthorized);
		MockLegalTime::advance(500);
		assert_ok!(close(JUSTICE, 0));
		assert_eq!(
			events(),
			[Event::UnitClosed {
				unit: UnitId(0),
				member: JUSTICE,
				reason: Reason::Reorganisation,
			}]
		);
		assert_eq!(Consortium::unit_owner(UnitId(0)), None);
		let unit = Units::<Test>::get(UnitId(0)).expect("kept for ever; qed");
		let closed = Closure { at: START + 500, reason: Reason::Reorganisation };
		assert_eq!((unit.opened, unit.closed), (START, Some(closed)));
		let owner_at = |at| Consortium::unit_owner_at(UnitId(0), at);
		assert_eq!(owner_at(START - 1), None);
		assert_eq!((owner_at(START), owner_at(START + 499)), (Some(JUSTICE), Some(JUSTICE)));
		assert_eq!(owner_at(START + 500), None);
		assert_noop!(close(JUSTICE, 0), E::UnitIsClosed);
		let call = Call::open_unit { kind: UnitKind::JusticeOffice, area: AreaCode(440_604) };
		assert_ok!(act(by(JUSTICE), call));
		assert_eq!(Consortium::unit_owner(UnitId(1)), Some(JUSTICE));
	});
}
