//! The sheet of a case: shown, handed over, taken over.

use super::show;
use crate::{
	casework::{cases, handles, records},
	context::Context,
	fail,
	output::Record,
	say,
	vault::sheets::{self, CaseSheet, Handle},
};
use anyhow::Result;
use clap::Args;
use shejiao_primitives::case::CaseId;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub struct Sheet {
	case: String,
	/// Write what another agency of the case needs of it: the person, with the salt that proves it
	#[arg(long, conflicts_with = "add")]
	out: Option<PathBuf>,
	/// Keep a sheet that another agency handed over, if the chain's commitment proves it
	#[arg(long)]
	add: Option<PathBuf>,
}

/// Run the command.
pub async fn run(context: &Context, command: Sheet) -> Result<()> {
	let case = handles::resolve(context, &command.case).await?;
	match (command.out, command.add) {
		(Some(file), _) => hand_over(context, case, &file),
		(None, Some(file)) => take_over(context, case, &file).await,
		(None, None) => shown(context, case),
	}
}

/// The sheet on the terminal, where the officer asked for it.
fn shown(context: &Context, case: CaseId) -> Result<()> {
	let sheet = context.vault()?.sheet(case)?;
	for sealing in &sheet.sealings {
		if !sealing.holds()? {
			fail!("sealing-broken", commitment = sealing.commitment);
		}
	}
	let head = show::person(Record::new().put("case", Handle(case)), &sheet);
	let sealings = sheet.sealings.iter().map(show::sealing).collect();
	context.out.whole(head, vec![("sealings", sealings)]);
	Ok(())
}

fn hand_over(context: &Context, case: CaseId, file: &Path) -> Result<()> {
	let sheet = context.vault()?.sheet(case)?.handed_over()?;
	crate::vault::create_private(file, &serde_json::to_vec_pretty(&sheet)?)?;
	let record = Record::new().put("case", Handle(case));
	context.out.show(record.put("file", file.display().to_string()));
	context.out.line(say!("case.sheet-written"));
	Ok(())
}

async fn take_over(context: &Context, case: CaseId, file: &Path) -> Result<()> {
	let vault = context.vault()?;
	if vault.case(case)?.is_some() {
		fail!("sheet-here", case = Handle(case));
	}
	let sheet: CaseSheet = sheets::parse(file, &records::read(file)?)?;
	let identity = cases::header(&context.best().await?, case).await?.identity;
	if !sheet.is_of(identity.suite, &identity.hash.0)? {
		fail!("sheet-of-another", path = file.display(), case = Handle(case));
	}
	// What nothing on the chain proves is left out, whatever the file has.
	let sheet = vault.adopt(sheet.handed_over()?, case)?;
	context.out.show(show::person(Record::new().put("case", Handle(case)), &sheet));
	context.out.line(say!("case.sheet-kept"));
	Ok(())
}
