//! Draws by the chain's randomness, computed again from the blocks.

use crate::{
	chain::{self, runtime_types::pallet_slot_randomness::types as on_chain},
	client::{hex, At, Chain},
	coded,
	context::{read, Context},
	fail, failure,
	output::Record,
	say,
};
use anyhow::Result;
use clap::{Subcommand, ValueEnum};
use codec::{Decode, Encode};
use shejiao_primitives::{
	draw::pick,
	ids::DrawId,
	randomness::{mix, sign_data, Mix},
};
use sp_consensus_aura::{Slot, AURA_ENGINE_ID};
use sp_core::{
	crypto::VrfPublic,
	sr25519::{vrf::VrfSignature, Public},
};
use std::collections::BTreeSet;
use subxt::{
	config::substrate::DigestItem,
	utils::{Static, H256},
};

#[derive(Subcommand)]
pub enum Command {
	/// Ask for a draw
	Request {
		purpose: Purpose,
		/// A candidate: the hash of what is drawn from; may be repeated
		#[arg(long = "candidate", value_parser = coded::hash, required = true)]
		candidates: Vec<H256>,
	},
	/// All draws
	List,
	/// One draw, with its candidates
	Show { draw: u32 },
	/// Compute a draw again from the blocks between request and decision
	Verify { draw: u32 },
}

/// What a draw is asked for.
#[derive(Clone, Copy, ValueEnum)]
pub enum Purpose {
	/// 复核: who reviews an objection or a correction
	Reviewer,
	/// 复评: who rates a second time
	SecondRater,
	/// 抽查: which uploads are checked again
	Recheck,
	/// 评审专家: who sits on an expert panel
	ExpertPanel,
	/// 巡查: what is inspected
	Inspection,
}

impl From<Purpose> for on_chain::Purpose {
	fn from(purpose: Purpose) -> Self {
		match purpose {
			Purpose::Reviewer => Self::Reviewer,
			Purpose::SecondRater => Self::SecondRater,
			Purpose::Recheck => Self::Recheck,
			Purpose::ExpertPanel => Self::ExpertPanel,
			Purpose::Inspection => Self::Inspection,
		}
	}
}

fn name(purpose: &on_chain::Purpose) -> &'static str {
	match purpose {
		on_chain::Purpose::Reviewer => "reviewer",
		on_chain::Purpose::SecondRater => "second-rater",
		on_chain::Purpose::Recheck => "recheck",
		on_chain::Purpose::ExpertPanel => "expert-panel",
		on_chain::Purpose::Inspection => "inspection",
	}
}

/// Run a command.
pub async fn run(command: Command, context: &Context) -> Result<()> {
	match command {
		Command::Request { purpose, candidates } => {
			let candidates = super::member::bounded(candidates);
			let call = chain::transactions().slot_randomness().request(purpose.into(), candidates);
			let report = context.send(&call).await?;
			if let Some(id) = report.field("SlotRandomness.DrawRequested", "id") {
				context.out.line(say!("draw.requested", draw = id));
			}
		},
		Command::List => list(context).await?,
		Command::Show { draw } => {
			let at = context.best().await?;
			let info = draw_info(&at, draw).await?;
			let candidates: Vec<String> = info.candidates.iter().map(hex).collect();
			let shown = candidates.join("\n");
			context.out.show(describe(draw, &info).value("candidates", candidates.into(), shown));
		},
		Command::Verify { draw } => verify(context, draw).await?,
	}
	Ok(())
}

async fn draw_info(at: &At, draw: u32) -> Result<on_chain::DrawInfo> {
	let api = chain::runtime_apis().slot_randomness_api();
	at.runtime_apis()
		.call(api.draw(Static(DrawId(draw))))
		.await?
		.ok_or_else(|| failure!("no-draw", draw = draw).into())
}

fn describe(draw: u32, info: &on_chain::DrawInfo) -> Record {
	let record = Record::new().put("draw", draw);
	let record = match &info.request.asker {
		on_chain::Asker::Pallet => {
			record.maybe("member", None::<u32>).maybe("purpose", None::<String>)
		},
		on_chain::Asker::Member { member, purpose } => {
			record.put("member", member.0 .0).term("purpose", "purpose", &name(purpose))
		},
	};
	let decision = info.decision.as_ref();
	record
		.put("block", info.request.block)
		.put("slot", info.request.slot.0)
		.put("due", info.request.due.0)
		.put("count", info.request.candidates)
		.maybe("decidedBlock", decision.map(|decision| decision.block))
		.maybe("authors", decision.map(|decision| decision.authors))
		.maybe("missedSlots", decision.map(|decision| decision.missed))
		.maybe("winner", info.winner.map(hex))
}

async fn list(context: &Context) -> Result<()> {
	let at = context.best().await?;
	let api = chain::runtime_apis().slot_randomness_api();
	let next = at.runtime_apis().call(api.next_draw()).await?;
	let mut records = Vec::new();
	for draw in 0..next.0 .0 {
		records.push(describe(draw, &draw_info(&at, draw).await?));
	}
	context.out.list(records);
	Ok(())
}

/// The author's output in a block: its slot, its key, the signature.
struct Output {
	slot: u64,
	author: Public,
	signature: VrfSignature,
}

async fn verify(context: &Context, draw: u32) -> Result<()> {
	let chain = context.chain().await?;
	let best = chain.best().await?;
	let info = draw_info(&best, draw).await?;
	let Some(decision) = &info.decision else {
		fail!("draw-open", draw = draw, slot = info.request.due.0);
	};
	let (from, to) = (info.request.block, decision.block);

	// The candidates of today are those that were frozen at the request.
	let start = chain.at(chain.hash_of(from.into()).await?).await?;
	let frozen = draw_info(&start, draw).await?.candidates;
	if frozen != info.candidates {
		fail!("draw-differs", draw = draw, what = "candidates", block = from);
	}
	if info.request.due.0
		!= info.request.slot.0.saturating_add(2 * u64::from(info.request.validators))
	{
		fail!("draw-differs", draw = draw, what = "due", block = from);
	}

	// Every output in between, signed by the author of its slot over the mix before.
	let genesis = sp_core::H256(chain.genesis().0);
	let mut current: Mix =
		read(&start, chain::storage().slot_randomness().last_mix(), ()).await?.unwrap_or_default();
	let mut parent = start;
	let mut slots = BTreeSet::new();
	let mut authors = BTreeSet::new();
	for number in from.saturating_add(1)..=to {
		let at = chain.at(chain.hash_of(number.into()).await?).await?;
		let header = at.block_header().await?;
		if header.parent_hash != parent.block_hash()
			|| coded::blake2_256(&header.encode()) != at.block_hash().0
		{
			fail!("draw-differs", draw = draw, what = "header", block = number);
		}
		let output = output(chain, &parent, &at, &header.digest.logs).await?;
		let data = sign_data(genesis, Slot::from(output.slot), &current);
		if !output.author.vrf_verify(&data, &output.signature) {
			fail!("draw-differs", draw = draw, what = "VRF", block = number);
		}
		current = mix(&current, Slot::from(output.slot), &output.signature);
		slots.insert(output.slot);
		authors.insert(output.author);
		parent = at;
	}

	let last = slots.last().copied().unwrap_or(info.request.slot.0);
	let missed = last
		.saturating_sub(info.request.slot.0)
		.saturating_sub(u64::try_from(slots.len()).unwrap_or(u64::MAX));
	let place = pick(&current, DrawId(draw), info.request.candidates);
	let winner = place
		.and_then(|place| usize::try_from(place).ok())
		.and_then(|place| info.candidates.get(place).copied());
	for (what, agrees) in [
		("slot", last == decision.slot.0 && last >= info.request.due.0),
		("mix", current == decision.mix),
		("authors", authors.len() == decision.authors as usize),
		("missed", missed == u64::from(decision.missed)),
		("winner", winner.is_some() && winner == info.winner),
	] {
		if !agrees {
			fail!("draw-differs", draw = draw, what = what, block = to);
		}
	}
	context.out.show(
		describe(draw, &info)
			.put("blocksVerified", slots.len())
			.put("mix", hex(current))
			.maybe("place", place)
			.flag("verified", true),
	);
	context.out.line(say!("draw.verified", draw = draw, blocks = slots.len(), missed = missed));
	Ok(())
}

/// The output noted in the block at `at`; the keys are those before the block, as a session may
/// rotate them in it.
async fn output(chain: &Chain, parent: &At, at: &At, logs: &[DigestItem]) -> Result<Output> {
	let number = at.block_number();
	let incomplete = || failure!("draw-no-block", block = number, url = chain.url);
	let slot = logs
		.iter()
		.find_map(|log| match log {
			DigestItem::PreRuntime(engine, data) if *engine == AURA_ENGINE_ID => {
				u64::decode(&mut &data[..]).ok()
			},
			_ => None,
		})
		.ok_or_else(incomplete)?;
	let authorities: Vec<[u8; 32]> = chain.call_api(parent, "AuraApi_authorities", &[]).await?;
	let count = u64::try_from(authorities.len()).unwrap_or(u64::MAX);
	let author = slot
		.checked_rem(count)
		.and_then(|index| authorities.get(usize::try_from(index).ok()?))
		.ok_or_else(incomplete)?;
	let extrinsics = at.extrinsics().fetch().await.map_err(|_| incomplete())?;
	let note = extrinsics
		.iter()
		.filter_map(Result::ok)
		.find(|call| call.pallet_name() == "SlotRandomness" && call.call_name() == "note")
		.ok_or_else(incomplete)?;
	let signature =
		VrfSignature::decode(&mut note.call_data_field_bytes()).map_err(|_| incomplete())?;
	Ok(Output { slot, author: Public::from_raw(*author), signature })
}
