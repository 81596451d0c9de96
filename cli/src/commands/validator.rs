//! Validators and their session keys.

use crate::{
	chain,
	client::hex,
	coded::{self, Hex},
	context::Context,
	failure, keys,
	output::Record,
};
use anyhow::Result;
use clap::Subcommand;
use serde::Deserialize;
use shejiao_primitives::{
	governance::{Body, Majority},
	ids::MemberId,
	reason::Reason,
};
use subxt::{
	ext::scale_encode,
	transactions::StaticPayload,
	utils::{AccountId32, Encoded, Static},
};
use subxt_rpcs::rpc_params;

#[derive(Subcommand)]
pub enum Command {
	/// Every registered validator and where it stands
	List,
	/// Register the account of one's own validator
	Register { account: String },
	/// Let one's own validator leave
	Leave,
	/// Set session keys: made on the node at --url, or given with their proof
	SetKeys {
		/// Session keys, encoded
		#[arg(long, value_parser = coded::hex_bytes, requires = "proof")]
		keys: Option<Hex>,
		/// Proof that the node holds them
		#[arg(long, value_parser = coded::hex_bytes, requires = "keys")]
		proof: Option<Hex>,
		/// The validator's own node, where it is not the one at --url
		#[arg(long)]
		node: Option<String>,
	},
	/// Move in the council to remove the validator of a member
	Remove {
		member: u32,
		#[arg(long, value_parser = coded::coded::<Reason>)]
		reason: Reason,
	},
	/// Move in the council to let a validator serve again
	Reinstate { account: String },
	/// The call that sets the fewest validators that stay, for endorsement
	Minimum { minimum: u32 },
	/// The call that forces the set when too many validators are gone for ever, for endorsement
	Force {
		/// A validator of the new set, as MEMBER=ACCOUNT; may be repeated
		#[arg(long = "validator", required = true)]
		validators: Vec<String>,
		/// A block number that no node's final height is above
		#[arg(long)]
		best_finalized: u32,
		/// Blocks after the change of session until the new set finalises
		#[arg(long, default_value_t = 10)]
		delay: u32,
	},
}

/// Keys that a node has made, with the proof that it holds them.
#[derive(Deserialize)]
pub struct SessionKeys {
	#[serde(with = "hex_string")]
	keys: Vec<u8>,
	#[serde(with = "hex_string")]
	proof: Vec<u8>,
}

mod hex_string {
	use serde::{de::Error, Deserialize, Deserializer};

	pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u8>, D::Error> {
		crate::coded::bytes(&String::deserialize(from)?).map_err(D::Error::custom)
	}
}

impl SessionKeys {
	/// Let the node make new keys for `owner`. Its RPC must be open to operators.
	pub async fn rotate(
		rpc: &subxt_rpcs::RpcClient,
		url: &str,
		owner: &AccountId32,
	) -> Result<Self> {
		let params = rpc_params![hex(owner.0)];
		rpc.request("author_rotateKeysWithOwner", params)
			.await
			.map_err(|e| failure!("no-rotation", url = url, reason = e).into())
	}

	/// As output.
	pub fn record(&self, chain: &crate::client::Chain, owner: &AccountId32) -> Record {
		Record::new()
			.put("owner", chain.address(owner))
			.put("keys", hex(&self.keys))
			.put("proof", hex(&self.proof))
	}
}

#[derive(scale_encode::EncodeAsType)]
#[encode_as_type(crate_path = "subxt::ext::scale_encode")]
struct SetKeys {
	keys: Static<Encoded>,
	proof: Vec<u8>,
}

#[derive(scale_encode::EncodeAsType)]
#[encode_as_type(crate_path = "subxt::ext::scale_encode")]
struct NoteStalled {
	delay: u32,
	best_finalized_block_number: u32,
}

#[derive(scale_encode::EncodeAsType)]
#[encode_as_type(crate_path = "subxt::ext::scale_encode")]
struct BatchAll {
	calls: Vec<Static<Encoded>>,
}

/// Run a command.
pub async fn run(command: Command, context: &Context) -> Result<()> {
	let tx = chain::transactions().validators();
	match command {
		Command::List => list(context).await?,
		Command::Register { account } => {
			context.send(&tx.register(keys::account(&account)?)).await?;
		},
		Command::Leave => {
			context.send(&tx.leave()).await?;
		},
		Command::SetKeys { keys, proof, node } => {
			let keys = match (keys, proof) {
				(Some(Hex(keys)), Some(Hex(proof))) => SessionKeys { keys, proof },
				_ => rotated(context, node.as_deref()).await?,
			};
			let call = SetKeys { keys: Static(Encoded(keys.keys)), proof: keys.proof };
			context.send(&StaticPayload::new("Session", "set_keys", call)).await?;
		},
		Command::Remove { member, reason } => {
			let call = tx.remove(Static(MemberId(member)), Static(reason));
			context.move_in(Body::Council, Majority::TwoThirds, None, &call).await?;
		},
		Command::Reinstate { account } => {
			let call = tx.reinstate(keys::account(&account)?);
			context.move_in(Body::Council, Majority::TwoThirds, None, &call).await?;
		},
		Command::Minimum { minimum } => context.root(&tx.set_minimum(minimum)).await?,
		Command::Force { validators, best_finalized, delay } => {
			force(context, &validators, best_finalized, delay).await?;
		},
	}
	Ok(())
}

/// Keys made now, on the node given or the one that is connected.
async fn rotated(context: &Context, node: Option<&str>) -> Result<SessionKeys> {
	let owner = context.signer()?.account();
	let chain = context.chain().await?;
	match node {
		None => SessionKeys::rotate(&chain.rpc, &chain.url, &owner).await,
		Some(url) => {
			let node = crate::client::Chain::connect(url, Some(chain.genesis())).await?;
			SessionKeys::rotate(&node.rpc, url, &owner).await
		},
	}
}

async fn force(
	context: &Context,
	validators: &[String],
	best_finalized: u32,
	delay: u32,
) -> Result<()> {
	let mut set = Vec::new();
	for validator in validators {
		let parts = validator.split_once('=');
		let member = parts.and_then(|(member, _)| member.parse().ok());
		let (Some((_, account)), Some(member)) = (parts, member) else {
			return Err(failure!("bad-validator", text = validator).into());
		};
		set.push((Static(MemberId(member)), keys::account(account)?));
	}
	let force = chain::transactions().validators().force_validators(super::member::bounded(set));
	let stalled = NoteStalled { delay, best_finalized_block_number: best_finalized };
	let calls = vec![
		Static(Encoded(context.encode(&force).await?)),
		Static(Encoded(
			context.encode(&StaticPayload::new("Grandpa", "note_stalled", stalled)).await?,
		)),
	];
	context.root(&StaticPayload::new("Utility", "batch_all", BatchAll { calls })).await
}

async fn list(context: &Context) -> Result<()> {
	use chain::runtime_types::pallet_validators::types::State;
	let at = context.best().await?;
	let chain = context.chain().await?;
	let api = || chain::runtime_apis().validators_api();
	let validators = at.runtime_apis().call(api().validators()).await?;
	let minimum = at.runtime_apis().call(api().minimum()).await?;
	let records = validators
		.into_iter()
		.map(|validator| {
			let state = match validator.state {
				State::Waiting => "waiting",
				State::Active => "active",
				State::Leaving => "leaving",
				State::Left => "left",
				State::Equivocated => "equivocated",
			};
			Record::new()
				.put("member", validator.member.0 .0)
				.term("state", "validator-state", &state)
				.flag("keyed", validator.keyed)
				.flag("current", validator.current)
				.flag("queued", validator.queued)
				.put("account", chain.address(&validator.account))
		})
		.collect();
	context.out.list(records);
	context.out.line(crate::say!("validator.minimum", minimum = minimum));
	Ok(())
}
