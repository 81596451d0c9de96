//! Members: who they are, how they come and go.

mod views;

use crate::{
	chain::{self, runtime_types::pallet_consortium::types as on_chain},
	client::{hex, At},
	coded::{self, Hex},
	context::{read, Context},
	failure,
	keys::{self, Signer},
	output::Record,
	say,
};
use anyhow::Result;
use clap::{Args, Subcommand};
use codec::{Decode, Encode};
use shejiao_primitives::{
	governance::{Body, Majority},
	ids::{AreaCode, MemberId},
	member::{Access, Level, MemberKind, Seat, Standing},
	reason::Reason,
	suite::SuiteId,
	time::{LegalDate, Moment},
};
use subxt::utils::{AccountId32, Static, H256};

/// A signature as the consortium takes it.
type Proof = chain::runtime_types::sp_runtime::MultiSignature;

#[derive(Subcommand)]
pub enum Command {
	/// All members, or those that stand so
	List {
		/// active, suspended, lapsed, withdrawn or expelled
		#[arg(long, value_parser = coded::coded::<Standing>)]
		standing: Option<Standing>,
	},
	/// One member, with the history of its standing
	Show {
		member: u32,
		/// How it stood at this moment
		#[arg(long, value_parser = coded::moment)]
		at: Option<Moment>,
	},
	/// Open proposals of admission, with their objections
	Proposals,
	/// Propose a candidate
	Propose(Box<Propose>),
	/// Object to a proposal while it is public
	Object {
		proposal: u32,
		#[arg(long, value_parser = coded::coded::<Reason>)]
		reason: Reason,
		/// Hash of the reasons in writing, or the file (hashed here, it stays here)
		#[arg(long, value_parser = coded::document)]
		document: H256,
	},
	/// Withdraw one's own proposal
	WithdrawProposal { proposal: u32 },
	/// Move in the council to admit the candidate of a proposal
	Admit { proposal: u32 },
	/// Move in the council to suspend a member
	Suspend {
		member: u32,
		#[arg(long, value_parser = coded::coded::<Reason>)]
		reason: Reason,
		/// Last day of the suspension
		#[arg(long, value_parser = coded::date)]
		until: Option<LegalDate>,
	},
	/// Move in the council to confirm a suspension, which would lapse by itself
	Confirm {
		member: u32,
		/// Last day of the suspension
		#[arg(long, value_parser = coded::date)]
		until: Option<LegalDate>,
	},
	/// Move in the council to lift a suspension
	Lift {
		member: u32,
		#[arg(long, value_parser = coded::coded::<Reason>)]
		reason: Reason,
	},
	/// Move in the council to expel a member
	Expel {
		member: u32,
		#[arg(long, value_parser = coded::coded::<Reason>)]
		reason: Reason,
	},
	/// Give notice of one's own withdrawal
	Withdraw {
		#[arg(long, value_parser = coded::coded::<Reason>, default_value = "own-wish")]
		reason: Reason,
	},
	/// Take back the notice of withdrawal
	RevokeWithdrawal,
	/// Move in the council to renew a membership
	Renew {
		member: u32,
		/// Last day of the membership
		#[arg(long, value_parser = coded::date)]
		until: LegalDate,
	},
	/// Let another account sign for the member: the present one is retired for ever
	ChangeKey {
		/// Key file of the new account
		#[arg(long)]
		new: String,
	},
	/// Sign with a new key that it may sign for a member: for recover-key
	KeyProof {
		/// The member
		member: u32,
		/// Key file of the new account
		#[arg(long)]
		new: String,
	},
	/// Move in the council to give a member whose key is lost a new account
	RecoverKey {
		member: u32,
		/// The new account
		#[arg(long)]
		account: String,
		/// Its signature, from key-proof
		#[arg(long, value_parser = coded::hex_bytes)]
		proof: Hex,
	},
	/// Give the member a new encryption key
	RotateEncryptionKey {
		/// The key: an uncompressed point in hex
		#[arg(value_parser = coded::hex_bytes)]
		key: Hex,
		#[arg(long, value_parser = coded::coded::<SuiteId>, default_value = "international")]
		suite: SuiteId,
	},
	/// Move in the council to change level, area, superior, seat or access of a member
	Reorganise {
		member: u32,
		#[command(flatten)]
		place: Place,
	},
	/// Record the order by which the superior acts for a statutory agency that may not act itself
	OrderSuperior {
		member: u32,
		/// Last day of the order
		#[arg(long, value_parser = coded::date)]
		until: Option<LegalDate>,
		/// Hash of the order, or the file
		#[arg(long, value_parser = coded::document)]
		document: H256,
	},
	/// End such an order
	RevokeOrder { member: u32 },
	/// Nodes of a member that may connect
	#[command(subcommand)]
	Peers(super::peer::Command),
	/// The governed numbers of the consortium
	Parameters,
}

#[derive(Args)]
pub struct Place {
	#[arg(long, value_parser = coded::coded::<Level>)]
	level: Level,
	/// Six-digit code of the administrative division (GB/T 2260)
	#[arg(long)]
	area: u32,
	/// The agency above it: number of the member
	#[arg(long)]
	parent: Option<u32>,
	/// voting or non-voting; by default what the kind allows
	#[arg(long, value_parser = coded::coded::<Seat>)]
	seat: Option<Seat>,
	/// It sells services to members, and so never votes
	#[arg(long)]
	provider: bool,
	/// full-node or gateway; by default what the kind allows
	#[arg(long, value_parser = coded::coded::<Access>)]
	access: Option<Access>,
}

#[derive(Args)]
pub struct Propose {
	/// The account that will sign for the member
	#[arg(long)]
	account: String,
	#[arg(long, value_parser = coded::coded::<MemberKind>)]
	kind: MemberKind,
	#[command(flatten)]
	place: Place,
	/// Its encryption key: an uncompressed point in hex
	#[arg(long, value_parser = coded::hex_bytes)]
	encryption_key: Hex,
	#[arg(long, value_parser = coded::coded::<SuiteId>, default_value = "international")]
	suite: SuiteId,
	/// Hash of its charter, or the file
	#[arg(long, value_parser = coded::document)]
	charter: H256,
	/// Hash of the evidence, or the file
	#[arg(long, value_parser = coded::document)]
	evidence: H256,
	/// Peer id of one of its nodes; may be repeated
	#[arg(long = "peer", value_parser = coded::peer_id)]
	peers: Vec<Hex>,
	/// Peer id of one of its nodes that keeps all blocks; may be repeated
	#[arg(long = "archive-peer", value_parser = coded::peer_id)]
	archive_peers: Vec<Hex>,
	/// Block reference time per hour in milliseconds
	#[arg(long, default_value_t = 60_000)]
	quota_ms: u64,
	/// Number of the former member that comes back
	#[arg(long)]
	readmit: Option<u32>,
}

impl Place {
	fn placement(&self, kind: MemberKind) -> on_chain::Placement {
		let seat = match (kind.may_vote(), self.provider) {
			(true, false) => Seat::Voting,
			_ => Seat::NonVoting,
		};
		let access = match kind.may_run_full_node() {
			true => Access::FullNode,
			false => Access::Gateway,
		};
		on_chain::Placement {
			level: Static(self.level),
			area: Static(AreaCode(self.area)),
			parent: self.parent.map(|parent| Static(MemberId(parent))),
			seat: Static(self.seat.unwrap_or(seat)),
			provider: self.provider,
			access: Static(self.access.unwrap_or(access)),
		}
	}
}

/// A bounded list as the generated code wants it.
pub fn bounded<T>(
	list: Vec<T>,
) -> chain::runtime_types::bounded_collections::bounded_vec::BoundedVec<T> {
	chain::runtime_types::bounded_collections::bounded_vec::BoundedVec(list)
}

/// A node as the generated code wants it.
pub fn peer(id: &Hex, archive: bool) -> on_chain::Peer {
	on_chain::Peer { id: bounded(id.0.clone()), archive }
}

fn suite_key(suite: SuiteId, key: &Hex) -> Result<on_chain::SuiteKey> {
	if !suite.accepts_key(&key.0) {
		return Err(failure!("bad-encryption-key").into());
	}
	Ok(on_chain::SuiteKey { suite: Static(suite), key: bounded(key.0.clone()) })
}

/// Run a command.
pub async fn run(command: Command, context: &Context) -> Result<()> {
	let tx = chain::transactions().consortium();
	let council = Body::Council;
	let id = |member: u32| Static(MemberId(member));
	match command {
		Command::List { standing } => views::list(context, standing).await?,
		Command::Show { member, at } => views::show(context, MemberId(member), at).await?,
		Command::Proposals => views::proposals(context).await?,
		Command::Parameters => views::parameters(context).await?,
		Command::Propose(propose) => {
			let report = context.send(&tx.propose(propose.candidate()?)).await?;
			if let Some(proposal) = report.field("Consortium.MemberProposed", "proposal") {
				context.out.line(say!("member.proposed", proposal = proposal));
			}
		},
		Command::Object { proposal, reason, document } => {
			let proposal = on_chain::ProposalId(proposal);
			context.send(&tx.object(proposal, Static(reason), document)).await?;
		},
		Command::WithdrawProposal { proposal } => {
			context.send(&tx.withdraw_proposal(on_chain::ProposalId(proposal))).await?;
		},
		Command::Admit { proposal } => {
			let call = tx.admit(on_chain::ProposalId(proposal));
			context.move_in(council, Majority::TwoThirds, None, &call).await?;
		},
		Command::Suspend { member, reason, until } => {
			let call = tx.suspend(id(member), Static(reason), until.map(Static));
			context.move_in(council, Majority::Simple, Some(MemberId(member)), &call).await?;
		},
		Command::Confirm { member, until } => {
			let call = tx.confirm_suspension(id(member), until.map(Static));
			context.move_in(council, Majority::TwoThirds, Some(MemberId(member)), &call).await?;
		},
		Command::Lift { member, reason } => {
			let call = tx.lift_suspension(id(member), Static(reason));
			context.move_in(council, Majority::Simple, Some(MemberId(member)), &call).await?;
		},
		Command::Expel { member, reason } => {
			let call = tx.expel(id(member), Static(reason));
			context
				.move_in(council, Majority::ThreeQuarters, Some(MemberId(member)), &call)
				.await?;
		},
		Command::Withdraw { reason } => {
			context.send(&tx.withdraw(Static(reason))).await?;
		},
		Command::RevokeWithdrawal => {
			context.send(&tx.revoke_withdrawal()).await?;
		},
		Command::Renew { member, until } => {
			let call = tx.renew(id(member), Static(until));
			context.move_in(council, Majority::Simple, Some(MemberId(member)), &call).await?;
		},
		Command::ChangeKey { new } => {
			let owner = context.signer()?.account();
			let at = context.best().await?;
			let member = read(&at, chain::storage().consortium().institutions(), (owner,))
				.await?
				.ok_or_else(|| failure!("no-institution"))?;
			let (account, proof) = key_proof(context, &at, *member, &new).await?;
			context.send(&tx.change_key(account, proof)).await?;
		},
		Command::KeyProof { member, new } => {
			let at = context.best().await?;
			let (account, proof) = key_proof(context, &at, MemberId(member), &new).await?;
			let account = context.chain().await?.address(&account);
			let Proof::Sr25519(signature) = proof else { return Err(failure!("bad-proof").into()) };
			let proof = hex((SR25519, signature).encode());
			context.out.show(Record::new().put("account", account).put("proof", proof));
		},
		Command::RecoverKey { member, account, proof } => {
			let account = keys::account(&account)?;
			let signature = match <(u8, [u8; 64])>::decode(&mut &proof.0[..]) {
				Ok((SR25519, signature)) => signature,
				_ => return Err(failure!("bad-proof").into()),
			};
			let call = tx.recover_key(id(member), account, Proof::Sr25519(signature));
			context.move_in(council, Majority::TwoThirds, Some(MemberId(member)), &call).await?;
		},
		Command::RotateEncryptionKey { key, suite } => {
			context.send(&tx.rotate_encryption_key(suite_key(suite, &key)?)).await?;
		},
		Command::Reorganise { member, place } => {
			let at = context.best().await?;
			let kind = *context.member(&at, MemberId(member)).await?.kind;
			let call = tx.reorganise(id(member), place.placement(kind));
			context.move_in(council, Majority::TwoThirds, Some(MemberId(member)), &call).await?;
		},
		Command::OrderSuperior { member, until, document } => {
			context.send(&tx.order_superior(id(member), until.map(Static), document)).await?;
		},
		Command::RevokeOrder { member } => {
			context.send(&tx.revoke_order(id(member))).await?;
		},
		Command::Peers(command) => super::peer::run(command, context).await?,
	}
	Ok(())
}

impl Propose {
	fn candidate(&self) -> Result<on_chain::Candidate<AccountId32>> {
		let peers = self.peers.iter().map(|id| peer(id, false));
		let archives = self.archive_peers.iter().map(|id| peer(id, true));
		Ok(on_chain::Candidate {
			account: keys::account(&self.account)?,
			kind: Static(self.kind),
			placement: self.place.placement(self.kind),
			encryption: suite_key(self.suite, &self.encryption_key)?,
			charter: self.charter,
			evidence: self.evidence,
			peers: bounded(peers.chain(archives).collect()),
			quota: self.quota_ms.saturating_mul(1_000_000_000),
			readmit: self.readmit.map(|member| Static(MemberId(member))),
		})
	}
}

/// Place of sr25519 among the signatures.
const SR25519: u8 = 1;

/// Keeps the signature by which an account takes over a member from standing for anything else.
const KEY_CONTEXT: &[u8] = b"shejiao/institution-key";

/// The new account and its signature that it may sign for `member`: over context, genesis, member,
/// the account before it, the number of accounts so far, and itself.
async fn key_proof(
	context: &Context,
	at: &At,
	member: MemberId,
	new: &str,
) -> Result<(AccountId32, Proof)> {
	let signer = Signer::load(new)?;
	let account = signer.account();
	let old = context.member(at, member).await?.institution;
	let count = read(at, chain::storage().consortium().institution_count(), (Static(member),))
		.await?
		.unwrap_or_default();
	let genesis = context.chain().await?.genesis();
	let payload = (KEY_CONTEXT, genesis.0, member, old.0, count, account.0).encode();
	Ok((account, Proof::Sr25519(signer.sign_raw(&payload))))
}
