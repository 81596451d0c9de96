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
const MORTALITY: u64 = 64;

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
	/// Where it was included, and after how many milliseconds.
	pub included: Option<(Included, u128)>,
	/// The final block, and after how many milliseconds.
	pub finalized: Option<(u64, H256, u128)>,
}

impl Report {
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

/// Sign `call` (pallet, call and arguments, encoded) and send it; print inclusion and finality as
/// they come.
pub async fn submit(
	chain: &Chain,
	signer: &Signer,
	call: &[u8],
	terms: Terms,
	out: Output,
) -> Result<Report> {
	let mut report = Report::default();
	submit_into(chain, signer, call, terms, out, &mut report).await?;
	Ok(report)
}

/// [`submit`], which tells into `report` what became of the transaction even where it was refused.
pub async fn submit_into(
	chain: &Chain,
	signer: &Signer,
	call: &[u8],
	terms: Terms,
	out: Output,
	report: &mut Report,
) -> Result<()> {
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

	let started = Instant::now();
	*report = Report { call: name.clone(), transaction: transaction.hash(), ..Default::default() };
	if terms.wait == Wait::None {
		chain
			.methods
			.author_submit_extrinsic(transaction.encoded())
			.await
			.map_err(|e| refusals::pool(&e).map_or(e.into(), anyhow::Error::from))?;
		out.line(say!("tx.sent", call = name, transaction = hex(report.transaction)));
	} else {
		let deadline = started + terms.timeout;
		let watched = Watched {
			chain,
			encoded: transaction.encoded(),
			account: &account,
			nonce,
			last_block: anchor.0 + MORTALITY,
			started,
			deadline,
			out,
		};
		watched.follow(report, &name, terms.wait).await?;
	}
	Ok(())
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
	encoded: &'a [u8],
	account: &'a subxt::utils::AccountId32,
	nonce: u64,
	last_block: u64,
	started: Instant,
	deadline: Instant,
	out: Output,
}

impl Watched<'_> {
	async fn follow(&self, report: &mut Report, name: &str, wait: Wait) -> Result<()> {
		let mut statuses = self
			.chain
			.methods
			.author_submit_and_watch_extrinsic(self.encoded)
			.await
			.map_err(|e| refusals::pool(&e).map_or(e.into(), anyhow::Error::from))?;
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
					if let Some(failure) = failure {
						return Err(self.failed(failure, report, name));
					}
					if wait <= Wait::InBlock {
						return Ok(());
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
						Some(failure) => Err(self.failed(failure, report, name)),
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
	fn failed(&self, mut failure: Failure, report: &Report, name: &str) -> anyhow::Error {
		if let Some((included, _)) = &report.included {
			let block = included.block;
			failure.what = say!("tx.failed", call = name, block = block, what = failure.what);
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
		if self.best().await.is_some_and(|best| best.block_number() > self.last_block) {
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
		let block = report.included.as_ref().map_or(0, |(included, _)| included.block);
		let seconds = self.started.elapsed().as_secs();
		failure!("not-final", block = block, seconds = seconds).exit(EXIT_LOST).into()
	}

	/// The pool has lost the transaction, or never lets it go: by the account's number one can tell
	/// whether another took its place.
	async fn lost(&self, how: &str) -> anyhow::Error {
		let how = say!(&format!("lost.{how}"));
		let next = match self.best().await {
			Some(best) => best.transactions().account_nonce(self.account).await.ok(),
			None => None,
		};
		let code = match next {
			Some(next) if next > self.nonce => "lost-replaced",
			Some(_) => "lost",
			None => "lost-unknown",
		};
		let account = self.chain.address(self.account);
		failure!(code, how = how, nonce = self.nonce, account = account).exit(EXIT_LOST).into()
	}

	/// What the transaction did in the block with this hash.
	async fn included(&self, hash: H256) -> Result<Included> {
		let at = self.chain.at(hash).await?;
		let block = at.block_number();
		let extrinsics = at.extrinsics().fetch().await?;
		let index = extrinsics
			.iter()
			.filter_map(Result::ok)
			.find(|extrinsic| extrinsic.bytes() == self.encoded)
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
