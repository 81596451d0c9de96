//! Motions of the bodies: the council, the supervisory committee, the funding council.

use crate::{
	chain,
	client::{hex, At},
	coded::{self, Hex},
	context::{all, read, Context},
	failure,
	output::Record,
	submit::Report,
	values,
};
use anyhow::Result;
use clap::{ArgAction, Subcommand};
use codec::{Compact, Decode, Encode};
use shejiao_primitives::{
	governance::{Body, Majority},
	ids::MemberId,
};
use std::collections::BTreeMap;
use subxt::{
	ext::{scale_decode, scale_encode, scale_value::Value},
	transactions::StaticPayload,
	utils::{AccountId32, Static, H256},
};

#[derive(Subcommand)]
pub enum Command {
	/// Motions of a body
	#[command(subcommand)]
	Motion(Motion),
	/// Vote on a motion: yes or no
	Vote {
		hash: String,
		#[arg(value_parser = coded::vote, action = ArgAction::Set)]
		vote: bool,
		#[arg(long, value_parser = coded::body, default_value = "council")]
		body: Body,
	},
	/// Close a motion that is decided: if it passed, it is carried out
	Close {
		#[arg(value_parser = coded::hash)]
		hash: H256,
		#[arg(long, value_parser = coded::body, default_value = "council")]
		body: Body,
	},
	/// The seats of a body and who votes from them
	Seats {
		#[arg(long, value_parser = coded::body, default_value = "council")]
		body: Body,
	},
}

#[derive(Subcommand)]
pub enum Motion {
	/// Open motions of a body
	List {
		#[arg(long, value_parser = coded::body, default_value = "council")]
		body: Body,
	},
	/// Move that a call be made
	Propose {
		/// The call, encoded (as --as-call shows it)
		#[arg(value_parser = coded::hex_bytes)]
		call: Hex,
		#[arg(long, value_parser = coded::body, default_value = "council")]
		body: Body,
		/// simple, two-thirds or three-quarters
		#[arg(long, value_parser = coded::majority)]
		majority: Majority,
		/// Number of the member that the motion is about: its seat does not count
		#[arg(long)]
		about: Option<u32>,
	},
	/// Vote on a motion: yes or no
	Vote {
		hash: String,
		#[arg(value_parser = coded::vote, action = ArgAction::Set)]
		vote: bool,
		#[arg(long, value_parser = coded::body, default_value = "council")]
		body: Body,
	},
	/// Close a motion that is decided
	Close {
		#[arg(value_parser = coded::hash)]
		hash: H256,
		#[arg(long, value_parser = coded::body, default_value = "council")]
		body: Body,
	},
}

/// Run a command.
pub async fn run(command: Command, context: &Context) -> Result<()> {
	match command {
		Command::Motion(Motion::List { body }) => list(context, body).await?,
		Command::Motion(Motion::Propose { call, body, majority, about }) => {
			context.move_call(body, majority, about.map(MemberId), &call.0).await?;
		},
		Command::Motion(Motion::Vote { hash, vote: yes, body })
		| Command::Vote { hash, vote: yes, body } => {
			vote(context, body, &hash, yes).await?;
		},
		Command::Motion(Motion::Close { hash, body }) | Command::Close { hash, body } => {
			close(context, body, hash).await?;
		},
		Command::Seats { body } => seats(context, body).await?,
	}
	Ok(())
}

/// Votes on a motion, as a collective stores them.
#[derive(scale_decode::DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct Votes {
	index: u32,
	threshold: u32,
	ayes: Vec<AccountId32>,
	nays: Vec<AccountId32>,
	end: u32,
}

#[derive(scale_encode::EncodeAsType)]
#[encode_as_type(crate_path = "subxt::ext::scale_encode")]
struct Vote {
	proposal: H256,
	index: u32,
	approve: bool,
}

#[derive(scale_encode::EncodeAsType)]
#[encode_as_type(crate_path = "subxt::ext::scale_encode")]
struct Close {
	proposal_hash: H256,
	index: u32,
	proposal_weight_bound: Weight,
	length_bound: u32,
}

#[derive(scale_encode::EncodeAsType)]
#[encode_as_type(crate_path = "subxt::ext::scale_encode")]
struct Weight {
	ref_time: u64,
	proof_size: u64,
}

async fn votes(at: &At, body: Body, hash: H256) -> Result<Option<Votes>> {
	let address = subxt::storage::dynamic::<(H256,), Votes>(coded::pallet_of_body(body), "Voting");
	read(at, address, (hash,)).await
}

async fn motion(at: &At, body: Body, hash: H256) -> Result<Votes> {
	let shown = crate::words::term("body", &coded::name_of_body(body));
	votes(at, body, hash)
		.await?
		.ok_or_else(|| failure!("no-motion", hash = hex(hash), body = shown).into())
}

/// The encoded call of a motion.
async fn call_of(at: &At, body: Body, hash: H256) -> Result<Vec<u8>> {
	let address =
		subxt::storage::dynamic::<(H256,), Value>(coded::pallet_of_body(body), "ProposalOf");
	let shown = crate::words::term("body", &coded::name_of_body(body));
	match at.storage().try_fetch(address, (hash,)).await? {
		Some(value) => Ok(value.into_bytes()),
		None => Err(failure!("no-motion", hash = hex(hash), body = shown).into()),
	}
}

/// Members by the accounts that sign for them, or did.
async fn institutions(at: &At) -> Result<BTreeMap<[u8; 32], u32>> {
	let entries = all(at, chain::storage().consortium().institutions(), ()).await?;
	Ok(entries.into_iter().map(|((account,), member)| (account.0, member.0 .0)).collect())
}

async fn list(context: &Context, body: Body) -> Result<()> {
	let at = context.best().await?;
	let members = institutions(&at).await?;
	let address =
		subxt::storage::dynamic::<(), Vec<H256>>(coded::pallet_of_body(body), "Proposals");
	let hashes = read(&at, address, ()).await?.unwrap_or_default();
	let mut records = Vec::new();
	for hash in hashes {
		let votes = motion(&at, body, hash).await?;
		let call = call_of(&at, body, hash).await?;
		let payload = at.transactions().from_call_data_bytes(&call)?;
		let arguments = values::composite(payload.call_data());
		let who = |accounts: &[AccountId32]| -> Vec<u32> {
			accounts.iter().filter_map(|account| members.get(&account.0).copied()).collect()
		};
		let numbers = |list: &[u32]| list.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
		let (yes, no) = (who(&votes.ayes), who(&votes.nays));
		let (shown_yes, shown_no) = (numbers(&yes), numbers(&no));
		records.push(
			Record::new()
				.put("hash", hex(hash))
				.put("index", votes.index)
				.put("call", format!("{}.{}", payload.pallet_name(), payload.call_name()))
				.value("arguments", arguments.clone(), arguments.to_string())
				.put("threshold", votes.threshold)
				.value("yes", yes.into(), shown_yes)
				.value("no", no.into(), shown_no)
				.put("endBlock", votes.end),
		);
	}
	context.out.list(records);
	Ok(())
}

async fn vote(context: &Context, body: Body, hash: &str, yes: bool) -> Result<Report> {
	let hash =
		coded::hash(hash).map_err(|reason| failure!("bad-hash", text = hash, reason = reason))?;
	let at = context.best().await?;
	let index = motion(&at, body, hash).await?.index;
	let vote = Vote { proposal: hash, index, approve: yes };
	context.send(&StaticPayload::new(coded::pallet_of_body(body), "vote", vote)).await
}

async fn close(context: &Context, body: Body, hash: H256) -> Result<Report> {
	let at = context.best().await?;
	let votes = motion(&at, body, hash).await?;
	let call = call_of(&at, body, hash).await?;
	let length = call.len() as u32;
	// Exactly what the motion weighs: a larger bound would be charged against the member's hour.
	let mut args = call;
	length.encode_to(&mut args);
	let info = context
		.chain()
		.await?
		.call_api::<DispatchInfo>(&at, "TransactionPaymentCallApi_query_call_info", &args)
		.await?;
	let close = Close {
		proposal_hash: hash,
		index: votes.index,
		proposal_weight_bound: Weight { ref_time: info.ref_time.0, proof_size: info.proof_size.0 },
		length_bound: length,
	};
	context.send(&StaticPayload::new(coded::pallet_of_body(body), "close", close)).await
}

/// What a call weighs, as the payment API tells it.
#[derive(Decode)]
struct DispatchInfo {
	ref_time: Compact<u64>,
	proof_size: Compact<u64>,
	_class: u8,
	_fee: u128,
}

async fn seats(context: &Context, body: Body) -> Result<()> {
	let at = context.best().await?;
	let chain = context.chain().await?;
	let storage = || chain::storage().consortium();
	let voters = read(&at, storage().voters(), (Static(body),)).await?;
	let voters: Vec<AccountId32> = voters.map(|voters| voters.0).unwrap_or_default();
	let mut members = all(&at, storage().member_records(), ()).await?;
	members.sort_by_key(|((id,), _)| **id);
	let records = members
		.into_iter()
		.filter(|(_, member)| crate::context::sits_in(member, body))
		.map(|((id,), member)| {
			Record::new()
				.put("member", id.0 .0)
				.term("kind", "kind", &*member.kind)
				.term("standing", "standing", &*member.standing)
				.flag("votes", voters.contains(&member.institution))
				.put("account", chain.address(&member.institution))
		})
		.collect();
	context.out.list(records);
	Ok(())
}
