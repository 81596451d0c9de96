//! Running cases taken over from a table.

use crate::{
	casework::{
		import::{
			self, known,
			progress::{self, Progress},
		},
		records,
	},
	context::Context,
	failure,
	output::Record,
	say,
};
use anyhow::Result;
use clap::Args;
use sp_core::crypto::AccountId32;
use std::path::PathBuf;

#[derive(Args)]
pub struct Import {
	/// The table: comma-separated values, one row per case; docs/import.md names the columns
	file: PathBuf,
	/// Check everything, here and against the chain; send nothing and keep nothing
	#[arg(long)]
	dry_run: bool,
}

/// Run the command.
pub async fn run(command: Import, context: &Context) -> Result<()> {
	let text = records::read(&command.file)?;
	let at = context.best().await?;
	let who = AccountId32::from(context.signer()?.account().0);
	import::demand(&at, &who).await?;
	let (rows, mut faults) = import::prepare(&text)?;
	let vault = context.vault()?;
	let alone = (!command.dry_run).then(|| vault.lock_imports()).transpose()?;
	if alone.is_some() {
		progress::recover(context, &vault).await?;
	}
	let hash = progress::hash(&text)?;
	let before: Progress = vault.import(&hash)?.unwrap_or_default();
	// What an earlier run has taken over is there already, and no fault.
	let left: Vec<_> =
		rows.iter().filter(|row| !before.rows.contains_key(&row.line)).cloned().collect();
	let at = context.best().await?;
	faults.extend(known::check(&at, &vault, &left).await?);
	faults.extend(import::check(&at, &who, &left, import::bound(&at).await?).await?);
	faults.sort();
	if !faults.is_empty() {
		let count = faults.len();
		let listed = faults.into_iter().map(|fault| {
			Record::new()
				.put("line", fault.line)
				.put("column", fault.column)
				.put("fault", fault.what)
		});
		context.out.list(listed.collect());
		return Err(failure!("import-faults", count = count).into());
	}
	if command.dry_run {
		context.out.show(
			Record::new()
				.put("rows", rows.len() as u64)
				.put("doneBefore", before.done() as u64)
				.put("faults", 0),
		);
		context.out.line(say!("import.dry-run"));
		return Ok(());
	}
	let imported = progress::run(context, &vault, &hash, &left).await?;
	context.out.show(
		Record::new()
			.put("rows", rows.len() as u64)
			.put("doneBefore", before.done() as u64)
			.put("doneRows", imported.done as u64)
			.put("leftRows", rows.len().saturating_sub(imported.done) as u64),
	);
	match imported.stopped {
		None => Ok(()),
		Some((first, last, mut failure)) => {
			let what = &failure.what;
			failure.what = match imported.is_open {
				true => say!("import.unknown", first = first, last = last, what = what),
				false => say!("import.stopped", first = first, last = last, what = what),
			};
			Err(failure.into())
		},
	}
}
