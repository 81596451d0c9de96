//! The locale files and the metadata are read by macros: a change of them must compile the client
//! again.

fn main() {
	println!("cargo:rerun-if-changed=locales");
	println!("cargo:rerun-if-changed=artifacts/metadata.scale");
}
