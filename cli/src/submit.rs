//! Sending a transaction, and what becomes of it.

use crate::{
	client::{hex, At, Chain},
	error::{Failure, EXIT_LOST},
	failure,
	keys::Signer,
	output::Output,
	refusals::{self, DispatchError},
	say, told, values,
};
use anyhow::Result;
use serde_json::{json, Value as Json};
use std::time::{Duration, Instant};
use subxt::{
	config::substrate::SubstrateExtrinsicParamsBuilder,
	events::Phase,
	ext::{scale_decode, scale_value::Composite},
	transactions::ValidationResult,
	utils::H256,
};
use subxt_rpcs::methods::legacy::TransactionStatus;

/// Blocks for which a transaction may be included: after that it is certainly lost.
pub const MORTALITY: u64 = 64;

/// How far finality may lag before a transaction refers to the best block instead: one that is
/// anchored to a final block never dies in a fork.
const FINALITY_LAG: u64 = 16;

/// How often the fate of a silent transaction is looked up.
const TICK: Duration = Duration::from_secs(3);

/// What to wait for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, clap::ValueEnum)]
pub enum Wait {
	/// Nothing: the node has taken it.
	None,
	/// A block.
	InBlock,
	/// A final block.
	Finalized,
}

/// How to send.
#[derive(Clone, Copy, Debug)]
pub struct Terms {
	/// What to wait for.
	pub wait: Wait,
	/// For how long at most.
	pub timeout: Duration,
}

/// An event as the chain names it.
#[derive(Clone, Debug)]
pub struct Happened {
	/// Pallet and name, joined by a dot.
	pub name: String,
	/// Its fields.
	pub fields: Json,
	/// Its fields in one line, for people.
	pub told: String,
}

/// A transaction in a block.
#[derive(Clone, Debug)]
pub struct Included {
	/// Number of the block.
	pub block: u64,
	/// Its hash.
	pub hash: H256,
	/// What happened.
	pub events: Vec<Happened>,
	/// Why it failed, if it did: itself, or what it carried.
	pub failure: Option<Failure>,
}

/// What became of a transaction.
#[derive(Clone, Debug, Default)]
pub struct Report {
	/// Pallet and call.
	pub call: String,
	/// Hash of the transaction.
	pub transaction: H256,
	/// Whether a node may have taken it.
	pub sent: bool,
	/// Where it was included, and after how many milliseconds.
	pub included: Option<(Included, u128)>,
	/// The final block, and after how many milliseconds.
	pub finalized: Option<(u64, H256, u128)>,
}

impl Report {
	/// Whether it may take effect yet, or take another: what it rests on must be kept.
	pub fn is_open(&self) -> bool {
		self.sent && self.finalized.is_none()
	}

	/// A field of the first event named `name`.
	pub fn field(&self, name: &str, field: &str) -> Option<Json> {
		let (included, _) = self.included.as_ref()?;
		included.events.iter().find(|event| event.name == name)?.fields.get(field).cloned()
	}

	/// A field of the last event named `name`: what the block itself did comes before the call.
	pub fn last_field(&self, name: &str, field: &str) -> Option<Json> {
		let (included, _) = self.included.as_ref()?;
		included.events.iter().rfind(|event| event.name == name)?.fields.get(field).cloned()
	}

	/// For programs.
	pub fn json(&self) -> Json {
		let mut out = json!({
			"call": self.call,
			"transaction": hex(self.transaction),
		});
		if let Some((included, ms)) = &self.included {
			out["block"] = included.block.into();
			out["blockHash"] = hex(included.hash).into();
			out["includedMs"] = json!(ms);
			out["events"] = included
				.events
				.iter()
				.map(|e| json!({"name": e.name, "fields": e.fields}))
				.collect();
		}
		if let Some((block, hash, ms)) = &self.finalized {
			out["finalizedBlock"] = (*block).into();
			out["finalizedHash"] = hex(hash).into();
			out["finalizedMs"] = json!(ms);
		}
		out
	}
}

/// A transaction that is signed, and that the runtime would take.
pub struct Signed {
	/// Pallet and call.
	name: String,
	hash: H256,
	encoded: Vec<u8>,
	account: subxt::utils::AccountId32,
	nonce: u64,
	/// The last block that may include it.
	pub last_block: u64,
}

/// Sign `call` (pallet, call and arguments, encoded), and let the runtime say whether it would take
/// that.
pub async fn sign(chain: &Chain, signer: &Signer, call: &[u8]) -> Result<Signed> {
	let best = chain.best().await?;
	let transactions = best.transactions();
	let payload = transactions.from_call_data_bytes(call)?;
	let name = format!("{}.{}", payload.pallet_name(), payload.call_name());

	let account = signer.account();
	let nonce = chain.methods.system_account_next_index(&account).await?;
	let anchor = anchor(chain, &best).await?;
	let params = SubstrateExtrinsicParamsBuilder::new()
		.nonce(nonce)
		.mortal_from_unchecked(MORTALITY, anchor.0, anchor.1)
		.build();
	let mut signable = transactions.create_v4_signable_offline(&payload, params)?;
	let transaction = signable.sign(signer)?;

	// The runtime's own answer names the code; the pool's is a text.
	match transaction.validate().await? {
		ValidationResult::Valid(_) => {},
		ValidationResult::Invalid(reason) => return Err(refusals::invalid(&reason).into()),
		ValidationResult::Unknown(reason) => return Err(refusals::unknown(&reason).into()),
	}
	let (hash, encoded) = (transaction.hash(), transaction.encoded().to_vec());
	Ok(Signed { name, hash, encoded, account, nonce, last_block: anchor.0 + MORTALITY })
}

/// Send what is signed; print inclusion and finality as they come. `report` tells how far it came,
/// even where it was refused or nobody knows.
pub async fn send(
	chain: &Chain,
	signed: &Signed,
	terms: Terms,
	out: Output,
	report: &mut Report,
) -> Result<()> {
	let started = Instant::now();
	*report = Report {
		call: signed.name.clone(),
		transaction: signed.hash,
		sent: true,
		..Default::default()
	};
	if terms.wait == Wait::None {
		if let Err(error) = chain.methods.author_submit_extrinsic(&signed.encoded).await {
			return Err(refused_by_pool(error, report));
		}
		out.line(say!("tx.sent", call = signed.name, transaction = hex(signed.hash)));
		return Ok(());
	}
	let deadline = started + terms.timeout;
	Watched { chain, signed, started, deadline, out }.follow(report, terms.wait).await
}

/// A pool's refusal in words: what it has not taken was not sent.
fn refused_by_pool(error: subxt_rpcs::Error, report: &mut Report) -> anyhow::Error {
	match refusals::pool(&error) {
		Some(failure) => {
			report.sent = ["pool.already-imported", "pool.banned"].contains(&failure.code.as_str());
			failure.into()
		},
		None => error.into(),
	}
}

/// The block that a transaction refers to.
async fn anchor(chain: &Chain, best: &At) -> Result<(u64, H256)> {
	let finalized = chain.finalized().await?;
	let lag = best.block_number().saturating_sub(finalized.block_number());
	let at = if lag > FINALITY_LAG { best } else { &finalized };
	Ok((at.block_number(), at.block_hash()))
}

/// A transaction on its way.
struct Watched<'a> {
	chain: &'a Chain,
	signed: &'a Signed,
	started: Instant,
	deadline: Instant,
	out: Output,
}

impl Watched<'_> {
	async fn follow(&self, report: &mut Report, wait: Wait) -> Result<()> {
		let name = &self.signed.name;
		let watch = self.chain.methods.author_submit_and_watch_extrinsic(&self.signed.encoded);
		let mut statuses = match watch.await {
			Ok(statuses) => statuses,
			Err(error) => return Err(refused_by_pool(error, report)),
		};
		loop {
			let status = match tokio::time::timeout(TICK, statuses.next()).await {
				Ok(Some(Ok(status))) => status,
				// The node ended the watch, or is gone.
				Ok(None | Some(Err(_))) => match report.included {
					Some(_) => return Err(self.not_final(report)),
					None => return Err(self.lost("ended").await),
				},
				Err(_) => {
					self.check(report).await?;
					continue;
				},
			};
			match status {
				TransactionStatus::Future | TransactionStatus::Ready => {},
				TransactionStatus::Broadcast(_) => {},
				TransactionStatus::Retracted(_) => {
					report.included = None;
					self.out.line(say!("tx.retracted", call = name));
				},
				TransactionStatus::InBlock(hash) => {
					let included = self.included(hash).await?;
					let ms = self.started.elapsed().as_millis();
					let block = included.block;
					let failure = included.failure.clone();
					self.out.line(say!(
						"tx.included",
						call = name,
						block = block,
						hash = hex(hash),
						ms = ms
					));
					for event in &included.events {
						self.out.line(format!("  {}  {}", event.name, event.told));
					}
					report.included = Some((included, ms));
					match failure {
						// Blocks fork: whoever waits for finality waits for that of a failure too.
						Some(_) if wait == Wait::Finalized => {
							self.out.line(say!("tx.failing", call = name));
						},
						Some(failure) => return Err(self.failed(failure, report)),
						None if wait <= Wait::InBlock => return Ok(()),
						None => {},
					}
				},
				TransactionStatus::Finalized(hash) => {
					let included = self.included(hash).await?;
					let ms = self.started.elapsed().as_millis();
					let block = included.block;
					let failure = included.failure.clone();
					self.out.line(say!("tx.finalized", block = block, hash = hex(hash), ms = ms));
					let first = report.included.take().map_or(ms, |(_, ms)| ms);
					report.included = Some((included, first));
					report.finalized = Some((block, hash, ms));
					return match failure {
						Some(failure) => Err(self.failed(failure, report)),
						None => Ok(()),
					};
				},
				TransactionStatus::FinalityTimeout(_) => return Err(self.not_final(report)),
				TransactionStatus::Usurped(_) => return Err(self.lost("usurped").await),
				TransactionStatus::Dropped => return Err(self.lost("dropped").await),
				TransactionStatus::Invalid => return Err(self.lost("invalid").await),
			}
		}
	}

	/// The failure of a call in a block: the block is named, so that nobody looks for it elsewhere.
	fn failed(&self, mut failure: Failure, report: &Report) -> anyhow::Error {
		if let Some((included, _)) = &report.included {
			let (call, block) = (&self.signed.name, included.block);
			failure.what = match report.is_open() {
				true => {
					say!("tx.failed-not-final", call = call, block = block, what = failure.what)
				},
				false => say!("tx.failed", call = call, block = block, what = failure.what),
			};
		}
		if self.out.format == crate::output::Format::Json {
			self.out.json(&report.json());
		}
		failure.into()
	}

	/// Nothing was heard for a while.
	async fn check(&self, report: &Report) -> Result<()> {
		let over = Instant::now() > self.deadline;
		if report.included.is_some() {
			return if over { Err(self.not_final(report)) } else { Ok(()) };
		}
		if self.best().await.is_some_and(|best| best.block_number() > self.signed.last_block) {
			return Err(self.lost("expired").await);
		}
		if over {
			return Err(self.lost("silent").await);
		}
		Ok(())
	}

	/// The best block, if the node answers at all.
	async fn best(&self) -> Option<At> {
		tokio::time::timeout(TICK, self.chain.best()).await.ok()?.ok()
	}

	fn not_final(&self, report: &Report) -> anyhow::Error {
		let included = report.included.as_ref().map(|(included, _)| included);
		if let Some(failure) = included.and_then(|included| included.failure.clone()) {
			return self.failed(failure, report);
		}
		let block = included.map_or(0, |included| included.block);
		let seconds = self.started.elapsed().as_secs();
		failure!("not-final", block = block, seconds = seconds).exit(EXIT_LOST).into()
	}

	/// Nothing more is heard of the transaction. By the account's number one can tell whether another
	/// took its place; by the blocks, whether any may still include it.
	async fn lost(&self, how: &str) -> anyhow::Error {
		let how = say!(&format!("lost.{how}"));
		let best = self.best().await;
		let next = match &best {
			Some(best) => best.transactions().account_nonce(&self.signed.account).await.ok(),
			None => None,
		};
		let (nonce, until) = (self.signed.nonce, self.signed.last_block);
		let account = self.chain.address(&self.signed.account);
		let failure = match (best, next) {
			(_, Some(next)) if next > nonce => {
				failure!("lost-replaced", how = how, nonce = nonce, account = account)
			},
			(Some(best), Some(_)) if best.block_number() > until => {
				failure!("lost", how = how, nonce = nonce, account = account)
			},
			(_, Some(_)) => {
				failure!("pending", how = how, nonce = nonce, account = account, until = until)
			},
			(_, None) => failure!("lost-unknown", how = how, nonce = nonce, account = account),
		};
		failure.exit(EXIT_LOST).into()
	}

	/// What the transaction did in the block with this hash.
	async fn included(&self, hash: H256) -> Result<Included> {
		let at = self.chain.at(hash).await?;
		let block = at.block_number();
		let extrinsics = at.extrinsics().fetch().await?;
		let index = extrinsics
			.iter()
			.filter_map(Result::ok)
			.find(|extrinsic| extrinsic.bytes() == self.signed.encoded)
			.map(|extrinsic| extrinsic.index())
			.ok_or_else(|| failure!("not-in-block", block = block))?;
		let (events, failure) = happened(&at, index, self.chain.prefix).await?;
		Ok(Included { block, hash, events, failure })
	}
}

/// The events of the extrinsic at `index`, and the failure that they tell of.
async fn happened(at: &At, index: usize, prefix: u16) -> Result<(Vec<Happened>, Option<Failure>)> {
	#[derive(scale_decode::DecodeAsType)]
	#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
	struct Failed {
		dispatch_error: DispatchError,
	}
	#[derive(scale_decode::DecodeAsType)]
	#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
	struct Carried {
		result: Result<(), DispatchError>,
	}
	let mut list = Vec::new();
	let mut failure = None;
	for event in at.events().fetch().await?.iter() {
		let event = event?;
		if event.phase() != Phase::ApplyExtrinsic(index as u32) {
			continue;
		}
		let name = format!("{}.{}", event.pallet_name(), event.event_name());
		if name == "System.ExtrinsicFailed" {
			let failed: Failed = event.decode_fields_unchecked_as()?;
			failure = Some(failed.dispatch_error.failure(at.metadata_ref()));
		} else if let Ok(Carried { result: Err(error) }) = event.decode_fields_unchecked_as() {
			// A motion that passed and whose call failed is a success to the SDK alone.
			failure = Some(error.failure(at.metadata_ref()));
		}
		let fields: Composite<()> = event.decode_fields_unchecked_as()?;
		if !name.starts_with("System.Extrinsic") && !name.starts_with("TransactionPayment.") {
			let told = told::event(&name, &fields, at.metadata_ref(), prefix);
			list.push(Happened { name, fields: values::composite(&fields), told });
		}
	}
	Ok((list, failure))
}
