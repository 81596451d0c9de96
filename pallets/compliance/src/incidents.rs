//! Incidents, and the pauses that follow.

use crate::{
	pallet::{
		Config, Error, Event, Incidents, NextIncident, OpenIncidents, OpenOf, Pallet, PauseHours,
		Pauses,
	},
	types::{Incident, IncidentId, IncidentInfo, IncidentKind, Pause},
};
use alloc::vec::Vec;
use frame_support::{defensive, ensure, traits::Get};
use shejiao_primitives::{
	directory::{Directory, Members},
	duty::Duties,
	ids::MemberId,
	member::CallClass,
	regime::{ModuleId, Modules},
	time::{LegalTime, Moment},
};
use sp_core::H256;
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// The member for which `who` acts: its institution account, or an officer with the duty of
	/// compliance. A statutory agency acts whatever its standing.
	pub(crate) fn acting(who: &T::AccountId) -> Result<MemberId, DispatchError> {
		let member = T::Members::member(who)
			.or_else(|| {
				T::Directory::officer(who)
					.filter(|actor| actor.duties.contains(Duties::COMPLIANCE))
					.map(|actor| actor.member)
			})
			.ok_or(Error::<T>::NotAuthorized)?;
		let profile = T::Members::profile(member).ok_or(Error::<T>::NotAuthorized)?;
		ensure!(
			profile.standing.permits(profile.kind.is_statutory(), CallClass::Statutory),
			Error::<T>::NotAuthorized
		);
		Ok(member)
	}

	/// Record an incident, and pause what it names.
	///
	/// Of a member with too many open ones, a statutory agency's is recorded and pauses nothing: the
	/// law orders it to report. Others are refused.
	pub(crate) fn open(
		reporter: T::AccountId,
		kind: IncidentKind,
		modules: Modules,
		evidence: H256,
	) -> DispatchResult {
		let member = Self::acting(&reporter)?;
		ensure!(modules.is_valid(), Error::<T>::UnknownModule);
		let open = OpenOf::<T>::get(member);
		let pauses = open < T::MaxOpenIncidents::get();
		let statutory = T::Members::profile(member).is_some_and(|p| p.kind.is_statutory());
		ensure!(pauses || statutory, Error::<T>::MaxIncidentsExceeded);

		let id = NextIncident::<T>::get();
		let next = id.0.checked_add(1).ok_or(Error::<T>::MaxIncidentsExceeded)?;
		let now = T::Time::now();
		let until = now.saturating_add(T::Time::clock().hours(PauseHours::<T>::get()));
		NextIncident::<T>::put(IncidentId(next));
		Incidents::<T>::insert(
			id,
			Incident { member, kind, modules, evidence, reported: now, closed: None },
		);
		OpenIncidents::<T>::insert(id, ());
		OpenOf::<T>::insert(member, open.saturating_add(1));
		if pauses {
			Self::pause(id, modules, until);
		}
		Self::deposit_event(Event::IncidentReported {
			incident: id,
			member,
			reporter,
			kind,
			modules,
			evidence,
			paused_until: (pauses && modules != Modules::default()).then_some(until),
		});
		Ok(())
	}

	/// Let an open incident pause what it names for `days` from now.
	pub(crate) fn confirm(id: IncidentId, days: u32) -> DispatchResult {
		let incident = Incidents::<T>::get(id).ok_or(Error::<T>::NotFound)?;
		ensure!(incident.closed.is_none(), Error::<T>::AlreadyClosed);
		ensure!((1..=T::MaxConfirmedDays::get()).contains(&days), Error::<T>::PeriodOutOfBounds);
		let until = T::Time::now().saturating_add(T::Time::clock().days(days));
		Self::pause(id, incident.modules, until);
		Self::deposit_event(Event::PauseConfirmed { incident: id, until });
		Ok(())
	}

	/// Close an incident and end its pauses.
	pub(crate) fn close(id: IncidentId, report: H256) -> DispatchResult {
		let mut incident = Incidents::<T>::get(id).ok_or(Error::<T>::NotFound)?;
		ensure!(incident.closed.is_none(), Error::<T>::AlreadyClosed);
		incident.closed = Some((T::Time::now(), report));
		for module in incident.modules.iter() {
			Pauses::<T>::mutate(module, |pauses| pauses.retain(|pause| pause.incident != id));
		}
		OpenIncidents::<T>::remove(id);
		OpenOf::<T>::mutate_exists(incident.member, |open| {
			*open = open.unwrap_or_default().checked_sub(1).filter(|left| *left > 0);
		});
		Self::deposit_event(Event::IncidentClosed {
			incident: id,
			member: incident.member,
			report,
		});
		Incidents::<T>::insert(id, incident);
		Ok(())
	}

	/// Let `id` pause `modules` until a moment, in place of what it paused before.
	///
	/// Of too many pauses of a module the one that ends first gives way: the module stays paused.
	fn pause(id: IncidentId, modules: Modules, until: Moment) {
		let now = T::Time::now();
		for module in modules.iter() {
			Pauses::<T>::mutate(module, |pauses| {
				pauses.retain(|pause| pause.until > now && pause.incident != id);
				if pauses.is_full() {
					let first = pauses.iter().enumerate().min_by_key(|(_, pause)| pause.until);
					match first.map(|(place, pause)| (place, pause.until)) {
						Some((place, ends)) if ends < until => {
							pauses.remove(place);
						},
						_ => return,
					}
				}
				if pauses.try_push(Pause { incident: id, until }).is_err() {
					defensive!("there is room for a pause");
				}
			});
		}
	}

	/// What clients are told of an incident.
	pub fn incident_info(id: IncidentId) -> Option<IncidentInfo> {
		let incident = Incidents::<T>::get(id)?;
		let now = T::Time::now();
		let until = |module: ModuleId| {
			let pauses = Pauses::<T>::get(module);
			let pause = pauses.iter().find(|pause| pause.incident == id && pause.until > now)?;
			Some((module, pause.until))
		};
		let pauses: Vec<_> = incident.modules.iter().filter_map(until).collect();
		Some(IncidentInfo { id, incident, pauses })
	}

	/// At most `limit` open incidents from number `from` on, for clients.
	pub fn open_incidents(from: IncidentId, limit: u32) -> Vec<IncidentInfo> {
		let mut ids: Vec<_> = OpenIncidents::<T>::iter_keys().filter(|id| *id >= from).collect();
		ids.sort_unstable();
		ids.truncate(limit as usize);
		ids.into_iter().filter_map(Self::incident_info).collect()
	}
}
