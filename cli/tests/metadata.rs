//! The committed metadata is that of the runtime.

#[path = "../examples/metadata/trim.rs"]
mod trim;

#[test]
fn the_committed_metadata_is_that_of_the_runtime() {
	let committed = include_bytes!("../artifacts/metadata.scale");
	assert!(
		committed[..] == trim::trimmed()[..],
		"cli/artifacts/metadata.scale is not what the runtime says: run scripts/metadata and commit",
	);
}
