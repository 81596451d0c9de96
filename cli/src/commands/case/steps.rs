//! Steps from stage to stage.

use super::Proof;
use crate::{
	casework::{cases, handles, records},
	coded,
	context::Context,
	fail,
	vault::commit::Purpose,
};
use anyhow::Result;
use clap::Args;
use pallet_subject_identity::Step;
use shejiao_primitives::{
	case::CaseCategory,
	record::{classes, RecordId},
};

/// A step that needs nothing but its evidence.
#[derive(Args)]
pub struct Plain {
	case: String,
	#[command(flatten)]
	proof: Proof,
}

#[derive(Args)]
pub struct Decide {
	case: String,
	/// The category
	#[arg(long, value_parser = coded::coded::<CaseCategory>)]
	category: CaseCategory,
	#[command(flatten)]
	proof: Proof,
}

#[derive(Args)]
pub struct Receive {
	case: String,
	/// The correction group: number of its record, or the file, which is anchored first
	#[arg(long)]
	group: String,
	/// The group is lawful: a woman for a woman (法 25), somebody who knows minors for a minor (法 52)
	#[arg(long)]
	group_lawful: bool,
	#[command(flatten)]
	proof: Proof,
}

#[derive(Args)]
pub struct Ending {
	case: String,
	/// Why; it is sealed
	#[arg(long, value_parser = REASONS)]
	reason: String,
	#[command(flatten)]
	proof: Proof,
}

/// Why a case may end: sealed, so that the chain tells none from another.
pub const REASONS: [&str; 8] = [
	"expiry",
	"pardon",
	"revoked",
	"imprisoned",
	"death",
	"set-aside",
	"sentence-changed",
	"other",
];

pub async fn decide(context: &Context, command: Decide) -> Result<()> {
	let case = handles::resolve(context, &command.case).await?;
	let record = command.proof.record(context, case, classes::DECISIONS, "decision").await?;
	let step = Step::Decide { category: command.category };
	cases::advance(context, case, step, command.proof.date, record).await?;
	Ok(())
}

pub async fn drop(context: &Context, command: Plain) -> Result<()> {
	plain(context, command, Step::Drop, "decision-otherwise").await
}

pub async fn after_care(context: &Context, command: Plain) -> Result<()> {
	plain(context, command, Step::BeginAfterCare, "after-care-consent").await
}

pub async fn archive(context: &Context, command: Plain) -> Result<()> {
	plain(context, command, Step::Archive, "archive-list").await
}

async fn plain(context: &Context, command: Plain, step: Step, kind: &str) -> Result<()> {
	let case = handles::resolve(context, &command.case).await?;
	let class = match pallet_subject_identity::transitions::row(step.kind()).evidence {
		[class, ..] => *class,
		[] => classes::END,
	};
	let record = command.proof.record(context, case, class, kind).await?;
	cases::advance(context, case, step, command.proof.date, record).await?;
	Ok(())
}

pub async fn receive(context: &Context, command: Receive) -> Result<()> {
	if !command.group_lawful {
		fail!("group-not-confirmed");
	}
	let case = handles::resolve(context, &command.case).await?;
	let group: RecordId = records::evidence(
		context,
		case,
		classes::GROUP_AND_PLAN,
		"correction-group",
		command.proof.date,
		&command.group,
	)
	.await?;
	let record = command.proof.record(context, case, classes::RECEPTION, "declaration").await?;
	let step = Step::Receive { group, group_lawful: command.group_lawful };
	cases::advance(context, case, step, command.proof.date, record).await?;
	Ok(())
}

/// The end, or of what was never received, the return.
pub async fn end(context: &Context, command: Ending, returned: bool) -> Result<()> {
	let case = handles::resolve(context, &command.case).await?;
	let class = if returned { classes::DECISIONS } else { classes::END };
	let record = command.proof.record(context, case, class, "end-of-correction").await?;
	let reason = cases::seal_text(context, case, Purpose::EndReason, "reason", &command.reason)?;
	let step = if returned { Step::Return { reason } } else { Step::End { reason } };
	cases::advance(context, case, step, command.proof.date, record).await?;
	Ok(())
}

pub async fn certify(context: &Context, command: Plain) -> Result<()> {
	let case = handles::resolve(context, &command.case).await?;
	let record = command.proof.record(context, case, classes::END, "certificate").await?;
	cases::certify(context, case, command.proof.date, record).await?;
	Ok(())
}
