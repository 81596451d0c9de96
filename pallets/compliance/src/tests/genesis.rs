use super::*;
use crate::PauseHours;

fn with(compliance: GenesisConfig<Test>) -> RuntimeGenesisConfig {
	RuntimeGenesisConfig { compliance, ..genesis() }
}

#[test]
fn settings_hold_from_the_start() {
	let compliance = GenesisConfig {
		modes: vec![
			(ModuleId::Records, Scope::Consortium, Mode::On),
			(ModuleId::Records, Scope::Area(AreaCode(440_600)), Mode::Off),
		],
		obligations: vec![(Obligation::SecurityTest, rule(365))],
		pause_hours: 24,
		..Default::default()
	};
	chain_of(with(compliance), || {
		assert_eq!(Compliance::mode(ModuleId::Records, DISTRICT), Mode::Off);
		assert_eq!(Compliance::mode(ModuleId::Records, AreaCode(110_101)), Mode::On);
		assert_eq!(Compliance::mode(ModuleId::Supervision, DISTRICT), Mode::Shadow);
		assert_eq!(PauseHours::<Test>::get(), 24);
		assert_eq!(Compliance::dues(MemberId(0)).len(), 1);
	});
}

#[test]
#[should_panic(expected = "compliance.modes names each module and valid area once")]
fn a_mode_for_no_division_is_refused() {
	let modes = vec![(ModuleId::Records, Scope::Area(AreaCode(44)), Mode::On)];
	chain_of(with(GenesisConfig { modes, ..Default::default() }), || ());
}

#[test]
#[should_panic(expected = "compliance.obligations names each once, with a period")]
fn an_obligation_without_a_period_is_refused() {
	let obligations = vec![(Obligation::SecurityTest, rule(0))];
	chain_of(with(GenesisConfig { obligations, ..Default::default() }), || ());
}

#[test]
#[should_panic(expected = "compliance.pauseHours is out of bounds")]
fn a_pause_of_no_time_is_refused() {
	chain_of(with(GenesisConfig { pause_hours: 0, ..Default::default() }), || ());
}
