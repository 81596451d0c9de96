//! Nodes that may connect.

use super::member::{bounded, peer};
use crate::{
	chain,
	coded::{self, Hex},
	context::{all, Context},
	output::Record,
};
use anyhow::Result;
use clap::Subcommand;

#[derive(Subcommand)]
pub enum Command {
	/// Nodes of all members, or of one
	List {
		#[arg(long)]
		member: Option<u32>,
	},
	/// Let a node of one's own connect
	Add {
		#[arg(value_parser = coded::peer_id)]
		peer: Hex,
		/// It keeps all blocks and states
		#[arg(long)]
		archive: bool,
	},
	/// Let a node of one's own connect no more
	Remove {
		#[arg(value_parser = coded::peer_id)]
		peer: Hex,
	},
}

/// Run a command.
pub async fn run(command: Command, context: &Context) -> Result<()> {
	let tx = chain::transactions().consortium();
	match command {
		Command::List { member } => {
			let at = context.best().await?;
			let mut members = all(&at, chain::storage().consortium().member_records(), ()).await?;
			members.sort_by_key(|((id,), _)| **id);
			let records = members
				.into_iter()
				.filter(|((id,), _)| member.is_none_or(|member| id.0 .0 == member))
				.flat_map(|((id,), record)| {
					record.peers.0.into_iter().map(move |peer| {
						Record::new()
							.put("peer", coded::show_peer_id(&peer.id.0))
							.put("member", id.0 .0)
							.flag("archive", peer.archive)
							.term("standing", "standing", &*record.standing)
					})
				})
				.collect();
			context.out.list(records);
		},
		Command::Add { peer: id, archive } => {
			context.send(&tx.add_peer(peer(&id, archive))).await?;
		},
		Command::Remove { peer } => {
			context.send(&tx.remove_peer(bounded(peer.0))).await?;
		},
	}
	Ok(())
}
