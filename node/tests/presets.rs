//! The runtime's presets are the genesis of the consortium files.

mod common;

use common::{node, repository};

#[test]
fn presets_are_what_the_consortium_files_give() {
	for (file, preset) in [("dev", "development"), ("local", "local")] {
		let consortium = repository(&format!("chain-specs/{file}.toml")).display().to_string();
		let output =
			node().args(["genesis", "--consortium", &consortium]).output().expect("it runs");
		assert!(output.status.success(), "{output:?}");
		let path = format!("runtime/presets/{preset}.json");
		let committed = std::fs::read_to_string(repository(&path)).expect("it is there");
		assert_eq!(
			String::from_utf8_lossy(&output.stdout),
			committed,
			"{path} is stale: shejiao-node genesis --consortium chain-specs/{file}.toml -o {path}"
		);
	}
}

#[test]
fn genesis_names_nobody() {
	for file in ["dev", "local"] {
		let path = repository(&format!("chain-specs/{file}.toml"));
		let text = std::fs::read_to_string(&path).expect("it is there");
		let names: Vec<_> = text.lines().filter_map(|line| line.strip_prefix("name = ")).collect();
		assert!(names.len() > 5);
		let path = path.display().to_string();
		let output = node().args(["genesis", "--consortium", &path]).output().expect("it runs");
		let genesis = String::from_utf8_lossy(&output.stdout).into_owned();
		for name in names {
			assert!(!genesis.contains(name.trim_matches('"')), "{name}");
		}
	}
}
