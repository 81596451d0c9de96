//! Alerts, notices of supervision, leads.

pub mod lead;
pub mod notice;

use crate::{
	casework::{alerts, handles, records::SUITE, said, wire},
	client::hex,
	coded,
	context::Context,
	fail,
	output::Record,
	say,
	vault::commit::{Fields, Purpose},
};
use anyhow::Result;
use clap::{Args, Subcommand};
use pallet_oversight::{Outcome, Paper, Step, Tally};
use shejiao_primitives::{
	ids::MemberId,
	oversight::{AlertId, Rule, Severity},
	record::RecordId,
};
use sp_core::H256;

#[derive(Subcommand)]
pub enum Command {
	/// Alerts of one's agency, the gravest first
	List {
		/// The member, if not one's own
		#[arg(long)]
		member: Option<u32>,
		/// Closed ones too
		#[arg(long)]
		all: bool,
		/// Those that it was told of as supervisor
		#[arg(long, conflicts_with = "all")]
		told: bool,
	},
	/// An alert with its history
	Show { alert: u64 },
	/// What became of a member's alerts, by rule
	Tallies { member: u32 },
	/// Raise an alert
	Report {
		/// Who must respond
		#[arg(long)]
		owner: u32,
		#[arg(long, value_parser = coded::coded::<Severity>)]
		severity: Severity,
		/// About whom or what, sealed to owner and supervisor; - reads it from standard input
		#[arg(long)]
		about: String,
	},
	/// Take an alert up
	Acknowledge { alert: u64 },
	/// State what is in an alert
	Find {
		alert: u64,
		/// substantiated or unsubstantiated
		#[arg(value_parser = coded::coded::<Outcome>)]
		outcome: Outcome,
		#[command(flatten)]
		paper: OnPaper,
	},
	/// Close an alert on a colleague's finding
	Close { alert: u64 },
	/// Give an alert to the superior, or take it as the superior
	Escalate { alert: u64 },
	/// Notices that must be answered (S68)
	#[command(subcommand)]
	Notice(notice::Command),
	/// Leads given to another agency (S138)
	#[command(subcommand)]
	Lead(lead::Command),
}

/// What is written: a record of the case, or a paper that stays here.
#[derive(Args, Clone, Debug)]
pub struct OnPaper {
	/// Number of a record that one's own agency has anchored
	#[arg(long)]
	record: Option<u64>,
	/// A paper that is no record of the case: its file; a commitment to it goes on chain
	#[arg(long, conflicts_with = "record")]
	paper: Option<std::path::PathBuf>,
}

impl OnPaper {
	/// What stands on chain of it.
	pub fn needed(&self, context: &Context) -> Result<Paper> {
		match (self.record, &self.paper) {
			(Some(record), _) => Ok(Paper::Record(RecordId(record))),
			(None, Some(path)) => {
				let hash =
					crate::vault::commit::hash(SUITE, &crate::casework::records::read(path)?)?;
				let value = Fields::from([("document".to_string(), hex(hash))]);
				Ok(Paper::Sealed(seal(context, value)?))
			},
			(None, None) => fail!("no-paper"),
		}
	}
}

/// Seal something that belongs to no case into the vault.
pub fn seal(context: &Context, value: Fields) -> Result<H256> {
	let commitment = context.vault()?.seal(None, SUITE, Purpose::About, value)?;
	Ok(H256(commitment.0))
}

const PALLET: &str = "Oversight";

/// Run a command.
pub async fn run(command: Command, context: &Context) -> Result<()> {
	let call = match command {
		Command::List { member, all, told } => return list(context, member, all, told).await,
		Command::Show { alert } => return show(context, AlertId(alert)).await,
		Command::Tallies { member } => return tallies(context, MemberId(member)).await,
		Command::Notice(command) => return notice::run(command, context).await,
		Command::Lead(command) => return lead::run(command, context).await,
		Command::Report { owner, severity, about } => {
			let about = said(&about)?;
			let about = seal(context, Fields::from([("about".to_string(), about)]))?;
			wire::call(PALLET, "report", (MemberId(owner), severity, about))
		},
		Command::Acknowledge { alert } => wire::call(PALLET, "acknowledge", (AlertId(alert),)),
		Command::Find { alert, outcome, paper } => {
			let paper = paper.needed(context)?;
			wire::call(PALLET, "find", (AlertId(alert), outcome, paper))
		},
		Command::Close { alert } => wire::call(PALLET, "close", (AlertId(alert),)),
		Command::Escalate { alert } => wire::call(PALLET, "escalate", (AlertId(alert),)),
	};
	let report = wire::send(context, call).await?;
	if let Some(alert) = report.last_field("Oversight.AlertRaised", "alert") {
		context.out.line(say!("alert.raised", alert = alert));
	}
	Ok(())
}

async fn list(context: &Context, member: Option<u32>, all: bool, told: bool) -> Result<()> {
	let at = context.best().await?;
	let member = match member {
		Some(member) => MemberId(member),
		None => handles::member(context, &at).await?,
	};
	let list = match told {
		true => alerts::told(&at, member).await?,
		false => alerts::of(&at, member, all).await?,
	};
	context.out.list(list.iter().map(alerts::row).collect());
	Ok(())
}

/// What happened to an alert, in one word.
fn step(step: &Step<sp_core::crypto::AccountId32>) -> &'static str {
	match step {
		Step::Raised(_) => "raised",
		Step::Acknowledged(_) => "acknowledged",
		Step::Found(..) => "found",
		Step::Escalated(..) => "escalated",
		Step::Told(_) => "told",
		Step::Settled => "settled",
		Step::SourceCorrected(_) => "source-corrected",
		Step::Closed(_) => "closed",
	}
}

async fn show(context: &Context, alert: AlertId) -> Result<()> {
	let at = context.best().await?;
	let info = alerts::one(&at, alert).await?;
	let sealing = match info.alert.about {
		Some(about) => context.vault()?.opened(None, &about.0)?,
		None => None,
	};
	let about = sealing.and_then(|sealing| sealing.value.get("about").cloned());
	let told: Vec<String> = info.alert.told.iter().map(|member| member.0.to_string()).collect();
	let steps: Vec<Record> = info
		.steps
		.iter()
		.map(|entry| {
			Record::new().moment("since", entry.since).term(
				"step",
				"alert-step",
				&step(&entry.value),
			)
		})
		.collect();
	let head = alerts::row(&(alert, info.alert.clone()))
		.maybe("commitment", info.alert.about.map(hex))
		.maybe("about", about)
		.maybe("reporter", info.alert.reporter.map(|member| member.0))
		.put("told", told.join(", "))
		.flag("sourceCorrected", info.alert.corrected);
	context.out.whole(head, vec![("steps", steps)]);
	Ok(())
}

async fn tallies(context: &Context, member: MemberId) -> Result<()> {
	let at = context.best().await?;
	let list: Vec<(Rule, Tally)> = wire::ask(&at, "OversightApi", "tallies", (member,)).await?;
	let rows = list.into_iter().map(|(rule, tally)| {
		Record::new()
			.term("rule", "alert-rule", &rule)
			.put("received", tally.received)
			.put("openNow", tally.open)
			.put("escalated", tally.escalated)
			.put("substantiated", tally.substantiated)
			.put("unsubstantiated", tally.unsubstantiated)
			.put("settled", tally.settled)
	});
	context.out.list(rows.collect());
	Ok(())
}
