//! What becomes of a transaction, told by a node that plays a part: lost from the pool, replaced,
//! silent, refused.

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
	refusal::Refusal,
	time::{LegalClock, LegalDate},
};
use std::sync::{
	atomic::{AtomicU32, Ordering},
	Arc,
};

/// The part that the node plays.
#[derive(Clone)]
struct Part {
	/// What the runtime says of the transaction.
	validity: Vec<u8>,
	/// What the pool says when it is submitted.
	refusal: Option<ErrorObjectOwned>,
	/// What the pool reports of it.
	statuses: Vec<Value>,
	/// The account's number in the best block afterwards.
	nonce: u32,
	/// By how many blocks the best block rises with each look at it.
	pace: u32,
}

/// Number of the transaction.
const NONCE: u32 = 5;

impl Default for Part {
	fn default() -> Self {
		Self { validity: valid(), refusal: None, statuses: vec![], nonce: NONCE, pace: 0 }
	}
}

fn valid() -> Vec<u8> {
	let lists = (Vec::<Vec<u8>>::new(), vec![vec![1u8]]);
	(0u8, 0u64, lists, u64::MAX, true).encode()
}

/// `InvalidTransaction` with this index and fields.
fn invalid(reason: &[u8]) -> Vec<u8> {
	[&[1, 0], reason].concat()
}

fn hex(bytes: &[u8]) -> String {
	format!("0x{}", hex::encode(bytes))
}

fn block_hash(byte: u8) -> String {
	hex(&[byte; 32])
}

async fn play(part: Part) -> (String, ServerHandle) {
	let server = Server::builder().build("127.0.0.1:0").await.expect("a free port; qed");
	let url = format!("ws://{}", server.local_addr().expect("it is bound; qed"));
	let mut module = RpcModule::new((part, Arc::new(AtomicU32::new(10))));
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
		.register_method("chain_getHeader", |_, (part, best), _| {
			let number = best.fetch_add(part.pace, Ordering::SeqCst);
			json!({
				"parentHash": block_hash(2),
				"number": format!("{number:#x}"),
				"stateRoot": block_hash(3),
				"extrinsicsRoot": block_hash(4),
				"digest": { "logs": [] },
			})
		})
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
			|_, pending, context, _| async move {
				let part = &context.0;
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

fn answer(method: &str, part: &Part) -> Vec<u8> {
	match method {
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

/// Exit code, failure's code and its whole line when a unit is opened.
async fn open_unit(part: Part) -> (i32, String, String) {
	let (url, handle) = play(part).await;
	let output = tokio::task::spawn_blocking(move || {
		let mut command = Command::cargo_bin("shejiao").expect("built with the tests; qed");
		for name in ["GENESIS", "SIGNER", "LANG"] {
			command.env_remove(format!("SHEJIAO_{name}"));
		}
		let arguments = "--lang en --output json --signer //Alice unit open justice-office";
		command.args(["--url", &url]).args(arguments.split(' ')).args(["--area", "440604"]);
		command.output().expect("it runs; qed")
	})
	.await
	.expect("it ends; qed");
	handle.stop().expect("it runs; qed");
	let line = String::from_utf8(output.stderr).expect("text; qed");
	let error: Value = serde_json::from_str(&line).unwrap_or_else(|_| panic!("no object: {line}"));
	let code = error["error"].as_str().expect("every failure has one; qed").to_string();
	(output.status.code().expect("it ended by itself; qed"), code, line)
}

#[tokio::test(flavor = "multi_thread")]
async fn dropped_from_the_pool_it_is_safe_to_send_again() {
	let part = Part { statuses: vec![json!("ready"), json!("dropped")], ..Part::default() };
	let (exit, code, line) = open_unit(part).await;
	assert_eq!((exit, code.as_str()), (4, "lost"), "{line}");
	assert!(line.contains("Number 5") && line.contains("safe to send it again"), "{line}");
}

#[tokio::test(flavor = "multi_thread")]
async fn replaced_by_another_its_number_is_used() {
	let statuses = vec![json!("ready"), json!({ "usurped": block_hash(9) })];
	let (exit, code, line) =
		open_unit(Part { statuses, nonce: NONCE + 1, ..Part::default() }).await;
	assert_eq!((exit, code.as_str()), (4, "lost-replaced"), "{line}");
	assert!(line.contains("whether it took effect"), "{line}");
}

#[tokio::test(flavor = "multi_thread")]
async fn past_its_validity_in_silence_it_is_lost() {
	let part = Part { statuses: vec![json!("ready")], pace: 20, ..Part::default() };
	let (exit, code, line) = open_unit(part).await;
	assert_eq!((exit, code.as_str()), (4, "lost"), "{line}");
	assert!(line.contains("before it expired"), "{line}");
}

#[tokio::test(flavor = "multi_thread")]
async fn refused_at_the_gate_the_code_is_put_into_words() {
	let validity = invalid(&[7, Refusal::QuotaExceeded.code()]);
	let (exit, code, line) = open_unit(Part { validity, ..Part::default() }).await;
	assert_eq!((exit, code.as_str()), (3, "Gate.QuotaExceeded"), "{line}");
	assert!(line.contains("quota") && line.contains("next hour"), "{line}");
}

#[tokio::test(flavor = "multi_thread")]
async fn inability_to_pay_means_not_admitted() {
	let (exit, code, line) = open_unit(Part { validity: invalid(&[1]), ..Part::default() }).await;
	assert_eq!((exit, code.as_str()), (3, "invalid.Payment"), "{line}");
	assert!(line.contains("not admitted"), "{line}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_pool_alone_refuses_is_put_into_words_too() {
	for (number, data, expected) in [
		(1010, Some("Custom error: 2"), "Gate.Suspended"),
		(
			1010,
			Some("Inability to pay some fees (e.g. account balance too low)"),
			"invalid.Payment",
		),
		(1016, None, "pool.full"),
	] {
		let refusal = Some(ErrorObjectOwned::owned(number, "Invalid Transaction", data));
		let (exit, code, line) = open_unit(Part { refusal, ..Part::default() }).await;
		assert_eq!((exit, code.as_str()), (3, expected), "{line}");
	}
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_of_a_later_runtime_is_named() {
	let (exit, code, line) =
		open_unit(Part { validity: invalid(&[7, 200]), ..Part::default() }).await;
	assert_eq!((exit, code.as_str()), (3, "custom-code"), "{line}");
	assert!(line.contains("200"), "{line}");
}
