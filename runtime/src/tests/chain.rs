//! The `local` network in one process: its genesis with shortened days, real blocks, real keys.

use crate::*;
use codec::{Decode, Encode};
use frame_support::{
	inherent::ProvideInherent, storage::with_transaction_unchecked, traits::KeyOwnerProofSystem,
};
use serde_json::{json, Value};
use shejiao_primitives::{
	randomness::{self, sign_data},
	time::Moment,
};
use sp_consensus_aura::{Slot, AURA_ENGINE_ID};
use sp_core::{
	crypto::VrfSecret, ed25519, proof_of_possession::statement_of_ownership, sr25519, Pair,
};
use sp_genesis_builder::{
	runtime_decl_for_genesis_builder::GenesisBuilder, PresetId, LOCAL_TESTNET_RUNTIME_PRESET,
};
use sp_inherents::InherentData;
use sp_io::TestExternalities;
use sp_runtime::{
	generic::{Digest, DigestItem, Era},
	traits::Header as _,
	ApplyExtrinsicResult, TransactionOutcome,
};
use std::{
	cell::{Cell, RefCell},
	collections::{BTreeMap, BTreeSet},
	sync::Mutex,
};

/// 2026-11-21T00:00:00+08:00: the moment of the genesis.
pub const START: Moment = 1_795_190_400_000;

/// Milliseconds of a legal day.
pub const DAY: Moment = 10_000;

/// Members of the network that vote in the council, in the order of their ids: the first ones.
pub const COUNCIL: [&str; 8] = [
	"city-justice",
	"intermediate-court",
	"city-procuratorate",
	"discipline-inspection",
	"county-justice",
	"county-court",
	"county-procuratorate",
	"county-police",
];

/// Those with a seat in the supervisory committee.
pub const COMMITTEE: [&str; 3] =
	["city-procuratorate", "discipline-inspection", "county-procuratorate"];

/// Those with a validator.
pub const VALIDATORS: [&str; 4] =
	["county-justice", "county-court", "county-procuratorate", "county-police"];

thread_local! {
	static HEAD: RefCell<Option<Header>> = const { RefCell::new(None) };
	static SLOT: RefCell<u64> = const { RefCell::new(0) };
	/// Looks at what every block leaves.
	static WATCHER: Cell<Option<fn()>> = const { Cell::new(None) };
}

static KEYS: Mutex<BTreeMap<String, sr25519::Pair>> = Mutex::new(BTreeMap::new());

/// The key of an account of the network, named as in its consortium file without the slashes.
pub fn key(name: &str) -> sr25519::Pair {
	let mut keys = KEYS.lock().expect("nobody panics while holding it; qed");
	keys.entry(name.into())
		.or_insert_with(|| {
			sr25519::Pair::from_string(&format!("//{name}"), None).expect("derives; qed")
		})
		.clone()
}

pub fn account(name: &str) -> AccountId {
	AccountId::new(key(name).public().0)
}

/// The session key by which a validator votes on finality.
pub fn voter_key(name: &str) -> ed25519::Pair {
	ed25519::Pair::from_string(&format!("//{name}"), None).expect("derives; qed")
}

/// Session keys derived from `name`.
pub fn session_keys(name: &str) -> SessionKeys {
	SessionKeys { aura: key(name).public().into(), grandpa: voter_key(name).public().into() }
}

/// The proof that the account `owner` possesses the session keys derived from `name`.
pub fn possession(owner: &str, name: &str) -> Vec<u8> {
	let statement = statement_of_ownership(&account(owner).encode());
	(key(name).sign(&statement), voter_key(name).sign(&statement)).encode()
}

fn merge(into: &mut Value, patch: Value) {
	match (into, patch) {
		(Value::Object(into), Value::Object(patch)) => {
			for (field, value) in patch {
				merge(into.entry(field).or_insert(Value::Null), value);
			}
		},
		(into, patch) => *into = patch,
	}
}

/// The genesis of the `local` network with days of `day` milliseconds.
fn genesis(day: Moment) -> Vec<u8> {
	let preset = |id: Option<PresetId>| -> Value {
		let json = <Runtime as GenesisBuilder<Block>>::get_preset(&id).expect("is there; qed");
		serde_json::from_slice(&json).expect("is JSON; qed")
	};
	let mut genesis = preset(None);
	merge(&mut genesis, preset(Some(LOCAL_TESTNET_RUNTIME_PRESET.into())));
	merge(&mut genesis, json!({ "legalTime": { "dayLength": day, "start": START } }));
	serde_json::to_vec(&genesis).expect("is JSON; qed")
}

/// The genesis of a new chain with days of `day` milliseconds.
pub fn founded(day: Moment) -> TestExternalities {
	let mut chain = TestExternalities::new_empty();
	chain.execute_with(|| {
		<Runtime as GenesisBuilder<Block>>::build_state(genesis(day)).expect("builds; qed");
		let root = sp_io::storage::root(VERSION.state_version());
		let root = Hash::from_slice(&root);
		let header = Header::new(0, Hash::default(), root, Hash::default(), Digest::default());
		HEAD.set(Some(header));
		SLOT.set(START / SLOT_DURATION);
	});
	chain.commit_all().expect("no transaction is open; qed");
	chain
}

/// Run `test` on a new chain that has one block, and check the whole state afterwards.
pub fn network<R>(test: impl FnOnce() -> R) -> R {
	founded(DAY).execute_with(|| {
		block(|| ());
		let result = test();
		try_state();
		result
	})
}

/// The invariants of every pallet of ours, and some between pallets.
pub fn try_state() {
	let checks = [
		("LegalTime", LegalTime::do_try_state()),
		("Consortium", Consortium::do_try_state()),
		("Officers", Officers::do_try_state()),
		("Validators", Validators::do_try_state()),
		("Gate", Gate::do_try_state()),
		("SlotRandomness", SlotRandomness::do_try_state()),
		("Endorsement", Endorsement::do_try_state()),
		("Compliance", Compliance::do_try_state()),
		("SubjectIdentity", SubjectIdentity::do_try_state()),
		("IdentityTags", IdentityTags::do_try_state()),
		("Representatives", Representatives::do_try_state()),
		("ServedDocuments", ServedDocuments::do_try_state()),
		("Records", Records::do_try_state()),
		("StatutoryClocks", StatutoryClocks::do_try_state()),
		("Oversight", Oversight::do_try_state()),
	];
	for (pallet, result) in checks {
		assert_eq!(result, Ok(()), "try-state of {pallet}");
	}
	// Between pallets: who authors is who validates, and nobody has paid.
	let authors = pallet_aura::Authorities::<Runtime>::get().len();
	assert_eq!(authors, Session::validators().len(), "authors and validators");
	assert_eq!(Balances::total_issuance(), 0);
}

/// The session key that a validator rotates to in the tests.
pub const NEW_SESSION: &str = "new-session";

/// The key of the author of `slot`, by the authorities that the parent block left.
pub fn author(slot: u64) -> sr25519::Pair {
	let authorities = pallet_aura::Authorities::<Runtime>::get();
	let author: sr25519::Public = authorities[slot as usize % authorities.len()].clone().into();
	VALIDATORS
		.iter()
		.map(|name| key(&format!("{name}//session")))
		.chain([key(NEW_SESSION)])
		.find(|key| key.public() == author)
		.expect("a session key of the network; qed")
}

/// Whether the author of `slot` may author.
fn may_author(slot: u64) -> bool {
	let authorities = pallet_aura::Authorities::<Runtime>::decode_len().unwrap_or_default() as u64;
	!Session::disabled_validators().contains(&((slot % authorities) as u32))
}

/// Slot of the last block.
pub fn slot() -> u64 {
	SLOT.with_borrow(|slot| *slot)
}

/// The first slot, from `from` on, whose author may author.
fn next_slot(from: u64) -> u64 {
	(from..).find(|slot| may_author(*slot)).expect("somebody may author; qed")
}

/// Let `watcher` look at what every block leaves from now on, but for the blocks of a sandbox.
pub fn watch_blocks(watcher: fn()) {
	WATCHER.set(Some(watcher));
}

/// Begin the block of `slot` on top of the last one.
pub fn begin(slot: u64) {
	let parent = HEAD.with_borrow(|head| head.clone()).expect("there is a genesis; qed");
	let digest =
		Digest { logs: vec![DigestItem::PreRuntime(AURA_ENGINE_ID, Slot::from(slot).encode())] };
	let header =
		Header::new(parent.number + 1, Hash::default(), Hash::default(), parent.hash(), digest);
	Executive::initialize_block(&header);
	SLOT.set(slot);
}

/// The inherents of the block of `slot`, as its author's node gives them.
pub fn inherents(slot: u64, author: &sr25519::Pair) -> InherentData {
	let mix = pallet_slot_randomness::LastMix::<Runtime>::get();
	let output = author.vrf_sign(&sign_data(System::block_hash(0), slot.into(), &mix));
	let mut data = InherentData::new();
	data.put_data(Timestamp::INHERENT_IDENTIFIER, &(slot * SLOT_DURATION)).expect("encodes; qed");
	data.put_data(randomness::INHERENT_IDENTIFIER, &output).expect("encodes; qed");
	data
}

/// End the block.
pub fn end() -> Header {
	let header = Executive::finalize_block();
	HEAD.set(Some(header.clone()));
	if let Some(watcher) = WATCHER.get() {
		watcher();
	}
	header
}

/// A whole block of `slot` with `body` after its inherents.
fn block_of<R>(slot: u64, body: impl FnOnce() -> R) -> R {
	let author = author(slot);
	begin(slot);
	for inherent in inherents(slot, &author).create_extrinsics() {
		assert_eq!(Executive::apply_extrinsic(inherent), Ok(Ok(())));
	}
	let result = body();
	end();
	result
}

/// A block of the next slot with `body` after its inherents.
pub fn block<R>(body: impl FnOnce() -> R) -> R {
	block_of(next_slot(slot() + 1), body)
}

/// Let a block pass in which a session ends: the SDK counts that as a whole block.
pub fn find_room() {
	use pallet_session::ShouldEndSession;
	if configs::Rhythm::should_end_session(System::block_number() + 1) {
		block(|| ());
	}
}

/// A block after `days` legal days in which nobody authored.
pub fn pass_days(days: u32) {
	block_of(next_slot(slot() + u64::from(days) * DAY / SLOT_DURATION), || ());
}

/// Blocks until `sessions` more sessions have begun.
pub fn pass_sessions(sessions: u32) {
	let target = Session::current_index() + sessions;
	while Session::current_index() < target {
		block(|| ());
	}
}

/// Apply an extrinsic as a block builder does: what is invalid leaves nothing.
pub fn apply(extrinsic: UncheckedExtrinsic) -> ApplyExtrinsicResult {
	with_transaction_unchecked(|| match Executive::apply_extrinsic(extrinsic) {
		applied @ Ok(_) => TransactionOutcome::Commit(applied),
		invalid => TransactionOutcome::Rollback(invalid),
	})
}

/// The extensions of a transaction with `nonce`.
pub fn extension(nonce: Nonce) -> TxExtension {
	(
		pallet_gate::CheckMembership::new(),
		frame_system::CheckNonZeroSender::new(),
		frame_system::CheckSpecVersion::new(),
		frame_system::CheckTxVersion::new(),
		frame_system::CheckGenesis::new(),
		frame_system::CheckEra::from(Era::Immortal),
		frame_system::CheckNonce::from(nonce),
		frame_system::CheckWeight::new(),
		pallet_transaction_payment::ChargeTransactionPayment::from(0),
		frame_metadata_hash_extension::CheckMetadataHash::new(false),
		frame_system::WeightReclaim::new(),
	)
}

/// `call` signed by `who` with `nonce`.
pub fn signed_with(who: &str, call: impl Into<RuntimeCall>, nonce: Nonce) -> UncheckedExtrinsic {
	let payload = SignedPayload::new(call.into(), extension(nonce)).expect("known; qed");
	let signature = payload.using_encoded(|bytes| key(who).sign(bytes));
	let (call, extension, _) = payload.deconstruct();
	UncheckedExtrinsic::new_signed(call, account(who).into(), signature.into(), extension)
}

/// `call` signed by `who` with its next nonce.
pub fn signed(who: &str, call: impl Into<RuntimeCall>) -> UncheckedExtrinsic {
	signed_with(who, call, System::account_nonce(account(who)))
}

/// What becomes of `call`, signed by `who`, in a block of its own.
pub fn submit(who: &str, call: impl Into<RuntimeCall>) -> ApplyExtrinsicResult {
	block(|| apply(signed(who, call)))
}

/// All or nothing.
pub fn batch_all<C: Into<RuntimeCall>>(calls: impl IntoIterator<Item = C>) -> RuntimeCall {
	let calls = calls.into_iter().map(Into::into).collect();
	pallet_utility::Call::batch_all { calls }.into()
}

/// Run `test`, and forget all that it did.
pub fn sandbox<R>(test: impl FnOnce() -> R) -> R {
	let (head, slot) = (HEAD.with_borrow(|head| head.clone()), slot());
	let watcher = WATCHER.take();
	// Not by frame-support's layers: they leave their depth in the storage, and so in its root.
	sp_io::storage::start_transaction();
	let result = test();
	sp_io::storage::rollback_transaction();
	HEAD.set(head);
	SLOT.set(slot);
	WATCHER.set(watcher);
	result
}

/// All of the storage.
pub fn state() -> BTreeMap<Vec<u8>, Vec<u8>> {
	let mut state = BTreeMap::new();
	let mut last = Vec::new();
	while let Some(next) = sp_io::storage::next_key(&last) {
		let value = sp_io::storage::get(&next).expect("the key was listed; qed").to_vec();
		state.insert(next.clone(), value);
		last = next;
	}
	state
}

/// Keys at which two states differ, each with the name of its storage item.
pub fn difference(
	one: &BTreeMap<Vec<u8>, Vec<u8>>,
	other: &BTreeMap<Vec<u8>, Vec<u8>>,
) -> BTreeMap<Vec<u8>, String> {
	use frame_support::traits::StorageInfoTrait;
	let items = AllPalletsWithSystem::storage_info();
	let name = |key: &Vec<u8>| {
		let item = items.iter().find(|item| key.starts_with(&item.prefix));
		item.map_or_else(
			|| format!("{:?}", sp_core::hexdisplay::HexDisplay::from(key)),
			|item| {
				let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
				format!("{}.{}", text(&item.pallet_name), text(&item.storage_name))
			},
		)
	};
	let keys: BTreeSet<_> = one.keys().chain(other.keys()).collect();
	let differing = keys.into_iter().filter(|key| one.get(*key) != other.get(*key));
	differing.map(|key| (key.clone(), name(key))).collect()
}

/// The proof that the voter with `key` belongs to the current session.
pub fn ownership(key: &ed25519::Pair) -> sp_session::MembershipProof {
	let authority = sp_consensus_grandpa::AuthorityId::from(key.public());
	Historical::prove((sp_consensus_grandpa::KEY_TYPE, authority)).expect("a validator; qed")
}

/// Two signed votes of `key` for different blocks in one round.
pub fn equivocation(
	set: sp_consensus_grandpa::SetId,
	key: &ed25519::Pair,
) -> sp_consensus_grandpa::EquivocationProof<Hash, BlockNumber> {
	type Prevote = sp_consensus_grandpa::Prevote<Header>;
	let round = 1u64;
	let vote = |block: u8| {
		let vote = Prevote { target_hash: Hash::repeat_byte(block), target_number: 5 };
		let message = sp_consensus_grandpa::Message::<Header>::Prevote(vote.clone());
		let payload = sp_consensus_grandpa::localized_payload(round, set, &message);
		(vote, key.sign(&payload))
	};
	// The constructors are those of `finality-grandpa`; this is their encoding, the first variant
	// being two prevotes.
	let encoded = (set, 0u8, round, key.public(), vote(1), vote(2)).encode();
	Decode::decode(&mut &encoded[..]).expect("the fields are those of a proof; qed")
}
