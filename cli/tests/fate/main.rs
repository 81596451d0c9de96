//! What becomes of a transaction, told by a node that plays a part: lost from the pool, replaced,
//! silent, refused; and what becomes of the vault with it.

mod node;
mod vault;

use jsonrpsee::types::ErrorObjectOwned;
use node::{block_hash, invalid, run, Part, NONCE};
use serde_json::json;
use shejiao_primitives::refusal::Refusal;

/// Exit code, failure's code and its whole line when a unit is opened.
async fn open_unit(part: Part) -> (i32, String, String) {
	let arguments = "unit open justice-office --area 440604".split(' ');
	run(part, arguments.map(String::from).collect()).await.failure()
}

#[tokio::test(flavor = "multi_thread")]
async fn dropped_from_one_pool_it_may_still_come_from_another() {
	let part = Part { statuses: vec![json!("ready"), json!("dropped")], ..Part::default() };
	let (exit, code, line) = open_unit(part).await;
	assert_eq!((exit, code.as_str()), (4, "pending"), "{line}");
	assert!(line.contains("number 5") && line.contains("before block 74"), "{line}");
	assert!(!line.contains("safe"), "{line}");
}

#[tokio::test(flavor = "multi_thread")]
async fn dropped_and_past_its_validity_it_is_safe_to_send_again() {
	let statuses = vec![json!("ready"), json!("dropped")];
	let (exit, code, line) = open_unit(Part { statuses, pace: 80, ..Part::default() }).await;
	assert_eq!((exit, code.as_str()), (4, "lost"), "{line}");
	assert!(line.contains("Number 5") && line.contains("safe to send it again"), "{line}");
}

#[tokio::test(flavor = "multi_thread")]
async fn silent_within_its_validity_it_is_pending() {
	let arguments = "--timeout 1 unit open justice-office --area 440604".split(' ');
	let part = Part { statuses: vec![json!("ready")], ..Part::default() };
	let (exit, code, line) = run(part, arguments.map(String::from).collect()).await.failure();
	assert_eq!((exit, code.as_str()), (4, "pending"), "{line}");
	assert!(line.contains("within the time given"), "{line}");
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
