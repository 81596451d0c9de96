//! Four agencies and a stranger.

mod common;

use common::{free_port, has_runtime, node, repository, Running};
use serde_json::json;
use sp_io::hashing::sha2_256;
use std::{
	path::Path,
	time::{Duration, Instant},
};

/// Keys of the agencies with the ports that their file gives them, and whether they are archives.
const AGENCIES: [(&str, u16, bool); 4] = [
	("county-justice", 30333, true),
	("county-court", 30334, false),
	("county-procuratorate", 30335, true),
	("county-police", 30336, false),
];

/// Bodies that the others keep: so few that a joiner must get the rest from an archive.
const KEPT: &str = "16";

/// The local consortium on ports that are free here, as a raw specification.
fn specification(folder: &Path) -> (String, Vec<u16>) {
	let mut text =
		std::fs::read_to_string(repository("chain-specs/local.toml")).expect("it is there");
	let ports: Vec<_> = AGENCIES.iter().map(|_| free_port()).collect();
	for ((_, from, _), to) in AGENCIES.iter().zip(&ports) {
		text = text.replace(&format!("/tcp/{from}\""), &format!("/tcp/{to}\""));
	}
	let file = folder.join("consortium.toml");
	std::fs::write(&file, text).expect("the folder is writable");
	let spec = folder.join("spec.json").display().to_string();
	let file = file.display().to_string();
	node().args(["build-spec", "--consortium", &file, "--raw", "-o", &spec]).assert().success();
	(spec, ports)
}

fn start_agency(folder: &Path, spec: &str, index: usize, ports: &[u16]) -> Running {
	let (name, _, archive) = AGENCIES[index];
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
	let mut args = vec!["--chain", spec, "-d", &base, "--validator", "--node-key", &secret];
	if archive {
		args.push("--archive");
	} else {
		args.extend(["--blocks-pruning", KEPT]);
	}
	Running::start_at(folder, ports[index], &args)
}

#[test]
fn four_agencies_finalise_a_stranger_gets_nothing_and_a_lost_node_comes_back() {
	if !has_runtime() {
		return;
	}
	let folder = tempfile::tempdir().expect("there is room for temporary files");
	let (spec, ports) = specification(folder.path());
	let mut agencies: Vec<_> = (0..AGENCIES.len())
		.map(|index| start_agency(folder.path(), &spec, index, &ports))
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

	// One loses its disk. The others go on, and forget the bodies of old blocks.
	agencies.pop().expect("there are four").stop();
	std::fs::remove_dir_all(folder.path().join(AGENCIES[3].0)).expect("it is there");
	let [justice, court, ..] = agencies.as_mut_slice() else { panic!("three are left") };
	justice.wait("many blocks", |node| node.finalised().filter(|number| *number > 90));
	let first = court.try_call("chain_getBlockHash", json!([1])).expect("it answers");
	let body = |node: &Running| node.try_call("chain_getBlock", json!([first]));
	assert!(
		body(court).is_none_or(|block| block.is_null()),
		"the court has pruned its first block"
	);
	assert!(body(justice).is_some_and(|block| block.is_object()), "archives have everything");

	// It comes back with nothing but its keys, and gets all of it from the archives.
	let mut back = start_agency(folder.path(), &spec, 3, &ports);
	back.wait("the way back", |node| node.finalised().filter(|number| *number > 90));
	back.wait("all three others", |node| node.peers().filter(|peers| *peers == 3));
}
