//! Scenario files from the outside: an error is told with line and field, before anything is sent.

use assert_cmd::Command;
use predicates::prelude::*;
use std::{fs, path::Path};

fn shejiao(arguments: &[&str]) -> Command {
	shejiao_in("en", arguments)
}

fn shejiao_in(language: &str, arguments: &[&str]) -> Command {
	let mut command = Command::cargo_bin("shejiao").expect("built with the tests; qed");
	for name in ["URL", "GENESIS", "SIGNER", "OUTPUT", "LANG", "NETWORK", "VAULT"] {
		command.env_remove(format!("SHEJIAO_{name}"));
	}
	command.args(["--lang", language]).args(arguments);
	command
}

fn shipped(name: &str) -> String {
	let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../scenarios/{name}.yaml"));
	path.display().to_string()
}

#[test]
fn the_shipped_files_are_found_right_without_a_node() {
	for name in ["chancheng-adult", "minor", "parole-duplicate", "expired-investigation"] {
		shejiao(&["scenario", "check", &shipped(name)])
			.assert()
			.success()
			.stdout(predicate::str::contains("no error"));
	}
}

#[test]
fn an_error_is_told_with_line_and_field() {
	let folder = tempfile::tempdir().expect("a temporary folder; qed");
	let path = folder.path().join("minor.yaml");
	let source = fs::read_to_string(shipped("minor")).expect("committed; qed");
	let wrong = source.replace("name: 小明", "name: 李雷");
	let line = wrong.lines().position(|line| line.contains("李雷")).expect("replaced; qed") + 1;
	fs::write(&path, wrong).expect("the folder is ours; qed");
	let shown = path.display().to_string();
	for verb in ["check", "run"] {
		// No node listens there: the file is refused before anybody is asked.
		shejiao(&["--url", "ws://127.0.0.1:1", "scenario", verb, &shown])
			.assert()
			.code(1)
			.stdout(predicate::str::is_empty())
			.stderr(
				predicate::str::contains(format!("line {line}"))
					.and(predicate::str::contains("persons.ming.name"))
					.and(predicate::str::contains("invented")),
			);
	}
	let object = shejiao(&["--output", "json", "scenario", "check", &shown]).assert().code(1);
	let error: serde_json::Value =
		serde_json::from_slice(&object.get_output().stderr).expect("an object; qed");
	assert_eq!(error["error"], "scenario-flaw");
}

#[test]
fn a_missing_file_is_named() {
	shejiao(&["scenario", "run", "/nonexistent.yaml"])
		.assert()
		.code(1)
		.stderr(predicate::str::contains("/nonexistent.yaml"));
}

#[test]
fn a_wrong_node_is_told_in_the_language_chosen() {
	for (language, words) in [("en", "expected KEY=ws://HOST:PORT"), ("zh", "应为")] {
		let path = shipped("minor");
		shejiao_in(language, &["scenario", "run", &path, "--node", "county-court"])
			.assert()
			.failure()
			.stderr(predicate::str::contains(words));
	}
}
