//! The vault: a folder of this machine with what the chain must not know. Nothing personal is written
//! anywhere else. `docs/vault.md` describes it.

pub mod blob;
pub mod commit;
pub mod identity;
mod private;
mod sealings;
pub mod sheets;

use crate::{fail, failure};
use anyhow::Result;
use commit::Bytes32;
use identity::TagKey;
use serde::{de::DeserializeOwned, Serialize};
use sheets::{CaseSheet, Handle, RecordSheet};
use shejiao_primitives::{case::CaseId, suite::SuiteId};
use std::{
	fs,
	path::{Path, PathBuf},
	time::Duration,
};
use zeroize::Zeroizing;

/// A vault that is open. Whoever changes something in it holds its lock for as long as that takes:
/// commands that run at once would lose each other's changes.
#[derive(Clone, Debug)]
pub struct Vault {
	root: PathBuf,
}

/// A lock, for as long as it lives.
#[derive(Debug)]
pub struct Lock {
	_file: fs::File,
}

/// Sheets of cases, by handle.
const CASES: &str = "cases";
/// Sheets of cases that the chain has not given a handle yet, by identity commitment.
const DRAFTS: &str = "drafts";
/// Sheets of records, by commitment.
const RECORDS: &str = "records";
/// Ciphertexts, by locator.
const BLOBS: &str = "blobs";
/// Sealings that belong to no case, by commitment.
const SEALINGS: &str = "sealings";
/// Reports of imports, by hash of the file.
const IMPORTS: &str = "imports";
/// Readings of devices, by root.
const READINGS: &str = "readings";
/// Every folder.
const FOLDERS: [&str; 7] = [CASES, DRAFTS, RECORDS, BLOBS, SEALINGS, IMPORTS, READINGS];

/// Locked while something is changed.
const LOCK: &str = "lock";
/// Locked by whoever is next: a command that changes much would never let another have a turn.
const TURN: &str = "turn";
/// Locked while an import runs.
const IMPORT_LOCK: &str = "import-lock";

/// How long a change may keep others waiting: it takes milliseconds.
const PATIENCE: Duration = Duration::from_secs(if cfg!(test) { 3 } else { 10 });

impl Vault {
	/// Open the vault at `root`, made where it is missing. Refused when others can enter it.
	pub fn open(root: &Path) -> Result<Self> {
		private::folder(root)?;
		for folder in FOLDERS {
			private::folder(&root.join(folder))?;
		}
		Ok(Self { root: root.into() })
	}

	/// Where the vault is when nobody says otherwise.
	pub fn usual() -> PathBuf {
		let home = std::env::var_os("HOME").map_or_else(|| PathBuf::from("."), PathBuf::from);
		home.join(".shejiao").join("vault")
	}

	/// Where the vault is.
	pub fn root(&self) -> &Path {
		&self.root
	}

	/// Where the key of identity tags is, when nobody says otherwise.
	pub fn tag_key_path(&self) -> PathBuf {
		self.root.join("tag.key")
	}

	/// The key of identity tags: of `path`, or the vault's own.
	pub fn tag_key(&self, path: Option<&Path>) -> Result<TagKey> {
		let path = path.map_or_else(|| self.tag_key_path(), Path::to_path_buf);
		if !path.exists() {
			fail!("no-tag-key", path = path.display());
		}
		TagKey::read(&path)
	}

	/// A fresh key of identity tags, in the place of the one that is here.
	pub fn fresh_tag_key(&self) -> Result<TagKey> {
		let _lock = self.lock()?;
		let path = self.tag_key_path();
		if path.exists() {
			private::destroy(&path)?;
		}
		TagKey::generate(&path)
	}

	/// Keep the sheet of a case before its registration is sent: its salts must not be lost.
	pub fn keep_draft(&self, sheet: &CaseSheet) -> Result<()> {
		let _lock = self.lock()?;
		self.write(DRAFTS, &named(&sheet.identity()?.0), sheet)
	}

	/// Sheets whose case the chain has not named yet, or whose registration failed.
	pub fn drafts(&self) -> Result<Vec<CaseSheet>> {
		self.all(DRAFTS)
	}

	/// The draft whose identity commitment is this.
	pub fn draft(&self, identity: &[u8; 32]) -> Result<Option<CaseSheet>> {
		self.read(DRAFTS, &named(identity))
	}

	/// The chain has named the case of a draft, in a block that is final. What is sealed in the sheet of
	/// that case stays.
	pub fn adopt(&self, sheet: CaseSheet, case: CaseId) -> Result<CaseSheet> {
		let _lock = self.lock()?;
		let identity = named(&sheet.identity()?.0);
		let filed = self.file(sheet, case)?;
		self.destroy(DRAFTS, &identity)?;
		Ok(filed)
	}

	/// The chain has named the case of a draft, in a block that may give way to another: the draft
	/// remains.
	pub fn adopt_for_now(&self, sheet: CaseSheet, case: CaseId) -> Result<CaseSheet> {
		let _lock = self.lock()?;
		self.file(sheet, case)
	}

	fn file(&self, mut sheet: CaseSheet, case: CaseId) -> Result<CaseSheet> {
		if let Some(filed) = self.case(case)? {
			return Ok(filed);
		}
		sheet.case = Some(Handle(case));
		self.write(CASES, &named(&case.0), &sheet)?;
		Ok(sheet)
	}

	/// The registration of a draft was refused: forget it.
	pub fn drop_draft(&self, sheet: &CaseSheet) -> Result<()> {
		let _lock = self.lock()?;
		private::sweep(&self.root.join(DRAFTS))?;
		self.destroy(DRAFTS, &named(&sheet.identity()?.0))
	}

	/// The sheet of a case, if it is here.
	pub fn case(&self, case: CaseId) -> Result<Option<CaseSheet>> {
		self.read(CASES, &named(&case.0))
	}

	/// The sheet of a case that must be here.
	pub fn sheet(&self, case: CaseId) -> Result<CaseSheet> {
		let missing = || failure!("no-sheet", case = Handle(case), vault = self.root.display());
		Ok(self.case(case)?.ok_or_else(missing)?)
	}

	/// Cases whose sheets are here.
	pub fn cases(&self) -> Result<Vec<CaseId>> {
		let names = self.names(CASES)?;
		Ok(names.iter().filter_map(|name| Handle::parse(name)).map(|handle| handle.0).collect())
	}

	/// Seal something about a case, and keep it before it is sent. A case whose sheet is not here
	/// has its sealings apart.
	pub fn seal(
		&self,
		case: Option<CaseId>,
		suite: SuiteId,
		purpose: commit::Purpose,
		value: commit::Fields,
	) -> Result<Bytes32> {
		let _lock = self.lock()?;
		if let Some((case, mut sheet)) = self.filed(case)? {
			let commitment = sheet.seal(purpose, value)?;
			self.write(CASES, &named(&case.0), &sheet)?;
			return Ok(commitment);
		}
		let mut sealing = commit::Sealing::new(purpose, suite, value)?;
		sealing.case = case.map(Handle);
		self.write(SEALINGS, &named(&sealing.commitment.0), &sealing)?;
		Ok(sealing.commitment)
	}

	/// What a commitment seals, if it was made here: in the sheet of `case`, or apart.
	pub fn opened(
		&self,
		case: Option<CaseId>,
		commitment: &[u8; 32],
	) -> Result<Option<commit::Sealing>> {
		if let Some((_, sheet)) = self.filed(case)? {
			if let Some(sealing) = sheet.opened(commitment) {
				return Ok(Some(sealing.clone()));
			}
		}
		self.read(SEALINGS, &named(commitment))
	}

	/// A case with its sheet, if it is here.
	fn filed(&self, case: Option<CaseId>) -> Result<Option<(CaseId, CaseSheet)>> {
		let Some(case) = case else { return Ok(None) };
		Ok(self.case(case)?.map(|sheet| (case, sheet)))
	}

	/// Encrypt a document of a case, keep ciphertext and sheet, before the record is anchored.
	pub fn keep_document(
		&self,
		suite: SuiteId,
		document: &[u8],
		about: Filing,
	) -> Result<RecordSheet> {
		let hash = commit::hash(suite, document)?;
		let blob = blob::seal(suite, document)?;
		let value = RecordSheet::fields(&about.kind, &hash, &about.provenance);
		let sheet = RecordSheet {
			record: None,
			case: Handle(about.case),
			class: about.class,
			act_date: about.act_date,
			sealing: commit::Sealing::new(commit::Purpose::Record, suite, value)?,
			locator: blob.locator,
			key: blob.key,
			ciphertext: blob.hash,
			step: blob.step,
		};
		let _lock = self.lock()?;
		private::write(&self.path(BLOBS, &named(&blob.locator.0)), &blob.ciphertext)?;
		let kept = self.write(RECORDS, &named(&sheet.sealing.commitment.0), &sheet);
		if kept.is_err() {
			self.destroy(BLOBS, &named(&blob.locator.0))?;
		}
		kept.map(|()| sheet)
	}

	/// The chain has given the record with this commitment a number. Where its sheet is not here any
	/// more, none comes back.
	pub fn number_record(&self, commitment: &[u8; 32], number: u64) -> Result<()> {
		let _lock = self.lock()?;
		let Some(mut sheet) = self.record(commitment)? else { return Ok(()) };
		if sheet.record == Some(number) {
			return Ok(());
		}
		sheet.record = Some(number);
		self.write(RECORDS, &named(commitment), &sheet)
	}

	/// The sheet of the record with this commitment, if it is here.
	pub fn record(&self, commitment: &[u8; 32]) -> Result<Option<RecordSheet>> {
		self.read(RECORDS, &named(commitment))
	}

	/// Sheets of all records.
	pub fn records(&self) -> Result<Vec<RecordSheet>> {
		self.all(RECORDS)
	}

	/// The ciphertext at a locator, if it is here.
	pub fn blob(&self, locator: &Bytes32) -> Result<Option<Vec<u8>>> {
		let path = self.path(BLOBS, &named(&locator.0));
		path.exists().then(|| private::read(&path)).transpose()
	}

	/// The document of a record in plain.
	pub fn document(&self, sheet: &RecordSheet) -> Result<Zeroizing<Vec<u8>>> {
		let ciphertext = self
			.blob(&sheet.locator)?
			.ok_or_else(|| failure!("no-blob", locator = sheet.locator))?;
		blob::open(sheet.sealing.suite, &sheet.locator, &sheet.key, &ciphertext)
	}

	/// Destroy ciphertext, salt and key of a record: what stands on chain can tell nothing any more.
	pub fn shred(&self, sheet: &RecordSheet) -> Result<()> {
		let _lock = self.lock()?;
		for folder in [BLOBS, RECORDS] {
			private::sweep(&self.root.join(folder))?;
		}
		self.destroy_record(sheet)
	}

	fn destroy_record(&self, sheet: &RecordSheet) -> Result<()> {
		self.destroy(BLOBS, &named(&sheet.locator.0))?;
		self.destroy(RECORDS, &named(&sheet.sealing.commitment.0))
	}

	/// What is here of a case.
	pub fn holding(&self, case: CaseId) -> Result<Holding> {
		let whose = Some(Handle(case));
		let mut holding = Holding { sheet: self.case(case)?.is_some(), ..Holding::default() };
		holding.records =
			self.records()?.into_iter().filter(|sheet| Some(sheet.case) == whose).collect();
		let sealings = self.all::<commit::Sealing>(SEALINGS)?.into_iter();
		holding.sealings =
			sealings.filter(|sealing| sealing.case == whose).map(|s| s.commitment).collect();
		let name = named(&case.0);
		for root in self.names(READINGS)? {
			let readings: Vec<commit::Sealing> = self.read(READINGS, &root)?.unwrap_or_default();
			if readings.iter().any(|reading| mentions(reading, &name)) {
				holding.readings.push(root);
			}
		}
		Ok(holding)
	}

	/// Forget a case: overwrite and remove its sheet, its records with their ciphertexts, what is
	/// sealed about it elsewhere, and what commands that were cut off left of anything. Readings of
	/// devices that name it lose value and salt; their commitments stay, for the root over all of an
	/// office's readings.
	pub fn forget(&self, case: CaseId) -> Result<()> {
		let _lock = self.lock()?;
		let holding = self.holding(case)?;
		private::sweep(&self.root)?;
		for folder in FOLDERS {
			private::sweep(&self.root.join(folder))?;
		}
		for sheet in &holding.records {
			self.destroy_record(sheet)?;
		}
		for commitment in &holding.sealings {
			self.destroy(SEALINGS, &named(&commitment.0))?;
		}
		let name = named(&case.0);
		for root in &holding.readings {
			let mut readings: Vec<commit::Sealing> = self.read(READINGS, root)?.unwrap_or_default();
			for reading in readings.iter_mut().filter(|reading| mentions(reading, &name)) {
				reading.value.clear();
				reading.salt = Bytes32::default();
			}
			self.write(READINGS, root, &readings)?;
		}
		// The sheet goes last: as long as it is there, the rest can be asked for again.
		if let Some(sheet) = self.case(case)? {
			self.destroy(DRAFTS, &named(&sheet.identity()?.0))?;
			self.destroy(CASES, &name)?;
		}
		Ok(())
	}

	/// Keep the readings under a root, in the order of the leaves.
	pub fn keep_readings(&self, root: &[u8; 32], readings: &[commit::Sealing]) -> Result<()> {
		let _lock = self.lock()?;
		self.write(READINGS, &named(root), &readings)
	}

	/// A root was refused: forget its readings.
	pub fn drop_readings(&self, root: &[u8; 32]) -> Result<()> {
		let _lock = self.lock()?;
		private::sweep(&self.root.join(READINGS))?;
		self.destroy(READINGS, &named(root))
	}

	/// Let one import alone run: it lasts, and nobody waits for it.
	pub fn lock_imports(&self) -> Result<Lock> {
		let busy = || failure!("import-busy", vault = self.root.display());
		let lock = private::lock(&self.root.join(IMPORT_LOCK), Duration::ZERO)?.ok_or_else(busy)?;
		Ok(Lock { _file: lock })
	}

	/// How far an import of the file with this hash has come, if it was begun.
	pub fn import<T: DeserializeOwned>(&self, hash: &[u8; 32]) -> Result<Option<T>> {
		self.read(IMPORTS, &named(hash))
	}

	/// How far every import has come that was begun, by the hash of its file.
	pub fn imports<T: DeserializeOwned>(&self) -> Result<Vec<([u8; 32], T)>> {
		let mut list = Vec::new();
		for name in self.names(IMPORTS)? {
			let progress = self.read(IMPORTS, &name)?;
			list.extend(crate::keys::bytes::<32>(&name).zip(progress));
		}
		Ok(list)
	}

	/// Keep how far an import has come.
	pub fn keep_import<T: Serialize>(&self, hash: &[u8; 32], progress: &T) -> Result<()> {
		let _lock = self.lock()?;
		self.write(IMPORTS, &named(hash), progress)
	}

	/// The right to change something here.
	fn lock(&self) -> Result<Lock> {
		let (vault, seconds) = (self.root.display(), PATIENCE.as_secs());
		let busy = || failure!("vault-busy", vault = vault, seconds = seconds);
		let _turn = private::lock(&self.root.join(TURN), PATIENCE)?.ok_or_else(busy)?;
		let lock = private::lock(&self.root.join(LOCK), PATIENCE)?.ok_or_else(busy)?;
		Ok(Lock { _file: lock })
	}

	fn path(&self, folder: &str, name: &str) -> PathBuf {
		self.root.join(folder).join(name)
	}

	fn write<T: Serialize>(&self, folder: &str, name: &str, value: &T) -> Result<()> {
		let text = Zeroizing::new(serde_json::to_vec_pretty(value)?);
		private::write(&self.path(folder, name), &text)
	}

	/// Destroy a file, if it is there.
	fn destroy(&self, folder: &str, name: &str) -> Result<()> {
		let path = self.path(folder, name);
		match path.exists() {
			true => private::destroy(&path),
			false => Ok(()),
		}
	}

	fn read<T: DeserializeOwned>(&self, folder: &str, name: &str) -> Result<Option<T>> {
		let path = self.path(folder, name);
		let mut before = None;
		loop {
			if !path.exists() {
				return Ok(None);
			}
			let bytes = Zeroizing::new(private::read(&path)?);
			match serde_json::from_slice(&bytes) {
				Ok(value) => return Ok(Some(value)),
				// Another command may be replacing it: the old content is overwritten.
				Err(_) if before.as_ref() != Some(&bytes) => before = Some(bytes),
				Err(e) => {
					fail!("bad-sheet", path = path.display(), line = e.line(), reason = e)
				},
			}
		}
	}

	fn names(&self, folder: &str) -> Result<Vec<String>> {
		let path = self.root.join(folder);
		let unread =
			|e: std::io::Error| failure!("file-not-read", path = path.display(), reason = e);
		let mut names = Vec::new();
		for entry in fs::read_dir(&path).map_err(unread)? {
			names.extend(entry.map_err(unread)?.file_name().into_string());
		}
		// Drafts of files that were never finished.
		names.retain(|name| !name.contains('.'));
		names.sort();
		Ok(names)
	}

	fn all<T: DeserializeOwned>(&self, folder: &str) -> Result<Vec<T>> {
		let mut list = Vec::new();
		for name in self.names(folder)? {
			list.extend(self.read(folder, &name)?);
		}
		Ok(list)
	}
}

/// Whether a reading names a case by its handle, given in lower-case digits.
fn mentions(reading: &commit::Sealing, handle: &str) -> bool {
	reading.value.values().any(|text| text.to_ascii_lowercase().contains(handle))
}

/// What the vault holds of a case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holding {
	/// Whether its sheet is here.
	pub sheet: bool,
	/// Sheets of its records.
	pub records: Vec<RecordSheet>,
	/// What is sealed about it apart from its sheet, by commitment.
	pub sealings: Vec<Bytes32>,
	/// Roots of device readings that name it.
	pub readings: Vec<String>,
}

impl Holding {
	/// Whether there is nothing.
	pub fn is_empty(&self) -> bool {
		*self == Self::default()
	}
}

/// What is known of a document that is filed.
#[derive(Clone, Debug)]
pub struct Filing {
	/// The case it belongs to.
	pub case: CaseId,
	/// The coarse class that stands on chain.
	pub class: u16,
	/// The exact kind, which is sealed.
	pub kind: String,
	/// Day of the act, `YYYY-MM-DD`.
	pub act_date: String,
	/// How it came to be.
	pub provenance: sheets::Provenance,
}

/// Refuse a key file that somebody other than its owner can read.
pub fn ensure_private(path: &Path) -> Result<()> {
	private::check(path, "600")
}

/// Write a file that must not exist, readable by its owner alone.
pub fn create_private(path: &Path, bytes: &[u8]) -> Result<()> {
	private::create(path, bytes)
}

/// Why a file was not written, in words.
pub fn unwritten(path: &Path, error: &std::io::Error) -> crate::error::Failure {
	private::unwritten(path, error)
}

fn named(bytes: &[u8]) -> String {
	hex::encode(bytes)
}

#[cfg(test)]
mod tests;
