//! What always holds.

use crate::{
	attestations::{AttestationHistory, RuleHistory},
	modes::ModeHistory,
	pallet::{
		Attestations, AttestationsCount, Config, Incidents, Modes, ModesCount, NextIncident,
		OpenIncidents, OpenOf, Pallet, PauseHours, Pauses, Rules, RulesCount,
	},
};
use alloc::collections::{BTreeMap, BTreeSet};
use frame_support::{ensure, traits::Get};
use shejiao_primitives::{
	ids::MemberId,
	regime::{ModuleId, Scope},
	time::LegalDate,
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Check the invariants.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::check_modes()?;
		Self::check_incidents()?;
		Self::check_attestations()
	}

	fn check_modes() -> Result<(), TryRuntimeError> {
		for key in ModesCount::<T>::iter_keys() {
			ModeHistory::<T>::check(&key)?;
		}
		for ((module, scope), _, _) in Modes::<T>::iter() {
			ensure!(
				ModesCount::<T>::contains_key((module, scope)),
				"compliance: a mode without a counter"
			);
			if let Scope::Area(area) = scope {
				ensure!(area.is_valid(), "compliance: a mode for no division");
			}
		}
		ensure!(
			(1..=T::MaxPauseHours::get()).contains(&PauseHours::<T>::get()),
			"compliance: the pause of a report is out of bounds"
		);
		Ok(())
	}

	fn check_incidents() -> Result<(), TryRuntimeError> {
		let mut open = BTreeMap::<MemberId, u32>::new();
		let mut count = 0u32;
		for (id, incident) in Incidents::<T>::iter() {
			count = count.saturating_add(1);
			ensure!(id < NextIncident::<T>::get(), "compliance: an incident from the future");
			ensure!(incident.modules.is_valid(), "compliance: an incident names no module");
			ensure!(
				incident.closed.is_none() == OpenIncidents::<T>::contains_key(id),
				"compliance: the open incidents are not those that are not closed"
			);
			if incident.closed.is_none() {
				let of = open.entry(incident.member).or_default();
				*of = of.saturating_add(1);
			}
		}
		ensure!(count == NextIncident::<T>::get().0, "compliance: an incident is missing");
		ensure!(
			OpenIncidents::<T>::iter_keys().all(Incidents::<T>::contains_key),
			"compliance: an open incident does not exist"
		);
		ensure!(
			OpenOf::<T>::iter().collect::<BTreeMap<_, _>>() == open,
			"compliance: the counters of open incidents are not what iteration finds"
		);
		for module in ModuleId::ALL {
			let pauses = Pauses::<T>::get(module);
			let distinct: BTreeSet<_> = pauses.iter().map(|pause| pause.incident).collect();
			ensure!(distinct.len() == pauses.len(), "compliance: an incident pauses twice");
			for id in distinct {
				ensure!(
					Incidents::<T>::get(id)
						.is_some_and(|i| i.closed.is_none() && i.modules.contains(module)),
					"compliance: a pause without an open incident that names the module"
				);
			}
		}
		Ok(())
	}

	fn check_attestations() -> Result<(), TryRuntimeError> {
		for obligation in RulesCount::<T>::iter_keys() {
			RuleHistory::<T>::check(&obligation)?;
		}
		for (obligation, _, entry) in Rules::<T>::iter() {
			ensure!(
				RulesCount::<T>::contains_key(obligation),
				"compliance: a rule without a counter"
			);
			ensure!(
				entry.value.is_none_or(|rule| rule.period > 0),
				"compliance: a rule without a period"
			);
		}
		for key in AttestationsCount::<T>::iter_keys() {
			AttestationHistory::<T>::check(&key)?;
			let mut before = LegalDate::default();
			for i in 0..AttestationsCount::<T>::get(key) {
				let attestation = Attestations::<T>::get(key, i)
					.ok_or("compliance: an attestation is missing")?;
				ensure!(
					before <= attestation.value.done
						&& attestation.value.done <= attestation.value.due,
					"compliance: attestations are not in the order of their acts"
				);
				before = attestation.value.done;
			}
		}
		for (key, _, _) in Attestations::<T>::iter() {
			ensure!(
				AttestationsCount::<T>::contains_key(key),
				"compliance: an attestation without a counter"
			);
		}
		Ok(())
	}
}
