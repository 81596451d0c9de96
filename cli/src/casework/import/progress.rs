//! How far imports have come: rows are sent in batches, and looked up again after a run that ended
//! before it knew what became of them.

use super::{
	super::{cases, handles, records, wire},
	bound, Prepared,
};
use crate::{
	context::Context,
	error::Failure,
	fail, say,
	submit::{Report, MORTALITY},
	vault::{
		commit::{self, Bytes32},
		sheets::Handle,
		Vault,
	},
};
use anyhow::Result;
use pallet_subject_identity::ImportRow;
use serde::{Deserialize, Serialize};
use shejiao_primitives::{case::CaseId, ids::MemberId};
use sp_core::{crypto::AccountId32, H256};
use std::collections::{BTreeMap, BTreeSet};

/// How far an import has come.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
	/// Rows that were sent, by line.
	pub rows: BTreeMap<u64, Taken>,
}

/// A row that was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
	/// The identity commitment, by which the chain's answer is found.
	pub identity: Bytes32,
	/// The handle, once a final block has it.
	#[serde(default)]
	pub case: Option<Handle>,
	/// The member that sent it.
	#[serde(default)]
	pub member: Option<u32>,
	/// The last block that may include it.
	#[serde(default)]
	pub until: Option<u64>,
}

/// Cases of a final block by their identity commitments.
type Known = BTreeMap<[u8; 32], CaseId>;

impl Progress {
	/// Rows whose case is known.
	pub fn done(&self) -> usize {
		self.rows.values().filter(|taken| taken.case.is_some()).count()
	}

	/// Rows of which nobody knows yet.
	fn open(&self) -> impl Iterator<Item = &Taken> {
		self.rows.values().filter(|taken| taken.case.is_none())
	}

	/// Settle the open rows that `member` sent by what the final block `last` has: what it has is filed.
	/// What it lacks is missing for good once no later block may include it; until then nothing of it
	/// is touched.
	fn settle(&mut self, vault: &Vault, member: MemberId, known: &Known, last: u64) -> Result<()> {
		let mut missing = Vec::new();
		for (line, taken) in &mut self.rows {
			if taken.case.is_some() || taken.member != Some(member.0) {
				continue;
			}
			let draft = vault.draft(&taken.identity.0)?;
			if let Some(case) = known.get(&taken.identity.0) {
				if let Some(sheet) = draft {
					vault.adopt(sheet, *case)?;
				}
				taken.case = Some(Handle(*case));
			} else if taken.until.is_some_and(|until| until < last) {
				if let Some(sheet) = draft {
					vault.drop_draft(&sheet)?;
				}
				missing.push(*line);
			}
		}
		self.rows.retain(|line, _| !missing.contains(line));
		Ok(())
	}
}

/// What an import came to.
#[derive(Clone, Debug)]
pub struct Imported {
	/// Rows that are on chain, those of earlier runs included.
	pub done: usize,
	/// Whether rows were sent of which nobody knows yet.
	pub is_open: bool,
	/// Why it stopped, and at which lines, where it did.
	pub stopped: Option<(u64, u64, Failure)>,
}

/// The hash by which the import of a table is known.
pub fn hash(text: &[u8]) -> Result<[u8; 32]> {
	commit::hash(records::SUITE, text)
}

/// Find out what became of rows that earlier runs sent, of this table or another: refused while that is
/// not certain, for a row that is sent again would be a second case.
pub async fn recover(context: &Context, vault: &Vault) -> Result<()> {
	let mut imports: Vec<([u8; 32], Progress)> = vault.imports()?;
	imports.retain(|(_, progress)| progress.open().next().is_some());
	if imports.is_empty() {
		return Ok(());
	}
	let chain = context.chain().await?;
	let at = chain.finalized().await?;
	let last = at.block_number();
	let signer = handles::member(context, &at).await?;
	// Of rows without these nobody knows when they were sent: it may have been just now.
	let latest = chain.best().await?.block_number().saturating_add(MORTALITY);
	let open = imports.iter_mut().flat_map(|(_, progress)| progress.rows.values_mut());
	for taken in open.filter(|taken| taken.case.is_none()) {
		taken.member.get_or_insert(signer.0);
		taken.until.get_or_insert(latest);
	}
	let open = imports.iter().flat_map(|(_, progress)| progress.open());
	let members: BTreeSet<u32> = open.filter_map(|taken| taken.member).collect();
	for member in members.into_iter().map(MemberId) {
		let mut known = Known::new();
		for listed in handles::cases_of(&at, member).await? {
			known.insert(cases::header(&at, listed.case).await?.identity.hash.0, listed.case);
		}
		for (_, progress) in &mut imports {
			progress.settle(vault, member, &known, last)?;
		}
	}
	for (hash, progress) in &imports {
		vault.keep_import(hash, progress)?;
	}
	let open = || imports.iter().flat_map(|(_, progress)| progress.open());
	if let Some(until) = open().filter_map(|taken| taken.until).max() {
		fail!("import-pending", rows = open().count(), until = until, last = last);
	}
	Ok(())
}

/// Take over rows, batch by batch, of the table with this hash.
pub async fn run(
	context: &Context,
	vault: &Vault,
	hash: &[u8; 32],
	rows: &[Prepared],
) -> Result<Imported> {
	let at = context.best().await?;
	let member = handles::member(context, &at).await?;
	let mut progress: Progress = vault.import(hash)?.unwrap_or_default();
	let mut stopped = None;
	for batch in rows.chunks(bound(&at).await?.max(1)) {
		let (first, last) =
			(batch.first().map_or(0, |r| r.line), batch.last().map_or(0, |r| r.line));
		match send(context, vault, hash, &mut progress, member, batch).await {
			Ok(_) if context.as_call => {},
			Ok(true) => context.out.line(say!("import.batch", first = first, last = last)),
			Ok(false) => context.out.line(say!("import.sent", first = first, last = last)),
			Err(error) => {
				stopped = Some((first, last, crate::error::from_any(&error)));
				break;
			},
		}
	}
	let is_open = progress.open().next().is_some();
	Ok(Imported { done: progress.done(), is_open, stopped })
}

/// One batch: sheets and progress are kept before it is sent. Whether a final block has it.
async fn send(
	context: &Context,
	vault: &Vault,
	hash: &[u8; 32],
	progress: &mut Progress,
	member: MemberId,
	batch: &[Prepared],
) -> Result<bool> {
	let encoded: Vec<ImportRow<AccountId32>> = batch.iter().map(|row| row.row.clone()).collect();
	let call = wire::call("SubjectIdentity", "import", (encoded,));
	let call = call.data(&context.best().await?)?;
	if context.as_call {
		context.show_call(&call).await?;
		return Ok(false);
	}
	let signed = context.sign(&call).await?;
	let mut report = Report::default();
	let sent = async {
		for row in batch {
			vault.keep_draft(&row.sheet)?;
			let identity = row.sheet.identity()?;
			let (member, until) = (Some(member.0), Some(signed.last_block));
			progress.rows.insert(row.line, Taken { identity, case: None, member, until });
		}
		vault.keep_import(hash, progress)?;
		context.send_signed(&signed, &mut report).await
	};
	if let Err(error) = sent.await {
		// All or nothing: what failed for good left nothing. Of anything else nobody knows yet.
		if !report.is_open() {
			for row in batch {
				vault.drop_draft(&row.sheet)?;
				progress.rows.remove(&row.line);
			}
			vault.keep_import(hash, progress)?;
		}
		return Err(error);
	}
	if report.is_open() {
		return Ok(false);
	}
	let cases: BTreeMap<H256, CaseId> =
		cases::registered(&report).into_iter().map(|(case, id)| (id, case)).collect();
	for row in batch {
		let identity = row.sheet.identity()?;
		if let Some(case) = cases.get(&H256(identity.0)) {
			vault.adopt(row.sheet.clone(), *case)?;
			if let Some(taken) = progress.rows.get_mut(&row.line) {
				taken.case = Some(Handle(*case));
			}
		}
	}
	vault.keep_import(hash, progress)?;
	Ok(true)
}

#[cfg(test)]
mod tests {
	use super::{super::tests::*, *};

	fn vault() -> (tempfile::TempDir, Vault) {
		let home = tempfile::tempdir().expect("a temporary folder; qed");
		let vault = Vault::open(&home.path().join("vault")).expect("ours; qed");
		(home, vault)
	}

	fn taken(identity: Bytes32) -> Taken {
		Taken { identity, case: None, member: Some(0), until: Some(74) }
	}

	#[test]
	fn progress_is_kept_and_read_back() {
		let (_home, vault) = vault();
		let mut progress = Progress::default();
		let case = Some(Handle(CaseId([7; 16])));
		progress.rows.insert(2, Taken { case, ..taken(Bytes32([1; 32])) });
		progress.rows.insert(3, taken(Bytes32([1; 32])));
		vault.keep_import(&[9; 32], &progress).expect("ours; qed");
		let again: Progress = vault.import(&[9; 32]).expect("ours; qed").expect("kept; qed");
		assert_eq!(again, progress);
		assert_eq!(again.done(), 1);
		assert_eq!(vault.imports().expect("ours; qed"), [([9; 32], progress)]);
	}

	#[test]
	fn a_row_is_missing_only_when_no_block_may_have_it_any_more() {
		let (_home, vault) = vault();
		let sheet = prepared(&[GOOD]).0[0].sheet.clone();
		let identity = sheet.identity().expect("sealed; qed");
		vault.keep_draft(&sheet).expect("ours; qed");
		let mut progress = Progress { rows: BTreeMap::from([(2, taken(identity))]) };
		let before = progress.clone();
		let none = Known::new();
		for (member, last) in [(0, 10), (0, 74), (1, 75)] {
			progress.settle(&vault, MemberId(member), &none, last).expect("ours; qed");
			assert_eq!(progress, before);
			assert_eq!(vault.draft(&identity.0).expect("ours; qed").as_ref(), Some(&sheet));
		}
		progress.settle(&vault, MemberId(0), &none, 75).expect("ours; qed");
		assert_eq!(progress, Progress::default());
		assert_eq!(vault.draft(&identity.0).expect("ours; qed"), None);
	}

	#[test]
	fn a_row_that_a_final_block_has_is_filed() {
		let (_home, vault) = vault();
		let sheet = prepared(&[GOOD]).0[0].sheet.clone();
		let identity = sheet.identity().expect("sealed; qed");
		vault.keep_draft(&sheet).expect("ours; qed");
		let mut progress = Progress { rows: BTreeMap::from([(2, taken(identity))]) };
		let case = CaseId([7; 16]);
		let known = Known::from([(identity.0, case)]);
		progress.settle(&vault, MemberId(0), &known, 200).expect("ours; qed");
		assert_eq!(progress.done(), 1);
		assert!(vault.case(case).expect("ours; qed").is_some());
		assert!(vault.drafts().expect("ours; qed").is_empty());
	}
}
