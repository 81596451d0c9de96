//! Steps from stage to stage.

use super::Proof;
use crate::{
	casework::{act_date, cases, handles, records},
	coded,
	commands::may_i,
	context::Context,
	fail, say,
	vault::commit::Purpose,
};
use anyhow::Result;
use clap::Args;
use pallet_subject_identity::{Action, Step, StepKind};
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
	let action = Action::Advance(StepKind::Decide);
	let record =
		command.proof.record(context, case, action, classes::DECISIONS, "decision").await?;
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
	let action = Action::Advance(step.kind());
	let record = command.proof.record(context, case, action, class, kind).await?;
	cases::advance(context, case, step, command.proof.date, record).await?;
	Ok(())
}

pub async fn receive(context: &Context, command: Receive) -> Result<()> {
	if !command.group_lawful {
		fail!("group-not-confirmed");
	}
	let case = handles::resolve(context, &command.case).await?;
	let action = Action::Advance(StepKind::Receive);
	// Both are looked at before either is anchored.
	for file in
		[&command.group, &command.proof.evidence].into_iter().filter_map(|e| records::file(e))
	{
		records::read(file)?;
		may_i::demand(context, case, action).await?;
	}
	let group: RecordId = records::evidence(
		context,
		case,
		classes::GROUP_AND_PLAN,
		"correction-group",
		command.proof.date,
		&command.group,
	)
	.await?;
	let proof = &command.proof;
	let record = proof.record(context, case, action, classes::RECEPTION, "declaration").await?;
	let step = Step::Receive { group, group_lawful: command.group_lawful };
	cases::advance(context, case, step, command.proof.date, record).await?;
	Ok(())
}

/// The end, or of what was never received, the return.
pub async fn end(context: &Context, command: Ending, returned: bool) -> Result<()> {
	let case = handles::resolve(context, &command.case).await?;
	let class = if returned { classes::DECISIONS } else { classes::END };
	let action = Action::Advance(if returned { StepKind::Return } else { StepKind::End });
	let record = command.proof.record(context, case, action, class, "end-of-correction").await?;
	let reason = cases::seal_text(context, case, Purpose::EndReason, "reason", &command.reason)?;
	let step = if returned { Step::Return { reason } } else { Step::End { reason } };
	cases::advance(context, case, step, command.proof.date, record).await?;
	Ok(())
}

pub async fn certify(context: &Context, command: Plain) -> Result<()> {
	let case = handles::resolve(context, &command.case).await?;
	if records::file(&command.proof.evidence).is_some() {
		let last = cases::header(&context.best().await?, case).await?.facts.last_day;
		let date = act_date(context, command.proof.date).await?;
		if last.is_some_and(|last| date < last) {
			let (code, early) =
				("SubjectIdentity.ActTooEarly", "error.SubjectIdentity.ActTooEarly");
			let (why, help) = (say!(&format!("{early}.what")), say!(&format!("{early}.remedy")));
			return Err(may_i::nothing_sent(code.into(), &why, &help).into());
		}
	}
	let proof = &command.proof;
	let record = proof.record(context, case, Action::Certify, classes::END, "certificate").await?;
	cases::certify(context, case, command.proof.date, record).await?;
	Ok(())
}
