//! A client's mistakes end in one clear line each, and a failing exit code.

mod common;

use common::{hollow_spec, mistake, mistakes, node, repository};
use std::{net::TcpListener, os::unix::fs::PermissionsExt};

fn folder() -> tempfile::TempDir {
	tempfile::tempdir().expect("there is room for temporary files")
}

#[test]
fn an_unknown_chain() {
	let line = mistake(&["--chain", "nowhere"]);
	assert!(line.contains("unknown chain `nowhere`") && line.contains("build-spec"), "{line}");
}

#[test]
fn no_chain_at_all() {
	let line = mistake(&[]);
	assert!(line.contains("no chain is named") && line.contains("--dev"), "{line}");
}

#[test]
fn a_consortium_file_where_a_specification_is_wanted() {
	let file = repository("chain-specs/local.toml").display().to_string();
	let line = mistake(&["--chain", &file]);
	assert!(line.contains("consortium file") && line.contains("build-spec"), "{line}");
}

#[test]
fn a_specification_that_is_none() {
	let folder = folder();
	let path = folder.path().join("broken.json");
	std::fs::write(&path, "{ \"name\": ").expect("the folder is writable");
	let path = path.display().to_string();
	let line = mistake(&["--chain", &path]);
	assert!(line.contains(&path) && line.contains("no chain specification"), "{line}");
}

#[test]
fn the_template_before_it_is_filled_in() {
	let file = repository("chain-specs/staging.toml").display().to_string();
	for args in [vec!["--chain", "staging"], vec!["build-spec", "--consortium", &file]] {
		let lines = mistakes(&args);
		assert!(lines[0].contains("staging.toml") && lines[0].contains("fields are at fault"));
		assert!(lines.len() > 60, "{lines:#?}");
		assert!(lines.iter().any(|line| line.contains("member[4].validator.aura: is still")));
	}
}

#[test]
fn a_malformed_consortium_file() {
	let folder = folder();
	let text = std::fs::read_to_string(repository("chain-specs/local.toml")).expect("it is there");
	let path = folder.path().join("mine.toml");
	std::fs::write(&path, text.replacen("\"court\"", "\"cour\"", 1)).expect("it is writable");
	let path = path.display().to_string();
	for command in ["build-spec", "genesis"] {
		let line = mistake(&[command, "--consortium", &path]);
		assert!(line.starts_with(&format!("{path}: member[1].kind: ")), "{line}");
	}
	let line = mistake(&["genesis", "--consortium", "missing.toml"]);
	assert!(line.contains("missing.toml") && line.contains("cannot be read"), "{line}");
}

#[test]
fn a_validator_without_a_node_key() {
	let folder = folder();
	let spec = hollow_spec(folder.path());
	let base = folder.path().join("base").display().to_string();
	let line = mistake(&["--chain", &spec, "--validator", "-d", &base]);
	assert!(line.contains("node key") && line.contains("generate-node-key"), "{line}");
	assert!(line.contains(&base), "{line}");
}

#[test]
fn a_key_file_that_is_not_there() {
	let folder = folder();
	let spec = hollow_spec(folder.path());
	let base = folder.path().display().to_string();
	let line = mistake(&["--chain", &spec, "-d", &base, "--node-key-file", "/nowhere/key"]);
	assert!(line.contains("/nowhere/key") && line.contains("generate-node-key"), "{line}");
	let line = mistake(&["--chain", &spec, "-d", &base, "--password-filename", "/nowhere/word"]);
	assert!(line.contains("/nowhere/word") && line.contains("--password-filename"), "{line}");
}

#[test]
fn a_used_port() {
	let folder = folder();
	let spec = hollow_spec(folder.path());
	let base = folder.path().display().to_string();
	let listener = TcpListener::bind("127.0.0.1:0").expect("some port is free");
	let port = listener.local_addr().expect("it is bound").port().to_string();
	for flag in ["--rpc-port", "--port", "--prometheus-port"] {
		let others = ["--rpc-port", "--port", "--prometheus-port"];
		let mut args = vec!["--chain", &spec, "-d", &base, flag, &port];
		for other in others.iter().filter(|other| **other != flag) {
			args.extend([*other, "0"]);
		}
		let lines = mistakes_after_log(&args);
		let line = lines.last().expect("there is a line");
		assert!(line.contains(&format!("127.0.0.1:{port} is in use")), "{line}");
		assert!(line.contains(flag), "{line}");
	}
}

/// The lines of a command that starts to log before it fails.
fn mistakes_after_log(args: &[&str]) -> Vec<String> {
	let output = node().args(args).output().expect("it runs");
	assert_eq!(output.status.code(), Some(1), "{output:?}");
	let text = String::from_utf8(output.stderr).expect("it writes UTF-8");
	assert!(!text.contains("panicked"), "{text}");
	let errors = text.lines().filter_map(|line| line.strip_prefix("error: "));
	errors.map(str::to_string).collect()
}

#[test]
fn another_network_than_the_node_has() {
	let folder = folder();
	let spec = hollow_spec(folder.path());
	let base = folder.path().display().to_string();
	let line = mistake(&["--chain", &spec, "-d", &base, "--network-backend", "libp2p"]);
	assert!(line.contains("litep2p alone"), "{line}");
}

#[test]
fn a_node_key_is_secret_and_never_overwritten() {
	let folder = folder();
	let path = folder.path().join("keys").join("node-key");
	let file = path.display().to_string();
	node().args(["key", "generate-node-key", "--file", &file]).assert().success();
	let mode = std::fs::metadata(&path).expect("it is there").permissions().mode();
	assert_eq!(mode & 0o777, 0o600);
	let before = std::fs::read(&path).expect("it is readable");
	assert_eq!(before.len(), 64);
	let line = mistake(&["key", "generate-node-key", "--file", &file]);
	assert!(line.contains("not overwritten"), "{line}");
	assert_eq!(std::fs::read(&path).expect("it is readable"), before);
}

#[test]
fn a_node_key_lies_where_the_node_looks_for_it() {
	let folder = folder();
	let spec = hollow_spec(folder.path());
	let base = folder.path().join("base");
	let shown = base.display().to_string();
	let output = node()
		.args(["key", "generate-node-key", "-d", &shown, "--chain", &spec])
		.output()
		.expect("it runs");
	assert!(output.status.success());
	let key = base.join("chains/hollow/network/secret_ed25519");
	let inspected = node()
		.args(["key", "inspect-node-key", "--file", &key.display().to_string()])
		.output()
		.expect("it runs");
	let trim = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).trim().to_string();
	assert_eq!(trim(inspected.stdout), trim(output.stderr));
}

#[test]
fn the_public_test_node_key_is_what_the_documentation_says() {
	let folder = folder();
	let key = folder.path().join("node-key");
	let script = "printf 'shejiao test node key/county-justice' | sha256sum | cut -c1-64";
	let secret = std::process::Command::new("sh").args(["-c", script]).output().expect("it runs");
	std::fs::write(&key, &secret.stdout).expect("it is writable");
	let peer = node()
		.args(["key", "inspect-node-key", "--file", &key.display().to_string()])
		.output()
		.expect("it runs");
	let peer = String::from_utf8_lossy(&peer.stdout).trim().to_string();
	let file = repository("chain-specs/local.toml").display().to_string();
	let genesis = node().args(["genesis", "--consortium", &file]).output().expect("it runs");
	let genesis: serde_json::Value = serde_json::from_slice(&genesis.stdout).expect("it is JSON");
	let stored = genesis["consortium"]["members"][4]["peers"][0]["peer"].as_str().expect("hex");
	let id: sc_network::PeerId = peer.parse().expect("it is a peer id");
	assert_eq!(stored, format!("0x{}", hex::encode(id.to_bytes())));
}
