//! The key of a node, from which its peer id follows.

use sc_cli::{Error, Result, SubstrateCli};
use sc_network_types::ed25519;
use sc_service::BasePath;
use std::{
	fs::OpenOptions,
	io::{ErrorKind, Write},
	os::unix::fs::OpenOptionsExt,
	path::{Path, PathBuf},
};

/// Where the SDK looks for the key below a chain's folder.
const KEY_FILE: &str = "network/secret_ed25519";

/// Arguments of `key generate-node-key`.
#[derive(Debug, Clone, clap::Args)]
pub struct GenerateNodeKeyCmd {
	/// File to write the secret to, readable by its owner alone; to stdout if not given.
	#[arg(long, value_name = "FILE")]
	pub file: Option<PathBuf>,

	/// Base path of the node: the key is put where the node looks for it.
	#[arg(long, short = 'd', value_name = "PATH", conflicts_with = "file", requires = "chain")]
	pub base_path: Option<PathBuf>,

	/// The chain of the node, whose folder below the base path it is.
	#[arg(long, value_name = "CHAIN")]
	pub chain: Option<String>,
}

impl GenerateNodeKeyCmd {
	/// Generate, write, and print the peer id to stderr. An existing key is never overwritten.
	pub fn run<C: SubstrateCli>(&self, cli: &C) -> Result<()> {
		let keypair = ed25519::Keypair::generate();
		let secret = hex::encode(keypair.secret().to_bytes());
		let path = match (&self.file, &self.base_path) {
			(Some(file), _) => Some(file.clone()),
			(None, Some(base)) => {
				let spec = cli.load_spec(self.chain.as_deref().unwrap_or_default())?;
				Some(BasePath::new(base.clone()).config_dir(spec.id()).join(KEY_FILE))
			},
			(None, None) => None,
		};
		match path {
			Some(path) => write(&path, &secret)?,
			None => print!("{secret}"),
		}
		eprintln!("{}", keypair.public().to_peer_id());
		Ok(())
	}
}

fn write(path: &Path, secret: &str) -> Result<()> {
	let fail = |e: std::io::Error| Error::Input(format!("cannot write {}: {e}", path.display()));
	if let Some(folder) = path.parent() {
		std::fs::create_dir_all(folder).map_err(fail)?;
	}
	let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
	match file {
		Ok(mut file) => file.write_all(secret.as_bytes()).map_err(fail),
		Err(e) if e.kind() == ErrorKind::AlreadyExists => {
			Err(Error::KeyAlreadyExistsInPath(path.into()))
		},
		Err(e) => Err(fail(e)),
	}
}
