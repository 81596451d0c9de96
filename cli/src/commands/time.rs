//! Legal time.

use crate::{
	chain,
	client::At,
	context::{read, Context},
	output::Record,
	time,
};
use anyhow::Result;
use clap::Subcommand;
use shejiao_primitives::time::{Moment, DAY};

#[derive(Subcommand)]
pub enum Command {
	/// The moment and the legal date of the chain
	Show,
}

/// Run a command.
pub async fn run(command: Command, context: &Context) -> Result<()> {
	let Command::Show = command;
	let at = context.best().await?;
	let record = Record::new().put("block", at.block_number());
	context.out.show(describe(&at, record).await?);
	Ok(())
}

/// Moment, legal date and length of the day.
pub async fn describe(at: &At, record: Record) -> Result<Record> {
	let api = || chain::runtime_apis().legal_time_api();
	let clock = at.runtime_apis().call(api().clock()).await?;
	let today = at.runtime_apis().call(api().today()).await?;
	Ok(record
		.moment("now", now(at).await?)
		.put("today", time::date(*today))
		.put("dayMs", clock.day)
		.flag("shortenedDay", clock.day < DAY))
}

/// The moment of a block.
pub async fn now(at: &At) -> Result<Moment> {
	Ok(read(at, chain::storage().timestamp().now(), ()).await?.unwrap_or_default())
}

/// `moment`, or that of the block.
pub async fn or_now(at: &At, moment: Option<Moment>) -> Result<Moment> {
	match moment {
		Some(moment) => Ok(moment),
		None => now(at).await,
	}
}
