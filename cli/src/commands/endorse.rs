//! Root-class acts: endorsed by two bodies after a review of legality, then enacted. Upgrades.

use crate::{
	chain,
	client::hex,
	coded::{self, Hex},
	context::{read, Context},
	failure,
	output::Record,
};
use anyhow::Result;
use clap::{Args, Subcommand};
use shejiao_primitives::governance::{Body, Majority};
use std::path::{Path, PathBuf};
use subxt::{
	ext::scale_encode,
	transactions::{Payload, StaticPayload},
	utils::{Encoded, Static, H256},
};

#[derive(Subcommand)]
pub enum Command {
	/// Acts that bodies endorse now
	List,
	/// Move in a body that it endorse a call
	Give {
		/// council or supervisory-committee
		#[arg(long, value_parser = coded::body)]
		body: Body,
		#[command(flatten)]
		call: Act,
		/// Hash of the recorded review of its legality, or the file
		#[arg(long, value_parser = coded::document)]
		review: H256,
	},
	/// Move in a body that it take its endorsement back
	Withdraw {
		/// council or supervisory-committee
		#[arg(long, value_parser = coded::body)]
		body: Body,
		#[command(flatten)]
		call: Act,
	},
	/// Run an endorsed call
	Enact {
		/// The call, encoded
		#[arg(value_parser = coded::hex_bytes)]
		call: Hex,
	},
}

/// What is endorsed.
#[derive(Args)]
#[group(required = true, multiple = false)]
pub struct Act {
	/// Hash of the call
	#[arg(long, value_parser = coded::hash)]
	hash: Option<H256>,
	/// The call, encoded
	#[arg(long, value_parser = coded::hex_bytes)]
	call: Option<Hex>,
	/// The upgrade to the runtime in this file
	#[arg(long)]
	wasm: Option<PathBuf>,
}

#[derive(Subcommand)]
pub enum Upgrade {
	/// The call that authorises the runtime in a file, for endorsement
	Authorize {
		#[arg(long)]
		wasm: PathBuf,
	},
	/// Apply the runtime in a file, once it has been authorised
	Apply {
		#[arg(long)]
		wasm: PathBuf,
	},
	/// The upgrade that is authorised now
	Show,
}

impl Act {
	async fn hash(&self, context: &Context) -> Result<H256> {
		Ok(match (&self.hash, &self.call, &self.wasm) {
			(Some(hash), ..) => *hash,
			(_, Some(call), _) => H256(coded::blake2_256(&call.0)),
			(.., Some(path)) => {
				let call = context.encode(&authorize(path)?).await?;
				H256(coded::blake2_256(&call))
			},
			_ => return Err(failure!("no-call").into()),
		})
	}
}

#[derive(scale_encode::EncodeAsType)]
#[encode_as_type(crate_path = "subxt::ext::scale_encode")]
struct Enact {
	call: Static<Encoded>,
}

/// Run a command.
pub async fn run(command: Command, context: &Context) -> Result<()> {
	let tx = chain::transactions().endorsement();
	match command {
		Command::List => list(context).await?,
		Command::Give { body, call, review } => {
			let hash = call.hash(context).await?;
			let endorse = tx.endorse(hash, review);
			context.move_in(body, Majority::TwoThirds, None, &endorse).await?;
		},
		Command::Withdraw { body, call } => {
			let withdraw = tx.withdraw_endorsement(call.hash(context).await?);
			context.move_in(body, Majority::TwoThirds, None, &withdraw).await?;
		},
		Command::Enact { call } => {
			let enact = Enact { call: Static(Encoded(call.0)) };
			context.send(&StaticPayload::new("Endorsement", "enact", enact)).await?;
		},
	}
	Ok(())
}

/// Run a command about upgrades.
pub async fn upgrade(command: Upgrade, context: &Context) -> Result<()> {
	match command {
		Upgrade::Authorize { wasm } => context.root(&authorize(&wasm)?).await?,
		Upgrade::Apply { wasm } => {
			let code = code(&wasm)?;
			context.send(&chain::transactions().system().apply_authorized_upgrade(code)).await?;
		},
		Upgrade::Show => {
			let at = context.best().await?;
			let upgrade = read(&at, chain::storage().system().authorized_upgrade(), ()).await?;
			context.out.show(match upgrade {
				Some(upgrade) => Record::new()
					.put("codeHash", hex(upgrade.code_hash))
					.flag("checkVersion", upgrade.check_version),
				None => Record::new().maybe("codeHash", None::<String>),
			});
		},
	}
	Ok(())
}

/// The call that authorises the runtime in the file at `path`.
fn authorize(path: &Path) -> Result<impl Payload> {
	let hash = H256(coded::blake2_256(&code(path)?));
	Ok(chain::transactions().system().authorize_upgrade(hash))
}

fn code(path: &Path) -> Result<Vec<u8>> {
	let shown = path.display();
	let code =
		std::fs::read(path).map_err(|e| failure!("file-not-read", path = shown, reason = e))?;
	// Plain Wasm, or the compressed form that runtimes are shipped in.
	let plain = code.starts_with(b"\0asm");
	let compressed = code.starts_with(&[0x52, 0xBC, 0x53, 0x76, 0x46, 0xDB, 0x8E, 0x05]);
	if !plain && !compressed {
		return Err(failure!("no-wasm", path = shown).into());
	}
	Ok(code)
}

async fn list(context: &Context) -> Result<()> {
	let at = context.best().await?;
	let acts = read(&at, chain::storage().endorsement().acts(), ()).await?;
	let mut records = Vec::new();
	for (hash, act) in acts.map(|acts| acts.0).unwrap_or_default() {
		let given = |endorsement: &Option<_>| endorsement.is_some();
		records.push(
			Record::new()
				.put("callHash", hex(hash))
				.put("review", hex(act.review))
				.flag("council", given(&act.council))
				.flag("supervisory-committee", given(&act.committee))
				.maybe_moment("councilExpires", act.council.map(|e| e.expires))
				.maybe_moment("committeeExpires", act.committee.map(|e| e.expires)),
		);
	}
	context.out.list(records);
	Ok(())
}
