//! Representatives of the person of a case: a fresh key for each.

use crate::{
	casework::{cases, handles, records, said, wire},
	coded,
	context::Context,
	output::Record,
	time,
	vault::{
		commit::{Fields, Purpose},
		sheets::Handle,
	},
};
use anyhow::Result;
use clap::Subcommand;
use pallet_representatives::{Kind, Listed};
use shejiao_primitives::{
	reason::Reason,
	record::{classes, RecordId},
	time::LegalDate,
};
use sp_core::crypto::AccountId32;

#[derive(Subcommand)]
pub enum Command {
	/// Representatives of a case
	List { case: String },
	/// Let a fresh account represent the person
	Appoint {
		case: String,
		account: String,
		/// person-or-guardian or lawyer
		#[arg(long, value_parser = coded::coded::<Kind>)]
		kind: Kind,
		/// Who exactly: person, guardian or lawyer, and the name; sealed; - reads it from standard input
		#[arg(long)]
		who: String,
		/// Last day; of a guardian of a minor the last before majority
		#[arg(long, value_parser = coded::date)]
		last_day: LegalDate,
		/// The right: number of a record, or a file, which is anchored first
		#[arg(long)]
		evidence: String,
	},
	/// Another last day
	Renew {
		case: String,
		account: String,
		#[arg(long, value_parser = coded::date)]
		last_day: LegalDate,
		#[arg(long)]
		evidence: u64,
	},
	/// End a representation at once
	Revoke {
		case: String,
		account: String,
		#[arg(long, value_parser = coded::coded::<Reason>)]
		reason: Reason,
	},
	/// Give one's own representation up
	Resign {
		#[arg(long, value_parser = coded::coded::<Reason>)]
		reason: Reason,
	},
	/// Acknowledge that one has been told of a record
	Acknowledge { case: String, record: u64 },
}

const PALLET: &str = "Representatives";

/// Run a command.
pub async fn run(command: Command, context: &Context) -> Result<()> {
	let call = match command {
		Command::List { case } => return list(context, &case).await,
		Command::Appoint { case, account, kind, who, last_day, evidence } => {
			let case = handles::resolve(context, &case).await?;
			let account = records::account(&account)?;
			let who = said(&who)?;
			let class = classes::CIRCUMSTANCES;
			let record =
				records::evidence(context, case, class, "representation", None, &evidence).await?;
			let value = Fields::from([
				("who".to_string(), who),
				("account".into(), crate::client::hex(&account)),
			]);
			let sealed = cases::seal(context, case, Purpose::Representative, value)?;
			wire::call(PALLET, "appoint", (case, account, kind, sealed, last_day, record))
		},
		Command::Renew { case, account, last_day, evidence } => {
			let case = handles::resolve(context, &case).await?;
			let arguments = (case, records::account(&account)?, last_day, RecordId(evidence));
			wire::call(PALLET, "renew", arguments)
		},
		Command::Revoke { case, account, reason } => {
			let case = handles::resolve(context, &case).await?;
			wire::call(PALLET, "revoke", (case, records::account(&account)?, reason))
		},
		Command::Resign { reason } => wire::call(PALLET, "resign", (reason,)),
		Command::Acknowledge { case, record } => {
			let case = handles::resolve(context, &case).await?;
			wire::call(PALLET, "acknowledge", (case, RecordId(record)))
		},
	};
	wire::send(context, call).await?;
	Ok(())
}

async fn list(context: &Context, case: &str) -> Result<()> {
	let case = handles::resolve(context, case).await?;
	let at = context.best().await?;
	let chain = context.chain().await?;
	let listed: Vec<Listed<AccountId32>> =
		wire::view(&at, PALLET, "representatives_of", (case,)).await?;
	let records = listed
		.into_iter()
		.map(|listed| {
			Record::new()
				.put("case", Handle(case))
				.put("account", crate::casework::address(chain, &listed.account))
				.term("kind", "representative-kind", &listed.grant.kind)
				.put("lastDay", time::date(listed.last_day))
				.put("evidence", listed.grant.evidence.0)
				.flag("stands", listed.stands)
		})
		.collect();
	context.out.list(records);
	Ok(())
}
