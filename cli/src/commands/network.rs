//! The state of the network, as the node at --url sees it.

use crate::{client::hex, context::Context, output::Record};
use anyhow::Result;
use clap::Subcommand;

#[derive(Subcommand)]
pub enum Command {
	/// Best and final block, peers, versions, validators, legal date
	Status,
}

/// Run a command.
pub async fn run(command: Command, context: &Context) -> Result<()> {
	let Command::Status = command;
	let chain = context.chain().await?;
	let best = chain.best().await?;
	let finalized = chain.finalized().await?;
	let health = chain.methods.system_health().await?;
	let authorities: Vec<[u8; 32]> = chain.call_api(&best, "AuraApi_authorities", &[]).await?;
	let keys: Vec<String> = authorities.iter().map(hex).collect();
	let shown = authorities.len().to_string();
	let record = Record::new()
		.put("node", chain.url.clone())
		.put("name", chain.methods.system_name().await?)
		.put("nodeVersion", chain.methods.system_version().await?)
		.put("chain", chain.methods.system_chain().await?)
		.put("genesis", hex(chain.genesis()))
		.put("spec", format!("{} {}", chain.spec.name, chain.spec.version))
		.put("best", best.block_number())
		.put("bestHash", hex(best.block_hash()))
		.put("finalized", finalized.block_number())
		.put("finalizedHash", hex(finalized.block_hash()))
		.put("finalityLag", best.block_number().saturating_sub(finalized.block_number()))
		.put("peers", health.peers)
		.flag("syncing", health.is_syncing)
		.value("authorities", keys.into(), shown);
	context.out.show(super::time::describe(&best, record).await?);
	Ok(())
}
