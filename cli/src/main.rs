//! `shejiao`: the members' command-line client.

mod casework;
mod chain;
mod client;
mod coded;
mod commands;
mod context;
mod error;
mod help;
mod keys;
mod output;
mod refusals;
mod scenario;
mod submit;
mod time;
mod told;
mod values;
mod vault;
mod words;

use crate::{
	context::Context,
	error::{from_any, Failure},
	output::{Format, Output},
	submit::{Terms, Wait},
};
use clap::{error::ErrorKind, CommandFactory, FromArgMatches, Parser, Subcommand};
use std::{path::PathBuf, process::ExitCode, time::Duration};
use subxt::utils::H256;

rust_i18n::i18n!("locales");

/// Client of the Shejiao Chain (社矫链) for its members.
///
/// Exit codes: 0 done; 1 wrong input, no node, unreadable file; 2 wrong usage; 3 refused by the
/// chain; 4 a transaction is lost, or its fate is not known.
#[derive(Parser)]
#[command(name = "shejiao", version, propagate_version = true, args_override_self = true)]
struct Args {
	/// The node
	#[arg(long, global = true, env = "SHEJIAO_URL", default_value = "ws://127.0.0.1:9944")]
	url: String,
	/// Genesis hash of the chain that is meant: a node of another one is refused
	#[arg(long, global = true, env = "SHEJIAO_GENESIS", value_parser = coded::hash)]
	genesis: Option<H256>,
	/// Who signs: a key file, or a development seed such as //Alice
	#[arg(long, global = true, env = "SHEJIAO_SIGNER")]
	signer: Option<String>,
	/// Form of the output
	#[arg(long, global = true, value_enum, env = "SHEJIAO_OUTPUT", default_value = "table")]
	output: Format,
	/// Language: zh or en
	#[arg(long, global = true, env = "SHEJIAO_LANG", default_value = "zh", value_parser = words::LANGUAGES)]
	lang: String,
	/// What to wait for after sending
	#[arg(long, global = true, value_enum, default_value = "finalized")]
	wait: Wait,
	/// Wait for nothing: the same as --wait none
	#[arg(long, global = true, conflicts_with = "wait")]
	no_wait: bool,
	/// How many seconds to wait at most
	#[arg(long, global = true, default_value_t = 120)]
	timeout: u64,
	/// Folder of the vault, with everything that the chain must not know
	#[arg(long, global = true, env = "SHEJIAO_VAULT")]
	vault: Option<PathBuf>,
	/// Show the call and its hash; send nothing
	#[arg(long, global = true)]
	as_call: bool,
	#[command(subcommand)]
	command: Command,
}

#[derive(Subcommand)]
enum Command {
	/// Keys and proofs of session keys
	#[command(subcommand)]
	Key(commands::key::Command),
	/// Members: who they are, how they come and go
	#[command(subcommand)]
	Member(commands::member::Command),
	/// Units of members: 司法所, 看守所, 派出所
	#[command(subcommand)]
	Unit(commands::unit::Command),
	/// Officers: who acts for a member, with what power, when
	#[command(subcommand)]
	Officer(commands::officer::Command),
	/// Delegations of a county's justice bureau to its units
	#[command(subcommand)]
	Delegation(commands::delegation::Command),
	/// Motions of the council and of the other bodies
	#[command(subcommand)]
	Council(commands::council::Command),
	/// Root-class acts: endorsed by two bodies, then enacted
	#[command(subcommand)]
	Endorse(commands::endorse::Command),
	/// Run an endorsed call
	Enact {
		/// The call, encoded
		#[arg(value_parser = coded::hex_bytes)]
		call: coded::Hex,
	},
	/// Upgrades of the runtime
	#[command(subcommand)]
	Upgrade(commands::endorse::Upgrade),
	/// Validators and their session keys
	#[command(subcommand)]
	Validator(commands::validator::Command),
	/// Nodes that may connect
	#[command(subcommand)]
	Peer(commands::peer::Command),
	/// The state of the network
	#[command(subcommand)]
	Network(commands::network::Command),
	/// Draws by the chain's randomness
	#[command(subcommand)]
	Draw(commands::draw::Command),
	/// Incidents: data breaches, compromised keys
	#[command(subcommand)]
	Incident(commands::compliance::Incident),
	/// Attestations of compliance
	#[command(subcommand)]
	Attest(commands::compliance::Attest),
	/// Modules, and whether they run in shadow mode
	#[command(subcommand)]
	Module(commands::compliance::Module),
	/// Quotas of members
	#[command(subcommand)]
	Quota(commands::quota::Command),
	/// Legal time
	#[command(subcommand)]
	Time(commands::time::Command),
	/// Cases: who it is about stays in the vault
	#[command(subcommand)]
	Case(Box<commands::case::Command>),
	/// Records: documents encrypted here and anchored
	#[command(subcommand)]
	Record(Box<commands::record::Command>),
	/// Statutory clocks: what is due, for whom, until when
	#[command(subcommand)]
	Clock(commands::clock::Command),
	/// Documents served between agencies
	#[command(subcommand)]
	Document(commands::document::Command),
	/// Alerts, notices and leads
	#[command(subcommand)]
	Alert(commands::alert::Command),
	/// Whether something is one's to do, by which article, and what would help
	MayI(commands::may_i::MayI),
	/// What a day asks of an officer, in the order of harm
	Today(commands::today::Today),
	/// Scenarios: cases played against a chain, as data
	#[command(subcommand)]
	Scenario(commands::scenario::Command),
}

#[tokio::main]
async fn main() -> ExitCode {
	rust_i18n::set_locale(help::language(std::env::args(), std::env::var("SHEJIAO_LANG").ok()));
	let format = help::format(std::env::args(), std::env::var("SHEJIAO_OUTPUT").ok());
	let matches = match help::localise(Args::command()).try_get_matches() {
		Ok(matches) => matches,
		Err(error) if is_wanted(error.kind()) => {
			let _ = error.print();
			return ExitCode::SUCCESS;
		},
		Err(error) => return report(&help::usage(&error), format),
	};
	let args = match Args::from_arg_matches(&matches) {
		Ok(args) => args,
		Err(error) => return report(&help::usage(&error), format),
	};
	let terms = Terms {
		wait: if args.no_wait { Wait::None } else { args.wait },
		timeout: Duration::from_secs(args.timeout),
	};
	let out = Output { format: args.output };
	let context = Context::new(args.url, args.genesis, args.signer, terms, args.as_call, out)
		.with_vault(args.vault.unwrap_or_else(vault::Vault::usual));
	match run(args.command, &context).await {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => report(&from_any(&error), format),
	}
}

fn is_wanted(kind: ErrorKind) -> bool {
	matches!(kind, ErrorKind::DisplayHelp | ErrorKind::DisplayVersion)
}

/// One line on standard error; an object for programs.
fn report(failure: &Failure, format: Format) -> ExitCode {
	match format {
		Format::Table | Format::Quiet => eprintln!("{}", say!("word.error", what = failure)),
		Format::Json => eprintln!(
			"{}",
			serde_json::json!({
				"error": failure.code,
				"what": error::one_line(&failure.what),
				"remedy": error::one_line(&failure.remedy),
			})
		),
	}
	ExitCode::from(failure.exit)
}

async fn run(command: Command, context: &Context) -> anyhow::Result<()> {
	use commands::*;
	match command {
		Command::Key(command) => key::run(command, context).await,
		Command::Member(command) => member::run(command, context).await,
		Command::Unit(command) => unit::run(command, context).await,
		Command::Officer(command) => officer::run(command, context).await,
		Command::Delegation(command) => delegation::run(command, context).await,
		Command::Council(command) => council::run(command, context).await,
		Command::Endorse(command) => endorse::run(command, context).await,
		Command::Enact { call } => endorse::run(endorse::Command::Enact { call }, context).await,
		Command::Upgrade(command) => endorse::upgrade(command, context).await,
		Command::Validator(command) => validator::run(command, context).await,
		Command::Peer(command) => peer::run(command, context).await,
		Command::Network(command) => network::run(command, context).await,
		Command::Draw(command) => draw::run(command, context).await,
		Command::Incident(command) => compliance::incident(command, context).await,
		Command::Attest(command) => compliance::attest(command, context).await,
		Command::Module(command) => compliance::module(command, context).await,
		Command::Quota(command) => quota::run(command, context).await,
		Command::Time(command) => time::run(command, context).await,
		Command::Case(command) => case::run(*command, context).await,
		Command::Record(command) => record::run(*command, context).await,
		Command::Clock(command) => clock::run(command, context).await,
		Command::Document(command) => document::run(command, context).await,
		Command::Alert(command) => alert::run(command, context).await,
		Command::MayI(command) => may_i::run(command, context).await,
		Command::Today(command) => today::run(command, context).await,
		Command::Scenario(command) => scenario::run(command, context).await,
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn every_command_is_well_formed() {
		help::localise(Args::command()).debug_assert();
	}

	fn parses(line: &str) -> bool {
		Args::try_parse_from(["shejiao"].into_iter().chain(line.split(' '))).is_ok()
	}

	#[test]
	fn commands_of_the_case_file_are_read() {
		for line in [
			"today --all",
			"may-i 3fa9 open:restriction",
			"case register case.yaml --executing 0 --deciding 1 --supervising 2 --secrecy unclassified",
			"case receive 3fa9 --group 7 --group-lawful --evidence declaration.pdf --date 2026-11-21",
			"case forget 3fa9 --confirm 0x00000000000000000000000000000000 --live",
			"case restrict 3fa9 --cause minor,illness --evidence 12 --class decisions",
			"case end 3fa9 --reason pardon --evidence 12",
			"case term compute 3fa9 term.yaml --evidence 12",
			"case party add 3fa9 5 --roles copied,assisting --basis -",
			"case exit-ban report 3fa9 --ground filed --evidence 12",
			"case duplicates confirm 0 --kept 3fa9 --evidence 12",
			"case split 0 --basis mistake --evidence 12",
			"case import cases.csv --dry-run",
			"record anchor a.pdf --case 3fa9 --class end --kind certificate --from 1,2 --witness x",
			"record settle 3 refuted --evidence 4",
			"record device-root readings.csv --day 2026-11-21 --schema 900.1",
			"clock complete 3 --done 2026-11-21T10:00:00 --evidence 4",
			"clock start-sealed 3fa9 --kind L38a --from 2026-11-21",
			"clock reseal 3 --evidence 4",
			"clock reseal 3 --kind L38 --from 2026-12-29 --evidence 4",
			"document send 3fa9 opinion --record 3 --to 1,2",
			"alert find 3 substantiated --record 4",
			"alert notice issue violation --to 0 --paper notice.pdf --reply-by 2026-12-21",
			"alert lead result 3 case-opened --report report.pdf",
		] {
			assert!(parses(line), "{line}");
		}
	}

	#[test]
	fn what_is_not_meant_is_refused_before_anything_is_sent() {
		for line in [
			"may-i 3fa9",
			"case receive 3fa9 --group-lawful --evidence 1",
			"case end 3fa9 --reason boredom --evidence 12",
			"case detain 3fa9 --measure chains --evidence 12",
			"case register case.yaml --executing 0 --deciding 1 --supervising 2",
			"case party add 3fa9 5 --roles boss --basis x",
			"record settle 3 forgotten",
			"record anchor a.pdf --case 3fa9 --class gossip --kind x",
			"clock complete 3 --done yesterday --evidence 4",
			"clock start-sealed 3fa9 --kind article-8 --from 2026-11-21",
			"clock reseal 3 --kind L38",
			"document send 3fa9 letter --record 3 --to 1",
			"alert find 3 maybe --record 4",
			"alert notice issue violation --to 0 --paper a --record 3",
		] {
			assert!(!parses(line), "{line}");
		}
	}
}
