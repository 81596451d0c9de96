//! Random histories against a model that keeps every act in a list and reads it anew each time.

use super::*;
use proptest::prelude::*;
use shejiao_testing::property::{histories, Tally};
use shejiao_testing::START;

const AREAS: [u32; 6] = [440_604, 440_600, 440_000, 110_101, 44, 440_605];
const MODULES: [ModuleId; 3] = [ModuleId::Records, ModuleId::Supervision, ModuleId::Oversight];
const OBLIGATIONS: [Obligation; 2] = [Obligation::SecurityTest, Obligation::NodeLocation];
const CALLS: [&str; 7] = [
	"set_mode",
	"report_incident",
	"confirm_pause",
	"close_incident",
	"set_pause_hours",
	"set_obligation",
	"attest",
];

#[derive(Clone, Debug)]
enum Step {
	SetMode { module: usize, scope: Option<usize>, mode: Option<Mode> },
	Report { who: u64, modules: u32 },
	Confirm { incident: u32, days: u32 },
	Close { incident: u32 },
	SetPauseHours { hours: u32 },
	SetObligation { obligation: usize, period: Option<u32>, nodes: bool, ahead: u32 },
	Attest { who: u64, obligation: usize, ago: i32, valid: Option<i32> },
	Stand { member: u32, standing: Standing },
	Wait { hours: u64 },
}

fn who() -> impl Strategy<Value = u64> {
	prop_oneof![
		4 => Just(COURT), 4 => Just(CHARITY), 2 => Just(OTHER), 2 => Just(GUARDIAN),
		1 => Just(CLERK), 1 => Just(77u64),
	]
}

fn step() -> impl Strategy<Value = Step> {
	let mode = prop_oneof![
		Just(None),
		Just(Some(Mode::Off)),
		Just(Some(Mode::Shadow)),
		Just(Some(Mode::On)),
	];
	let standing = prop_oneof![
		3 => Just(Standing::Active), 1 => Just(Standing::Suspended), 1 => Just(Standing::Withdrawn),
	];
	prop_oneof![
		3 => (0..3usize, proptest::option::weighted(0.8, 0..6usize), mode)
			.prop_map(|(module, scope, mode)| Step::SetMode { module, scope, mode }),
		5 => (who(), prop_oneof![4 => 0..(1u32 << 9), 1 => Just(1u32 << 12)])
			.prop_map(|(who, modules)| Step::Report { who, modules }),
		3 => (0..8u32, 0..32u32).prop_map(|(incident, days)| Step::Confirm { incident, days }),
		3 => (0..8u32).prop_map(|incident| Step::Close { incident }),
		1 => (0..100u32).prop_map(|hours| Step::SetPauseHours { hours }),
		2 => (0..2usize, proptest::option::weighted(0.8, 0..40u32), any::<bool>(), 0..10u32)
			.prop_map(|(obligation, period, nodes, ahead)| Step::SetObligation {
				obligation,
				period,
				nodes,
				ahead,
			}),
		4 => (who(), 0..2usize, -2..8i32, proptest::option::of(-5..60i32)).prop_map(
			|(who, obligation, ago, valid)| Step::Attest { who, obligation, ago, valid },
		),
		1 => (0..3u32, standing).prop_map(|(member, standing)| Step::Stand { member, standing }),
		4 => (1..60u64).prop_map(|hours| Step::Wait { hours }),
	]
}

struct Reported {
	member: u32,
	modules: u32,
	closed: bool,
}

struct PauseAct {
	incident: usize,
	module: ModuleId,
	until: Moment,
}

/// What was done, in lists.
struct Model {
	now: Moment,
	standings: [Standing; 3],
	modes: Vec<(Moment, ModuleId, Scope, Option<Mode>)>,
	incidents: Vec<Reported>,
	pauses: Vec<PauseAct>,
	hours: u32,
	rules: Vec<(Obligation, Option<Rule>)>,
	attested: Vec<(u32, Obligation, LegalDate, LegalDate)>,
}

impl Model {
	fn new() -> Self {
		Self {
			now: START,
			standings: [Standing::Active; 3],
			modes: vec![],
			incidents: vec![],
			pauses: vec![],
			hours: 72,
			rules: vec![],
			attested: vec![],
		}
	}

	/// Member 1 is the charity, the others are courts.
	fn acting(&self, who: u64) -> Option<u32> {
		let member = match who {
			COURT | GUARDIAN => 0,
			CHARITY => 1,
			OTHER => 2,
			_ => return None,
		};
		(member != 1 || self.standings[1] == Standing::Active).then_some(member)
	}

	fn set_in(&self, module: ModuleId, scope: Scope, at: Moment) -> Option<Mode> {
		let of_scope = |act: &&(Moment, ModuleId, Scope, Option<Mode>)| {
			act.0 <= at && act.1 == module && act.2 == scope
		};
		self.modes.iter().rfind(of_scope).and_then(|act| act.3)
	}

	fn mode(&self, module: ModuleId, area: u32, at: Moment) -> Mode {
		for scope in [
			Scope::Area(AreaCode(area)),
			Scope::Area(AreaCode(area / 100 * 100)),
			Scope::Area(AreaCode(area / 10_000 * 10_000)),
			Scope::Consortium,
		] {
			if let Some(mode) = self.set_in(module, scope, at) {
				return mode;
			}
		}
		Mode::Shadow
	}

	fn pause(&mut self, incident: usize, until: Moment) {
		for bit in 0..9 {
			if self.incidents[incident].modules & (1 << bit) == 0 {
				continue;
			}
			let module = ModuleId::ALL[bit];
			let now = self.now;
			self.pauses.retain(|p| p.module != module || (p.until > now && p.incident != incident));
			let of: Vec<_> = self.pauses.iter().filter(|p| p.module == module).collect();
			if of.len() == 3 {
				let ends = of.iter().map(|p| p.until).min().expect("three; qed");
				if ends >= until {
					continue;
				}
				let first = self.pauses.iter().position(|p| p.module == module && p.until == ends);
				self.pauses.remove(first.expect("one ends first; qed"));
			}
			self.pauses.push(PauseAct { incident, module, until });
		}
	}

	fn report(&mut self, who: u64, modules: u32) -> bool {
		let Some(member) = self.acting(who) else { return false };
		let open = self.incidents.iter().filter(|i| !i.closed && i.member == member).count();
		if modules >= 1 << 9 || (open >= 2 && member == 1) {
			return false;
		}
		self.incidents.push(Reported { member, modules, closed: false });
		if open < 2 {
			let until = self.now + u64::from(self.hours) * HOUR;
			self.pause(self.incidents.len() - 1, until);
		}
		true
	}

	fn is_open(&self, incident: u32) -> bool {
		self.incidents.get(incident as usize).is_some_and(|i| !i.closed)
	}

	fn confirm(&mut self, incident: u32, days: u32) -> bool {
		let good = self.is_open(incident) && days > 0 && days <= 30;
		if good {
			self.pause(incident as usize, self.now + u64::from(days) * 24 * HOUR);
		}
		good
	}

	fn close(&mut self, incident: u32) -> bool {
		let good = self.is_open(incident);
		if good {
			self.incidents[incident as usize].closed = true;
			self.pauses.retain(|p| p.incident != incident as usize);
		}
		good
	}

	fn rule(&self, obligation: Obligation) -> Option<Rule> {
		self.rules.iter().rfind(|(o, _)| *o == obligation).and_then(|(_, rule)| *rule)
	}

	fn last(&self, member: u32, obligation: Obligation) -> Option<(LegalDate, LegalDate)> {
		let own = |a: &&(u32, Obligation, LegalDate, LegalDate)| a.0 == member && a.1 == obligation;
		self.attested.iter().rfind(own).map(|a| (a.2, a.3))
	}

	fn attest(
		&mut self,
		who: u64,
		obligation: Obligation,
		done: LegalDate,
		valid: Option<LegalDate>,
	) -> bool {
		let (Some(member), Some(rule)) = (self.acting(who), self.rule(obligation)) else {
			return false;
		};
		if done > today()
			|| valid.is_some_and(|valid| valid < done)
			|| self.last(member, obligation).is_some_and(|(before, _)| before > done)
		{
			return false;
		}
		let mut due = LegalDate(done.0 + rule.period);
		if let Some(valid) = valid {
			due = due.min(valid);
		}
		self.attested.push((member, obligation, done, due));
		true
	}

	fn due(&self, member: u32, obligation: Obligation) -> Option<LegalDate> {
		let rule = self.rule(obligation)?;
		let standing = self.standings[member as usize];
		let bound = matches!(standing, Standing::Active | Standing::Suspended)
			&& (rule.addressees == Addressees::Everybody || member != 1)
			&& rule.effective <= today();
		let first = LegalDate(rule.effective.0 + rule.period);
		bound.then(|| self.last(member, obligation).map_or(first, |(_, due)| due))
	}
}

fn shift(days: i32) -> LegalDate {
	LegalDate(today().0.saturating_add_signed(days))
}

fn apply(step: &Step, model: &mut Model, tally: &mut Tally) {
	let (call, result, expected) = match step.clone() {
		Step::SetMode { module, scope, mode } => {
			let module = MODULES[module];
			let area = scope.map(|i| AREAS[i]);
			let scope = area.map_or(Scope::Consortium, |area| Scope::Area(AreaCode(area)));
			let good = area != Some(44) && model.set_in(module, scope, Moment::MAX) != mode;
			if good {
				model.modes.push((model.now, module, scope, mode));
			}
			("set_mode", Compliance::set_mode(council(), module, scope, mode), good)
		},
		Step::Report { who, modules } => {
			("report_incident", report(who, Modules(modules)), model.report(who, modules))
		},
		Step::Confirm { incident, days } => (
			"confirm_pause",
			Compliance::confirm_pause(council(), IncidentId(incident), days),
			model.confirm(incident, days),
		),
		Step::Close { incident } => (
			"close_incident",
			Compliance::close_incident(council(), IncidentId(incident), H256::zero()),
			model.close(incident),
		),
		Step::SetPauseHours { hours } => {
			let good = hours > 0 && hours <= 72;
			if good {
				model.hours = hours;
			}
			("set_pause_hours", Compliance::set_pause_hours(council(), hours), good)
		},
		Step::SetObligation { obligation, period, nodes, ahead } => {
			let obligation = OBLIGATIONS[obligation];
			let addressees = if nodes { Addressees::FullNodes } else { Addressees::Everybody };
			let to = period.map(|period| Rule {
				addressees,
				effective: today().plus(ahead),
				..rule(period)
			});
			let good = period != Some(0) && model.rule(obligation) != to;
			if good {
				model.rules.push((obligation, to));
			}
			("set_obligation", govern(obligation, to), good)
		},
		Step::Attest { who, obligation, ago, valid } => {
			let (obligation, done) = (OBLIGATIONS[obligation], shift(-ago));
			let valid = valid.map(shift);
			(
				"attest",
				Compliance::attest(signed(who), obligation, H256::zero(), done, valid),
				model.attest(who, obligation, done, valid),
			)
		},
		Step::Stand { member, standing } => {
			MockMembers::set_standing(MemberId(member), standing);
			model.standings[member as usize] = standing;
			return;
		},
		Step::Wait { hours } => {
			MockLegalTime::advance(hours * HOUR);
			model.now += hours * HOUR;
			return;
		},
	};
	assert_eq!(result.is_ok(), expected, "{step:?}: {result:?}");
	tally.note(call, expected);
}

fn compare(model: &Model) {
	for module in ModuleId::ALL {
		let paused = model.pauses.iter().any(|p| p.module == module && p.until > model.now);
		assert_eq!(Compliance::is_paused(module), paused, "{module:?}");
	}
	for obligation in OBLIGATIONS {
		for member in 0..3 {
			let info = Compliance::due(MemberId(member), obligation);
			assert_eq!(info.map(|info| info.due), model.due(member, obligation));
			let late = model.due(member, obligation).is_some_and(|due| due < today());
			assert_eq!(Compliance::is_overdue(MemberId(member), obligation), late);
		}
	}
	let open = model.incidents.iter().filter(|i| !i.closed).count();
	assert_eq!(Compliance::open_incidents(IncidentId(0), u32::MAX).len(), open);
}

#[test]
fn random_histories_are_told_as_they_were() {
	let tally = histories(step(), |steps, tally| {
		chain(|| {
			let mut model = Model::new();
			for step in steps {
				apply(step, &mut model, tally);
				compare(&model);
			}
			// Any past moment is told as a replay tells it.
			for module in MODULES {
				for area in AREAS {
					for at in (START - 1..=model.now).step_by(29 * HOUR as usize) {
						assert_eq!(
							Compliance::mode_at(module, AreaCode(area), at),
							model.mode(module, area, at)
						);
					}
					assert_eq!(
						Compliance::mode(module, AreaCode(area)),
						model.mode(module, area, model.now)
					);
				}
			}
		});
	});
	tally.check(&CALLS);
}
