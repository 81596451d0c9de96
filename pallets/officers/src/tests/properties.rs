//! Random histories against a model that is nothing but the list of what happened: every question is
//! answered by reading it from the beginning.

use super::{
	draws::{step, Call, Step, ACCOUNTS, KNOWN, RESERVED, UNITS},
	*,
};
use crate::Event;
use frame_support::traits::UnfilteredDispatchable;
use shejiao_primitives::{
	duty::Acts,
	ids::DelegationId,
	member::{MemberKind, Standing},
};
use shejiao_testing::{
	property::{histories, Tally},
	MockLegalTime, MockMembers,
};
use std::collections::BTreeMap;

#[derive(Clone, Copy)]
struct NaivePost {
	member: u32,
	unit: Option<u32>,
	duties: u32,
	category: Category,
	from: Moment,
	until: Moment,
	/// Place of the appointment in the list.
	appointment: usize,
	dismissed: bool,
}

#[derive(Clone, PartialEq)]
struct NaiveDeputation {
	officer: u64,
	deputy: u64,
	duties: u32,
	from: Moment,
	until: Moment,
	appointments: (usize, usize),
}

type NaiveDelegation = (u32, u32, u32, u32, Moment, Moment);

struct Model {
	now: Moment,
	log: Vec<(Moment, Event<Test>)>,
	standings: Vec<(Moment, u32, Standing)>,
}

impl Model {
	fn new() -> Self {
		Self {
			now: START,
			log: Vec::new(),
			standings: (0..4).map(|member| (START, member, Standing::Active)).collect(),
		}
	}

	fn until(&self, at: Moment) -> impl Iterator<Item = (usize, &(Moment, Event<Test>))> {
		self.log.iter().enumerate().filter(move |(_, (moment, _))| *moment <= at)
	}

	/// The post as it had been written down by `at`.
	fn post(&self, who: u64, at: Moment) -> Option<NaivePost> {
		let mut post: Option<NaivePost> = None;
		for (place, (moment, event)) in self.until(at) {
			match event {
				Event::OfficerAppointed {
					account,
					member,
					unit,
					duties,
					category,
					valid_from,
					valid_until,
					..
				} if *account == who => {
					post = Some(NaivePost {
						member: member.0,
						unit: unit.map(|u| u.0),
						duties: duties.0,
						category: *category,
						from: *valid_from,
						until: *valid_until,
						appointment: place,
						dismissed: false,
					})
				},
				Event::OfficerChanged { account, unit, duties, category, valid_until, .. }
					if *account == who =>
				{
					let before = post.expect("only an officer is changed");
					post = Some(NaivePost {
						unit: unit.map(|u| u.0),
						duties: duties.0,
						category: *category,
						until: *valid_until,
						..before
					})
				},
				Event::OfficerDismissed { account, .. } if *account == who => {
					let before = post.expect("only an officer is dismissed");
					let until = before.until.min(*moment);
					post = Some(NaivePost { until, dismissed: true, ..before })
				},
				_ => {},
			}
		}
		post
	}

	fn valid(&self, who: u64, at: Moment) -> Option<NaivePost> {
		self.post(who, at).filter(|p| p.from <= at && at < p.until)
	}

	fn open(&self, who: u64) -> Option<NaivePost> {
		self.post(who, self.now).filter(|p| self.now < p.until)
	}

	fn serves(&self, member: u32, at: Moment) -> bool {
		let last = self.standings.iter().rev().find(|(since, m, _)| *m == member && *since <= at);
		last.is_some_and(|(_, _, standing)| {
			member != 2 || matches!(standing, Standing::Active | Standing::Suspended)
		})
	}

	fn may_act(&self, member: u32) -> bool {
		let last = self.standings.iter().rev().find(|(_, m, _)| *m == member);
		member != 2 || last.is_some_and(|(_, _, standing)| *standing == Standing::Active)
	}

	fn deputations(&self, at: Moment) -> Vec<NaiveDeputation> {
		let mut all: Vec<NaiveDeputation> = Vec::new();
		for (place, (_, event)) in self.until(at) {
			match event {
				Event::DeputySet { officer, deputy, duties, from, until, .. } => {
					all.push(NaiveDeputation {
						officer: *officer,
						deputy: *deputy,
						duties: duties.0,
						from: *from,
						until: *until,
						appointments: (
							self.appointment_before(*officer, place),
							self.appointment_before(*deputy, place),
						),
					})
				},
				Event::DeputyRevoked { officer, deputy, .. } => {
					all.retain(|d| (d.officer, d.deputy) != (*officer, *deputy))
				},
				_ => {},
			}
		}
		let appointed = |who| self.post(who, at).map(|p| p.appointment);
		all.retain(|d| {
			(appointed(d.officer), appointed(d.deputy))
				== (Some(d.appointments.0), Some(d.appointments.1))
		});
		all
	}

	fn appointment_before(&self, who: u64, place: usize) -> usize {
		let appointed = |event: &Event<Test>| matches!(event, Event::OfficerAppointed { account, .. } if *account == who);
		let before = self.log[..place].iter().rposition(|(_, event)| appointed(event));
		before.expect("only officers are or have deputies")
	}

	fn open_deputations(&self) -> Vec<NaiveDeputation> {
		let mut all = self.deputations(self.now);
		all.retain(|d| {
			self.now < d.until && self.open(d.officer).is_some() && self.open(d.deputy).is_some()
		});
		all
	}

	fn officer_at(&self, who: u64, at: Moment) -> Option<Actor> {
		let post = self.valid(who, at)?;
		if !self.serves(post.member, at) {
			return None;
		}
		let mut duties = post.duties;
		for d in self.deputations(at) {
			if d.deputy == who && d.from <= at && at < d.until {
				let mut gained = self.valid(d.officer, at).map_or(0, |p| p.duties) & d.duties;
				if post.category == Category::Auxiliary {
					gained &= !Duties::STATE_FUNCTIONARY_ONLY.0;
				}
				duties |= gained;
			}
		}
		Some(Actor {
			member: MemberId(post.member),
			unit: post.unit.map(UnitId),
			duties: Duties(duties),
			category: post.category,
		})
	}

	/// Who carries each caseload.
	fn carriers(&self, at: Moment) -> BTreeMap<(u32, u64), u64> {
		let mut carriers = BTreeMap::new();
		for (_, (_, event)) in self.until(at) {
			match event {
				Event::OfficerAppointed { account, member, .. } => {
					carriers.entry((member.0, *account)).or_insert(*account);
				},
				Event::CaseloadHandedOver { member, from, to, .. } => {
					for ((of, _), carrier) in carriers.iter_mut() {
						if *of == member.0 && carrier == from {
							*carrier = *to;
						}
					}
				},
				Event::CaseloadTakenBack { member, officer, .. } => {
					carriers.insert((member.0, *officer), *officer);
				},
				_ => {},
			}
		}
		carriers
	}

	/// Number, unit, member, acts, from, until.
	fn delegations(&self, at: Moment) -> Vec<NaiveDelegation> {
		let mut all = Vec::new();
		for (_, (_, event)) in self.until(at) {
			match event {
				Event::ActsDelegated { delegation, member, unit, acts, from, until, .. } => {
					all.push((delegation.0, unit.0, member.0, acts.0, *from, *until))
				},
				Event::DelegationRevoked { delegation, .. } => {
					all.retain(|d: &NaiveDelegation| d.0 != delegation.0)
				},
				_ => {},
			}
		}
		all.retain(|d| at < d.5);
		all
	}

	/// Whether `by` decides for `member`; `Some(true)` for an institution.
	fn authority(&self, by: u64, member: u32) -> Option<bool> {
		if member > 3 || !self.serves(member, self.now) {
			return None;
		}
		if (1..5).contains(&by) {
			// The city acts for the bureau by an order.
			let own = by as u32 - 1;
			let acts = own == member || (own, member) == (3, 0);
			return (acts && self.may_act(own)).then_some(true);
		}
		let actor = self.officer_at(by, self.now)?;
		let personnel = actor.duties.contains(Duties::PERSONNEL);
		(actor.member.0 == member && personnel && self.may_act(member)).then_some(false)
	}

	fn may(&self, by: u64, member: u32, concerned: &[u64], duties: u32) -> bool {
		match self.authority(by, member) {
			Some(true) => true,
			Some(false) => !concerned.contains(&by) && duties & RESERVED == 0,
			None => false,
		}
	}

	fn fits(&self, member: u32, unit: Option<u32>, duties: u32, category: Category) -> bool {
		duties != 0
			&& duties < (1 << 16)
			&& (category == Category::StateFunctionary
				|| duties & Duties::STATE_FUNCTIONARY_ONLY.0 == 0)
			&& unit.is_none_or(|unit| UNITS.contains(&(unit, member)))
	}

	fn moment(&self, hours: i64) -> Moment {
		self.now.saturating_add_signed(hours * 3_600_000)
	}

	/// The event that `call` brings, if it succeeds.
	fn expect(&self, by: u64, call: &RuntimeCall) -> Option<Event<Test>> {
		use crate::Call::*;
		let RuntimeCall::Officers(call) = call else { return None };
		let now = self.now;
		let starts = |from: &Option<Moment>, until: Moment| {
			let from = from.unwrap_or(now);
			(now <= from && from < until).then_some(from)
		};
		match call.clone() {
			appoint { member, account, unit, duties, category, valid_from, valid_until } => {
				let own = match by {
					1..5 => Some(by as u32 - 1),
					_ => self.post(by, now).map(|p| p.member),
				};
				let member = member.map(|m| m.0).or(own)?;
				let from = starts(&valid_from, valid_until)?;
				let free = self.open(account).is_none_or(|p| !self.serves(p.member, now));
				let fits = self.fits(member, unit.map(|u| u.0), duties.0, category);
				(self.may(by, member, &[account], duties.0) && free && fits).then_some(
					Event::OfficerAppointed {
						account,
						member: MemberId(member),
						unit,
						duties,
						category,
						valid_from: from,
						valid_until,
						by,
					},
				)
			},
			change { account, unit, duties, category, valid_until } => {
				let post = self.open(account)?;
				let both = post.duties | duties.0;
				let fits = self.fits(post.member, unit.map(|u| u.0), duties.0, category);
				let ends = now < valid_until && post.from < valid_until;
				(self.may(by, post.member, &[account], both) && fits && ends).then_some(
					Event::OfficerChanged {
						account,
						member: MemberId(post.member),
						unit,
						duties,
						category,
						valid_until,
						by,
					},
				)
			},
			dismiss { account, reason } => {
				let post = self.post(account, now).filter(|p| !p.dismissed)?;
				let member = MemberId(post.member);
				self.may(by, post.member, &[account], post.duties)
					.then_some(Event::OfficerDismissed { account, member, reason, by })
			},
			set_deputy { officer, deputy, duties, from, until } => {
				let (principal, own) = (self.open(officer)?, self.open(deputy)?);
				let from = starts(&from, until)?;
				let open = self.open_deputations();
				let fits = officer != deputy
					&& principal.member == own.member
					&& duties.0 & !principal.duties == 0
					&& self.fits(own.member, None, duties.0, own.category);
				let room = open.iter().filter(|d| d.deputy == deputy).count() < 3
					&& open.iter().filter(|d| d.officer == officer).count() < 3
					&& open.iter().all(|d| (d.officer, d.deputy) != (officer, deputy));
				(fits && room && self.may(by, own.member, &[officer, deputy], duties.0))
					.then_some(Event::DeputySet { officer, deputy, duties, from, until, by })
			},
			revoke_deputy { officer, deputy, reason } => {
				let open = self.open_deputations();
				let d = open.iter().find(|d| (d.officer, d.deputy) == (officer, deputy))?;
				let member = self.open(deputy)?.member;
				self.may(by, member, &[officer, deputy], d.duties).then_some(Event::DeputyRevoked {
					officer,
					deputy,
					reason,
					by,
				})
			},
			hand_over { from, to, reason } => {
				let member = self.open(to)?.member;
				let carriers = self.carriers(now);
				let carried = |who: u64| {
					carriers.iter().filter(|((m, _), c)| *m == member && **c == who).count()
				};
				let fits = from != to && carried(from) > 0 && carried(from) + carried(to) <= 4;
				(fits && self.may(by, member, &[from, to], 0)).then(|| Event::CaseloadHandedOver {
					member: MemberId(member),
					from,
					to,
					caseloads: carried(from) as u32,
					reason,
					by,
				})
			},
			take_back { officer } => {
				let member = self.open(officer)?.member;
				let carriers = self.carriers(now);
				let from = *carriers.get(&(member, officer))?;
				let carried =
					carriers.iter().filter(|((m, _), c)| *m == member && **c == officer).count();
				(from != officer && carried < 4 && self.may(by, member, &[officer], 0)).then_some(
					Event::CaseloadTakenBack { member: MemberId(member), officer, from, by },
				)
			},
			delegate { unit, acts, from, until, document } => {
				let (_, member) = *UNITS.iter().find(|(u, _)| *u == unit.0)?;
				let from = starts(&from, until)?;
				let delegable = acts.0 != 0 && acts.0 < (1 << 6);
				let open = self.delegations(now).iter().filter(|d| d.1 == unit.0).count();
				let number = self
					.log
					.iter()
					.filter(|(_, event)| matches!(event, Event::ActsDelegated { .. }));
				let fits = member == 0 && delegable && open < 3;
				(fits && self.authority(by, member) == Some(true)).then(|| Event::ActsDelegated {
					delegation: DelegationId(number.count() as u32),
					member: MemberId(member),
					unit,
					acts,
					from,
					until,
					document,
					by,
				})
			},
			revoke_delegation { unit, delegation, reason } => {
				let all = self.delegations(now);
				let d = all.iter().find(|d| (d.0, d.1) == (delegation.0, unit.0))?;
				let member = MemberId(d.2);
				(self.authority(by, d.2) == Some(true)).then_some(Event::DelegationRevoked {
					delegation,
					member,
					unit,
					reason,
					by,
				})
			},
			__Ignore(..) => None,
		}
	}

	/// The account that a number names.
	fn named(&self, number: u64) -> u64 {
		let Some(place) = number.checked_sub(KNOWN) else { return number };
		let known: Vec<u64> =
			ACCOUNTS.filter(|who| self.open(*who).is_some_and(|p| p.member == 0)).collect();
		(place as usize).checked_rem(known.len()).map_or(ACCOUNTS.start, |i| known[i])
	}

	/// The call as it is sent, and its name.
	fn call(&self, call: &Call) -> (&'static str, RuntimeCall) {
		let reason = Reason::Transfer;
		let at = |hours: &Option<i64>| hours.map(|hours| self.moment(hours));
		let nth = |place: &Option<usize>, length: usize| place.and_then(|p| p.checked_rem(length));
		let (name, call) = match call {
			Call::Appoint(member, account, unit, duties, category, from, until) => (
				"appoint",
				crate::Call::appoint {
					member: member.map(MemberId),
					account: *account,
					unit: unit.map(UnitId),
					duties: Duties(*duties),
					category: *category,
					valid_from: at(from),
					valid_until: self.moment(*until),
				},
			),
			Call::Change(account, unit, duties, category, until) => (
				"change",
				crate::Call::change {
					account: self.named(*account),
					unit: unit.map(UnitId),
					duties: Duties(*duties),
					category: *category,
					valid_until: self.moment(*until),
				},
			),
			Call::Dismiss(account) => {
				("dismiss", crate::Call::dismiss { account: self.named(*account), reason })
			},
			Call::SetDeputy(officer, deputy, duties, from, until) => (
				"set_deputy",
				crate::Call::set_deputy {
					officer: self.named(*officer),
					deputy: self.named(*deputy),
					duties: Duties(*duties),
					from: at(from),
					until: self.moment(*until),
				},
			),
			Call::RevokeDeputy(officer, deputy, known) => {
				let open = self.open_deputations();
				let (officer, deputy) = nth(known, open.len())
					.map_or((self.named(*officer), self.named(*deputy)), |i| {
						(open[i].officer, open[i].deputy)
					});
				("revoke_deputy", crate::Call::revoke_deputy { officer, deputy, reason })
			},
			Call::HandOver(from, to) => (
				"hand_over",
				crate::Call::hand_over { from: self.named(*from), to: self.named(*to), reason },
			),
			Call::TakeBack(officer, known) => {
				let mut away = self.carriers(self.now);
				away.retain(|(_, first), carrier| first != carrier);
				let first = nth(known, away.len()).and_then(|i| away.keys().nth(i));
				let officer = first.map_or(self.named(*officer), |(_, first)| *first);
				("take_back", crate::Call::take_back { officer })
			},
			Call::Delegate(unit, acts, from, until) => (
				"delegate",
				crate::Call::delegate {
					unit: UnitId(*unit),
					acts: Acts(*acts),
					from: at(from),
					until: self.moment(*until),
					document: DOCUMENT,
				},
			),
			Call::RevokeDelegation(unit, delegation, known) => {
				let open = self.delegations(self.now);
				let (delegation, unit) =
					nth(known, open.len()).map_or((*delegation, *unit), |i| (open[i].0, open[i].1));
				(
					"revoke_delegation",
					crate::Call::revoke_delegation {
						unit: UnitId(unit),
						delegation: DelegationId(delegation),
						reason,
					},
				)
			},
		};
		(name, call.into())
	}
}

/// Ask the pallet and the model the same about a moment.
fn compare(model: &Model, probe: (u64, u32, u32, u32, u32, u16)) {
	let (account, member, unit, duties, acts, place) = probe;
	let span = model.now - START + DAY;
	let at = START - DAY / 2 + span * u64::from(place) / u64::from(u16::MAX);
	for at in [at.min(model.now), model.now] {
		for account in [account, 10] {
			let told = model.officer_at(account, at);
			assert_eq!(officer_at(account, at), told, "officer {account} at {at}");
			let had = told
				.is_some_and(|actor| actor.member.0 == member && actor.duties.0 & duties == duties);
			let duties = Duties(duties);
			assert_eq!(
				<Officers as Directory<u64>>::had_duty(&account, MemberId(member), duties, at),
				had
			);
			assert_eq!(
				Officers::responsible(MemberId(member), &account, at),
				model.carriers(at).get(&(member, account)).copied(),
				"caseload of {account} at {at}"
			);
		}
		let delegated = model
			.delegations(at)
			.iter()
			.filter(|d| d.1 == unit && d.2 == member && d.4 <= at)
			.fold(0, |all, d| all | d.3);
		assert_eq!(
			<Officers as Directory<u64>>::delegated(MemberId(member), UnitId(unit), Acts(acts), at),
			delegated & acts == acts
		);
	}
}

fn play(steps: &[Step], tally: &mut Tally) {
	externalities(Default::default()).prepared(members, || {
		System::set_block_number(1);
		MockMembers::add_order(CITY_ID, BUREAU_ID);
		assert_eq!(MEMBERS[2].1, MemberKind::SocialOrganisation);
		let mut model = Model::new();
		for step in steps {
			MockLegalTime::advance(step.wait);
			model.now += step.wait;
			if let Some((member, standing)) = step.standing {
				MockMembers::set_standing(MemberId(member), standing);
				model.standings.push((model.now, member, standing));
			}
			let (name, call) = model.call(&step.call);
			let expected = model.expect(step.by, &call);
			System::reset_events();
			let result = call.clone().dispatch_bypass_filter(signed(step.by));
			assert_eq!(result.is_ok(), expected.is_some(), "{call:?} by {}: {result:?}", step.by);
			let events: Vec<_> = System::events().into_iter().map(|record| record.event).collect();
			assert_eq!(events, expected.iter().cloned().map(Into::into).collect::<Vec<_>>());
			tally.note(name, expected.is_some());
			model.log.extend(expected.map(|event| (model.now, event)));
			compare(&model, step.probe);
		}
		// What could be told about any moment then is told the same now.
		for step in steps {
			compare(&model, step.probe);
		}
	});
}

#[test]
fn every_answer_is_that_of_a_replay_of_the_events() {
	histories(step(), play).check(&[
		"appoint",
		"change",
		"dismiss",
		"set_deputy",
		"revoke_deputy",
		"hand_over",
		"take_back",
		"delegate",
		"revoke_delegation",
	]);
}
