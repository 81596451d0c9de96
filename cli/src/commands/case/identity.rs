//! Keyed tags, duplicates found by them, merge and split.

use crate::{
	casework::{handles, records, said, wire},
	client::hex,
	coded,
	context::Context,
	fail,
	output::Record,
	vault::{
		identity::{Document, DocumentType, TagKey},
		sheets::Handle,
	},
};
use anyhow::Result;
use clap::{Args, Subcommand};
use pallet_identity_tags::{Merge, MergeId, Pending, Proposal, ProposalId, Tag};
use shejiao_primitives::{case::CaseId, reason::Reason, record::classes};
use sp_core::crypto::AccountId32;
use std::path::PathBuf;

#[derive(Subcommand)]
pub enum Tags {
	/// Make a key of identity tags: it stands for the city agency's service
	Key {
		/// Where; in the vault by default
		#[arg(long)]
		out: Option<PathBuf>,
		/// Generation of the key
		#[arg(long, default_value_t = 0)]
		epoch: u16,
	},
	/// Register the tags of the person's documents, as the case sheet has them
	Register {
		case: String,
		/// Of documents of this kind alone; may be repeated
		#[arg(long, value_enum)]
		kind: Vec<DocumentType>,
		#[arg(long)]
		tag_key: Option<PathBuf>,
	},
	/// Withdraw every tag of a case under a generation of the key
	Withdraw {
		case: String,
		#[arg(long)]
		epoch: u16,
		#[arg(long, value_parser = coded::coded::<Reason>)]
		reason: Reason,
	},
	/// The tag of one document; nothing is sent
	Compute {
		/// Kind of the document
		#[arg(long, value_enum)]
		kind: DocumentType,
		/// Its number; - reads it from standard input
		#[arg(long)]
		number: String,
		#[arg(long)]
		tag_key: Option<PathBuf>,
	},
}

#[derive(Subcommand)]
pub enum Duplicates {
	/// What is proposed and merged of a case
	List { case: String },
	/// Propose two registrations as one person's, for a record of the check
	Propose {
		first: String,
		second: String,
		/// The check: number of a record of the class identity, or a file, which is anchored first
		#[arg(long)]
		evidence: String,
	},
	/// Confirm from documents: the first officer's word, then the second's, which merges
	Confirm {
		proposal: u32,
		/// The case that goes on
		#[arg(long)]
		kept: String,
		#[arg(long)]
		evidence: String,
	},
	/// Reject a proposal: they are two
	Reject {
		proposal: u32,
		#[arg(long)]
		evidence: u64,
	},
	/// Take one's confirmation of a proposal back
	Withdraw { proposal: u32 },
}

#[derive(Args)]
pub struct Split {
	/// Number of the merge
	merge: u32,
	/// Why they are two after all
	#[arg(long, value_parser = coded::coded::<Reason>)]
	basis: Reason,
	/// The check: number of a record of the class identity
	#[arg(long)]
	evidence: u64,
	/// Take the first officer's word back
	#[arg(long)]
	withdraw: bool,
}

const PALLET: &str = "IdentityTags";

/// Run a command on tags.
pub async fn tags(command: Tags, context: &Context) -> Result<()> {
	match command {
		Tags::Key { out, epoch } => {
			let vault = context.vault()?;
			let path = out.unwrap_or_else(|| vault.tag_key_path());
			TagKey::generate_for(&path, epoch)?;
			context.out.show(Record::new().put("file", path.display().to_string()));
		},
		Tags::Register { case, kind: kinds, tag_key } => {
			let vault = context.vault()?;
			let case = handles::resolve(context, &case).await?;
			let key = vault.tag_key(tag_key.as_deref())?;
			let documents = &vault.sheet(case)?.facts.person.documents;
			let wanted = documents.iter().filter(|d| kinds.is_empty() || kinds.contains(&d.kind));
			let mut tags = Vec::new();
			for document in wanted {
				tags.push(Tag(key.tag(records::SUITE, document)?));
			}
			if tags.is_empty() {
				fail!("no-such-document", case = Handle(case));
			}
			wire::send(context, wire::call(PALLET, "register_tags", (case, key.epoch, tags)))
				.await?;
		},
		Tags::Withdraw { case, epoch, reason } => {
			let case = handles::resolve(context, &case).await?;
			wire::send(context, wire::call(PALLET, "withdraw_tags", (case, epoch, reason))).await?;
		},
		Tags::Compute { kind, number, tag_key } => {
			let key = context.vault()?.tag_key(tag_key.as_deref())?;
			let number = said(&number)?;
			let tag = key.tag(records::SUITE, &Document { kind, number })?;
			context.out.show(Record::new().put("epoch", key.epoch).put("tag", hex(tag)));
		},
	}
	Ok(())
}

/// Run a command on duplicates.
pub async fn duplicates(command: Duplicates, context: &Context) -> Result<()> {
	match command {
		Duplicates::List { case } => list(context, &case).await,
		Duplicates::Propose { first, second, evidence } => {
			let first = handles::resolve(context, &first).await?;
			let second = handles::resolve(context, &second).await?;
			let record = checked(context, first, &evidence).await?;
			let call = wire::call(PALLET, "propose_duplicate", (first, second, record));
			wire::send(context, call).await?;
			Ok(())
		},
		Duplicates::Confirm { proposal, kept, evidence } => {
			let kept = handles::resolve(context, &kept).await?;
			let record = checked(context, kept, &evidence).await?;
			let arguments = (ProposalId(proposal), kept, record);
			wire::send(context, wire::call(PALLET, "confirm_duplicate", arguments)).await?;
			Ok(())
		},
		Duplicates::Reject { proposal, evidence } => {
			let arguments = (ProposalId(proposal), shejiao_primitives::record::RecordId(evidence));
			wire::send(context, wire::call(PALLET, "reject_duplicate", arguments)).await?;
			Ok(())
		},
		Duplicates::Withdraw { proposal } => {
			withdraw(context, Pending::Proposal(ProposalId(proposal))).await
		},
	}
}

/// Run the command that takes a merge apart.
pub async fn split(command: Split, context: &Context) -> Result<()> {
	let merge = MergeId(command.merge);
	if command.withdraw {
		return withdraw(context, Pending::Split(merge)).await;
	}
	let evidence = shejiao_primitives::record::RecordId(command.evidence);
	wire::send(context, wire::call(PALLET, "split", (merge, evidence, command.basis))).await?;
	Ok(())
}

async fn withdraw(context: &Context, pending: Pending) -> Result<()> {
	wire::send(context, wire::call(PALLET, "withdraw_confirmation", (pending,))).await?;
	Ok(())
}

async fn checked(
	context: &Context,
	case: CaseId,
	text: &str,
) -> Result<shejiao_primitives::record::RecordId> {
	records::evidence(context, case, classes::IDENTITY, "identity-check", None, text).await
}

async fn list(context: &Context, case: &str) -> Result<()> {
	let case = handles::resolve(context, case).await?;
	let at = context.best().await?;
	let proposals: Vec<(ProposalId, Proposal<AccountId32>)> =
		wire::view(&at, PALLET, "proposals_of", (case,)).await?;
	let merges: Vec<(MergeId, Merge<AccountId32>)> =
		wire::view(&at, PALLET, "merges_of", (case,)).await?;
	let other = |pair: (CaseId, CaseId)| if pair.0 == case { pair.1 } else { pair.0 };
	let mut records = Vec::new();
	for (id, proposal) in proposals {
		let confirmed = proposal.confirmation.as_ref();
		records.push(
			Record::new()
				.term("state", "duplicate", &"proposed")
				.put("number", id.0)
				.put("other", Handle(other(proposal.pair)))
				.maybe("kept", confirmed.map(|(kept, _)| Handle(*kept)))
				.put("confirmations", u32::from(confirmed.is_some()))
				.moment("since", proposal.proposed),
		);
	}
	for (id, merge) in merges {
		let splitting = u32::from(merge.split.is_some());
		records.push(
			Record::new()
				.term("state", "duplicate", &if splitting == 0 { "merged" } else { "splitting" })
				.put("number", id.0)
				.put("other", Handle(other((merge.duplicate, merge.kept))))
				.maybe("kept", Some(Handle(merge.kept)))
				.put("confirmations", 2 + splitting)
				.moment("since", merge.second.at),
		);
	}
	context.out.list(records);
	Ok(())
}
