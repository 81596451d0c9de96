//! Modules and their modes, incidents, attestations of compliance.

use crate::{
	chain::{
		self,
		runtime_types::pallet_compliance::types::{
			Addressees, IncidentId, IncidentInfo, IncidentKind, Law, Obligation, Rule,
		},
	},
	client::hex,
	coded,
	context::Context,
	failure,
	output::Record,
	say, time, words,
};
use anyhow::Result;
use clap::{Subcommand, ValueEnum};
use shejiao_primitives::{
	governance::{Body, Majority},
	ids::{AreaCode, MemberId},
	regime::{Mode, ModuleId, Modules, Scope},
	time::{LegalDate, Moment},
};
use subxt::utils::{Static, H256};

/// Incidents asked for at once.
const PAGE: u32 = 64;

#[derive(Subcommand)]
pub enum Module {
	/// Every module: its mode in an area, and whether it is paused
	List {
		/// Six-digit code of the administrative division
		#[arg(long)]
		area: u32,
		/// The mode at this moment
		#[arg(long, value_parser = coded::moment)]
		at: Option<Moment>,
	},
	/// Move in the council to set the mode of a module
	Set {
		#[arg(value_parser = coded::coded::<ModuleId>)]
		module: ModuleId,
		/// off, shadow or on; or follow: what the wider area says
		mode: ModeChoice,
		/// Six-digit code of the division in which it holds; everywhere by default
		#[arg(long)]
		area: Option<u32>,
	},
}

/// A mode, or none.
#[derive(Clone, Copy, ValueEnum)]
pub enum ModeChoice {
	/// Not in use
	Off,
	/// Records and computes, without legal effect
	Shadow,
	/// With legal effect
	On,
	/// What the wider area says
	Follow,
}

impl ModeChoice {
	fn mode(self) -> Option<Mode> {
		match self {
			Self::Off => Some(Mode::Off),
			Self::Shadow => Some(Mode::Shadow),
			Self::On => Some(Mode::On),
			Self::Follow => None,
		}
	}
}

#[derive(Subcommand)]
pub enum Incident {
	/// Open incidents and what they pause
	List,
	/// One incident, open or closed
	Show { incident: u32 },
	/// Report an incident: it pauses the modules that it names for a bounded time
	Report {
		kind: Kind,
		/// A module that it pauses; may be repeated
		#[arg(long = "module", value_parser = coded::coded::<ModuleId>)]
		modules: Vec<ModuleId>,
		/// Hash of the report, or the file
		#[arg(long, value_parser = coded::document)]
		evidence: H256,
	},
	/// Move in the council that an incident pause what it names for some days more
	Confirm {
		incident: u32,
		#[arg(long)]
		days: u32,
	},
	/// Move in the council to close an incident
	Close {
		incident: u32,
		/// Hash of the final report, or the file
		#[arg(long, value_parser = coded::document)]
		report: H256,
	},
	/// Move in the council to set for how many legal hours a report pauses what it names
	PauseHours { hours: u32 },
}

#[derive(Subcommand)]
pub enum Attest {
	/// What a member has to attest, the soonest first
	Due { member: u32 },
	/// Attest that what an obligation asks for was done
	Give {
		obligation: Duty,
		/// The day on which it was done
		#[arg(long, value_parser = coded::date)]
		done: LegalDate,
		/// Hash of the evidence, or the file
		#[arg(long, value_parser = coded::document)]
		evidence: H256,
		/// The day until which the evidence is good, if that is sooner than the rule's period
		#[arg(long, value_parser = coded::date)]
		valid_until: Option<LegalDate>,
	},
	/// Move in the council to set the rule of an obligation
	Rule {
		obligation: Duty,
		/// Legal days from one act to the next
		#[arg(long)]
		period: u32,
		#[arg(long, value_enum)]
		binds: Whom,
		/// From which day
		#[arg(long, value_parser = coded::date)]
		effective: LegalDate,
		#[arg(long, value_enum)]
		law: Source,
		/// Its article; 0 for the whole
		#[arg(long, default_value_t = 0)]
		article: u16,
	},
	/// Move in the council to lift an obligation
	Lift { obligation: Duty },
}

/// An enum of the chain as an argument, with its name in the glossary.
macro_rules! choices {
	($(#[$meta:meta])* $name:ident = $target:ident: $($variant:ident $text:literal,)*) => {
		$(#[$meta])*
		#[derive(Clone, Copy, ValueEnum)]
		pub enum $name {
			$(#[value(name = $text)] $variant,)*
		}

		impl From<$name> for $target {
			fn from(choice: $name) -> Self {
				match choice {
					$($name::$variant => Self::$variant,)*
				}
			}
		}

		impl $name {
			/// Names of all.
			#[cfg(test)]
			pub const NAMES: &'static [&'static str] = &[$($text,)*];

			/// The name of what the chain says.
			#[allow(dead_code)]
			fn name(of: &$target) -> &'static str {
				match of {
					$($target::$variant => $text,)*
				}
			}
		}
	};
}

choices! {
	/// What happened.
	Kind = IncidentKind:
	DataLeaked "data-leaked",
	DataTampered "data-tampered",
	DataLost "data-lost",
	KeyCompromised "key-compromised",
	Intrusion "intrusion",
	Malfunction "malfunction",
}

choices! {
	/// What a member must attest.
	Duty = Obligation:
	ClassifiedProtection "classified-protection",
	CryptographyAssessment "cryptography-assessment",
	ImpactAssessment "impact-assessment",
	PersonalDataAudit "personal-data-audit",
	NodeLocation "node-location",
	SecurityTest "security-test",
	RecoveryDrill "recovery-drill",
}

choices! {
	/// Whom an obligation binds.
	Whom = Addressees:
	Everybody "everybody",
	FullNodes "full-nodes",
}

choices! {
	/// Where an obligation comes from.
	Source = Law:
	Charter "charter",
	PersonalInformation "personal-information",
	DataSecurity "data-security",
	Cybersecurity "cybersecurity",
	Cryptography "cryptography",
	NetworkData "network-data",
}

/// Run a command about modules.
pub async fn module(command: Module, context: &Context) -> Result<()> {
	match command {
		Module::List { area, at: moment } => {
			let at = context.best().await?;
			let api = || chain::runtime_apis().compliance_api();
			let paused = at.runtime_apis().call(api().paused_modules()).await?;
			let mut records = Vec::new();
			for module in ModuleId::ALL {
				let mode = at
					.runtime_apis()
					.call(api().mode(Static(module), Static(AreaCode(area)), moment))
					.await?;
				records.push(
					Record::new()
						.term("module", "module", &module)
						.term("mode", "mode", &*mode)
						.flag("paused", paused.iter().any(|paused| **paused == module)),
				);
			}
			context.out.list(records);
		},
		Module::Set { module, mode, area } => {
			let scope = area.map_or(Scope::Consortium, |area| Scope::Area(AreaCode(area)));
			let mode = mode.mode().map(Static);
			let call =
				chain::transactions().compliance().set_mode(Static(module), Static(scope), mode);
			context.move_in(Body::Council, MAJORITY, None, &call).await?;
		},
	}
	Ok(())
}

/// What the council needs to set modes, obligations and pauses, and to close incidents.
const MAJORITY: Majority = Majority::TwoThirds;

/// Run a command about incidents.
pub async fn incident(command: Incident, context: &Context) -> Result<()> {
	let tx = chain::transactions().compliance();
	let api = || chain::runtime_apis().compliance_api();
	match command {
		Incident::List => {
			let at = context.best().await?;
			let mut records = Vec::new();
			let mut from = 0;
			loop {
				let page =
					at.runtime_apis().call(api().open_incidents(IncidentId(from), PAGE)).await?;
				let Some(last) = page.last().map(|info| info.id.0) else { break };
				from = last.saturating_add(1);
				let full = page.len() == PAGE as usize;
				records.extend(page.iter().map(describe));
				if !full {
					break;
				}
			}
			context.out.list(records);
		},
		Incident::Show { incident } => {
			let at = context.best().await?;
			let info = at.runtime_apis().call(api().incident(IncidentId(incident))).await?;
			let info = info.ok_or_else(|| failure!("no-incident", incident = incident))?;
			context.out.show(describe(&info));
		},
		Incident::Report { kind, modules, evidence } => {
			let modules = modules
				.into_iter()
				.fold(Modules::default(), |set, module| set.union(Modules::of(module)));
			let call = tx.report_incident(kind.into(), Static(modules), evidence);
			let report = context.send(&call).await?;
			if let Some(id) = report.field("Compliance.IncidentReported", "incident") {
				context.out.line(say!("incident.reported", incident = id));
			}
		},
		Incident::Confirm { incident, days } => {
			let call = tx.confirm_pause(IncidentId(incident), days);
			context.move_in(Body::Council, MAJORITY, None, &call).await?;
		},
		Incident::Close { incident, report } => {
			let call = tx.close_incident(IncidentId(incident), report);
			context.move_in(Body::Council, MAJORITY, None, &call).await?;
		},
		Incident::PauseHours { hours } => {
			let call = tx.set_pause_hours(hours);
			context.move_in(Body::Council, MAJORITY, None, &call).await?;
		},
	}
	Ok(())
}

fn describe(info: &IncidentInfo) -> Record {
	let incident = &info.incident;
	let modules: Vec<String> = incident.modules.iter().map(|module| words::code(&module)).collect();
	let modules: Vec<&str> = modules.iter().map(String::as_str).collect();
	let pauses = info.pauses.iter().map(
		|(module, until)| serde_json::json!({ "module": words::code(&**module), "until": until }),
	);
	let shown: Vec<String> = info
		.pauses
		.iter()
		.map(|(module, until)| {
			format!("{} → {}", words::term("module", &**module), time::show(*until))
		})
		.collect();
	Record::new()
		.put("incident", info.id.0)
		.put("member", incident.member.0 .0)
		.term("kind", "incident", &Kind::name(&incident.kind))
		.terms("modules", "module", &modules)
		.value("pauses", pauses.collect(), shown.join("\n"))
		.moment("reported", incident.reported)
		.maybe_moment("closed", incident.closed.as_ref().map(|(at, _)| *at))
		.put("evidence", hex(incident.evidence))
}

/// Run a command about attestations.
pub async fn attest(command: Attest, context: &Context) -> Result<()> {
	let tx = chain::transactions().compliance();
	match command {
		Attest::Due { member } => {
			let id = MemberId(member);
			let at = context.best().await?;
			context.member(&at, id).await?;
			let due = at
				.runtime_apis()
				.call(chain::runtime_apis().compliance_api().attestations_due(Static(id)))
				.await?;
			let records = due
				.into_iter()
				.map(|due| {
					Record::new()
						.term("obligation", "obligation", &Duty::name(&due.obligation))
						.put("due", time::date(*due.due))
						.flag("overdue", due.overdue)
						.maybe("done", due.attested.map(|attested| time::date(*attested.done)))
						.put("period", due.rule.period)
						.term("law", "law", &Source::name(&due.rule.law))
						.put("article", due.rule.article)
				})
				.collect();
			context.out.list(records);
		},
		Attest::Give { obligation, done, evidence, valid_until } => {
			let valid_until = valid_until.map(Static);
			let call = tx.attest(obligation.into(), evidence, Static(done), valid_until);
			context.send(&call).await?;
		},
		Attest::Rule { obligation, period, binds, effective, law, article } => {
			let rule = Rule {
				period,
				addressees: binds.into(),
				effective: Static(effective),
				law: law.into(),
				article,
			};
			let call = tx.set_obligation(obligation.into(), Some(rule));
			context.move_in(Body::Council, MAJORITY, None, &call).await?;
		},
		Attest::Lift { obligation } => {
			let call = tx.set_obligation(obligation.into(), None);
			context.move_in(Body::Council, MAJORITY, None, &call).await?;
		},
	}
	Ok(())
}
