//! A node that plays a part.

use assert_cmd::Command;
use codec::Encode;
use jsonrpsee::{
	core::SubscriptionResult,
	server::{Server, ServerHandle, SubscriptionMessage},
	types::ErrorObjectOwned,
	RpcModule,
};
use serde_json::{json, Value};
use shejiao_primitives::{
	directory::Actor,
	duty::{Category, Duties},
	ids::MemberId,
	time::{LegalClock, LegalDate},
};
use std::sync::{
	atomic::{AtomicU32, Ordering},
	Arc, Mutex,
};

/// The part that the node plays.
#[derive(Clone)]
pub struct Part {
	/// What the runtime says of the transaction.
	pub validity: Vec<u8>,
	/// What the pool says when it is submitted.
	pub refusal: Option<ErrorObjectOwned>,
	/// What the pool reports of it.
	pub statuses: Vec<Value>,
	/// The account's number in the best block afterwards.
	pub nonce: u32,
	/// By how many blocks the best block rises with each look at it.
	pub pace: u32,
	/// The best block, which is final, at the start.
	pub height: u32,
	/// What happened in the block that the transaction is in.
	pub events: Vec<u8>,
	/// Answers of runtime APIs that the part alone has.
	pub answers: Vec<(&'static str, Vec<u8>)>,
}

/// Number of the transaction.
pub const NONCE: u32 = 5;

impl Default for Part {
	fn default() -> Self {
		Self {
			validity: valid(),
			refusal: None,
			statuses: vec![],
			nonce: NONCE,
			pace: 0,
			height: 10,
			events: vec![],
			answers: vec![],
		}
	}
}

/// What the node has seen.
#[derive(Default)]
struct Seen {
	best: AtomicU32,
	/// The transaction that came last.
	transaction: Mutex<String>,
	/// How many came.
	came: AtomicU32,
}

/// What a command came to.
pub struct Outcome {
	pub exit: i32,
	pub stdout: String,
	pub stderr: String,
	/// How many transactions came to the node.
	pub came: u32,
}

impl Outcome {
	/// Exit code, failure's code and its whole line.
	pub fn failure(self) -> (i32, String, String) {
		let Self { exit, stderr, .. } = self;
		let error: Value =
			serde_json::from_str(&stderr).unwrap_or_else(|_| panic!("no object: {stderr}"));
		let code = error["error"].as_str().expect("every failure has one; qed").to_string();
		(exit, code, stderr)
	}
}

/// Give a command to the client of a node that plays a part.
pub async fn run(part: Part, arguments: Vec<String>) -> Outcome {
	let seen = Arc::new(Seen { best: part.height.into(), ..Seen::default() });
	let (url, handle) = play(part, seen.clone()).await;
	let output = tokio::task::spawn_blocking(move || {
		let mut command = Command::cargo_bin("shejiao").expect("built with the tests; qed");
		for name in ["GENESIS", "SIGNER", "LANG"] {
			command.env_remove(format!("SHEJIAO_{name}"));
		}
		command.args("--lang en --output json --signer //Alice".split(' ')).args(["--url", &url]);
		command.args(arguments).output().expect("it runs; qed")
	})
	.await
	.expect("it ends; qed");
	handle.stop().expect("it runs; qed");
	Outcome {
		exit: output.status.code().expect("it ended by itself; qed"),
		stdout: String::from_utf8(output.stdout).expect("text; qed"),
		stderr: String::from_utf8(output.stderr).expect("text; qed"),
		came: seen.came.load(Ordering::SeqCst),
	}
}

/// `System.ExtrinsicFailed` of the only transaction: `BadOrigin`.
pub fn failed() -> Vec<u8> {
	let event = (0u8, 1u8, [2u8], [0u8; 4]);
	vec![(0u8, 0u32, event, Vec::<[u8; 32]>::new())].encode()
}

fn valid() -> Vec<u8> {
	let lists = (Vec::<Vec<u8>>::new(), vec![vec![1u8]]);
	(0u8, 0u64, lists, u64::MAX, true).encode()
}

/// `InvalidTransaction` with this index and fields.
pub fn invalid(reason: &[u8]) -> Vec<u8> {
	[&[1, 0], reason].concat()
}

pub fn hex(bytes: &[u8]) -> String {
	format!("0x{}", hex::encode(bytes))
}

pub fn block_hash(byte: u8) -> String {
	hex(&[byte; 32])
}

async fn play(part: Part, seen: Arc<Seen>) -> (String, ServerHandle) {
	let server = Server::builder().build("127.0.0.1:0").await.expect("a free port; qed");
	let url = format!("ws://{}", server.local_addr().expect("it is bound; qed"));
	let mut module = RpcModule::new((part, seen));
	module
		.register_method(
			"state_getRuntimeVersion",
			|_, _, _| json!({ "specName": "shejiao", "specVersion": 1 }),
		)
		.expect("registered once; qed");
	module
		.register_method("chain_getBlockHash", |params, _, _| {
			let number: Vec<Option<u32>> = params.parse().unwrap_or_default();
			block_hash(if number.first() == Some(&Some(0)) { 0 } else { 1 })
		})
		.expect("registered once; qed");
	module
		.register_method("chain_getFinalizedHead", |_, _, _| block_hash(1))
		.expect("registered once; qed");
	module
		.register_method("chain_getHeader", |_, (part, seen), _| {
			header(seen.best.fetch_add(part.pace, Ordering::SeqCst))
		})
		.expect("registered once; qed");
	module
		.register_method("chain_getBlock", |_, (_, seen), _| {
			let transaction = seen.transaction.lock().expect("nobody panics; qed").clone();
			let header = header(seen.best.load(Ordering::SeqCst));
			let block = json!({ "header": header, "extrinsics": [transaction] });
			json!({ "block": block, "justifications": null })
		})
		.expect("registered once; qed");
	module
		.register_method("state_getStorage", |_, (part, _), _| hex(&part.events))
		.expect("registered once; qed");
	module
		.register_method("system_accountNextIndex", |_, _, _| NONCE)
		.expect("registered once; qed");
	module
		.register_method("state_call", |params, (part, _), _| {
			let (method, _, _): (String, String, Option<String>) =
				params.parse().expect("method, data, block; qed");
			hex(&answer(&method, part))
		})
		.expect("registered once; qed");
	module
		.register_subscription(
			"author_submitAndWatchExtrinsic",
			"author_extrinsicUpdate",
			"author_unwatchExtrinsic",
			|params, pending, context, _| async move {
				let (part, seen) = &*context;
				let [transaction]: [String; 1] = params.parse().expect("a transaction; qed");
				*seen.transaction.lock().expect("nobody panics; qed") = transaction;
				seen.came.fetch_add(1, Ordering::SeqCst);
				if let Some(error) = part.refusal.clone() {
					pending.reject(error).await;
					return SubscriptionResult::Ok(());
				}
				let sink = pending.accept().await?;
				for status in &part.statuses {
					sink.send(SubscriptionMessage::from_json(status)?).await?;
				}
				sink.closed().await;
				SubscriptionResult::Ok(())
			},
		)
		.expect("registered once; qed");
	(url, server.start(module))
}

fn header(number: u32) -> Value {
	json!({
		"parentHash": block_hash(2),
		"number": format!("{number:#x}"),
		"stateRoot": block_hash(3),
		"extrinsicsRoot": block_hash(4),
		"digest": { "logs": [] },
	})
}

fn answer(method: &str, part: &Part) -> Vec<u8> {
	if let Some((_, answer)) = part.answers.iter().find(|(name, _)| *name == method) {
		return answer.clone();
	}
	match method {
		"OfficersApi_officer" => {
			let (duties, category) = (Duties::NONE, Category::StateFunctionary);
			Some(Actor { member: MemberId(0), unit: None, duties, category }).encode()
		},
		"Core_version" => shejiao_runtime::VERSION.encode(),
		"Metadata_metadata_versions" => vec![16u32].encode(),
		"Metadata_metadata_at_version" => {
			shejiao_runtime::Runtime::metadata_at_version(16).encode()
		},
		"LegalTimeApi_clock" => LegalClock::REAL.encode(),
		"LegalTimeApi_today" => LegalDate(20_778).encode(),
		"TaggedTransactionQueue_validate_transaction" => part.validity.clone(),
		"AccountNonceApi_account_nonce" => part.nonce.encode(),
		other => panic!("the client calls {other}, which the part does not have"),
	}
}
