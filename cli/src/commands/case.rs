//! Cases: registered, moved on, looked at.

pub mod forget;
pub mod identity;
pub mod import;
pub mod intervals;
pub mod parties;
pub mod representatives;
pub mod sheet;
pub mod show;
pub mod steps;
pub mod term;

use crate::{
	casework::{cases, handles, records},
	coded,
	commands::may_i,
	context::Context,
	failure,
	output::Record,
	vault::sheets::{self, CaseSheet, Handle, NewCase},
};
use anyhow::Result;
use clap::{Args, Subcommand, ValueEnum};
use pallet_subject_identity::{Action, Founders, Opening, Secrecy};
use shejiao_primitives::{case::CaseCategory, ids::MemberId, record::ClassId, time::LegalDate};
use std::path::PathBuf;
use subxt::utils::H256;

#[derive(Subcommand)]
pub enum Command {
	/// Register a case from its sheet
	Register(Box<Register>),
	/// A case file: stage, parties, term, clocks, records
	Show {
		case: String,
		/// With what the vault says of the person
		#[arg(long)]
		open: bool,
	},
	/// Cases of one's agency, or of an officer
	List {
		/// Those in one's own caseload
		#[arg(long, conflicts_with = "officer")]
		mine: bool,
		/// Those in the caseload of this officer
		#[arg(long)]
		officer: Option<String>,
		/// Those at this stage
		#[arg(long, value_parser = coded::coded::<shejiao_primitives::case::Stage>)]
		stage: Option<shejiao_primitives::case::Stage>,
		/// With the names that the vault knows
		#[arg(long)]
		open: bool,
	},
	/// The sheet of a case, as the vault has it; handed over to another agency, or taken over from one
	Sheet(sheet::Sheet),
	/// Sheets whose registration was sent and whose handle is not known yet
	Drafts {
		/// Look for their cases on the chain, and file them
		#[arg(long)]
		recover: bool,
		/// Forget the one with this identity commitment: its registration was never sent
		#[arg(long, conflicts_with = "recover", value_parser = coded::hash)]
		forget: Option<H256>,
	},
	/// Forget a case: destroy what the vault has of it
	Forget(forget::Forget),
	/// The decision: community corrections (决定)
	Decide(steps::Decide),
	/// Decided otherwise, or the commission taken back
	Drop(steps::Plain),
	/// The person is received (接收)
	Receive(steps::Receive),
	/// Never received: the decision is revoked
	Return(steps::Ending),
	/// The end by decision or death (解除, 终止)
	End(steps::Ending),
	/// The certificate of the end
	Certify(steps::Plain),
	/// After-care by consent (安置帮教)
	AfterCare(steps::Plain),
	/// Archive the file (归档)
	Archive(steps::Plain),
	/// Assign unit and officer
	Assign {
		case: String,
		/// The unit with the daily work
		#[arg(long)]
		unit: Option<u32>,
		/// The officer whose caseload it is in
		#[arg(long)]
		officer: Option<String>,
	},
	/// The term (L39)
	#[command(subcommand)]
	Term(term::Command),
	/// Agencies with a part in the case
	#[command(subcommand)]
	Party(parties::Command),
	/// Detention or another measure on the running term
	Detain(intervals::Measure),
	/// The measure has ended
	Release(intervals::Close),
	/// Hold the end by rule: detained, or revocation pending
	Hold(intervals::Open),
	/// Hold the end no longer
	Lift(intervals::Close),
	/// Strict defaults hold
	Restrict(intervals::Restrict),
	/// Strict defaults hold no longer
	Unrestrict(intervals::Close),
	/// 法定不准出境: reported and cancelled
	#[command(subcommand)]
	ExitBan(intervals::ExitBan),
	/// Keyed tags of identity documents
	#[command(subcommand)]
	Tags(identity::Tags),
	/// Registrations that may be one person's
	#[command(subcommand)]
	Duplicates(identity::Duplicates),
	/// Take a merge apart: two officers, one after the other
	Split(identity::Split),
	/// Representatives of the person: guardian, lawyer, the person
	#[command(subcommand)]
	Representative(representatives::Command),
	/// Take over running cases from a table
	Import(import::Import),
}

#[derive(Args)]
pub struct Register {
	/// The sheet: YAML or JSON
	sheet: PathBuf,
	/// How it begins
	#[arg(long, value_enum, default_value = "decided")]
	opening: Begins,
	/// The county's justice bureau that executes, or investigates
	#[arg(long)]
	executing: u32,
	/// Court, prison or police that decides
	#[arg(long)]
	deciding: u32,
	/// Procuratorate of the place of execution
	#[arg(long)]
	supervising: u32,
	/// Police of the place of execution
	#[arg(long)]
	police: Option<u32>,
	/// Prison or police that hands the person over
	#[arg(long)]
	custody: Option<u32>,
	/// Outcome of the secrecy review: unclassified, or classified
	#[arg(long, value_parser = coded::coded::<Secrecy>)]
	secrecy: Secrecy,
	/// The document of the registration; its hash is sealed
	#[arg(long)]
	document: Option<PathBuf>,
	/// Receipt of the commission, effect of the decision, or report; today by default
	#[arg(long, value_parser = coded::date)]
	date: Option<LegalDate>,
	/// The category, where the sheet does not say it
	#[arg(long, value_parser = coded::coded::<CaseCategory>)]
	category: Option<CaseCategory>,
}

/// How a case begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Begins {
	/// With an assessment
	Commissioned,
	/// With an assessment in a fast-track case
	FastTrack,
	/// With the decision
	Decided,
	/// With the person's report, documents missing
	Incomplete,
}

/// The day of an act and what proves it.
#[derive(Args, Clone, Debug)]
pub struct Proof {
	/// Day of the act; today by default
	#[arg(long, value_parser = coded::date)]
	pub date: Option<LegalDate>,
	/// What proves it: number of a record, or a file, which is anchored first
	#[arg(long)]
	pub evidence: String,
	/// Exact kind of a file that is anchored; it is sealed
	#[arg(long)]
	pub kind: Option<String>,
	/// Class of a file that is anchored, where the act takes several
	#[arg(long, value_parser = coded::class)]
	pub class: Option<ClassId>,
}

impl Proof {
	/// The record that proves the act: a file is anchored as one of `class`, where no other is given.
	/// Nothing is anchored for an act that the chain would refuse now.
	pub async fn record(
		&self,
		context: &Context,
		case: shejiao_primitives::case::CaseId,
		action: Action,
		class: ClassId,
		kind: &str,
	) -> Result<shejiao_primitives::record::RecordId> {
		if let Some(file) = records::file(&self.evidence) {
			records::read(file)?;
			may_i::demand(context, case, action).await?;
		}
		let kind = self.kind.as_deref().unwrap_or(kind);
		let class = self.class.unwrap_or(class);
		records::evidence(context, case, class, kind, self.date, &self.evidence).await
	}
}

/// Run a command.
pub async fn run(command: Command, context: &Context) -> Result<()> {
	match command {
		Command::Register(command) => register(context, *command).await,
		Command::Show { case, open } => show::file(context, &case, open).await,
		Command::List { mine, officer, stage, open } => {
			show::list(context, mine, officer.as_deref(), stage, open).await
		},
		Command::Sheet(command) => sheet::run(context, command).await,
		Command::Drafts { forget: Some(identity), .. } => {
			let vault = context.vault()?;
			let draft = vault.draft(&identity.0)?.ok_or_else(|| failure!("no-draft"))?;
			vault.drop_draft(&draft)?;
			let identity = draft.identity()?;
			context.out.show(
				Record::new()
					.put("identity", identity)
					.put("sealingsHere", draft.sealings.len() as u64)
					.flag("destroyed", true),
			);
			context.out.line(crate::say!("case.draft-forgotten", identity = identity));
			Ok(())
		},
		Command::Drafts { recover, forget: None } => drafts(context, recover).await,
		Command::Forget(command) => forget::run(context, command).await,
		Command::Decide(command) => steps::decide(context, command).await,
		Command::Drop(command) => steps::drop(context, command).await,
		Command::Receive(command) => steps::receive(context, command).await,
		Command::Return(command) => steps::end(context, command, true).await,
		Command::End(command) => steps::end(context, command, false).await,
		Command::Certify(command) => steps::certify(context, command).await,
		Command::AfterCare(command) => steps::after_care(context, command).await,
		Command::Archive(command) => steps::archive(context, command).await,
		Command::Assign { case, unit, officer } => {
			let case = handles::resolve(context, &case).await?;
			let officer = officer.as_deref().map(records::account).transpose()?;
			let unit = unit.map(shejiao_primitives::ids::UnitId);
			cases::assign(context, case, unit, officer).await?;
			Ok(())
		},
		Command::Term(command) => term::run(command, context).await,
		Command::Party(command) => parties::run(command, context).await,
		Command::Detain(command) => intervals::detain(context, command).await,
		Command::Release(command) => intervals::release(context, command).await,
		Command::Hold(command) => intervals::hold(context, command).await,
		Command::Lift(command) => intervals::lift(context, command).await,
		Command::Restrict(command) => intervals::restrict(context, command).await,
		Command::Unrestrict(command) => intervals::unrestrict(context, command).await,
		Command::ExitBan(command) => intervals::exit_ban(context, command).await,
		Command::Tags(command) => identity::tags(command, context).await,
		Command::Duplicates(command) => identity::duplicates(command, context).await,
		Command::Split(command) => identity::split(command, context).await,
		Command::Representative(command) => representatives::run(command, context).await,
		Command::Import(command) => import::run(command, context).await,
	}
}

async fn register(context: &Context, command: Register) -> Result<()> {
	let facts: NewCase = sheets::parse(&command.sheet, &records::read(&command.sheet)?)?;
	let category = command.category.or(facts.category);
	let opening = opening(command.opening, category)?;
	let founders = Founders {
		executing: MemberId(command.executing),
		deciding: MemberId(command.deciding),
		supervising: MemberId(command.supervising),
		police: command.police.map(MemberId),
		custody: command.custody.map(MemberId),
	};
	let registration = cases::Registration {
		sheet: CaseSheet::new(records::SUITE, facts)?,
		opening,
		founders,
		secrecy: command.secrecy,
		document: command.document.as_deref().map(records::read).transpose()?,
		act_date: command.date,
	};
	let registered = cases::register(context, registration).await?;
	if let Some(case) = registered.case {
		context.out.line(crate::say!("case.registered", case = Handle(case)));
	}
	Ok(())
}

fn opening(begins: Begins, category: Option<CaseCategory>) -> Result<Opening> {
	let category = || category.ok_or_else(|| failure!("no-category"));
	Ok(match begins {
		Begins::Commissioned => Opening::Commissioned { fast_track: false },
		Begins::FastTrack => Opening::Commissioned { fast_track: true },
		Begins::Decided => Opening::Decided { category: category()? },
		Begins::Incomplete => Opening::Incomplete { category: category()? },
	})
}

async fn drafts(context: &Context, recover: bool) -> Result<()> {
	let vault = context.vault()?;
	let drafts = vault.drafts()?;
	let mut records = Vec::new();
	let known = match recover {
		true => {
			// A draft goes with its adoption: in a block that is not final the handle may be another.
			let at = context.chain().await?.finalized().await?;
			let member = handles::member(context, &at).await?;
			let mut known = Vec::new();
			for listed in handles::cases_of(&at, member).await? {
				known.push((cases::header(&at, listed.case).await?.identity.hash, listed.case));
			}
			known
		},
		false => Vec::new(),
	};
	for draft in drafts {
		let identity = draft.identity()?;
		let found = known.iter().find(|(hash, _)| hash.0 == identity.0).map(|(_, case)| *case);
		if let Some(case) = found {
			vault.adopt(draft, case)?;
		}
		records.push(Record::new().put("identity", identity).maybe("case", found.map(Handle)));
	}
	context.out.list(records);
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_decision_needs_its_category() {
		let parole = Some(CaseCategory::Parole);
		assert_eq!(
			opening(Begins::Decided, parole).ok(),
			Some(Opening::Decided { category: CaseCategory::Parole })
		);
		assert_eq!(
			opening(Begins::FastTrack, None).ok(),
			Some(Opening::Commissioned { fast_track: true })
		);
		let error = opening(Begins::Incomplete, None).expect_err("no category; qed");
		assert_eq!(crate::error::from_any(&error).code, "no-category");
	}
}
