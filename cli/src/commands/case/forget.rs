//! A case forgotten in the vault.

use crate::{
	casework::{cases, handles, records},
	context::Context,
	fail, failure,
	output::Record,
	say,
	vault::sheets::Handle,
	words,
};
use anyhow::Result;
use clap::Args;
use shejiao_primitives::case::Stage;

/// Destroy what the vault has of a case: its sheet, salts, keys and ciphertexts.
#[derive(Args)]
pub struct Forget {
	case: String,
	/// The whole handle again: what is destroyed does not come back
	#[arg(long)]
	confirm: Option<String>,
	/// Though the case is not archived
	#[arg(long)]
	live: bool,
}

/// Run the command.
pub async fn run(context: &Context, command: Forget) -> Result<()> {
	let case = handles::resolve(context, &command.case).await?;
	let handle = Handle(case);
	let vault = context.vault()?;
	let holding = vault.holding(case)?;
	if holding.is_empty() {
		fail!("nothing-of-case", vault = vault.root().display(), case = handle);
	}
	let at = context.best().await?;
	let stage = cases::find(&at, case).await?.map(|header| header.facts.stage);
	let mut standing = 0u64;
	for info in records::records_of(&at, case, false).await? {
		let here = |sheet: &crate::vault::sheets::RecordSheet| {
			sheet.sealing.commitment.0 == info.header.commitment.0
		};
		standing += u64::from(holding.records.iter().any(here));
	}
	let refused = match stage.filter(|_| !allowed(&command, stage)) {
		Some(stage) => {
			let stage = words::term("stage", &stage);
			Some(failure!("case-lives", case = handle, stage = stage))
		},
		None if confirmed(&command, handle) => None,
		None => {
			let given = command.confirm.as_deref().unwrap_or("-");
			Some(failure!("not-confirmed", given = given, case = handle))
		},
	};
	if refused.is_none() {
		vault.forget(case)?;
	}
	context.out.show(
		Record::new()
			.put("case", handle)
			.maybe_term("stage", "stage", stage.as_ref())
			.flag("sheetHere", holding.sheet)
			.put("recordsHere", holding.records.len() as u64)
			.put("standingOnChain", standing)
			.put("sealedApart", holding.sealings.len() as u64)
			.put("readingsHere", holding.readings.len() as u64)
			.flag("destroyed", refused.is_none()),
	);
	if let Some(refused) = refused {
		return Err(refused.into());
	}
	context.out.line(say!("case.forgotten", case = handle));
	Ok(())
}

/// Whether the stage lets a case be forgotten: one that the chain does not know has none.
fn allowed(command: &Forget, stage: Option<Stage>) -> bool {
	command.live || stage.is_none_or(|stage| stage == Stage::Archived)
}

/// Whether the whole handle was typed again.
fn confirmed(command: &Forget, handle: Handle) -> bool {
	command.confirm.as_deref().and_then(Handle::parse) == Some(handle)
}

#[cfg(test)]
mod tests {
	use super::*;
	use shejiao_primitives::case::CaseId;

	fn command(confirm: Option<&str>, live: bool) -> Forget {
		Forget { case: "abab".into(), confirm: confirm.map(String::from), live }
	}

	#[test]
	fn the_whole_handle_is_typed_again() {
		let handle = Handle(CaseId([0xab; 16]));
		let whole = handle.to_string();
		assert!(confirmed(&command(Some(&whole), false), handle));
		let other = Handle(CaseId([0xac; 16])).to_string();
		for wrong in [None, Some("abab"), Some("yes"), Some(""), Some(other.as_str())] {
			assert!(!confirmed(&command(wrong, true), handle), "{wrong:?}");
		}
	}

	#[test]
	fn a_case_that_is_not_archived_is_forgotten_on_demand_alone() {
		let open = [
			Stage::PreDecision,
			Stage::AwaitingReception,
			Stage::Open,
			Stage::Ended,
			Stage::AfterCare,
		];
		for stage in open {
			assert!(!allowed(&command(None, false), Some(stage)));
			assert!(allowed(&command(None, true), Some(stage)));
		}
		assert!(allowed(&command(None, false), Some(Stage::Archived)));
		assert!(allowed(&command(None, false), None), "unknown to the chain");
	}
}
