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
};
use zeroize::Zeroizing;

/// A vault that is open.
#[derive(Clone, Debug)]
pub struct Vault {
	root: PathBuf,
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

impl Vault {
	/// Open the vault at `root`, made where it is missing. Refused when others can enter it.
	pub fn open(root: &Path) -> Result<Self> {
		private::folder(root)?;
		for folder in [CASES, DRAFTS, RECORDS, BLOBS, SEALINGS, IMPORTS, READINGS] {
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
		let path = self.tag_key_path();
		if path.exists() {
			private::destroy(&path)?;
		}
		TagKey::generate(&path)
	}

	/// Keep the sheet of a case before its registration is sent: its salts must not be lost.
	pub fn keep_draft(&self, sheet: &CaseSheet) -> Result<()> {
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

	/// The chain has named the case of a draft.
	pub fn adopt(&self, mut sheet: CaseSheet, case: CaseId) -> Result<CaseSheet> {
		let draft = self.path(DRAFTS, &named(&sheet.identity()?.0));
		sheet.case = Some(Handle(case));
		self.keep_case(&sheet)?;
		if draft.exists() {
			private::destroy(&draft)?;
		}
		Ok(sheet)
	}

	/// The registration of a draft was refused: forget it.
	pub fn drop_draft(&self, sheet: &CaseSheet) -> Result<()> {
		private::destroy(&self.path(DRAFTS, &named(&sheet.identity()?.0)))
	}

	/// Keep the sheet of a case.
	pub fn keep_case(&self, sheet: &CaseSheet) -> Result<()> {
		let Some(case) = sheet.case else { return self.keep_draft(sheet) };
		self.write(CASES, &named(&case.0 .0), sheet)
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
		if let Some(mut sheet) = case.map(|case| self.case(case)).transpose()?.flatten() {
			let commitment = sheet.seal(purpose, value)?;
			self.keep_case(&sheet)?;
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
		if let Some(sheet) = case.map(|case| self.case(case)).transpose()?.flatten() {
			if let Some(sealing) = sheet.opened(commitment) {
				return Ok(Some(sealing.clone()));
			}
		}
		self.read(SEALINGS, &named(commitment))
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
		private::write(&self.path(BLOBS, &named(&blob.locator.0)), &blob.ciphertext)?;
		self.keep_record(&sheet)?;
		Ok(sheet)
	}

	/// Keep the sheet of a record.
	pub fn keep_record(&self, sheet: &RecordSheet) -> Result<()> {
		self.write(RECORDS, &named(&sheet.sealing.commitment.0), sheet)
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
		let files = [
			self.path(BLOBS, &named(&sheet.locator.0)),
			self.path(RECORDS, &named(&sheet.sealing.commitment.0)),
		];
		files.iter().filter(|path| path.exists()).try_for_each(|path| private::destroy(path))
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
			let path = self.path(READINGS, &root);
			let readings: Vec<commit::Sealing> = self.read(READINGS, &root)?.unwrap_or_default();
			if readings.iter().any(|reading| mentions(reading, &name)) {
				holding.readings.push(path);
			}
		}
		Ok(holding)
	}

	/// Forget a case: overwrite and remove its sheet, its records with their ciphertexts, and what is
	/// sealed about it elsewhere. Readings of devices that name it lose value and salt; their
	/// commitments stay, for the root over all of an office's readings.
	pub fn forget(&self, case: CaseId, holding: &Holding) -> Result<()> {
		for sheet in &holding.records {
			self.shred(sheet)?;
		}
		for commitment in &holding.sealings {
			private::destroy(&self.path(SEALINGS, &named(&commitment.0)))?;
		}
		let name = named(&case.0);
		for path in &holding.readings {
			let bytes = Zeroizing::new(private::read(path)?);
			let mut readings: Vec<commit::Sealing> = serde_json::from_slice(&bytes)?;
			for reading in readings.iter_mut().filter(|reading| mentions(reading, &name)) {
				reading.value.clear();
				reading.salt = Bytes32::default();
			}
			private::replace(path, &serde_json::to_vec_pretty(&readings)?)?;
		}
		// The sheet goes last: as long as it is there, the rest can be asked for again.
		let sheet = self.path(CASES, &name);
		if sheet.exists() {
			private::destroy(&sheet)?;
		}
		Ok(())
	}

	/// Keep the readings under a root, in the order of the leaves.
	pub fn keep_readings(&self, root: &[u8; 32], readings: &[commit::Sealing]) -> Result<()> {
		self.write(READINGS, &named(root), &readings)
	}

	/// How far an import of the file with this hash has come, if it was begun.
	pub fn import<T: DeserializeOwned>(&self, hash: &[u8; 32]) -> Result<Option<T>> {
		self.read(IMPORTS, &named(hash))
	}

	/// Keep how far an import has come.
	pub fn keep_import<T: Serialize>(&self, hash: &[u8; 32], progress: &T) -> Result<()> {
		self.write(IMPORTS, &named(hash), progress)
	}

	fn path(&self, folder: &str, name: &str) -> PathBuf {
		self.root.join(folder).join(name)
	}

	fn write<T: Serialize>(&self, folder: &str, name: &str, value: &T) -> Result<()> {
		let text = Zeroizing::new(serde_json::to_vec_pretty(value)?);
		private::write(&self.path(folder, name), &text)
	}

	fn read<T: DeserializeOwned>(&self, folder: &str, name: &str) -> Result<Option<T>> {
		let path = self.path(folder, name);
		if !path.exists() {
			return Ok(None);
		}
		let bytes = Zeroizing::new(private::read(&path)?);
		let value = serde_json::from_slice(&bytes).map_err(|e| {
			failure!("bad-sheet", path = path.display(), line = e.line(), reason = e)
		})?;
		Ok(Some(value))
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
	/// Files of device readings that name it.
	pub readings: Vec<PathBuf>,
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

/// Write a file whole or not at all, readable by its owner alone.
pub fn write_private(path: &Path, bytes: &[u8]) -> Result<()> {
	private::write(path, bytes)
}

fn named(bytes: &[u8]) -> String {
	hex::encode(bytes)
}

#[cfg(test)]
mod tests {
	use super::*;
	use std::os::unix::fs::PermissionsExt;

	fn vault() -> (tempfile::TempDir, Vault) {
		let home = tempfile::tempdir().expect("a temporary folder; qed");
		let vault = Vault::open(&home.path().join("vault")).expect("the folder is ours; qed");
		(home, vault)
	}

	fn sheet() -> CaseSheet {
		let text = "{person: {name: 王某某, sex: male, born: 1990-01-01, documents: \
			[{kind: resident-id, number: '990000199001010017'}]}}";
		let facts = sheets::parse(Path::new("sheet"), text.as_bytes()).expect("well formed; qed");
		CaseSheet::new(SuiteId::International, facts).expect("well formed; qed")
	}

	fn filing(case: CaseId) -> Filing {
		Filing {
			case,
			class: 2,
			kind: "declaration".into(),
			act_date: "2026-11-21".into(),
			provenance: sheets::Provenance::default(),
		}
	}

	#[test]
	fn a_draft_becomes_the_sheet_of_its_case() {
		let (_home, vault) = vault();
		let draft = sheet();
		vault.keep_draft(&draft).expect("ours; qed");
		assert_eq!(vault.drafts().expect("ours; qed"), std::slice::from_ref(&draft));
		let case = CaseId([7; 16]);
		let kept = vault.adopt(draft, case).expect("ours; qed");
		assert!(vault.drafts().expect("ours; qed").is_empty());
		assert_eq!(vault.case(case).expect("ours; qed"), Some(kept));
		assert_eq!(vault.cases().expect("ours; qed"), [case]);
		assert!(vault.case(CaseId([8; 16])).expect("ours; qed").is_none());
	}

	#[test]
	fn what_is_sealed_is_found_by_its_commitment() {
		let (_home, vault) = vault();
		let case = CaseId([7; 16]);
		vault.adopt(sheet(), case).expect("ours; qed");
		let value = commit::Fields::from([("reason".to_string(), "pardon".to_string())]);
		for about in [Some(case), Some(CaseId([9; 16])), None] {
			let commitment = vault
				.seal(about, SuiteId::International, commit::Purpose::EndReason, value.clone())
				.expect("ours; qed");
			let sealing = vault.opened(about, &commitment.0).expect("ours; qed");
			assert_eq!(sealing.map(|sealing| sealing.value.clone()), Some(value.clone()));
		}
		assert!(vault.opened(Some(case), &[0; 32]).expect("ours; qed").is_none());
	}

	#[test]
	fn a_document_is_kept_encrypted_and_forgotten_whole() {
		let (_home, vault) = vault();
		let document = "宣告书：王某某".as_bytes();
		let kept = vault
			.keep_document(SuiteId::International, document, filing(CaseId([7; 16])))
			.expect("ours; qed");
		assert_eq!(vault.document(&kept).expect("just kept; qed")[..], *document);
		let ciphertext = vault.blob(&kept.locator).expect("ours; qed").expect("kept; qed");
		assert!(!ciphertext.windows(9).any(|part| part == "王某某".as_bytes()));
		let found = vault.record(&kept.sealing.commitment.0).expect("ours; qed");
		assert_eq!(found, Some(kept.clone()));
		vault.shred(&kept).expect("ours; qed");
		assert!(vault.records().expect("ours; qed").is_empty());
		assert!(vault.document(&kept).is_err());
	}

	#[test]
	fn a_case_is_forgotten_whole_and_alone() {
		fn files(path: &Path, list: &mut Vec<(PathBuf, Vec<u8>)>) {
			for entry in fs::read_dir(path).expect("ours; qed") {
				let path = entry.expect("ours; qed").path();
				match path.is_dir() {
					true => files(&path, list),
					false => list.push((path.clone(), fs::read(&path).expect("ours; qed"))),
				}
			}
		}
		let (_home, vault) = vault();
		let (gone, kept, elsewhere) = (CaseId([0xab; 16]), CaseId([0xcd; 16]), CaseId([0xef; 16]));
		let suite = SuiteId::International;
		let about = |text: &str| commit::Fields::from([("about".to_string(), text.to_string())]);
		let seal = |case| {
			vault.seal(case, suite, commit::Purpose::About, about("somebody")).expect("ours; qed")
		};
		let file = |case| {
			vault.keep_document(suite, b"paper", filing(case)).expect("ours; qed");
		};
		vault.adopt(sheet(), kept).expect("ours; qed");
		file(kept);
		file(elsewhere);
		seal(Some(elsewhere));
		seal(None);
		TagKey::generate(&vault.tag_key_path()).expect("none yet; qed");
		let mut before = Vec::new();
		files(vault.root(), &mut before);

		vault.adopt(sheet(), gone).expect("ours; qed");
		file(gone);
		file(gone);
		seal(Some(gone));
		let holding = vault.holding(gone).expect("ours; qed");
		assert_eq!((holding.sheet, holding.records.len(), holding.sealings.len()), (true, 2, 0));
		vault.forget(gone, &holding).expect("ours; qed");
		let mut after = Vec::new();
		files(vault.root(), &mut after);
		before.sort();
		after.sort();
		assert_eq!(before, after);
		assert!(vault.holding(gone).expect("ours; qed").is_empty());

		let holding = vault.holding(elsewhere).expect("ours; qed");
		assert_eq!((holding.sheet, holding.records.len(), holding.sealings.len()), (false, 1, 1));
		vault.forget(elsewhere, &holding).expect("ours; qed");
		assert!(vault.holding(elsewhere).expect("ours; qed").is_empty());
		assert!(vault.case(kept).expect("ours; qed").is_some());
		assert_eq!(vault.records().expect("ours; qed").len(), 1);
	}

	#[test]
	fn readings_that_name_a_forgotten_case_lose_value_and_salt() {
		let (_home, vault) = vault();
		let (gone, kept) = (CaseId([0xab; 16]), CaseId([0xcd; 16]));
		let reading = |case: CaseId| {
			let text = format!("{},device 1,36.5", Handle(case).to_string().to_uppercase());
			let value = commit::Fields::from([("reading".to_string(), text)]);
			commit::Sealing::new(commit::Purpose::Reading, SuiteId::International, value)
				.expect("supported; qed")
		};
		let before = [reading(kept), reading(gone), reading(kept)];
		vault.keep_readings(&[1; 32], &before).expect("ours; qed");
		let holding = vault.holding(gone).expect("ours; qed");
		vault.forget(gone, &holding).expect("ours; qed");
		let after: Vec<commit::Sealing> =
			vault.read(READINGS, &named(&[1; 32])).expect("ours; qed").expect("kept; qed");
		assert_eq!((&after[0], &after[2]), (&before[0], &before[2]));
		assert!(after[1].value.is_empty() && after[1].salt == Bytes32::default());
		assert_eq!(after[1].commitment, before[1].commitment, "the root is proved still");
		assert!(vault.holding(gone).expect("ours; qed").is_empty());
	}

	#[test]
	fn everything_in_it_is_for_its_owner_alone() {
		fn visit(path: &Path, seen: &mut usize) {
			let mode = fs::metadata(path).expect("ours; qed").permissions().mode() & 0o777;
			let wanted = if path.is_dir() { 0o700 } else { 0o600 };
			assert_eq!(mode, wanted, "{}", path.display());
			*seen += 1;
			if path.is_dir() {
				for entry in fs::read_dir(path).expect("ours; qed") {
					visit(&entry.expect("ours; qed").path(), seen);
				}
			}
		}
		let (_home, vault) = vault();
		vault.adopt(sheet(), CaseId([7; 16])).expect("ours; qed");
		vault.keep_draft(&sheet()).expect("ours; qed");
		vault
			.keep_document(SuiteId::International, b"x", filing(CaseId([7; 16])))
			.expect("ours; qed");
		let first = vault.fresh_tag_key().expect("none yet; qed");
		let second = vault.fresh_tag_key().expect("in its place; qed");
		let document = &sheet().facts.person.documents[0];
		let tag = |key: &TagKey| key.tag(SuiteId::International, document).expect("valid; qed");
		assert_ne!(tag(&first), tag(&second));
		let mut seen = 0;
		visit(vault.root(), &mut seen);
		assert_eq!(seen, 8 + 5, "eight folders, five files");
	}

	#[test]
	fn a_vault_that_others_can_enter_is_refused() {
		let (home, vault) = vault();
		let open = fs::Permissions::from_mode(0o755);
		fs::set_permissions(vault.root(), open).expect("ours; qed");
		let error = Vault::open(&home.path().join("vault")).expect_err("others can enter; qed");
		assert_eq!(crate::error::from_any(&error).code, "open-to-others");
	}
}
