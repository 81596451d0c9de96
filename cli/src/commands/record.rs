//! Records: anchored, vouched for, disputed, compared with files.

pub mod batch;
pub mod device;

use crate::{
	casework::{address, handles, records, said, wire},
	client::hex,
	coded,
	context::Context,
	fail, failure,
	output::Record,
	say, time,
	vault::sheets::{Handle, Provenance},
	words,
};
use anyhow::Result;
use clap::{Args, Subcommand, ValueEnum};
use pallet_records::{ClassInfo, RecheckId, Settlement};
use shejiao_primitives::{
	ids::{MemberId, UnitId},
	record::{ClassId, RecordId, RecordStatus},
	time::LegalDate,
};
use std::path::{Path, PathBuf};

#[derive(Subcommand)]
pub enum Command {
	/// Encrypt a document into the vault and anchor it
	Anchor(Box<Anchor>),
	/// Anchor the documents of a list by one signature, all or none
	Batch {
		/// The list: YAML or JSON
		list: PathBuf,
	},
	/// Replace a record of one's own by a corrected document
	Supersede {
		record: u64,
		file: PathBuf,
		#[command(flatten)]
		how: How,
	},
	/// Vouch for a record of another agency
	Attest { record: u64 },
	/// Dispute a record
	Dispute {
		record: u64,
		/// Number of the record that gives the reasons
		#[arg(long)]
		reasons: u64,
	},
	/// End a dispute: stands, refuted or withdrawn
	Settle {
		record: u64,
		#[arg(value_parser = coded::coded::<Settlement>)]
		how: Settlement,
		/// Number of the record of the review
		#[arg(long)]
		evidence: Option<u64>,
	},
	/// Seal a record: kept as evidence, out of every default view
	Seal {
		record: u64,
		/// Number of the record of the decision
		#[arg(long)]
		basis: u64,
	},
	/// Unseal a record
	Unseal {
		record: u64,
		#[arg(long)]
		basis: u64,
	},
	/// Freeze a record whose retention has run out
	Freeze { record: u64 },
	/// Destroy what may be destroyed: proposed by one officer, confirmed by another
	#[command(subcommand)]
	Shred(Shred),
	/// Note that a record rests on an earlier one
	RestsOn { record: u64, source: u64 },
	/// Records of a case
	List {
		case: String,
		/// Those too that were replaced, sealed or destroyed
		#[arg(long)]
		all: bool,
	},
	/// A record with its history
	Show { record: u64 },
	/// The document of a record, decrypted into a file of its own
	Open {
		record: u64,
		/// Where; must not exist
		#[arg(long)]
		out: PathBuf,
	},
	/// Compare a file with the chain: the document or its ciphertext
	Verify {
		file: PathBuf,
		/// The record that it should be; by its content in the vault by default
		#[arg(long)]
		record: Option<u64>,
	},
	/// Classes of records, with their rules
	Classes,
	/// Anchor all readings of an office's devices of a day under one root
	DeviceRoot(device::Root),
	/// Random checks of what an office anchored on a day
	#[command(subcommand)]
	Recheck(Recheck),
}

#[derive(Args)]
pub struct Anchor {
	file: PathBuf,
	#[arg(long)]
	case: String,
	/// Coarse class: its name or number
	#[arg(long, value_parser = coded::class)]
	class: ClassId,
	/// Exact kind of the document; it is sealed
	#[arg(long)]
	kind: String,
	#[command(flatten)]
	how: How,
	/// The officer liable for the act, if another than the one that signs
	#[arg(long)]
	officer: Option<String>,
	/// Numbers of the records that it rests on, joined by commas
	#[arg(long, value_delimiter = ',')]
	from: Vec<u64>,
}

/// When and how a document came to be.
#[derive(Args, Clone, Debug)]
pub struct How {
	/// Day of the act; today by default
	#[arg(long, value_parser = coded::date)]
	date: Option<LegalDate>,
	/// When it was captured
	#[arg(long)]
	captured: Option<String>,
	/// By which device
	#[arg(long)]
	device: Option<String>,
	/// By which method: scanned, photographed, received, computed
	#[arg(long)]
	method: Option<String>,
	/// By whom; - reads it from standard input
	#[arg(long)]
	operator: Option<String>,
	/// In whose presence; - reads it from standard input
	#[arg(long)]
	witness: Option<String>,
	/// The agency's seal over the commitment, in hex
	#[arg(long, value_parser = coded::hex_bytes)]
	seal: Option<coded::Hex>,
}

impl How {
	fn provenance(&self) -> Result<Provenance> {
		let person = |text: &Option<String>| text.as_deref().map(said).transpose();
		Ok(Provenance {
			captured: self.captured.clone(),
			device: self.device.clone(),
			method: self.method.clone(),
			operator: person(&self.operator)?,
			witness: person(&self.witness)?,
		})
	}
}

#[derive(Subcommand)]
pub enum Shred {
	/// Propose it, upon appraisal and approved list
	Propose {
		record: u64,
		/// Number of the record of the list
		#[arg(long)]
		basis: u64,
	},
	/// Confirm what another officer proposed; the vault forgets it too
	Confirm { record: u64 },
	/// Drop a proposal
	Withdraw { record: u64 },
}

#[derive(Subcommand)]
pub enum Recheck {
	/// Checks that wait for a draw or an answer: of one's own agency, or asked for by it
	List {
		/// Of every agency
		#[arg(long)]
		all: bool,
	},
	/// A check with its outcome
	Show { recheck: u32 },
	/// Ask for a check of what an office anchored on a day
	Request {
		/// The member
		member: u32,
		/// Its unit
		#[arg(long)]
		unit: Option<u32>,
		#[arg(long, value_parser = coded::date)]
		day: LegalDate,
		/// Which part of the day's anchors
		#[arg(long, default_value_t = 0)]
		part: u32,
	},
	/// Say whether the original is what was anchored
	Answer {
		recheck: u32,
		/// matches or differs
		outcome: Found,
	},
}

/// What a check found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Found {
	/// The original is what was anchored
	Matches,
	/// It is not
	Differs,
}

const PALLET: &str = "Records";

/// Classes asked for at once.
const CLASSES_AT_ONCE: u32 = 64;

/// Run a command.
pub async fn run(command: Command, context: &Context) -> Result<()> {
	let call = match command {
		Command::Anchor(command) => return anchor(context, *command).await,
		Command::Batch { list } => return batch::run(context, &list).await,
		Command::Supersede { record, file, how } => {
			return supersede(context, RecordId(record), &file, how).await;
		},
		Command::List { case, all } => return list(context, &case, all).await,
		Command::Show { record } => return show(context, RecordId(record)).await,
		Command::Open { record, out } => return open(context, record, &out).await,
		Command::Verify { file, record } => return verify(context, &file, record).await,
		Command::Classes => return classes(context).await,
		Command::DeviceRoot(command) => return device::run(context, command).await,
		Command::Shred(Shred::Confirm { record }) => return shred(context, record).await,
		Command::Attest { record } => wire::call(PALLET, "attest", (RecordId(record),)),
		Command::Dispute { record, reasons } => {
			wire::call(PALLET, "dispute", (RecordId(record), RecordId(reasons)))
		},
		Command::Settle { record, how, evidence } => {
			wire::call(PALLET, "settle", (RecordId(record), how, evidence.map(RecordId)))
		},
		Command::Seal { record, basis } => {
			wire::call(PALLET, "seal_record", (RecordId(record), RecordId(basis)))
		},
		Command::Unseal { record, basis } => {
			wire::call(PALLET, "unseal_record", (RecordId(record), RecordId(basis)))
		},
		Command::Freeze { record } => wire::call(PALLET, "freeze", (RecordId(record),)),
		Command::Shred(Shred::Propose { record, basis }) => {
			wire::call(PALLET, "propose_shred", (RecordId(record), RecordId(basis)))
		},
		Command::Shred(Shred::Withdraw { record }) => {
			wire::call(PALLET, "withdraw_shred", (RecordId(record),))
		},
		Command::RestsOn { record, source } => {
			wire::call(PALLET, "add_lineage", (RecordId(record), RecordId(source)))
		},
		Command::Recheck(Recheck::List { all }) => return rechecks(context, all).await,
		Command::Recheck(Recheck::Show { recheck }) => {
			let id = RecheckId(recheck);
			let found = records::recheck(&context.best().await?, id).await?;
			context.out.show(recheck_row(id, &found));
			return Ok(());
		},
		Command::Recheck(Recheck::Request { member, unit, day, part }) => {
			let office =
				pallet_records::Office { member: MemberId(member), unit: unit.map(UnitId) };
			wire::call(PALLET, "request_recheck", (office, day, part))
		},
		Command::Recheck(Recheck::Answer { recheck, outcome }) => {
			let matches = outcome == Found::Matches;
			wire::call(PALLET, "answer_recheck", (RecheckId(recheck), matches))
		},
	};
	let report = wire::send(context, call).await?;
	if let Some(recheck) = report.field("Records.RecheckRequested", "recheck") {
		context.out.line(say!("record.recheck", recheck = recheck));
	}
	Ok(())
}

async fn rechecks(context: &Context, all: bool) -> Result<()> {
	let at = context.best().await?;
	let mut list = records::open_rechecks(&at).await?;
	if !all {
		let member = handles::member(context, &at).await?;
		list.retain(|(_, recheck)| recheck.office.member == member || recheck.by == member);
	}
	context.out.list(list.iter().map(|(id, recheck)| recheck_row(*id, recheck)).collect());
	Ok(())
}

fn recheck_row(id: RecheckId, recheck: &pallet_records::Recheck) -> Record {
	Record::new()
		.put("number", id.0)
		.put("author", recheck.office.member.0)
		.maybe("unit", recheck.office.unit.map(|unit| unit.0))
		.put("day", time::date(recheck.day))
		.put("askedBy", recheck.by.0)
		.maybe("record", recheck.drawn.map(|drawn| drawn.record.0))
		.maybe("due", recheck.drawn.map(|drawn| time::date(drawn.due)))
		.maybe_term("outcome", "recheck-outcome", recheck.outcome.as_ref())
}

async fn anchor(context: &Context, command: Anchor) -> Result<()> {
	let deed = records::Deed {
		case: handles::resolve(context, &command.case).await?,
		class: command.class,
		kind: command.kind,
		document: records::read(&command.file)?,
		act_date: command.how.date,
		provenance: command.how.provenance()?,
		officer: command.officer.as_deref().map(records::account).transpose()?,
		seal: command.how.seal.map(|seal| seal.0),
		supersedes: None,
		derived_from: command.from.into_iter().map(RecordId).collect(),
	};
	told(context, &records::anchor(context, deed).await?);
	Ok(())
}

async fn supersede(context: &Context, record: RecordId, file: &Path, how: How) -> Result<()> {
	let header = records::detail(&context.best().await?, record).await?.info.header;
	let vault = context.vault()?;
	let old = vault.record(&header.commitment.0)?;
	let kind = old.and_then(|sheet| sheet.sealing.value.get("kind").cloned());
	let deed = records::Deed {
		case: header.case,
		class: header.class,
		kind: kind.ok_or_else(|| failure!("no-record-sheet", record = record.0))?,
		document: records::read(file)?,
		act_date: how.date.or(Some(header.act_date)),
		provenance: how.provenance()?,
		officer: None,
		seal: how.seal.map(|seal| seal.0),
		supersedes: Some(record),
		derived_from: header.derived_from.into_inner(),
	};
	told(context, &records::anchor(context, deed).await?);
	Ok(())
}

/// Name the number that the chain gave.
fn told(context: &Context, anchored: &records::Anchored) {
	if let Some(record) = anchored.record {
		let commitment = anchored.sheet.sealing.commitment;
		context.out.line(say!("record.anchored", record = record.0, commitment = commitment));
	}
}

async fn list(context: &Context, case: &str, all: bool) -> Result<()> {
	let case = handles::resolve(context, case).await?;
	let at = context.best().await?;
	let vault = context.vault()?;
	let mut rows = Vec::new();
	for info in records::records_of(&at, case, all).await? {
		let sheet = vault.record(&info.header.commitment.0)?;
		let kind = sheet.and_then(|sheet| sheet.sealing.value.get("kind").cloned());
		rows.push(records::row(&info).maybe("sealedKind", kind));
	}
	context.out.list(rows);
	Ok(())
}

async fn show(context: &Context, record: RecordId) -> Result<()> {
	let at = context.best().await?;
	let chain = context.chain().await?;
	let detail = records::detail(&at, record).await?;
	let header = &detail.info.header;
	let sheet = context.vault()?.record(&header.commitment.0)?;
	let kind = sheet.as_ref().and_then(|sheet| sheet.sealing.value.get("kind").cloned());
	let list = |ids: &[RecordId]| {
		ids.iter().map(|record| record.0.to_string()).collect::<Vec<_>>().join(", ")
	};
	let shown = records::row(&detail.info)
		.put("case", Handle(header.case))
		.term("suite", "suite", &header.suite)
		.put("commitment", hex(header.commitment))
		.put("ciphertext", hex(header.ciphertext))
		.put("sizeKib", 1u32 << header.size)
		.put("locator", hex(header.locator))
		.put("officer", address(chain, &header.officer))
		.maybe("enteredBy", header.entered_by.as_ref().map(|who| address(chain, who)))
		.maybe("supersedes", header.supersedes.map(|record| record.0))
		.put("derivedFrom", list(&header.derived_from))
		.put("attestations", detail.attestations.len() as u64)
		.maybe("disputedBy", detail.dispute.as_ref().map(|dispute| address(chain, &dispute.by)))
		.flag("shredProposed", detail.shred.is_some())
		.put("dependants", detail.dependants)
		.maybe("sealedKind", kind);
	let history = detail.history.iter().map(|(since, status)| {
		Record::new().moment("since", *since).term("status", "record-status", status)
	});
	context.out.whole(shown, vec![("history", history.collect())]);
	Ok(())
}

/// The document in plain, into a file that did not exist and that its owner alone can read.
async fn open(context: &Context, record: u64, out: &Path) -> Result<()> {
	if out.exists() {
		fail!("file-exists", path = out.display());
	}
	let sheet = records::sheet(context, RecordId(record)).await?;
	let sheet = sheet.ok_or_else(|| failure!("no-record-sheet", record = record))?;
	let document = context.vault()?.document(&sheet)?;
	crate::vault::create_private(out, &document)?;
	context.out.show(
		Record::new()
			.put("record", record)
			.put("file", out.display().to_string())
			.put("bytes", document.len() as u64),
	);
	Ok(())
}

async fn verify(context: &Context, file: &Path, record: Option<u64>) -> Result<()> {
	let bytes = records::read(file)?;
	let verdict = records::verify(context, &bytes, record.map(RecordId)).await?;
	let header = &verdict.header;
	context.out.show(
		Record::new()
			.put("record", verdict.record.0)
			.flag("isCiphertext", verdict.is_ciphertext)
			.term("ciphertextAgrees", "agreement", &verdict.ciphertext.name())
			.term("commitmentAgrees", "agreement", &verdict.commitment.name())
			.term("status", "record-status", &header.status)
			.put("actDate", time::date(header.act_date))
			.moment("entered", header.entered)
			.flag("holds", verdict.holds()),
	);
	let status = words::term("record-status", &header.status);
	let date = time::date(header.act_date);
	let number = verdict.record.0;
	if !verdict.is_same() {
		let why = match verdict.commitment == records::Agreement::NotCompared
			&& verdict.ciphertext == records::Agreement::NotCompared
		{
			true => "not-comparable",
			false => "file-differs",
		};
		return Err(match why {
			"not-comparable" => failure!("not-comparable", record = number),
			_ => failure!("file-differs", record = number),
		}
		.into());
	}
	context.out.line(match verdict.holds() {
		true => say!("record.holds", record = number, date = date, status = status),
		false => say!("record.holds-not", record = number, date = date, status = status),
	});
	Ok(())
}

async fn classes(context: &Context) -> Result<()> {
	let at = context.best().await?;
	let mut classes: Vec<ClassInfo> = Vec::new();
	loop {
		let from = ClassId(classes.last().map_or(0, |info| info.id.0.saturating_add(1)));
		let page: Vec<ClassInfo> =
			wire::ask(&at, "RecordsApi", "classes", (from, CLASSES_AT_ONCE)).await?;
		let full = page.len() == CLASSES_AT_ONCE as usize;
		classes.extend(page);
		if !full {
			break;
		}
	}
	let rows = classes
		.iter()
		.map(|info| {
			let name = coded::name_of_class(info.id);
			let rule = &info.class;
			Record::new()
				.put("class", info.id.0)
				.term("name", "record-class", &name)
				.term("source", "record-source", &kebab(&rule.source))
				.term("trust", "trust-rule", &kebab(&rule.trust))
				.term("retention", "retention", &kebab(&rule.retention))
				.put("schemas", rule.schemas.len() as u64)
				.flag("hiddenFromPerson", rule.hidden_from_person)
				.flag("retired", info.retired)
		})
		.collect();
	context.out.list(rows);
	Ok(())
}

/// The name of a variant, whatever its fields.
fn kebab(value: &impl serde::Serialize) -> String {
	match serde_json::to_value(value) {
		Ok(serde_json::Value::String(name)) => name,
		Ok(serde_json::Value::Object(fields)) => fields.keys().next().cloned().unwrap_or_default(),
		_ => String::new(),
	}
}

/// Confirm a destruction; what the vault has of the record is destroyed once that is final, by another
/// run of the command where this one does not wait for it.
async fn shred(context: &Context, record: u64) -> Result<()> {
	let id = RecordId(record);
	let sheet = records::sheet(context, id).await?;
	let last = records::find(&context.chain().await?.finalized().await?, id).await?;
	let is_shredded =
		last.is_some_and(|detail| detail.info.header.status == RecordStatus::Shredded);
	if !is_shredded {
		let report = wire::send(context, wire::call(PALLET, "confirm_shred", (id,))).await?;
		if report.finalized.is_none() {
			context.out.line(say!("record.not-shredded-here"));
			return Ok(());
		}
	}
	match sheet {
		Some(sheet) => {
			context.vault()?.shred(&sheet)?;
			context.out.line(say!("record.shredded", record = record));
		},
		None => context.out.line(say!("record.nothing-here", record = record)),
	}
	Ok(())
}
