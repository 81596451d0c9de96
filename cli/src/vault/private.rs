//! Files that nobody but their owner may read.

use crate::{fail, failure};
use anyhow::Result;
use std::{
	fs,
	io::{Read, Write},
	os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt},
	path::Path,
};

/// Permissions of a private file.
const FILE: u32 = 0o600;
/// Permissions of a private folder.
const FOLDER: u32 = 0o700;
/// Bits that let somebody other than the owner in.
const OTHERS: u32 = 0o077;

/// Make the folder at `path` where it is missing; refuse one that others can enter.
pub fn folder(path: &Path) -> Result<()> {
	if !path.exists() {
		fs::DirBuilder::new()
			.recursive(true)
			.mode(FOLDER)
			.create(path)
			.map_err(|e| failure!("file-not-written", path = path.display(), reason = e))?;
	}
	check(path, "700")
}

/// The bytes of a file; refused when others can read it.
pub fn read(path: &Path) -> Result<Vec<u8>> {
	check(path, "600")?;
	Ok(fs::read(path).map_err(|e| failure!("file-not-read", path = path.display(), reason = e))?)
}

/// Write a file whole or not at all, readable by its owner alone.
pub fn write(path: &Path, bytes: &[u8]) -> Result<()> {
	let unwritten =
		|e: std::io::Error| failure!("file-not-written", path = path.display(), reason = e);
	let mut draft = path.as_os_str().to_os_string();
	draft.push(format!(".{}.new", std::process::id()));
	let mut options = fs::OpenOptions::new();
	options.write(true).create(true).truncate(true).mode(FILE);
	let mut file = options.open(&draft).map_err(unwritten)?;
	file.write_all(bytes).and_then(|()| file.sync_all()).map_err(unwritten)?;
	fs::rename(&draft, path).map_err(unwritten)?;
	Ok(())
}

/// Write a file anew, and overwrite what it held before.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
	let mut old = path.as_os_str().to_os_string();
	old.push(format!(".{}.old", std::process::id()));
	let old = Path::new(&old);
	fs::hard_link(path, old)
		.map_err(|e| failure!("file-not-written", path = old.display(), reason = e))?;
	write(path, bytes)?;
	destroy(old)
}

/// Overwrite a file with zeros and remove it. What the medium itself keeps of it is beyond reach here.
pub fn destroy(path: &Path) -> Result<()> {
	let failed =
		|e: std::io::Error| failure!("file-not-written", path = path.display(), reason = e);
	let mut file = fs::OpenOptions::new().write(true).open(path).map_err(failed)?;
	let length = file.metadata().map_err(failed)?.len();
	std::io::copy(&mut std::io::repeat(0).take(length), &mut file)
		.and_then(|_| file.sync_all())
		.and_then(|()| fs::remove_file(path))
		.map_err(failed)
		.map_err(Into::into)
}

/// Refuse `path` when somebody other than its owner can read it.
pub fn check(path: &Path, wanted: &str) -> Result<()> {
	let metadata = fs::metadata(path)
		.map_err(|e| failure!("file-not-read", path = path.display(), reason = e))?;
	let mode = metadata.permissions().mode() & 0o777;
	if mode & OTHERS != 0 {
		fail!(
			"open-to-others",
			path = path.display(),
			mode = format!("{mode:03o}"),
			wanted = wanted,
		);
	}
	Ok(())
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::error::from_any;

	fn mode(path: &Path) -> u32 {
		fs::metadata(path).expect("just written; qed").permissions().mode() & 0o777
	}

	#[test]
	fn what_is_written_is_for_its_owner_alone() {
		let home = tempfile::tempdir().expect("a temporary folder; qed");
		let inner = home.path().join("a/b");
		folder(&inner).expect("it is made; qed");
		let path = inner.join("sheet");
		write(&path, b"one").expect("the folder is ours; qed");
		write(&path, b"two").expect("it is replaced; qed");
		assert_eq!((mode(&inner), mode(&path)), (0o700, 0o600));
		assert_eq!(read(&path).expect("just written; qed"), b"two");
		let left = fs::read_dir(&inner).expect("a folder; qed").count();
		assert_eq!(left, 1, "no draft is left behind");
	}

	#[test]
	fn what_is_destroyed_is_overwritten_first() {
		let home = tempfile::tempdir().expect("a temporary folder; qed");
		let (path, other) = (home.path().join("sheet"), home.path().join("other name"));
		write(&path, b"secret").expect("the folder is ours; qed");
		fs::hard_link(&path, &other).expect("one file system; qed");
		destroy(&path).expect("ours; qed");
		assert!(!path.exists());
		assert_eq!(fs::read(&other).expect("the same file; qed"), [0; 6]);
		assert_eq!(from_any(&destroy(&path).expect_err("gone; qed")).code, "file-not-written");
	}

	#[test]
	fn what_others_can_read_is_refused_and_named() {
		let home = tempfile::tempdir().expect("a temporary folder; qed");
		let path = home.path().join("key");
		write(&path, b"secret").expect("the folder is ours; qed");
		for open in [0o640, 0o604, 0o644] {
			fs::set_permissions(&path, fs::Permissions::from_mode(open)).expect("ours; qed");
			let failure = from_any(&read(&path).expect_err("others can read it; qed"));
			assert_eq!(failure.code, "open-to-others");
			assert!(failure.what.contains("key"), "{}", failure.what);
		}
		let inner = home.path().join("vault");
		folder(&inner).expect("it is made; qed");
		fs::set_permissions(&inner, fs::Permissions::from_mode(0o750)).expect("ours; qed");
		assert!(folder(&inner).is_err());
	}
}
