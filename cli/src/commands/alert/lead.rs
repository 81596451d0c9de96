//! Leads given to another agency (S138).

use crate::{
	casework::{alerts, handles, records, wire},
	client::hex,
	coded,
	context::Context,
	say,
	vault::commit::{self, Fields},
};
use anyhow::Result;
use clap::Subcommand;
use pallet_oversight::{LeadId, LeadOutcome, Part};
use shejiao_primitives::{ids::MemberId, oversight::Severity};
use std::path::PathBuf;

#[derive(Subcommand)]
pub enum Command {
	/// Leads received, or given, whose result is not known
	List {
		/// addressee or sender
		#[arg(long, value_parser = coded::coded::<Part>, default_value = "addressee")]
		part: Part,
		/// The member, if not one's own
		#[arg(long)]
		member: Option<u32>,
	},
	/// One lead
	Show { lead: u64 },
	/// Give a lead to an agency that supervises or investigates
	Give {
		#[arg(long)]
		to: u32,
		#[arg(long, value_parser = coded::coded::<Severity>)]
		severity: Severity,
		/// Its content: a file; a commitment to it goes on chain
		#[arg(long)]
		content: PathBuf,
	},
	/// Acknowledge a lead
	Acknowledge { lead: u64 },
	/// Tell what became of a lead
	Result {
		lead: u64,
		#[arg(value_parser = coded::coded::<LeadOutcome>)]
		outcome: LeadOutcome,
		/// The report: a file; a commitment to it goes on chain
		#[arg(long)]
		report: PathBuf,
	},
}

const PALLET: &str = "Oversight";

/// Run a command.
pub async fn run(command: Command, context: &Context) -> Result<()> {
	let paper = |path: &PathBuf| {
		let hash = commit::hash(records::SUITE, &records::read(path)?)?;
		super::seal(context, Fields::from([("document".to_string(), hex(hash))]))
	};
	let call = match command {
		Command::List { part, member } => {
			let at = context.best().await?;
			let member = match member {
				Some(member) => MemberId(member),
				None => handles::member(context, &at).await?,
			};
			let list = alerts::leads(&at, member, part).await?;
			context.out.list(list.iter().map(alerts::lead_row).collect());
			return Ok(());
		},
		Command::Show { lead: id } => {
			let id: LeadId = shejiao_primitives::oversight::NoticeId(id);
			let lead = alerts::lead(&context.best().await?, id).await?;
			context.out.show(alerts::lead_row(&(id, lead)));
			return Ok(());
		},
		Command::Give { to, severity, content } => {
			wire::call(PALLET, "transfer_lead", (MemberId(to), paper(&content)?, severity))
		},
		Command::Acknowledge { lead } => wire::call(PALLET, "acknowledge_lead", (lead,)),
		Command::Result { lead, outcome, report } => {
			wire::call(PALLET, "report_result", (lead, outcome, paper(&report)?))
		},
	};
	let report = wire::send(context, call).await?;
	if let Some(lead) = report.field("Oversight.LeadTransferred", "lead") {
		context.out.line(say!("alert.lead-given", lead = lead));
	}
	Ok(())
}
