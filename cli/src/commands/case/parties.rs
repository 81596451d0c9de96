//! Agencies with a part in a case.

use crate::{
	casework::{cases, handles, parties, said, wire},
	coded,
	context::Context,
	failure, keys,
	output::Record,
	say,
	vault::{
		commit::{Bytes32, Purpose},
		sheets::Handle,
	},
};
use anyhow::Result;
use clap::Subcommand;
use pallet_subject_identity::{PartyBasis, SealedOutcome};
use shejiao_primitives::{case::PartyRoles, ids::MemberId};

#[derive(Subcommand)]
pub enum Command {
	/// Parties of a case, plain and sealed
	List { case: String },
	/// Give a member roles by decision
	Add {
		case: String,
		member: u32,
		/// Names of roles, joined by commas
		#[arg(long, value_parser = coded::roles)]
		roles: PartyRoles,
		/// The decision; sealed; - reads it from standard input
		#[arg(long)]
		basis: String,
	},
	/// Take roles from a member by decision
	Remove {
		case: String,
		member: u32,
		/// Names of roles, joined by commas
		#[arg(long, value_parser = coded::roles)]
		roles: PartyRoles,
		/// The decision; sealed; - reads it from standard input
		#[arg(long)]
		basis: String,
	},
	/// Add a party whose place in the case is sealed until it is used
	AddSealed {
		case: String,
		member: u32,
		/// decision or policy
		#[arg(long, value_parser = coded::coded::<PartyBasis>)]
		by: PartyBasis,
		/// The document; sealed; - reads it from standard input
		#[arg(long)]
		basis: String,
	},
	/// Remove a sealed party before it is used
	RemoveSealed { case: String, member: u32 },
	/// Reveal that one's own agency is a sealed party
	Reveal {
		case: String,
		/// The salt that came with the assignment; the vault's own by default
		#[arg(long)]
		salt: Option<String>,
	},
}

/// Run a command.
pub async fn run(command: Command, context: &Context) -> Result<()> {
	match command {
		Command::List { case } => list(context, &case).await,
		Command::Add { case, member, roles, basis } => {
			change(context, &case, true, member, roles, &basis).await
		},
		Command::Remove { case, member, roles, basis } => {
			change(context, &case, false, member, roles, &basis).await
		},
		Command::AddSealed { case, member, by, basis } => {
			let case = handles::resolve(context, &case).await?;
			let sealed =
				cases::seal_text(context, case, Purpose::PartyBasis, "basis", &said(&basis)?)?;
			let (tag, salt, _) =
				parties::add_sealed(context, case, MemberId(member), by, sealed).await?;
			context.out.line(say!(
				"case.party-sealed",
				tag = crate::client::hex(tag),
				salt = salt,
				case = Handle(case)
			));
			Ok(())
		},
		Command::RemoveSealed { case, member } => {
			let case = handles::resolve(context, &case).await?;
			let at = context.best().await?;
			let (tag, _) = parties::open(context, &at, case, MemberId(member)).await?;
			wire::send(context, wire::call("SubjectIdentity", "remove_sealed_party", (case, tag)))
				.await?;
			Ok(())
		},
		Command::Reveal { case, salt } => reveal(context, &case, salt.as_deref()).await,
	}
}

async fn change(
	context: &Context,
	case: &str,
	add: bool,
	member: u32,
	roles: PartyRoles,
	basis: &str,
) -> Result<()> {
	let case = handles::resolve(context, case).await?;
	let basis = cases::seal_text(context, case, Purpose::PartyBasis, "basis", &said(basis)?)?;
	cases::change_roles(context, case, add, MemberId(member), roles, basis).await?;
	Ok(())
}

async fn reveal(context: &Context, case: &str, salt: Option<&str>) -> Result<()> {
	let case = handles::resolve(context, case).await?;
	let salt = match salt {
		Some(text) => {
			let bytes = keys::bytes::<32>(text).map(Bytes32);
			bytes.ok_or_else(|| failure!("bad-salt"))?
		},
		None => {
			let at = context.best().await?;
			let member = handles::member(context, &at).await?;
			parties::open(context, &at, case, member).await?.1
		},
	};
	wire::send(context, wire::call("SubjectIdentity", "reveal_party", (case, salt.0))).await?;
	Ok(())
}

async fn list(context: &Context, case: &str) -> Result<()> {
	let case = handles::resolve(context, case).await?;
	let at = context.best().await?;
	let header = cases::header(&at, case).await?;
	let mut records: Vec<Record> = header
		.parties
		.iter()
		.map(|party| {
			Record::new()
				.maybe("member", Some(party.member.0))
				.terms("roles", "party-role", &coded::names_of_roles(party.roles))
				.maybe("tag", None::<String>)
				.maybe_term("basis", "party-basis", None::<&PartyBasis>)
				.flag("sealed", false)
		})
		.collect();
	for (tag, party) in parties::sealed(&at, case).await? {
		let revealed = match party.outcome {
			Some(SealedOutcome::Revealed { member, .. }) => Some(member.0),
			_ => None,
		};
		records.push(
			Record::new()
				.maybe("member", revealed)
				.terms("roles", "party-role", &[])
				.maybe("tag", Some(crate::client::hex(tag)))
				.maybe_term("basis", "party-basis", Some(&party.basis))
				.flag("sealed", party.outcome.is_none()),
		);
	}
	context.out.list(records);
	Ok(())
}
