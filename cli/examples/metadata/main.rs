//! Writes the trimmed metadata of the runtime to the path given: `scripts/metadata` calls this.

mod trim;

fn main() -> std::io::Result<()> {
	let Some(path) = std::env::args().nth(1) else {
		eprintln!("metadata: give the path of the file to write");
		std::process::exit(2);
	};
	let bytes = trim::trimmed();
	std::fs::write(&path, &bytes)?;
	println!("{path}: {} bytes", bytes.len());
	Ok(())
}
