//! Delegations of a county's justice bureau to its units.

use crate::{chain, client::hex, coded, context::Context, output::Record};
use anyhow::Result;
use clap::Subcommand;
use shejiao_primitives::{
	duty::Acts,
	ids::{DelegationId, UnitId},
	reason::Reason,
	time::Moment,
};
use subxt::utils::{Static, H256};

#[derive(Subcommand)]
pub enum Command {
	/// What is delegated to a unit now or will be, or was at a moment
	List {
		unit: u32,
		#[arg(long, value_parser = coded::moment)]
		at: Option<Moment>,
	},
	/// Delegate acts to a unit of one's own
	Grant {
		unit: u32,
		/// Names of acts, joined by commas
		#[arg(long, value_parser = coded::acts)]
		acts: Acts,
		#[arg(long, value_parser = coded::moment)]
		from: Option<Moment>,
		/// Until when, exclusive
		#[arg(long, value_parser = coded::moment)]
		until: Moment,
		/// Hash of the document that delegates, or the file
		#[arg(long, value_parser = coded::document)]
		document: H256,
	},
	/// Revoke a delegation, at once
	Revoke {
		unit: u32,
		delegation: u32,
		#[arg(long, value_parser = coded::coded::<Reason>)]
		reason: Reason,
	},
}

/// Run a command.
pub async fn run(command: Command, context: &Context) -> Result<()> {
	let tx = chain::transactions().officers();
	match command {
		Command::List { unit, at: moment } => {
			let at = context.best().await?;
			let unit = Static(UnitId(unit));
			let api = chain::runtime_apis().officers_api();
			let list = match moment {
				Some(moment) => at.runtime_apis().call(api.delegations_at(unit, moment)).await?,
				None => at.runtime_apis().call(api.delegations(unit)).await?,
			};
			let records = list
				.into_iter()
				.map(|delegation| {
					Record::new()
						.put("delegation", delegation.id.0 .0)
						.put("member", delegation.member.0 .0)
						.terms("acts", "act", &coded::names_of_acts(*delegation.acts))
						.moment("from", delegation.from)
						.moment("until", delegation.until)
						.put("document", hex(delegation.document))
				})
				.collect();
			context.out.list(records);
		},
		Command::Grant { unit, acts, from, until, document } => {
			let unit = Static(UnitId(unit));
			context.send(&tx.delegate(unit, Static(acts), from, until, document)).await?;
		},
		Command::Revoke { unit, delegation, reason } => {
			let (unit, delegation) = (Static(UnitId(unit)), Static(DelegationId(delegation)));
			context.send(&tx.revoke_delegation(unit, delegation, Static(reason))).await?;
		},
	}
	Ok(())
}
