//! The case file, as a library: what the commands and the scenario runner do with cases, records,
//! clocks, documents and alerts. Functions take typed arguments and give typed reports.

pub mod alerts;
pub mod cases;
pub mod clocks;
pub mod documents;
pub mod handles;
pub mod import;
pub mod parties;
pub mod records;
pub mod table;
pub mod today;
pub mod wire;

use crate::{client::At, context::Context, fail, failure};
use anyhow::Result;
use shejiao_primitives::time::{LegalClock, LegalDate, Moment};
use std::sync::atomic::{AtomicBool, Ordering};
use subxt::utils::Static;

/// The chain's moment and how it counts days.
pub async fn now(at: &At) -> Result<(Moment, LegalClock)> {
	let clock =
		at.runtime_apis().call(crate::chain::runtime_apis().legal_time_api().clock()).await?;
	let clock: Static<LegalClock> = clock;
	Ok((crate::commands::time::or_now(at, None).await?, *clock))
}

/// The day of an act: the one given, or today.
pub async fn act_date(context: &Context, date: Option<LegalDate>) -> Result<LegalDate> {
	match date {
		Some(date) => Ok(date),
		None => {
			let (now, clock) = now(&context.best().await?).await?;
			Ok(clock.date(now))
		},
	}
}

/// What somebody said: the argument, or for `-` what comes on standard input, so that nothing personal
/// need stand in a command line. Standard input has one text alone.
pub fn said(text: &str) -> Result<String> {
	static IS_READ: AtomicBool = AtomicBool::new(false);
	let said = match text {
		"-" if IS_READ.swap(true, Ordering::SeqCst) => fail!("said-twice"),
		"-" => std::io::read_to_string(std::io::stdin())
			.map_err(|e| failure!("file-not-read", path = "-", reason = e))?,
		_ => text.into(),
	};
	match said.trim() {
		"" => fail!("nothing-said"),
		said => Ok(said.into()),
	}
}

/// The address of an account as the pallets write it.
pub fn address(chain: &crate::client::Chain, account: &sp_core::crypto::AccountId32) -> String {
	chain.address(&subxt::utils::AccountId32((*account).clone().into()))
}
