//! Files that nobody but their owner may read.

use crate::{error::Failure, fail, failure};
use anyhow::Result;
use std::{
	ffi::OsString,
	fs,
	io::{self, Read, Write},
	os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt},
	path::{Path, PathBuf},
	time::{Duration, Instant},
};

/// Permissions of a private file.
const FILE: u32 = 0o600;
/// Permissions of a private folder.
const FOLDER: u32 = 0o700;
/// Bits that let somebody other than the owner in.
const OTHERS: u32 = 0o077;

/// What a file is called until it is whole.
const NEW: &str = "new";
/// What a file is called until its replaced content is wiped.
const OLD: &str = "old";

/// How often a lock that another command holds is tried again.
const TRY: Duration = Duration::from_millis(5);

/// Make the folder at `path` where it is missing; refuse one that others can enter.
pub fn folder(path: &Path) -> Result<()> {
	if !path.exists() {
		fs::DirBuilder::new()
			.recursive(true)
			.mode(FOLDER)
			.create(path)
			.map_err(|e| unwritten(path, &e))?;
	}
	check(path, "700")
}

/// The bytes of a file; refused when others can read it.
pub fn read(path: &Path) -> Result<Vec<u8>> {
	check(path, "600")?;
	Ok(fs::read(path).map_err(|e| failure!("file-not-read", path = path.display(), reason = e))?)
}

/// Write a file that must not exist, readable by its owner alone.
pub fn create(path: &Path, bytes: &[u8]) -> Result<()> {
	let written = fill(path, bytes).and_then(|()| keep_names(path));
	Ok(written.map_err(|e| unwritten(path, &e))?)
}

/// Write a file whole or not at all, readable by its owner alone; what it held before is wiped.
pub fn write(path: &Path, bytes: &[u8]) -> Result<()> {
	let (new, old) = (beside(path, NEW), beside(path, OLD));
	let written = clear(&new).and_then(|()| clear(&old)).and_then(|()| {
		fill(&new, bytes)?;
		// The old content keeps a name until it is overwritten: after a crash it is found by it.
		if path.exists() {
			fs::hard_link(path, &old)?;
		}
		fs::rename(&new, path)?;
		keep_names(path)?;
		clear(&old)
	});
	if written.is_err() {
		let _ = clear(&new).and_then(|()| clear(&old));
	}
	Ok(written.map_err(|e| unwritten(path, &e))?)
}

/// Overwrite a file and remove it. What the medium itself keeps of it is beyond reach here.
pub fn destroy(path: &Path) -> Result<()> {
	Ok(wipe(path).map_err(|e| unwritten(path, &e))?)
}

/// Destroy what commands that were cut off left in a folder: drafts of files, and replaced content.
/// Nobody may be writing there.
pub fn sweep(folder: &Path) -> Result<()> {
	let unread = |e: io::Error| failure!("file-not-read", path = folder.display(), reason = e);
	for entry in fs::read_dir(folder).map_err(unread)? {
		let path = entry.map_err(unread)?.path();
		if written_name(&path).is_some() {
			clear(&path).map_err(|e| unwritten(&path, &e))?;
		}
	}
	Ok(())
}

/// An exclusive lock by the file at `path`, or nothing where another holds it for longer than
/// `patience`. It ends with the file that is given.
pub fn lock(path: &Path, patience: Duration) -> Result<Option<fs::File>> {
	let until = Instant::now() + patience;
	let mut options = fs::OpenOptions::new();
	options.write(true).create(true).truncate(false).mode(FILE);
	let file = options.open(path).map_err(|e| unwritten(path, &e))?;
	loop {
		match file.try_lock() {
			Ok(()) => return Ok(Some(file)),
			Err(fs::TryLockError::WouldBlock) if Instant::now() < until => std::thread::sleep(TRY),
			Err(fs::TryLockError::WouldBlock) => return Ok(None),
			Err(fs::TryLockError::Error(e)) => return Err(unwritten(path, &e).into()),
		}
	}
}

/// Why a file was not written, in words.
pub fn unwritten(path: &Path, error: &io::Error) -> Failure {
	match error.kind() {
		io::ErrorKind::AlreadyExists => failure!("file-exists", path = path.display()),
		_ => failure!("file-not-written", path = path.display(), reason = error),
	}
}

/// Write a new file and let it reach the disk; nothing is left of one that does not.
fn fill(path: &Path, bytes: &[u8]) -> io::Result<()> {
	let mut options = fs::OpenOptions::new();
	let mut file = options.write(true).create_new(true).mode(FILE).open(path)?;
	let written = file.write_all(bytes).and_then(|()| file.sync_all());
	if written.is_err() {
		let _ = wipe(path);
	}
	written
}

fn wipe(path: &Path) -> io::Result<()> {
	let mut file = fs::OpenOptions::new().write(true).open(path)?;
	let length = file.metadata()?.len();
	io::copy(&mut io::repeat(0).take(length), &mut file)?;
	file.sync_all()?;
	fs::remove_file(path)?;
	keep_names(path)
}

/// Wipe a leftover, if it is there. One that is still the file itself loses its second name alone.
fn clear(leftover: &Path) -> io::Result<()> {
	let Ok(metadata) = fs::symlink_metadata(leftover) else { return Ok(()) };
	let file = written_name(leftover).and_then(|path| fs::symlink_metadata(path).ok());
	if file.is_some_and(|file| (file.dev(), file.ino()) == (metadata.dev(), metadata.ino())) {
		return fs::remove_file(leftover);
	}
	wipe(leftover)
}

/// Let the names in the folder of `path` reach the disk.
fn keep_names(path: &Path) -> io::Result<()> {
	let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
	fs::File::open(folder.unwrap_or_else(|| Path::new(".")))?.sync_all()
}

/// `NAME.PID.KIND`.
fn beside(path: &Path, kind: &str) -> PathBuf {
	let mut name: OsString = path.into();
	name.push(format!(".{}.{kind}", std::process::id()));
	name.into()
}

/// The file that a leftover was to become, or was: `NAME` of `NAME.PID.KIND`.
fn written_name(leftover: &Path) -> Option<PathBuf> {
	let mut parts = leftover.file_name()?.to_str()?.rsplitn(3, '.');
	let (kind, process, name) = (parts.next()?, parts.next()?, parts.next()?);
	let is_process = !process.is_empty() && process.chars().all(|c| c.is_ascii_digit());
	([NEW, OLD].contains(&kind) && is_process).then(|| leftover.with_file_name(name))
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
	fn what_is_replaced_is_overwritten_too() {
		let home = tempfile::tempdir().expect("a temporary folder; qed");
		let (path, other) = (home.path().join("sheet"), home.path().join("other name"));
		write(&path, b"secret").expect("the folder is ours; qed");
		fs::hard_link(&path, &other).expect("one file system; qed");
		write(&path, b"new").expect("it is replaced; qed");
		assert_eq!(fs::read(&other).expect("the old file; qed"), [0; 6]);
		assert_eq!(read(&path).expect("just written; qed"), b"new");
		assert_eq!(fs::read_dir(home.path()).expect("a folder; qed").count(), 2);
	}

	#[test]
	fn a_file_that_cannot_be_written_leaves_no_draft() {
		let home = tempfile::tempdir().expect("a temporary folder; qed");
		let path = home.path().join("sheet");
		fs::create_dir(&path).expect("the folder is ours; qed");
		let failure = from_any(&write(&path, b"secret").expect_err("a folder; qed"));
		assert_eq!(failure.code, "file-not-written");
		assert!(!failure.remedy.contains("never overwritten"), "{}", failure.remedy);
		assert_eq!(fs::read_dir(home.path()).expect("a folder; qed").count(), 1);
	}

	#[test]
	fn what_exists_is_never_created_again() {
		let home = tempfile::tempdir().expect("a temporary folder; qed");
		let path = home.path().join("document");
		create(&path, b"one").expect("nothing is there; qed");
		let failure = from_any(&create(&path, b"two").expect_err("it exists; qed"));
		assert_eq!(failure.code, "file-exists");
		assert_eq!((mode(&path), read(&path).expect("kept; qed")), (0o600, b"one".to_vec()));
	}

	#[test]
	fn leftovers_of_a_crash_are_swept_away_and_nothing_else() {
		let home = tempfile::tempdir().expect("a temporary folder; qed");
		let names = ["ab.12.new", "tag.key.7.old", "ab", "tag.key", "ab.new", "ab.x.old", "1.new"];
		for name in names {
			write(&home.path().join(name), b"secret").expect("ours; qed");
		}
		let other = home.path().join("other name");
		fs::hard_link(home.path().join("ab.12.new"), &other).expect("one file system; qed");
		sweep(home.path()).expect("ours; qed");
		let left: Vec<bool> = names.iter().map(|name| home.path().join(name).exists()).collect();
		assert_eq!(left, [false, false, true, true, true, true, true]);
		assert_eq!(fs::read(&other).expect("the same file; qed"), [0; 6]);
	}

	#[test]
	fn a_file_that_was_not_replaced_yet_is_not_wiped() {
		let home = tempfile::tempdir().expect("a temporary folder; qed");
		let path = home.path().join("sheet");
		write(&path, b"secret").expect("the folder is ours; qed");
		// A command was cut off between the second name and the new content.
		fs::hard_link(&path, home.path().join("sheet.12.old")).expect("one file system; qed");
		sweep(home.path()).expect("ours; qed");
		assert_eq!(read(&path).expect("it is whole; qed"), b"secret");
		assert_eq!(fs::read_dir(home.path()).expect("a folder; qed").count(), 1);
	}

	#[test]
	fn a_lock_is_held_by_one_alone() {
		let home = tempfile::tempdir().expect("a temporary folder; qed");
		let path = home.path().join("lock");
		let first = lock(&path, Duration::ZERO).expect("ours; qed");
		assert!(first.is_some());
		assert!(lock(&path, TRY).expect("ours; qed").is_none());
		drop(first);
		assert!(lock(&path, Duration::ZERO).expect("ours; qed").is_some());
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
