//! What every command needs: the chain, the signer, the output.

use crate::{
	chain,
	client::{hex, At, Chain},
	coded::{self, name_of_body},
	failure,
	keys::Signer,
	output::{Format, Output, Record},
	say,
	submit::{self, Report, Signed, Terms},
	time,
	vault::Vault,
	words,
};
use anyhow::Result;
use serde_json::Value as Json;
use shejiao_primitives::{
	governance::{Body, Majority},
	ids::MemberId,
	member::{Seat, Standing},
};
use std::path::PathBuf;
use subxt::{
	ext::scale_encode,
	storage::{Address, PrefixOf},
	transactions::Payload,
	utils::{AccountId32, Static, H256},
};
use tokio::sync::OnceCell;

/// A member as the chain stores it.
pub type Member = chain::runtime_types::pallet_consortium::types::MemberRecord<AccountId32>;

/// What every command needs.
pub struct Context {
	/// Where the node is.
	pub url: String,
	/// The genesis that is expected.
	pub genesis: Option<H256>,
	/// Who signs: the path of a key file, or `//Seed`.
	pub signer: Option<String>,
	/// How to send.
	pub terms: Terms,
	/// Show calls instead of sending them.
	pub as_call: bool,
	/// Where output goes.
	pub out: Output,
	/// Where the vault is; opened when something is kept there.
	pub vault: PathBuf,
	connection: OnceCell<Chain>,
}

impl Context {
	/// Nothing is connected yet.
	pub fn new(
		url: String,
		genesis: Option<H256>,
		signer: Option<String>,
		terms: Terms,
		as_call: bool,
		out: Output,
	) -> Self {
		let (vault, connection) = (Vault::usual(), OnceCell::new());
		Self { url, genesis, signer, terms, as_call, out, vault, connection }
	}

	/// The same, with a vault of its own.
	pub fn with_vault(self, vault: PathBuf) -> Self {
		Self { vault, ..self }
	}

	/// The vault, made where it is missing.
	pub fn vault(&self) -> Result<Vault> {
		Vault::open(&self.vault)
	}

	/// The chain: connected once.
	pub async fn chain(&self) -> Result<&Chain> {
		self.connection
			.get_or_try_init(|| async {
				let chain = Chain::connect(&self.url, self.genesis).await?;
				self.warn(&chain).await?;
				Ok(chain)
			})
			.await
	}

	/// What everybody must know of this chain before reading on.
	async fn warn(&self, chain: &Chain) -> Result<()> {
		if self.out.format == Format::Json {
			return Ok(());
		}
		let expected = crate::client::committed_spec();
		if chain.spec.version != expected.version {
			eprintln!(
				"{}",
				say!("note.version", chain = chain.spec.version, client = expected.version)
			);
		}
		let at = chain.best().await?;
		let clock = at.runtime_apis().call(chain::runtime_apis().legal_time_api().clock()).await?;
		if clock.day < shejiao_primitives::time::DAY {
			let today =
				at.runtime_apis().call(chain::runtime_apis().legal_time_api().today()).await?;
			eprintln!("{}", say!("note.shortened", ms = clock.day, today = time::date(*today)));
		}
		Ok(())
	}

	/// The chain at the best block.
	pub async fn best(&self) -> Result<At> {
		self.chain().await?.best().await
	}

	/// Who signs.
	pub fn signer(&self) -> Result<Signer> {
		match &self.signer {
			Some(source) => Signer::load(source),
			None => Err(failure!("no-signer").into()),
		}
	}

	/// Refuse what nobody could sign, before anything is kept for it.
	pub fn ensure_signer(&self) -> Result<()> {
		match self.as_call {
			true => Ok(()),
			false => self.signer().map(|_| ()),
		}
	}

	/// `payload` as the bytes of its call, after a check that the chain still has it in this form.
	pub async fn encode(&self, payload: &impl Payload) -> Result<Vec<u8>> {
		let at = self.best().await?;
		at.transactions().validate(payload)?;
		Ok(at.transactions().call_data(payload)?)
	}

	/// Send a call, or show it.
	pub async fn send(&self, payload: &impl Payload) -> Result<Report> {
		let call = self.encode(payload).await?;
		self.send_call(&call).await
	}

	/// Send an encoded call, or show it.
	pub async fn send_call(&self, call: &[u8]) -> Result<Report> {
		let mut report = Report::default();
		self.send_into(call, &mut report).await?;
		Ok(report)
	}

	/// [`Self::send_call`], which tells into `report` how far it came, even where that failed.
	pub async fn send_into(&self, call: &[u8], report: &mut Report) -> Result<()> {
		if self.as_call {
			return self.show_call(call).await;
		}
		let signed = self.sign(call).await?;
		self.send_signed(&signed, report).await
	}

	/// Sign an encoded call that the runtime would take.
	pub async fn sign(&self, call: &[u8]) -> Result<Signed> {
		submit::sign(self.chain().await?, &self.signer()?, call).await
	}

	/// Send what is signed.
	pub async fn send_signed(&self, signed: &Signed, report: &mut Report) -> Result<()> {
		submit::send(self.chain().await?, signed, self.terms, self.out, report).await?;
		self.done(&report.json());
		Ok(())
	}

	/// What has been done, for programs.
	fn done(&self, what: &Json) {
		if self.out.format == Format::Json {
			self.out.json(what);
		}
	}

	/// Show a call: its bytes, and the hash by which bodies name it.
	pub async fn show_call(&self, call: &[u8]) -> Result<()> {
		let at = self.best().await?;
		let payload = at.transactions().from_call_data_bytes(call)?;
		let args = crate::values::composite(payload.call_data());
		self.out.show(
			Record::new()
				.put("call", format!("{}.{}", payload.pallet_name(), payload.call_name()))
				.value("arguments", args.clone(), args.to_string())
				.put("callData", hex(call))
				.put("callHash", hex(coded::blake2_256(call))),
		);
		Ok(())
	}

	/// Move in `body` that the call of `payload` be made, at the threshold of `majority`. The seat of
	/// `accused` does not count.
	pub async fn move_in(
		&self,
		body: Body,
		majority: Majority,
		accused: Option<MemberId>,
		payload: &impl Payload,
	) -> Result<Report> {
		let call = self.encode(payload).await?;
		self.move_call(body, majority, accused, &call).await
	}

	/// [`Self::move_in`] with an encoded call.
	pub async fn move_call(
		&self,
		body: Body,
		majority: Majority,
		accused: Option<MemberId>,
		call: &[u8],
	) -> Result<Report> {
		if self.as_call {
			self.show_call(call).await?;
			return Ok(Report::default());
		}
		let threshold = self.threshold(body, majority, accused).await?;
		let motion = Motion {
			threshold,
			proposal: Static(subxt::utils::Encoded(call.to_vec())),
			length_bound: call.len() as u32,
		};
		let pallet = coded::pallet_of_body(body);
		let payload = subxt::transactions::StaticPayload::<Motion>::new(pallet, "propose", motion);
		let at = self.best().await?;
		let motion = at.transactions().call_data(&payload)?;
		let hash = coded::blake2_256(call);
		self.out.line(say!(
			"motion.proposed",
			body = words::term("body", &name_of_body(body)),
			threshold = threshold,
			hash = hex(hash)
		));
		let signed = self.sign(&motion).await?;
		let mut report = Report::default();
		submit::send(self.chain().await?, &signed, self.terms, self.out, &mut report).await?;
		let mut done = report.json();
		done["motion"] = hex(hash).into();
		done["threshold"] = threshold.into();
		self.done(&done);
		let body = name_of_body(body);
		self.out.line(say!("motion.next", body = body, hash = hex(hash)));
		Ok(report)
	}

	/// Votes that `majority` of `body` needs now. Seats of suspended members count, that of the
	/// accused does not.
	pub async fn threshold(
		&self,
		body: Body,
		majority: Majority,
		accused: Option<MemberId>,
	) -> Result<u32> {
		let at = self.best().await?;
		let seats = read(&at, chain::storage().consortium().seat_count(), (Static(body),))
			.await?
			.unwrap_or(0);
		let left_out = match accused {
			Some(member) => u32::from(sits_in(&self.member(&at, member).await?, body)),
			None => 0,
		};
		// A motion that one vote carries does not exist: it would run without a vote.
		Ok(majority.threshold(seats.saturating_sub(left_out)).max(2))
	}

	/// A member, past or present.
	pub async fn member(&self, at: &At, member: MemberId) -> Result<Member> {
		read(at, chain::storage().consortium().member_records(), (Static(member),))
			.await?
			.ok_or_else(|| failure!("no-member", member = member.0).into())
	}

	/// Show a call of Root's class, and how it comes about.
	pub async fn root(&self, payload: &impl Payload) -> Result<()> {
		let call = self.encode(payload).await?;
		self.show_call(&call).await?;
		self.out.line(say!("root.next", call = hex(&call), hash = hex(coded::blake2_256(&call))));
		Ok(())
	}
}

/// Arguments of a collective's `propose`. The inner call is encoded and checked before: its type
/// names every call of the runtime.
#[derive(scale_encode::EncodeAsType)]
#[encode_as_type(crate_path = "subxt::ext::scale_encode")]
struct Motion {
	threshold: u32,
	proposal: Static<subxt::utils::Encoded>,
	length_bound: u32,
}

/// Whether the seat of a member counts in `body`.
pub fn sits_in(member: &Member, body: Body) -> bool {
	let standing: Standing = *member.standing;
	let seat: Seat = *member.placement.seat;
	standing.is_member()
		&& seat == Seat::Voting
		&& match body {
			Body::Council => true,
			Body::SupervisoryCommittee => member.kind.supervises(),
			Body::FundingCouncil => member.kind.may_vote_on_funding(),
		}
}

/// A value of storage; the default where there is one.
pub async fn read<A: Address>(at: &At, address: A, key: A::KeyParts) -> Result<Option<A::Value>> {
	match at.storage().try_fetch(address, key).await? {
		Some(value) => Ok(Some(value.decode()?)),
		None => Ok(None),
	}
}

/// All values of a map under `prefix`, with their keys.
pub async fn all<A: Address, P: PrefixOf<A::KeyParts>>(
	at: &At,
	address: A,
	prefix: P,
) -> Result<Vec<(A::KeyParts, A::Value)>> {
	let mut entries = at.storage().iter(address, prefix).await?;
	let mut list = Vec::new();
	while let Some(entry) = entries.next().await {
		let entry = entry?;
		list.push((entry.key()?.decode()?, entry.value().decode()?));
	}
	Ok(list)
}
