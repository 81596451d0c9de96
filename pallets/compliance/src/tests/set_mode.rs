use super::*;
use crate::Error;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;

fn set(scope: Scope, mode: Option<Mode>) -> DispatchResult {
	Compliance::set_mode(council(), ModuleId::Supervision, scope, mode)
}

fn mode(area: u32) -> Mode {
	Compliance::mode(ModuleId::Supervision, AreaCode(area))
}

#[test]
fn the_narrowest_setting_counts() {
	chain(|| {
		assert_eq!(mode(440_604), Mode::Shadow);
		assert_ok!(set(Scope::Consortium, Some(Mode::Off)));
		assert_ok!(set(Scope::Area(AreaCode(440_000)), Some(Mode::Shadow)));
		assert_ok!(set(Scope::Area(AreaCode(440_604)), Some(Mode::On)));
		assert_eq!(
			last_event(),
			Event::ModeSet {
				module: ModuleId::Supervision,
				scope: Scope::Area(AreaCode(440_604)),
				from: None,
				to: Some(Mode::On),
			}
		);
		assert_eq!(
			[110_101, 440_101, 440_600, 440_604, 440_605].map(mode),
			[Mode::Off, Mode::Shadow, Mode::Shadow, Mode::On, Mode::Shadow]
		);
		assert_ok!(set(Scope::Area(AreaCode(440_604)), None));
		assert_eq!(mode(440_604), Mode::Shadow);
		assert_eq!(Compliance::mode(ModuleId::Records, DISTRICT), Mode::Shadow);
	});
}

#[test]
fn what_held_at_a_past_moment_is_told_later() {
	chain(|| {
		let start = now();
		for mode in [Mode::On, Mode::Off] {
			MockLegalTime::advance(10);
			assert_ok!(set(Scope::Consortium, Some(mode)));
		}
		let at = |after| Compliance::mode_at(ModuleId::Supervision, DISTRICT, start + after);
		assert_eq!(
			[0, 9, 10, 19, 20].map(at),
			[Mode::Shadow, Mode::Shadow, Mode::On, Mode::On, Mode::Off]
		);
	});
}

#[test]
fn a_setting_that_changes_nothing_or_names_no_division_is_refused() {
	chain(|| {
		assert_noop!(set(Scope::Consortium, None), Error::<Test>::NothingToChange);
		assert_ok!(set(Scope::Consortium, Some(Mode::Shadow)));
		assert_noop!(set(Scope::Consortium, Some(Mode::Shadow)), Error::<Test>::NothingToChange);
		for area in [0, 44, 4_406_040] {
			assert_noop!(
				set(Scope::Area(AreaCode(area)), Some(Mode::On)),
				Error::<Test>::UnknownArea
			);
		}
	});
}

#[test]
fn governance_alone_sets_modes() {
	chain(|| {
		for origin in [RuntimeOrigin::root(), signed(COURT), RuntimeOrigin::none()] {
			assert_noop!(
				Compliance::set_mode(origin, ModuleId::Records, Scope::Consortium, Some(Mode::On)),
				DispatchError::BadOrigin
			);
		}
	});
}
