//! What the tests of the binary share.

use assert_cmd::Command;
use std::{
	io::{Read, Write},
	net::{TcpListener, TcpStream},
	path::{Path, PathBuf},
	process::{Child, Stdio},
	time::{Duration, Instant},
};

/// The node.
pub fn node() -> Command {
	Command::new(env!("CARGO_BIN_EXE_shejiao-node"))
}

/// A file of the repository.
#[allow(dead_code)]
pub fn repository(path: &str) -> PathBuf {
	Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

/// Run it, expect failure, and give the one line on stderr, without `error: `.
#[allow(dead_code)]
pub fn mistake(args: &[&str]) -> String {
	let lines = mistakes(args);
	let [line] = lines.as_slice() else { panic!("one line expected: {lines:#?}") };
	line.clone()
}

/// Run it, expect failure, and give the lines on stderr, without `error: `.
#[allow(dead_code)]
pub fn mistakes(args: &[&str]) -> Vec<String> {
	let output = node().args(args).timeout(Duration::from_secs(60)).output().expect("it runs");
	assert_eq!(output.status.code(), Some(1), "{output:?}");
	let text = String::from_utf8(output.stderr).expect("it writes UTF-8");
	assert!(!text.contains("panicked") && !text.contains("backtrace"), "{text}");
	let text = text.strip_prefix("error: ").unwrap_or_else(|| panic!("no `error: `: {text}"));
	text.lines().map(str::to_string).collect()
}

/// A specification with which a node can be configured and nothing more.
#[allow(dead_code)]
pub fn hollow_spec(folder: &Path) -> String {
	let path = folder.join("hollow.json");
	let spec = serde_json::json!({
		"name": "Hollow",
		"id": "hollow",
		"chainType": "Local",
		"bootNodes": [],
		"telemetryEndpoints": null,
		"protocolId": null,
		"properties": null,
		"codeSubstitutes": {},
		"genesis": { "raw": { "top": {}, "childrenDefault": {} } },
	});
	std::fs::write(&path, spec.to_string()).expect("the folder is writable");
	path.display().to_string()
}

/// Whether nodes can be started: not if the Wasm was left out on purpose.
#[allow(dead_code)]
pub fn has_runtime() -> bool {
	if shejiao_runtime::WASM_BINARY.is_some() {
		return true;
	}
	assert!(
		std::env::var_os("SKIP_WASM_BUILD").is_some(),
		"the node was built without its Wasm runtime"
	);
	eprintln!("SKIP_WASM_BUILD is set: no node is started");
	false
}

/// A node that runs, and is killed at the end of the test.
#[allow(dead_code)]
pub struct Running {
	child: Child,
	/// Its RPC port.
	pub rpc: u16,
	log: PathBuf,
}

#[allow(dead_code)]
impl Running {
	/// Start it with these arguments, on free ports.
	pub fn start(folder: &Path, args: &[&str]) -> Self {
		Self::start_at(folder, free_port(), args)
	}

	/// Start it with these arguments, reached by other nodes at `port`.
	pub fn start_at(folder: &Path, port: u16, args: &[&str]) -> Self {
		let rpc = free_port();
		let log = folder.join(format!("{rpc}.log"));
		let file = std::fs::File::create(&log).expect("the folder is writable");
		let child = std::process::Command::new(env!("CARGO_BIN_EXE_shejiao-node"))
			.args(args)
			.args(["--no-prometheus", "--no-telemetry"])
			.args(["--rpc-port", &rpc.to_string(), "--port", &port.to_string()])
			.stdout(Stdio::null())
			.stderr(file)
			.spawn()
			.expect("the binary starts");
		Self { child, rpc, log }
	}

	/// What it has logged.
	pub fn log(&self) -> String {
		std::fs::read_to_string(&self.log).unwrap_or_default()
	}

	/// The result of a call, or nothing while it does not answer.
	pub fn try_call(&self, method: &str, params: serde_json::Value) -> Option<serde_json::Value> {
		let body = serde_json::json!({
			"jsonrpc": "2.0", "id": 1, "method": method, "params": params
		})
		.to_string();
		let head = format!(
			"POST / HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nContent-Type: application/json\r\n\
			 Content-Length: {}\r\nConnection: close\r\n\r\n",
			self.rpc,
			body.len()
		);
		let answer = self.http(&(head + &body))?;
		let json: serde_json::Value =
			serde_json::from_str(answer.split("\r\n\r\n").nth(1)?).ok()?;
		json.get("result").cloned()
	}

	/// The answer to a request of HTTP.
	pub fn http(&self, request: &str) -> Option<String> {
		let mut stream = TcpStream::connect(("127.0.0.1", self.rpc)).ok()?;
		stream.set_read_timeout(Some(Duration::from_secs(10))).ok()?;
		stream.write_all(request.as_bytes()).ok()?;
		let mut answer = String::new();
		stream.read_to_string(&mut answer).ok()?;
		Some(answer)
	}

	/// Ask until the answer is some.
	#[track_caller]
	pub fn wait<T>(&mut self, what: &str, mut ask: impl FnMut(&Self) -> Option<T>) -> T {
		let start = Instant::now();
		loop {
			if let Some(answer) = ask(self) {
				return answer;
			}
			if let Ok(Some(status)) = self.child.try_wait() {
				panic!("the node ended ({status}) before {what}:\n{}", self.log());
			}
			if start.elapsed() > Duration::from_secs(90) {
				let log = self.log();
				let tail: Vec<_> = log.lines().rev().take(40).collect();
				panic!("no {what}:\n{}", tail.into_iter().rev().collect::<Vec<_>>().join("\n"));
			}
			std::thread::sleep(Duration::from_millis(200));
		}
	}

	/// Number of the last finalised block.
	pub fn finalised(&self) -> Option<u64> {
		let hash = self.try_call("chain_getFinalizedHead", serde_json::json!([]))?;
		self.number(serde_json::json!([hash]))
	}

	/// Number of the best block.
	pub fn best(&self) -> Option<u64> {
		self.number(serde_json::json!([]))
	}

	fn number(&self, params: serde_json::Value) -> Option<u64> {
		let header = self.try_call("chain_getHeader", params)?;
		u64::from_str_radix(header.get("number")?.as_str()?.trim_start_matches("0x"), 16).ok()
	}

	/// How many nodes it is connected with.
	pub fn peers(&self) -> Option<u64> {
		self.try_call("system_health", serde_json::json!([]))?.get("peers")?.as_u64()
	}

	/// Stop it as an operator does.
	pub fn stop(mut self) {
		let id = self.child.id().to_string();
		let killed = std::process::Command::new("kill").args(["-TERM", &id]).status();
		assert!(killed.is_ok_and(|status| status.success()), "it takes a signal");
		let status = self.child.wait().expect("it ends");
		assert!(status.success(), "it ended with {status}:\n{}", self.log());
	}
}

impl Drop for Running {
	fn drop(&mut self) {
		let _ = self.child.kill();
		let _ = self.child.wait();
	}
}

/// A port that nobody has at the moment.
#[allow(dead_code)]
pub fn free_port() -> u16 {
	let listener = TcpListener::bind("127.0.0.1:0").expect("some port is free");
	listener.local_addr().expect("it is bound").port()
}
