//! Records: documents encrypted and anchored, and compared with the chain again.

use super::{act_date, wire};
use crate::{
	client::{hex, At},
	coded,
	context::Context,
	fail, failure, keys,
	output::Record,
	submit::Report,
	time,
	vault::{
		commit,
		sheets::{Provenance, RecordSheet},
		Filing, Vault,
	},
};
use anyhow::Result;
use pallet_records::{
	Anchor, Audience, Header, Recheck, RecheckId, RecordDetail, RecordInfo, RecordPage, Seal,
};
use shejiao_primitives::{
	case::CaseId,
	record::{ClassId, RecordId},
	suite::SuiteId,
	time::LegalDate,
};
use sp_core::{crypto::AccountId32, H256};
use std::path::Path;

/// A document to anchor.
#[derive(Clone, Debug)]
pub struct Deed {
	/// The case.
	pub case: CaseId,
	/// The coarse class.
	pub class: ClassId,
	/// The exact kind, which is sealed.
	pub kind: String,
	/// The document.
	pub document: Vec<u8>,
	/// Day of the act; today when nothing is given.
	pub act_date: Option<LegalDate>,
	/// How it came to be.
	pub provenance: Provenance,
	/// The officer liable for the act; the one that signs when nothing is given.
	pub officer: Option<AccountId32>,
	/// The agency's seal over the commitment.
	pub seal: Option<Vec<u8>>,
	/// The record that it replaces.
	pub supersedes: Option<RecordId>,
	/// The records that it rests on.
	pub derived_from: Vec<RecordId>,
}

/// A record that was anchored.
#[derive(Clone, Debug)]
pub struct Anchored {
	/// Its number; nothing where the call was shown, or nobody waited.
	pub record: Option<RecordId>,
	/// Its sheet, which is in the vault.
	pub sheet: RecordSheet,
}

/// Records asked for at once.
const PAGE: u32 = 100;

/// The suite of this client.
pub const SUITE: SuiteId = SuiteId::International;

/// Read a document.
pub fn read(path: &Path) -> Result<Vec<u8>> {
	Ok(std::fs::read(path)
		.map_err(|e| failure!("file-not-read", path = path.display(), reason = e))?)
}

/// Encrypt a document into the vault, and give what stands on chain of it. Its class must take it.
pub fn prepare(
	vault: &Vault,
	deed: &Deed,
	date: LegalDate,
) -> Result<(RecordSheet, Anchor<AccountId32>)> {
	let seal = match &deed.seal {
		Some(bytes) => Some(
			Seal::try_from(bytes.clone())
				.ok()
				.filter(|seal| seal.len() == pallet_records::seal_length(SUITE))
				.ok_or_else(|| {
					failure!(
						"bad-seal",
						bytes = bytes.len(),
						expected = pallet_records::seal_length(SUITE)
					)
				})?,
		),
		None => None,
	};
	let derived_from =
		deed.derived_from.clone().try_into().map_err(|_| {
			failure!("too-many", what = "--from", most = pallet_records::MAX_SOURCES)
		})?;
	let filing = Filing {
		case: deed.case,
		class: deed.class.0,
		kind: deed.kind.clone(),
		act_date: time::date(date),
		provenance: deed.provenance.clone(),
	};
	let sheet = vault.keep_document(SUITE, &deed.document, filing)?;
	let anchor = Anchor {
		case: deed.case,
		class: deed.class,
		schema: None,
		suite: SUITE,
		commitment: H256(sheet.sealing.commitment.0),
		ciphertext: H256(sheet.ciphertext.0),
		size: sheet.step,
		locator: H256(sheet.locator.0),
		act_date: date,
		officer: deed.officer.clone(),
		seal,
		supersedes: deed.supersedes,
		derived_from,
	};
	Ok((sheet, anchor))
}

/// Anchor one document.
pub async fn anchor(context: &Context, deed: Deed) -> Result<Anchored> {
	context.ensure_signer()?;
	let vault = context.vault()?;
	let date = act_date(context, deed.act_date).await?;
	let (sheet, anchor) = prepare(&vault, &deed, date)?;
	let call = wire::call("Records", "anchor", (Box::new(anchor),));
	let mut report = Report::default();
	let sent = wire::send_into(context, call, &mut report).await;
	let mut numbered = filed(&vault, sent, &report, vec![sheet])?;
	let missing = || failure!("no-event", event = "Records.Anchored", field = "record");
	Ok(numbered.pop().ok_or_else(missing)?)
}

/// Anchor many documents by one signature: all of them, or none.
pub async fn anchor_all(context: &Context, deeds: Vec<Deed>) -> Result<Vec<Anchored>> {
	if deeds.len() > pallet_records::MAX_BATCH as usize {
		fail!("too-many", what = "records", most = pallet_records::MAX_BATCH);
	}
	let (vault, signer) = (context.vault()?, context.signer()?);
	let today = act_date(context, None).await?;
	let (mut sheets, mut report) = (Vec::new(), Report::default());
	let sent = async {
		let mut anchors = Vec::new();
		for deed in &deeds {
			let (sheet, anchor) = prepare(&vault, deed, deed.act_date.unwrap_or(today))?;
			sheets.push(sheet);
			anchors.push(anchor);
		}
		let signer = AccountId32::from(signer.account().0);
		check_batch(&context.best().await?, &signer, &anchors).await?;
		let call = wire::call("Records", "anchor_batch", (anchors,));
		wire::send_into(context, call, &mut report).await
	};
	let sent = sent.await;
	filed(&vault, sent, &report, sheets)
}

/// What was sent is filed by the numbers that the chain gave; what failed for good is destroyed, for
/// nothing refers to it.
fn filed(
	vault: &Vault,
	sent: Result<()>,
	report: &Report,
	sheets: Vec<RecordSheet>,
) -> Result<Vec<Anchored>> {
	match sent {
		Ok(()) => number_sheets(vault, report, sheets),
		Err(error) => {
			if !report.is_open() {
				sheets.iter().try_for_each(|sheet| vault.shred(sheet))?;
			}
			Err(error)
		},
	}
}

/// Refuse a batch that the chain would refuse, naming the entry.
async fn check_batch(at: &At, who: &AccountId32, anchors: &[Anchor<AccountId32>]) -> Result<()> {
	let checked: std::result::Result<(), pallet_records::BatchFault> =
		wire::ask(at, "RecordsApi", "check_batch", (who, anchors)).await?;
	let Err(fault) = checked else { return Ok(()) };
	let reason = wire::refusal(&fault.error, at);
	let entry = fault.entry.map_or_else(|| "-".into(), |entry| (entry + 1).to_string());
	Err(failure!("batch-refused", entry = entry, code = reason.code, reason = reason)
		.exit(crate::error::EXIT_REFUSED)
		.into())
}

/// Write the numbers that the chain gave into the sheets, by their commitments.
pub fn number_sheets(
	vault: &Vault,
	report: &Report,
	sheets: Vec<RecordSheet>,
) -> Result<Vec<Anchored>> {
	let events = report.included.iter().flat_map(|(included, _)| &included.events);
	let anchored: Vec<(String, u64)> = events
		.filter(|event| event.name == "Records.Anchored")
		.filter_map(|event| {
			let commitment = event.fields.pointer("/header/commitment")?.as_str()?.to_string();
			Some((commitment, event.fields.get("record")?.as_u64()?))
		})
		.collect();
	let mut list = Vec::new();
	for mut sheet in sheets {
		let commitment = sheet.sealing.commitment.to_string();
		let number = anchored.iter().find(|(found, _)| *found == commitment).map(|(_, id)| *id);
		if let Some(number) = number {
			sheet.record = Some(number);
			vault.number_record(&sheet.sealing.commitment.0, number)?;
		}
		list.push(Anchored { record: number.map(RecordId), sheet });
	}
	Ok(list)
}

/// A record as the chain knows it, with its history.
pub async fn detail(at: &At, record: RecordId) -> Result<RecordDetail<AccountId32>> {
	Ok(find(at, record).await?.ok_or_else(|| failure!("no-record", record = record.0))?)
}

/// [`detail`], if the chain has the record.
pub async fn find(at: &At, record: RecordId) -> Result<Option<RecordDetail<AccountId32>>> {
	wire::ask(at, "RecordsApi", "record", (record, Audience::Agency)).await
}

/// Records of a case that hold now; with `all` those that were replaced, sealed or destroyed too.
pub async fn records_of(at: &At, case: CaseId, all: bool) -> Result<Vec<RecordInfo<AccountId32>>> {
	let mut list = Vec::new();
	let mut from = 0u32;
	loop {
		let page: RecordPage<AccountId32> =
			wire::ask(at, "RecordsApi", "records_of", (case, from, PAGE, all, Audience::Agency))
				.await?;
		list.extend(page.records);
		match page.next {
			Some(next) => from = next,
			None => return Ok(list),
		}
	}
}

/// Checks that wait for a draw or an answer.
pub async fn open_rechecks(at: &At) -> Result<Vec<(RecheckId, Recheck)>> {
	let mut list: Vec<(RecheckId, Recheck)> = Vec::new();
	loop {
		let from = RecheckId(list.last().map_or(0, |(id, _)| id.0.saturating_add(1)));
		let page: Vec<(RecheckId, Recheck)> =
			wire::ask(at, "RecordsApi", "open_rechecks", (from, PAGE)).await?;
		let full = page.len() == PAGE as usize;
		list.extend(page);
		if !full {
			return Ok(list);
		}
	}
}

/// A check with its outcome.
pub async fn recheck(at: &At, id: RecheckId) -> Result<Recheck> {
	let recheck: Option<Recheck> = wire::ask(at, "RecordsApi", "recheck", (id,)).await?;
	Ok(recheck.ok_or_else(|| failure!("no-recheck", recheck = id.0))?)
}

/// A record as a row.
pub fn row(info: &RecordInfo<AccountId32>) -> Record {
	let header = &info.header;
	let class = coded::name_of_class(header.class);
	Record::new()
		.put("record", info.id.0)
		.term("class", "record-class", &class)
		.put("actDate", time::date(header.act_date))
		.moment("entered", header.entered)
		.put("author", header.author.member.0)
		.maybe("unit", header.author.unit.map(|unit| unit.0))
		.term("status", "record-status", &header.status)
		.maybe("supersededBy", header.superseded_by.map(|record| record.0))
		.flag("sourceCorrected", header.source_corrected)
}

/// What a comparison with the chain came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
	/// Compared, and the same.
	Same,
	/// Compared, and different.
	Different,
	/// Not compared: what it takes is not here.
	NotCompared,
}

impl Agreement {
	/// Its name.
	pub const fn name(self) -> &'static str {
		match self {
			Self::Same => "same",
			Self::Different => "different",
			Self::NotCompared => "not-compared",
		}
	}

	fn of(same: bool) -> Self {
		if same {
			Self::Same
		} else {
			Self::Different
		}
	}
}

/// What the chain says of a file.
#[derive(Clone, Debug)]
pub struct Verdict {
	/// The record that it was compared with.
	pub record: RecordId,
	/// Whether the file is the ciphertext; otherwise it is the document in plain.
	pub is_ciphertext: bool,
	/// Whether the hash of the ciphertext is the chain's.
	pub ciphertext: Agreement,
	/// Whether the commitment over kind, provenance and document is the chain's.
	pub commitment: Agreement,
	/// As the chain knows it.
	pub header: Header<AccountId32>,
}

impl Verdict {
	/// Whether the file is what was anchored, and a decision may rest on it.
	pub fn holds(&self) -> bool {
		self.is_same() && self.header.status.is_evidence()
	}

	/// Whether the file is what was anchored.
	pub fn is_same(&self) -> bool {
		let parts = [self.ciphertext, self.commitment];
		parts.contains(&Agreement::Same) && !parts.contains(&Agreement::Different)
	}
}

/// The sheet of a record, if the vault has it: by the commitment that this chain has of it. A sheet that
/// did not know its number learns it.
pub async fn sheet(context: &Context, record: RecordId) -> Result<Option<RecordSheet>> {
	let header = detail(&context.best().await?, record).await?.info.header;
	sheet_of(&context.vault()?, record, &header)
}

fn sheet_of(
	vault: &Vault,
	record: RecordId,
	header: &Header<AccountId32>,
) -> Result<Option<RecordSheet>> {
	let mut sheet = vault.record(&header.commitment.0)?;
	if let Some(sheet) = sheet.as_mut().filter(|sheet| sheet.record != Some(record.0)) {
		vault.number_record(&header.commitment.0, record.0)?;
		sheet.record = Some(record.0);
	}
	Ok(sheet)
}

/// What this chain knows of the record of a sheet: its number may be that of another chain, or missing.
async fn record_of(at: &At, sheet: &RecordSheet) -> Result<Option<RecordInfo<AccountId32>>> {
	let is_it =
		|info: &RecordInfo<AccountId32>| info.header.commitment.0 == sheet.sealing.commitment.0;
	if let Some(number) = sheet.record {
		let numbered = find(at, RecordId(number)).await?.map(|detail| detail.info);
		if let Some(info) = numbered.filter(is_it) {
			return Ok(Some(info));
		}
	}
	Ok(records_of(at, sheet.case.0, true).await?.into_iter().find(is_it))
}

/// Compare a file, in plain or encrypted, with what the chain knows of `record`, or of the record whose
/// sheet in the vault says that it is this file: of several the one on which a decision may rest, and
/// the latest.
pub async fn verify(context: &Context, file: &[u8], record: Option<RecordId>) -> Result<Verdict> {
	let vault = context.vault()?;
	let at = context.best().await?;
	let hash = commit::hash(SUITE, file)?;
	let (record, header) = match record {
		Some(record) => (record, detail(&at, record).await?.info.header),
		None => {
			let of_file =
				|sheet: &RecordSheet| sheet.ciphertext.0 == hash || sheet.document() == Some(hash);
			let mut found = Vec::new();
			for sheet in vault.records()?.iter().filter(|sheet| of_file(sheet)) {
				found.extend(record_of(&at, sheet).await?);
			}
			let best =
				found.into_iter().max_by_key(|info| (info.header.status.is_evidence(), info.id));
			let best = best.ok_or_else(|| failure!("no-record-of-file", hash = hex(hash)))?;
			(best.id, best.header)
		},
	};
	let sheet = sheet_of(&vault, record, &header)?;
	compare(record, header, sheet.as_ref(), &hash)
}

/// Compare the hash of a file with a header, with the help of the sheet where it is here.
fn compare(
	record: RecordId,
	header: Header<AccountId32>,
	sheet: Option<&RecordSheet>,
	hash: &[u8; 32],
) -> Result<Verdict> {
	let same_ciphertext = header.ciphertext.0 == *hash;
	let is_ciphertext = same_ciphertext || sheet.is_some_and(|sheet| sheet.ciphertext.0 == *hash);
	let (ciphertext, commitment) = match sheet {
		_ if is_ciphertext => (Agreement::of(same_ciphertext), Agreement::NotCompared),
		Some(sheet) => {
			let committed = sheet.document() == Some(*hash)
				&& sheet.sealing.holds()?
				&& sheet.sealing.commitment.0 == header.commitment.0;
			let ciphertext = Agreement::of(sheet.ciphertext.0 == header.ciphertext.0);
			(ciphertext, Agreement::of(committed))
		},
		// Without salt nobody can tell whether a document is the one; a ciphertext it is not.
		None => (Agreement::NotCompared, Agreement::NotCompared),
	};
	Ok(Verdict { record, is_ciphertext, ciphertext, commitment, header })
}

/// A record to rest an act on: its number, or a file that is anchored first as one of `class`.
pub async fn evidence(
	context: &Context,
	case: CaseId,
	class: ClassId,
	kind: &str,
	date: Option<LegalDate>,
	text: &str,
) -> Result<RecordId> {
	let Some(path) = file(text) else {
		return Ok(RecordId(text.parse()?));
	};
	let document = read(path)?;
	let deed = Deed {
		case,
		class,
		kind: kind.into(),
		document,
		act_date: date,
		provenance: Provenance::default(),
		officer: None,
		seal: None,
		supersedes: None,
		derived_from: Vec::new(),
	};
	let anchored = anchor(context, deed).await?;
	let record = anchored.record.ok_or_else(|| failure!("not-anchored", path = text))?;
	let commitment = anchored.sheet.sealing.commitment;
	context.out.line(crate::say!("record.anchored", record = record.0, commitment = commitment));
	Ok(record)
}

/// The file that is named as evidence; `None` where it is the number of a record.
pub fn file(text: &str) -> Option<&Path> {
	text.parse::<u64>().is_err().then(|| Path::new(text))
}

/// An account of this client's as the pallets write it.
pub fn account(text: &str) -> Result<AccountId32> {
	Ok(AccountId32::from(keys::account(text)?.0))
}
