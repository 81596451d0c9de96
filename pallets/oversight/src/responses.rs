//! What officers do with alerts.

use crate::{
	alerts::Raising, Alert, AlertStatus, Alerts, Config, Error, Event, Finding, OpenOf, Outcome,
	Pallet, Paper, Step, ToldOf,
};
use frame_support::ensure;
use shejiao_primitives::{
	clock::Deadlines,
	directory::Members,
	duty::Duties,
	ids::MemberId,
	member::CallClass,
	oversight::{AlertId, Rule, Severity},
	reason::Reason,
	regime::{Mode, ModuleId, Regime},
	subject::Subject,
	time::LegalTime,
};
use sp_core::H256;
use sp_runtime::DispatchResult;

/// Duties by which an officer states what is in an alert.
const FINDS: Duties =
	Duties::APPROVAL.union(Duties::HEAD).union(Duties::REVIEW).union(Duties::COMPLIANCE);

/// Rules about what officers tried: a unit does not take up what its own officers may have done.
const fn is_about_attempts(rule: Rule) -> bool {
	matches!(rule, Rule::AttemptOutsideDuty | Rule::SelfDealing)
}

impl<T: Config> Pallet<T> {
	/// Raise an alert by an officer.
	pub(crate) fn do_report(
		who: T::AccountId,
		owner: MemberId,
		severity: Severity,
		about: H256,
	) -> DispatchResult {
		let actor = Self::actor(&who)?;
		let takes = T::Regime::takes(ModuleId::Oversight, CallClass::Discretionary);
		ensure!(takes, Error::<T>::ModulePaused);
		let area = Self::profile(actor.member)?.area;
		ensure!(T::Regime::mode(ModuleId::Oversight, area) != Mode::Off, Error::<T>::ModuleOff);
		Self::open(Raising {
			rule: Rule::Reported,
			severity,
			owner,
			source: None,
			about: Some(about),
			reporter: Some(actor.member),
			tell: Default::default(),
		})?;
		Ok(())
	}

	/// Take an alert up.
	pub(crate) fn do_acknowledge(who: T::AccountId, id: AlertId) -> DispatchResult {
		let mut alert = Self::live(id)?;
		let actor = Self::actor(&who)?;
		let may = actor.unit.is_none() || !is_about_attempts(alert.rule);
		ensure!(
			may && T::Members::stands_for(actor.member, alert.owner),
			Error::<T>::NotAuthorized
		);
		ensure!(alert.status == AlertStatus::Open, Error::<T>::WrongStatus);
		Self::take_up(who, id, &mut alert)?;
		alert.clock = Self::start_finding(id, alert.severity, alert.owner);
		Alerts::<T>::insert(id, alert);
		Ok(())
	}

	fn take_up(who: T::AccountId, id: AlertId, alert: &mut Alert<T::AccountId>) -> DispatchResult {
		alert.status = AlertStatus::Acknowledged;
		Self::responded(id, alert.severity)?;
		Self::note(id, Step::Acknowledged(who.clone()))?;
		Self::deposit_event(Event::AlertAcknowledged { alert: id, owner: alert.owner, by: who });
		Ok(())
	}

	/// State what is in an alert.
	pub(crate) fn do_find(
		who: T::AccountId,
		id: AlertId,
		outcome: Outcome,
		paper: Paper,
	) -> DispatchResult {
		let mut alert = Self::live(id)?;
		Self::ensure_officer(&who, alert.owner, FINDS)?;
		let case = if alert.about.is_some() { None } else { Self::case_of_alert(id) };
		Self::examine_in(&paper, alert.owner, T::Time::today(), case)?;
		if alert.status == AlertStatus::Open {
			Self::take_up(who.clone(), id, &mut alert)?;
		}
		Self::found(id)?;
		Self::rest_on(&paper, Subject::Alert(id))?;
		alert.status = AlertStatus::Found;
		alert.finding = Some(Finding { by: who.clone(), outcome, paper });
		alert.corrected = false;
		Alerts::<T>::insert(id, alert);
		Self::note(id, Step::Found(who.clone(), outcome, paper))?;
		Self::deposit_event(Event::AlertFound { alert: id, by: who, outcome, paper });
		Ok(())
	}

	/// Close an alert on its finding.
	pub(crate) fn do_close(who: T::AccountId, id: AlertId) -> DispatchResult {
		let alert = Self::live(id)?;
		let statutory = Self::profile(alert.owner)?.kind.is_statutory();
		let duties =
			if statutory { Duties::APPROVAL } else { Duties::APPROVAL.union(Duties::COMPLIANCE) };
		Self::ensure_officer(&who, alert.owner, duties)?;
		let Finding { by, outcome, .. } = alert.finding.clone().ok_or(Error::<T>::WrongStatus)?;
		ensure!(by != who, Error::<T>::SameOfficer);
		Self::end(id, alert, Some(who.clone()))?;
		Self::deposit_event(Event::AlertClosed { alert: id, by: who, outcome });
		Ok(())
	}

	/// Give an alert to the one above its owner.
	pub(crate) fn do_escalate(who: T::AccountId, id: AlertId) -> DispatchResult {
		let mut alert = Self::live(id)?;
		let actor = Self::of_agency(&who)?;
		let from = alert.owner;
		let superior = Self::superior(from, Self::case_of_alert(id));
		let takes = superior.is_some_and(|superior| T::Members::stands_for(actor.member, superior));
		ensure!(takes || T::Members::stands_for(actor.member, from), Error::<T>::NotAuthorized);
		let to = superior.ok_or(Error::<T>::NoSuperior)?;

		T::Deadlines::cancel_all(Subject::Alert(id), Reason::Transfer)?;
		OpenOf::<T>::remove(from, id);
		OpenOf::<T>::insert(to, id, alert.severity);
		alert.told.retain(|told| *told != to);
		ToldOf::<T>::remove(to, id);
		Self::count(from, alert.rule, |tally| {
			tally.escalated = tally.escalated.saturating_add(1);
			tally.open = tally.open.saturating_sub(1);
		});
		Self::count(to, alert.rule, |tally| {
			tally.received = tally.received.saturating_add(1);
			tally.open = tally.open.saturating_add(1);
		});
		alert.owner = to;
		alert.status = AlertStatus::Open;
		alert.finding = None;
		alert.corrected = false;
		alert.clock = Self::start_response(id, alert.severity, to);
		Self::note(id, Step::Escalated(who.clone(), to))?;
		let clock = alert.clock;
		Alerts::<T>::insert(id, alert);
		Self::deposit_event(Event::AlertEscalated { alert: id, by: who, from, to, clock });
		Ok(())
	}
}
