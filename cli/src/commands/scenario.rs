//! Scenarios: cases to play against a chain, as data.

use crate::{
	context::Context,
	scenario::{self, Options},
};
use anyhow::Result;
use clap::Subcommand;
use std::path::PathBuf;

#[derive(Subcommand)]
pub enum Command {
	/// Play a file against the agencies' nodes; fails when something comes out otherwise
	Run {
		file: PathBuf,
		#[command(flatten)]
		options: Options,
	},
	/// Check a file without a node: every error is named with line and field
	Check { file: PathBuf },
}

/// Run a command.
pub async fn run(command: Command, context: &Context) -> Result<()> {
	match command {
		Command::Run { file, options } => scenario::run(&file, &options, context).await,
		Command::Check { file } => scenario::check_offline(&file, context),
	}
}
