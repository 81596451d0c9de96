//! The term (L39).

use super::Proof;
use crate::{
	casework::{cases, handles, records},
	context::Context,
	failure,
	output::Record,
	say, time,
	vault::sheets::{self, Handle},
};
use anyhow::Result;
use clap::Subcommand;
use pallet_subject_identity::Action;
use shejiao_primitives::record::classes;
use std::path::PathBuf;

#[derive(Subcommand)]
pub enum Command {
	/// Compute the term, or compute it again after 减刑: a second officer confirms it
	Compute {
		case: String,
		/// What it is computed from: YAML or JSON
		sheet: PathBuf,
		#[command(flatten)]
		proof: Proof,
	},
	/// Confirm the last version, once it is computed again from the sealed calculation
	Confirm {
		case: String,
		/// Confirm though the vault does not have the calculation: the paper was checked
		#[arg(long)]
		unseen: bool,
	},
	/// Every version of the term
	Show { case: String },
}

/// Run a command.
pub async fn run(command: Command, context: &Context) -> Result<()> {
	match command {
		Command::Compute { case, sheet, proof } => {
			let case = handles::resolve(context, &case).await?;
			let written: cases::TermSheet = sheets::parse(&sheet, &records::read(&sheet)?)?;
			let category = cases::header(&context.best().await?, case).await?.facts.category;
			let category = category.ok_or_else(|| failure!("no-category"))?;
			let facts = written.facts(category)?;
			// Before anything is anchored for it.
			cases::last_day(&facts)?;
			let (action, class) = (Action::ComputeTerm, classes::DECISIONS);
			let record = proof.record(context, case, action, class, "decision").await?;
			let (last, _) = cases::compute_term(context, case, &facts, proof.date, record).await?;
			context.out.line(say!("case.term-computed", last = time::date(last)));
			Ok(())
		},
		Command::Confirm { case, unseen } => {
			let case = handles::resolve(context, &case).await?;
			cases::confirm_term(context, case, unseen).await?;
			Ok(())
		},
		Command::Show { case } => show(context, &case).await,
	}
}

async fn show(context: &Context, case: &str) -> Result<()> {
	let case = handles::resolve(context, case).await?;
	let at = context.best().await?;
	let vault = context.vault()?;
	let mut records = Vec::new();
	for (version, term) in (0u32..).zip(cases::terms(&at, case).await?) {
		let sealing = vault.opened(Some(case), &term.calculation.0)?;
		let facts = sealing.as_ref().and_then(|sealing| cases::facts_of(&sealing.value));
		let computed = facts.and_then(|facts| facts.term().ok());
		records.push(
			Record::new()
				.put("case", Handle(case))
				.put("version", version)
				.put("lastDay", time::date(term.last_day))
				.put("actDate", time::date(term.computed.date))
				.maybe("evidence", term.computed.evidence.map(|record| record.0))
				.flag("confirmed", term.confirmed.is_some())
				.maybe("computedAgain", computed.map(|term| time::date(term.last_day))),
		);
	}
	context.out.list(records);
	Ok(())
}
