//! Wrong input ends in one clear line: what went wrong, where, what to do.

use assert_cmd::Command;
use jsonrpsee::{server::Server, RpcModule};
use predicates::prelude::*;

fn shejiao(arguments: &[&str]) -> Command {
	let mut command = Command::cargo_bin("shejiao").expect("built with the tests; qed");
	for name in ["URL", "GENESIS", "SIGNER", "OUTPUT", "LANG"] {
		command.env_remove(format!("SHEJIAO_{name}"));
	}
	command.args(["--lang", "en"]).args(arguments);
	command
}

/// One line on standard error that says `what` and `remedy`, nothing else, and `code`.
fn one_line(arguments: &[&str], code: i32, what: &str, remedy: &str) {
	let is_one_line = predicate::function(|text: &str| text.trim_end().lines().count() == 1);
	shejiao(arguments).assert().code(code).stdout(predicate::str::is_empty()).stderr(
		is_one_line.and(predicate::str::contains(what)).and(predicate::str::contains(remedy)),
	);
}

/// A port on which nobody listens.
fn closed_port() -> String {
	let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port; qed");
	let port = listener.local_addr().expect("it is bound; qed").port();
	drop(listener);
	format!("ws://127.0.0.1:{port}")
}

#[test]
fn no_node_at_the_url() {
	let url = closed_port();
	one_line(&["--url", &url, "member", "list"], 1, &url, "--url");
}

#[test]
fn what_is_no_url() {
	one_line(
		&["--url", "http://node", "network", "status"],
		1,
		"`http://node`",
		"ws://127.0.0.1:9944",
	);
}

#[test]
fn a_missing_key_file() {
	let missing = "/nonexistent/key.json";
	one_line(
		&["member", "change-key", "--new", missing, "--signer", missing],
		1,
		missing,
		"Check its path",
	);
	one_line(&["key", "show", missing], 1, missing, "Give an address");
}

#[test]
fn a_file_that_is_no_key() {
	let folder = tempfile::tempdir().expect("a temporary folder; qed");
	let path = folder.path().join("key.json");
	std::fs::write(&path, "{}").expect("the folder is ours; qed");
	let path = path.display().to_string();
	one_line(&["key", "show", &path], 1, "no valid key file", "key generate");
}

#[test]
fn a_key_file_is_not_overwritten() {
	let folder = tempfile::tempdir().expect("a temporary folder; qed");
	let path = folder.path().join("key.json").display().to_string();
	shejiao(&["key", "generate", "--out", &path]).assert().success();
	one_line(&["key", "generate", "--out", &path], 1, &path, "never overwritten");
}

/// A folder that is ours alone, for a vault.
fn vault() -> (tempfile::TempDir, String) {
	let folder = tempfile::tempdir().expect("a temporary folder; qed");
	let path = folder.path().join("vault").display().to_string();
	(folder, path)
}

fn open_to_others(path: &std::path::Path, mode: u32) {
	let permissions = std::os::unix::fs::PermissionsExt::from_mode(mode);
	std::fs::set_permissions(path, permissions).expect("the file is ours; qed");
}

#[test]
fn a_vault_that_others_can_enter() {
	let (folder, path) = vault();
	shejiao(&["--vault", &path, "case", "tags", "key"]).assert().success();
	open_to_others(&folder.path().join("vault"), 0o755);
	one_line(&["--vault", &path, "case", "drafts"], 1, &path, "chmod 700");
}

#[test]
fn a_tag_key_that_others_can_read() {
	let (folder, path) = vault();
	let compute = ["--vault", &path, "case", "tags", "compute", "--kind", "resident-id"];
	let number = [&compute[..], &["--number", "990000199001010017"]].concat();
	one_line(&number, 1, "no tag key", "case tags key");
	shejiao(&["--vault", &path, "case", "tags", "key"]).assert().success();
	shejiao(&number).assert().success().stdout(predicate::str::contains("0x"));
	open_to_others(&folder.path().join("vault/tag.key"), 0o644);
	one_line(&number, 1, "tag.key", "chmod 600");
}

#[test]
fn a_bad_number_is_not_repeated() {
	let (_folder, path) = vault();
	shejiao(&["--vault", &path, "case", "tags", "key"]).assert().success();
	let number = "110105194912310021";
	let arguments =
		["--vault", &path, "case", "tags", "compute", "--kind", "resident-id", "--number", number];
	shejiao(&arguments).assert().code(1).stdout(predicate::str::is_empty()).stderr(
		predicate::str::contains("check character").and(predicate::str::contains(number).not()),
	);
}

#[test]
fn what_may_be_personal_comes_from_standard_input() {
	let (folder, path) = vault();
	let paper = folder.path().join("paper.txt");
	std::fs::write(&paper, "paper").expect("ours; qed");
	let (paper, case) = (paper.display().to_string(), format!("0x{}", "ab".repeat(16)));
	let anchor = ["--vault", &path, "record", "anchor", &paper, "--case", &case];
	let anchor = [&anchor[..], &["--class", "end", "--kind", "certificate"]].concat();
	for (people, what) in [
		(["--operator", "-", "--witness", "-"], "one argument alone"),
		(["--operator", "somebody", "--witness", " "], "empty"),
		(["--operator", "-", "--witness", ""], "empty"),
	] {
		shejiao(&[&anchor[..], &people].concat())
			.write_stdin("somebody")
			.assert()
			.code(1)
			.stderr(predicate::str::contains(what));
	}
	shejiao(&[&anchor[..], &["--witness", "-"]].concat())
		.write_stdin(" \n")
		.assert()
		.code(1)
		.stderr(predicate::str::contains("empty"));

	shejiao(&["--vault", &path, "case", "tags", "key"]).assert().success();
	let compute = ["--vault", &path, "case", "tags", "compute", "--kind", "resident-id"];
	shejiao(&[&compute[..], &["--number", "-"]].concat())
		.write_stdin("990000199001010017\n")
		.assert()
		.success()
		.stdout(predicate::str::contains("0x"));
}

#[test]
fn what_is_no_handle() {
	let (_folder, path) = vault();
	one_line(&["--vault", &path, "case", "show", "zhang"], 1, "`zhang`", "32 digits");
	one_line(&["--vault", &path, "case", "show", "0xab"], 1, "`0xab`", "32 digits");
}

#[test]
fn a_sheet_with_an_error_names_its_line() {
	let (folder, path) = vault();
	let sheet = folder.path().join("case.yaml");
	std::fs::write(&sheet, "person:\n  name: 王某某\n  gender: male\n").expect("ours; qed");
	let sheet = sheet.display().to_string();
	let members = ["--executing", "0", "--deciding", "1", "--supervising", "2"];
	let arguments = [
		&["--vault", &path, "case", "register", &sheet, "--secrecy", "unclassified"],
		&members[..],
	]
	.concat();
	one_line(&arguments, 1, "line 3", "docs/vault.md");
}

#[test]
fn an_action_that_nobody_knows() {
	one_line(&["may-i", "abcd", "promote"], 2, "promote", "--help");
	one_line(&["record", "list", "abcd", "--class", "end"], 2, "--class", "--help");
}

#[test]
fn a_sheet_is_handed_over_or_taken_over() {
	let both = ["case", "sheet", "abcd", "--out", "one.json", "--add", "other.json"];
	one_line(&both, 2, "exclude each other", "--help");
}

#[test]
fn a_bad_address() {
	one_line(&["key", "show", "5Grwva"], 1, "`5Grwva` is no account", "Give an address");
}

#[test]
fn a_bad_code_names_those_that_exist() {
	let url = closed_port();
	let arguments = ["--url", &url, "member", "expel", "3", "--reason", "dislike"];
	one_line(&arguments, 2, "dislike", "data-breach");
}

#[test]
fn wrong_usage_is_told_in_chinese_too() {
	for (arguments, what) in [
		(&["may-i", "abcd", "promote"][..], "没有“promote”"),
		(&["member", "promote"], "此处没有命令“promote”"),
		(&["clock", "show", "first"], "“first”不是数字"),
		(&["clock", "pause", "3", "--evidence", "4"], "缺少：--cause <CAUSE>"),
		(&["clock", "kinds", "--all"], "此处没有参数“--all”"),
		(&["case", "receive", "abcd", "--date", "today"], "--date <DATE>：日期应为"),
		(&["alert", "list", "--all", "--told"], "不能并用"),
		(&["case", "detain", "abcd", "--measure", "chains", "--evidence", "1"], "没有“chains”"),
	] {
		let arguments = [&["--lang", "zh"], arguments].concat();
		one_line(&arguments, 2, what, "用法见 --help");
	}
}

#[test]
fn an_unknown_command() {
	one_line(&["member", "promote"], 2, "promote", "--help");
}

#[test]
fn failures_are_objects_for_programs() {
	let output =
		shejiao(&["--output", "json", "key", "show", "5Grwva"]).output().expect("it runs; qed");
	let error: serde_json::Value = serde_json::from_slice(&output.stderr).expect("an object; qed");
	assert_eq!(error["error"], "bad-account");
	assert_eq!(output.status.code(), Some(1));
}

#[test]
fn chinese_is_the_default() {
	let mut command = Command::cargo_bin("shejiao").expect("built with the tests; qed");
	command.env_remove("SHEJIAO_LANG").args(["key", "show", "5Grwva"]);
	command.assert().code(1).stderr(predicate::str::contains("不是账户"));
	shejiao(&["--lang", "zh", "member", "--help"])
		.assert()
		.success()
		.stdout(predicate::str::contains("在理事会动议除名"));
	let help =
		shejiao(&["--lang", "zh", "case", "receive", "--help"]).output().expect("it runs; qed");
	let help = String::from_utf8(help.stdout).expect("text; qed");
	for text in ["用法：", "参数:", "选项:", "矫正小组：存证编号", "行为之日；默认为今日"]
	{
		assert!(help.contains(text), "{text}: {help}");
	}
}

/// A node of another chain.
async fn foreign_node() -> (String, jsonrpsee::server::ServerHandle) {
	let server = Server::builder().build("127.0.0.1:0").await.expect("a free port; qed");
	let url = format!("ws://{}", server.local_addr().expect("it is bound; qed"));
	let mut module = RpcModule::new(());
	module
		.register_method(
			"state_getRuntimeVersion",
			|_, _, _| serde_json::json!({ "specName": "polkadot", "specVersion": 2_000_000 }),
		)
		.expect("registered once; qed");
	(url, server.start(module))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_node_of_another_chain() {
	let (url, handle) = foreign_node().await;
	tokio::task::spawn_blocking(move || {
		one_line(
			&["--url", &url, "member", "list"],
			1,
			"polkadot 2000000",
			"Name a node of this chain",
		);
	})
	.await
	.expect("the assertions hold");
	handle.stop().expect("it runs; qed");
}
