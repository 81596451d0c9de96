//! Modes of the modules, and whether they are paused.

use crate::pallet::{Config, Error, Event, Modes, ModesCount, Pallet, Pauses};
use frame_support::ensure;
use shejiao_primitives::{
	history::History,
	ids::AreaCode,
	regime::{Mode, ModuleId, Regime, Scope},
	time::{LegalTime, Moment},
};
use sp_runtime::DispatchResult;

/// The modes set for a module in a scope. `None` since the scope follows the wider one.
pub(crate) type ModeHistory<T> = History<(ModuleId, Scope), Option<Mode>, ModesCount<T>, Modes<T>>;

impl<T: Config> Pallet<T> {
	/// Set the mode of `module` in `scope` from now on.
	pub(crate) fn change_mode(
		module: ModuleId,
		scope: Scope,
		mode: Option<Mode>,
	) -> DispatchResult {
		if let Scope::Area(area) = scope {
			ensure!(area.is_valid(), Error::<T>::UnknownArea);
		}
		let key = (module, scope);
		let before = ModeHistory::<T>::current(&key).flatten();
		ensure!(before != mode, Error::<T>::NothingToChange);
		ModeHistory::<T>::push(&key, T::Time::now(), mode).map_err(|_| Error::<T>::OutOfOrder)?;
		Self::deposit_event(Event::ModeSet { module, scope, from: before, to: mode });
		Ok(())
	}
}

impl<T: Config> Regime for Pallet<T> {
	fn mode_at(module: ModuleId, area: AreaCode, at: Moment) -> Mode {
		Scope::of(area)
			.into_iter()
			.find_map(|scope| ModeHistory::<T>::at(&(module, scope), at).flatten())
			.unwrap_or_default()
	}

	fn mode(module: ModuleId, area: AreaCode) -> Mode {
		Scope::of(area)
			.into_iter()
			.find_map(|scope| ModeHistory::<T>::current(&(module, scope)).flatten())
			.unwrap_or_default()
	}

	fn is_paused(module: ModuleId) -> bool {
		let now = T::Time::now();
		Pauses::<T>::get(module).iter().any(|pause| pause.until > now)
	}
}
