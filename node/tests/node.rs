//! A development node from start to stop, and the tools that work on what it leaves behind.

mod common;

use common::{has_runtime, mistake, node, Running};
use serde_json::json;

#[test]
fn a_development_node_finalises_and_its_database_is_usable_afterwards() {
	if !has_runtime() {
		return;
	}
	let folder = tempfile::tempdir().expect("there is room for temporary files");
	let base = folder.path().join("base").display().to_string();
	let mut running = Running::start(folder.path(), &["--dev", "-d", &base]);
	running.wait("finality", |node| node.finalised().filter(|number| *number >= 5));

	let health = running.http("GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
	assert!(health.expect("it answers").starts_with("HTTP/1.1 200"));
	let methods = running.try_call("rpc_methods", json!([])).expect("it answers");
	for method in [
		"system_accountNextIndex",
		"payment_queryInfo",
		"mmr_generateProof",
		"grandpa_proveFinality",
		"chainHead_v1_follow",
		"archive_v1_body",
	] {
		assert!(methods["methods"].as_array().is_some_and(|all| all.contains(&json!(method))));
	}
	let properties = running.try_call("system_properties", json!([])).expect("it answers");
	assert_eq!(properties, json!({"ss58Format": 42, "tokenDecimals": 2, "tokenSymbol": "CNY"}));
	let proof = running.try_call("mmr_generateProof", json!([[2]])).expect("a proof");
	let verified = running.try_call("mmr_verifyProof", json!([proof]));
	assert_eq!(verified, Some(json!(true)));
	running.wait("a look at the keystore", |node| {
		node.log().contains("The keystore holds the session keys").then_some(())
	});

	// A second node on the same database.
	let port = common::free_port().to_string();
	let rpc = common::free_port().to_string();
	let line =
		last_line(&["--dev", "-d", &base, "--port", &port, "--rpc-port", &rpc, "--no-prometheus"]);
	assert!(line.contains("the database is in use") && line.contains("--base-path"), "{line}");
	running.stop();

	let blocks = folder.path().join("blocks").display().to_string();
	let tool = |args: &[&str]| node().args(args).args(["--dev", "-d", &base]).assert().success();
	tool(&["chain-info"]);
	tool(&["export-blocks", "--to", "5", &blocks]);
	tool(&["check-block", "3"]);
	tool(&["revert", "1"]);
	let other = folder.path().join("other").display().to_string();
	node().args(["import-blocks", &blocks, "--dev", "-d", &other]).assert().success();
	tool(&["purge-chain", "-y"]);
	assert!(!folder.path().join("base/chains/shejiao_dev/paritydb").exists());
}

#[test]
fn a_database_of_another_chain_is_refused() {
	if !has_runtime() {
		return;
	}
	let folder = tempfile::tempdir().expect("there is room for temporary files");
	let base = folder.path().join("base").display().to_string();
	let first = folder.path().join("first.json").display().to_string();
	let second = folder.path().join("second.json").display().to_string();
	let file = common::repository("chain-specs/dev.toml");
	let text = std::fs::read_to_string(&file).expect("it is there");
	let changed = folder.path().join("changed.toml");
	std::fs::write(&changed, text.replacen("quota-ms-per-hour = 6", "quota-ms-per-hour = 7", 1))
		.expect("the folder is writable");
	for (consortium, spec) in [(&file, &first), (&changed, &second)] {
		let consortium = consortium.display().to_string();
		node()
			.args(["build-spec", "--consortium", &consortium, "--raw", "-o", spec])
			.assert()
			.success();
	}
	let key = folder.path().join("key").display().to_string();
	node().args(["key", "generate-node-key", "--file", &key]).assert().success();
	let args = ["--alice", "--force-authoring", "-d", &base, "--node-key-file", &key];
	let mut running = Running::start(folder.path(), &[&args[..], &["--chain", &first]].concat());
	running.wait("a block", |node| node.finalised().filter(|number| *number >= 1));
	running.stop();
	let (port, rpc) = (common::free_port().to_string(), common::free_port().to_string());
	let ports = ["--port", &port, "--rpc-port", &rpc, "--no-prometheus"];
	let line = last_line(&[&args[..], &ports, &["--chain", &second]].concat());
	assert!(line.contains("another chain") && line.contains("purge-chain"), "{line}");
}

#[test]
fn a_validator_without_its_session_keys_says_so() {
	if !has_runtime() {
		return;
	}
	let folder = tempfile::tempdir().expect("there is room for temporary files");
	// Bob's keys on the node whose validator has Alice's.
	let mut running = Running::start(folder.path(), &["--dev", "--bob"]);
	running.wait("a complaint", |node| {
		let log = node.log();
		(log.contains("VALIDATOR KEYS MISSING") && log.contains("gran 0x")).then_some(())
	});
}

#[test]
fn a_specification_has_no_boot_node_that_is_not_in_the_file() {
	if !has_runtime() {
		return;
	}
	let output = node().args(["build-spec", "--chain", "local"]).output().expect("it runs");
	let spec: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
	let nodes = spec["bootNodes"].as_array().expect("a list");
	assert_eq!(nodes.len(), 4);
	assert!(nodes[0].as_str().is_some_and(|n| n.starts_with("/ip4/127.0.0.1/tcp/30333/p2p/")));
	assert_eq!(spec["chainType"], "Local");
	let line = mistake(&["build-spec", "--chain", "nowhere"]);
	assert!(line.contains("unknown chain"), "{line}");
}

/// The error of a node that logs before it fails.
fn last_line(args: &[&str]) -> String {
	let output =
		node().args(args).timeout(std::time::Duration::from_secs(60)).output().expect("it runs");
	assert_eq!(output.status.code(), Some(1), "{output:?}");
	let text = String::from_utf8_lossy(&output.stderr).into_owned();
	let line = text.lines().rev().find_map(|line| line.strip_prefix("error: "));
	line.unwrap_or_else(|| panic!("no error: {text}")).to_string()
}
