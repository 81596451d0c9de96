//! What holds for a while: measures, the held end, restriction, the exit ban.

use super::Proof;
use crate::{
	casework::{cases, handles, said},
	context::Context,
	vault::commit::{Fields, Purpose},
};
use anyhow::Result;
use clap::{Args, Subcommand};
use pallet_subject_identity::{permissions::interval_row, Action, IntervalKind};
use shejiao_primitives::record::ClassId;

/// Kinds of measures on a running term: which of them it is, is sealed (办法 41).
pub const MEASURES: [&str; 6] =
	["detention", "arrest", "administrative-detention", "compulsory-treatment", "escape", "other"];

#[derive(Args)]
pub struct Measure {
	case: String,
	/// Which measure; it is sealed
	#[arg(long, value_parser = MEASURES)]
	measure: String,
	#[command(flatten)]
	proof: Proof,
}

#[derive(Args)]
pub struct Open {
	case: String,
	/// On which ground; sealed; - reads it from standard input
	#[arg(long)]
	ground: String,
	#[command(flatten)]
	proof: Proof,
}

#[derive(Args)]
pub struct Restrict {
	case: String,
	/// Causes, joined by commas: minor, illness, pregnancy, protected-address, other; they are sealed
	#[arg(long, value_delimiter = ',', required = true)]
	cause: Vec<String>,
	#[command(flatten)]
	proof: Proof,
}

#[derive(Args)]
pub struct Close {
	case: String,
	/// Which one, where several are open
	#[arg(long)]
	number: Option<u32>,
	#[command(flatten)]
	proof: Proof,
}

#[derive(Subcommand)]
pub enum ExitBan {
	/// Reported to the immigration authority
	Report(Open),
	/// Cancelled
	Cancel(Close),
}

/// The class by which an interval of a kind is proved.
fn class(kind: IntervalKind) -> ClassId {
	interval_row(kind).evidence.first().copied().unwrap_or_default()
}

async fn begin(
	context: &Context,
	case: &str,
	kind: IntervalKind,
	purpose: Purpose,
	cause: Fields,
	proof: &Proof,
) -> Result<()> {
	let case = handles::resolve(context, case).await?;
	let (action, code) = (Action::OpenInterval(kind), crate::words::code(&kind));
	let record = proof.record(context, case, action, class(kind), &code).await?;
	let cause = cases::seal(context, case, purpose, cause)?;
	cases::open_interval(context, case, kind, cause, proof.date, record).await?;
	Ok(())
}

async fn close(context: &Context, command: Close, kind: IntervalKind) -> Result<()> {
	let case = handles::resolve(context, &command.case).await?;
	let proof = &command.proof;
	let number = cases::interval(&context.best().await?, case, kind, command.number).await?;
	let (action, code) = (Action::CloseInterval(kind), crate::words::code(&kind));
	let record = proof.record(context, case, action, class(kind), &code).await?;
	cases::close_interval(context, case, number, proof.date, record).await?;
	Ok(())
}

fn one(name: &str, text: &str) -> Fields {
	Fields::from([(name.to_string(), text.to_string())])
}

pub async fn detain(context: &Context, command: Measure) -> Result<()> {
	let cause = one("measure", &command.measure);
	let kind = IntervalKind::Measure;
	begin(context, &command.case, kind, Purpose::Detention, cause, &command.proof).await
}

pub async fn release(context: &Context, command: Close) -> Result<()> {
	close(context, command, IntervalKind::Measure).await
}

pub async fn hold(context: &Context, command: Open) -> Result<()> {
	let cause = one("ground", &said(&command.ground)?);
	let kind = IntervalKind::EndHeld;
	begin(context, &command.case, kind, Purpose::Other, cause, &command.proof).await
}

pub async fn lift(context: &Context, command: Close) -> Result<()> {
	close(context, command, IntervalKind::EndHeld).await
}

pub async fn restrict(context: &Context, command: Restrict) -> Result<()> {
	let causes = cases::causes(&command.cause)?;
	let kind = IntervalKind::Restriction;
	begin(context, &command.case, kind, Purpose::Restriction, causes, &command.proof).await
}

pub async fn unrestrict(context: &Context, command: Close) -> Result<()> {
	close(context, command, IntervalKind::Restriction).await
}

pub async fn exit_ban(context: &Context, command: ExitBan) -> Result<()> {
	match command {
		ExitBan::Report(command) => {
			let cause = one("ground", &said(&command.ground)?);
			let kind = IntervalKind::ExitBan;
			begin(context, &command.case, kind, Purpose::Other, cause, &command.proof).await
		},
		ExitBan::Cancel(command) => close(context, command, IntervalKind::ExitBan).await,
	}
}
