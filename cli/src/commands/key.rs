//! Keys.

use super::validator::SessionKeys;
use crate::{
	context::Context,
	keys::{self, KeyFile},
	output::Record,
	say,
};
use anyhow::Result;
use clap::Subcommand;
use std::path::PathBuf;

#[derive(Subcommand)]
pub enum Command {
	/// Make a new sr25519 key
	Generate {
		/// Write it to this file, readable by its owner alone
		#[arg(long)]
		out: Option<PathBuf>,
	},
	/// Account and address of a key file or a development seed such as //Alice
	Show { key: String },
	/// Make new session keys on the node at --url, with the proof that it holds them
	SessionProof {
		/// Account of the validator that will set them
		owner: String,
	},
}

/// Prefix of addresses when no chain is asked.
const PREFIX: u16 = 42;

/// Run a command.
pub async fn run(command: Command, context: &Context) -> Result<()> {
	match command {
		Command::Generate { out } => {
			let file = keys::generate(out.as_deref())?;
			let record = describe(&file)?;
			context.out.show(match &out {
				Some(path) => record.put("file", path.display().to_string()),
				None => record
					.maybe("secretPhrase", file.secret_phrase.clone())
					.put("secretSeed", file.secret_seed.clone()),
			});
			context.out.line(say!(if out.is_some() { "key.written" } else { "key.shown" }));
		},
		Command::Show { key } => {
			let account = keys::account(&key)?;
			context.out.show(
				Record::new()
					.put("account", keys::address(&account, PREFIX))
					.put("publicKey", crate::client::hex(account.0)),
			);
		},
		Command::SessionProof { owner } => {
			let owner = keys::account(&owner)?;
			let chain = context.chain().await?;
			let keys = SessionKeys::rotate(&chain.rpc, &chain.url, &owner).await?;
			context.out.show(keys.record(chain, &owner));
		},
	}
	Ok(())
}

fn describe(file: &KeyFile) -> Result<Record> {
	let account = keys::account(&file.public_key)?;
	Ok(Record::new()
		.put("account", keys::address(&account, PREFIX))
		.put("publicKey", file.public_key.clone()))
}
