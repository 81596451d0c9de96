//! Units of members: 司法所, 看守所, 派出所.

use crate::{
	chain::{self, runtime_types::pallet_consortium::types::UnitKind},
	coded,
	context::{all, Context},
	output::Record,
};
use anyhow::Result;
use clap::{Subcommand, ValueEnum};
use shejiao_primitives::{
	ids::{AreaCode, UnitId},
	reason::Reason,
};
use subxt::utils::Static;

#[derive(Subcommand)]
pub enum Command {
	/// Units of all members, or of one
	List {
		#[arg(long)]
		member: Option<u32>,
		/// Closed ones too
		#[arg(long)]
		closed: bool,
	},
	/// Open a unit of one's own
	Open {
		kind: Kind,
		/// Six-digit code of the administrative division
		#[arg(long)]
		area: u32,
	},
	/// Close a unit of one's own, for ever
	Close {
		unit: u32,
		#[arg(long, value_parser = coded::coded::<Reason>)]
		reason: Reason,
	},
}

/// Kind of a unit.
#[derive(Clone, Copy, ValueEnum)]
pub enum Kind {
	/// 司法所
	JusticeOffice,
	/// 看守所
	DetentionCentre,
	/// 派出所
	PoliceStation,
}

impl Kind {
	fn on_chain(self) -> UnitKind {
		match self {
			Self::JusticeOffice => UnitKind::JusticeOffice,
			Self::DetentionCentre => UnitKind::DetentionCentre,
			Self::PoliceStation => UnitKind::PoliceStation,
		}
	}
}

fn name(kind: &UnitKind) -> &'static str {
	match kind {
		UnitKind::JusticeOffice => "justice-office",
		UnitKind::DetentionCentre => "detention-centre",
		UnitKind::PoliceStation => "police-station",
	}
}

/// Run a command.
pub async fn run(command: Command, context: &Context) -> Result<()> {
	let tx = chain::transactions().consortium();
	match command {
		Command::List { member, closed } => {
			let at = context.best().await?;
			let mut units = all(&at, chain::storage().consortium().units(), ()).await?;
			units.sort_by_key(|((id,), _)| **id);
			let records = units
				.into_iter()
				.filter(|(_, unit)| member.is_none_or(|member| unit.owner.0 .0 == member))
				.filter(|(_, unit)| closed || unit.closed.is_none())
				.map(|((id,), unit)| {
					Record::new()
						.put("unit", id.0 .0)
						.put("member", unit.owner.0 .0)
						.term("kind", "unit-kind", &name(&unit.kind))
						.put("area", unit.area.0 .0)
						.moment("opened", unit.opened)
						.maybe_moment("closed", unit.closed.map(|closure| closure.at))
				})
				.collect();
			context.out.list(records);
		},
		Command::Open { kind, area } => {
			context.send(&tx.open_unit(kind.on_chain(), Static(AreaCode(area)))).await?;
		},
		Command::Close { unit, reason } => {
			context.send(&tx.close_unit(Static(UnitId(unit)), Static(reason))).await?;
		},
	}
	Ok(())
}
