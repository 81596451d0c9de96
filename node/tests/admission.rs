//! Four agencies and a stranger.

mod common;

use common::{free_port, has_runtime, node, repository, Running};
use sp_io::hashing::sha2_256;
use std::{
	path::Path,
	time::{Duration, Instant},
};

const AGENCIES: [(&str, u16); 4] = [
	("county-justice", 30333),
	("county-court", 30334),
	("county-procuratorate", 30335),
	("county-police", 30336),
];

/// The local consortium on ports that are free here, as a raw specification.
fn specification(folder: &Path) -> (String, Vec<u16>) {
	let mut text =
		std::fs::read_to_string(repository("chain-specs/local.toml")).expect("it is there");
	let ports: Vec<_> = AGENCIES.iter().map(|_| free_port()).collect();
	for ((_, from), to) in AGENCIES.iter().zip(&ports) {
		text = text.replace(&format!("/tcp/{from}\""), &format!("/tcp/{to}\""));
	}
	let file = folder.join("consortium.toml");
	std::fs::write(&file, text).expect("the folder is writable");
	let spec = folder.join("spec.json").display().to_string();
	let file = file.display().to_string();
	node().args(["build-spec", "--consortium", &file, "--raw", "-o", &spec]).assert().success();
	(spec, ports)
}

fn start_agency(folder: &Path, spec: &str, name: &str, port: u16) -> Running {
	let base = folder.join(name).display().to_string();
	let session = format!("//{name}//session");
	for (kind, scheme) in [("aura", "sr25519"), ("gran", "ed25519")] {
		node()
			.args(["key", "insert", "--chain", spec, "-d", &base])
			.args(["--key-type", kind, "--scheme", scheme, "--suri", &session])
			.assert()
			.success();
	}
	let secret = hex::encode(sha2_256(format!("shejiao test node key/{name}").as_bytes()));
	let args = ["--chain", spec, "-d", &base, "--validator", "--node-key", &secret];
	Running::start_at(folder, port, &args)
}

#[test]
fn four_agencies_finalise_and_a_stranger_gets_nothing() {
	if !has_runtime() {
		return;
	}
	let folder = tempfile::tempdir().expect("there is room for temporary files");
	let (spec, ports) = specification(folder.path());
	let mut agencies: Vec<_> = AGENCIES
		.iter()
		.zip(&ports)
		.map(|((name, _), port)| start_agency(folder.path(), &spec, name, *port))
		.collect();
	for agency in &mut agencies {
		agency.wait("finality", |node| node.finalised().filter(|number| *number >= 3));
		agency.wait("all three others", |node| node.peers().filter(|peers| *peers == 3));
	}

	// It has the specification and knows all addresses, and nobody has admitted it.
	let base = folder.path().join("stranger").display().to_string();
	let mut stranger = Running::start(folder.path(), &["--chain", &spec, "-d", &base]);
	stranger.wait("an answer", |node| node.peers());
	let start = Instant::now();
	let mut most = 0;
	while start.elapsed() < Duration::from_secs(25) {
		most = most.max(stranger.best().unwrap_or_default());
		std::thread::sleep(Duration::from_millis(500));
	}
	assert_eq!((stranger.peers(), most), (Some(0), 0), "{}", stranger.log());
	for agency in &agencies {
		assert_eq!(agency.peers(), Some(3));
	}

	// One is lost: the others go on. It comes back and catches up.
	let lost = agencies.pop().expect("there are four");
	lost.stop();
	let before = agencies[0].finalised().expect("it answers");
	agencies[0].wait("finality without one", |node| node.finalised().filter(|n| *n > before + 5));
	let (name, port) = (AGENCIES[3].0, ports[3]);
	let mut back = start_agency(folder.path(), &spec, name, port);
	back.wait("the way back", |node| node.finalised().filter(|number| *number > before + 5));
}
